"""What a proposal would change for readers, so that a queue begins with what matters most."""

from dataclasses import dataclass
from typing import Literal

from data.proposals.merging import standing
from data.proposals.model import Proposal
from data.records import Records

Kind = Literal["documents", "corrects", "adds", "note"]
RANK: dict[Kind, int] = {"documents": 0, "corrects": 1, "adds": 2, "note": 3}


@dataclass(frozen=True)
class Effect:
    """documents: areas would have their first documented row of a table. corrects: documented rows would change.

    adds: a documented row more. areas: province codes it concerns; cells: how many would differ.
    """

    kind: Kind
    table: str
    areas: tuple[str, ...]
    cells: int


def effect(proposal: Proposal, records: Records) -> Effect:
    """Return what a proposal would change in a release."""
    if not proposal.rows:
        return Effect("note", "", proposal.areas, 0)
    first = proposal.rows[0]
    areas = tuple(
        dict.fromkeys(r.after["province_code"] for r in proposal.rows if r.after.get("province_code"))
    )
    cells = sum(len(row.changed) for row in proposal.rows)
    if any(_is_first(row.table, row.after.get("province_code", ""), records) for row in proposal.rows):
        return Effect("documents", first.table, areas or proposal.areas, cells)
    corrects = any(
        standing(row.table, row.key, records).get("evidence") == "documented" for row in proposal.rows
    )
    return Effect("corrects" if corrects else "adds", first.table, areas or proposal.areas, cells)


def queue(proposals: tuple[Proposal, ...], records: Records) -> list[tuple[Proposal, Effect]]:
    """Return open proposals by what they would change, the most telling first, then the oldest."""
    told = [(one, effect(one, records)) for one in proposals]
    return sorted(told, key=lambda pair: (RANK[pair[1].kind], -len(pair[1].areas), pair[0].sent_at))


def _is_first(table: str, province_code: str, records: Records) -> bool:
    """Say whether a province has no documented row in a table yet."""
    frame = getattr(records, table)
    if not province_code or "province_code" not in frame:
        return False
    return not ((frame["province_code"] == province_code) & (frame["evidence"] == "documented")).any()
