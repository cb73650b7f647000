"""The data desk: what it shows of the release, and a file's way in, out and back."""

import io
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pptx import Presentation
from streamlit.testing.v1 import AppTest

from data.records import load
from data.store.releases import Release
from data.store.store import Store
from exports import media
from exports.deck import template, traces
from locales import Reader
from shell import context, identity, orders, own_template, shelf
from shell.markup import as_text
from tests import ministry_lists
from tests.desk_books import FAULTY, GOOD, NEARLY, XLSX, workbook
from tests.pages.test_pages import heading, is_thai, markup, show
from views.desk import job as desk_job
from views.desk.drop import plain_name

PARTS = ["tables", "bring", "quality", "take", "history", "programs"]


def told(test: AppTest) -> str:
    """Return what the page says as plain text, without style and script."""
    plain = re.sub(r"<(style|script)>.*?</\1>", " ", markup(test), flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", plain))


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """A store of its own for one test."""
    monkeypatch.setenv("STI_STORE", str(tmp_path / "store"))
    context.everything()
    opened = context.store()
    assert opened is not None
    yield opened
    monkeypatch.undo()


def dropped(content: bytes, name: str = "ผู้แทน.xlsx", **query: str) -> AppTest:
    """Open the desk and drop a file."""
    test = show("data", part="bring", **query)
    test.file_uploader(key="desk_file").upload(name, content, XLSX).run()
    assert not test.exception
    return test


def on(test: AppTest, key: str = "desk_on") -> AppTest:
    """Press the button that goes on."""
    test.button(key=key).click().run()
    assert not test.exception
    return test


def publish(test: AppTest, note: str = "ปรับปรุงตามคำสั่ง") -> AppTest:
    """Fill in the last form and send it."""
    test.text_input(key="publish_title").input("คำสั่งแต่งตั้งผู้แทน")
    test.text_input(key="publish_published").input("26 พ.ค. 2554")
    test.text_area(key="publish_note").input(note)
    return on(test, "publish_button")


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("lang", ["th", "en"])
def test_a_part_stands_in_the_readers_language(part: str, lang: str) -> None:
    test = show("data", part=part, lang=lang)
    assert not test.exception
    assert not test.error
    assert not test.info
    assert is_thai(heading(test)) is (lang == "th")


def test_the_page_says_which_release_it_shows_and_how_much_is_documented(store: Store) -> None:
    test = show("data", lang="en", era="ce")
    assert heading(test) == "Release 1 has 8,389 rows, 12% of them documented"
    assert "nobody has published anything yet" in told(test)
    assert "2,370" in told(test)  # projects
    assert "0 of 2,370" in told(test)  # of them documented


def test_a_table_and_a_cell_of_the_matrix_stand_in_the_address() -> None:
    test = show("data", part="quality", table="projects", spot="2551-east|2552", lang="en", era="ce")
    assert not test.exception
    assert "Blank cells: Eastern · 2009" in told(test)
    assert "Illustrative" in told(test) or "illustrative" in told(test)


def test_an_unknown_cell_is_passed_over() -> None:
    test = show("data", part="quality", table="projects", spot="<b>x</b>|1", lang="en")
    assert not test.exception
    assert "<b>x</b>" not in markup(test)
    assert "Blank cells: Projects" in told(test)


def test_a_faulty_file_is_told_in_thai_by_row_and_column_and_cannot_go_on(store: Store) -> None:
    test = on(dropped(workbook(FAULTY)))
    assert "พบข้อผิดพลาด ยังเผยแพร่ไม่ได้" in told(test)
    assert re.search(r"แถว: 3 คอลัมน์: วันที่แต่งตั้ง อ่านได้: 31/02/2554 ", told(test))
    assert test.button(key="desk_on").disabled
    assert len(store.history()) == 1


def test_a_mended_file_goes_on_from_the_check(store: Store) -> None:
    test = on(dropped(workbook(FAULTY)))
    test.file_uploader(key="desk_again").upload("ผู้แทน-แก้แล้ว.xlsx", workbook(GOOD), XLSX).run()
    assert "ไม่พบข้อผิดพลาด" in told(test)
    assert not test.button(key="desk_on").disabled


def test_a_faulty_cell_is_mended_on_the_page_and_examined_as_a_file_is(store: Store) -> None:
    test = on(dropped(workbook(FAULTY)))
    box = next(box for box in test.text_input if box.key and box.key.startswith("mend_"))
    assert (box.label, box.value) == ("วันที่แต่งตั้ง", "31/02/2554")
    box.input("30/02/2554")
    on(test, "desk_mend_check")
    assert re.search(r"แถว: 3 คอลัมน์: วันที่แต่งตั้ง อ่านได้: 30/02/2554 ", told(test))
    next(box for box in test.text_input if box.key and box.key.startswith("mend_")).input("28/02/2554")
    on(test, "desk_mend_check")
    assert "ไม่พบข้อผิดพลาด" in told(test)
    assert "แก้ที่หน้านี้แล้ว 2 ช่อง แถว 3 วันที่แต่งตั้ง: “31/02/2554” → “30/02/2554” แถว 3" in told(test)
    on(on(test))
    publish(test)
    rows = store.records().representatives.set_index("representative_id")
    assert str(rows.loc["rep-49-2554", "appointed_on"].date()) == "2011-02-28"
    mended = (
        "แถว 3 วันที่แต่งตั้ง: “31/02/2554” → “28/02/2554”"  # the release tells what the officer's file does not
    )
    assert store.history()[0].note == f"ปรับปรุงตามคำสั่ง (แก้ในหน้าเว็บ 1 ช่อง: {mended})"


def test_a_near_miss_is_asked_never_guessed_and_the_answer_is_taken(store: Store) -> None:
    test = on(dropped(workbook(NEARLY)))
    assert "มีคำถามที่ต้องตอบก่อน" in told(test)
    assert test.button(key="desk_on").disabled
    asked = next(box for box in test.selectbox if box.key and box.key.startswith("desk_answer_"))
    assert asked.options[:2] == ["ยังไม่ตอบ", "มุกดาหาร"]
    asked.select("49")
    next(button for button in test.button if button.label == "ใช้คำตอบเหล่านี้").click().run()
    assert not test.exception
    assert not test.button(key="desk_on").disabled
    assert "คำตอบที่ให้ไว้: “มุกดาหาน” → มุกดาหาร" in told(test)
    on(test, "desk_answers_forget")
    assert test.button(key="desk_on").disabled


def test_what_would_change_is_shown_before_anything_does(store: Store) -> None:
    test = on(on(dropped(workbook(GOOD), lang="en")))
    test.radio(key="desk_mode").set_value("merge").run()
    assert not test.exception
    assert "62 of 76 Provinces with a representative was 61 of 76" in told(test)
    assert "1 row added" in told(test)
    # In names, as the reader says them, not in codes.
    said = told(test)
    assert (
        "Naresuan University Province: Mukdahan Appointed on: 1 Oct 2010" in said[said.index("1 row added") :]
    )
    assert "rows removed" not in told(test).replace("Rows removed", "")
    assert len(store.history()) == 1


def test_illustrative_rows_leave_by_default_and_the_page_says_how_many(store: Store) -> None:
    test = on(on(dropped(workbook(GOOD), lang="en")))
    assert test.radio(key="desk_mode").value == "replace_illustrative"
    assert "75 rows removed" in told(test)


def test_publishing_changes_the_headline_and_undo_brings_it_back(store: Store) -> None:
    test = on(on(dropped(workbook(GOOD))))
    test.radio(key="desk_mode").set_value("merge").run()
    publish(on(test))
    assert [one.value for one in test.success] == [as_text("เผยแพร่แล้ว: ผู้แทน.xlsx เป็นรุ่นที่ 2")]
    current = store.current()
    assert current is not None
    assert (current.number, current.kind, current.note) == (2, "publish", "ปรับปรุงตามคำสั่ง")
    assert re.search(r"\b62\b.*\b76\b", heading(show("overview")))
    cited = store.records().sources.iloc[-1]
    assert (cited["title_th"], str(cited["published_on"].date()), cited["evidence"]) == (
        "คำสั่งแต่งตั้งผู้แทน", "2011-05-26", "documented",
    )  # fmt: skip
    on(test, "desk_undo")
    assert [one.value for one in test.success] == ["ย้อนกลับแล้ว บันทึกเป็นรุ่นที่ 3"]
    assert re.search(r"\b61\b.*\b76\b", heading(show("overview")))
    assert [line["event"] for line in store.audit.lines()] == ["seed", "publish", "restore"]


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"publish_title": "x"}, "Please give a reason; it is kept in the history"),
        ({"publish_note": "x"}, "Please give the title of the document that the rows rest on"),
        (
            {"publish_note": "x", "publish_title": "x", "publish_published": "soon"},
            "The date of the document cannot be read; write 2011-05-26 or 26 พ.ค. 2554, or leave it blank",
        ),
    ],
)
def test_what_is_missing_for_publishing_is_said(store: Store, cells: dict[str, str], said: str) -> None:
    test = on(on(on(dropped(workbook(GOOD), lang="en"))))
    for key, text in cells.items():
        box = test.text_area(key=key) if key == "publish_note" else test.text_input(key=key)
        box.input(text)
    on(test, "publish_button")
    assert [one.value for one in test.error] == [said]
    assert len(store.history()) == 1


