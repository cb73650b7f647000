"""Coverage as documents state it, with the denominator of their day."""

import pandas as pd

from data.records import Records
from measures import areas, evidence

UNITS = {
    "networks": "network",
    "places": "place",
    "provinces_with_network": "province",
    "provinces_with_representative": "province",
}


def points(records: Records) -> pd.DataFrame:
    """Return the documented counts of the network over time: day, date_precision, indicator, unit, value,
    qualifier, of (provinces without Bangkok, for the representatives only), source_id, note.

    Different units (networks, places, provinces) are different questions: never join their points.
    """
    rows = records.network_growth
    of = [
        len(areas.provinces_on(records, day.date())) - 1
        if indicator == "provinces_with_representative"
        else pd.NA
        for day, indicator in zip(rows["as_of"], rows["indicator"], strict=True)
    ]
    found = rows.rename(columns={"as_of": "day"}).assign(of=pd.array(of, dtype="Int64"))
    found["unit"] = found["indicator"].map(UNITS).fillna("")
    return found.assign(evidence=evidence.DOCUMENTED)[
        [
            "day",
            "date_precision",
            "indicator",
            "unit",
            "value",
            "qualifier",
            "of",
            "evidence",
            "source_id",
            "note",
        ]
    ]
