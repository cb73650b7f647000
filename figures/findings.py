"""What an area frame says, in a sentence: the titles, subtitles and alternative texts of maps and rankings."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

import pandas as pd

from figures import classes, words
from locales import Reader, thai_key
from measures.catalogue import GROUP_ONLY, MeasureSpec
from measures.selection import Selection

MOST_PARTS = 2  # a title with three findings has none


@dataclass(frozen=True)
class Finding:
    """The words of a figure: title (the finding), subtitle (what, unit, when) and alt (a sentence)."""

    title: str
    subtitle: str
    alt: str


@dataclass(frozen=True)
class Tally:
    """Areas inside the filter, split into the three kinds of answer; their sum is `of`."""

    reached: int
    missing: int
    unknown: int

    @property
    def of(self) -> int:
        """Return the denominator: areas to which the measure applies."""
        return self.reached + self.missing + self.unknown


def of(frame: pd.DataFrame, spec: MeasureSpec, selection: Selection, reader: Reader) -> Finding:
    """Return the finding of an area frame, counted over the areas inside the filter only."""
    inside = frame[frame["in_filter"]]
    if is_change(spec):
        return _change(inside, spec, selection, reader)
    shared = classes.is_share(spec, selection.level)
    title = groups_title(inside, spec, reader) if shared else areas_title(inside, spec, selection, reader)
    return Finding(
        title, subtitle(frame, spec, selection, reader), _alt(inside, spec, selection, title, reader)
    )


def is_change(spec: MeasureSpec) -> bool:
    """Say whether a spec is about the difference between two days (`catalogue.change_spec`)."""
    return spec.kind == "diverging" or "gained" in spec.states


def _change(inside: pd.DataFrame, spec: MeasureSpec, selection: Selection, reader: Reader) -> Finding:
    """Return the finding of `measures.values.change_since`: how many went up, how many down, and what is still missing."""
    since = inside["since"].dropna()
    then = reader.date(since.iloc[0].date()) if len(since) else ""
    day = reader.date(selection.asof)
    what = reader.t("figures-change-subtitle", what=measure_name(spec, reader), since=then, date=day)
    title = _change_title(inside, spec, selection.level, reader)
    return Finding(title, what, f"{what}: {title}")


def _change_title(inside: pd.DataFrame, spec: MeasureSpec, level: str, reader: Reader) -> str:
    states = Counter(inside["state"])
    unknown, of = states["not_reported"], len(inside) - states["not_applicable"]
    if not of:
        return reader.t("figures-title-not-applicable")
    if unknown == of:
        return _all_unknown(inside, level, reader)
    up = states["gained"] + int((inside["value"] > 0).sum())
    down = states["lost"] + int((inside["value"] < 0).sum())

    def said(way: str, n: int) -> str:
        own = f"figures-change-{way}-{spec.code}"
        known = spec.kind == "categorical" and reader.has(own)
        return reader.t(own if known else f"figures-change-{way}", n=n, level=level)

    parts = [said(way, n) for way, n in (("up", up), ("down", down)) if n]
    parts = parts or [reader.t("figures-change-nothing")]
    if len(parts) < MOST_PARTS and states["still_missing"]:
        parts.append(reader.t("figures-change-still", n=states["still_missing"]))
    elif len(parts) < MOST_PARTS and unknown:
        parts.append(reader.t("figures-title-unknown-rest", n=unknown, level=level))
    return reader.t("figures-title-joint").join(parts)


def tally(inside: pd.DataFrame, spec: MeasureSpec, level: str) -> Tally:
    """Return how many areas are reached, missing and unknown; "not applicable" counts nowhere."""
    counts = Counter(inside["state"])
    unknown, outside = counts["not_reported"] + counts[GROUP_ONLY], counts["not_applicable"]
    if spec.kind == "categorical" and level == "province":
        reached = sum(counts[state] for state in spec.reached)
    else:
        reached = int((inside["value"] > 0).sum())
    return Tally(reached, len(inside) - reached - unknown - outside, unknown)


def areas_title(inside: pd.DataFrame, spec: MeasureSpec, selection: Selection, reader: Reader) -> str:
    """Return the title of a map: who leads, who is missing, of whom nothing is known."""
    count, level = tally(inside, spec, selection.level), selection.level
    if count.of == 0:
        return reader.t("figures-title-not-applicable")
    if count.of == count.unknown:
        return _all_unknown(inside, level, reader)
    parts = []
    if spec.kind != "categorical" and count.reached and not (spec.least_first and count.missing):
        parts.append(_leader(inside, spec, level, reader))
    if count.missing:
        parts.append(reader.t(f"figures-gap-{spec.code}", n=count.missing, level=level))
    elif spec.kind == "categorical":
        kind = "some" if count.unknown else "all"
        parts.append(reader.t(f"figures-{kind}-{spec.code}", n=count.reached))
    if elsewhere := int(inside["state"].eq(GROUP_ONLY).sum()):
        parts.append(reader.t("figures-title-group-only", n=elsewhere))
    elif count.unknown and len(parts) < MOST_PARTS:
        parts.append(reader.t("figures-title-unknown-rest", n=count.unknown, level=level))
    return reader.t("figures-title-joint").join(parts)


def _unsaid(inside: pd.DataFrame) -> bool:
    """Say whether all that is unknown is so because documents do not say it."""
    return bool(inside.loc[inside["state"].eq("not_reported"), "reason"].eq("documents_do_not_say").all())


def _all_unknown(inside: pd.DataFrame, level: str, reader: Reader) -> str:
    """Return what is said where no area has an answer: what is missing, where that is known."""
    if inside.loc[inside["state"].eq("not_reported"), "reason"].eq("no_population").any():
        return reader.t("figures-title-no-population")
    return reader.t("figures-title-unsaid" if _unsaid(inside) else "figures-title-unknown", level=level)


def _leader(inside: pd.DataFrame, spec: MeasureSpec, level: str, reader: Reader) -> str:
    top = inside["value"].max()
    first = inside[inside["value"] == top]
    amount = words.amount(top, spec, reader)
    if len(first) == 1:
        return reader.t("figures-title-top", name=reader.pick(first.iloc[0], "name"), amount=amount)
    return reader.t("figures-title-top-tie", n=len(first), amount=amount, level=level)


def groups_title(inside: pd.DataFrame, spec: MeasureSpec, reader: Reader) -> str:
    """Return the title of a count within groups: how many are complete, how many lack more than half."""
    applies = inside[inside["state"] != "not_applicable"]
    if applies.empty:
        return reader.t("figures-title-not-applicable")
    known = applies[applies["value"].notna() & (applies["reason"] != "partly_reported")]
    unknown = len(applies) - len(known)
    share = known["value"] / known["of"]
    full, short = int((share == 1).sum()), int((share < 0.5).sum())
    if (applies["state"] == "not_reported").all():
        return reader.t("figures-title-unknown", level="group")
    if unknown == len(applies):
        return reader.t("figures-groups-unknown", n=unknown)
    if full == len(applies):
        return reader.t(f"figures-groups-all-{spec.code}", n=full)
    parts = [
        reader.t(f"figures-groups-full-{spec.code}", n=full) if full else reader.t("figures-groups-none-full")
    ]
    if short:
        parts.append(reader.t("figures-groups-short", n=short))
    elif unknown:
        parts.append(reader.t("figures-groups-unknown-rest", n=unknown))
    elif full:
        parts.append(reader.t("figures-groups-rest", n=len(known) - full))
    return reader.t("figures-title-joint").join(parts)


def subtitle(frame: pd.DataFrame, spec: MeasureSpec, selection: Selection, reader: Reader) -> str:
    """Return what is shown, in which unit, as of when, and whether only a part of the country counts."""
    shared = classes.is_share(spec, selection.level)
    unit = reader.t("figures-per-group") if shared else ""
    if not spec.whole:
        unit = words.unit(spec, reader)
    chosen = ""
    if selection.groups:
        chosen = reader.t("figures-only-groups", n=len(selection.groups))
    day = reader.t("figures-as-of", date=reader.date(selection.asof))
    order = reader.t("figures-order-to-collect") if spec.least_first else ""
    return words.dots(
        [f"{measure_name(spec, reader)} {day}", unit, population_years(frame, reader), chosen, order]
    )


def population_years(frame: pd.DataFrame, reader: Reader) -> str:
    """Return by the population of which years a rate is, "" for what is no rate or has no value."""
    years = frame["people_year"].dropna() if "people_year" in frame else pd.Series([], dtype=float)
    if years.empty:
        return ""
    first, last = (reader.year(int(year)) for year in (years.min(), years.max()))
    return reader.t("figures-by-population", years=first if first == last else f"{first}–{last}")


def measure_name(spec: MeasureSpec, reader: Reader) -> str:
    """Return the display name of a measure."""
    return reader.t(f"measure-{spec.code}")


def name_key(name: str, reader: Reader) -> Any:
    """Return the dictionary sort key of a name in the reader's language."""
    return thai_key(name) if reader.lang == "th" else name.casefold()


