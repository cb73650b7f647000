"""The slide that compares: what differs most, the shares as a picture, every measure as a table."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pandas as pd

from exports.story import cells
from exports.story.parts import Chart, Series, Slide, Table
from exports.story.scene import Scene, documented
from exports.story.scene import sources as sources_of
from figures import words
from figures.compare import words as compare_words
from figures.tokens import tokens
from measures import compare
from measures.catalogue import SPECS
from measures.evidence import needs_mark
from measures.selection import Selection

RATES = ("coverage", "attendance", "plan")


def comparison(scene: Scene) -> Slide:
    """Return the scope beside its group and the country; the country beside itself on the earlier day,
    and whatever a period is told of beside itself on its first day."""
    told = compared(scene, *_sides(scene))
    return replace(told, subtitle=scene.spanned(scene.reader.t("nav-compare"))) if scene.period else told


def compared(scene: Scene, sides: list[Selection], names: list[str]) -> Slide:
    """Return these sides beside each other: what differs most, the shares as a picture, every measure as a table."""
    t = scene.reader.t
    frame = compare.table(scene.records, sides)
    # What the title names is what the picture shows: the measures that are charted, not any of them.
    main = compare.main_difference(scene.records, sides, frame[frame["measure"].isin(RATES)])
    return Slide(
        "comparison",
        title=_main_words(main, names, scene),
        subtitle=words.dots(
            [
                t("story-comparison", names=" / ".join(names)),
                t("figures-as-of", date=scene.reader.date(scene.asof)),
            ]
        ),
        chart=_rates_chart(frame, names, scene),
        table=_rate_table(frame, names, scene),
        notes=(t("story-comparison-rule"),),
        documented=documented(frame),
        sources=sources_of(frame),
    )


def _sides(scene: Scene) -> tuple[list[Selection], list[str]]:
    t, whole = scene.reader.t, scene.at.but(area=None)
    nation, day = t("story-scope-nation"), scene.reader.date
    if scene.period and not scene.several and scene.was_there:
        return [scene.at, scene.at.but(asof=scene.since)], [day(scene.asof), day(scene.since)]
    if scene.several:
        sides = [whole.but(area=code) for code in scene.several]
        rest = [whole] if len(sides) < compare.MOST else []
        named = [scene.group_names[code] for code in scene.several]
        return [*sides, *rest], [*named, *([nation] if rest else [])]
    if scene.level == "country":
        return [whole, whole.but(asof=scene.since)], [day(scene.asof), day(scene.since)]
    if scene.level == "group" or not scene.area.group_code:
        return [scene.at, whole], [scene.name, nation]
    group = whole.but(area=scene.area.group_code)
    return [scene.at, group, whole], [scene.name, scene.group_name, nation]


def _main_words(main: compare.MainDifference, names: list[str], scene: Scene) -> str:
    t, reader = scene.reader.t, scene.reader
    if main.state != "value":
        return t("compare-same" if main.state == "same" else "compare-not-comparable")
    spec = SPECS[main.measure]

    def rate(value: float) -> str:
        if spec.kind == "categorical":
            return reader.t("story-pct", n=reader.number(value * 100))
        return (
            reader.million_baht(value)
            if spec.unit == "baht"
            else f"{reader.number(value, 1)} {compare_words.unit(spec, reader)}"
        )

    message = "story-compare-share" if spec.kind == "categorical" else "story-compare-rate"
    return t(message, **{"measure": compare_words.name(main.measure, reader), "high": names[main.high],
                         "high-rate": rate(main.high_rate), "low": names[main.low],
                         "low-rate": rate(main.low_rate)})  # fmt: skip


def _rates_chart(frame: pd.DataFrame, names: list[str], scene: Scene) -> Chart | None:
    """Return the shares of provinces reached, in percent, one series per side; a share not known is left out."""
    t, sheet = scene.reader.t, tokens(scene.reader)
    rows = frame[frame["measure"].isin(RATES)]
    if rows["rate"].isna().all():
        return None
    colours = (sheet.reached, sheet.partly, sheet.not_reported_line, sheet.missing)
    series = []
    for side, name in enumerate(names):
        own = rows[rows["side"] == side].set_index("measure")["rate"].reindex(RATES)
        shares = tuple(None if pd.isna(rate) else round(float(rate) * 100, 4) for rate in own)
        series.append(Series(name, shares, colours[side]))
    labels = tuple(t(f"measure-{measure}") for measure in RATES)
    heading = t("story-chart-rates")
    said = [
        f"{label} " + ", ".join(f"{s.name} {_pct(s.values[i], scene)}" for s in series)
        for i, label in enumerate(labels)
    ]
    return Chart(
        "bars", heading, labels, tuple(series), t("figures-percent"), f"{heading}: {'; '.join(said)}", "0"
    )


def _pct(value: float | None, scene: Scene) -> str:
    return scene.reader.t("key-not-reported") if value is None else scene.reader.t(
        "story-pct", n=scene.reader.number(value))  # fmt: skip


def _rate_table(frame: pd.DataFrame, names: list[str], scene: Scene) -> Table | None:
    t = scene.reader.t
    made, marks = [], []
    for measure, part in frame.groupby("measure", sort=False):
        unit = compare_words.unit(SPECS[str(measure)], scene.reader)
        row: dict[str, cells.Cell | str] = {
            t("area-column-measure"): f"{compare_words.name(str(measure), scene.reader)} ({unit})"
        }
        for side in part.to_dict("records"):
            name = names[side["side"]]
            row[name] = _value(side, str(measure), scene)
            if SPECS[str(measure)].kind == "categorical":
                row[t("story-column-share", name=name)] = _share(side, scene)
            else:
                row[t("story-column-share", name=name)] = _per_province(side, str(measure), scene)
        made.append(row)
        marks.append(bool(part["evidence"].map(needs_mark).any()))
    count = 2 * len(names)
    return cells.table(t("nav-compare"), made, marks, (0.28, *([0.72 / count] * count)))


def _value(side: Mapping[Any, Any], measure: str, scene: Scene) -> cells.Cell:
    if pd.isna(side["value"]):
        return scene.reader.t("figures-state-" + str(side["state"]).replace("_", "-")), None
    if SPECS[measure].unit == "baht":
        return cells.baht(side["value"], scene.reader)
    return cells.number(side["value"], scene.reader)


def _share(side: Mapping[Any, Any], scene: Scene) -> cells.Cell:
    if pd.isna(side["rate"]):
        return "", None
    out_of = words.out_of(side["value"], side["of"], scene.reader)
    return f"{out_of} ({scene.reader.t('story-pct', n=scene.reader.number(side['rate'] * 100))})", float(
        side["rate"]
    )


def _per_province(side: Mapping[Any, Any], measure: str, scene: Scene) -> cells.Cell:
    if pd.isna(side["rate"]):
        return "", None
    money = SPECS[measure].unit == "baht"
    kept = float(side["rate"]) / (1e6 if money else 1)
    return scene.reader.t("story-per-province", n=scene.reader.number(kept, 2 if money else 1)), kept
