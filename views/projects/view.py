"""The project explorer in words: the sentence, the conditions, the totals; and its style."""

from html import escape

import pandas as pd
import streamlit as st

from data.records import Records
from figures import sentences
from figures.evidence import count_words, mark
from figures.projects import conditions
from locales import Reader
from measures.evidence import Evidence
from measures.projects.explorer import Part, Totals
from measures.projects.query import ProjectQuery
from shell import filters, markup

STYLE = """
.st-key-project_filters {
  display: grid !important; grid-template-columns: repeat(5, minmax(0, 1fr)); gap: .55rem 1rem; padding-bottom: .3rem; }
:is(.st-key-project_filters, .st-key-project_filters_more) > * { width: 100% !important; min-width: 0; }
.st-key-project_filters_more { display: grid; grid-template-columns: repeat(6, minmax(0, 1fr)); gap: .6rem .9rem; }
.st-key-list_controls { row-gap: .4rem; }
.sti-page { font-size: 14px; color: var(--muted); white-space: nowrap; font-variant-numeric: tabular-nums; }
.st-key-list_steps { padding-top: .6rem; }
.st-key-clear_filters { align-self: end; }
.sti-projects .sti-scroll { max-height: 19rem; overflow: auto; }
@media print { .sti-projects .sti-scroll { max-height: none; } }
.sti-projects thead th { position: sticky; top: 0; background: var(--paper); }
.sti-projects td:first-child { min-width: 22em; max-width: 34em; }
.sti-projects td:nth-child(2) { min-width: 8em; }
.sti-projects td:nth-child(3), .sti-projects .num { white-space: nowrap; }
.sti-status { white-space: nowrap; }
.sti-status::before {
  content: ""; display: inline-block; width: 9px; height: 9px; border-radius: 50%; margin-right: .4rem;
  background: var(--partly); }
.sti-status.running::before { background: var(--reached); }
.sti-status.cancelled::before { background: var(--missing); border-radius: 1px; }
.sti-status.planned::before { background: none; border: 2px solid var(--accent); width: 7px; height: 7px; }
.st-key-project_detail { scroll-margin-top: 4.4rem; border-block: 1px solid var(--rule); padding: 1rem 0 .6rem; }
.st-key-project_detail .sti-facts dd { grid-column: auto; }
@media (max-width: 1000px) { .st-key-project_filters { grid-template-columns: repeat(3, minmax(0, 1fr)); } }
@media (max-width: 640px) {
  .st-key-project_filters { grid-template-columns: 1fr 1fr; }
  .st-key-project_filters > :nth-child(1) { grid-column: 1 / -1; }
  /* the sentence first, then what to choose; reading and focus order stay as they are */
  .stVerticalBlock > :has(> .st-key-project_filters) { order: 1; }
  .stVerticalBlock > :has(> .st-key-project_filters) ~ * { order: 2; }
  .stVerticalBlock > :has(> .st-key-project_filters) + * { order: 0; }
  .sti-projects .sti-scroll { max-height: none; }
  .stHtml .sti-projects thead { display: none; }
  .stHtml .sti-projects :is(table, tbody, tr, td:first-child) { display: block; width: 100%; max-width: none; }
  .stHtml .sti-projects tr { border-bottom: 1px solid var(--rule); padding: .6rem 0 .7rem; }
  .stHtml .sti-projects td { display: inline; border: 0; padding: 0 1.1rem 0 0; font-size: 13.5px; white-space: normal; }
  .stHtml .sti-projects td:first-child { min-width: 0; padding: 0; font-size: 14px; }
  .sti-projects .num br { display: none; }
  .sti-projects .num .sti-sub { margin-left: .5em; }
  .sti-projects .num::before { color: var(--muted); margin-right: .4em; }
  .sti-projects td:nth-child(5)::before { content: var(--allocated); }
  .sti-projects td:nth-child(6)::before { content: var(--disbursed); }
}
@media print {
  .st-key-project_filters, .st-key-map_controls, .st-key-list_controls, .st-key-list_steps, .st-key-clear_filters,
  .st-key-project_close { display: none !important; }
}
"""
# A project opens where the reader is: the session goes on, the list stays in view, then the project comes into view.
SCRIPT = """
if (!window.stiProjects) {
  window.stiProjects = true;
  const show = () => {
    let tries = 0;
    const wanted = new URLSearchParams(location.search).get("project");
    const seek = setInterval(() => {
      const card = document.querySelector(".st-key-project_detail [data-project]");
      const found = card && card.dataset.project === wanted;
      if (found || ++tries > 60) clearInterval(seek);
      if (found) setTimeout(() => document.querySelector(".st-key-project_detail")?.scrollIntoView({ block: "start" }), 150);
    }, 100);
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-open]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    const address = new URL(location.href);
    address.searchParams.set("project", link.dataset.open);
    address.hash = "";
    history.pushState({}, "", address);
    window.dispatchEvent(new PopStateEvent("popstate", { state: {} }));
    show();
  });
  const opened = location.pathname.endsWith("/projects") && new URLSearchParams(location.search).has("project");
  if (opened && !location.hash) show();
}
"""


def style() -> None:
    """Give the page its own rules and the script that opens a project in place; both are constants."""
    st.html(f"<style>{STYLE}</style><script>{SCRIPT}</script>", unsafe_allow_javascript=True)


