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
    lead = leads.overview(parts, filters.scope(records, selection, reader), reader)
    return markup.lead(lead, _below(records, selection, reader))


def of_coverage(records: Records, selection: Selection, reader: Reader) -> str:
    """Return how far the representatives reach; of another measure, what its map finds."""
    if selection.measure == "coverage":
        parts = overview.sentence_parts(records=records, selection=selection)
        lead = leads.coverage(parts, filters.scope(records, selection, reader), reader)
    else:
        figure = drawn.area_map(records, selection, reader)
        lead = sentences.with_mark(figure.title, mark(state_of(figure.documented), reader))
    return markup.lead(lead, _below(records, selection, reader))


def _below(records: Records, selection: Selection, reader: Reader) -> str:
    parts = overview.sentence_parts(records=records, selection=selection)
    last = freshness.said_if_past(records, selection.asof)
    day, past = reader.date(selection.asof), reader.date(last) if last else ""
    return leads.below(parts, day, past, selection.evidence, reader)
