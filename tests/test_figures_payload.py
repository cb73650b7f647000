"""What figures of the shipped records cost on the wire, and that plotly accepts every one of them."""

from collections.abc import Callable
from datetime import date
from functools import cache

import pandas as pd
import plotly.graph_objects as go
import pytest

from data import records as data_records
from data.records import Records
from figures import bars, lines, maps, matrix, ranking, small_multiples, steps, timeline
from figures.figure import Figure
from geo import boundaries
from measures import coverage, coverage_stated, phases, values, workshop_people, workshop_years
from measures import timeline as events
from measures.catalogue import SPECS
from measures.selection import Selection
from tests.figure_frames import EN, TH, whole

CHOICE = Selection(area="33")
DAYS = [date(2009, 12, 31), date(2010, 9, 30), date(2011, 5, 26)]


@cache
def shipped() -> Records:
    return data_records.load()


def area_map(measure: str, **choices: object) -> Figure:
    selection = CHOICE.but(measure=measure, **choices)
    return maps.choropleth(
        frame=values.by_area(records=shipped(), selection=selection),
        spec=SPECS[measure],
        selection=selection,
        layer=boundaries.layer("province", selection.asof),
        group_layer=boundaries.layer("group", selection.asof),
        reader=TH,
    )


def squares(measure: str) -> Figure:
    selection = CHOICE.but(measure=measure)
    return ranking.squares(
        frame=values.by_area(records=shipped(), selection=selection.but(level="group")),
        provinces=values.by_area(records=shipped(), selection=selection),
        spec=SPECS[measure],
        selection=selection.but(level="group"),
        reader=TH,
    )


def amounts(measure: str) -> Figure:
    selection = CHOICE.but(measure=measure, level="group")
    frame = values.by_area(records=shipped(), selection=selection)
    return ranking.bars(frame=frame, spec=SPECS[measure], selection=selection, reader=TH)


def full(**choices: object) -> Figure:
    frame = events.events(records=shipped(), selection=CHOICE.but(**choices))
    return timeline.full(frame=frame, phases=shipped().phases, reader=TH, asof=CHOICE.asof)


def panels() -> Figure:
    chosen = [
        small_multiples.Panel(
            TH.date(day),
            values.by_area(records=shipped(), selection=CHOICE.but(asof=day)),
            CHOICE.but(asof=day),
            boundaries.layer("province", day),
        )
        for day in DAYS
    ]
    return small_multiples.grid(panels=chosen, spec=SPECS["coverage"], reader=TH)


def growth() -> Figure:
    days = [day.date() for day in pd.date_range("2008-10-01", "2011-04-01", freq="QS")]
    frame = coverage.over_time(records=shipped(), selection=CHOICE, days=[*days, CHOICE.asof])
    return lines.growth(frame=frame, points=coverage_stated.points(shipped()), reader=TH, asof=CHOICE.asof)


FIGURES: dict[str, tuple[Callable[[], Figure], int]] = {
    "map of representatives": (lambda: area_map("coverage"), 6200),
    "map in a filter": (lambda: area_map("coverage", groups=("2551-east",)), 7700),
    "map of attendance": (lambda: area_map("attendance"), 6800),
    "map of plans": (lambda: area_map("plan"), 9000),
    "map of money": (lambda: area_map("allocated"), 4600),
    "squares of representatives": (lambda: squares("coverage"), 3500),
    "squares of plans": (lambda: squares("plan"), 4200),
    "bars of projects": (lambda: amounts("projects"), 3000),
    "full timeline of documents": (lambda: full(evidence="documented"), 12500),
    "full timeline of one phase": (lambda: full(phase="phase-2"), 10000),
    "small maps": (panels, 5500),
    "matrix": (lambda: matrix.progress(frame=phases.progress(shipped(), CHOICE), reader=TH), 7500),
    "growth": (growth, 4500),
    "roles": (lambda: bars.by_role(frame=workshop_people.by_role(shipped(), CHOICE), reader=TH), 2500),
    "participants": (
        lambda: bars.participants(frame=workshop_years.by_fiscal_year(shipped(), CHOICE), reader=EN),
        2000,
    ),
    "steps": (lambda: steps.by_year(frame=phases.by_fiscal_year(shipped(), CHOICE), reader=TH), 3500),
}


@pytest.mark.parametrize(("build", "most"), FIGURES.values(), ids=FIGURES.keys())
def test_a_figure_is_small_on_the_wire_valid_and_whole(build: Callable[[], Figure], most: int) -> None:
    figure = build()
    assert len(figure.plot.to_json().encode()) <= most
    go.Figure(figure.plot.to_dict())  # raises for any property that plotly does not know
    whole(figure)


def test_a_map_never_carries_boundaries_or_a_template() -> None:
    sent = area_map("coverage").plot.to_json()
    assert "coordinates" not in sent
    assert '"template":{}' in sent
    assert "bdata" not in sent


def test_the_shipped_records_reproduce_the_documented_count() -> None:
    assert area_map("coverage").title == "15 จังหวัดยังไม่มีผู้แทน"


def test_only_with_documents_no_province_is_called_missing() -> None:
    figure = area_map("coverage", evidence="documented")
    assert "ยังไม่มีผู้แทน" not in figure.title
    counts = {item.label: item.count for item in figure.legend}
    assert counts["ยังไม่มีผู้แทน"] == 0
