"""The stage of Projects: which projects answer, where, with how much money; for any day of the rail."""

from collections.abc import Callable
from dataclasses import replace

import pandas as pd

from data.records import Records
from data.remember import lru_cache
from figures import projects as project_figures
from figures.figure import Figure
from locales import Reader
from measures.projects import explorer
from measures.projects import places as project_places
from measures.projects.query import ProjectQuery
from measures.selection import Selection
from shell import markup
from shell.stage import answer
from shell.stage.act import Act
from shell.stage.links import Links
from views.projects import view


@lru_cache(maxsize=64)
def act(asked: ProjectQuery, measure: str) -> Act:
    """Return the stage of a question, which is the same for every day. measure: projects, allocated or disbursed."""
    on = _on(asked)
    return Act(
        page="projects",
        sentence=_sentence(on, measure),
        figures=_figures(on),
        heading=_heading(on, measure),
        rows=_rows(on, measure),
        area_map=_area_map(on, measure),
        frame=_frame(on, measure),
        spec=project_places.spec_of(measure),
        with_area=True,
        compares=False,
    )


Question = Callable[[Selection], ProjectQuery]


def _on(asked: ProjectQuery) -> Question:
    def on(selection: Selection) -> ProjectQuery:
        return replace(asked, selection=selection.but(measure="projects"))

    return on


def _sentence(on: Question, measure: str) -> Callable[[Records, Selection, Reader], str]:
    drawn = _area_map(on, measure)

    def sentence(records: Records, selection: Selection, reader: Reader) -> str:
        asked = on(selection)
        totals = explorer.totals(records, asked)
        said = view.lead(totals, asked, reader, records)
        clauses = [(said, totals.documents.state if totals.state == "value" else "")]
        day = reader.t("stage-lead-day", date=reader.date(selection.asof))
        below = view.below(asked, totals.documents, reader, records)
        told = " ".join(drawn(records, selection, reader).sources)
        return markup.dated_lead(day, clauses, below, reader, markup.citation(told, records.sources, reader))

    return sentence


def _figures(on: Question) -> Callable[[Records, Selection, Links, Reader], list[str]]:
    def figures(records: Records, selection: Selection, links: Links, reader: Reader) -> list[str]:
        asked = on(selection)
        return view.key_totals(explorer.totals(records, asked), asked, reader)

    return figures


def _area_map(on: Question, measure: str) -> Callable[[Records, Selection, Reader], Figure]:
    def area_map(records: Records, selection: Selection, reader: Reader) -> Figure:
        return project_figures.area_map(records, on(selection), measure, reader)

    return area_map


def _heading(on: Question, measure: str) -> Callable[[Records, Selection, Reader], str]:
    drawn = _area_map(on, measure)
    return lambda records, selection, reader: answer.heading_of(drawn(records, selection, reader), reader)


def _frame(on: Question, measure: str) -> Callable[[Records, Selection], pd.DataFrame]:
    return lambda records, selection: project_places.by_area(records, on(selection), measure)


def _rows(on: Question, measure: str) -> Callable[[Records, Selection, Links, Reader], list[str]]:
    def rows(records: Records, selection: Selection, links: Links, reader: Reader) -> list[str]:
        level = "province" if len(selection.groups) == 1 else "group"
        frame = project_places.by_area(records, on(selection.but(level=level)), measure)
        return answer.bars(frame[frame["in_filter"]], project_places.spec_of(measure), level, links, reader)

    return rows
