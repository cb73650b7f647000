"""The quality of the records: the matrix one can click into, what is blank, what fails, what disagrees."""

from collections.abc import Callable
from html import escape

import pandas as pd
import streamlit as st

from data.records import Records
from data.remember import lru_cache
from figures import quality as figures
from figures.figure import Figure
from locales import Reader
from measures import areas, quality
from measures.quality import PLACELESS, UNGROUPED
from measures.quality_cells import WORK_TABLES
from measures.selection import Selection
from shell import address, context, figure_card, filters, lists, markup
from views.desk import common as desk
from views.desk import quality_over as desk_quality_over
from views.desk import spelled_over as desk_spelled_over
from views.desk import tables as desk_tables

SHOWN = 100  # blank cells listed at once


def show(records: Records, reader: Reader) -> None:
    """Draw the matrix of all tables or of one, what is blank in the chosen cell, failures and conflicts."""
    selection = filters.show("asof", "groups", "evidence")
    with st.container(key="quality_controls", horizontal=True, gap="small", vertical_alignment="bottom"):
        table = _choose("table", {name: desk.table_name(name, reader) for name in WORK_TABLES}, reader)
    drawn = matrix(records, selection, table, reader, context.compact())
    figure_card.show(drawn, key="quality", on_select=_clicked("spot" if table else "table", drawn))
    if table:
        _blanks(records, selection, table, drawn, reader)
    else:
        desk.note(reader.t("desk-quality-hint"))
    desk_quality_over.show(table, reader)
    desk_spelled_over.show(records, reader)
    st.html(_failures(records, reader) + _disagreements(records, reader))


@lru_cache(maxsize=256)
def matrix(
    records: Records, selection: Selection, table: str | None, reader: Reader, compact: bool
) -> Figure:
    """Return the matrix of tables and years, or of groups and years of one table."""
    plain = selection.but(area=None, measure="coverage", level="province", phase=None)
    frame = quality.completeness(records, plain, table)
    return figures.completeness(frame=frame, reader=reader, by="group" if table else "table", compact=compact)


def _choose(name: str, names: dict[str, str], reader: Reader, width: int = 300) -> str | None:
    chosen = address.current()[name] or None
    address.current()[name] = chosen if chosen in names else ("" if name == "spot" else None)
    st.session_state[name] = address.current()[name] or None
    st.selectbox(
        reader.t(f"desk-quality-{name}"),
        list(names),
        index=None,
        format_func=names.__getitem__,
        key=name,
        placeholder=reader.t(f"desk-quality-{name}-all"),
        width=width,
    )
    return chosen if chosen in names else None


def _clicked(parameter: str, drawn: Figure) -> Callable[[], None]:
    """Return the callback of the plot: a table of the first matrix, or a group and year of a table's own."""

    def clicked() -> None:
        points = st.session_state["quality"].selection.points
        if points and (key := drawn.key_at(points[0]["point_index"])):
            address.set_values(**{parameter: key.split("|")[0] if parameter == "table" else key})

    return clicked


def _spots(records: Records, selection: Selection, drawn: Figure, reader: Reader) -> dict[str, str]:
    """Return what each cell of the matrix is called, by its key."""
    groups = areas.groups_on(records, selection.asof).set_index("area_code")
    names = {}
    for key in drawn.keys:
        code, year = key.split("|")
        own = (
            reader.t(f"quality-place-{code}")
            if code in (UNGROUPED, PLACELESS)
            else reader.pick(groups.loc[code], "name")
        )
        names[key] = f"{own} · {reader.year(int(year)) if year else reader.t('quality-undated')}"
    return names


def _blanks(records: Records, selection: Selection, table: str, drawn: Figure, reader: Reader) -> None:
    """Draw which cells are blank in the table, or in the chosen group and year of it."""
    names = _spots(records, selection, drawn, reader)
    spot = _choose("spot", names, reader, width=460)
    code, year = (spot or "|").split("|")
    found = quality.missing_cells(
        records, selection.but(area=None, phase=None), table, code, int(year) if year else None
    )
    about = names[spot] if spot else desk.table_name(table, reader)
    st.html(
        markup.section(
            reader.t("desk-blanks", about=about), reader.t("desk-blanks-sub", n=len(found)), level=3
        )
    )
    if found.empty:
        return
    counted = found["column"].value_counts()
    told = " · ".join(
        f"{desk.column_name(column, reader)} {reader.number(n)}" for column, n in counted.items()
    )
    rows = [
        [
            f"<code>{escape(row['key'])}</code>",
            escape(desk.column_name(row["column"], reader)),
            markup.sample_tag(row["evidence"], reader),
        ]
        for row in found.head(SHOWN).to_dict("records")
    ]
    columns = [reader.t(f"desk-column-{name}") for name in ("key", "column", "evidence")]
    more = (
        f'<p class="sti-sub">{escape(reader.t("desk-more", shown=SHOWN, of=len(found)))}</p>'
        if len(found) > SHOWN
        else ""
    )
    st.html(
        f"<p>{escape(told)}</p>"
        + f'<div class="sti-tall">{markup.html_table(columns, rows, caption=reader.t("desk-blanks", about=about))}</div>'
        + more
    )


def _failures(records: Records, reader: Reader) -> str:
    found = quality.failures(records)
    head = markup.section(reader.t("desk-failures"), reader.t("desk-failures-sub"))
    if found.empty:
        return f'{head}<p class="sti-good">{escape(reader.t("desk-failures-none"))}</p>'
    rows = [
        [
            escape(desk.table_name(row["table"], reader)),
            escape(desk.column_name(row["column"], reader)),
            f"<code>{escape(row['code'])}</code>",
            f'<b class="gap">{reader.number(row["count"])}</b>',
        ]
        for row in found.to_dict("records")
    ]
    columns = [reader.t(f"desk-column-{name}") for name in ("table", "column", "rule", "rows")]
    return head + desk_tables.stacked(
        markup.html_table(columns, rows, numeric={3}, caption=reader.t("desk-failures"))
    )


def _disagreements(records: Records, reader: Reader) -> str:
    items = []
    for row in quality.disagreements(records).to_dict("records"):
        of = {} if pd.isna(row["of"]) else {"of": int(row["of"])}
        link = lists.go(reader.t(f"desk-disagree-{row['kind'].replace('_', '-')}", **of), "sources")
        mark = "gap" if row["count"] else "good"
        items.append(f'<li><b class="{mark}">{reader.number(row["count"])}</b><span>{link}</span></li>')
    head = markup.section(reader.t("desk-disagree"), reader.t("desk-disagree-sub"))
    return f'<div class="sti-desk-gap"></div>{head}<ul class="sti-list">{"".join(items)}</ul>'
