"""Faults as sentences: a reader learns which file, row and column, what was read and what was expected."""

import pytest

from data.faults import CODES, Fault, FaultsError, fault_text
from locales import Reader
from locales.reader import message_ids

SLIP = Fault("facts/workshops.csv", 7, "start_date", "2554-05-26", "YYYY-MM-DD", "buddhist-year")


def test_a_fault_reads_as_a_thai_sentence():
    assert fault_text(SLIP, Reader("th")) == (
        "ไฟล์ facts/workshops.csv แถวที่ 7: คอลัมน์ start_date: "
        "อ่านได้ “2554-05-26” ซึ่งเป็นปี พ.ศ. ต้องกรอกเป็นปี ค.ศ. ในรูปแบบ YYYY-MM-DD"
    )


def test_a_fault_reads_as_an_english_sentence():
    fault = Fault("projects.csv", 1204, "disbursed_baht", "300001", "300000", "disbursed-over-allocated")
    assert fault_text(fault, Reader("en")) == (
        "File projects.csv, row 1204: column disbursed_baht: "
        "“300001” baht disbursed is more than the 300000 baht allocated"
    )


def test_a_fault_of_a_whole_file_names_no_row():
    fault = Fault("facts/phases.csv", 0, "", "", "", "empty-file")
    assert fault_text(fault, Reader("en")) == (
        "File facts/phases.csv: the file is empty, without even a header row"
    )


def test_a_cell_that_was_blank_is_said_to_be_blank():
    fault = Fault("a.csv", 2, "kind", "", "x, y", "not-allowed")
    assert fault_text(fault, Reader("th")) == (
        "ไฟล์ a.csv แถวที่ 2: คอลัมน์ kind: อ่านได้ “(ช่องว่าง)” ต้องเป็นค่าใดค่าหนึ่งใน x, y"
    )


@pytest.mark.parametrize("lang", ["th", "en"])
def test_every_fault_has_words_and_no_words_are_left_over(lang):
    frame = {
        "fault-sentence",
        "fault-where-file",
        "fault-where-row",
        "fault-where-column",
        "fault-read-blank",
    }
    told = {name for name in message_ids(lang) if name.startswith("fault-")} - frame
    assert told == {f"fault-{code}" for code in CODES}


def test_a_fault_without_words_cannot_be_made():
    with pytest.raises(ValueError, match="no such fault: 'odd'"):
        Fault("a.csv", 2, "kind", "", "", "odd")


def test_the_error_holds_every_fault_once_and_in_file_order():
    other = Fault("facts/phases.csv", 3, "name_th", "", "", "blank")
    error = FaultsError([SLIP, other, SLIP])
    assert error.faults == (other, SLIP)
    assert str(error).startswith("2 faults: facts/phases.csv:3 name_th blank ''")
