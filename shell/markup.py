"""Small pieces of HTML, every text in them escaped."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from html import escape
from typing import Any
from urllib.parse import urlencode

import pandas as pd

from figures import evidence as evidence_in_words
from figures import sentences
from figures.figure import Figure, LegendItem
from locales import Reader
from locales.publishers import publisher
from shell import remembered

_MARKS = re.compile(r"([!-/:-@\[-`{-~])")


def as_text(text: str) -> str:
    """Return a text for the platform's notes, which read Markdown: every sign in it stands for itself."""
    return _MARKS.sub(r"\\\1", " ".join(text.split()))


def one_block(html: str) -> str:
    """Return HTML that may pass through the platform's Markdown: without line breaks nothing in it is read as such."""
    return " ".join(html.splitlines())


@remembered.once
def card_head(figure: Figure, reader: Reader, level: int) -> str:
    """Return a card's head: the finding, what it shows and how much of it is documented, the legend."""
    evidence = evidence_words(figure.documented, reader)
    subtitle = escape(figure.subtitle) + (
        f' · <span class="sti-evidence">{escape(evidence)}</span>' if evidence else ""
    )
    mark = evidence_mark(evidence_in_words.state_of(figure.documented), reader)
    notes = "".join(f'<p class="sti-note">{escape(note)}</p>' for note in figure.notes)
    return (
        f'<div class="sti-card-head"><h{level}>{escape(figure.title)}{f" {mark}" if mark else ""}</h{level}>'
        f'<p class="sti-sub">{subtitle}</p>{notes}' + legend(figure, reader) + "</div>"
    )


def legend(figure: Figure, reader: Reader, answers: bool = False) -> str:
    """Return a figure's legend, its counts marked as far as no document states them; "" where it has none.

    answers: the page answers to an entry under focus, so the keyboard has to reach each.
    """
    items = "".join(legend_item(item, answers) for item in figure.legend)
    mark = evidence_mark(evidence_in_words.state_of(figure.documented), reader)
    if mark and any(item.count is not None for item in figure.legend):
        items += f"<li>{mark}</li>"
    return f'<ul class="sti-legend">{items}</ul>' if items else ""


def evidence_words(documented: float | None, reader: Reader) -> str:
    """Return how much of a figure documents state, in words."""
    return evidence_in_words.share_words(documented, reader)


@remembered.once
def card_links(figure: Figure, key: str, sources: pd.DataFrame, reader: Reader) -> str:
    """Return a card's links: sources, link to itself."""
    listed = sources[sources["source_id"].isin(figure.sources)]
    rows = "".join(f"<li>{source_line(row, reader)}</li>" for row in listed.to_dict("records"))
    count = f" [{len(listed)}]"
    source = (
        f'<details class="sti-sources"><summary>{escape(reader.t("card-sources"))}{count}</summary><ul>{rows}</ul></details>'
        if rows
        else ""
    )
    return (
        '<span class="sti-links">'
        f'<button type="button" data-copy="{escape(key)}">{escape(reader.t("card-link"))}</button>'
        f"{source}</span>"
    )


def source_line(row: dict[str, Any], reader: Reader) -> str:
    """Return a source as one line: title, publisher, date."""
    published = row["published_on"]
    when = "" if pd.isna(published) else ", " + reader.date(published, row["date_precision"] or "day")
    by = f" — {publisher(row['publisher'], reader.lang)}" if row["publisher"] else ""
    return escape(reader.pick(row, "title") + by + when)


# A browser's dictionary breaks these in their middle: "ระยะ|ที่ 2", "จัด|ประชุม", "ผู้|แทน".
_UNBROKEN = re.compile("ระยะที่[ \u00a0][0-9๐-๙]|จัดประชุม|ผู้แทน(?:กระทรวงฯ)?")


def lead(marked: str, below: str = "") -> str:
    """Return the page's one h1, its numbers coloured by meaning, and a quiet line below."""
    return _lead(_words(marked), below)


def dated_lead(
    day: str, clauses: Iterable[tuple[str, str]], below: str, reader: Reader, cited: str = ""
) -> str:
    """Return the page's one h1: its day first, then each clause with the mark of its number.

    clauses: marked text and evidence, "" for a clause without a number. cited: HTML behind the quiet line.
    """
    said = [f'<span class="day">{escape(day)}</span>']
    for marked, evidence in clauses:
        # what no document states is marked in the text itself
        stated = evidence == "documented"
        said.append(f"{_words(marked)} {sample_tag(evidence, reader)}" if stated else _words(marked))
    return _lead(" ".join(said), below, cited)


