"""What lies in a page for the next step is what the server draws for it."""

import re

import pytest
from test_pages import markup, show

NOTE = re.compile(r'<template data-ahead-of="([^"]*)">(.*?)</template>', re.DOTALL)
STEP = re.compile(
    r'<div data-step="(\w+)" data-classes="(\w+)" data-colours="([^"]*)">(.*?)</div></div>', re.DOTALL
)


def note(test) -> tuple[str, dict[str, tuple[str, str]]]:
    """Return the day that a page's note is of, and per step button the classes and the words it holds."""
    found = NOTE.search("\n".join(element.proto.body for element in test.get("html")))
    assert found
    return found[1], {step[0]: (step[1], step[3]) for step in STEP.findall(found[2])}


def seen(test) -> tuple[str, str]:
    """Return the classes of the map that a page draws, and its sentence and card's head."""
    spec = test.get("plotly_chart")[0].proto.spec
    drawn = re.search(r'"locations":\["10".*?\].*?"z":\[([0-9,]+)\]', spec)
    assert drawn
    text = markup(test)
    lead = re.search(r'<div class="sti-lead">.*?</div>', text, re.DOTALL)
    head = next(part for part in re.findall(r'<div class="sti-card-head">.*?</ul></div>', text, re.DOTALL))
    assert lead
    return drawn[1].replace(",", ""), head + lead[0]


@pytest.mark.parametrize("page", ["overview", "coverage"])
@pytest.mark.parametrize("lang", ["th", "en"])
def test_a_step_leads_to_exactly_what_the_note_said(page: str, lang: str) -> None:
    test = show(page, lang=lang, asof="2011-12-13")
    for _ in range(3):
        day, steps = note(test)
        classes, words = steps["asof_on"]
        test.button(key="asof_on").click().run()
        assert not test.exception
        now, _ = note(test)
        assert now > day
        drawn, told = seen(test)
        assert drawn == classes
        assert told == words + "</div>"


def test_the_note_follows_the_filter_and_the_measure() -> None:
    every = note(show("coverage", asof="2012-09-30"))[1]["asof_on"]
    chosen = note(show("coverage", asof="2012-09-30", groups="2551-east"))[1]["asof_on"]
    money = note(show("coverage", asof="2012-09-30", measure="allocated"))[1]["asof_on"]
    assert len({every, chosen, money}) == 3
    assert len(every[0]) == len(chosen[0]) == 77


@pytest.mark.parametrize(
    ("day", "held"),
    [
        ("2011-03-22", ["asof_back"]),  # the next day has a 77th province
        ("2026-09-30", ["asof_back"]),  # the last day
        ("2012-09-30", ["asof_back", "asof_on"]),
    ],
)
def test_a_step_that_changes_the_map_itself_is_left_to_the_server(day: str, held: list[str]) -> None:
    assert sorted(note(show("coverage", asof=day))[1]) == held
