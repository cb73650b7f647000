"""How complete, how old and how documented the records are, counted by hand from a few rows."""

import math
from datetime import date

import pandas as pd
import pyarrow.dataset as pads
import pyarrow.parquet as pq
import pytest

from data.records import StoredRecords, assemble, load
from data.schema import TABLES
from data.store.columnar import in_memory
from measures import quality, quality_cells
from measures.quality import PLACELESS, UNGROUPED
from measures.selection import Selection
from tests import tiny
from tests.tiny import NE, NORTH

DAY = Selection(asof=date(2011, 5, 26))
RECORDS = tiny.records(
    projects=[
        # agency, phase, allocated, disbursed; completed, so beneficiaries too: 3 of 5 filled
        tiny.project("p1", "2009-01-01", "2009-06-30", status="completed", fiscal_year_be=2552, disbursed_baht=None),
        # planned: agency, phase, allocated: 2 of 3 filled
        tiny.project("p2", None, status="planned", fiscal_year_be=2552, agency_code="", disbursed_baht=None),  # type: ignore[arg-type]
        # after the last phase nobody expects a phase: agency, allocated, disbursed: 3 of 3
        tiny.project("p3", "2016-01-01", fiscal_year_be=2559, phase_code="", evidence="documented", source_id="seed-003"),
        tiny.project("p4", "2010-01-01", fiscal_year_be=2553),
    ],
    project_locations=[
        tiny.location("p1", "41", 0.5), tiny.location("p1", "50"), tiny.location("p2", "42"),
        tiny.location("p3", "10"), tiny.location("p4", "", precision="nationwide"),
    ],
    representatives=[tiny.representative("41", "2010-10-01")],
    workshops=[
        tiny.workshop("w1", "2010-05-01", participants=40),
        tiny.workshop("w2", "2010-06-01", scope="region", group_code=""),
    ],
    participations=[tiny.seat("w1", "41", 3, None)],
    plans=[
        {"plan_id": "a", "province_code": "41", "needs_collected_on": "2009-05-25", "source_id": "sample"},
        {"plan_id": "b", "province_code": "50", "approved_on": "2010-12-01", "source_id": "sample"},
    ],
)  # fmt: skip


def counts(table, code="", selection=DAY):
    """Return year -> (rows, filled, wanted) of a group of a table, or of the whole country."""
    rows = quality.completeness(RECORDS, selection, table if code else None)
    rows = rows[(rows["table"] == table) & (rows["group_code"] == code)]
    return {
        row.fiscal_year_be: (row.row_count, row.filled_count, row.wanted_count) for row in rows.itertuples()
    }


def test_cells_are_counted_per_table_and_fiscal_year() -> None:
    assert counts("projects") == {2552: (2, 5, 8), 2553: (1, 4, 4), 2559: (1, 3, 3)}


def test_a_project_of_two_groups_counts_in_both_but_once_in_the_country() -> None:
    assert counts("projects", NE) == {2552: (2, 5, 8)}
    assert counts("projects", NORTH) == {2552: (1, 3, 5)}


def test_bangkok_and_nationwide_work_have_places_of_their_own() -> None:
    assert counts("projects", UNGROUPED) == {2559: (1, 3, 3)}
    assert counts("projects", PLACELESS) == {2553: (1, 4, 4)}


def test_a_share_is_wanted_only_where_a_project_has_several_places() -> None:
    rows = quality.completeness(RECORDS, DAY)
    places = rows[rows["table"] == "project_locations"].set_index("fiscal_year_be")
    assert places.loc[2552, ["row_count", "filled_count", "wanted_count"]].tolist() == [3, 1, 2]
    assert places.loc[2553, "state"] == "nothing_wanted"
    assert math.isnan(places.loc[2553, "share"])


def test_a_table_without_wishes_is_judged_by_what_its_schema_demands() -> None:
    # representative_id, institution_code, province_code, appointed_on, source_id; October 2010 is fiscal year 2554
    assert counts("representatives") == {2554: (1, 5, 5)}


def test_people_belong_to_the_year_of_their_workshop() -> None:
    assert counts("participations") == {2553: (1, 1, 2)}


def test_a_stage_that_a_later_one_implies_is_wanted() -> None:
    # plan a wants nothing: nothing follows its first stage; plan b lacks needs_collected_on and drafted_on
    assert counts("plans") == {2552: (1, 0, 0), 2554: (1, 0, 2)}


def test_a_workshop_of_a_group_belongs_to_the_group_and_one_of_a_region_to_no_place() -> None:
    centred = tiny.records(
        workshops=[tiny.workshop("w1", "2010-05-01"), tiny.workshop("w2", "2010-06-01", scope="region", group_code="")],
        province_groups=[{"scheme": "2551", "group_code": NE, "centre_province_code": "41", "display_order": 1,
                          "valid_from": "2008-01-15", "name_th": "ก", "short_name_th": "ก", "name_en": "A"}],
    )  # fmt: skip
    rows = quality.completeness(centred, DAY, "workshops")
    assert rows["group_code"].tolist() == [NE, PLACELESS]


