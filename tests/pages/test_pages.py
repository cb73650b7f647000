"""Every page in both languages and on telling days, run without a browser.

The main script is server/main.py: on the launcher app.py these tests would be empty and green.
"""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from measures.catalogue import SPECS
from shell.lists import PAGES

ROOT = Path(__file__).resolve().parents[2]
# Before any scheme; no Bueng Kan; Bueng Kan in no group; the documented count; end of phase 3; new groups.
DAYS = ["2003-01-01", "2009-06-30", "2011-03-25", "2011-05-26", "2015-09-30", "2018-01-01"]


def show(page: str, /, **query: str | list[str]) -> AppTest:
    """Run a page with an address; each run is a reader who just arrived."""
    test = AppTest.from_file(str(ROOT / "server" / "main.py"), default_timeout=60)
    for name, value in query.items():
        test.query_params[name] = value
    if page != "overview":
        test.switch_page(f"../pages/{page}.py")
    return test.run()


def markup(test: AppTest) -> str:
    """Return all HTML that a page wrote, but for the templates that no reader sees."""
    written = "\n".join(element.proto.body for element in test.get("html"))
    return re.sub(r"<template.*?</template>", "", written, flags=re.DOTALL)


def heading(test: AppTest) -> str:
    """Return the page's one heading as plain text."""
    found = re.findall(r"<h1[^>]*>(.*?)</h1>", markup(test), flags=re.DOTALL)
    assert len(found) == 1
    return re.sub(r"<[^>]+>", "", found[0])


def is_thai(text: str) -> bool:
    """Return whether a text holds Thai letters."""
    return re.search(r"[\u0e01-\u0e5b]", text) is not None


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("lang", ["th", "en"])
def test_a_page_shows_one_heading_in_the_readers_language(page: str, lang: str) -> None:
    test = show(page, lang=lang)
    assert not test.exception
    assert is_thai(heading(test)) is (lang == "th")


@pytest.mark.parametrize("page", ["overview", "coverage"])
@pytest.mark.parametrize("lang", ["th", "en"])
def test_the_sentence_says_61_of_76_for_the_documented_day(page: str, lang: str) -> None:
    sentence = heading(show(page, lang=lang))
    assert re.search(r"\b61\b.*\b76\b", sentence)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("day", DAYS)
def test_a_page_stands_on_every_telling_day(page: str, day: str) -> None:
    test = show(page, asof=day)
    assert not test.exception
    assert not test.error
    assert not test.info  # nothing of the link was taken out
    assert heading(test)


@pytest.mark.parametrize("day", DAYS)
def test_an_address_that_we_wrote_is_never_cleaned(day: str) -> None:
    written = dict(show("overview", asof=day).query_params.items())
    assert written["asof"] in (day, [day])
    assert not show("overview", **written).info


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("day", DAYS)
def test_a_page_stands_on_documented_rows_alone(page: str, day: str) -> None:
    test = show(page, asof=day, evidence="documented", lang="en", era="ce")
    assert not test.exception
    assert not test.error
    assert heading(test)


@pytest.mark.parametrize("page", ["overview", "coverage"])
def test_documented_rows_alone_still_say_61_of_76(page: str) -> None:
    sentence = heading(show(page, evidence="documented"))
    assert re.search(r"\b61\b.*\b76\b", sentence)


@pytest.mark.parametrize("page", PAGES)
def test_the_common_era_is_written_when_the_reader_asks_for_it(page: str) -> None:
    shown = markup(show(page, era="ce", lang="en"))
    assert "2011" in shown


MEASURES = ["coverage", "attendance", "workshops", "plan", "projects", "allocated", "disbursed"]


@pytest.mark.parametrize("level", ["province", "group"])
@pytest.mark.parametrize("measure", MEASURES)
def test_the_overview_stands_with_every_measure_and_level(measure: str, level: str) -> None:
    test = show("overview", measure=measure, level=level)
    assert not test.exception
    assert not test.error
    assert not test.info


