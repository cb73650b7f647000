"""Numbers, lists and references as figures say them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from figures.evidence import word
from locales import Reader
from locales.publishers import publisher
from measures.catalogue import GROUP_ONLY, MeasureSpec
from measures.evidence import documented_share, join_sources

SHOWN_NAMES = 6  # more names than this make a sentence that nobody hears to its end


def out_of(value: float, of: float, reader: Reader) -> str:
    """Return a count with its denominator: "61 จาก 76", "61 of 76"."""
    return reader.t("figures-out-of", value=reader.number(value), of=reader.number(of))


def some_of(names: Sequence[str], reader: Reader) -> str:
    """Return names as a list, the first six of them and how many more where they are many."""
    if len(names) <= SHOWN_NAMES:
        return reader.join(names)
    shown = (" " if reader.lang == "th" else ", ").join(names[:SHOWN_NAMES])
    return reader.t("figures-and-more", names=shown, more=len(names) - SHOWN_NAMES)


def sources_of(frame: pd.DataFrame) -> tuple[str, ...]:
    """Return the documents behind a frame, in order of first use; illustrative rows have none."""
    return tuple(source for source in join_sources(frame["source_id"]).split() if source != "sample")


def share_of(frame: pd.DataFrame) -> float | None:
    """Return the share (0 to 1) of rows with evidence that a document states."""
    return documented_share(frame)


def evidence_label(evidence: str, reader: Reader) -> str:
    """Return "มีเอกสาร", "มีเอกสารบางส่วน" or "สมมติ" for the table twin, "" where no row stands behind a value."""
    return word(evidence, reader)


def day_label(day: pd.Timestamp | None, reader: Reader) -> str:
    """Return a day for the table twin, "" where it is not known."""
    return "" if day is None or pd.isna(day) else reader.date(day.date())


def dots(parts: Iterable[str]) -> str:
    """Join the parts of a subtitle that are not empty: "ผู้แทน · ณ 26 พ.ค. 2554"."""
    return " · ".join(part for part in parts if part)


def document(row: Mapping[Any, Any], reader: Reader) -> str:
    """Return a source as a line below a figure has it: who published it (its title where nobody is named), and when."""
    day = row["published_on"]
    when = "" if pd.isna(day) else f" ({reader.date(day, row['date_precision'] or 'day')})"
    return (publisher(row["publisher"], reader.lang) or reader.pick(row, "title")) + when


def reason(code: str, reader: Reader) -> str:
    """Return why something is not there, "" for no code."""
    return reader.t(f"reason-{code}") if code else ""


def why(row: Mapping[Any, Any], reader: Reader) -> str:
    """Return why an area stands as it does, "" where nothing needs a reason; with the provinces that a rate lacks."""
    text = reason(row["reason"], reader)
    lacking = row.get(f"lacking_{reader.lang}", "")
    return f"{text}: {lacking}" if text and isinstance(lacking, str) and lacking else text


def people(row: Mapping[Any, Any], reader: Reader) -> str:
    """Return the people that a rate is divided by, with their year; "" for what is no rate."""
    if pd.isna(row.get("people", float("nan"))):
        return ""
    return f"{reader.number(row['people'])} ({reader.year(int(row['people_year']))})"


def standing(row: Mapping[Any, Any], reader: Reader) -> str:
    """Return why an area stands as it does and since when, "" where neither is known."""
    since = "" if pd.isna(row["since"]) else reader.t("area-since", date=reader.date(row["since"]))
    return dots([why(row, reader), since])


def unit(spec: MeasureSpec, reader: Reader) -> str:
    """Return the unit of a measure's amounts as text."""
    million = spec.unit == "baht" and not spec.per
    return reader.t("figures-unit-million" if million else f"measure-{spec.code}-unit")


def silence(state: str, spec: MeasureSpec, reader: Reader) -> str:
    """Return what is said where there is no value: not due, only projects of its group known, or not reported."""
    own = f"measure-{spec.code}-{state}"
    if state == GROUP_ONLY and reader.has(own):
        return reader.t(own)
    return reader.t("key-not-applicable" if state == "not_applicable" else "key-not-reported")


def bare_amount(value: float, spec: MeasureSpec, reader: Reader) -> str:
    """Return an amount without its unit: "12", "8.2" (million baht); a difference with its sign."""
    money = spec.unit == "baht"
    text = reader.number(value / 1e6 if money else value, 2 if spec.per else 1 if money else 0)
    return f"+{text}" if spec.kind == "diverging" and value > 0 else text.replace("-", "−")


def amount(value: float, spec: MeasureSpec, reader: Reader) -> str:
    """Return an amount with its unit: "12 โครงการ", "8.2 ล้านบาท"; a difference with its sign."""
    return f"{bare_amount(value, spec, reader)} {unit(spec, reader)}"
