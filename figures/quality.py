"""How complete the records are: tables or province groups against fiscal years, one square per cell."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from data.columns import table_message
from figures import build, squares, words
from figures.figure import Figure, LegendItem
from figures.tokens import Tokens, tokens
from locales import Reader
from measures.quality import PLACELESS, UNGROUPED

CLASSES = ("complete", "mostly", "partly", "poorly", "nothing_wanted", "no_rows")
MOSTLY, PARTLY = 0.9, 0.5  # from here on a cell is called so
ROW, COMPACT_ROW, HEAD = 34, 52, 34
CELL, COMPACT_CELL = 28, 21
UNDATED = 0  # the column of rows without a fiscal year

Cell = dict[Any, Any]


def completeness(*, frame: pd.DataFrame, reader: Reader, by: str = "table", compact: bool = False) -> Figure:
    """Return the matrix of `measures.quality.completeness`: rows are tables or groups (`by`), columns fiscal years.

    A cell says how many of 100 cells are filled, rounded down, so that 100 means all; "·" where no cell is wanted and
    "–" where there are no rows. keys: "table|year" or "group|year", year "" for rows without one. compact: the name
    stands above its cells. Raises ValueError for another `by`.
    """
    if by not in ("table", "group"):
        raise ValueError(f"expected table or group, got {by!r}")
    sheet, code = tokens(reader), "table" if by == "table" else "group_code"
    shown = frame.assign(year=frame["fiscal_year_be"].fillna(UNDATED).astype(int))
    years, codes = _years(shown), list(dict.fromkeys(shown[code]))
    last = [c for c in (UNGROUPED, PLACELESS) if c in codes]
    codes = [*(c for c in codes if c not in last), *last]
    names = {row[code]: _name(row, by, reader) for row in shown.to_dict("records")}
    found = {(row[code], row["year"]): row for row in shown.to_dict("records")}
    grid = [(x, y, found.get((c, year))) for y, c in enumerate(codes) for x, year in enumerate(years)]
    return Figure(
        name=f"completeness-by-{by}",
        plot=build.plot(
            data=[
                *_cells(grid, sheet, compact),
                squares.names([names[c] for c in codes], _left(years, compact), 0.3 if compact else 0),
            ],
            sheet=sheet,
            height=HEAD + max(len(codes), 1) * (COMPACT_ROW if compact else ROW),
            margin={"l": 0, "r": 0, "t": HEAD, "b": 0},
            **_axes(years, len(codes), sheet, reader, compact),
        ),
        table=_table(codes, years, found, names, by, reader),
        rows=frame.to_dict("records"),
        title=_title(shown, code, names, reader),
        subtitle=reader.t("quality-matrix-subtitle"),
        alt=_alt(shown, code, names, reader),
        sources=words.sources_of(frame),
        documented=_documented(frame),
        legend=_legend(grid, sheet, reader),
        keys=tuple(f"{c}|{year or ''}" for c in codes for year in years),
    )


def class_of(cell: Cell | None) -> str:
    """Return the class of a cell, one of CLASSES; None is a cell without rows."""
    if cell is None:
        return "no_rows"
    if cell["state"] != "value":
        return "nothing_wanted"
    if cell["filled_count"] == cell["wanted_count"]:
        return "complete"
    return "mostly" if cell["share"] >= MOSTLY else "partly" if cell["share"] >= PARTLY else "poorly"


def cell_text(cell: Cell | None) -> str:
    """Return what a cell says: "94", "100", "·" or "–"."""
    kind = class_of(cell)
    if cell is None or kind == "nothing_wanted":
        return "–" if cell is None else "·"
    return str(_percent(cell["filled_count"], cell["wanted_count"]))


def _percent(filled: int, wanted: int) -> int:
    return int(filled) * 100 // int(wanted)


def _colours(sheet: Tokens) -> tuple[str, ...]:
    return (sheet.reached, sheet.partly, sheet.zero, sheet.missing, sheet.plain, sheet.not_applicable)


def _years(shown: pd.DataFrame) -> list[int]:
    known = shown.loc[shown["year"] != UNDATED, "year"]
    spanned = list(range(known.min(), known.max() + 1)) if len(known) else []
    return spanned + ([UNDATED] if (shown["year"] == UNDATED).any() else [])


def _name(row: Mapping[Any, Any], by: str, reader: Reader) -> str:
    if by == "table":
        return reader.t(table_message(row["table"]))
    if row["group_code"] in (UNGROUPED, PLACELESS):
        return reader.t(f"quality-place-{row['group_code']}")
    return reader.pick(row, "name")


def _cells(grid: squares.Grid, sheet: Tokens, compact: bool) -> list[dict[str, Any]]:
    drop, fills = 0.18 if compact else 0, _colours(sheet)
    kinds = [CLASSES.index(class_of(cell)) for _, _, cell in grid]
    said, own = [cell_text(cell) for _, _, cell in grid], [fills[kind] for kind in kinds]
    boxes = squares.squares(grid, kinds, fills, COMPACT_CELL if compact else CELL, drop)
    return [boxes, *squares.texts(grid, said, own, sheet, 10 if compact else 12, drop)]


def _left(years: list[int], compact: bool) -> float:
    return squares.left(max(len(years), 8), compact)


def _right(years: list[int]) -> float:
    """Return where the axis ends. Few years are drawn as far apart as many: a square stays near its neighbour."""
    return max(len(years), 8) - 0.5


def _axes(years: list[int], rows: int, sheet: Tokens, reader: Reader, compact: bool) -> dict[str, Any]:
    top = {
        "showticklabels": True,
        "side": "top",
        "tickvals": list(range(len(years))),
        "ticktext": [_year(year, reader, compact) for year in years],
        "tickfont": {"size": 11, "color": sheet.muted},
        "tickangle": 0,
        "ticks": "",
    }
    return {
        "xaxis": build.fixed_axis(_left(years, compact), _right(years), **top),
        "yaxis": build.fixed_axis(max(rows, 1) - 0.5, -0.5),
    }


def _year(year: int, reader: Reader, short: bool = False) -> str:
    if not year:
        return reader.t("quality-undated-short") if short else reader.t("quality-undated")
    return "’" + reader.year(year)[2:] if short else reader.year(year)


def _documented(frame: pd.DataFrame) -> float | None:
    rows = frame["row_count"].sum()
    return float(frame["documented_count"].sum() / rows) if rows else None


def _totals(shown: pd.DataFrame, code: str) -> pd.DataFrame:
    """Return filled_count and wanted_count per row of the matrix, the least complete first."""
    sums = shown[shown["state"] == "value"].groupby(code, sort=False)[["filled_count", "wanted_count"]].sum()
    return sums.assign(share=sums["filled_count"] / sums["wanted_count"]).sort_values("share", kind="stable")


def _title(shown: pd.DataFrame, code: str, names: Mapping[str, str], reader: Reader) -> str:
    sums = _totals(shown, code)
    if sums.empty:
        return reader.t("quality-matrix-title-none")
    least = sums.iloc[0]
    filled, wanted = int(least["filled_count"]), int(least["wanted_count"])
    if filled == wanted:
        return reader.t("quality-matrix-title-complete")
    return reader.t("quality-matrix-title", name=names[sums.index[0]], pct=_percent(filled, wanted))


def _alt(shown: pd.DataFrame, code: str, names: Mapping[str, str], reader: Reader) -> str:
    said = [
        reader.t(
            "quality-matrix-alt",
            name=names[key],
            filled=int(row["filled_count"]),
            wanted=int(row["wanted_count"]),
        )
        for key, row in _totals(shown, code).iterrows()
    ]
    return (
        f"{_title(shown, code, names, reader)}: {', '.join(said)}"
        if said
        else _title(shown, code, names, reader)
    )


def _table(
    codes: list[str],
    years: list[int],
    found: Mapping[tuple[str, int], Cell],
    names: Mapping[str, str],
    by: str,
    reader: Reader,
) -> pd.DataFrame:
    rows = [
        (names[code], *(_cell_words(found.get((code, year)), reader) for year in years)) for code in codes
    ]
    return pd.DataFrame(
        rows, columns=[reader.t(f"quality-column-{by}"), *(_year(year, reader) for year in years)]
    )


def _cell_words(cell: Cell | None, reader: Reader) -> str:
    kind = class_of(cell)
    if cell is None or kind == "nothing_wanted":
        return reader.t(f"quality-class-{kind.replace('_', '-')}")
    return words.out_of(cell["filled_count"], cell["wanted_count"], reader)


def _legend(
    grid: list[tuple[int, int, Cell | None]], sheet: Tokens, reader: Reader
) -> tuple[LegendItem, ...]:
    found = [class_of(cell) for _, _, cell in grid]
    lines = dict.fromkeys(CLASSES, "") | dict.fromkeys(
        ("nothing_wanted", "no_rows"), sheet.not_applicable_line
    )
    return tuple(
        LegendItem(reader.t(f"quality-class-{kind.replace('_', '-')}"), fill, lines[kind], found.count(kind))
        for kind, fill in zip(CLASSES, _colours(sheet), strict=True)
        if kind in found
    )
