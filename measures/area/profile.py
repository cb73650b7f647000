"""Everything about one area on one page: a province, or a group with its provinces, on a day."""

from dataclasses import dataclass, replace

import pandas as pd

from data.records import Records
from data.remember import lru_cache
from measures import areas, attendance, coverage, evidence, gaps, network, plans, scope
from measures.area import facts as area_facts
from measures.area.beside import neighbour_list
from measures.area.ranks import ranks
from measures.catalogue import PLAN_STAGES
from measures.projects.explorer import ProjectQuery, Totals, by_fiscal_year, totals
from measures.scope import Area
from measures.selection import Selection
from measures.workshop_people import ROLES


@dataclass(frozen=True)
class AreaProfile:
    """One area on one day; every frame is empty where the area does not exist on it (`area.exists`).

    area: see scope.Area. group_name_th, group_name_en: short name of its group, "" for none.
    predecessor_code: the province its territory lay in, for a province that is not born yet.
    The frames are those of the functions of this module with the same names; gaps: gaps.listing; totals and
    by_year: explorer.totals and explorer.by_fiscal_year (one frame per money: allocated, disbursed);
    events and facts: area_facts.events and area_facts.documented_facts.
    """

    area: Area
    group_name_th: str
    group_name_en: str
    predecessor_code: str
    representatives: pd.DataFrame
    history: pd.DataFrame
    institutions: pd.DataFrame
    workshops: pd.DataFrame
    roles: pd.DataFrame
    plans: pd.DataFrame
    totals: Totals
    by_year: dict[str, pd.DataFrame]
    ranks: pd.DataFrame
    neighbours: pd.DataFrame
    gaps: pd.DataFrame
    events: pd.DataFrame
    facts: pd.DataFrame


@lru_cache(maxsize=64)
def profile(records: Records, selection: Selection) -> AreaProfile:
    """Return the page of `selection.area` on `selection.asof`; `selection.groups` plays no part.

    Shared: do not change its frames. Raises ValueError without an area, KeyError for an unknown one.
    """
    own = selection.but(groups=())
    query = ProjectQuery(own)
    return replace(
        brief(records, own), history=history(records, own), institutions=institutions(records, own),
        roles=roles(records, own), ranks=ranks(records, own), neighbours=neighbour_list(records, own),
        by_year={money: by_fiscal_year(records, query.but(money=money)) for money in ("allocated", "disbursed")},
        events=area_facts.events(records, own, _area(records, own)),
        facts=area_facts.documented_facts(records, _area(records, own)),
    )  # fmt: skip


@lru_cache(maxsize=256)
def brief(records: Records, selection: Selection) -> AreaProfile:
    """Return what the first screen of an area says: a quarter of the work of `profile`, its other frames are empty."""
    if selection.area is None:
        raise ValueError("a profile needs selection.area")
    own, none = selection.but(groups=()), pd.DataFrame()
    area = _area(records, own)
    groups = areas.groups_on(records, own.asof).set_index("area_code")[["name_th", "name_en"]]
    group = groups.loc[area.group_code] if area.group_code in groups.index else {"name_th": "", "name_en": ""}
    return AreaProfile(
        area=area, group_name_th=group["name_th"], group_name_en=group["name_en"],
        predecessor_code=_predecessor(records, own, area),
        representatives=representatives(records, own), workshops=workshop_list(records, own),
        plans=plan_stages(records, own), totals=totals(records, ProjectQuery(own)), gaps=gaps.listing(records, own),
        history=none, institutions=none, roles=none, by_year={}, ranks=none, neighbours=none, events=none, facts=none,
    )  # fmt: skip


def _predecessor(records: Records, selection: Selection, area: Area) -> str:
    if area.exists or area.level != "province":
        return ""
    return areas.territories_on(records, selection.asof).get(area.code, "")


def _area(records: Records, selection: Selection) -> Area:
    return scope.area_on(records, selection.area, selection.asof)


