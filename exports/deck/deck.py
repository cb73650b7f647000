"""The story as a PowerPoint file: real layouts and placeholders, native maps, charts and tables, speaker notes."""

import copy
import io
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Inches

from exports.deck import chart as deck_chart
from exports.deck import fitting, template
from exports.deck import shapes as deck_map
from exports.deck import table as deck_table
from exports.deck.template import CHART, CONTENT, FULL, MAP, MARGIN, STRIP, TABLE, TEXT, TITLE, Box
from exports.deck.text import add_run, clean, describe, emu, fitted_title, put, rgb, text_box
from exports.packages import settled
from exports.story.parts import KeyFigure, Slide, Story, Table
from figures import sentences, words
from figures.evidence import share_words
from figures.tokens import LIGHT

TABLE_SIZES = (18, 16, 14, 13)  # the largest at which a table needs one slide, else the smallest
MOST_PAGES = 3  # slides for one table: who wants more rows opens the workbook
LEAD_PT, LEAD_LINES = 24, 3
PROPERTY = 255  # letters that a property of the file may have
MOST_NAMES = 14  # names beside a chart that have room at its usual size
REST = 0.3  # room for "and n more"
NUMBERS = Box(MARGIN, 3.55, FULL, 3.2)
VALUE_SIZES = (34, 30, 26, 22, 18)
TONES = {"good": LIGHT.reached_text, "gap": LIGHT.missing_text, "": LIGHT.ink}
OF_PHASES = "phases"  # its table for the country has a row for every group and step


def render(story: Story) -> bytes:
    """Return the deck of a story as .pptx bytes; the same story gives the same bytes.

    Colours are those of light paper, whatever sheet the reader has on screen.
    """
    deck = Presentation(io.BytesIO(_template()))
    deck.core_properties.title = clean(f"{story.scope_name}: {story.reader.t('story-title')}")[:PROPERTY]
    deck.core_properties.language = story.reader.lang
    deck.core_properties.last_modified_by = ""
    maker = _Maker(deck, story)
    for slide in story.slides:
        MAKERS.get(slide.kind, _Maker.plain)(maker, slide)
    stream = io.BytesIO()
    deck.save(stream)
    return settled(stream.getvalue())


@cache
def _template() -> bytes:
    return template.TARGET.read_bytes()


