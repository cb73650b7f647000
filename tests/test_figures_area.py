"""The figures of an area's page and of comparisons, from tiny frames: what they draw and what they say."""

from datetime import date

import pandas as pd
import pytest

from figures.area import amounts as area_figures
from figures.area import locator as area_map
from figures.area import timeline as area_timeline
from figures.compare import maps as compare_maps
from figures.compare import panels as compare_figures
from figures.compare import words as compare_words
from figures.figure import Figure
from locales import Reader
from measures.catalogue import SPECS
from measures.scope import Area
from measures.selection import Selection
from tests.figure_frames import DARK, EN, GROUP_LAYER, PHASES, TH, layer, provinces, whole

UDON = Area("41", "province", "อุดรธานี", "Udon Thani", "ne", ("41",), True)
NE = Area("ne", "group", "อีสานตอนบน", "Upper Northeast", "ne", ("38", "41", "42"), True)
WINDOW = ((100.0, 104.0), (16.0, 20.0))
POINTS = pd.DataFrame(
    {
        "code": ["10", "38", "41", "42", "50", "52"],
        "lon": [100.5, 103.6, 102.8, 101.6, 98.7, 99.5],
        "lat": [13.7, 18.2, 17.4, 17.4, 18.8, 18.3],
    }
)
AROUND = provinces(p38="uncovered", p41="covered", p42="covered")
AROUND = AROUND.assign(in_filter=AROUND["area_code"].isin(["38", "41", "42"]))


def locate(area: Area = UDON, reader: Reader = TH, size: tuple[float, float] | None = None) -> Figure:
    return area_map.locator(
        frame=AROUND,
        area=area,
        selection=Selection(),
        layer=layer(),
        group_layer=GROUP_LAYER,
        window=WINDOW,
        points=POINTS,
        reader=reader,
        size=size,
    )


@pytest.mark.parametrize("reader", [TH, EN, DARK])
def test_the_locator_says_everything_a_figure_must_say(reader: Reader) -> None:
    whole(locate(reader=reader))


def test_the_locator_names_the_area_and_counts_its_neighbours() -> None:
    assert locate().title == "อุดรธานี กับจังหวัดที่ติดกัน 2 จังหวัด"
    assert locate(NE, EN).title == "The Upper Northeast group has 3 provinces"


def test_the_locator_outlines_the_area_itself() -> None:
    assert [list(t.locations) for t in locate().plot.data[-3:-1]] == [["41"], ["41"]]
    assert [list(t.locations) for t in locate(NE).plot.data[-3:-1]] == [["ne"], ["ne"]]


def test_a_click_on_the_locator_is_a_province() -> None:
    figure = locate()
    assert sorted(figure.keys) == ["10", "38", "41", "42", "50", "52"]
    assert figure.key_at(0) == figure.plot.data[0].locations[0]


def test_names_outside_the_window_are_not_written_and_own_ones_are_bold() -> None:
    names = locate().plot.data[-1]
    assert list(names.text) == ["<b>บึงกาฬ</b>", "<b>อุดรธานี</b>", "<b>เลย</b>"]


def test_the_table_of_the_locator_holds_the_coloured_provinces_only() -> None:
    assert set(locate().table["จังหวัด"]) == {"บึงกาฬ", "อุดรธานี", "เลย"}


def test_on_paper_a_name_stands_where_the_picture_has_its_province() -> None:
    notes = {note.text: note for note in locate(size=(268, 200)).plot.layout.annotations}
    assert set(notes) == {"<b>บึงกาฬ</b>", "<b>อุดรธานี</b>", "<b>เลย</b>"}
    # 102.8 is 0.8 of 4 degrees east of the middle; the window is as high as it is wide but for Mercator: a degree of
    # latitude near 18 is 1.052 degrees of longitude, so 200 px hold 4.207 of them: 0.5 + 0.8 * 47.54 / 268.
    assert notes["<b>อุดรธานี</b>"].x == pytest.approx(0.6419, abs=0.001)


