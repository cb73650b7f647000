"""The story as a PowerPoint file: real layouts and placeholders, native maps, charts and tables, speaker notes."""

import io
from collections.abc import Callable
from functools import cache

from pptx import Presentation

from exports.deck import cards, ends, lists, map_slides, template, traces
from exports.deck import own as own_template
from exports.deck.slides import Slides
from exports.deck.text import LANGUAGES, clean
from exports.packages import settled
from exports.story.parts import Slide, Story
from figures import words

PROPERTY = 255  # letters that a property of the file may have
MAKERS: dict[str, Callable[[Slides, Slide], None]] = {
    "title": ends.cover,
    "where_we_are": cards.numbers,
    "coverage_map": map_slides.show_map,
}


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
    slides = Slides(deck, story)
    for slide in story.slides:
        MAKERS.get(slide.kind, lists.plain)(slides, slide)
    lists.appendix(slides)
    ends.way_back(slides)
    slides.remember()
    stream = io.BytesIO()
    deck.save(stream)
    return settled(stream.getvalue(), story.made_on)


@cache
def _template() -> bytes:
    return template.TARGET.read_bytes()
