"""What a file would change against the current release, and in the headline numbers, before anything is published."""

from datetime import date
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from data.intake.merging import MODES
from data.records import Records
from locales import Reader
from measures import overview
from measures.selection import Selection
from shell import context, desk, desk_changes, desk_drop, desk_job, filters, markup
from shell.desk_job import Job


def show(job: Job, records: Records, reader: Reader, today: date) -> None:
    """Draw how the rows are put together, what changes cell by cell, and the headline numbers before and after."""
    t = reader.t
    st.session_state["desk_mode"] = job.mode
    st.radio(
        t("desk-mode"),
        MODES,
        format_func=lambda mode: t(f"desk-mode-{mode.replace('_', '-')}"),
        captions=[t(f"desk-mode-{mode.replace('_', '-')}-why") for mode in MODES],
        key="desk_mode",
        on_change=_take_mode,
    )
    with desk_drop.working(t("desk-checking")) as progress:
        found = job.examination(records, today, progress)
    if not found.is_clean or not found.changed:
        st.html(f'<p class="sti-gap">{escape(t("desk-mode-breaks", n=len(found.faults)))}</p>')
        _way_on(reader, ready=False)
        return
    proposed = job.after(records)
    _headline(records, proposed, reader)
    desk_changes.show(
        records, proposed, reader, key="effect", without=("sources",) if found.needs_source else ()
    )
    if found.removed:
        gone = reader.join(
            f"{desk.table_name(name, reader)} {reader.number(n)}" for name, n in found.removed.items()
        )
        desk.note(t("desk-removed-too", gone=gone))
    job.seen = records.release
    _way_on(reader, ready=True)


def _take_mode() -> None:
    if job := desk_job.current():
        job.mode = st.session_state["desk_mode"]


def _way_on(reader: Reader, *, ready: bool) -> None:
    t = reader.t
    with st.container(key="desk_effect_go", horizontal=True, gap="small"):
        st.button(
            t("desk-back"),
            key="desk_back",
            on_click=desk_job.go,
            args=("check",),
            icon=":material/arrow_back:",
        )
        st.button(
            t("desk-publish-now"),
            key="desk_on",
            on_click=desk_job.go,
            args=("publish",),
            type="primary",
            disabled=not ready,
        )


def _headline(records: Records, proposed: Records, reader: Reader) -> None:
    t = reader.t
    st.html(markup.section(t("desk-headline"), t("desk-headline-sub"), level=3))
    filters.beside("desk_headline", "asof")
    view = context.selection()
    selection, since = Selection(asof=view.asof), min(filters.since(), view.asof)
    old, new = (overview.key_figures(one, selection, since) for one in (records, proposed))
    items = []
    for was, now in zip(old.to_dict("records"), new.to_dict("records"), strict=True):
        before, after = _number(was, reader), _number(now, reader)
        name = t(f"key-{now['code']}")
        told = t("desk-headline-same") if before == after else t("desk-headline-was", value=before)
        mark = "" if before == after else "moved"
        items.append(
            f'<li><b class="{mark}">{escape(after)}</b><span>{escape(name)}</span>'
            f'<br><span class="sti-was">{escape(told)}</span></li>'
        )
    st.html(f'<ul class="sti-counts" id="headline">{"".join(items)}</ul>')


def _number(row: dict[Any, Any], reader: Reader) -> str:
    if pd.isna(row["value"]):
        return reader.t("key-not-applicable" if row["state"] == "not_applicable" else "key-not-reported")
    number = reader.t(f"qualifier-{row['qualifier']}", number=reader.number(int(row["value"])))
    return number if pd.isna(row["of"]) else f"{number} {reader.t('key-of', of=int(row['of']))}"
