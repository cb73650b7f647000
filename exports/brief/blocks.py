"""What a printed sheet is put together from: plain dictionaries that the typst template knows how to set."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

import pandas as pd

from exports.drawing import svg
from figures import sentences
from figures.evidence import share_words
from figures.figure import Figure
from locales import Reader

Block = dict[str, Any]
CUTS = 5  # rows that a table may lose at its end before its sheet runs over; those are counted below it


def head(title: str = "", subtitle: str = "", evidence: str = "", documented: float | None = None) -> Block:
    """Return the head that every piece but a lead may have; documented: share of rows a document states."""
    whole = documented is not None and documented >= 1
    return {"title": title, "subtitle": subtitle, "evidence": evidence, "is_documented": whole}


def lead(marked: str) -> Block:
    """Return the opening sentence; its marked stretches are coloured by meaning."""
    runs = [{"text": run.text, "meaning": run.meaning} for run in sentences.runs(marked)]
    return {"kind": "lead", "runs": runs}


def figure(
    shown: Figure,
    reader: Reader,
    px: float,
    height: float | None = None,
    width: float = 100,
    title: bool = True,
) -> Block:
    """Return a figure with its finding, legend and notes; px: width it is laid out for, width: % of the column."""
    legend = [
        {
            "svg": svg.swatch(item.colour, item.line, item.pattern, item.mark),
            "label": item.label if item.count is None else f"{item.label} {reader.number(item.count)}",
        }
        for item in shown.legend
    ]
    remark = share_words(shown.documented, reader)
    said = head(shown.title, shown.subtitle, remark, shown.documented) if title else head()
    return {
        "kind": "figure",
        "name": shown.name,
        "is_map": any(trace["type"] == "choropleth" for trace in shown.plot.to_plotly_json()["data"]),
        "svg": svg.of_figure(shown, px, height),
        "alt": shown.alt or shown.title,
        "legend": legend,
        "notes": list(shown.notes),
        "width": width,
        "height": float(height or shown.plot.to_plotly_json()["layout"].get("height") or 400),
        **said,
    }


def table(
    frame: pd.DataFrame,
    *,
    title: str = "",
    subtitle: str = "",
    evidence: str = "",
    most: int | None = None,
    widths: Sequence[float] | None = None,
    numeric: Collection[str] = (),
    mark: Sequence[bool] | None = None,
    evidence_column: str = "",
    reader: Reader,
) -> Block:
    """Return a table of texts.

    most: rows shown, the others are counted below. widths: shares per column, 0 for as wide as its text.
    numeric: columns set to the right. mark: whether a row is illustrative; its cell in `evidence_column` says so in
    place of its text, else its first cell does beside it.
    """
    rows = frame if most is None else frame.head(most)
    marks = list(mark) if mark is not None else [False] * len(frame)
    told = list(frame.columns).index(evidence_column) if evidence_column in frame.columns else -1
    cells = [
        [_cell(_said(value), i, bool(illustrative), told) for i, value in enumerate(row)]
        for row, illustrative in zip(rows.itertuples(index=False), marks, strict=False)
    ]
    rest = len(frame) - len(rows)
    return {
        "kind": "table",
        "headers": [str(column) for column in frame.columns],
        "rows": cells,
        "widths": list(widths) if widths is not None else [1.0, *[0.0] * (len(frame.columns) - 1)],
        "right": [i for i, column in enumerate(frame.columns) if column in numeric],
        "notes": _more(rest, reader),
        "spared": 0,
        "fewer": [_more(rest + min(cut, max(len(rows) - 1, 0)), reader) for cut in range(1, CUTS + 1)],
        **head(title, subtitle, evidence),
    }


def _more(rest: int, reader: Reader) -> list[str]:
    return [reader.t("brief-more-rows", n=rest)] if rest else []


def _cell(said: str, place: int, illustrative: bool, told: int) -> Block:
    marked = illustrative and place == max(told, 0)
    own = said if marked and told >= 0 else ""  # the row's own word: partly is not illustrative
    return {"text": "" if own else said, "mark": marked, "word": own}


def _said(value: Any) -> str:
    return "" if value is None or (not isinstance(value, str) and pd.isna(value)) else str(value)


def entries(said: Iterable[tuple[str, bool]], title: str = "", subtitle: str = "") -> Block:
    """Return a list; each entry is a text and whether it is illustrative."""
    made = [{"text": text, "mark": illustrative} for text, illustrative in said]
    return {"kind": "list", "entries": made, "notes": [], **head(title, subtitle)}


def text(paragraphs: Iterable[str], title: str = "", subtitle: str = "") -> Block:
    """Return running text."""
    return {"kind": "text", "paragraphs": list(paragraphs), **head(title, subtitle)}


def keys(said: Iterable[Block]) -> Block:
    """Return key figures side by side: label, value, of, note, tone (good, gap, ""), evidence."""
    blank = {
        "label": "",
        "value": "",
        "of": "",
        "note": "",
        "tone": "",
        "evidence": "",
        "is_documented": False,
    }
    entries = [blank | item for item in said]
    return {
        "kind": "keys",
        "entries": [entry | {"size": value_size(str(entry["value"]))} for entry in entries],
    }


def value_size(value: str) -> float:
    """Return how large a key figure is set, in type sizes: numbers large, words so that they stay on a line."""
    return next((size for length, size in ((6, 1.9), (11, 1.45), (16, 1.2)) if len(value) <= length), 1.0)


def columns(shares: Sequence[float], *content: Sequence[Block]) -> Block:
    """Return blocks in columns of these shares of the width."""
    return {"kind": "columns", "shares": list(shares), "columns": [list(column) for column in content]}