@pytest.mark.parametrize("page", PAGES)
def test_a_filter_to_one_group_stands_on_every_page(page: str) -> None:
    test = show(page, groups=["2551-upper-north-1"])
    assert not test.exception
    assert not test.error
    assert not test.info


BAD = {
    "asof": ["yesterday", "2011-02-30", "2554-05-26", "1776-07-04", "20110526", ""],
    "since": ["x", "2011-13-01"],
    "area": ["99", "<script>alert(1)</script>", "กรุงเทพ"],
    "groups": ["2551-atlantis", "2560-east-1"],
    "measure": ["happiness"],
    "level": ["village"],
    "evidence": ["none"],
    "phase": ["4", "phase-9"],
    "lang": ["fr", "TH"],
    "era": ["ad"],
    "workshop": ["no-such-workshop"],
    "nonsense": ["1"],
}


@pytest.mark.parametrize(("name", "value"), [(n, v) for n, values in BAD.items() for v in values])
def test_an_unknown_value_is_taken_out_and_told(name: str, value: str) -> None:
    test = show("overview", **{name: value})
    assert not test.exception
    assert not test.error
    assert [name in note.value for note in test.info] == [True]
    assert re.search(r"\b61\b.*\b76\b", heading(test))


@pytest.mark.parametrize("page", PAGES)
def test_a_value_from_the_address_never_becomes_markup(page: str) -> None:
    test = show(page, area="<script>alert(1)</script>", **{"<img src=x>": "1"})
    assert not test.exception
    assert "alert(1)" not in markup(test)
    assert all("alert(1)" not in note.value for note in test.info)


def test_the_control_of_evidence_says_which_data_is_shown() -> None:
    control = show("overview").selectbox(key="evidence")
    assert control.options == ["มีข้อมูลสมมติประกอบ", "เฉพาะที่มีเอกสาร"]
    assert control.value == "all"
    assert show("overview", evidence="documented").selectbox(key="evidence").value == "documented"


def test_where_documents_name_no_province_the_gap_table_says_so_instead_of_standing_empty() -> None:
    said = markup(show("coverage", lang="en", evidence="documented"))
    assert "The documents do not say which provinces; nothing can be listed here." in said


@pytest.mark.parametrize(
    ("lang", "said"), [("th", "ยังไม่มีจำนวนประชากร"), ("en", "No population has been brought")]
)
def test_a_rate_without_people_says_what_is_missing_and_leads_to_its_form(lang: str, said: str) -> None:
    test = show("coverage", lang=lang, measure="allocated_rate", asof="2012-03-01")
    assert said in heading(test)
    (query,) = re.findall(r'href="data[?]([^"]*form=populations)"', markup(test))
    assert query.replace("&amp;", "&") == f"lang={lang}&asof=2012-03-01&part=bring&form=populations"
    form = show("data", lang=lang, part="bring", form="populations")
    assert form.multiselect(key="template_tables").value == ["populations"]


def test_a_measure_that_has_a_rate_is_switched_to_it_and_back_and_others_have_no_switch() -> None:
    test = show("coverage", measure="projects")
    assert test.toggle(key="per_people").value is False
    test.toggle(key="per_people").set_value(True).run()
    assert test.query_params["measure"] == "projects_rate"
    assert test.segmented_control(key="measure").value == "projects"  # the amount that the rate divides
    test.toggle(key="per_people").set_value(False).run()
    assert test.query_params["measure"] == "projects"
    assert (
        show("overview", measure="participants_rate").segmented_control(key="measure").value == "attendance"
    )
    assert [one.key for one in show("overview", measure="plan").toggle] == ["map_table_open"]


@pytest.mark.parametrize("measure", list(SPECS))
def test_the_card_of_an_area_names_the_measure_of_the_map(measure: str) -> None:
    said = markup(show("overview", lang="en", measure=measure, area="50"))
    assert re.search(r"data-card-state", said)