def representatives(records: Records, selection: Selection) -> pd.DataFrame:
    """Return one row per province of the area: area_code, name_th, name_en, state, since, reason (as coverage
    has them), institution_code, institution_name_th, institution_name_en ("" without one), evidence, source_id."""
    frame = coverage.by_province(records, selection)
    frame = frame[frame["area_code"].isin(_area(records, selection).provinces)]
    day = pd.Timestamp(selection.asof)
    serving = history(records, selection)
    serving = serving[
        (serving["appointed_on"] <= day) & (serving["ended_on"].isna() | (serving["ended_on"] >= day))
    ]
    serving = serving.drop_duplicates("province_code", keep="last").set_index("province_code")
    columns = ["institution_code", "institution_name_th", "institution_name_en"]
    found = frame.join(serving[columns], on="area_code").fillna(dict.fromkeys(columns, ""))
    return found[["area_code", "name_th", "name_en", "state", "since", "reason", *columns, "evidence",
                  "source_id"]].reset_index(drop=True)  # fmt: skip


def history(records: Records, selection: Selection) -> pd.DataFrame:
    """Return every appointment begun by the day in the area, oldest first: province_code (of the day),
    institution_code, institution_name_th, institution_name_en, appointed_on, ended_on (NaT: goes on, or ends
    after the day), evidence, source_id."""
    shown, day = evidence.seen(records, selection), pd.Timestamp(selection.asof)
    rows = shown.representatives[shown.representatives["appointed_on"] <= day]
    rows = rows.assign(province_code=areas.then(records, rows["province_code"], selection.asof),
                       ended_on=rows["ended_on"].mask(rows["ended_on"] > day))  # fmt: skip
    rows = rows[rows["province_code"].isin(_area(records, selection).provinces)]
    rows = _with_institution(shown, rows, "institution_name_")
    return rows.sort_values(["appointed_on", "province_code"], ignore_index=True)[
        ["province_code", "institution_code", "institution_name_th", "institution_name_en", "appointed_on",
         "ended_on", "evidence", "source_id"]
    ]  # fmt: skip


def _with_institution(records: Records, rows: pd.DataFrame, stem: str) -> pd.DataFrame:
    names = records.institutions.set_index("institution_code")[["name_th", "name_en"]]
    names = names.reindex(rows["institution_code"]).fillna("")
    return rows.assign(**{f"{stem}{lang}": names[f"name_{lang}"].to_numpy() for lang in ("th", "en")})


def institutions(records: Records, selection: Selection) -> pd.DataFrame:
    """Return the institutions that host or serve the area on the day, hosts first: institution_code, name_th,
    name_en, role (host, service_area), province_code (the one hosted or served), home_code (where the
    institution stands), valid_from, valid_to, evidence, source_id, note. Count distinct institutions, not rows."""
    shown = evidence.seen(records, selection)
    rows = network.service_on(records, selection)
    rows = rows[rows["province_code"].isin(_area(records, selection).provinces)]
    rows = _with_institution(shown, rows, "name_")
    homes = shown.institutions.set_index("institution_code")["province_code"]
    rows = rows.assign(home_code=homes.reindex(rows["institution_code"]).fillna("").to_numpy())
    return rows.sort_values(["role", "province_code", "institution_code"], ignore_index=True)[
        ["institution_code", "name_th", "name_en", "role", "province_code", "home_code", "valid_from", "valid_to",
         "evidence", "source_id", "note"]
    ]  # fmt: skip


def _seats(records: Records, selection: Selection) -> pd.DataFrame:
    """Return the participation rows of the area at workshops held by the day (and in the phase chosen)."""
    shown = evidence.seen(records, selection)
    rows = shown.participations
    rows = rows.assign(province_code=areas.then(records, rows["province_code"], selection.asof))
    rows = rows[rows["province_code"].isin(_area(records, selection).provinces)]
    held = attendance.held(shown)
    held = held[held["held_on"] <= pd.Timestamp(selection.asof)]
    if selection.phase:
        held = held[held["phase_code"] == selection.phase]
    return rows[rows["workshop_id"].isin(held["workshop_id"])]


