"""What a list says it covers: the areas and days on which the absence of a row is documented, and nowhere else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING

import pandas as pd

from data.intake.changes import answer_key
from data.intake.merging import Tables
from data.intake.sourcing import PENDING
from data.schema import SCOPED, TABLES, empty

if TYPE_CHECKING:
    from data.intake.examination import Examination

UNSTATED, COUNTRY, NAMED = "", "country", "named"
ASKS = "covers"
_DAYS = {
    "representatives": ("appointed_on", "ended_on"),
    "plans": ("needs_collected_on", "drafted_on", "approved_on", "in_provincial_plan_on"),
}


def key(table: str) -> str:
    """Return the key of the answer that says what a file's list covers.

    Answers: UNSTATED (nothing is known outside of the rows), COUNTRY, NAMED (the provinces that stand in the list), or
    codes of provinces and province groups, with spaces between.
    """
    return answer_key(ASKS, table)


def add(result: Examination, answers: Mapping[str, str], current: Tables) -> None:
    """Put what the lists of a file cover into `list_scopes`, as the officer said."""
    made = []
    for table in SCOPED:
        said, sheet = answers.get(key(table), UNSTATED), result.sheets.get(table)
        if not said or sheet is None or table not in result.changed:
            continue
        values = sheet.values[sheet.values["evidence"] == "documented"]
        made += _rows(table, said, values, result, current)
    if not made:
        return
    kinds = {column.name: column.dtype for column in TABLES["list_scopes"].columns} | {"evidence": "str"}
    new = pd.DataFrame(made).assign(note="")[list(kinds)].astype(kinds)
    result.needs_source |= bool((new["source_id"] == PENDING).any())
    known = current.get("list_scopes", empty("list_scopes").assign(evidence=pd.Series([], dtype="str")))
    result.changed["list_scopes"] = once(pd.concat([known, new], ignore_index=True))


def once(scopes: pd.DataFrame) -> pd.DataFrame:
    """Return scopes without what an older row of the same list said before."""
    return scopes.drop_duplicates(list(TABLES["list_scopes"].key), keep="last").reset_index(drop=True)


def _rows(
    table: str, said: str, values: pd.DataFrame, result: Examination, current: Tables
) -> list[dict[str, object]]:
    provinces = _provinces(table, said, values, result, current)
    programmes = [""]
    if table == "projects" and not (values["programme_code"] == "").any():
        programmes = sorted(values["programme_code"].unique())
    named = set(values["source_id"])
    source = named.pop() if len(named) == 1 else PENDING
    return [
        {"source_id": source, "table_name": table, "programme_code": programme, "province_code": province,
         "valid_from": first, "valid_to": last, "evidence": "documented"}
        for first, last in _spans(table, values) for programme in programmes for province in provinces
    ]  # fmt: skip


def _provinces(
    table: str, said: str, values: pd.DataFrame, result: Examination, current: Tables
) -> list[str]:
    if said == COUNTRY:
        return [""]
    if said == NAMED:
        rows = values
        if table == "projects":
            placed = result.sheets.get("project_locations")
            rows = values.iloc[:0].assign(province_code="") if placed is None else placed.values
            rows = rows[rows["precision"] == "province"] if placed is not None else rows
        return sorted(set(rows["province_code"]) - {""})
    members = current["province_group_members"]
    found = set(members.loc[members["group_code"].isin(said.split()), "province_code"])
    return sorted(found | (set(said.split()) & set(current["provinces"]["province_code"])))


def _spans(table: str, values: pd.DataFrame) -> list[tuple[pd.Timestamp, pd.Timestamp]]:
    """Return the days a list reaches: its fiscal years, or from its first to its last day."""
    if table == "projects":
        years = sorted(int(year) - 543 for year in values["fiscal_year_be"].dropna().unique())
        return [(pd.Timestamp(dt.date(y - 1, 10, 1)), pd.Timestamp(dt.date(y, 9, 30))) for y in years]
    days = pd.concat([values[column] for column in _DAYS[table]]).dropna()
    return [(days.min(), days.max())] if len(days) else []


def reaching(scopes: pd.DataFrame, source_id: str, published_on: dt.date | None) -> pd.DataFrame:
    """Return scopes in which a list of appointments or plans reaches to the day its document was published."""
    if published_on is None:
        return scopes
    own = scopes["source_id"].eq(source_id) & scopes["table_name"].ne("projects")
    later = scopes["valid_to"].clip(lower=pd.Timestamp(published_on)).astype(scopes["valid_to"].dtype)
    return scopes.assign(valid_to=scopes["valid_to"].mask(own, later))