def test_a_release_in_between_is_a_conflict_and_nothing_is_lost(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelf, "EVERY", 3600.0)  # this page does not notice by itself in between
    test = on(on(on(dropped(workbook(GOOD), lang="en"))))
    first = store.current()
    assert first is not None
    plans = store.records().plans.iloc[1:]
    store.publish({"plans": plans}, author="somebody else", note="x", expected=first.release_id)
    publish(test)
    assert "somebody else" in test.error[0].value
    assert "Provincial STI plans" in test.error[0].value
    context.shelf().look_again()
    test.run()
    assert test.warning
    on(on(test, "desk_back"))
    written = {key: test.session_state[f"publish_{key}"] for key in ("title", "note")}
    assert all(written.values())  # what was written stands there still
    publish(test)
    assert [one.value for one in test.success] == [as_text("Published: ผู้แทน.xlsx is now release 3")]


def test_every_step_can_be_taken_back(store: Store) -> None:
    test = on(on(on(dropped(workbook(GOOD)))))
    for step in ("effect", "check", "understood"):
        on(test, "desk_back")
        assert desk_job_step(test) == step
    on(test, "desk_back")
    assert test.file_uploader(key="desk_file").value is None or "วางไฟล์" in told(test)
    assert len(store.history()) == 1


def desk_job_step(test: AppTest) -> str:
    """Return the step that the session's file is at."""
    job = test.session_state["_desk_job"]
    assert isinstance(job, desk_job.Job)
    return job.step


