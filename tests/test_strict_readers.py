"""Every format that leaves is read back by a strict reader that is not ours. A new format without one fails here.

Those of the machine (qpdf, LibreOffice, GDAL's own tools) are used where they are installed, and libraries always.
"""

import json
import re
import shutil
import sqlite3
import subprocess
import threading
import zipfile
from collections.abc import Callable
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path

import duckdb
import feedparser
import geoparquet_validator
import orjson
import pyarrow.parquet
import pyogrio
import pytest
import python_calamine
import rdflib
from ical.calendar_stream import IcsCalendarStream
from lxml import etree, html
from pypdf import PdfReader

from data import records as data_records
from data import takeout
from data.records import Records
from data.schema import TABLES
from data.store.store import Store
from exports import media
from locales import Reader
from tests.api.asking import app, ask

GUIDE = Path(__file__).parents[1] / "docs" / "contributing.md"
TH, DAY, ASOF = Reader("th", "be"), date(2026, 11, 21), date(2011, 5, 26)


@cache
def records() -> Records:
    return data_records.load()


def unpacked(content: bytes, folder: Path) -> list[Path]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        assert archive.testzip() is None
        archive.extractall(folder)
        return [folder / name for name in archive.namelist()]


def rows(table: str) -> int:
    return len(getattr(records(), table))


def xlsx(content: bytes, folder: Path) -> None:
    book = python_calamine.CalamineWorkbook.from_filelike(BytesIO(content))
    assert {"projects", "provinces"} <= set(book.sheet_names)
    assert len(book.get_sheet_by_name("provinces").to_python()) == rows("provinces") + 1
    opened(content, "records.xlsx", folder)


def csv_zip(content: bytes, folder: Path) -> None:
    for path in unpacked(content, folder):
        if path.suffix == ".csv":
            found = duckdb.read_csv(str(path), header=True, all_varchar=True)
            assert len(found.fetchall()) == rows(path.stem), path.stem


def parquet(content: bytes, folder: Path) -> None:
    paths = [path for path in unpacked(content, folder) if path.suffix == ".parquet"]
    assert {path.stem for path in paths} == set(TABLES)
    for path in paths:
        assert len(duckdb.read_parquet(str(path)).fetchall()) == rows(path.stem)


def geoparquet(content: bytes, folder: Path) -> None:
    """Tables with places carry their geometry as the standard says; the others are plain Parquet."""
    paths = {path.stem: path for path in unpacked(content, folder) if path.suffix == ".parquet"}
    placed = {
        name for name, path in paths.items() if b"geo" in (pyarrow.parquet.read_schema(path).metadata or {})
    }
    assert {"provinces", "projects"} <= placed | {"projects"} <= set(paths)
    for name in placed:
        told = geoparquet_validator.check_bytes(name, paths[name].read_bytes())
        assert geoparquet_validator.conformant(told) is True
    assert len(pyarrow.parquet.read_table(paths["projects"])) == rows("projects")


def gpkg(content: bytes, folder: Path) -> None:
    path = folder / "records.gpkg"
    path.write_bytes(content)
    assert set(TABLES) <= {name for name, _ in pyogrio.list_layers(path)}
    assert pyogrio.read_info(path, layer="project_locations")["features"] == rows("project_locations")
    said(["ogrinfo", "-ro", "-so", "-al", str(path)])


def geojson(content: bytes, folder: Path) -> None:
    for path in unpacked(content, folder):
        if path.suffix == ".geojson":
            made = orjson.loads(path.read_bytes())  # by RFC 8259: no NaN, no Infinity
            assert len(made["features"]) == rows(path.stem), path.stem
            assert pyogrio.read_info(path)["features"] == rows(path.stem), path.stem


def datapackage(content: bytes, folder: Path) -> None:
    unpacked(content, folder)
    import frictionless  # here: see tests/api/test_api_answers.py

    report = frictionless.validate(folder / "datapackage.json")
    assert report.flatten(["taskNumber", "rowNumber", "fieldName", "message"]) == []


def deck(content: bytes, folder: Path) -> None:
    for path in unpacked(content, folder):
        if path.suffix in (".xml", ".rels"):
            etree.parse(path, etree.XMLParser(resolve_entities=False, huge_tree=False))
    opened(content, "deck.pptx", folder)


def brief(content: bytes, folder: Path) -> None:
    assert len(PdfReader(BytesIO(content), strict=True).pages) >= 1
    path = folder / "brief.pdf"
    path.write_bytes(content)
    said(["qpdf", "--check", str(path)])


def workbook(content: bytes, folder: Path) -> None:
    book = python_calamine.CalamineWorkbook.from_filelike(BytesIO(content))
    assert all(book.get_sheet_by_name(name).to_python() for name in book.sheet_names)
    opened(content, "workbook.xlsx", folder)


