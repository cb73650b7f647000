"""Every code that a measure can return has a word in both languages."""

import re
from pathlib import Path

import pytest

from data.records import load
from locales.reader import message_ids
from measures import catalogue, overview, phases, reconciliation, timeline, workshop_people
from measures.coverage_stated import UNITS
from measures.projects import amounts as projects
from measures.selection import Selection

ROOT = Path(__file__).resolve().parents[1]
REASON = re.compile(r'(?:reason=|"reason": )"([a-z_]+)"')


def codes():
    for code, spec in catalogue.SPECS.items():
        yield from (
            f"measure-{code}",
            f"measure-{code}-definition",
            f"measure-{code}-unit",
            f"figures-gap-{code}",
        )
        yield from (f"compare-short-{code}", f"compare-unit-{code}")
        yield from (f"measure-{code}-{state}" for state in spec.states if state != "value")
    yield from (f"change-state-{state}" for state in (*catalogue.CHANGE_STATES, "value", "none"))
    yield from (f"step-{step}" for steps in phases.STEPS.values() for step in steps)
    yield from (f"role-{role}" for role in workshop_people.ROLES)
    yield from (f"project-kind-{kind}" for kind in projects.KINDS)
    yield from (f"track-{track}" for track in {"phase", "workshop", *timeline.TRACKS.values()})
    yield from (f"unit-{unit}" for unit in UNITS.values())
    yield from (f"change-plan_{stage}" for stage in catalogue.PLAN_STAGES)


@pytest.mark.parametrize("lang", ["th", "en"])
def test_every_code_has_a_message(lang):
    assert set(codes()) - message_ids(lang) == set()


@pytest.mark.parametrize("lang", ["th", "en"])
def test_every_reason_written_in_the_code_has_a_message(lang):
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "measures").rglob("*.py"))]
    reasons = {code for text in texts for code in REASON.findall(text)}
    assert len(reasons) > 12
    assert {f"reason-{reason}" for reason in reasons} - message_ids(lang) == set()


@pytest.mark.parametrize("lang", ["th", "en"])
def test_what_shipped_records_bring_up_has_words(lang):
    records = load()
    since = Selection().asof.replace(year=2009)
    known = message_ids(lang)
    compared = reconciliation.compare(records)
    wanted = {f"verdict-{code}" for code in compared["verdict"]}
    wanted |= {f"indicator-{code}" for code in compared["indicator"]}
    wanted |= {f"reason-{code}" for code in compared["reason"] if code}
    wanted |= {f"key-{code}" for code in overview.key_figures(records, Selection(), since)["code"]}
    wanted |= {f"gap-{code}" for code in overview.missing(records, Selection())["gap"]}
    wanted |= {f"change-{kind}" for kind in overview.changes(records, Selection(), since)["kind"]}
    assert wanted - known == set()
