"""Every stage, on telling days, with three filters: a number that no document states is never drawn without its mark.

The evidence comes from the measures; what is looked at is what the page writes: sentence, key figures, head and rows of
the list, legend; and the alternative text and the CSV of its map. Languages take turns, so that the walk stays short.
"""

import csv
import io
import re
from datetime import date
from itertools import pairwise

import pytest

from addresses.parameters import parameters
from data.records import load
from exports import tabular
from figures import evidence as in_words
from figures.evidence import marked
from locales import Reader
from measures import areas, overview
from measures.evidence import needs_mark
from measures.projects.query import ProjectQuery
from measures.selection import Selection, compared_with
from shell.stage.act import Act, parts
from shell.stage.links import Links
from views.acts import area, country, workshops
from views.projects import stage as projects

TOLD = ("2003-01-01", "2009-06-30", "2011-03-25", "2011-05-26", "2015-09-30", "2018-01-01")
DAYS = [date.fromisoformat(day) for day in TOLD]
FILTERS = ["all", "group", "documented"]
PAGES = ["overview", "coverage", "workshops", "projects", "area"]
MARK = re.compile(r'class="(?:sti-tag sample[^"]*|mark)"')
NUMBER = re.compile(r'<b class="(?:good|gap)">[^<]*\d')


@pytest.fixture(scope="module")
def records():
    return load()


def act_of(page: str, selection: Selection) -> Act:
    acts = {
        "overview": country.OVERVIEW,
        "coverage": country.COVERAGE,
        "workshops": workshops.ACT,
        "area": area.ACT,
    }
    return acts[page] if page in acts else projects.act(ProjectQuery(selection), "projects")


def chosen(records, page: str, day: date, narrowed: str) -> Selection:
    made = Selection(day, evidence="documented" if narrowed == "documented" else "all")
    if narrowed == "group":
        made = made.but(groups=(str(areas.groups_on(records, day)["area_code"].iloc[4]),))
    if page == "workshops":
        made = made.but(measure="attendance")
    return made.but(area="50", groups=()) if page == "area" else made


def clauses_without(html: str) -> list[str]:
    """Return the numbers of a sentence that no mark and no word of a document follows."""
    starts = [found.start() for found in NUMBER.finditer(html)]
    pieces = [html[a:b] for a, b in pairwise([*starts, len(html)])]
    return [piece for piece in pieces if not re.search(r'class="(?:sti-tag|mark)', piece)]


@pytest.mark.parametrize("narrowed", FILTERS)
@pytest.mark.parametrize("page", PAGES)
def test_no_illustrative_number_stands_without_its_mark(records, page, narrowed):
    known, seen = parameters(records), 0
    for turn, day in enumerate(DAYS):
        reader = Reader("th") if turn % 2 else Reader("en", "ce")
        selection = chosen(records, page, day, narrowed)
        act = act_of(page, selection)
        view = {name: one.default for name, one in known.items()} | {"asof": day, "area": selection.area,
                "groups": selection.groups, "evidence": selection.evidence, "_page": page}  # fmt: skip
        links = Links(tuple(view.items()), known)
        html = parts(act, records, selection, links, reader)
        where = (page, day, narrowed)
        assert clauses_without(html["said"][0].partition("</h1>")[0]) == [], where
        for item in html["figures"]:
            if re.search(r'class="value">[^<]*(?:<small>[^<]*</small>)?[^<]*[1-9]', item):
                assert "sti-tag" in item, (*where, item)
        if page in ("overview", "coverage"):
            frame = overview.key_figures(
                records=records, selection=selection, since=compared_with(day, view["since"])
            )
            for row, item in zip(frame.to_dict("records"), html["figures"], strict=True):
                if row["evidence"] and needs_mark(row["evidence"]) and 'class="value"' in item:
                    assert MARK.search(item), (*where, item)
        figure = act.area_map(records, selection, reader)
        state = in_words.state_of(figure.documented)
        if state and needs_mark(state):
            seen += 1
            assert marked(figure.alt, figure.documented, reader) != figure.alt, where
            if page != "area":
                assert MARK.search(html["head"][0]), where
            if any(item.count is not None for item in figure.legend):
                assert MARK.search(html["legend"][0]), where
        for item in html["rows"]:
            if 'class="sti-squares"' in item or 'class="bar"' in item:
                assert "sti-tag" in item or narrowed == "documented" or not re.search(r"[1-9]", item), (
                    *where,
                    item,
                )
        stamp = tabular.Stamp(records.release, day)
        rows = list(csv.DictReader(io.StringIO(tabular.of_figure(figure, stamp, reader).decode("utf-8-sig"))))
        assert rows, where
        assert all("evidence" in row for row in rows), where
        known_states = {row["evidence"] for row in rows}
        assert known_states <= {"documented", "partly", "illustrative", ""}, where
        if narrowed == "documented":
            assert not MARK.search("".join(html["figures"] + html["rows"])), where
    assert seen or narrowed == "documented"
