"""Any bytes at all: a file is read or refused in words, and nothing else ever happens."""

from hypothesis import given, settings
from hypothesis import strategies as st

from data.intake.examine import Examination, examine
from data.intake.files import open_file
from data.intake.mapping import understand
from data.intake.notes import RefusedFileError
from tests.intake_records import TODAY, base
from tests.odd_files import GOOD, HEADER, ROW, csv

few = settings(max_examples=60, deadline=None)
CELLS = st.one_of(
    st.text(max_size=20),
    st.sampled_from(ROW),
    st.sampled_from(["-", "๕", "รวม", "=1+1", "ลำปางง", "1e9", "'"]),
)


def read(name: str, content: bytes) -> Examination | None:
    try:
        book = open_file(name, content)
    except RefusedFileError:
        return None
    return examine(book, understand(book), base(), today=TODAY)


@few
@given(st.binary(max_size=200), st.sampled_from(["a.csv", "a.tsv", "a.xlsx", "a.txt", "a.xls", "a"]))
def test_any_bytes_are_read_or_refused(content, name):
    read(name, content)


@few
@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), min_size=1, max_size=6))
def test_a_workbook_with_any_bytes_changed_is_read_or_refused(changes):
    content = bytearray(GOOD)
    for at, value in changes:
        content[at] = value
    read("a.xlsx", bytes(content))


@few
@given(st.integers(0, len(GOOD)))
def test_a_workbook_cut_off_anywhere_is_refused(at):
    found = read("a.xlsx", GOOD[:at])
    assert found is None or at == len(GOOD)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.lists(CELLS, min_size=10, max_size=10), min_size=1, max_size=4))
def test_any_cells_under_a_known_header_are_examined(rows):
    read("a.csv", csv(HEADER, *rows))


@settings(max_examples=30, deadline=None)
@given(st.lists(st.lists(st.text(max_size=12), max_size=6), max_size=5))
def test_any_grid_of_text_is_read_or_refused(rows):
    read("a.csv", csv(*rows))
