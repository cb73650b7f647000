"""One area in words: the sentence that opens its page, its key figures, the office of its PCSO."""

from collections.abc import Mapping
from html import escape

import pandas as pd

from data.records import Records
from figures import evidence as in_words
from figures import sentences, words
from locales import Reader
from measures import compare, evidence
from measures.area.profile import AreaProfile
from measures.catalogue import GAPS, NO_VALUE, SPECS
from measures.selection import Selection
from shell import markup
from views.area import table

PCSO_BEGAN = "ms-2009-04-20-mou-moi"  # the agreement that announced the office


def lead(page: AreaProfile, selection: Selection, reader: Reader) -> str:
    """Return the sentence of an area, marked for meaning (figures/sentences.py)."""
    area = page.area
    name = reader.t("area-name", name=reader.pick(vars(area), "name"), level=area.level)
    if not area.exists:
        day = reader.date(selection.asof)
        return reader.t(f"area-lead-absent-{area.level}", name=reader.pick(vars(area), "name"), date=day)
    clause = _group_clause(page, name, reader) if area.level == "group" else _own_clause(page, name, reader)
    clause = sentences.with_mark(
        clause, in_words.mark(evidence.combined(page.representatives["evidence"]), reader)
    )
    lacking = page.gaps[page.gaps["kind"] != "not_reported"]
    if len(lacking):
        provinces = lacking["area_code"].nunique()
        joined = reader.t("area-lead-gaps", n=_matters(lacking), provinces=provinces, level=area.level)
        joined = sentences.with_mark(joined, in_words.mark(evidence.combined(lacking["evidence"]), reader))
    elif page.gaps.empty and page.representatives["state"].isin(["covered", "uncovered"]).any():
        joined = reader.t("area-lead-no-gaps")
    else:
        return clause
    return f"{clause}{joined}" if joined.startswith(";") else f"{clause} {joined}"


def _own_clause(page: AreaProfile, name: str, reader: Reader) -> str:
    row = page.representatives.iloc[0]
    key = f"area-lead-{row['state'].replace('_', '-')}"
    if row["state"] == "not_applicable":
        return reader.t(key, name=name, reason=words.reason(row["reason"], reader))
    if row["state"] == "covered":
        if pd.isna(row["since"]):
            return reader.t(f"{key}-undated", name=name)
        return reader.t(key, name=name, since=reader.date(row["since"]))
    return reader.t(key, name=name)


def _group_clause(page: AreaProfile, name: str, reader: Reader) -> str:
    states = page.representatives["state"]
    known = ~states.isin(GAPS)
    if not known.any():
        if states.eq("not_reported").any():
            return reader.t("area-lead-group-not-reported", name=name)
        reason = words.reason(page.representatives["reason"].iloc[0], reader)
        return reader.t("area-lead-not-applicable", name=name, reason=reason)
    n, of = int(states.eq("covered").sum()), len(states)
    return reader.t("area-lead-group-all" if n == of else "area-lead-group", name=name, n=n, of=of)


def below(
    page: AreaProfile, selection: Selection, names: Mapping[str, str], reader: Reader, dated: bool = True
) -> str:
    """Return the quiet line under the sentence: the day, the group or its members, what is illustrative.

    dated: False where the sentence has said the day.
    """
    said = [reader.t("lead-asof", date=reader.date(selection.asof))] if dated else []
    group = reader.pick(vars(page), "group_name")
    if page.area.level == "group" and page.area.exists:
        said.append(
            reader.t(
                "area-below-members", names=reader.join(reader.sorted(names[c] for c in page.area.provinces))
            )
        )
    elif page.area.exists:
        said.append(reader.t("area-below-group", group=group) if group else reader.t("area-below-no-group"))
    if page.representatives["evidence"].map(evidence.needs_mark).any():
        said.append(reader.t("area-below-sample"))
    return " · ".join(said)


def keys(
    page: AreaProfile,
    records: Records,
    selection: Selection,
    reader: Reader,
    mark: table.Mark = markup.sample_tag,
) -> str:
    """Return the row of key figures of an area."""
    return f'<ul class="sti-keys">{"".join(key_items(page, records, selection, reader, mark))}</ul>'


def key_items(
    page: AreaProfile,
    records: Records,
    selection: Selection,
    reader: Reader,
    mark: table.Mark = markup.sample_tag,
) -> list[str]:
    """Return the key figures as list items: workshops, projects, money allocated, disbursed, plan, gaps."""
    totals, marked = page.totals, mark(page.totals.evidence, reader)
    apart = totals.unattributed
    made = [
        _workshop_key(page, records, selection, reader, mark),
        _key(reader.t("area-key-projects"), _number(totals.project_count, totals.state, reader),
             reader.t("area-key-projects-unit", n=totals.project_count) if totals.state not in GAPS else "", marked),
    ]  # fmt: skip
    for money in ("allocated", "disbursed"):
        baht = getattr(totals.attributed, f"{money}_baht")
        other = getattr(apart, f"{money}_baht")
        state = compare.cell(records, selection.but(area=page.area.code, groups=()), money)["state"]
        told = reader.t("area-key-unattributed", amount=reader.million_baht(other)) if other else ""
        silent = state in NO_VALUE
        shown = (
            _word(words.silence(state, SPECS[money], reader))
            if silent
            else _value(reader.number(baht / 1e6, 1))
        )
        unit = "" if silent else reader.t("figures-unit-million")
        mark_of = "" if silent else marked
        made.append(_key(reader.t(f"area-key-{money}"), shown, unit, f"{escape(told)} {mark_of}"))
    return [*made, _plan_key(page, reader, mark), _gap_key(page, reader, mark)]


