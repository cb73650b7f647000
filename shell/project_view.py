"""The project explorer in words and lists: the sentence, the totals, a page of projects, one project."""

from collections.abc import Mapping
from functools import lru_cache
from html import escape
from typing import Any
from urllib.parse import urlencode

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from data.records import Records
from figures.figure import Figure
from locales import Reader
from measures import areas, explorer, project_detail
from measures.explorer import Page, Part, Totals
from measures.project_detail import ProjectDetail
from measures.project_query import ProjectQuery
from shell import address, context, figure_card, filters, markup, project_figures
from shell.parameters import SORTS, parameters
from shell.project_filters import code_name, million

SIZE = 20
NAMED_PLACES = 3


def lead(totals: Totals, asked: ProjectQuery, reader: Reader) -> str:
    """Return the opening sentence: how many projects, how much money, what stands beside."""
    if totals.state != "value":
        return reader.t(f"projects-lead-{totals.state.replace('_', '-')}")
    part, money = totals.attributed, asked.money
    clauses = [reader.t("projects-lead", n=totals.project_count)]
    baht = getattr(part, f"{money}_baht")
    if pd.notna(baht) and part.project_count:
        clauses.append(reader.t(f"projects-lead-{money}", amount=reader.million_baht(baht)))
    if totals.unattributed.project_count:
        clauses.append(reader.t("projects-lead-unattributed", n=totals.unattributed.project_count))
    elif totals.nationwide.project_count and not asked.selection.area and not asked.selection.groups:
        clauses.append(reader.t("projects-lead-nationwide", n=totals.nationwide.project_count))
    scope = area_name(asked, reader) or filters.scope(asked.selection)
    if scope:
        clauses.insert(0, reader.t("lead-scope", scope=scope))
    return " ".join(clauses)


def below(asked: ProjectQuery, reader: Reader) -> str:
    """Return the quiet line: the day, what is counted, and the conditions of this page."""
    words = [reader.t("lead-asof", date=reader.date(asked.selection.asof))]
    words.append(reader.t("projects-below-planned" if asked.status == "planned" else "projects-below"))
    if said := conditions(asked, reader):
        words.append(said)
    return " · ".join(words)


def area_name(asked: ProjectQuery, reader: Reader) -> str:
    """Return the name of the chosen area, "" for none or one that the day does not know."""
    names = filters.area_names(context.records(), asked.selection.asof, reader)
    return names.get(asked.selection.area or "", "")


def conditions(asked: ProjectQuery, reader: Reader) -> str:
    """Return the conditions other than place and day in words, "" for none."""
    chosen = {
        "programme": asked.selection.programme,
        "agency": asked.selection.agency,
        "status": asked.status,
        "phase": asked.selection.phase,
    }
    said = [code_name(name, code, reader) for name, code in chosen.items() if code]
    said += _range("year", asked.year_from, asked.year_to, lambda year: reader.year(int(year)), reader)
    said += _range("baht", asked.baht_from, asked.baht_to, lambda baht: million(baht, reader), reader)
    if asked.text:
        said.append(reader.t("projects-condition-text", text=asked.text))
    return reader.t("projects-conditions", said=" · ".join(said)) if said else ""


def _range(name: str, low: Any, high: Any, write: Any, reader: Reader) -> list[str]:
    if low is None and high is None:
        return []
    if low == high:
        return [reader.t(f"projects-condition-{name}", low=write(low))]
    if high is None:
        return [reader.t(f"projects-condition-{name}-from", low=write(low))]
    if low is None:
        return [reader.t(f"projects-condition-{name}-to", high=write(high))]
    return [reader.t(f"projects-condition-{name}-range", low=write(low), high=write(high))]


