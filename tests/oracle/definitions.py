"""What every measure of a province and of a group means, in plain pandas over plain tables; shares no code with measures/.

`tables`: name -> frame with the columns of the CSV files, dates as datetime64, blanks as NaN or "", and `evidence`.
`all_tables` are those of every row: where fewer are seen, a missing row says nothing. A state is a pair (state, value).
"""

from pathlib import Path

import pandas as pd

BANGKOK = "10"
STAGES = ["needs_collected", "drafted", "approved", "in_provincial_plan"]
DATES = ("established_on", "valid_from", "valid_to", "start_date", "end_date", "appointed_on", "ended_on", "started_on",
         *(f"{stage}_on" for stage in STAGES))  # fmt: skip
NUMBERS = ("share", "allocated_baht", "disbursed_baht", "invited_count", "attended_count")
Tables = dict[str, pd.DataFrame]


def read(root: Path) -> Tables:
    """Read the CSV files of facts and of illustrative rows."""
    tables: dict[str, list[pd.DataFrame]] = {}
    for folder, evidence in (("facts", "documented"), ("sample", "illustrative")):
        for path in sorted((root / folder).glob("*.csv")):
            frame = pd.read_csv(path, dtype=str, keep_default_na=False).assign(evidence=evidence)
            tables.setdefault(path.stem, []).append(frame)
    nobody = pd.DataFrame(columns=["province_code", "year_be", "people", "source_id", "evidence"])
    return {"populations": nobody} | {
        name: typed(pd.concat(parts, ignore_index=True)) for name, parts in tables.items()
    }


def typed(frame: pd.DataFrame) -> pd.DataFrame:
    """Give dates and numbers their types; every other cell is text."""
    for column in frame.columns:
        if column in DATES:
            frame[column] = pd.to_datetime(frame[column].replace("", None))
        elif column in NUMBERS:
            frame[column] = pd.to_numeric(frame[column].replace("", None)).astype(float)
        elif frame[column].dtype in ("object", "str"):
            frame[column] = frame[column].fillna("")
    return frame


def documented(tables: Tables) -> Tables:
    """Hide illustrative rows."""
    return {name: frame[frame["evidence"] == "documented"] for name, frame in tables.items()}


def provinces(tables: Tables, day: pd.Timestamp) -> list[str]:
    """Return the provinces that existed on the day."""
    rows = tables["provinces"]
    return list(rows.loc[rows["established_on"].isna() | (rows["established_on"] <= day), "province_code"])


def territory(tables: Tables, day: pd.Timestamp) -> dict[str, str]:
    """Return which province of the day a code lies in."""
    rows = tables["provinces"]
    late = rows[rows["established_on"] > day]
    return dict(zip(late["province_code"], late["predecessor_code"], strict=True))


def groups(tables: Tables, day: pd.Timestamp) -> dict[str, str]:
    """Return the group of each province of the day; before 15 January 2008 that of the first documented scheme."""
    day = max(day, pd.Timestamp("2008-01-15"))
    rows = tables["province_group_members"]
    rows = rows[(rows["valid_from"] <= day) & ~(rows["valid_to"] < day)]
    return dict(zip(rows["province_code"], rows["group_code"], strict=True))


def is_silent(seen: Tables, all_tables: Tables, name: str) -> bool:
    """Say whether a missing row says nothing."""
    return not (seen[name]["evidence"] == "illustrative").any()


def _states(tables: Tables, day: pd.Timestamp, default: tuple) -> dict[str, tuple]:
    return dict.fromkeys(provinces(tables, day), default)


def _nothing(seen: Tables, all_tables: Tables, name: str, otherwise: tuple) -> tuple:
    return ("not_reported", None) if is_silent(seen, all_tables, name) else otherwise


def coverage(seen: Tables, all_tables: Tables, day: pd.Timestamp) -> dict[str, tuple]:
    """A representative is appointed and not ended, both days included; the role began on 21 December 2009."""
    if day < pd.Timestamp("2009-12-21"):
        return _states(seen, day, ("not_applicable", None))
    found = _states(seen, day, _nothing(seen, all_tables, "representatives", ("uncovered", None)))
    rows, where = seen["representatives"], territory(seen, day)
    for row in rows[(rows["appointed_on"] <= day) & ~(rows["ended_on"] < day)].itertuples():
        found[where.get(row.province_code, row.province_code)] = ("covered", None)
    return found | {BANGKOK: ("not_applicable", None)}


