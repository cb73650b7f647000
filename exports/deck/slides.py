"""The slides of one deck in the making: each with title, line below, mark, source line, footer and notes."""

import copy
from collections import Counter
from collections.abc import Sequence
from typing import Any

from exports.deck import fitting, marks, order, template, traces
from exports.deck import shapes as deck_map
from exports.deck.marks import badge, source_line
from exports.deck.template import FULL, MARGIN, TEXT, TITLE, Box
from exports.deck.text import clean, fitted_title, put
from exports.story.parts import Slide, Story, Table
from figures import words
from figures.evidence import share_words

SUBTITLE_SIZES = (template.SUBTITLE_PT, 15, 14, 13, 12)
BADGE = 3.2  # inches that the mark may take of the line below the title


class Slides:
    """Makes the slides of one deck. long: tables that the appendix has whole; made: each slide with its kind."""

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
            said = words.dots([said, self.evidence(slide.documented)])
        room = template.BIG_TITLE.box.width if layout == "Big map" else FULL
        taken = self._badge_width(slide) + 0.2 if self._warns(slide) else 0
        width = (room - taken) * 72
        size = next((s for s in SUBTITLE_SIZES if fitting.lines(said, s, width) <= 1), SUBTITLE_SIZES[-1])
        return fitting.shortened(said, size, width, 1), 0 if size == template.SUBTITLE_PT else size

    def _badge_width(self, slide: Slide) -> float:
        said = self.evidence(slide.documented)
        return min(BADGE, fitting.width(said, marks.BADGE_PT, bold=True) / 72 + 0.2)

    @staticmethod
    def _warns(slide: Slide) -> bool:
        return slide.documented is not None and slide.documented < 1

    def _badge(self, made: Any, slide: Slide) -> None:
        """Put the amber badge of the screen at the end of the line below the title, as a native shape."""
        if self._warns(slide):
            said, width = self.evidence(slide.documented), self._badge_width(slide)
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

    def evidence(self, share: float | None) -> str:
        return share_words(share, self.reader)
