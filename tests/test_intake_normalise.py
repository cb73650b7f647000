"""Dates, numbers, years and names as people write them, and the written form each must get."""

import datetime as dt

import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from data.intake.cell_readers import read_code, read_text
from data.intake.column_reading import read_column
from data.intake.dates import read_date
from data.intake.layout import RawSheet
from data.intake.names import Names, province_names, read_province, read_reference
from data.intake.no_records import no_record
from data.intake.normalised import Normalised
from data.intake.numbers import read_number, read_year
from data.intake.personal import find_personal, is_citizen_id
from data.intake.plain import plain, tidy
from data.intake.reading import Reading
from data.intake.words import read_word
from data.schema import TABLES
from locales.dates import MONTHS, SHORT_MONTHS
from tests.intake_records import base

moderate = settings(max_examples=120, deadline=None)
THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
DAYS = st.dates(min_value=dt.date(1941, 1, 1), max_value=dt.date(2156, 12, 31))
PROVINCES = province_names(base().provinces, base().province_aliases)
STATUS = TABLES["projects"].column("status")


@pytest.mark.parametrize(
    ("written", "iso", "rule"),
    [
        ("2011-05-26", "2011-05-26", ""),
        ("26/5/2554", "2011-05-26", "era"),
        ("26-05-2554", "2011-05-26", "era"),
        ("26.5.2554", "2011-05-26", "era"),
        ("2554-05-26", "2011-05-26", "era"),
        ("2554/5/26", "2011-05-26", "era"),
        ("26/5/2011", "2011-05-26", "date-form"),
        ("29/02/2567", "2024-02-29", "era"),
        ("๒๙/๐๒/๒๕๖๗", "2024-02-29", "era"),
        ("๒๖/๕/๒๐๑๑", "2011-05-26", "thai-digits"),
        ("26 พ.ค. 2554", "2011-05-26", "era"),
        ("26พ.ค.2554", "2011-05-26", "era"),
        ("26 พ.ค. 54", "2011-05-26", "short-year"),
        ("26 พฤษภาคม พ.ศ. 2554", "2011-05-26", "era"),
        ("วันพฤหัสบดีที่ 26 พฤษภาคม 2554", "2011-05-26", "era"),
        ("วันที่ ๒๖ พฤษภาคม พ.ศ. ๒๕๕๔", "2011-05-26", "era"),
        ("26 May 2011", "2011-05-26", "month-name"),
        ("26-May-2011", "2011-05-26", "month-name"),
        ("May 26, 2011", "2011-05-26", "month-name"),
        ("26th May 2011", "2011-05-26", "month-name"),
        ("26 May B.E. 2554", "2011-05-26", "era"),
        ("26 พ.ค. ค.ศ. 2011", "2011-05-26", "month-name"),
        ("20110526", "2011-05-26", "date-form"),
        ("25540526", "2011-05-26", "era"),
        ("26052554", "2011-05-26", "era"),
        ("40689", "2011-05-26", "excel-serial"),
        ("40689.75", "2011-05-26", "excel-serial"),
        ("239016", "2011-05-26", "excel-serial"),  # 26 May 2554 typed into a spreadsheet that counts CE
        ("2011-05-26 08:30:00", "2011-05-26", "time-dropped"),
        ("26/5/2554 08.30 น.", "2011-05-26", "era"),
        ("", "", ""),
        ("-", "", "no-value"),
        ("ไม่มีข้อมูล", "", "no-value"),
    ],
)
def test_a_day_is_read_in_any_common_form(written, iso, rule):
    reading = read_date(written)
    assert (reading.text, reading.rule, reading.fault, reading.suggestions) == (iso, rule, "", ())


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("29/02/2568", "bad-date"),
        ("30/02/2554", "bad-date"),
        ("0/1/2554", "bad-date"),
        ("5/26/2011", "bad-date"),
        ("26/5/1899", "bad-date"),
        ("26/5/2700", "bad-date"),
        ("1/1/2483", "bad-date"),
        ("26 พ.ค. ค.ศ. 2554", "bad-date"),
        ("26 พ.ค. พ.ศ. 2011", "bad-date"),
        ("26-28 พ.ค. 2554", "bad-date"),
        ("ปลายปี", "bad-date"),
        ("พ.ค. 2554", "day-missing"),
        ("พฤษภาคม 2554", "day-missing"),
        ("2554", "day-missing"),
    ],
)
def test_what_is_no_day_is_refused_and_left_as_it_stood(written, code):
    reading = read_date(written)
    assert (reading.text, reading.fault, reading.expected) == (written, code, "YYYY-MM-DD")


