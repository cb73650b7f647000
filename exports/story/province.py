"""Where one province is: its sentence and its key figures."""

from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from exports.story.parts import KeyFigure
from exports.story.scene import Scene, sources
from figures import classes, words
from measures import compare, values
from measures.catalogue import NO_VALUE, SPECS

AMOUNTS = ("workshops", "projects", "allocated", "disbursed")


@dataclass(frozen=True)
class ProvinceKeys:
    """The key figures of a province with the share of them a document states, and their sources."""

    figures: tuple[KeyFigure, ...]
    documented: float | None
    sources: tuple[str, ...]


def _row(scene: Scene, measure: str) -> dict[str, Any]:
    frame = values.by_area(scene.records, scene.own.but(measure=measure))
    return dict(frame[frame["area_code"] == scene.scope].iloc[0])


def _state(scene: Scene, measure: str) -> str:
    return classes.state_label(SPECS[measure], str(_row(scene, measure)["state"]), scene.reader)


def province_title(scene: Scene) -> str:
    """Return the finding: whether the province has a representative."""
    state = str(_row(scene, "coverage")["state"])
    return scene.reader.t(f"story-province-title-{state.replace('_', '-')}", name=scene.name)


def province_lead(scene: Scene) -> str:
    """Return the marked sentence: representative and since when (or why not), then the plan's stage."""
    t, reader = scene.reader.t, scene.reader
    rows = scene.represented
    row = rows[rows["area_code"] == scene.scope].iloc[0]
    state = str(row["state"])
    if state == "covered":
        since = "" if pd.isna(row["since"]) else " " + t("area-since", date=reader.date(row["since"].date()))
        said = t("story-province-covered", institution=reader.pick(row, "institution_name") or t("story-no-name"),
                 since=since)  # fmt: skip
    elif state == "uncovered":
        said = t("story-province-uncovered", reason=words.reason(row["reason"], reader))
    elif row["reason"]:
        said = t("story-province-silent", reason=words.reason(row["reason"], reader))
    else:
        said = t(f"story-province-title-{state.replace('_', '-')}", name=scene.name)
    plan = _row(scene, "plan")
    if plan["state"] in ("not_reported", "not_applicable"):
        return said
    kind = "gap" if plan["state"] == "none" else "good"
    stage = classes.state_label(SPECS["plan"], str(plan["state"]), reader)
    return f"{said} {t(f'story-province-plan-{kind}', plan=stage)}"


def province_keys(scene: Scene) -> ProvinceKeys:
    """Return six key figures: representative, plan, workshops attended, projects running, money allocated and paid."""
    t = scene.reader.t
    rows = {measure: _row(scene, measure) for measure in ("coverage", "plan")}
    made = [
        KeyFigure(
            code=measure,
            label=t(f"area-key-{measure}" if measure == "plan" else f"measure-{measure}"),
            value=_state(scene, measure),
            tone=_tone(str(row["state"])),
            documented=_share(row["evidence"]),
            evidence=row["evidence"] if row["state"] not in NO_VALUE else "",
        )
        for measure, row in rows.items()
    ]
    cells = {measure: compare.cell(scene.records, scene.at, measure) for measure in AMOUNTS}
    before = {measure: _before(measure, scene) for measure in AMOUNTS}
    made += [replace(_amount(code, cell, scene), then=before[code]) for code, cell in cells.items()]
    known = [key.documented for key in made if key.documented is not None]
    ids = [row["source_id"] for row in (*rows.values(), *cells.values())]
    return ProvinceKeys(tuple(made), sum(known) / len(known) if known else None, sources(ids))


def _before(measure: str, scene: Scene) -> float | None:
    """Return an amount on the first day of a period, None where there is none to compare with."""
    if not (scene.period and scene.was_there):
        return None
    value = compare.cell(scene.records, scene.at.but(asof=scene.since), measure)["value"]
    return None if pd.isna(value) else float(value)


def _amount(measure: str, cell: dict[str, Any], scene: Scene) -> KeyFigure:
    t, reader = scene.reader.t, scene.reader
    money = SPECS[measure].unit == "baht"
    label, share = (
        t("measure-projects" if measure == "projects" else f"area-key-{measure}"),
        _share(cell["evidence"]),
    )
    if pd.isna(cell["value"]):
        return KeyFigure(
            measure, label, words.silence(str(cell["state"]), SPECS[measure], reader), documented=share
        )
    value = float(cell["value"])
    written = reader.number(value / 1e6, 1) if money else reader.number(value)
    unit = t("figures-unit-million") if money else ""
    note = t("reason-partly_reported") if cell["reason"] == "partly_reported" else ""
    return KeyFigure(measure, label, written, unit, note, "gap" if value == 0 else "", share, value,
                     evidence=cell["evidence"])  # fmt: skip


def _tone(state: str) -> str:
    good, gap = ("covered", "approved", "in_provincial_plan"), ("uncovered", "none")
    return "good" if state in good else "gap" if state in gap else ""


def _share(evidence: str) -> float | None:
    return None if not evidence else float(evidence == "documented")
