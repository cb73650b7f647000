"""Bars: counts with their denominators and qualifiers, words where nobody counted."""

import pandas as pd
import pytest

from figures import bars, steps
from locales import Reader
from tests.figure_frames import DARK, EN, TH, whole

ROLES = pd.DataFrame(
    {
        "role": ["pcso", "agency", "other"],
        "state": ["value", "value", "not_reported"],
        "workshop_count": [2, 2, 0],
        "invited_count": pd.array([10, 40, None], dtype="Int64"),
        "attended_count": pd.array([9, 20, None], dtype="Int64"),
        "attendance_pct": [90.0, 50.0, float("nan")],
        "evidence": ["illustrative", "illustrative", ""],
        "source_id": ["sample", "sample", ""],
    }
)
YEARS = pd.DataFrame(
    {
        "fiscal_year_be": pd.array([2552, 2553, 2554, None], dtype="Int64"),
        "workshop_count": [2, 0, 1, 1],
        "documented_count": [2, 0, 1, 1],
        "participants": pd.array([None, None, 400, None], dtype="Int64"),
        "participants_qualifier": ["exact", "exact", "about", "exact"],
        "evidence": ["documented", "", "documented", "documented"],
        "source_id": ["most-news-70", "", "seed-003", "sanook-907273"],
    }
)
STEPS = pd.DataFrame(
    {
        "fiscal_year_be": [2553, 2554, 2553, 2554],
        "phase_code": ["phase-2"] * 4,
        "step_code": ["workshop", "workshop", "representative", "representative"],
        "state": ["value", "value", "not_reported", "value"],
        "reached_count": pd.array([10, 18, None, 8], dtype="Int64"),
        "of_count": pd.array([18, 18, None, 18], dtype="Int64"),
        "evidence": ["illustrative"] * 4,
        "source_ids": ["sample"] * 4,
    }
)


def test_attended_stands_inside_invited_on_one_scale() -> None:
    figure = bars.by_role(frame=ROLES, reader=TH)
    assert list(figure.plot.data[0].x) == [0.25, 1, 0]
    assert list(figure.plot.data[1].x) == [0.225, 0.5, 0]
    assert list(figure.plot.data[3].text) == ["9 จาก 10", "20 จาก 40", "ไม่มีข้อมูล"]


def test_the_title_of_roles_names_best_and_worst_with_their_counts() -> None:
    assert bars.by_role(frame=ROLES, reader=TH).title == (
        "รองผู้ว่าราชการจังหวัด (PCSO) เข้าร่วมในสัดส่วนสูงสุด 9 จาก 10 ส่วนหัวหน้าส่วนราชการในสังกัด วท. และ มท. เข้าร่วมในสัดส่วนต่ำสุด 20 จาก 40"
    )
    assert bars.by_role(frame=ROLES, reader=EN).title == (
        "Deputy governors (PCSO) had the highest rate of attendance, 9 of 10; "
        "Heads of MOST and MOI units the lowest, 20 of 40"
    )
    assert bars.by_role(frame=ROLES.iloc[2:], reader=EN).title == "No attendance by role has been reported"


def test_the_table_of_roles_has_words_for_what_nobody_recorded() -> None:
    table = bars.by_role(frame=ROLES, reader=TH).table
    assert list(table.columns) == ["ตำแหน่ง", "เชิญ (คน)", "เข้าร่วม (คน)", "การประชุม (ครั้ง)", "หลักฐาน"]
    assert table.iloc[2].tolist() == ["อื่น ๆ", "ไม่มีข้อมูล", "ไม่มีข้อมูล", 0, ""]


def test_participants_carry_their_qualifier_and_an_uncounted_year_is_not_zero() -> None:
    figure = bars.participants(frame=YEARS, reader=TH)
    assert list(figure.plot.data[0].x) == ["2552", "2553", "2554"]
    assert list(figure.plot.data[0].text) == ["?", "", "≈400"]
    assert figure.title == "ปีงบประมาณ 2554 มีผู้เข้าร่วมมากที่สุด ประมาณ 400 คน"
    assert figure.notes == ("อีก 1 ครั้งไม่ทราบปีงบประมาณ",)
    assert list(figure.table["ผู้เข้าร่วม (คน)"]) == ["ไม่มีข้อมูล", "", "ประมาณ 400", "ไม่มีข้อมูล"]


def test_participants_in_the_other_era_and_language() -> None:
    figure = bars.participants(frame=YEARS, reader=EN)
    assert list(figure.plot.data[0].x) == ["2009", "2010", "2011"]
    assert figure.title == "Fiscal year 2011 had the most participants: about 400"
    assert figure.alt == (
        "Fiscal year 2011 had the most participants: about 400: 2009 not reported, 2011 about 400"
    )


def test_steps_stand_in_rows_with_their_count_above_and_their_denominator_in_the_name() -> None:
    figure = steps.by_year(frame=STEPS, reader=TH)
    first, second, names = figure.plot.data
    assert list(first.text) == ["10", "18"]
    assert list(second.text) == ["?", "8"]
    assert list(first.y) == [0.311, 0.56]
    assert list(names.text) == ["ระยะที่ 2: จัดประชุม (จาก 18 กลุ่ม)", "ระยะที่ 2: มีผู้แทน (จาก 18 กลุ่ม)"]
    assert figure.title == "ดำเนินการครบทุกกลุ่มจังหวัดแล้ว 1 จาก 2 ขั้นตอน"


def test_the_table_of_steps_has_a_column_per_fiscal_year() -> None:
    table = steps.by_year(frame=STEPS, reader=TH).table
    assert table.to_numpy().tolist() == [
        ["ระยะที่ 2: จัดประชุม (จาก 18 กลุ่ม)", "10", "18"],
        ["ระยะที่ 2: มีผู้แทน (จาก 18 กลุ่ม)", "ไม่มีข้อมูล", "8"],
    ]
    assert list(table.columns) == ["ขั้นตอน", "2553", "2554"]


@pytest.mark.parametrize("reader", [TH, EN, DARK])
def test_every_bar_figure_is_whole(reader: Reader) -> None:
    whole(bars.by_role(frame=ROLES, reader=reader))
    whole(bars.participants(frame=YEARS, reader=reader))
    whole(steps.by_year(frame=STEPS, reader=reader))
