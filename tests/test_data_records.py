"""The records that are shipped, and the promises of the loader."""

import shutil
from dataclasses import FrozenInstanceError

import pytest

from data.faults import FaultsError
from data.records import FACTS, load
from data.schema import TABLES


@pytest.fixture(scope="module")
def records():
    return load()


@pytest.fixture
def facts(tmp_path):
    return shutil.copytree(FACTS, tmp_path / "facts")


def test_every_table_keeps_the_columns_and_types_of_the_schema(records):
    for name, table in TABLES.items():
        frame = records.tables()[name]
        expected = {column.name: column.dtype for column in table.columns} | {"evidence": "str"}
        assert {column: str(dtype) for column, dtype in frame.dtypes.items()} == expected, name


def test_the_documents_are_all_there(records):
    documented = {name: len(frame) for name, frame in records.documented().tables().items()}
    assert documented == {
        "provinces": 77,
        "province_aliases": 490,
        "group_schemes": 3,
        "province_groups": 36,
        "province_group_members": 152,
        "phases": 3,
        "milestones": 54,
        "agencies": 16,
        "programmes": 15,
        "sources": 91,
        "observations": 35,
        "conflicts": 11,
        "network_growth": 7,
        "institutions": 12,
        "institution_service_areas": 16,
        "representatives": 0,
        "workshops": 15,
        "participations": 0,
        "projects": 0,
        "project_locations": 0,
        "plans": 0,
        "list_scopes": 0,
        "populations": 0,
    }


def test_illustrative_rows_are_exactly_those_whose_source_is_the_sample(records):
    for name, frame in records.tables().items():
        if "source_id" in frame:
            assert set(frame.loc[frame["evidence"] == "illustrative", "source_id"]) <= {"sample"}, name
            assert (
                "sample" not in set(frame.loc[frame["evidence"] == "documented", "source_id"])
                or name == "sources"
            )
    assert set(records.projects["evidence"]) == {"illustrative"}
    assert set(records.workshops["evidence"]) == {"documented", "illustrative"}


def test_facts_come_before_sample_rows(records):
    assert list(records.workshops["evidence"].drop_duplicates()) == ["documented", "illustrative"]
    assert list(records.workshops.index[:3]) == [0, 1, 2]


def test_documented_records_are_made_once_and_leave_the_others_alone(records):
    workshops_before = len(records.workshops)
    documented = records.documented()
    assert documented is records.documented()
    assert documented.documented() is documented
    assert all(set(frame["evidence"]) <= {"documented"} for frame in documented.tables().values())
    assert list(documented.institutions.index) == list(range(12))
    assert (len(records.workshops), len(documented.workshops)) == (workshops_before, 15)
    assert documented.release == records.release


def test_records_cannot_be_given_another_frame(records):
    with pytest.raises(FrozenInstanceError):
        records.workshops = records.plans


def test_blank_cells_are_empty_text_or_missing_values_by_type(records):
    row = records.workshops.set_index("workshop_id").loc["ws-national-undated"]
    assert row["venue"] == ""
    assert str(row["fiscal_year_be"]) == "<NA>"
    andaman = records.workshops.set_index("workshop_id").loc["ws-2008-05-26-andaman"]
    assert str(andaman["end_date"]) == "NaT"


def test_nan_is_a_province(records):
    names = records.provinces.set_index("province_code")["name_en"]
    assert names["55"] == "Nan"
    assert records.provinces["name_en"].isna().sum() == 0


def test_loading_twice_gives_the_same_release_and_a_changed_byte_another(facts):
    read = load.__wrapped__  # tests/conftest.py remembers what was read
    first, again = read(facts, sample=None), read(facts, sample=None)
    assert first.release == again.release
    assert len(first.release) == 12
    path = facts / "conflicts.csv"
    path.write_bytes(path.read_bytes().replace(b"fifteen", b"sixteen"))
    assert read(facts, sample=None).release != first.release


def test_without_a_sample_the_working_tables_are_empty_but_typed(facts):
    records = load(facts, sample=None)
    assert len(records.projects) == 0
    assert str(records.projects["started_on"].dtype) == "datetime64[us]"
    assert str(records.plans["evidence"].dtype) == "str"


def test_loading_tells_every_fault_of_every_file(facts):
    (facts / "phases.csv").unlink()
    path = facts / "institutions.csv"
    path.write_text(path.read_text().replace("Maejo University,50", "Maejo University,5O"))
    path = facts / "workshops.csv"
    path.write_text(path.read_text().replace("phase-2,2008-05-26", "phase-2,2551-05-26"))
    with pytest.raises(FaultsError) as error:
        load(facts, sample=None)
    faults = [(f.file, f.row, f.column, f.read, f.expected, f.code) for f in error.value.faults]
    assert ("facts/phases.csv", 0, "", "", "phases.csv", "missing-file") in faults
    assert ("facts/institutions.csv", 3, "province_code", "5O", "provinces", "unknown-province") in faults
    assert ("facts/workshops.csv", 2, "start_date", "2551-05-26", "YYYY-MM-DD", "buddhist-year") in faults


def test_a_sample_row_that_repeats_a_fact_is_told_in_the_sample_file(facts, tmp_path):
    sample = tmp_path / "sample"
    sample.mkdir()
    header, _, second = (facts / "institutions.csv").read_text().splitlines()[:3]
    (sample / "institutions.csv").write_text(f"{header}\n{second}\n")
    with pytest.raises(FaultsError) as error:
        load(facts, sample)
    (fault,) = error.value.faults
    assert (fault.file, fault.row, fault.read, fault.expected) == (
        "sample/institutions.csv",
        2,
        "mju",
        "facts/institutions.csv:3",
    )
