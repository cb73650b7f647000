"""Slides for the hall as HTML, their parameters, and the files of the download menu."""

import io
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest
from pypdf import PdfReader

from addresses.parameter import sequence
from data.records import load
from exports import media
from exports.story import story
from exports.story.parts import Chart, Series
from figures.tokens import LIGHT
from locales import Reader
from measures.selection import Selection
from shell import orders
from views.present import charts as present_charts
from views.present import slides as present_slides
from views.present import view as present_view

DAY = date(2011, 5, 26)
GROUP = "2551-lower-northeast-2"
HOSTILE = "<script>alert(1)</script>\"'&"


@pytest.fixture(scope="module")
def records():
    return load()


@pytest.fixture(scope="module")
def nation(records):
    return present_view.sections(records, "nation", DAY, Reader(), "all", ())


class Tags(HTMLParser):
    """Collects the tags of a piece of HTML and what is left open."""

    VOID = ("br", "hr", "img")

    def __init__(self):
        super().__init__()
        self.names, self.open = [], []

    def handle_starttag(self, tag, attrs):
        """Note an opened tag."""
        self.names.append(tag)
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        """Note that the last opened tag is closed."""
        assert self.open.pop() == tag


def test_every_slide_of_the_story_is_there_in_its_order_with_its_number(nation):
    kinds = [re.search(r'data-slide="(\d+)" data-kind="(\w+)"', html).groups() for html, _ in nation]
    assert kinds == [(str(n), kind) for n, kind in enumerate(story.usual(period=False), start=1)]
    assert [bool(shown) for _, shown in nation] == [
        kind == "coverage_map" for kind in story.usual(period=False)
    ]


def test_slides_can_be_left_out_and_turned_around(records):
    made = present_view.sections(records, GROUP, DAY, Reader(), "all", ("decide", "title"))
    assert [re.search(r'data-kind="(\w+)"', html)[1] for html, _ in made] == ["decide", "title"]


def test_the_html_of_every_slide_is_well_formed(nation):
    for html, _ in nation:
        tags = Tags()
        tags.feed(html)
        tags.close()
        assert tags.open == []


def test_the_slides_say_the_documented_count_and_the_notes_its_sources(nation):
    keys = nation[1][0]
    assert '<b class="good">61 จาก 76 จังหวัด</b>' in keys
    notes = keys.partition("<aside")[2]
    assert "ข้อค้นพบ:" in notes
    assert "seed-003" in notes


def test_what_a_record_says_is_never_run(records):
    bad = replace(
        records,
        workshops=records.workshops.assign(title_th=HOSTILE),
        institutions=records.institutions.assign(name_th=HOSTILE),
        province_groups=records.province_groups.assign(short_name_th=HOSTILE),
    )
    for html, _ in present_view.sections(bad, GROUP, DAY, Reader(), "all", ()):
        tags = Tags()
        tags.feed(html)
        assert "script" not in tags.names
        assert "<script" not in html


def test_a_group_of_few_is_squares_to_count_and_many_are_segments_with_numbers():
    reached, missing = (
        Series("มี", (3.0,), LIGHT.reached, "covered"),
        Series("ไม่มี", (1.0,), LIGHT.missing, "uncovered"),
    )
    few = Chart("stacked_bars", "t", ("ก",), (reached, missing), "จังหวัด", "alt")
    drawn = present_charts.chart(few, Reader())
    assert drawn.count('<i class="square ') == 4
    assert "3 จาก 4" in drawn
    unknown = replace(few, series=(Series("ไม่มีข้อมูล", (4.0,), LIGHT.not_reported, "not_reported"),))
    assert "จาก 4" not in present_charts.chart(unknown, Reader())
    many = replace(few, series=(Series("มี", (16.0,), LIGHT.reached), Series("ไม่มี", (2.0,), LIGHT.missing)))
    drawn = present_charts.chart(many, Reader())
    assert re.findall(r"<b>(\d+)</b>", drawn) == ["16", "2"]


def test_a_value_that_is_not_known_is_no_zero():
    bars = Chart(
        "bars",
        "t",
        ("ก",),
        (Series("x", (None,), LIGHT.reached), Series("y", (0.0,), LIGHT.partly)),
        "%",
        "alt",
        "0",
    )
    said = re.findall(r'<span class="said">([^<]+)<', present_charts.chart(bars, Reader()))
    assert said == ["ไม่มีข้อมูล", "0 %"]
    columns = replace(bars, form="columns", series=(Series("x", (None,), LIGHT.reached),))
    assert ">?</b>" in present_charts.chart(columns, Reader())


@pytest.mark.parametrize(
    ("values", "lines"),
    [([78.9], [0, 20, 40, 60, 80]), ([0.35], [0, 0.1, 0.2, 0.3, 0.4]), ([7], [0, 2, 4, 6, 8])],
)
def test_a_scale_has_round_steps_and_holds_the_largest_value(values, lines):
    assert [round(line, 6) for line in present_charts._scale(values)] == lines