def test_the_last_day_before_the_eras_began_together_is_refused_and_the_first_after_is_read():
    assert read_date("31/12/2483").fault == "bad-date"
    assert read_date("1/1/2484").text == "1941-01-01"


@pytest.mark.parametrize(
    ("written", "days"),
    [
        ("26/5/54", ("2011-05-26", "1954-05-26", "2054-05-26")),
        ("29/2/67", ("2024-02-29",)),  # no other century has the day
        ("26 May 11", ("1968-05-26", "2011-05-26")),
    ],
)
def test_a_year_of_two_digits_is_asked_about(written, days):
    assert read_date(written).suggestions == days


def test_bare_numbers_are_no_days_in_a_book_that_counts_from_1904():
    assert read_date("40689", serials=False).fault == "bad-date"


@moderate
@given(
    DAYS,
    st.booleans(),
    st.sampled_from(["d/m/y", "d-m-y", "y-m-d", "th", "th-short", "en", "en-short"]),
    st.booleans(),
)
def test_a_day_written_in_either_era_and_any_form_comes_back(day, is_be, form, thai):
    year = day.year + 543 if is_be else day.year
    month = day.month - 1
    written = {
        "d/m/y": f"{day.day}/{day.month}/{year}",
        "d-m-y": f"{day.day:02}-{day.month:02}-{year}",
        "y-m-d": f"{year}-{day.month:02}-{day.day:02}",
        "th": f"{day.day} {MONTHS['th'][month]} {year}",
        "th-short": f"{day.day} {SHORT_MONTHS['th'][month]} {year}",
        "en": f"{day.day} {MONTHS['en'][month]} {year}",
        "en-short": f"{day.day}-{SHORT_MONTHS['en'][month]}-{year}",
    }[form]
    reading = read_date(written.translate(THAI) if thai else written)
    assert (reading.text, reading.fault) == (day.isoformat(), "")


@moderate
@given(DAYS)
def test_the_day_number_of_a_spreadsheet_comes_back(day):
    assert read_date(str((day - dt.date(1899, 12, 30)).days)).text == day.isoformat()


@pytest.mark.parametrize(
    ("written", "kind", "became", "rule"),
    [
        ("300000", "money", "300000", ""),
        ("300000.00", "money", "300000.00", ""),
        ("300,000", "money", "300000", "number-form"),
        ("300,000.50", "money", "300000.5", "number-form"),
        ("๓๐๐,๐๐๐", "money", "300000", "number-form"),
        ("๓๐๐๐๐๐", "money", "300000", "thai-digits"),
        ("300 000", "money", "300000", "number-form"),
        ("300,000 บาท", "money", "300000", "unit"),
        ("฿300,000", "money", "300000", "unit"),
        ("300,000.-", "money", "300000", "number-form"),
        ("THB 300,000", "money", "300000", "unit"),
        ("1.5 ล้านบาท", "money", "1500000", "unit"),
        ("1.5 ลบ.", "money", "1500000", "unit"),
        ("๑.๕ ล้าน", "money", "1500000", "unit"),
        ("0.5388 million baht", "money", "538800", "unit"),
        ("538800.0000ล้านบาท", "money", "538800000000", "unit"),
        ("25 พันบาท", "money", "25000", "unit"),
        ("(1,000)", "money", "-1000", "number-form"),
        ("1.2E+05", "money", "120000", "number-form"),
        ("400", "count", "400", ""),
        ("400.0", "count", "400", "number-form"),
        ("400 คน", "count", "400", "unit"),
        ("๔๐๐", "count", "400", "thai-digits"),
        ("0.25", "share", "0.25", ""),
        ("25%", "share", "0.25", "percent"),
        ("ร้อยละ 25", "share", "0.25", "percent"),
        ("", "money", "", ""),
        ("  ", "money", "", "space"),
        ("ไม่มีข้อมูล", "count", "", "no-value"),
        ("N/A", "money", "", "no-value"),
    ],
)
def test_a_number_is_read_with_its_commas_digits_and_units(written, kind, became, rule):
    reading = read_number(written, kind)
    assert (reading.text, reading.rule, reading.fault) == (became, rule, "")


