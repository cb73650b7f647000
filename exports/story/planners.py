"""What planners work on: every province with every measure, and every gap with its plan; plain tables of codes and dates."""

import pandas as pd

from data.records import Records
from exports.story import cells
from exports.story.parts import Story, Table
from exports.story.scene import AND, NATION
from figures import classes, words
from measures import gaps, values
from measures.catalogue import NO_VALUE, SPECS
from measures.evidence import combined, join_sources, needs_mark
from measures.selection import Selection


def provinces(records: Records, story: Story) -> Table | None:
    """Return one row per province of the scope: code, name, group, every measure, since, reason, evidence, sources; rates
    where people are known.

    Amounts of money are baht in `data`; a state without a value is its word. since and reason are of the representative.
    """
    t, reader = story.reader.t, story.reader
    listed = [code for code, spec in SPECS.items() if not spec.per or len(records.populations)]
    frames = {code: values.by_area(records, _of(story).but(measure=code)) for code in listed}
    keyed = {code: frame.set_index("area_code") for code, frame in frames.items()}
    first = frames["coverage"]
    inside = first[first["in_filter"]]
    if story.level == "province":
        inside = inside[inside["area_code"] == story.scope]
    made, marks = [], []
    for row in inside.to_dict("records"):
        own = {code: frame.loc[row["area_code"]] for code, frame in keyed.items()}
        kinds = combined([str(one["evidence"]) for one in own.values()])
        cited = join_sources(pd.Series([str(one["source_id"]) for one in own.values()]))
        made.append({
            t("planner-code"): row["area_code"],
            t("table-province"): reader.pick(row, "name"),
            t("planner-group"): row["group_code"],
            **{f"{t(f'measure-{code}')}{_unit(code, story)}": _cell(own[code], code, story) for code in listed},
            t("story-column-since"): cells.day(row["since"], reader),
            t("story-column-reason"): words.reason(row["reason"], reader),
            t("table-evidence"): cells.evidence(kinds, reader),
            t("planner-sources"): " ".join(one for one in cited.split() if one != "sample"),
        })  # fmt: skip
        marks.append(needs_mark(kinds))
    return cells.table(t("planner-provinces"), made, marks, ())


def all_gaps(records: Records, story: Story) -> Table | None:
    """Return one row per gap of the scope, also those nobody reports: what, why, since, nearest help, plan's stage."""
    t, reader = story.reader.t, story.reader
    asked = _of(story)
    if story.level == "province":
        asked = asked.but(groups=(), area=story.scope)
    found = gaps.listing(records, asked)
    plans = values.by_area(records, asked.but(measure="plan", area=None)).set_index("area_code")
    names = plans.to_dict("index")
    made = [
        {
            t("planner-code"): row["area_code"],
            t("table-province"): reader.pick(row, "name"),
            t("planner-group"): row["group_code"],
            t("story-column-missing"): t(f"gap-expectation-{row['expectation']}"),
            t("table-state"): t("key-not-reported") if row["kind"] == "not_reported" else t(f"gap-kind-{row['kind']}"),
            t("story-column-reason"): words.reason(row["reason"], reader),
            t("story-column-since"): cells.day(row["since"], reader),
            t("planner-nearest"): reader.pick(names[row["nearest_code"]], "name") if row["nearest_code"] in names else "",
            t("planner-km"): cells.number(row["nearest_km"], reader),
            t("measure-plan"): classes.state_label(SPECS["plan"], str(names[row["area_code"]]["state"]), reader),
            t("table-evidence"): cells.evidence(row["evidence"], reader),
            t("planner-sources"): " ".join(one for one in row["source_id"].split() if one != "sample"),
        }
        for row in found.to_dict("records")
    ]  # fmt: skip
    return cells.table(t("planner-gaps"), made, found["evidence"].map(needs_mark).tolist(), ())


def _of(story: Story) -> Selection:
    """Return the choices of a story's provinces: all of them for the nation, else those of its groups."""
    several = tuple(story.scope.split(AND)) if AND in story.scope else ()
    groups = several or (() if story.scope == NATION else story.selection.groups)
    return Selection(asof=story.asof, groups=groups, evidence=story.evidence)


def _unit(code: str, story: Story) -> str:
    """Return the unit of a column of money; rates are no baht that a spreadsheet may add up."""
    if SPECS[code].unit != "baht":
        return ""
    return f" ({story.reader.t('planner-baht-rate' if SPECS[code].per else 'planner-baht')})"


def _cell(row: pd.Series, code: str, story: Story) -> cells.Cell | str:
    spec, reader = SPECS[code], story.reader
    state = str(row["state"])
    if state in NO_VALUE:
        return classes.state_label(spec, state, reader), None
    if spec.kind == "categorical":
        return classes.state_label(spec, state, reader)
    return words.bare_amount(float(row["value"]), spec, reader), float(row["value"])