def _key(name: str, value: str, of: str, trend: str) -> str:
    return (
        f'<li><span class="name">{escape(name)}</span><span class="figure">{value} '
        f'<span class="of">{escape(of)}</span></span><span class="trend">{trend}</span></li>'
    )


def _value(text: str) -> str:
    return f'<span class="value">{escape(text)}</span>'


def _word(text: str) -> str:
    return f'<span class="word">{escape(text)}</span>'


def _number(value: int, state: str, reader: Reader) -> str:
    if state in GAPS:
        return _word(reader.t("key-not-reported" if state == "not_reported" else "key-not-applicable"))
    return _value(reader.number(value))


def _workshop_key(
    page: AreaProfile, records: Records, selection: Selection, reader: Reader, mark: table.Mark
) -> str:
    came = page.workshops[page.workshops["state"] == "attended"]
    name = reader.t("area-key-workshops")
    own = compare.cell(records, selection.but(area=page.area.code, groups=()), "workshops")
    if came.empty and (own["state"] in NO_VALUE or evidence.is_silent(records, selection, "participations")):
        return _key(name, _word(reader.t("key-not-reported")), "", "")
    last = (
        reader.t(
            "area-key-last", date=reader.date(came["start_date"].iloc[0], came["date_precision"].iloc[0])
        )
        if len(came) and came["date_precision"].iloc[0] in ("day", "month", "year")
        else ""
    )
    known = own["state"] not in NO_VALUE  # a true zero is a number too, and carries its mark
    marked = mark(own["evidence"] if known else evidence.combined(came["evidence"]), reader)
    return _key(name, _value(reader.number(len(came))), reader.t("area-key-times", n=len(came)),
                f"{escape(last)} {marked}")  # fmt: skip


def _plan_key(page: AreaProfile, reader: Reader, mark: table.Mark) -> str:
    name, rows = reader.t("area-key-plan"), page.plans
    marked = mark(evidence.combined(rows["evidence"]), reader)
    if page.area.level == "province":
        state = reader.t(f"measure-plan-{rows['state'].iloc[0]}")
        return _key(name, _word(state), "", marked)
    if rows["state"].isin(GAPS).all():
        return _key(name, _word(reader.t(f"measure-plan-{rows['state'].iloc[0]}")), "", "")
    n = int(rows["state"].isin(SPECS["plan"].reached).sum())
    return _key(name, _value(reader.number(n)), reader.t("area-key-approved", of=len(rows)), marked)


def _matters(lacking: pd.DataFrame) -> int:
    """Return how many matters are missing: one that several provinces lack is one."""
    return len(lacking[["expectation", "kind"]].drop_duplicates())


def _gap_key(page: AreaProfile, reader: Reader, mark: table.Mark) -> str:
    known = page.gaps[page.gaps["kind"].ne("not_reported")]
    lacking, silent = _matters(known), _matters(page.gaps) - _matters(known)
    marked = mark(evidence.combined(known["evidence"]), reader) if len(known) else ""
    told = escape(reader.t("area-key-silent", n=silent)) if silent else ""
    if not lacking and silent:
        return _key(reader.t("area-key-gaps"), _word(reader.t("key-not-reported")), "", told)
    unit = reader.t(
        "area-key-items", n=lacking, level=page.area.level, provinces=known["area_code"].nunique()
    )
    return _key(reader.t("area-key-gaps"), _value(reader.number(lacking)), unit, f"{told} {marked}")


def pcso(
    page: AreaProfile,
    records: Records,
    selection: Selection,
    reader: Reader,
    mark: table.Mark = markup.sample_tag,
) -> str:
    """Return the office of the PCSO: never a person; how often it took part."""
    row = page.roles[page.roles["role"] == "pcso"].iloc[0]
    began = records.milestones.set_index("milestone_id")["date"].get(PCSO_BEGAN)
    if page.representatives["reason"].eq("bangkok").any():
        return escape(reader.t("area-pcso-bangkok"))
    if began is not None and pd.Timestamp(selection.asof) < began:
        return escape(reader.t("area-pcso-not-yet", date=reader.date(began)))
    office = reader.t("area-pcso-office", name=reader.pick(vars(page.area), "name"), level=page.area.level)
    told = reader.t("area-pcso-silent")
    if row["state"] != "not_reported":
        counts = {
            name: "?" if pd.isna(row[f"{name}_count"]) else int(row[f"{name}_count"])
            for name in ("invited", "attended")
        }
        told = reader.t("area-pcso-came", n=int(row["workshop_count"]), **counts)
    marked = mark(row["evidence"], reader)
    return f'{escape(office)}<br><span class="sti-sub">{escape(told)}</span> {marked}'
