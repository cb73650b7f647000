"""What leaves says of a number what the screen says: nothing known is no zero of n, and what a title counts can be read."""

import io
import re
from datetime import date
from functools import cache

import pytest
from pptx import Presentation

from data import records as data_records
from data.records import Records
from exports import media
from exports.story import story
from exports.story.parts import UNKNOWN, Story
from locales import Reader
from measures.selection import Selection
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
    usual, chosen = told("nation"), told("nation", since=date(2010, 9, 30))
    assert chosen.since == date(2010, 9, 30)
    notes = [
        {key.code: key.note for key in whole.slide("where_we_are").key_figures}
        for whole in (usual, chosen)  # type: ignore[union-attr]
    ]
    assert notes[0]["coverage"] == "▲ 22 since 26 May 2010"  # nobody chose: as on screen
    assert notes[1]["coverage"] == "▲ 13 since 30 Sep 2010"


SEVERAL = "2551-east+2551-upper-north-1"


def test_several_groups_are_one_story_and_counted_as_the_screen_counts_them() -> None:
    whole = told(SEVERAL)
    assert whole.scope_name == "Eastern and Upper Northern 1"
    keys = {key.code: (key.value, key.of) for key in whole.slide("where_we_are").key_figures}  # type: ignore[union-attr]
    assert keys["coverage"] == ("6", "of 8")
    shown = whole.slide("coverage_map")
    assert shown is not None
    assert shown.chart is not None
    assert sorted(shown.chart.categories) == ["Eastern", "Upper Northern 1"]
    assert shown.table is not None
    assert len(shown.table.text) == 2
    decks = Presentation(io.BytesIO(media.make("deck", records(), SEVERAL, DAY, EN)))
    assert "Eastern and Upper Northern 1" in decks.core_properties.title
    assert media.filename("deck", SEVERAL, DAY, "en") == "sti-2-groups-2011-05-26-en.pptx"
    assert present_view.scope_of(Selection(groups=("2551-east", "2551-upper-north-1"))) == SEVERAL


def test_a_comparison_gives_a_deck_of_its_own() -> None:
    whole = told("33@2011-05-26~50@2011-05-26")
    kinds = [slide.kind for slide in whole.slides]
    side = ["where_we_are", "coverage_map", "gaps"]
    assert kinds == ["title", "comparison", *side, *side, "sources"]
    assert whole.scope_name == "Si Sa Ket / Chiang Mai"
    by_day = told("33@2009-12-21~33@2011-05-26")
    assert by_day.scope_name == "Si Sa Ket: 21 Dec 2009 / 26 May 2011"
    made = Presentation(io.BytesIO(media.make("deck", records(), "33~50", DAY, EN)))
    texts = [" ".join(s.text_frame.text for s in slide.shapes if s.has_text_frame) for slide in made.slides]
    assert any("Si Sa Ket" in text for text in texts)
    assert any("Chiang Mai" in text for text in texts)
    with pytest.raises(story.StoryError):
        story.build(records(), "33~", DAY, EN)


def test_the_documented_edition_says_what_documents_say_of_whole_phases() -> None:
    quoted = "กับ ๑๘ กลุ่มจังหวัดแล้ว"
    for scope in ("nation", "2551-east"):
        slide = told(scope, "documented").slide("phases")
        assert slide is not None
        assert slide.bullets[0].startswith(
            "Phase 1: documents state workshops with 18 groups; 19 groups existed"
        )
        assert quoted in slide.bullets[0]
        assert "seed-000" in slide.sources
    made = Presentation(io.BytesIO(media.make("deck", records(), "nation", DAY, EN, "documented")))
    assert quoted in "".join(s.text_frame.text for one in made.slides for s in one.shapes if s.has_text_frame)
    assert quoted in media.make("page", records(), "nation", DAY, EN, "documented").decode()
    html = "".join(html for html, _ in present_view.sections(records(), "nation", DAY, EN, "documented", ()))
    assert quoted in re.sub("<[^>]+>", "", html)
