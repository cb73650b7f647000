"""Maps: every state its own colour, one trace by address, titles that state the finding."""

import pandas as pd
import pytest

from figures import classes, maps
from figures.figure import Figure
from locales import Reader
from measures.catalogue import SPECS, MeasureSpec, change_spec
from measures.selection import Selection
from tests.figure_frames import DARK, EN, GROUP_LAYER, TH, groups, layer, provinces, whole

COVERED = provinces(p38="uncovered", p41="covered", p42="covered", p50="covered", p52="not_reported")


def draw(frame: pd.DataFrame, measure: str = "coverage", reader: Reader = TH, **choices: object) -> Figure:
    selection = Selection(measure=measure, **choices)  # type: ignore[arg-type]
    return maps.choropleth(
        frame=frame,
        spec=SPECS[measure],
        selection=selection,
        layer=layer(selection.level),
        group_layer=GROUP_LAYER if selection.level == "province" else None,
        reader=reader,
    )


def drawn(figure: Figure) -> list[int]:
    """Return the class number of each area, in the order of area codes."""
    areas = figure.plot.data[0]
    return [z for _, z in sorted(zip(areas.locations, areas.z, strict=True))]


def test_each_state_has_its_own_class_in_one_trace_by_address() -> None:
    figure = draw(COVERED)
    areas = figure.plot.data[0]
    assert areas.geojson == "app/static/geo/province.geojson"
    assert areas.featureidkey == "properties.code"
    assert sorted(areas.locations) == ["10", "38", "41", "42", "50", "52"]
    # covered 0, uncovered 1, not reported 2, not applicable 3 (outside the filter would be 4)
    assert drawn(figure) == [3, 1, 0, 0, 0, 2]
    assert (areas.zmin, areas.zmax) == (-0.5, 4.5)


def test_the_stepped_scale_gives_every_class_its_colour() -> None:
    scale = draw(COVERED).plot.data[0].colorscale
    assert [list(step) for step in scale] == [
        [0, "#12616F"],
        [0.2, "#12616F"],
        [0.2, "#F2994A"],
        [0.4, "#F2994A"],
        [0.4, "#C3CAD2"],
        [0.6, "#C3CAD2"],
        [0.6, "#ECEFF2"],
        [0.8, "#ECEFF2"],
        [0.8, "#F4F6F8"],
        [1, "#F4F6F8"],
    ]


def test_the_legend_counts_and_marks_what_is_not_reported_with_stripes() -> None:
    legend = draw(COVERED).legend
    assert [(item.label, item.count, item.colour, item.pattern) for item in legend] == [
        ("มีผู้แทน", 3, "#12616F", ""),
        ("ยังไม่มีผู้แทน", 1, "#F2994A", ""),
        ("ไม่มีข้อมูลว่ามีหรือไม่", 1, "#C3CAD2", "hatch"),
        ("ไม่นับรวม", 1, "#ECEFF2", ""),
    ]


@pytest.mark.parametrize(
    ("reader", "title"),
    [
        (TH, "1 จังหวัดยังไม่มีผู้แทน อีก 1 จังหวัดไม่มีข้อมูล"),
        (EN, "1 province has no representative yet; 1 province not reported"),
    ],
)
def test_the_title_states_the_gap_and_what_is_not_known(reader: Reader, title: str) -> None:
    assert draw(COVERED, reader=reader).title == title


def test_the_title_when_nothing_is_missing() -> None:
    full = provinces(p38="covered", p41="covered", p42="covered", p50="covered", p52="covered")
    assert draw(full).title == "ทั้ง 5 จังหวัดมีผู้แทนแล้ว"
    assert draw(full, reader=EN).title == "All 5 provinces have a representative"


def test_documents_that_name_one_province_do_not_make_the_others_a_gap() -> None:
    figure = draw(provinces(p50="covered"))
    assert figure.title == "1 จังหวัดมีผู้แทนตามเอกสาร อีก 4 จังหวัดไม่มีข้อมูล"
    assert drawn(figure) == [3, 2, 2, 2, 0, 2]
    assert figure.documented == 1.0


