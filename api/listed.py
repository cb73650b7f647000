"""Projects a page at a time, workshops, sources, and the tables themselves."""

from typing import Annotated

from fastapi import APIRouter, Path, Request, Response

from addresses.parameter import choice, whole
from addresses.questions import project_query, selection
from api import models, record_models
from api.answers import Asked, Content, answer, csv, ids, json, rows
from api.described import described, media
from api.house import Problem
from api.measured import named
from api.places import FORMAT
from data import takeout
from data.columns import table_message
from data.schema import TABLES
from data.takeout.parcel import csv_bytes
from locales import Reader
from measures import contents, workshops
from measures.projects import detail as project_detail
from measures.projects import explorer

router = APIRouter(tags=["records"], responses=models.PROBLEMS)
FILTERS = ("asof", "groups", "area", "evidence", "phase", "programme", "agency", "status", "year_from", "year_to",
           "money", "baht_from", "baht_to", "q", "sort", "page")  # fmt: skip
PROJECT = ["project_id", "title_th", "title_en", "programme_code", "agency_code", "phase_code", "status",
           "started_on", "ended_on", "fiscal_year_be", "allocated_baht", "disbursed_baht", "beneficiary_count",
           "kind", "province_codes", "inside_share", "evidence", "source_id"]  # fmt: skip
WORKSHOP = ["workshop_id", "title_th", "title_en", "scope", "group_code", "province_code", "phase_code",
            "fiscal_year_be", "round_no", "start_date", "end_date", "date_precision", "venue", "participants",
            "participants_qualifier", "invited_count", "attended_count", "evidence", "source_id"]  # fmt: skip
SOURCE = ["source_id", "title_th", "title_en", "publisher", "published_on", "url", "confidence", "row_count",
          "evidence"]  # fmt: skip
PLACE = ["province_code", "name_th", "name_en", "precision", "share", "allocated_baht", "disbursed_baht",
         "evidence", "source_id"]  # fmt: skip
TABLE_FORMS = ("csv", "parquet", "geojson", "geoparquet")
TABLE_FORMAT = choice("format", TABLE_FORMS, "csv")
MOST_ROWS = (
    200_000  # of one table in one answer; what is larger is asked a page at a time, or taken out by command
)
Table = Annotated[str, Path(description="The name of a table.", json_schema_extra={"enum": list(TABLES)})]
ProjectId = Annotated[str, Path(max_length=100, description="The id of a project.")]


@router.get(
    "/projects",
    response_model=record_models.Projects,
    openapi_extra=described(*FILTERS, "size", "format"),
    summary="Projects, a page at a time",
)
async def projects(request: Request) -> Response:
    """The projects that answer the same filters as the page Projects, a page at a time."""
    return await answer(request, _projects, FILTERS, (FORMAT, whole("size", 20, 1, 500)))


def _projects(asked: Asked) -> Content:
    query, sort = project_query(asked.view), asked.view["sort"]
    sort = "title_th" if sort == "title" else sort
    if sort.startswith("title") and not explorer.has_title_order(asked.records, query):
        raise Problem(400, "no-title-order", "So many projects are not put in order of their titles.", "sort")
    page = explorer.page(asked.records, query, asked.view["page"], asked.view["size"], sort)
    found = page.rows[PROJECT]
    if asked.view["format"] == "csv":
        flat = found.assign(province_codes=[" ".join(codes) for codes in found["province_codes"]])
        return csv(flat, f"sti-projects-{asked.view['asof']}-page-{page.number}-{asked.records.release[:8]}")
    told = [row | {"source_ids": ids(row.pop("source_id"))} for row in rows(found)]
    head = {"release": asked.records.release, "asof": asked.view["asof"]}
    return json(head | {"total": page.total, "page": page.number, "pages": page.last, "projects": told})


@router.get(
    "/workshops",
    response_model=record_models.Workshops,
    openapi_extra=described("asof", "groups", "evidence", "phase", "format"),
    summary="The workshops of a choice",
)
async def workshop_list(request: Request) -> Response:
    """The workshops begun on or before the day, newest first, with who was invited and who came."""
    return await answer(request, _workshops, ("asof", "groups", "evidence", "phase"), (FORMAT,))


