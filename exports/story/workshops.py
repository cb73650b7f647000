"""The slide of workshops: how many groups the phase reached, how many a year, and the newest of them."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from exports.story import cells
from exports.story.parts import Chart, Series, Slide, Table
from exports.story.scene import Scene, documented, sources
from figures import bars, classes, leads, sentences
from figures.tokens import tokens
from measures import attendance, overview, values, workshop_years
from measures import workshops as held
from measures.area import profile as area_profile
from measures.catalogue import SPECS
from measures.evidence import needs_mark

LISTED = 40  # workshops in the table: the newest


def workshops(scene: Scene) -> Slide:
    """Return how many groups the current phase reached, workshops by fiscal year, and the newest of them."""
    t = scene.reader.t
    listed = _listed(scene)
    by_year = workshop_years.by_fiscal_year(scene.records, scene.own)
    if scene.level == "province":
        came = int((listed["state"] == "attended").sum())
        known = int((listed["state"] != "not_reported").sum())
        title = t("story-workshops-province", n=came, of=known) if known else t("story-workshops-none")
        chart = None
    else:
        title = _group_title(scene) if scene.level == "group" else _country_title(scene)
        chart = _years_chart(by_year, scene)
    shown = (bars.participants(frame=by_year, reader=scene.reader),) if scene.level != "province" else ()
    return Slide(
        "workshops",
        title=title,
        subtitle=scene.dated(t("nav-workshops")),
        figures=shown,
        chart=chart,
        table=_workshop_table(listed, scene),
        documented=documented(listed),
        sources=sources(listed),
    )


def _country_title(scene: Scene) -> str:
    """Return how many groups had their workshop in the phase, and how many provinces never came."""
    t = scene.reader.t
    parts = overview.sentence_parts(scene.records, scene.own)
    frame = attendance.by_province(scene.records, scene.own)
    n = int((frame["in_filter"] & frame["state"].eq("invited_never_came")).sum())
    never_came = (t("lead-never-came", n=n),) if n else ()
    said = (leads.workshops(parts, None, "" if scene.is_nation else scene.name, scene.reader), *never_came)
    return sentences.plain(t("story-sentence-joint").join(said))


def _group_title(scene: Scene) -> str:
    """Return how many workshops were held for a group, or why that is not known."""
    frame = values.by_area(scene.records, scene.own.but(measure="workshops", level="group"))
    row = frame[frame["area_code"] == scene.scope].iloc[0]
    if row["state"] == "value":
        kind = "documented" if scene.evidence == "documented" else "all"
        return scene.reader.t(f"story-workshops-group-{kind}", name=scene.name, n=int(row["value"]))
    state = classes.state_label(SPECS["workshops"], str(row["state"]), scene.reader)
    return scene.reader.t("story-gap-unknown", kind=scene.name, state=state)


def _listed(scene: Scene) -> pd.DataFrame:
    if scene.level == "province":
        return area_profile.workshop_list(scene.records, scene.at)
    rows = held.listing(scene.records, scene.own)
    return rows[rows["is_held"]]


def _years_chart(frame: pd.DataFrame, scene: Scene) -> Chart | None:
    """Return workshops held by fiscal year: documented and illustrative ones apart."""
    t, sheet = scene.reader.t, tokens(scene.reader)
    dated = frame[frame["fiscal_year_be"].notna()]
    if dated["workshop_count"].fillna(0).sum() == 0:
        return None
    known = dated["documented_count"].astype(float)
    rest = dated["workshop_count"].astype("Float64") - known
    series = [Series(t("evidence-documented"), _known(known, dated["workshop_count"]), sheet.reached)]
    if rest.fillna(0).any():
        series.append(Series(t("evidence-illustrative"), _known(rest, dated["workshop_count"]), sheet.partly))
    names = tuple(scene.reader.year(int(year)) for year in dated["fiscal_year_be"])
    total = int(frame["workshop_count"].fillna(0).sum())
    undated = int(frame.loc[frame["fiscal_year_be"].isna(), "workshop_count"].fillna(0).sum())
    heading = t("story-chart-workshops", era=scene.reader.era)
    return Chart(
        "stacked_columns", heading, names, tuple(series), t("measure-workshops-unit"),
        t("story-chart-workshops-alt", heading=heading, n=total),
        notes=(t("figures-people-undated", n=undated),) if undated else (),
    )  # fmt: skip


def _known(values: pd.Series, where: pd.Series) -> tuple[float | None, ...]:
    return tuple(None if pd.isna(w) else float(v) for v, w in zip(values, where, strict=True))


def _workshop_table(frame: pd.DataFrame, scene: Scene) -> Table | None:
    t, reader = scene.reader.t, scene.reader
    shown = frame.head(LISTED)
    province = scene.level == "province"
    made = []
    for row in shown.to_dict("records"):
        end = None if pd.isna(row["end_date"]) else row["end_date"]
        name = "" if province else reader.pick(row, "group_name")
        whom = (
            t(f"measure-attendance-{row['state']}")
            if province
            else name or t(f"workshop-scope-{row['scope']}")
        )
        made.append({
            t("table-when"): reader.span(row["start_date"], end, row["date_precision"]),
            t("table-what"): reader.pick(row, "title"),
            t("table-state" if province else "table-for"): whom,
            t("table-attended" if province else "table-people"): _people(row, scene),
            t("table-evidence"): cells.evidence(row["evidence"], reader),
        })  # fmt: skip
    marks = shown["evidence"].map(needs_mark).tolist()
    return cells.table(t("workshops-list"), made, marks, (0.15, 0.38, 0.2, 0.15, 0.12))


def _people(row: Mapping[Any, Any], scene: Scene) -> cells.Cell:
    t, reader = scene.reader.t, scene.reader
    stated = row.get("participants")
    number = stated if stated is not None and pd.notna(stated) else row["attended_count"]
    if pd.isna(number):
        return t("key-not-reported"), None
    qualifier = row.get("participants_qualifier") or "exact"
    return t(f"qualifier-{qualifier}", number=reader.number(int(number))), int(number)
