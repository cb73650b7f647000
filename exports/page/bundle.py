"""What the offline page carries along: fonts, style and script. Nothing is fetched."""

import base64
import json
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parents[1]
ASSETS = HERE / "assets"
FONTS = HERE.parent / "static" / "fonts"
FAMILY = "IBM Plex Sans Thai"  # the name that figures ask for
WEIGHTS = (400, 600)
# The ranges of the two subsets, as their makers cut them.
RANGES = {
    "thai": "U+02D7,U+0303,U+0331,U+0E01-0E5B,U+200C-200D,U+25CC",
    "latin": "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,"
    "U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD",
}


@cache
def font_faces() -> str:
    """Return the style rules that hold the screen typeface itself."""
    rules = []
    for weight in WEIGHTS:
        for subset, reach in RANGES.items():
            content = (FONTS / f"ibm-plex-sans-thai-{subset}-{weight}-normal.woff2").read_bytes()
            held = base64.b64encode(content).decode("ascii")
            rules.append(
                f'@font-face{{font-family:"{FAMILY}";font-weight:{weight};unicode-range:{reach};'
                f'src:url(data:font/woff2;base64,{held}) format("woff2")}}'
            )
    return "".join(rules)


@cache
def asset(name: str) -> str:
    """Return a text of the assets folder."""
    return (ASSETS / name).read_text(encoding="utf-8")


def in_script(value: Any) -> str:
    """Return a value as JSON that can stand inside a script element: no "<" in it, whatever the texts are."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
