"""The areas beside an area."""

import pandas as pd

from data.records import Records
from geo import boundaries, distance
from measures import (
    scope,
    values,
)
from measures.selection import Selection


def neighbour_list(records: Records, selection: Selection) -> pd.DataFrame:
    """Return the areas with a common land border, nearest first: area_code, name_th, name_en, group_code, km (straight
    line between representative points), is_same_group, state, since, value, of (coverage on the day), evidence,
    source_id."""
    area = scope.area_on(records, selection.area, selection.asof)
    columns = ["area_code", "name_th", "name_en", "group_code", "km", "is_same_group", "state", "since", "value",
               "of", "evidence", "source_id"]  # fmt: skip
    if not area.exists:
        return pd.DataFrame(columns=columns)
    codes = scope.neighbour_codes(area.level, area.code, selection.asof)
    frame = values.by_area(records, selection.but(area=None, measure="coverage", level=area.level))
    frame = frame[frame["area_code"].isin(codes)]
    km = distance.matrix(boundaries.layer(area.level, selection.asof)).loc[area.code]
    same = (frame["group_code"] == area.group_code) & (area.group_code != "") & (area.level == "province")
    frame = frame.assign(km=frame["area_code"].map(km), is_same_group=same)
    return frame.sort_values(["km", "area_code"], ignore_index=True)[columns]
