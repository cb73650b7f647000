"""The slides that compare, ask for decisions and name the sources."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from exports.story import cells
from exports.story.parts import Chart, Series, Slide, Table
from exports.story.scene import Scene, documented
from exports.story.scene import sources as sources_of
from figures import words
from figures.compare import words as compare_words
from figures.tokens import tokens
from locales.publishers import publisher
from measures import compare, gaps, overview, workshops
from measures.catalogue import SPECS
from measures.evidence import combined, needs_mark
from measures.selection import Selection

RATES = ("coverage", "attendance", "plan")


def comparison(scene: Scene) -> Slide:
    """Return the scope beside its group and the country; the country beside itself at the end of the year before."""
    return compared(scene, *_sides(scene))


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
    nation = t("story-scope-nation")
    if scene.several:
        sides = [whole.but(area=code) for code in scene.several]
        rest = [whole] if len(sides) < compare.MOST else []
        named = [scene.group_names[code] for code in scene.several]
        return [*sides, *rest], [*named, *([nation] if rest else [])]
    if scene.level == "country":
        day = scene.reader.date
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


def decide(scene: Scene) -> Slide:
    """Return what has to be decided: one line per kind and reason of a gap, most provinces first. Nothing but
    gaps in the data leads to a line; where nobody reports, the line asks for the data."""
    t = scene.reader.t
    selection = scene.own if scene.level != "province" else scene.at
    frame = gaps.listing(scene.records, selection)
    counts = gaps.counts(scene.records, selection).set_index("expectation")["of_count"]
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


def sources(scene: Scene, cited: tuple[str, ...]) -> Slide:
    """Return the documents that the other slides rest on."""
    t, reader = scene.reader.t, scene.reader
    rows = scene.records.sources.set_index("source_id")
    found = rows.loc[[one for one in cited if one in rows.index]].reset_index()
    made = []
    for row in found.to_dict("records"):
        known = pd.notna(row["published_on"])
        made.append({
            t("sources-id"): row["source_id"],
            t("sources-title"): reader.pick(row, "title") or row["note"],
            t("sources-publisher"): publisher(row["publisher"], reader.lang),
            t("sources-date"): reader.date(row["published_on"], row["date_precision"] or "day") if known else "",
            t("sources-confidence"): t(f"confidence-{row['confidence']}") if row["confidence"] else "",
        })  # fmt: skip
    return Slide(
        "sources",
        title=t("story-sources-title", n=len(found)) if len(found) else t("story-sources-none"),
        subtitle=scene.dated(t("nav-sources")),
        table=cells.table(t("sources-documents"), made, [False] * len(made), (0.14, 0.46, 0.22, 0.1, 0.08)),
        bullets=(t("badge-mixed-why" if scene.evidence == "all" else "badge-documented-why"),),
        documented=1.0 if len(found) else None,
        sources=cited,
    )
