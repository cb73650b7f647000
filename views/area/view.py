"""The sections of an area's page, and how they look on the screen and on paper."""

from collections.abc import Mapping
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from data.records import Records
from exports import tabular
from figures import maps
from figures.figure import Figure
from figures.tokens import LIGHT
from locales import Reader
from measures import areas, values
from measures.area.profile import AreaProfile
from measures.catalogue import NO_VALUE, SPECS
from measures.selection import Selection
from shell import context, downloads, leaving, lists, markup
from views.area import behind
from views.area import tables as area_tables
from views.area import words as area_words

_PAPER = "".join(
    f"--{name.replace('_', '-')}:{value};" for name, value in vars(LIGHT).items() if isinstance(value, str)
)
# Paper is white whatever the screen is.
STYLE = (
    Path(__file__).with_name("area.css").read_text(encoding="utf-8")
    + f"@media print {{ :root {{ {_PAPER} color-scheme: light; }} }}"
)
# Paper: 190 by 281 mm are 718 by 1062 px. A sheet that is longer is measured and set smaller before it is printed.
SCRIPT = """
if (!window.stiPrint) {
  window.stiPrint = true;
  document.addEventListener("click", (event) => { if (event.target.closest("[data-print]")) window.print(); });
  window.addEventListener("beforeprint", () => {
    const sheet = document.querySelector(".sti-sheet");
    if (!sheet) return;
    const height = (fit) => {
      const copy = sheet.cloneNode(true);
      copy.style.cssText = `display:block;position:absolute;left:-9999px;width:${718 / fit}px;--fit:1`;
      sheet.parentNode.append(copy);
      const found = copy.offsetHeight * fit;
      copy.remove();
      return found;
    };
    let fit = 1;
    while (fit > 0.7 && height(fit) > 1052) fit -= 0.01;
    sheet.style.setProperty("--fit", fit.toFixed(2));
  });
}
"""


def files() -> None:
    """Draw what can be taken from the page of an area: its files, its presentation."""
    selection = context.selection()
    if selection.area:
        downloads.show([(selection.area, selection.asof)], selection.evidence)


def actions(page: AreaProfile, reader: Reader) -> str:
    """Return what a reader can do next: group, comparisons, projects, print."""
    area, made = page.area, []
    if area.level == "province" and area.group_code:
        made.append(area_tables.area_link(area.group_code, reader.pick(vars(page), "group_name")))
    others = tuple(page.neighbours["area_code"][:3])
    if others:
        made.append(lists.go(reader.t("area-compare-neighbours"), "compare", areas=(area.code, *others)))
    made.append(lists.go(reader.t("area-projects-link"), "projects", area=area.code))
    made.append(f'<button type="button" data-print="1">{escape(reader.t("area-print"))}</button>')
    return f'<div class="sti-actions">{"".join(made)}</div>'


def absent(page: AreaProfile, records: Records, names: Mapping[str, str], reader: Reader) -> str:
    """Return where to go from an area that does not exist on the day: what it was part of, when it begins."""
    made = []
    if page.predecessor_code:
        name = names[page.predecessor_code]
        link = area_tables.area_link(page.predecessor_code, name)
        told = escape(reader.t("area-absent-predecessor", name="\u0001")).replace("\u0001", link)
        made.append(f"<span>{told}</span>")
    own = records.provinces[records.provinces["province_code"] == page.area.code]
    if len(own) and pd.notna(own["established_on"].iloc[0]):
        day: date = own["established_on"].iloc[0].date()
        told = reader.t("area-absent-established", date=reader.date(day))
        made.append(lists.go(told, "area", area=page.area.code, asof=day))
    return f'<div class="sti-actions">{"".join(made)}</div>'


