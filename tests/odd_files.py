"""A corpus of odd files as officers send them, built in memory, each with what must be said of it.

verdict "refused": one fault, the file is not read. "faults": exactly these faults. "asks": no fault, these
texts are asked about. "clean": so many rows of a table, and in the first of them these values in written form.
A fault is (row, column as the officer named it, what was read, what was expected, code).
"""

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import xlsxwriter

HEADER = (
    "รหัสโครงการ",
    "ชื่อโครงการ",
    "title_en",
    "แผนงาน",
    "สถานะ",
    "วันเริ่ม",
    "วันสิ้นสุด",
    "ปีงบประมาณ",
    "งบประมาณ",
    "เบิกจ่าย",
)
ROW = (
    "p-1",
    "แปรรูปกล้วย",
    "Bananas",
    "clinic",
    "completed",
    "2011-01-10",
    "2011-06-30",
    "2554",
    "300000",
    "290000",
)
ID, TITLE, TITLE_EN, PROGRAMME, STATUS, START, END, YEAR, ALLOCATED, DISBURSED = range(10)
PLAN = ("รหัสแผน", "จังหวัด", "วันอนุมัติ")
WORKSHOP = ("รหัสการประชุม", "ชื่อการประชุม", "title_en", "วันที่จัด", "ปีงบประมาณ", "scope", "จำนวนผู้เข้าร่วม")
MEETING = ("w-1", "ประชุม", "Meeting", "2011-05-26", "2554", "national", "400")
PLACE = ("รหัสโครงการ", "จังหวัด", "ระดับพื้นที่", "สัดส่วน")
KNOWN = "known-1"  # a project of the release the examination runs against
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600
LAST_SECTOR = 0xFFFFFFFE

Said = tuple[int, str, str, str, str]