def test_the_title_when_nobody_reports_and_when_the_measure_does_not_apply() -> None:
    assert draw(provinces()).title == "ไม่มีข้อมูลของจังหวัดใด"


def test_where_documents_state_a_total_only_the_title_says_that_they_name_nobody() -> None:
    frame = provinces()
    frame.loc[frame["state"] == "not_reported", "reason"] = "documents_do_not_say"
    assert draw(frame).title == "เอกสารไม่ได้ระบุว่าเป็นจังหวัดใด"
    assert draw(frame, reader=EN).title == "The documents do not say which provinces"
    nobody = provinces().assign(state="not_applicable")
    assert draw(nobody).title == "ยังไม่ใช้ตัวชี้วัดนี้ในวันที่เลือก"
    assert draw(nobody, reader=EN).title == "This measure does not apply on the chosen day"


def test_the_subtitle_says_what_when_and_which_lines() -> None:
    assert draw(COVERED).subtitle == ("ผู้แทนกระทรวงฯ ประจำจังหวัด ณ 26 พ.ค. 2554 · เส้นหนาคือกลุ่มจังหวัด พ.ศ. 2551")
    assert draw(COVERED, reader=EN).subtitle == (
        "Provincial Representatives on 26 May 2011 · heavy lines: province groups of 2008"
    )


def test_the_alternative_text_is_the_finding_with_names() -> None:
    assert draw(COVERED).alt == (
        "ณ 26 พ.ค. 2554: 1 จังหวัดยังไม่มีผู้แทน อีก 1 จังหวัดไม่มีข้อมูล "
        "ผู้แทนกระทรวงฯ ประจำจังหวัดแบ่งเป็น มีผู้แทน 3 จังหวัด ยังไม่มีผู้แทน 1 จังหวัด "
        "ไม่มีข้อมูลว่ามีหรือไม่ 1 จังหวัด และไม่นับรวม 1 จังหวัด ที่ยังขาดคือ บึงกาฬ"
    )


def test_the_table_twin_holds_gaps_first_then_names_in_dictionary_order() -> None:
    table = draw(COVERED).table
    assert list(table.columns) == ["จังหวัด", "ผู้แทนกระทรวงฯ ประจำจังหวัด", "ตั้งแต่", "เหตุผล", "หลักฐาน"]
    assert list(table["จังหวัด"]) == ["บึงกาฬ", "เชียงใหม่", "เลย", "อุดรธานี", "ลำปาง", "กรุงเทพมหานคร"]
    assert table.iloc[0].tolist() == [
        "บึงกาฬ",
        "ยังไม่มีผู้แทน",
        "",
        "ยังไม่มีสถาบันเครือข่ายในพื้นที่จังหวัด",
        "สมมติ",
    ]
    assert table.iloc[1].tolist() == ["เชียงใหม่", "มีผู้แทน", "1 มี.ค. 2553", "", "มีเอกสาร"]


def test_sources_and_the_documented_share_count_only_rows_with_evidence() -> None:
    figure = draw(COVERED)
    assert figure.sources == ("seed-003",)
    assert figure.documented == 0.25  # one of 38, 41, 42, 50


def test_keys_tell_which_area_was_clicked() -> None:
    figure = draw(COVERED)
    assert figure.keys == ("10", "38", "41", "42", "50", "52") == tuple(figure.plot.data[0].locations)
    assert figure.key_at(1) == "38"
    assert figure.key_at(99) is None


def test_areas_outside_the_filter_fade_and_are_not_counted() -> None:
    frame = COVERED.assign(in_filter=COVERED["group_code"] == "ne")
    figure = draw(frame, groups=("ne",))
    assert drawn(figure) == [4, 1, 0, 0, 4, 4]
    assert figure.title == "1 จังหวัดยังไม่มีผู้แทน"
    assert "เฉพาะ 1 กลุ่มที่เลือก" in figure.subtitle
    assert figure.legend[-1].label == "นอกกลุ่มที่เลือก"
    assert figure.legend[-1].count == 3
    # still drawn, with a border, since their fill is close to the paper
    assert list(figure.plot.data[1].locations) == ["10", "50", "52"]
    assert figure.plot.data[1].marker.line.color == "#C3CAD2"
    assert list(figure.plot.data[2].locations) == ["ne"]


