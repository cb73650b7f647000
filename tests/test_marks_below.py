"""Below the stage, on Phases, Compare and Data too: what no document states is marked in head, alternative text, legend,
file and picture. The evidence is that of the figure's own measure; nothing is asked of a browser."""

import csv
import io
import re
from collections.abc import Iterator
from datetime import date

import pytest

from data.records import Records, load
from exports import tabular
from exports.drawing import picture
from figures import drawn, projects
from figures import evidence as in_words
from figures.area import drawn as area_drawn
from figures.compare import drawn as compare_drawn
from figures.compare.sides import Sides
from figures.evidence import mark, marked, share_words
from figures.figure import Figure
from locales import Reader
from measures import overview, workshops
from measures.evidence import needs_mark
from measures.projects.query import ProjectQuery
from measures.selection import Selection, compared_with
from shell import lists, markup
from views.compare import view as compare_view
from views.desk import quality

DAYS = [date(2009, 6, 30), date(2011, 5, 26), date(2018, 1, 1)]
KINDS = ["all", "documented"]
PAGES = ["coverage", "workshops", "phases", "projects", "area", "compare", "data"]
MARK = re.compile(r'class="(?:sti-tag sample[^"]*|mark)"')


@pytest.fixture(scope="module")
def records() -> Records:
    return load()


def sides(view: Selection) -> Sides:
    return Sides(tuple(view.but(area=code) for code in ("50", "33")), by_date=False, notes=())


def figures(records: Records, page: str, view: Selection, reader: Reader) -> Iterator[Figure]:
    """Return every figure that a page shows below its stage."""
    plain = view.but(area=None)
    if page == "coverage":
        yield drawn.growth(records, plain, reader, False)
        yield drawn.phase_maps(records, plain, reader)
    elif page == "workshops":
        yield drawn.group_phase(records, plain, reader, False)
        yield drawn.participants(records, plain, reader)
        yield drawn.roles(records, plain, reader)
    elif page == "phases":
        yield drawn.full_timeline(records, plain, reader, False)
        yield drawn.progress(records, plain, reader, False)
        yield drawn.steps_by_year(records, plain, reader)
    elif page == "projects":
        asked = ProjectQuery(plain.but(measure="projects"))
        yield projects.by_status(records, asked, reader)
        yield projects.by_year(records, asked, reader)
        yield projects.amounts(records, asked, "projects", reader)
        yield projects.by_programme(records, asked, "projects", reader)
    elif page == "area":
        chosen = view.but(area="50")
        yield area_drawn.money(records, chosen, reader)
        yield area_drawn.timeline(records, chosen, reader, False)
    elif page == "compare":
        yield compare_drawn.side_maps(records, sides(plain), "coverage", reader, False)
        yield compare_drawn.over_time(records, sides(plain), reader, False)
    else:
        yield quality.matrix(records, plain, None, reader, False)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("page", PAGES)
def test_a_figure_that_no_document_states_says_so_wherever_it_stands(records, page, kind):
    seen = 0
    for turn, day in enumerate(DAYS):
        reader = Reader("th") if turn % 2 else Reader("en", "ce")
        for figure in figures(records, page, Selection(day, evidence=kind), reader):
            where, state = (page, day, kind, figure.name), in_words.state_of(figure.documented)
            head = markup.card_head(figure, reader, 2)
            file = tabular.of_figure(figure, tabular.Stamp("r", day), reader).decode("utf-8-sig")
            rows = list(csv.DictReader(io.StringIO(file)))
            if kind == "documented":
                assert not needs_mark(state) or not state, where
            if not needs_mark(state):
                continue
            seen += 1
            assert MARK.search(head.partition("</h2>")[0]), where
            assert marked(figure.alt, figure.documented, reader).endswith(f"({mark(state, reader)})"), where
            if any(item.count is not None for item in figure.legend):
                assert MARK.search(head.partition('class="sti-legend"')[2]), where
            if rows:
                assert {row["evidence"] for row in rows} & {"partly", "illustrative"}, where
            if day == DAYS[1]:
                drawing = picture.svg(figure, picture.Framing(reader, day, "r", "", ()), fonts=False)
                assert share_words(figure.documented, reader) in drawing, where
    assert seen or kind == "documented"


@pytest.mark.parametrize("kind", KINDS)
def test_a_line_of_a_list_and_a_cell_of_a_comparison_carry_their_mark(records, kind, monkeypatch):
    monkeypatch.setattr(compare_view, "_links", lambda *_: "")  # they ask the session for the view
    for turn, day in enumerate(DAYS):
        reader, view = Reader("th") if turn % 2 else Reader("en", "ce"), Selection(day, evidence=kind)
        changed = overview.changes(records=records, selection=view, since=compared_with(day))
        items = lists.changes(changed, reader).split("<li>")[1:]
        told = [set(part["evidence"]) for _, part in changed.groupby("kind", sort=False)]
        never = workshops.never_came(records=records, selection=view)
        items += lists.never_came(never, reader).split("<li>")[1:]
        told += [{row} for row in never["evidence"]]
        assert len(items) == len(told), (day, kind)
        for item, kinds in zip(items, told, strict=True):
            assert bool(MARK.search(item)) == bool(kinds & {"illustrative", "partly"}), (day, kind, item)
        frame = compare_drawn.table(records, sides(view))
        rows = compare_view.table(records, sides(view), reader).partition("<tbody>")[2].split("<tr>")[1:]
        needed = [any(map(needs_mark, own["evidence"])) for _, own in frame.groupby("measure", sort=False)]
        assert [bool(MARK.search(row)) for row in rows] == needed, (day, kind)
