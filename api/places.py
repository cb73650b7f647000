"""Releases, provinces and groups: what there is to ask about."""

from fastapi import APIRouter, Request, Response

from addresses.parameter import choice
from api import models
from api.answers import Asked, Content, answer, csv, json, rows
from api.described import FORMATS, described
from data.store.releases import Release
from geo import calendar
from measures import areas

router = APIRouter(tags=["records"], responses=models.PROBLEMS)
FORMAT = choice("format", FORMATS, "json")


@router.get("/releases", response_model=models.Releases, summary="Every release, newest first")
async def releases(request: Request) -> Response:
    """Every release, newest first. The first is the one that the other answers are made of."""
    return await answer(request, _releases)


def _releases(asked: Asked) -> Content:
    store = asked.house.store()
    found = [_release(release, asked) for release in store.history()] if store else []
    return json({"release": asked.records.release, "releases": found})


def _release(release: Release, asked: Asked) -> dict[str, object]:
    return {
        "release": release.release_id,
        "number": release.number,
        "published_at": release.published_at.isoformat(timespec="seconds"),
        "kind": release.kind,
        # Who published is a person, and a note or a count may tell of what a limited reader does not see.
        "note": None if asked.is_limited else release.note,
        "rows": None if asked.is_limited else dict(release.rows),
    }


@router.get(
    "/provinces",
    response_model=models.Provinces,
    openapi_extra=described("asof", "format"),
    summary="The provinces of a day",
)
async def provinces(request: Request) -> Response:
    """The provinces that existed on the day: 76 before 2011-03-23, 77 from then on, Bangkok included."""
    return await answer(request, _provinces, ("asof",), (FORMAT,))


def _provinces(asked: Asked) -> Content:
    day = asked.view["asof"]
    found = areas.provinces_on(asked.records, day).rename(columns={"area_code": "province_code"})
    found = found[["province_code", "name_th", "name_en", "group_code", "established_on"]]
    if asked.view["format"] == "csv":
        return csv(found.assign(asof=day.isoformat()), f"sti-provinces-{day}-{asked.records.release[:8]}")
    told = [row | {"group_code": row["group_code"] or None} for row in rows(found)]
    stand_in = areas.is_stand_in(asked.records, day)
    return json({"release": asked.records.release, "asof": day, "stand_in": stand_in, "provinces": told})


@router.get(
    "/groups",
    response_model=models.Groups,
    openapi_extra=described("asof", "format"),
    summary="The province groups of a day",
)
async def groups(request: Request) -> Response:
    """The province groups of the day with their provinces; never match groups of two schemes by name."""
    return await answer(request, _groups, ("asof",), (FORMAT,))


def _groups(asked: Asked) -> Content:
    day = asked.view["asof"]
    scheme = calendar.grouping_on(asked.records.group_schemes, day).scheme
    provinces_of_day = areas.provinces_on(asked.records, day)
    found = areas.groups_on(asked.records, day)[["group_code", "name_th", "name_en"]]
    own = [
        tuple(provinces_of_day.loc[provinces_of_day["group_code"] == code, "area_code"])
        for code in found["group_code"]
    ]
    if asked.view["format"] == "csv":
        flat = found.assign(
            province_codes=[" ".join(codes) for codes in own], scheme=scheme, asof=day.isoformat()
        )
        return csv(flat, f"sti-groups-{day}-{asked.records.release[:8]}")
    told = rows(found.assign(province_codes=own))
    stand_in = areas.is_stand_in(asked.records, day)
    return json(
        {
            "release": asked.records.release,
            "asof": day,
            "scheme": scheme,
            "stand_in": stand_in,
            "groups": told,
        }
    )