def test_the_chosen_area_is_outlined_on_top_and_nothing_dims_on_a_second_click() -> None:
    figure = draw(COVERED, area="41")
    assert [list(trace.locations) for trace in figure.plot.data[-2:]] == [["41"], ["41"]]
    assert figure.plot.data[-1].marker.line.color == "#14202E"
    assert {trace.unselected.marker.opacity for trace in figure.plot.data} == {1}


def test_a_chosen_group_is_outlined_from_the_group_layer() -> None:
    last = draw(COVERED, area="north").plot.data[-1]
    assert last.geojson == "app/static/geo/group.geojson"
    assert list(last.locations) == ["north"]


def test_group_outlines_are_twice_as_strong_and_let_the_pointer_through() -> None:
    figure = draw(provinces(p38="covered", p41="covered", p42="covered", p50="covered", p52="uncovered"))
    outline = next(trace for trace in figure.plot.data if trace.geojson == "app/static/geo/group.geojson")
    assert outline.marker.line.width > 2 * figure.plot.data[0].marker.line.width
    assert outline.marker.line.color == "#FFFFFF"  # paper on mostly dark fills
    assert outline.hoverinfo == "skip"


def test_group_outlines_are_ink_on_mostly_light_fills_and_reversed_on_the_dark_sheet() -> None:
    pale = provinces(p38=1, p41=1, p42=1, p50=1, p52=1)
    assert draw(pale, "projects").plot.data[-1].marker.line.color == "#14202E"
    assert draw(pale, "projects", DARK).plot.data[-1].marker.line.color == "#E8EDF2"


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (1, "bin-0"),
        (2, "bin-1"),
        (3, "bin-2"),
        (4, "bin-2"),
        (5, "bin-3"),
        (6, "bin-3"),
        (7, "bin-4"),
        (0, "none"),
    ],
)
def test_every_break_of_an_amount_belongs_to_the_lower_class(value: int, code: str) -> None:
    spec = MeasureSpec(
        "workshops", "sequential", "workshop", (1, 2, 4, 6), (1, 2, 4, 6), ("province",), ("value", "none")
    )
    assert classes.codes_of(provinces(p38=value), spec, "province")[1] == code


@pytest.mark.parametrize(
    ("value", "code"),
    [(0, "none"), (1, "bin-0"), (2, "bin-1"), (3, "bin-2"), (4, "bin-3"), (5, "bin-4")],
)
def test_groups_are_coloured_by_the_share_reached(value: int, code: str) -> None:
    frame = groups(ne=(value, 5), north="not_reported")
    assert classes.codes_of(frame, SPECS["coverage"], "group") == [code, "not_reported"]


def test_class_labels_of_counts_money_and_shares() -> None:
    spec = MeasureSpec("workshops", "sequential", "workshop", (1, 2, 4, 6), (1, 2, 4, 6), ("province",), ())
    assert classes.bin_labels(spec, "province", TH) == ["1", "2", "3–4", "5–6", "7 ขึ้นไป"]
    money = MeasureSpec("allocated", "sequential", "baht", (5e6, 10e6, 20e6, 40e6), (), ("province",), ())
    assert classes.bin_labels(money, "province", EN) == [
        "up to 5 million baht",
        "5–10 million baht",
        "10–20 million baht",
        "20–40 million baht",
        "over 40 million baht",
    ]
    assert classes.bin_labels(SPECS["coverage"], "group", TH)[0] == "ไม่เกิน 20%"


def test_a_true_zero_unreported_and_not_applicable_look_different_among_amounts() -> None:
    figure = draw(provinces(p38=0, p41=3), "projects")
    order = [c.code for c in classes.classes_of(SPECS["projects"], "province", TH)]
    z = drawn(figure)
    assert [order[i] for i in z][:2] == ["not_applicable", "none"]
    assert order[z[3]] == "not_reported"
    fills = {c.code: c.colour for c in classes.classes_of(SPECS["projects"], "province", TH)}
    assert fills["none"] == "#FBE3CB"
    assert len(set(fills.values())) == len(fills)


