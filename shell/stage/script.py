"""The stage's script as one file that a browser fetches once: `/app/static/stage.<hash>.js`."""

import hashlib
from functools import cache
from pathlib import Path

HERE = Path(__file__).resolve().parent
PARTS = ("ways.js", "model.js", "map.js", "legend.js", "day.js", "period.js", "past.js", "rail.js")


@cache
def content() -> str:
    """Return the whole script; it runs once in a page, however often it is asked for."""
    parts = "\n".join(map(part, PARTS))
    return f"if (!window.stiStage) {{\nwindow.stiStage = {{}};\n{parts}\n}}\n"


def part(name: str) -> str:
    """Return one file of it."""
    return (HERE / name).read_text(encoding="utf-8")


@cache
def name() -> str:
    """Return the file's name; another content has another name, so that a browser may keep it for good."""
    return f"stage.{hashlib.sha256(content().encode()).hexdigest()[:12]}.js"


def tag() -> str:
    """Return the element that fetches the script."""
    return f'<script src="app/static/{name()}"></script>'
