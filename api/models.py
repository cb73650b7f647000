"""The shapes of the answers, as the OpenAPI description gives them. Blank is null, days are ISO text (CE)."""

from typing import Any, Literal

from pydantic import BaseModel, Field

State = Literal["documented", "partly", "illustrative", ""]


class Told(BaseModel):
    """What every answer says about itself."""

    release: str = Field(description="The release of the records that it was made of.")


class OfDay(Told):
    """An answer as of a day."""

    asof: str = Field(description="The day, YYYY-MM-DD.")


class Release(BaseModel):
    """One release. note and rows are null for a reader who sees a part of the records only."""

    release: str
    number: int
    published_at: str
    kind: Literal["seed", "publish", "restore"]
    note: str | None
    rows: dict[str, int] | None


class Releases(Told):
    """Every release, newest first."""

    releases: list[Release]


class Province(BaseModel):
    """A province that existed on the day. group_code: null for none."""

    province_code: str
    name_th: str
    name_en: str
    group_code: str | None
    established_on: str | None


class Provinces(OfDay):
    """The provinces of a day: 76 before 2011-03-23, 77 from then on, Bangkok included."""

    stand_in: bool = Field(description="The groups stand in for a scheme whose members no document names.")
    provinces: list[Province]


class Group(BaseModel):
    """A province group of the day, with the provinces in it."""

    group_code: str
    name_th: str
    name_en: str
    province_codes: list[str]


class Groups(OfDay):
    """The province groups of a day."""

    scheme: str
    stand_in: bool
    groups: list[Group]


class Word(BaseModel):
    """A code and what it means."""

    code: str
    name_th: str
    name_en: str


class Measure(BaseModel):
    """A measure that can be asked for."""

    code: str
    kind: str
    unit: str
    levels: list[str]
    name_th: str
    name_en: str
    definition_th: str
    definition_en: str
    states: list[Word]


class Measures(Told):
    """Every measure, and the words of states and reasons."""

    measures: list[Measure]
    reasons: list[Word]


class Area(BaseModel):
    """A measure of one area on the day.

    state: a state of the measure, or `value`, `none` (a true zero), `not_reported`, `not_applicable`; value is null
    unless there is one. of: its denominator. since: the state holds since. reason: why there is a gap.
    """

    area_code: str
    name_th: str
    name_en: str
    group_code: str | None
    state: str
    value: float | None
    of: float | None
    since: str | None
    reason: str | None
    evidence: State
    source_ids: list[str]


class Count(BaseModel):
    """A number with its denominator. qualifier: exact, at_least, about."""

    value: int | None
    of: int | None
    state: str
    qualifier: str
    evidence: State
    source_ids: list[str]


class Measured(OfDay):
    """A measure of every area on a day. total: of the whole choice, where the measure has one (coverage)."""

    measure: str
    level: str
    unit: str
    evidence: str
    groups: list[str]
    documented_share: float | None = Field(description="Share of rows that a document states, 0 to 1.")
    total: Count | None
    areas: list[Area]


class KeyFigure(BaseModel):
    """A key figure. change: against `since`, null where one of the two is unknown."""

    code: str
    name_th: str
    name_en: str
    state: str
    value: int | None
    of: int | None
    qualifier: str
    change: int | None
    documented: float | None
    evidence: State
    source_ids: list[str]


class KeyFigures(OfDay):
    """The few numbers of the first page."""

    since: str
    figures: list[KeyFigure]


class Change(BaseModel):
    """Something that happened in an area."""

    on: str
    kind: str
    area_code: str
    name_th: str
    name_en: str
    detail_th: str
    detail_en: str
    evidence: State
    source_ids: list[str]


class Changes(OfDay):
    """What happened after `since` and by the day, oldest first."""

    since: str
    changes: list[Change]


class Fault(BaseModel):
    """A problem, in the form of RFC 9457."""

    type: str
    title: str
    status: int
    detail: str
    parameter: str | None = None


PROBLEMS: dict[int | str, dict[str, Any]] = {
    code: {
        "description": text,
        "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Fault"}}},
    }
    for code, text in (
        (400, "The question is not understood."),
        (401, "Readers are limited here, or the key is wrong."),
        (404, "There is nothing of that name."),
        (410, "The rows of this release are not kept any more; the nearest is named."),
        (429, "Too many requests from one address: wait as Retry-After says."),
        (503, "No release can be read, or too many are asking at this moment."),
    )
}
