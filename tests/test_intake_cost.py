"""Whatever is in a file, looking at it costs in a line: twice the size, about twice the processor time."""

import contextlib
import io
import time
import zipfile
from collections.abc import Callable

import pytest

from data.intake.beside import columns_of
from data.intake.examine import examine
from data.intake.files import open_file
from data.intake.mapping import Choice, understand
from data.intake.notes import RefusedFileError
from data.schema import TABLES
from tests.intake_records import TODAY, base
from tests.odd_files import GOOD

LETTERS = 30_000
UNHARMFUL = 0.25  # seconds of processor time below which a ratio says nothing and nobody is harmed
PATTERNS = (
    "a", "1", "(", ")", "?", " ", "๑", "ก", "-", "'", "=", "1,", "1 ", "a@", "a.", "พ.ศ.", "( 1", ", ", "\u0e38\u0e48", "จ.",
)  # fmt: skip


def cost(work: Callable[[], object]) -> float:
    """Return the processor time of one run, seconds."""
    began = time.process_time()
    work()
    return time.process_time() - began


def grows_in_a_line(work: Callable[[int], object], half: int) -> bool:
    """Say whether twice the size costs less than 2.5 times as much; what seems to cost more is measured three times."""
    for _ in range(3):
        twice = cost(lambda: work(2 * half))
        if twice < UNHARMFUL or twice < 2.5 * cost(lambda: work(half)):
            return True
    return False


def looked_at(name: str, content: bytes, choices: dict[str, Choice] | None = None) -> None:
    try:
        book = open_file(name, content)
    except RefusedFileError:
        return
    examine(book, understand(book, choices), base(), today=TODAY)


def repeated(pattern: str, letters: int) -> str:
    return (pattern * (letters // len(pattern) + 1))[:letters]


def quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def kinds_of_columns() -> dict[str, list[str]]:
    """Return for each table the columns of a name and kind that no table before it has: what is read alike is read once."""
    seen: set[tuple[str, str]] = set()
    found = {}
    for name, table in TABLES.items():
        kinds = {(column.name, column.kind): column.name for column in table.columns}
        found[name] = [column for kind, column in kinds.items() if kind not in seen]
        seen |= set(kinds)
    return {name: columns for name, columns in found.items() if columns}


@pytest.mark.parametrize(("table", "tried"), kinds_of_columns().items())
def test_every_column_is_read_in_a_line_whatever_is_repeated_in_it(table: str, tried: list[str]) -> None:
    names = columns_of(TABLES[table])
    header = ",".join(names)
    looked_at("a.csv", f"{header}\n{','.join('x' for _ in names)}\n".encode(), {"": Choice(table)})

    def work(letters: int) -> None:
        cells = (quoted(repeated(pattern, letters)) for pattern in PATTERNS)
        rows = (",".join(cell if name in tried else "x" for name in names) for cell in cells)
        looked_at("a.csv", (header + "\n" + "\n".join(rows) + "\n").encode(), {"": Choice(table)})

    assert grows_in_a_line(work, LETTERS // 2)


@pytest.mark.parametrize("pattern", PATTERNS)
def test_headers_sheet_names_and_file_names_are_read_in_a_line(pattern: str) -> None:
    def header(letters: int) -> None:
        looked_at("a.csv", f"รหัสโครงการ,ชื่อโครงการ,{quoted(repeated(pattern, letters))}\np-1,ก,1\n".encode())

    def sheet(letters: int) -> None:
        looked_at("a.xlsx", with_part("xl/workbook.xml", lambda old: old.replace(
            'name="โครงการ"'.encode(), f'name="{repeated(pattern, letters)}"'.encode())))  # fmt: skip

    def file(letters: int) -> None:
        looked_at(f"{repeated(pattern, letters)}.csv", "รหัสโครงการ,ชื่อโครงการ\np-1,ก\n".encode())

    for work in (header, sheet, file):
        assert grows_in_a_line(work, LETTERS // 2)


def with_part(part: str, change: Callable[[bytes], bytes]) -> bytes:
    """Return a good workbook with one part changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(GOOD)) as good, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in good.namelist():
            made.writestr(name, change(good.read(name)) if name == part else good.read(name))
    return out.getvalue()


PARTS = ("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml",
         "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml", "xl/theme/theme1.xml")  # fmt: skip
FRAGMENTS = (
    b'<c t="e"', b'<c t="e">', b'<c r="A1" t="e"><v>', b'<c r="A1"><f>', b"<row>", b'<row r="1">', b"<si>",
    b"<si><t>x</t></si>",
    b"<!--", b"<![CDATA[", b"<?a ", b"<a b='", b"&lt;", b"&a;", b"<!DOCTYPE a [", b'<!ENTITY a "b">', b"x", b">", b"</c>",
    b'<mergeCell ref="A1:Z99999"/>', b'<sheet name="a"/>', b'<Relationship Id="a"/>', b"<xf/>", b'<c r="A1"><v>1</v></c>',
)  # fmt: skip


@pytest.mark.parametrize("fragment", FRAGMENTS, ids=[str(n) for n in range(len(FRAGMENTS))])
@pytest.mark.parametrize("part", PARTS)
def test_every_part_of_a_workbook_is_read_in_a_line(part: str, fragment: bytes) -> None:
    def work(size: int) -> None:
        times = size // len(fragment)

        def change(old: bytes) -> bytes:
            at = old.rfind(b"</")  # before the end of the outermost element
            return old[:at] + fragment * times + old[at:]

        with contextlib.suppress(RefusedFileError):
            open_file("a.xlsx", with_part(part, change))

    assert grows_in_a_line(work, 250_000)
