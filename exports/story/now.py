"""The slides that say where we are: title, and the sentence with its key figures."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from exports.story import period
from exports.story.parts import KeyFigure, Slide
from exports.story.province import province_keys, province_lead, province_title
from exports.story.scene import Scene, sources
from figures import leads, sentences
from figures.evidence import state_of
from measures import overview


def title(scene: Scene) -> Slide:
    """Return the opening slide: product, scope, day; and whether illustrative rows are among the data."""
    t, reader = scene.reader.t, scene.reader
    lines = (
        scene.when(short=False),
        t("badge-mixed" if scene.evidence == "all" else "badge-documented"),
        t("shell-release", release=scene.records.release),
    )
    why = t("badge-mixed-why" if scene.evidence == "all" else "badge-documented-why")
    names = reader.join([scene.group_names[code] for code in scene.several])
    notes = tuple(one for one in (names, why) if one)
    return Slide("title", title=t("story-title"), subtitle=scene.name, bullets=lines, notes=notes)


def where_we_are(scene: Scene) -> Slide:
    """Return the sentence and the key figures; of a period what changed, and each figure then and now."""
    told = _province(scene) if scene.level == "province" else _groups(scene)
    return period.where_it_went(scene, told) if scene.period else told


def _province(scene: Scene) -> Slide:
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


def _groups(scene: Scene) -> Slide:
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
        then=None if pd.isna(row["change"]) else n - int(row["change"]),
    )


def _trend(row: Mapping[Any, Any], scene: Scene) -> str:
    if pd.isna(row["change"]):
        return ""
    change, since = int(row["change"]), scene.reader.date(row["since"])
    if change == 0:
        return scene.reader.t("key-unchanged", since=since)
    return scene.reader.t("key-changed", sign="▲" if change > 0 else "▼", n=abs(change), since=since)
