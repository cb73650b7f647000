"""The server: Streamlit's app object with our static files, health routes and security headers.

Start it with `make run`, or `streamlit run app.py` where the requirements are installed. The main script is
`server/main.py`: it must not lie beside `pages/`, where Streamlit would serve each page without the shell.
"""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
if str(HERE) not in sys.path:  # the main script lies one folder down, our packages lie here
    sys.path.insert(0, str(HERE))

import streamlit as st  # noqa: E402

from api import routes as api_routes  # noqa: E402
from api.house import House  # noqa: E402
from server import faulty, logs, routes, warm, watching, wire  # noqa: E402
from shell import context, identity  # noqa: E402

logs.start()
watching.start()
wire.ready()
app = st.App(
    HERE / "server" / "main.py",
    lifespan=warm.lifespan,
    middleware=routes.middleware(),
    routes=[
        *routes.routes(HERE / "static"),
        *api_routes.routes(House(context.everything, context.store, identity.rules, context.as_published)),
    ],
    on_script_error=faulty.on_script_error,
)
