"""The visible controls. Each one's key is its parameter's name, so it stands in the address."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any

import pandas as pd
import streamlit as st

from data.records import Records
from data.remember import lru_cache
from figures.figure import Figure
from figures.labels import shorten
from geo.names import short_group_name
from locales import Reader
from measures import areas, dates
from measures.catalogue import OF_WORK, of_work
from measures.selection import EVIDENCE, LEVELS, Selection
from shell import address, badge, context

Draw = Callable[[Records, Reader], None]


def show(*names: str) -> Selection:
    """Draw the named controls in one row, with the badge that says which data is shown; return the choices."""
    records, reader = context.records(), context.reader()
    with st.container(key="filters", horizontal=True, gap="small", vertical_alignment="bottom"):
        for name in names:
            CONTROLS[name](records, reader)
        badge.show(context.selection(), reader)
    return context.selection()


def beside(key: str, *names: str) -> None:
    """Draw the named controls in a row of their own, next to the figure that they change."""
    records, reader = context.records(), context.reader()
    with st.container(key=key, horizontal=True, gap="small", vertical_alignment="bottom"):
        for name in names:
            CONTROLS[name](records, reader)


def since() -> date:
    """Return the earlier day to compare with; its control may stand further down the page."""
    earlier: date = address.current()["since"]
    return earlier


def scope(records: Records, selection: Selection, reader: Reader) -> str:
    """Return the names of the chosen groups, "" for the whole country."""
    if not selection.groups:
        return ""
    rows = areas.groups_on(records, selection.asof)
    chosen = rows[rows["area_code"].isin(selection.groups)]
    return reader.join(reader.pick(row, "name") for row in chosen.to_dict("records"))


def workshop(listing: pd.DataFrame) -> str | None:
    """Draw the control that opens one workshop of a listing; return its id."""
    reader = context.reader()
    names = {}
    for row in listing.to_dict("records"):
        end = None if pd.isna(row["end_date"]) else row["end_date"]
        when = reader.span(row["start_date"], end, row["date_precision"])
        names[row["workshop_id"]] = f"{when} · {shorten(reader.pick(row, 'title'), 70)}"
    return _pick("workshop", names, reader)


def cell(figure: Figure) -> str | None:
    """Draw the control that opens the evidence of one cell of the phase matrix; return group|phase|step."""
    names = {key: cell_name(key) for key in figure.keys}
    return _pick("cell", names, context.reader())


def cell_name(key: str) -> str:
    """Return the name of a cell: group, phase, step."""
    records, reader = context.records(), context.reader()
    group, phase, step = key.split("|")
    groups = records.province_groups.set_index("group_code").loc[group]
    phases = records.phases.set_index("phase_code").loc[phase]
    short = short_group_name(groups["name_en"]) if reader.lang == "en" else groups["short_name_th"]
    return f"{short} · {reader.pick(phases, 'name')} · {reader.t(f'step-{step}')}"


def _pick(name: str, names: dict[str, str], reader: Reader) -> str | None:
    chosen = address.current()[name]
    address.current()[name] = chosen if chosen in names else None
    _select(name, list(names), names.__getitem__, reader, width=640, optional=True)
    picked: str | None = address.current()[name]
    return picked


@lru_cache(maxsize=256)
def days(records: Records, reader: Reader, chosen: date) -> Mapping[date, str]:
    """Return the days worth stopping at, and the chosen one, each with its label, in order."""
    labels = {chosen: reader.date(chosen)}
    for row in dates.steps(records).to_dict("records"):
        day = row["day"].date()
        labels[day] = f"{reader.date(day)} · {_day_name(row, reader)}"
    return MappingProxyType(dict(sorted(labels.items())))


def _day_name(row: dict[Hashable, Any], reader: Reader) -> str:
    if row["kind"] == "fiscal_year":
        return reader.t("filter-fiscal-year-end", year=reader.year(int(row["fiscal_year_be"])))
    if row["kind"] == "observation":
        return reader.t("filter-documented-count")
    return shorten(reader.pick(row, "title"), 40)


def _asof(records: Records, reader: Reader) -> None:
    labels = days(records, reader, address.current()["asof"])
    with st.container(
        key="asof_control", horizontal=True, gap=None, vertical_alignment="bottom", width="content"
    ):
        _select("asof", list(labels), labels.__getitem__, reader, width=300)
        stops = days_of(records, reader)
        step_button("asof_back", -1, "asof", stops, reader)
        step_button("asof_on", 1, "asof", stops, reader)


def _since(records: Records, reader: Reader) -> None:
    view = address.current()
    chosen = view["since"]  # on the very first day there is no earlier one: the control says what is shown
    labels = {
        day: reader.date(day) for day in days(records, reader, chosen) if day < view["asof"] or day == chosen
    }
    _select("since", list(labels), labels.__getitem__, reader, width=180)


def _groups(records: Records, reader: Reader) -> None:
    view = address.current()
    names = {
        row.area_code: reader.pick(row._asdict(), "name")
        for row in areas.groups_on(records, view["asof"]).itertuples()
    }
    st.session_state["groups"] = list(view["groups"])
    st.multiselect(
        reader.t("filter-groups"),
        list(names),
        format_func=names.__getitem__,
        key="groups",
        placeholder=reader.t("filter-groups-all", n=len(names)),
        select_all=False,
        width=300,
    )


def _area(records: Records, reader: Reader) -> None:
    view = address.current()
    names = area_names(records, view["asof"], reader)
    _select("area", list(names), names.__getitem__, reader, width=230, optional=True)


def _measure(records: Records, reader: Reader) -> None:
    view = address.current()
    view["measure"] = of_work(view["measure"])  # what is known is not compared
    _select("measure", list(OF_WORK), lambda code: reader.t(f"measure-{code}"), reader, width=260)


def _phase(records: Records, reader: Reader) -> None:
    names = {row["phase_code"]: reader.pick(row, "name") for _, row in records.phases.iterrows()}
    _select("phase", list(names), names.__getitem__, reader, width=170, optional=True)


def area_names(records: Records, day: date, reader: Reader) -> Mapping[str, str]:
    """Return code -> name of every group and province on a day, groups first, each in dictionary order."""
    return _area_names(records, areas.map_day(records, day), reader)


@lru_cache(maxsize=64)
def _area_names(records: Records, day: date, reader: Reader) -> Mapping[str, str]:
    result: dict[str, str] = {}
    for frame in (areas.groups_on(records, day), areas.provinces_on(records, day)):
        names = {row["area_code"]: reader.pick(row, "name") for row in frame.to_dict("records")}
        order = {name: place for place, name in enumerate(reader.sorted(names.values()))}
        result.update(sorted(names.items(), key=lambda item: order[item[1]]))
    return MappingProxyType(result)


def _select(
    name: str,
    options: Sequence[Any],
    label: Callable[[Any], str],
    reader: Reader,
    *,
    width: int,
    optional: bool = False,
) -> None:
    st.session_state[name] = address.current()[name]
    st.selectbox(
        reader.t(f"filter-{name}"),
        options,
        index=None if optional else 0,
        format_func=label,
        key=name,
        placeholder=reader.t(f"filter-{name}-all") if optional else "",
        width=width,
    )


def _segments(name: str, options: tuple[str, ...], reader: Reader) -> None:
    st.session_state[name] = address.current()[name]
    st.segmented_control(
        reader.t(f"filter-{name}"),
        options,
        format_func=lambda code: reader.t(f"filter-{name}-{code}"),
        key=name,
        required=True,
    )


Stops = Callable[[date], Sequence[date]]
"""The days that a step button goes through, from the day on which the reader stands."""


def days_of(records: Records, reader: Reader) -> Stops:
    """Return the days of the as-of control, as step buttons take them."""
    return lambda here: list(days(records, reader, here))


def step_button(key: str, step: int, name: str, stops: Stops, reader: Reader) -> None:
    """Draw the button that goes one day on or back from where the reader stands when it is pressed."""
    here = address.current()[name]
    there = list(stops(here)).index(here) + step

    def moved(day: date) -> date:
        listed = list(stops(day))
        return listed[min(max(listed.index(day) + step, 0), len(listed) - 1)]

    st.button(
        reader.t(f"filter-{key.replace('_', '-')}"),
        key=key,
        icon=":material/chevron_left:" if step < 0 else ":material/chevron_right:",
        disabled=not 0 <= there < len(stops(here)),
        on_click=address.step(name, moved),
        type="tertiary",
    )


CONTROLS: dict[str, Draw] = {
    "asof": _asof,
    "since": _since,
    "groups": _groups,
    "area": _area,
    "measure": _measure,
    "level": lambda _, reader: _segments("level", LEVELS, reader),
    "evidence": lambda _, reader: _segments("evidence", EVIDENCE, reader),
    "phase": _phase,
}
