"""A change in words: what it was at the beginning of a period, and is at its end."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from figures import maps
from figures.classes import state_label
from locales import Reader
from measures.catalogue import SPECS, MeasureSpec


def ends(row: Mapping[Any, Any], measure: str, level: str, reader: Reader) -> str:
    """Return both ends of a row of `measures.values.change_since`: "ยังไม่มีผู้แทน → มีผู้แทน", "3 → 5 โครงการ"."""
    then, now = (_end(row, end, SPECS[measure], level, reader) for end in ("then", "now"))
    return reader.t("period-ends", then=then, now=now)


def before(row: Mapping[Any, Any], measure: str, level: str, reader: Reader) -> str:
    """Return the earlier end of a row of `measures.values.change_since`: "ยังไม่มีผู้แทน"."""
    return _end(row, "then", SPECS[measure], level, reader)


def _end(row: Mapping[Any, Any], end: str, spec: MeasureSpec, level: str, reader: Reader) -> str:
    state = str(row[f"state_{end}"])
    if not state:
        return reader.t("figures-state-not-applicable")
    known = {**row, "state": state, "value": row[f"value_{end}"], "of": row[f"of_{end}"]}
    if pd.isna(known["value"]) and state == "value":
        return state_label(spec, "not_reported", reader)
    return maps.value_label(known, spec, level, reader)
