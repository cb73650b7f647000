"""The few words of columns that allow only a few, as officers write them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from data.columns import Column, table_message
from data.intake.headers import key_of
from data.intake.likeness import core, likest
from data.intake.plain import tidy
from data.intake.reading import Reading
from data.schema import TABLES

if TYPE_CHECKING:
    from locales import Reader

LONGEST = 120  # characters of a cell that may be one of a few words
SPELLINGS: dict[str, dict[str, tuple[str, ...]]] = {
    "status": {
        "planned": ("อยู่ในแผน", "ยังไม่เริ่ม", "ยังไม่ดำเนินการ", "วางแผน", "รอดำเนินการ", "แผน", "เตรียมการ",
        "อยู่ระหว่างเตรียมการ", "รออนุมัติ", "plan", "not started"),
        "running": ("กำลังดำเนินการ", "ระหว่างดำเนินการ", "อยู่ระหว่างดำเนินการ", "ดำเนินการ", "กำลังดำเนินงาน", "ดำเนินการอยู่",
        "อยู่ระหว่างการดำเนินการ",
        "ต่อเนื่อง", "ดำเนินการต่อเนื่อง",
        "ongoing", "in progress", "active"),
        "completed": ("แล้วเสร็จ", "เสร็จสิ้น", "เสร็จสิ้นแล้ว", "เสร็จ", "ดำเนินการแล้ว", "ดำเนินการแล้วเสร็จ", "สิ้นสุด",
        "ปิดโครงการ", "เสร็จสิ้นโครงการ", "ดำเนินโครงการแล้วเสร็จ", "ดำเนินการเสร็จสิ้น", "แล้วเสร็จสมบูรณ์",
        "จบโครงการ", "สิ้นสุดโครงการ", "เสร็จเรียบร้อย",
        "100%", "complete",
                      "done", "finished", "closed"),
        "cancelled": ("ยกเลิก", "ยกเลิกโครงการ", "ยุติ", "canceled", "cancel", "terminated"),
    },
    "precision": {
        "province": ("จังหวัด", "ระดับจังหวัด", "รายจังหวัด"),
        "group": ("กลุ่มจังหวัด", "ระดับกลุ่มจังหวัด"),
        "nationwide": ("ทั่วประเทศ", "ทั้งประเทศ", "ระดับประเทศ", "national"),
    },
    "scope": {
        "group": ("กลุ่มจังหวัด", "ระดับกลุ่มจังหวัด"), "province": ("จังหวัด", "จังหวัดเดียว", "ระดับจังหวัด"),
        "region": ("ภาค", "ระดับภาค"), "national": ("ประเทศ", "ระดับประเทศ", "ทั่วประเทศ", "ทั้งประเทศ"),
    },
    "role": {
        "pcso": ("รองผู้ว่าราชการจังหวัด", "รองผู้ว่าราชการจังหวัด (PCSO)", "ผู้บริหารวิทยาศาสตร์จังหวัดระดับสูง", "รองผู้ว่าฯ", "deputy governor"),
        "provincial_office": ("สำนักงานจังหวัด", "หัวหน้าสำนักงานจังหวัด", "provincial office"),
        "strategy_group": ("กลุ่มงานยุทธศาสตร์", "กลุ่มงานยุทธศาสตร์การพัฒนาจังหวัด", "หัวหน้ากลุ่มงานยุทธศาสตร์", "strategy group"),
        "clinic_representative": ("ผู้แทนคลินิกเทคโนโลยี", "คลินิกเทคโนโลยี", "ผู้แทนคลินิกเทคโนโลยีเครือข่าย", "clinic representative"),
        "agency": ("หน่วยงาน", "หน่วยงานในสังกัด", "หน่วยงานในกระทรวง"), "other": ("อื่น ๆ", "อื่นๆ", "others"),
        "host": ("ที่ตั้ง", "จังหวัดที่ตั้ง"), "service_area": ("พื้นที่ให้บริการ", "พื้นที่บริการ", "service area"),
    },
    "date_precision": {"day": ("วัน",), "month": ("เดือน",), "year": ("ปี",), "range": ("ช่วง", "ช่วงเวลา")},
    "confidence": {"primary": ("ปฐมภูมิ",), "secondary": ("ทุติยภูมิ",), "inferred": ("อนุมาน",)},
    "qualifier": {"exact": ("พอดี", "เท่ากับ", "ตรงตามจริง"), "at_least": ("อย่างน้อย", "ไม่น้อยกว่า", "กว่า", "at least"),
                  "about": ("ประมาณ", "ราว")},
    "kind": {"abbreviation": ("ตัวย่อ", "คำย่อ"), "spelling": ("คำสะกด", "การสะกด"), "law": ("กฎหมาย",),
    "gazette": ("ราชกิจจานุเบกษา",),
             "cabinet_resolution": ("มติคณะรัฐมนตรี", "มติ ครม."), "committee": ("คณะกรรมการ",), "mou": ("บันทึกข้อตกลง",),
             "meeting": ("การประชุม",), "pilot": ("โครงการนำร่อง",), "programme": ("โครงการ",), "survey": ("การสำรวจ",)},
    "yes": {"yes": ("ใช่", "มี", "true", "1"), "no": ("ไม่ใช่", "ไม่มี", "false", "0")},
}  # fmt: skip
_SAME = {"participants_qualifier": "qualifier", "confidence_en": "confidence", "members_documented": "yes",
         "named_in_seeds": "yes"}  # fmt: skip


@cache
def _words(column: Column) -> dict[str, str]:
    spellings = SPELLINGS.get(_SAME.get(column.name, column.name), {})
    words = {key_of(text): word for word in column.allowed for text in spellings.get(word, ())}
    return words | {key_of(word): word for word in column.allowed}


def display_words(column: Column) -> tuple[str, ...]:
    """Return the first Thai spelling of each allowed word, in the schema's order; the word itself where none is."""
    spellings = SPELLINGS.get(_SAME.get(column.name, column.name), {})
    return tuple(spellings.get(word, (word,))[0] for word in column.allowed)


@cache
def _sets() -> dict[tuple[str, ...], Column]:
    """Return every set of allowed words with a column that has it."""
    return {column.allowed: column for table in TABLES.values() for column in table.columns if column.allowed}


def spoken(expected: str, reader: Reader) -> str:
    """Return what a fault expected as the reader says it: a table by its name, allowed words in the reader's language."""
    if expected in TABLES:
        return reader.t(table_message(expected))
    column = _sets().get(tuple(expected.split(", ")))
    return ", ".join(words_for(column, reader)) if column else expected


def words_for(column: Column, reader: Reader) -> tuple[str, ...]:
    """Return the allowed words of a column in the reader's language, in the schema's order."""
    return display_words(column) if reader.lang == "th" else column.allowed


def read_word(text: str, column: Column) -> Reading:
    """Return one of the column's allowed words; another text is a question."""
    if not text or text in column.allowed:
        return Reading(text)
    if not (written := tidy(text)):
        return Reading("", "space")
    word = _words(column).get(key_of(written))
    if word is None and len(written) > LONGEST:
        return Reading(text, fault="not-allowed", expected=", ".join(column.allowed))
    if word is None:
        known = {core(key): (word,) for key, word in _words(column).items()}
        return Reading(text, suggestions=tuple(likest(written, known, 2)), asks=f"word:{column.name}")
    return Reading(word, "word" if word != written else "space")
