"""The timeline: fiscal years, phases, events as exact as they are known, labels that never collide."""

from datetime import date
from itertools import combinations

import pandas as pd
import pytest

from figures import events, labels, lanes, timeline
from figures.figure import Figure
from figures.fiscal import Span, span_of
from locales import Reader
from locales.reader import message_ids
from tests.figure_frames import DARK, EN, PHASES, TH, event, whole

EVENTS = pd.DataFrame(
    [
        event("ms-2008-01-15-cabinet-18", "2008-01-15"),
        event("ms-2009-04-20-mou-moi", "2009-04-20", "mou"),
        event("ws-x", "2010-02-01", "workshop", group_code="ne", evidence="illustrative", source_id="sample"),
        event("ms-2010-host-village", "2010-01-01", "programme", precision="year", end="2010-12-31"),
        event("phase-1", "2003-10-01", "phase"),
    ]
)
NAMES = {"ne": "อีสานตอนบน"}

KEY_EVENTS = (
    "ms-2003-05-17-cabinet-19",
    "ms-2008-01-15-cabinet-18",
    "ms-2009-04-20-mou-moi",
    "ms-2009-12-21-clinic-mou",
    "ms-2011-03-23-bk-law",
    "ws-2011-05-26-moi",
    "ms-2015-03-19-mou-moi",
)


def full(reader: Reader = TH, **more: object) -> Figure:
    return timeline.full(frame=EVENTS, phases=PHASES, reader=reader, group_names=NAMES, **more)  # type: ignore[arg-type]


def test_a_span_of_days_is_whole_fiscal_years() -> None:
    span = span_of([date(2007, 10, 1), date(2011, 9, 30)])
    assert (span.first_be, span.last_be) == (2551, 2554)
    assert (span.start, span.end) == (date(2007, 10, 1), date(2011, 10, 1))
    assert span.position(date(2007, 10, 1)) == 0
    assert span.position(date(2009, 10, 1)) == pytest.approx(0.5, abs=0.001)


def test_the_number_of_a_year_stands_in_the_middle_of_the_fiscal_year() -> None:
    days, years, step = Span(2551, 2552).year_labels(TH, 400)
    assert (days, years, step) == ([date(2008, 4, 1), date(2009, 4, 1)], ["2551", "2552"], 1)
    assert Span(2551, 2552).year_labels(EN, 400)[1] == ["2008", "2009"]


def test_where_years_are_tight_only_some_carry_their_number() -> None:
    _, years, step = Span(2546, 2569).year_labels(TH, 344)
    assert step == 3
    assert years == ["2549", "2552", "2555", "2558", "2561", "2564", "2567"]


def test_written_short_labels_win_then_the_group_then_the_cut_title() -> None:
    found = {e.event_id: e.label for e in events.from_frame(EVENTS, TH, NAMES)}
    assert found == {
        "ms-2008-01-15-cabinet-18": "ครม. ปรับเป็น 18 กลุ่ม",
        "ms-2009-04-20-mou-moi": "MoU วท.–มท. ฉบับแรก",
        "ms-2010-host-village": "เริ่มหมู่บ้านแม่ข่าย",
        "ws-x": "อีสานตอนบน",
    }
    long = pd.DataFrame([event("z", "2010-01-01", title_en="A very long title of something that happened")])
    assert events.from_frame(long, EN)[0].label == "A very long title of…"


@pytest.mark.parametrize("reader", [TH, EN])
def test_no_written_label_is_longer_than_28_letters(reader: Reader) -> None:
    written = [key for key in message_ids(reader.lang) if key.startswith("figures-event-")]
    assert len(written) == 54  # every milestone of the shipped facts
    assert [key for key in written if labels.shorten(reader.t(key)) != reader.t(key)] == []


def test_a_year_known_only_as_a_year_is_a_stretch_and_never_a_day() -> None:
    known = next(e for e in events.from_frame(EVENTS, TH) if e.event_id == "ms-2010-host-village")
    assert known.is_span
    assert (known.start, known.end, known.middle) == (date(2010, 1, 1), date(2010, 12, 31), date(2010, 7, 2))
    assert known.when(TH) == "2553"


def test_a_month_lasts_to_its_last_day() -> None:
    frame = pd.DataFrame([event("m", "2013-02-01", precision="month")])
    assert events.from_frame(frame, TH)[0].end == date(2013, 2, 28)


def test_documented_dots_are_filled_and_illustrative_ones_hollow() -> None:
    figure = full()
    dots = figure.plot.data[0]
    assert dict(zip(figure.keys, dots.marker.symbol, strict=True)) == {
        "ms-2008-01-15-cabinet-18": 0,
        "ms-2009-04-20-mou-moi": 0,
        "ws-x": 100,
        "ms-2010-host-village": 0,
    }
    assert [(item.label, item.count, item.mark) for item in figure.legend] == [
        ("มีเอกสาร", 3, "dot"),
        ("สมมติ", 1, "ring"),
        ("ทราบเพียงช่วงเวลา", None, "line"),
    ]
    assert figure.documented == 0.75


def test_a_stretch_is_drawn_from_its_first_to_its_last_day() -> None:
    spans = full().plot.data[1]
    assert list(spans.x) == ["2010-01-01", "2010-12-31", None]


def test_phases_are_bars_with_their_name_and_aim_inside() -> None:
    bars = full().plot.layout.shapes
    assert [(bar.x0, bar.x1, bar.fillcolor) for bar in bars] == [
        ("2003-10-01", "2007-09-30", "#A9CBD3"),
        ("2007-10-01", "2011-09-30", "#5C9FAE"),
    ]
    assert bars[1].label.text == "ระยะที่ 2 · หารูปแบบที่เข้ากับพื้นที่"


