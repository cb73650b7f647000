"""The slides of a story as pieces of text, tables and figures, for media that are read rather than shown."""

from collections.abc import Iterator
from dataclasses import dataclass

from exports.brief import blocks
from exports.brief.blocks import Block
from exports.drawing import charts
from exports.story.parts import KeyFigure, Slide, Story
from figures.evidence import number_words, share_words
from figures.figure import Figure
from locales import Reader
from measures.evidence import DOCUMENTED

MAP_PX = 380  # width a map is laid out for
CHART_PX = 660


@dataclass(frozen=True, eq=False)
class Chapter:
    """One slide for readers. title: its finding; where there is a lead, that says it already, in more words.

    figures: every plot in `blocks`, also those made from a chart's data.
    """

    code: str
    title: str
    blocks: tuple[Block, ...]
    figures: tuple[Figure, ...]


def chapters(story: Story) -> tuple[Chapter, ...]:
    """Return a chapter for every slide but the first, which is the head of the page."""
    return tuple(_chapter(slide, story.reader) for slide in story.slides if slide.kind != "title")


def every_figure(story: Story, px: float = CHART_PX) -> Iterator[Figure]:
    """Return the figures of all chapters, none of them drawn. px: width charts are laid out for."""
    for slide in story.slides:
        if slide.kind != "title":
            yield from figures_of(slide, story.reader, px)


def _chapter(slide: Slide, reader: Reader) -> Chapter:
    shown = figures_of(slide, reader)
    made: list[Block] = []
    if slide.lead:
        made.append(blocks.lead(slide.lead))
    if not any(figure.title == slide.title for figure in shown):  # else the figure says it all
        remark = share_words(slide.documented, reader)
        made.append(
            {"kind": "text", "paragraphs": [], **blocks.head("", slide.subtitle, remark, slide.documented)}
        )
    if slide.key_figures:
        made.append(keys_of(slide.key_figures, reader))
    pictures = [figure_of(figure, slide, reader) for figure in shown]
    if len(shown) == 2 and is_map(shown[0]) and not is_map(shown[1]):
        made.append(blocks.columns((5, 6), pictures[:1], pictures[1:]))
    else:
        made += pictures
    if slide.table is not None:
        made.append(table_of(slide, reader))
    if slide.bullets and not (slide.kind == "decide" and slide.table is not None):  # its table says the same
        made.append(bullets_of(slide, reader))
    return Chapter(slide.kind, slide.title, tuple(made), shown)


def figures_of(slide: Slide, reader: Reader, px: float = CHART_PX) -> tuple[Figure, ...]:
    """Return a slide's figures; where it has none, its chart as one."""
    if slide.figures or slide.chart is None:
        return slide.figures
    name = f"chart-{slide.kind}"
    return (charts.figure(name, slide.chart, slide.documented, slide.sources, reader, px),)


def is_map(figure: Figure) -> bool:
    """Say whether a figure is drawn from boundaries."""
    return any(trace["type"] == "choropleth" for trace in figure.plot.to_plotly_json()["data"])


def figure_of(figure: Figure, slide: Slide, reader: Reader, px: float | None = None) -> Block:
    """Return a figure's piece; what the slide's own title says already is not said twice."""
    wide = px or (MAP_PX if is_map(figure) else CHART_PX)
    block = blocks.figure(figure, reader, wide)
    return block | ({"title": ""} if figure.title == slide.title else {})


def keys_of(said: tuple[KeyFigure, ...], reader: Reader) -> Block:
    """Return key figures side by side."""
    return blocks.keys(
        {
            "label": one.label,
            "value": one.value,
            "of": one.of,
            "note": one.note,
            "tone": one.tone,
            "evidence": number_words(one.evidence, one.documented, reader),
            "is_documented": one.evidence == DOCUMENTED,
        }
        for one in said
    )


def table_of(slide: Slide, reader: Reader, most: int | None = None, without: str = "") -> Block:
    """Return a slide's table, illustrative rows marked. without: drop the first column where it says only this."""
    table = slide.table
    assert table is not None  # noqa: S101  callers ask only slides with a table
    text, widths = table.text, list(table.widths)
    if without and (text.iloc[:, 0] == without).all():
        text, widths = text.iloc[:, 1:], widths[1:]
    return blocks.table(
        text,
        title="" if table.title == slide.title else table.title,
        most=most,
        widths=widths or None,
        numeric=table.numeric,
        mark=table.illustrative or None,
        evidence_column=reader.t("table-evidence"),
        reader=reader,
    )


def bullets_of(slide: Slide, reader: Reader) -> Block:
    """Return a slide's short sentences."""
    return blocks.entries([(one, False) for one in slide.bullets])


def title_of(story: Story) -> str:
    """Return what the whole story is called."""
    slide = story.slide("title")
    return f"{slide.title}: {story.scope_name}" if slide else story.scope_name


def told_of(story: Story) -> str:
    """Return of when the story is: "ข้อมูล ณ …", or of a period both its days."""
    t, day = story.reader.t, story.reader.date(story.asof, short=False)
    if story.beginning is None:
        return t("brief-asof", date=day)
    return t("brief-period", since=story.reader.date(story.beginning, short=False), date=day)


def foot(story: Story) -> str:
    """Return the line that stands below every page: day, release, what illustrative rows are."""
    t = story.reader.t
    said = [
        told_of(story),
        t("brief-release", release=story.release),
    ]
    if story.evidence == "all":
        said.append(t("brief-illustrative-why"))
    return " · ".join(said)
