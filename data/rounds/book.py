"""The rounds of a store, one event a commit, in a table beside the proposals that answer them."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

from data.access.roles import Identity, may_publish
from data.intake.personal import find_personal
from data.proposals.drafting import FORMS
from data.proposals.model import ProposalError
from data.store.eventlog import EventLog
from data.store.store import Store

MOST_LETTERS = 500


@dataclass(frozen=True)
class Round:
    """One round. tables: of `drafting.FORMS`. areas: province codes. until: the last day on which an answer is in time."""

    round_id: str
    title: str
    tables: tuple[str, ...]
    areas: tuple[str, ...]
    until: date
    opened_by: str
    opened_at: datetime
    note: str = ""
    closed_at: datetime | None = None


class RoundBook:
    """The rounds of one store. Thread-safe; any number of processes may write. Editors only; else ProposalError."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._log = EventLog(store, "rounds", ("round_id", "event", "who", "told"))

    def all(self) -> dict[str, Round]:
        """Return every round by its id, oldest first. Raises StoreError."""
        found: dict[str, Round] = {}
        for row in self._log.rows():
            _fold(found, row)
        return found

    def get(self, round_id: str) -> Round:
        """Return a round by its id; ProposalError `no-round` for one that there is not."""
        found = self.all().get(round_id)
        if found is None:
            raise ProposalError("no-round", round_id)
        return found

    def running(self) -> tuple[Round, ...]:
        """Return the rounds that nobody has closed, newest first."""
        return tuple(one for one in self.all().values() if one.closed_at is None)[::-1]

    def open(
        self, who: Identity, title: str, tables: Iterable[str], areas: Iterable[str], until: date, note: str = ""
    ) -> Round:  # fmt: skip
        """Open a round. ProposalError: `rights`, `round-empty` (no title, table or area), `personal`, `too-long`, `table`."""
        told = {"title": title.strip(), "tables": list(dict.fromkeys(tables)), "note": note.strip(),
                "areas": sorted(set(areas)), "until": until.isoformat()}  # fmt: skip
        if not (told["title"] and told["tables"] and told["areas"]):
            raise ProposalError("round-empty")
        if wrong := set(told["tables"]) - set(FORMS):
            raise ProposalError("table", " ".join(wrong))
        for text in (told["title"], told["note"]):
            kind, masked = find_personal(str(text))
            if kind or len(text) > MOST_LETTERS:
                raise ProposalError("personal" if kind else "too-long", masked or str(MOST_LETTERS))
        return self.get(self._write("opened", who, told))

    def prolong(self, who: Identity, round_id: str, until: date) -> None:
        """Give a round another last day."""
        self._write("prolonged", who, {"until": until.isoformat()}, round_id)

    def close(self, who: Identity, round_id: str) -> None:
        """Close a round: nothing is asked any more; what came stays."""
        self._write("closed", who, {}, round_id)

    def _write(self, event: str, who: Identity, told: dict[str, Any], round_id: str = "") -> str:
        if not may_publish(who):
            raise ProposalError("rights")

        def cells(seq: int, at: datetime) -> dict[str, str]:
            if round_id and self.get(round_id).closed_at is not None:
                raise ProposalError("round-closed", round_id)
            name = round_id or _name(seq, at, who.name, str(told["title"]))
            said = json.dumps(told, ensure_ascii=False, sort_keys=True)
            return {"round_id": name, "event": event, "who": who.name, "told": said}

        name = str(self._log.append(cells)["round_id"])
        self.store.audit.write("round", who.name, of=event, round=name)
        return name


def _name(seq: int, at: datetime, who: str, title: str) -> str:
    return "r" + hashlib.sha256(repr((seq, at.isoformat(), who, title)).encode()).hexdigest()[:8]


def _fold(found: dict[str, Round], row: dict[str, Any]) -> None:
    told, name, at = json.loads(row["told"]), row["round_id"], row["at"].astimezone(UTC)
    if row["event"] == "opened":
        until = date.fromisoformat(told["until"])
        found[name] = Round(name, told["title"], tuple(told["tables"]), tuple(told["areas"]), until, row["who"], at,
                            told["note"])  # fmt: skip
    elif row["event"] == "prolonged":
        found[name] = replace(found[name], until=date.fromisoformat(told["until"]))
    else:
        found[name] = replace(found[name], closed_at=at)
