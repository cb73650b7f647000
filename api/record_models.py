"""The shapes of rows of the records, as the OpenAPI description gives them."""

from pydantic import BaseModel

from api.models import OfDay, State, Told


class ProjectRow(BaseModel):
    """A project as the records have it."""

    project_id: str
    title_th: str
    title_en: str
    programme_code: str
    agency_code: str
    phase_code: str
    status: str
    started_on: str | None
    ended_on: str | None
    fiscal_year_be: int | None
    allocated_baht: float | None
    disbursed_baht: float | None
    beneficiary_count: int | None
    kind: str
    evidence: State
    source_ids: list[str]


class Project(ProjectRow):
    """A project of a list. kind: province, nationwide, no_place. inside_share: of its money in the area asked about."""

    province_codes: list[str]
    inside_share: float | None


class Place(BaseModel):
    """A place of a project. Its baht follow the stated share; null where they cannot be given to one place."""

    province_code: str
    name_th: str
    name_en: str
    precision: str
    share: float | None
    allocated_baht: float | None
    disbursed_baht: float | None
    evidence: State
    source_ids: list[str]


class OneProject(ProjectRow, OfDay):
    """One project. kind: province, group_only, several_without_share, nationwide or no_place."""

    places: list[Place]


class Projects(OfDay):
    """One page of the projects that answer. total: on all pages."""

    total: int
    page: int
    pages: int
    projects: list[Project]


class Workshop(BaseModel):
    """A workshop begun on or before the day. date_precision: day, month, year or range; then no day is known."""

    workshop_id: str
    title_th: str
    title_en: str
    scope: str
    group_code: str
    province_code: str
    phase_code: str
    fiscal_year_be: int | None
    round_no: int | None
    start_date: str
    end_date: str | None
    date_precision: str
    venue: str
    participants: int | None
    participants_qualifier: str
    invited_count: int | None
    attended_count: int | None
    evidence: State
    source_ids: list[str]


class Workshops(OfDay):
    """The workshops of a choice, newest first."""

    workshops: list[Workshop]


class Source(BaseModel):
    """A document. row_count: rows of this release that cite it."""

    source_id: str
    title_th: str
    title_en: str
    publisher: str
    published_on: str | None
    url: str
    confidence: str
    row_count: int
    evidence: State


class Sources(Told):
    """Every document behind the records."""

    sources: list[Source]


class TableRow(BaseModel):
    """A table of the records. documented_share: share of its rows that a document states."""

    table: str
    name_th: str
    name_en: str
    rows: int
    documented_share: float | None


class Tables(Told):
    """Every table, for taking it out whole."""

    tables: list[TableRow]
