"""What a page puts on the stage, as functions of the choices, so that any day can be written ahead."""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from data.records import Records
from data.remember import lru_cache
from figures.figure import Figure
from geo.boundaries import Window
from locales import Reader
from measures import values
from measures.catalogue import MeasureSpec
from measures.selection import Selection
from shell import markup
from shell.stage.links import Links

Sentence = Callable[[Records, Selection, Reader], str]
Listed = Callable[[Records, Selection, Links, Reader], list[str]]


@dataclass(frozen=True)
class Act:
    """One page's part of the stage.

    sentence: the lead as HTML. figures, rows: list items. heading: the head of the list. area_map: the map.
    frame: what the map is drawn from (`measures.values.by_area` or a frame like it), spec: its measure.
    with_area: whether a chosen area narrows the page down, instead of opening its card.
    compares: whether the figures say what changed since the earlier day.
    periods: whether it can show what changed between two days, instead of one day.
    near: the part of the world to show where it is not the country or its chosen groups; all that is coloured is named.
    """

    page: str
    sentence: Sentence
    figures: Listed
    heading: Sentence
    rows: Listed
    area_map: Callable[[Records, Selection, Reader], Figure]
    frame: Callable[[Records, Selection], pd.DataFrame] = values.by_area
    spec: MeasureSpec | None = None
    with_area: bool = False
    compares: bool = True
    periods: bool = False
    near: Callable[[Records, Selection], Window] | None = None


@lru_cache(maxsize=192)  # 20 to 60 KB each; the stops that are written ahead are asked here too
def parts(
    act: Act, records: Records, selection: Selection, links: Links, reader: Reader
) -> dict[str, list[str]]:
    """Return what changes with the day, as pieces of HTML by the place they stand in (`data-part`). Shared: do not change."""
    return {
        "said": [act.sentence(records, selection, reader)],
        "figures": act.figures(records, selection, links, reader),
        "head": [act.heading(records, selection, reader)],
        "rows": act.rows(records, selection, links, reader),
        "legend": [markup.legend(act.area_map(records, selection, reader), reader, answers=True)],
    }
