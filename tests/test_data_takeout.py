"""Records taken out: what a file holds, what it is called, what it says about itself, and that it runs nothing."""

import csv
import json
import zipfile
from datetime import date, datetime
from io import BytesIO, StringIO
from pathlib import Path

import geopandas as gpd
import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pyogrio
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import records as data_records
from data import takeout
from data.schema import TABLES
from data.takeout import package
from data.takeout.parcel import UntakeableError, as_meant, harmless, pack, written
from data.takeout.spreadsheet import MOST_CHARACTERS, MOST_ROWS
from locales import Reader
from tests import tiny

TH, EN = Reader("th", "be"), Reader("en", "ce")
DAY = date(2026, 11, 21)
RECORDS = tiny.records(
    projects=[
        tiny.project("p1", "2009-01-31", title_th="=1+1", title_en="@SUM(A1)", fiscal_year_be=2552,
                     allocated_baht=1250000.5, disbursed_baht=0.0),
        tiny.project("p2", "2009-02-01", title_th="ข้าว", title_en="-5", fiscal_year_be=2552,
                     allocated_baht=None, disbursed_baht=None, evidence="documented", source_id="seed-003"),
    ],
    project_locations=[tiny.location("p1", "41", 0.25), tiny.location("p2", "", precision="nationwide")],
)  # fmt: skip


def take(form: str, *tables: str, reader: Reader = EN, **more: object) -> tuple[str, bytes]:
    """Take tables of the tiny country out on the day of these tests."""
    return takeout.make(RECORDS, form=form, tables=tables or None, reader=reader, day=DAY, **more)  # type: ignore[arg-type]


