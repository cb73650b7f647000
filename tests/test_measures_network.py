"""How many institutions of the network stand in an area or serve it, counted by hand."""

from datetime import date

import pytest

from measures import values
from measures.selection import Selection
from tests import tiny

DAY = date(2011, 5, 26)
RECORDS = {
    "institutions": [
        {"institution_code": "CMU", "province_code": "50", "joined_on": "2004-01-01", "source_id": "sample"},
        {"institution_code": "MJU", "province_code": "50", "evidence": "documented", "source_id": "doc"},
        {"institution_code": "UDRU", "province_code": "41", "joined_on": "2011-06-01", "source_id": "sample"},
    ],
    "institution_service_areas": [  # CMU also serves Lampang; MJU served it until the day before
        {"institution_code": "CMU", "province_code": "52", "role": "service_area", "valid_from": "2005-01-01",
         "source_id": "sample"},
        {"institution_code": "MJU", "province_code": "52", "role": "service_area", "valid_to": "2011-05-25",
         "source_id": "doc", "evidence": "documented"},
    ],
}  # fmt: skip


def counted(level: str, asof: date = DAY, evidence: str = "all") -> dict[str, tuple[str, object, str]]:
    """Return area -> state, value, evidence."""
    asked = Selection(measure="institutions", level=level, asof=asof, evidence=evidence)
    frame = values.by_area(tiny.records(**RECORDS), asked)
    return {
        row.area_code: (row.state, None if row.value != row.value else int(row.value), row.evidence)
        for row in frame.itertuples()
    }


def test_a_province_counts_those_that_stand_in_it_and_those_that_serve_it():
    found = counted("province")
    assert found["50"] == ("value", 2, "partly")
    assert found["52"] == ("value", 1, "illustrative")
    assert found["41"] == ("none", 0, "illustrative")  # the one there joins in June


def test_one_that_joined_counts_from_its_day():
    assert counted("province", date(2011, 6, 1))["41"] == ("value", 1, "illustrative")


def test_a_group_counts_an_institution_once_however_many_provinces_it_serves():
    found = counted("group")
    assert found[tiny.NORTH] == ("value", 2, "partly")
    assert found[tiny.NE] == ("none", 0, "illustrative")


@pytest.mark.parametrize(
    ("area", "told"), [("50", ("value", 1, "documented")), ("41", ("not_reported", None, ""))]
)
def test_with_documents_alone_silence_is_not_nothing(area, told):
    assert counted("province", evidence="documented")[area] == told
