"""The story as a PowerPoint file: real layouts and placeholders, native maps, charts and tables, speaker notes."""

import copy
import io
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from pptx import Presentation
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Inches

from exports.deck import chart as deck_chart
from exports.deck import fitting, map_names, marks, order, template, traces
from exports.deck import own as own_template
from exports.deck import shapes as deck_map
from exports.deck import table as deck_table
from exports.deck.marks import badge, qr, source_line
from exports.deck.template import CHART, CONTENT, FULL, MAP, MARGIN, STRIP, TABLE, TEXT, TITLE, TOP, Box
from exports.deck.text import LANGUAGES, add_run, clean, describe, emu, fitted_title, put, rgb, text_box
from exports.packages import settled
from exports.story.parts import AreaMap, Chart, KeyFigure, Slide, Story, Table
from figures import sentences, words
from figures.evidence import number_words, share_words
from figures.tokens import LIGHT

SUBTITLE_SIZES = (template.SUBTITLE_PT, 15, 14, 13, 12)
COVER_SIZES = (20, 18, 16, 14)
TABLE_SIZES = (18, 16, 14, 13)  # the largest at which a table needs one slide, else the smallest
APPENDIX_SIZES = (14, 13, 12)
BADGE = 3.2  # inches that the mark may take of the line below the title
FEW = 5  # titles that the divider names
LEAD_PT, LEAD_LINES = 24, 3
PROPERTY = 255  # letters that a property of the file may have
MOST_NAMES = 14  # names beside a chart that have room at its usual size
REST = 0.3  # room for "and n more"
NUMBERS = Box(MARGIN, 3.55, FULL, 3.2)
VALUE_SIZES = (34, 30, 26, 22, 18)
TONES = {"good": LIGHT.reached_text, "gap": LIGHT.missing_text, "": LIGHT.ink}
OF_PHASES = "phases"  # its table for the country has a row for every group and step


def render(story: Story, own: bytes = b"") -> bytes:
    """Return the deck of a story as .pptx bytes; the same story gives the same bytes.

    own: a template with the layouts of ours under the same names (`own.opened` says what one needs).
    Colours are those of light paper, whatever sheet the reader has on screen.
    """
    deck = own_template.opened(own) if own else Presentation(io.BytesIO(_template()))
    about = deck.core_properties
    about.title = clean(f"{story.scope_name}: {story.reader.t('story-title')}")[:PROPERTY]
    about.author = about.last_modified_by = clean(story.reader.t("deck-author"))
    about.subject = clean(words.dots([story.scope_name, story.when(), story.release]))[:PROPERTY]
    about.keywords = traces.origin_words(story)[:PROPERTY]
    about.language = LANGUAGES[story.reader.lang]
    maker = _Maker(deck, story)
    for slide in story.slides:
        MAKERS.get(slide.kind, _Maker.plain)(maker, slide)
    maker.appendix()
    maker.way_back()
    maker.remember()
    stream = io.BytesIO()
    deck.save(stream)
    return settled(stream.getvalue(), story.made_on)


@cache
def _template() -> bytes:
    return template.TARGET.read_bytes()