def lead(totals: Totals, asked: ProjectQuery, reader: Reader, records: Records) -> str:
    """Return the opening sentence: how many projects, how much money, what stands beside."""
    if totals.state != "value":
        return reader.t(f"projects-lead-{totals.state.replace('_', '-')}")
    part, money = totals.attributed, asked.money
    said = mark(totals.documents.state, reader)
    clauses = [sentences.with_mark(reader.t("projects-lead", n=totals.project_count), said)]
    baht = getattr(part, f"{money}_baht")
    if pd.notna(baht) and part.project_count:
        clause = reader.t(f"projects-lead-{money}", amount=reader.million_baht(baht))
        clauses.append(sentences.with_mark(clause, said))
    if totals.unattributed.project_count:
        clause = reader.t("projects-lead-unattributed", n=totals.unattributed.project_count)
        clauses.append(sentences.with_mark(clause, mark(totals.evidence, reader)))
    elif totals.nationwide.project_count and not is_inside(asked):
        clause = reader.t("projects-lead-nationwide", n=totals.nationwide.project_count)
        clauses.append(sentences.with_mark(clause, mark(totals.evidence, reader)))
    scope = area_name(asked, reader, records) or filters.scope(records, asked.selection, reader)
    if scope:
        clauses.insert(0, reader.t("lead-scope", scope=scope))
    return " ".join(clauses).replace(" ;", ";")


def below(asked: ProjectQuery, documents: Evidence, reader: Reader, records: Records) -> str:
    """Return the quiet line: what is counted, the conditions, how many of the projects documents state."""
    words = [reader.t("projects-below-planned" if asked.status == "planned" else "projects-below")]
    if said := conditions(asked, reader, records):
        words.append(said)
    if known := count_words(documents, reader):
        words.append(known)
    return " · ".join(words)


MARK = "\u0001"  # where a figure's mark will stand


def nothing(totals: Totals, reader: Reader) -> tuple[str, str]:
    """Return what to say instead of figures: what there is not, and what a reader can do."""
    key = totals.state.replace("_", "-")
    return reader.t(f"projects-nothing-{key}"), reader.t(f"projects-nothing-{key}-sub")


def is_inside(asked: ProjectQuery) -> bool:
    """Say whether a part of the country is asked about: then shares count, and nationwide projects do not."""
    return bool(asked.selection.area or asked.selection.groups)


def area_name(asked: ProjectQuery, reader: Reader, records: Records) -> str:
    """Return the name of the chosen area, "" for none or one that the day does not know."""
    names = filters.area_names(records, asked.selection.asof, reader)
    return names.get(asked.selection.area or "", "")


def key_totals(totals: Totals, asked: ProjectQuery, reader: Reader) -> list[str]:
    """Return the totals as list items, each with its mark; each says what it counts.

    Nothing is added up that does not belong together.
    """
    mark = markup.sample_tag(totals.documents.state, reader) if totals.state == "value" else ""
    part, other = totals.attributed, "disbursed" if asked.money == "allocated" else "allocated"
    inside = is_inside(asked)
    unstated = totals.unstated(whole_country=not inside)
    by_share = reader.t("projects-key-by-share" if inside else "projects-key-whole-country")
    placed = "placed" if inside else "placed-country"
    items = [
        _key(
            placed, _count(totals.project_count, totals, reader), reader.t("projects-key-placed-sub"), reader
        ),
        _key(asked.money, _baht(part, asked.money, totals, reader), by_share, reader),
        _key(other, _baht(part, other, totals, reader), reader.t("projects-key-other-sub"), reader),
        _key("nationwide", *_beside(totals.nationwide, asked, totals, reader), reader),
    ]
    if totals.unattributed.project_count:
        items.append(_key("unattributed", *_beside(totals.unattributed, asked, totals, reader), reader))
    else:
        items.append(
            _key("unstated", _count(unstated, totals, reader), reader.t("projects-key-unstated-sub"), reader)
        )
    return [item.replace(MARK, mark) for item in items]


def _key(code: str, value: str, sub: str, reader: Reader) -> str:
    return (
        f'<li title="{escape(sub, quote=True)}"><span class="name">{escape(reader.t(f"projects-key-{code}"))}</span>'
        f'<span class="figure">{value}</span><span class="below">{MARK if "value" in value else ""}</span></li>'
    )


def _silent(totals: Totals, reader: Reader) -> str:
    key = "key-not-applicable" if totals.state == "not_applicable" else "key-not-reported"
    return f'<span class="of">{escape(reader.t(key))}</span>'


def _count(count: int, totals: Totals, reader: Reader) -> str:
    if totals.state in ("not_reported", "not_applicable"):
        return _silent(totals, reader)
    unit = escape(reader.t("projects-unit"))
    return f'<span class="value">{reader.number(count)}</span> <span class="of">{unit}</span>'


def _baht(part: Part, money: str, totals: Totals, reader: Reader) -> str:
    if totals.state in ("not_reported", "not_applicable"):
        return _silent(totals, reader)
    baht = getattr(part, f"{money}_baht")
    if pd.isna(baht):
        return f'<span class="of">{escape(reader.t("key-not-reported"))}</span>'
    unit = escape(reader.t("figures-unit-million"))
    return f'<span class="value">{reader.number(baht / 1e6, 1)}</span> <span class="of">{unit}</span>'


def _beside(part: Part, asked: ProjectQuery, totals: Totals, reader: Reader) -> tuple[str, str]:
    baht = getattr(part, f"{asked.money}_baht")
    sub = "" if pd.isna(baht) or not part.project_count else reader.t(
        "projects-key-whole", amount=reader.million_baht(baht)
    )  # fmt: skip
    if totals.state == "not_reported" and not part.project_count:
        return _silent(totals, reader), ""
    unit = escape(reader.t("projects-unit"))
    return (
        f'<span class="value">{reader.number(part.project_count)}</span> <span class="of">{unit}</span>',
        sub,
    )