def test_the_title_of_amounts_names_who_leads_and_counts_true_zeros() -> None:
    frame = provinces(p38=0, p41=3, p42=1, p50=12, p52=0)
    assert draw(frame, "projects").title == "เชียงใหม่ มากที่สุด 12 โครงการ อีก 2 จังหวัดไม่มีโครงการ"
    assert draw(frame, "projects", EN).title == "Chiang Mai has the most: 12 projects; 2 without a project"
    tie = provinces(p38=2, p41=2, p42=1, p50=1, p52=1)
    assert draw(tie, "projects").title == "2 จังหวัดมากที่สุดเท่ากันที่ 2 โครงการ"


def test_amounts_travel_as_bare_numbers_with_their_unit_once() -> None:
    frame = provinces(p38=8.2e6, p41=0, p50=3e6, p52=3e6)
    areas = draw(frame, "allocated").plot.data[0]
    assert areas.hovertemplate == (
        "<b>%{properties.name_th}</b><br>งบประมาณที่ได้รับจัดสรร (ล้านบาท): %{text}<extra></extra>"
    )
    assert list(areas.text) == [
        "ไม่นับรวม",
        "8.2",
        "ไม่มีงบประมาณ",
        "ไม่มีข้อมูลหรือแบ่งรายจังหวัดไม่ได้",
        "3.0",
        "3.0",
    ]
    # the order never depends on the values: a browser changes colours then, not shapes
    assert list(areas.locations) == ["10", "38", "41", "42", "50", "52"]


def test_group_maps_count_provinces_within_groups() -> None:
    figure = draw(groups(ne=(3, 3), north=(0, 2)), level="group")
    assert figure.title == "1 กลุ่มมีผู้แทนครบทุกจังหวัด 1 กลุ่มยังขาดเกินครึ่ง"
    assert list(figure.table["ผู้แทนกระทรวงฯ ประจำจังหวัด"]) == ["3 จาก 3", "0 จาก 2"]
    assert list(figure.table["กลุ่มจังหวัด"]) == ["อีสานตอนบน", "เหนือตอนบน"]


def test_a_change_map_has_its_own_classes_and_title() -> None:
    frame = provinces(p38="gained", p41="kept", p42="lost", p50="gained", p52="still_missing")
    frame = frame.assign(since=pd.Timestamp("2010-09-30"))
    figure = maps.choropleth(
        frame=frame, spec=change_spec("coverage", "province"), selection=Selection(), layer=layer(), reader=TH
    )
    assert figure.name == "map-coverage-change"
    assert figure.title == "2 จังหวัดมีผู้แทนเพิ่ม 1 จังหวัดไม่มีผู้แทนแล้ว"
    assert drawn(figure)[1:] == [0, 1, 2, 0, 3]


def test_a_difference_of_counts_has_signed_labels() -> None:
    labels = classes.change_labels(change_spec("projects", "province"), TH)
    assert labels == ["−3 หรือต่ำกว่า", "−2 ถึง −1", "0", "+1 ถึง +2", "+3 ขึ้นไป"]


def test_a_state_the_measure_does_not_know_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="coverage has no state 'held'"):
        draw(provinces(p38="held"))


def test_a_value_state_without_a_value_is_refused() -> None:
    with pytest.raises(ValueError, match="of 38 needs a value"):
        draw(provinces(p38="value"), "projects")


@pytest.mark.parametrize("reader", [TH, EN, DARK])
@pytest.mark.parametrize("measure", ["coverage", "projects"])
def test_every_map_is_whole(reader: Reader, measure: str) -> None:
    frame = COVERED if measure == "coverage" else provinces(p38=0, p41=3)
    whole(draw(frame, measure, reader))


def test_the_window_is_fixed_and_cannot_be_dragged() -> None:
    layout = draw(COVERED).plot.layout
    assert list(layout.geo.lonaxis.range) == [97.2, 105.8]
    assert list(layout.geo.lataxis.range) == [5.5, 20.6]
    assert layout.geo.projection.type == "mercator"
    assert layout.dragmode is False
    assert layout.height == 640