class _Maker:
    """Makes the slides of one deck."""

    def __init__(self, deck: Any, story: Story) -> None:
        self.deck, self.story, self.reader = deck, story, story.reader
        self.long: list[tuple[Slide, Table]] = []
        self.made: list[tuple[Any, str]] = []
        self.layouts = {layout.name: layout for layout in deck.slide_layouts}
        self.footer = story.reader.t(
            "deck-footer", product=story.reader.t("shell-product"), scope=story.scope_name,
            when=story.when(), release=story.release,
        )  # fmt: skip

    def add(self, layout: str, slide: Slide, title: str = "") -> Any:
        """Add a slide with title, subtitle, footer and notes."""
        made = self.deck.slides.add_slide(self.layouts[layout])
        size, box = (40, Box(0, 0, FULL - 0.6, 0)) if layout == "Cover" else (template.TITLE_PT, TITLE.box)
        if layout == "Big map":
            box = template.BIG_TITLE.box
        said, fits = fitted_title(title or slide.title, box, size)
        put(made.shapes.title.text_frame, [said], self.reader.lang, 0 if fits == size else fits)
        if 13 in self.places(made):
            below, smaller = self._subtitle(slide, layout)
            put(self.places(made)[13].text_frame, [below], self.reader.lang, smaller)
        if layout != "Cover":
            self._badge(made, slide)
            if slide.kind != traces.BACK:
                self._source(made, slide)
        self._foot(made)
        self._notes(made, slide)
        self.made.append((made, slide.kind))
        return made

    def remember(self) -> None:
        """Write into each slide what it is and says, for whoever refreshes the deck one day."""
        every = Counter(kind for _, kind in self.made)
        counted: Counter[str] = Counter()
        for made, kind in self.made:
            order.follow_the_eye(made)
            counted[kind] += 1
            traces.mark(made, kind, counted[kind], every[kind])

    def _subtitle(self, slide: Slide, layout: str) -> tuple[str, float]:
        """Return the line below the title and its size, 0 for the usual one.

        A long one is set smaller before it is shortened: the day stands at its end. The mark of illustrative data is
        a badge, so it is never what is cut.
        """
        said = slide.subtitle
        if not self._warns(slide):
            said = words.dots([said, self._evidence(slide.documented)])
        room = template.BIG_TITLE.box.width if layout == "Big map" else FULL
        taken = self._badge_width(slide) + 0.2 if self._warns(slide) else 0
        width = (room - taken) * 72
        size = next((s for s in SUBTITLE_SIZES if fitting.lines(said, s, width) <= 1), SUBTITLE_SIZES[-1])
        return fitting.shortened(said, size, width, 1), 0 if size == template.SUBTITLE_PT else size

    def _badge_width(self, slide: Slide) -> float:
        said = self._evidence(slide.documented)
        return min(BADGE, fitting.width(said, marks.BADGE_PT, bold=True) / 72 + 0.2)

    @staticmethod
    def _warns(slide: Slide) -> bool:
        return slide.documented is not None and slide.documented < 1

    def _badge(self, made: Any, slide: Slide) -> None:
        """Put the amber badge of the screen at the end of the line below the title, as a native shape."""
        if self._warns(slide):
            said, width = self._evidence(slide.documented), self._badge_width(slide)
            place = Box(MARGIN + FULL - width, template.SUBTITLE.box.y + 0.03, width, 0.34)
            badge(made.shapes, place, said, self.reader.lang)

    def _source(self, made: Any, slide: Slide) -> None:
        """Say who published what stands on the slide, when, with a link to each document."""
        place = Box(MARGIN, template.BOTTOM + 0.02, FULL, 0.2)
        source_line(made.shapes, place, self._cited(slide.sources), self.reader)

    def _cited(self, ids: Sequence[str]) -> list[tuple[str, str]]:
        """Return publisher with date, and address, of each document; a publisher and day only once."""
        frame = self.story.documents
        rows = [] if frame is None else frame[frame["source_id"].isin(ids)].to_dict("records")
        found: dict[str, str] = {}
        for row in rows:
            found.setdefault(words.document(row, self.reader), row["url"])
        return list(found.items())

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
                said = fitting.shortened(clean(self.footer), 12, (FULL - 1) * 72, 1)
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
        line = made.shapes.add_shape(MSO_SHAPE.RECTANGLE, *emu(template.COVER_LINE))
        line.name = traces.TRACE
        line.fill.solid()
        line.fill.fore_color.theme_color = MSO_THEME_COLOR.ACCENT_1
        line.line.fill.background()
        line._element.remove(line._element.find(qn("p:style")))  # no shadow
        put(
            places[1].text_frame,
            [fitting.shortened(slide.subtitle, 32, (FULL - 0.6) * 72, 1)],
            self.reader.lang,
        )
        box = next(one for one in template.LAYOUTS["Cover"] if one.idx == TEXT).box
        high = box.height * 72
        size = next((s for s in COVER_SIZES if self._height(slide.bullets, s, box) <= high), COVER_SIZES[-1])
        kept = list(slide.bullets)
        while len(kept) > 1 and self._height(kept, size, box) > high:
            kept.pop()
        put(places[TEXT].text_frame, kept, self.reader.lang, 0 if size == COVER_SIZES[0] else size)

    @staticmethod
    def _height(lines: Sequence[str], size: float, box: Box) -> float:
        return sum(fitting.height(one, size, box.width * 72) + template.BETWEEN_PT for one in lines)

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
        known = number_words(key.evidence, key.documented, self.reader)
        below = [part for part in (key.note, known) if part]
        label = 14 if fitting.lines(key.label, 14, room) <= 1 else 12
        named = fitting.shortened(key.label, label, room, 2)
        add_run(frame.paragraphs[0], named, lang, label, colour=LIGHT.muted)
        value = frame.add_paragraph()
        tail = fitting.width(f" {key.of}", 18) if key.of else 0
        left = (box.height - 0.1) * 72 - fitting.height(named, label, room) - len(below) * 12 * fitting.LINE
        most = left / fitting.LINE
        size = next(
            (s for s in VALUE_SIZES if s <= most and fitting.width(key.value, s, bold=True) + tail <= room),
            18,
        )
        unknown = key.number is None and not key.tone
        tone = LIGHT.muted if unknown else TONES[key.tone]
        add_run(value, key.value, lang, min(size, 24) if unknown else size, bold=not unknown, colour=tone)
        if key.of:
            add_run(value, f" {key.of}", lang, 18, colour=LIGHT.muted)
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
        if not close and slide.chart and marks.is_countable(slide.chart):
            self._big_map(slide, shown, slide.chart)
            return
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

    def _big_map(self, slide: Slide, shown: AreaMap, chart: Chart) -> None:
        """Add the map as high as the slide; beside it each group as squares to count."""
        made = self.add("Big map", slide)
        deck_map.country(made.shapes, shown, template.BIG_MAP, self.reader)
        edge = template.BIG_LEFT - 0.1
        map_names.write(made.shapes, shown, template.BIG_MAP, edge, template.IN_THE_SEA, self.reader)
        deck_map.legend(made.shapes, shown, template.IN_THE_SEA, self.reader)
        marks.squares(made.shapes, template.BESIDE_BIG_MAP, chart, self.reader)

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
        """Add a table; one that needs more than its slide shows its beginning and stands whole in the appendix."""
        said = () if slide.chart or slide.kind == "decide" else slide.bullets
        room = CONTENT.height - (STRIP + 0.1 if said else 0)
        size, widths = deck_table.largest(table, FULL, room, TABLE_SIZES)
        dealt, rest = deck_table.pages(table, widths, size, [room])
        if rest:  # room for the line that says so
            dealt, rest = deck_table.pages(table, widths, size, [room - 2 * REST])
            self.long.append((slide, table))
            if slide.chart:  # the picture has told it: its rows are for whoever looks them up
                return
        made = self.add("Text and table" if said else "Table", slide)
        if said:
            self.text(made, said, 16, Box(0, 0, FULL, STRIP), 2)
        deck_table.insert(self.places(made)[TABLE], dealt[0], table, widths, size, self.reader)
        if rest:
            place = Box(MARGIN, template.BOTTOM - REST + 0.05, FULL, REST)
            text_box(made.shapes, place, self.reader.t("deck-rest-in-appendix", n=rest), self.reader.lang, 12,
                     colour=LIGHT.muted, name="rest")  # fmt: skip

    def appendix(self) -> None:
        """Add the long tables behind a divider, every row of them, dealt out evenly."""
        if not self.long:
            return
        t = self.reader.t
        lines = tuple(clean(slide.title) for slide, _ in self.long)
        head = Slide(
            "appendix", t("deck-appendix"), t("deck-appendix-sub"), bullets=lines[:FEW], notes=self._general()
        )
        self.cover(head)
        for slide, table in self.long:
            room = CONTENT.height - REST  # a wider typeface in place of ours still leaves the line below free
            size, widths = deck_table.largest(table, FULL, room, APPENDIX_SIZES)
            dealt = deck_table.evenly(table, widths, size, room)
            for number, page in enumerate(dealt):
                made = self.add("Table", slide, self._continued(slide.title, number, len(dealt)))
                deck_table.insert(self.places(made)[TABLE], page, table, widths, size, self.reader)

    def _general(self) -> tuple[str, ...]:
        """Return what a speaker must know of the whole: the notes of the first slide."""
        return self.story.slides[0].notes if self.story.slides else ()

    def way_back(self) -> None:
        """Add the last slide: a link and a QR code to this very view, and when the deck was made."""
        story, t = self.story, self.reader.t
        if not story.address:
            return
        day = self.reader.date(story.made_on)
        slide = Slide(
            traces.BACK,
            t("deck-back"),
            t("deck-back-sub", date=day),
            bullets=(story.address,),
            notes=self._general(),
        )
        made = self.add("Text", slide)
        body = self.places(made)[TEXT]
        body.left, body.top, body.width, body.height = emu(Box(MARGIN + 4.6, TOP + 0.3, FULL - 4.6, 3.6))
        frame = body.text_frame
        add_run(frame.paragraphs[0], story.address, self.reader.lang, 16).hyperlink.address = story.address
        left = [t("downloads-leaves-out", said=story.unused)] if story.unused else []
        for line in (t("deck-footer-release", release=story.release), t("deck-back-how"), *left):
            add_run(frame.add_paragraph(), line, self.reader.lang, 16, colour=LIGHT.muted)
        picture = made.shapes.add_picture(
            io.BytesIO(qr(story.address)), *emu(Box(MARGIN, TOP + 0.3, 4.2, 4.2))
        )
        picture.name = traces.QR
        describe(picture, t("deck-back-alt", address=story.address))

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
