"""Charts and tables on slides of their own, and whole in the appendix where they are long."""

from exports.deck import chart as deck_chart
from exports.deck import table as deck_table
from exports.deck import template
from exports.deck.ends import cover, general
from exports.deck.slides import Slides
from exports.deck.template import CHART, CONTENT, FULL, MARGIN, STRIP, TABLE, TITLE, Box
from exports.deck.text import clean, fitted_title, text_box
from exports.story.parts import Slide, Table
from figures.tokens import LIGHT

TABLE_SIZES = (18, 16, 14, 13)  # the largest at which a table needs one slide, else the smallest
APPENDIX_SIZES = (14, 13, 12)
FEW = 5  # titles that the divider names
REST = 0.3  # room for "and n more"
OF_PHASES = "phases"  # its table for the country has a row for every group and step


def plain(slides: Slides, slide: Slide) -> None:
    """Add chart, then table; a slide with neither says its sentences."""
    country = slides.story.level == "country"
    if slide.chart:
        made = slides.add("Chart and text" if _beside_chart(slides, slide) else "Chart", slide)
        deck_chart.insert(slides.places(made)[CHART], slide.chart, slides.reader.lang, 14)
        if said := _beside_chart(slides, slide):
            slides.text(made, said, 16, Box(0, 0, FULL - 8.6, CONTENT.height))
    if slide.table and not (slide.kind == OF_PHASES and slide.chart and country):
        _table_slides(slides, slide, slide.table)
    elif not slide.chart:
        made = slides.add("Text", slide)
        slides.text(made, slide.bullets or (slides.reader.t("book-no-table"),), 20, CONTENT)


def _beside_chart(slides: Slides, slide: Slide) -> list[str]:
    chart_notes = slide.chart.notes if slide.chart else ()
    return [*slide.bullets, *chart_notes]


def _table_slides(slides: Slides, slide: Slide, table: Table) -> None:
    """Add a table; one that needs more than its slide shows its beginning and stands whole in the appendix."""
    said = () if slide.chart or slide.kind == "decide" else slide.bullets
    room = CONTENT.height - (STRIP + 0.1 if said else 0)
    size, widths = deck_table.largest(table, FULL, room, TABLE_SIZES)
    dealt, rest = deck_table.pages(table, widths, size, [room])
    if rest:  # room for the line that says so
        dealt, rest = deck_table.pages(table, widths, size, [room - 2 * REST])
        slides.long.append((slide, table))
        if slide.chart:  # the picture has told it: its rows are for whoever looks them up
            return
    made = slides.add("Text and table" if said else "Table", slide)
    if said:
        slides.text(made, said, 16, Box(0, 0, FULL, STRIP), 2)
    deck_table.insert(slides.places(made)[TABLE], dealt[0], table, widths, size, slides.reader)
    if rest:
        place = Box(MARGIN, template.BOTTOM - REST + 0.05, FULL, REST)
        text_box(made.shapes, place, slides.reader.t("deck-rest-in-appendix", n=rest), slides.reader.lang, 12,
                 colour=LIGHT.muted, name="rest")  # fmt: skip


def appendix(slides: Slides) -> None:
    """Add the long tables behind a divider, every row of them, dealt out evenly."""
    if not slides.long:
        return
    t = slides.reader.t
    lines = tuple(clean(slide.title) for slide, _ in slides.long)
    head = Slide(
        "appendix", t("deck-appendix"), t("deck-appendix-sub"), bullets=lines[:FEW], notes=general(slides)
    )
    cover(slides, head)
    for slide, table in slides.long:
        room = CONTENT.height - REST  # a wider typeface in place of ours still leaves the line below free
        size, widths = deck_table.largest(table, FULL, room, APPENDIX_SIZES)
        dealt = deck_table.evenly(table, widths, size, room)
        for number, page in enumerate(dealt):
            made = slides.add("Table", slide, _continued(slides, slide.title, number, len(dealt)))
            deck_table.insert(slides.places(made)[TABLE], page, table, widths, size, slides.reader)


def _continued(slides: Slides, title: str, number: int, of: int) -> str:
    if of < 2:
        return title
    room = TITLE.box._replace(width=TITLE.box.width - 0.8)
    said, _ = fitted_title(title, room, template.TITLE_PT)
    return slides.reader.t("deck-continued", title=said, page=number + 1, pages=of)
