"""How a page with a map opens: the sentence, and the quiet line that says of when and of how many."""

from data.records import Records
from figures import drawn, leads, sentences
from figures.evidence import mark, state_of
from locales import Reader
from measures import freshness, overview
from measures.selection import Selection
from shell import filters, markup


def of_overview(records: Records, selection: Selection, reader: Reader) -> str:
    """Return where we are, what is missing."""
    parts = overview.sentence_parts(records=records, selection=selection)
    clauses = leads.overview_clauses(parts, filters.scope(records, selection, reader), reader)
    return dated(clauses, records, selection, reader)


def of_coverage(records: Records, selection: Selection, reader: Reader) -> str:
    """Return how far the representatives reach; of another measure, what its map finds."""
    if selection.measure != "coverage":
        return of_map(records, selection, reader)
    parts = overview.sentence_parts(records=records, selection=selection)
    clauses = leads.coverage_clauses(parts, filters.scope(records, selection, reader), reader)
    return dated(clauses, records, selection, reader)


def of_map(records: Records, selection: Selection, reader: Reader) -> str:
    """Return what the map finds, on a day or over a period."""
    figure = drawn.area_map(records, selection, reader)
    scope = filters.scope(records, selection, reader) if selection.since else ""
    clauses = [(reader.t("lead-scope", scope=scope), "")] if scope else []
    state = state_of(figure.documented)
    clauses.append((sentences.with_mark(figure.title, mark(state, reader)), state))
    return dated(clauses, records, selection, reader, coverage=False, sources=" ".join(figure.sources))


def dated(
    clauses: list[leads.Clause],
    records: Records,
    selection: Selection,
    reader: Reader,
    coverage: bool = True,
    sources: str | None = None,
) -> str:
    """Return the sentence with its day first, and the quiet line that says of how many and how far records reach.

    coverage: it speaks of representatives. sources: ids of its documents; None for those of the opening sentence.
    """
    parts = overview.sentence_parts(records=records, selection=selection.but(since=None))
    last = freshness.said_if_past(records, selection.asof)
    past = reader.date(last) if last else ""
    below = leads.below(parts, "", past, selection.evidence, reader, coverage=coverage)
    day = reader.t("stage-lead-day", date=reader.date(selection.asof))
    if selection.since:
        day = reader.t("period-lead", since=reader.date(selection.since), date=reader.date(selection.asof))
    told = str(parts["source_id"]) if sources is None else sources
    cited = markup.citation(told, records.sources, reader)
    return markup.dated_lead(day, clauses, below, reader, cited)
