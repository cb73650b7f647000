"""Where a round stands: what each area has answered, and what it still lacks."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from data.proposals.drafting import DOCUMENTED, asked, rows_in
from data.proposals.merging import standing as row_now
from data.proposals.model import Proposal
from data.records import Records
from data.rounds.book import Round
from data.store.releases import BANGKOK

State = Literal["answered", "returned", "late", "waiting"]
STATES: tuple[State, ...] = ("answered", "returned", "late", "waiting")
NOT_WANTED = (
    "phase_code",
    "participants_qualifier",
    "title_en",
    "name_en",
)  # blank, they leave no gap to ask people for


@dataclass(frozen=True)
class Answer:
    """What an area has done in a round. proposals: its own in the round, newest first; by, at: of the newest."""

    area: str
    state: State
    proposals: tuple[Proposal, ...] = ()

    @property
    def by(self) -> str:
        """Who answered last, "" for nobody."""
        return self.proposals[0].author if self.proposals else ""

    @property
    def at(self) -> datetime | None:
        """When."""
        return self.proposals[0].sent_at if self.proposals else None


@dataclass(frozen=True)
class Lack:
    """What an area lacks: a documented row of a table at all (key ""), or cells of one that is there."""

    table: str
    key: str = ""
    columns: tuple[str, ...] = ()


def answers(one: Round, proposals: Iterable[Proposal], today: date) -> dict[str, Answer]:
    """Return what each area of a round has answered. What an editor has returned waits for its author again.

    A proposal counts where it was sent for the round, or touches its tables and the area since it was opened.
    """
    found: dict[str, list[Proposal]] = {area: [] for area in one.areas}
    for proposal in proposals:
        if proposal.state == "withdrawn" or not _belongs(one, proposal):
            continue
        for area in proposal.areas:
            if area in found:
                found[area].append(proposal)
    late = today > one.until
    return {area: Answer(area, _state(own, late), tuple(own[::-1])) for area, own in found.items()}


def _belongs(one: Round, proposal: Proposal) -> bool:
    if proposal.round_id:
        return proposal.round_id == one.round_id
    return proposal.sent_at >= one.opened_at and any(row.table in one.tables for row in proposal.rows)


def _state(own: list[Proposal], late: bool) -> State:
    if any(proposal.state == "returned" for proposal in own):
        return "returned"
    if own:
        return "answered"
    return "late" if late else "waiting"


def today() -> date:
    """Return the day by the clock of Thailand."""
    return datetime.now(BANGKOK).date()


def lacking(tables: Iterable[str], area: str, records: Records) -> tuple[Lack, ...]:
    """Return what documents do not tell of a province, by table: no row at all, or blank cells of a row."""
    found = []
    for table in tables:
        rows = [(key, row_now(table, key, records)) for key in rows_in(table, area, records)]
        documented = [(key, cells) for key, cells in rows if cells.get("evidence") == DOCUMENTED]
        if not documented:
            found.append(Lack(table))
        for key, cells in documented:
            wanted = [column.name for column in asked(table, False) if column.name not in NOT_WANTED]
            if blank := tuple(name for name in wanted if not cells.get(name) and name != "ended_on"):
                found.append(Lack(table, key, blank))
    return tuple(found)
