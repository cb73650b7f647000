"""Where the institutions of the network stand on a day."""

import pandas as pd

from data.records import Records
from data.remember import lru_cache
from measures import areas, evidence
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
