"""Who was invited to the workshops and who came, province by province."""

from datetime import date

import numpy as np
import pandas as pd

from data.records import Records
from data.remember import lru_cache
from measures import areas, evidence
from measures.memory import remembered, remembered_for_every_look
from measures.selection import Selection


@remembered
def held(records: Records) -> pd.DataFrame:
    """Return the workshops with `held_on`, the latest possible first day. Shared: do not change."""
    rows = records.workshops
    is_day = rows["date_precision"].isin(["day", ""])
    month_end = rows["start_date"] + pd.offsets.MonthEnd(0)
    last = rows["end_date"].fillna(month_end.where(rows["date_precision"] == "month", rows["start_date"]))
    return rows.assign(held_on=rows["start_date"].where(is_day, last))


@remembered
def seats(records: Records) -> pd.DataFrame:
    """Return one row per workshop and province: invited_count, attended_count (NA: not recorded), held_on,
    phase_code, came, is_asked, is_unknown, evidence, source_id (of all its rows), came_evidence, came_source_id (of
    the rows that say somebody came; documented if one of them is); by day. Shared: do not change."""
    rows = records.participations[records.participations["province_code"] != ""]
    rows = rows.assign(is_unknown=rows["attended_count"].isna())
    grouped = rows.groupby(["workshop_id", "province_code"], sort=False)
    found = grouped[["invited_count", "attended_count"]].sum(min_count=1)
    found["is_unknown"] = grouped["is_unknown"].max()
    found["evidence"] = grouped["evidence"].agg(evidence.combined)
    found["source_id"] = grouped["source_id"].agg(evidence.join_sources)
    found = found.join(_who_says_they_came(rows))
    counts = {"invited_count": "Int64", "attended_count": "Int64"}
    days = held(records)[["workshop_id", "held_on", "phase_code", "evidence"]].rename(
        columns={"evidence": "of"}
    )
    found = found.reset_index().merge(days, on="workshop_id", how="inner").astype(counts)
    # A document that counts people at a workshop which none states says no more than a part.
    for column in ("evidence", "came_evidence"):
        part = found[column].eq(evidence.DOCUMENTED) & found["of"].ne(evidence.DOCUMENTED)
        found[column] = found[column].mask(part, evidence.PARTLY)
    found = found.drop(columns="of")
    came = found["attended_count"].gt(0).fillna(False).astype(bool)
    asked = found["invited_count"].gt(0).fillna(False).astype(bool) | came
    found = found.assign(came=came, is_asked=asked)
    return found.sort_values("held_on", kind="stable", ignore_index=True)


def _who_says_they_came(rows: pd.DataFrame) -> pd.DataFrame:
    """Return came_evidence and came_source_id per workshop and province: one document is enough."""
    came = rows[rows["attended_count"].gt(0).fillna(False).astype(bool)]
    key = ["workshop_id", "province_code"]
    kind = came.groupby(key, sort=False)["evidence"].min()  # "documented" sorts first
    said = came[came["evidence"] == kind.reindex(pd.MultiIndex.from_frame(came[key])).to_numpy()]
    sources = said.groupby(key, sort=False)["source_id"].agg(evidence.join_sources)
    return pd.DataFrame({"came_evidence": kind, "came_source_id": sources}).astype("str")


def sum_known(counts: pd.Series) -> int | None:
    """Return the sum of the counts that are recorded; None where none is."""
    known = counts.dropna()
    return int(known.sum()) if len(known) else None


@lru_cache(maxsize=64)
def _columns(records: Records, map_day: date) -> dict[str, np.ndarray]:
    """Return the columns of `seats` as plain arrays, with codes of a map and workshops as numbers."""
    rows = seats(records)
    codes = areas.then(records, rows["province_code"], map_day)
    made = {name: rows[name].to_numpy() for name in rows.columns}
    words = ("evidence", "source_id", "came_evidence", "came_source_id", "phase_code")
    made |= {name: rows[name].to_numpy(dtype=object) for name in words}
    return made | {
        "area_code": codes.to_numpy(dtype=object),
        "workshop": pd.factorize(rows["workshop_id"])[0],
    }


def until(records: Records, selection: Selection) -> dict[str, np.ndarray]:
    """Return the seats of workshops held by the day, in the chosen phase, with codes of the day."""
    columns = _columns(evidence.seen(records, selection), areas.map_day(records, selection.asof))
    wanted = columns["held_on"] <= np.datetime64(selection.asof)
    if selection.phase:
        wanted = wanted & (columns["phase_code"] == selection.phase)
    return {name: values[wanted] for name, values in columns.items()}


@remembered_for_every_look
def by_province(records: Records, selection: Selection) -> pd.DataFrame:
    """Return the uniform frame: attended, invited_never_came, never_invited, not_reported, not_applicable.

    More columns: invited_workshops, attended_workshops, documented_workshops (of those attended) as counts of
    workshops, attended_source_id (of all attended), last_on (the last attended). `since` is the day of the first
    attended workshop (of the first that a document tells of, if one does), or of the first invitation that was not
    followed. That nobody ever came rests on every invitation, that somebody did on one.
    """
    draft, size = areas.province_draft(records, selection), len(areas.provinces_on(records, selection.asof))
    counts = ("invited_workshops", "attended_workshops", "documented_workshops")
    extra: dict[str, np.ndarray] = {name: np.zeros(size) for name in counts}
    extra["attended_source_id"] = np.full(size, "", dtype=object)
    extra["last_on"] = np.full(size, "NaT", dtype="datetime64[us]")
    if pd.Timestamp(selection.asof) < records.phases["start_date"].min():
        draft.put(slice(None), state="not_applicable", reason="programme_not_started")
    elif evidence.is_silent(records, selection, "participations"):
        draft.put(slice(None), reason=evidence.silence_reason(selection))
    else:
        kind, source_id = evidence.of_absence(records, "participations")
        draft.put(
            slice(None), state="never_invited", reason="never_invited", evidence=kind, source_id=source_id
        )
        draft.put(_too_young(records, selection), reason="not_yet_a_province")
    if "programme_not_started" not in draft.columns["reason"]:
        _put_seats(draft, extra, until(records, selection))
    draft.put(draft.places([areas.BANGKOK]), state="not_applicable", reason="bangkok",
              since=areas.NO_DAY, evidence="", source_id="")  # fmt: skip
    return draft.frame(**extra)


