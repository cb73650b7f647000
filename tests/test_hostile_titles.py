"""Titles that want to be more than text, published once: every page, file, picture, mail and feed merely says them."""

import email
import io
import json
import re
from collections.abc import Iterator
from datetime import date
from email import policy
from html.parser import HTMLParser

import feedparser
import openpyxl
import pytest
from icalendar import Calendar
from lxml import etree
from pptx import Presentation
from pypdf import PdfReader

from addresses import shown
from addresses.parameter import parsed
from addresses.parameters import parameters
from data.records import Records
from data.store.store import Store, open_store
from data.takeout.parcel import csv_bytes
from exports import media
from exports.delivery import mail
from exports.delivery.occasions import Occasion
from exports.delivery.rules import Rule
from exports.drawing import picture
from locales import Reader
from measures import workshops
from measures.selection import Selection
from tests.api.asking import app, ask
from tests.pages.test_pages import show

DAY, GROUP = date(2011, 5, 26), "2551-upper-north-1"
TITLES = [
    "<img src=x onerror=alert(1)></script><script>alert(1)</script> **b** [l](javascript:alert(1)) &amp; \"'",
    '#panic("x") $x^2$ @no-such-label <label> \\ `raw` */ // _e_ #read("/etc/passwd")',
    '=HYPERLINK("http://evil.example","x")',
    "\u202eกลับ\u2066ด้าน\u200f",
    "ก" * 10_000,
]
NAME = "เหนือ\r\nBcc: x@evil.example <b>บน</b>"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store into which the titles are published, and which the pages read."""
    with pytest.MonkeyPatch.context() as patch:
        root = tmp_path_factory.mktemp("hostile") / "store"
        patch.setenv("STI_STORE", str(root))
        opened = open_store(root)
        records = opened.records()
        changed = {}
        columns = {"workshops": "title", "projects": "title", "institutions": "name", "milestones": "title"}
        for table, column in columns.items():
            frame = getattr(records, table)
            said = [TITLES[i % len(TITLES)] for i in range(len(frame))]
            changed[table] = frame.assign(**{f"{column}_th": said, f"{column}_en": said})
        groups = records.province_groups
        here = groups["group_code"] == GROUP
        named = {name: groups[name].mask(here, NAME) for name in ("short_name_th", "name_en")}
        changed["province_groups"] = groups.assign(**named)
        opened.publish(changed, author="t", note=TITLES[0], expected=opened.current().release_id)
        yield opened


@pytest.fixture(scope="module")
def records(store: Store) -> Records:
    return store.records()


class Tags(HTMLParser):
    """What a page really holds: tags, and attributes that could run or fetch something."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.wrong: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            runs = name.startswith("on") or (
                "alert(1)" in (value or "") and (value or "").startswith("javascript")
            )
            if runs or (tag == "img" and value == "x"):
                self.wrong.append(f"{tag} {name}={value}"[:80])

    def handle_data(self, data: str) -> None:
        if self.cdata_elem == "script" and data.strip() == "alert(1)":
            self.wrong.append("script")


@pytest.mark.parametrize(
    ("page", "query"),
    [("overview", {}), ("workshops", {"workshop": "ws-2008-05-26-andaman"}), ("phases", {}), ("projects", {}),
     ("area", {"area": GROUP}), ("compare", {"areas": [GROUP, "2551-upper-north-2"]}), ("present", {"area": GROUP}),
     ("data", {"part": "history"}), ("sources", {})],
)  # fmt: skip
def test_every_page_says_them_as_text(store: Store, page: str, query: dict[str, str]) -> None:
    test = show(page, asof=DAY.isoformat(), lang="th", **query)
    assert not test.exception
    for element in [*test.get("html"), *test.get("markdown")]:
        body = str(element.proto.body)
        assert Tags(body).wrong == [], page
    for chart in test.get("plotly_chart"):
        assert "<img src=x" not in chart.proto.spec  # hover labels know a few tags: text is escaped for them


