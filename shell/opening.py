"""How a page with a map opens: the sentence, and the quiet line that says of when and of how many."""

from data.records import Records
from figures import drawn, leads
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
        figure = drawn.area_map(records, selection, reader)
        share = figure.documented
        evidence = "documented" if share == 1 else "illustrative" if share == 0 else "partly"
        clauses = [(figure.title, evidence if share is not None else "")]
        return dated(clauses, records, selection, reader, coverage=False, sources=" ".join(figure.sources))
    parts = overview.sentence_parts(records=records, selection=selection)
    clauses = leads.coverage_clauses(parts, filters.scope(records, selection, reader), reader)
    return dated(clauses, records, selection, reader)


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
    parts = overview.sentence_parts(records=records, selection=selection)
    last = freshness.said_if_past(records, selection.asof)
    past = reader.date(last) if last else ""
    below = leads.below(parts, "", past, selection.evidence, reader, coverage=coverage)
    day = reader.t("stage-lead-day", date=reader.date(selection.asof))
    told = str(parts["source_id"]) if sources is None else sources
    cited = markup.citation(told, records.sources, reader)
    return markup.dated_lead(day, clauses, below, reader, cited)
