"""A period in what is taken away: what changed, each figure then and now, both days in name, subtitle and address."""

import io
import re
from datetime import date
from functools import cache

import openpyxl
import pytest
from lxml import html
from pptx import Presentation
from pypdf import PdfReader

from data import records as data_records
from data.records import Records
from exports import media, standing
from exports.deck import traces
from exports.story import story
from exports.story.parts import Story
from locales import Reader
from tests.test_exports_decks_fit import faults
from views.present import view as present_view

SINCE, DAY = date(2010, 5, 26), date(2011, 5, 26)
TH, EN = Reader("th", "be"), Reader("en", "ce")
CHANGED = "22 provinces gained a representative; 14 without on both days"
LEAD = f"Provinces with a representative from 39 to 61: {CHANGED} (illustrative)"
BOTH = "26 May 2010 – 26 May 2011"


@cache
def records() -> Records:
    return data_records.load()


@cache
def told(scope: str, since: date = SINCE, day: date = DAY, evidence: str = "all") -> Story:
    return story.build(records(), scope, day, EN, evidence, since=since, period=True)


@cache
def made(medium: str) -> bytes:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("STI_URL", "https://sti.example")
        address = standing.address_of(records(), "nation", DAY, EN, beginning=SINCE)
    return media.make(medium, records(), "nation", DAY, EN, since=SINCE, period=True, address=address)


def blank(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def test_the_deck_tells_what_changed_with_both_days():
    deck = Presentation(io.BytesIO(made("deck")))
    slides = {traces.read(slide)[0][0]: slide for slide in reversed(list(deck.slides))}
    texts = {
        kind: [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        for kind, slide in slides.items()
    }
    assert slides["where_we_are"].shapes.title.text_frame.text == CHANGED
    assert LEAD in map(blank, texts["where_we_are"])
    assert any(BOTH in text for text in texts["where_we_are"])
    assert any(text.endswith(BOTH) or f"{BOTH} ·" in text for text in texts["coverage_map"])
    legend = next(shape for shape in slides["coverage_map"].shapes if shape.name == "legend")
    said = [one.text_frame.text for one in legend.shapes if one.has_text_frame and one.text_frame.text]
    assert said == ["gained 22", "had one already 39", "missing on both days 14", "Not applicable 2"]
    assert "lost" not in " ".join(said)
    rows = next(shape for shape in slides["changes"].shapes if shape.has_table).table.rows
    assert [cell.text_frame.text for cell in rows[0].cells][:3] == ["When", "Area", "What happened"]
    assert any("as of 26 May 2011 (last day of the period)" in text for text in texts["gaps"])
    assert faults(made("deck")) == []
    assert traces.origin(deck) == traces.Origin("nation", DAY, "en", "ce", "all", SINCE, period=True)
    assert re.search(r"since=2010-05-26&period=open", traces.way_back(deck))


def test_brief_and_page_say_the_same():
    printed = blank(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(made("brief"))).pages))
    page = blank(html.document_fromstring(made("page").decode()).get_element_by_id("main-en").text_content())
    for text in (printed, page):
        assert CHANGED in text
        assert "from 39 to 61" in text
        assert "From 26 May 2010 to 26 May 2011" in text
    assert "gained 22" in page
    assert "missing on both days 14" in page


def test_the_workbook_has_every_change_as_a_day_and_every_province_then_and_now():
    book = openpyxl.load_workbook(io.BytesIO(made("workbook")))
    rows = [[cell.value for cell in row] for row in book[EN.t("book-sheet-coverage_map")].iter_rows()]
    states = [row[1] for row in rows if "→" in str(row[2])]
    assert (states.count("gained"), states.count("lost"), states.count("missing on both days")) == (22, 0, 14)
    listed = list(book[EN.t("book-sheet-changes")].iter_rows(values_only=True))
    days = [row[0].date() for row in listed if hasattr(row[0], "date")]
    assert days == sorted(days)
    assert (min(days) > SINCE, max(days) <= DAY) == (True, True)
    assert sum(row[2] == EN.t("change-representative_gained") for row in listed if row[2]) == 22
    assert [cell.value for cell in book[EN.t("book-about")]["B"]][3] == BOTH


def test_each_change_names_its_document_or_carries_its_mark():
    table = told("nation").slide("changes").table
    for what, evidence in zip(table.text["Detail and document"], table.text["Evidence"], strict=True):
        assert evidence in ("documented", "illustrative", "partly documented")
        assert what if evidence == "documented" else True


def test_an_area_that_was_not_there_is_not_compared():
    """Bueng Kan became a province within the period."""
    whole = told("38", date(2009, 12, 21))
    assert whole.slides[1].title == "Bueng Kan: not applicable → No representative yet"
    notes = {key.code: key.note for key in whole.slide("where_we_are").key_figures}
    assert notes["workshops"] == "not comparable"
    assert (
        "Bueng Kan" in whole.slide("comparison").chart.series[0].name
    )  # beside its group, not beside nothing


def test_one_province_says_its_state_then_and_now():
    gained = told("nation").slide("coverage_map").table.text
    name = gained.loc[gained["Change"] == "gained", "Province"].iloc[0]
    code = next(row.area_code for row in _provinces() if row.name_en == name)
    whole = told(code)
    assert whole.slides[1].title == f"{name}: No representative yet → Has a representative"
    assert whole.slide("where_we_are").key_figures[0].note == "was No representative yet"


def _provinces():
    from measures import areas

    return areas.provinces_on(records(), DAY).itertuples()


def test_money_in_the_workbook_is_in_the_unit_beside_it_then_and_now():
    content = media.make("workbook", records(), "50", DAY, EN, since=SINCE, period=True)
    sheet = openpyxl.load_workbook(io.BytesIO(content))[EN.t("book-sheet-where_we_are")]
    row = next(row for row in sheet.iter_rows(values_only=True) if row[0] == "Budget allocated")
    assert row[1] == pytest.approx(13.30385)
    assert row[1] - row[2] == pytest.approx(row[3])
    assert row[4] == "million baht"


def test_a_group_of_another_scheme_is_told_of_without_a_comparison():
    whole = told("2560-upper-north-1", SINCE, date(2018, 9, 30))
    assert whole.slide("changes").table is not None
    assert whole.slide("comparison").chart.series[0].name == "Upper Northern 1"


def test_documented_rows_alone_claim_no_change():
    whole = told("nation", evidence="documented")
    assert "gained" not in whole.slide("coverage_map").title
    coverage = whole.slide("where_we_are").key_figures[0]
    assert (coverage.number, coverage.then, coverage.note) == (61, None, "not comparable")


def test_a_day_has_no_slide_of_changes_unless_asked_for():
    assert story.build(records(), "nation", DAY, EN).slide("changes") is None
    asked = story.build(records(), "nation", DAY, EN, kinds=["changes"], since=SINCE)
    assert asked.slides[0].subtitle.endswith(BOTH)


def test_the_file_is_named_with_both_days():
    assert (
        media.filename("deck", "nation", DAY, "th", beginning=SINCE)
        == "sti-nation-2010-05-26-to-2011-05-26-th.pptx"
    )


def test_present_shows_the_period():
    shown = present_view.sections(records(), "nation", DAY, EN, "all", (), SINCE, True)
    said = "".join(section for section, _ in shown)
    assert CHANGED in said
    assert 'data-kind="changes"' in said
    assert "was 39 · ▲22" in said
