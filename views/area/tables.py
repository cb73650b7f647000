"""An area's profile as tables and lists, for the screen and for paper; texts in them are escaped here."""

from collections.abc import Mapping
from html import escape
from typing import Any

import pandas as pd

from data.records import Records
from figures import words
from figures.figure import Figure
from locales import Reader
from measures.area.profile import AreaProfile
from measures.catalogue import PLAN_STAGES
from shell import lists, markup
from views.area.table import Mark, Row, Table, made


def area_link(code: str, name: str) -> str:
    """Return a name as the link that opens the area's page in the running session."""
    return lists.go(name, "area", area=code)


def since(day: Any, reader: Reader) -> str:
    """Return "since 15 Mar 2010", "" where the day is not known."""
    return "" if pd.isna(day) else reader.t("area-since", date=reader.date(day))


def representatives(page: AreaProfile, reader: Reader, mark: Mark) -> Table:
    """Return who represents the ministry in each province, since when, or why nobody does."""
    several, rows = page.area.level == "group", []
    for row in page.representatives.to_dict("records"):
        told = words.standing(row, reader)
        who = row["institution_code"] and reader.pick(row, "institution_name")
        state = reader.t(f"measure-coverage-{row['state']}")
        tone = {"covered": "good", "uncovered": "gap"}.get(row["state"], "")
        first = f'<b class="{tone}">{escape(who or state)}</b>'
        cells = [f'{first}<br><span class="sti-sub">{escape(told)}</span>' if told else first]
        name = reader.pick(row, "name")
        cells = [area_link(row["area_code"], name), *cells] if several else cells
        rows.append([*cells, mark(row["evidence"], reader)])
    columns = [reader.t("table-province")] * several
    columns += [reader.t("area-column-institution"), reader.t("table-evidence")]
    return made(reader.t("area-representative"), columns, rows)


def earlier(page: AreaProfile, reader: Reader) -> list[str]:
    """Return a line for every appointment that has ended by the day."""
    return [
        reader.t(
            "area-representative-earlier",
            name=reader.pick(row, "institution_name"),
            **{"from": reader.date(row["appointed_on"]), "to": reader.date(row["ended_on"])},
        )
        for row in page.history[page.history["ended_on"].notna()].to_dict("records")
    ]


def institutions(
    page: AreaProfile, names: Mapping[str, str], silent: bool, reader: Reader, mark: Mark
) -> Table:
    """Return the institutions that stand in or serve the area, each once, documented ones first."""
    rows, found = [], page.institutions.sort_values("evidence", kind="stable")  # documented ones first
    for _, part in found.groupby("institution_code", sort=False):
        first = part.iloc[0]
        hosted = part.loc[part["role"] == "host", "province_code"].tolist()
        served = part.loc[part["role"] == "service_area", "province_code"].tolist()
        said = []
        both = [code for code in hosted if code in served]
        for key, codes in (
            ("area-host-and-serves", both),
            ("area-host", [code for code in hosted if code not in both]),
            ("area-serves", [code for code in served if code not in both]),
        ):
            if codes:
                said.append(reader.t(key, province=reader.join(names[code] for code in dict.fromkeys(codes))))
        start = part["valid_from"].min()
        began = reader.t("area-since-unknown") if pd.isna(start) else reader.date(start)
        evidence = "documented" if part["evidence"].eq("documented").any() else first["evidence"]
        rows.append(
            [
                f'{escape(reader.pick(first, "name"))}<br><span class="sti-sub">{escape(" · ".join(said))}</span>',
                escape(began),
                mark(evidence, reader),
            ]
        )
    columns = [reader.t(f"area-column-{name}") for name in ("institution", "since", "evidence")]
    empty = reader.t("area-institutions-silent" if silent else "area-institutions-none")
    return made(reader.t("area-institutions"), columns, rows, empty)


def plan(page: AreaProfile, reader: Reader, mark: Mark) -> Table:
    """Return the day on which each province's plan reached each stage."""
    several, rows = page.area.level == "group", []
    for row in page.plans.to_dict("records"):
        furthest = PLAN_STAGES.index(row["state"]) if row["state"] in PLAN_STAGES else -1
        cells = [_stage(row, i, furthest, reader) for i in range(len(PLAN_STAGES))]
        name = [area_link(row["area_code"], reader.pick(row, "name"))] if several else []
        rows.append([*name, *cells, mark(row["evidence"], reader)])
    columns = [reader.t("table-province")] * several
    columns += [reader.t(f"area-stage-{stage}") for stage in PLAN_STAGES] + [reader.t("table-evidence")]
    return made(reader.t("area-plan"), columns, rows)


def _stage(row: Row, place: int, furthest: int, reader: Reader) -> str:
    if row["state"] in ("not_reported", "not_applicable"):
        said = reader.t(f"measure-plan-{row['state']}") if place == 0 else ""
        return f'<span class="sti-sub">{escape(said)}</span>'
    if place > furthest:
        return f'<span class="sti-stage off">{escape(reader.t("area-not-yet"))}</span>'
    day = row[f"{PLAN_STAGES[place]}_on"]
    said = reader.t("area-plan-reached") if pd.isna(day) else reader.date(day)
    return f'<span class="sti-stage">{escape(said)}</span>'


