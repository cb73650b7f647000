"""How every answer is made: who asks, of which release, whether they have it already, then the work in a thread."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any

import orjson
import pandas as pd
from starlette.requests import Request
from starlette.responses import Response

from addresses.parameter import Parameter, parsed
from addresses.parameters import RELEASE, RELEASE_ID, parameters, settled
from api.fair import Workers
from api.house import House, Problem, build, public_url
from data.access.roles import Identity, visible
from data.faults import FaultsError
from data.records import Records
from data.store.errors import StoreError
from data.takeout.parcel import csv_bytes

FRESH = 60  # seconds for which an answer may be shown without asking again; then ETag tells
WORKERS = Workers()


@dataclass(frozen=True)
class Asked:
    """One question: the records as the caller may see them, the view, and where readers find us."""

    records: Records
    who: Identity
    view: Mapping[str, Any]
    url: str
    house: House

    @property
    def is_limited(self) -> bool:
        """Say whether the caller sees a part of the records only."""
        return self.who.groups is not None


@dataclass(frozen=True)
class Content:
    """What goes over the wire."""

    body: bytes
    media: str
    headers: Mapping[str, str] = field(default_factory=dict)


Make = Callable[[Asked], Content]


async def answer(
    request: Request,
    make: Make,
    names: tuple[str, ...] = (),
    own: tuple[Parameter, ...] = (),
    strict: bool = True,
    defaults: Mapping[str, Any] | None = None,
) -> Response:
    """Answer a request: `make` turns the question into content.

    names: the address parameters it takes. own: parameters that no page has. strict: what the address holds that is
    not known is a Problem; else it is left out, as pages do. defaults: other defaults than those of the pages.
    """
    if WORKERS.is_full:
        raise Problem(503, "busy", "Many programs are asking at this moment; ask again in a second.")
    house: House = request.scope["sti.house"]
    return await WORKERS.run(partial(_answer, request, house, make, names, own, strict, defaults or {}))


def _answer(
    request: Request,
    house: House,
    make: Make,
    names: tuple[str, ...],
    own: tuple[Parameter, ...],
    strict: bool,
    defaults: Mapping[str, Any],
) -> Response:
    try:
        who = house.caller(request.headers.get("Authorization", ""))
        records = visible(house.records(_asked_release(request)), who)
        view = read(request, records, names, own, strict, defaults)
        headers = caching(request, records, who)
        if headers["ETag"] in request.headers.get("If-None-Match", ""):
            return Response(status_code=304, headers=headers)
        made = make(Asked(records, who, view, public_url(str(request.base_url)), house))
    except (FaultsError, StoreError) as error:
        raise Problem(503, "no-release", "The records cannot be read at this moment.") from error
    return Response(made.body, headers={**headers, **made.headers}, media_type=made.media)


def _asked_release(request: Request) -> str:
    """Return the release that a request names, "" for the newest. Raises Problem for what has not the form of one."""
    asked = request.query_params.get(RELEASE, "")
    if asked and not RELEASE_ID.fullmatch(asked):  # never taken for the newest: its numbers may be others
        raise Problem(400, "unknown-value", "See /api/v1/releases for those there are.", RELEASE)
    return asked


def read(
    request: Request,
    records: Records,
    names: tuple[str, ...],
    own: tuple[Parameter, ...],
    strict: bool,
    defaults: Mapping[str, Any],
) -> dict[str, Any]:
    """Return the view that a request asks for. Raises Problem for what is not known, where `strict`."""
    every = parameters(records)
    known = {name: every[name] for name in (*names, RELEASE)} | {
        parameter.name: parameter for parameter in own
    }
    query = {name: request.query_params.getlist(name) for name in request.query_params}
    view, unknown = parsed(query, known)
    view |= {name: value for name, value in defaults.items() if name not in query}
    whole = {name: parameter.default for name, parameter in every.items()} | view
    whole, dropped = settled(records, whole)
    if whole[RELEASE]:  # the beginning of an id is written whole
        whole[RELEASE] = records.release.partition(".")[0]
    if strict and unknown:
        is_name = unknown[0] not in known
        code = "unknown-parameter" if is_name else "unknown-value"
        detail = "It takes: " + ", ".join(known) if is_name else "See /api/v1/openapi.json for what it takes."
        raise Problem(400, code, detail, unknown[0][:40])
    if strict and (told := [name for name in dropped if name in query]):
        raise Problem(400, "not-on-this-day", "These groups do not exist on the day asked about.", told[0])
    return whole


def caching(request: Request, records: Records, who: Identity) -> dict[str, str]:
    """Return the headers by which an answer is kept and asked about again: one tag per release, limit and question."""
    limit = "*" if who.groups is None else " ".join(who.groups)
    asked = f"{build()}\0{records.release}\0{limit}\0{request.url}\0{request.headers.get('accept', '')}"
    anybody = who.groups is None and not who.name
    return {
        "ETag": f'W/"{hashlib.sha256(asked.encode()).hexdigest()[:24]}"',
        "Cache-Control": f"{'public' if anybody else 'private'}, max-age={FRESH}",
        "Vary": "Authorization, Accept-Encoding",
        "X-STI-Release": records.release,
    }


def json(told: object) -> Content:
    """Return values as JSON; days as ISO text."""
    return Content(orjson.dumps(told), "application/json")


def csv(frame: pd.DataFrame, name: str) -> Content:
    """Return rows as CSV that opens right in a spreadsheet and runs nothing there."""
    told = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
    return Content(csv_bytes(frame), "text/csv; charset=utf-8", told)


def rows(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the rows of a frame as plain values: blanks as null, days as ISO text, whole numbers whole."""
    columns = {name: [_plain(cell) for cell in frame[name]] for name in frame.columns}
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def _plain(cell: Any) -> Any:
    if isinstance(cell, tuple | list):
        return [_plain(part) for part in cell]
    if cell is None or cell is pd.NA or cell is pd.NaT or cell != cell:
        return None
    if isinstance(cell, date):
        return cell.isoformat()[:10]
    if hasattr(cell, "item"):
        cell = cell.item()
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell


def ids(joined: str) -> list[str]:
    """Return source ids that stand in one cell."""
    return joined.split()
