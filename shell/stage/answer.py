"""The answer beside the map: key figures, and the list that belongs to the map with the names of what is missing."""

from collections.abc import Mapping
from html import escape
from typing import Any

import pandas as pd

from data.records import Records
from figures import drawn, maps
from figures import evidence as in_evidence
from figures import words as in_words
from figures.classes import codes_of
from figures.figure import Figure
from locales import Reader
from measures import areas, evidence, values
from measures.catalogue import GAPS, SPECS, MeasureSpec
from measures.selection import Selection
from shell import markup
from shell.lists import said
from shell.stage.links import Links

Row = Mapping[Any, Any]


def key_figures(frame: pd.DataFrame, links: Links, reader: Reader, period: bool = False) -> list[str]:
    """Return the key figures as list items: number, denominator, mark, change. frame: `measures.overview.key_figures`.

    period: the earlier number is told too.
    """
    return [_key(row, links, reader, period) for row in frame.to_dict("records")]


def _key(row: Row, links: Links, reader: Reader, period: bool) -> str:
    name = links.go(
        reader.t(f"stage-key-{row['code']}"), row["page"], **{k: v or None for k, v in row["params"].items()}
    )
    number, of = said(row, reader)
    value = f'<b class="value">{_number(number)}</b>' if number else ""
    mark = markup.sample_tag(_evidence(row), reader) if number else ""
    return (
        f'<li><span class="name">{name}</span><span class="figure">{value}<span class="of">{escape(of)}</span></span>'
        f'<span class="below">{mark}{_trend(row, reader)}{_then(row, reader) if period else ""}</span></li>'
    )


def _number(said: str) -> str:
    """Return a number as HTML, its qualifier ("about", "at least") smaller."""
    qualifier, space, number = said.rpartition(" ")
    return f"<small>{escape(qualifier)}</small> {escape(number)}" if space else escape(said)


def _evidence(row: Row) -> str:
    """Return the evidence of a number: its own, else that of the rows behind it."""
    if row["evidence"]:
        return str(row["evidence"])
    return of_share(row["documented"])


def of_share(share: float | None) -> str:
    """Return the evidence of a number from the share of its rows that documents state; "" without rows."""
    if share is None or pd.isna(share):
        return ""
    return "documented" if share >= 1 else "illustrative" if share <= 0 else "partly"


def _trend(row: Row, reader: Reader) -> str:
    if pd.isna(row["change"]):
        return ""
    change, since = int(row["change"]), reader.date(row["since"])
    if change == 0:
        return f'<span class="trend" title="{escape(reader.t("key-unchanged", since=since), quote=True)}">±0</span>'
    sign = "▲" if change > 0 else "▼"
    full = reader.t("key-changed", sign=sign, n=abs(change), since=since)
    return f'<span class="trend" title="{escape(full, quote=True)}">{sign}{reader.number(abs(change))}</span>'


def _then(row: Row, reader: Reader) -> str:
    """Return the earlier number, or that the two days cannot be compared: one of them is unknown, or of another year."""
    if pd.isna(row["change"]):
        return f'<span class="trend">{escape(reader.t("period-no-comparison"))}</span>'
    then = reader.number(int(row["value"]) - int(row["change"]))
    return f'<span class="trend">{escape(reader.t("period-then", n=then))}</span>'


def heading(records: Records, selection: Selection, reader: Reader) -> str:
    """Return the finding of the list and how far it is documented."""
    return heading_of(drawn.area_map(records, selection, reader), reader) + _population(
        records, selection, reader
    )


def _population(records: Records, selection: Selection, reader: Reader) -> str:
    """Return what a rate lacks while nobody has brought the people of the provinces, and where to bring them."""
    if not SPECS[selection.measure].per or len(evidence.seen(records, selection).populations):
        return ""
    bring = markup.link(
        reader.t("rates-bring"),
        "data",
        {"lang": reader.lang, "asof": selection.asof.isoformat(), "part": "bring", "form": "populations"},
    )
    return f'<p class="sti-note">{escape(reader.t("rates-missing"))} {bring}</p>'


def heading_of(figure: Figure, reader: Reader) -> str:
    """Return a figure's finding as the head of the list."""
    share = markup.evidence_words(figure.documented, reader)
    said = f' <span class="sti-evidence">{escape(share)}</span>' if share else ""
    mark = markup.evidence_mark(in_evidence.state_of(figure.documented), reader)
    return f'<h2>{escape(figure.title)} {mark}</h2><p class="sti-sub">{escape(figure.subtitle)}{said}</p>'


def rows(records: Records, selection: Selection, links: Links, reader: Reader) -> list[str]:
    """Return the list that belongs to the map, as list items: groups, or the provinces of the one chosen group."""
    if len(selection.groups) == 1:
        return _provinces(records, selection, links, reader)
    return _groups(records, selection, links, reader)