def compound(next_sector: int) -> bytes:
    """Return a compound file whose directory, in sector 1, names an encrypted package and goes on at a sector."""
    header = bytearray(512)
    header[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    header[30:32] = (9).to_bytes(2, "little")
    header[48:52] = (1).to_bytes(4, "little")
    header[76:512] = b"\xff" * 436
    header[76:80] = (0).to_bytes(4, "little")
    table = b"\xfd\xff\xff\xff" + next_sector.to_bytes(4, "little") + b"\xff" * 504
    entry = "EncryptedPackage".encode("utf-16-le").ljust(128, b"\0")
    return bytes(header) + table + entry.ljust(512, b"\0")


@dataclass(frozen=True)
class Odd:
    """One odd file: what it is, its name and bytes, and what must be said of it."""

    what: str
    name: str
    content: bytes
    verdict: str
    said: tuple[Said, ...] = ()
    asked: tuple[tuple[str, tuple[str, ...]], ...] = ()
    table: str = ""
    rows: int = 0
    cells: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    warned: tuple[str, ...] = ()


def row(base: Sequence[str] = ROW, **changes: Any) -> list[Any]:
    """Return a row with some cells changed: row(START="x")."""
    cells = list(base)
    for name, value in changes.items():
        cells[globals()[name]] = value
    return cells


def text(*rows: Sequence[object], mark: str = ",", end: str = "\n") -> str:
    """Return rows as delimited text; cells that need it stand in quotation marks."""

    def cell(value: object) -> str:
        written = str(value)
        return f'"{written}"' if any(sign in written for sign in (mark, "\n", '"')) else written

    return end.join(mark.join(cell(c) for c in line) for line in rows) + end


def csv(*rows: Sequence[object]) -> bytes:
    """Return a CSV in UTF-8."""
    return text(*rows).encode()


def xlsx(*rows: Sequence[object], merge: Sequence[tuple[str, object]] = (), **sheets: Any) -> bytes:
    """Return a workbook: rows on the first sheet, merged ranges, and further sheets by name."""
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_numbers": False}) as book:
        for name, lines in ({"โครงการ": rows} | sheets).items():
            page = book.add_worksheet(name)
            for n, line in enumerate(lines):
                for at, cell in enumerate(line):
                    if cell is not None and cell != "":
                        page.write(n, at, cell)
            for place, value in merge if name == "โครงการ" else ():
                page.merge_range(place, value)
    return out.getvalue()


def sheet(fill: Any) -> bytes:
    """Return a workbook whose one sheet a function fills; it gets the workbook and the sheet."""
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        fill(book, book.add_worksheet("โครงการ"))
    return out.getvalue()


def repacked(content: bytes, change: Any) -> bytes:
    """Return a workbook with its parts changed: change(name, bytes) -> bytes, or None to leave one out."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            if (made := change(part, old.read(part))) is not None:
                new.writestr(part, made)
    return out.getvalue()


def zipped(**parts: bytes) -> bytes:
    """Return a ZIP of parts; two underscores stand for a slash, one X for a dot."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("X", "."), content)
    return out.getvalue()


def _refused(what: str, name: str, content: bytes, code: str, read: str = "", expected: str = "", at: int = 0,
             column: str = "") -> Odd:  # fmt: skip
    return Odd(what, name, content, "refused", ((at, column, read, expected, code),))


def _faulty(what: str, *said: Said, content: bytes, name: str = "โครงการ.csv") -> Odd:
    return Odd(what, name, content, "faults", said)


def _clean(
    what: str, content: bytes, rows: int = 1, name: str = "งาน.csv", table: str = "projects", **more: Any
) -> Odd:
    return Odd(what, name, content, "clean", table=table, rows=rows, **more)


GOOD = xlsx(HEADER, ROW)
TOO_LARGE = "< 1,000,000,000,000,000"
ENCODED = "UTF-8, UTF-16, CP874"
TAKEN = "XLSX, CSV, TSV"


def _swap(old: bytes, new: bytes) -> Any:
    return lambda part, made: made.replace(old, new) if "sheet1" in part else made


def refused() -> list[Odd]:
    """Return files that cannot be read."""
    bomb = zipped(**{"[Content_Types]Xxml": b"<Types/>", "xl__workbookXxml": b"<workbook/>",
                     "xl__worksheets__sheet1Xxml": b" " * (40 * 2**20)})  # fmt: skip
    encrypted = bytearray(GOOD)
    at = 0
    while (at := encrypted.find(b"PK\x01\x02", at)) >= 0:
        encrypted[at + 8] |= 1
        at += 4
    lying = bytearray(GOOD)
    at = lying.find(b"PK\x01\x02")
    lying[at + 24 : at + 28] = (3).to_bytes(4, "little")
    return [
        _refused("a file of no bytes", "a.csv", b"", "empty-file"),
        _refused("blank lines alone", "a.csv", b"\n\n  \n", "empty-file"),
        _refused("commas alone", "a.csv", b",,,\n,,,\n", "empty-file"),
        _refused("a workbook without a cell", "a.xlsx", xlsx(), "empty-file"),
        _refused("an old Excel file", "a.xls", OLE, "old-xls", ".xls", TAKEN),
        _refused("an old Excel file under a new ending", "a.xlsx", OLE, "old-xls", "XLS", TAKEN),
        _refused("a workbook under the old ending", "a.xls", GOOD, "old-xls", ".xls", TAKEN),
        _refused("an OpenDocument sheet", "a.ods", zipped(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"),
                 "ods", ".ods", TAKEN),
        _refused("an OpenDocument sheet under another ending", "a.xlsx",
                 zipped(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), "ods", "ODS", TAKEN),
        _refused("a workbook that may hold macros", "a.xlsm", GOOD, "macros", ".xlsm", TAKEN),
        _refused("macros under another ending", "a.xlsx",
                 repacked(GOOD, lambda part, made: made.replace(b"spreadsheetml.sheet.main", b"sheet.macroEnabled.main")),
                 "macros", "XLSM", TAKEN),
        _refused("a macro project inside", "a.xlsx", zipped(xl__vbaProjectXbin=b"x"), "macros", "XLSM", TAKEN),
        _refused("a binary workbook", "a.xlsb", GOOD, "xlsb", ".xlsb", TAKEN),
        _refused("a workbook locked with a password", "a.xlsx", compound(LAST_SECTOR), "encrypted"),
        _refused("an old file locked with a password", "a.xls", compound(LAST_SECTOR), "encrypted"),
        _refused("an encrypted archive", "a.xlsx", bytes(encrypted), "encrypted"),
        _refused("half a workbook", "a.xlsx", GOOD[: len(GOOD) // 2], "corrupt-file", "", "XLSX"),
        _refused("a workbook with bytes overwritten", "a.xlsx", GOOD[:60] + b"\x00" * 200 + GOOD[260:],
            "corrupt-file", "", "XLSX"),
        _refused("a part with a false size", "a.xlsx", bytes(lying), "corrupt-file", "", "XLSX"),
        _refused("a sheet that is no XML", "a.xlsx", repacked(GOOD, lambda p, m: b"<<<" if "sheet1" in p else m),
                 "corrupt-file", "โครงการ", "XLSX"),
        _refused("entities that multiply", "a.xlsx",
                 repacked(GOOD, _swap(b"<worksheet", b'<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet')),
                     "corrupt-file", "DTD", "XLSX"),
        _refused("a bomb of forty megabytes in forty kilobytes", "a.xlsx", bomb, "expands-too-much", "40.0 MB", "300.0 MB"),
        _refused("a long text in every cell", "a.xlsx", _repeated_text(), "expands-too-much", "> 300.0 MB", "300.0 MB"),
        _refused("a cell in the last column", "a.xlsx", repacked(GOOD, _swap(b'r="J2"', b'r="XFD2"')), "too-many-columns",
                 "16,384", "200", 0, "XFD"),
        _refused("a cell in the last row, in single quotes", "a.xlsx", repacked(GOOD, _swap(b'r="J2"', b"r='J1048576'")),
                 "too-many-rows", "1,048,576", "300,000"),
        _refused("a cell far off both ways", "a.xlsx", repacked(GOOD, _swap(b'r="J2"', b'r="GR290000"')), "too-many-cells",
                 "58,000,000", "5,000,000"),
        _refused("three hundred columns", "a.csv", csv([f"c{n}" for n in range(300)]), "too-many-columns", "300", "200", 1),
        _refused("a million lines", "a.csv", b"a,b\n" + b"1,2\n" * 300_100, "too-many-rows", "> 300,000", "300,000"),
        _refused("a novel in a cell", "a.csv", csv(HEADER, row(TITLE="ก" * 40_000)), "cell-too-long", "40,000", "32,767",
                 2, "B"),
        _refused("a picture", "a.csv", b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "wrong-content", "PNG", "CSV"),
        _refused("a PDF", "a.xlsx", b"%PDF-1.7\n" + b"x" * 50, "wrong-content", "PDF", "XLSX"),
        _refused("a web page saved as a workbook", "a.xlsx", b"<html><table></table></html>", "wrong-content",
            "HTML", "XLSX"),
        _refused("CSV saved as a workbook", "a.xlsx", csv(HEADER, ROW), "wrong-content", "TXT", "XLSX"),
        _refused("a workbook saved as CSV", "a.csv", GOOD, "wrong-content", "ZIP", "CSV"),
        _refused("a Word file", "a.xlsx", zipped(word__documentXxml=b"<w/>"), "wrong-content", "DOCX", "XLSX"),
        _refused("any archive", "a.xlsx", zipped(readmeXtxt=b"hi"), "wrong-content", "ZIP", "XLSX"),
        _refused("JSON", "a.csv", b'{"a": 1}', "wrong-content", "JSON", "CSV"),
        _refused("a Word file by name", "รายงาน.docx", GOOD, "unknown-form", ".docx", TAKEN),
        _refused("a name without an ending", "รายงาน", csv(HEADER, ROW), "unknown-form", "รายงาน", TAKEN),
        _refused("Western letters in no Thai code page", "a.csv", "id,name\n1,café olé crème\n".encode("latin-1"),
                 "unknown-encoding", "e9", ENCODED, 2),
        _refused("half a letter", "a.csv", csv(HEADER, ROW)[:-12] + b"\xe0\xb8", "unknown-encoding", "e0b8", ENCODED, 2),
        _refused("Thai once read as Western", "a.csv", "รหัสโครงการ,ชื่อ\nก,ข\n".encode().decode("cp1252", "replace").encode(),
                 "mojibake", "à¸£à¸«", "", 1),
        _refused("Thai once read as its own code page", "a.csv", "id,name\n1,ลำปาง\n".encode().decode("cp874",
            "replace").encode(),
                 "mojibake", "เธฅเธณเธ\ufffdเธฒ", "", 2),
        _refused("a quotation mark that never closes", "a.csv", b'a,b\n1,"x\n2,y\n', "not-csv", "", "CSV", 2),
        _refused("seventy sheets", "a.xlsx", xlsx(HEADER, ROW, **{f"s{n}": [HEADER] for n in range(70)}),
            "too-many-sheets", "71", "60"),
    ]  # fmt: skip


def _repeated_text() -> bytes:
    """Return a small workbook in which 30,000 cells share one text of 32,000 bytes."""

    def fill(_: Any, page: Any) -> None:
        for n in range(30_000):
            page.write_string(n, 0, "x" * 32_000)

    return sheet(fill)


def faulty() -> list[Odd]:
    """Return files that are read and have faults."""

    def one(what: str, column: str, read: str, expected: str, code: str, **changes: str) -> Odd:
        return _faulty(what, (2, column, read, expected, code), content=csv(HEADER, row(**changes)))

    iso, money = "YYYY-MM-DD", "125000.50"
    return [
        one("29 February of a year without one", "วันเริ่ม", "29/02/2568", iso, "bad-date", START="29/02/2568"),
        one("the thirteenth month", "วันเริ่ม", "10/13/2554", iso, "bad-date", START="10/13/2554"),
        one("an American date", "วันสิ้นสุด", "6/30/2011", iso, "bad-date", END="6/30/2011"),
        one("a month without a day", "วันเริ่ม", "ม.ค. 2554", iso, "day-missing", START="ม.ค. 2554"),
        one("a span of days in one cell", "วันเริ่ม", "10-12 ม.ค. 2554", iso, "bad-date", START="10-12 ม.ค. 2554"),
        one("an era that does not fit its year", "วันเริ่ม", "10 ม.ค. ค.ศ. 2554", iso, "bad-date", START="10 ม.ค. ค.ศ. 2554"),
        one("a day before both eras began together", "วันเริ่ม", "1/2/2480", iso, "bad-date", START="1/2/2480"),
        one("words for a number", "งบประมาณ", "สามแสน", money, "bad-number", ALLOCATED="สามแสน"),
        one("a hedged number", "งบประมาณ", "กว่า 300,000", money, "qualified-number", ALLOCATED="กว่า 300,000"),
        one("continental thousands", "งบประมาณ", "300.000,50", money, "bad-number", ALLOCATED="300.000,50"),
        one("negative money", "งบประมาณ", "(300,000)", "", "negative", ALLOCATED="(300,000)", DISBURSED=""),
        one("a number too large", "งบประมาณ", "9" * 20, TOO_LARGE, "too-large", ALLOCATED="9" * 20),
        one("more spent than given", "เบิกจ่าย", "300,001", "300000", "disbursed-over-allocated", DISBURSED="300,001"),
        one("an end before its start", "วันสิ้นสุด", "9/1/2554", "2011-01-10", "end-before-start", END="9/1/2554"),
        one("a fiscal year that is not the start's", "ปีงบประมาณ", "2553", "2011-01-10", "year-date", YEAR="2553"),
        one("a year of another millennium", "ปีงบประมาณ", "3554", "2400-2699", "year-not-be", YEAR="3554"),
        one("completed without an end", "วันสิ้นสุด", "", "completed", "status-needs-date", END=""),
        one("no title", "ชื่อโครงการ", "", "", "blank", TITLE=""),
        one("letters lost as question marks", "ชื่อโครงการ", "???? ???", "", "lost-characters", TITLE="???? ???"),
        one("a letter lost for good", "ชื่อโครงการ", "แปร\ufffdรูป", "", "lost-characters", TITLE="แปร\ufffdรูป"),
        one("a code with signs of markup in it", "รหัสโครงการ", "p<1>", "A-Z ก-ฮ 0-9 . - / ( )", "bad-code", ID="p<1>"),
        _faulty("one code twice, in two spellings", (3, "รหัสโครงการ", "P-1", "โครงการ.csv:2", "duplicate-key"),
                content=csv(HEADER, ROW, row(ID="P-1", TITLE="อื่น"))),
        _faulty("a column that must be there is not", (1, "title_th", "", "title_th", "missing-column"),
                content=csv([*HEADER[:1], *HEADER[2:]], [*ROW[:1], *ROW[2:]])),
        _faulty("two columns for one", (1, "วงเงิน", "วงเงิน", "", "repeated-column"), content=csv([*HEADER,
            "วงเงิน"], [*ROW, "1"])),
        _faulty("the same header twice", (1, "งบประมาณ (2)", "งบประมาณ (2)", "", "repeated-column"),
                content=csv([*HEADER, "งบประมาณ"], [*ROW, "1"])),
        _faulty("a sheet that is no table of ours", (1, "", "สินค้า, ราคา", "", "no-table"), content=csv(("สินค้า",
            "ราคา"), ("ข้าว", "5")),
                name="ราคา.csv"),
        _faulty("rows shorter than the header", (3, "", "8", "10", "row-too-short"),
                content=text(HEADER, ROW).encode() + "p-2,ข,b,clinic,planned,,,2554\n".encode()),
        _faulty("thousands parted by the mark that parts cells", (2, "", "11", "10", "row-too-wide"),
                content=text(HEADER, ROW).replace("300000", "300,000").encode()),
        _faulty("two provinces in one cell", (2, "จังหวัด", "ลำปาง, แพร่", "2", "several-provinces"),
                content=csv(PLAN, ("pl-1", "ลำปาง, แพร่", "2011-01-10")), name="แผน.csv"),
        _faulty("part of a person", (2, "จำนวนผู้เข้าร่วม", "400.5", "0, 1, 2 …", "not-whole"),
            content=csv(WORKSHOP, [*MEETING[:6], "400.5"])),
        _faulty("fewer people than none", (2, "จำนวนผู้เข้าร่วม", "-4", "", "negative"), content=csv(WORKSHOP,
            [*MEETING[:6], "-4"])),
        _faulty("shares over one", (2, "สัดส่วน", "60%", "1.1", "shares-over-one"), name="project_locations.csv",
                content=csv(PLACE, (KNOWN, "ลำปาง", "จังหวัด", "60%"), (KNOWN, "แพร่", "จังหวัด", "50%"))),
        _faulty("a project that is not there", (2, "รหัสโครงการ", "xyzzy-77", "projects", "unknown-code"),
            name="project_locations.csv",
                content=csv(PLACE, ("xyzzy-77", "ลำปาง", "จังหวัด", ""))),
        _faulty("a bare number in a book that counts its days from 1904", (2, "วันเริ่ม", "40553", iso, "bad-date"),
                name="งาน.xlsx", content=repacked(xlsx(HEADER, row(START="40553")), _count_from_1904)),
        _faulty("a formula that failed", (2, "งบประมาณ", "#DIV/0!", "", "formula-error"), name="งาน.xlsx",
            content=sheet(_failed)),
        _faulty("a formula never computed", (2, "งบประมาณ", "", "", "formula-without-value"), name="งาน.xlsx",
                content=repacked(sheet(_failed), lambda p, m: m.replace(b' t="e"', b"").replace(b"<v>#DIV/0!</v>", b"")
                                 if "sheet1" in p else m)),
        _faulty("faults on the second sheet, under titles", (4, "วันเริ่ม", "31/02/2554", iso, "bad-date"), name="งาน.xlsx",
                content=xlsx(("รายงาน",), HEADER, ROW, row(ID="p-2", TITLE="ข", START="31/02/2554"))),
    ]  # fmt: skip


def _count_from_1904(part: str, made: bytes) -> bytes:
    return made.replace(b"<workbookPr ", b'<workbookPr date1904="1" ') if part == "xl/workbook.xml" else made


def _failed(_: Any, page: Any) -> None:
    page.write_row(0, 0, HEADER)
    for at, cell in enumerate(row(DISBURSED="")):
        if cell:
            page.write_string(1, at, cell)
    page.write_formula(1, ALLOCATED, "=1/0", None, "#DIV/0!")


def asking() -> list[Odd]:
    """Return files with something only a person can say."""

    def asks(what: str, content: bytes, *asked: tuple[str, tuple[str, ...]], name: str = "แผน.csv") -> Odd:
        return Odd(what, name, content, "asks", asked=asked)

    return [
        asks("a province misspelled", csv(PLAN, ("pl-1", "ลำปางง", "2011-01-10")), ("ลำปางง", ("52",))),
        asks("a province between two", csv(PLAN, ("pl-1", "ตราง", "2011-01-10")), ("ตราง", ("23", "92"))),
        asks("a code and a name that disagree", csv(PLAN, ("pl-1", "52 แพร่", "2011-01-10")), ("52 แพร่", ("52", "54"))),
        asks("an English province misspelled", csv(PLAN, ("pl-1", "Phetchabur", "2011-01-10")), ("Phetchabur", ("76", "67"))),
        asks("a year of two digits", csv(PLAN, ("pl-1", "ลำปาง", "10/1/54")), ("10/1/54", ("2011-01-10",
            "1954-01-10", "2054-01-10"))),
        asks("a dash for money", csv(HEADER, row(DISBURSED="-")), ("-", ("0", "")), name="โครงการ.csv"),
        asks("a status nobody knows", csv(HEADER, row(STATUS="เกือบเสร็จ")), ("เกือบเสร็จ", ()), name="โครงการ.csv"),
        asks("a programme nobody knows", csv(HEADER, row(PROGRAMME="xyzzy")), ("xyzzy", ()), name="โครงการ.csv"),
        asks("a place in no province", csv(PLAN, ("pl-1", "เมืองลับแล", "2011-01-10")), ("เมืองลับแล", ())),
        asks("a programme misspelled", csv(HEADER, row(PROGRAMME="clinics")), ("clinics", ("clinic",)), name="โครงการ.csv"),
    ]  # fmt: skip


def clean() -> list[Odd]:
    """Return files that are odd and nothing is wrong with them."""
    lines = text(HEADER, ROW)
    day = (("started_on", "2011-01-10"),)

    def start(what: str, written: str) -> Odd:
        return _clean(what, csv(HEADER, row(START=written)), cells=day)

    return [
        _clean("plain UTF-8", lines.encode(), cells=(("title_th", "แปรรูปกล้วย"),)),
        _clean("UTF-8 with its mark", b"\xef\xbb\xbf" + lines.encode(), cells=(("project_id", "p-1"),)),
        _clean("UTF-16, little end first", lines.encode("utf-16"), cells=(("title_th", "แปรรูปกล้วย"),), notes=("encoding",)),
        _clean("UTF-16, big end first, no mark", lines.encode("utf-16-be"), cells=(("title_th", "แปรรูปกล้วย"),),
            notes=("encoding",)),
        _clean("the Thai code page", lines.encode("cp874"), cells=(("title_th", "แปรรูปกล้วย"),), notes=("encoding",)),
        _clean("TIS-620", lines.encode("tis-620"), cells=(("title_th", "แปรรูปกล้วย"),), notes=("encoding",)),
        _clean("tabs", text(HEADER, ROW, mark="\t").encode(), name="งาน.tsv", notes=("delimiter",)),
        _clean("semicolons", text(HEADER, ROW, mark=";").encode(), notes=("delimiter",)),
        _clean("a line that declares the mark", b"sep=;\n" + text(HEADER, ROW, mark=";").encode(), notes=("delimiter",)),
        _clean("bars in a text file", text(HEADER, ROW, mark="|").encode(), name="งาน.txt", notes=("delimiter",)),
        _clean("old Mac line ends", text(HEADER, ROW, end="\r").encode()),
        _clean("Windows line ends and blank lines", text(HEADER, [""], ROW, [""], end="\r\n").encode()),
        _clean("a line break inside a title", csv(HEADER, row(TITLE="แปรรูป\nกล้วย")), cells=(("title_th", "แปรรูป\nกล้วย"),)),
        _clean("ids as people have them", csv(HEADER, row(ID="53/001"), row(ID="วท.53/002", TITLE="ข"),
               row(ID="TC 53 003", TITLE="ค")), rows=3, cells=(("project_id", "53/001"),)),
        _clean("columns in another order", csv(HEADER[::-1], ROW[::-1]), cells=(("project_id", "p-1"),
            ("allocated_baht", "300000"))),
        _clean("English headers", csv(("Project code", "Thai title", "English title", "Programme", "Status",
            "Start date", "End date",
               "FY", "Budget", "Disbursed"), ROW), cells=day),
        _clean("extra columns", csv([*HEADER, "ผู้ประสานงาน"], [*ROW, "x"]), notes=("unknown-columns",)),
        _clean("titles above the header", xlsx(("รายงานโครงการ",), ("ประจำปี 2554",), (), HEADER, ROW),
            name="งาน.xlsx", notes=("title-rows",)),
        _clean("a total row", xlsx(HEADER, ROW, row(ID="p-2", TITLE="ข"), ("รวมทั้งสิ้น", *[""] * 7, 600000, 580000)), rows=2,
               name="งาน.xlsx", notes=("total-rows",)),
        _clean("a project that begins with the word for total", csv(HEADER, row(TITLE="รวมพลังชุมชน")),
               cells=(("title_th", "รวมพลังชุมชน"),)),
        _clean("a footnote", csv(HEADER, ROW, ("หมายเหตุ: ข้อมูล ณ 30 มิ.ย. 2554",)), notes=("footer-rows",)),
        _clean("the header again on page two", csv(HEADER, ROW, HEADER, row(ID="p-2", TITLE="ข")), rows=2,
            notes=("repeated-header-rows",)),
        _clean("a province merged over three rows", sheet(_merged), rows=3, name="แผน.xlsx", table="plans",
               cells=(("province_code", "52"),), notes=("merged-filled",)),
        _clean("a header of two rows", sheet(_two_rows), name="งาน.xlsx", cells=(("disbursed_baht", "290000"),),
            notes=("two-row-header",)),
        _clean("a table that begins at D5", sheet(_moved), name="งาน.xlsx", cells=day),
        _clean("a hidden sheet beside it", sheet(_hidden), name="งาน.xlsx", notes=("hidden-sheet",)),
        _clean("a cover sheet beside it", xlsx(HEADER, ROW, ปก=[("รายงานประจำปี",)]), name="งาน.xlsx",
            notes=("sheet-left-out",)),
        _clean("one sheet per year", xlsx(HEADER, ROW, ปี2554=[HEADER, row(ID="p-2", TITLE="ข")]), rows=2, name="งาน.xlsx"),
        _clean("numbers and days as a spreadsheet keeps them", sheet(_typed), name="งาน.xlsx",
               cells=(*day, ("allocated_baht", "300000"), ("fiscal_year_be", "2554"))),
        _clean("a day typed in the Buddhist Era", sheet(_typed_be), name="งาน.xlsx", cells=day),
        start("a leap day of 2567 is none of 2011 but a date all the same", "10/01/2554"),
        start("Thai digits", "๑๐/๐๑/๒๕๕๔"),
        start("a short Thai month", "10 ม.ค. 2554"),
        start("a long Thai month with its era", "วันที่ 10 มกราคม พ.ศ. 2554"),
        start("a Thai month and two digits", "10 ม.ค. 54"),
        start("a day number of a spreadsheet", "40553"),
        start("an English date", "Jan 10, 2011"),
        start("a day with its time", "2011-01-10 08:30:00"),
        start("eight digits", "25540110"),
        start("invisible marks", "\u200b10/1/2554\u00a0"),
        _clean("29 February 2567", csv(HEADER, row(START="29/02/2567", END="30/9/2567", YEAR="2567")),
            cells=(("started_on", "2024-02-29"),)),
        _clean("commas and baht", csv(HEADER, row(ALLOCATED="300,000.00 บาท")), cells=(("allocated_baht", "300000"),)),
        _clean("Thai digits in money", csv(HEADER, row(ALLOCATED="๓๐๐,๐๐๐.-")), cells=(("allocated_baht", "300000"),)),
        _clean("million baht in the cell", csv(HEADER, row(ALLOCATED="0.3 ล้านบาท")), cells=(("allocated_baht", "300000"),)),
        _clean("million baht in the header", csv([*HEADER[:8], "งบประมาณ (ล้านบาท)", "เบิกจ่าย (บาท)"], row(ALLOCATED="0.3")),
               cells=(("allocated_baht", "300000"), ("disbursed_baht", "290000"))),
        _clean("baht that call themselves million", csv(HEADER, row(ALLOCATED="538800.0000ล้านบาท")),
               cells=(("allocated_baht", "538800000000"),), warned=("unit-large",)),
        _clean("million baht that call themselves baht", csv(HEADER, row(ALLOCATED="0.5388", DISBURSED="")),
               cells=(("allocated_baht", "0.5388"),), warned=("unit-small",)),
        _clean("a fiscal year of the Common Era", csv(HEADER, row(YEAR="2011")), cells=(("fiscal_year_be", "2554"),)),
        _clean("names for codes", csv(HEADER, row(PROGRAMME="เครือข่ายคลินิกเทคโนโลยี", STATUS="แล้วเสร็จ")),
            cells=(("status", "completed"),)),
        _clean("nothing reported", csv(HEADER, row(ALLOCATED="ไม่มีข้อมูล", DISBURSED="n/a")), cells=(("allocated_baht", ""),)),
        _clean("a cell that our export made harmless", csv((*HEADER, "evidence"), (*row(TITLE="'=1+1"), "documented")),
               cells=(("title_th", "=1+1"),)),
        _clean("a quotation that begins with a sign", csv(HEADER, row(TITLE="'=ข้อความ'")),
               cells=(("title_th", "'=ข้อความ'"),)),
        _clean("an apostrophe before a sign of the officer's own", csv(HEADER, row(TITLE="'-5 องศา'")),
               cells=(("title_th", "'-5 องศา'"),)),
        _clean("a citizen's number in a title", csv(HEADER, row(TITLE="อบรม 1-1002-00345-67-0")), warned=("citizen-id",)),
        _clean("telephone numbers in a column not read", csv([*HEADER, "โทรศัพท์"], [*ROW, "081-234-5678"]),
            notes=("unknown-columns",),
               warned=("personal-header", "phone")),
        _clean("the province Nan, its English name in small letters", csv(PLAN, ("pl-1", "nan", "2011-01-10")),
            name="แผน.csv", table="plans",
               cells=(("province_code", "55"),)),
        _clean("a province with its title", csv(PLAN, ("pl-1", "จ.ลำปาง", "2011-01-10")), name="แผน.csv",
            table="plans", cells=(("province_code", "52"),)),
        _clean("a province in two code points for one vowel", csv(PLAN, ("pl-1", "จังหวัด ล\u0e4d\u0e32ปาง",
            "2011-01-10")), name="แผน.csv",
               table="plans", cells=(("province_code", "52"),)),
        _clean("a code with its name", csv(PLAN, ("pl-1", "52 - ลำปาง", "2011-01-10")), name="แผน.csv",
            table="plans", cells=(("province_code", "52"),)),
        _clean("an official abbreviation", csv(PLAN, ("pl-1", "ลป", "2011-01-10")), name="แผน.csv",
            table="plans", cells=(("province_code", "52"),)),
        _clean("shares in per cent by the header", csv([*PLACE[:3], "สัดส่วน (%)"], (KNOWN, "ลำปาง", "จังหวัด",
            "100")), table="project_locations",
               name="project_locations.csv", cells=(("share", "1"),)),
        _clean("people with their unit", csv(WORKSHOP, [*MEETING[:6], "๔๐๐ คน"]), table="workshops",
            cells=(("participants", "400"),)),
        _clean("a date to come", csv(HEADER, row(STATUS="planned", START="10/1/2600", END="", YEAR="2600",
            DISBURSED="")), warned=("future-date",)),
    ]  # fmt: skip


def _merged(book: Any, page: Any) -> None:
    page.write_row(0, 0, ("จังหวัด", "รหัสแผน", "วันอนุมัติ"))
    page.merge_range("A2:A4", "ลำปาง")
    for n in range(3):
        page.write_row(n + 1, 1, (f"pl-{n}", "2011-01-10"))


def _two_rows(book: Any, page: Any) -> None:
    for at, name in enumerate(HEADER[:8]):
        page.merge_range(0, at, 1, at, name)
    page.merge_range("I1:J1", "งบประมาณ")
    page.write_row(1, 8, ("ได้รับจัดสรร", "เบิกจ่าย"))
    page.write_row(2, 0, ROW)


def _moved(book: Any, page: Any) -> None:
    page.write_row(4, 3, HEADER)
    page.write_row(5, 3, ROW)


def _hidden(book: Any, page: Any) -> None:
    page.write_row(0, 0, HEADER)
    page.write_row(1, 0, ROW)
    other = book.add_worksheet("เก่า")
    other.write_row(0, 0, HEADER)
    other.hide()


def _typed(book: Any, page: Any, start: int = 40553) -> None:
    day = book.add_format({"num_format": "d/m/yyyy"})
    page.write_row(0, 0, HEADER)
    page.write_row(1, 0, (*ROW[:5],))
    page.write_number(1, START, start, day)
    page.write_number(1, END, 40724, day)
    page.write_row(1, YEAR, (2554, 300000.0, 290000.0))


def _typed_be(book: Any, page: Any) -> None:
    _typed(book, page, 238880)


ALL: tuple[Odd, ...] = (*refused(), *faulty(), *asking(), *clean())
