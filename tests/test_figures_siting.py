"""The figures of where to go next, from placements written by hand."""

import pandas as pd
import plotly.graph_objects as go

from figures.figure import Figure
from figures.siting import curve as siting_curve
from figures.siting import maps as siting_figures
from figures.siting import said
from measures.siting_question import Placement, Question
from tests.figure_frames import EN, GROUP_LAYER, NAMES, TH, layer, whole

POINTS = pd.DataFrame(
    {
        "code": list(NAMES),
        "lon": [100.5, 103.6, 102.8, 101.7, 98.9, 99.5],
        "lat": [13.7, 18.4, 17.4, 17.5, 18.8, 18.3],
    }
)


def provinces(**states: tuple[str, str, str, float]) -> pd.DataFrame:
    """Return the provinces of a placement: `p38=("uncovered", "reached", "41", 55.0)`; others are covered."""
    rows = []
    for code, (name_th, name_en, group_code) in NAMES.items():
        usual = ("not_applicable",) * 2 if code == "10" else ("covered",) * 2
        before, after, site, km = states.get(f"p{code}", (*usual, "", float("nan")))
        rows.append(
            {
                "area_code": code, "name_th": name_th, "name_en": name_en, "group_code": group_code,
                "state_before": before, "state": after, "site_code": site, "site_km": km, "in_filter": True,
                "evidence": "" if code == "10" else "illustrative", "source_id": "" if code == "10" else "sample",
            }
        )  # fmt: skip
    return pd.DataFrame(rows)


def sites(*rows: tuple[str, int, float]) -> pd.DataFrame:
    """Return the sites of a placement: code, gain, mean km."""
    return pd.DataFrame(
        [
            {"step": step, "area_code": code, "name_th": NAMES[code][0], "name_en": NAMES[code][1],
             "gain_count": gain, "mean_km": km}
            for step, (code, gain, km) in enumerate(rows, start=1)
        ]
    )  # fmt: skip


# Two of three provinces without a representative are reached from Udon Thani and Chiang Mai; Loei is not.
FOUND = Placement(
    question=Question(k=3),
    state="value",
    reason="",
    sites=sites(("41", 1, 210.0), ("50", 1, 90.0)),
    provinces=provinces(
        p38=("uncovered", "reached", "41", 131.4),
        p42=("uncovered", "uncovered", "", float("nan")),
        p50=("uncovered", "reached", "50", 0.0),
    ),
    uncovered_count=3,
    open_count=3,
    reached_count=2,
    spare_count=1,
)
CURVE = pd.DataFrame(
    {
        "k": [0, 1, 2, 3],
        "reached_count": [0, 1, 2, 2],
        "open_count": [3, 3, 3, 3],
        "gain_count": [0, 1, 1, 0],
        "mean_km": [float("nan"), 210.0, 90.04, 90.04],
    }
)


def changed(**fields: object) -> Placement:
    """Return the placement with other fields."""
    return Placement(**{**vars(FOUND), **fields})  # type: ignore[arg-type]


def maps(placement: Placement = FOUND) -> Figure:
    return siting_figures.before_and_after(
        placement=placement, points=POINTS, layer=layer(), group_layer=GROUP_LAYER, reader=TH
    )


def test_the_title_says_how_many_of_how_many_are_reached() -> None:
    assert maps().title == "เพิ่ม 2 แห่ง เข้าถึงได้ 2 จาก 3 จังหวัดที่ยังไม่มีผู้แทน"
    assert said.answer(FOUND, EN) == "2 more places reach 2 of 3 provinces without a representative"


def test_the_figure_says_plainly_that_distance_is_a_straight_line() -> None:
    assert "ระยะทางเป็นเส้นตรงระหว่างจุดตัวแทนของจังหวัด ไม่ใช่ระยะเดินทาง" in maps().notes


def test_sites_that_would_add_nothing_are_said_and_not_drawn() -> None:
    figure = maps()
    assert "อีก 1 แห่งไม่ทำให้เข้าถึงจังหวัดใดเพิ่ม จึงไม่เสนอที่ตั้ง" in figure.notes
    discs = [trace for trace in figure.plot.to_dict()["data"] if trace["type"] == "scattergeo"]
    assert [disc["text"] for disc in discs] == [["1", "2"]]
    assert (discs[0]["lon"], discs[0]["lat"], discs[0]["geo"]) == ([102.8, 98.9], [17.4, 18.8], "geo2")


def test_before_and_after_colour_the_same_provinces_by_the_same_classes() -> None:
    traces = [
        trace for trace in maps().plot.to_dict()["data"] if trace["type"] == "choropleth" and "zmax" in trace
    ]
    before, after = (dict(zip(trace["locations"], trace["z"], strict=True)) for trace in traces)
    assert traces[0]["colorscale"] == traces[1]["colorscale"]
    # Classes in legend order: covered 0, reached 1, near something 2, uncovered 3, not reported 4, not applicable 5.
    assert before == {"10": 5, "38": 3, "41": 0, "42": 3, "50": 3, "52": 0}
    assert after == {"10": 5, "38": 1, "41": 0, "42": 3, "50": 1, "52": 0}


def test_the_pointer_says_which_place_reaches_a_province_and_how_far_it_is() -> None:
    after = next(trace for trace in maps().plot.to_dict()["data"] if trace.get("geo") == "geo2")
    assert dict(zip(after["locations"], after["text"], strict=True)) == {
        "10": "",
        "38": "← อุดรธานี 131 กม.",
        "41": "",
        "42": "",
        "50": "",
        "52": "",
    }


