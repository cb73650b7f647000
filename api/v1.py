"""The read interface: one application that is mounted under /api/v1, and describes itself."""

import orjson
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from api import calendar, catalog, feeds, listed, measured, models, places
from api.house import Problem

VERSION = "1"
DESCRIPTION = """The numbers of the Provincial STI Dashboard for programs: the same measures, the same filters and the
same limits as the pages. Every number carries its evidence: `documented` (a document states it, named in
`source_ids`), `illustrative` (made up to show the dashboard at work; never to be quoted as a fact) or `partly`
(computed from rows of both kinds; no fact either). None, not
reported and not applicable are three different states; null is never zero. Days are Common Era."""


def build() -> FastAPI:
    """Return the application."""
    app = FastAPI(
        title="วทน. จังหวัด · Provincial STI Dashboard",
        version=VERSION,
        description=DESCRIPTION,
        openapi_url=None,  # served below, so that it is cached and counted as everything else
        docs_url=None,
        redoc_url=None,
        separate_input_output_schemas=False,
        telemetry={"tracing": False, "metrics": False, "logs": False, "auto_configure": False},
    )
    for part in (places, measured, listed, feeds, calendar, catalog):
        app.include_router(part.router)
    app.add_exception_handler(Problem, problem)
    app.add_exception_handler(HTTPException, problem)
    app.add_exception_handler(RequestValidationError, problem)

    @app.get("/openapi.json", include_in_schema=False)
    def openapi(request: Request) -> Response:
        body = orjson.dumps(description(app))
        return Response(body, headers={"Cache-Control": "public, max-age=300"}, media_type="application/json")

    return app


def description(app: FastAPI) -> dict[str, object]:
    """Return the OpenAPI description."""
    told = app.openapi()
    told["servers"] = [{"url": "/api/v1"}]
    schemas = told.setdefault("components", {}).setdefault("schemas", {})
    schemas["Fault"] = models.Fault.model_json_schema()
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    bearer = {
        "type": "http",
        "scheme": "bearer",
        "description": "A key that an editor issued; none where reading is open.",
    }
    told["components"]["securitySchemes"] = {"key": bearer}
    told["security"] = [{}, {"key": []}]
    for path in told["paths"].values():
        for operation in path.values():
            operation["responses"].pop("422", None)
    return told


async def problem(request: Request, error: Exception) -> Response:
    """Say what is wrong, in the form of RFC 9457."""
    if isinstance(error, Problem):
        told = {"title": error.code, "status": error.status, "detail": error.detail}
        told |= {"parameter": error.parameter} if error.parameter else {}
    elif isinstance(error, HTTPException):
        told = {"title": "not-found" if error.status_code == 404 else "refused", "status": error.status_code}
        told["detail"] = "There is nothing at this address. See /api/v1/openapi.json."
    else:
        told = {"title": "not-found", "status": 404, "detail": "There is nothing of this name."}
    headers = {"Cache-Control": "no-store"}
    if told["status"] == 401:
        headers["WWW-Authenticate"] = 'Bearer realm="sti"'
    if told["status"] == 503:
        headers["Retry-After"] = "1"
    body = orjson.dumps({"type": "about:blank", **told})
    return Response(body, int(str(told["status"])), headers, "application/problem+json")
