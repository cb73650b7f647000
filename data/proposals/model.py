"""What a proposal is: rows as they stood and as they should stand, the document behind them, and what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from data.faults import Fault
from data.store.changes import SEPARATOR

State = Literal["open", "returned", "withdrawn", "accepted", "answered"]
TABLES = (
    "representatives", "institutions", "institution_service_areas", "plans", "workshops", "participations",
    "projects", "project_locations", "agencies",
)  # fmt: skip
KINDS = (
    "attachment-kind", "attachment-size", "clash", "faults", "illustrative", "moved", "no-change", "no-document",
    "no-proposal", "no-reason", "no-round", "not-open", "not-yours", "personal", "place", "rights",
    "round-closed", "round-empty", "signed-out", "table", "too-big", "too-long",
)  # fmt: skip
MOST_LETTERS = 2000


class ProposalError(ValueError):
    """It was not done, and nothing was kept. `kind` is one of KINDS (message `proposal-error-<kind>`).

    detail: what it is about: a proposal, a row, a column. faults: what is wrong with the rows, for the kind `faults`.
    """

    def __init__(self, kind: str, detail: str = "", faults: tuple[Fault, ...] = ()) -> None:
        if kind not in KINDS:
            raise ValueError(f"no such kind: {kind!r}")
        self.kind, self.detail, self.faults = kind, detail, faults
        super().__init__(f"{kind}: {detail}" if detail else kind)


@dataclass(frozen=True)
class Row:
    """One row. before: its cells when the proposal was written, {} for a new one. after: all its cells as they should be.

    Cells are text as the schema writes it; blank ones are left out.
    """

    table: str
    before: Mapping[str, str] = field(hash=False)
    after: Mapping[str, str] = field(hash=False)

    @property
    def key(self) -> str:
        """The key of the row as one text."""
        from data.schema import TABLES as SCHEMA

        return SEPARATOR.join(self.after.get(name, "") for name in SCHEMA[self.table].key)

    @property
    def changed(self) -> tuple[str, ...]:
        """The columns that would change."""
        names = dict.fromkeys((*self.before, *self.after))
        skip = ("evidence", "source_id")
        return tuple(n for n in names if n not in skip and self.before.get(n, "") != self.after.get(n, ""))


@dataclass(frozen=True)
class Document:
    """The document that a proposal rests on: one that the release knows, by its id, or a new one by its title."""

    source_id: str = ""
    title: str = ""
    publisher: str = ""
    published_on: str = ""
    url: str = ""


@dataclass(frozen=True)
class Attachment:
    """A file that lies in the store, found by the sum of its content."""

    sha256: str
    name: str
    kind: str
    size: int


@dataclass(frozen=True)
class Proposal:
    """One proposal as it stands now. rows: none for a note. areas: province or group codes that it is about.

    base: the release that its author looked at. answer: the last word of an editor. number: of the release that took it.
    round_id: of the round of collection that it answers, "" for none.
    place: of a note that doubts a value, "table|key|column". answers: the doubt that a correction answers, its id.
    owner: the editor who looks after a note, "" for nobody yet.
    """

    proposal_id: str
    author: str
    sent_at: datetime
    why: str
    rows: tuple[Row, ...]
    areas: tuple[str, ...]
    document: Document
    attachment: Attachment | None
    base: str
    state: State = "open"
    answer: str = ""
    answered_by: str = ""
    answered_at: datetime | None = None
    number: int = 0
    round_id: str = ""
    place: str = ""
    answers: str = ""
    owner: str = ""

    @property
    def is_note(self) -> bool:
        """Whether it asks for no change of a cell."""
        return not self.rows
