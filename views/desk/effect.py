"""What a file would change against the current release, and in the headline numbers, before anything is published."""

from datetime import date
from html import escape

import streamlit as st

from data.intake import scopes
from data.intake.examination import Examination
from data.intake.merging import MODES
from data.intake.scopes import COUNTRY, NAMED, UNSTATED
from data.records import Records
from data.schema import SCOPED
from geo import calendar
from locales import Reader
from measures import overview
from measures.projects import preview
from measures.selection import Selection
from shell import context, filters, lists, markup
from views.desk import changes as desk_changes
from views.desk import common as desk
from views.desk import drop as desk_drop
from views.desk import job as desk_job
from views.desk import way as desk_way
from views.desk.job import Job


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
    found = desk_drop.examined(job, records, reader, today)
    if found is None:
        desk_way.show("effect", reader)
        return
    _covers(job, found, records, reader)
    if not found.is_clean or not found.changed:
        why = t("desk-nothing") if found.is_clean else t("desk-mode-breaks", n=found.fault_count)
        st.html(f'<p class="sti-gap">{escape(why)}</p>')
        desk_way.show("effect", reader, on="publish", label=t("desk-publish-now"), ready=False)
        return
    proposed = job.after(records)
    if {"projects", "project_locations"} & set(found.changed):
        _map(records, proposed, reader, today)
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
    desk_way.show("effect", reader, on="publish", label=t("desk-publish-now"))


def _take_mode() -> None:
    if job := desk_job.current():
        job.mode = st.session_state["desk_mode"]


def _covers(job: Job, found: Examination, records: Records, reader: Reader) -> None:
    """Ask which areas a list covers whole: there, and nowhere else, what it does not name is documented as none."""
    groups = calendar.groups_on(records.province_groups, desk.now().date())
    named = {row["group_code"]: reader.pick(row, "name") for row in groups.to_dict("records")}
    told = {
        code: reader.t(f"desk-covers-{code or 'unstated'}") for code in (UNSTATED, NAMED, COUNTRY)
    } | named
    for table in (name for name in SCOPED if found.row_counts.get(name)):
        key = scopes.key(table)
        st.session_state[f"desk_covers_{table}"] = job.answers.get(key, UNSTATED)
        st.selectbox(
            reader.t("desk-covers", table=desk.table_name(table, reader)), list(told), format_func=told.__getitem__,
            key=f"desk_covers_{table}", on_change=_take_cover, args=(table,), width=620,
        )  # fmt: skip
        if job.answers.get(key, UNSTATED) == UNSTATED:
            desk.quiet(reader.t("desk-covers-why"))


def _take_cover(table: str) -> None:
    if job := desk_job.current():
        job.answers[scopes.key(table)] = st.session_state[f"desk_covers_{table}"]


def _map(records: Records, proposed: Records, reader: Reader, today: date) -> None:
    """Say in words what the map of projects shows before and after, and what would leave it."""
    t, day = reader.t, preview.day_for(proposed, today)
    before, after = (_map_words(preview.told(one, day), reader) for one in (records, proposed))
    tables = desk_changes.between(records, proposed).tables
    left = {name: len(tables[name].removed) for name in ("projects", "project_locations") if name in tables}
    gone = reader.join(
        t("desk-map-rows", table=desk.table_name(name, reader), n=n) for name, n in left.items() if n
    )
    st.html(
        markup.section(t("desk-map", day=reader.date(day)), level=3)
        + f'<ul class="sti-notes" id="effect_map"><li>{escape(t("desk-map-before", told=before))}</li>'
        f"<li><b>{escape(t('desk-map-after', told=after))}</b></li>"
        + (f"<li>{escape(t('desk-map-leave', gone=gone))}</li>" if gone else "")
        + "</ul>"
    )


def _map_words(shown: preview.OnMap, reader: Reader) -> str:
    if not shown.project_count:
        return reader.t("desk-map-none")
    baht = "–" if shown.allocated_baht != shown.allocated_baht else reader.million_baht(shown.allocated_baht)
    told = reader.t(
        "desk-map-told",
        n=shown.project_count,
        areas=shown.area_count,
        of=shown.of,
        baht=baht,
        stated=shown.stated_count,
    )
    return f"{told} {reader.t('desk-map-unplaced', n=shown.unplaced_count)}" if shown.unplaced_count else told


def _headline(records: Records, proposed: Records, reader: Reader) -> None:
    t = reader.t
    st.html(markup.section(t("desk-headline"), t("desk-headline-sub"), level=3))
    filters.beside("desk_headline", "asof")
    view = context.selection()
    selection, since = Selection(asof=view.asof), min(filters.since(), view.asof)
    old, new = (overview.key_figures(one, selection, since) for one in (records, proposed))
    items = []
    for was, now in zip(old.to_dict("records"), new.to_dict("records"), strict=True):
        before, after = (" ".join(filter(None, lists.said(row, reader))) for row in (was, now))
        name = t(f"key-{now['code']}")
        told = t("desk-headline-same") if before == after else t("desk-headline-was", value=before)
        mark = "" if before == after else "moved"
        items.append(
            f'<li><b class="{mark}">{escape(after)}</b><span>{escape(name)}</span>'
            f'<br><span class="sti-was">{escape(told)}</span></li>'
        )
    st.html(f'<ul class="sti-counts" id="headline">{"".join(items)}</ul>')
