"""Titles and names of the release that differ only in spelling, and the proposals that would write them alike."""

from collections.abc import Mapping

from data.intake import clusters
from data.intake.clusters import Cluster
from data.intake.plain import tidy
from data.intake.written import keys
from data.proposals.merging import is_proposable, standing
from data.proposals.model import Document, Row
from data.proposals.work import Draft
from data.records import Records
from data.schema import TABLES


def found(records: Records) -> tuple[Cluster, ...]:
    """Return the clusters among documented rows of the tables that can be proposed and are not too large to compare."""
    places = list(records.provinces["name_th"])
    return tuple(
        one
        for table in clusters.COLUMNS
        if is_proposable(table) and records.count(table) <= clusters.ROWS
        for one in clusters.found(table, (), clusters.of_frame(table, getattr(records, table)), places)
    )


def drafts(one: Cluster, chosen: str, why: str, records: Records) -> tuple[Draft, ...]:
    """Return the proposals that write every row of a cluster as chosen, one for each document: a row keeps its own."""
    frame = getattr(records, one.table)
    others = {text for text, _, _ in one.spellings if text != chosen}
    own = frame[(frame["evidence"] == "documented") & frame[one.column].map(tidy).isin(others)]
    rows: dict[str, list[Row]] = {}
    for key in keys(own, TABLES[one.table]):
        before = standing(one.table, key, records)
        rows.setdefault(before["source_id"], []).append(
            Row(one.table, before, _as_chosen(before, one, chosen))
        )
    return tuple(Draft(why, tuple(of), document=Document(source_id)) for source_id, of in rows.items())


def _as_chosen(before: Mapping[str, str], one: Cluster, chosen: str) -> dict[str, str]:
    kept = {name: cell for name, cell in before.items() if name not in ("source_id", "evidence")}
    return kept | {one.column: chosen}
