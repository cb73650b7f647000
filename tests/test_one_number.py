"""One number on every medium: screen, deck, brief, workbook, offline page, Present and read interface say the same.

STI_EVERY_NUMBER=1 reads every scope on every day in both languages, with all evidence and with documents only (96 views,
five minutes); else a sample that holds each scope, day, language and kind of evidence.
"""

import os
import re
from datetime import date
from itertools import product

import pytest
from pptx import Presentation

from figures import drawn
from figures import projects as projects_figures
from figures.compare import words as compare_words
from figures.words import silence
from measures import compare, gaps, values
from measures.catalogue import SPECS
from measures.projects import explorer
from measures.projects.explorer import ProjectQuery
from tests.one_number import media
from tests.one_number.media import Case, tight

SCOPES = ("nation", "2551-upper-north-1", "2551-east", "2551-south-andaman", "50", "21", "75", "38")
DAYS = (date(2009, 12, 21), date(2011, 5, 26), date(2014, 9, 30))
EVERY = [Case(*one) for one in product(SCOPES, DAYS, ("th", "en"), ("all", "documented"))]
SAMPLE = [
    Case("nation", DAYS[1], "th", "all"),
    Case("nation", DAYS[2], "en", "documented"),
    Case("2551-upper-north-1", DAYS[1], "en", "all"),
    Case("2551-south-andaman", DAYS[0], "th", "documented"),
    Case("50", DAYS[1], "th", "all"),
    Case("75", DAYS[0], "en", "all"),
]
CASES = EVERY if os.environ.get("STI_EVERY_NUMBER") else SAMPLE


def exists(case: Case) -> bool:
    return not (case.scope == "38" and case.day < date(2011, 3, 23))  # Bueng Kan did not exist


@pytest.fixture(scope="module", params=[case for case in CASES if exists(case)],
                ids=lambda c: f"{c.scope}-{c.day}-{c.lang}-{c.evidence}")  # fmt: skip
def case(request):
    yield request.param
    media.bytes_of.cache_clear()


def test_the_nation_says_what_was_read_on_the_screen():
    """Literals, so that a fault of all readers at once is seen."""
    nation = Case("nation", DAYS[1], "en", "all")
    assert media.screen(nation) == {
        "coverage": media.Said("61of76▲22since26May2010", "documented"),
        "workshops": media.Said("16of18▲3since26May2010", "partly"),
        "participants": media.Said("about657", "partly"),
        "projects": media.Said("176▲29since26May2010", "illustrative"),
        "plans": media.Said("5of76▲5since26May2010", "illustrative"),
    }  # fmt: skip
    assert media.money_on_screen(nation) == {
        "placed": "827", "allocated": "316.0", "disbursed": "271.5", "nationwide": "18", "unstated": "29",
    }  # fmt: skip
    assert media.money_on_screen(Case("50", DAYS[1], "en", "all"))["allocated"] == "13.3"


OVER = Case("nation", DAYS[1], "en", "all", beginning=date(2010, 5, 26))


def test_a_period_says_one_number_on_every_medium():
    """Each key figure then and now, and by how much: literals, read from every medium."""
    wanted = {
        "coverage": media.Said("61of76was39▲22", "documented"),
        "workshops": media.Said("16of18was13▲3", "partly"),
        "participants": media.Said("about657notcomparable", "partly"),
        "projects": media.Said("176was147▲29", "illustrative"),
        "plans": media.Said("5of76was0▲5", "illustrative"),
    }
    for read in (media.screen, media.deck, media.offline_page, media.presentation):
        assert read(OVER) == wanted, read.__name__
    printed = media.brief(OVER).replace("·", "")
    assert all(tight(media.label(OVER, code)) + said.value in printed for code, said in wanted.items())
    sheet = media.workbook(OVER)[OVER.reader.t("book-sheet-where_we_are")]
    row = next(row for row in sheet if row[0] == media.label(OVER, "coverage"))
    assert row[1:5] == [61, 39, 22, 76]


