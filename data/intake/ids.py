"""Ids for rows whose list has none: made from what the row is, so that the same row finds itself again next year."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable

import pandas as pd

from data.intake.places import Place
from geo.names import fold

LONGEST = 300  # characters of a title that go into an id
Row = dict[str, str]


def made(table: str, rows: pd.DataFrame, places: list[tuple[Place, ...]], current: pd.DataFrame) -> list[str]:
    """Return an id per row of a table. rows: text of the schema's columns. current: the release's rows.

    A row of the release that is the same by what names it keeps its id; rows of the file that are the same get -2, -3.
    """
    stated = current[current["evidence"] == "documented"]
    known = {key: str(code) for key, code in _known(table, stated)} if len(stated) else {}
    seen: Counter[str] = Counter()
    ids = []
    for row, where in zip(rows.to_dict("records"), places, strict=True):
        told = {str(name): str(cell) for name, cell in row.items()}
        code = known.get(_same(table, told)) or _MAKERS[table](told, where)
        seen[code] += 1
        ids.append(code if seen[code] == 1 else f"{code}-{seen[code]}")
    return ids


def _mark(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:8]


def _title(row: Row) -> str:
    return fold(
        (row.get("title_th") or row.get("title_en") or row.get("name_th") or row.get("name_en") or "")[
            :LONGEST
        ]
    )


def _project(row: Row, places: tuple[Place, ...]) -> str:
    where = " ".join(sorted(province for province, _ in places))
    return (
        f"p{row['fiscal_year_be']}-{_mark(_title(row), row['fiscal_year_be'], row['programme_code'], where)}"
    )


def _workshop(row: Row, places: tuple[Place, ...]) -> str:
    where = row["group_code"] or row["province_code"] or _mark(_title(row))
    return f"ws-{row['start_date'] or row['fiscal_year_be'] or 'undated'}-{where}"


def _plan(row: Row, places: tuple[Place, ...]) -> str:
    return f"plan-{row['province_code']}"


def _representative(row: Row, places: tuple[Place, ...]) -> str:
    return f"rep-{row['province_code']}-{row['institution_code']}-{row['appointed_on'][:4]}"


def _institution(row: Row, places: tuple[Place, ...]) -> str:
    return f"inst-{_mark(_title(row), row['province_code'])}"


_MAKERS: dict[str, Callable[[Row, tuple[Place, ...]], str]] = {
    "projects": _project, "workshops": _workshop, "plans": _plan, "representatives": _representative,
    "institutions": _institution,
}  # fmt: skip
# What makes a row the same as one of the release whose id was not made here.
_SAMENESS = {
    "workshops": ("start_date", "group_code", "province_code"),
    "plans": ("province_code",),
    "representatives": ("province_code", "institution_code", "appointed_on"),
    "institutions": ("name_th",),
}


def _same(table: str, row: Row) -> tuple[str, ...]:
    return tuple(fold(row.get(name, "")[:LONGEST]) for name in _SAMENESS.get(table, ("",)))


def _known(table: str, stated: pd.DataFrame) -> list[tuple[tuple[str, ...], str]]:
    names = _SAMENESS.get(table)
    if names is None:
        return []
    texts = [stated[name].dt.strftime("%Y-%m-%d").fillna("") if name.endswith(("_on", "_date")) else stated[name]
             for name in names]  # fmt: skip
    keys = [tuple(fold(str(cell)[:LONGEST]) for cell in cells) for cells in zip(*texts, strict=True)]
    twice = {key for key, times in Counter(keys).items() if times > 1}
    key_column = stated.columns[0] if table != "workshops" else "workshop_id"
    return [
        (key, str(code))
        for key, code in zip(keys, stated[key_column], strict=True)
        if key not in twice and any(key)
    ]