def test_a_filter_to_a_group_leaves_its_rows_only() -> None:
    assert counts("projects", selection=DAY.but(groups=(NORTH,))) == {2552: (1, 3, 5)}


def test_documented_rows_alone_are_judged_when_asked() -> None:
    assert counts("projects", selection=DAY.but(evidence="documented")) == {2559: (1, 3, 3)}


def test_an_unknown_table_is_a_broken_promise() -> None:
    with pytest.raises(KeyError):
        quality.completeness(RECORDS, DAY, "provinces")


def test_the_blank_cells_of_a_group_and_year_are_named() -> None:
    found = quality.missing_cells(RECORDS, DAY, "projects", NE, 2552)
    assert found[["key", "column"]].to_records(index=False).tolist() == [
        ("p1", "disbursed_baht"), ("p1", "beneficiary_count"), ("p2", "agency_code"),
    ]  # fmt: skip
    assert quality.missing_cells(RECORDS, DAY, "project_locations")["key"].tolist() == ["p1 + 50"]
    assert quality.missing_cells(RECORDS, DAY, "projects", PLACELESS).empty


def test_tables_tell_their_age_and_their_documented_share() -> None:
    rows = quality.tables(RECORDS, date(2011, 5, 26)).set_index("table")
    projects = rows.loc["projects"]
    # 2016 lies after the day asked about
    assert (projects["row_count"], projects["documented_count"], projects["documented_share"]) == (4, 1, 0.25)
    assert (projects["newest_on"], projects["age_months"]) == (pd.Timestamp("2010-01-01"), 16)
    assert (projects["filled_count"], projects["wanted_count"]) == (12, 15)
    assert rows.loc["participations", "newest_on"] == pd.Timestamp("2010-05-01")
    assert pd.isna(rows.loc["agencies", "newest_on"])
    assert math.isnan(rows.loc["agencies", "documented_share"])
    assert pd.isna(rows.loc["provinces", "wanted_count"])
    assert len(rows) == len(TABLES)


@pytest.mark.parametrize(
    ("earlier", "later", "months"),
    [("2011-01-31", "2011-02-28", 0), ("2011-01-15", "2011-02-15", 1), ("2009-12-31", "2011-01-01", 12)],
)
def test_months_are_whole_months(earlier: str, later: str, months: int) -> None:
    assert quality.months_between(date.fromisoformat(earlier), date.fromisoformat(later)) == months


def test_a_broken_rule_is_told_with_its_table_and_column() -> None:
    broken = tiny.records(
        plans=[{"plan_id": "a", "province_code": "41", "drafted_on": "2009-05-25", "needs_collected_on": "2010-01-01",
                "source_id": "sample"},
               {"plan_id": "a", "province_code": "99", "source_id": "sample"}],
        sources=[{"source_id": "sample", "title_th": "ก", "title_en": "a"}],
        workshops=[tiny.workshop("w1", "2010-05-01")],
        participations=[tiny.seat("w1", "41", 3, None)],
    )  # fmt: skip
    found = quality.failures(broken)
    found = found[found["table"] == "plans"].to_records(index=False).tolist()
    assert found == [
        ("plans", "duplicate-key", "plan_id", 1),
        ("plans", "stage-order", "drafted_on", 1),
        ("plans", "unknown-province", "province_code", 1),
    ]


def test_the_shipped_records_break_no_rule_and_own_up_to_their_conflicts() -> None:
    shipped = load()
    assert quality.failures(shipped).empty
    rows = quality.disagreements(shipped).set_index("kind")
    assert rows.loc["conflicts", "count"] == 11
    assert (rows.loc["differs", "count"], rows.loc["differs", "of"]) == (0, 35)


def test_every_column_that_is_wanted_exists() -> None:
    for table, wishes in quality_cells.WANTED.items():
        assert {column for column, _ in wishes} <= set(TABLES[table].names)


def test_a_table_that_lies_in_files_is_counted_without_being_read_whole(tmp_path, monkeypatch) -> None:
    big = {}
    for name in ("projects", "project_locations"):
        pq.write_table(in_memory(name, getattr(RECORDS, name)).to_table(), tmp_path / f"{name}.parquet")
        big[name] = pads.dataset(tmp_path / f"{name}.parquet")
    small = {name: frame for name, frame in RECORDS.tables().items() if name not in big}
    stored = assemble("stored", small, big)
    monkeypatch.setattr(
        StoredRecords, "__getattr__", lambda self, name: pytest.fail(f"{name} was read whole")
    )
    day = date(2011, 5, 26)
    pd.testing.assert_frame_equal(quality.tables(stored, day), quality.tables(RECORDS, day))
    for table in (None, "projects", "project_locations"):
        frames = [quality.completeness(records, DAY, table) for records in (stored, RECORDS)]
        pd.testing.assert_frame_equal(*frames)
    listed = [quality.missing_cells(records, DAY, "projects") for records in (stored, RECORDS)]
    pd.testing.assert_frame_equal(*listed)
