"""The slides of a story as HTML for a large screen: one finding each, every text escaped."""

import re
import unicodedata
from collections.abc import Sequence
from html import escape

import pandas as pd

from exports.story.parts import KeyFigure, Slide, Story, Table
from figures import sentences
from figures.evidence import number_words
from figures.tokens import tokens
from locales import Reader
from measures.evidence import needs_mark
from shell import markup
from views.present import charts as present_charts

# Columns of a table that a hall can read: places in `Table.text`; alone, and beside something else.
ALONE = {
    "coverage_map": (0, 1, 2),
    "gaps": (0, 1, 2, 3),
    "workshops": (0, 1, 2),
    "phases": (0, 1, 2, 5),
    "projects": (0, 2, 3, 4),
    "sources": (1, 2),
    "changes": (0, 1, 2, 3),
}
BESIDE = ALONE | {"changes": (0, 1, 2), "coverage_map": (0, 1), "gaps": (0, 1), "workshops": (0, 1)}
TOLD_BY_CHART = ("phases", "projects", "comparison")  # their tables say the same in more words
MOST_ROWS = 14  # more never fit on a slide; the browser hides those that do not
SHORT = 42  # letters of a title that stays on one line
LONG, LONGER = 72, 92  # letters of a sentence from which it is set smaller
NUMBERS = re.compile(r"(\d[\d,.]*)")
DATES = re.compile(r"\d{1,2} [^\s\d]+ \d{4}")


def section(slide: Slide, number: int, story: Story, sources: pd.DataFrame) -> str:
    """Return one slide: head, body, foot and the notes for the speaker. sources: `Records.sources`."""
    reader, of = story.reader, len(story.slides)
    foot = (
        f'<footer class="sti-show-foot"><span>{escape(reader.t("shell-brand"))} · '
        f"{escape(reader.t('shell-release', release=story.release))}</span>"
        f"<span>{number} / {of}</span></footer>"
    )
    head = "" if slide.kind == "title" else _head(slide, reader)
    close = " close" if slide.area_map is not None and slide.area_map.close else ""
    short = " short" if width(_said(slide)) <= SHORT else ""
    kind = escape(slide.kind)
    return (
        f'<section class="sti-show {kind}{short}{close}" data-slide="{number}" data-kind="{kind}" '
        f'aria-label="{escape(plain_title(slide))}">{head}{_body(slide, reader)}{foot}'
        f"{_notes(slide, reader, sources)}</section>"
    )


def width(said: str) -> int:
    """Return how many letters wide a text is: marks above and below a Thai letter take no room."""
    return sum(unicodedata.category(letter) != "Mn" for letter in said)


def whole_dates(said: str) -> str:
    """Return a text whose dates do not break across lines."""
    return DATES.sub(lambda found: found[0].replace(" ", "\u00a0"), said)


def plain_title(slide: Slide) -> str:
    """Return what a slide says in one line."""
    return f"{slide.title}: {slide.subtitle}" if slide.kind == "title" else slide.title


def _head(slide: Slide, reader: Reader) -> str:
    share = markup.evidence_words(slide.documented, reader)
    sample = slide.documented is not None and slide.documented < 1
    told = f' <span class="sti-show-tag{" sample" if sample else ""}">{escape(share)}</span>' if share else ""
    title = _marked(slide.lead) if slide.lead else escape(slide.title)
    size = _size(_said(slide))
    return (
        f'<header class="sti-show-head"><h2 class="{size}">{whole_dates(title)}</h2>'
        f"<p><span>{escape(slide.subtitle)}</span>{told}</p></header>"
    )


def _said(slide: Slide) -> str:
    return sentences.plain(slide.lead) if slide.lead else slide.title


def _size(said: str) -> str:
    return "longer" if width(said) > LONGER else "long" if width(said) > LONG else ""


def _marked(lead: str) -> str:
    return "".join(
        f'<b class="{run.meaning}">{escape(run.text)}</b>' if run.meaning else escape(run.text)
        for run in sentences.runs(lead)
    )


def _body(slide: Slide, reader: Reader) -> str:
    if slide.kind == "title":
        lines = "".join(f"<p>{escape(line)}</p>" for line in slide.bullets)
        return (
            f'<div class="sti-show-cover"><p class="brand">{escape(reader.t("shell-brand"))}</p>'
            f"<h2>{escape(slide.title)}</h2><p class=scope>{escape(slide.subtitle)}</p>{lines}</div>"
        )
    if slide.key_figures:
        return f'<ul class="sti-show-keys">{"".join(_key(one, reader) for one in slide.key_figures)}</ul>'
    return f'<div class="sti-show-body">{"".join(_parts(slide, reader))}</div>'


