"""The slide that says what is missing where, why, since when, and what could help nearby."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from exports.story import cells
from exports.story.parts import Slide, Table
from exports.story.scene import Scene, documented, sources
from figures import words
from measures import areas
from measures.evidence import needs_mark


def gap_rows(scene: Scene) -> pd.DataFrame:
    """Return the gaps of the scope: all that the title and the sentences count, each province by name."""
    frame = scene.missing
    return frame[frame["kind"].ne("not_reported")].reset_index(drop=True) if scene.is_nation else frame


def gaps(scene: Scene) -> Slide:
    """Return what is missing where, why and since when, with what could help nearby."""
    t = scene.reader.t
    frame = gap_rows(scene)
    counts = scene.missing_counts
    # Of one province "0 of 1" says little: its table says what is missing, its title of how many.
    counted = scene.level != "province" or frame.empty
    bullets = tuple(_count_words(row, scene) for row in counts.to_dict("records") if counted)
    known = counts[counts["state"] == "value"]
    silent = int(counts["state"].eq("not_reported").sum())
    nothing = t("story-gaps-none-known", n=silent) if silent else t("story-gaps-none")
    title = nothing if known.empty else t(
        "story-gaps-title", parts=t("story-joint").join(
            t("story-gap-part", kind=t(f"gap-kind-{row['kind']}"), n=row["missing_count"], of=row["of_count"])
            for row in known.sort_values("missing_count", ascending=False, kind="stable").head(2).to_dict("records"))
    )  # fmt: skip
    if scene.level == "province":
        title = t("story-gaps-province", n=len(known)) if len(known) else title
    if counts["state"].isin(["not_reported", "not_applicable"]).all():
        applies = counts["state"].ne("not_applicable").any()
        title = t("story-gaps-unknown" if applies else "story-gaps-not-applicable")
    return Slide(
        "gaps",
        title=title,
        subtitle=scene.dated(t("story-gaps")),
        table=_gap_table(frame, scene),
        bullets=bullets,
        notes=(t("gap-straight-line"),) if len(frame) else (),
        documented=documented(frame, counts),
        sources=sources(frame, counts),
    )


def _count_words(row: Mapping[Any, Any], scene: Scene) -> str:
    t = scene.reader.t
    kind = t(f"gap-kind-{row['kind']}")
    if row["state"] in ("not_reported", "not_applicable"):
        state = t("figures-state-" + str(row["state"]).replace("_", "-"))
        return t("story-gap-unknown", kind=t(f"gap-expectation-{row['expectation']}"), state=state)
    said = t("story-gap-count", kind=kind, n=row["missing_count"], of=row["of_count"])
    silent = row["not_reported_count"]
    return said + (t("story-gap-silent", n=silent) if silent else "")


def _gap_table(frame: pd.DataFrame, scene: Scene) -> Table | None:
    t, reader = scene.reader.t, scene.reader
    made = [
        {
            t("table-province"): reader.pick(row, "name"),
            t("story-column-missing"): t(f"gap-kind-{row['kind']}")
            if row["kind"] != "not_reported"
            else t(
                "story-gap-unknown",
                kind=t(f"gap-expectation-{row['expectation']}"),
                state=t("key-not-reported"),
            ),
            t("story-column-reason"): words.reason(row["reason"], reader),
            t("story-column-since"): cells.day(row["since"], reader),
            t("story-column-nearest"): _nearest(row, scene),
            t("table-evidence"): cells.evidence(row["evidence"], reader),
        }
        for row in frame.to_dict("records")
    ]
    marks = frame["evidence"].map(needs_mark).tolist()
    return cells.table(t("story-gaps"), made, marks, (0.14, 0.2, 0.26, 0.12, 0.18, 0.1))


def _nearest(row: Mapping[Any, Any], scene: Scene) -> str:
    kind, code = row["nearest_kind"], row["nearest_code"]
    if not kind:
        return ""
    here = f"gap-nearest-here-{kind}"
    if code == row["area_code"] and scene.reader.has(here):
        return scene.reader.t(here)
    found = areas.provinces_on(scene.records, scene.asof)
    name = scene.reader.pick(found[found["area_code"] == code].iloc[0], "name")
    return scene.reader.t("story-nearest", kind=scene.reader.t(f"story-nearest-{kind}"), name=name,
                          km=scene.reader.number(row["nearest_km"]))  # fmt: skip