def test_key_figures_say_one_number_and_one_mark(case):
    on_screen = media.screen(case)
    assert set(on_screen) == set(media.keys(case))
    for read in (media.deck, media.offline_page, media.presentation):
        assert read(case) == on_screen, read.__name__
    printed = media.brief(case)
    for code, said in on_screen.items():
        assert tight(media.label(case, code)) + said.value in printed, code
    sheet = media.workbook(case)[case.reader.t("book-sheet-where_we_are")]
    rows = {tight(str(row[0])): row for row in sheet if row and row[0]}
    for code, said in on_screen.items():
        row = rows[tight(media.label(case, code))]
        assert _written(row[1], row[2], said.value, case), (code, row, said)


def _written(value, of, said, case):
    """Say whether a workbook's number is the one that was read: as a number, or in the reader's words."""
    if isinstance(value, int | float):
        money = bool(re.match(r"[\d,]+\.\d", said))
        shown = case.reader.number(value, 1) if money else case.reader.number(value)
        return shown in said and (not isinstance(of, int) or tight(case.reader.t("key-of", of=of)) in said)
    return tight(str(value)) in said


def test_programs_get_the_numbers_of_the_screen(case):
    on_screen = media.screen(case)
    if case.level == "province":
        for code in ("allocated", "disbursed"):
            row = media.area_value(case, code)
            known = row["value"] is not None
            silent = silence(row["state"], SPECS[code], case.reader)
            wanted = case.reader.number(row["value"] / 1e6, 1) if known else tight(silent)
            assert on_screen[code].value.startswith(wanted), (code, row)
            assert not known or on_screen[code].mark == row["evidence"]
        row = media.area_value(case, "workshops")
        assert row["value"] is None or on_screen["workshops"].value == case.reader.number(row["value"])
        return
    told = media.interface(case)
    for code, said in on_screen.items():
        value = told[code]["value"]
        if value is None:
            assert not re.search(r"\d", said.value.partition(tight(case.reader.t("key-not-reported")))[0])
            continue
        number = case.reader.t(f"qualifier-{told[code]['qualifier']}", number=case.reader.number(value))
        assert said.value.startswith(tight(number)), code
        assert told[code]["of"] is None or tight(case.reader.t("key-of", of=told[code]["of"])) in said.value
        assert said.mark == told[code]["evidence"], code


def _title(case, kind):
    return next(slide.title for slide in _story(case).slides if slide.kind == kind)


def _story(case):
    return media.present.told(
        media.records(), case.scope, case.day, case.reader, case.evidence, (), case.since
    )


def _slide_texts(case):
    found = []
    for slide in Presentation(media.io.BytesIO(media.bytes_of(case, "deck"))).slides:
        texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        found.append("\n".join(texts))
    return found


def test_money_is_one_sum_under_one_word(case):
    on_screen, reader = media.money_on_screen(case), case.reader
    title = _title(case, "projects")
    deck = tight("\n".join(_slide_texts(case)))
    if not re.search(r"\d", on_screen["placed"]):
        assert not re.search(r"\d", title), title
        return
    for code in ("placed", "allocated", "disbursed"):
        if re.search(r"\d", on_screen[code]):
            assert re.search(rf"(?<![\d.,]){re.escape(on_screen[code])}(?![\d.,]*\d)", title), (code, title)
    assert tight(title) in media.brief(case)
    assert tight(title) in deck
    beside = "\n".join(_story(case).slide("projects").bullets)
    if case.level == "country":
        assert f" {on_screen['nationwide']} " in beside
    if on_screen.get("unstated", "0") != "0":
        wanted = tight(reader.t("story-beside-unstated", n=int(on_screen["unstated"].replace(",", ""))))
        assert wanted in tight(beside)
        assert wanted in tight("".join(str(cell) for row in media.workbook(case)[reader.t("book-sheet-projects")]
                                       for cell in row if cell))  # fmt: skip
    frame = compare.table(media.records(), [case.of_area, case.of_area.but(asof=case.since)], ["allocated"])
    if frame["value"].notna().iloc[0] and "unattributed" not in on_screen:
        assert reader.number(frame["value"].iloc[0] / 1e6, 1) == on_screen["allocated"]


