"""Tiny frames for figure builders, in the shape the measures promise, and two hand-made boundary layers."""

from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from figures.figure import Figure
from geo.boundaries import Layer
from locales import Reader

TH = Reader("th", "be")
EN = Reader("en", "ce")
DARK = Reader("th", "be", dark=True)
NAMES = {
    "10": ("กรุงเทพมหานคร", "Bangkok", ""),
    "38": ("บึงกาฬ", "Bueng Kan", "ne"),
    "41": ("อุดรธานี", "Udon Thani", "ne"),
    "42": ("เลย", "Loei", "ne"),
    "50": ("เชียงใหม่", "Chiang Mai", "north"),
    "52": ("ลำปาง", "Lampang", "north"),
}
GROUPS = {"ne": ("อีสานตอนบน", "Upper Northeast"), "north": ("เหนือตอนบน", "Upper North")}


def layer(level: str = "province", codes: tuple[str, ...] = tuple(NAMES), scheme: str | None = None) -> Layer:
    """Return a boundary layer that exists on paper only."""
    return Layer(
        url=f"app/static/geo/{level}.geojson",
        path=Path("nowhere.geojson"),
        feature_key="properties.code",
        codes=codes,
        sha256="",
        level=level,
        detail="overview",
        scheme=scheme,
        valid_from=None,
        valid_to=None,
    )


GROUP_LAYER = layer("group", ("ne", "north"), scheme="2551")


def provinces(**states: Any) -> pd.DataFrame:
    """Return a province frame: `p38="covered"` sets a state, `p38=7.0` a value."""
    rows = []
    for code, (name_th, name_en, group_code) in NAMES.items():
        given = states.get(f"p{code}", "not_applicable" if code == "10" else "not_reported")
        is_number = isinstance(given, int | float)
        state = ("value" if given else "none") if is_number else given
        gap = state in ("not_reported", "not_applicable")
        rows.append(
            {
                "area_code": code,
                "name_th": name_th,
                "name_en": name_en,
                "group_code": group_code,
                "state": state,
                "value": float(given) if is_number else float("nan"),
                "of": float("nan"),
                "since": pd.Timestamp("2010-03-01") if state == "covered" else pd.NaT,
                "reason": "no_network_institution" if state == "uncovered" else "",
                "in_filter": True,
                "evidence": "" if gap else "documented" if code == "50" else "illustrative",
                "source_id": "" if gap else "seed-003" if code == "50" else "sample",
            }
        )
    return pd.DataFrame(rows)


def groups(**counts: tuple[float, float] | str) -> pd.DataFrame:
    """Return a group frame: `ne=(1, 3)` is 1 of 3, `ne="not_reported"` a gap."""
    rows = []
    for code, (name_th, name_en) in GROUPS.items():
        given = counts[code]
        value, of = given if isinstance(given, tuple) else (float("nan"), float("nan"))
        rows.append(
            {
                "area_code": code,
                "name_th": name_th,
                "name_en": name_en,
                "group_code": code,
                "state": given if isinstance(given, str) else ("value" if value else "none"),
                "value": float(value),
                "of": float(of),
                "since": pd.NaT,
                "reason": "",
                "in_filter": True,
                "evidence": "illustrative",
                "source_id": "sample",
            }
        )
    return pd.DataFrame(rows)


PHASES = pd.DataFrame(
    {
        "phase_code": ["phase-1", "phase-2"],
        "name_th": ["ระยะที่ 1", "ระยะที่ 2"],
        "name_en": ["Phase 1", "Phase 2"],
        "start_date": pd.to_datetime(["2003-10-01", "2007-10-01"]),
        "end_date": pd.to_datetime(["2007-09-30", "2011-09-30"]),
    }
)


def event(event_id: str, start: str, track: str = "law", **more: Any) -> dict[str, Any]:
    """Return one row of a timeline frame."""
    end = more.pop("end", None)
    row = {
        "event_id": event_id,
        "track": track,
        "kind": {"law": "law", "workshop": "workshop", "mou": "mou"}.get(track, "programme"),
        "start": pd.Timestamp(start),
        "end": pd.Timestamp(end) if end else pd.NaT,
        "precision": "day",
        "title_th": f"เรื่อง {event_id}",
        "title_en": f"About {event_id}",
        "phase_code": "",
        "group_code": "",
        "evidence": "documented",
        "source_id": "seed-000",
    }
    return row | more


def progress(rows: list[tuple[str, str, str, str, int | None, int | None]]) -> pd.DataFrame:
    """Return a frame of `measures.phases.progress`: group, phase, step, state, reached, of."""
    made = [
        {
            "group_code": group,
            "name_th": GROUPS[group][0],
            "name_en": GROUPS[group][1],
            "phase_code": phase,
            "step_code": step,
            "state": state,
            "reached_count": reached,
            "of_count": of,
            "reached_on": pd.NaT,
            "in_filter": True,
            "evidence": "" if state.startswith("not_re") else "illustrative",
            "source_ids": "",
        }
        for group, phase, step, state, reached, of in rows
    ]
    return pd.DataFrame(made).astype({"reached_count": "Int64", "of_count": "Int64"})


def whole(figure: Figure) -> None:
    """Fail unless a figure says everything a figure must say."""
    assert figure.name
    assert figure.name == figure.name.lower()
    assert " " not in figure.name
    for text in (figure.title, figure.subtitle, figure.alt):
        assert text
        assert text == text.strip()
    assert len(figure.alt) > len(figure.name)
    assert len(figure.table.columns) >= 2
    assert figure.table.columns.is_unique
    assert not figure.table.isna().any().any()
    assert figure.plot.layout.height > 0


DAY = date(2011, 5, 26)
