"""The offline page: one HTML file with the story in every language given, that asks for nothing.

Every figure is there as a vector picture with its table: on light and dark paper, charts for a wide and a narrow screen.
The script adds the choice of language and of light or dark, and says what an area of a map is when it is pointed at.
"""

from collections.abc import Sequence
from html import escape
from typing import Any

from exports.brief import blocks
from exports.drawing import svg
from exports.page import bundle, tips
from exports.page import markup as page_html
from exports.story.chapters import (
    CHART_PX,
    MAP_PX,
    Chapter,
    chapters,
    every_figure,
    foot,
    is_map,
    title_of,
    told_of,
)
from exports.story.parts import Story
from figures.figure import Figure
from locales import Reader

MOST_BYTES = 1_500_000
NARROW = 340.0  # px a chart is laid out for on a phone
ON_EVERY_SCREEN = {"ranking-coverage": 440.0}  # px; stands beside the map, and alone on a phone
ROOMY = {"phase-matrix": 700.0}  # px; on a phone it is moved under the finger, else names run into marks
CSP = (
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; "
    "img-src data: blob:; font-src data:; base-uri 'none'; form-action 'none'"
)
Pictures = dict[str, list[tuple[str, str]]]
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
        "tips": {lang: _tips(light[lang]) for lang in readers},
    }
    mains = "".join(_main(light[lang], _dark(stories, lang), lang == first) for lang in readers)
    return _document(light[first], list(readers), mains, data).encode("utf-8")


def _words(reader: Reader) -> dict[str, str]:
    return {word: reader.t(f"page-{word}") for word in WORDS} | {"brand": reader.t("shell-brand")}


def _dark(stories: Sequence[Story], lang: str) -> Story | None:
    return next((story for story in stories if story.reader.lang == lang and story.reader.dark), None)


def _tips(story: Story) -> dict[str, dict[str, str]]:
    """Return what the areas of each map say, by the figure's name."""
    every = {figure.name: tips.of_figure(figure) for figure in every_figure(story)}
    return {name: said for name, said in every.items() if said}


def _pictures(light: Story, dark: Story | None) -> Pictures:
    """Return the pictures of each figure: (class, SVG) for light and dark paper, charts wide and narrow."""
    found: Pictures = {}
    for theme, story in (("light", light), ("dark", dark or light)):
        for width, px in (("wide", CHART_PX), ("narrow", NARROW)):
            for figure in every_figure(story, px):
                fixed = MAP_PX if is_map(figure) else ON_EVERY_SCREEN.get(figure.name)
                pictures = found.setdefault(figure.name, [])
                if fixed is None:
                    roomy = width == "narrow" and figure.name in ROOMY
                    room, where = (ROOMY[figure.name], " roomy") if roomy else (px, "")
                    pictures.append((f"{theme} {width}{where}", svg.of_figure(figure, room)))
                elif width == "wide":
                    pictures.append((theme, svg.of_figure(figure, fixed)))
    return found


def _main(story: Story, dark: Story | None, shown: bool) -> str:
    """Return the story in one language; the others are hidden until they are chosen."""
    reader = story.reader
    parts = chapters(story)
    anchors = [(f"{reader.lang}-{part.code}", part.title) for part in parts if part.title]
    pictures = _pictures(story, dark)
    sections = [_section(part, reader, pictures) for part in parts]
    hidden = "" if shown else " hidden"
    day = told_of(story)
    contents = page_html.contents(anchors[1:], reader.t("page-contents"))
    return (
        f'<main class="sheet" lang="{reader.lang}" id="main-{reader.lang}" tabindex="-1"{hidden}>'
        f"<h1>{escape(title_of(story))} · {escape(day)}</h1>"
        f"{''.join(sections[:1])}{contents}{''.join(sections[1:])}"
        f'<p class="foot">{escape(foot(story))}</p></main>'
    )


def _section(part: Chapter, reader: Reader, pictures: Pictures) -> str:
    tables = {figure.name: _twin(figure, reader) for figure in part.figures}
    inner = "".join(_piece(block, reader, tables, pictures) for block in part.blocks)
    has_lead = any(block["kind"] == "lead" for block in part.blocks)
    title = f"<h2>{escape(part.title)}</h2>" if part.title and not has_lead else ""
    return f'<section id="{reader.lang}-{escape(part.code)}" data-slide="{escape(part.code)}">{title}{inner}</section>'


def _piece(block: blocks.Block, reader: Reader, tables: dict[str, str], pictures: Pictures) -> str:
    if block["kind"] != "columns":
        name = block.get("name", "")
        return page_html.render(block, reader, tables.get(name, ""), pictures.get(name, ()))
    inner = (
        "<div>" + "".join(_piece(b, reader, tables, pictures) for b in column) + "</div>"
        for column in block["columns"]
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
        f"<script>{bundle.asset('page.js')}</script></body></html>"
    )
