"""The workbook in the making: its formats, its sheets for A4, and one cell at a time."""

from datetime import date, datetime
from typing import Any

from exports.deck.text import clean
from exports.story.parts import Story
from figures.tokens import LIGHT

FONT = "Sarabun"
SIZE = 11  # points of a text
LONGEST_LINK = 2000  # letters of an address that a spreadsheet takes
BASE = {"font_name": FONT, "font_size": SIZE, "valign": "top", "font_color": LIGHT.ink}
# Days in the reader's era: 107041E is Thai with the Buddhist calendar, 809 is British.
DAYS = {"be": "[$-107041E]d mmm yyyy", "ce": "[$-809]d mmm yyyy"}
FORBIDDEN = dict.fromkeys(map(ord, "[]:*?/\\'"))
WIDEST_NAME = 31


class Book:
    """Writes the sheets of one workbook."""

    def __init__(self, book: Any, story: Story) -> None:
        self.book, self.story, self.reader = book, story, story.reader
        self.names: set[str] = set()
        self.links = _links(story)
        base = BASE
        head = base | {
            "bold": True,
            "bottom": 1,
            "bottom_color": LIGHT.ink,
            "text_wrap": True,
            "valign": "bottom",
        }
        self.formats = {
            "plain": book.add_format(base),
            "wrap": book.add_format(base | {"text_wrap": True, "indent": 1, "align": "left"}),
            "title": book.add_format(base | {"font_size": 16, "bold": True}),
            "quiet": book.add_format(base | {"font_color": LIGHT.muted}),
            "note": book.add_format(base | {"font_color": LIGHT.muted, "text_wrap": True}),
            "head": book.add_format(head | {"indent": 1, "align": "left"}),
            "head_right": book.add_format(head | {"align": "right"}),
            "link": book.add_format(
                base | {"font_color": LIGHT.reached, "underline": 1, "indent": 1, "align": "left"}
            ),
            "whole": book.add_format(base | {"num_format": "#,##0"}),
            "decimal": book.add_format(base | {"num_format": "#,##0.00"}),
            "share": book.add_format(base | {"num_format": "0%"}),
            "absent": book.add_format(base | {"font_color": LIGHT.muted, "align": "right"}),
            "day": book.add_format(
                base | {"num_format": DAYS[story.reader.era], "align": "left", "indent": 1}
            ),
        }

    def add(self, name: str) -> Any:
        """Add a sheet for A4 across, its name made fit for a spreadsheet and for its neighbours."""
        short = clean(name).translate(FORBIDDEN).strip()[:WIDEST_NAME] or "Sheet"
        while short.casefold() in self.names:
            short = f"{short[: WIDEST_NAME - 2]} {len(self.names) % 10}"
        self.names.add(short.casefold())
        sheet = self.book.add_worksheet(short)
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer(f"&L{self.reader.t('shell-release', release=self.story.release)}&R&P/&N")
        return sheet

    def write(self, sheet: Any, row: int, column: int, value: Any, kind: str = "") -> None:
        """Write one cell: a number as a number, a day as a day, anything else as text."""
        if isinstance(value, bool) or value is None:
            value = "" if value is None else str(value)
        if isinstance(value, int | float):
            sheet.write_number(
                row, column, value, self.formats[kind or ("whole" if value == int(value) else "decimal")]
            )
        elif isinstance(value, date):
            sheet.write_datetime(
                row, column, datetime(value.year, value.month, value.day), self.formats["day"]
            )
        else:
            sheet.write_string(row, column, clean(str(value)), self.formats[kind or "plain"])

    def text(self, sheet: Any, row: int, column: int, value: str, kind: str) -> None:
        """Write a text; the code of a document leads to it."""
        if value in self.links:
            sheet.write_url(row, column, self.links[value], self.formats["link"], clean(value))
        else:
            self.write(sheet, row, column, value, kind)


def _links(story: Story) -> dict[str, str]:
    """Return code -> address of the documents that have one a spreadsheet can hold."""
    return {code: url for code, url in story.links().items() if len(url) <= LONGEST_LINK}