def _groups(records: Records, selection: Selection, links: Links, reader: Reader) -> list[str]:
    spec = SPECS[selection.measure]
    frame = values.by_area(records=records, selection=selection.but(level="group"))
    frame = frame[frame["in_filter"]]
    if spec.kind != "categorical":
        return bars(frame, spec, "group", links, reader)
    listed = frame.to_dict("records")
    names = _names(records, selection, reader)
    full = [row for row in listed if pd.notna(row["value"]) and row["value"] == row["of"]]
    silent = [row for row in listed if row["state"] in GAPS]
    short = [row for row in listed if row not in full and row not in silent]
    short.sort(key=lambda row: (row["value"] / row["of"], -row["of"]))
    made = [_group(row, names, links, reader) for row in short]
    if listed and len(silent) == len(listed) and selection.evidence == evidence.DOCUMENTED:
        made.append(f'<li class="rest">{escape(reader.t("coverage-gaps-unsaid"))}</li>')
    for said_as, rest in (("stage-list-full", full), ("stage-list-silent", silent)):
        if rest:
            linked = " · ".join(link_to(row["area_code"], reader.pick(row, "name"), links) for row in rest)
            made.append(f'<li class="rest">{escape(reader.t(said_as, n=len(rest)))}: {linked}</li>')
    return made


def links_page(links: Links) -> str:
    """Return the page that a list lies on: its links stay there."""
    return str(dict(links.view).get("_page", "overview"))


def link_to(code: str, name: str, links: Links) -> str:
    """Return a link to an area on the page that the list lies on: a group narrows it down, a province opens its card."""
    chosen = {"groups": (code,), "area": None} if "-" in code else {"area": code}
    return links.go(name, links_page(links), **chosen)


def _group(row: Row, names: Mapping[str, str], links: Links, reader: Reader) -> str:
    reached, of = int(row["value"]), int(row["of"])
    words = reader.t("table-out-of", n=reached, of=of)
    missing = [code for code in row["missing"] if code in names]
    place = {name: i for i, name in enumerate(reader.sorted(names[code] for code in missing))}
    missing.sort(key=lambda code: place[names[code]])
    lacking = " ".join(link_to(code, names[code], links) for code in missing)
    group = link_to(row["area_code"], reader.pick(row, "name"), links)
    return (
        f'<li data-area="{escape(row["area_code"])}"><span class="what">{group}</span>{markup.squares(reached, of, words)}'
        f'<span class="lacking">{lacking}</span><span class="of">{escape(words)}</span>'
        f"{markup.evidence_mark(row['evidence'], reader)}</li>"
    )


def _names(records: Records, selection: Selection, reader: Reader) -> dict[str, str]:
    found = areas.provinces_on(records, selection.asof)
    return {row["area_code"]: reader.pick(row, "name") for row in found.to_dict("records")}


def _provinces(records: Records, selection: Selection, links: Links, reader: Reader) -> list[str]:
    spec, at = SPECS[selection.measure], selection.but(level="province")
    frame = values.by_area(records=records, selection=at)
    frame = frame[frame["in_filter"]]
    if spec.kind != "categorical":
        return bars(frame, spec, "province", links, reader)
    listed = frame.to_dict("records")
    order = {name: i for i, name in enumerate(reader.sorted(reader.pick(row, "name") for row in listed))}
    listed.sort(key=lambda row: (row["state"] in spec.reached, order[reader.pick(row, "name")]))
    return [_province(row, spec, links, reader) for row in listed]


def _province(row: Row, spec: MeasureSpec, links: Links, reader: Reader) -> str:
    state = maps.value_label(row, spec, "province", reader)
    good = "good" if row["state"] in spec.reached else "unknown" if row["state"] in GAPS else "gap"
    link = link_to(row["area_code"], reader.pick(row, "name"), links)
    return (
        f'<li data-area="{row["area_code"]}"><span class="what">{link}</span>'
        f'<span class="state {good}">{escape(state)}</span><span class="why">{escape(in_words.standing(row, reader))}</span>'
        f"{markup.sample_tag(row['evidence'], reader)}</li>"
    )


def bars(frame: pd.DataFrame, spec: MeasureSpec, level: str, links: Links, reader: Reader) -> list[str]:
    """Return areas in order of an amount, each with a bar (the most first, or as the measure says); the unknown last."""
    most = frame["value"].max()
    codes = dict(zip(frame["area_code"], codes_of(frame, spec, level), strict=True))
    listed = frame.to_dict("records")
    sign = 1 if spec.least_first else -1
    listed.sort(
        key=lambda row: (pd.isna(row["value"]), sign * (row["value"] or 0), -row.get("shown_count", 0))
    )
    made = []
    for row in listed:
        code = row["area_code"]
        link = link_to(code, reader.pick(row, "name"), links)
        share = 0 if pd.isna(row["value"]) or not most else row["value"] / most
        words = maps.value_label(row, spec, level, reader)
        made.append(
            f'<li data-area="{escape(code)}" class="{codes[code]}"><span class="what">{link}</span>'
            f'<span class="bar"><i style="width:{share * 100:.1f}%"></i></span><span class="of">{escape(words)}</span>'
            f"{markup.sample_tag(row['evidence'], reader)}</li>"
        )
    return made
