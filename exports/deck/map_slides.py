"""The slide of the map: as high as the slide beside squares to count, or a closer look beside a table."""

from dataclasses import replace
from typing import Any

from exports.deck import chart as deck_chart
from exports.deck import map_names, marks, template
from exports.deck import shapes as deck_map
from exports.deck import table as deck_table
from exports.deck.lists import TABLE_SIZES, plain
from exports.deck.slides import Slides
from exports.deck.template import CHART, MAP, TABLE, Box
from exports.story.parts import AreaMap, Chart, Slide, Table

MOST_NAMES = 14  # names beside a chart that have room at its usual size


def show_map(slides: Slides, slide: Slide) -> None:
    """Add the map with its legend; beside it the groups as a chart, or the provinces of the scope as a table."""
    shown = slide.area_map
    if shown is None:
        plain(slides, slide)
        return
    close = bool(shown.close)
    if not close and slide.chart and marks.is_countable(slide.chart):
        _big_map(slides, slide, shown, slide.chart)
        return
    beside = "Map and chart" if slide.chart else "Map and table" if slide.table else "Map"
    made = slides.add(beside, slide)
    if close:
        below = 0.27 * len(shown.legend) + 0.1
        deck_map.close_up(made.shapes, shown, Box(MAP.x, MAP.y, 3.7, MAP.height - below), slides.reader)
        locator = Box(MAP.x + 3.8, MAP.y, 1.4, 2.5)
        deck_map.country(made.shapes, shown, locator, slides.reader, locator=True)
        place = Box(MAP.x, MAP.y + MAP.height - below + 0.1, MAP.width, below)
    else:
        deck_map.country(made.shapes, shown, Box(MAP.x, MAP.y, 3.1, MAP.height), slides.reader)
        place = Box(MAP.x + 3.15, MAP.y + 0.1, 2.1, 3)
    deck_map.legend(made.shapes, shown, place, slides.reader)
    if slide.chart:
        size = 11 if len(slide.chart.categories) <= MOST_NAMES else 9.5
        deck_chart.insert(slides.places(made)[CHART], slide.chart, slides.reader.lang, size)
    elif slide.table:
        _table_beside(slides, made, slide.table)


def _big_map(slides: Slides, slide: Slide, shown: AreaMap, chart: Chart) -> None:
    """Add the map as high as the slide; beside it each group as squares to count."""
    made = slides.add("Big map", slide)
    deck_map.country(made.shapes, shown, template.BIG_MAP, slides.reader)
    edge = template.BIG_LEFT - 0.1
    map_names.write(made.shapes, shown, template.BIG_MAP, edge, template.IN_THE_SEA, slides.reader)
    deck_map.legend(made.shapes, shown, template.IN_THE_SEA, slides.reader)
    marks.squares(made.shapes, template.BESIDE_BIG_MAP, chart, slides.reader)


def _table_beside(slides: Slides, made: Any, table: Table) -> None:
    """Put the table of a group's provinces beside its map; they are few."""
    place = template.BESIDE_MAP
    if len(set(table.illustrative)) == 1:  # the line below the title says it of all
        told = slides.reader.t("table-evidence")
        kept = [i for i, name in enumerate(table.text.columns) if name != told]
        shares = tuple(table.widths[i] for i in kept) if table.widths else ()
        table = replace(table, text=table.text.iloc[:, kept], widths=shares)
    size, widths = deck_table.largest(table, place.width, place.height, TABLE_SIZES[2:])
    dealt, _ = deck_table.pages(table, widths, size, [place.height])
    deck_table.insert(slides.places(made)[TABLE], dealt[0], table, widths, size, slides.reader)
