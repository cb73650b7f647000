"""A comparison in words: the sentence with the main difference, the table of all measures; and how it looks."""

from collections.abc import Mapping, Sequence
from datetime import date
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from data.records import Records
from exports import tabular
from figures import sentences, words
from figures.compare import drawn as compare_drawn
from figures.compare import panels as compare_figures
from figures.compare import sides as compare_sides
from figures.compare import words as compare_words
from figures.compare.sides import Sides
from figures.evidence import mark
from figures.tokens import tokens
from locales import Reader
from measures import compare, scope
from measures.catalogue import NO_VALUE, SPECS
from measures.evidence import combined, needs_mark
from shell import address, leaving, lists, markup

STYLE = """
.st-key-compare_controls { padding-bottom: .25rem; }
.sti-compare td { min-width: 8.5em; }
.sti-compare td:first-child { min-width: 11em; max-width: 17em; }
.sti-compare td:last-child { min-width: 0; }
.sti-compare td b { font-weight: 600; font-size: 15px; }
.sti-compare .sti-bar { display: block; height: 5px; border-radius: 2px; background: var(--rule);
  margin: .35rem 0 .1rem; max-width: 15em; }
.sti-compare .sti-bar i { display: block; height: 5px; border-radius: 2px; background: var(--side); }
.sti-compare .more { color: var(--reached-text); }
.sti-compare .less { color: var(--missing-text); }
.st-key-areas [data-tag] :is(span, button) { color: var(--paper); }
.st-key-compare_csv button { color: var(--accent); padding: 0; min-height: 1.75rem; }
@media print { .st-key-compare_controls, .st-key-map_controls, .st-key-compare_csv { display: none !important; } }
"""
# Maps and panels side by side scroll inside their card on a narrow screen.
WIDE = """
@media (max-width: 640px) {
  :is(.st-key-card_map, .st-key-card_over_time) .stElementContainer:has(.stPlotlyChart) { overflow-x: auto; }
  :is(.st-key-card_map, .st-key-card_over_time) [data-testid="stFullScreenFrame"] { min-width: 900px; }
}
"""
WORDS = {
    "ภาคตะวันออกเฉียงเหนือ": ("ภาค", "ตะวัน", "ออก", "เฉียง", "เหนือ"),
    "ดำเนินการ": ("ดำเนิน", "การ"),
    "ปฏิบัติการ": ("ปฏิบัติ", "การ"),
}
EXAMPLES: tuple[tuple[str, dict[str, Any]], ...] = (
    (
        "north-east",
        {"areas": ("2551-lower-northeast-1", "2551-lower-northeast-2"), "asof": date(2011, 9, 30)},
    ),
    ("north", {"areas": ("2551-upper-north-1", "2551-upper-north-2"), "asof": date(2015, 9, 30)}),
    ("south", {"areas": ("94", "95", "96")}),
    ("dates", {"areas": (), "asof": date(2009, 12, 21), "asof2": date(2015, 9, 30)}),
)


def lead(records: Records, found: Sides, reader: Reader) -> str:
    """Return the sentence that says the main difference, marked for meaning."""
    frame = compare_drawn.table(records, found)
    main = compare.main_difference(records, found.sides, frame)
    scoped = ""
    if found.by_date:
        scoped = reader.t("compare-scope", name=compare_sides.area_name(records, found.sides[0], reader))
    if main.state != "value":
        return reader.t(f"compare-lead-{main.state.replace('_', '-')}", scope=scoped)
    names = compare_sides.labels(records, found, reader)
    if found.by_date:
        names = tuple(reader.t("compare-on", date=name) for name in names)
    rows = frame[frame["measure"] == main.measure].set_index("side")
    rates = SPECS[main.measure].kind != "categorical" and bool((rows["of"] > 1).any())
    say = compare_words.rate_text if rates else compare_words.count_text
    said = reader.t(
        "compare-lead",
        scope=scoped,
        measure=_whole(compare_words.name(main.measure, reader)),
        high=_whole(names[main.high]),
        low=_whole(names[main.low]),
        **{
            "high-value": say(rows.loc[main.high].to_dict() | {"measure": main.measure}, reader),
            "low-value": say(rows.loc[main.low].to_dict() | {"measure": main.measure}, reader),
        },
    )
    kinds = combined(rows.loc[[main.high, main.low], "evidence"])
    return sentences.with_mark(said, mark(kinds, reader), last=True)


def _whole(name: str) -> str:
    """Return a name that a large line does not break inside a word: the browser would, in these three."""
    for word, parts in WORDS.items():
        name = name.replace(word, "\u2060".join(parts))
    return name


def below(records: Records, found: Sides, reader: Reader) -> str:
    """Return the quiet line under the sentence: the day, what a rate is, what is illustrative."""
    frame, said = compare_drawn.table(records, found), []
    if not found.by_date:
        said.append(reader.t("compare-below-day", date=reader.date(found.sides[0].asof)))
    said += [reader.t("compare-below-rates"), reader.t("compare-below-order")]
    if frame["evidence"].map(needs_mark).any():
        said.append(reader.t("compare-below-sample"))
    return " · ".join(said)


