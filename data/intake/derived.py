"""What one row of a list makes beside its own record: an id where it has none, its scope, the places of a project."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from data.intake import ids
from data.intake.beside import MADE
from data.intake.changes import Question, answer_key
from data.intake.normalised import Normalised
from data.reading import Sheet, convert
from data.schema import TABLES
from geo.names import fold

LOCATIONS = "project_locations"
SAME = "same:projects"  # asked once a list: are rows that are like old projects those projects?


def complete(reading: Normalised, current: pd.DataFrame, answers: Mapping[str, str]) -> None:
    """Fill what a sheet's rows lack and can be told from them. current: the release's rows of its table."""
    table, text = reading.table.name, reading.text
    if table == "workshops" and "scope" not in reading.mapped:
        scope = pd.Series("national", index=text.index, dtype="str")
        scope = scope.mask(text["province_code"] != "", "province").mask(text["group_code"] != "", "group")
        reading.text = text = text.assign(scope=scope.astype("str"))
    for column in MADE.get(table, ()):
        filled = text[column] != "" if column in reading.mapped else pd.Series(False, index=text.index)
        if column == TABLES[table].key[0] and (not len(filled) or not filled.all()):
            places = reading.places or [()] * len(text)
            made = pd.Series(ids.made(table, text, places, current), index=text.index, dtype="str")
            if table == "projects":
                made = _of_old(reading, made, current, answers)
            made = made.mask(filled, text[column]).astype("str")
            reading.text = reading.text.assign(**{column: made})
            if column not in reading.mapped:
                reading.raw = reading.raw.assign(**{column: made})


def _of_old(
    reading: Normalised, made: pd.Series, current: pd.DataFrame, answers: Mapping[str, str]
) -> pd.Series:
    """Return ids with those of old projects in the place of new ones, where the officer says that they are the same.

    A row is unsure that has the title and the year of one documented project, and another programme or place. All of a
    list are asked about in one question.
    """
    stated = current[(current["evidence"] == "documented") & ~current["project_id"].isin(set(made))]
    titles = stated["title_th"].map(lambda title: fold(title[: ids.LONGEST]))
    known = pd.Series(
        list(stated["project_id"]), index=list(zip(titles, stated["fiscal_year_be"].astype(str), strict=True))
    )
    known = known[~known.index.duplicated(keep=False)]
    own = pd.Series(
        list(zip(reading.text["title_th"].map(lambda title: fold(title[: ids.LONGEST])), reading.text["fiscal_year_be"],
                 strict=True)), index=made.index, dtype="object",
    )  # fmt: skip
    old = own.map(known).where(~own.duplicated(keep=False) & ~made.isin(set(current["project_id"])))
    unsure = old.notna()
    if not unsure.any():
        return made
    said = answers.get(answer_key(SAME, ""))
    if said is None:
        at = int(unsure.to_numpy().argmax())
        title, row = str(reading.text["title_th"].iloc[at]), reading.sheet.row_numbers[at]
        reading.questions.append(
            Question(reading.label, row, "title_th", "", ("same", "new", title), SAME, int(unsure.sum()))
        )
    return made.mask(unsure, old) if said == "same" else made


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
