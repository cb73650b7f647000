"""The floor: the least that Streamlit needs for a slider and one map, to compare the dashboard with.

Same boundaries by address, same server settings; no shell, no words, no records.
"""

from pathlib import Path

import streamlit as st
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

HERE = Path(__file__).resolve().parent

app = st.App(
    HERE / "bare_page.py", routes=[Mount("/app/static", StaticFiles(directory=HERE.parent / "static"))]
)
