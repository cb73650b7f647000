"""The slide that asks for decisions: one line per kind and reason of a gap."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from exports.story import cells
from exports.story.parts import Slide, Table
from exports.story.scene import Scene, documented
from exports.story.scene import sources as sources_of
from figures import words
from measures import overview, workshops
from measures.evidence import combined, needs_mark


def decide(scene: Scene) -> Slide:
    """Return what has to be decided: one line per kind and reason of a gap, most provinces first. Nothing but
    gaps in the data leads to a line; where nobody reports, the line asks for the data."""
    t = scene.reader.t
    frame, counts = scene.missing, scene.missing_counts.set_index("expectation")["of_count"]
    lines = [*_gap_lines(frame, counts, scene), *_group_lines(scene)]
    lines.sort(key=lambda line: (line["rank"], -line["n"]))
    title = t("story-decide-title", n=len(lines)) if lines else t("story-decide-none")
    illustrative = any(needs_mark(line["evidence"]) for line in lines)
    return Slide(
        "decide",
        title=title,
        subtitle=scene.dated(t("story-decide")),
        table=_decide_table(lines, scene),
        bullets=tuple(line["sentence"] for line in lines),
        notes=(t("story-decide-rule"), *((t("story-decide-illustrative"),) if illustrative else ())),
        documented=documented(frame),
        sources=sources_of(frame),
    )


def _gap_lines(frame: pd.DataFrame, of_count: pd.Series, scene: Scene) -> list[dict[str, Any]]:
    reader = scene.reader
    keys = frame["reason"].where(
        frame["kind"].isin(["no_representative", "never_at_workshop", "plan_stalled"]), ""
    )
    keys = keys.mask(frame["kind"] == "not_reported", frame["expectation"])
    made = []
    for (kind, key), part in frame.assign(key=keys).groupby(["kind", "key"], sort=False):
        own = f"story-decide-{key}" if kind != "not_reported" else "story-decide-ask"
        message = own if reader.has(own) else f"story-decide-{kind}"
        what = reader.t(f"gap-expectation-{part['expectation'].iloc[0]}")
        made.append({
            "what": reader.t(message, what=what), "n": len(part), "names": "",
            "of": int(of_count[part["expectation"].iloc[0]]),
            "evidence": combined(part["evidence"]),
            "rank": kind == "not_reported",
        })  # fmt: skip
        every = len(part) == made[-1]["of"] and scene.level == "country"
        made[-1]["names"] = (
            reader.t("story-every-province") if every else words.some_of(scene.names(part), reader)
        )
        made[-1]["all"] = reader.join(scene.names(part))  # whoever plans needs every name
    return [line | {"sentence": _sentence(line, scene)} for line in made]


def _sentence(line: Mapping[str, Any], scene: Scene) -> str:
    if scene.level == "province":
        return str(line["what"])
    return scene.reader.t(
        "story-decide-line", what=line["what"], n=line["n"], of=line["of"], names=line["names"]
    )


def _group_lines(scene: Scene) -> list[dict[str, Any]]:
    """Return the line about groups without a workshop in the phase of the day, where all workshops are known."""
    phase, reader = overview.current_phase(scene.records, scene.own), scene.reader
    if phase is None or scene.level == "province":
        return []
    reached = workshops.groups_reached(scene.records, scene.own, phase)
    if (
        reached.value is None
        or reached.of is None
        or reached.qualifier == "at_least"
        or reached.value == reached.of
    ):
        return []
    frame = workshops.by_group_phase(scene.records, scene.own.but(phase=phase))
    frame = frame[(frame["phase_code"] == phase) & frame["in_filter"] & (frame["state"] == "not_yet")]
    every = [reader.pick(row, "name") for row in frame.to_dict("records")]
    names = words.some_of(every, reader)
    line = {"what": reader.t("story-decide-group-workshop"), "n": reached.of - reached.value, "of": reached.of,
            "names": names, "all": reader.join(every), "evidence": reached.evidence, "rank": False}  # fmt: skip
    said = reader.t("story-decide-groups-line", what=line["what"], n=line["n"], of=line["of"], names=names)
    return [line | {"sentence": said}]


def _decide_table(lines: list[dict[str, Any]], scene: Scene) -> Table | None:
    t, reader = scene.reader.t, scene.reader
    made = [
        {
            t("story-column-decide"): line["what"],
            t("story-column-missing-count"): cells.number(line["n"], reader),
            t("story-column-of-all"): cells.number(line["of"], reader),
            t("story-column-areas"): (line["names"], line.get("all", line["names"])),
            t("table-evidence"): cells.evidence(line["evidence"], reader),
        }
        for line in lines
    ]
    marks = [needs_mark(line["evidence"]) for line in lines]
    return cells.table(t("story-decide"), made, marks, (0.36, 0.12, 0.1, 0.32, 0.1))