def _parts(slide: Slide, reader: Reader) -> list[str]:
    """Return what stands side by side: at most two of map, chart, table and sentences."""
    if slide.kind == "decide" and slide.table is not None:
        return [_decisions(slide.table, reader)]
    made = []
    if slide.area_map is not None:
        # The names stand on a close map: what lies around it needs no word.
        around = tokens(reader).outside if slide.area_map.close else ""
        items = "".join(markup.legend_item(item) for item in slide.area_map.legend if item.colour != around)
        made.append(f'<div class="sti-show-map"><ul class="sti-show-legend">{items}</ul></div>')
    if slide.chart is not None:
        own = present_charts.chart(slide.chart, reader)
        made.append(f"<div>{own}</div>")
    says = bool(slide.bullets) and slide.kind != "sources"
    room = 2 - len(made) - says
    told = slide.chart is not None and slide.kind in TOLD_BY_CHART
    if says:
        lines = "".join(f"<li>{_counted(line)}</li>" for line in slide.bullets)
        made.append(f'<div><ul class="sti-show-says" {_fit(0, reader)}>{lines}</ul></div>')
    if slide.table is not None and room > 0 and not told:
        made.append(f"<div>{_table(slide.table, slide.kind, bool(made), reader)}</div>")
    if not made:
        made.append(f"<div><p>{escape(reader.t('book-no-table'))}</p></div>")
    return made


def _counted(line: str) -> str:
    """Return a sentence whose numbers stand out."""
    parts = NUMBERS.split(line)
    return "".join(f"<b>{escape(part)}</b>" if i % 2 else escape(part) for i, part in enumerate(parts))


def _fit(rest: int, reader: Reader) -> str:
    """Return the attributes of a list whose last rows may be hidden: how the browser says how many are left."""
    return f'data-fit="{rest}" data-more="{escape(reader.t("present-more", n="#"))}"'


def _key(one: KeyFigure, reader: Reader) -> str:
    share = number_words(one.evidence, one.documented, reader)
    sample = needs_mark(one.evidence)
    tag = f'<span class="sti-show-tag{" sample" if sample else ""}">{escape(share)}</span>' if share else ""
    size = "words" if width(one.value) > 13 else "word" if width(one.value) > 6 else ""
    return (
        f'<li><span class="name">{escape(one.label)}</span><span class="value {one.tone} {size}">{escape(one.value)}'
        f"{f' <small>{escape(one.of)}</small>' if one.of else ''}</span>"
        f"{f'<span class=note>{escape(one.note)}</span>' if one.note else ''}{tag}</li>"
    )


def _decisions(table: Table, reader: Reader) -> str:
    rows = []
    for cells, sample in zip(table.text.itertuples(index=False), table.illustrative, strict=True):
        what, n, of, areas = (str(cell) for cell in cells[:4])
        rows.append(
            f'<li><span class="count"><b>{escape(n)}</b> {escape(reader.t("present-of", of=of))}</span>'
            f'<span class="what">{escape(what)}{_tag(sample, reader)}<span class="quiet">{escape(areas)}</span></span></li>'
        )
    return f'<div><ol class="sti-show-decide" {_fit(0, reader)}>{"".join(rows)}</ol></div>'


def _tag(sample: bool, reader: Reader) -> str:
    return (
        f' <span class="sti-show-tag sample">{escape(reader.t("brief-illustrative"))}</span>'
        if sample
        else ""
    )


def _table(table: Table, kind: str, beside: bool, reader: Reader) -> str:
    """Return the first rows of a table, in the columns that have room; illustrative rows are marked where not all are."""
    columns = _columns(table, (BESIDE if beside else ALONE).get(kind, ()))
    mixed = any(table.illustrative) and not all(table.illustrative)
    text = table.text.iloc[:, columns]
    head = "".join(f'<th scope="col"{_right(name, table)}>{escape(str(name))}</th>' for name in text.columns)
    rows = []
    for cells, sample in list(zip(text.itertuples(index=False), table.illustrative, strict=True))[:MOST_ROWS]:
        own = "".join(
            f"<td{_right(name, table)}>{escape('' if cell is None else str(cell))}"
            f"{_tag(sample and mixed, reader) if i == 0 else ''}</td>"
            for i, (name, cell) in enumerate(zip(text.columns, cells, strict=True))
        )
        rows.append(f"<tr>{own}</tr>")
    rest = len(text) - len(rows)
    return (
        f'<table class="sti-show-table" aria-label="{escape(table.title)}"><thead><tr>{head}</tr></thead>'
        f"<tbody {_fit(rest, reader)}>{''.join(rows)}</tbody></table>"
    )


def _columns(table: Table, wanted: Sequence[int]) -> list[int]:
    places = range(table.text.shape[1])
    return [i for i in wanted if i in places] or list(places[:4])


def _right(name: object, table: Table) -> str:
    return ' class="num"' if name in table.numeric else ""


def _notes(slide: Slide, reader: Reader, sources: pd.DataFrame) -> str:
    said = "".join(f"<li>{escape(line)}</li>" for line in slide.notes)
    cited = sources[sources["source_id"].isin(slide.sources)].to_dict("records")
    listed = "".join(f"<li>{markup.source_line(row, reader)}</li>" for row in cited)
    return (
        f'<aside class="sti-show-notes" aria-label="{escape(reader.t("present-note-of"))}" tabindex="-1"><ul>{said}</ul>'
        + (f"<p>{escape(reader.t('nav-sources'))}</p><ul>{listed}</ul>" if listed else "")
        + "</aside>"
    )
