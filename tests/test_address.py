"""Query parameters: what a link may say, and how it is refused."""

from datetime import date

import pytest

from addresses import parameter
from addresses.parameter import parsed
from addresses.parameters import parameters, settled
from data.records import load

MEASURE = parameter.choice("measure", ("coverage", "plan"), "coverage")
GROUPS = parameter.choices("groups", ("2551-east", "2551-south-gulf"))
ASOF = parameter.day("asof", date(2011, 5, 26))


def test_a_known_code_is_taken_and_the_last_one_wins():
    assert MEASURE.parse(["coverage", "plan"]) == "plan"


def test_several_codes_may_be_repeated_or_joined_by_commas_and_come_in_the_registry_order():
    assert GROUPS.parse(["2551-south-gulf", "2551-east"]) == ("2551-east", "2551-south-gulf")
    assert GROUPS.parse(["2551-south-gulf,2551-east"]) == ("2551-east", "2551-south-gulf")


@pytest.mark.parametrize(
    "raw", ["2554-05-26", "26/05/2011", "2002-12-31", "2026-10-01", "", "<script>", "20110526"]
)
def test_a_day_must_be_iso_and_within_the_time_of_the_records(raw):
    with pytest.raises(ValueError):
        ASOF.parse([raw])


def test_a_day_within_is_taken():
    assert ASOF.parse(["2009-06-30"]) == date(2009, 6, 30)


@pytest.mark.parametrize(
    ("parameter", "raw"),
    [(MEASURE, "Coverage"), (MEASURE, "<script>alert(1)</script>"), (GROUPS, "2551-eastt")],
)
def test_an_unknown_code_is_refused(parameter, raw):
    with pytest.raises(ValueError, match="Cover|script|east"):
        parameter.parse([raw])


def test_the_date_always_stands_in_the_address():
    assert ASOF.always
    assert not MEASURE.always


def test_a_day_to_compare_with_is_an_earlier_one_than_the_day_itself() -> None:
    """The control offers earlier days only: the same day would be shown as another than what is compared."""
    records = load()
    view, _ = parsed({"asof": "2011-05-26", "since": "2011-05-26"}, parameters(records))
    assert settled(records, view)[0]["since"] == date(2010, 5, 26)


def test_english_opens_in_the_common_era_and_a_chosen_era_stands_in_the_address():
    known = parameters(load())
    assert parsed({"lang": ["en"]}, known)[0]["era"] == "ce"
    assert parsed({}, known)[0]["era"] == "be"
    assert parsed({"lang": ["en"], "era": ["be"]}, known)[0]["era"] == "be"
    for lang, era, wanted in (("en", "be", "be"), ("en", "ce", None), ("th", "ce", "ce"), ("th", "be", None)):
        assert parameter.written({"lang": lang, "era": era}, known).get("era") == wanted
