"""The slide of phases: which steps the groups reached, and what documents say of whole phases."""

from dataclasses import replace
from datetime import date

import pandas as pd

from data.records import Records
from data.remember import lru_cache
from exports.story import cells
from exports.story.parts import Chart, Series, Slide, Table
from exports.story.scene import Scene, documented, sources, stage
from figures import matrix, steps
from figures.figure import Figure
from figures.tokens import tokens
from locales import Reader
from measures import phases as phase_measures
from measures.evidence import needs_mark


def phases(scene: Scene) -> Slide:
    """Return the steps of the phases: how many groups reached each; for a group or province, each step's state."""
    t, reader = scene.reader.t, scene.reader
    if scene.level == "province":
        code, heading = scene.area.group_code, t("story-phases")
        if code:  # what its group reached is the same for every province of the group
            heading = t("story-phases-of", group=scene.group_name) if scene.group_name else heading
            made = _of_group(scene.records, code, scene.asof, reader, scene.evidence)
        else:
            made = _steps(scene)
        return replace(made, subtitle=scene.dated(heading))
    made, (told, behind) = _steps(scene), _stated(scene)
    cited = tuple(dict.fromkeys((*made.sources, *sources(behind))))
    return replace(made, subtitle=scene.dated(t("story-phases")), bullets=told, sources=cited)


@lru_cache(maxsize=64)
def _of_group(records: Records, code: str, asof: date, reader: Reader, evidence: str) -> Slide:
    return _steps(stage(records, code, asof, reader, evidence))


def _steps(scene: Scene) -> Slide:
    """Return the slide as it is for whoever asks about the same groups, without its subtitle."""
    frame = phase_measures.progress(scene.records, scene.own)
    inside = frame[frame["in_filter"]]
    country = scene.level == "country"
    due = inside[inside["state"] != "not_applicable"]
    if not country and not scene.area.group_code:
        said = scene.reader.t("story-phases-no-group")
        return Slide("phases", title=said, bullets=(said,))
    title = _phases_title(due, scene)
    return Slide(
        "phases",
        title=title,
        figures=_phase_figures(frame if scene.is_nation else inside, title, scene) if len(due) else (),
        chart=_steps_chart(inside, scene) if country else None,
        table=_steps_table(inside, scene),
        documented=documented(due),
        sources=sources(due),
    )


def _stated(scene: Scene) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what documents say of whole phases begun by the day, as the screen quotes it, and the documents."""
    said, behind = [], []
    begun = scene.records.phases[scene.records.phases["start_date"] <= pd.Timestamp(scene.asof)]
    for phase in begun.to_dict("records"):
        for row in phase_measures.stated(scene.records, phase["phase_code"]).to_dict("records"):
            text = scene.reader.t("phases-stated", phase=scene.reader.pick(phase, "name"), n=int(row["value"]),
                                  then=int(row["groups_then"]))  # fmt: skip
            said.append(f"{text} “{row['quote']}”")
            behind.append(row["source_id"])
    return tuple(said), tuple(behind)


def _phase_figures(frame: pd.DataFrame, title: str, scene: Scene) -> tuple[Figure, Figure]:
    """Return the matrix and the steps by fiscal year under one finding: that of the slide.

    The years end on other days than the slide's, so that the count of their own title is another one; beside the
    slide's it would read as a contradiction. So would, of one group, the matrix's.
    """
    shown = matrix.progress(frame=frame, reader=scene.reader)
    by_year = steps.by_year(
        frame=phase_measures.by_fiscal_year(scene.records, scene.own), reader=scene.reader
    )
    by_year = replace(by_year, title=title, alt=by_year.alt.replace(by_year.title, by_year.subtitle, 1))
    return (shown if scene.level == "country" else replace(shown, title=title)), by_year


def _phases_title(due: pd.DataFrame, scene: Scene) -> str:
    t = scene.reader.t
    if due.empty:
        return t("story-phases-none")
    if scene.level == "country":
        return steps.finding(due, scene.reader)
    by_step = due.groupby(["phase_code", "step_code"])["state"]
    silent = int(by_step.apply(lambda states: states.eq("not_reported").all()).sum())
    full, of = int(by_step.apply(lambda states: states.eq("reached").all()).sum()), by_step.ngroups - silent
    rest = t("story-phases-silent", n=silent) if silent else ""
    if not of:
        return t("figures-matrix-title-unknown")
    return t("story-phases-title", name=scene.group_name or scene.name, n=full, of=of) + rest


def _step_names(scene: Scene) -> dict[str, str]:
    rows = scene.records.phases.to_dict("records")
    return {row["phase_code"]: scene.reader.pick(row, "name") for row in rows}


def _steps_chart(inside: pd.DataFrame, scene: Scene) -> Chart | None:
    """Return for each step how many groups reached it, in part, not, and how many nobody reports."""
    t, sheet, phase = scene.reader.t, tokens(scene.reader), _step_names(scene)
    states = {"reached": sheet.reached, "partly": sheet.partly, "not_reached": sheet.missing,
              "not_reported": sheet.not_reported, "not_applicable": sheet.not_applicable}  # fmt: skip
    keys = inside.drop_duplicates(["phase_code", "step_code"])[["phase_code", "step_code"]]
    if keys.empty:
        return None
    counts = inside.groupby(["phase_code", "step_code", "state"], sort=False).size()
    ordered = [(row.phase_code, row.step_code) for row in keys.itertuples()]
    found = {s: tuple(float(counts.get((*key, s), 0)) for key in ordered) for s in states}
    series = tuple(
        Series(t(f"step-state-{state}"), found[state], colour, state)
        for state, colour in states.items()
        if any(found[state])
    )
    names = tuple(t("story-step", phase=phase[p], step=t(f"step-{s}")) for p, s in ordered)
    said = [f"{name} {int(n)}" for name, n in zip(names, found["reached"], strict=True)]
    heading = t("story-chart-steps")
    return Chart(
        "stacked_bars", heading, names, series, t("story-unit-groups"), f"{heading}: {', '.join(said)}"
    )


def _steps_table(frame: pd.DataFrame, scene: Scene) -> Table | None:
    t, reader, phase = scene.reader.t, scene.reader, _step_names(scene)
    country = scene.level == "country"
    made = []
    for row in frame.to_dict("records"):
        head = {t("table-group"): reader.pick(row, "name")} if country else {}
        made.append(head | {
            t("filter-phase"): phase[row["phase_code"]],
            t("figures-column-step"): t(f"step-{row['step_code']}"),
            t("table-state"): t(f"step-state-{row['state']}"),
            t("story-column-reached"): cells.number(row["reached_count"], reader),
            t("story-column-of-needed"): cells.number(row["of_count"], reader),
            t("table-on"): cells.day(row["reached_on"], reader),
            t("table-evidence"): cells.evidence(row["evidence"], reader) if row["state"] != "not_applicable" else "",
        })  # fmt: skip
    widths = (0.1, 0.34, 0.14, 0.1, 0.08, 0.12, 0.12)
    marks = frame["evidence"].map(needs_mark).tolist()
    return cells.table(t("story-phases"), made, marks, (0.16, *widths) if country else widths)
