"""Frames of a measure as short lists on a page: key figures, what is missing, what changed."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import pandas as pd

from addresses.parameters import parameters
from figures import words
from figures.figure import Figure
from locales import Reader
from measures.evidence import combined
from shell import address, amending, context, markup, remembered

PAGES = (
    "overview",
    "area",
    "coverage",
    "workshops",
    "phases",
    "projects",
    "compare",
    "present",
    "data",
    "sources",
)


AMEND = "amend|"  # begins a `row` of an address that asks for the form, not for the row's history
_FILLS = {
    "representative": "representatives",
    "workshop": "participations",
    "project": "projects",
    "plan": "plans",
}


def go(text: str, page: str, **changes: Any) -> str:
    """Return a link to a page of ours with the present view and some values changed."""
    known = parameters(context.records())
    page = page if page in PAGES else "overview"
    return markup.link(text, page, address.query_of(known, **{k: v or None for k, v in changes.items()}))


def amend(area_code: str, table: str, key: str = "") -> str:
    """Return a link to the form that adds a row of an area, or corrects one; "" for whoever may not propose."""
    if not amending.may_propose() or context.store() is None:
        return ""
    link = go(
        context.reader().t("amend-open"), "area", area=area_code, row=f"{AMEND}{table}|{key}", release=None
    )
    return f'<span class="sti-amend">{link}</span>'


def amend_gap(row: Mapping[Any, Any]) -> str:
    """Return the way to fill a gap of `measures.gaps.listing`: a new row, or the province's one plan; "" where none."""
    table = _FILLS.get(row["expectation"])
    return amend(row["area_code"], table) if table else ""


def key_figures(frame: pd.DataFrame, reader: Reader) -> str:
    """Return the row of key figures: each with its denominator, its change and a link."""
    return _key_figures(frame, reader, address.frozen())


@remembered.once
def _key_figures(frame: pd.DataFrame, reader: Reader, view: address.Frozen) -> str:
    return f'<ul class="sti-keys">{"".join(_key(row, reader) for row in frame.to_dict("records"))}</ul>'


def said(row: Mapping[Any, Any], reader: Reader) -> tuple[str, str]:
    """Return a key figure in words: the number, "" where there is none, and its denominator, or why there is none."""
    if pd.isna(row["value"]):
        state = "key-not-applicable" if row["state"] == "not_applicable" else "key-not-reported"
        return "", reader.t(state)
    number = reader.t(f"qualifier-{row['qualifier']}", number=reader.number(int(row["value"])))
    return number, "" if pd.isna(row["of"]) else reader.t("key-of", of=int(row["of"]))


def _key(row: Mapping[Any, Any], reader: Reader) -> str:
    name = go(reader.t(f"key-{row['code']}"), row["page"], **row["params"])
    number, of = said(row, reader)
    value = f'<span class="of">{escape(of)}</span>'
    if number:
        value = f'<span class="value">{escape(number)}</span> {value} {markup.evidence_mark(row["evidence"], reader)}'
    return f'<li><span class="name">{name}</span>{value}<span class="trend">{escape(_trend(row, reader))}</span></li>'


def _trend(row: Mapping[Any, Any], reader: Reader) -> str:
    if pd.isna(row["change"]):
        return ""
    change, since = int(row["change"]), reader.date(row["since"])
    if change == 0:
        return reader.t("key-unchanged", since=since)
    sign = "▲" if change > 0 else "▼"
    return reader.t("key-changed", sign=sign, n=abs(change), since=since)


def missing(frame: pd.DataFrame, reader: Reader) -> str:
    """Return what is missing: each gap counted, with its denominator, linked to the page that lists it."""
    return _missing(frame, reader, address.frozen())


