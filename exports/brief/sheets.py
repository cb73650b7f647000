"""Which parts of a story stand on which A4 sheet: one for a province, two for a group, four for the nation."""

from collections.abc import Iterable
from typing import Any

from exports.brief import blocks
from exports.brief.blocks import Block
from exports.drawing import charts
from exports.story import chapters
from exports.story.parts import Slide, Story
from exports.story.scene import AND
from figures.evidence import share_words
from locales import Reader

Sheet = dict[str, Any]
FULL = 670.0  # px that fill the width of a sheet, so that a text of 13 px is 9.5 pt on paper
FACTORS = {"province": 0.78, "group": 0.92, "country": 0.94}  # size of type, of 10 pt
FEW, SOME, MANY = 4, 8, 16  # rows of a table beside other things, alone on half a sheet, alone on a whole one


def sheets(story: Story) -> list[Sheet]:
    """Return the sheets of a story as the template sets them; a sheet whose slides were not chosen is left out."""
    makers = {"province": _province, "group": _group, "country": _nation}
    pages = [[one for one in page if one] for page in makers[story.level](story)]
    return [_sheet(story, i, page) for i, page in enumerate(page for page in pages if page)]


def _sheet(story: Story, place: int, content: list[Block]) -> Sheet:
    t, reader = story.reader.t, story.reader
    level = "several" if AND in story.scope else "nation" if story.level == "country" else story.level
    return {
        "brand": t("shell-brand"),
        "asof": t("brief-asof", date=reader.date(story.asof, short=False)),
        "foot": chapters.foot(story),
        "kicker": t(f"brief-kicker-{level}") if place == 0 else "",
        "title": story.scope_name if place == 0 else "",
        "running": story.scope_name,
        "is_first": place == 0,
        "factor": FACTORS[story.level],
        "blocks": content,
    }


def _province(story: Story) -> list[list[Block]]:
    """Return the sheet of a province: state and map, gaps, workshops, money, and how it compares."""
    left = [*_map(story, 250, 250), *_bulleted(story, "decide", titled=True)]
    right = [*_table(story, "gaps", FEW), *_table(story, "workshops", FEW)]
    return [
        [
            *_where(story),
            _columns((0.36, 0.64), left, right),
            _columns((0.5, 0.5), _chart(story, "projects", 320), _chart(story, "comparison", 320)),
            *_phases(story, FULL),
            *_sources(story, FEW),
        ]
    ]


def _group(story: Story) -> list[list[Block]]:
    """Return the sheets of a group: where it stands and what is missing; what was done and what to decide."""
    return [
        [
            *_where(story),
            _columns(
                (0.46, 0.54),
                _map(story, 300, 330),
                [*_bulleted(story, "gaps", titled=True), *_bulleted(story, "decide", titled=True)],
            ),
            *_table(story, "coverage_map", SOME, titled=False),
            *_table(story, "gaps", SOME, titled=False),
        ],
        [
            *_phases(story, FULL),
            *_table(story, "workshops", SOME),
            *_table(story, "projects", FEW + 1, titled=False),
            _columns((0.5, 0.5), _chart(story, "projects", 320), _chart(story, "comparison", 320)),
            *_sources(story, 5),
        ],
    ]


def _nation(story: Story) -> list[list[Block]]:
    """Return the sheets of the nation: where we are; what is missing; what was done; money, comparison, sources."""
    slide = story.slide("coverage_map")
    ranking = [
        chapters.figure_of(figure, slide, story.reader, 380 / FACTORS[story.level])
        for figure in (slide.figures if slide else ())
        if slide and not chapters.is_map(figure)
    ]
    return [
        [*_where(story), _columns((0.46, 0.54), _map(story, 330, 590), ranking)],
        [
            *_bulleted(story, "decide", titled=True),
            *_bulleted(story, "gaps", titled=True),
            *_table(story, "gaps", MANY, titled=False),
        ],
        [
            *_phases(story, FULL),
            *_chart(story, "workshops", FULL, figures=False, height=150),
            *_table(story, "workshops", FEW + 1, titled=False),
        ],
        [
            *_chart(story, "projects", FULL),
            *_table(story, "projects", SOME, titled=False),
            *_bulleted(story, "projects", titled=False),
            *_chart(story, "comparison", FULL),
            *_sources(story, SOME),
        ],
    ]


