"""The pieces of a story as HTML, every text in them escaped; they are complete without any script."""

from collections.abc import Sequence
from html import escape

from exports.brief.blocks import Block
from locales import Reader

SHOWN_ROWS = 8  # a longer table is folded


def render(block: Block, reader: Reader, table: str = "", pictures: Sequence[tuple[str, str]] = ()) -> str:
    """Return one piece as HTML.

    table: the table twin of a figure, HTML that is put below it. pictures: of a figure, each with the classes that say
    on which paper and screen it is shown; the block's own without any.
    """
    kind = block["kind"]
    if kind == "lead":
        words = "".join(
            f'<b class="{run["meaning"]}">{escape(run["text"])}</b>'
            if run["meaning"]
            else escape(run["text"])
            for run in block["runs"]
        )
        return f'<h2 class="lead">{words}</h2>'
    if kind == "keys":
        return f'<dl class="keys">{"".join(_key(entry) for entry in block["entries"])}</dl>'
    if kind == "figure":
        return _figure(block, table, pictures or (("", block["svg"]),))
    if kind == "table" and len(block["rows"]) > SHOWN_ROWS:
        return folded(block["title"], block, reader)
    if kind == "table":
        return heading(block) + table_html(block, reader)
    if kind == "list":
        return heading(block) + _list(block, reader)
    return heading(block) + "".join(f"<p>{escape(line)}</p>" for line in block["paragraphs"])


def folded(title: str, block: Block, reader: Reader) -> str:
    """Return a table that opens on demand; its summary says how many rows it has."""
    said = reader.t("page-rows", title=title, n=len(block["rows"]))
    return f"<details><summary>{escape(said)}</summary>{table_html(block, reader)}</details>"


def tag(said: str) -> str:
    """Return a remark that stands out: illustrative data."""
    return f'<span class="tag">{escape(said)}</span>'


def heading(block: Block, level: int = 3) -> str:
    """Return the head of a piece: finding, what it shows, how much of it is documented."""
    title = f"<h{level}>{escape(block['title'])}</h{level}>" if block["title"] else ""
    said = escape(block["subtitle"])
    if block["evidence"]:
        remark = escape(block["evidence"])
        said += f" · {remark}" if block["is_documented"] else f" {tag(block['evidence'])}"
    return title + (f'<p class="sub">{said}</p>' if said else "")


def _key(entry: Block) -> str:
    of = f" <small>{escape(entry['of'])}</small>" if entry["of"] else ""
    note = f'<dd class="note">{escape(entry["note"])}</dd>' if entry["note"] else ""
    remark = ""
    if entry["evidence"]:
        own = f'<span class="note">{escape(entry["evidence"])}</span>'
        remark = f"<dd>{own if entry['is_documented'] else tag(entry['evidence'])}</dd>"
    value = (
        f'<b class="{entry["tone"]}">{escape(entry["value"])}</b>'
        if entry["tone"]
        else escape(entry["value"])
    )
    return f'<div><dt>{escape(entry["label"])}</dt><dd class="value">{value}{of}</dd>{note}{remark}</div>'


def _figure(block: Block, table: str, pictures: Sequence[tuple[str, str]]) -> str:
    """Return a figure: its pictures, of which one is shown, legend, notes and table twin."""
    legend = "".join(f"<li>{item['svg']}{escape(item['label'])}</li>" for item in block["legend"])
    legend = f'<ul class="legend">{legend}</ul>' if legend else ""
    notes = "".join(f'<p class="quiet">{escape(note)}</p>' for note in block["notes"])
    kind = ' class="map"' if block["is_map"] else ""
    stills = "".join(f'<div class="{f"still {where}".strip()}">{svg}</div>' for where, svg in pictures)
    return (
        f'<div class="whole">{heading(block)}{legend}'
        f'<figure{kind} data-plot="{escape(block["name"])}">'
        f'<div role="img" aria-label="{escape(block["alt"])}">{stills}</div>{notes}</figure></div>{table}'
    )


def table_html(block: Block, reader: Reader) -> str:
    """Return a table with its header cells, in a box that scrolls on narrow screens."""
    right = dict.fromkeys(block["right"], ' style="text-align:right"')
    head = "".join(
        f'<th scope="col"{right.get(i, "")}>{escape(h)}</th>' for i, h in enumerate(block["headers"])
    )
    mark = reader.t("brief-illustrative")
    body = "".join(
        "<tr>"
        + "".join(
            f"<td{right.get(i, '')}>{escape(cell['text'])}"
            f"{' ' + tag(cell['word'] or mark) if cell['mark'] else ''}</td>"
            for i, cell in enumerate(row)
        )
        + "</tr>"
        for row in block["rows"]
    )
    notes = "".join(f'<p class="quiet">{escape(note)}</p>' for note in block["notes"])
    name = escape(block["title"] or block["headers"][0])
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{name}"><table><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>{notes}"
    )


def _list(block: Block, reader: Reader) -> str:
    mark = " " + tag(reader.t("brief-illustrative"))
    items = "".join(f"<li>{escape(e['text'])}{mark if e['mark'] else ''}</li>" for e in block["entries"])
    return f"<ul>{items}</ul>" + "".join(f'<p class="quiet">{escape(note)}</p>' for note in block["notes"])


def contents(slides: Sequence[tuple[str, str]], name: str) -> str:
    """Return links to the slides; slides: anchor and title."""
    items = "".join(f'<li><a href="#{escape(anchor)}">{escape(title)}</a></li>' for anchor, title in slides)
    return f'<nav aria-label="{escape(name)}"><ul class="contents">{items}</ul></nav>'
