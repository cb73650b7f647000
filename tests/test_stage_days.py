"""A typed day is read as people write it."""

from datetime import date

import pytest

from shell.stage import days

DAY = date(2011, 5, 26)


@pytest.mark.parametrize(
    "text",
    [
        "26 พ.ค. 2554",
        "26 พฤษภาคม 2554",
        "26พ.ค.2554",
        "๒๖ พ.ค. ๒๕๕๔",
        "26 พฤษภาคม พ.ศ. 2554",
        "26/5/2554",
        "26/05/2011",
        "26-5-2554",
        "26.5.2011",
        "26 May 2011",
        "26 may 2554",
        "2011-05-26",
        "2554-05-26",
        "26 พ.ค. 2554 · วันที่มีตัวเลขทางการ",
    ],
)
def test_one_day_in_many_hands(text: str) -> None:
    assert days.read(text) == DAY


@pytest.mark.parametrize(
    "text", ["", "yesterday", "31/2/2554", "26 มกุราคม 2554", "1/1/2500", "30 ก.ย. 2570", "2554"]
)
def test_what_is_no_day_of_ours_is_not_guessed(text: str) -> None:
    assert days.read(text) is None


def test_a_leap_day_is_one_of_the_common_era() -> None:
    assert days.read("29/2/2551") == date(2008, 2, 29)
    assert days.read("29/2/2552") is None
