"""A server whose pages fail, with the dashboard's own log and messages around them."""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))

import streamlit as st  # noqa: E402

from server import faulty, logs, routes, watching  # noqa: E402

logs.start()
watching.start()
app = st.App(
    HERE / "main.py",
    middleware=routes.middleware(),
    routes=routes.routes(HERE.parents[1] / "static"),
    on_script_error=faulty.on_script_error,
)
