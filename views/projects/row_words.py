"""What a project of the list says in words: where, when, how far."""

from collections.abc import Mapping
from html import escape
from typing import Any

import pandas as pd

from data.records import Records
from data.remember import lru_cache
from locales import Reader
from measures import areas
from measures.projects.query import ProjectQuery
from views.projects.view import is_inside

NAMED_PLACES = 3
OVER = ("completed", "cancelled")  # statuses of a project that runs no more


@lru_cache(maxsize=64)
def province_names(records: Records, asked: ProjectQuery, reader: Reader) -> Mapping[str, str]:
    """Return code -> name of the provinces of the day."""
    found = areas.provinces_on(records, asked.selection.asof)
    return {row["area_code"]: reader.pick(row, "name") for row in found.to_dict("records")}


def where(row: Mapping[Any, Any], names: Mapping[str, str], reader: Reader) -> str:
    """Return the first places of a project and how many more there are, or that it has none."""
    if row["kind"] != "province":
        return reader.t("projects-nationwide" if row["kind"] == "nationwide" else "project-kind-no_place")
    listed = [names.get(code, code) for code in row["province_codes"]]
    more = len(listed) - NAMED_PLACES
    if more <= 0:
        return reader.join(listed)
    shown = (" " if reader.lang == "th" else ", ").join(listed[:NAMED_PLACES])
    return reader.t("figures-and-more", names=shown, more=more)


def when(row: Mapping[Any, Any], reader: Reader) -> str:
    """Return when a project ran: its days, else the fiscal year planned."""
    if pd.isna(row["started_on"]):
        return "–" if pd.isna(row["fiscal_year_be"]) else reader.year(int(row["fiscal_year_be"]))
    start = reader.date(row["started_on"])
    return f"{start} –" + (f" {reader.date(row['ended_on'])}" if pd.notna(row["ended_on"]) else "")


def status(row: Mapping[Any, Any], asked: ProjectQuery, reader: Reader) -> str:
    """Return the latest status; of a project that was over only later, that it was still running on the day."""
    code, day = row["status"], pd.Timestamp(asked.selection.asof)
    said = f'<span class="sti-status {escape(code)}">{escape(status_name(code, reader))}</span>'
    still = code in OVER and pd.notna(row["ended_on"]) and row["ended_on"] > day
    return (
        said + f'<br><span class="sti-sub">{escape(reader.t("projects-list-still"))}</span>'
        if still
        else said
    )


def status_name(code: str, reader: Reader) -> str:
    """Return a status in words; a list need not state one."""
    return reader.t(f"project-status-{code or 'unstated'}")


def money(row: Mapping[Any, Any], kind: str, reader: Reader) -> str:
    """Return a sum of the whole project in millions of baht. kind: allocated, disbursed."""
    baht = row[f"{kind}_baht"]
    if pd.isna(baht):
        return f'<span class="sti-sub">{escape(reader.t("projects-sum-unstated"))}</span>'
    return reader.number(baht / 1e6, 2)


def inside(row: Mapping[Any, Any], asked: ProjectQuery, reader: Reader) -> str:
    """Return how much of the money belongs to the area asked about, where that is not all of it."""
    if not is_inside(asked) or row["inside_share"] == 1:
        return ""
    if pd.isna(row["inside_share"]):
        text = reader.t("projects-list-not-attributable")
    else:
        text = reader.t("projects-list-inside", share=f"{row['inside_share'] * 100:.3g}%")
    return f'<br><span class="sti-sub">{escape(text)}</span>'
