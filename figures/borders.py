"""The change of a border in a series over time: a quiet vertical line with its words, on the screen and in files."""

from typing import Any

import pandas as pd

from figures.fiscal import Span
from figures.tokens import Tokens
from locales import Reader

Marks = tuple[list[dict[str, Any]], list[dict[str, Any]]]


def marks(borders: pd.DataFrame, span: Span, sheet: Tokens, reader: Reader) -> Marks:
    """Return shapes and annotations of the borders that change within a span of time.

    borders: `measures.borders.divided`. The words stand at the foot of the line, where no series begins.
    """
    line = {"color": sheet.muted, "width": 1, "dash": "2px,3px"}
    shapes, texts = [], []
    for row in _within(borders, span):
        day = row["day"].date().isoformat()
        shapes.append(
            {
                "type": "line",
                "x0": day,
                "x1": day,
                "yref": "paper",
                "y0": 0,
                "y1": 1,
                "line": line,
                "layer": "below",
            }
        )
        texts.append({"x": day, "y": 0, "xref": "x", "yref": "paper", "xanchor": "left", "yanchor": "bottom",
                      "xshift": 4, "text": _name(row, reader), "showarrow": False,
                      "font": {"size": 11, "color": sheet.muted}})  # fmt: skip
    return shapes, texts


def said(borders: pd.DataFrame, span: Span, reader: Reader) -> list[str]:
    """Return the borders that change within a span, each with its day, as a reader hears them."""
    return [f"{_name(row, reader)} ({reader.date(row['day'].date())})" for row in _within(borders, span)]


def _within(borders: pd.DataFrame, span: Span) -> list[dict[Any, Any]]:
    return [row for row in borders.to_dict("records") if span.start <= row["day"].date() <= span.end]


def _name(row: dict[Any, Any], reader: Reader) -> str:
    return reader.t("figures-border-divided", name=reader.pick(row, "name"))