def page(content: bytes, folder: Path) -> None:
    made = html.fromstring(content.decode("utf-8"))
    assert made.findtext(".//title")
    assert not [link for link in made.xpath("//script/@src | //link/@href | //img/@src") if "//" in link]


READERS: dict[str, Callable[[bytes, Path], None]] = {
    "xlsx": xlsx, "csv": csv_zip, "parquet": parquet, "geoparquet": geoparquet, "gpkg": gpkg, "geojson": geojson,
    "datapackage": datapackage,
    "deck": deck, "brief": brief, "workbook": workbook, "page": page,
}  # fmt: skip


def calendar(content: bytes) -> None:
    found = IcsCalendarStream.from_ics(
        content.decode("utf-8")
    )  # pydantic models of RFC 5545; raises for what is not in it
    events = [event for one in found.calendars for event in one.events]
    assert len(events) > 20
    assert all(type(event.dtstart) is date and event.dtend > event.dtstart and event.uid for event in events)
    assert all(len(line.encode()) <= 75 for line in content.decode().split("\r\n"))
    assert b"\n" not in content.replace(b"\r\n", b"")


def atom(content: bytes) -> None:
    told = feedparser.parse(content)
    assert (told.bozo, told.version, bool(told.entries)) == (False, "atom10", True)


def jsonld(content: bytes) -> None:
    assert len(rdflib.Graph().parse(data=orjson.dumps(orjson.loads(content)), format="json-ld")) > 200


# What leaves by an address that is no JSON or CSV of the description (schemathesis and tests/api ask for those).
ANSWERS: dict[str, Callable[[bytes], None]] = {
    "/api/v1/calendar.ics": calendar, "/api/v1/feeds/releases.atom": atom, "/api/v1/feeds/changes.atom": atom,
    "/api/v1/catalog.jsonld": jsonld,
}  # fmt: skip


def said(command: list[str]) -> None:
    """Ask a tool of the machine, where it is installed, whether it reads a file."""
    if shutil.which(command[0]):
        ended = subprocess.run(command, capture_output=True, text=True, check=False, timeout=240)
        assert ended.returncode == 0, ended.stdout + ended.stderr


def opened(content: bytes, name: str, folder: Path) -> None:
    """Let LibreOffice, where it is installed, open a file and set it as pages."""
    path = folder / name
    path.write_bytes(content)
    if shutil.which("soffice"):
        home = f"-env:UserInstallation=file://{folder}/home"
        said(["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(path)])
        assert len(PdfReader(path.with_suffix(".pdf")).pages) >= 1


def test_every_format_has_a_strict_reader() -> None:
    assert set(READERS) == {*takeout.FORMS, *media.MEDIA}


@pytest.mark.parametrize("path", ANSWERS)
def test_an_answer_for_other_programs_is_read_back(path: str, tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    store.fill(records())
    ANSWERS[path](ask(app(records(), store), path).content)


def test_the_guide_names_the_reader_of_every_format() -> None:
    named = set(re.findall(r"^\| `([^`]+)` \|", GUIDE.read_text(encoding="utf-8"), re.MULTILINE))
    assert {*READERS, *ANSWERS} <= named


@pytest.mark.parametrize("form", takeout.FORMS)
def test_all_records_are_read_back(form: str, tmp_path: Path) -> None:
    READERS[form](takeout.make(records(), form=form, reader=TH, day=DAY)[1], tmp_path)


@pytest.mark.parametrize("medium", media.MEDIA)
def test_a_story_is_read_back(medium: str, tmp_path: Path) -> None:
    READERS[medium](media.make(medium, records(), "2551-upper-north-1", ASOF, TH), tmp_path)


def test_no_json_of_ours_holds_what_json_does_not_know() -> None:
    with pytest.raises(ValueError, match="JSON"):
        json.dumps({"share": float("nan")}, allow_nan=False)
    _, content = takeout.make(records(), form="geojson", reader=TH, tables=("project_locations",), day=DAY)
    assert b"NaN" not in content


def test_two_taken_out_at_once_have_each_their_own_day(tmp_path: Path) -> None:
    days = [date(2026, 11, 21), date(2020, 1, 31)] * 2
    made: dict[int, str] = {}

    def take(number: int, day: date) -> None:
        path = tmp_path / f"{number}.gpkg"
        tables = ("project_locations", "plans", "workshops")
        path.write_bytes(takeout.make(records(), form="gpkg", reader=TH, tables=tables, day=day)[1])
        with sqlite3.connect(path) as package:
            made[number] = " ".join(
                sorted({row[0] for row in package.execute("SELECT last_change FROM gpkg_contents")})
            )

    threads = [threading.Thread(target=take, args=pair) for pair in enumerate(days)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert made == {i: f"{day:%Y-%m-%d}T00:00:00.000Z" for i, day in enumerate(days)}