def key_totals(totals: Totals, asked: ProjectQuery, reader: Reader) -> str:
    """Return the row of totals; each says what it counts. Nothing is added up that does not belong together."""
    tag = markup.sample_tag(totals.evidence, reader)
    part, other = totals.attributed, "disbursed" if asked.money == "allocated" else "allocated"
    unstated = part.unstated_count + totals.unattributed.unstated_count
    items = [
        _key("placed", _count(totals.project_count, totals, reader), reader.t("projects-key-placed-sub"), reader),
        _key(asked.money, _baht(part, asked.money, totals, reader), _shares_note(asked, reader), reader),
        _key(other, _baht(part, other, totals, reader), reader.t("projects-key-other-sub"), reader),
        _key("nationwide", *_beside(totals.nationwide, asked, totals, reader), reader),
    ]
    if totals.unattributed.project_count:
        items.append(_key("unattributed", *_beside(totals.unattributed, asked, totals, reader), reader))
    else:
        items.append(
            _key("unstated", _count(unstated, totals, reader), reader.t("projects-key-unstated-sub"), reader)
        )
    return f'<ul class="sti-keys">{"".join(items)}</ul><p class="sti-total-tag">{tag}</p>'


def _key(code: str, value: str, sub: str, reader: Reader) -> str:
    return (
        f'<li><span class="name">{escape(reader.t(f"projects-key-{code}"))}</span>{value}'
        f'<span class="trend">{escape(sub)}</span></li>'
    )


def _silent(totals: Totals, reader: Reader) -> str:
    key = "key-not-applicable" if totals.state == "not_applicable" else "key-not-reported"
    return f'<span class="of">{escape(reader.t(key))}</span>'


def _count(count: int, totals: Totals, reader: Reader) -> str:
    if totals.state in ("not_reported", "not_applicable"):
        return _silent(totals, reader)
    unit = escape(reader.t("projects-unit"))
    return f'<span class="value">{reader.number(count)}</span> <span class="of">{unit}</span>'


def _baht(part: Part, money: str, totals: Totals, reader: Reader) -> str:
    if totals.state in ("not_reported", "not_applicable"):
        return _silent(totals, reader)
    baht = getattr(part, f"{money}_baht")
    if pd.isna(baht):
        return f'<span class="of">{escape(reader.t("key-not-reported"))}</span>'
    unit = escape(reader.t("figures-unit-million"))
    return f'<span class="value">{reader.number(baht / 1e6, 1)}</span> <span class="of">{unit}</span>'


def _beside(part: Part, asked: ProjectQuery, totals: Totals, reader: Reader) -> tuple[str, str]:
    baht = getattr(part, f"{asked.money}_baht")
    sub = "" if pd.isna(baht) or not part.project_count else reader.t(
        "projects-key-whole", amount=reader.million_baht(baht)
    )  # fmt: skip
    if totals.state == "not_reported" and not part.project_count:
        return _silent(totals, reader), ""
    unit = escape(reader.t("projects-unit"))
    return f'<span class="value">{reader.number(part.project_count)}</span> <span class="of">{unit}</span>', sub


def _shares_note(asked: ProjectQuery, reader: Reader) -> str:
    inside = asked.selection.area or asked.selection.groups
    return reader.t("projects-key-by-share" if inside else "projects-key-whole-country")


# --- the list ---


@st.fragment
def listing(asked: ProjectQuery) -> None:
    """Draw a page of the list with its sorting, its steps and the CSV of all of it.

    A fragment: turning a page sends this list only, and the address follows.
    """
    records, reader, view = context.records(), context.reader(), address.current()
    page = explorer.page(records, asked, view["page"], SIZE, _sort(view["sort"], reader))
    view["page"] = page.number
    first = (page.number - 1) * SIZE + 1
    told = reader.t("projects-list-sub", first=first, last=first + len(page.rows) - 1, total=page.total)
    st.html(markup.section(reader.t("projects-list"), told if page.total else reader.t("projects-none")))
    if page.total:
        _list_controls(page, asked, reader)
        st.html(f'<div class="sti-projects">{_rows(page, asked, reader)}</div>')
        if page.last > 1:
            _steps(page, reader, "below")
    address.write(parameters(records))


def _sort(sort: str, reader: Reader) -> str:
    return f"title_{reader.lang}" if sort == "title" else sort


