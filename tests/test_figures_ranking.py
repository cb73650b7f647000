"""Rankings: squares that can be counted, bars for amounts, and never a gap drawn as a zero."""

import pandas as pd
import pytest

from figures import ranking
from figures.figure import Figure
from locales import Reader
from measures.catalogue import SPECS
from measures.selection import Selection
from tests.figure_frames import DARK, EN, TH, groups, provinces, whole

SELECTION = Selection(level="group")
PROVINCES = provinces(p38="uncovered", p41="covered", p42="uncovered", p50="covered", p52="covered")


def squares(
    reader: Reader = TH, members: pd.DataFrame = PROVINCES, compact: bool = False, **counts: object
) -> Figure:
    frame = groups(**(counts or {"ne": (1, 3), "north": (2, 2)}))  # type: ignore[arg-type]
    return ranking.squares(
        frame=frame,
        provinces=members,
        spec=SPECS["coverage"],
        selection=SELECTION,
        reader=reader,
        compact=compact,
    )


def bars(frame: pd.DataFrame, reader: Reader = TH, limit: int = 20, measure: str = "projects") -> Figure:
    return ranking.bars(
        frame=frame, spec=SPECS[measure], selection=Selection(measure=measure), reader=reader, limit=limit
    )


def test_rows_stand_with_the_largest_gap_first_and_say_k_of_n() -> None:
    figure = squares()
    assert list(figure.plot.data[1].text) == ["อีสานตอนบน", "เหนือตอนบน"]
    assert list(figure.plot.data[2].text) == ["1 จาก 3", "2 จาก 2"]
    assert figure.keys == ("ne", "north")


def test_one_dashed_path_per_state_draws_one_square_per_province() -> None:
    shapes = squares().plot.layout.shapes
    assert [(shape.line.color, shape.path) for shape in shapes] == [
        # right edge 0, room for the count 78 px, 3 squares 19 px apart, 14 px wide; rows 28 px
        ("#12616F", "M-135,42H-121M-135,14H-102"),
        ("#F2994A", "M-116,42H-83"),
    ]
    assert {shape.line.dash for shape in shapes} == {"14px,5px"}


def test_a_province_nobody_reported_is_grey_not_missing() -> None:
    figure = squares(members=provinces(p41="covered"), ne=(1, 3), north="not_reported")
    shapes = {shape.line.color: shape.path for shape in figure.plot.layout.shapes}
    assert shapes == {"#12616F": "M-135,42H-121", "#C3CAD2": "M-116,42H-83M-135,14H-102"}
    assert list(figure.plot.data[2].text) == ["1 จาก 3", "ไม่มีข้อมูล"]


def test_the_title_counts_complete_groups_and_those_that_lack_more_than_half() -> None:
    assert squares().title == "1 กลุ่มมีผู้แทนครบทุกจังหวัด 1 กลุ่มยังขาดเกินครึ่ง"
    assert squares(EN).title == "1 group has a representative in every province; 1 lacks more than half"
    assert squares(ne=(3, 3), north=(2, 2)).title == "ทั้ง 2 กลุ่มมีผู้แทนครบทุกจังหวัด"
    assert squares(ne=(2, 3), north=(2, 2)).title == "1 กลุ่มมีผู้แทนครบทุกจังหวัด อีก 1 กลุ่มยังไม่ครบ"
    assert squares(ne=(2, 3), north=(1, 2)).title == "ยังไม่มีกลุ่มใดครบทุกจังหวัด"
    assert squares(ne="not_reported", north="not_reported").title == "ไม่มีข้อมูลของกลุ่มจังหวัดใด"


def test_the_table_twin_keeps_missing_and_unreported_apart() -> None:
    table = squares(members=provinces(p41="covered", p38="uncovered")).table
    assert list(table.columns) == [
        "กลุ่มจังหวัด",
        "ดำเนินการแล้ว (จังหวัด)",
        "ยังขาด (จังหวัด)",
        "ไม่มีข้อมูล (จังหวัด)",
        "ทั้งหมด (จังหวัด)",
    ]
    assert table.to_numpy().tolist() == [["อีสานตอนบน", 1, 1, 1, 3], ["เหนือตอนบน", 0, 0, 2, 2]]


def test_groups_outside_the_filter_are_left_out() -> None:
    frame = groups(ne=(1, 3), north=(2, 2)).assign(in_filter=[True, False])
    figure = ranking.squares(
        frame=frame, provinces=PROVINCES, spec=SPECS["coverage"], selection=SELECTION, reader=TH
    )
    assert figure.keys == ("ne",)
    assert figure.plot.layout.height == 28


def test_the_narrow_form_puts_the_name_above_its_squares() -> None:
    figure = squares(compact=True)
    assert figure.plot.layout.height == 96
    assert figure.plot.data[1].y0 == -0.24
    assert figure.plot.layout.shapes[0].path == "M2,64H16M2,16H35"
    assert figure.plot.layout.shapes[0].xanchor == 0


def test_amounts_are_bars_with_the_largest_first() -> None:
    figure = bars(provinces(p38=2, p41=4, p42=1, p50=0))
    assert list(figure.plot.data[1].text) == ["อุดรธานี", "บึงกาฬ", "เลย", "เชียงใหม่", "ลำปาง"]
    assert list(figure.plot.data[2].text) == ["4", "2", "1", "0", "ไม่มีข้อมูล"]
    assert list(figure.plot.data[3].x) == [0.44, 0.22, 0.11, 0, 0]  # of the width that bars may use


def test_a_cut_ranking_says_so_and_its_table_holds_everything() -> None:
    figure = bars(provinces(p38=2, p41=4, p42=1, p50=3, p52=5), limit=2)
    assert figure.keys == ("52", "41")
    assert figure.subtitle.endswith("2 อันดับแรกจาก 5")
    assert len(figure.table) == 5
    assert list(figure.table.columns) == ["จังหวัด", "โครงการที่กำลังดำเนินการ (โครงการ)", "หลักฐาน"]


def test_money_is_written_in_million_baht() -> None:
    figure = bars(provinces(p38=8_200_000), measure="allocated")
    assert figure.plot.data[2].text[0] == "8.2"
    assert figure.table.columns[1] == "งบประมาณที่ได้รับจัดสรร (ล้านบาท)"
    assert "ล้านบาท" in figure.subtitle


@pytest.mark.parametrize("reader", [TH, EN, DARK])
def test_every_ranking_is_whole(reader: Reader) -> None:
    whole(squares(reader))
    whole(bars(provinces(p38=2), reader))


def test_an_empty_ranking_is_still_a_figure() -> None:
    empty = provinces(p38=2).assign(in_filter=False)
    assert bars(empty).keys == ()
    assert bars(empty).plot.layout.height == 28
