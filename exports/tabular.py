"""A table as CSV that says itself what it is: for a spreadsheet, and for programs that read on from there.

Every row carries its release, day, filters and address; codes stand beside names, ISO dates beside readable ones, and
what each row rests on at its end. Nothing stands below the rows.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import numpy as np
import pandas as pd

from data.takeout.parcel import csv_bytes
from figures.figure import Figure
from locales import Reader

EVIDENCE, SOURCE = "evidence", "source_id"
# Of the measures' rows, what no reader of a file needs: the filter they were asked with, places on a picture.
LEFT_OUT = {
    "in_filter",
    "lon",
    "lat",
    "x",
    "y",
    "is_past",
    "names",
    "texts",
    "title_th",
    "title_en",
    "group_name",
}
NAMES = ("name_th", "name_en")


@dataclass(frozen=True)
class Stamp:
    """What every row of a file says of the whole: release, day chosen, other filters in words, address of the view."""

    release: str
    asof: date
    filters: str = ""
    address: str = ""


def of_figure(figure: Figure, stamp: Stamp, reader: Reader) -> bytes:
    """Return a figure's table as CSV, with its codes, dates, evidence and sources."""
    return of_table(figure.table, figure.rows, stamp, reader, figure.documented, figure.sources)


def of_table(
    table: pd.DataFrame,
    rows: Sequence[Mapping[Any, Any]],
    stamp: Stamp,
    reader: Reader,
    documented: float | None = None,
    sources: Sequence[str] = (),
) -> bytes:
    """Return a table as CSV. rows: what its rows were made from, in its order; or one for each cell of a wide table.

    documented, sources: of the table as a whole, for rows that do not say what they rest on.
    """
    shown, known = table.reset_index(drop=True), machine(rows)
    if len(rows) in (0, len(table)):  # one row for each of the table: side by side, each thing said once
        known = known.reindex(shown.index).drop(columns=[name for name in NAMES if name in known])
        known = pd.concat([_apart(shown, known), known], axis=1)
    if EVIDENCE not in known:
        known[EVIDENCE] = _of_all(documented)
    if SOURCE not in known:
        known[SOURCE] = " ".join(sources)
    last = [name for name in known.columns if name not in (EVIDENCE, SOURCE)]
    whole = known[[*last, EVIDENCE, SOURCE]]
    head = {
        reader.t("csv-release"): stamp.release,
        reader.t("csv-asof"): stamp.asof.isoformat(),
        reader.t("csv-filters"): stamp.filters or reader.t("csv-no-filters"),
        reader.t("csv-address"): stamp.address,
    }
    stamped = pd.DataFrame({name: [said] * len(whole) for name, said in head.items()}, dtype="object")
    return csv_bytes(pd.concat([stamped, whole], axis=1))


def _apart(shown: pd.DataFrame, known: pd.DataFrame) -> pd.DataFrame:
    """Return the shown columns under names that no program takes for one of ours: many do not tell capitals apart."""
    ours = {name.casefold() for name in known.columns}
    said = {name: f"{name} (text)" for name in shown.columns if str(name).casefold() in ours}
    evidence = [name for name in said if str(name).casefold() == EVIDENCE]  # the same, word for word
    return shown.drop(columns=evidence).rename(columns=said)


def machine(rows: Sequence[Mapping[Any, Any]]) -> pd.DataFrame:
    """Return rows of a measure as programs read them: codes, ISO days, plain numbers; columns of nothing left out."""
    if not rows:
        return pd.DataFrame()
    names = dict.fromkeys(str(name) for row in rows for name in row)
    made: dict[str, list[Any]] = {}
    for name in names:
        if name in LEFT_OUT or name.startswith("_"):
            continue
        cells = [_plain(row.get(name)) for row in rows]
        target = SOURCE if name == "source_ids" else name
        if target in (EVIDENCE, SOURCE) or any(cell != "" for cell in cells):
            made[target] = cells
    return pd.DataFrame(made, dtype="object")


def _plain(value: Any) -> Any:
    """Return a cell as text or number: a day as ISO, a list with spaces between, "" where nothing is known."""
    if isinstance(value, list | tuple | set | frozenset | np.ndarray):
        return " ".join(str(_plain(one)) for one in value)
    if value is None or value is pd.NaT or value is pd.NA or (isinstance(value, float) and np.isnan(value)):
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool | np.bool_):
        return "true" if value else "false"
    if isinstance(value, float | np.floating):
        return int(value) if float(value).is_integer() else float(value)
    return value


def _of_all(documented: float | None) -> str:
    if documented is None:
        return ""
    return "documented" if documented >= 1 else "illustrative" if documented <= 0 else "partly"