def _list_controls(page: Page, asked: ProjectQuery, reader: Reader) -> None:
    with st.container(key="list_controls", horizontal=True, gap="small", vertical_alignment="bottom"):
        st.session_state["sort"] = address.current()["sort"]
        st.selectbox(
            reader.t("projects-sort"),
            SORTS,
            format_func=lambda sort: reader.t(f"projects-sort-{sort.replace('_', '-').lstrip('-')}{_way(sort)}"),
            key="sort",
            on_change=lambda: address.current().update(sort=st.session_state["sort"], page=1),
            width=260,
        )
        _steps(page, reader, "above")
        st.download_button(
            reader.t("projects-csv", n=page.total),
            data=lambda: csv_bytes(context.records(), asked, reader),
            file_name=f"sti-projects-{asked.selection.asof.isoformat()}-{context.records().release[:8]}.csv",
            mime="text/csv",
            key="projects_csv",
            on_click="ignore",
            type="tertiary",
            icon=":material/download:",
        )


def _way(sort: str) -> str:
    return "-down" if sort.startswith("-") else "-up" if f"-{sort}" in SORTS else ""


def _steps(page: Page, reader: Reader, where: str) -> None:
    """Draw "previous", the place, "next"; the second pair below the list saves the way back up."""
    with st.container(
        key=f"steps_{where}", horizontal=True, gap="small", vertical_alignment="center", width="content"
    ):
        for name, there in (("back", page.number - 1), ("on", page.number + 1)):
            if name == "on":
                place = reader.t("projects-page", n=page.number, of=page.last)
                st.html(f'<span class="sti-page" aria-live="polite">{escape(place)}</span>')
            st.button(
                reader.t(f"projects-page-{name}"),
                key=f"page_{name}_{where}" if where == "below" else f"page_{name}",
                disabled=not 1 <= there <= page.last,
                on_click=address.set_values,
                kwargs={"page": there},
            )


def _rows(page: Page, asked: ProjectQuery, reader: Reader) -> str:
    records = context.records()
    names = _province_names(records, asked, reader)
    known = parameters(records)
    query = address.query_of(known)
    rows = []
    for row in explorer.with_names(records, page.rows).to_dict("records"):
        rows.append(
            [
                f"{_link(row, query, reader)} {markup.sample_tag(row['evidence'], reader)}"
                f'<br><span class="sti-sub">{escape(_under_title(row, reader))}</span>',
                _cell("where", escape(_where(row, names, reader)), reader),
                _cell("when", escape(_when(row, reader)), reader),
                _cell("status", _status(row["status"], reader), reader),
                _cell("allocated", _money(row, "allocated", reader) + _inside(row, asked, reader), reader),
                _cell("disbursed", _money(row, "disbursed", reader), reader),
            ]
        )
    columns = [reader.t(f"projects-list-{name}") for name in ("title", "where", "when", "status")]
    unit = reader.t("figures-unit-million")
    columns += [f"{reader.t(f'projects-{money}')} ({unit})" for money in ("allocated", "disbursed")]
    return markup.html_table(columns, rows, numeric={4, 5}, caption=reader.t("projects-list"))


def _cell(name: str, content: str, reader: Reader) -> str:
    """Return a cell with its column's name in front, which only narrow screens show."""
    key = f"projects-{name}" if name in ("allocated", "disbursed") else f"projects-list-{name}"
    return f'<span class="sti-cell" aria-hidden="true">{escape(reader.t(key))}</span>{content}'


def _link(row: Mapping[Any, Any], query: Mapping[str, Any], reader: Reader) -> str:
    href = f"projects?{urlencode({**query, 'project': row['project_id']}, doseq=True)}"
    title = escape(reader.pick(row, "title"))
    return f'<a href="{escape(href, quote=True)}" target="_self" data-open="1">{title}</a>'


def _under_title(row: Mapping[Any, Any], reader: Reader) -> str:
    names = (reader.pick(row, f"{kind}_name") or row[f"{kind}_code"] for kind in ("programme", "agency"))
    return " · ".join(names)


