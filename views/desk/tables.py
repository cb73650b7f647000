"""What the release holds: every table with its rows, age, completeness and documented share."""

from collections.abc import Mapping
from datetime import date
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from data.records import Records
from locales import Reader
from measures import quality
from measures.quality_cells import WORK_TABLES
from shell import lists, markup
from views.desk import common as desk


def show(records: Records, reader: Reader, today: date) -> None:
    """Draw the tables: those that officers keep first, then those that frame them."""
    rows = quality.tables(records, today)
    work = rows[rows["table"].isin(WORK_TABLES)]
    ordered = work.set_index("table").loc[list(WORK_TABLES)].reset_index()
    st.html(
        markup.section(reader.t("desk-tables-work"), reader.t("desk-tables-work-sub"))
        + _listing(ordered, reader, "desk-tables-work")
        + '<div class="sti-desk-gap"></div>'
        + markup.section(reader.t("desk-tables-frame"), reader.t("desk-tables-frame-sub"))
        + _listing(rows[~rows["table"].isin(WORK_TABLES)], reader, "desk-tables-frame", judged=False)
    )


def _listing(frame: pd.DataFrame, reader: Reader, caption: str, *, judged: bool = True) -> str:
    names = ["table", "rows", "newest", "documented", *(["complete"] if judged else [])]
    labels = [reader.t(f"desk-column-{name}") for name in names]
    rows = []
    for row in frame.to_dict("records"):
        cells = [
            f"<b>{escape(desk.table_name(row['table'], reader))}</b>",
            reader.number(row["row_count"]),
            _newest(row, reader),
            _documented(row, reader),
            *([_complete(row, reader)] if judged else []),
        ]
        marks = [
            cells[0],
            *(labelled(label, cell) for label, cell in zip(labels[1:], cells[1:], strict=True)),
        ]
        rows.append(marks)
    return stacked(markup.html_table(labels, rows, numeric={1}, caption=reader.t(caption)))


def labelled(label: str, cell: str) -> str:
    """Return a cell with its heading in front, for screens too narrow for a row of headings; a blank one has none."""
    return cell and f'<span class="sti-label">{escape(label)}: </span>{cell}'


def stacked(table: str) -> str:
    """Return a table whose rows become blocks on a narrow screen."""
    return f'<div class="sti-stack">{table}</div>'


def _newest(row: Mapping[Any, Any], reader: Reader) -> str:
    if pd.isna(row["newest_on"]):
        return f'<span class="sti-sub">{escape(reader.t("desk-undated"))}</span>'
    months = int(row["age_months"])
    age = (
        reader.t("desk-age-years", n=months // 12) if months >= 24 else reader.t("desk-age-months", n=months)
    )
    return f'{escape(reader.date(row["newest_on"].date()))} <span class="sti-sub keep">{escape(age)}</span>'


def _documented(row: Mapping[Any, Any], reader: Reader) -> str:
    if not row["row_count"]:
        return f'<span class="sti-sub">{escape(reader.t("desk-no-rows"))}</span>'
    made_up = int(row["row_count"]) - int(row["documented_count"])
    told = reader.t("table-out-of", n=int(row["documented_count"]), of=int(row["row_count"]))
    tag = markup.sample_tag("illustrative", reader) if made_up else ""
    return bar(row["documented_share"], told) + f" {tag}"


def _complete(row: Mapping[Any, Any], reader: Reader) -> str:
    if pd.isna(row["share"]):
        return f'<span class="sti-sub">{escape(reader.t("desk-nothing-wanted"))}</span>'
    told = reader.t("table-out-of", n=int(row["filled_count"]), of=int(row["wanted_count"]))
    return (
        bar(row["share"], told)
        + " "
        + lists.go(reader.t("desk-open-quality"), "data", part="quality", table=row["table"])
    )


def bar(share: float, told: str) -> str:
    """Return a share as a small bar with its percentage, rounded down, and the count it stands for."""
    percent = int(share * 100 + 1e-9)
    return (
        f'<span class="sti-bar" aria-hidden="true"><i style="width:{percent}%"></i></span>'
        f'<span class="keep">{percent}%</span> <span class="sti-sub keep">{escape(told)}</span>'
    )
