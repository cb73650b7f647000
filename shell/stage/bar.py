"""The context bar: day, area, data shown and what a page needs besides, in one row at one baseline; actions at its end."""

import threading
from collections.abc import Callable, Mapping
from datetime import date
from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from data.records import Records
from locales import Reader
from measures import areas, stops
from measures.selection import EVIDENCE, FIRST_DAY, LAST_DAY, Selection
from shell import address, context, filters
from shell.stage import days

Draw = Callable[[Records, Reader], None]
_here = threading.local()  # a run of a page is a thread
UNREAD = "_day_unread"
COUNTED = ("groups", "area", "phase", "evidence", "programme", "agency", "status", "q")


def show(*names: str, actions: Callable[[], None] | None = None) -> Selection:
    """Draw the bar with the named controls and return the choices. actions: draws what stands at its end."""
    records, reader = context.records(), context.reader()
    with st.container(key="filters", horizontal=True, gap="small", vertical_alignment="center"):
        st.html(_sheet_button(reader))
        for name in names:
            CONTROLS[name](records, reader)
        _here.end = st.container(key="bar_end", width="content")
        if actions:
            actions()
    if unread := st.session_state.pop(UNREAD, ""):
        first, last = reader.date(FIRST_DAY), reader.date(LAST_DAY)
        st.warning(reader.t("stage-day-unread", text=unread[:40], first=first, last=last))
    return context.selection()


def end() -> DeltaGenerator:
    """Return the place before the actions of this page's bar, for what is known only further down the page."""
    place: DeltaGenerator = _here.end
    return place


def _sheet_button(reader: Reader) -> str:
    """Return the button that opens the controls on a phone; it says how many are set."""
    view = address.current()
    n = sum(bool(view[name]) and not (name == "evidence" and view[name] == EVIDENCE[0]) for name in COUNTED)
    word = reader.t("stage-filters-set", n=n) if n else reader.t("stage-filters")
    done = escape(reader.t("stage-filters-close"), quote=True)
    stated = "" if view["evidence"] == EVIDENCE[0] else " stated"
    return (
        f'<button type="button" class="sti-narrow-filters{stated}" data-sheet aria-expanded="false" data-close="{done}">'
        f"{escape(word)}</button>"
    )


def _day(records: Records, reader: Reader) -> None:
    chosen = address.current()["asof"]
    labels = filters.days(records, reader, chosen)
    selection = context.selection()

    def stepped(here: date) -> list[date]:
        return sorted({*stops.stops(records, selection), here})

    with st.container(
        key="asof_control", horizontal=True, gap=None, vertical_alignment="center", width="content"
    ):
        filters.step_button("asof_back", -1, "asof", stepped, reader)
        st.session_state["asof"] = chosen
        st.selectbox(
            reader.t("filter-asof"),
            list(labels),
            format_func=lambda day: labels.get(day, str(day)),
            key="asof",
            placeholder=reader.t("filter-asof"),
            accept_new_options=True,
            on_change=_typed,
            label_visibility="collapsed",
            width=250,
        )
        filters.step_button("asof_on", 1, "asof", stepped, reader)


def _typed() -> None:
    """Take a typed day, in whatever form people write it; what cannot be read leaves the day and is told."""
    value = st.session_state["asof"]
    if isinstance(value, date):
        return
    found = days.read(str(value or ""))
    if found is None:
        st.session_state[UNREAD] = str(value or "")
        found = address.current()["asof"]
    address.set_values(asof=found)
    address.understood("asof")


def _place(records: Records, reader: Reader) -> None:
    """Draw the one control of areas: groups narrow the view down, a province opens its card."""
    view = address.current()
    names = dict(filters.area_names(records, view["asof"], reader))
    if view["area"] and view["area"] not in names:  # an area of another day stays chosen, and is told
        names[view["area"]] = _name_of_another_day(view["area"], records, reader)
    chosen = [code for code in (*view["groups"], view["area"]) if code in names]
    st.session_state["place"] = list(dict.fromkeys(chosen))
    st.multiselect(
        reader.t("stage-place"),
        list(names),
        format_func=names.__getitem__,
        key="place",
        placeholder=reader.t("stage-place-all"),
        select_all=False,
        label_visibility="collapsed",
        on_change=_placed,
        width=300,
    )


def _name_of_another_day(code: str, records: Records, reader: Reader) -> str:
    rows = records.provinces[records.provinces["province_code"] == code]
    name = reader.pick(rows.iloc[0], "name") if len(rows) else code
    return reader.t("stage-place-absent", name=name)


def _placed() -> None:
    """Take what was chosen: every group counts, of provinces the one chosen last."""
    chosen = list(st.session_state["place"])
    groups = tuple(sorted(code for code in chosen if "-" in code))
    provinces = [code for code in chosen if "-" not in code]
    known = tuple(areas.groups_on(context.records(), address.current()["asof"])["area_code"])
    ordered = tuple(code for code in known if code in groups)
    address.set_values(groups=ordered, area=provinces[-1] if provinces else None)


def _evidence(records: Records, reader: Reader) -> None:
    st.session_state["evidence"] = address.current()["evidence"]
    st.selectbox(
        reader.t("filter-evidence"),
        EVIDENCE,
        format_func=lambda code: reader.t(f"stage-evidence-{code}"),
        key="evidence",
        label_visibility="collapsed",
        width=205,
    )


def _phase(records: Records, reader: Reader) -> None:
    names = {row["phase_code"]: reader.pick(row, "name") for _, row in records.phases.iterrows()}
    _one_of("phase", names, address.current()["phase"], 130, reader)


def _one_of(key: str, names: Mapping[str, str], chosen: str | None, width: int, reader: Reader) -> None:
    """Draw a box to choose one by its name, or none: then it says that all are meant."""
    st.session_state[key] = chosen
    st.selectbox(
        reader.t(f"filter-{key}"),
        list(names),
        index=None,
        format_func=names.__getitem__,
        key=key,
        placeholder=reader.t(f"filter-{key}-all"),
        label_visibility="collapsed",
        width=width,
    )


def _area(records: Records, reader: Reader) -> None:
    """Draw the control of one area, for the page that is about one."""
    view = address.current()
    names = filters.area_names(records, view["asof"], reader)
    chosen = view["area"]
    if chosen and chosen not in names:
        names = {**names, chosen: _name_of_another_day(chosen, records, reader)}
    _one_of("area", names, chosen, 300, reader)


CONTROLS: dict[str, Draw] = {
    "asof": _day,
    "place": _place,
    "area": _area,
    "evidence": _evidence,
    "phase": _phase,
}
