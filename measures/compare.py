"""Two to four areas side by side, or one area at two dates: every measure as a count and as a rate.

A group of three provinces and one of five compare fairly only by rates, so each count carries its own
denominator: provinces that existed on the day of its side. Bangkok is in it only for projects and money.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from data.records import Records
from data.remember import lru_cache
from measures import areas, evidence, network, scope, values
from measures.catalogue import NO_VALUE, OF_WORK, SPECS
from measures.projects import amounts as projects
from measures.projects import explorer
from measures.projects.query import ProjectQuery
from measures.scope import Area
from measures.selection import Selection

FEWEST, MOST = 2, 4
COLUMNS = ["measure", "side", "area_code", "name_th", "name_en", "asof", "state", "value", "of", "rate", "reason",
           "difference", "rate_difference", "evidence", "source_id"]  # fmt: skip


@dataclass(frozen=True)
class MainDifference:
    """The measure on which the sides differ most.

    high, low: numbers of the sides (from 0) with the highest and the lowest rate. spread: the difference of
    their rates in standard deviations of all areas of that level (on the side's day with the widest spread), so
    that money and counts compare. state: value; same (nothing differs); not_comparable (no measure is known on
    two sides).
    """

    state: str
    measure: str = ""
    high: int = 0
    low: int = 0
    high_rate: float = float("nan")
    low_rate: float = float("nan")
    spread: float = float("nan")


def table(records: Records, sides: Sequence[Selection], measures: Iterable[str] = OF_WORK) -> pd.DataFrame:
    """Return one row per measure and side, measures in catalogue order.

    A side is a Selection: its area (None: the whole country) on its asof, with its own filters but groups.
    Columns: measure, side (from 0), area_code, name_th, name_en, asof (datetime64), state (value, none,
    not_reported, not_applicable), value (count, or baht), of (provinces), rate (value / of), reason,
    difference and rate_difference (to side 0; 0 for side 0, NaN where either is not known), evidence, source_id.
    Values: provinces reached for coverage, attendance and plan; workshops attended, added up over provinces
    (state partly known: reason partly_reported); distinct institutions; distinct projects running; baht by shares
    (for the whole country of all projects with a place; nationwide ones stand apart, as for its areas).
    An area that does not exist on its day is not_applicable, reason area_not_on_day.
    Raises ValueError for fewer than two or more than four sides.
    """
    if not FEWEST <= len(sides) <= MOST:
        raise ValueError(f"expected {FEWEST} to {MOST} sides, got {len(sides)}")
    made = []
    for measure in measures:
        cells = [cell(records, side, measure) for side in sides]
        for number, row in enumerate(cells):
            first = cells[0]
            made.append({"measure": measure, "side": number, **row,
                         "difference": row["value"] - first["value"],
                         "rate_difference": row["rate"] - first["rate"]})  # fmt: skip
    return pd.DataFrame(made, columns=COLUMNS).astype({"asof": "datetime64[us]"})


@lru_cache(maxsize=4096)
def cell(records: Records, side: Selection, measure: str) -> dict:
    """Return one measure of one side: the columns of `table` without the differences. Nobody changes it in place."""
    area = scope.area_on(records, side.area, side.asof)
    base = {"area_code": area.code, "name_th": area.name_th, "name_en": area.name_en,
            "asof": pd.Timestamp(side.asof)}  # fmt: skip
    if not area.exists:
        gap = {"state": "not_applicable", "value": np.nan, "of": np.nan, "rate": np.nan,
               "reason": "area_not_on_day", "evidence": "", "source_id": ""}  # fmt: skip
        return base | gap
    found = (
        _amount(records, side, area, measure)
        if _is_amount(measure)
        else _reached(records, side, area, measure)
    )
    value, of = found["value"], found["of"]
    return base | found | {"rate": value / of if of else np.nan}


def _is_amount(measure: str) -> bool:
    return SPECS[measure].unit in ("project", "baht", "institution")  # what provinces share is not added up


@lru_cache(maxsize=1024)
def _frame(records: Records, selection: Selection) -> pd.DataFrame:
    return values.by_area(records, selection).set_index("area_code", drop=False)


def _plain(side: Selection, measure: str, level: str) -> Selection:
    """Return the selection of a whole map, so that sides on one day share it."""
    return side.but(area=None, groups=(), measure=measure, level=level)


def _reached(records: Records, side: Selection, area: Area, measure: str) -> dict:
    """Add up a measure of provinces over the provinces of an area, Bangkok left out of the country."""
    frame = _frame(records, _plain(side, measure, "province"))
    inside = [code for code in area.provinces if area.level == "province" or code != areas.BANGKOK]
    rows = frame.loc[inside]
    silent, absent = rows["state"].eq("not_reported"), rows["state"].eq("not_applicable")
    gap = "not_applicable" if absent.all() else "not_reported" if (silent | absent).all() else ""
    shown = {"of": float(len(rows)), "evidence": evidence.combined(rows["evidence"]),
             "source_id": evidence.join_sources(rows["source_id"].unique())}  # fmt: skip
    if gap:
        reason = rows.loc[absent if gap == "not_applicable" else silent, "reason"].iloc[0]
        return shown | {"state": gap, "value": np.nan, "reason": reason}
    spec = SPECS[measure]
    count = rows["state"].isin(spec.reached).sum() if spec.kind == "categorical" else rows["value"].sum()
    reason = "partly_reported" if silent.any() else rows["reason"].iloc[0] if area.level == "province" else ""
    return shown | {"state": "value" if count else "none", "value": float(count), "reason": reason}


def _amount(records: Records, side: Selection, area: Area, measure: str) -> dict:
    """Return projects or baht: each project once in a group, its money as far as it belongs to the area."""
    if area.level == "country":
        return _national(records, side, area, measure)
    row = _frame(records, _plain(side, measure, area.level)).loc[area.code]
    known = row["state"] not in NO_VALUE
    return {"state": row["state"], "value": float(row["value"]) if known else np.nan,
            "of": float(len(area.provinces)), "reason": row["reason"], "evidence": row["evidence"],
            "source_id": row["source_id"]}  # fmt: skip


def _national(records: Records, side: Selection, area: Area, measure: str) -> dict:
    whole = side.but(area=None, groups=())
    count = (network.total if measure == "institutions" else projects.running_total)(records, whole)
    value = np.nan if count.value is None else float(count.value)
    if measure in projects.MONEY:
        placed = explorer.totals(
            records, ProjectQuery(whole)
        ).attributed  # as its areas are: nationwide ones apart
        value = np.nan if count.value is None else getattr(placed, projects.MONEY[measure])
    state = count.state if count.state in NO_VALUE else "value" if value else "none"
    return {"state": state, "value": value, "of": float(len(area.provinces)), "reason": "",
            "evidence": count.evidence, "source_id": count.source_id}  # fmt: skip


def main_difference(records: Records, sides: Sequence[Selection], frame: pd.DataFrame) -> MainDifference:
    """Return where the sides of `frame` (from `table`) differ most, measured against how much areas differ."""
    best, comparable = MainDifference("same"), False
    for measure, rows in frame.groupby("measure", sort=False):
        rates = rows.loc[rows["rate"].notna()].set_index("side")["rate"]
        if len(rates) < FEWEST:
            continue
        comparable = True
        high, low = int(rates.idxmax()), int(rates.idxmin())
        gap = float(rates[high] - rates[low])
        widest = max(_spread(records, side, str(measure)) for side in sides)
        spread = gap / (widest or float(rates.abs().max())) if gap else 0.0
        if spread > 0 and not spread <= best.spread:
            best = MainDifference(
                "value", str(measure), high, low, float(rates[high]), float(rates[low]), spread
            )
    return best if comparable else MainDifference("not_comparable")


def _spread(records: Records, side: Selection, measure: str) -> float:
    """Return the standard deviation of the rates of all areas of the side's level on its day; 0 if unknown."""
    level = scope.area_on(records, side.area, side.asof).level
    return _spread_on(records, _plain(side, measure, "province" if level == "province" else "group"))


@lru_cache(maxsize=256)
def _spread_on(records: Records, selection: Selection) -> float:
    listed = areas.provinces_on if selection.level == "province" else areas.groups_on
    codes = [code for code in listed(records, selection.asof)["area_code"] if code != areas.BANGKOK]
    rates = [cell(records, selection.but(area=code), selection.measure)["rate"] for code in codes]
    return float(np.nanstd(rates)) if np.isfinite(rates).any() else 0.0


def over_time(
    records: Records, sides: Sequence[Selection], days: Iterable[date], measures: Iterable[str] = OF_WORK
) -> pd.DataFrame:
    """Return one row per measure, side and day, for small multiples: measure, side, day, state, value, of, rate,
    evidence, source_id. An area that does not exist on a day is not_applicable there."""
    made = []
    listed = list(days)
    for measure in measures:
        for number, side in enumerate(sides):
            for day in listed:
                row = cell(records, side.but(asof=day), measure)
                made.append({"measure": measure, "side": number, "day": pd.Timestamp(day)}
                            | {name: row[name] for name in ("state", "value", "of", "rate", "evidence",
                                                            "source_id")})  # fmt: skip
    columns = ["measure", "side", "day", "state", "value", "of", "rate", "evidence", "source_id"]
    return pd.DataFrame(made, columns=columns).astype({"day": "datetime64[us]"})
