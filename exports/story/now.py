"""The slides that say where we are: title, the sentence with its key figures, the map, the gaps."""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from exports.story import cells
from exports.story import maps as area_maps
from exports.story.parts import Chart, KeyFigure, Series, Slide, Table
from exports.story.province import province_keys, province_lead, province_title
from exports.story.scene import Scene, documented, sources
from figures import leads, sentences, words
from figures.evidence import state_of
from figures.tokens import tokens
from locales import Reader
from measures import areas, overview, values
from measures import gaps as gap_measures
from measures.area import profile as area_profile
from measures.coverage import by_province
from measures.evidence import needs_mark


def title(scene: Scene) -> Slide:
    """Return the opening slide: product, scope, day; and whether illustrative rows are among the data."""
    t, reader = scene.reader.t, scene.reader
    lines = (
        t("figures-as-of", date=reader.date(scene.asof, short=False)),
        t("badge-mixed" if scene.evidence == "all" else "badge-documented"),
        t("shell-release", release=scene.records.release),
    )
    why = t("badge-mixed-why" if scene.evidence == "all" else "badge-documented-why")
    names = reader.join([scene.group_names[code] for code in scene.several])
    notes = tuple(one for one in (names, why) if one)
    return Slide("title", title=t("story-title"), subtitle=scene.name, bullets=lines, notes=notes)


def where_we_are(scene: Scene) -> Slide:
    """Return the sentence and the key figures."""
    if scene.level == "province":
        keys = province_keys(scene)
        return Slide(
            "where_we_are",
            title=province_title(scene),
            subtitle=scene.dated(scene.reader.t("story-where-we-are")),
            lead=province_lead(scene),
            key_figures=keys.figures,
            documented=keys.documented,
            sources=keys.sources,
        )
    parts = overview.sentence_parts(scene.records, scene.own)
    scope = "" if scene.is_nation else scene.name
    frame = overview.key_figures(scene.records, scene.own, scene.since)
    rows = frame.to_dict("records")
    below = leads.below(parts, scene.reader.date(scene.asof), "", scene.evidence, scene.reader)
    shares = [row["documented"] for row in rows if pd.notna(row["documented"])]
    return Slide(
        "where_we_are",
        title=sentences.plain(leads.coverage(parts, scope, scene.reader)),
        subtitle=scene.dated(scene.reader.t("story-where-we-are")),
        lead=leads.overview(parts, scope, scene.reader),
        key_figures=tuple(_key(row, scene) for row in rows),
        notes=(below,),
        documented=sum(shares) / len(shares) if shares else None,
        sources=sources(frame["source_id"]),
    )


def _key(row: Mapping[Any, Any], scene: Scene) -> KeyFigure:
    t, reader = scene.reader.t, scene.reader
    share = None if pd.isna(row["documented"]) else float(row["documented"])
    evidence = row["evidence"] or state_of(share)
    label = t(f"key-{row['code']}")
    if pd.isna(row["value"]):
        state = "key-not-applicable" if row["state"] == "not_applicable" else "key-not-reported"
        return KeyFigure(row["code"], label, t(state), documented=share)
    n = int(row["value"])
    of = None if pd.isna(row["of"]) else int(row["of"])
    return KeyFigure(
        code=row["code"],
        label=label,
        value=t(f"qualifier-{row['qualifier']}", number=reader.number(n)),
        of="" if of is None else t("key-of", of=of),
        note=_trend(row, scene),
        tone="good" if of is not None and n == of else "",
        documented=share,
        number=n,
        denominator=of,
        evidence=evidence,
    )


def _trend(row: Mapping[Any, Any], scene: Scene) -> str:
    if pd.isna(row["change"]):
        return ""
    change, since = int(row["change"]), scene.reader.date(row["since"])
    if change == 0:
        return scene.reader.t("key-unchanged", since=since)
    return scene.reader.t("key-changed", sign="▲" if change > 0 else "▼", n=abs(change), since=since)


def coverage_map(scene: Scene) -> Slide:
    """Return the map of the representatives, with the groups in order beside it, or the provinces of the scope."""
    shown = area_maps.figure(scene, "coverage")
    country = scene.level == "country"
    figures = (shown, area_maps.group_ranking(scene, "coverage")) if country else (shown,)
    return Slide(
        "coverage_map",
        title=_map_title(shown.title, scene),
        subtitle=scene.dated(scene.reader.t("measure-coverage")),
        figures=figures,
        area_map=area_maps.area_map(scene, "coverage", shown),
        chart=_groups_chart(scene) if country else None,
        table=group_table(scene) if country else province_table(scene),
        documented=shown.documented,
        sources=shown.sources,
    )


def _map_title(finding: str, scene: Scene) -> str:
    """Return the map's finding; of a province it is about its group, and says so."""
    if scene.level != "province":
        return finding
    if not scene.group_name:
        return province_title(scene)
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
    code = scene.area.group_code or scene.scope
    frame = area_profile.representatives(scene.records, scene.at.but(area=code))
    made = [
        {
            t("table-province"): reader.pick(row, "name"),
            t("table-state"): t(f"measure-coverage-{row['state']}"),
            t("story-column-since"): cells.day(row["since"], reader),
            t("story-column-who"): reader.pick(row, "institution_name")
            or (t(f"reason-{row['reason']}") if row["reason"] else ""),
            t("table-evidence"): cells.evidence(row["evidence"], reader),
        }
        for row in frame.to_dict("records")
    ]
    marks = frame["evidence"].map(needs_mark).tolist()
    return cells.table(t("measure-coverage"), made, marks, (0.2, 0.2, 0.16, 0.32, 0.12))


def gap_rows(scene: Scene) -> pd.DataFrame:
    """Return the gaps of the scope: all that the title and the sentences count, each province by name."""
    selection = scene.own if scene.level != "province" else scene.at
    kinds: tuple[str, ...] = gap_measures.KINDS
    if scene.is_nation:
        kinds = tuple(kind for kind in kinds if kind != "not_reported")
    return gap_measures.listing(scene.records, selection, kinds)


def gaps(scene: Scene) -> Slide:
    """Return what is missing where, why and since when, with what could help nearby."""
    t = scene.reader.t
    frame = gap_rows(scene)
    selection = scene.own if scene.level != "province" else scene.at
    counts = gap_measures.counts(scene.records, selection)
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
            t("story-column-reason"): t(f"reason-{row['reason']}") if row["reason"] else "",
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
