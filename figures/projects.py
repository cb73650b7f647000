"""The figures of the project explorer, remembered per release, question and reader; the question in words."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pandas as pd

from data.records import Records
from data.remember import lru_cache
from figures import circles, composition, drawn, flow, maps, money, places, words
from figures.figure import Figure
from geo import boundaries, neighbours
from locales import Reader
from measures.projects import detail as project_detail
from measures.projects import explorer
from measures.projects import places as project_places
from measures.projects.query import ProjectQuery

REMEMBERED = 128


@lru_cache(maxsize=REMEMBERED)
def area_map(records: Records, asked: ProjectQuery, measure: str, reader: Reader) -> Figure:
    """Return the map of the projects that answer; areas without one are named where they are few."""
    selection = asked.selection
    frame = project_places.by_area(records, asked, measure)
    figure = maps.choropleth(
        frame=frame,
        spec=project_places.spec_of(measure),
        selection=selection,
        layer=drawn.map_layer(records, selection, selection.level),
        group_layer=drawn.map_layer(records, selection, "group") if selection.level == "province" else None,
        reader=reader,
        group_names=drawn.group_names(records, selection, reader),
        window=drawn.map_window(records, selection),
    )
    none = frame[frame["in_filter"] & frame["state"].eq("none")]
    names = reader.sorted(reader.pick(row, "name") for row in none.to_dict("records"))
    notes: tuple[str, ...] = ()
    if measure == "projects" and 0 < len(names) < len(frame[frame["in_filter"]]):
        notes = (reader.t("projects-map-without", n=len(names), names=words.some_of(names, reader)),)
    title = figure.title if len(names) < len(frame[frame["in_filter"]]) else reader.t("projects-none")
    return _under(replace(figure, title=title, notes=(*figure.notes, *notes)), records, asked, reader)


@lru_cache(maxsize=REMEMBERED)
def amounts(records: Records, asked: ProjectQuery, measure: str, reader: Reader) -> Figure:
    """Return the same amounts as circles whose area is the amount."""
    selection = asked.selection
    layer = drawn.map_layer(records, selection, selection.level)
    figure = circles.amounts(
        frame=project_places.by_area(records, asked, measure),
        spec=project_places.spec_of(measure),
        selection=selection,
        layer=layer,
        points=neighbours.representative_points(layer),
        group_layer=drawn.map_layer(records, selection, "group") if selection.level == "province" else None,
        reader=reader,
        group_names=drawn.group_names(records, selection, reader),
        window=drawn.map_window(records, selection),
    )
    return _under(figure, records, asked, reader)


@lru_cache(maxsize=REMEMBERED)
def by_year(records: Records, asked: ProjectQuery, reader: Reader) -> Figure:
    """Return the money chosen by fiscal year."""
    frame = explorer.by_fiscal_year(records, asked)
    figure = money.by_year(frame=frame, money=asked.money, asof=asked.selection.asof, reader=reader)
    return _under(figure, records, asked, reader)


@lru_cache(maxsize=REMEMBERED)
def by_programme(records: Records, asked: ProjectQuery, measure: str, reader: Reader) -> Figure:
    """Return the composition by programme and agency."""
    figure = composition.by_programme(frame=_parts(records, asked), measure=measure, reader=reader)
    return _under(figure, records, asked, reader)


@lru_cache(maxsize=REMEMBERED)
def by_status(records: Records, asked: ProjectQuery, reader: Reader) -> Figure:
    """Return the status of projects over time; every status, whichever is asked for."""
    every = asked.but(status=None)
    parts = _parts(records, every)
    figure = flow.by_status(
        frame=explorer.status_flow(records, asked),
        reader=reader,
        documented=words.share_of(parts),
        sources=words.sources_of(parts),
    )
    return _under(figure, records, every, reader)


@lru_cache(maxsize=REMEMBERED)
def places_of(records: Records, asked: ProjectQuery, project_id: str, reader: Reader) -> Figure:
    """Return the small map of one project."""
    selection = asked.selection
    found = project_detail.detail(records, selection, project_id)
    return places.of_project(
        locations=found.locations,
        kind=found.kind,
        layer=boundaries.layer("province", selection.asof),
        reader=reader,
    )


@lru_cache(maxsize=REMEMBERED)
def _parts(records: Records, asked: ProjectQuery) -> pd.DataFrame:
    return explorer.by_programme_agency(records, asked)


def _under(figure: Figure, records: Records, asked: ProjectQuery, reader: Reader) -> Figure:
    """Return the figure with the reader's conditions in its subtitle, so that a copy of it says them too."""
    return replace(figure, subtitle=words.dots([figure.subtitle, conditions(asked, reader, records)]))


def conditions(asked: ProjectQuery, reader: Reader, records: Records) -> str:
    """Return the conditions other than place and day in words, "" for none."""
    chosen = {
        "programme": asked.selection.programme,
        "agency": asked.selection.agency,
        "status": asked.status,
        "phase": asked.selection.phase,
    }
    said = [code_name(name, code, reader, records) for name, code in chosen.items() if code]
    said += _range("year", asked.year_from, asked.year_to, lambda year: reader.year(int(year)), reader)
    said += _range("baht", asked.baht_from, asked.baht_to, lambda baht: million(baht, reader), reader)
    if asked.text:
        said.append(reader.t("projects-condition-text", text=asked.text))
    return reader.t("projects-conditions", said=" · ".join(said)) if said else ""


def _range(name: str, low: Any, high: Any, write: Callable[[Any], str], reader: Reader) -> list[str]:
    if low is None and high is None:
        return []
    if low == high:
        return [reader.t(f"projects-condition-{name}", low=write(low))]
    if high is None:
        return [reader.t(f"projects-condition-{name}-from", low=write(low))]
    if low is None:
        return [reader.t(f"projects-condition-{name}-to", high=write(high))]
    return [reader.t(f"projects-condition-{name}-range", low=write(low), high=write(high))]


def code_name(name: str, code: str, reader: Reader, records: Records) -> str:
    """Return the display name of a programme, agency, phase or status."""
    if name == "status":
        return reader.t(f"project-status-{code}")
    frames = {"programme": records.programmes, "agency": records.agencies, "phase": records.phases}
    rows = frames[name]
    return reader.pick(rows[rows[f"{name}_code"] == code].iloc[0], "name")


def million(baht: float, reader: Reader) -> str:
    """Write a sum as million baht with as many decimals as it needs, at most two."""
    number = reader.number(baht / 1e6, 2)
    short = number.rstrip("0").rstrip(".") if "." in number else number
    return f"{short} {reader.t('figures-unit-million')}"
