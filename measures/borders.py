"""The days on which a series is of another map than before: a province is divided."""

import pandas as pd

from data.records import Records
from measures import areas
from measures.memory import remembered
from measures.selection import Selection


@remembered
def divided(records: Records, selection: Selection) -> pd.DataFrame:
    """Return one row per province made from another inside the chosen groups, in order of time.

    Columns: day, name_th, name_en (of the new one), source_id.
    """
    rows, inside = records.provinces, areas.filter_codes(records, selection)
    rows = rows[rows["established_on"].notna() & rows["predecessor_code"].ne("")]
    if inside is not None:
        rows = rows[rows["province_code"].isin(inside) | rows["predecessor_code"].isin(inside)]
    rows = rows.rename(columns={"established_on": "day"})[["day", "name_th", "name_en", "source_id"]]
    return rows.sort_values("day", kind="stable", ignore_index=True)
