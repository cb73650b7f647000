"""A round of collection: opened, answered by workbook and by form, returned, reminded of, and what it leaves in a release."""

import datetime as dt
import json
import zipfile
from collections.abc import Iterator
from email import message_from_bytes, policy
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from aiosmtpd.controller import Controller
from icalendar import Calendar

from data.__main__ import main
from data.access.roles import Identity
from data.intake import steps
from data.intake.limits import LIMITS
from data.proposals import work
from data.proposals.ledger import Ledger
from data.proposals.model import Document, ProposalError, Row
from data.proposals.work import Draft
from data.records import Records, load
from data.rounds import returned
from data.rounds.book import Round, RoundBook
from data.rounds.standing import Lack, answers, lacking
from data.rounds.workbooks import workbook
from data.store.store import Store
from exports import rounds as going_out
from exports.__main__ import main as remind
from exports.delivery.rules import Post
from exports.rounds import Going
from locales import Reader
from tests.browser import harness

EDITOR = Identity("editor", "editor@most.go.th")
PHRAE, NAN, UTTARADIT = (
    Identity("reader", f"{name}@pcso.go.th", None, (code,))
    for name, code in (("phrae", "54"), ("nan", "55"), ("uttaradit", "53"))
)
TODAY, LATER = dt.date(2026, 12, 1), dt.date(2027, 1, 1)
LETTER = Document(title="หนังสือที่ ทดสอบ 1/2569")
TH = Reader("th", "be")


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Store:
    made = Store(tmp_path_factory.mktemp("rounds") / "store")
    made.fill(load())
    return made


@pytest.fixture(scope="module")
def one(seeded: Store) -> Round:
    until = dt.date(2026, 12, 31)
    return RoundBook(seeded).open(
        EDITOR, "แผน วทน. ปี 2570", ["plans"], ["53", "54", "55"], until, "ตามมติ (ทดสอบ)"
    )


def filled(one: Round, area: str, records: Records, **cells: str) -> bytes:
    """Return the workbook of an area as somebody fills in its first row."""
    book = openpyxl.load_workbook(BytesIO(workbook(one, area, records, TH)))
    sheet = book.worksheets[0]
    header = [cell.value for cell in sheet[1]]
    for name, cell in cells.items():
        sheet.cell(2, header.index(TH.t(f"column-{name}".replace("_", "-"))) + 1, cell)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def came(content: bytes, records: Records) -> returned.Returned:
    book = steps.opened("แบบ.xlsx", content, LIMITS)
    return returned.read(book, steps.Asked({}, {}, "merge", TODAY), records)


def states(one: Round, store: Store, day: dt.date = TODAY) -> dict[str, str]:
    return {area: a.state for area, a in answers(one, Ledger(store).all().values(), day).items()}