def workshop_list(records: Records, selection: Selection) -> pd.DataFrame:
    """Return the workshops of the area held by the day, newest first: those it was asked to or took part in, and
    those held for it.

    Columns: workshop_id, title_th, title_en, start_date, end_date, date_precision, phase_code, scope, state
    (attended, invited_never_came, not_reported: no one says whether the area came), roles (tuple of the roles
    that came), invited_count, attended_count (people, NA: not recorded), evidence, source_id.
    """
    shown, seats = evidence.seen(records, selection), _seats(records, selection)
    about = area_facts.workshops_about(shown, _area(records, selection))["workshop_id"]
    rows = attendance.held(shown)
    rows = rows[rows["workshop_id"].isin(seats["workshop_id"]) | rows["workshop_id"].isin(about)]
    rows = rows[rows["held_on"] <= pd.Timestamp(selection.asof)]
    if selection.phase:
        rows = rows[rows["phase_code"] == selection.phase]
    parts = dict(list(seats.groupby("workshop_id")))
    told = [_came(parts.get(code)) for code in rows["workshop_id"]]
    found = rows.assign(**{name: [one[name] for one in told] for name in _NOT_TOLD})
    found = found.assign(
        evidence=[_weaker(own, one) for own, one in zip(rows["evidence"], told, strict=True)]
    )
    found = found.astype({"invited_count": "Int64", "attended_count": "Int64"})
    return found.sort_values(["start_date", "workshop_id"], ascending=False, ignore_index=True)[
        ["workshop_id", "title_th", "title_en", "start_date", "end_date", "date_precision", "phase_code", "scope",
         "state", "roles", "invited_count", "attended_count", "evidence", "source_id"]
    ]  # fmt: skip


_NOT_TOLD: dict = {"state": "not_reported", "roles": (), "invited_count": None, "attended_count": None}


def _came(part: pd.DataFrame | None) -> dict:
    if part is None:
        return _NOT_TOLD
    came = part[part["attended_count"].gt(0).fillna(False)]
    unknown = part["attended_count"].isna().any()
    state = "attended" if len(came) else "not_reported" if unknown else "invited_never_came"
    return {"state": state, "roles": tuple(role for role in ROLES if role in set(came["role"])),
            "invited_count": attendance.sum_known(part["invited_count"]),
            "attended_count": attendance.sum_known(part["attended_count"]),
            "evidence": evidence.combined(part["evidence"])}  # fmt: skip


def _weaker(own: str, told: dict) -> str:
    return evidence.combined([own, told.get("evidence", "")])


def roles(records: Records, selection: Selection) -> pd.DataFrame:
    """Return one row per role (ROLES): role, state (value, not_reported), workshop_count (at which the
    role of the area came), invited_count, attended_count (people, NA: not recorded), evidence, source_id. The PCSO
    is an office, so it is counted and never named."""
    seats = _seats(records, selection)
    made = []
    for role in ROLES:
        part = seats[seats["role"] == role]
        came = part[part["attended_count"].gt(0).fillna(False)]
        made.append({
            "role": role, "state": "value" if len(part) else "not_reported",
            "workshop_count": came["workshop_id"].nunique() if len(part) else None,
            "invited_count": attendance.sum_known(part["invited_count"]),
            "attended_count": attendance.sum_known(part["attended_count"]),
            "evidence": evidence.combined(part["evidence"]),
            "source_id": evidence.join_sources(part["source_id"].unique()),
        })  # fmt: skip
    counts = ("workshop_count", "invited_count", "attended_count")
    return pd.DataFrame(made).astype(dict.fromkeys(counts, "Int64"))


def plan_stages(records: Records, selection: Selection) -> pd.DataFrame:
    """Return one row per province of the area: area_code, name_th, name_en, state (the furthest stage, as
    plans.by_province has it), since, reason, needs_collected_on, drafted_on, approved_on, in_provincial_plan_on
    (NaT: not reached by the day, or the day is not recorded), evidence, source_id."""
    frame = plans.by_province(records, selection)
    frame = frame[frame["area_code"].isin(_area(records, selection).provinces)]
    rows = plans.reached(evidence.seen(records, selection))
    rows = rows[rows["reached_on"] <= pd.Timestamp(selection.asof)]
    rows = rows.assign(code=areas.then(records, rows["province_code"], selection.asof))
    for stage in PLAN_STAGES:
        first = rows[rows["stage"] == stage].drop_duplicates("code").set_index("code")["reached_on"]
        frame = frame.assign(**{f"{stage}_on": first.reindex(frame["area_code"]).to_numpy()})
    days = [f"{stage}_on" for stage in PLAN_STAGES]
    return frame[["area_code", "name_th", "name_en", "state", "since", "reason", *days, "evidence",
                  "source_id"]].reset_index(drop=True)  # fmt: skip
