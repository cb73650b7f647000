"""Publish: which document the rows rest on, why, and at once the way back."""

import hashlib
from dataclasses import dataclass
from datetime import date

import streamlit as st

from data.intake.dates import read_date
from data.intake.examination import Examination, NotReadyError
from data.intake.known_lists import KnownList
from data.intake.sourcing import Source, SourceError
from data.records import Records
from data.store.errors import StoreError
from data.store.store import Store
from locales import Reader
from shell import identity, lists, markup
from views.desk import common as desk
from views.desk import drop as desk_drop
from views.desk import history as desk_history
from views.desk import job as desk_job
from views.desk import mend as desk_mend
from views.desk import rights as desk_rights
from views.desk import way as desk_way
from views.desk.job import Job

NEW = ""


@dataclass(frozen=True)
class Told:
    """What the officer wrote: the source ("" for a new one) and its facts, the reason, what is to be kept."""

    source_id: str
    title: str
    publisher: str
    published: str
    url: str
    note: str
    keep: bool
    keep_lists: bool


def show(store: Store, job: Job, records: Records, reader: Reader, today: date) -> None:
    """Draw the form: source, reason, publish."""
    t = reader.t
    if records.release != job.seen:
        st.warning(t("desk-newer"))
        desk_way.show("publish", reader)
        return
    found = desk_drop.examined(job, records, reader, today)
    if found is None:
        desk_way.show("publish", reader)
        return
    st.html(markup.section(t("desk-publish"), t("desk-publish-sub"), level=3))
    learnt = _learnt(store, job)
    told = _form(job, found, bool(learnt), records, reader)
    if told is not None:
        _publish(store, job, found, told, learnt if told.keep_lists else [], records, reader)
    desk_way.show("publish", reader)
    desk_rights.who(reader)


def _learnt(store: Store, job: Job) -> list[KnownList]:
    """Return how sheets were read in a way that is not known yet of lists with their headers."""
    memory = desk_rights.remembered(store)
    known = memory.lists()
    made = job.readings() if memory.path else {}
    return [one for key, one in made.items() if not one.same_as(known.get(key))]


def _form(job: Job, found: Examination, learnt: bool, records: Records, reader: Reader) -> Told | None:
    """Draw the form; return what was written once it is sent. What was written stays, whatever comes of it."""
    t = reader.t
    for name, written in job.words.items():
        st.session_state.setdefault(f"publish_{name}", written)
    cells = {"title": "", "publisher": "", "published": "", "url": ""}
    explained = len(found.aliases) + sum(job.standing.get(one.key) != one.meaning for one in found.kept)
    keep, keep_lists = bool(explained), learnt
    needed = found.needs_source or bool(found.aliases)
    source_id = _document(records, reader) if needed else NEW
    with st.form("desk_publish", border=False):
        if needed and source_id == NEW:
            cells = {
                name: st.text_input(t(f"desk-source-{name}"), key=f"publish_{name}", max_chars=500, width=620,
                                    placeholder=t(f"desk-source-{name}-hint"))
                for name in cells
            }  # fmt: skip
        if explained:
            keep = st.checkbox(t("desk-keep-answers", n=explained), value=True, key="publish_keep")
        if learnt:
            keep_lists = st.checkbox(
                t("kept-keep"), value=True, key="publish_keep_lists", help=t("kept-keep-why")
            )
        note = st.text_area(
            t("desk-reason"),
            key="publish_note",
            max_chars=300,
            placeholder=t("desk-reason-hint"),
            width=620,
            height=80,
        )
        sent = st.form_submit_button(t("desk-publish-button"), type="primary", key="publish_button")
    if not sent:
        return None
    job.words = cells | {"note": note, "source": source_id}
    facts = {name: cell.strip() for name, cell in cells.items()}
    return Told(source_id, note=note.strip(), keep=keep, keep_lists=keep_lists, **facts)


def _document(records: Records, reader: Reader) -> str:
    """Draw the choice of the document that the rows rest on; return its id, NEW for one that is to be described."""
    stated = records.sources[records.sources["evidence"] == "documented"]
    names = {NEW: reader.t("desk-source-new")}
    names |= {
        row["source_id"]: f"{reader.pick(row, 'title')} ({row['source_id']})"
        for row in stated.to_dict("records")
    }
    return str(
        st.selectbox(
            reader.t("desk-source"),
            list(names),
            format_func=names.__getitem__,
            key="publish_source",
            width=620,
        )
    )


def _source(told: Told, needed: bool, today: str) -> Source | None:
    """Return the source of the rows. Raises SourceError ("title", "date") for facts that do not do."""
    if not needed:
        return None
    if told.source_id != NEW:
        return Source(told.source_id)
    if not told.title:
        raise SourceError("title")
    day = read_date(told.published)
    if day.fault or day.asks:
        raise SourceError("date")
    facts = (told.title, told.publisher, told.published, told.url)
    mark = hashlib.sha256("\0".join(facts).encode()).hexdigest()[:6]
    return Source(
        f"desk-{today}-{mark}", told.title, told.title, told.publisher,
        date.fromisoformat(day.text) if day.text else None, told.url,
    )  # fmt: skip


def _publish(
    store: Store, job: Job, found: Examination, told: Told, learnt: list[KnownList], records: Records,
    reader: Reader,
) -> None:  # fmt: skip
    """Publish as one release, if everything is said and the reader may; else say what is missing."""
    t = reader.t
    if not told.note:
        st.error(t("desk-reason-missing"))
        return
    if not desk_rights.allowed(store):
        store.audit.write("refusal", identity.author(), of="publish", why="not-an-editor")
        desk_rights.explain(desk_rights.reason(store), reader)
        return
    try:
        today = f"{desk.now():%Y%m%d}"
        source = _source(told, found.needs_source or bool(found.aliases), today)
        tables = found.proposed(source, keep_answers=told.keep)
        note = desk_mend.noted(told.note, job, reader)
        with st.spinner(t("desk-publishing")):
            made = store.publish(tables, author=identity.author(), note=note, expected=job.seen)
    except (SourceError, NotReadyError) as error:
        st.error(t(f"desk-cannot-{error.args[0]}"))
        return
    except StoreError as error:
        desk_rights.failed(error, reader)
        return
    if told.keep:
        desk_rights.remembered(store).keep(identity.author(), found.kept)
    desk_rights.remembered(store).keep_lists(identity.author(), learnt)
    job.published = made.release_id
    desk_rights.published()
    st.rerun()


def done(store: Store, job: Job, reader: Reader) -> None:
    """Draw what was published, where it can be seen, and the way back."""
    t, made = reader.t, store.release(job.published)
    current = store.current()
    st.success(markup.as_text(t("desk-published", number=str(made.number), name=job.book.name)))
    links = (
        lists.go(t("desk-see-overview"), "overview"),
        lists.go(t("desk-see-history"), "data", part="history"),
    )
    st.html(f'<p class="sti-go">{" · ".join(links)}</p>')
    with st.container(key="desk_done", horizontal=True, gap="small"):
        st.button(t("desk-another"), key="desk_another", on_click=desk_job.forget, type="primary")
        if current and current.release_id == made.release_id and made.parent:
            undone = st.button(t("desk-undo"), key="desk_undo", icon=":material/undo:")
            if undone:
                note = t("desk-undo-note", number=str(made.number))
                desk_history.restore(store, made.parent, note, made, reader, desk_job.forget)
    if current and current.release_id != made.release_id:
        desk.quiet(t("desk-undone"))
    desk.quiet(t("desk-undo-sub"))
