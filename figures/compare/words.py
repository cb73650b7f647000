"""What a comparison says of a measure: counts, rates and differences in words, and the table of all of them."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from figures import classes, words
from locales import Reader
from measures.catalogue import NO_VALUE, SPECS, MeasureSpec


def name(measure: str, reader: Reader) -> str:
    """Return what a measure is called beside others: of several provinces attendances are added up, not workshops."""
    own = f"compare-measure-{measure}"
    return reader.t(own if reader.has(own) else f"measure-{measure}")


def unit(spec: MeasureSpec, reader: Reader) -> str:
    """Return the unit of a measure's amounts beside others."""
    own = f"compare-count-unit-{spec.code}"
    return reader.t(own) if reader.has(own) else words.unit(spec, reader)


def amount(value: float, spec: MeasureSpec, reader: Reader) -> str:
    """Return an amount with its unit: "12 โครงการ", "8.2 ล้านบาท"; a difference with its sign."""
    return f"{words.bare_amount(value, spec, reader)} {unit(spec, reader)}"


def count_text(row: Mapping[Any, Any], reader: Reader) -> str:
    """Return a count of `measures.compare`: "3 จาก 4 จังหวัด", a province's own state, "12 โครงการ", "7.4 ล้านบาท"."""
    spec = SPECS[row["measure"]]
    if row["state"] in NO_VALUE:
        return classes.state_label(spec, row["state"], reader)
    if spec.kind == "categorical":
        if row["of"] == 1:
            return reader.t(f"compare-{'yes' if row['value'] else 'no'}-{spec.code}")
        return reader.t("compare-provinces", n=int(row["value"]), of=int(row["of"]))
    return amount(row["value"], spec, reader)


def rate_text(row: Mapping[Any, Any], reader: Reader) -> str:
    """Return a rate: "75%", "3.25 โครงการต่อจังหวัด", "7.4 ล้านบาทต่อจังหวัด"; "" where it is not known."""
    if row["state"] in NO_VALUE or pd.isna(row["rate"]):
        return ""
    spec = SPECS[row["measure"]]
    if spec.kind == "categorical":
        return f"{reader.number(row['rate'] * 100)}%"
    return reader.t("compare-per-province", amount=_amount(row["rate"], spec, reader))


def difference_text(row: Mapping[Any, Any], reader: Reader) -> tuple[str, str]:
    """Return the difference to the first side as a count and as a rate; ("", "") where it is not known."""
    if pd.isna(row["difference"]) or pd.isna(row["rate_difference"]):
        return "", ""
    spec = SPECS[row["measure"]]
    if spec.kind == "categorical":
        points = reader.t("compare-points", n=_signed(reader.number(row["rate_difference"] * 100)))
        signed = _signed(reader.number(row["difference"]))
        return reader.t("compare-by-provinces", n=abs(int(row["difference"])), signed=signed), points
    rate = reader.t("compare-per-province", amount=_signed(_amount(row["rate_difference"], spec, reader)))
    return _signed(amount(row["difference"], spec, reader)), rate


def _amount(value: float, spec: MeasureSpec, reader: Reader) -> str:
    """Return an amount per province: baht in million, counts with up to two decimals."""
    if spec.unit == "baht":
        return amount(value, spec, reader)
    plain = reader.number(value, 2).rstrip("0").rstrip(".")
    return f"{plain} {unit(spec, reader)}"


def _signed(text: str) -> str:
    """Return a number with its sign, a true minus; without one where it is rounded to nothing."""
    bare = text.removeprefix("-").removeprefix("−")
    if not re.search(r"[1-9]", bare):
        return bare
    return f"+{text}" if bare == text else f"−{bare}"


def table(frame: pd.DataFrame, labels: Sequence[str], reader: Reader) -> pd.DataFrame:
    """Return all measures as one row each: count, rate and differences of every side, for a spreadsheet."""
    t, rows = reader.t, []
    for measure, own in frame.groupby("measure", sort=False):
        row = {t("area-column-measure"): name(str(measure), reader)}
        for one in own.to_dict("records"):
            label = labels[one["side"]]
            row[f"{label} · {t('compare-column-count')}"] = count_text(one, reader)
            row[f"{label} · {t('compare-column-rate')}"] = rate_text(one, reader)
            if one["side"]:
                count, rate = difference_text(one, reader)
                row[f"{label} · {t('compare-column-difference')}"] = words.dots([count, rate])
        rows.append(row)
    return pd.DataFrame(rows)