def notes(records: Records, found: Sides, reader: Reader) -> str:
    """Return what a reader must know: choices that could not be used, areas that do not exist on their day."""
    said = list(found.notes)
    for side in found.sides:
        area = scope.area_on(records, side.area, side.asof)
        if not area.exists:
            name = reader.pick(vars(area), "name")
            said.append(reader.t("compare-side-absent", name=name, date=reader.date(side.asof)))
    return "".join(f'<p class="sti-note">{escape(line)}</p>' for line in said)


def table(records: Records, found: Sides, reader: Reader) -> str:
    """Return every measure of every side: count, rate, difference to the first side."""
    frame, names = compare_drawn.table(records, found), compare_sides.labels(records, found, reader)
    rows = []
    for measure, own in frame.groupby("measure", sort=False):
        highest = own["rate"].max()
        cells = [_cell(row, highest, reader) for row in own.to_dict("records")]
        kinds = combined(own["evidence"])
        rows.append(
            [escape(compare_words.name(str(measure), reader)), *cells, markup.sample_tag(kinds, reader)]
        )
    columns = [reader.t("area-column-measure"), *names, reader.t("area-column-evidence")]
    title, sub = reader.t("compare-table"), reader.t("compare-table-sub", first=names[0])
    drawn = markup.html_table(columns, rows, caption=title)
    return f'<div class="sti-compare">{markup.section(title, sub)}{drawn}{_links(found, names)}</div>'


def _links(found: Sides, names: Sequence[str]) -> str:
    """Return a link to the page of each side's area."""
    sides = [(side, name) for side, name in zip(found.sides, names, strict=True) if side.area]
    links = (lists.go(f"{name} ›", "area", area=side.area, asof=side.asof) for side, name in sides)
    return f'<p class="sti-contents">{"".join(links)}</p>' if sides else ""


def _cell(row: Mapping[Any, Any], highest: float, reader: Reader) -> str:
    count = escape(compare_words.count_text(row, reader))
    if row["state"] in NO_VALUE:
        why = escape(words.reason(row["reason"], reader))
        return f'{count}<br><span class="sti-sub">{why}</span>'
    share = 0 if not highest or pd.isna(row["rate"]) else max(0, round(100 * row["rate"] / highest))
    colour = compare_figures.side_colours(tokens(reader))[row["side"]]
    bar = f'<span class="sti-bar" aria-hidden="true"><i style="width:{share}%;--side:{colour}"></i></span>'
    rate = escape(compare_words.rate_text(row, reader))
    partly = ""
    if row["reason"] == "partly_reported":
        partly = f'<br><span class="sti-sub">{escape(reader.t("reason-partly_reported"))}</span>'
    return f'<b>{count}</b>{bar}<span class="sti-sub">{rate}</span>{partly}{_difference(row, reader)}'


def _difference(row: Mapping[Any, Any], reader: Reader) -> str:
    if not row["side"] or pd.isna(row["difference"]):
        return ""
    if not row["difference"] and not row["rate_difference"]:
        return f'<br><span class="sti-sub">{escape(reader.t("compare-no-difference"))}</span>'
    tone = "more" if row["rate_difference"] > 0 else "less"
    said = " · ".join(part for part in compare_words.difference_text(row, reader) if part)
    return f'<br><span class="sti-sub {tone}">{escape(said)}</span>'


def take_away(records: Records, found: Sides, reader: Reader) -> None:
    """Draw the button that downloads the table of all measures."""
    names = compare_sides.labels(records, found, reader)
    frame = compare_drawn.table(records, found)
    shown = compare_words.table(frame, names, reader)
    rows = [{"side_name": names[row["side"]], **row} for row in frame.to_dict("records")]
    stamp = leaving.stamp(conditions=below(records, found, reader))
    asof = address.current()["asof"].isoformat()
    st.download_button(
        reader.t("compare-csv"),
        data=lambda: tabular.of_table(shown, rows, stamp, reader),
        file_name=f"sti-compare-{asof}-{reader.lang}.csv",
        mime="text/csv",
        key="compare_csv",
        on_click="ignore",
        type="tertiary",
    )


def examples(reader: Reader) -> str:
    """Return comparisons to open right away."""
    rows = "".join(
        f"<li>{lists.go(reader.t(f'compare-try-{name}'), 'compare', **changes)}</li>"
        for name, changes in EXAMPLES
    )
    return f'<p class="sti-sub">{escape(reader.t("compare-try"))}</p><ul class="sti-try">{rows}</ul>'


def example_head(records: Records, found: Sides, reader: Reader) -> str:
    """Return the head of the comparison that is drawn before the reader has chosen one."""
    names = reader.join(compare_sides.labels(records, found, reader))
    day = reader.date(found.sides[0].asof)
    return markup.section(reader.t("compare-example", names=names, date=day), reader.t("compare-example-sub"))