@pytest.mark.parametrize(
    ("written", "kind", "code"),
    [
        ("1,00", "money", "bad-number"),
        ("1.234.567,89", "money", "bad-number"),
        ("10-20", "count", "bad-number"),
        ("400 บาท", "count", "bad-number"),
        ("5 กิโลกรัม", "money", "bad-number"),
        ("สี่ร้อย", "count", "bad-number"),
        ("4.5", "count", "not-whole"),
        ("กว่า 400", "count", "qualified-number"),
        ("ประมาณ 400 คน", "count", "qualified-number"),
        ("99999999999999999999", "count", "too-large"),
        ("²", "count", "bad-number"),
    ],
)
def test_what_is_no_plain_number_is_refused(written, kind, code):
    reading = read_number(written, kind)
    assert (reading.text, reading.fault) == (written, code)


@pytest.mark.parametrize("written", ["-", "–", "ไม่มี"])
def test_a_dash_is_asked_about_since_zero_and_not_reported_differ(written):
    assert read_number(written, "money").suggestions == ("0", "")


@pytest.mark.parametrize(
    ("written", "became", "rule"),
    [("2554", "2554", ""), ("๒๕๕๔", "2554", "thai-digits"), ("พ.ศ. 2554", "2554", "number-form"),
     ("ปีงบประมาณ 2554", "2554", "number-form"), ("2011", "2554", "year-era"), ("FY2011", "2554", "year-era")],
)  # fmt: skip
def test_a_fiscal_year_is_read_in_either_era(written, became, rule):
    reading = read_year(written)
    assert (reading.text, reading.rule) == (became, rule)


@moderate
@given(st.integers(0, 10**14), st.booleans(), st.sampled_from(["", " บาท", ".-"]))
def test_a_sum_with_commas_and_thai_digits_comes_back(number, thai, unit):
    written = f"{number:,}{unit}"
    reading = read_number(written.translate(THAI) if thai else written, "money")
    assert (reading.text, reading.fault) == (str(number), "")


@moderate
@given(st.integers(1, 999_999_999))
def test_million_baht_come_to_the_same_sum(baht):
    million = f"{baht // 10**6}.{baht % 10**6:06}"
    assert read_number(f"{million} ล้านบาท", "money").text == str(baht)


@pytest.mark.parametrize(
    ("written", "code", "rule"),
    [
        ("52", "52", ""),
        ("ลำปาง", "52", "province-name"),
        ("จังหวัดลำปาง", "52", "province-name"),
        ("จ.ลำปาง", "52", "province-name"),
        ("ล\u0e4d\u0e32ปาง", "52", "province-name"),
        ("\u200bLampang Province ", "52", "province-name"),
        ("เเพร่", "54", "province-name"),
        ("nan", "55", "province-name"),
        ("NAN", "55", "province-name"),
        ("TH-52", "52", "province-alias"),
        ("๕๒", "52", "province-alias"),
        ("ลป", "52", "province-alias"),
        ("ลำปาง (52)", "52", "province-name"),
        ("กทม.", "10", "province-alias"),
        ("", "", ""),
    ],
)
def test_a_province_is_resolved_exactly_or_by_alias(written, code, rule):
    reading = read_province(written, PROVINCES)
    assert (reading.text, reading.rule, reading.fault, reading.asks) == (code, rule, "", "")


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ("ลำปางง", ("52",)),
        ("เพชรบุรีย์", ("76", "67")),
        ("Phetchabur", ("76", "67")),
        ("ตราง", ("23", "92")),
        ("52 แพร่", ("52", "54")),
    ],
)
def test_a_near_miss_is_a_question_and_never_a_guess(written, codes):
    reading = read_province(written, PROVINCES)
    assert (reading.text, reading.suggestions, reading.asks) == (written, codes, "provinces")