def test_a_round_is_answered_by_three_areas_and_becomes_one_release(seeded: Store, one: Round) -> None:
    records, ledger = seeded.records(), Ledger(seeded)
    assert states(one, seeded) == {"53": "waiting", "54": "waiting", "55": "waiting"}
    assert states(one, seeded, LATER) == {"53": "late", "54": "late", "55": "late"}
    assert lacking(["plans", "representatives"], "54", records) == (Lack("plans"), Lack("representatives"))

    book = filled(one, "54", records, needs_collected_on="๕ ม.ค. ๒๕๕๔", drafted_on="10/3/2554")
    rows = came(book, records).rows
    [row] = rows
    own = records.plans.set_index("province_code").loc["54", "plan_id"]
    assert (row.key, row.after["needs_collected_on"], row.after["drafted_on"]) == (
        own,
        "2011-01-05",
        "2011-03-10",
    )
    draft = Draft("ตามแบบ", rows, ("54",), LETTER, ("แบบ.xlsx", book), one.round_id)
    with pytest.raises(ProposalError, match="rights"):
        work.send(ledger, draft, NAN, records)
    mine = work.send(ledger, draft, PHRAE, records).proposal_id

    # Two people of one province say two things of its plan: both are told, and one of the two is returned.
    plan = records.plans.set_index("province_code").loc["55", "plan_id"]
    before = came(filled(one, "55", records, drafted_on="1 มี.ค. 2554"), records).rows[0].before
    after = {"plan_id": plan, "province_code": "55"}
    first, second = (
        work.send(ledger, Draft(f"ร่างวันที่ {day}", (Row("plans", before, after | {"drafted_on": day}),),
                                document=LETTER, round_id=one.round_id), NAN, records)
        for day in ("2011-03-01", "2011-03-02")
    )  # fmt: skip
    assert [other.proposal_id for other in second.others] == [first.proposal_id]
    with pytest.raises(ProposalError, match="clash"):
        work.accept(ledger, [first.proposal_id, second.proposal_id], EDITOR, "รับ")
    work.send_back(ledger, second.proposal_id, "วันที่ไม่ตรงกับหนังสือ", EDITOR)
    assert states(one, seeded)["55"] == "returned"
    work.withdraw(ledger, second.proposal_id, NAN)
    work.send(ledger, Draft("ไม่มีข้อมูลเพิ่มเติม", areas=("53",), round_id=one.round_id), UTTARADIT, records)
    assert states(one, seeded, LATER) == {"53": "answered", "54": "answered", "55": "answered"}

    made = work.accept(ledger, [mine, first.proposal_id], EDITOR, "รอบแผน")
    after = seeded.records(made).plans.set_index("province_code").loc[["54", "55"]]
    assert list(after["evidence"]) == ["documented", "documented"]
    assert [str(day.date()) for day in after["drafted_on"]] == ["2011-03-10", "2011-03-01"]
    assert made.number == 2
    assert lacking(["plans"], "54", seeded.records()) == (
        Lack("plans", own, ("approved_on", "in_provincial_plan_on")),
    )


def test_an_untouched_workbook_says_nothing_and_a_documented_row_keeps_its_id(
    seeded: Store, one: Round
) -> None:
    records = seeded.records()
    assert came(workbook(one, "53", records, TH), records).rows == ()
    documented = records.plans[records.plans["evidence"] == "documented"]
    if len(documented):
        area = str(documented["province_code"].iloc[0])
        assert came(workbook(one, area, records, TH), records).rows == ()
        [row] = came(filled(one, area, records, approved_on="20 พ.ค. 2554"), records).rows
        assert row.changed == ("approved_on",)


def test_only_editors_open_and_close_and_a_closed_round_stays_closed(seeded: Store) -> None:
    book = RoundBook(seeded)
    with pytest.raises(ProposalError, match="rights"):
        book.open(PHRAE, "x", ["plans"], ["54"], TODAY)
    for title, tables, areas in (("", ["plans"], ["54"]), ("x", [], ["54"]), ("x", ["plans"], [])):
        with pytest.raises(ProposalError, match="round-empty"):
            book.open(EDITOR, title, tables, areas, TODAY)
    other = book.open(EDITOR, "ปิดแล้ว", ["plans"], ["54"], TODAY)
    book.close(EDITOR, other.round_id)
    assert other.round_id not in [running.round_id for running in book.running()]
    with pytest.raises(ProposalError, match="round-closed"):
        book.prolong(EDITOR, other.round_id, LATER)
    assert [line["of"] for line in seeded.audit.lines() if line.get("round") == other.round_id] == [
        "opened",
        "closed",
    ]


class Box:
    """A mail server of this machine: what it received."""

    def __init__(self) -> None:
        self.letters: list = []

    async def handle_DATA(self, server, session, envelope):
        self.letters.append((envelope.rcpt_tos, message_from_bytes(envelope.content, policy=policy.default)))
        return "250 taken"


@pytest.fixture
def box() -> Iterator[tuple[Box, int]]:
    inside, port = Box(), harness.free_port()
    controller = Controller(inside, hostname="127.0.0.1", port=port)
    controller.start()
    yield inside, port
    controller.stop()