def test_marks_above_and_below_a_letter_take_no_room_and_dates_stay_whole():
    assert present_slides.width("ทั้งนี้") == 3
    assert present_slides.whole_dates("ณ 26 พ.ค. 2554 มี") == "ณ 26\u00a0พ.ค.\u00a02554 มี"


@pytest.mark.parametrize(
    ("selection", "scope"),
    [
        (Selection(), "nation"),
        (Selection(groups=(GROUP,)), GROUP),
        (Selection(groups=(GROUP, "2551-upper-north-1")), f"{GROUP}+2551-upper-north-1"),
        (Selection(groups=(GROUP,), area="33"), "33"),
    ],
)
def test_slides_follow_the_area_then_the_groups(selection, scope):
    assert present_view.scope_of(selection) == scope


def test_an_order_in_the_address_is_kept_and_an_unknown_slide_refused():
    order = sequence("slides", story.KINDS)
    assert order.parse(["decide,title", "gaps"]) == ("decide", "title", "gaps")
    assert order.parse(["gaps", "gaps"]) == ("gaps",)
    assert order.write(("decide", "title")) == ["decide", "title"]
    with pytest.raises(ValueError, match="nonsense"):
        order.parse(["title,nonsense"])


def test_names_stand_on_a_close_map_and_touching_it_is_answered_in_large_type(records):
    html, shown = present_view.sections(records, GROUP, DAY, Reader(), "all", ("coverage_map",))[0]
    names = [trace for trace in shown.plot.data if trace.type == "scattergeo"][-1]
    assert set(names.text) == {"ยโสธร", "ศรีสะเกษ", "อำนาจเจริญ", "อุบลราชธานี"}
    assert shown.plot.layout.hoverlabel.font.size == 28
    assert "นอกกลุ่มที่เลือก" not in html


def order_of(medium, scope=GROUP, **more):
    return orders.Order(medium, scope, DAY, Reader(), **{"evidence": "all"} | more)


def test_a_file_is_made_once_for_all_who_ask_and_is_what_the_command_line_makes(records):
    job = orders.ask(records, order_of("workbook"))
    assert orders.ask(records, order_of("workbook")) is job
    assert job.done.wait(120)
    assert (job.problem, job.share) == ("", 1)
    assert job.content == media.make("workbook", records, GROUP, DAY, Reader())
    assert orders.known(records, order_of("workbook")) is job


def test_readers_with_other_records_get_a_file_of_their_own(records):
    mine = orders.ask(records, order_of("workbook"))
    theirs = orders.ask(replace(records), order_of("workbook"))
    assert theirs is not mine
    assert theirs.done.wait(120)


def test_why_a_file_cannot_be_made_is_said_in_words_and_it_can_be_tried_again(records, monkeypatch):
    job = orders.ask(records, order_of("brief", "nowhere"))
    assert job.done.wait(120)
    assert "“nowhere”" in job.problem
    assert job.content == b""

    def broken(*args, **more):
        raise RuntimeError("disk")

    monkeypatch.setattr(orders.media, "make", broken)
    again = orders.ask(records, order_of("brief", "nowhere"))
    assert again is not job
    assert again.done.wait(120)
    assert re.search(r"สร้าง เอกสารสรุปสำหรับพิมพ์ \(PDF\) ไม่สำเร็จ .* [0-9a-f]{8}$", again.problem)
    assert "disk" not in again.problem


def test_a_missing_library_is_named(records, monkeypatch):
    def missing(*args, **more):
        raise media.MissingMediumError("deck", "No module named 'pptx'")

    monkeypatch.setattr(orders.media, "make", missing)
    job = orders.ask(records, order_of("deck", "58"))
    assert job.done.wait(120)
    assert "pptx" in job.problem


def test_progress_is_told_step_by_step(records):
    seen = []
    media.make("workbook", records, GROUP, DAY, Reader(), progress=seen.append)
    assert seen == [0.5, 1]


def test_a_booklet_tells_how_far_it_is_and_ends_when_its_reader_gives_up(records, monkeypatch):
    monkeypatch.setattr(orders.booklet.story, "scopes", lambda *_: ("33", "50"))
    whole = orders.ask(records, order_of("briefs", "nation"))
    assert whole.done.wait(180)
    assert whole.problem == ""
    book = PdfReader(io.BytesIO(whole.content))
    titles = [item.title for item in book.outline if not isinstance(item, list)]
    assert [any(name in title for title in titles) for name in ("ศรีสะเกษ", "เชียงใหม่")] == [True, True]
    assert whole.share == orders.booklet.MADE
    given_up = orders.Job(order_of("decks", "nation"))
    given_up.cancelled.set()
    orders._work(records, given_up, b"")
    assert (given_up.content, given_up.problem, given_up.is_running) == (b"", "", False)