@lru_cache(maxsize=64)
def _province_names(records: Records, asked: ProjectQuery, reader: Reader) -> Mapping[str, str]:
    found = areas.provinces_on(records, asked.selection.asof)
    return {row["area_code"]: reader.pick(row, "name") for row in found.to_dict("records")}


def _where(row: Mapping[Any, Any], names: Mapping[str, str], reader: Reader) -> str:
    if row["kind"] != "province":
        return reader.t("projects-nationwide" if row["kind"] == "nationwide" else "project-kind-no_place")
    listed = [names.get(code, code) for code in row["province_codes"]]
    more = len(listed) - NAMED_PLACES
    if more <= 0:
        return reader.join(listed)
    shown = (" " if reader.lang == "th" else ", ").join(listed[:NAMED_PLACES])
    return reader.t("figures-and-more", names=shown, more=more)


def _when(row: Mapping[Any, Any], reader: Reader) -> str:
    if pd.isna(row["started_on"]):
        return "–" if pd.isna(row["fiscal_year_be"]) else reader.year(int(row["fiscal_year_be"]))
    start = reader.date(row["started_on"])
    return f"{start} –" + (f" {reader.date(row['ended_on'])}" if pd.notna(row["ended_on"]) else "")


def _status(status: str, reader: Reader) -> str:
    return f'<span class="sti-status {escape(status)}">{escape(reader.t(f"project-status-{status}"))}</span>'


def _money(row: Mapping[Any, Any], money: str, reader: Reader) -> str:
    baht = row[f"{money}_baht"]
    if pd.isna(baht):
        return f'<span class="sti-sub">{escape(reader.t("projects-sum-unstated"))}</span>'
    return reader.number(baht / 1e6, 2)


def _inside(row: Mapping[Any, Any], asked: ProjectQuery, reader: Reader) -> str:
    """Return how much of the money belongs to the area asked about, where that is not all of it."""
    if not (asked.selection.area or asked.selection.groups) or row["inside_share"] == 1:
        return ""
    if pd.isna(row["inside_share"]):
        text = reader.t("projects-list-not-attributable")
    else:
        text = reader.t("projects-list-inside", share=f"{row['inside_share'] * 100:.3g}%")
    return f'<br><span class="sti-sub">{escape(text)}</span>'


def csv_bytes(records: Records, asked: ProjectQuery, reader: Reader) -> bytes:
    """Return every project that answers, in the order of the list, as a table for a spreadsheet."""
    total = max(1, explorer.page(records, asked).total)
    sort = _sort(address.current()["sort"], reader)
    page = explorer.page(records, asked, 1, total, sort)
    frame = csv_frame(page, asked, records, reader)
    subtitle = below(asked, reader)
    plain = Figure("projects", go.Figure(), frame, reader.t("projects-list"), subtitle, subtitle)
    return figure_card.csv_bytes(plain, reader)


def csv_frame(page: Page, asked: ProjectQuery, records: Records, reader: Reader) -> pd.DataFrame:
    """Return the projects of a page with display names; sums are whole baht of the whole project."""
    t, names = reader.t, _province_names(records, asked, reader)
    rows = explorer.with_names(records, page.rows).to_dict("records")

    def number(value: Any) -> Any:
        return "" if pd.isna(value) else value

    made = [
        {
            t("projects-column-id"): row["project_id"],
            t("projects-list-title"): reader.pick(row, "title"),
            t("projects-column-programme"): reader.pick(row, "programme_name") or row["programme_code"],
            t("projects-column-agency"): reader.pick(row, "agency_name") or row["agency_code"],
            t("projects-filter-phase"): code_name("phase", row["phase_code"], reader) if row["phase_code"] else "",
            t("projects-list-status"): t(f"project-status-{row['status']}"),
            t("projects-column-year"): ""
            if pd.isna(row["fiscal_year_be"])
            else reader.year(int(row["fiscal_year_be"])),
            t("projects-column-started"): "" if pd.isna(row["started_on"]) else row["started_on"].date().isoformat(),
            t("projects-column-ended"): "" if pd.isna(row["ended_on"]) else row["ended_on"].date().isoformat(),
            t("projects-column-allocated-baht"): number(row["allocated_baht"]),
            t("projects-column-disbursed-baht"): number(row["disbursed_baht"]),
            t("projects-column-inside"): number(row["inside_share"]),
            t("projects-column-beneficiaries"): number(row["beneficiary_count"]),
            t("projects-list-where"): ", ".join(names.get(code, code) for code in row["province_codes"])
            or _where(row, names, reader),
            t("figures-column-evidence"): t(f"figures-evidence-{row['evidence']}"),
        }
        for row in rows
    ]
    return pd.DataFrame(made)