def _alt(inside: pd.DataFrame, spec: MeasureSpec, selection: Selection, title: str, reader: Reader) -> str:
    sentences = [title]
    level = selection.level
    if spec.kind == "categorical" and level == "province":
        counts = Counter(inside["state"])
        said = [
            reader.t("figures-alt-count", label=classes.state_label(spec, state, reader), n=counts[state])
            for state in spec.states
            if counts[state]
        ]
        sentences.append(
            reader.t("figures-alt-counts", what=measure_name(spec, reader), counts=reader.join(said))
        )
        gaps = inside[~inside["state"].isin([*spec.reached, "not_reported", "not_applicable"])]
    else:
        gaps = inside[inside["state"] == "none"]
        if classes.is_share(spec, level):
            # where some provinces do not report, nobody knows that the group lacks any
            gaps = inside[(inside["value"] < inside["of"]) & (inside["reason"] != "partly_reported")]
    if len(gaps):
        names = reader.sorted([reader.pick(row, "name") for row in gaps.to_dict("records")])
        sentences.append(reader.t("figures-alt-missing", names=words.some_of(names, reader)))
    day = reader.t("figures-as-of", date=reader.date(selection.asof))
    return f"{reader.t('figures-alt-dated', date=day)} {reader.t('figures-sentence-joint').join(sentences)}".strip()
