"""Every word about a proposal, one atomic commit each, in a table beside the records; what a release took it says itself."""

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, replace
from datetime import UTC, datetime
from typing import Any, Literal

from data.proposals.model import Attachment, Document, Proposal, ProposalError, Row
from data.store.eventlog import EventLog
from data.store.store import Store

Event = Literal["sent", "changed", "returned", "withdrawn", "answered", "owned"]
_STATES: dict[str, Any] = {"returned": "returned", "withdrawn": "withdrawn", "answered": "answered"}


class Ledger:
    """The proposals of one store. Thread-safe; any number of processes may write.

    Whether a proposal is accepted stands in one place only, the row of the release that took it: a process that dies while
    it accepts has either accepted all of it or nothing.
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        self._log = EventLog(store, "proposals", ("proposal_id", "event", "who", "told"))

    def all(self) -> dict[str, Proposal]:
        """Return every proposal by its id, oldest first. Raises StoreError."""
        found: dict[str, Proposal] = {}
        for row in self._log.rows():
            _fold(found, row)
        for release in self.store.log.all():
            for name in release.proposals:
                if name in found:
                    found[name] = replace(
                        found[name], state="accepted", number=release.number, answered_by=release.author,
                        answered_at=release.published_at,
                    )  # fmt: skip
                    _correct(found, found[name])
        return found

    def get(self, proposal_id: str) -> Proposal:
        """Return a proposal; ProposalError `no-proposal` for an id that there is not."""
        found = self.all().get(proposal_id)
        if found is None:
            raise ProposalError("no-proposal", proposal_id)
        return found

    def waiting(self) -> tuple[Proposal, ...]:
        """Return the open ones, oldest first."""
        return tuple(one for one in self.all().values() if one.state == "open")

    def others_on(self, rows: Iterable[Row], but: str = "") -> tuple[Proposal, ...]:
        """Return the open proposals that touch one of these rows: their authors are told of each other."""
        own = {(row.table, row.key) for row in rows}
        return tuple(
            one
            for one in self.waiting()
            if one.proposal_id != but and any((row.table, row.key) in own for row in one.rows)
        )

    def write(
        self,
        event: Event,
        who: str,
        told: dict[str, Any],
        proposal_id: str = "",
        allowed: Callable[[Proposal], None] | None = None,
    ) -> str:
        """Append one event and return the id it is about, a new one for `sent`.

        allowed: raises ProposalError if it may not be; asked again when somebody else was first.
        """

        def cells(seq: int, at: datetime) -> dict[str, str]:
            if proposal_id and allowed:
                allowed(self.get(proposal_id))
            name = proposal_id or _name(seq, at, who, told)
            said = json.dumps(told, ensure_ascii=False, sort_keys=True)
            return {"proposal_id": name, "event": event, "who": who, "told": said}

        name = str(self._log.append(cells)["proposal_id"])
        self.store.audit.write("proposal", who, of=event, proposal=name)
        return name


def _name(seq: int, at: datetime, who: str, told: dict[str, Any]) -> str:
    return hashlib.sha256(repr((seq, at.isoformat(), who, sorted(told))).encode()).hexdigest()[:12]


def _correct(found: dict[str, Proposal], by: Proposal) -> None:
    """Let doubts stand as corrected by the release that took a proposal: the one it answers, those of cells it changes."""
    places = {f"{row.table}|{row.key}|{column}" for row in by.rows for column in row.changed}
    for name, doubt in found.items():
        is_meant = name == by.answers or (
            doubt.place in places and doubt.sent_at < (by.answered_at or by.sent_at)
        )
        if is_meant and doubt.is_note and doubt.state in ("open", "answered"):
            told = {"answered_by": by.answered_by, "answered_at": by.answered_at, "number": by.number}
            found[name] = replace(doubt, state="accepted", answer=doubt.answer or by.why, **told)  # type: ignore[arg-type]


def _fold(found: dict[str, Proposal], row: dict[str, Any]) -> None:
    told, name = json.loads(row["told"]), row["proposal_id"]
    at = row["at"].astimezone(UTC)
    if row["event"] == "sent":
        found[name] = Proposal(proposal_id=name, author=row["who"], sent_at=at, **_read(told))
    elif name in found and row["event"] == "changed":
        found[name] = replace(found[name], **_read(told), state="open")
    elif name in found and row["event"] == "owned":
        found[name] = replace(found[name], owner=told["owner"])
    elif name in found:
        answered = {"answered_by": row["who"], "answered_at": at, "answer": told.get("answer", "")}
        found[name] = replace(found[name], state=_STATES[row["event"]], **answered)


def written(proposal: dict[str, Any]) -> dict[str, Any]:
    """Return the parts of a proposal as they are kept."""
    attachment = proposal["attachment"]
    return {
        "why": proposal["why"],
        "rows": [
            {"table": r.table, "before": dict(r.before), "after": dict(r.after)} for r in proposal["rows"]
        ],
        "areas": list(proposal["areas"]),
        "document": asdict(proposal["document"]),
        "attachment": asdict(attachment) if attachment else None,
        "base": proposal["base"],
        "round_id": proposal["round_id"],
        "place": proposal["place"],
        "answers": proposal["answers"],
    }


def _read(told: dict[str, Any]) -> dict[str, Any]:
    return {
        "why": told["why"],
        "rows": tuple(Row(**row) for row in told["rows"]),
        "areas": tuple(told["areas"]),
        "document": Document(**told["document"]),
        "attachment": Attachment(**told["attachment"]) if told["attachment"] else None,
        "base": told["base"],
        "round_id": told.get("round_id", ""),
        "place": told.get("place", ""),  # written by an older version: neither
        "answers": told.get("answers", ""),
    }
