"""What each medium says: key figures, money, groups and provinces of a scope, each read from the medium's own format.

A `Said` is one number as a reader meets it: its words (value and denominator) and the state of its mark. Words are
compared as they are written, but for blanks: a PDF breaks lines where it likes.
"""

import io
import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

import openpyxl
from lxml import html
from pptx import Presentation
from pypdf import PdfReader

from addresses.parameters import parameters
from data.records import Records, load
from exports import media
from exports.story import story
from figures.evidence import word
from locales import Reader
from measures import overview
from measures.area import profile
from measures.projects import explorer
from measures.projects.explorer import ProjectQuery
from measures.selection import Selection
from shell.stage import answer
from shell.stage.links import Links
from tests.api.asking import app, ask
from views.area import words as area_words
from views.present import view as present
from views.projects import view as projects_view

COUNTRY = ("coverage", "workshops", "participants", "projects", "plans")
PROVINCE = ("workshops", "allocated", "disbursed", "plan")


@dataclass(frozen=True)
class Case:
    """One view: a scope on a day for a reader, with all evidence or documents only."""

    scope: str
    day: date
    lang: str
    evidence: str
    beginning: date | None = None
    """The first day of a period; None for a day."""

    @property
    def reader(self) -> Reader:
        return Reader(self.lang, media.ERAS[self.lang])

    @property
    def since(self) -> date:
        return self.beginning or date(self.day.year - 1, self.day.month, min(self.day.day, 28))

    @property
    def level(self) -> str:
        return "country" if self.scope == story.NATION else "group" if "-" in self.scope else "province"

    @property
    def selection(self) -> Selection:
        groups = (self.scope,) if self.level == "group" else ()
        return Selection(asof=self.day, groups=groups, evidence=self.evidence)

    @property
    def of_area(self) -> Selection:
        area = None if self.level == "country" else self.scope
        return Selection(asof=self.day, area=area, evidence=self.evidence)


@dataclass(frozen=True)
class Said:
    """A number in words. mark: documented, partly, illustrative, or "" where none stands beside it."""

    value: str
    mark: str = ""


@cache
def records() -> Records:
    return load()


@cache
def api() -> Any:
    return app(records())


@cache
def bytes_of(case: Case, medium: str) -> bytes:
    return media.make(medium, records(), case.scope, case.day, case.reader, case.evidence, since=case.since,
                      period=case.beginning is not None)  # fmt: skip


def tight(text: str) -> str:
    """Return a text without blanks of any kind."""
    return re.sub(r"[\s\u00a0\u2060]+", "", text)


def state(text: str, reader: Reader) -> str:
    """Return the state that a mark says, in whichever of its words."""
    for kind in ("documented", "partly", "illustrative"):
        known = (
            [word(kind, reader), reader.t(f"evidence-all-{kind}")]
            if kind != "partly"
            else [word(kind, reader)]
        )
        if text and tight(text) in map(tight, known):
            return kind
    return "partly" if re.search(r"\d+\s*%", text) else ""


def label(case: Case, code: str) -> str:
    """Return the word that files, programs and Present use for a key figure."""
    if case.level != "province":
        return case.reader.t(f"key-{code}")
    return case.reader.t(f"area-key-{code}")


def screen(case: Case) -> dict[str, Said]:
    """Return the key figures of Overview, or of a province's page."""
    reader, found = case.reader, {}
    links = Links((), parameters(records()))
    if case.level == "province":
        page = profile.profile(records(), case.of_area)
        items = html.fragment_fromstring(
            area_words.keys(page, records(), case.of_area, reader), create_parent="div"
        )
        by_label = {reader.t(f"area-key-{code}"): code for code in PROVINCE}
        for item in items.iter("li"):
            code = by_label.get(item.xpath("string(span[@class='name'])"))
            if code:
                value = item.xpath("string(.//span[@class='value' or @class='word'])")
                of = item.xpath("string(.//span[@class='of'])") if code in ("allocated", "disbursed") else ""
                tag = item.xpath("string(.//span[contains(@class,'sti-tag')])")
                found[code] = Said(tight(value + of), state(tag, reader))
        return found
    frame = overview.key_figures(records(), case.selection, case.since)
    for code, text in zip(
        COUNTRY, answer.key_figures(frame, links, reader, period=bool(case.beginning)), strict=True
    ):
        item = html.fragment_fromstring(text)
        value = item.xpath("string(.//*[@class='value'])") + item.xpath("string(.//*[@class='of'])")
        tag = item.xpath("string(.//span[contains(@class,'sti-tag')])")
        trend = item.xpath("string(.//span[@class='trend']/@title)")
        if case.beginning:  # the earlier number, then by how much it changed
            trend = "".join(reversed([one.text_content() for one in item.xpath(".//span[@class='trend']")]))
        found[code] = Said(tight(value + trend), state(tag, reader))
    return found


