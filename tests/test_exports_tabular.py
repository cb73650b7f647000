"""Every CSV read back by a strict reader: codes, ISO days, evidence and source in each row, nothing under the rows."""

import csv
import io
import re
from datetime import date
from pathlib import Path

import duckdb
import pandas as pd
import pytest
import test_exports_picture as pictures

from exports import tabular
from exports.tabular import Stamp
from figures.figure import Figure
from locales import Reader

STAMP = Stamp("610fa30626b7", date(2011, 5, 26), "กลุ่มจังหวัด: ภาคเหนือ", "https://sti.example/?asof=2011-05-26")
THAI_DAY = re.compile(r"^\d{1,2} \S+ 25\d\d$")


def rows_of(figure: Figure, reader: Reader) -> list[dict[str, str]]:
    content = tabular.of_figure(figure, STAMP, reader).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(content, newline=""), strict=True))


# By name: making the figures is work, which collecting the tests should not do.
NAMES = (
    "attendance-by-role", "coverage-growth", "map-coverage", "maps", "participants-by-year", "phase-matrix",
    "ranking-allocated", "ranking-coverage", "steps-by-year", "timeline-full",
)  # fmt: skip


def test_every_picture_of_a_figure_has_its_csv_looked_at() -> None:
    assert tuple(sorted(pictures.figures(pictures.TH))) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_figures_csv_says_what_each_row_is_and_rests_on(name: str) -> None:
    reader = pictures.TH
    figure = pictures.figures(reader)[name]
    rows = rows_of(figure, reader)
    assert rows
    assert all(
        None not in row and None not in row.values() for row in rows
    )  # as many cells as headings, each row
    assert list(rows[0])[-2:] == ["evidence", "source_id"]
    codes = {"area_code", "group_code", "role", "fiscal_year_be", "event_id", "indicator"}
    assert codes & set(rows[0]), list(rows[0])
    known = set(pictures.records().sources["source_id"])
    cited = {one for row in rows for one in row["source_id"].split()}
    assert cited <= known
    kinds = {row["evidence"] for row in rows}
    assert kinds <= {"documented", "illustrative", "partly", ""}
    assert figure.documented is None or figure.documented == 1 or kinds & {"illustrative", "partly"}
    for row in rows:
        assert row["ข้อมูลรุ่น"] == "610fa30626b7"
        assert row["วันที่เลือก (ISO 8601)"] == "2011-05-26"
        assert row["ที่อยู่ของหน้า"] == "https://sti.example/?asof=2011-05-26"
        days = [cell for key, cell in row.items() if THAI_DAY.match(cell) and not key.startswith("ตัวกรอง")]
        isos = [cell for cell in row.values() if re.fullmatch(r"\d{4}-\d\d-\d\d", cell)]
        assert len(isos) > 0
        assert not days or len(isos) > 1  # a readable day has its ISO day beside it


def test_duckdb_reads_the_numbers_as_numbers(tmp_path: Path) -> None:
    figure = pictures.figures(pictures.EN)["map-coverage"]
    path = tmp_path / "map.csv"
    path.write_bytes(tabular.of_figure(figure, STAMP, pictures.EN))
    found = duckdb.read_csv(str(path), all_varchar=True).project("area_code, state, since").fetchall()
    assert len(found) == 77
    assert sum(state == "covered" for _, state, _ in found) == 61
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", since or "1970-01-01") for _, _, since in found)


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"])
def test_no_cell_and_no_heading_is_run_by_a_spreadsheet(begin: str) -> None:
    table = pd.DataFrame({f"{begin}1+1": [f"{begin}cmd"]})
    content = tabular.of_table(table, [{"area_code": f"{begin}2"}], STAMP, pictures.EN).decode("utf-8-sig")
    for row in csv.reader(io.StringIO(content, newline="")):
        assert not any(cell.startswith(begin) for cell in row)


def test_a_table_wider_than_long_goes_out_as_one_row_for_each_cell() -> None:
    figure = pictures.figures(pictures.TH)["phase-matrix"]
    rows = rows_of(figure, pictures.TH)
    assert len(rows) == 18 * 9
    assert {row["state"] for row in rows} == {
        "reached",
        "partly",
        "not_reached",
        "not_reported",
        "not_applicable",
    }