def test_on_paper_a_name_makes_room_for_another_and_one_without_room_is_left_out() -> None:
    same = POINTS.assign(lon=102.0, lat=18.0)
    notes = locate_names(same)
    assert len(notes) == 3  # three rows of names fit around one point; all six provinces stand there
    assert len({round(note.y, 3) for note in notes}) == 3
    assert {note.text for note in notes} == {"<b>บึงกาฬ</b>", "<b>อุดรธานี</b>", "<b>เลย</b>"}


def locate_names(points: pd.DataFrame) -> list:
    figure = area_map.locator(
        frame=AROUND, area=UDON, selection=Selection(), layer=layer(), group_layer=GROUP_LAYER, window=WINDOW,
        points=points, reader=TH, size=(268, 200),
    )  # fmt: skip
    return list(figure.plot.layout.annotations)


def by_year(*rows: tuple[int, int, float, float, str]) -> pd.DataFrame:
    made = [
        {
            "fiscal_year_be": year,
            "project_count": count,
            "baht": baht,
            "unattributed_baht": apart,
            "nationwide_baht": 0.0,
            "unstated_count": 0,
            "state": state,
            "evidence": "illustrative",
            "source_id": "sample",
        }
        for year, count, baht, apart, state in rows
    ]
    columns = ["fiscal_year_be", "project_count", "baht", "unattributed_baht", "nationwide_baht", "unstated_count",
               "state", "evidence", "source_id"]  # fmt: skip
    return pd.DataFrame(made, columns=columns).astype({"fiscal_year_be": "Int64"})


ALLOCATED = by_year((2553, 2, 3_000_000.0, 500_000.0, "value"), (2554, 1, 0.0, 0.0, "not_reported"))
DISBURSED = by_year((2553, 2, 1_200_000.0, 0.0, "value"), (2554, 1, 0.0, 0.0, "not_reported"))
MONEY = {"allocated": ALLOCATED, "disbursed": DISBURSED}


def earn(reader: Reader = TH) -> Figure:
    return area_figures.money(by_year=MONEY, years=range(2552, 2555), state="value", reader=reader)


@pytest.mark.parametrize("reader", [TH, EN])
def test_the_money_says_everything_a_figure_must_say(reader: Reader) -> None:
    whole(earn(reader))


def test_disbursed_money_stands_inside_the_allocated_bar_and_is_never_added() -> None:
    figure = earn()
    allocated, disbursed, counts = figure.plot.data
    assert figure.plot.layout.barmode == "overlay"
    assert list(allocated.y) == [0, 3_000_000, 0]
    assert list(disbursed.y) == [0, 1_200_000, 0]
    assert list(counts.y) == [0, 2, 1]


def test_a_year_without_projects_is_empty_and_one_without_sums_says_so() -> None:
    assert list(earn().plot.data[0].text) == ["", "3.0", "?"]
    assert earn().table.iloc[2].tolist() == ["2554", 1, "ไม่มีข้อมูล", "ไม่มีข้อมูล", "0.00"]


def test_money_without_shares_is_told_beside_the_bars() -> None:
    assert earn().notes == ("อีก 0.5 ล้านบาท เป็นเงินของโครงการหลายจังหวัดที่ไม่ระบุสัดส่วน จึงไม่นับรวม",)


@pytest.mark.parametrize(
    ("state", "title"),
    [
        ("none", "ไม่มีโครงการที่เริ่มแล้วในพื้นที่ตามข้อมูลที่แสดง"),
        ("not_reported", "ไม่มีข้อมูลโครงการของพื้นที่นี้"),
    ],
)
def test_silence_is_not_told_as_nothing(state: str, title: str) -> None:
    empty = by_year()
    figure = area_figures.money(
        by_year={"allocated": empty, "disbursed": empty}, years=range(2552, 2555), state=state, reader=TH
    )
    assert figure.title == title
    assert figure.documented is None


def happened(kind: str, code: str, on: str, province: str = "41", **more: object) -> dict[str, object]:
    row = {
        "kind": kind,
        "code": code,
        "on": pd.Timestamp(on),
        "end": pd.NaT,
        "precision": "day",
        "title_th": "ม.อุดร",
        "title_en": "Udon U",
        "province_code": province,
        "evidence": "illustrative",
        "source_id": "sample",
    }
    return row | more


