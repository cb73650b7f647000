"""The OpenAPI description of the query parameters, by the names that they have on the pages."""

from typing import Any

from locales import LANGUAGES
from measures.catalogue import SPECS
from measures.projects.query import MONEY, STATUSES
from measures.selection import DEFAULT_ASOF, EVIDENCE, FIRST_DAY, LAST_DAY, LEVELS

FORMATS = ("json", "csv")
SORTS = (
    "-started_on",
    "started_on",
    "-allocated_baht",
    "allocated_baht",
    "-disbursed_baht",
    "title",
    "status",
)
_DAY = {"type": "string", "format": "date"}
_TEXT = {"type": "string"}


def _one_of(codes: tuple[str, ...]) -> dict[str, Any]:
    return {"type": "string", "enum": list(codes)}


PARAMETERS: dict[str, tuple[str, dict[str, Any]]] = {
    "lang": ("Language of titles and words.", _one_of(LANGUAGES)),
    "asof": (f"The day, {FIRST_DAY} to {LAST_DAY}; {DEFAULT_ASOF} when left out.", _DAY),
    "since": ("An earlier day to compare with.", _DAY),
    "groups": (
        "Codes of province groups of that day, with commas between; the whole country when left out.",
        _TEXT,
    ),
    "area": ("A province code or a group code.", _TEXT),
    "measure": ("The measure of a map.", _one_of(tuple(SPECS))),
    "level": ("Provinces or province groups.", _one_of(LEVELS)),
    "evidence": ("`documented` leaves out every illustrative row.", _one_of(EVIDENCE)),
    "phase": ("A phase.", _TEXT),
    "programme": ("A programme code.", _TEXT),
    "agency": ("An agency code.", _TEXT),
    "status": ("The status of a project; planned ones answer only when asked for.", _one_of(STATUSES)),
    "year_from": ("Fiscal year (BE) a project began in, from.", {"type": "integer"}),
    "year_to": ("Fiscal year (BE) a project began in, to.", {"type": "integer"}),
    "money": ("Which sum the bounds are about; never both.", _one_of(MONEY)),
    "baht_from": ("Whole baht, from.", {"type": "integer"}),
    "baht_to": ("Whole baht, to.", {"type": "integer"}),
    "q": (
        "Words that must all stand in a project's titles or id, in any spelling.",
        {**_TEXT, "maxLength": 100},
    ),
    "sort": ("Order of the list; a leading - is descending.", _one_of(SORTS)),
    "page": ("Page of the list, from 1.", {"type": "integer", "minimum": 1}),
    "size": ("Rows of a page.", {"type": "integer", "minimum": 1, "maximum": 500}),
    "release": ("The id of a release, for its answer as published then; the newest when left out.", _TEXT),
    "format": ("JSON, or CSV for a spreadsheet.", _one_of(FORMATS)),
}


def described(*names: str, **formats: tuple[str, ...]) -> dict[str, Any]:
    """Return the `parameters` of an operation. formats: other codes of a parameter here."""
    made = []
    for name in dict.fromkeys((*names, "release")):
        text, schema = PARAMETERS[name]
        schema = _one_of(formats[name]) if name in formats else schema
        made.append({"name": name, "in": "query", "required": False, "description": text, "schema": schema})
    told: dict[str, Any] = {"parameters": made}
    if "format" in names:
        told |= media("text/csv")
    return told


def media(*types: str) -> dict[str, Any]:
    """Return the media types of an operation that does not answer with JSON."""
    return {
        "responses": {
            "200": {"content": {kind: {"schema": {} if "json" in kind else _TEXT} for kind in types}}
        }
    }
