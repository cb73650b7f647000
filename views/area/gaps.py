"""What an area lacks, why, and what is near: as a table on its page and as a list to take away."""

from collections.abc import Mapping
from html import escape

import pandas as pd

from data.records import Records
from figures import words
from locales import Reader
from measures import gaps
from measures.area.profile import AreaProfile
from measures.selection import Selection
from shell import lists
from views.area.table import Mark, Row, Table, made
from views.area.tables import area_link, since

_NAME = "\u0001"  # stands for a name in a message until it is a link


def missing(
    page: AreaProfile,
    records: Records,
    selection: Selection,
    names: Mapping[str, str],
    reader: Reader,
    mark: Mark,
) -> Table:
    """Return what is missing, why, since when, and the nearest thing that could help."""
    several, rows = page.area.level == "group", []
    for row in page.gaps.to_dict("records"):
        what = f'<b class="gap">{escape(gap_name(row, records, selection, reader))}</b>'
        if row["kind"] == "not_reported":
            what = escape(gap_name(row, records, selection, reader))
        why = escape(words.reason(row["reason"], reader))
        link = lists.amend_gap(row)
        what += f"<br>{link}" if link else ""
        began = since(row["since"], reader)
        cells = [what, why + (f'<br><span class="sti-sub">{escape(began)}</span>' if began else "")]
        if several:
            cells.insert(0, area_link(row["area_code"], reader.pick(row, "name")))
        rows.append([*cells, nearest(row, names, reader), mark(row["evidence"], reader)])
    columns = [reader.t("table-province")] * several
    columns += [reader.t(f"area-column-{name}") for name in ("gap", "reason", "nearest", "evidence")]
    applies = page.representatives["state"].ne("not_applicable").any()
    empty = reader.t("area-gaps-none" if applies else "area-gaps-none-applicable")
    return made(reader.t("area-gaps"), columns, rows, empty)


def gap_name(row: Row, records: Records, selection: Selection, reader: Reader) -> str:
    """Return what a row of `measures.gaps.listing` lacks, projects with the name of the phase."""
    if row["kind"] == "not_reported":
        return reader.t("area-gap-silent", expectation=reader.t(f"gap-expectation-{row['expectation']}"))
    if row["kind"] == "no_project_in_phase":
        asked = gaps.phase_asked(records, selection)
        phase = records.phases[records.phases["phase_code"] == asked].iloc[0]
        return reader.t("area-gap-project", phase=reader.pick(phase, "name"))
    return reader.t(f"gap-kind-{row['kind']}")


def nearest(row: Row, names: Mapping[str, str], reader: Reader, link: bool = True) -> str:
    """Return the nearest help of a gap with its distance; "" where none is known."""
    code = row["nearest_code"]
    if not code:
        return ""
    here = f"gap-nearest-here-{row['nearest_kind']}"
    if code == row["area_code"] and reader.has(here):
        return escape(reader.t(here))
    km = reader.number(row["nearest_km"])
    said = escape(reader.t(f"gap-nearest-{row['nearest_kind']}", name=_NAME, km=km))
    return said.replace(_NAME, area_link(code, names[code]) if link else escape(names[code]))


def gap_list(
    page: AreaProfile, records: Records, selection: Selection, names: Mapping[str, str], reader: Reader
) -> pd.DataFrame:
    """Return the gaps as a plain table to take away."""
    t, rows = reader.t, []
    for row in page.gaps.to_dict("records"):
        rows.append(
            (
                reader.pick(row, "name"),
                gap_name(row, records, selection, reader),
                words.reason(row["reason"], reader),
                "" if pd.isna(row["since"]) else reader.date(row["since"]),
                names.get(row["nearest_code"], ""),
                "" if pd.isna(row["nearest_km"]) else reader.number(row["nearest_km"]),
                t(f"evidence-{row['evidence']}") if row["evidence"] else "",
            )
        )
    heads = ["gap", "reason", "since", "nearest", "km", "evidence"]
    return pd.DataFrame(rows, columns=[t("table-province"), *(t(f"area-column-{head}") for head in heads)])