def test_what_a_sheet_and_a_heading_mean_can_be_corrected(store: Store) -> None:
    headings = ("รหัสผู้แทน", "สถาบันเครือข่าย", "จังหวัด", "ตั้งเมื่อ", "วันที่สิ้นสุด")
    test = dropped(workbook(GOOD, headings), lang="en")
    assert "Columns that must be there and are not: Appointed on" in told(test)
    test.selectbox(key="desk_column_0_3").select("appointed_on").run()
    assert not test.exception
    assert "must be there and are not" not in told(test)
    assert "Nothing is wrong" in told(on(test))
    on(test, "desk_back")
    test.selectbox(key="desk_table_0").select("").run()
    assert test.button(key="desk_on").disabled


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("photo.png", b"\x89PNG\r\n\x1a\n", "ไม่รับไฟล์ชนิด “.png”"),
        ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Excel รุ่นเก่า"),
        ("broken.xlsx", b"PK\x03\x04 nothing", "ไฟล์เสียหาย"),
        ("../../etc/<b>x</b>.csv", b"", "ไฟล์ว่างเปล่า"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_words(
    store: Store, name: str, content: bytes, said: str
) -> None:
    test = dropped(content, name)
    shown = test.error[0].value.replace(
        "\\", ""
    )  # what the reader reads: marks of the platform's Markdown are masked
    assert said in shown
    assert "etc/" not in shown
    assert test.file_uploader(key="desk_file").value is not None


def test_a_server_that_others_can_reach_says_why_nothing_can_be_published(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(identity, "is_local", lambda: False)
    test = show("data", part="bring", lang="en")
    assert not test.get("file_uploader")
    assert "no sign-in yet" in told(test)
    assert "[auth]" in told(test)
    assert "Everything that can be read stays readable" in told(test)
    history = show("data", part="history", lang="en")
    assert not [button for button in history.button if button.label == "Go back to this release"]
    assert "One release" in told(history)


def test_without_a_store_everything_is_read_and_nothing_published(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(context, "store", lambda: None)
    for part in PARTS:
        test = show("data", part=part, lang="en")
        assert not test.exception
        assert heading(test) == "The data has 8,389 rows, 12% of them documented"
    assert "the store cannot be written" in told(show("data", part="bring", lang="en"))


def test_a_limited_reader_compares_only_what_they_may_see(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = store.current()
    assert first is not None
    plans = store.records().plans
    store.publish({"plans": plans.iloc[:0]}, author="a", note="x", expected=first.release_id)
    context.shelf().look_again()
    monkeypatch.setattr(identity, "is_local", lambda: False)
    monkeypatch.setenv("STI_VIEWERS", "* = 2551-east")
    test = show("data", part="history", lang="en")
    assert not test.exception
    here = plans[plans["province_code"].isin(["20", "21", "22", "23"])]
    assert f"{len(here)} row" in told(test)
    assert all(
        plan_id not in told(test) for plan_id in plans["plan_id"] if plan_id not in set(here["plan_id"])
    )


def test_an_earlier_release_is_restored_with_a_reason(store: Store) -> None:
    first = store.current()
    assert first is not None
    store.publish({"plans": store.records().plans.iloc[:0]}, author="a", note="x", expected=first.release_id)
    context.shelf().look_again()
    test = show("data", part="history", lang="en")
    press = next(button for button in test.button if button.label == "Go back to this release")
    press.click().run()
    assert test.error[0].value == "Please give a reason; it is kept in the history"
    test.text_input(key="restore_note").input("the plans were right")
    next(button for button in test.button if button.label == "Go back to this release").click().run()
    assert not test.exception
    assert [one.value.replace("\\", "") for one in test.success] == ["Done: restored as release 3"]
    assert len(store.records().plans) == 54


def test_the_template_and_the_files_to_take_are_offered_by_name() -> None:
    taken = show("data", part="take", lang="en")
    labels = [element.proto.label for element in taken.get("download_button")]
    assert any(
        re.fullmatch(r"Download sti-records-\d{4}-\d\d-\d\d-[0-9a-f]{8}\.xlsx", label) for label in labels
    )
    taken.multiselect(key="take_tables").set_value(["plans"]).run()
    taken.radio(key="take_form").set_value("gpkg").run()
    labels = [element.proto.label for element in taken.get("download_button")]
    assert any(
        re.fullmatch(r"Download sti-plans-\d{4}-\d\d-\d\d-[0-9a-f]{8}\.gpkg", label) for label in labels
    )


def test_names_of_files_are_shown_without_their_path() -> None:
    assert plain_name("C:\\x\\ผู้แทน.xlsx") == "ผู้แทน.xlsx"
    assert plain_name("../a\x00\nb.csv") == "ab.csv"
    assert plain_name("x/") == "file"


def test_a_long_history_is_drawn_a_page_at_a_time(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    plans, current = store.records().plans, store.current()
    assert current is not None
    for number in range(24):
        plans = plans.iloc[1:]
        note = f"reason {number}"
        current = store.publish({"plans": plans}, author="a", note=note, expected=current.release_id)
    context.shelf().look_again()
    asked: list[int] = []
    is_kept = Store.is_kept

    def counted(self: Store, release: Release) -> bool:
        asked.append(release.number)
        return is_kept(self, release)

    monkeypatch.setattr(Store, "is_kept", counted)
    test = show("data", part="history", lang="en")
    assert re.findall(r"reason (\d+)", told(test).partition("Compare")[0])[1:] == [
        str(n) for n in range(23, 3, -1)
    ]
    assert sorted(asked) == list(range(6, 26))
    assert test.button(key="history_newer").disabled
    test.button(key="history_older").click().run()
    assert not test.exception
    assert re.findall(r"reason (\d+)", told(test).partition("Compare")[0])[1:] == ["3", "2", "1", "0"]
    assert test.button(key="history_older").disabled
    first = store.history()[-1].release_id
    test.selectbox(key="restore_release").set_value(first)
    test.text_input(key="restore_note").input("as it was")
    next(one for one in test.button if one.label == "Go back to this release").click().run()
    assert [one.value.replace("\\", "") for one in test.success] == ["Done: restored as release 26"]


def test_the_history_of_a_row_is_reached_by_its_address_and_by_choosing(store: Store) -> None:
    plans, current = store.records().plans, store.current()
    assert current is not None
    key = plans["plan_id"][3]
    moved = plans.assign(approved_on=plans["approved_on"].where(plans["plan_id"] != key, "2013-05-01"))
    changed = store.publish({"plans": moved}, author="สมชาย", note="ตามหนังสือ", expected=current.release_id)
    gone = moved[moved["plan_id"] != key]
    store.publish({"plans": gone}, author="สมหญิง", note="ซ้ำ", expected=changed.release_id)
    context.shelf().look_again()
    test = show("data", part="history", row=f"plans|{key}")
    words = told(test)
    assert re.search(r"3 .{1,40} น\. สิ่งที่เปลี่ยน: ตัดออก", words)
    assert "โดย: สมหญิง เหตุผล: ซ้ำ" in words
    assert "→ 1 พ.ค. 2556" in words
    assert "ไม่อยู่ในข้อมูลรุ่นปัจจุบันแล้ว" in words
    test.selectbox(key="row_table").set_value("representatives").run()
    assert not test.exception
    other = test.selectbox(key="row_key").options
    assert len(other) == len(store.records().representatives)
    test.selectbox(key="row_key").set_value(store.records().representatives["representative_id"][0]).run()
    assert not test.exception
    assert "ขณะนี้อยู่ในข้อมูล" in told(test)


def test_a_template_brought_to_the_desk_is_used_or_says_what_it_lacks_and_makes_nothing_in_part() -> None:
    deck = Presentation(str(template.TARGET))
    deck.core_properties.category = "ministry"
    good, bad = io.BytesIO(), io.BytesIO()
    deck.save(good)
    next(one for one in deck.slide_layouts if one.name == "Table").name = "Tabelle"
    deck.save(bad)
    test = show("data", part="take", area="50")
    test.file_uploader(key="own_deck").upload("กระทรวง.pptx", bad.getvalue(), XLSX).run()
    assert not test.exception
    assert "แม่แบบ กระทรวง.pptx ยังใช้ไม่ได้ สิ่งที่ขาด เลย์เอาต์ชื่อ “Table”" in told(test)
    assert own_template._KEY not in test.session_state
    test.file_uploader(key="own_deck").upload("กระทรวง.pptx", good.getvalue(), XLSX).run()
    assert not test.exception
    assert any("กระทรวง" in one.value for one in test.success)
    kept = test.session_state[own_template._KEY]
    order = orders.Order("deck", "50", date(2011, 5, 26), Reader(), "all", template=kept.digest)
    job = orders.ask(load(), order, kept.content)
    assert job.done.wait(60)
    assert not job.problem
    assert Presentation(io.BytesIO(job.content)).core_properties.category == "ministry"
    on(test, "own_deck_forget")
    assert own_template._KEY not in test.session_state


def test_an_edited_deck_comes_back_in_a_copy_with_a_list_of_what_changed() -> None:
    made = Presentation(io.BytesIO(media.make("deck", load(), "50", date(2011, 5, 26), Reader())))
    made.slides[1].shapes.title.text_frame.text = "หัวข้อของเราเอง"
    card = next(shape for shape in made.slides[1].shapes if shape.name == "key projects")
    source = next(shape for shape in made.slides[1].shapes if shape.name.startswith("source "))
    card.text_frame.text = "โครงการ 1 โครงการ"  # what an earlier release said, and wrote down
    written = traces.digest(card.text_frame.text)
    source.name = re.sub(r"key_projects=\w+", f"key_projects={written}", source.name)
    stream = io.BytesIO()
    made.save(stream)
    test = show("data", part="take")
    test.file_uploader(key="refresh_deck").upload("แก้แล้ว.pptx", stream.getvalue(), XLSX).run()
    assert not test.exception
    said = told(test)
    assert "เปลี่ยนแล้ว 1 รายการ สไลด์ 2 “หัวข้อของเราเอง”: ตัวเลขสำคัญ" in said
    assert "มีผู้แก้ไขไว้ จึงไม่แตะ 1 รายการ สไลด์ 2 “หัวข้อของเราเอง”: หัวข้อ" in said
    test.file_uploader(key="refresh_deck").upload("x.pptx", b"PK no deck", XLSX).run()
    assert not test.exception
    assert any("x\\.pptx" in one.value for one in test.error)


def answer(test: AppTest, question: str, meaning: str) -> None:
    """Choose what a question on the page means."""
    next(box for box in test.selectbox if box.key and box.key.startswith(f"desk_answer_{question}")).select(
        meaning
    )


def last_year(test: AppTest) -> AppTest:
    """Correct, answer and publish the list of 2565, as its officer would."""
    test.selectbox(key="desk_table_0").select("projects").run()
    for at, column in ((1, "title_th"), (4, "disbursed_baht")):
        test.selectbox(key=f"desk_column_0_{at}").select(column).run()
    on(test)
    answer(test, "list:projects.programme_code", "clinic")
    answer(test, "list:projects.status", "")
    next(button for button in test.button if button.label == "ใช้คำตอบเหล่านี้").click().run()
    on(on(test))
    assert test.checkbox(key="publish_keep_lists").value is True
    return publish(test)


def test_a_list_is_read_as_last_years_visibly_and_editors_change_and_remove_what_is_kept(
    store: Store,
) -> None:
    old = ministry_lists.services("2565", ["(ทดสอบ) ก", "(ทดสอบ) ข"])
    last_year(dropped(old.content, old.name))
    titles = ["(ทดสอบ) เพาะเห็ดฟางในโรงเรือน", "(ทดสอบ) เพาะเห็ดฟางในโรงเรึอน"]
    new = ministry_lists.services("2566", titles, turned=True)
    test = dropped(new.content, new.name)
    assert re.search(r"อ่านตามวิธีที่ \S+ \(local\) ใช้กับรายการที่มีหัวคอลัมน์ชุดเดียวกัน เมื่อ \d", told(test))
    assert "“เงินที่ใช้ไป” อ่านเป็น งบประมาณที่เบิกจ่าย (บาท)" in told(test)
    assert [test.selectbox(key=f"desk_column_0_{at}").value for at in (4, 2)] == [
        "title_th",
        "disbursed_baht",
    ]
    on(test)
    assert "คำตอบเหล่านี้มาจากวิธีอ่านที่" in told(test)
    assert not test.button(key="desk_on").disabled
    on(test)
    assert titles[1] in told(test)  # among what would be added: nothing is put together unasked
    on(test, "desk_back")
    box = next(box for box in test.selectbox if box.key and box.key.startswith("spelled_"))
    assert box.label == f"“{titles[1]}” 1 แถว · “{titles[0]}” 1 แถว"
    box.select(titles[0])
    on(test, "desk_spelled_take")
    assert f"“{titles[1]}” → {titles[0]}" in told(test)
    on(on(test))
    assert "publish_keep_lists" not in [box.key for box in test.checkbox]  # nothing new was learnt
    on(on(on(test, "desk_back"), "desk_back"), "desk_back")
    on(test, "desk_afresh_0")
    assert "หัวคอลัมน์ชุดเดียวกัน" not in told(test)
    assert "ยังไม่มีแผ่นงานใดที่ระบุตาราง" in told(test)

    test = show("data", part="bring")
    assert "วิธีอ่านและคำที่จำไว้จากรายการก่อน [1]" in [box.label for box in test.expander]
    test.selectbox(key="kept_which").select_index(0).run()
    programme = next(box for box in test.selectbox if box.value == "clinic")
    programme.select("volunteers")
    on(test, "kept_change")
    assert "แก้แล้ว" in test.success[0].value
    assert "อาสาสมัครวิทยาศาสตร์" in told(dropped(new.content, new.name))
    test = show("data", part="bring")
    test.selectbox(key="kept_which").select_index(0).run()
    on(test, "kept_remove")
    assert "ยังไม่มีสิ่งที่จำไว้" in told(test)
    assert "หัวคอลัมน์ชุดเดียวกัน เมื่อ" not in told(dropped(new.content, new.name))
