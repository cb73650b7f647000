"""The list of projects: a page at a time, sorted, and all of it as CSV."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from addresses.parameters import SORTS, parameters
from data.records import Records
from exports import tabular
from figures import words
from locales import Reader
from measures.projects import explorer
from measures.projects.explorer import Page
from measures.projects.query import ProjectQuery
from shell import address, context, leaving, markup
from views.projects.filters import code_name
from views.projects.row_words import inside, money, province_names, status, status_name, when, where
from views.projects.view import conditions, is_inside

SIZE = 20
MOST = 100_000  # rows of one CSV: what a spreadsheet opens and a server makes in seconds


@st.fragment
def listing(asked: ProjectQuery, state: str) -> None:
    """Draw a page of the list with its sorting, its steps and the CSV of all of it.

    A fragment: turning a page sends this list only, and the address follows.
    """
    records, reader, view = context.records(), context.reader(), address.current()
    offered = SORTS if explorer.has_title_order(records, asked) else tuple(s for s in SORTS if s != "title")
    if view["sort"] not in offered:
        address.note_cleaned("sort")
        view["sort"] = SORTS[0]
    page = explorer.page(records, asked, view["page"], SIZE, _sort(view["sort"], reader))
    view["page"] = page.number
    nothing = reader.t("projects-not-reported" if state == "not_reported" else "projects-none")
    first = (page.number - 1) * SIZE + 1
    told = reader.t("projects-list-sub", first=first, last=first + len(page.rows) - 1, total=page.total)
    if not is_inside(asked):
        told = f"{told} · {reader.t('projects-list-with-nationwide')}"
    st.html(markup.section(reader.t("projects-list"), told if page.total else nothing))
    if page.total:
        _list_controls(page, asked, offered, reader)
        # Narrow screens have no row of headings: the style sheet writes these two in front of the sums.
        heads = "".join(
            f"--{money}:'{reader.t(f'projects-{money}')}';" for money in ("allocated", "disbursed")
        )
        st.html(f'<div class="sti-projects" style="{escape(heads)}">{_rows(page, asked, reader)}</div>')
        if page.last > 1:
            _steps(page, reader)
    address.write(parameters(records))


def _sort(sort: str, reader: Reader) -> str:
    return f"title_{reader.lang}" if sort == "title" else sort


def _list_controls(page: Page, asked: ProjectQuery, offered: tuple[str, ...], reader: Reader) -> None:
    with st.container(key="list_controls", horizontal=True, gap="small", vertical_alignment="bottom"):
        st.session_state["sort"] = address.current()["sort"]
        st.selectbox(
            reader.t("projects-sort"),
            offered,
            format_func=lambda sort: reader.t(
                f"projects-sort-{sort.replace('_', '-').lstrip('-')}{_way(sort)}"
            ),
            key="sort",
            on_change=lambda: address.current().update(sort=st.session_state["sort"], page=1),
            width=260,
            label_visibility="collapsed",
        )
        sort, held = _sort(address.current()["sort"], reader), context.records()
        stamp = leaving.stamp(conditions=conditions(asked, reader, held))
        st.download_button(
            _csv_label(page.total, reader),
            data=lambda: csv_bytes(held, asked, sort, reader, stamp),
            file_name=f"{leaving.file_stem('projects')}.csv",
            mime="text/csv",
            key="projects_csv",
            on_click="ignore",
            type="tertiary",
            icon=":material/download:",
        )


def _csv_label(total: int, reader: Reader) -> str:
    key = "projects-csv" if total <= MOST else "projects-csv-first"
    return reader.t(key, n=min(total, MOST), of=total)


def _way(sort: str) -> str:
    return "-down" if sort.startswith("-") else "-up" if f"-{sort}" in SORTS else ""


def _steps(page: Page, reader: Reader) -> None:
    """Draw "previous", the place, "next" where a reader of the page arrives: below it."""
    with st.container(key="list_steps", horizontal=True, gap="small", vertical_alignment="center"):
        for name, there in (("back", page.number - 1), ("on", page.number + 1)):
            if name == "on":
                place = reader.t("projects-page", n=page.number, of=page.last)
                st.html(f'<span class="sti-page" aria-live="polite">{escape(place)}</span>')
            st.button(
                reader.t(f"projects-page-{name}"),
                key=f"page_{name}",
                disabled=not 1 <= there <= page.last,
                on_click=address.step("page", _by(-1 if name == "back" else 1, page.last)),
            )


def _by(pages: int, last: int) -> Callable[[int], int]:
    return lambda here: min(max(here + pages, 1), last)


def _rows(page: Page, asked: ProjectQuery, reader: Reader) -> str:
    records = context.records()
    names = province_names(records, asked, reader)
    link = _link_maker(records, reader)
    rows = []
    for row in explorer.with_names(records, page.rows).to_dict("records"):
        rows.append(
            [
                f"{link(row)} {markup.sample_tag(row['evidence'], reader)}"
                f'<br><span class="sti-sub">{escape(_under_title(row, reader))}</span>',
                escape(where(row, names, reader)),
                escape(when(row, reader)),
                status(row, asked, reader),
                money(row, "allocated", reader) + inside(row, asked, reader),
                money(row, "disbursed", reader),
            ]
        )
    columns = [reader.t(f"projects-list-{name}") for name in ("title", "where", "when", "status")]
    unit = reader.t("figures-unit-million")
    columns += [f"{reader.t(f'projects-{money}')} ({unit})" for money in ("allocated", "disbursed")]
    return markup.html_table(columns, rows, numeric={4, 5}, caption=reader.t("projects-list"))


def _link_maker(records: Records, reader: Reader) -> Callable[[Mapping[Any, Any]], str]:
    """Return what makes a title the link that opens a project.

    A click keeps the present view (views/projects/view.py); opened elsewhere the link leads to the project in the
    reader's language and day.
    """
    query = address.query_of(parameters(records))
    kept: dict[str, Any] = {
        name: query[name] for name in ("lang", "era", "asof", "evidence") if name in query
    }

    def link(row: Mapping[Any, Any]) -> str:
        own = str(row["project_id"])
        href = escape(markup.href("projects", {**kept, "project": own}), quote=True)
        title = escape(reader.pick(row, "title"))
        return f'<a href="{href}" target="_self" data-open="{escape(own, quote=True)}">{title}</a>'

    return link


def _under_title(row: Mapping[Any, Any], reader: Reader) -> str:
    names = [reader.pick(row, f"{kind}_name") or row[f"{kind}_code"] for kind in ("programme", "agency")]
    return " · ".join([names[0] or reader.t("programme-unstated"), *names[1:]])


def csv_bytes(
    records: Records, asked: ProjectQuery, sort: str, reader: Reader, stamp: tabular.Stamp
) -> bytes:
    """Return the projects that answer, the first MOST in the order given, as a table for a spreadsheet.

    It is made when the reader takes it, outside any session: everything it needs is handed over.
    """
    total = max(1, explorer.page(records, asked).total)
    page = explorer.page(records, asked, 1, min(total, MOST), sort)
    frame = csv_frame(page, asked, records, reader)
    if total > MOST:
        stamp = replace(stamp, filters=words.dots([stamp.filters, _csv_label(total, reader)]))
    return tabular.of_table(frame, page.rows.to_dict("records"), stamp, reader)


def csv_frame(page: Page, asked: ProjectQuery, records: Records, reader: Reader) -> pd.DataFrame:
    """Return the projects of a page with display names; sums are whole baht of the whole project."""
    t, names = reader.t, province_names(records, asked, reader)
    rows = explorer.with_names(records, page.rows).to_dict("records")

    def number(value: Any) -> Any:
        return "" if pd.isna(value) else value

    made = [
        {
            t("projects-column-id"): row["project_id"],
            t("projects-list-title"): reader.pick(row, "title"),
            t("projects-column-programme"): reader.pick(row, "programme_name") or row["programme_code"],
            t("projects-column-agency"): reader.pick(row, "agency_name") or row["agency_code"],
            t("projects-filter-phase"): code_name("phase", row["phase_code"], reader, records)
            if row["phase_code"]
            else "",
            t("projects-list-status"): status_name(row["status"], reader),
            t("projects-column-year"): ""
            if pd.isna(row["fiscal_year_be"])
            else reader.year(int(row["fiscal_year_be"])),
            t("projects-column-started"): ""
            if pd.isna(row["started_on"])
            else row["started_on"].date().isoformat(),
            t("projects-column-ended"): ""
            if pd.isna(row["ended_on"])
            else row["ended_on"].date().isoformat(),
            t("projects-column-allocated-baht"): number(row["allocated_baht"]),
            t("projects-column-disbursed-baht"): number(row["disbursed_baht"]),
            t("projects-column-inside"): number(row["inside_share"]),
            t("projects-column-beneficiaries"): number(row["beneficiary_count"]),
            t("projects-list-where"): ", ".join(names.get(code, code) for code in row["province_codes"])
            or where(row, names, reader),
            t("figures-column-evidence"): words.evidence_label(row["evidence"], reader),
        }
        for row in rows
    ]
    return pd.DataFrame(made)
