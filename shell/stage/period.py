"""The stage over a period: the sentence of what changed, and the list of it in order of date."""

from collections.abc import Mapping
from dataclasses import replace
from html import escape
from typing import Any

from data.records import Records
from figures import maps, period
from figures import words as in_words
from locales import Reader
from measures import changes, values
from measures.catalogue import GAPS, PLAN_STAGES, MeasureSpec, spec_of
from measures.evidence import join_sources
from measures.selection import Selection
from shell import markup, opening
from shell.stage.act import Act
from shell.stage.answer import link_to
from shell.stage.links import Links

Row = Mapping[Any, Any]
# What happens on a day, by the measure that it changes; of other measures the areas are listed.
EVENTS = {
    "coverage": ("representative_gained", "representative_lost"),
    "attendance": ("workshop_held",),
    "workshops": ("workshop_held",),
    "plan": tuple(f"plan_{stage}" for stage in PLAN_STAGES),
}
LOSSES = ("representative_lost",)


def of(act: Act) -> Act:
    """Return a page's part of the stage as it tells of a period."""
    return replace(act, sentence=opening.of_map, rows=rows)


def rows(records: Records, selection: Selection, links: Links, reader: Reader) -> list[str]:
    """Return what changed as list items: events in order of date, each with its document or mark, or areas by how much.

    Raises ValueError for a selection that is of no period.
    """
    if selection.since is None:
        raise ValueError("expected a period, got a day")
    if selection.measure not in EVENTS:
        return _areas(records, selection, links, reader)
    day = selection.but(since=None)
    found = changes.between(records=records, selection=day, since=selection.since)
    found = found[found["kind"].isin(EVENTS[selection.measure])]
    if found.empty:
        return [f'<li class="rest">{escape(reader.t("overview-changes-none"))}</li>']
    stated = found.loc[found["evidence"] == "documented", "source_id"]
    cited = records.sources[records.sources["source_id"].isin(join_sources(stated).split())]
    documents = {row["source_id"]: in_words.document(row, reader) for row in cited.to_dict("records")}
    return [_event(row, documents, links, reader) for row in found.to_dict("records")]


def _event(row: Row, documents: Mapping[str, str], links: Links, reader: Reader) -> str:
    code, name = str(row["area_code"]), reader.pick(row, "name") or reader.pick(row, "detail")
    kind = "gap" if row["kind"] in LOSSES else "good"
    what, detail = reader.t(f"change-{row['kind']}"), reader.pick(row, "detail")
    named = link_to(code, name, links) if code else escape(name)
    ids = str(row["source_id"]).split() if row["evidence"] == "documented" else []
    told = [documents[one] for one in ids if one in documents]
    why = in_words.dots([detail if detail != name else "", *told])
    return (
        f'<li data-area="{escape(code, quote=True)}"><span class="day">{escape(reader.date(row["on"]))}</span>'
        f'<span class="name">{named}</span><span class="state {kind}">{escape(what)}</span>'
        f'<span class="why">{escape(why)}</span>{markup.evidence_mark(row["evidence"], reader)}</li>'
    )


def _areas(records: Records, selection: Selection, links: Links, reader: Reader) -> list[str]:
    """Return the areas that changed, the most first, then how many did not and of how many it is unknown."""
    spec, level = spec_of(selection), selection.level
    frame = values.by_area(records=records, selection=selection)
    listed = frame[frame["in_filter"]].to_dict("records")
    moved = sorted((row for row in listed if row["state"] == "value"), key=lambda row: -row["value"])
    made = [_area(row, spec, level, links, reader) for row in moved]
    silent = sum(row["state"] in GAPS for row in listed)
    for key, n in (
        ("period-rest-unchanged", len(listed) - len(moved) - silent),
        ("period-rest-unknown", silent),
    ):
        if n:
            made.append(f'<li class="rest">{escape(reader.t(key, n=n, level=level))}</li>')
    return made


def _area(row: Row, spec: MeasureSpec, level: str, links: Links, reader: Reader) -> str:
    kind = "gap" if row["value"] < 0 else "good"
    change, ends = maps.value_label(row, spec, level, reader), period.ends(row, spec.code, level, reader)
    name = link_to(str(row["area_code"]), reader.pick(row, "name"), links)
    return (
        f'<li data-area="{escape(str(row["area_code"]), quote=True)}"><span class="what">{name}</span>'
        f'<span class="state {kind}">{escape(change)}</span><span class="why">{escape(ends)}</span>'
        f"{markup.evidence_mark(row['evidence'], reader)}</li>"
    )
