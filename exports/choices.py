"""What a reader had chosen beside the day, in words: what leaves the screen says it."""

from collections.abc import Callable
from datetime import date
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pandas as pd

from data.records import Records
from data.remember import lru_cache
from locales import Reader
from measures import areas
from measures.selection import LEVELS, Selection

COVERAGE = "coverage"  # what every story's map shows


@lru_cache(maxsize=256)
def words(records: Records, selection: Selection, reader: Reader, since: date | None = None) -> str:
    """Return area, groups, phase, programme, agency and kind of evidence as one line, "" where nothing is chosen.

    since: the earlier day of a comparison, for what compares.
    """
    t, said = reader.t, []
    if selection.area:
        said.append(t("choices-area", name=area_name(records, selection.area, selection.asof, reader)))
    if selection.groups:
        names = [area_name(records, code, selection.asof, reader) for code in selection.groups]
        said.append(t("choices-groups", names=reader.join(names)))
    if selection.phase:
        said.append(t("choices-phase", name=t(f"figures-phase-{selection.phase}")))
    for name, frame in (("programme", records.programmes), ("agency", records.agencies)):
        code = getattr(selection, name)
        if code:
            said.append(t(f"choices-{name}", name=_picked(frame, f"{name}_code", code, reader)))
    if selection.evidence != "all":
        said.append(t("choices-documented"))
    if since is not None:
        said.append(t("choices-since", day=reader.date(since)))
    return " · ".join(said)


def unused(records: Records, address: str, reader: Reader) -> str:
    """Return what the view behind an address had chosen and no story takes, as one line, "" where there is nothing.

    A story has its own measures and levels, and tells of every phase, programme and agency.
    """
    asked = dict(parse_qsl(urlsplit(address).query))
    phase = asked.get("phase")
    chosen = Selection(
        phase=phase if phase in set(records.phases["phase_code"]) else None,
        programme=asked.get("programme"),
        agency=asked.get("agency"),
        measure=asked.get("measure", COVERAGE),
        level=asked.get("level", LEVELS[0]),
    )
    return " · ".join(
        one for one in (words(records, chosen, reader), beside(chosen.measure, chosen.level, reader)) if one
    )


def beside(measure: str, level: str, reader: Reader) -> str:
    """Return what a map shows other than representatives by province, "" where it shows them."""
    said = []
    if measure != COVERAGE and reader.has(f"measure-{measure}"):
        said.append(reader.t("choices-measure", name=reader.t(f"measure-{measure}")))
    if level != LEVELS[0]:
        said.append(reader.t("choices-level"))
    return " · ".join(said)


def area_name(records: Records, code: str, day: date, reader: Reader) -> str:
    """Return what a province or group is called on a day, its code where nobody knows it."""
    listed: tuple[Callable[[Records, date], pd.DataFrame], ...] = (areas.groups_on, areas.provinces_on)
    for list_on in listed:
        rows = list_on(records, day)
        own = rows[rows["area_code"] == code].to_dict("records")
        if own:
            return reader.pick(own[0], "name")
    return code


def _picked(frame: pd.DataFrame, column: str, code: str, reader: Reader) -> str:
    rows: list[dict[Any, Any]] = frame[frame[column] == code].to_dict("records")
    return reader.pick(rows[0], "name") if rows else code