@pytest.mark.parametrize("written", ["ภาคเหนือ", "ทั่วประเทศ", "เมืองลับแล"])
def test_a_name_that_is_like_no_province_is_a_question_over_all_of_them(written):
    reading = read_province(written, PROVINCES)
    assert (reading.suggestions, reading.asks, reading.fault) == ((), "provinces", "")


def test_a_number_that_is_no_province_is_a_fault():
    assert read_province("99", PROVINCES).fault == "unknown-province"


def test_every_registry_name_gives_its_code():
    for row in base().provinces.itertuples():
        assert read_province(row.name_th, PROVINCES).text == row.province_code
        assert read_province(row.name_en.upper(), PROVINCES).text == row.province_code


def test_a_name_that_two_records_share_is_asked_about():
    names = Names("province_groups", frozenset(["2551-north", "2560-north"]),
                  [("เหนือ", "2551-north"), ("เหนือ", "2560-north")])  # fmt: skip
    assert read_reference("เหนือ", names).suggestions == ("2551-north", "2560-north")
    assert read_reference("2551-NORTH", names).text == "2551-north"


@pytest.mark.parametrize(
    ("written", "word"),
    [("completed", "completed"), ("แล้วเสร็จ", "completed"), ("อยู่ระหว่างดำเนินการ", "running"), ("ยกเลิก ", "cancelled"),
     ("In Progress", "running"), ("ยังไม่เริ่ม", "planned")],
)  # fmt: skip
def test_a_status_is_read_in_the_words_of_officers(written, word):
    assert read_word(written, STATUS).text == word


def test_free_text_loses_only_what_nobody_sees():
    assert read_text("  ปี ๒๕๕๔\u200b ").text == "ปี ๒๕๕๔"
    assert read_text("บรรทัดหนึ่ง\r\nบรรทัดสอง").text == "บรรทัดหนึ่ง\nบรรทัดสอง"
    assert read_text("'=1+1").text == "'=1+1"
    assert read_text("'ทดสอบ'").text == "'ทดสอบ'"
    assert read_code(" WS-๒๕๕๔ ").text == "ws-2554"


@pytest.mark.parametrize(
    ("text", "kind", "masked"),
    [
        ("เลข 1-1002-00345-67-0", "citizen-id", "1-xxxxxxxxxxxxx-0"),
        ("1100200345670", "citizen-id", "11xxxxxxxxx70"),
        ("โทร 081-234-5678", "phone", "08xxxxxxxx78"),
        ("๐๒-๓๓๓-๓๗๐๐", "phone", "02xxxxxxx00"),
        ("ติดต่อ somchai@example.com", "email", "soxxxxxxxxxxxxxxxom"),
    ],
)
def test_personal_data_is_found_and_never_repeated_in_full(text, kind, masked):
    assert find_personal(text) == (kind, masked)


@pytest.mark.parametrize(
    "text", ["1100200345671", "ws-2554-0812345678901", "งบ 300,000 บาท", "2011-05-26", "538800.0000", ""]
)
def test_codes_sums_and_days_are_no_personal_data(text):
    assert find_personal(text) == ("", "")


def test_the_checksum_of_an_identity_number():
    # 13·1+12·1+9·2+6·3+5·4+4·5+3·6+2·7 = 133; 133 mod 11 = 1; 11 − 1 = 10, its last digit is 0
    assert is_citizen_id("1100200345670")
    assert not is_citizen_id("1100200345671")
    assert not is_citizen_id("9100200345670")


