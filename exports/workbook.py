"""The story as a spreadsheet: a sheet per slide with its table and chart, what was asked, and the sources.

Texts are written as texts: nothing that somebody typed into a record can become a formula or a link.
"""

import io
from datetime import date, datetime
from typing import Any

import xlsxwriter

from data.records import Records
from exports import planner_sheets
from exports.deck import fitting
from exports.deck.text import clean
from exports.packages import settled
from exports.story import cells, planners, versus
from exports.story.parts import Chart, KeyFigure, Slide, Story, Table
from figures import sentences
from figures.evidence import sentence
from figures.tokens import LIGHT

FONT = "Sarabun"
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": False,
}
MADE = datetime(2010, 1, 1)  # a stamp of the moment would make every workbook another file
LONGEST_LINK = 2000  # letters of an address that a spreadsheet takes
NARROW, WIDE = 8, 60  # width of a column in characters
SIZE, NOTE_LINE = 11, 18  # points: of a text, of its line
TALLEST = 400  # points: the most that a row can have is 409
LETTER = 5.6  # points that a character of the column width stands for
BASE = {"font_name": FONT, "font_size": SIZE, "valign": "top", "font_color": LIGHT.ink}
FORMS = {
    "columns": {"type": "column"},
    "stacked_columns": {"type": "column", "subtype": "stacked"},
    "bars": {"type": "bar"},
    "stacked_bars": {"type": "bar", "subtype": "stacked"},
}
# Days in the reader's era: 107041E is Thai with the Buddhist calendar, 809 is British.
DAYS = {"be": "[$-107041E]d mmm yyyy", "ce": "[$-809]d mmm yyyy"}
FORBIDDEN = dict.fromkeys(map(ord, "[]:*?/\\'"))
WIDEST_NAME, PROPERTY = 31, 255


def render(story: Story, records: Records | None = None) -> bytes:
    """Return the workbook of a story as .xlsx bytes; the same story gives the same bytes.

    records: those it was told of, for the planners' sheets: every province with every measure, every gap.
    """
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, OPTIONS) as book:
        book.set_properties(
            {
                "title": clean(f"{story.scope_name}: {story.reader.t('story-title')}")[:PROPERTY],
                "created": MADE,
            }
        )
        writer = _Writer(book, story)
        writer.about()
        if records is not None and versus.SIDES not in story.scope:
            for name, make in (("provinces", planners.provinces), ("all-gaps", planners.all_gaps)):
                if (table := make(records, story)) is not None:
                    planner_sheets.write(writer, name, table)
        for slide in story.slides:
            if slide.kind != "title":
                writer.sheet(slide)
    return settled(stream.getvalue())


