"""A server whose pages fail, with the dashboard's own log and messages around them."""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))

import streamlit as st  # noqa: E402

from shell import faulty, logs, server, watching  # noqa: E402

logs.start()
watching.start()
app = st.App(
    HERE / "main.py",
    middleware=server.middleware(),
    routes=server.routes(HERE.parents[1] / "static"),
    on_script_error=faulty.on_script_error,
)