EVENTS = pd.DataFrame(
    [
        happened("group_joined", "ne", "2008-01-15", "41", evidence="documented", source_id="seed-000"),
        happened("group_joined", "ne", "2008-01-15", "42", evidence="documented", source_id="seed-000"),
        happened("representative_appointed", "r1", "2010-01-01"),
        happened("workshop", "w1", "2010-05-01", title_th="การบูรณาการงาน: อีสาน", title_en="Integrating: NE"),
        happened("drafted", "p1", "2011-05-01", precision="month"),
    ]
)


def tell(
    many: bool = False, reader: Reader = TH, frame: pd.DataFrame = EVENTS, paper: bool = False
) -> Figure:
    return area_timeline.timeline(
        frame=frame,
        phases=PHASES,
        names={"41": "อุดรธานี", "42": "เลย"},
        many=many,
        reader=reader,
        asof=date(2011, 5, 26),
        paper=paper,
    )


@pytest.mark.parametrize("paper", [False, True])
@pytest.mark.parametrize("reader", [TH, EN])
def test_the_timeline_says_everything_a_figure_must_say(reader: Reader, paper: bool) -> None:
    whole(tell(reader=reader, paper=paper))


def test_what_several_provinces_did_on_one_day_is_one_mark_but_two_rows_of_the_table() -> None:
    figure = tell(many=True)
    assert len(figure.plot.data[0].x) == 4
    assert len(figure.table) == 5
    assert [item.count for item in figure.legend[:2]] == [2, 3]
    texts = [text for trace in figure.plot.data if trace.mode == "text" for text in (trace.text or ())]
    assert "\u00a0เข้ากลุ่มจังหวัด 2 จังหวัด" in texts


def test_a_day_known_to_a_month_is_written_as_a_month() -> None:
    assert tell().table.iloc[4, 0] == "พ.ค. 2554"


def test_events_become_sentences_in_the_readers_language() -> None:
    assert tell().table.iloc[2, 2] == "ม.อุดร ได้รับแต่งตั้งเป็นผู้แทนกระทรวงฯ"
    assert tell(reader=EN).table.iloc[3, 2] == "Integrating: NE"


def test_a_timeline_without_events_says_so() -> None:
    assert tell(frame=EVENTS.iloc[:0]).title == "ยังไม่มีเหตุการณ์ที่บันทึกไว้ถึงวันที่เลือก"


def side(heading: str, *own: str) -> compare_maps.SideMap:
    frame = AROUND.assign(in_filter=AROUND["area_code"].isin(own))
    return compare_maps.SideMap(heading, "1 จาก 2", frame, Selection(), layer(), WINDOW, (layer(), own[0]))


def test_all_sides_share_one_scale_of_colours() -> None:
    figure = compare_maps.side_maps(
        sides=[side("ก", "38", "41"), side("ข", "42")], spec=SPECS["coverage"], reader=TH, columns=2
    )
    whole(figure)
    fills = [trace for trace in figure.plot.data if trace.zmax]
    assert [fill.geo for fill in fills] == ["geo", "geo2"]
    assert fills[0].colorscale == fills[1].colorscale
    assert (fills[0].zmin, fills[0].zmax) == (fills[1].zmin, fills[1].zmax)
    assert figure.table.iloc[:, 0].tolist() == ["ก", "ก", "ข"]


def test_windows_of_areas_on_one_parallel_are_equally_wide() -> None:
    small, large = compare_maps.square_windows([(100, 15, 101, 15.5), (102, 15, 104, 15.5)], margin=0)
    assert small == ((99.5, 101.5), small[1])  # two degrees, the width of the larger one
    assert large == ((102.0, 104.0), large[1])
    assert small[1] == large[1]


