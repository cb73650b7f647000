"""Finding things by any spelling of their names."""

from datetime import date

import pytest

from data.records import load
from measures import search
from measures.selection import Selection

DAY = Selection(asof=date(2011, 5, 26))


@pytest.fixture(scope="module")
def records():
    return load()


def best(records, question, selection=DAY):
    found = search.find(records, selection, question)
    return None if found.empty else (found["kind"].iloc[0], found["code"].iloc[0])


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("เชียงใหม่", "50"), ("จ.เชียงใหม่", "50"), ("ศรี สะ เกษ", "33"), ("chiang mai", "50"), ("ChiangMai", "50"),
        ("ล\u0e4d\u0e32ปาง", "52"), ("\u200bลำปาง\u200b", "52"), ("เเพร่", "54"), ("nan", "55"), ("ลป", "52"),
        ("โคราช", "30"), ("52", "52"), ("๕๒", "52"),
    ],
)  # fmt: skip
def test_a_province_is_found_by_any_spelling(records, question, code):
    assert best(records, question) == ("province", code)


@pytest.mark.parametrize(
    "question", ["ภาคเหนือตอนบน 2", "เหนือตอนบน ๒", "กลุ่มจังหวัดภาคเหนือตอนบน2", "Upper Northern 2"]
)
def test_a_group_is_found_with_or_without_its_titles(records, question):
    assert best(records, question) == ("group", "2551-upper-north-2")


def test_a_group_of_another_scheme_stands_behind_todays_and_brings_its_day(records):
    found = search.find(records, DAY, "ภาคเหนือตอนบน 2")
    assert list(found["code"].iloc[:2]) == ["2551-upper-north-2", "2560-upper-north-2"]
    assert found["params"].iloc[0] == {"area": "2551-upper-north-2"}
    assert found["params"].iloc[1] == {"area": "2560-upper-north-2", "asof": "2017-11-17"}


def test_bueng_kan_brings_the_day_from_which_it_exists(records):
    found = search.find(records, DAY.but(asof=date(2009, 1, 1)), "บึงกาฬ")
    assert found["params"].iloc[0] == {"area": "38", "asof": "2011-03-23"}
    assert search.find(records, DAY, "บึงกาฬ")["params"].iloc[0] == {"area": "38"}


def test_exact_comes_before_beginning_before_part(records):
    found = search.find(records, DAY, "เชียงใหม่")
    assert found["match"].iloc[0] == "exact"
    assert set(found["match"].iloc[1:]) == {"substring"}
    assert search.find(records, DAY, "เชียง")["match"].iloc[0] == "prefix"


def test_an_institution_opens_its_province(records):
    found = search.find(records, DAY, "Yala Rajabhat")
    assert (found["code"].iloc[0], found["page"].iloc[0], found["params"].iloc[0]) == (
        "yru",
        "area",
        {"area": "95"},
    )
    assert found["about_en"].iloc[0] == "Yala"


def test_a_workshop_is_found_by_thai_digits_in_its_title(records):
    found = search.find(records, DAY, "ครั้งที่ ๒: ภาคกลางตอนบน ๑")
    assert (found["kind"].iloc[0], found["code"].iloc[0]) == ("workshop", "ws-2011-04-20-upper-central-1")
    assert found["page"].iloc[0] == "workshops"


def test_words_of_a_project_may_stand_apart(records):
    found = search.find(records, DAY.but(asof=date(2015, 9, 30)), "lampang pottery")
    assert found["kind"].iloc[0] == "project"
    assert found["page"].iloc[0] == "projects"
    assert found["match"].iloc[0] == "words"


def test_with_documents_only_illustrative_things_are_not_found(records):
    found = search.find(records, DAY.but(evidence="documented"), "สมมติ")
    assert found.empty
    assert not search.find(records, DAY, "สมมติ").empty


@pytest.mark.parametrize(
    "question", ["", "   ", "จังหวัด", "<script>alert(1)</script>", "ก" * 10_000, "ลำปางง", "%_*"]
)
def test_what_is_nothing_finds_nothing(records, question):
    assert search.find(records, DAY, question).empty


def test_no_more_rows_are_returned_than_asked_for(records):
    assert len(search.find(records, DAY, "การ", limit=5)) == 5