@pytest.mark.parametrize("name", list(shown.FIGURES))
def test_a_figure_elsewhere_is_well_formed_and_its_name_plain(records: Records, name: str) -> None:
    reader = Reader("th", "be")
    view, _ = parsed({"asof": [DAY.isoformat()]}, parameters(records))
    figure = shown.FIGURES[name].draw(records, view, reader)
    assert "<img src=x" not in json.dumps(figure.plot, default=str, ensure_ascii=False)
    assert len(figure.alt) < 4000
    framing = picture.Framing(reader, DAY, records.release, "http://sti.test/?x=1&y=2", ())
    assert re.fullmatch(r"sti-[a-z0-9-]+\.png", picture.file_name(figure, framing, "png").replace("_", "-"))
    drawn = etree.fromstring(picture.svg(figure, framing, fonts=False).encode())
    assert [one for one in drawn.iter() if etree.QName(one).localname in ("script", "img")] == []


def test_a_list_of_rows_runs_nothing_in_a_spreadsheet(records: Records) -> None:
    listed = workshops.listing(records, Selection(DAY))[["workshop_id", "title_th"]]
    told = csv_bytes(listed).decode("utf-8-sig")
    assert "'=HYPERLINK" in told
    assert re.search(r'(^|,)"?=HYPERLINK', told, re.MULTILINE) is None


def test_the_deck_says_them_as_text(records: Records) -> None:
    made = Presentation(io.BytesIO(media.make("deck", records, GROUP, DAY, Reader("th", "be"))))
    for slide in made.slides:
        links = [one for one in slide.part.rels.values() if one.is_external]
        assert all("evil" not in one.target_ref and "javascript" not in one.target_ref for one in links)
    said = "\n".join(
        shape.text_frame.text for slide in made.slides for shape in slide.shapes if shape.has_text_frame
    )
    assert max(map(len, said.splitlines())) < 2000


def test_the_brief_is_a_pdf_in_which_nothing_was_read_or_run(records: Records) -> None:
    read = PdfReader(io.BytesIO(media.make("brief", records, GROUP, DAY, Reader("th", "be"))))
    said = "".join(page.extract_text() for page in read.pages)
    assert "root:" not in said
    assert len(read.pages) < 30


def test_the_workbook_holds_text_and_no_formula(records: Records) -> None:
    book = openpyxl.load_workbook(io.BytesIO(media.make("workbook", records, GROUP, DAY, Reader("th", "be"))))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    formulas = {str(cell.value) for cell in cells if cell.data_type == "f"}
    assert all(re.fullmatch(r"=SUBTOTAL\(109,\[[^\[\]]+\]\)", formula) for formula in formulas), (
        formulas
    )  # our totals
    assert not any("evil" in formula for formula in formulas)
    assert [cell for cell in cells if cell.hyperlink and "evil" in str(cell.hyperlink.target)] == []


def test_the_offline_page_says_them_as_text(records: Records) -> None:
    made = media.make("page", records, GROUP, DAY, Reader("th", "be")).decode()
    assert Tags(made).wrong == []
    story = re.search(r'<script type="application/json" id="story">(.*?)</script>', made, re.DOTALL)
    assert story
    json.loads(story[1])


def test_a_mail_has_one_recipient_and_one_subject_whatever_the_group_is_called(records: Records) -> None:
    rule = Rule("r", GROUP, "brief", "th", "release", ("a@x.example",))
    occasion = Occasion("o", (GROUP,))
    made = mail.letter(
        rule, occasion, records, Reader("th"), DAY, b"%PDF", "sti@x.example", "a@x.example", "r|o|1"
    )
    read = email.message_from_bytes(made.as_bytes(), policy=policy.default)
    assert (read["To"], read["Bcc"]) == ("a@x.example", None)
    assert "Bcc: x@evil.example" in read["Subject"]


def test_feeds_and_calendar_are_read_by_those_who_know_the_standards(store: Store, records: Records) -> None:
    own = app(records, store)
    for feed in ("releases.atom?lang=th", "changes.atom?lang=th&asof=2011-05-26"):
        told = feedparser.parse(ask(own, f"/api/v1/feeds/{feed}").content)
        assert (told.bozo, bool(told.entries)) == (False, True)
        details = [
            entry[name]
            for entry in told.entries
            for name in ("title_detail", "summary_detail")
            if name in entry
        ]
        assert {one.type for one in details} == {"text/plain"}  # said as text: no reader takes it for HTML
    calendar = Calendar.from_ical(ask(own, "/api/v1/calendar.ics?lang=th").content)
    assert calendar.errors == []
    assert len(calendar.walk("VEVENT")) > 20
    embed = ask(own, f"/embed?figure=timeline&asof=2011-05-26&groups={GROUP}")
    assert Tags(embed.text).wrong == []
