"""The address is the saved view: it opens exactly, travels along, and is cleaned of what we do not know."""

from urllib.parse import parse_qs, urlsplit

import pytest
from conftest import OpenPage, Reader
from playwright.sync_api import Page, expect

from tests.browser import harness

pytestmark = pytest.mark.browser


def query(page: Page) -> dict[str, list[str]]:
    """Return the query of the page's address."""
    return parse_qs(urlsplit(page.url).query)


def control(page: Page, name: str) -> str:
    """Return what a select box shows."""
    return page.locator(f".st-key-{name} input").first.input_value()


def pressed(page: Page, name: str) -> str:
    """Return the label of the chosen segment."""
    return page.locator(f".st-key-{name} button[aria-checked=true]").inner_text().strip()


DEEP = "/?lang=en&era=ce&asof=2012-09-30&since=2009-06-30&measure=attendance&level=group&evidence=documented"


def test_a_deep_link_sets_every_control_and_survives_a_reload(open_page: OpenPage) -> None:
    page = open_page(DEEP)
    for _ in range(2):
        assert page.evaluate("document.documentElement.lang") == "en"
        assert "30 Sep 2012" in control(page, "asof")
        assert pressed(page, "era") == "CE"
        assert pressed(page, "lang") == "EN"
        assert pressed(page, "level") == "Groups"
        assert control(page, "evidence") == "Documented only"
        told = parse_qs(urlsplit(DEEP).query)
        assert told.pop("era") == ["ce"]  # what English opens with is not written
        assert query(page) == told
        harness.wait_for_areas(page, 18)
        page.reload()
        harness.settle(page)


def test_choices_are_kept_when_the_reader_goes_to_another_page(open_page: OpenPage) -> None:
    page = open_page("/?asof=2009-06-30&era=ce&evidence=documented")
    page.locator("a[href*='/coverage']").first.click()
    page.wait_for_url("**/coverage*")
    harness.settle(page)
    kept = query(page)
    assert (kept["asof"], kept["era"], kept["evidence"]) == (["2009-06-30"], ["ce"], ["documented"])
    assert "2009" in control(page, "asof")
    harness.wait_for_areas(page, 76)


def test_back_and_forward_bring_the_view_and_its_controls_along(open_page: OpenPage) -> None:
    page = open_page("/?asof=2011-05-26")
    before = control(page, "asof")
    page.locator(".st-key-asof_on button").click()
    harness.settle(page)
    after, address = control(page, "asof"), page.url
    assert after != before
    assert query(page)["asof"] != ["2011-05-26"]
    page.go_back()
    harness.settle(page)
    assert control(page, "asof") == before
    page.go_forward()
    harness.settle(page)
    assert (control(page, "asof"), page.url) == (after, address)


def test_groups_of_the_chosen_day_can_be_linked_to(open_page: OpenPage) -> None:
    page = open_page("/?asof=2011-05-26&groups=2551-upper-north-1&groups=2551-upper-north-2")
    assert query(page)["groups"] == ["2551-upper-north-1", "2551-upper-north-2"]
    chosen = page.locator(".st-key-place").inner_text()
    assert "ภาคเหนือตอนบน 1" in chosen
    assert "ภาคเหนือตอนบน 2" in chosen
    assert "ภาคเหนือตอนล่าง 1" not in chosen


@pytest.mark.parametrize(
    ("broken", "name"),
    [
        ("asof=yesterday", "asof"),
        ("area=%3Cscript%3Ealert(1)%3C/script%3E", "area"),
        ("groups=2551-atlantis", "groups"),
        ("utm_source=mail", "utm_source"),
        ("%3Cscript%3E=1", "script"),
    ],
)
def test_a_malformed_link_is_cleaned_with_a_word_and_never_an_error(
    broken: str, name: str, open_page: OpenPage
) -> None:
    page = open_page(f"/?{broken}")
    note = page.locator("[data-testid=stAlert]")
    expect(note).to_have_count(1)
    assert "ค่าเริ่มต้น" in note.inner_text()
    assert name in note.inner_text()
    assert "yesterday" not in page.url
    assert set(query(page)) <= {"asof", "since"}  # which always stand in the address
    expect(page.locator("h1")).to_have_count(1)
    harness.wait_for_areas(page, 77)


def test_the_word_about_a_malformed_link_is_in_the_language_of_the_link(open_page: OpenPage) -> None:
    page = open_page("/coverage?lang=en&area=99&measure=happiness")
    said = page.locator("[data-testid=stAlert]").inner_text()
    assert "area" in said
    assert "measure" in said
    assert "defaults are used" in said


@pytest.mark.parametrize("path", ["/coverage", "/workshops", "/phases", "/sources"])
def test_every_page_survives_a_link_full_of_nonsense(path: str, open_page: OpenPage) -> None:
    page = open_page(f"{path}?asof=x&area=%00&groups=,,&phase=3&workshop=w&group=g&era=1&since=%E0%B9%91")
    expect(page.locator("h1")).to_have_count(1)
    expect(page.locator("[data-testid=stAlertContentError]")).to_have_count(0)


def test_what_is_missing_leads_to_the_page_that_lists_it_without_loading_anew(reader: Reader) -> None:
    page = reader.open("/?asof=2010-09-30&era=ce")
    page.evaluate("window.stillHere = true")
    link = page.locator(".sti-figures a[data-go]").first
    wanted = link.get_attribute("href") or ""
    link.click()
    page.wait_for_url(f"**{urlsplit(wanted).path.rsplit('/', 1)[-1]}*")
    harness.settle(page)
    assert page.evaluate("window.stillHere")
    assert query(page).items() >= parse_qs(urlsplit(wanted).query).items()
    assert query(page)["era"] == ["ce"]
    expect(page.locator("h1")).to_have_count(1)
    page.go_back()
    harness.settle(page)
    assert urlsplit(page.url).path == "/"
    assert "2010" in control(page, "asof")


def test_a_link_to_a_workshop_shows_its_detail(open_page: OpenPage) -> None:
    page = open_page("/workshops?workshop=ws-2008-05-26-andaman")
    assert "โรงแรมกระบี่มาริไทม์ ปาร์ค แอนด์ สปา รีสอร์ท" in page.locator("[data-testid=stMain]").inner_text()
    assert query(page)["workshop"] == ["ws-2008-05-26-andaman"]


def test_a_link_to_a_cell_of_the_phases_shows_its_evidence(open_page: OpenPage) -> None:
    page = open_page("/phases?cell=2551-south-andaman%7Cphase-2%7Cworkshop")
    assert query(page)["cell"] == ["2551-south-andaman|phase-2|workshop"]
    assert "กระบี่" in page.locator("[data-testid=stMain]").inner_text()
