"""The stage of Workshops: which groups met in the phase, which provinces took part, who was invited and never came."""

from data.records import Records
from figures import drawn, leads
from locales import Reader
from measures import evidence, overview, workshops
from measures.selection import Selection
from shell import address, filters, opening
from shell.stage import answer
from shell.stage.act import Act
from views.acts import country


def _sentence(records: Records, selection: Selection, reader: Reader) -> str:
    parts = overview.sentence_parts(records=records, selection=selection)
    never = workshops.never_came(records=records, selection=selection)
    scope = filters.scope(records, selection, reader)
    clauses = leads.workshops_clauses(parts, len(never), evidence.combined(never["evidence"]), scope, reader)
    return opening.dated(clauses, records, selection, reader, coverage=False)


ACT = Act(
    page="workshops",
    sentence=_sentence,
    figures=country.key_figures,
    heading=answer.heading,
    rows=answer.rows,
    area_map=drawn.stage_map,
)


def narrow(cell: str) -> None:
    """Narrow the page down to a cell of the matrix, "group|phase|step": its group and its phase."""
    group, phase, _ = cell.split("|")
    address.set_values(groups=(group,), phase=phase)
