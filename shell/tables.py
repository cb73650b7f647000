"""Frames of a measure as readable tables: gaps by group, workshops, the evidence behind a cell."""

from collections.abc import Mapping
from html import escape
from typing import Any

import pandas as pd

from figures import words
from locales import Reader
from measures.evidence import needs_mark
from measures.workshop_people import WorkshopDetail
from shell import doubting, markup, remembered


@remembered.once
def gaps(groups: pd.DataFrame, missing: pd.DataFrame, reader: Reader) -> str:
    """Return the groups that lack a representative somewhere: countable squares, who is missing, why, since when.

    groups: `measures.coverage.by_group`; missing: `measures.coverage.gaps`.
    """
    rows = []
    short = groups[groups["in_filter"] & (groups["value"] < groups["of"])].sort_values("coverage_pct")
    by_group = dict(list(missing.groupby("group_code")))
    for row in short.to_dict("records"):
        reached, of = int(row["value"]), int(row["of"])
        words = reader.t("table-out-of", n=reached, of=of)
        rows.append(
            [
                escape(reader.pick(row, "name")),
                markup.squares(reached, of, words) + f' <span class="sti-sub">{escape(words)}</span>',
                "<br>".join(
                    _gap(one, reader)
                    for one in by_group.get(row["area_code"], missing.iloc[:0]).to_dict("records")
                ),
            ]
        )
    for one in by_group.get("", missing.iloc[:0]).to_dict("records"):
        rows.append([escape(reader.t("table-no-group")), "", _gap(one, reader)])
    if not rows:
        unsaid = groups["state"].eq("not_reported").any()
        return f"<p>{escape(reader.t('coverage-gaps-unsaid' if unsaid else 'coverage-gaps-none'))}</p>"
    columns = [reader.t("table-group"), reader.t("table-reached"), reader.t("table-missing")]
    return markup.html_table(columns, rows, caption=reader.t("coverage-gaps"))


def _gap(row: Mapping[Any, Any], reader: Reader) -> str:
    name = f"<b>{escape(reader.pick(row, 'name'))}</b>"
    return f'{name} <span class="sti-sub">{escape(words.standing(row, reader))}</span>'


def workshop_list(frame: pd.DataFrame, reader: Reader, link: Any) -> str:
    """Return workshops, newest first: when, what, for whom, how many, on what evidence. link: row -> HTML."""
    rows = []
    for row in frame.to_dict("records"):
        end = None if pd.isna(row["end_date"]) else row["end_date"]
        scope = reader.pick(row, "group_name") or reader.t(f"workshop-scope-{row['scope']}")
        rows.append(
            [
                escape(reader.span(row["start_date"], end, row["date_precision"])),
                link(row),
                escape(scope),
                _participants(row, reader),
                markup.sample_tag(row["evidence"], reader),
            ]
        )
    names = ("when", "what", "for", "people", "evidence")
    columns = [reader.t(f"table-{name}") for name in names]
    return markup.html_table(columns, rows, numeric={3}, caption=reader.t("workshops-list"))


def _participants(row: Mapping[Any, Any], reader: Reader) -> str:
    """Return how many came: as a document states it, else as the rows add up, marked where these are made up."""
    if pd.notna(row["participants"]):
        number = reader.number(int(row["participants"]))
        return escape(reader.t(f"qualifier-{row['participants_qualifier'] or 'exact'}", number=number))
    if pd.isna(row["attended_count"]):
        return ""
    weaker = row["evidence"] == "documented" and needs_mark(row["attended_evidence"])
    mark = markup.sample_tag(row["attended_evidence"], reader) + " " if weaker else ""
    return mark + escape(reader.number(int(row["attended_count"])))


