"""Which provinces have a Provincial Representative of the ministry, since when, and why the others do not.

The role exists since the clinic MoU of 21 December 2009. A representative is an institution; it holds the
role from `appointed_on` to `ended_on`, both days included. The denominator is the number of provinces that
existed on the day, Bangkok apart: 75, and 76 from 23 March 2011.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import pandas as pd

from data.records import Records
from data.remember import lru_cache
from measures import areas, evidence
from measures.memory import remembered_for_every_look
from measures.selection import Selection


@dataclass(frozen=True)
class Count:
    """A count with its denominator. value is None where nothing is reported or the question does not apply.

    qualifier: exact, at_least, about. state: value, not_reported, not_applicable.
    """

    value: int | None
    of: int | None
    asof: date
    qualifier: str = "exact"
    evidence: str = ""
    source_id: str = ""
    state: str = "value"


@lru_cache(maxsize=16)
def role_start(records: Records) -> pd.Timestamp:
    """Return the first day on which the role of representative existed."""
    programmes = records.programmes
    return programmes.loc[programmes["programme_code"] == "representative", "started_on"].iloc[0]


@lru_cache(maxsize=16)
def spells(records: Records) -> pd.DataFrame:
    """Return unbroken spells of coverage: province_code, start, end (NaT: goes on), and evidence and source_id of its
    first day (`evidence`, `source_id`) and of its last (`end_evidence`, `end_source_id`).

    One institution following another without a free day between them makes one spell. What is known of a day within
    a spell is said by `standing`: a document about the first term says nothing about the second.
    """
    rows = records.representatives
    made: list[dict[str, object]] = []
    open_end = pd.Timestamp.max
    for row in rows.sort_values(["province_code", "appointed_on"]).itertuples():
        end = open_end if pd.isna(row.ended_on) else row.ended_on
        last = made[-1] if made else None
        if last and last["province_code"] == row.province_code and row.appointed_on <= _after(last["end"]):
            if end > last["end"]:
                last |= {"end": end, "end_evidence": row.evidence, "end_source_id": row.source_id}
        else:
            made.append({"province_code": row.province_code, "start": row.appointed_on, "end": end,
                         "evidence": row.evidence, "source_id": row.source_id,
                         "end_evidence": row.evidence, "end_source_id": row.source_id})  # fmt: skip
    columns = ["province_code", "start", "end", "evidence", "source_id", "end_evidence", "end_source_id"]
    found = pd.DataFrame(made, columns=columns).astype({"start": "datetime64[us]", "end": "datetime64[us]"})
    return found.assign(end=found["end"].mask(found["end"] == open_end))


@lru_cache(maxsize=64)
def standing(shown: Records, day: date) -> pd.DataFrame:
    """Return who holds the role on a day, one row per province: province_code, start, evidence, source_id.

    Documented where a document says so of that very day; `start` then is the first day that documents state without
    a break, else the first day of the spell as all rows together tell it.
    """
    parts = []
    for kind, rows in ((evidence.DOCUMENTED, shown.documented()), (evidence.ILLUSTRATIVE, shown)):
        held = _holding(rows.representatives, "appointed_on", "ended_on", day)
        sources = held.groupby("province_code")["source_id"].agg(evidence.join_sources)
        found = _holding(spells(rows), "start", "end", day)[["province_code", "start"]]
        parts.append(found.assign(evidence=kind, source_id=found["province_code"].map(sources).astype("str")))
    return pd.concat(parts, ignore_index=True).drop_duplicates("province_code")


def _holding(rows: pd.DataFrame, first: str, last: str, day: date) -> pd.DataFrame:
    moment = pd.Timestamp(day)
    return rows[((rows[first] <= moment) & (rows[last].isna() | (rows[last] >= moment))).to_numpy()]


def _after(day: object) -> pd.Timestamp:
    return day if day == pd.Timestamp.max else day + pd.Timedelta(days=1)  # type: ignore[operator,return-value]


@remembered_for_every_look
def by_province(records: Records, selection: Selection) -> pd.DataFrame:
    """Return the uniform frame of provinces: covered, uncovered, not_reported or not_applicable.

    `since`: first day of the unbroken spell, or the first day without a representative. `reason` of a gap:
    representative_ended, not_appointed (a network institution is there) or no_network_institution.
    """
    draft = areas.province_draft(records, selection)
    if pd.Timestamp(selection.asof) < role_start(records):
        draft.put(slice(None), state="not_applicable", reason="role_not_yet")
        return draft.frame()
    _put_uncovered(draft, records, selection)
    areas.vouch(draft, records, selection, "representatives")
    _put_covered(draft, records, selection)
    bangkok = draft.places([areas.BANGKOK])
    draft.put(
        bangkok, state="not_applicable", reason="bangkok", since=areas.NO_DAY, evidence="", source_id=""
    )
    return draft.frame()


def _put_covered(draft: areas.Draft, records: Records, selection: Selection) -> None:
    found = standing(evidence.seen(records, selection), selection.asof)
    codes = areas.then(records, found["province_code"], selection.asof)
    # "documented" stands before "illustrative"
    found = found.assign(code=codes).sort_values(["evidence", "start"]).drop_duplicates("code")
    draft.put(draft.places(found["code"]), state="covered", reason="", since=found["start"].to_numpy(),
              evidence=found["evidence"].to_numpy(), source_id=found["source_id"].to_numpy())  # fmt: skip


def _put_uncovered(draft: areas.Draft, records: Records, selection: Selection) -> None:
    day, kind = pd.Timestamp(selection.asof), evidence.of_absence(records, "representatives")
    born = areas.provinces_on(records, selection.asof)["established_on"].to_numpy()
    first = np.fmax(born, np.datetime64(role_start(records), "us"))
    draft.put(slice(None), state="uncovered", reason="no_network_institution", since=first,
              evidence=kind[0], source_id=kind[1])  # fmt: skip
    draft.put(draft.places(_served(records, selection)), reason="not_appointed")
    ended = spells(evidence.seen(records, selection))
    ended = ended[ended["end"] < day].sort_values("end")
    ended = ended.assign(code=areas.then(records, ended["province_code"], selection.asof))
    ended = ended.drop_duplicates("code", keep="last")
    since = (ended["end"] + pd.Timedelta(days=1)).to_numpy()
    draft.put(draft.places(ended["code"]), reason="representative_ended", since=since)


def _served(records: Records, selection: Selection) -> frozenset[str]:
    """Return provinces hosting or served by a network institution on the day; no dates means always."""
    rows, day = evidence.seen(records, selection).institution_service_areas, pd.Timestamp(selection.asof)
    here = (rows["valid_from"].isna() | (rows["valid_from"] <= day)) & (
        rows["valid_to"].isna() | (rows["valid_to"] >= day)
    )
    return frozenset(areas.then(records, rows.loc[here, "province_code"], selection.asof))


@remembered_for_every_look
def by_group(records: Records, selection: Selection) -> pd.DataFrame:
    """Return the uniform frame of groups with covered_count, province_count, coverage_pct, missing."""
    frame = areas.k_of_n(records, selection, by_province(records, selection), ("covered",))
    share = 100 * frame["value"] / frame["of"]
    return frame.assign(covered_count=frame["value"].astype("Int64"), coverage_pct=share)


def stated_on(records: Records, day: date) -> pd.Series | None:
    """Return the documented count of provinces with a representative on exactly that day, or None."""
    rows = records.observations
    hit = rows["indicator"].eq("provinces_with_representative") & rows["scope"].eq("country")
    hit &= rows["date_precision"].eq("day") & rows["as_of"].eq(pd.Timestamp(day))
    return rows[hit].iloc[0] if hit.any() else None


@remembered_for_every_look
def total(records: Records, selection: Selection) -> Count:
    """Return the number of covered provinces of the number that existed, inside the chosen groups.

    On the day of the documented observation the documents vouch for the national number, even where they
    do not say which provinces: it is returned as documented unless the records disagree with it.
    """
    return _total_on(records, selection, selection.asof)


def _total_on(records: Records, selection: Selection, day: date) -> Count:
    # The day of the selection says which provinces the chosen groups have; without groups it changes nothing.
    asof = selection.asof if selection.groups else day
    return _counted(records, Selection(asof, groups=selection.groups, evidence=selection.evidence), day)


@lru_cache(maxsize=400)
def _counted(records: Records, selection: Selection, day: date) -> Count:
    found = areas.provinces_on(records, day)["area_code"]
    inside = found[areas.is_inside(records, selection, found, day) & (found != areas.BANGKOK)]
    if pd.Timestamp(day) < role_start(records):
        return Count(None, len(inside), day, state="not_applicable")
    rows = standing(evidence.seen(records, selection), day)
    codes = areas.then(records, rows["province_code"], day)
    rows = rows[codes.isin(inside).to_numpy()]
    covered, silent = (
        codes[codes.isin(inside)].nunique(),
        areas.is_silent(records, replace(selection, asof=day), "representatives"),
    )
    stated = stated_on(records, day) if not selection.groups else None
    if stated is not None and (silent or covered == int(stated["value"])):
        value, source_id = int(stated["value"]), str(stated["source_id"])
        return Count(value, len(inside), day, str(stated["qualifier"]), evidence.DOCUMENTED, source_id)
    if silent and not covered:
        return Count(None, len(inside), day, state="not_reported")
    kinds, sources = [*rows["evidence"].unique()], [*rows["source_id"].unique()]
    if not silent and covered < len(inside):
        absence = evidence.of_absence(records, "representatives")
        kinds, sources = [*kinds, absence[0]], [*sources, absence[1]]
    qualifier, source_id = "at_least" if silent else "exact", evidence.join_sources(sources)
    return Count(covered, len(inside), day, qualifier, evidence.combined(kinds), source_id)


def over_time(records: Records, selection: Selection, days: Iterable[date]) -> pd.DataFrame:
    """Return one row per day: day, covered_count (NA where not reported), province_count, state, qualifier,
    evidence, source_id. The groups stay those chosen for `selection.asof`."""
    counts = [_total_on(records, selection, day) for day in days]
    return pd.DataFrame(
        {
            "day": pd.Series([count.asof for count in counts], dtype="datetime64[us]"),
            "covered_count": pd.array([count.value for count in counts], dtype="Int64"),
            "province_count": pd.array([count.of for count in counts], dtype="Int64"),
            "state": [count.state for count in counts],
            "qualifier": [count.qualifier for count in counts],
            "evidence": [count.evidence for count in counts],
            "source_id": [count.source_id for count in counts],
        }
    )


@remembered_for_every_look
def gaps(records: Records, selection: Selection) -> pd.DataFrame:
    """Return one row per uncovered province in the filter: area_code, names, group_code, group_name_th,
    group_name_en, reason, since, evidence, source_id. Empty when the documents do not say which."""
    frame = by_province(records, selection)
    frame = frame[frame["in_filter"] & (frame["state"] == "uncovered")]
    groups = areas.groups_on(records, selection.asof)[["area_code", "name_th", "name_en"]]
    groups = groups.set_axis(["group_code", "group_name_th", "group_name_en"], axis=1)
    found = frame.merge(groups, on="group_code", how="left").fillna(
        {"group_name_th": "", "group_name_en": ""}
    )
    return found[["area_code", "name_th", "name_en", "group_code", "group_name_th", "group_name_en", "reason",
                  "since", "evidence", "source_id"]]  # fmt: skip
