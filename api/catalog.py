"""The official catalogue: DCAT-AP of the release that is served."""

import orjson
from fastapi import APIRouter, Request, Response

from api import models
from api.answers import Asked, Content, answer
from api.described import media
from data import catalogue
from data.catalogue import Owner
from data.store.releases import BANGKOK
from measures import contents

router = APIRouter(tags=["catalogue"], responses=models.PROBLEMS)


@router.get(
    "/catalog.jsonld",
    response_class=Response,
    openapi_extra=media("application/ld+json"),
    summary="DCAT-AP of the records, as JSON-LD",
)
async def catalog(request: Request) -> Response:
    """One data set per table with its files, in both languages, with the share that documents state."""
    return await answer(request, _catalog)


def _catalog(asked: Asked) -> Content:
    counted = contents.by_source(asked.records).groupby(["table", "evidence"])["row_count"].sum()
    counts = {(str(table), str(kind)): int(n) for (table, kind), n in counted.items()}
    store = asked.house.store()
    current = store.current() if store else None
    published = current.published_at.astimezone(BANGKOK).date() if current else None
    told = catalogue.dcat(
        catalogue.described(asked.records, counts),
        asked.records.release,
        published,
        asked.url,
        Owner.of(),
        open_to_all=not asked.house.rules().viewers,
    )
    return Content(orjson.dumps(told, option=orjson.OPT_INDENT_2), "application/ld+json")
