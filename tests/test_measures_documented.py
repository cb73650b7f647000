"""How much of what an area shows documents state, counted by hand on a tiny country, and on the shipped records."""

from datetime import date

import pytest

from data.records import load
from figures import drawn
from locales import Reader
from measures import values
from measures.selection import Selection
from tests import tiny

DAY = date(2011, 5, 26)
SAMPLE = {"source_id": "sample"}
DOC = {"evidence": "documented", "source_id": "doc"}
RECORDS = {
    "institutions": [
        {"institution_code": "CMU", "province_code": "50", "joined_on": "2004-01-01", **SAMPLE},
        {"institution_code": "MJU", "province_code": "50", "joined_on": "2004-01-01", **DOC},
        {"institution_code": "UDRU", "province_code": "41", "joined_on": "2004-01-01", **SAMPLE},
    ],
    "representatives": [
        {"province_code": "50", "institution_code": "CMU", "appointed_on": "2010-01-01", **SAMPLE},
        {"province_code": "41", "institution_code": "UDRU", "appointed_on": "2012-01-01", **DOC},
    ],
}  # fmt: skip


def found(
    level: str, asof: date = DAY, evidence: str = "all"
) -> dict[str, tuple[str, object, int, int, str]]:
    """Return area -> state, percent, documented, shown, sources."""
    asked = Selection(measure="documented", level=level, asof=asof, evidence=evidence)
    frame = values.by_area(tiny.records(**RECORDS), asked)
    return {
        row.area_code: (
            row.state,
            None if row.value != row.value else int(row.value),
            *row[-2:],
            row.source_id,
        )
        for row in frame.itertuples()
    }


def test_a_province_counts_its_records_and_those_a_document_states():
    provinces = found("province")
    assert provinces["50"] == ("value", 33, 1, 3, "doc")  # two institutions and a representative
    assert provinces["41"] == ("none", 0, 0, 1, "")
    assert provinces["52"] == ("not_reported", None, 0, 0, "")


def test_a_record_counts_from_its_day():
    assert found("province", date(2012, 1, 1))["41"] == ("value", 50, 1, 2, "doc")


def test_a_group_counts_each_of_its_records_once():
    assert found("group")[tiny.NORTH] == ("value", 33, 1, 3, "doc")


def test_with_documents_alone_all_that_is_shown_is_documented():
    provinces = found("province", evidence="documented")
    assert provinces["50"] == ("value", 100, 1, 1, "doc")
    assert provinces["41"][0] == "not_reported"


def test_the_shipped_records_on_26_may_2011():
    frame = values.by_area(load(), Selection(asof=DAY, measure="documented"))
    assert frame["state"].value_counts().to_dict() == {"none": 63, "value": 13, "not_reported": 1}
    chiang_mai = frame[frame["area_code"] == "50"].iloc[0]
    assert (chiang_mai["value"], chiang_mai["documented_count"], chiang_mai["shown_count"]) == (11, 2, 19)
    assert chiang_mai["source_id"] == "rae-mju-996 rmutl-7062"
    assert set(frame["evidence"]) == {""}  # a number about our records


@pytest.mark.parametrize(("reader", "title"), [
    (Reader("th", "be"), "63 จังหวัดไม่มีรายการใดมีเอกสาร"),
    (Reader("en", "ce"), "63 provinces have nothing documented"),
])  # fmt: skip
def test_the_list_begins_where_to_collect_first(reader, title):
    figure = drawn.group_ranking(load(), Selection(asof=DAY, measure="documented"), reader, False)
    amounts = [row["value"] for row in figure.rows]
    assert amounts == sorted(amounts)
    assert amounts[0] == 0
    assert reader.t("figures-order-to-collect") in figure.subtitle
    assert title in drawn.area_map(load(), Selection(asof=DAY, measure="documented"), reader).title