def workshop_detail(detail: WorkshopDetail, sources: pd.DataFrame, reader: Reader) -> str:
    """Return one workshop: when, where, for whom, how many, who came, and the source."""
    row = detail.workshop.to_dict()
    end = None if pd.isna(row["end_date"]) else row["end_date"]
    people = ""
    if pd.notna(row["participants"]):
        number = reader.number(int(row["participants"]))
        people = reader.t(f"qualifier-{row['participants_qualifier'] or 'exact'}", number=number)
    facts = {
        "start_date": (reader.t("table-when"), reader.span(row["start_date"], end, row["date_precision"])),
        "round_no": (reader.t("table-round"), "" if pd.isna(row["round_no"]) else _round(row, reader)),
        "venue": (reader.t("table-where"), row["venue"]),
        "participants": (reader.t("table-people"), people),
    }
    key = str(row["workshop_id"])
    signs = doubting.at("workshops", "workshops", key, {c: name for c, (name, _) in facts.items()}, reader)
    told = "".join(
        f"<dt>{escape(k)}</dt><dd>{escape(str(v))}{signs[c]}</dd>" for c, (k, v) in facts.items() if v
    )
    told += f'<dd class="sti-sub">{doubting.history("workshops", key, reader)}</dd>'
    cited = sources[sources["source_id"].isin(str(row["source_id"]).split())].to_dict("records")
    source = "".join(f"<dd>{markup.source_line(one, reader)}</dd>" for one in cited)
    head = markup.section(reader.pick(row, "title"), level=3)
    return (
        f'<div class="sti-area" data-workshop="{escape(str(row["workshop_id"]), quote=True)}">{head}'
        f'{markup.sample_tag(row["evidence"], reader)}<dl class="sti-facts">{told}'
        + (f"<dt>{escape(reader.t('card-sources'))}</dt>{source}" if source else "")
        + f"</dl>{_people(detail.participations, reader)}</div>"
    )


def _round(row: Mapping[Any, Any], reader: Reader) -> str:
    return reader.t(
        "table-round-of", round=int(row["round_no"]), year=reader.year(int(row["fiscal_year_be"]))
    )


def _people(frame: pd.DataFrame, reader: Reader) -> str:
    if frame.empty:
        return f'<p class="sti-sub">{escape(reader.t("workshops-nobody-recorded"))}</p>'
    rows = []
    for row in frame.to_dict("records"):
        rows.append(
            [
                escape(reader.pick(row, "name") or reader.t("table-no-province")),
                escape(reader.t(f"role-{row['role']}")),
                _count(row["invited_count"], reader),
                _count(row["attended_count"], reader),
                markup.sample_tag(row["evidence"], reader),
            ]
        )
    names = ("province", "role", "invited", "attended", "evidence")
    columns = [reader.t(f"table-{name}") for name in names]
    table = markup.html_table(columns, rows, numeric={2, 3}, caption=reader.t("workshops-people"))
    return f"<details><summary>{escape(reader.t('workshops-people'))}</summary>{table}</details>"


def _count(value: Any, reader: Reader) -> str:
    return escape(reader.t("key-not-reported")) if pd.isna(value) else reader.number(int(value))


def evidence(frame: pd.DataFrame, caption: str, reader: Reader) -> str:
    """Return what a cell of the phase matrix rests on (`measures.phases.evidence_of`)."""
    rows = []
    for row in frame.to_dict("records"):
        on = "" if pd.isna(row["on"]) else reader.date(row["on"], _plain_precision(row["precision"]))
        rows.append(
            [
                escape(reader.pick(row, "where") or reader.pick(row, "title")),
                escape(reader.pick(row, "title"))
                if row["title_th"]
                else escape(reader.t(f"step-{row['what']}")),
                escape(reader.t(f"step-state-{row['state']}")),
                escape(on),
                markup.sample_tag(row["evidence"], reader),
            ]
        )
    columns = [reader.t(f"table-{name}") for name in ("where", "what", "state", "on", "evidence")]
    return markup.html_table(columns, rows, caption=caption)


def _plain_precision(precision: str) -> str:
    return precision if precision in ("day", "month", "year") else "day"
