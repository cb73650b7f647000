"""What is new, for a feed reader: releases, and what happened in the provinces. Atom (RFC 4287)."""

from collections.abc import Hashable, Mapping
from datetime import UTC, date, datetime, time
from typing import Any
from urllib.parse import urlencode
from uuid import NAMESPACE_URL, uuid5

from fastapi import APIRouter, Request, Response
from feedgen.feed import FeedGenerator

from addresses.questions import selection
from api import models
from api.answers import Asked, Content, answer
from api.described import described, media
from data.store.releases import BANGKOK, Release
from locales import ERAS, Reader
from measures import areas, changes
from measures.selection import FIRST_DAY, LAST_DAY

router = APIRouter(tags=["feeds"], responses=models.PROBLEMS)
ATOM = "application/atom+xml; charset=utf-8"
MOST = 100  # entries of a feed
ENDLESS = {"asof": LAST_DAY, "since": FIRST_DAY}


@router.get(
    "/feeds/releases.atom",
    response_class=Response,
    openapi_extra=described("lang") | media("application/atom+xml"),
    summary="Releases as a feed",
)
async def releases(request: Request) -> Response:
    """Every release, newest first: when, and which tables are not as they were."""
    return await answer(request, _releases, ("lang",))


def _releases(asked: Asked) -> Content:
    reader, store = reader_of(asked.view), asked.house.store()
    found = list(store.history()[:MOST]) if store else []
    parents = {release.release_id: release for release in store.history()} if store else {}
    feed = _feed(asked, reader, "api-feed-releases", "releases", found[0].published_at if found else None)
    for release in found:
        entry = feed.add_entry(order="append")
        entry.id(_urn("release", release.release_id))
        day = reader.date(release.published_at.astimezone(BANGKOK).date())
        entry.title(reader.t("api-feed-release", number=str(release.number), day=day))
        entry.updated(release.published_at)
        entry.link(href=f"{asked.url}/data?{urlencode({'lang': reader.lang, 'part': 'history'})}")
        entry.summary(_told(release, parents.get(release.parent), asked, reader))
    return Content(feed.atom_str(pretty=True), ATOM)


def _told(release: Release, parent: Release | None, asked: Asked, reader: Reader) -> str:
    kind = reader.t(f"store-kind-{release.kind}")
    if (
        asked.is_limited or parent is None
    ):  # which tables changed and why may tell of what a limited reader does not see
        return kind
    tables = reader.join(reader.t(f"data-table-{name.replace('_', '-')}") for name in release.differs(parent))
    return reader.t("api-feed-release-told", kind=kind, tables=tables, note=release.note or "–")


@router.get(
    "/feeds/changes.atom",
    response_class=Response,
    openapi_extra=described("lang", "groups", "evidence", "asof") | media("application/atom+xml"),
    summary="What happened, as a feed",
)
async def happened(request: Request) -> Response:
    """What happened in the provinces, newest first: representatives, workshops, plans, the map itself."""
    return await answer(request, _happened, ("lang", "groups", "evidence", "asof"), defaults=ENDLESS)


def _happened(asked: Asked) -> Content:
    reader = reader_of(asked.view)
    frame = changes.between(asked.records, selection(asked.view), FIRST_DAY)
    newest = frame.iloc[::-1].head(MOST).to_dict("records")
    feed = _feed(asked, reader, "api-feed-changes", "changes", _moment(newest[0]["on"]) if newest else None)
    for row in newest:
        _entry(feed, row, asked, reader)
    return Content(feed.atom_str(pretty=True), ATOM)


def _entry(feed: FeedGenerator, row: Mapping[Hashable, Any], asked: Asked, reader: Reader) -> None:
    entry = feed.add_entry(order="append")
    entry.id(_urn(row["kind"], row["area_code"], str(row["on"])[:10], row["detail_th"]))
    what, where = reader.t(f"change-{row['kind']}"), reader.pick(row, "name") or reader.pick(row, "detail")
    mark = reader.t("api-mark", mark=reader.t(f"evidence-{row['evidence'] or 'documented'}"))
    entry.title(f"{mark} {what}: {where}")
    entry.updated(_moment(row["on"]))
    day = row["on"].date().isoformat()
    query = {"lang": reader.lang, "asof": day}
    page = "workshops" if row["kind"] == "workshop_held" else "coverage"
    entry.link(href=f"{asked.url}/{page}?{urlencode(query)}")
    told = [
        reader.date(row["on"]),
        reader.pick(row, "detail"),
        sources_in_words(row["source_id"], asked, reader),
    ]
    entry.summary(" · ".join(part for part in told if part))


def _feed(asked: Asked, reader: Reader, message: str, name: str, updated: datetime | None) -> FeedGenerator:
    feed = FeedGenerator()
    chosen = areas.groups_on(asked.records, asked.view["asof"])
    chosen = chosen[chosen["area_code"].isin(asked.view["groups"])]
    scope = reader.join(reader.pick(row, "name") for row in chosen.to_dict("records"))
    query = {"lang": reader.lang} | ({"groups": ",".join(asked.view["groups"])} if scope else {})
    itself = f"{asked.url}/api/v1/feeds/{name}.atom?{urlencode(query)}"
    feed.id(_urn("feed", name, reader.lang, *asked.view["groups"]))
    feed.title(" · ".join(part for part in (reader.t("shell-product"), reader.t(message), scope) if part))
    feed.author(name=reader.t("shell-product"))
    feed.link(href=itself, rel="self", type="application/atom+xml")
    feed.link(href=f"{asked.url}/?{urlencode({'lang': reader.lang})}", rel="alternate", type="text/html")
    feed.generator(reader.t("shell-product"))
    feed.language(reader.lang)
    feed.updated(updated or datetime(2003, 1, 1, tzinfo=UTC))
    return feed


def reader_of(view: Mapping[str, Any]) -> Reader:
    """Return who reads: the language asked for, with the years that go with it."""
    return Reader(view["lang"], ERAS[0] if view["lang"] == "th" else ERAS[1])


def sources_in_words(joined: str, asked: Asked, reader: Reader) -> str:
    """Return the titles of the sources behind a row."""
    rows = asked.records.sources
    listed = rows[rows["source_id"].isin(joined.split())].to_dict("records")
    return reader.join(reader.pick(row, "title") for row in listed)


def _urn(*parts: str) -> str:
    return uuid5(NAMESPACE_URL, "sti:" + "|".join(parts)).urn


def _moment(day: date) -> datetime:
    """Return the beginning of a day in Thailand."""
    return datetime.combine(date(day.year, day.month, day.day), time(), BANGKOK)