def provinces(page: AreaProfile, reader: Reader, mark: Mark) -> Table:
    """Return the provinces of a group in one row each: representative, and the stage its plan has reached."""
    held, rows = representatives(page, reader, mark), []
    for own, row in zip(held.rows, page.plans.to_dict("records"), strict=True):
        key = "area-stage" if row["state"] in PLAN_STAGES else "measure-plan"
        stage = reader.t(f"{key}-{row['state']}")
        day = "" if pd.isna(row["since"]) else reader.date(row["since"])
        told = f'{escape(stage)} <span class="sti-sub">{escape(day)}</span>'
        rows.append([*own[:2], told, mark(row["evidence"], reader) or own[2]])
    names = ("table-province", "area-representative", "measure-plan", "table-evidence")
    return made(reader.t("area-members"), [reader.t(name) for name in names], rows)


def workshops(page: AreaProfile, reader: Reader, mark: Mark, who: bool = True) -> Table:
    """Return the workshops of the area, newest first: when, what, how many, and who came."""
    rows = []
    for row in page.workshops.to_dict("records"):
        end = None if pd.isna(row["end_date"]) else row["end_date"]
        roles = reader.join(reader.t(f"area-role-{role}") for role in row["roles"])
        came = reader.t(f"area-came-{row['state']}", roles=roles)
        told = f'<br><span class="sti-sub">{escape(came)}</span>' if who or row["state"] != "attended" else ""
        people = "" if pd.isna(row["attended_count"]) else reader.number(int(row["attended_count"]))
        rows.append(
            [
                escape(reader.span(row["start_date"], end, row["date_precision"])),
                f"{lists.workshop_link(row)}{told}",
                people,
                mark(row["evidence"], reader),
            ]
        )
    columns = [reader.t(f"table-{name}") for name in ("when", "what", "people", "evidence")]
    return made(reader.t("area-workshops"), columns, rows, reader.t("area-workshops-none"), 2)


def roles(page: AreaProfile, reader: Reader, mark: Mark) -> Table:
    """Return in which roles people of the area were invited and came."""
    rows = []
    for row in page.roles.to_dict("records"):
        told = f'<span class="sti-sub">{escape(reader.t("key-not-reported"))}</span>'
        columns = ("workshop_count", "invited_count", "attended_count")
        counts = ["", "", told]
        if row["state"] != "not_reported":
            counts = [_count(row[name], reader) for name in columns]
        rows.append([escape(reader.t(f"area-role-{row['role']}")), *counts, mark(row["evidence"], reader)])
    heads = [reader.t("table-role"), reader.t("area-column-times"), reader.t("table-invited"),
               reader.t("table-attended"), reader.t("table-evidence")]  # fmt: skip
    return made(reader.t("area-roles"), heads, rows, "", 1, 2, 3)


def roles_line(page: AreaProfile, reader: Reader, mark: Mark) -> str:
    """Return the roles in one paragraph: workshops, people who came of those invited."""
    said = []
    for row in page.roles.to_dict("records"):
        name = reader.t(f"area-role-{row['role']}")
        told = reader.t("key-not-reported")
        if row["state"] != "not_reported":
            counts = {key: _count(row[f"{key}_count"], reader) for key in ("workshop", "invited", "attended")}
            told = reader.t("area-role-line", **counts)
        said.append(f"<b>{escape(name)}</b> {escape(told)}{mark(row['evidence'], reader)}")
    return f"<p>{'; '.join(said)}</p>"


def _count(value: Any, reader: Reader) -> str:
    return escape(reader.t("key-not-reported")) if pd.isna(value) else reader.number(int(value))


def facts(page: AreaProfile, records: Records, reader: Reader) -> list[str]:
    """Return what documents say about the area by name, one HTML line each: when, what, kind, source."""
    lines, cited = [], records.sources.set_index("source_id", drop=False)
    for (_, source_id), part in page.facts.groupby(["code", "source_id"], sort=False):
        row = part.iloc[0]
        end = None if pd.isna(row["end"]) else row["end"]
        when = "" if pd.isna(row["on"]) else reader.span(row["on"], end, row["precision"])
        kinds = " · ".join(reader.t(f"fact-{kind}") for kind in dict.fromkeys(part["fact"]))
        known = [one for one in str(source_id).split() if one in cited.index]
        told = " · ".join(markup.source_line(cited.loc[one].to_dict(), reader) for one in known)
        lines.append(
            f'<span class="when">{escape(when)}</span><span>{escape(_fact(row, records, reader))}'
            f'<br><span class="sti-sub">{escape(kinds)} — {told}</span></span>'
        )
    return lines


def _fact(row: Row, records: Records, reader: Reader) -> str:
    """Return a fact's title; a stated number as what it counts and how many, not as the words of its source."""
    if row["fact"] != "observation":
        return reader.pick(row, "title")
    own = records.observations[records.observations["observation_id"] == row["code"]].iloc[0]
    number = reader.t(f"qualifier-{own['qualifier'] or 'exact'}", number=reader.number(own["value"]))
    return f"{reader.t('indicator-' + own['indicator'])}: {number}"


def legend(figure: Figure) -> str:
    """Return a figure's legend alone."""
    return f'<ul class="sti-legend">{"".join(markup.legend_item(item) for item in figure.legend)}</ul>'
