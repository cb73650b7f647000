"""Slides: a ministry's own template for every deck of this window, and edited decks that come back for new numbers."""

import hashlib
import logging
import uuid
from collections.abc import Sequence
from datetime import date
from html import escape
from typing import Any, NamedTuple

import streamlit as st

from data.faults import fault_text
from data.intake import apart
from data.intake.notes import RefusedFileError
from data.intake.worker import Budget
from data.records import Records
from exports import refreshing
from exports.deck import own as own_deck
from exports.deck import template, update
from exports.deck.opening import MOST_FILE, NotADeckError
from exports.story.story import StoryError
from locales import Reader
from shell import context, downloads, markup, own_template
from views.desk import common as desk
from views.desk import drop as desk_drop

LOG = logging.getLogger("sti")
BUDGET = Budget(seconds=20, memory=600 * 2**20)  # of examining one presentation
MEGABYTES = MOST_FILE // 2**20
GAP = '<div class="sti-desk-gap"></div>'
PPTX = downloads.MIME["deck"]
_EXAMINED, _REFRESHED = "_own_deck_examined", "_own_deck_refreshed"


class Refreshed(NamedTuple):
    """A deck that was handed in: of which file and release, its copy, and what is said of it or why there is none."""

    key: tuple[str, str]
    content: bytes
    told: list[tuple[str, list[str]]]
    problem: str = ""


def show(records: Records, scopes: Sequence[tuple[str, date]], reader: Reader) -> None:
    """Draw the place for a template, the decks that can be made in it, and the place for an edited deck."""
    apart.warm()
    desk_drop.uploader_words(MEGABYTES, reader)
    _template(scopes, reader)
    _refresh(records, reader)


def _template(scopes: Sequence[tuple[str, date]], reader: Reader) -> None:
    t = reader.t
    st.html(GAP + markup.section(t("own-deck"), t("own-deck-sub")))
    st.download_button(
        t("own-deck-ours", name=template.TARGET.name),
        data=template.TARGET.read_bytes(),
        file_name=template.TARGET.name,
        mime=PPTX,
        key="own_deck_ours",
        on_click="ignore",
        icon=":material/download:",
    )
    desk.quiet(t("own-deck-how"))
    file = st.file_uploader(t("own-deck-file", most=MEGABYTES), key="own_deck", max_upload_size=MEGABYTES)
    if file is not None:
        _examine(desk_drop.plain_name(file.name), file.getvalue(), reader)
    if used := own_template.current():
        st.success(markup.as_text(t("own-deck-used", name=used.name)))
        st.button(t("own-deck-drop"), key="own_deck_forget", on_click=own_template.forget)
    downloads.show(scopes, context.selection().evidence, link=False)


def _examine(name: str, content: bytes, reader: Reader) -> None:
    """Take a template into use, or say what it lacks; once for each file, which an uploader gives at every run."""
    digest = hashlib.sha256(content).hexdigest()
    kept = st.session_state.get(_EXAMINED)
    if kept is None or kept[0] != digest:
        own_template.forget()  # whoever brings another file does not mean the one before
        lacks, problem = _apart(own_deck.lacking, content, name, reader)
        kept = st.session_state[_EXAMINED] = (digest, tuple(lacks or ()), problem)
        if not lacks and not problem:
            own_template.keep(name, content)
    if kept[2]:
        st.error(markup.as_text(kept[2]))
    elif kept[1]:
        rows = "".join(f"<li>{escape(one)}</li>" for one in own_deck.words(kept[1], reader))
        head = escape(reader.t("own-deck-lacks", name=name))
        st.html(f'<div class="sti-off" role="alert"><h3>{head}</h3><ul>{rows}</ul></div>')


def _apart(work: Any, content: bytes, name: str, reader: Reader) -> tuple[Any, str]:
    """Return what looking at a file found, in a process of its own with little to spend, and why it could not be."""
    try:
        with desk_drop.working(reader.t("own-deck-looking", name=name)) as progress:
            return apart.run(work, content, name=name, progress=progress, budget=BUDGET), ""
    except RefusedFileError as error:
        return None, reader.t("own-deck-too-much", name=name, why=fault_text(error.fault, reader))
    except NotADeckError:
        return None, reader.t("update-unreadable", path=name, why=reader.t("update-no-deck"))


def _refresh(records: Records, reader: Reader) -> None:
    t = reader.t
    st.html(GAP + markup.section(t("refresh-deck"), t("refresh-deck-sub")))
    file = st.file_uploader(
        t("refresh-deck-file", most=MEGABYTES), key="refresh_deck", max_upload_size=MEGABYTES
    )
    if file is None:
        st.session_state.pop(_REFRESHED, None)
        return
    name, content = desk_drop.plain_name(file.name), file.getvalue()
    key = hashlib.sha256(content).hexdigest() + reader.lang, records.release
    done: Refreshed | None = st.session_state.get(_REFRESHED)
    if done is None or done.key != key:
        done = st.session_state[_REFRESHED] = _refreshed(key, name, content, records, reader)
    if done.problem:
        st.error(markup.as_text(done.problem))
        return
    copy = t("refresh-deck-name", name=name)
    st.download_button(
        t("refresh-deck-save", name=copy), data=done.content, file_name=copy, mime=PPTX, key="refresh_deck_save",
        on_click="ignore", type="primary", icon=":material/download:",
    )  # fmt: skip
    parts = []
    for head, rows in done.told:
        lines = "".join(f"<li>{escape(row)}</li>" for row in rows)
        parts.append(
            f"<p><b>{escape(head)}</b></p>" + (f'<ul class="sti-notes">{lines}</ul>' if rows else "")
        )
    st.html(f'<div class="sti-refreshed">{"".join(parts)}</div>')


def _refreshed(
    key: tuple[str, str], name: str, content: bytes, records: Records, reader: Reader
) -> Refreshed:
    """Return the copy of an edited deck with the numbers of these records; it is looked at apart before."""
    ours, problem = _apart(update.is_ours, content, name, reader)
    if problem:
        return Refreshed(key, b"", [], problem)
    if not ours:
        return Refreshed(key, b"", [], reader.t("update-not-ours", path=name))
    try:
        with desk_drop.working(reader.t("refresh-deck-working", name=name)):
            made, report = update.refreshed(content, records)
    except StoryError as error:
        return Refreshed(key, b"", [], error.sentence(reader))
    except Exception:  # whatever people did to a deck must not end the page; the log has the trace
        reference = uuid.uuid4().hex[:8]
        LOG.exception("deck not refreshed, reference %s", reference)
        return Refreshed(key, b"", [], reader.t("downloads-failed", what=name, reference=reference))
    return Refreshed(key, made, refreshing.told(report, reader))
