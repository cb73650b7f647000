"""What people do with proposals: send, change, withdraw, return, answer, accept. All rules are asked here, whoever comes."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import pandas as pd

from data.access.roles import Identity, may_publish
from data.faults import Fault
from data.intake.personal import find_personal
from data.proposals import attachments, doubts, rights
from data.proposals.ledger import Ledger, written
from data.proposals.merging import Merged, document_is_named, is_proposable, merge
from data.proposals.model import MOST_LETTERS, Attachment, Document, Proposal, ProposalError, Row
from data.records import Records
from data.store.releases import Release


@dataclass(frozen=True)
class Sent:
    """A proposal that was taken in. others: open proposals on the same rows, for both authors to know of."""

    proposal_id: str
    others: tuple[Proposal, ...]


@dataclass(frozen=True)
class Draft:
    """What somebody wants to propose; a note has no rows. attachment: (name, content) of a file behind it.

    place: the value that a note doubts, "table|key|column". answers: the id of the doubt that a correction answers.
    """

    why: str
    rows: tuple[Row, ...] = ()
    areas: tuple[str, ...] = ()
    document: Document = field(default_factory=Document)
    attachment: tuple[str, bytes] | None = None
    round_id: str = ""
    place: str = ""
    answers: str = ""


def look(draft: Draft, who: Identity, records: Records) -> tuple[Fault, ...]:
    """Return what is wrong with the rows of a draft by the schema's own rules; nothing is kept. Raises ProposalError."""
    _refuse(draft, who, records)
    return merge([_as_proposal(draft, who, records, None)], records).faults if draft.rows else ()


def send(ledger: Ledger, draft: Draft, who: Identity, records: Records) -> Sent:
    """Keep a proposal or a note. Raises ProposalError, StoreError; then nothing is kept.

    records: of the release that its author looked at, whole; what a limited reader may see is checked by `rights`.
    The areas of a doubt are those of its value.
    """
    if draft.place and (place := doubts.place_of(draft.place, records)):
        draft = replace(draft, areas=doubts.areas_of(place, records))
    kept = _checked(ledger, draft, who, records)
    name = ledger.write("sent", who.name, kept)
    return Sent(name, ledger.others_on(draft.rows, but=name))


def change(ledger: Ledger, proposal_id: str, draft: Draft, who: Identity, records: Records) -> Sent:
    """Put other rows or words in the place of those of a proposal that is open or was returned: its author, or an editor."""
    before = ledger.get(proposal_id)
    if draft.attachment is None and before.attachment:
        draft_kept = _checked(ledger, draft, who, records, before.attachment)
    else:
        draft_kept = _checked(ledger, draft, who, records)

    def allowed(now: Proposal) -> None:
        _is_own_or_editor(now, who)
        if now.state not in ("open", "returned"):
            raise ProposalError("not-open", now.proposal_id)

    ledger.write("changed", who.name, draft_kept, proposal_id, allowed)
    return Sent(proposal_id, ledger.others_on(draft.rows, but=proposal_id))


def withdraw(ledger: Ledger, proposal_id: str, who: Identity) -> None:
    """Take back one's own proposal."""

    def allowed(now: Proposal) -> None:
        if now.author != who.name or not who.name:
            raise ProposalError("not-yours", now.proposal_id)
        if now.state not in ("open", "returned"):
            raise ProposalError("not-open", now.proposal_id)

    ledger.write("withdrawn", who.name, {}, proposal_id, allowed)


def send_back(ledger: Ledger, proposal_id: str, word: str, who: Identity) -> None:
    """Return a proposal to its author, or answer a note, with a word. Editors only."""
    _is_editor(who)
    if not word.strip():
        raise ProposalError("no-reason")
    _refuse_text(word)
    event = "answered" if ledger.get(proposal_id).is_note else "returned"

    def allowed(now: Proposal) -> None:
        if now.state != "open":
            raise ProposalError("not-open", now.proposal_id)

    ledger.write(event, who.name, {"answer": word.strip()}, proposal_id, allowed)  # type: ignore[arg-type]


def look_after(ledger: Ledger, proposal_id: str, who: Identity, owner: str) -> None:
    """Say which editor looks after an open note, "" for nobody any more. Editors only."""
    _is_editor(who)
    _refuse_text(owner)

    def allowed(now: Proposal) -> None:
        if now.state != "open" or not now.is_note:
            raise ProposalError("not-open", now.proposal_id)

    ledger.write("owned", who.name, {"owner": owner}, proposal_id, allowed)


