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
    phase_code, came, is_asked, is_unknown, evidence, source_id; by day. Shared: do not change."""
    rows = records.participations[records.participations["province_code"] != ""]
    rows = rows.assign(is_unknown=rows["attended_count"].isna())
    grouped = rows.groupby(["workshop_id", "province_code"], sort=False)
    found = grouped[["invited_count", "attended_count"]].sum(min_count=1)
    found["is_unknown"] = grouped["is_unknown"].max()
    found["evidence"] = grouped["evidence"].max()  # "illustrative" sorts last: the weakest row decides
    found["source_id"] = grouped["source_id"].first()
    counts = {"invited_count": "Int64", "attended_count": "Int64"}
    days = held(records)[["workshop_id", "held_on", "phase_code"]]
    found = found.reset_index().merge(days, on="workshop_id", how="inner").astype(counts)
    came = found["attended_count"].gt(0).fillna(False).astype(bool)
    asked = found["invited_count"].gt(0).fillna(False).astype(bool) | came
    found = found.assign(came=came, is_asked=asked)
    return found.sort_values("held_on", kind="stable", ignore_index=True)


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
    made |= {name: rows[name].to_numpy(dtype=object) for name in ("evidence", "source_id", "phase_code")}
    return made | {
        "area_code": codes.to_numpy(dtype=object),
        "workshop": pd.factorize(rows["workshop_id"])[0],
    }


def _until(records: Records, selection: Selection) -> dict[str, np.ndarray]:
    """Return the seats of workshops held by the day, in the chosen phase, with codes of the day."""
    columns = _columns(evidence.seen(records, selection), areas.map_day(records, selection.asof))
    wanted = columns["held_on"] <= np.datetime64(selection.asof)
    if selection.phase:
        wanted = wanted & (columns["phase_code"] == selection.phase)
    return {name: values[wanted] for name, values in columns.items()}


@remembered_for_every_look
def by_province(records: Records, selection: Selection) -> pd.DataFrame:
    """Return the uniform frame: attended, invited_never_came, never_invited, not_reported, not_applicable.

    More columns: invited_workshops, attended_workshops (counts of workshops), last_on (the last attended).
    `since` is the day of the first attended workshop, or of the first invitation that was not followed.
    """
    draft, size = areas.province_draft(records, selection), len(areas.provinces_on(records, selection.asof))
    extra: dict[str, np.ndarray] = {"invited_workshops": np.zeros(size), "attended_workshops": np.zeros(size)}
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
        _put_seats(draft, extra, _until(records, selection))
    draft.put(draft.places([areas.BANGKOK]), state="not_applicable", reason="bangkok",
              since=np.datetime64("NaT"), evidence="", source_id="")  # fmt: skip
    return draft.frame(**extra)


def _put_seats(draft: areas.Draft, extra: dict[str, np.ndarray], rows: dict[str, np.ndarray]) -> None:
    """Write what the rows (sorted by day) say; a later `put` is the stronger statement."""
    place, size = draft.places(rows["area_code"]), len(draft.codes)
    for column, which in (("invited_workshops", "is_asked"), ("attended_workshops", "came")):
        pairs = np.unique(rows["workshop"][rows[which]] * size + place[rows[which]])
        extra[column][:] = np.bincount(pairs % size, minlength=size)
    steps = [("is_asked", "invited_never_came", "invited_never_came"),
             ("is_unknown", "not_reported", "attendance_not_recorded"), ("came", "attended", "")]  # fmt: skip
    for which, state, reason in steps:
        where = np.flatnonzero(rows[which])
        found, first = np.unique(place[where], return_index=True)
        decisive = {name: rows[name][where[first]] for name in ("held_on", "evidence", "source_id")}
        draft.put(found, state=state, reason=reason, since=decisive["held_on"],
                  evidence=decisive["evidence"], source_id=decisive["source_id"])  # fmt: skip
    came = np.flatnonzero(rows["came"])
    extra["last_on"][place[came]] = rows["held_on"][came]  # rows are by day: the last one stays


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
    state = frame["state"].mask(known & value.gt(0), "value").mask(known & value.eq(0), "none")
    return frame.assign(state=state, value=value)


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