def held_on(workshops: pd.DataFrame) -> dict[str, pd.Timestamp]:
    """A workshop of a known day is held on it; of a month or a range, on its last possible day."""
    made = {}
    for row in workshops.itertuples():
        if row.date_precision in ("day", ""):
            made[row.workshop_id] = row.start_date
        elif pd.notna(row.end_date):
            made[row.workshop_id] = row.end_date
        else:
            month = row.date_precision == "month"
            made[row.workshop_id] = row.start_date + pd.offsets.MonthEnd(0) if month else row.start_date
    return made


def _attendance(seen: Tables, day: pd.Timestamp) -> dict[str, dict[str, set]]:
    """Return per province the workshops it was asked to, came to, and of which nobody counted."""
    where, on = territory(seen, day), held_on(seen["workshops"])
    rows = seen["participations"]
    found: dict[str, dict[str, set]] = {}
    for (workshop, code), part in rows[rows["province_code"] != ""].groupby(["workshop_id", "province_code"]):
        if workshop not in on or not on[workshop] <= day:
            continue
        own = found.setdefault(where.get(code, code), {"asked": set(), "came": set(), "unknown": set()})
        came = part["attended_count"].sum() > 0
        if came:
            own["came"].add(workshop)
        if came or part["invited_count"].sum() > 0:
            own["asked"].add(workshop)
        if part["attended_count"].isna().any():
            own["unknown"].add(workshop)
    return found


def attendance(seen: Tables, all_tables: Tables, day: pd.Timestamp) -> dict[str, tuple]:
    """Attended once is attended; uncounted beats never came; invited beats never invited."""
    if day < seen["phases"]["start_date"].min():
        return _states(seen, day, ("not_applicable", None))
    found = _states(seen, day, _nothing(seen, all_tables, "participations", ("never_invited", None)))
    for code, own in _attendance(seen, day).items():
        for key, state in (
            ("asked", "invited_never_came"),
            ("unknown", "not_reported"),
            ("came", "attended"),
        ):
            if own[key]:
                found[code] = (state, None)
    return found | {BANGKOK: ("not_applicable", None)}


def workshops(seen: Tables, all_tables: Tables, day: pd.Timestamp) -> dict[str, tuple]:
    """The number of workshops at which somebody of the province was."""
    times = {code: len(own["came"]) for code, own in _attendance(seen, day).items()}
    found = {}
    for code, (state, _) in attendance(seen, all_tables, day).items():
        n = times.get(code, 0)
        known = state not in ("not_reported", "not_applicable")
        found[code] = ("value" if n else "none", float(n)) if known else (state, None)
    return found


def plan(seen: Tables, all_tables: Tables, day: pd.Timestamp) -> dict[str, tuple]:
    """The furthest stage whose day has come."""
    if day < seen["phases"]["start_date"].min():
        return _states(seen, day, ("not_applicable", None))
    found = _states(seen, day, _nothing(seen, all_tables, "plans", ("none", None)))
    where, furthest = territory(seen, day), {}
    for row in seen["plans"].itertuples():
        for rank, stage in enumerate(STAGES):
            if getattr(row, f"{stage}_on") <= day:
                code = where.get(row.province_code, row.province_code)
                furthest[code] = max(furthest.get(code, 0), rank)
    found |= {code: (STAGES[rank], None) for code, rank in furthest.items()}
    return found | {BANGKOK: ("not_applicable", None)}


def kind_of(places: pd.DataFrame) -> str:
    """Why a project's money can or cannot be given to its provinces."""
    if places.empty:
        return "no_place"
    if (places["precision"] == "nationwide").any():
        return "nationwide"
    if (places["precision"] == "group").any():
        return "group_only"
    return "several_without_share" if len(places) > 1 and places["share"].isna().any() else "province"


def _projects(seen: Tables, day: pd.Timestamp, running: bool) -> list[tuple]:
    """Return (project, places, kind) of those begun by the day, or running on it; planned ones are neither."""
    rows = seen["projects"]
    rows = rows[(rows["status"] != "planned") & (rows["started_on"] <= day)]
    if running:
        open_end = rows["ended_on"].isna() & (rows["status"] == "running")
        rows = rows[open_end | (rows["ended_on"] >= day)]
    places = dict(list(seen["project_locations"].groupby("project_id")))
    none = seen["project_locations"].iloc[:0]
    return [
        (row, places.get(row.project_id, none), kind_of(places.get(row.project_id, none)))
        for row in rows.itertuples()
    ]


