"""Printed pages, counted and looked at: nothing over the headline, no control, no empty sheet, figures whole."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

Open = Callable[..., Page]
A4 = (842, 595)
pytestmark = pytest.mark.browser


def printed(page: Page, path: Path) -> PdfReader:
    page.pdf(path=path, prefer_css_page_size=True, print_background=True)
    return PdfReader(path)


def test_the_presentation_prints_one_slide_a_sheet_across(open_page: Open, tmp_path: Path) -> None:
    made = printed(open_page("/present?lang=en"), tmp_path / "present.pdf")
    sheets = made.pages
    assert {(round(float(one.mediabox.width)), round(float(one.mediabox.height))) for one in sheets} == {A4}
    assert len(sheets) == 10
    for number, sheet in enumerate(sheets, start=1):
        assert f"{number} / 10" in sheet.extract_text()


@pytest.mark.parametrize("path", ["/", "/coverage", "/workshops", "/phases", "/projects"])
def test_a_page_prints_across_without_controls_and_with_whole_figures(
    path: str, open_page: Open, tmp_path: Path
) -> None:
    page = open_page(path)
    said = re.findall(r"\d+", page.locator("h1").inner_text())
    made = printed(page, tmp_path / "page.pdf")
    first = made.pages[0].extract_text()
    assert all(number in first for number in said)
    assert all(sheet.extract_text().strip() or "/XObject" in str(sheet["/Resources"]) for sheet in made.pages)
    page.emulate_media(media="print")
    shown = page.evaluate(
        """() => [...document.querySelectorAll("button, input, select, [role=slider], [role=combobox]")]
             .filter((one) => one.getClientRects().length && one.getBoundingClientRect().height > 1)
             .map((one) => one.outerHTML.slice(0, 120))"""
    )
    assert shown == []
    over = page.evaluate(
        """() => [document.querySelector(".sti-brand").getBoundingClientRect().bottom,
                  document.querySelector("h1").getBoundingClientRect().top]"""
    )
    assert over[0] <= over[1] + 1
    wide = page.evaluate(
        """() => [...document.querySelectorAll(".main-svg")].map((one) => one.getBoundingClientRect())
             .filter((box) => box.width && box.right > document.documentElement.clientWidth + 1).length"""
    )
    assert wide == 0
