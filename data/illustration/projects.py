"""Sample projects: about 2,400 over twelve fiscal years, with money, people and places.

Agrees with what is documented: 30 S&T villages in FY2552, 400 ITAP projects in FY2558, five regional centres
from 13 Dec 2011, science parks from 29 May 2012, and no programme before its start.
"""

from dataclasses import dataclass
from datetime import date

import numpy as np

from data.illustration import words
from data.illustration.base import (
    LAST_DAY,
    MARK_EN,
    MARK_TH,
    SOURCE,
    Places,
    Row,
    days_later,
    fiscal_year,
    generator,
    phase_of,
    year_start,
)
from data.illustration.spread import Spread, locations, place_words

YEARS = range(2547, 2559)


@dataclass(frozen=True)
class Programme:
    """How one programme is drawn: projects per fiscal year 2547 to 2558, and what a typical one is like.

    baht: median and spread (log-normal). people: range of beneficiaries. days: range of durations.
    network: only in provinces that have a network institution by then.
    """

    per_year: tuple[int, ...]
    baht: tuple[float, float]
    people: tuple[int, int]
    days: tuple[int, int]
    since: date = date(2003, 10, 1)
    network: bool = False
    nationwide: float = 0.0


PROGRAMMES: dict[str, Programme] = {
    "clinic": Programme(
        (30, 40, 50, 55, 60, 70, 75, 95, 100, 105, 110, 110),
        (330_000, 0.55),
        (30, 260),
        (120, 300),
        network=True,
        nationwide=0.02,
    ),
    "itap": Programme((8, 10, 13, 16, 20, 24, 30, 38, 50, 66, 85, 400), (280_000, 0.45), (1, 2), (150, 420)),
    "volunteers": Programme(
        (4, 6, 7, 8, 8, 9, 9, 10, 11, 12, 12, 12),
        (420_000, 0.4),
        (40, 300),
        (60, 240),
        since=date(2004, 4, 1),
        network=True,
        nationwide=0.08,
    ),
    "host-village": Programme(
        (0, 0, 0, 0, 0, 30, 36, 42, 50, 56, 60, 64),
        (250_000, 0.35),
        (35, 160),
        (240, 360),
        since=date(2010, 1, 1),
        network=True,
    ),
    "community-learning-centre": Programme(
        (0, 0, 2, 3, 4, 5, 6, 8, 8, 8, 8, 8), (650_000, 0.5), (60, 500), (180, 400)
    ),
    "stkc": Programme(
        (0, 1, 2, 2, 2, 2, 2, 3, 3, 3, 2, 2), (1_300_000, 0.5), (200, 3000), (200, 360), nationwide=0.5
    ),
    "provincial-sti-plan": Programme(
        (0, 0, 0, 0, 0, 0, 9, 14, 14, 13, 11, 10),
        (800_000, 0.5),
        (80, 600),
        (150, 400),
        since=date(2009, 10, 1),
    ),
    "regional-science-park": Programme(
        (0, 0, 0, 0, 0, 0, 0, 0, 3, 9, 11, 13),
        (18_000_000, 0.6),
        (20, 240),
        (360, 900),
        since=date(2012, 5, 29),
    ),
    "regional-centre": Programme(
        (0, 0, 0, 0, 0, 0, 0, 0, 9, 14, 16, 16),
        (1_900_000, 0.5),
        (100, 900),
        (150, 360),
        since=date(2011, 12, 13),
    ),
    "area-action-plan": Programme(
        (0, 0, 0, 0, 0, 0, 0, 0, 4, 5, 5, 4),
        (2_600_000, 0.4),
        (30, 200),
        (200, 400),
        since=date(2011, 10, 1),
        nationwide=0.3,
    ),
}
VILLAGES_CHOSEN = date(2009, 6, 10)  # the forerunner of the host villages, in the last months of FY2552
CENTRES = ("50", "40", "90", "20", "2551-upper-central-1")  # the fifth, "Central", has no documented province
PLANNED, CANCELLED = 0.09, 0.02