@moderate
@given(st.text(max_size=60))
def test_no_text_at_all_breaks_a_reader(text):
    for reading in (
        read_date(text), read_year(text), read_number(text, "money"), read_number(text, "count"),
        read_number(text, "share"), read_province(text, PROVINCES), read_word(text, STATUS), read_text(text),
        read_code(text),
    ):  # fmt: skip
        assert isinstance(reading.text, str)
    find_personal(text)


@moderate
@given(st.text(alphabet="0123456789๐๑๒๓/-. :,พ.ศคมกราายนวTZ()%บาทล้าน", max_size=24))
def test_what_is_read_is_in_written_form_and_reads_as_itself(text):
    day, number, year = read_date(text), read_number(text, "money"), read_year(text)
    if day.text and not day.fault and not day.asks:
        dt.date.fromisoformat(day.text)
        assert (read_date(day.text).text, read_date(day.text).rule) == (day.text, "")
    if number.text and not number.fault and not number.asks:
        assert read_number(number.text, "money").text == number.text
    if year.text and not year.fault and not year.asks:
        assert read_year(year.text).text == year.text


@moderate
@given(st.text(max_size=40))
def test_tidying_twice_is_tidying_once(text):
    assume(not tidy(text).startswith("'"))
    assert tidy(tidy(text)) == tidy(text)
    assert plain(plain(text)) == plain(text)


def test_each_cell_of_a_column_becomes_what_it_means_and_every_doubt_is_kept():
    known = {
        "เก่า ": Reading("เก่า", "space"), "ใครก็ไม่รู้": Reading("x", asks="provinces", suggestions=("50",)),
        "-": Reading("", asks="number"), "": Reading("", fault="blank"),
    }  # fmt: skip
    cells = ["เก่า ", "???", "ใคร???", "ใครก็ไม่รู้", "-"]
    column, blank = TABLES["projects"].column("title_th"), pd.DataFrame()

    def column_of(cells, broken, answers):
        sheet = RawSheet("ก", ("ชื่อ",), 1, [[cell] for cell in cells], list(range(2, 2 + len(cells))))
        result = Normalised(sheet, None, "ก.csv", TABLES["projects"], blank, blank)
        read = read_column(
            result, column, cells, lambda cell: known.get(cell, Reading(cell)), answers, broken
        )
        return read, result

    read, result = column_of(cells, set(), {"number|-": ""})
    assert read == ["เก่า", "", "ใคร???", "", ""]
    assert [(fault.row, fault.code) for fault in result.faults] == [(3, "lost-characters")]
    assert [(asked.row, asked.read, asked.count) for asked in result.questions] == [(5, "ใครก็ไม่รู้", 1)]
    assert (result.open_cells, result.answered) == ({(5, "title_th")}, {"number|-": ""})
    assert column_of(["ก", "ข"], {3}, {})[0] == ["ก", ""]  # nothing to tell but a cell that holds no value


@pytest.mark.parametrize(
    ("cells", "width", "why"),
    [
        (["หมายเหตุ ตัวเลขเบื้องต้น"], 3, "footer-rows"), (["หมายเหตุ ตัวเลขเบื้องต้น"], 2, ""),
        (["รวม", "ก"], 2, "total-rows"), (["รวม", "ก"], 6, "total-rows"),
        (["รวม", "ก", "ข", "ค"], 6, "total-rows"), (["รวม", "ก", "ข", "ค", "ง"], 6, ""),
        (["รวมพลังชุมชน", "1,200", "-"], 3, "total-rows"), (["รวมพลังชุมชน", "1,200", "น่าน"], 3, ""),
    ],
)  # fmt: skip
def test_a_row_that_is_no_record_says_why(cells, width, why):
    assert no_record(cells, cells, ["โครงการ", "งบ", "จังหวัด"], width) == why
