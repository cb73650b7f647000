"""Where the institutions of the network stand on a day."""

import pandas as pd

from data.records import Records
from data.remember import lru_cache
from measures import areas, evidence
from measures.coverage import Count
from measures.memory import remembered_for_every_look
from measures.selection import Selection


@lru_cache(maxsize=16)
def _service(records: Records) -> pd.DataFrame:
    """Return every province an institution hosts or serves: institution_code, province_code, role, valid_from,
    valid_to, evidence, source_id, note. An institution without a service row hosts its own province."""
    rows = records.institution_service_areas
    homes = records.institutions
    stated = set(zip(rows["institution_code"], rows["province_code"], strict=True))
    pairs = zip(homes["institution_code"], homes["province_code"], strict=True)
    unstated = [pair not in stated and pair[1] != "" for pair in pairs]
    homes = homes[unstated].rename(columns={"joined_on": "valid_from"})
    homes = homes.assign(role="host", valid_to=pd.NaT)
    columns = ["institution_code", "province_code", "role", "valid_from", "valid_to", "evidence", "source_id",
               "note"]  # fmt: skip
    parts = [part[columns] for part in (rows, homes) if len(part)]
    return pd.concat(parts, ignore_index=True) if parts else rows[columns]


def service_on(records: Records, selection: Selection) -> pd.DataFrame:
    """Return the provinces institutions host or serve on the day, one row per institution, province and role.

    Columns: institution_code, province_code (of the day), role (host, service_area), valid_from, valid_to,
    evidence, source_id, note. A blank date is not known and counts as always.
    """
    rows, day = _service(evidence.seen(records, selection)), pd.Timestamp(selection.asof)
    begun = rows["valid_from"].isna() | (rows["valid_from"] <= day)
    lasting = rows["valid_to"].isna() | (rows["valid_to"] >= day)
    rows = rows[begun & lasting]
    return rows.assign(province_code=areas.then(records, rows["province_code"], selection.asof))


def hosts(records: Records, selection: Selection) -> frozenset[str]:
    """Return the codes of provinces in which an institution of the network stands on the day."""
    rows = service_on(records, selection)
    return frozenset(rows.loc[rows["role"] == "host", "province_code"])


def served(records: Records, selection: Selection) -> frozenset[str]:
    """Return the codes of provinces that an institution of the network hosts or serves on the day."""
    return frozenset(service_on(records, selection)["province_code"])


@remembered_for_every_look
def count_by_province(records: Records, selection: Selection) -> pd.DataFrame:
    """Return the uniform frame of the measure `institutions`: network institutions that host or serve a province.

    An institution counts once in a province, as host or serving, and in every province that it serves: counts of
    provinces do not add up to the country's.
    """
    return _count(records, selection, areas.province_draft(records, selection), {})


@remembered_for_every_look
def count_by_group(records: Records, selection: Selection) -> pd.DataFrame:
    """Return the uniform frame of groups: distinct institutions that host or serve a province of the group."""
    found = areas.provinces_on(records, selection.asof)
    group_of = dict(zip(found["area_code"], found["group_code"], strict=True))
    return _count(records, selection, areas.group_draft(records, selection), group_of)


def _count(
    records: Records, selection: Selection, draft: areas.Draft, area_of: dict[str, str]
) -> pd.DataFrame:
    """Fill a draft with counts of institutions; area_of: province -> area of the draft, {} where they are the same."""
    if evidence.is_silent(records, selection, "institutions"):
        draft.put(slice(None), reason=evidence.silence_reason(selection))
    else:
        kind, source_id = evidence.of_absence(records, "institutions")
        draft.put(slice(None), state="none", value=0, reason="no_network_institution", evidence=kind,
                  source_id=source_id)  # fmt: skip
    rows = service_on(records, selection)
    rows = rows.assign(
        area_code=rows["province_code"].map(lambda code: area_of.get(code, "" if area_of else code))
    )
    for code, part in rows[rows["area_code"] != ""].groupby("area_code"):
        known = part["valid_from"].notna().all()
        draft.put(draft.places([str(code)]), state="value", value=part["institution_code"].nunique(), reason="",
                  since=part["valid_from"].max().to_datetime64() if known else areas.NO_DAY,
                  evidence=evidence.combined(part["evidence"]),
                  source_id=evidence.join_sources(part["source_id"]))  # fmt: skip
    return draft.frame()


def total(records: Records, selection: Selection) -> Count:
    """Return how many distinct institutions stand in or serve any province of the country on the day."""
    if evidence.is_silent(records, selection, "institutions") and not len(
        evidence.seen(records, selection).institutions
    ):
        return Count(None, None, selection.asof, state="not_reported")
    rows = service_on(records, selection)
    kind, sources = evidence.combined(rows["evidence"]), evidence.join_sources(rows["source_id"])
    return Count(rows["institution_code"].nunique(), None, selection.asof, "exact", kind, sources)
