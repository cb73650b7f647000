"""Every measure by area and day, the key figures, and what changed between two days."""

from typing import Annotated, Any

import pandas as pd
from fastapi import APIRouter, Path, Request, Response

from addresses.questions import selection
from api import models
from api.answers import Asked, Content, answer, csv, ids, json, rows
from api.described import described
from api.house import Problem
from api.places import FORMAT
from locales import Reader
from locales.reader import message_ids
from measures import changes, coverage, evidence, overview, values
from measures.catalogue import SPECS, MeasureSpec

router = APIRouter(tags=["measures"], responses=models.PROBLEMS)
READERS = {"th": Reader("th", "be"), "en": Reader("en", "ce")}
COLUMNS = ["area_code", "name_th", "name_en", "group_code", "state", "value", "of", "since", "reason", "evidence",
           "source_id"]  # fmt: skip
Code = Annotated[str, Path(description="The code of a measure.", json_schema_extra={"enum": list(SPECS)})]


def named(stem: str, message: str) -> dict[str, str]:
    """Return a message in both languages, as <stem>_th and <stem>_en."""
    return {f"{stem}_{lang}": reader.t(message) for lang, reader in READERS.items()}


@router.get(
    "/measures",
    response_model=models.Measures,
    openapi_extra=described(),
    summary="Every measure and its words",
)
async def measures(request: Request) -> Response:
    """Every measure that can be asked for, with its definition, and what the codes of states and reasons mean."""
    return await answer(request, _measures)


def _measures(asked: Asked) -> Content:
    told = [_measure(spec) for spec in SPECS.values()]
    found = sorted(name.removeprefix("reason-") for name in message_ids("en") if name.startswith("reason-"))
    reasons = [{"code": code, **named("name", f"reason-{code}")} for code in found]
    return json({"release": asked.records.release, "measures": told, "reasons": reasons})


def _measure(spec: MeasureSpec) -> dict[str, Any]:
    known = [state for state in spec.states if READERS["en"].has(f"measure-{spec.code}-{state}")]
    return {
        "code": spec.code, "kind": spec.kind, "unit": spec.unit, "levels": list(spec.levels),
        **named("name", f"measure-{spec.code}"), **named("definition", f"measure-{spec.code}-definition"),
        "states": [{"code": state, **named("name", f"measure-{spec.code}-{state}")} for state in known],
    }  # fmt: skip


@router.get(
    "/measures/{measure}",
    response_model=models.Measured,
    openapi_extra=described("asof", "level", "groups", "evidence", "phase", "format"),
    summary="A measure by area on a day",
)
async def measured(request: Request, measure: Code) -> Response:
    """One row per area that exists on the day, inside the groups chosen: the numbers of the map."""
    if measure not in SPECS:
        raise Problem(404, "no-such-measure", "See /api/v1/measures for those there are.", "measure")
    names = ("asof", "level", "groups", "evidence", "phase")
    return await answer(request, _measured, names, (FORMAT,), defaults={"measure": measure})


def _measured(asked: Asked) -> Content:
    chosen = selection(asked.view)
    frame = values.by_area(records=asked.records, selection=chosen)
    frame = frame.loc[frame["in_filter"].astype(bool), COLUMNS]
    if asked.view["format"] == "csv":
        name = f"sti-{chosen.measure}-{chosen.level}-{chosen.asof}-{asked.records.release[:8]}"
        return csv(frame.assign(asof=chosen.asof.isoformat(), release=asked.records.release), name)
    total = coverage.total(asked.records, chosen) if chosen.measure == "coverage" else None
    return json({
        "release": asked.records.release, "asof": chosen.asof, "measure": chosen.measure, "level": chosen.level,
        "unit": SPECS[chosen.measure].unit, "evidence": chosen.evidence, "groups": list(chosen.groups),
        "documented_share": evidence.documented_share(frame), "total": _count(total), "areas": _areas(frame),
    })  # fmt: skip


def _areas(frame: pd.DataFrame) -> list[dict[str, Any]]:
    told = []
    for row in rows(frame):
        sources = ids(row.pop("source_id"))
        told.append(row | {"group_code": row["group_code"] or None, "reason": row["reason"] or None,
                           "source_ids": sources})  # fmt: skip
    return told


def _count(count: coverage.Count | None) -> dict[str, Any] | None:
    if count is None:
        return None
    return {
        "value": count.value, "of": count.of, "state": count.state, "qualifier": count.qualifier,
        "evidence": count.evidence, "source_ids": ids(count.source_id),
    }  # fmt: skip


@router.get(
    "/key-figures",
    response_model=models.KeyFigures,
    openapi_extra=described("asof", "since", "groups", "evidence", "phase"),
    summary="The few numbers of the first page",
)
async def key_figures(request: Request) -> Response:
    """The key figures of the first page, with their denominators and what changed since an earlier day."""
    return await answer(request, _key_figures, ("asof", "since", "groups", "evidence", "phase"))


def _key_figures(asked: Asked) -> Content:
    since = asked.view["since"]
    frame = overview.key_figures(asked.records, selection(asked.view), since)
    told = []
    for row in rows(frame.drop(columns=["page", "params", "since"])):
        sources = ids(row.pop("source_id"))
        told.append(row | named("name", f"key-{row['code']}") | {"source_ids": sources})
    head = {"release": asked.records.release, "asof": asked.view["asof"], "since": since}
    return json(head | {"figures": told})


@router.get(
    "/changes",
    response_model=models.Changes,
    openapi_extra=described("asof", "since", "groups", "evidence", "format"),
    summary="What happened between two days",
)
async def changed(request: Request) -> Response:
    """What happened after `since` and by the day: representatives, workshops, plans, and the map itself."""
    return await answer(request, _changed, ("asof", "since", "groups", "evidence"), (FORMAT,))


def _changed(asked: Asked) -> Content:
    day, since = asked.view["asof"], asked.view["since"]
    frame = changes.between(asked.records, selection(asked.view), since)
    if asked.view["format"] == "csv":
        return csv(frame, f"sti-changes-{since}-{day}-{asked.records.release[:8]}")
    told = [row | {"source_ids": ids(row.pop("source_id"))} for row in rows(frame)]
    return json({"release": asked.records.release, "asof": day, "since": since, "changes": told})