def test_money_by_year_is_the_screens(case):
    query = ProjectQuery(case.of_area)
    frame = explorer.by_fiscal_year(media.records(), query)
    shown = frame[frame["fiscal_year_be"].notna()]
    chart = _story(case).slide("projects").chart
    if chart is None:
        assert shown.empty
        return
    wanted = [None if row.state == "not_reported" else round(row.baht / 1e6, 3) for row in shown.itertuples()]
    assert [None if v is None else round(v, 3) for v in chart.series[0].values] == wanted
    figure = projects_figures.by_year(media.records(), query, case.reader)
    column = figure.table.columns[2]
    on_screen = list(figure.table[column])[: len(shown)]
    said = [
        case.reader.t("figures-state-not-reported") if v is None else case.reader.number(v, 2) for v in wanted
    ]
    assert on_screen == said
    labels = [
        text for trace in figure.plot.to_plotly_json()["data"] for text in trace.get("text", ()) if text
    ]
    known = [v for v, state in zip(wanted, shown["state"], strict=True) if state != "none"]
    for label, value in zip(labels, known, strict=True):
        assert label.startswith("?" if value is None else case.reader.number(value, 1)), (label, value)


def test_a_comparison_names_what_it_counts(case):
    rows = media.workbook(case)[case.reader.t("book-sheet-comparison")]
    heads = [str(row[0]) for row in rows if row and row[0]]
    if case.level == "country":
        name = compare_words.name("workshops", case.reader)
        assert any(head.startswith(name) for head in heads)
        assert not any(head.startswith(case.reader.t("measure-workshops")) for head in heads)


def test_every_province_has_the_state_of_the_map(case):
    slide = _story(case).slide("coverage_map")
    told = {area.code: slide.area_map.classes[area.class_index].label for area in slide.area_map.areas}
    frame = values.by_area(media.records(), case.selection)
    figure = drawn.area_map(media.records(), case.selection, case.reader)
    assert set(told) == set(frame["area_code"])
    names = dict(
        zip(frame["area_code"], [case.reader.pick(r, "name") for r in frame.to_dict("records")], strict=True)
    )
    twin = dict(zip(figure.table.iloc[:, 0], figure.table.iloc[:, 2], strict=True))
    for code, words in told.items():
        if (
            names[code] in twin
            and frame.set_index("area_code").loc[code, "in_filter"]
            and case.level != "province"
        ):
            assert twin[names[code]].startswith(words), (code, words, twin[names[code]])


def test_what_is_missing_is_counted_alike(case):
    inside = case.of_area if case.level == "province" else case.selection
    counts = gaps.counts(media.records(), inside)
    listed = gaps.listing(media.records(), inside)
    rows = media.workbook(case)[case.reader.t("book-sheet-gaps")]
    page = tight(media.html.document_fromstring(media.bytes_of(case, "page").decode()).text_content())
    for row in counts.to_dict("records"):
        if row["state"] in ("not_reported", "not_applicable") or not row["missing_count"]:
            continue
        kind = case.reader.t(f"gap-kind-{row['kind']}")
        assert len(listed[listed["kind"] == row["kind"]]) == row["missing_count"], row["kind"]
        assert sum(kind in [str(cell) for cell in own] for own in rows) == row["missing_count"], row["kind"]
        if case.level != "province":
            said = tight(
                case.reader.t("story-gap-count", kind=kind, n=row["missing_count"], of=row["of_count"])
            )
            assert said in page


def test_one_denominator_a_kind_on_a_slide(case):
    """Provinces that existed on the day, Bangkok apart: no slide counts the same provinces out of 76 and of 77."""
    if case.level != "country":
        return
    out_of = case.reader.t("table-out-of", n=1, of=77).replace("1", r"\d+", 1)
    for text in _slide_texts(case):
        assert not (re.search(out_of, text) and re.search(out_of.replace("77", "76"), text)), text