def test_where_a_bar_is_narrow_the_aim_goes_first() -> None:
    assert full(compact=True).plot.layout.shapes[1].label.text == "ระยะที่ 2"
    longer = pd.DataFrame([event("late", "2040-01-01"), event("early", "2003-11-01")])
    far = date(2040, 1, 1)
    figure = timeline.full(frame=longer, phases=PHASES, reader=TH, compact=True, asof=far)
    assert figure.plot.layout.shapes[1].label.text == ""


def test_the_chosen_day_is_marked_only_inside_the_axis() -> None:
    assert full(asof=date(2011, 5, 26)).plot.layout.shapes[-1].x0 == "2011-05-26"
    assert len(full(asof=date(2003, 1, 1)).plot.layout.shapes) == 2


def test_it_zooms_in_time_only() -> None:
    layout = full().plot.layout
    assert (layout.dragmode, layout.xaxis.fixedrange, layout.yaxis.fixedrange) == ("zoom", False, True)
    assert (layout.xaxis.minallowed, layout.xaxis.maxallowed) == ("2003-10-01", "2011-10-01")


def test_titles_and_alternative_text_in_both_languages() -> None:
    assert full(EN).title == "Two phases, 8 fiscal years, 4 events"
    assert full(EN).alt == (
        "Timeline of fiscal years 2004–2011 with 4 events (3 documented); the first is "
        "About ms-2008-01-15-cabinet-18 (15 Jan 2008), the latest About ws-x (1 Feb 2010)"
    )
    assert "พ.ศ." in full().subtitle
    assert "C.E." in full(EN).subtitle


def test_the_table_twin_is_in_order_of_time_and_never_too_exact() -> None:
    table = full().table
    assert list(table["เมื่อ"]) == ["15 ม.ค. 2551", "20 เม.ย. 2552", "2553", "1 ก.พ. 2553"]
    assert list(table["หลักฐาน"]) == ["มีเอกสาร", "มีเอกสาร", "มีเอกสาร", "สมมติ"]


def test_events_before_the_first_year_are_in_the_table_and_a_note() -> None:
    old = pd.concat([EVENTS, pd.DataFrame([event("ms-1986-st-village", "1986-01-01", "programme")])])
    figure = timeline.full(frame=old, phases=PHASES, reader=TH)
    assert "ms-1986-st-village" not in figure.keys
    assert len(figure.table) == 5
    assert figure.notes == ("อีก 1 เหตุการณ์ก่อนปีงบประมาณ 2546 อยู่ในตาราง",)


def test_events_after_the_last_phase_are_in_the_table_and_a_note() -> None:
    late = pd.concat([EVENTS, pd.DataFrame([event("ms-2019-05-01-act", "2019-05-01", "law")])])
    figure = timeline.full(frame=late, phases=PHASES, reader=TH, asof=date(2011, 5, 26))
    assert "ms-2019-05-01-act" not in figure.keys
    assert len(figure.table) == 5
    assert figure.notes == ("อีก 1 เหตุการณ์หลัง 30 ก.ย. 2554 อยู่ในตาราง",)
    then = timeline.full(frame=late, phases=PHASES, reader=TH, asof=date(2020, 1, 1))
    assert "ms-2019-05-01-act" in then.keys


def test_in_a_crowded_track_sample_events_keep_their_dot_and_lose_their_label() -> None:
    sample = [
        event(f"ws-{i}", f"2009-{1 + i % 12:02}-10", "workshop", evidence="illustrative") for i in range(30)
    ]
    stated = event("ws-2011-05-26-moi", "2011-05-26", "workshop")
    figure = timeline.full(frame=pd.DataFrame([*sample, stated]), phases=PHASES, reader=TH)
    texts = [text for trace in figure.plot.data if trace.mode == "text" for text in trace.text]
    assert len(figure.keys) == 31
    assert any("ประชุมแผนจังหวัด" in text for text in texts)
    assert not any("เรื่อง ws-" in text for text in texts)


@pytest.mark.parametrize("compact", [False, True])
@pytest.mark.parametrize("reader", [TH, EN])
def test_no_two_labels_of_a_lane_collide(reader: Reader, compact: bool) -> None:
    rows = [event(key, f"20{8 + i:02}-03-{1 + i}") for i, key in enumerate(KEY_EVENTS)]
    rows += [event(f"x{i}", f"2009-0{1 + i}-11") for i in range(9)]
    marks = events.from_frame(pd.DataFrame(rows), reader)
    canvas = lanes.Canvas(Span(2550, 2558), 344 if compact else 900)
    canvas.lane(marks, rows=None)
    assert len(canvas.texts) == 16
    found = [
        labels.box(
            labels.Label(canvas.x(e.middle), labels.text_width(e.label, lanes.LABEL_SIZE)),
            labels.Place(round(y), anchor),
        )
        for e, y, anchor in canvas.texts
    ]
    clashes = [(a, b) for a, b in combinations(found, 2) if labels.collide(a, b)]
    # On a phone a leader may have to pass behind a text, but no text ever covers another.
    assert [(a, b) for a, b in clashes if a.row == b.row or not compact] == []


@pytest.mark.parametrize("reader", [TH, EN, DARK])
@pytest.mark.parametrize("compact", [False, True])
def test_every_timeline_is_whole(reader: Reader, compact: bool) -> None:
    whole(full(reader, compact=compact))


def test_no_event_is_a_valid_state() -> None:
    figure = timeline.full(frame=EVENTS.iloc[:0], phases=PHASES, reader=TH)
    assert figure.title == "ไม่มีเหตุการณ์ในช่วงที่เลือก"
    assert figure.documented is None