class _Writer:
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

    def about(self) -> None:
        """Write the first sheet: what was asked, of which release, what stands on which sheet."""
        t, story = self.reader.t, self.story
        sheet = self.add(t("book-about"))
        self.write(sheet, 0, 0, t("story-title"), "title")
        rows = [
            (t("book-scope"), f"{story.scope_name} ({story.scope})"),
            *([(t("book-period"), story.when())] if story.period else []),
            (t("book-asof"), story.asof),
            (t("book-evidence"), t(f"story-evidence-{story.evidence}")),
            (t("book-since"), story.since),
            (t("book-release"), story.release),
            (t("book-language"), t(f"shell-lang-{self.reader.lang}")),
            (t("book-unit-baht"), ""),
            (t("badge-mixed" if story.evidence == "all" else "badge-documented"),
             t("badge-mixed-why" if story.evidence == "all" else "badge-documented-why")),
        ]  # fmt: skip
        for i, (name, value) in enumerate(rows, start=2):
            self.write(sheet, i, 0, name, "quiet")
            self.write(sheet, i, 1, value, "" if isinstance(value, date) else "wrap")
        if story.address:  # the way back to this very view
            self.write(sheet, len(rows) + 2, 0, t("book-back"), "quiet")
            sheet.write_url(len(rows) + 2, 1, story.address[:2000], self.formats["plain"])
        for i, slide in enumerate((s for s in story.slides if s.kind != "title"), start=len(rows) + 4):
            self.write(sheet, i, 0, t(f"book-sheet-{slide.kind}"), "quiet")
            self.write(sheet, i, 1, slide.title, "wrap")
        sheet.set_column(0, 0, 30)
        sheet.set_column(1, 1, 90)

    def sheet(self, slide: Slide) -> None:
        """Write a slide: finding, filters, table with frozen head, chart with its data beside it, notes below."""
        t, story = self.reader.t, self.story
        sheet = self.add(t(f"book-sheet-{slide.kind}"))
        sheet.set_row(0, 26)
        self.write(sheet, 0, 0, slide.title, "title")
        filters = t("story-note-filters", scope=story.scope_name, when=story.when(),
                    evidence=t(f"story-evidence-{story.evidence}"))  # fmt: skip
        said = [slide.subtitle, filters, sentence(slide.documented, self.reader)]
        row = 1
        for line in (one for one in said if one):
            self.write(sheet, row, 0, line, "quiet")
            row += 1
        row += 1
        table, widths = slide.table or self._keys(slide), [float(WIDE), 20.0, 20.0]
        if table is not None:
            row = self._table(sheet, row, table)
            widths = [_width(table, str(name)) for name in table.data.columns]
        else:
            self.write(sheet, row, 0, t("book-no-table"), "quiet")
            row += 1
        if slide.chart:
            row = self._chart(sheet, row + 1, slide.chart, sheet.get_name())
        for line in (*slide.bullets, *slide.notes):
            row += 1
            self._note(sheet, row, sentences.plain(line), widths)
        sheet.print_area(0, 0, row, max(len(widths) - 1, 2))

    def _note(self, sheet: Any, row: int, text: str, widths: list[float]) -> None:
        """Write a sentence across the table's columns, as many lines high as it needs."""
        sheet.merge_range(row, 0, row, max(len(widths) - 1, 1), "", self.formats["note"])
        self.write(sheet, row, 0, text, "note")
        room = sum(widths) * LETTER if len(widths) > 1 else WIDE * LETTER
        sheet.set_row(row, min(TALLEST, fitting.lines(text, SIZE, room) * NOTE_LINE))

    def _keys(self, slide: Slide) -> Table | None:
        """Return the key figures as a table."""
        t = self.reader.t
        rows = [
            {
                t("book-item"): key.label,
                t("book-value"): (key.value, key.value if key.number is None else key.number),
                **self._then(key),
                t("book-of"): (key.of, key.of if key.denominator is None else key.denominator),
                t("book-note"): key.note,
                t("book-documented"): ("", key.documented),
            }
            for key in slide.key_figures
        ]
        return cells.table(t("book-keys"), rows, [False] * len(rows), ())

    def _then(self, key: KeyFigure) -> dict[str, cells.Cell]:
        """Return the cells of a period: what a key figure was, and the difference."""
        if not self.story.period:
            return {}
        t, known = self.reader.t, key.number is not None and key.then is not None
        absent = "" if key.number is None else t("period-no-comparison")
        change = key.number - key.then if key.number is not None and key.then is not None else None
        return {
            t("book-then"): cells.number(key.then if known else None, self.reader, absent=absent),
            t("book-difference"): cells.number(change, self.reader, absent=absent),
        }

    def _table(self, sheet: Any, row: int, table: Table) -> int:
        """Write a table with a frozen head and a filter; return the row below it."""
        widths = [_width(table, str(name)) for name in table.data.columns]
        for column, name in enumerate(table.data.columns):
            self.write(sheet, row, column, name, "head_right" if name in table.numeric else "head")
            for i, (value, shown) in enumerate(zip(table.data[name], table.text[name], strict=True)):
                self._cell(sheet, row + 1 + i, column, value, str(shown), str(name), table)
            sheet.set_column(column, column, widths[column])
        sheet.set_row(row, _height([str(name) for name in table.data.columns], widths, bold=True))
        for i, texts in enumerate(table.text.itertuples(index=False, name=None)):
            sheet.set_row(row + 1 + i, _height([str(text) for text in texts], widths))
        last = row + len(table.data)
        sheet.freeze_panes(row + 1, 1)
        sheet.autofilter(row, 0, last, len(table.data.columns) - 1)
        sheet.repeat_rows(row)
        return last + 1

    def _cell(
        self, sheet: Any, row: int, column: int, value: Any, shown: str, name: str, table: Table
    ) -> None:
        if value is None:
            self.write(sheet, row, column, shown, "absent")
        elif isinstance(value, str):
            self.text(sheet, row, column, value, "wrap")
        else:
            share = isinstance(value, float) and (name == self.reader.t("book-documented") or "%" in shown)
            self.write(sheet, row, column, value, "share" if share else self._said(value, shown))

    def _said(self, value: Any, shown: str) -> str:
        """Return the format of a number written with words ("about 400"), which stay beside it; "" for others."""
        plain = f"{value:,}" if isinstance(value, int) else ""
        if not plain or plain == shown or plain not in shown:
            return ""
        before, _, after = clean(shown).replace('"', "").partition(plain)
        name = f"{before}|{after}"
        if name not in self.formats:
            written = f'"{before}"#,##0' + (f'"{after}"' if after else "")
            self.formats[name] = self.book.add_format(BASE | {"num_format": written})
        return name

    def _chart(self, sheet: Any, row: int, chart: Chart, name: str) -> int:
        """Write a chart's data and the chart beside it; return the row below both."""
        unit = f" ({chart.unit})"
        self.write(sheet, row, 0, chart.title.removesuffix(unit) + unit, "head")
        for j, series in enumerate(chart.series, start=1):
            self.write(sheet, row, j, series.name, "head_right")
        for i, category in enumerate(chart.categories, start=1):
            self.write(sheet, row + i, 0, category)
            for j, series in enumerate(chart.series, start=1):
                if series.values[i - 1] is not None:  # a blank cell leaves a gap, a zero would be a claim
                    self.write(sheet, row + i, j, series.values[i - 1])
        sheet.set_row(row, 3 * NOTE_LINE)
        count = len(chart.categories)
        made = self.book.add_chart(FORMS[chart.form])
        for j, series in enumerate(chart.series, start=1):
            made.add_series({
                "name": [name, row, j], "categories": [name, row + 1, 0, row + count, 0],
                "values": [name, row + 1, j, row + count, j], "fill": {"color": series.colour}, "gap": 60,
                "data_labels": {"value": True, "num_format": chart.number_format + (";;" if "stacked" in chart.form
                                                                                  else "")},
            })  # fmt: skip
        face = {"name": FONT, "size": 10}
        made.set_title({"name": clean(chart.title), "name_font": face | {"size": 12}})
        made.set_legend({"position": "bottom", "font": face, "none": len(chart.series) == 1})
        lying = chart.form.endswith("bars")
        made.set_x_axis(
            {"num_font": face, "line": {"color": LIGHT.rule}, "reverse": lying}
            if not lying
            else {"num_font": face, "visible": False, "major_gridlines": {"visible": False}}
        )
        made.set_y_axis({"num_font": face, "reverse": True} if lying else {"visible": False,
                        "major_gridlines": {"visible": False}})  # fmt: skip
        height = max(320, 26 * count + 120) if lying else 320
        made.set_size({"width": 720, "height": height})
        below = row + count + 2
        sheet.insert_chart(below, 0, made, {"description": clean(chart.alt), "object_position": 3})
        return int(below + height // 20 + 1)


def _links(story: Story) -> dict[str, str]:
    """Return code -> address of the documents that have one a spreadsheet can hold."""
    return {code: url for code, url in story.links().items() if len(url) <= LONGEST_LINK}


def _width(table: Table, name: str) -> float:
    """Return the width of a column in characters: of its longest text, within bounds."""
    texts = [" ".join(str(value).split()) for value in table.text[name]]
    points = max((fitting.width(text, SIZE) for text in texts), default=0)
    return float(
        min(
            WIDE,
            max(
                NARROW, 4 + points * fitting.SLACK / LETTER, 3 + fitting.width(name, SIZE, True) / LETTER / 2
            ),
        )
    )


def _height(texts: list[str], widths: list[float], bold: bool = False) -> float:
    """Return the height of a row in points, so that no line of a wrapped cell is hidden."""
    rooms = [(width - 3) * LETTER for width in widths]
    count = max(fitting.lines(text, SIZE, room, bold) for text, room in zip(texts, rooms, strict=True))
    return float(min(TALLEST, count * NOTE_LINE))
