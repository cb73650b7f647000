"""Where we are, what is missing, what changed: the few numbers of the first page."""

from collections.abc import Mapping
from datetime import date

import pandas as pd

from data.records import Records
from locales.dates import fiscal_year_be, fiscal_year_start
from measures import areas, attendance, coverage, evidence, freshness, plans, workshop_years, workshops
from measures.catalogue import GROUP_ONLY
from measures.changes import between
from measures.coverage import Count
from measures.memory import remembered_for_every_look
from measures.projects import amounts as projects
from measures.selection import Selection


def current_phase(records: Records, selection: Selection) -> str | None:
    """Return the chosen phase, else the one running on the day, else the last one begun; None before 2003."""
    if selection.phase:
        return selection.phase
    begun = records.phases[records.phases["start_date"] <= pd.Timestamp(selection.asof)]
    return None if begun.empty else str(begun.sort_values("start_date")["phase_code"].iloc[-1])


@remembered_for_every_look
def key_figures(records: Records, selection: Selection, since: date) -> pd.DataFrame:
    """Return five rows: coverage, workshops, participants, projects, plans.

    Columns: code (message `key-<code>`), state (value, not_reported, not_applicable), value, of (NA: no
    denominator), qualifier, change (value minus value on `since`, NA where one of the two is unknown or, for
    participants, another fiscal year), since, documented (share 0 to 1 of the rows behind it; NaN without
    rows), evidence, source_id, page (url path), params (query parameters of the link).
    """
    earlier, shown = selection.but(asof=since), evidence.seen(records, selection)
    phase_code = current_phase(records, selection)
    made = []
    for code, now, before, rows, page, params in (
        ("coverage", coverage.total(records, selection), _coverage_then(records, selection, since),
         evidence.seen(records, selection).representatives, "coverage", {"measure": "coverage"}),
        ("workshops", _groups_held(records, selection, phase_code), _groups_held(records, earlier, phase_code),
         _phase_workshops(records, selection, phase_code), "workshops", {"phase": phase_code or ""}),
        ("participants", participants(records, selection), _same_year_participants(records, selection, since),
         _year_workshops(records, selection), "workshops", {}),
        ("projects", projects.running_total(records, selection), projects.running_total(records, earlier),
         None, "projects", {"measure": "projects"}),
        ("plans", plans.total(records, selection), plans.total(records, earlier),
         evidence.seen(records, selection).plans, "coverage", {"measure": "plan"}),
    ):  # fmt: skip
        share = evidence.projects_share(shown) if rows is None else evidence.documented_share(rows)
        made.append({"code": code, **_figure(now, before), "since": pd.Timestamp(since),
                     "documented": _share(now, share), "page": page, "params": params})  # fmt: skip
    return pd.DataFrame(made).astype(
        {"value": "Int64", "of": "Int64", "change": "Int64", "documented": float}
    )


def _figure(now: Count, before: Count | None) -> dict[str, object]:
    known = now.value is not None and before is not None and before.value is not None
    return {
        "state": now.state, "value": now.value, "of": now.of, "qualifier": now.qualifier,
        "change": now.value - before.value if known else None,  # type: ignore[operator,union-attr]
        "evidence": now.evidence, "source_id": now.source_id,
    }  # fmt: skip


def _share(count: Count, share: float | None) -> float | None:
    """Return the documented share; a number that a document states is documented, whatever lies below it."""
    if count.value is None:
        return None
    return 1.0 if count.evidence == evidence.DOCUMENTED else share


def _coverage_then(records: Records, selection: Selection, since: date) -> Count:
    """Return the earlier coverage of the same area: of today's chosen groups, whatever they were called."""
    row = coverage.over_time(records, selection, [since]).iloc[0]
    value = None if pd.isna(row["covered_count"]) else int(row["covered_count"])
    # Before the role existed nobody held it: the count then was a true zero.
    value = 0 if row["state"] == "not_applicable" else value
    return Count(value, int(row["province_count"]), since, state=row["state"])


def _groups_held(records: Records, selection: Selection, phase_code: str | None) -> Count:
    if phase_code is None:
        return Count(None, None, selection.asof, state="not_applicable")
    start = records.phases.loc[records.phases["phase_code"] == phase_code, "start_date"].iloc[0]
    if pd.Timestamp(selection.asof) < start:
        return Count(0, None, selection.asof)
    return workshops.groups_reached(records, selection, phase_code)


def _phase_workshops(records: Records, selection: Selection, phase_code: str | None) -> pd.DataFrame:
    rows = workshops.listing(records, selection.but(phase=phase_code))
    return rows[rows["is_held"] & (rows["scope"] == "group")]


def _year_workshops(records: Records, selection: Selection) -> pd.DataFrame:
    rows = workshops.listing(records, selection)
    year = fiscal_year_be(selection.asof)
    return rows[rows["is_held"] & rows["fiscal_year_be"].eq(year).fillna(False).astype(bool)]


@remembered_for_every_look
def participants(records: Records, selection: Selection) -> Count:
    """Return the people at workshops of the day's fiscal year so far, as stated or as counted at the door."""
    year = fiscal_year_be(selection.asof)
    found = workshop_years.in_fiscal_year(records, selection, year)
    if found is None or found["state"] == "no_source":
        return Count(None, None, selection.asof, state="not_reported")
    if found["state"] == "none":
        last = freshness.last_record(records)
        if last is not None and year > fiscal_year_be(last):  # beyond the records nobody counted
            return Count(None, None, selection.asof, state="not_reported")
        return Count(0, None, selection.asof, "exact", *evidence.of_absence(records, "workshops"))
    value = None if pd.isna(found["participants"]) else int(found["participants"])
    state = "not_reported" if value is None else "value"
    return Count(value, None, selection.asof, found["participants_qualifier"], found["participants_evidence"],
                 found["source_id"], state)  # fmt: skip


