"""Words, dates and order as readers of Thai and English expect them."""

import re
from datetime import date
from pathlib import Path

import pytest

from locales import Reader, thai_key
from locales.dates import fiscal_year_be, fiscal_year_end, fiscal_year_start
from locales.reader import MissingMessageError, message_ids

ROOT = Path(__file__).resolve().parents[1]
TH, EN, EN_CE = Reader("th", "be"), Reader("en", "be"), Reader("en", "ce")


@pytest.mark.parametrize(
    "ordered",
    [
        ["กระบี่", "กรุงเทพมหานคร", "กาญจนบุรี", "กาฬสินธุ์", "กำแพงเพชร", "ขอนแก่น"],
        ["ชุมพร", "เชียงราย", "เชียงใหม่", "ตรัง"],
        ["พิษณุโลก", "เพชรบุรี", "เพชรบูรณ์", "แพร่", "ภูเก็ต"],
    ],
)
def test_thai_names_sort_as_in_the_dictionary(ordered):
    assert sorted(set(ordered), key=thai_key) == ordered


@pytest.mark.parametrize(
    ("day", "year"), [(date(2003, 9, 30), 2546), (date(2003, 10, 1), 2547), (date(2011, 5, 26), 2554)]
)
def test_fiscal_year_turns_on_the_first_of_october(day, year):
    assert fiscal_year_be(day) == year


def test_fiscal_year_2552_runs_from_october_2008_to_september_2009():
    assert (fiscal_year_start(2552), fiscal_year_end(2552)) == (date(2008, 10, 1), date(2009, 9, 30))


@pytest.mark.parametrize(
    ("reader", "precision", "written"),
    [
        (TH, "day", "26 พ.ค. 2554"),
        (EN, "day", "26 May 2554"),
        (EN_CE, "day", "26 May 2011"),
        (TH, "month", "พ.ค. 2554"),
        (EN_CE, "year", "2011"),
    ],
)
def test_a_date_is_never_written_more_exactly_than_it_is_known(reader, precision, written):
    assert reader.date(date(2011, 5, 26), precision) == written


def test_spans_say_what_is_known():
    assert TH.span(date(2012, 3, 26), date(2012, 3, 28)) == "26–28 มี.ค. 2555"
    assert EN_CE.span(date(2009, 1, 14), date(2009, 6, 10), "range") == "between 14 Jan 2009 and 10 Jun 2009"
    assert TH.span(date(2009, 1, 14), date(2009, 6, 10), "range") == "ระหว่าง 14 ม.ค. 2552 ถึง 10 มิ.ย. 2552"
    assert EN_CE.span(date(2013, 1, 1), date(2013, 1, 31), "month") == "Jan 2013"


def test_numbers_money_and_lists():
    assert TH.number(2140) == "2,140"
    assert TH.million_baht(538_800) == "0.5 ล้านบาท"
    assert EN.million_baht(12_345_678) == "12.3 million baht"
    assert TH.join(["แพร่", "น่าน", "พะเยา"]) == "แพร่ น่าน และพะเยา"
    assert EN.join(["Phrae", "Nan"]) == "Phrae and Nan"


def test_an_unknown_message_is_refused_by_name():
    with pytest.raises(MissingMessageError) as error:
        TH.t("no-such-message")
    assert error.value.args == ("th", "no-such-message")


def test_a_name_longer_than_a_message_takes_is_cut_in_sight():
    said = Reader("en").t("projects-condition-text", text="ก" * 10_000)
    assert "ก" * 999 + "…" in said
    assert len(said) < 1100


def test_both_languages_hold_the_same_messages():
    assert message_ids("th") == message_ids("en")


def _messages(text: str) -> dict[str, str]:
    messages = re.split(r"^(?=[a-z][\w-]* = |[a-z][\w-]* =$)", text, flags=re.M)
    return {message.split(" ", 1)[0]: message for message in messages if " =" in message}


def _values(text: str) -> dict[str, set[str]]:
    return {name: set(re.findall(r"\$(\w+)", message)) for name, message in _messages(text).items()}


@pytest.mark.parametrize("path", sorted((ROOT / "locales" / "th").glob("*.ftl")), ids=lambda p: p.stem)
def test_both_languages_use_the_same_values_but_for_the_plurals_that_thai_has_not(path):
    thai = _values(path.read_text(encoding="utf-8"))
    written = (ROOT / "locales" / "en" / path.name).read_text(encoding="utf-8")
    selected = {name: set(re.findall(r"\{ ?\$(\w+) ->", text)) for name, text in _messages(written).items()}
    english = _values(written)
    assert set(thai) == set(english)
    assert {
        name: thai[name] ^ english[name] for name in thai if (thai[name] ^ english[name]) - selected[name]
    } == {}


@pytest.mark.parametrize("lang", ["th", "en"])
def test_catalogues_have_no_junk_and_no_message_twice(lang):
    from fluent.syntax import FluentParser, ast

    seen: set[str] = set()
    for path in (ROOT / "locales" / lang).glob("*.ftl"):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, ast.Junk), f"{path.name}: {entry.content}"
            if isinstance(entry, ast.Message):
                assert entry.id.name not in seen, f"{path.name}: {entry.id.name}"
                seen.add(entry.id.name)
    assert seen


def test_thai_messages_are_thai():
    """A message left in English would show up in the middle of a Thai page."""
    from fluent.syntax import FluentParser, ast

    english_only = set()
    for path in (ROOT / "locales" / "th").glob("*.ftl"):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            if isinstance(entry, ast.Message) and entry.value:
                parts = [e.value for e in entry.value.elements if isinstance(e, ast.TextElement)]
                text = re.sub(r"<[^>]+>", "", "".join(parts))
                if re.search(r"[A-Za-z]{3,}", text) and not re.search(r"[ก-๙]", text):
                    english_only.add(entry.id.name)
    assert not english_only
