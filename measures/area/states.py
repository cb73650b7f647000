"""One area in a few lines: its state in every measure on the day."""

import pandas as pd

from data.records import Records
from measures import values
from measures.catalogue import OF_WORK
from measures.selection import Selection


def summary(records: Records, selection: Selection) -> pd.DataFrame:
    """Return one row per measure for `selection.area`, a province or a group.

    Columns: measure, level, then those of `measures.values.by_area`. No rows where the area does not exist
    on the day.
    """
    area = selection.area or ""
    level = "group" if "-" in area else "province"
    found = []
    for measure in OF_WORK:
        frame = values.by_area(records=records, selection=selection.but(measure=measure, level=level))
        found.append(frame[frame["area_code"] == area].assign(measure=measure, level=level))
    return pd.concat(found, ignore_index=True)
