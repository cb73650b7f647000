"""What the server adds around Streamlit: what every request passes, and the routes of our own."""

from pathlib import Path

from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.routing import BaseRoute, Mount, Route

from server import guide, health, media, metrics
from server.dialogs import NoDialogs
from server.first_page import FirstPage
from server.headers import CachedStatic, SecurityHeaders, allowed_hosts, icon, stage_script
from server.media import OwnMedia
from server.packed import Packed
from server.uploads import BoundedUploads


def middleware() -> list[Middleware]:
    """Return what every request passes, in this order."""
    media.ready()
    return [
        Middleware(SecurityHeaders),
        Middleware(TrustedHostMiddleware, allowed_hosts=allowed_hosts(), www_redirect=False),
        Middleware(metrics.Private),
        Middleware(NoDialogs),
        Middleware(OwnMedia),
        Middleware(BoundedUploads),
        Middleware(Packed),
        Middleware(FirstPage),
    ]


def routes(static: Path) -> list[BaseRoute]:
    """Return the routes of our own. static: the folder that anybody may fetch from."""
    return [
        Route("/favicon.png", icon),
        Route("/guide", guide.page),
        Route("/api/health", health.alive),
        Route("/api/ready", health.ready),
        Route("/api/version", health.version),
        Route("/api/metrics", metrics.answer),
        Route("/app/static/stage.{hash}.js", stage_script),
        Mount("/app/static", CachedStatic(directory=static)),
    ]
