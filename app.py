"""The server: Streamlit's app object with our static files, health routes and security headers.

Start it with `make run`, or `streamlit run app.py` where the requirements are installed. The main script is
`shell/main.py`: it must not lie beside `pages/`, where Streamlit would serve each page without the shell.
"""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
if str(HERE) not in sys.path:  # the main script lies one folder down, our packages lie here
    sys.path.insert(0, str(HERE))

import streamlit as st  # noqa: E402
from starlette.middleware import Middleware  # noqa: E402
from starlette.middleware.trustedhost import TrustedHostMiddleware  # noqa: E402
from starlette.routing import Mount, Route  # noqa: E402

from shell import server, warm, wire  # noqa: E402
from shell.first_page import FirstPage  # noqa: E402
from shell.packed import Packed  # noqa: E402

wire.widen()
app = st.App(
    HERE / "shell" / "main.py",
    lifespan=warm.lifespan,
    middleware=[
        Middleware(server.SecurityHeaders),
        Middleware(TrustedHostMiddleware, allowed_hosts=server.allowed_hosts(), www_redirect=False),
        Middleware(Packed),
        Middleware(FirstPage),
    ],
    routes=[
        Route("/favicon.png", server.icon),
        Route("/api/health", server.health),
        Route("/api/version", server.version),
        Mount("/app/static", server.CachedStatic(directory=HERE / "static")),
    ],
    on_script_error=server.on_script_error,
)