def moment(measure: str, number: int, day: str, rate: float, state: str = "value") -> dict[str, object]:
    return {"measure": measure, "side": number, "day": pd.Timestamp(day), "state": state, "value": rate * 4,
            "of": 4.0, "rate": rate, "evidence": "illustrative", "source_id": "sample"}  # fmt: skip


def test_every_side_is_a_line_with_its_own_colour_dash_and_mark() -> None:
    rows = [
        moment("coverage", 0, "2010-09-30", 0.5),
        moment("coverage", 0, "2011-09-30", 0.75),
        moment("coverage", 1, "2010-09-30", float("nan"), "not_reported"),
        moment("coverage", 1, "2011-09-30", 1.0),
    ]
    figure = compare_figures.over_time(
        frame=pd.DataFrame(rows), labels=["ก", "ข"], marks=[pd.Timestamp("2011-05-26")], reader=TH
    )
    whole(figure)
    lines = [trace for trace in figure.plot.data if trace.mode == "lines"]
    assert [list(line.y) for line in lines] == [[50.0, 75.0], [None, 100.0]]
    assert len({line.line.dash for line in lines}) == 2
    assert len({trace.marker.symbol for trace in figure.plot.data if trace.mode == "markers"}) == 2
    assert [item.mark for item in figure.legend] == ["dot", "square"]
    assert figure.plot.layout.shapes[0].x0 == "2011-05-26"


def cell(measure: str, value: float, of: float, difference: float = 0, rate_difference: float = 0,
         state: str = "value", side: int = 1) -> dict[str, object]:  # fmt: skip
    return {"measure": measure, "side": side, "state": state, "value": value, "of": of, "rate": value / of,
            "difference": difference, "rate_difference": rate_difference, "evidence": "illustrative"}  # fmt: skip


@pytest.mark.parametrize(
    ("row", "count", "rate", "difference"),
    [
        (cell("coverage", 3, 4, -1, -0.25), "3 จาก 4 จังหวัด", "75%", ("−1 จังหวัด", "−25 จุดร้อยละ")),
        (cell("coverage", 1, 1), "มีผู้แทน", "100%", ("0 จังหวัด", "0 จุดร้อยละ")),
        (cell("plan", 0, 1), "แผนยังไม่ได้รับอนุมัติ", "0%", ("0 จังหวัด", "0 จุดร้อยละ")),
        (cell("projects", 1, 4, -11, -2.75), "1 โครงการ", "0.25 โครงการต่อจังหวัด",
         ("−11 โครงการ", "−2.75 โครงการต่อจังหวัด")),
        (cell("allocated", 8_600_000, 4, 21_100_000, 5_275_000), "8.6 ล้านบาท", "2.1 ล้านบาทต่อจังหวัด",
         ("+21.1 ล้านบาท", "+5.3 ล้านบาทต่อจังหวัด")),
    ],
)  # fmt: skip
def test_counts_rates_and_differences_in_words(row, count, rate, difference) -> None:
    assert compare_words.count_text(row, TH) == count
    assert compare_words.rate_text(row, TH) == rate
    assert compare_words.difference_text(row, TH) == difference


def test_what_is_not_reported_has_no_rate_and_no_difference() -> None:
    nan = float("nan")
    row = cell("coverage", nan, 4, nan, nan, "not_reported")
    assert compare_words.count_text(row, TH) == "ไม่มีข้อมูลว่ามีหรือไม่"
    assert compare_words.rate_text(row, TH) == ""
    assert compare_words.difference_text(row, TH) == ("", "")


def test_the_table_to_take_away_has_count_rate_and_difference_of_every_side() -> None:
    frame = pd.DataFrame([cell("coverage", 4, 4, side=0), cell("coverage", 3, 4, -1, -0.25)])
    table = compare_words.table(frame, ["A", "B"], EN)
    assert list(table.columns) == [
        "Measure", "A · Count", "A · Rate", "B · Count", "B · Rate", "B · Difference to the first",
    ]  # fmt: skip
    assert table.iloc[0].tolist()[1:] == [
        "4 of 4 provinces", "100%", "3 of 4 provinces", "75%", "−1 province · −25 percentage points",
    ]  # fmt: skip
