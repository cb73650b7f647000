"""A period as a story tells it: each figure then and now, who gained and who lost, and what changed in order of date."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pandas as pd

from exports.story import cells
from exports.story.parts import Chart, KeyFigure, Series, Slide, Table
from exports.story.scene import Scene, documented, sources
from figures import classes, findings, sentences, words
from figures import period as ends
from figures.evidence import mark, state_of
from measures import changes as happened
from measures import coverage, values
from measures.catalogue import SPECS, spec_of
from measures.evidence import join_sources, needs_mark

MEASURE = "coverage"
MILLION = 1e6


def where_it_went(scene: Scene, told: Slide) -> Slide:
    """Return the opening slide of a period. told: that of its last day, whose figures get their earlier number."""
    frame = _changed(scene)
    share = documented(frame)
    title = _finding(scene, frame)
    lead = sentences.with_mark(title, mark(state_of(share), scene.reader))
    if said := _counted(scene):
        lead = f"{said} {lead}"
    return replace(
        told,
        title=title,
        subtitle=scene.spanned(scene.reader.t("story-where-it-went")),
        lead=lead,
        key_figures=tuple(replace(key, note=_then(key, scene)) for key in told.key_figures),
        sources=tuple(dict.fromkeys((*told.sources, *sources(frame)))),
    )


def _changed(scene: Scene) -> pd.DataFrame:
    """Return what changed in the provinces of the scope (`values.change_since`)."""
    frame = values.by_area(scene.records, scene.over.but(measure=MEASURE))
    own = frame["area_code"].eq(scene.scope) if scene.level == "province" else frame["in_filter"]
    return frame[own]


def _finding(scene: Scene, frame: pd.DataFrame) -> str:
    """Return how many gained and lost; of one province its state then and now."""
    over = scene.over.but(measure=MEASURE)
    if scene.level == "province":
        return f"{scene.name}: {ends.ends(frame.iloc[0], MEASURE, over.level, scene.reader)}"
    return findings.of(frame, spec_of(over), over, scene.reader).title


def _counted(scene: Scene) -> str:
    """Return how many provinces had a representative then, and have one now; "" where one of the two is not known."""
    if scene.level == "province":
        return ""
    row = coverage.over_time(scene.records, scene.own, [scene.since, scene.asof])["covered_count"]
    if row.isna().any():
        return ""
    then, now = (int(n) for n in row)
    return scene.reader.t("story-period-lead", then=then, now=now)


def _then(key: KeyFigure, scene: Scene) -> str:
    """Return a key figure's earlier number and the difference, or that the two days cannot be compared."""
    t, reader = scene.reader.t, scene.reader
    if key.number is None:
        return words.dots([key.note, _state_then(key, scene)])
    if key.then is None:
        return words.dots([key.note, t("period-no-comparison")])
    money = key.code in SPECS and SPECS[key.code].unit == "baht"
    then, change = key.then, key.number - key.then
    if money:
        said, by = reader.number(then / MILLION, 1), reader.number(abs(change) / MILLION, 1)
    else:
        said, by = reader.number(then), reader.number(abs(change))
    sign = "±" if not change else "▲" if change > 0 else "▼"
    return t("story-key-then", then=said, sign=sign, n=by)


def _state_then(key: KeyFigure, scene: Scene) -> str:
    """Return the state of a province on the first day, of a key figure that is a state; "" of any other."""
    if scene.level != "province" or key.code not in SPECS or SPECS[key.code].kind != "categorical":
        return ""
    frame = values.by_area(scene.records, scene.over.but(measure=key.code))
    row = frame[frame["area_code"] == scene.scope].iloc[0]
    return scene.reader.t("period-then", n=ends.before(row, key.code, "province", scene.reader))


def subtitle(scene: Scene) -> str:
    """Return what the map shows and both days; there is little room beside a map as high as the slide."""
    return words.dots([scene.reader.t("measure-coverage"), scene.when()])


def areas(scene: Scene) -> Table | None:
    """Return the provinces of the scope: then, now, what that is, evidence; those that changed first."""
    t, reader = scene.reader.t, scene.reader
    over = scene.over.but(measure=MEASURE)
    frame = values.by_area(scene.records, over)
    frame, spec = frame[frame["in_filter"]], spec_of(over)
    order = {state: place for place, state in enumerate(("lost", "gained", "still_missing"))}
    rows = sorted(frame.to_dict("records"), key=lambda row: order.get(str(row["state"]), len(order)))
    made = [
        {
            t("table-province"): reader.pick(row, "name"),
            t("story-column-change"): classes.state_label(spec, str(row["state"]), reader),
            t("story-column-then-now"): ends.ends(row, MEASURE, over.level, reader),
            t("table-evidence"): cells.evidence(row["evidence"], reader),
        }
        for row in rows
    ]
    marks = [needs_mark(row["evidence"]) for row in rows]
    return cells.table(t("measure-coverage"), made, marks, (0.22, 0.26, 0.38, 0.14))