def deck(case: Case) -> dict[str, Said]:
    """Return the key figures on the deck's cards."""
    found, reader = {}, case.reader
    for slide in Presentation(io.BytesIO(bytes_of(case, "deck"))).slides:
        for shape in slide.shapes:
            if shape.name.startswith("key "):
                lines = ["".join(run.text for run in p.runs) for p in shape.text_frame.paragraphs]
                found[shape.name.removeprefix("key ")] = _key(lines, case, reader)
    return {code: said for code, said in found.items() if code in keys(case)}


def _key(lines: list[str], case: Case, reader: Reader) -> Said:
    """Return a key figure from its lines: label, value, then perhaps a note and a mark."""
    mark = state(lines[-1], reader) if len(lines) > 2 else ""
    notes = [line for line in lines[2:] if not state(line, reader)]
    note = "".join(notes) if case.level != "province" else ""
    said = tight(lines[1] + note)
    return Said(said.replace("·", "") if case.beginning else said, mark)


def keys(case: Case) -> tuple[str, ...]:
    return PROVINCE if case.level == "province" else COUNTRY


def offline_page(case: Case) -> dict[str, Said]:
    """Return the key figures of the offline page in the reader's language."""
    root = html.document_fromstring(bytes_of(case, "page").decode())
    main = root.get_element_by_id(f"main-{case.lang}")
    found = {}
    by_label = {tight(label(case, code)): code for code in keys(case)}
    for item in main.xpath(".//dl[@class='keys']/div"):
        code = by_label.get(tight(item.findtext("dt")))
        if code:
            lines = ["", *(dd.text_content() for dd in item.findall("dd"))]
            found[code] = _key(lines, case, case.reader)
    return found


def presentation(case: Case) -> dict[str, Said]:
    """Return the key figures of Present."""
    made = present.sections(
        records(),
        case.scope,
        case.day,
        case.reader,
        case.evidence,
        (),
        case.since,
        case.beginning is not None,
    )
    by_label = {tight(label(case, code)): code for code in keys(case)}
    found = {}
    for section, _ in made:
        for item in html.fragment_fromstring(section).xpath(".//li[span[contains(@class,'value')]]"):
            code = by_label.get(tight(item.xpath("string(span[@class='name'])")))
            if code:
                lines = ["", item.xpath("string(span[contains(@class,'value')])")]
                lines += [item.xpath("string(span[@class='note'])")]
                lines += [item.xpath("string(span[contains(@class,'sti-show-tag')])")]
                found[code] = _key([*lines[:2], *(line for line in lines[2:] if line)], case, case.reader)
    return found


def brief(case: Case) -> str:
    """Return the text of the whole brief without blanks."""
    pages = PdfReader(io.BytesIO(bytes_of(case, "brief"))).pages
    return tight("".join(page.extract_text() for page in pages))


def workbook(case: Case) -> dict[str, list[list[Any]]]:
    """Return the rows of every sheet by the sheet's name."""
    book = openpyxl.load_workbook(io.BytesIO(bytes_of(case, "workbook")))
    return {sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in book}


def interface(case: Case) -> dict[str, dict[str, Any]]:
    """Return the key figures that programs get, by code."""
    query = f"asof={case.day}&since={case.since}&evidence={case.evidence}"
    query += f"&groups={case.scope}" if case.level == "group" else ""
    told = ask(api(), f"/api/v1/key-figures?{query}").json()
    return {one["code"]: one for one in told["figures"]}


def area_value(case: Case, measure: str) -> dict[str, Any]:
    """Return one measure of a province as programs get it."""
    told = ask(api(), f"/api/v1/measures/{measure}?asof={case.day}&evidence={case.evidence}").json()
    return next(row for row in told["areas"] if row["area_code"] == case.scope)


def money_on_screen(case: Case) -> dict[str, str]:
    """Return the totals of the Projects page, by code."""
    query = ProjectQuery(case.of_area)
    totals = explorer.totals(records(), query)
    items = projects_view.key_totals(totals, query, case.reader)
    codes = {case.reader.t(f"projects-key-{code}"): code for code in
             ("placed", "placed-country", "allocated", "disbursed", "nationwide", "unattributed", "unstated")}  # fmt: skip
    found = {}
    for text in items:
        item = html.fragment_fromstring(text)
        value = item.xpath("string(.//*[@class='value'])") or item.xpath("string(.//*[@class='of'])")
        found[codes[item.xpath("string(span[@class='name'])")].removesuffix("-country")] = tight(value)
    return found
