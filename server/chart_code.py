"""Streamlit's chart code without the kinds of trace that no figure here uses: a third of it, 1 MB less on the line.

The places to cut were found when that version of Streamlit was pinned (`deploy/chart_code.py` says how). They belong to
one content of the file; any other is served as it is.
"""

import hashlib
import json
from functools import cache
from pathlib import Path

import streamlit as st

CUTS = Path(__file__).with_suffix(".json")
STREAMLIT_JS = Path(st.__file__).parent / "static" / "static" / "js"
CHART = "PlotlyChart"


@cache
def chunk() -> str:
    """Return the name of the installed Streamlit's file that holds plotly and the element that draws with it, or ""."""
    return max((path.name for path in STREAMLIT_JS.glob(f"{CHART}.*.js")), default="")


def shortened(source: bytes) -> bytes:
    """Return the chart code without what is never asked for; code of another content as it is."""
    told = _told()
    if hashlib.sha256(source).hexdigest() != told["sha256"]:
        return source
    parts, here = [], 0
    for start, end, text in told["cuts"]:
        parts += [source[here:start], text.encode()]
        here = end
    return b"".join([*parts, source[here:]])


@cache
def _told() -> dict:  # type: ignore[type-arg]
    return dict(json.loads(CUTS.read_text(encoding="utf-8")))
