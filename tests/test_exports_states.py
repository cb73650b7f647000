"""What leaves says of a number what the screen says: nothing known is no zero of n, and what a title counts can be read."""

import re
from datetime import date
from functools import cache

import pytest

from data import records as data_records
from data.records import Records
from exports.story import story
from exports.story.parts import UNKNOWN, Story
from locales import Reader
from views.present import view as present_view

DAY = date(2011, 5, 26)
TH, EN = Reader("th", "be"), Reader("en", "ce")


@cache
def records() -> Records:
    return data_records.load()


@cache
def told(scope: str, evidence: str = "all", since: date | None = None) -> Story:
    return story.build(records(), scope, DAY, EN, evidence, since=since)


@pytest.mark.parametrize("scope", ["nation", "2551-upper-north-1", "33"])
def test_no_k_of_n_is_written_from_rows_that_nobody_knows(scope: str) -> None:
    whole = told(scope, "documented")
    html = "".join(html for html, _ in present_view.sections(records(), scope, DAY, EN, "documented", ()))
    for slide in whole.slides:
        if slide.chart is None or not {one.state for one in slide.chart.series} & set(UNKNOWN):
            continue
        for i, name in enumerate(slide.chart.categories):
            known = [one for one in slide.chart.series if one.state not in UNKNOWN and one.values[i]]
            if not known:
                assert not re.search(rf"{re.escape(name)}</span>.{{0,900}}?said\">\\d+ of \\d+<", html), name
    assert 'said">4 of 4<' not in html


def test_every_province_that_the_title_of_the_gaps_counts_is_in_its_table() -> None:
    slide = told("nation").slide("gaps")
    assert slide is not None
    assert slide.table is not None
    counted = {int(n) for n in re.findall(r"(\d+) of 76", slide.title)}
    missing = slide.table.text.groupby(slide.table.text.columns[1]).size()
    assert counted <= set(missing.tolist())
    decide = told("nation").slide("decide")
    assert decide is not None
    assert decide.table is not None
    names = decide.table.data[decide.table.data.columns[3]]
    assert not [one for one in names if re.search(r"and \d+ more", str(one))]


def test_the_comparison_charts_the_measure_that_its_title_names() -> None:
    for scope in ("nation", "2551-upper-north-1", "33"):
        slide = told(scope).slide("comparison")
        assert slide is not None
        if slide.chart is not None and ":" in slide.title:
            assert any(name.casefold() in slide.title.casefold() for name in slide.chart.categories), (
                slide.title
            )


def test_changes_are_counted_from_the_day_the_reader_chose() -> None:
    usual, chosen = told("nation"), told("nation", since=date(2010, 5, 26))
    assert chosen.since == date(2010, 5, 26)
    notes = [
        {key.code: key.note for key in whole.slide("where_we_are").key_figures}
        for whole in (usual, chosen)  # type: ignore[union-attr]
    ]
    assert "26 May 2010" in notes[1]["coverage"]
    assert notes[0]["coverage"] != notes[1]["coverage"]
