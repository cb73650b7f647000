"""What one row of a list makes beside its own record: an id where it has none, its scope, the places of a project."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from data.intake import ids
from data.intake.beside import MADE
from data.intake.normalise import Normalised
from data.reading import Sheet, convert
from data.schema import TABLES

LOCATIONS = "project_locations"


def complete(reading: Normalised, current: pd.DataFrame) -> None:
    """Fill what a sheet's rows lack and can be told from them. current: the release's rows of its table."""
    table, text = reading.table.name, reading.text
    if table == "workshops" and "scope" not in reading.mapped:
        scope = pd.Series("national", index=text.index, dtype="str")
        scope = scope.mask(text["province_code"] != "", "province").mask(text["group_code"] != "", "group")
        reading.text = text = text.assign(scope=scope.astype("str"))
    for column in MADE.get(table, ()):
        if column == TABLES[table].key[0] and column not in reading.mapped:
            places = reading.places or [()] * len(text)
            made = pd.Series(ids.made(table, text, places, current), index=text.index, dtype="str")
            reading.text = reading.text.assign(**{column: made})
            reading.raw = reading.raw.assign(**{column: made})


def places_of(projects: Sheet, readings: list[Normalised]) -> Sheet | None:
    """Return the places of projects as a sheet of their own, each on the line of its project; None without any.

    projects: the stacked rows of the readings, with source and evidence.
    """
    if all(reading.places is None for reading in readings):
        return None
    table = TABLES[LOCATIONS]
    text: dict[str, list[str]] = {name: [] for name in table.names}
    at, owners = -1, list[int]()
    codes = list(projects.values["project_id"])
    for reading in readings:
        for places in reading.places if reading.places is not None else [()] * len(reading.sheet.rows):
            at += 1
            for province, precision in places:
                owners.append(at)
                cells = {"project_id": codes[at], "province_code": province, "precision": precision}
                for name in table.names:
                    text[name].append(cells.get(name, ""))
    frame = pd.DataFrame({name: pd.Series(cells, dtype="str") for name, cells in text.items()})
    frame["source_id"] = (
        projects.values["source_id"].iloc[owners].to_numpy() if owners else frame["source_id"]
    )
    file, row = [projects.file[n] for n in owners], [projects.row[n] for n in owners]
    values = pd.DataFrame({c.name: convert(frame[c.name], c)[0] for c in table.columns})
    evidence = pd.Series(projects.values["evidence"].iloc[owners].to_numpy(), index=values.index, dtype="str")
    return Sheet(table, values.assign(evidence=evidence), frame, file, row)


def without_old_places(kept: pd.DataFrame, new: Sheet, readings: Mapping[str, Normalised]) -> pd.DataFrame:
    """Return the places that stay: a project whose list says where it works has no other places than those."""
    said = {
        code
        for reading in readings.values()
        if reading.places is not None
        for code in reading.text["project_id"]
    }
    return kept[~kept["project_id"].isin(said)]
