"""The matrix of groups and steps: five states, each with colour and sign."""

import pytest

from figures import matrix
from locales import Reader
from tests.figure_frames import DARK, EN, TH, progress, whole

FRAME = progress(
    [
        ("ne", "phase-1", "workshop", "reached", 1, 1),
        ("ne", "phase-2", "workshop", "not_reached", 0, 1),
        ("ne", "phase-2", "representative", "partly", 2, 3),
        ("north", "phase-1", "workshop", "not_reported", None, None),
        ("north", "phase-2", "workshop", "not_applicable", None, None),
        ("north", "phase-2", "representative", "reached", 2, 2),
    ]
)


def test_each_state_has_its_colour_and_its_sign() -> None:
    figure = matrix.progress(frame=FRAME, reader=TH)
    squares = figure.plot.data[0]
    # reached 0, partly 1, not reached 2, not reported 3, not applicable 4
    assert list(squares.marker.color) == [0, 2, 1, 3, 4, 0]
    assert [list(step)[1] for step in squares.marker.colorscale][::2] == [
        "#12616F",
        "#8CC3C9",
        "#F2994A",
        "#C3CAD2",
        "#ECEFF2",
    ]
    cells = FRAME.to_dict("records")
    assert [matrix.cell_text(cell) for cell in cells] == ["✓", "0", "2/3", "?", "–", "2/2"]


def test_every_sign_stands_on_its_square_in_a_readable_ink() -> None:
    figure = matrix.progress(frame=FRAME, reader=TH)
    signs = {
        (x, y): (text, trace.textfont.color)
        for trace in figure.plot.data[1:3]
        for x, y, text in zip(trace.x, trace.y, trace.text, strict=True)
    }
    assert signs == {
        (0, 0): ("✓", "#FFFFFF"),
        (1, 0): ("0", "#14202E"),
        (2, 0): ("2/3", "#14202E"),
        (0, 1): ("?", "#14202E"),
        (1, 1): ("–", "#14202E"),
        (2, 1): ("2/2", "#FFFFFF"),
    }


def test_a_clicked_cell_is_known_by_group_phase_and_step() -> None:
    figure = matrix.progress(frame=FRAME, reader=TH)
    assert figure.key_at(2) == "ne|phase-2|representative"
    assert len(figure.keys) == 6


def test_columns_are_steps_under_their_phase() -> None:
    layout = matrix.progress(frame=FRAME, reader=TH).plot.layout
    assert list(layout.xaxis.ticktext) == ["จัด<br>ประชุม", "จัด<br>ประชุม", "มี<br>ผู้แทน"]
    assert [(head.text, head.x) for head in layout.annotations] == [("ระยะที่ 1", 0), ("ระยะที่ 2", 1.5)]
    assert [(line.x0, line.x1) for line in layout.shapes] == [(0.5, 0.5)]


@pytest.mark.parametrize(
    ("reader", "title"),
    [
        (TH, "ดำเนินการครบแล้ว 2 จาก 4 รายการที่ถึงกำหนด (2 กลุ่ม) อีก 1 รายการไม่มีข้อมูล"),
        (EN, "2 of 4 items due are complete (2 groups); 1 not reported"),
    ],
)
def test_the_title_counts_only_what_can_be_judged(reader: Reader, title: str) -> None:
    assert matrix.progress(frame=FRAME, reader=reader).title == title


def test_nothing_reported_is_said_so() -> None:
    silent = progress([("ne", "phase-1", "workshop", "not_reported", None, None)])
    assert matrix.progress(frame=silent, reader=TH).title == "ไม่มีข้อมูลความก้าวหน้าของกลุ่มจังหวัด"


def test_the_table_twin_says_in_words_what_the_squares_say() -> None:
    table = matrix.progress(frame=FRAME, reader=TH).table
    assert list(table.columns) == ["กลุ่มจังหวัด", "ระยะที่ 1: จัดประชุม", "ระยะที่ 2: จัดประชุม", "ระยะที่ 2: มีผู้แทน"]
    assert table.to_numpy().tolist() == [
        ["อีสานตอนบน", "ครบ", "ยังไม่ดำเนินการ", "2 จาก 3"],
        ["เหนือตอนบน", "ไม่มีข้อมูล", "ยังไม่ถึงกำหนด", "2 จาก 2"],
    ]


def test_groups_outside_the_filter_are_left_out() -> None:
    frame = FRAME.assign(in_filter=FRAME["group_code"] == "ne")
    assert matrix.progress(frame=frame, reader=TH).keys == (
        "ne|phase-1|workshop",
        "ne|phase-2|workshop",
        "ne|phase-2|representative",
    )


def test_the_alternative_text_counts_groups_per_step() -> None:
    assert matrix.progress(frame=FRAME, reader=TH).alt.endswith(
        "ระยะที่ 1 จัดประชุม ครบ 1 จาก 1 กลุ่ม, ระยะที่ 2 จัดประชุม ครบ 0 จาก 1 กลุ่ม, ระยะที่ 2 มีผู้แทน ครบ 1 จาก 2 กลุ่ม"
    )


@pytest.mark.parametrize("compact", [False, True])
@pytest.mark.parametrize("reader", [TH, EN, DARK])
def test_every_matrix_is_whole(reader: Reader, compact: bool) -> None:
    whole(matrix.progress(frame=FRAME, reader=reader, compact=compact))