def projects(where: Places, networks: dict[str, date]) -> tuple[list[Row], list[Row]]:
    """Return the projects and the places they work in."""
    rng = generator("projects")
    spread = Spread(where, networks)
    rows: list[Row] = []
    places: list[Row] = []
    for name, programme in PROGRAMMES.items():
        for year, count in zip(YEARS, programme.per_year, strict=True):
            for n in range(1, count + 1):
                centre = (
                    CENTRES[n - 1] if name == "regional-centre" and year == 2555 and n <= len(CENTRES) else ""
                )
                row = _project(name, year, n, bool(centre), rng)
                here = locations(row, programme.network, programme.nationwide, centre, spread, rng)
                _title(row, name, here, where, rng)
                rows.append(row)
                places += here
    for row in rows:  # a planned project has its places, but no day yet
        if row["status"] == "planned":
            row["started_on"] = None
    return rows, places


def _start(name: str, year: int, centre: bool, rng: np.random.Generator) -> date:
    first = max(year_start(year), PROGRAMMES[name].since)
    if centre:
        return first
    if name == "host-village" and year == 2552:
        first = VILLAGES_CHOSEN
    left = (year_start(year + 1) - first).days
    return days_later(first, rng.beta(1.6, 2.6) * left)


def _project(name: str, year: int, n: int, centre: bool, rng: np.random.Generator) -> Row:
    """Return a project without title, agency and places."""
    programme = PROGRAMMES[name]
    started_on = _start(name, year, centre, rng)
    due_on = days_later(started_on, rng.integers(*programme.days))
    status = "completed" if due_on <= LAST_DAY else "running"
    if year == 2558 and name in ("clinic", "host-village") and rng.random() < PLANNED:
        status = "planned"
    elif rng.random() < CANCELLED and not centre:
        status = "cancelled"
        due_on = min(days_later(started_on, rng.integers(40, 120)), LAST_DAY)
    allocated, disbursed = _money(programme, status, rng)
    people = int(rng.integers(*programme.people))
    unreported = rng.random() < 0.15 or status in ("planned", "cancelled")
    return {
        "project_id": f"sample-{name}-{year}-{n:03d}", "programme_code": name, "phase_code": phase_of(year),
        "status": status, "started_on": started_on,
        "ended_on": due_on if status in ("completed", "cancelled") else None,
        "fiscal_year_be": fiscal_year(started_on), "allocated_baht": allocated, "disbursed_baht": disbursed,
        "beneficiary_count": None if unreported else people, "source_id": SOURCE,
    }  # fmt: skip


def _money(programme: Programme, status: str, rng: np.random.Generator) -> tuple[int | None, int | None]:
    """Return allocated and disbursed baht; None where nothing was reported."""
    median, sigma = programme.baht
    allocated = int(np.clip(round(rng.lognormal(np.log(median), sigma), -3), 50_000, 90_000_000))
    used = {"completed": rng.uniform(0.85, 0.99), "running": rng.uniform(0.10, 0.75),
            "cancelled": rng.uniform(0.0, 0.30), "planned": 0.0}[status]  # fmt: skip
    if status == "completed" and rng.random() < 0.08:
        used = 1.0
    disbursed = min(allocated, int(round(allocated * used, -2)))
    silent = {"completed": 0.06, "running": 0.35, "cancelled": 0.2, "planned": 1.0}[status]
    if rng.random() < 0.03:
        return None, None
    return allocated, None if rng.random() < silent else disbursed


def _title(row: Row, name: str, here: list[Row], where: Places, rng: np.random.Generator) -> None:
    """Give a project its theme, its agency and its titles."""
    themes = words.THEMES.get(name, words.COMMUNITY)
    theme_th, theme_en, agencies = themes[int(rng.integers(len(themes)))]
    phrase_th, phrase_en = words.PHRASES[name]
    if name == "host-village" and row["fiscal_year_be"] == 2552:
        phrase_th, phrase_en = words.VILLAGE_2009
    if row["started_on"] == PROGRAMMES["regional-centre"].since and name == "regional-centre":
        phrase_th, phrase_en = words.CENTRE_2011
    place_th, place_en = place_words(here, where)
    row["title_th"] = MARK_TH + phrase_th.format(theme=theme_th, place=place_th)
    row["title_en"] = MARK_EN + phrase_en.format(theme=theme_en, place=place_en)
    row["agency_code"] = _agency(name, agencies, rng)


def _agency(name: str, agencies: tuple[str, ...], rng: np.random.Generator) -> str:
    if name == "area-action-plan":
        return "sti"
    if name == "itap":
        return "nstda"
    if name in ("regional-centre", "regional-science-park", "host-village", "volunteers"):
        return "ops"
    return agencies[int(rng.integers(len(agencies)))]