def citation(source_ids: str, sources: pd.DataFrame, reader: Reader) -> str:
    """Return the documents behind a sentence, one click away; "" where there are none. source_ids: with spaces between."""
    listed = sources[sources["source_id"].isin(source_ids.split()) & (sources["evidence"] == "documented")]
    rows = "".join(f"<li>{source_line(row, reader)}</li>" for row in listed.to_dict("records"))
    said = f"{escape(reader.t('card-sources'))} [{len(listed)}]"
    return f'<details class="sti-cite"><summary>{said}</summary><ul>{rows}</ul></details>' if rows else ""


def _words(marked: str) -> str:
    words = "".join(
        f'<b class="{run.meaning}">{escape(run.text)}</b>' if run.meaning else escape(run.text)
        for run in sentences.runs(marked)
    )
    return _UNBROKEN.sub(r"<span>\g<0></span>", words)


def _lead(words: str, below: str, cited: str = "") -> str:
    quiet = (f"<p>{escape(below)}</p>" if below else "") + cited
    return f'<div class="sti-lead"><h1>{words}</h1>{quiet}</div>'


def html_table(
    columns: Sequence[str], rows: Iterable[Sequence[str]], *, numeric: Collection[int] = (), caption: str = ""
) -> str:
    """Return a table. Cells are HTML already: escape what comes from data. numeric: column positions."""

    def cells(tag: str, values: Sequence[str]) -> str:
        marks = (' class="num"' if i in numeric else "" for i in range(len(values)))
        scope = ' scope="col"' if tag == "th" else ""
        return "".join(
            f"<{tag}{mark}{scope}>{value}</{tag}>" for mark, value in zip(marks, values, strict=True)
        )

    body = "".join(f"<tr>{cells('td', row)}</tr>" for row in rows)
    title = f'<caption class="sti-sr">{escape(caption)}</caption>' if caption else ""
    return (
        f'<div class="sti-scroll" tabindex="0" role="region" aria-label="{escape(caption, quote=True)}">'
        f'<table class="sti-table">{title}<thead><tr>{cells("th", [escape(c) for c in columns])}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def section(title: str, subtitle: str = "", level: int = 2) -> str:
    """Return a section's head."""
    sub = f'<p class="sti-sub">{escape(subtitle)}</p>' if subtitle else ""
    return f'<div class="sti-card-head sti-section"><h{level}>{escape(title)}</h{level}>{sub}</div>'


def folded(title: str, count: int, content: str) -> str:
    """Return HTML folded under its title and how many there are; it opens for links into it and for paper (page.js)."""
    return f'<details class="sti-fold"><summary>{escape(title)} [{count}]</summary>{content}</details>'


def link(text: str, page: str, query: Mapping[str, Any]) -> str:
    """Return a link to a page of ours with a view in its address."""
    return f'<a href="{escape(href(page, query), quote=True)}" target="_self" data-go="1">{escape(text)}</a>'


def href(page: str, query: Mapping[str, Any]) -> str:
    """Return the address of a page of ours, relative, so that a base path is kept."""
    path = "./" if page == "overview" else page
    return f"{path}?{urlencode(query, doseq=True)}" if query else path


def squares(reached: int, total: int, label: str) -> str:
    """Return countable marks: `reached` filled squares of `total`, with the words for those who do not see them."""
    marks = "".join(f'<i class="{"on" if i < reached else "off"}"></i>' for i in range(total))
    return f'<span class="sti-squares" role="img" aria-label="{escape(label, quote=True)}">{marks}</span>'


def sample_tag(evidence: str, reader: Reader) -> str:
    """Return the mark of evidence in a row: documented, partly or illustrative; "" where no row stands behind it."""
    kind = {"illustrative": " sample", "partly": " sample partly"}.get(evidence, "")
    said = escape(evidence_in_words.word(evidence, reader))
    return f'<span class="sti-tag{kind}">{said}</span>' if said else ""


def evidence_mark(evidence: str, reader: Reader) -> str:
    """Return the mark that a number carries where it stands: nothing for a documented one."""
    return sample_tag(evidence, reader) if evidence_in_words.mark(evidence, reader) else ""


def legend_item(item: LegendItem, answers: bool = False) -> str:
    """Return one entry of a legend as a list item."""
    count = "" if item.count is None else f" <b>{item.count:,}</b>"
    hatched = " hatched" if item.pattern == "hatch" else ""
    reach = ' tabindex="0"' if answers else ""
    return (
        f'<li{reach}><i class="sti-key {item.mark}{hatched}" style="--fill:{escape(item.colour)};'
        f'--line:{escape(item.line or item.colour)}"></i>{escape(item.label)}{count}</li>'
    )
