"""The time rail: phases as bands, fiscal years, a tick for each day on which something happened, a handle."""

from datetime import date, timedelta
from html import escape

from data.records import Records
from data.remember import lru_cache
from locales import Reader
from locales.dates import fiscal_year_end, fiscal_year_start
from measures import stops
from measures.selection import FIRST_DAY, LAST_DAY, Selection

YEARS = range(2547, 2559)  # fiscal years of the three phases
TAIL = 6.0  # % of the rail for what came after the phases
HEAD = 2.5  # % for what came before


def place(day: date) -> float:
    """Return where a day lies on the rail, in % of its width; before and after the phases time is pressed together."""
    first, last = fiscal_year_start(YEARS[0]), fiscal_year_end(YEARS[-1])
    if day < first:
        return round(HEAD * _share(FIRST_DAY, first, day), 3)
    if day > last:
        return round(100 - TAIL + TAIL * _share(last, LAST_DAY, day), 3)
    return round(HEAD + (100 - HEAD - TAIL) * _share(first, last, day), 3)


def _share(low: date, high: date, day: date) -> float:
    return (day - low).days / (high - low).days


def show(records: Records, selection: Selection, reader: Reader, periods: bool = False) -> str:
    """Return the rail; its handle is put at the chosen day by `rail.js`, so that a step sends none of this again.

    periods: whether it has the button that turns a day into a period; over one it has a second handle.
    """
    return _rail(records, selection.but(asof=Selection.asof, area=None), reader, periods)


def day(chosen: date, reader: Reader) -> dict[str, str | float]:
    """Return what the handle needs of a day: its place in % of the rail and how it is said."""
    return {"day": str(chosen), "at": place(chosen), "said": reader.date(chosen)}


@lru_cache(maxsize=64)
def _rail(records: Records, selection: Selection, reader: Reader, periods: bool) -> str:
    days = stops.stops(records, selection)
    words = {
        name: escape(reader.t(f"stage-rail-{name}"), quote=True)
        for name in ("label", "play", "pause", "speed")
    }
    switch, second = (
        (_switch(selection, reader), _second(records, selection, reader)) if periods else ("", "")
    )
    return (
        f'<div class="sti-rail" data-stops="{_listed(days, reader)}">'
        f'<button type="button" class="play" data-play aria-label="{words["play"]}" data-pause="{words["pause"]}"'
        f' data-start="{words["play"]}"><i></i></button>'
        f'<button type="button" class="speed" data-speed="{words["speed"]}" aria-label="{words["speed"]} 1×">1×</button>'
        f'{switch}<div class="track" data-track>{_track(records, selection, reader)}{second}'
        f'<div class="handle" data-handle tabindex="0" role="slider" aria-label="{words["label"]}" aria-valuemin="1"'
        f' aria-valuemax="{len(days)}" aria-valuenow="1"><b></b></div></div></div>'
    )


def _listed(days: tuple[date, ...], reader: Reader) -> str:
    return escape("|".join(f"{stop} {place(stop)} {reader.date(stop)}" for stop in days), quote=True)


def _switch(selection: Selection, reader: Reader) -> str:
    """Return the button that turns a day into a period and back."""
    pressed = "true" if selection.since else "false"
    word = escape(reader.t("period-switch"))
    return f'<button type="button" class="period" data-period aria-pressed="{pressed}">{word}</button>'


def _second(records: Records, selection: Selection, reader: Reader) -> str:
    """Return the handle at the beginning of a period and the stretch between the two, "" on a day."""
    if selection.since is None:
        return ""
    days, here = stops.stops(records, selection.but(since=None)), day(selection.since, reader)
    label, whole = (escape(reader.t(f"period-{name}"), quote=True) for name in ("from", "whole"))
    said = escape(str(here["said"]), quote=True)
    begin = escape(f"{here['day']} {here['at']} {here['said']}", quote=True)
    number = sum(one <= selection.since for one in days)
    return (
        f'<div class="stretch" data-stretch title="{whole}"></div>'
        f'<div class="handle from" data-from="{_listed(days, reader)}" data-begin="{begin}"'
        f' data-day="{here["day"]}" style="left:{here["at"]}%" tabindex="0" role="slider" aria-label="{label}"'
        f' aria-valuemin="1" aria-valuemax="{len(days)}"'
        f' aria-valuenow="{number}" aria-valuetext="{said}"><b style="--at:{here["at"]}">{said}</b></div>'
    )


def _track(records: Records, selection: Selection, reader: Reader) -> str:
    """Return what does not move: the bands, the years, the ticks."""
    bands = ""
    for i, row in enumerate(records.phases.to_dict("records")):
        left, right = place(row["start_date"].date()), place(row["end_date"].date())
        name = escape(reader.pick(row, "name"))
        # What happened in a phase happened after the day before it.
        before = row["start_date"].date() - timedelta(days=1)
        ends = f"{before} {row['end_date'].date()}"
        width = f"left:{left}%;width:{right - left - 0.15:.3f}%"
        bands += f'<span class="band p{i + 1}" data-phase="{ends}" style="{width}">{name}</span>'
    later = escape(reader.t("stage-rail-later"))
    bands += f'<span class="band later" style="left:{100 - TAIL}%;width:{TAIL}%">{later}</span>'
    years = "".join(
        f'<span class="year" style="left:{place(fiscal_year_start(year))}%">{escape(reader.year(year))}</span>'
        for year in YEARS
    )
    marks = "".join(
        f'<i class="tick{" stated" if row.documented else ""}" style="left:{place(row.day.date())}%"></i>'
        for row in stops.ticks(records, selection).itertuples()
    )
    note = f'<p class="note">{escape(reader.t("stage-rail-note"))}</p>'
    return f'<div class="bands" aria-hidden="true">{bands}{marks}{years}</div>{note}'
