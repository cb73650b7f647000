"""The stage of Overview and Coverage: the country, or the groups chosen of it, on one day."""

from dataclasses import replace

from data.records import Records
from figures import drawn
from locales import Reader
from measures import overview
from measures.catalogue import SPECS
from measures.selection import Selection, compared_with
from shell import context, downloads, opening
from shell.stage import answer
from shell.stage.act import Act
from shell.stage.links import Links
from views.present import view as present_view

MEASURES = tuple(SPECS)


def actions() -> None:
    """Draw what ends the context bar: downloads, the presentation."""
    selection = context.selection()
    downloads.show(present_view.scopes_of(selection), selection.evidence)


def key_figures(records: Records, selection: Selection, links: Links, reader: Reader) -> list[str]:
    """Return the five key figures as list items, compared with the earlier day of the view."""
    since = compared_with(selection.asof, dict(links.view)["since"])
    return answer.key_figures(
        overview.key_figures(records=records, selection=selection.but(since=None), since=since),
        links,
        reader,
        period=bool(selection.since),
    )


OVERVIEW = Act(
    page="overview",
    sentence=opening.of_overview,
    figures=key_figures,
    heading=answer.heading,
    rows=answer.rows,
    area_map=drawn.stage_map,
    periods=True,
)
COVERAGE = replace(OVERVIEW, page="coverage", sentence=opening.of_coverage)