@remembered.once
def _missing(frame: pd.DataFrame, reader: Reader, view: address.Frozen) -> str:
    rows = []
    for row in frame.to_dict("records"):
        link = go(reader.t(f"gap-{row['gap']}"), row["page"], **row["params"])
        if pd.isna(row["value"]):
            key = "key-not-applicable" if row["state"] == "not_applicable" else "key-not-reported"
            rows.append(
                f'<li><b>–</b><span>{link}<br><span class="sti-sub">{escape(reader.t(key))}</span></span></li>'
            )
            continue
        n, of = int(row["value"]), reader.t("key-of", of=int(row["of"])) if pd.notna(row["of"]) else ""
        mark = "gap" if n else "good"
        tag = markup.sample_tag(row["evidence"], reader)
        beside = int(row["group_only"]) if pd.notna(row["group_only"]) else 0
        of += f" {reader.t('gap-group-only', n=beside)}" if beside else ""
        rows.append(
            f'<li><b class="{mark}">{n}</b><span>{link} <span class="sti-sub">{escape(of)}</span> {tag}</span></li>'
        )
    head = markup.section(reader.t("overview-missing"), reader.t("overview-missing-sub"))
    return f'{head}<ul class="sti-list">{"".join(rows)}</ul>'


@remembered.once
def changes(frame: pd.DataFrame, reader: Reader) -> str:
    """Return what changed, one line per kind: how many, and the names."""
    if frame.empty:
        return f"<p>{escape(reader.t('overview-changes-none'))}</p>"
    rows = []
    for kind, part in frame.groupby("kind", sort=False):
        names = [reader.pick(row, "name") or reader.pick(row, "detail") for row in part.to_dict("records")]
        named = words.some_of(list(dict.fromkeys(names)), reader)
        mark = "gap" if kind == "representative_lost" else "good"
        tag = markup.sample_tag(combined(part["evidence"]), reader)
        rows.append(
            f'<li><b class="{mark}">{len(part)}</b><span>{escape(reader.t(f"change-{kind}"))} {tag}'
            f'<br><span class="sti-sub">{escape(named)}</span></span></li>'
        )
    return f'<ul class="sti-list two">{"".join(rows)}</ul>'


def never_came(frame: pd.DataFrame, reader: Reader) -> str:
    """Return the provinces that were invited and never came, folded: how often, since when. The stage names them."""
    if frame.empty:
        return f'<p class="sti-sub">{escape(reader.t("workshops-never-none"))}</p>'
    rows = []
    for row in frame.to_dict("records"):
        told = reader.t(
            "workshops-never-row", n=int(row["invited_workshops"]), since=reader.date(row["since"])
        )
        rows.append(
            f'<li><b class="gap">{escape(reader.pick(row, "name"))}</b><span class="sti-sub">{escape(told)}</span> '
            f"{markup.sample_tag(row['evidence'], reader)} {amend(row['area_code'], 'participations')}</li>"
        )
    return _folded(reader.t("workshops-never"), rows)


def later(figure: Figure, reader: Reader) -> str:
    """Return the events of a timeline that it does not draw because they came later, folded. Its rows carry `event_id`."""
    drawn, rows = set(figure.keys), []
    last = max((row["start"] for row in figure.rows if row["event_id"] in drawn), default=None)
    for cells, row in zip(figure.table.itertuples(index=False), figure.rows, strict=True):
        if row["event_id"] not in drawn and last is not None and row["start"] > last:
            tag = markup.sample_tag(row["evidence"], reader)
            rows.append(f"<li><b>{escape(cells[0])}</b><span>{escape(cells[2])} {tag}</span></li>")
    return _folded(reader.t("phases-later"), rows) if rows else ""


def _folded(title: str, rows: Sequence[str]) -> str:
    listed = f'<ul class="sti-list names">{"".join(rows)}</ul>'
    return markup.folded(title, len(rows), listed)


def workshop_link(row: Mapping[Any, Any]) -> str:
    """Return a workshop's title as the link that opens its detail."""
    return go(context.reader().pick(row, "title"), "workshops", workshop=row["workshop_id"])


def stated(frames: Mapping[str, pd.DataFrame], reader: Reader) -> str:
    """Return what documents state about whole phases, quoted; never turned into a percentage.

    frames: phase name -> `measures.phases.stated`.
    """
    rows = []
    for name, frame in frames.items():
        for row in frame.to_dict("records"):
            text = reader.t("phases-stated", phase=name, n=int(row["value"]), then=int(row["groups_then"]))
            rows.append(f"<li>{escape(text)} <q>{escape(row['quote'])}</q></li>")
    return f'<ul class="sti-quotes">{"".join(rows)}</ul>' if rows else ""
