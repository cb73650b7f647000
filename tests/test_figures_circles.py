"""Circles on the map: their area is the amount, on one scale over all days, on screen and as SVG alike."""

import re
from datetime import date
from math import pi

import pytest

from exports.drawing import svg
from figures import circles
from geo import boundaries, neighbours
from locales import Reader
from measures import values
from measures.catalogue import SPECS
from measures.selection import Selection
from shell import context

DAYS = (date(2009, 9, 30), date(2015, 9, 30))
READER = Reader("th")


def drawn(measure, level, day):
    """Return the figure of a day and the amounts of its areas, largest first."""
    selection = Selection(asof=day, measure=measure, level=level)
    frame = values.by_area(records=context.everything(), selection=selection)
    layer = boundaries.layer(level, day)
    figure = circles.amounts(
        frame=frame,
        spec=SPECS[measure],
        selection=selection,
        layer=layer,
        points=neighbours.representative_points(layer),
        reader=READER,
    )
    amounts = frame.loc[frame["state"].eq("value") & (frame["value"] > 0), "value"]
    return figure, sorted(amounts, reverse=True), frame


def sizes(figure):
    return list(figure.plot.to_dict()["data"][-2]["marker"]["size"])


@pytest.mark.parametrize("level", ["province", "group"])
@pytest.mark.parametrize("measure", ["projects", "allocated", "disbursed"])
def test_the_area_of_a_circle_is_its_amount_within_a_hundredth_on_every_day(measure, level):
    per_unit = []
    for day in DAYS:
        figure, amounts, _ = drawn(measure, level, day)
        assert len(sizes(figure)) == len(amounts) > 0
        per_unit += [pi * size**2 / 4 / amount for size, amount in zip(sizes(figure), amounts, strict=True)]
    assert max(per_unit) / min(per_unit) < 1.01, "one scale over all areas and days"


def test_the_circles_of_a_picture_are_those_of_the_screen():
    figure, _, _ = drawn("allocated", "province", DAYS[1])
    made = svg.of_figure(figure, 374, 687)
    radii = [float(r) for r in re.findall(r'<circle[^>]* r="([\d.]+)"', made)]
    wanted = [size / 2 for size in sizes(figure)]
    assert len(radii) == len(wanted) + len(circles.KEYS)
    off = [abs((drawn_r / r) ** 2 - 1) for drawn_r, r in zip(radii, wanted, strict=False)]
    assert max(off) < 0.01


def test_none_and_not_reported_are_told_apart_and_get_no_circle():
    figure, amounts, frame = drawn("projects", "province", DAYS[0])
    labels = [item.label for item in figure.legend]
    assert len(set(labels)) == len(labels)
    none = frame[frame["state"] == "none"]
    assert len(none) > 0
    assert (
        len(sizes(figure)) == len(amounts) == len(frame[(frame["state"] == "value") & (frame["value"] > 0)])
    )
    fills = {item.colour for item in figure.legend}
    assert len(fills) == len(figure.legend), "each state has a look of its own"


def test_a_state_is_no_amount():
    with pytest.raises(ValueError, match="coverage"):
        drawn("coverage", "province", DAYS[0])