def test_the_legend_counts_the_map_after() -> None:
    counts = {item.label: item.count for item in maps().legend}
    assert counts["มีผู้แทนแล้ว"] == 2
    assert counts["เข้าถึงได้เมื่อเพิ่มตามข้อเสนอ"] == 2
    assert counts["ยังเข้าไม่ถึง"] == 1
    assert counts["ที่ตั้งที่เสนอ"] is None


def test_the_table_lists_provinces_without_a_representative_and_the_place_that_reaches_each() -> None:
    rows = maps().table.to_numpy().tolist()
    assert [row[0] for row in rows] == ["เชียงใหม่ (ที่ตั้งที่เสนอ)", "บึงกาฬ", "เลย"]
    assert rows[1] == ["บึงกาฬ", "ยังเข้าไม่ถึง", "เข้าถึงได้เมื่อเพิ่มตามข้อเสนอ", "อุดรธานี", "131"]
    assert rows[2] == ["เลย", "ยังเข้าไม่ถึง", "ยังเข้าไม่ถึง", "", ""]


def test_only_groups_asked_about_are_outlined_and_the_rest_is_outside() -> None:
    frame = FOUND.provinces.assign(in_filter=FOUND.provinces["group_code"] == "ne")
    asked = changed(provinces=frame, sites=sites(("41", 1, 210.0)))
    # The hand-made layer has no shapes: the country's window is used where a file would bring it closer.
    figure = siting_figures._panel("geo", asked, ["outside"] * 6, [""] * 6, layer(), GROUP_LAYER, TH)
    assert figure[-1]["locations"] == ["ne"]


def test_counting_what_stands_nearby_leaves_provinces_out_of_the_question_and_says_so() -> None:
    frame = provinces(
        p38=("reached_by_existing", "reached_by_existing", "", float("nan")), p50=("uncovered", "reached", "50", 0.0)
    )  # fmt: skip
    near = changed(
        question=Question(k=1, count_existing=True), provinces=frame, sites=sites(("50", 1, 0.0)),
        uncovered_count=2, open_count=1, reached_count=1, spare_count=0,
    )  # fmt: skip
    assert said.answer(near, TH) == "เพิ่ม 1 แห่ง เข้าถึงได้ 1 จาก 1 จังหวัดที่ยังไม่มีใครเข้าถึง"
    assert any("จาก 2 จังหวัดที่ยังไม่มีผู้แทน มี 1 จังหวัด" in note for note in maps(near).notes)


def test_every_state_without_a_placement_has_its_own_answer() -> None:
    answers = [
        said.answer(changed(state=state), TH)
        for state in ("nothing_open", "out_of_reach", "not_reported", "not_applicable")
    ]
    assert answers == [
        "ไม่มีที่ตั้งใดต้องเสนอ",
        "ไม่มีที่ตั้งใดเข้าถึงจังหวัดที่ยังขาดได้",
        "ยังบอกไม่ได้ว่าควรไปที่ใด เพราะไม่มีข้อมูลรายจังหวัด",
        "ยังไม่มีคำถามนี้ในวันที่เลือก",
    ]


def test_the_curve_says_when_even_the_most_places_do_not_reach_all() -> None:
    figure = siting_curve.curve(frame=CURVE, placement=FOUND, reader=TH)
    assert figure.title == "เพิ่ม 3 แห่งก็ยังเข้าถึงได้ 2 จาก 3 จังหวัด"
    assert figure.plot.to_dict()["data"][0]["y"] == [1.0, 2.0, 2.0]
    assert figure.keys == ("1", "2", "3")
    assert figure.table.to_numpy().tolist()[1] == [2, 2, 3, 1, "90"]


def test_the_curve_says_how_many_places_reach_all() -> None:
    whole_curve = CURVE.assign(reached_count=[0, 1, 3, 3])
    figure = siting_curve.curve(frame=whole_curve, placement=FOUND, reader=TH)
    assert figure.title == "เข้าถึงครบ 3 จังหวัดเมื่อเพิ่ม 2 แห่ง"


def test_the_median_is_answered_in_kilometres() -> None:
    median = changed(question=Question(k=2, model="median"))
    assert said.answer(median, TH) == ("เพิ่ม 2 แห่ง ระยะเฉลี่ยจาก 3 จังหวัดที่ยังไม่มีผู้แทนถึงแห่งที่ใกล้ที่สุดเหลือ 90 กม.")
    figure = siting_curve.curve(frame=CURVE, placement=median, reader=TH)
    assert figure.title == "ระยะเฉลี่ยเหลือ 90 กม. เมื่อเพิ่ม 2 แห่ง"
    assert figure.plot.to_dict()["data"][0]["y"] == [210.0, 90.0, 90.0]


def test_the_chosen_number_is_the_one_bar_that_differs() -> None:
    colours = siting_curve.curve(frame=CURVE, placement=FOUND, reader=TH).plot.to_dict()["data"][0]["marker"]
    assert colours["color"] == ["#8CC3C9", "#8CC3C9", "#12616F"]


def test_both_figures_are_whole_small_and_valid() -> None:
    for figure, most in (
        (maps(), 4500),
        (siting_curve.curve(frame=CURVE, placement=FOUND, reader=TH), 1800),
    ):
        whole(figure)
        assert len(figure.plot.to_json().encode()) <= most
        go.Figure(figure.plot.to_dict())  # raises for any property that plotly does not know