class _Maker:
    """Makes the slides of one deck."""

    def __init__(self, deck: Any, story: Story) -> None:
        self.deck, self.story, self.reader = deck, story, story.reader
        self.layouts = {layout.name: layout for layout in deck.slide_layouts}
        self.footer = story.reader.t(
            "deck-footer", product=story.reader.t("shell-product"), scope=story.scope_name,
            asof=story.reader.date(story.asof), release=story.release,
        )  # fmt: skip

    def add(self, layout: str, slide: Slide, title: str = "") -> Any:
        """Add a slide with title, subtitle, footer and notes."""
        made = self.deck.slides.add_slide(self.layouts[layout])
        size, box = (40, Box(0, 0, FULL - 0.6, 0)) if layout == "Cover" else (template.TITLE_PT, TITLE.box)
        said, fits = fitted_title(title or slide.title, box, size)
        put(made.shapes.title.text_frame, [said], self.reader.lang, 0 if fits == size else fits)
        if 13 in self.places(made):
            put(self.places(made)[13].text_frame, [self._subtitle(slide)], self.reader.lang)
        self._foot(made)
        self._notes(made, slide)
        return made

    def _subtitle(self, slide: Slide) -> str:
        said = words.dots([slide.subtitle, self._evidence(slide.documented)])
        return fitting.shortened(said, template.SUBTITLE_PT, FULL * 72, 1)

    @staticmethod
    def places(made: Any) -> dict[int, Any]:
        """Return the placeholders of a slide by their idx."""
        return {shape.placeholder_format.idx: shape for shape in made.placeholders}

    def _foot(self, made: Any) -> None:
        """Copy footer and slide number from the layout: a new slide does not take them by itself."""
        for shape in made.slide_layout.placeholders:
            if shape.placeholder_format.idx not in (11, 12):
                continue
            element = copy.deepcopy(shape._element)
            made.shapes._spTree.append(element)
            element.nvSpPr.cNvPr.set("id", str(deck_map._next_id(made.shapes)))
            if shape.placeholder_format.idx == 11:
                said = fitting.shortened(clean(self.footer), 11, (FULL - 1) * 72, 1)
                element.txBody.p_lst[0].r_lst[0].text = said

    def _notes(self, made: Any, slide: Slide) -> None:
        frame = made.notes_slide.notes_text_frame
        put(frame, slide.notes, self.reader.lang)

    def text(self, made: Any, paragraphs: Sequence[str], size: float, box: Box, columns: int = 1) -> None:
        """Fill the text placeholder; what has no room is left to the notes and the workbook."""
        room = (box.width - 0.2 * (columns - 1)) / columns * 72
        between = 0 if columns > 1 else template.BETWEEN_PT
        kept: list[str] = []
        for line in paragraphs:
            needed = sum(fitting.height(one, size, room) + between for one in (*kept, line))
            if needed <= box.height * 72 * columns:
                kept.append(line)
        put(self.places(made)[TEXT].text_frame, kept, self.reader.lang)

    def cover(self, slide: Slide) -> None:
        """Add the opening slide."""
        made = self.add("Cover", slide)
        places = self.places(made)
        put(
            places[1].text_frame,
            [fitting.shortened(slide.subtitle, 32, (FULL - 0.6) * 72, 1)],
            self.reader.lang,
        )
        put(places[TEXT].text_frame, slide.bullets, self.reader.lang)

    def numbers(self, slide: Slide) -> None:
        """Add the sentence and the key figures as cards."""
        made = self.add("Numbers", slide)
        room, plain = FULL * 72, sentences.plain(slide.lead)
        fits = fitting.lines(plain, LEAD_PT, room) <= LEAD_LINES
        lead = slide.lead if fits else fitting.shortened(plain, LEAD_PT, room, LEAD_LINES)
        put(self.places(made)[TEXT].text_frame, [lead], self.reader.lang)
        across = 3
        width, gap = (NUMBERS.width - (across - 1) * 0.2) / across, 0.2
        height = (NUMBERS.height - gap) / 2
        for i, key in enumerate(slide.key_figures):
            row, column = divmod(i, across)
            x, y = NUMBERS.x + column * (width + gap), NUMBERS.y + row * (height + gap)
            self._card(made, key, Box(x, y, width, height))

    def _card(self, made: Any, key: KeyFigure, box: Box) -> None:
        lang = self.reader.lang
        card = made.shapes.add_shape(MSO_SHAPE.RECTANGLE, *emu(box))
        card.name = f"key {key.code}"
        card.fill.solid()
        card.fill.fore_color.rgb = rgb(LIGHT.plain)
        card.line.fill.background()
        card._element.remove(card._element.find(qn("p:style")))  # no shadow, no centred white text
        frame = card.text_frame
        frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.MIDDLE
        frame.margin_left = frame.margin_right = Inches(0.18)
        frame.margin_top = frame.margin_bottom = Inches(0.05)
        room = (box.width - 0.36) * 72
        add_run(frame.paragraphs[0], fitting.shortened(key.label, 14, room, 1), lang, 14, colour=LIGHT.muted)
        value = frame.add_paragraph()
        tail = fitting.width(f" {key.of}", 18) if key.of else 0
        size = next((s for s in VALUE_SIZES if fitting.width(key.value, s, bold=True) + tail <= room), 18)
        unknown = key.number is None and not key.tone
        tone = LIGHT.muted if unknown else TONES[key.tone]
        add_run(value, key.value, lang, min(size, 24) if unknown else size, bold=not unknown, colour=tone)
        if key.of:
            add_run(value, f" {key.of}", lang, 18, colour=LIGHT.muted)
        below = [part for part in (key.note, self._evidence(key.documented)) if part]
        for line in below:
            add_run(frame.add_paragraph(), fitting.shortened(line, 12, room, 1), lang, 12, colour=LIGHT.muted)
        for paragraph in frame.paragraphs:
            paragraph.alignment = PP_ALIGN.LEFT
        describe(card, " ".join(part for part in (key.label, key.value, key.of, *below) if part))

    def _evidence(self, share: float | None) -> str:
        return share_words(share, self.reader)

    def map(self, slide: Slide) -> None:
        """Add the map with its legend; beside it the groups as a chart, or the provinces of the scope as a table."""
        shown = slide.area_map
        if shown is None:
            self.plain(slide)
            return
        close = bool(shown.close)
        beside = "Map and chart" if slide.chart else "Map and table" if slide.table else "Map"
        made = self.add(beside, slide)
        if close:
            below = 0.27 * len(shown.legend) + 0.1
            deck_map.close_up(made.shapes, shown, Box(MAP.x, MAP.y, 3.7, MAP.height - below), self.reader)
            locator = Box(MAP.x + 3.8, MAP.y, 1.4, 2.5)
            deck_map.country(made.shapes, shown, locator, self.reader, locator=True)
            place = Box(MAP.x, MAP.y + MAP.height - below + 0.1, MAP.width, below)
        else:
            deck_map.country(made.shapes, shown, Box(MAP.x, MAP.y, 3.1, MAP.height), self.reader)
            place = Box(MAP.x + 3.15, MAP.y + 0.1, 2.1, 3)
        deck_map.legend(made.shapes, shown, place, self.reader)
        if slide.chart:
            size = 11 if len(slide.chart.categories) <= MOST_NAMES else 9.5
            deck_chart.insert(self.places(made)[CHART], slide.chart, self.reader.lang, size)
        elif slide.table:
            self._table_beside(made, slide.table)

    def plain(self, slide: Slide) -> None:
        """Add chart, then table; a slide with neither says its sentences."""
        country = self.story.level == "country"
        if slide.chart:
            made = self.add("Chart and text" if self._beside_chart(slide) else "Chart", slide)
            deck_chart.insert(self.places(made)[CHART], slide.chart, self.reader.lang, 14)
            if said := self._beside_chart(slide):
                self.text(made, said, 16, Box(0, 0, FULL - 8.6, CONTENT.height))
        if slide.table and not (slide.kind == OF_PHASES and slide.chart and country):
            self._table_slides(slide, slide.table)
        elif not slide.chart:
            made = self.add("Text", slide)
            self.text(made, slide.bullets or (self.reader.t("book-no-table"),), 20, CONTENT)

    def _beside_chart(self, slide: Slide) -> list[str]:
        chart_notes = slide.chart.notes if slide.chart else ()
        return [*slide.bullets, *chart_notes]

    def _table_slides(self, slide: Slide, table: Table) -> None:
        said = () if slide.chart or slide.kind == "decide" else slide.bullets
        first = CONTENT.height - (STRIP + 0.1 if said else 0)
        rooms = [first, *[CONTENT.height] * (MOST_PAGES - 1)]
        size, widths = deck_table.largest(table, FULL, rooms[0], TABLE_SIZES)
        dealt, rest = deck_table.pages(table, widths, size, rooms)
        if rest:  # room for the line that says so
            dealt, rest = deck_table.pages(table, widths, size, [*rooms[:-1], rooms[-1] - REST])
        for number, page in enumerate(dealt):
            title = self._continued(slide.title, number, len(dealt))
            made = self.add("Text and table" if said and number == 0 else "Table", slide, title)
            if said and number == 0:
                self.text(made, said, 16, Box(0, 0, FULL, STRIP), 2)
            deck_table.insert(self.places(made)[TABLE], page, table, widths, size, self.reader)
            if rest and number == len(dealt) - 1:
                place = Box(MARGIN, template.BOTTOM - REST + 0.05, FULL, REST)
                text_box(made.shapes, place, self.reader.t("deck-more-rows", n=rest), self.reader.lang, 12,
                         colour=LIGHT.muted, name="rest")  # fmt: skip

    def _continued(self, title: str, number: int, of: int) -> str:
        if of < 2:
            return title
        room = TITLE.box._replace(width=TITLE.box.width - 0.8)
        said, _ = fitted_title(title, room, template.TITLE_PT)
        return self.reader.t("deck-continued", title=said, page=number + 1, pages=of)

    def _table_beside(self, made: Any, table: Table) -> None:
        """Put the table of a group's provinces beside its map; they are few."""
        place = template.BESIDE_MAP
        if len(set(table.illustrative)) == 1:  # the line below the title says it of all
            told = self.reader.t("table-evidence")
            kept = [i for i, name in enumerate(table.text.columns) if name != told]
            shares = tuple(table.widths[i] for i in kept) if table.widths else ()
            table = replace(table, text=table.text.iloc[:, kept], widths=shares)
        size, widths = deck_table.largest(table, place.width, place.height, TABLE_SIZES[2:])
        dealt, _ = deck_table.pages(table, widths, size, [place.height])
        deck_table.insert(self.places(made)[TABLE], dealt[0], table, widths, size, self.reader)


MAKERS: dict[str, Callable[[_Maker, Slide], None]] = {
    "title": _Maker.cover,
    "where_we_are": _Maker.numbers,
    "coverage_map": _Maker.map,
}