def groups_chart(scene: Scene) -> Chart | None:
    """Return the provinces of every group by what changed, those where most is missing first."""
    t, over = scene.reader.t, scene.over.but(measure=MEASURE)
    frame = values.by_area(scene.records, over)
    frame = frame[frame["in_filter"] & frame["group_code"].ne("")]
    kinds = [
        one
        for one in classes.classes_of(spec_of(over), over.level, scene.reader)
        if one.code != classes.OUTSIDE
    ]
    counts = pd.crosstab(frame["group_code"], frame["state"]).reindex(
        columns=[one.code for one in kinds], fill_value=0
    )
    if counts.empty:
        return None
    lacking = (counts["lost"] + counts["still_missing"]) / counts.sum(axis=1)
    order = counts.loc[lacking.sort_values(ascending=False, kind="stable").index]
    series = tuple(
        Series(one.label, tuple(float(n) for n in order[one.code]), one.colour, one.code)
        for one in kinds
        if order[one.code].any()
    )
    names = tuple(scene.group_names[code] for code in order.index)
    heading = t("story-chart-groups")
    said = [f"{name} {scene.reader.join(_states(one, series, place, scene))}"
            for place, (name, one) in enumerate(zip(names, order.itertuples(), strict=True))]  # fmt: skip
    return Chart(
        "stacked_bars", heading, names, series, t("measure-coverage-unit"), f"{heading}: {'; '.join(said)}"
    )


def _states(row: Any, series: tuple[Series, ...], place: int, scene: Scene) -> list[str]:
    return [
        f"{one.name} {scene.reader.number(one.values[place] or 0)}" for one in series if one.values[place]
    ]


def changes(scene: Scene) -> Slide:
    """Return what happened after the earlier day and by the last, in order of date, each with its document or mark."""
    t, reader = scene.reader.t, scene.reader
    found = happened.between(records=scene.records, selection=scene.own, since=scene.since)
    if scene.level == "province":  # what happened to it, to its group, and to all provinces at once
        found = found[found["area_code"].isin([scene.scope, scene.area.group_code, ""])]
    stated = found.loc[found["evidence"] == "documented", "source_id"]
    cited = scene.records.sources[scene.records.sources["source_id"].isin(join_sources(stated).split())]
    known = {row["source_id"]: words.document(row, reader) for row in cited.to_dict("records")}
    made = [_event(row, known, scene) for row in found.to_dict("records")]
    counted = found["kind"].value_counts()
    kinds = tuple(t("story-change-count", kind=t(f"change-{kind}"), n=int(n)) for kind, n in counted.items())
    return Slide(
        "changes",
        title=t("story-changes-title", n=len(found)) if len(found) else t("story-changes-none"),
        subtitle=words.dots([t("story-changes"), scene.short_name,
                             t("story-when-period", since=reader.date(scene.since), date=reader.date(scene.asof))]),
        table=cells.table(t("story-changes"), made, found["evidence"].map(needs_mark).tolist(),
                          (0.13, 0.19, 0.22, 0.3, 0.16)),
        bullets=kinds or (t("story-changes-silent"),),
        documented=documented(found),
        sources=sources(found),
    )  # fmt: skip


def _event(row: Mapping[Any, Any], known: Mapping[str, str], scene: Scene) -> dict[str, cells.Cell | str]:
    """Return one line of the list; a documented event names its documents."""
    t, reader = scene.reader.t, scene.reader
    name, detail = reader.pick(row, "name"), reader.pick(row, "detail")
    ids = str(row["source_id"]).split() if row["evidence"] == "documented" else []
    told = [known[one] for one in ids if one in known]
    return {
        t("table-when"): cells.day(row["on"], reader),
        t("story-column-area"): name
        or (t("story-scope-nation") if row["kind"] == "workshop_held" else detail),
        t("story-column-what"): t(f"change-{row['kind']}"),
        t("story-column-detail"): words.dots([detail if detail != name else "", *told]),
        t("table-evidence"): cells.evidence(row["evidence"], reader),
    }