def preview(proposals: Sequence[Proposal], records: Records) -> Merged:
    """Return what some proposals would make of the tables, and what is wrong with them. Raises ProposalError."""
    return merge(proposals, records)


def accept(ledger: Ledger, ids: Sequence[str], who: Identity, note: str, author: str = "") -> Release:
    """Publish some proposals as one release with everybody's sources; all of them or none. Editors only.

    Raises ProposalError (`not-open`, `moved`, `clash`, `faults` …), StoreError; a ConflictError means that somebody
    published in this moment: look again. author: the name to sign with, where it is not that of the identity.
    """
    _is_editor(who)
    if not note.strip():
        raise ProposalError("no-reason")
    known, store = ledger.all(), ledger.store
    chosen = [known[name] for name in dict.fromkeys(ids) if name in known]
    if len(chosen) != len(set(ids)) or not chosen:
        raise ProposalError("no-proposal", " ".join(set(ids) - known.keys()))
    for one in chosen:
        if one.state != "open" or one.is_note:
            raise ProposalError("not-open", one.proposal_id)
    current = store.standing()
    merged = merge(chosen, store.records(current))
    if merged.faults:
        raise ProposalError("faults", faults=merged.faults)
    names = tuple(one.proposal_id for one in chosen)
    # The release itself says what it accepts: there is no moment between the two.
    return store.publish(
        merged.tables,
        author=author or who.name,
        note=note.strip(),
        expected=current.release_id,
        proposals=names,
    )


def _checked(
    ledger: Ledger, draft: Draft, who: Identity, records: Records, attachment: Attachment | None = None
) -> dict[str, object]:
    """Return a draft as it is kept, after every rule has been asked; its attachment lies in the store then."""
    if faults := look(draft, who, records):
        raise ProposalError("faults", faults=faults)
    if draft.attachment:
        attachment = attachments.keep(ledger.store, *draft.attachment)
    proposal = _as_proposal(draft, who, records, attachment)
    names = ("why", "rows", "areas", "document", "attachment", "base", "round_id", "place", "answers")
    return written({name: getattr(proposal, name) for name in names})


def _as_proposal(draft: Draft, who: Identity, records: Records, attachment: Attachment | None) -> Proposal:
    areas = draft.areas or tuple(
        dict.fromkeys(row.after["province_code"] for row in draft.rows if row.after.get("province_code"))
    )
    return Proposal(
        "draft", who.name, pd.Timestamp(0, tz="UTC").to_pydatetime(), draft.why.strip(), draft.rows, areas,
        draft.document, attachment, records.release, round_id=draft.round_id, place=draft.place, answers=draft.answers,
    )  # fmt: skip


def _refuse(draft: Draft, who: Identity, records: Records) -> None:
    if why := rights.why_not(who, (), draft.areas, records):
        raise ProposalError(why)
    if not draft.why.strip():
        raise ProposalError("no-reason")
    if draft.place and (draft.rows or doubts.place_of(draft.place, records) is None):
        raise ProposalError("place", draft.place[:100])
    document = draft.document
    words = [draft.why, document.title, document.publisher, document.url]
    for row in draft.rows:
        if not is_proposable(row.table):
            raise ProposalError("table", row.table)
        words += row.after.values()
    for text in words:
        _refuse_text(text)
    if why := rights.why_not(who, draft.rows, draft.areas, records):
        raise ProposalError(why)
    if draft.rows:
        if not any(row.changed for row in draft.rows):
            raise ProposalError("no-change")
        if not document_is_named(document):
            raise ProposalError("no-document")
        if document.published_on:
            _day(document.published_on)


def _refuse_text(text: str) -> None:
    if len(text) > MOST_LETTERS:
        raise ProposalError("too-long", str(MOST_LETTERS))
    kind, masked = find_personal(text)
    if kind:
        raise ProposalError("personal", masked)


def _day(text: str) -> None:
    try:
        date.fromisoformat(text)
    except ValueError:
        raise ProposalError("no-document", text) from None


def _is_editor(who: Identity) -> None:
    if not may_publish(who):
        raise ProposalError("rights")


def _is_own_or_editor(proposal: Proposal, who: Identity) -> None:
    if not may_publish(who) and (not who.name or proposal.author != who.name):
        raise ProposalError("not-yours", proposal.proposal_id)