def _put_seats(draft: areas.Draft, extra: dict[str, np.ndarray], rows: dict[str, np.ndarray]) -> None:
    """Write what the rows (sorted by day) say; a later `put` is the stronger statement."""
    place, size = draft.places(rows["area_code"]), len(draft.codes)
    came, told = rows["came"], rows["came"] & (rows["came_evidence"] == evidence.DOCUMENTED)
    for column, which in (("invited_workshops", rows["is_asked"]), ("attended_workshops", came),
                          ("documented_workshops", told)):  # fmt: skip
        pairs = np.unique(rows["workshop"][which] * size + place[which])
        extra[column][:] = np.bincount(pairs % size, minlength=size)
    asked, kinds, sources = _of_all(place, rows, rows["is_asked"])
    first = _first(place, np.flatnonzero(rows["is_asked"]))
    draft.put(asked, state="invited_never_came", reason="invited_never_came", since=rows["held_on"][first],
              evidence=kinds, source_id=sources)  # fmt: skip
    first = _first(place, np.flatnonzero(rows["is_unknown"]))
    draft.put(place[first], state="not_reported", reason="attendance_not_recorded", since=rows["held_on"][first],
              evidence=rows["evidence"][first], source_id=rows["source_id"][first])  # fmt: skip
    for which in (came, told):  # a document is the stronger statement
        first = _first(place, np.flatnonzero(which))
        draft.put(place[first], state="attended", reason="", since=rows["held_on"][first],
                  evidence=rows["came_evidence"][first], source_id=rows["came_source_id"][first])  # fmt: skip
    where = np.flatnonzero(came)
    extra["last_on"][place[where]] = rows["held_on"][where]  # rows are by day: the last one stays
    rows = rows | {"evidence": rows["came_evidence"], "source_id": rows["came_source_id"]}
    there, _, sources = _of_all(place, rows, came)
    extra["attended_source_id"][there] = sources


def _first(place: np.ndarray, where: np.ndarray) -> np.ndarray:
    """Return the first of some rows of each place, places in order."""
    found: np.ndarray = where[np.unique(place[where], return_index=True)[1]]
    return found


def _of_all(
    place: np.ndarray, rows: dict[str, np.ndarray], which: np.ndarray
) -> tuple[np.ndarray, list[str], list[str]]:
    """Return the places of some rows, and the evidence and sources of all rows of each together."""
    said: dict[int, dict[tuple[str, str], None]] = {}
    pairs = zip(place[which], rows["evidence"][which], rows["source_id"][which], strict=True)
    for one, kind, source in pairs:
        said.setdefault(int(one), {})[kind, source] = None
    found = sorted(said)
    kinds = [evidence.combined(kind for kind, _ in said[one]) for one in found]
    sources = [evidence.join_sources(source for _, source in said[one]) for one in found]
    return np.array(found, dtype=int), kinds, sources


def _too_young(records: Records, selection: Selection) -> np.ndarray:
    """Mark provinces born after the last workshop of their group: nobody could have invited them."""
    found = areas.provinces_on(records, selection.asof)
    born = found["established_on"].to_numpy()
    if np.isnat(born).all():
        return np.zeros(len(found), dtype=bool)
    rows = held(evidence.seen(records, selection))
    rows = rows[rows["held_on"] <= pd.Timestamp(selection.asof)]
    last = rows.groupby("group_code")["held_on"].max().reindex(found["group_code"]).to_numpy()
    return ~np.isnat(born) & ~(last >= born)


@remembered_for_every_look
def count_by_province(records: Records, selection: Selection) -> pd.DataFrame:
    """Return the uniform frame of the measure `workshops`: how many workshops a province attended."""
    frame = by_province(records, selection)
    known = ~frame["state"].isin(["not_reported", "not_applicable"])
    value = frame["attended_workshops"].where(known)
    some = known & value.gt(0)
    state = frame["state"].mask(some, "value").mask(known & value.eq(0), "none")
    told = frame["documented_workshops"]
    kind = np.select([told == frame["attended_workshops"], told > 0], [evidence.DOCUMENTED, evidence.PARTLY],
                     evidence.ILLUSTRATIVE)  # fmt: skip
    return frame.assign(
        state=state, value=value, evidence=frame["evidence"].mask(some, pd.Series(kind, index=frame.index)),
        source_id=frame["source_id"].mask(some, frame["attended_source_id"]),
    )  # fmt: skip


@remembered_for_every_look
def never_came(records: Records, selection: Selection) -> pd.DataFrame:
    """Return the provinces in the filter that were invited and never came: area_code, name_th, name_en,
    group_code, invited_workshops, since (first invitation), evidence, source_id."""
    frame = by_province(records, selection)
    frame = frame[frame["in_filter"] & (frame["state"] == "invited_never_came")]
    columns = [
        "area_code", "name_th", "name_en", "group_code", "invited_workshops", "since", "evidence", "source_id"
    ]  # fmt: skip
    return frame[columns].astype({"invited_workshops": int}).reset_index(drop=True)