def _same_year_participants(records: Records, selection: Selection, since: date) -> Count | None:
    """Return the earlier number only within one fiscal year: the count starts again every October."""
    return participants(records, selection.but(asof=since)) if since >= fiscal_year_start(
        fiscal_year_be(selection.asof)
    ) else None  # fmt: skip


@remembered_for_every_look
def sentence_parts(records: Records, selection: Selection) -> dict[str, object]:
    """Return the numbers of the opening sentence.

    Keys: covered, provinces, missing (None where not reported), covered_state, covered_qualifier, phase_code
    (None before 2003), phase_name_th, phase_name_en, groups, groups_of (None: no denominator), groups_state,
    groups_qualifier, covered_evidence, groups_evidence, is_stand_in (groups of another scheme are drawn), evidence,
    source_id.
    """
    count, phase_code = coverage.total(records, selection), current_phase(records, selection)
    groups = _groups_held(records, selection, phase_code)
    names = records.phases.set_index("phase_code")[["name_th", "name_en"]]
    th, en = names.loc[phase_code] if phase_code else ("", "")
    missing = None if count.value is None or count.of is None else count.of - count.value
    return {
        "covered": count.value, "provinces": count.of, "missing": missing, "covered_state": count.state,
        "covered_qualifier": count.qualifier, "phase_code": phase_code, "phase_name_th": th, "phase_name_en": en,
        "groups": groups.value, "groups_of": groups.of, "groups_state": groups.state,
        "groups_qualifier": groups.qualifier, "is_stand_in": areas.is_stand_in(records, selection.asof),
        "covered_evidence": count.evidence, "groups_evidence": groups.evidence if groups.value else "",
        "evidence": evidence.combined([count.evidence, groups.evidence]),
        "source_id": evidence.join_sources([count.source_id, groups.source_id]),
    }  # fmt: skip


@remembered_for_every_look
def missing(records: Records, selection: Selection) -> pd.DataFrame:
    """Return the kinds of gaps: gap (message `gap-<code>`), state, value, of, evidence, page, params.

    Gaps: no_representative, no_workshop (groups, in the current phase), never_came, never_invited,
    no_plan (no approved plan), no_project. group_only: provinces beside the count of which only their group's
    projects are known. Kinds that nobody reports are listed with state not_reported.
    """
    people = attendance.by_province(records, selection.but(phase=None))
    made = [
        _gap("no_representative", coverage.by_province(records, selection), ("uncovered",), "coverage", "coverage"),
        _no_workshop(records, selection),
        _gap("never_came", people, ("invited_never_came",), "coverage", "attendance"),
        _gap("never_invited", people, ("never_invited",), "coverage", "attendance"),
        _gap("no_plan", plans.by_province(records, selection), ("none", "needs_collected", "drafted"), "coverage",
             "plan"),
        _gap("no_project", projects.by_area(records, selection.but(measure="projects", level="province")),
             ("none",), "coverage", "projects"),
    ]  # fmt: skip
    stated = coverage.total(records, selection)
    if made[0]["state"] == "not_reported" and stated.value is not None and stated.of is not None:
        made[0] |= {"state": "value", "value": stated.of - stated.value, "of": stated.of,
                    "evidence": stated.evidence}  # fmt: skip
    return pd.DataFrame(made).astype({"value": "Int64", "of": "Int64"})


def _gap(
    code: str, frame: pd.DataFrame, states: tuple[str, ...], page: str, measure: str
) -> dict[str, object]:
    frame = frame[frame["in_filter"] & (frame["area_code"] != areas.BANGKOK)]
    made = {"gap": code, "state": "value", "value": int(frame["state"].isin(states).sum()), "of": len(frame),
            "group_only": int(frame["state"].eq(GROUP_ONLY).sum()),
            "evidence": evidence.combined(frame["evidence"]), "page": page, "params": {"measure": measure}}  # fmt: skip
    for silence in ("not_applicable", "not_reported"):
        if len(frame) and frame["state"].eq(silence).all():
            return made | {"state": silence, "value": None}
    return made


def _no_workshop(records: Records, selection: Selection) -> dict[str, object]:
    phase_code = current_phase(records, selection)
    count = _groups_held(records, selection, phase_code)
    known = count.value is not None and count.of is not None
    params: Mapping[str, str] = {"phase": phase_code or ""}
    # With documents only, a group that none of them names is not a gap in work: nothing is claimed.
    if count.qualifier == "at_least":
        known = False
    state = "value" if known else count.state if count.value is None else "not_reported"
    value = count.of - count.value if known else None  # type: ignore[operator]
    return {"gap": "no_workshop", "state": state, "value": value, "of": count.of, "evidence": count.evidence,
            "page": "workshops", "params": params}  # fmt: skip


def changes(records: Records, selection: Selection, since: date) -> pd.DataFrame:
    """Return what changed after `since` and by the as-of day: see `measures.changes.between`."""
    return between(records, selection, since)
