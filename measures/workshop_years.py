"""Workshops year by year: how many were held, and the people who came, as documents state or as counted at the door."""

from typing import Any

import pandas as pd

from data.records import Records
from locales.dates import fiscal_year_be
from measures import areas, evidence
from measures.memory import remembered_for_every_look
from measures.plain import grouped
from measures.selection import Selection
from measures.workshops import is_own, listing, sums_of

FIRST = 2547  # the fiscal year in which the work with provinces began


@remembered_for_every_look
def by_fiscal_year(records: Records, selection: Selection) -> pd.DataFrame:
    """Return one row per fiscal year from 2547 to the day's, and one with NA for workshops of unknown year.

    Columns: fiscal_year_be, state (value, none, no_source), workshop_count (NA for no_source),
    documented_count, participants (as stated, else those counted on the day; NA where nobody says),
    participants_qualifier, participants_evidence, evidence, source_id. With groups chosen, participants are those of
    the groups: of a meeting for more than them, only the people of their provinces.
    """
    parts, absent = _years(records, selection)
    years: list[int | None] = [
        *range(FIRST, fiscal_year_be(selection.asof) + 1),
        *([None] if None in parts else []),
    ]
    made = [{"fiscal_year_be": year, **_year(parts.get(year, []), absent)} for year in years]
    counts = ["fiscal_year_be", "workshop_count", "participants"]
    names = [*counts, "state", "documented_count", "participants_qualifier", "participants_evidence", "evidence",
             "source_id"]  # fmt: skip
    return pd.DataFrame(made, columns=names).astype(dict.fromkeys(counts, "Int64"))


def in_fiscal_year(records: Records, selection: Selection, year: int) -> dict[str, Any] | None:
    """Return the row of by_fiscal_year of one year alone; None for one before the first."""
    if year < FIRST:
        return None
    parts, absent = _years(records, selection)
    return _year(parts.get(year, []), absent)


def _years(records: Records, selection: Selection) -> tuple[dict[int | None, list[tuple[Any, ...]]], str]:
    """Return the workshops held by the day, by fiscal year, as `_year` takes them, and what a year without one is."""
    rows = _own_people(records, selection, listing(records, selection))
    columns = ("participants", "attended_count", "participants_qualifier", "evidence", "source_id",
               "attended_evidence")  # fmt: skip
    absent = "no_source" if evidence.is_silent(records, selection, "workshops") else "none"
    return grouped(rows[rows["is_held"]], "fiscal_year_be", columns), absent


def _year(part: list[tuple[Any, ...]], absent: str) -> dict[str, Any]:
    """Return the figures of one year: of rows participants, attended_count, qualifier, evidence, source_id, evidence of
    those counted."""
    stated = [row for row in part if pd.notna(row[0])]
    counted = [row[1] for row in part if pd.isna(row[0])]
    kinds = [row[3] for row in stated] + [row[5] for row in part if pd.isna(row[0]) and pd.notna(row[1])]
    people = [row[0] for row in stated] + [count for count in counted if pd.notna(count)]
    qualifiers = {row[2] for row in stated} - {"", "exact"}
    partly = len(people) < len(part) or "at_least" in qualifiers
    state = "value" if part else absent
    return {
        "state": state,
        "workshop_count": None if state == "no_source" else len(part),
        "documented_count": sum(row[3] == evidence.DOCUMENTED for row in part),
        "participants": int(sum(people)) if people else None,
        "participants_qualifier": "at_least" if partly else "about" if qualifiers else "exact",
        "participants_evidence": evidence.combined(kinds),
        "evidence": evidence.combined(row[3] for row in part),
        "source_id": evidence.join_sources(row[4] for row in part),
    }


def _own_people(records: Records, selection: Selection, rows: pd.DataFrame) -> pd.DataFrame:
    """Return the list with the people of the chosen groups alone: those of a meeting of the whole country, of a region
    or of another group are never theirs, and what a document states of such a meeting is not said of them."""
    chosen = areas.filter_codes(records, selection)
    if chosen is None:
        return rows
    people = evidence.seen(records, selection).participations
    sums = sums_of(people[people["province_code"].isin(chosen)]).set_index("workshop_id")
    other = ~is_own(records, rows, chosen)
    found = rows.copy()
    for column in ("attended_count", "attended_evidence"):
        found[column] = rows[column].mask(other, rows["workshop_id"].map(sums[column]))
    found["participants"] = rows["participants"].mask(other)
    found["participants_qualifier"] = rows["participants_qualifier"].mask(other, "")
    return found
