"""Workshops and milestones for a calendar (RFC 5545): whole days of Thailand, each with its mark."""

from collections.abc import Hashable, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

import pandas as pd
from fastapi import APIRouter, Request, Response
from icalendar import Calendar, Event

from addresses.questions import selection
from api import models
from api.answers import Asked, Content, answer
from api.described import described, media
from api.feeds import ENDLESS, reader_of, sources_in_words
from locales import Reader
from measures import timeline
from measures.area import facts as area_facts
from measures.scope import area_on

router = APIRouter(tags=["feeds"], responses=models.PROBLEMS)
PARAMETERS = ("lang", "groups", "area", "evidence", "asof")


@router.get(
    "/calendar.ics",
    response_class=Response,
    openapi_extra=described(*PARAMETERS) | media("text/calendar"),
    summary="Workshops and milestones as a calendar",
)
async def calendar(request: Request) -> Response:
    """Workshops and milestones of the country, of groups or of one area; what is known to a month fills the month."""
    return await answer(request, _calendar, PARAMETERS, defaults={"asof": ENDLESS["asof"]})


def _calendar(asked: Asked) -> Content:
    reader = reader_of(asked.view)
    made = Calendar()
    made.add("prodid", "-//STI provinces//calendar//TH")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", _name(asked, reader))
    made.add("x-wr-timezone", "Asia/Bangkok")
    stamp = _published(asked)
    for row in _events(asked).to_dict("records"):
        made.add_component(_event(row, stamp, asked, reader))
    name = {"Content-Disposition": 'inline; filename="sti.ics"'}
    return Content(made.to_ical(), "text/calendar; charset=utf-8", name)


def _events(asked: Asked) -> pd.DataFrame:
    """Return event_id, kind, start, end, precision, titles, evidence, source_id of workshops and milestones."""
    chosen = selection(asked.view)
    if chosen.area is None:
        found = timeline.events(asked.records, chosen)
        return found[found["kind"] != "phase"].assign(
            kind=lambda rows: rows["kind"].where(rows["track"] == "workshop", "milestone")
        )
    area = area_on(asked.records, chosen.area, chosen.asof)
    found = area_facts.events(asked.records, chosen, area)
    found = found[found["kind"].isin(["workshop", "milestone"])]
    return found.rename(columns={"code": "event_id", "on": "start"})


def _event(row: Mapping[Hashable, Any], stamp: datetime, asked: Asked, reader: Reader) -> Event:
    start, end, precision = row["start"].date(), _last(row), row["precision"] or "day"
    mark = reader.t(f"evidence-{row['evidence']}")
    event = Event()
    event.add("uid", f"{row['event_id']}@sti-provinces")
    event.add("dtstamp", stamp)
    event.add("summary", f"{reader.t('api-mark', mark=mark)} {reader.pick(row, 'title')}")
    event.add("dtstart", start)
    event.add("dtend", end + timedelta(days=1))  # the first day after it
    event.add("transp", "TRANSPARENT")
    event.add("categories", [reader.t(f"api-calendar-{row['kind']}"), mark])
    when = reader.span(row["start"], None if pd.isna(row["end"]) else row["end"], precision)
    told = [when] if precision == "day" else [when, reader.t("api-calendar-not-a-day")]
    told += [reader.t(f"api-calendar-{row['evidence']}"), sources_in_words(row["source_id"], asked, reader)]
    event.add("description", "\n".join(part for part in told if part))
    query = {"lang": reader.lang, "asof": start.isoformat()}
    page, more = ("workshops", {"workshop": row["event_id"]}) if row["kind"] == "workshop" else ("phases", {})
    event.add("url", f"{asked.url}/{page}?{urlencode(query | more)}")
    return event


def _last(row: Mapping[Hashable, Any]) -> date:
    """Return the last day that an event may have: the end of its month or year where no day is known."""
    if not pd.isna(row["end"]):
        return row["end"].date()  # type: ignore[no-any-return]
    if row["precision"] in ("month", "year"):
        return (
            row["start"] + (pd.offsets.MonthEnd(0) if row["precision"] == "month" else pd.offsets.YearEnd(0))
        ).date()
    return row["start"].date()  # type: ignore[no-any-return]


def _name(asked: Asked, reader: Reader) -> str:
    codes = [*asked.view["groups"], *filter(None, [asked.view["area"]])]
    named = (area_on(asked.records, code, asked.view["asof"]) for code in codes)
    scope = reader.join(area.name_th if reader.lang == "th" else area.name_en for area in named)
    return " · ".join(part for part in (reader.t("shell-product"), reader.t("api-calendar"), scope) if part)


def _published(asked: Asked) -> datetime:
    """Return when what is shown was published: the same release gives the same bytes."""
    store = asked.house.store()
    current = store.current() if store else None
    return current.published_at.replace(microsecond=0) if current else datetime(2003, 1, 1, tzinfo=UTC)