def member(content: bytes, name: str) -> str:
    """Return one file of a zip as text."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return archive.read(name).decode("utf-8")


@pytest.mark.parametrize(
    ("form", "tables", "name"),
    [
        ("xlsx", (), "sti-records-2026-11-21-tiny.xlsx"),
        ("xlsx", ("project_locations",), "sti-project-locations-2026-11-21-tiny.xlsx"),
        ("csv", ("plans",), "sti-plans-2026-11-21-tiny.csv.zip"),
        ("parquet", ("plans",), "sti-plans-2026-11-21-tiny.parquet"),
        ("parquet", ("plans", "projects"), "sti-records-2026-11-21-tiny.parquet.zip"),
        ("gpkg", ("plans",), "sti-plans-2026-11-21-tiny.gpkg"),
        ("geojson", ("plans",), "sti-plans-2026-11-21-tiny.geojson"),
        ("geojson", ("plans", "provinces"), "sti-records-2026-11-21-tiny.geojson.zip"),
        ("datapackage", (), "sti-records-datapackage-2026-11-21-tiny.zip"),
    ],
)
def test_a_name_says_what_when_and_which_release(form: str, tables: tuple[str, ...], name: str) -> None:
    assert take(form, *tables)[0] == name
    assert takeout.name("tiny", form=form, tables=tables or None, day=DAY) == name


def test_a_csv_opens_right_in_a_spreadsheet_and_runs_nothing() -> None:
    text = member(take("csv", "projects")[1], "projects.csv")
    assert text[0] == "\ufeff"
    rows = list(csv.DictReader(StringIO(text[1:])))
    assert [row["title_th"] for row in rows] == ["'=1+1", "ข้าว"]
    assert [row["title_en"] for row in rows] == ["'@SUM(A1)", "'-5"]
    assert [row["allocated_baht"] for row in rows] == ["1250000.5", ""]
    assert [row["disbursed_baht"] for row in rows] == ["0", ""]
    assert [row["started_on"] for row in rows] == ["2009-01-31", "2009-02-01"]
    assert [row["fiscal_year_be"] for row in rows] == ["2552", "2552"]
    assert [row["evidence"] for row in rows] == ["illustrative", "documented"]


def test_the_readme_states_release_day_filters_and_what_is_made_up() -> None:
    text = member(
        take("csv", "projects", words="Group: Upper Northeastern", published=date(2026, 11, 1))[1],
        "README.txt",
    )
    assert "Release: tiny\n" in text
    assert "Release published on: 2026-11-01" in text
    assert "Taken out on: 2026-11-21 (21 Nov 2026)\n" in text
    assert "Filters: Group: Upper Northeastern\n" in text
    assert "1 of 2 rows are made up" in text


def test_the_readme_speaks_thai_to_a_thai_reader() -> None:
    text = member(take("csv", "projects", reader=TH)[1], "README.txt")
    assert "วันที่นำออก: 2026-11-21 (21 พ.ย. 2569)" in text
    assert "เงื่อนไขที่เลือก: ไม่ได้กรอง" in text


def test_a_workbook_holds_text_as_text_numbers_as_numbers_and_days_as_days() -> None:
    book = openpyxl.load_workbook(BytesIO(take("xlsx", "projects", words="Only rice")[1]))
    assert book.sheetnames == ["Read first", "projects"]
    heads, first, second = (list(row) for row in book["projects"].iter_rows())
    at = {cell.value: i for i, cell in enumerate(heads)}
    assert (first[at["title_th"]].value, first[at["title_th"]].data_type) == ("=1+1", "s")
    assert (first[at["title_en"]].value, first[at["title_en"]].data_type) == ("@SUM(A1)", "s")
    assert first[at["allocated_baht"]].value == 1250000.5
    assert first[at["fiscal_year_be"]].value == 2552
    assert first[at["started_on"]].value == datetime(2009, 1, 31)
    assert second[at["allocated_baht"]].value is None
    told = {row[0].value: row[1].value for row in book["Read first"].iter_rows() if row[0].value}
    assert told["Release"] == "tiny"
    assert told["Filters"] == "Only rice"


def test_province_codes_in_a_workbook_are_text() -> None:
    book = openpyxl.load_workbook(BytesIO(take("xlsx", "project_locations")[1]))
    assert [cell.value for cell in book["project_locations"]["B"]] == ["province_code", "41", None]


def test_a_workbook_refuses_what_excel_cannot_hold_in_words() -> None:
    long = tiny.records(projects=[tiny.project("p1", "2009-01-31", title_th="ก" * (MOST_CHARACTERS + 1))])
    with pytest.raises(UntakeableError) as error:
        takeout.make(long, form="xlsx", reader=EN, day=DAY)
    assert "32,768 characters" in error.value.sentence(EN)
    refused = takeout.refusal(long, form="xlsx")
    assert refused is not None
    assert (refused.code, refused.table, refused.found) == ("cell", "projects", 32768)
    assert takeout.refusal(long, form="csv") is None
    assert takeout.refusal(RECORDS, form="xlsx") is None
    assert "โครงการ" in error.value.sentence(TH)
    assert "1,048,576 rows" in UntakeableError("rows", "projects", MOST_ROWS, MOST_ROWS - 1).sentence(EN)


def test_parquet_keeps_types_blanks_and_the_statement() -> None:
    table = pq.read_table(BytesIO(take("parquet", "projects")[1]))
    assert table.column("started_on").to_pylist() == [date(2009, 1, 31), date(2009, 2, 1)]
    assert table.column("ended_on").to_pylist() == [None, None]
    assert table.column("allocated_baht").to_pylist() == [1250000.5, None]
    assert table.column("fiscal_year_be").to_pylist() == [2552, 2552]
    assert table.column("title_th").to_pylist() == ["=1+1", "ข้าว"]
    told = json.loads(table.schema.metadata[b"sti"])
    assert (told["release"], told["day"]) == ("tiny", "2026-11-21")


@pytest.fixture
def opened(tmp_path: Path) -> Path:
    """A GeoPackage of places, projects and nothing else."""
    path = tmp_path / "taken.gpkg"
    path.write_bytes(take("gpkg", "project_locations", "projects", words="Only rice")[1])
    return path


def test_a_geopackage_has_rows_on_their_provinces_and_the_rest_as_tables(opened: Path) -> None:
    layers = dict(pyogrio.list_layers(opened).tolist())
    assert layers == {
        "province_boundaries": "MultiPolygon",
        "projects": None,
        "project_locations": "MultiPolygon",
        "about": None,
    }
    places = gpd.read_file(opened, layer="project_locations")
    assert places.crs.to_epsg() == 4326
    assert places["province_code"].tolist() == ["41", ""]
    assert places.geometry.iloc[0].covers(gpd.points_from_xy([102.8], [17.4])[0])  # the town of Udon Thani
    assert places.geometry.iloc[1] is None
    assert len(gpd.read_file(opened, layer="province_boundaries")) == 77


def test_a_geopackage_says_what_it_is(opened: Path) -> None:
    about = pyogrio.read_dataframe(opened, layer="about").set_index("about")["text"]
    assert about["Release"] == "tiny"
    assert about["Filters"] == "Only rice"
    assert "Natural Earth" in about["province_boundaries"]
    days = pyogrio.read_dataframe(opened, layer="projects")["started_on"]
    assert [f"{day:%Y-%m-%d}" for day in days] == ["2009-01-31", "2009-02-01"]


def test_geojson_has_the_province_behind_each_row_and_blanks_as_null() -> None:
    made = json.loads(take("geojson", "project_locations")[1])
    placed, nationwide = made["features"]
    assert placed["geometry"]["type"] in ("Polygon", "MultiPolygon")
    assert placed["properties"] == {
        "project_id": "p1", "province_code": "41", "precision": "province", "share": 0.25, "source_id": "sample",
        "evidence": "illustrative",
    }  # fmt: skip
    assert nationwide["geometry"] is None
    assert nationwide["properties"]["share"] is None
    assert made["sti"]["release"] == "tiny"
    assert made["sti"]["statement"]["Filters"] == "None: every row of the tables chosen"


def test_the_shipped_records_are_a_valid_data_package(tmp_path: Path) -> None:
    _, content = takeout.make(data_records.load(), form="datapackage", reader=TH, day=DAY)
    with zipfile.ZipFile(BytesIO(content)) as archive:
        archive.extractall(tmp_path)
    import frictionless  # here: see tests/api/test_api_answers.py

    report = frictionless.validate(tmp_path / "datapackage.json")
    assert report.flatten(["taskNumber", "rowNumber", "fieldName", "message"]) == []
    assert report.stats["tasks"] == 23


def test_a_data_package_with_a_broken_row_is_found_out_by_its_own_description(tmp_path: Path) -> None:
    _, content = takeout.make(data_records.load(), form="datapackage", reader=TH, day=DAY)
    with zipfile.ZipFile(BytesIO(content)) as archive:
        archive.extractall(tmp_path)
    plans = tmp_path / "data" / "plans.csv"
    text = plans.read_text(encoding="utf-8").replace(
        "sample-plan-65,65,2009-11-06", "sample-plan-65,99,soon", 1
    )
    plans.write_text(text, encoding="utf-8")
    import frictionless

    found = {kind for (kind,) in frictionless.validate(tmp_path / "datapackage.json").flatten(["type"])}
    assert found >= {"foreign-key", "type-error"}


def test_table_schemas_say_types_rules_and_references() -> None:
    schema = package.table_schema(TABLES["project_locations"], ("projects", "project_locations"))
    fields = {field["name"]: field for field in schema["fields"]}
    assert fields["project_id"] == {"name": "project_id", "type": "string", "constraints": {"required": True}}
    assert fields["share"] == {"name": "share", "type": "number", "constraints": {"minimum": 0, "maximum": 1}}
    assert fields["precision"]["constraints"]["enum"] == ["province", "group", "nationwide"]
    # provinces are not in the package, and a key that may be blank is no primary key
    assert schema["foreignKeys"] == [
        {"fields": ["project_id"], "reference": {"resource": "projects", "fields": ["project_id"]}}
    ]
    assert "primaryKey" not in schema
    assert package.table_schema(TABLES["plans"], ("plans",))["primaryKey"] == ["plan_id"]


def test_the_catalogue_fields_that_only_an_owner_knows_are_blank_and_named() -> None:
    parcel = pack(RECORDS, ["plans"], "", EN, DAY)
    told = package.description(parcel, {"data/plans.csv": b""})["data_go_th"]
    assert told["data_category"] == "ข้อมูลสาธารณะ"
    assert (
        told["maintainer_email"] == told["license_id"] == told["owner_org"] == told["last_updated_date"] == ""
    )
    assert "license_id" in told["to_be_filled_in_by_the_owner"]


@pytest.mark.parametrize("form", takeout.FORMS)
def test_the_same_question_gives_the_same_bytes(form: str) -> None:
    assert take(form, "plans", "projects") == take(form, "plans", "projects")


@pytest.mark.parametrize("form", takeout.FORMS)
def test_tables_without_rows_can_be_taken_out(form: str) -> None:
    assert len(take(form, "plans")[1]) > 100


@pytest.mark.parametrize(("form", "tables"), [("docx", None), ("csv", ["villages"]), ("csv", [])])
def test_an_unknown_question_is_refused(form: str, tables: list[str] | None) -> None:
    with pytest.raises(ValueError):
        takeout.make(RECORDS, form=form, tables=tables, reader=EN, day=DAY)


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("=1+1", "'=1+1"), ("+66", "'+66"), ("-", "'-"), ("@x", "'@x"), ("\tx", "'\tx"), ("＝1", "'＝1"),
        ("'=1", "''=1"), ("'quoted'", "'quoted'"), ("1-2", "1-2"), ("", ""), ("ก=ข", "ก=ข"),
    ],
)  # fmt: skip
def test_only_would_be_formulas_get_an_apostrophe(text: str, safe: str) -> None:
    assert harmless(text) == safe
    assert as_meant(safe) == text


@given(st.text(alphabet="'=+-@\t\r\n＝ก1 ", max_size=6))
def test_a_harmless_text_never_starts_a_formula_and_comes_back_as_it_was(text: str) -> None:
    assert harmless(text)[:1] not in tuple("=+-@\t\r\n＝")
    assert as_meant(harmless(text)) == text


def test_every_table_has_a_name_in_both_languages() -> None:
    for name in TABLES:
        assert TH.t(f"data-table-{name.replace('_', '-')}") != EN.t(f"data-table-{name.replace('_', '-')}")


def test_a_day_before_1970_is_written_as_it_is() -> None:
    frame = pd.DataFrame({"on": pd.to_datetime(["1957-02-28", None])}).astype("datetime64[us]")
    assert written(frame)["on"].tolist() == ["1957-02-28", ""]