def _workshops(asked: Asked) -> Content:
    found = workshops.listing(asked.records, selection(asked.view))[WORKSHOP]
    if asked.view["format"] == "csv":
        return csv(found, f"sti-workshops-{asked.view['asof']}-{asked.records.release[:8]}")
    told = [row | {"source_ids": ids(row.pop("source_id"))} for row in rows(found)]
    return json({"release": asked.records.release, "asof": asked.view["asof"], "workshops": told})


@router.get(
    "/sources",
    response_model=record_models.Sources,
    openapi_extra=described("format"),
    summary="The documents",
)
async def sources(request: Request) -> Response:
    """Every document behind the records, and how many rows cite it."""
    return await answer(request, _sources, (), (FORMAT,))


def _sources(asked: Asked) -> Content:
    cited = contents.by_source(asked.records).groupby("source_id")["row_count"].sum()
    found = asked.records.sources
    found = found.assign(row_count=[int(cited.get(code, 0)) for code in found["source_id"]])[SOURCE]
    if asked.view["format"] == "csv":
        return csv(found, f"sti-sources-{asked.records.release[:8]}")
    return json({"release": asked.records.release, "sources": rows(found)})


@router.get(
    "/tables",
    response_model=record_models.Tables,
    openapi_extra=described(),
    summary="Every table of the records",
)
async def tables(request: Request) -> Response:
    """Every table of the release, how many rows it has and how much of it documents state."""
    return await answer(request, _tables)


def _tables(asked: Asked) -> Content:
    return json({"release": asked.records.release, "tables": counted(asked)})


def counted(asked: Asked) -> list[dict[str, object]]:
    """Return every table: its names, rows, and share of documented rows (None without rows)."""
    kinds = contents.by_source(asked.records).groupby(["table", "evidence"])["row_count"].sum()
    told: list[dict[str, object]] = []
    for name in TABLES:
        size = asked.records.count(name)
        share = int(kinds.get((name, "documented"), 0)) / size if size else None
        words = named("name", table_message(name))
        told.append({"table": name, **words, "rows": size, "documented_share": share})
    return told


@router.get(
    "/tables/{table}",
    openapi_extra=described("format", format=TABLE_FORMS)
    | media("text/csv", "application/vnd.apache.parquet", "application/geo+json"),
    summary="A table, whole",
    response_class=Response,
)
async def table(request: Request, table: Table) -> Response:
    """A table whole: CSV, Parquet with exact types, GeoJSON or GeoParquet with the boundaries of provinces."""

    if table not in TABLES:
        raise Problem(404, "no-such-table", "See /api/v1/tables for those there are.", "table")

    def make(asked: Asked) -> Content:
        return _table(asked, table)

    return await answer(request, make, (), (TABLE_FORMAT,))


def _table(asked: Asked, name: str) -> Content:
    form, size = asked.view["format"], asked.records.count(name)
    if size > MOST_ROWS:
        raise Problem(400, "table-too-big", f"{size} rows; at most {MOST_ROWS} are sent at once.", "table")
    if form == "csv":
        file = takeout.name(asked.records.release, form="csv", tables=[name]).removesuffix(".zip")
        told = {"Content-Disposition": f'attachment; filename="{file}"'}
        return Content(csv_bytes(getattr(asked.records, name)), "text/csv; charset=utf-8", told)
    file, body = takeout.make(asked.records, form=form, reader=Reader("en", "ce"), tables=[name])
    return Content(body, takeout.mime(file), {"Content-Disposition": f'attachment; filename="{file}"'})


@router.get(
    "/projects/{project_id}",
    response_model=record_models.OneProject,
    openapi_extra=described("asof", "evidence"),
    summary="One project",
)
async def project(request: Request, project_id: ProjectId) -> Response:
    """One project with its places, and why its money can or cannot be given to single provinces."""

    def make(asked: Asked) -> Content:
        return _project(asked, project_id)

    return await answer(request, make, ("asof", "evidence"))


def _project(asked: Asked, project_id: str) -> Content:
    try:
        found = project_detail.detail(asked.records, selection(asked.view), project_id)
    except KeyError as error:
        raise Problem(404, "no-such-project", "There is no project of this id.", "project_id") from error
    one = rows(found.project.to_frame().T[[name for name in PROJECT if name in found.project.index]])[0]
    one["source_ids"] = ids(one.pop("source_id"))
    places = [row | {"source_ids": ids(row.pop("source_id"))} for row in rows(found.locations[PLACE])]
    head = {"release": asked.records.release, "asof": asked.view["asof"]}
    return json(head | one | {"kind": found.kind, "places": places})
