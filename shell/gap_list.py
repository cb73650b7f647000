"""What is missing, for whom and why: a list that opens by subject and can be taken away as a spreadsheet."""

from typing import Any

import pandas as pd
import streamlit as st

from data.records import Records
from data.remember import lru_cache
from figures import drawn
from locales import Reader
from measures import gaps, scope
from measures.selection import Selection
from shell import address, amending, context, leaving, markup, part_controls
from shell.gap_table import csv, table

SUBJECTS = ("all", *gaps.KINDS)


def show(records: Records, selection: Selection, reader: Reader, key: str) -> None:
    """Draw the section; nothing is listed, counted or sent until the reader chooses a subject.

    The list honours day, groups, area, phase and evidence of the selection. `key` names the section's card
    and its download (`<key>_csv`).
    """
    with st.container(key=f"card_{key}"):
        st.html(markup.section(reader.t("gap-list"), reader.t("gap-list-sub")))
        _part(records, selection, reader, key)


@st.fragment
def _part(records: Records, selection: Selection, reader: Reader, key: str) -> None:
    subject, phase = _controls(records, reader, key)
    if phase != selection.phase and part_controls.touched():
        st.rerun()  # the whole page is about this phase now
    if subject:
        months = address.current()["months"]
        asked = selection.but(measure="coverage", level="province")
        rows = _rows(records, asked, subject, months)
        if len(rows):  # above the list, which may be long
            stamp = leaving.stamp()
            st.download_button(
                reader.t("gap-csv"),
                data=lambda: csv(rows, records, asked, reader, stamp),
                file_name=f"{leaving.file_stem(f'gaps-{subject}')}.csv",
                mime="text/csv",
                key=f"{key}_csv",
                on_click="ignore",
                type="tertiary",
                icon=":material/download:",
            )
        writes = amending.may_propose() and context.store() is not None
        st.html(_section(records, asked, reader, subject, months, address.frozen(), writes))
    part_controls.finish(key)


def _controls(records: Records, reader: Reader, key: str) -> tuple[str | None, str | None]:
    """Draw the subjects, and what the chosen one needs to know; return subject and phase."""
    part_controls.give("gap")
    st.pills(
        reader.t("gap-control-gap"),
        SUBJECTS,
        format_func=lambda code: reader.t("gap-control-all" if code == "all" else f"gap-short-{code}"),
        key="gap",
        wrap=True,
        label_visibility="collapsed",
        on_change=part_controls.take("gap"),
    )
    view = address.current()
    subject = view["gap"]
    wanted = [_phase] if subject in ("all", "no_project_in_phase") else []
    wanted += [_months] if subject in ("all", "plan_stalled") else []
    if wanted:
        with st.container(key=f"{key}_controls", horizontal=True, gap="small", vertical_alignment="bottom"):
            for draw in wanted:
                draw(records, reader)
    return subject, view["phase"]


def _phase(records: Records, reader: Reader) -> None:
    names = {row["phase_code"]: reader.pick(row, "name") for _, row in records.phases.iterrows()}
    part_controls.give("phase")
    st.selectbox(
        reader.t("filter-phase"),
        list(names),
        index=None,
        format_func=names.__getitem__,
        key="phase",
        placeholder=reader.t("gap-control-phase-of-day"),
        on_change=part_controls.take("phase"),
        width=190,
    )


def _months(records: Records, reader: Reader) -> None:
    part_controls.give("months")
    st.number_input(
        reader.t("gap-control-months"),
        min_value=0,
        max_value=120,
        step=6,
        key="months",
        on_change=part_controls.take("months"),
        width=190,
    )


@lru_cache(maxsize=64)
def _rows(records: Records, selection: Selection, subject: str, months: int) -> pd.DataFrame:
    kinds = gaps.KINDS if subject == "all" else (subject,)
    return gaps.listing(records, selection, kinds=kinds, stalled_months=months)


@lru_cache(maxsize=64)
def _section(
    records: Records, selection: Selection, reader: Reader, subject: str, months: int, view: address.Frozen,
    writes: bool,
) -> str:  # fmt: skip
    """Return title and table. view, writes: what the links in it depend on, so that it is remembered for those alone."""
    rows = _rows(records, selection, subject, months)
    title = finding(records, selection, reader, subject, months)
    where = (
        _where(records, selection, reader)
        + " · "
        + reader.t("figures-as-of", date=reader.date(selection.asof))
    )
    if rows["nearest_code"].ne("").any():
        where += " · " + reader.t("gap-straight-line")
    head = f'<div aria-live="polite">{markup.section(title, where, 3)}</div>'
    return head + (table(rows, records, selection, reader, subject, title) if len(rows) else "")


def finding(
    records: Records, selection: Selection, reader: Reader, subject: str, months: int = gaps.STALLED_MONTHS
) -> str:
    """Return the answer in a sentence: how many of how many, nobody, not reported, or not asked on this day."""
    counts = gaps.counts(records, selection, stalled_months=months)
    rows = _rows(records, selection, subject, months)
    of = int(counts["of_count"].max())
    if of == 0:
        return reader.t("reason-nothing_in_filter")
    phase = _phase_name(records, selection, reader)
    told: dict[str, Any] = {"n": len(rows), "of": of, "phase": phase, "months": months}
    if subject in ("all", "not_reported"):
        told["provinces"] = rows["area_code"].nunique()
        return reader.t(f"gap-{'found' if len(rows) else 'met'}-{subject}", **told)
    own = counts[counts["kind"] == subject].iloc[0]
    stem = {"value": "found", "none": "met", "not_reported": "unknown", "not_applicable": "not-applicable"}
    said = reader.t(f"gap-{stem[own['state']]}-{subject}", **told)
    silent = int(own["not_reported_count"])
    if own["state"] in ("value", "none") and silent:
        said += reader.t("figures-title-joint") + reader.t("gap-also-unknown", n=silent)
    return said


def _phase_name(records: Records, selection: Selection, reader: Reader) -> str:
    code = gaps.phase_asked(records, selection)
    if code is None:
        return reader.t("gap-no-phase")
    return reader.pick(records.phases.set_index("phase_code").loc[code], "name")


def _where(records: Records, selection: Selection, reader: Reader) -> str:
    names = drawn.group_names(records, selection, reader)
    said = [reader.join(names.get(code, code) for code in selection.groups)] if selection.groups else []
    if selection.area:
        own = scope.area_on(records, selection.area, selection.asof)
        said.append(reader.pick({"name_th": own.name_th, "name_en": own.name_en}, "name"))
    return " · ".join(said) or reader.t("gap-whole-country")
