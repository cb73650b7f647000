"""Every odd file gets its verdict: refused, faulty, asked about or clean; nothing raises, nothing is half-applied."""

from functools import cache

import pytest

from data.faults import Fault, fault_text
from data.intake.changes import change_text, question_text
from data.intake.correct import corrected
from data.intake.examine import Examination, NotReadyError, examine
from data.intake.files import open_file
from data.intake.mapping import understand
from data.intake.notes import RefusedFileError, note_text
from data.intake.sourcing import Source
from data.intake.suspicions import suspicion_text
from data.intake.words import spoken
from data.intake.written import write
from data.schema import TABLES
from locales import Reader
from tests.intake_records import TODAY, base
from tests.odd_files import ALL, Odd

SOURCE = Source("report-2554", "รายงานประจำปี 2554", "Annual report 2554")
READERS = (Reader("th"), Reader("en"))
every_file = pytest.mark.parametrize("odd", ALL, ids=[odd.what.replace(" ", "-") for odd in ALL])


@cache
def examined(odd: Odd) -> Examination | Fault:
    """Return what reading and checking a file gives: its examination, or why it was refused."""
    try:
        book = open_file(odd.name, odd.content)
    except RefusedFileError as error:
        return error.fault
    return examine(book, understand(book), base(), mode="merge", today=TODAY)


def faults(found: Examination | Fault) -> tuple[Fault, ...]:
    return (found,) if isinstance(found, Fault) else found.faults


def verdict(odd: Odd) -> tuple[object, ...]:
    """Return what is said of a file, in the form of the corpus."""
    found = examined(odd)
    said = tuple((f.row, f.column, f.read, f.expected, f.code) for f in faults(found))
    if isinstance(found, Fault):
        return "refused", said
    if said:
        return "faults", said
    if found.questions:
        return "asks", tuple((q.read, q.suggestions) for q in found.questions)
    name, sheet = next((name, sheet) for name, sheet in found.sheets.items() if len(sheet.values))
    first = write(sheet.values.iloc[:1], TABLES[name]).iloc[0]
    return "clean", name, len(sheet.values), tuple((column, first[column]) for column, _ in odd.cells)


def wanted(odd: Odd) -> tuple[object, ...]:
    """Return what the corpus says must be said."""
    if odd.verdict == "clean":
        return "clean", odd.table, odd.rows, odd.cells
    return odd.verdict, odd.asked if odd.verdict == "asks" else odd.said


@every_file
def test_an_odd_file_gets_its_verdict(odd):
    assert verdict(odd) == wanted(odd)


@every_file
def test_what_was_noticed_and_doubted_is_told(odd):
    found = examined(odd)
    if isinstance(found, Fault):
        assert odd.notes == odd.warned == ()
        return
    assert set(odd.notes) <= {note.code for note in found.notes}
    assert set(odd.warned) <= {warning.code for warning in found.warnings}


@every_file
@pytest.mark.parametrize("reader", READERS, ids=["th", "en"])
def test_everything_said_has_words_that_name_place_and_value(odd, reader):
    found = examined(odd)
    for fault in faults(found):
        sentence = fault_text(fault, reader)
        assert fault.file in sentence
        for named in (fault.column, str(fault.row) if fault.row else "", *_told(fault)):
            assert spoken(named, reader) in sentence
    if isinstance(found, Examination):
        for note in found.notes:
            assert note_text(note, reader)
        for warning in found.warnings:
            assert warning.read in suspicion_text(warning, reader)
        for question in found.questions:
            assert question.read in question_text(question, reader)
        for change in found.changes:
            assert change.read in change_text(change, reader)


def _told(fault: Fault) -> tuple[str, ...]:
    """Return what of the read and the expected a sentence must hold; some sentences speak for themselves."""
    silent = {
        "year-date": (), "blank": (), "negative": (fault.read,), "repeated-column": (fault.read,),
        "missing-column": (fault.expected,), "status-needs-date": (fault.expected,),
        "shares-over-one": (fault.expected,), "too-large": (fault.read,), "bad-date": (fault.read,),
    }  # fmt: skip
    if fault.code in silent:
        return silent[fault.code]
    if fault.code in _WITHOUT_EXPECTED:
        return (fault.read,)
    return (fault.read, fault.expected)


_WITHOUT_EXPECTED = (
    "old-xls", "ods", "xlsb", "macros", "encrypted", "mojibake", "lost-characters", "formula-error", "no-table",
)  # fmt: skip


@every_file
def test_nothing_is_half_applied(odd):
    found = examined(odd)
    if isinstance(found, Fault):
        return
    if odd.verdict != "clean":
        with pytest.raises(NotReadyError):
            found.proposed(SOURCE)
        return
    tables = found.proposed(SOURCE)
    release = base().tables()
    expected = {odd.table, "sources"}
    assert set(tables) == expected
    for name in expected:
        more = odd.rows if name == odd.table else 1
        assert len(tables[name]) == len(release[name]) + more
        assert list(tables[name].columns) == list(release[name].columns)
        assert list(tables[name].dtypes) == list(release[name].dtypes)
    new = tables[odd.table].tail(odd.rows)
    assert set(new["evidence"]) == {"documented"}
    assert set(new["source_id"]) == {"report-2554"}


WRONG = [odd for odd in ALL if odd.verdict in ("faults", "asks") and "formula" not in odd.what]


@pytest.mark.parametrize("odd", WRONG, ids=[odd.what.replace(" ", "-") for odd in WRONG])
def test_a_corrected_file_keeps_its_open_faults_and_questions_on_their_rows(odd):
    book = open_file(odd.name, odd.content)
    found = examined(odd)
    assert isinstance(found, Examination)
    content = corrected(book, understand(book), found, READERS[0])
    again = open_file(f"{book.sheets[0].name or odd.name.removesuffix('.csv')}.xlsx", content)
    same = examine(again, understand(again), base(), mode="merge", today=TODAY)
    if found.faults and found.faults[0].code in ("row-too-wide", "row-too-short"):
        assert {f.row for f in same.faults} == {
            f.row for f in found.faults
        }  # whole in one cell: still no record
        return
    assert {(f.row, f.code) for f in same.faults} == {(f.row, f.code) for f in found.faults}
    assert [(q.row, q.read) for q in same.questions] == [(q.row, q.read) for q in found.questions]


def test_the_corpus_is_large_and_holds_every_kind_of_verdict():
    assert len(ALL) >= 80
    assert {odd.verdict for odd in ALL} == {"refused", "faults", "asks", "clean"}
    assert len({odd.what for odd in ALL}) == len(ALL)


def test_a_thai_officer_reads_where_the_fault_is():
    odd = next(o for o in ALL if o.what == "29 February of a year without one")
    assert fault_text(faults(examined(odd))[0], READERS[0]) == (
        "ไฟล์ โครงการ.csv แถวที่ 2: คอลัมน์ วันเริ่ม: อ่านได้ “29/02/2568” ไม่ใช่วันที่ที่มีอยู่จริง ให้เขียนเช่น 26 พ.ค. 2554 หรือ 2011-05-26"
    )