# --- one project ---


def chosen(asked: ProjectQuery) -> ProjectDetail | None:
    """Return the opened project; None while there is none, also for one the reader asked not to see."""
    project_id = address.current()["project"]
    if not project_id:
        return None
    try:
        return project_detail.detail(context.records(), asked.selection, project_id)
    except KeyError:
        return None


def show_detail(found: ProjectDetail, asked: ProjectQuery, reader: Reader) -> None:
    """Draw one project: its facts on the left, its places with their shares, a small map on the right."""
    with st.container(key="project_detail"):
        left, right = st.columns([3, 2], gap="large")
        with left:
            st.html(_facts(found, reader))
            st.button(
                reader.t("projects-close"),
                key="project_close",
                icon=":material/close:",
                type="tertiary",
                on_click=lambda: address.set_values(project=None),
            )
        with right:
            figure = project_figures.places_of(
                context.records(), asked, str(found.project["project_id"]), reader
            )
            figure_card.show(figure, key="project_map", level=4)


def _facts(found: ProjectDetail, reader: Reader) -> str:
    row = found.project.to_dict()
    t = reader.t
    facts = [
        (t("projects-column-programme"), reader.pick(row, "programme_name") or row["programme_code"]),
        (t("projects-column-agency"), reader.pick(row, "agency_name") or row["agency_code"]),
        (t("projects-filter-phase"), code_name("phase", row["phase_code"], reader) if row["phase_code"] else ""),
        (t("projects-list-status"), t(f"project-status-{row['status']}")),
        (t("projects-list-when"), _when(row, reader)),
        (t("projects-allocated"), _exact(row["allocated_baht"], reader)),
        (t("projects-disbursed"), _exact(row["disbursed_baht"], reader)),
        (t("projects-column-beneficiaries"), _people(row["beneficiary_count"], reader)),
        (t("projects-column-attribution"), t(f"projects-attribution-{found.kind.replace('_', '-')}")),
        (t("projects-column-id"), row["project_id"]),
    ]
    told = "".join(f"<dt>{escape(k)}</dt><dd>{escape(str(v))}</dd>" for k, v in facts if v)
    head = markup.section(reader.pick(row, "title"), level=3)
    tag = markup.sample_tag(row["evidence"], reader)
    return f'<div class="sti-area" data-project="1">{head}{tag}<dl class="sti-facts">{told}</dl>{_places(found, reader)}</div>'


def _exact(baht: float, reader: Reader) -> str:
    if pd.isna(baht):
        return reader.t("projects-sum-unstated")
    return reader.t("projects-baht-exact", baht=reader.number(baht), million=million(baht, reader))


def _people(count: Any, reader: Reader) -> str:
    return reader.t("key-not-reported") if pd.isna(count) else reader.t("projects-people", n=int(count))


def _places(found: ProjectDetail, reader: Reader) -> str:
    figure = project_figures.places.locations_table(found.locations, reader)
    rows = [[escape(str(cell)) for cell in row] for row in figure.itertuples(index=False)]
    return markup.html_table(
        list(figure.columns), rows, numeric={2, 3, 4}, caption=reader.t("projects-places-table")
    )