def _zero(
    seen: Tables, all_tables: Tables, chosen: list[tuple], where: dict[str, str]
) -> tuple[tuple, set[str]]:
    """Return what an area without a project is, and the provinces of which only the group's projects are known.

    While a document tells of a project and names no place for it, nowhere is known to be without one."""
    alone = {
        where.get(code, code)
        for _, places, kind in chosen
        if kind == "group_only"
        for code in places["province_code"]
    }
    nowhere = any(kind == "no_place" and row.evidence == "documented" for row, _, kind in chosen)
    zero = ("not_reported", None) if nowhere else ("none", 0.0)
    if is_silent(seen, all_tables, "projects"):
        return ("not_reported", None), set()
    return zero, alone


def projects(seen: Tables, all_tables: Tables, day: pd.Timestamp) -> dict[str, tuple]:
    """The number of projects running in a province, each once; known to the group alone is a state of its own."""
    where, chosen = territory(seen, day), _projects(seen, day, running=True)
    zero, alone = _zero(seen, all_tables, chosen, where)
    counted: dict[str, set] = {}
    for row, places, kind in chosen:
        if kind in ("province", "several_without_share"):
            for code in places["province_code"]:
                counted.setdefault(where.get(code, code), set()).add(row.project_id)
    found = _states(seen, day, zero)
    for code in found:
        if code in counted:
            found[code] = ("value", float(len(counted[code])))
        elif code in alone:
            found[code] = ("group_only", None)
    return found


def money(seen: Tables, all_tables: Tables, day: pd.Timestamp, column: str) -> dict[str, tuple]:
    """The baht of projects begun, by stated shares; the whole where there is one place; never spread."""
    where, chosen = territory(seen, day), _projects(seen, day, running=False)
    zero, alone = _zero(seen, all_tables, chosen, where)
    parts: dict[str, list] = {}
    unknown: set[str] = set()
    for row, places, kind in chosen:
        baht = getattr(row, column)
        if kind == "several_without_share":
            unknown |= {where.get(code, code) for code in places["province_code"]}
        elif kind == "province":
            for place in places.itertuples():
                share = 1.0 if pd.isna(place.share) else place.share
                parts.setdefault(where.get(place.province_code, place.province_code), []).append(baht * share)
    found = _states(seen, day, zero)
    for code in found:
        own = [baht for baht in parts.get(code, []) if pd.notna(baht)]
        if own:
            found[code] = ("value" if sum(own) else "none", float(sum(own)))
        elif code in parts or code in unknown:
            found[code] = ("not_reported", None)
        elif code in alone:
            found[code] = ("group_only", None)
    return found


REACHED = {"coverage": ("covered",), "attendance": ("attended",), "plan": ("approved", "in_provincial_plan")}


def k_of_n(
    states: dict[str, tuple], reached: tuple[str, ...], where: dict[str, str], names: set[str]
) -> dict[str, tuple]:
    """A group has as many as its provinces that reached it; where none of them says anything, nobody knows."""
    found = {}
    for group in names:
        own = [state for code, (state, _) in states.items() if where.get(code) == group]
        count = sum(state in reached for state in own)
        if all(state == "not_applicable" for state in own):
            found[group] = ("not_applicable", None)
        elif all(state in ("not_applicable", "not_reported") for state in own):
            found[group] = ("not_reported", None)
        else:
            found[group] = ("value" if count else "none", float(count))
    return found


def group_workshops(seen: Tables, all_tables: Tables, day: pd.Timestamp, names: set[str]) -> dict[str, tuple]:
    """The workshops held for the group itself by the day; documents never claim to name them all."""
    rows, on = seen["workshops"], held_on(seen["workshops"])
    made = rows[(rows["scope"] == "group") & (rows["workshop_id"].map(on) <= day)]
    count = made["group_code"].value_counts()
    whole = (all_tables["workshops"]["evidence"] == "illustrative").any() and len(seen["workshops"]) == len(
        all_tables["workshops"]
    )
    zero = ("none", 0.0) if whole else ("not_reported", None)
    return {code: ("value", float(count[code])) if code in count else zero for code in names}


def group_projects(seen: Tables, all_tables: Tables, day: pd.Timestamp, names: set[str]) -> dict[str, tuple]:
    """The number of projects running somewhere in a group, each once, whether or not their province is named."""
    where, of = territory(seen, day), groups(seen, day)
    chosen = _projects(seen, day, running=True)
    found = dict.fromkeys(names, _zero(seen, all_tables, chosen, where)[0])
    counted: dict[str, set] = {}
    for row, places, kind in chosen:
        for code in places["province_code"] if kind != "nationwide" else ():
            counted.setdefault(of.get(where.get(code, code), ""), set()).add(row.project_id)
    return found | {code: ("value", float(len(own))) for code, own in counted.items() if code in names}