def _columns(shares: tuple[float, float], left: Iterable[Block], right: Iterable[Block]) -> Block:
    """Return two columns; one of them alone takes the whole width."""
    one, two = list(left), list(right)
    if one and two:
        return blocks.columns(shares, one, two)
    return blocks.columns((1,), one or two) if one or two else {}


def _headed(slide: Slide, piece: Block, reader: Reader) -> Block:
    """Return a piece under the slide's finding, what it shows and how much of it is documented."""
    remark = share_words(slide.documented, reader)
    return piece | blocks.head(slide.title, _what(slide), remark, slide.documented)


def _what(slide: Slide) -> str:
    """Return what a slide shows; the scope and the day stand at the head of every sheet already."""
    return slide.subtitle.split(" · ")[0]


def _where(story: Story) -> list[Block]:
    slide = story.slide("where_we_are")
    if slide is None:
        return []
    found = [blocks.lead(slide.lead)] if slide.lead else []
    return [*found, *([chapters.keys_of(slide.key_figures, story.reader)] if slide.key_figures else [])]


def _map(story: Story, px: float, height: float) -> list[Block]:
    slide = story.slide("coverage_map")
    shown = [figure for figure in slide.figures if chapters.is_map(figure)] if slide else []
    if slide is None or not shown:
        return []
    # A map keeps its shape: in smaller type it takes less of its column.
    width = 100 * FACTORS[story.level]
    return [
        _headed(slide, blocks.figure(shown[0], story.reader, px, height, width, title=False), story.reader)
    ]


def _phases(story: Story, px: float) -> list[Block]:
    """Return the matrix of steps: of the group, or of all groups; where no group is, the sentence that says so."""
    slide, reader = story.slide("phases"), story.reader
    if slide is None:
        return []
    if not slide.figures:
        return [_headed(slide, blocks.text(slide.bullets[:1]), reader)]
    wide = px / FACTORS[story.level]
    said = [blocks.text(slide.bullets)] if slide.bullets else []
    return [_headed(slide, blocks.figure(slide.figures[0], reader, wide, title=False), reader), *said]


def _chart(
    story: Story, kind: str, px: float, figures: bool = True, height: float | None = None
) -> list[Block]:
    """Return a slide's figure, else its chart as one; figures: False takes the chart even where there are figures."""
    slide, reader = story.slide(kind), story.reader
    if slide is None or (slide.chart is None and not slide.figures):
        return [_headed(slide, blocks.text(()), reader)] if slide else []
    px /= FACTORS[story.level]  # a chart fills its column in any size of type
    if slide.chart is not None and not (figures and slide.figures):
        shown = charts.figure(f"chart-{kind}", slide.chart, slide.documented, slide.sources, reader, px)
    else:
        shown = slide.figures[0]
    piece = blocks.figure(shown, reader, px, height, title=False)
    return [_headed(slide, piece, reader) | {"subtitle": _chart_words(slide, reader)}]


def _chart_words(slide: Slide, reader: Reader) -> str:
    chart = slide.chart
    if chart is None:
        return _what(slide)
    return chart.title if chart.unit in chart.title else f"{chart.title} ({chart.unit})"


def _table(story: Story, kind: str, most: int, titled: bool = True) -> list[Block]:
    slide = story.slide(kind)
    if slide is None:
        return []
    if slide.table is None:
        return [_headed(slide, blocks.text(()), story.reader)] if titled else []
    piece = chapters.table_of(
        slide, story.reader, most, story.scope_name if story.level == "province" else ""
    )
    return [_headed(slide, piece, story.reader) if titled else piece]


def _bulleted(story: Story, kind: str, titled: bool) -> list[Block]:
    slide = story.slide(kind)
    if slide is None or not (slide.bullets or titled):
        return []
    piece = chapters.bullets_of(slide, story.reader)
    return [_headed(slide, piece, story.reader) if titled else piece]


def _sources(story: Story, most: int) -> list[Block]:
    """Return the documents the story rests on, as many as fit; all of them are in the workbook and on the page."""
    slide = story.slide("sources")
    if slide is None or slide.table is None:
        return []
    rows = [[str(cell) for cell in row] for row in slide.table.text.itertuples(index=False)]
    said = [", ".join(part for part in row[1:4] if part) for row in rows[:most]]
    rest = [story.reader.t("brief-more-rows", n=len(rows) - len(said))] if len(rows) > len(said) else []
    return [{"kind": "sources", "label": story.reader.t("brief-sources"), "text": " · ".join([*said, *rest])}]