def test_reminders_go_out_once_a_day_with_workbook_and_day(seeded: Store, box, monkeypatch) -> None:
    monkeypatch.setenv("STI_URL", "https://sti.example")
    until = dt.date(2026, 12, 31)
    one = RoundBook(seeded).open(EDITOR, "เตือน", ["plans"], ["53", "54", "81"], until)
    records = seeded.records()
    rules = {"phrae@pcso.go.th": ("54",), "@most.go.th": ("*",), "upper@pcso.go.th": ("53", "54", "33")}
    people = going_out.people(rules, one, records)
    assert people == {"phrae@pcso.go.th": ("54",), "upper@pcso.go.th": ("53", "54")}
    going = Going(one, answers(one, (), TODAY), people, records, TH)
    server = Post("127.0.0.1", box[1], "sti@most.example")
    assert going_out.send(seeded, going, server, TODAY) == {"phrae@pcso.go.th": "", "upper@pcso.go.th": ""}
    assert going_out.send(seeded, going, server, TODAY) == {}
    [letter] = [letter for to, letter in box[0].letters if to == ["phrae@pcso.go.th"]]
    text = letter.get_body().get_content()
    assert "แพร่: รอคำตอบ" in text
    assert "ภายใน 31 ธ.ค. 2569" in text
    assert "https://sti.example/data?part=rounds&lang=th" in text
    book, due = list(letter.iter_attachments())
    assert (
        openpyxl.load_workbook(BytesIO(book.get_payload(decode=True))).sheetnames[0] == "แผนพัฒนาจังหวัดด้วย วทน."
    )
    [event] = Calendar.from_ical(due.get_payload(decode=True)).walk("VEVENT")
    assert event.decoded("dtstart") == until
    with zipfile.ZipFile(BytesIO(going_out.parcel(going))) as parcel:
        assert sorted(parcel.namelist()) == [
            "due.ics", "mails/no-address.txt", "mails/phrae@pcso.go.th.eml", "mails/upper@pcso.go.th.eml",
            f"workbooks/{one.round_id}-53-อุตรดิตถ์.xlsx", f"workbooks/{one.round_id}-54-แพร่.xlsx",
            f"workbooks/{one.round_id}-81-กระบี่.xlsx",
        ]  # fmt: skip
        assert parcel.read("mails/no-address.txt").decode() == "กระบี่\n"


def test_the_command_line_reminds(seeded: Store, box, tmp_path: Path, monkeypatch, capsys) -> None:
    one = RoundBook(seeded).open(EDITOR, "เตือนจากบรรทัดคำสั่ง", ["plans"], ["54"], dt.date(2026, 12, 31))
    monkeypatch.setenv("STI_STORE", str(seeded.root))
    monkeypatch.setenv("STI_CONTRIBUTORS", "phrae@pcso.go.th = 54")
    assert remind(["remind", "--round", one.round_id, "--send"]) == 2  # nobody has named a mail server
    rules = tmp_path / "deliveries.toml"
    rules.write_text(f'[smtp]\nport = {box[1]}\nsender = "sti@most.example"\n', encoding="utf-8")
    monkeypatch.setenv("STI_DELIVERIES", str(rules))
    assert remind(["remind", "--round", one.round_id, "--send", "--out", str(tmp_path)]) == 0
    assert [to for to, _ in box[0].letters] == [["phrae@pcso.go.th"]]
    assert (tmp_path / f"{one.round_id}.zip").stat().st_size > 5_000
    assert remind(["remind", "--round", "r0"]) == 2
    assert "ไม่พบรอบเก็บข้อมูล r0" in capsys.readouterr().err


def test_the_command_line_opens_lists_and_takes_back(seeded: Store, tmp_path: Path, capsys) -> None:
    store = ["--store", str(seeded.root)]
    ask = ["rounds", "--open", "จากบรรทัดคำสั่ง", "--areas", "53", "--until", "2026-12-31", "--author", "A"]
    assert main([*store, *ask]) == 0
    name = capsys.readouterr().out.strip()
    assert main([*store, "rounds", "--round", name, "--books", str(tmp_path)]) == 0
    content = filled(RoundBook(seeded).get(name), "53", seeded.records(), approved_on="20 พ.ค. 2554")
    file = tmp_path / "back.xlsx"
    file.write_bytes(content)
    take = ["rounds", "--round", name, "--take", str(file), "--source-title", "หนังสือ", "--note", "ส่งกลับ"]
    assert main([*store, *take]) == 0
    capsys.readouterr()
    assert main([*store, "rounds", "--json"]) == 0
    listed = {one["round"]: one["areas"] for one in json.loads(capsys.readouterr().out)}
    assert listed[name] == {"53": "answered"}
