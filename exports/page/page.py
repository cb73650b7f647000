"""The offline page: one HTML file with the story in every language given, interactive, that asks for nothing.

The file is complete without its script: every figure is there as a vector picture with its table. The script adds the
choice of language and of light or dark, and puts live plots in place of the pictures where the browser can.
"""

from collections.abc import Sequence
from html import escape
from typing import Any

from exports.brief import blocks
from exports.page import bundle
from exports.page import markup as page_html
from exports.story.chapters import Chapter, chapters, foot, title_of
from exports.story.parts import Story
from figures.figure import Figure
from locales import Reader

MOST_BYTES = 6_000_000
CSP = (
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; "
    "img-src data: blob:; font-src data:; base-uri 'none'; form-action 'none'"
)
WORDS = ("skip", "language", "theme", "light", "dark", "print")


def render(*stories: Story) -> bytes:
    """Return the page of a story, given once per language and once more per language for a dark sheet.

    stories: the same story for several readers; the first one's language opens. Without a dark one, a dark sheet shows
    the light plots. Raises ValueError without a story.
    """
    if not stories:
        raise ValueError("a page needs a story")
    first = stories[0].reader.lang
    light = {story.reader.lang: story for story in reversed(stories) if not story.reader.dark}
    light = {story.reader.lang: story for story in stories} | light
    readers = {lang: light[lang].reader for lang in dict.fromkeys(story.reader.lang for story in stories)}
    data = {
        "first": first,
        "titles": {lang: title_of(light[lang]) for lang in readers},
        "words": {lang: _words(reader) for lang, reader in readers.items()},
        "plots": {lang: _plots(light[lang], _dark(stories, lang)) for lang in readers},
        "boundaries": bundle.boundary_files(_urls(stories)),
        "outline": bundle.outline(),
    }
    mains = "".join(_main(light[lang], lang == first) for lang in readers)
    return _document(light[first], list(readers), mains, data).encode("utf-8")


def _words(reader: Reader) -> dict[str, str]:
    return {word: reader.t(f"page-{word}") for word in WORDS} | {"brand": reader.t("shell-brand")}


def _dark(stories: Sequence[Story], lang: str) -> Story | None:
    return next((story for story in stories if story.reader.lang == lang and story.reader.dark), None)


def _figures(story: Story) -> list[Figure]:
    return [figure for chapter in chapters(story) for figure in chapter.figures]


def _plots(light: Story, dark: Story | None) -> dict[str, Any]:
    """Return the plots by theme and figure name, as the browser's library reads them."""
    made = {figure.name: figure.plot.to_plotly_json() for figure in _figures(light)}
    other = {figure.name: figure.plot.to_plotly_json() for figure in _figures(dark)} if dark else made
    return {"light": made, "dark": other}


def _urls(stories: Sequence[Story]) -> list[str]:
    return [
        trace["geojson"]
        for story in stories
        for figure in _figures(story)
        for trace in figure.plot.to_plotly_json()["data"]
        if trace["type"] == "choropleth"
    ]


def _main(story: Story, shown: bool) -> str:
    """Return the story in one language; the others are hidden until they are chosen."""
    reader = story.reader
    parts = chapters(story)
    anchors = [(f"{reader.lang}-{part.code}", part.title) for part in parts if part.title]
    sections = "".join(_section(part, reader) for part in parts)
    hidden = "" if shown else " hidden"
    day = reader.t("brief-asof", date=reader.date(story.asof, short=False))
    return (
        f'<main class="sheet" lang="{reader.lang}" id="main-{reader.lang}" tabindex="-1"{hidden}>'
        f"<h1>{escape(title_of(story))} · {escape(day)}</h1>"
        f"{page_html.contents(anchors[1:], reader.t('page-contents'))}{sections}"
        f'<p class="foot">{escape(foot(story))}</p></main>'
    )


def _section(part: Chapter, reader: Reader) -> str:
    tables = {figure.name: _twin(figure, reader) for figure in part.figures}
    inner = "".join(_piece(block, reader, tables) for block in part.blocks)
    has_lead = any(block["kind"] == "lead" for block in part.blocks)
    title = f"<h2>{escape(part.title)}</h2>" if part.title and not has_lead else ""
    return f'<section id="{reader.lang}-{escape(part.code)}" data-slide="{escape(part.code)}">{title}{inner}</section>'


def _piece(block: blocks.Block, reader: Reader, tables: dict[str, str]) -> str:
    if block["kind"] != "columns":
        return page_html.render(block, reader, tables.get(block.get("name", ""), ""))
    inner = (
        "<div>" + "".join(_piece(b, reader, tables) for b in column) + "</div>" for column in block["columns"]
    )
    return f'<div class="columns">{"".join(inner)}</div>'


def _twin(figure: Figure, reader: Reader) -> str:
    """Return a figure's table twin, folded."""
    if figure.table.empty:
        return ""
    return page_html.folded(reader.t("page-table"), blocks.table(figure.table, reader=reader), reader)


def _document(story: Story, langs: Sequence[str], mains: str, data: dict[str, Any]) -> str:
    reader = story.reader
    t, lang = reader.t, reader.lang
    languages = "".join(
        f'<button type="button" data-lang="{one}" lang="{one}" aria-pressed="{str(one == lang).lower()}">'
        f"{escape(Reader(one).t('page-own-name'))}</button>"
        for one in langs
    )
    themes = "".join(
        f'<button type="button" data-theme-choice="{one}" data-say="{one}" aria-pressed="false">'
        f"{escape(t(f'page-{one}'))}</button>"
        for one in ("light", "dark")
    )
    switch = '<div class="switch" role="group" aria-label="{name}" data-label="{key}">{inner}</div>'
    bar = (
        f'<header class="bar"><span class="brand" data-say="brand">{escape(t("shell-brand"))}</span>'
        + (
            switch.format(name=escape(t("page-language")), key="language", inner=languages)
            if len(langs) > 1
            else ""
        )
        + switch.format(name=escape(t("page-theme")), key="theme", inner=themes)
        + f'<button type="button" data-print data-say="print">{escape(t("page-print"))}</button></header>'
    )
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f'<meta http-equiv="Content-Security-Policy" content="{CSP}"><meta name="referrer" content="no-referrer">'
        f'<link rel="icon" href="data:,"><title>{escape(title_of(story))}</title>'
        f"<style>{bundle.font_faces()}{bundle.asset('page.css')}</style>"
        "<noscript><style>main[hidden]{display:block!important}.switch,[data-print]{display:none}</style></noscript>"
        f'</head><body><a class="skip" href="#main-{lang}" data-say="skip">{escape(t("page-skip"))}</a>{bar}{mains}'
        f'<script type="application/json" id="story">{bundle.in_script(data)}</script>'
        f'<script type="text/plain" id="plotly">{bundle.plotly_packed()}</script>'
        f"<script>{bundle.asset('page.js')}</script></body></html>"
    )
