"""The guide for readers at /guide: one page a language, light enough for a phone on a slow line, printable.

It needs no session and no script. Its words are locales/<lang>/guide.md, its pictures static/guide/, which
`make screenshots` takes anew.
"""

import re
from functools import cache
from html import escape
from pathlib import Path

from markdown_it import MarkdownIt
from starlette.requests import Request
from starlette.responses import HTMLResponse

from figures.tokens import tokens
from locales import LANGUAGES, Reader

ROOT = Path(__file__).resolve().parents[1]
HEADING = re.compile(r"<h2>(.+?) \{#([a-z]+)\}</h2>")
STYLE = """
@font-face { font-family: "IBM Plex Sans Thai"; unicode-range: U+0E00-0E7F;
  src: url("app/static/fonts/ibm-plex-sans-thai-thai-400-normal.woff2"); }
@font-face { font-family: "IBM Plex Sans Thai"; unicode-range: U+0020-024F, U+2000-206F;
  src: url("app/static/fonts/ibm-plex-sans-thai-latin-400-normal.woff2"); }
body { max-width: 46rem; margin: 0 auto; padding: 1rem 1.2rem 4rem; font: 16px/1.7 "IBM Plex Sans Thai", sans-serif;
  color: INK; background: PAPER; }
a { color: ACCENT; } h1 { line-height: 1.3; } h2 { margin-top: 2.5rem; border-top: 1px solid RULE; padding-top: 1rem; }
img { max-width: 100%; border: 1px solid RULE; } code { font-size: .9em; }
nav { display: flex; justify-content: space-between; }
@media print { nav { display: none; } h2 { break-before: page; } img { max-height: 12cm; } }
"""


async def page(request: Request) -> HTMLResponse:
    """Answer with the guide in the language of `lang`; Thai where none of ours is asked for."""
    lang = request.query_params.get("lang", "th")
    return HTMLResponse(written(lang if lang in LANGUAGES else "th"), headers={"Cache-Control": "no-cache"})


@cache
def written(lang: str) -> str:
    """Return the guide as one HTML document."""
    reader, other = Reader(lang), next(one for one in LANGUAGES if one != lang)
    text = (ROOT / "locales" / lang / "guide.md").read_text(encoding="utf-8")
    body = HEADING.sub(r'<h2 id="\2">\1</h2>', MarkdownIt("commonmark").render(text))
    sheet, style = tokens(reader), STYLE
    for word, colour in (
        ("INK", sheet.ink),
        ("PAPER", sheet.paper),
        ("ACCENT", sheet.accent),
        ("RULE", sheet.rule),
    ):
        style = style.replace(word, colour)
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(reader.t('guide-name'))} · {escape(reader.t('shell-product'))}</title><style>{style}</style></head>"
        f'<body><nav><a href="./?lang={lang}">{escape(reader.t("guide-back"))}</a>'
        f'<a href="guide?lang={other}" lang="{other}">{escape(Reader(other).t("guide-name"))}</a></nav>'
        f"<main>{body}</main></body></html>"
    )