def people(
    page: AreaProfile,
    records: Records,
    selection: Selection,
    names: Mapping[str, str],
    silent: bool,
    reader: Reader,
) -> str:
    """Return who stands for the ministry in the area: representative, institutions, PCSO, and how far the plan is."""
    t, tag = reader.t, markup.sample_tag
    before = "".join(f'<p class="sti-sub">{escape(line)}</p>' for line in area_tables.earlier(page, reader))
    found = area_tables.institutions(page, names, silent, reader, tag)
    held = area_tables.representatives(page, reader, tag).html(reader)
    return "".join(
        (
            section(t("area-representative"), t("area-representative-sub"), held + before),
            section(
                t("area-institutions"),
                t("area-institutions-sub", n=len(found.rows)) if found.rows else "",
                found.html(reader),
            ),
            section(t("area-pcso"), "", f"<p>{area_words.pcso(page, records, selection, reader)}</p>"),
            section(t("area-plan"), t("area-plan-sub"), area_tables.plan(page, reader, tag).html(reader)),
            behind.html(page.area.code, records, reader),
        )
    )


def section(title: str, sub: str, body: str, level: int = 2) -> str:
    """Return one section of the page."""
    return f'<section class="sti-block">{markup.section(title, sub, level)}{body}</section>'


def neighbours(page: AreaProfile, reader: Reader) -> str:
    """Return the neighbours to click on: coverage as a mark, the distance, whether they are of the same group."""
    if page.neighbours.empty:
        return f'<p class="sti-sub">{escape(reader.t("area-neighbours-none"))}</p>'
    rows = []
    for row in page.neighbours.to_dict("records"):
        said = maps.value_label(row, SPECS["coverage"], page.area.level, reader)
        km = reader.t("area-km", km=reader.number(row["km"]))
        same = f" · {reader.t('area-neighbour-same')}" if row["is_same_group"] else ""
        mark = f'<i class="{escape(row["state"])}" title="{escape(said)}"></i>'
        rows.append(
            f"<li><span>{mark if page.area.level == 'province' else ''}"
            f"{area_tables.area_link(row['area_code'], reader.pick(row, 'name'))}"
            f'<span class="sti-sub"> {escape(said + same)}</span></span><span class="km">{escape(km)}</span></li>'
        )
    return f'<ul class="sti-near">{"".join(rows)}</ul>'


def chooser(records: Records, selection: Selection, reader: Reader) -> str:
    """Return every group with its provinces, each a link, coverage as countable squares."""
    rows = values.by_area(records, Selection(asof=selection.asof, evidence=selection.evidence))
    parts: list[str] = []
    for group in [*areas.groups_on(records, selection.asof).to_dict("records"), None]:
        code = group["area_code"] if group else ""
        own = rows[rows["group_code"] == code].to_dict("records")
        if not own:
            continue
        order = {name: i for i, name in enumerate(reader.sorted(reader.pick(r, "name") for r in own))}
        own.sort(key=lambda row: order[reader.pick(row, "name")])
        parts.append(_group(group, own, reader))
    return f'<div class="sti-groups">{"".join(parts)}</div>'


def _group(group: Mapping[Any, Any] | None, rows: list[dict[Any, Any]], reader: Reader) -> str:
    head, drawn = f"<b>{escape(reader.t('area-no-group'))}</b>", ""
    if group:
        head = f"<b>{area_tables.area_link(group['area_code'], reader.pick(group, 'name'))}</b>"
        if all(row["state"] not in NO_VALUE for row in rows):
            reached = sum(row["state"] == "covered" for row in rows)
            words = reader.t("table-out-of", n=reached, of=len(rows))
            drawn = markup.squares(reached, len(rows), words)
    links = "".join(
        f'<span><i class="{escape(row["state"])}" title="{escape(reader.t("measure-coverage-" + row["state"]))}"></i>'
        f"{area_tables.area_link(row['area_code'], reader.pick(row, 'name'))}</span>"
        for row in rows
    )
    return f'<div class="sti-group">{head}{drawn}<div class="sti-members">{links}</div></div>'


def take_away(figure: Figure, key: str, label: str, reader: Reader) -> None:
    """Draw the button that downloads a table as CSV."""
    stamp = leaving.stamp()
    st.download_button(
        label,
        data=lambda: tabular.of_figure(figure, stamp, reader),
        file_name=f"{leaving.file_stem(figure.name)}.csv",
        mime="text/csv",
        key=key,
        on_click="ignore",
        type="tertiary",
    )
