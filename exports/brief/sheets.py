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
FULL = 700.0  # px that fill the width of a sheet, so that a text of 11 px, the smallest of a figure, is 7.7 pt on paper
HALF = 335.0
FACTORS = {"province": 0.78, "group": 0.92, "country": 0.94}  # size of type, of 10 pt
FEW, SOME, MANY = 4, 8, 16  # rows of a table beside other things, alone on half a sheet, alone on a whole one


def sheets(story: Story) -> list[Sheet]:
    """Return the sheets of a story as the template sets them; a sheet whose slides were not chosen is left out."""
    makers = {"province": _province, "group": _group, "country": _nation}
    pages = [[one for one in page if one] for page in makers[story.level](story)]
    return [_sheet(story, i, page) for i, page in enumerate(page for page in pages if page)]


def _sheet(story: Story, place: int, content: list[Block]) -> Sheet:
    t = story.reader.t
    level = "several" if AND in story.scope else "nation" if story.level == "country" else story.level
    return {
        "brand": t("shell-brand"),
        "asof": chapters.told_of(story),
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
    left = [*_map(story, 186, 165), *_bulleted(story, "decide", titled=True)]
    gaps = [piece | {"spared": FEW} for piece in _table(story, "gaps", FEW)]
    right = [*_changes(story, FEW), *gaps, *_table(story, "workshops", FEW)]
    return [
        [
            *_where(story),
            _columns((0.36, 0.64), left, right),
            _columns(
                (0.5, 0.5),
                _chart(story, "projects", HALF, height=140),
                _chart(story, "comparison", HALF, height=200),
            ),
            *_phases_told(story),
            *_sources(story, FEW - 1),
        ]
    ]


def _group(story: Story) -> list[list[Block]]:
    """Return the sheets of a group: where it stands and what is missing; what was done and what to decide."""
    return [
        [
            *_where(story),
            _columns(
                (0.46, 0.54),
                _map(story, 240, 250),
                [*_bulleted(story, "gaps", titled=True), *_bulleted(story, "decide", titled=True)],
            ),
            *_table(story, "coverage_map", SOME, titled=False),
            *(_changes(story, SOME) if story.period else _table(story, "gaps", SOME, titled=False)),
        ],
        [
            *_phases(story, FULL),
            *_table(story, "workshops", SOME),
            *_table(story, "projects", FEW + 1, titled=False),
            _columns((0.5, 0.5), _chart(story, "projects", HALF), _chart(story, "comparison", HALF)),
            *_sources(story, 5),
        ],
    ]


def _nation(story: Story) -> list[list[Block]]:
    """Return the sheets of the nation: where we are; what is missing; what was done; money, comparison, sources."""
    slide = story.slide("coverage_map")
    ranking = [
        chapters.figure_of(figure, slide, story.reader, 380)
        for figure in (slide.figures if slide else ())
        if slide and not chapters.is_map(figure)
    ]
    return [
        [*_where(story), _columns((0.46, 0.54), _map(story, 304, 555), ranking)],
        [
            *_bulleted(story, "decide", titled=True),
            *_bulleted(story, "gaps", titled=True),
            *(_changes(story, MANY) if story.period else _table(story, "gaps", MANY, titled=False)),
        ],
        [
            *_phases(story, FULL, 500),
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


def _changes(story: Story, most: int) -> list[Block]:
    """Return what changed in a period, in order of date."""
    return _table(story, "changes", most)


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
    return [_headed(slide, blocks.figure(shown[0], story.reader, px, height, title=False), story.reader)]


def _phases(story: Story, px: float, height: float | None = None) -> list[Block]:
    """Return the matrix of steps: of the group, or of all groups; where no group is, the sentence that says so."""
    slide, reader = story.slide("phases"), story.reader
    if slide is None:
        return []
    if not slide.figures:
        return [_headed(slide, blocks.text(slide.bullets[:1]), reader)]
    said = [blocks.text(slide.bullets)] if slide.bullets else []
    return [_headed(slide, blocks.figure(slide.figures[0], reader, px, height, title=False), reader), *said]


def _phases_told(story: Story) -> list[Block]:
    """Return what a province's group has reached, in a sentence: its one row of the matrix stands in the group's brief."""
    slide = story.slide("phases")
    return (
        [_headed(slide, blocks.text(() if slide.figures else slide.bullets[:1]), story.reader)]
        if slide
        else []
    )


def _chart(
    story: Story, kind: str, px: float, figures: bool = True, height: float | None = None
) -> list[Block]:
    """Return a slide's figure, else its chart as one; figures: False takes the chart even where there are figures."""
    slide, reader = story.slide(kind), story.reader
    if slide is None or (slide.chart is None and not slide.figures):
        return [_headed(slide, blocks.text(()), reader)] if slide else []
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
    links = story.links()
    said = [
        {"text": ", ".join(part for part in row[1:4] if part), "url": links.get(row[0], "")}
        for row in rows[:most]
    ]
    kept = [max(len(said) - cut, 1) for cut in range(blocks.CUTS + 1)]
    more = [story.reader.t("brief-more-rows", n=len(rows) - n) if len(rows) > n else "" for n in kept]
    label = story.reader.t("brief-sources")
    return [{"kind": "sources", "label": label, "documents": said, "kept": kept, "more": more}]
