"""The map of the representatives, with its groups as countable squares and its tables."""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from exports.story import cells, period
from exports.story import maps as area_maps
from exports.story.parts import Chart, Series, Slide, Table
from exports.story.province import province_title
from exports.story.scene import Scene
from figures import words
from figures.tokens import tokens
from locales import Reader
from measures import values
from measures.coverage import by_province
from measures.evidence import needs_mark


def coverage_map(scene: Scene) -> Slide:
    """Return the map of the representatives, with the groups in order beside it, or the provinces of the scope;
    over a period who gained one, kept it, lost it and lacks it on both days."""
    shown = area_maps.figure(scene, "coverage")
    country = scene.level == "country"
    ranking = (area_maps.group_ranking(scene, "coverage"),) if country else ()
    if scene.period:
        table, chart = period.areas(scene), period.groups_chart(scene) if country else None
    else:
        table = group_table(scene) if country else province_table(scene)
        chart = _groups_chart(scene) if country else None
    return Slide(
        "coverage_map",
        title=_map_title(shown.title, scene),
        subtitle=period.subtitle(scene) if scene.period else scene.dated(scene.reader.t("measure-coverage")),
        figures=(shown, *ranking),
        area_map=area_maps.area_map(scene, "coverage", shown),
        chart=chart,
        table=table,
        documented=shown.documented,
        sources=shown.sources,
    )


def _map_title(finding: str, scene: Scene) -> str:
    """Return the map's finding; of a province it is about its group, and says so."""
    if scene.level != "province":
        return finding
    if not scene.group_name:
        return finding if scene.period else province_title(scene)
    return f"{scene.reader.t('lead-scope', scope=scene.group_name)} {finding}"


def _groups_chart(scene: Scene) -> Chart | None:
    """Return provinces with, without and of unknown state in every group, those lacking most first."""
    t, sheet = scene.reader.t, tokens(scene.reader)
    frame = by_province(scene.records, scene.own)
    frame = frame[frame["in_filter"] & frame["group_code"].ne("")]
    states = {"covered": sheet.reached, "uncovered": sheet.missing, "not_reported": sheet.not_reported}
    counts = pd.crosstab(frame["group_code"], frame["state"]).reindex(columns=list(states), fill_value=0)
    if counts.to_numpy().sum() == 0:
        return None
    order = counts.assign(share=counts["covered"] / counts.sum(axis=1)).sort_values(
        ["share", "uncovered"], ascending=[True, False], kind="stable"
    )
    series = tuple(
        Series(t(f"measure-coverage-{state}"), tuple(float(n) for n in order[state]), colour, state)
        for state, colour in states.items()
        if order[state].any()
    )
    names = tuple(scene.group_names[code] for code in order.index)
    heading = t("story-chart-groups")
    said = [f"{name} {words.out_of(row.covered, row.covered + row.uncovered + row.not_reported, scene.reader)}"
            for name, row in zip(names, order.itertuples(), strict=True)]  # fmt: skip
    return Chart(
        "stacked_bars", heading, names, series, t("measure-coverage-unit"), f"{heading}: {', '.join(said)}"
    )


def group_table(scene: Scene) -> Table | None:
    """Return the groups: provinces with a representative, of how many, and which are without."""
    t, reader = scene.reader.t, scene.reader
    frame = values.by_area(scene.records, scene.own.but(measure="coverage", level="group"))
    names = {
        row["area_code"]: reader.pick(row, "name")
        for row in by_province(scene.records, scene.own).to_dict("records")
    }
    frame = frame[frame["in_filter"]]
    rows = frame.assign(share=frame["value"] / frame["of"]).sort_values(
        "share", kind="stable", na_position="last"
    )
    if frame["state"].eq("not_applicable").all():
        return None
    silence = {"value": "", "none": ""} | {
        state: t("figures-state-" + state.replace("_", "-")) for state in ("not_reported", "not_applicable")
    }
    made = [
        {
            t("table-group"): reader.pick(row, "name"),
            t("story-column-with"): cells.number(row["value"], reader, absent=silence[row["state"]]),
            t("story-column-of"): cells.number(row["of"], reader),
            t("story-column-without"): _without(row, names, reader),
            t("table-evidence"): cells.evidence(row["evidence"], reader),
        }
        for row in rows.to_dict("records")
    ]
    marks = rows["evidence"].map(needs_mark).tolist()
    return cells.table(t("story-chart-groups"), made, marks, (0.27, 0.13, 0.12, 0.36, 0.12))


def _without(row: Mapping[Hashable, Any], names: dict[str, str], reader: Reader) -> str:
    """Return the provinces known to be without, and how many nobody reports."""
    if row["state"] in ("not_reported", "not_applicable"):
        return ""
    said = reader.join(reader.sorted(names[code] for code in row["missing"]))
    silent = len(row["unknown"])
    return f"{said}{reader.t('story-gap-silent', n=silent)}".strip() if silent else said


def province_table(scene: Scene) -> Table | None:
    """Return the provinces of the scope's group (or the scope alone): state, since, institution."""
    t, reader = scene.reader.t, scene.reader
    frame = scene.represented
    made = [
        {
            t("table-province"): reader.pick(row, "name"),
            t("table-state"): t(f"measure-coverage-{row['state']}"),
            t("story-column-since"): cells.day(row["since"], reader),
            t("story-column-who"): reader.pick(row, "institution_name")
            or words.reason(row["reason"], reader),
            t("table-evidence"): cells.evidence(row["evidence"], reader),
        }
        for row in frame.to_dict("records")
    ]
    marks = frame["evidence"].map(needs_mark).tolist()
    return cells.table(t("measure-coverage"), made, marks, (0.2, 0.2, 0.16, 0.32, 0.12))