def group_money(
    seen: Tables, all_tables: Tables, day: pd.Timestamp, names: set[str], column: str
) -> dict[str, tuple]:
    """The baht of projects begun, by stated shares; the whole where all places lie in one group; never spread."""
    where, of = territory(seen, day), groups(seen, day)
    chosen = _projects(seen, day, running=False)
    found = dict.fromkeys(names, _zero(seen, all_tables, chosen, where)[0])
    parts: dict[str, list] = {}
    unknown: set[str] = set()
    for row, places, kind in chosen:
        own = [of.get(where.get(code, code), "") for code in places["province_code"]]
        baht = getattr(row, column)
        if kind == "province":
            shares = [1.0 if len(own) == 1 else share for share in places["share"]]
            for group, share in zip(own, shares, strict=True):
                parts.setdefault(group, []).append(baht * share)
        elif kind in ("group_only", "several_without_share"):
            if len(set(own)) == 1:
                parts.setdefault(own[0], []).append(baht)
            else:
                unknown |= set(own)
    for code in names & (set(parts) | unknown):
        said = [baht for baht in parts.get(code, []) if pd.notna(baht)]
        found[code] = ("value" if sum(said) else "none", float(sum(said))) if said else ("not_reported", None)
    return found


def participants(seen: Tables, all_tables: Tables, day: pd.Timestamp) -> dict[str, tuple]:
    """The people of a province at all workshops held by the day, uncounted seats left out."""
    where, on = territory(seen, day), held_on(seen["workshops"])
    people: dict[str, float] = {}
    for row in seen["participations"].itertuples():
        if (
            row.province_code
            and row.workshop_id in on
            and on[row.workshop_id] <= day
            and row.attended_count > 0
        ):
            code = where.get(row.province_code, row.province_code)
            people[code] = people.get(code, 0.0) + row.attended_count
    found = {}
    for code, (state, _) in attendance(seen, all_tables, day).items():
        n = people.get(code, 0.0)
        silent = state in ("not_reported", "not_applicable")
        found[code] = (state, None) if silent else ("value" if n else "none", n)
    return found


def group_participants(
    seen: Tables, all_tables: Tables, day: pd.Timestamp, names: set[str]
) -> dict[str, tuple]:
    """The people of those provinces of a group that are reported."""
    of, states, found = groups(seen, day), participants(seen, all_tables, day), {}
    for group in names:
        own = [states[code] for code in states if of.get(code) == group]
        known = [value for state, value in own if state in ("value", "none")]
        if known:
            found[group] = ("value" if sum(known) else "none", float(sum(known)))
        else:
            found[group] = (
                "not_applicable" if all(state == "not_applicable" for state, _ in own) else "not_reported",
                None,
            )
    return found


def people(seen: Tables, day: pd.Timestamp, inside: set[str]) -> float | None:
    """The people of some provinces of the day by the newest year, not after that of the day, which has them whole.

    What a count of the end of a year speaks of: the land of each province as it was then."""
    rows = seen["populations"]
    born = dict(zip(seen["provinces"]["province_code"], seen["provinces"]["established_on"], strict=True))
    before = dict(zip(seen["provinces"]["province_code"], seen["provinces"]["predecessor_code"], strict=True))

    def land(code: str, moment: pd.Timestamp) -> str:
        return before[code] if pd.notna(born[code]) and born[code] > moment else code

    for year in sorted({int(year) for year in rows["year_be"] if year <= day.year + 543}, reverse=True):
        end = pd.Timestamp(year - 543, 12, 31)
        lots = {
            code: (land(code, end), land(code, day)) for code in born
        }  # today's codes are the smallest lots
        wanted = {then for then, now in lots.values() if now in inside}
        if any(then in wanted and now not in inside for then, now in lots.values()):
            return None
        own = rows[(rows["year_be"] == year) & rows["province_code"].isin(wanted) & (rows["people"] > 0)]
        if set(own["province_code"]) == wanted:
            return float(own["people"].sum())
    return None


def rate(
    amounts: dict[str, tuple], seen: Tables, day: pd.Timestamp, inside: dict[str, set[str]]
) -> dict[str, tuple]:
    """An amount per 100,000 people of the same area; nothing is reported where nobody counted them, a nothing included."""
    found = {}
    for code, (state, value) in amounts.items():
        count = people(seen, day, inside[code])
        if state != "not_applicable" and count is None:
            found[code] = ("not_reported", None)
        else:
            found[code] = (state, None if value is None or count is None else value / count * 100_000)
    return found
