"""Five lists as a ministry's offices keep them, made for the tests: title blocks, merged heads, Thai digits, notes, totals.

No row is of a real project, meeting or appointment; names say so. Each comes with the answers an officer would give.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO

import openpyxl

FOOTER = "หมายเหตุ ข้อมูลทดสอบ มิใช่ข้อมูลจริง"


@dataclass(frozen=True)
class Listed:
    """One list: its file, the table it is, the rows that come in, and what is asked with the answer, by key."""

    name: str
    content: bytes
    table: str
    rows: int
    answers: dict[str, str] = field(default_factory=dict)


def made(rows: Sequence[Sequence[object]], merged: Sequence[str] = (), title: str = "รายงาน") -> bytes:
    """Return a workbook of one sheet with merged ranges."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    for place in merged:
        sheet.merge_cells(place)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def clinics() -> Listed:
    """Projects under a merged head of two rows, money in thousands, province beside the project, status in words."""
    rows = (
        ("รายงานผลการดำเนินงานคลินิกเทคโนโลยี ปีงบประมาณ พ.ศ. ๒๕๕๓",),
        ("สำนักงานปลัดกระทรวง", None, None, None, None, None, "(หน่วย : พันบาท)"),
        ("ที่", "ชื่อโครงการ", "จังหวัด", "งบประมาณ", None, "จำนวนผู้รับบริการ", "สถานะ"),
        (None, None, None, "ได้รับจัดสรร", "เบิกจ่าย", None, None),
        ("๑", "(ทดสอบ) แปรรูปกล้วยตาก", "พิษณุโลก", "๒๕๐", "๒๔๐", "๔๐ คน", "แล้วเสร็จ"),
        ("๒", "(ทดสอบ) เครื่องอบแห้งพลังแสงอาทิตย์", "แพร่ น่าน", "๓๐๐", "๓๐๐", "๓๕ คน", "แล้วเสร็จ"),
        ("๓", "(ทดสอบ) ผ้าย้อมสีธรรมชาติ", "จ.ลำพูน", "๑๒๐.๕", "๖๐", "๒๐ คน", "อยู่ระหว่างดำเนินการ"),
        ("รวมทั้งสิ้น", None, None, "๖๗๐.๕", "๖๐๐", None, None),
        (FOOTER,),
    )
    content = made(rows, ("A1:G1", "D3:E3"))
    return Listed(
        "คลินิกเทคโนโลยี 2553.xlsx", content, "projects", 3, {"list:projects.programme_code|": "clinic"}
    )


def villages() -> Listed:
    """Projects of several programmes by their short names, several provinces in a cell, no money of its own unit."""
    rows = (
        ("บัญชีโครงการหมู่บ้านแม่ข่ายและอาสาสมัคร",),
        ("ลำดับ", "โครงการ", "แผนงาน", "พื้นที่ดำเนินการ", "ปีงบประมาณ", "งบประมาณ (บาท)", "สถานะ"),
        (1, "(ทดสอบ) หมู่บ้านเห็ด", "หมู่บ้านแม่ข่าย วท.", "ขอนแก่น", "๒๕๕๔", "๒๐๐,๐๐๐", "เสร็จสิ้นโครงการ"),
        (2, "(ทดสอบ) อาสาสมัครน้ำสะอาด", "อสวท.", "ยโสธร, ร้อยเอ็ด", "๒๕๕๔", "๑๕๐,๐๐๐.-", "เสร็จสิ้นโครงการ"),
        (
            3,
            "(ทดสอบ) หมู่บ้านเกลือ",
            "หมู่บ้านแม่ข่าย วท.",
            "กลุ่มจังหวัดภาคตะวันออกเฉียงเหนือตอนบน ๑",
            "๒๕๕๔",
            "๙๐,๐๐๐",
            "ยกเลิก",
        ),
        ("รวม", None, None, None, None, "๔๔๐,๐๐๐", None),
        (FOOTER,),
    )
    answers = {"programmes|หมู่บ้านแม่ข่าย วท.": "host-village", "programmes|อสวท.": "volunteers"}
    return Listed("บัญชีโครงการ.xlsx", made(rows, ("A1:G1",)), "projects", 3, answers)


def meetings() -> Listed:
    """Workshops with two days in one cell, group names of their day, no ids and no scope."""
    rows = (
        ("สรุปการประชุมเชิงปฏิบัติการ ปีงบประมาณ ๒๕๕๔",),
        ("ครั้งที่", "ชื่อการประชุม", "กลุ่มจังหวัด", "วันที่จัด", "สถานที่", "จำนวนผู้เข้าร่วม"),
        (
            "๑",
            "(ทดสอบ) ประชุมกลุ่มเหนือ",
            "กลุ่มจังหวัดภาคเหนือตอนล่าง ๑",
            "๑๒ - ๑๓ พ.ย. ๒๕๕๓",
            "ห้องประชุมทดสอบ",
            "๘๐ คน",
        ),
        (
            "๒",
            "(ทดสอบ) ประชุมกลุ่มใต้",
            "กลุ่มจังหวัดภาคใต้ฝั่งอันดามัน",
            "๓๐ พ.ย. - ๒ ธ.ค. ๒๕๕๓",
            "ห้องประชุมทดสอบ",
            "๙๕ คน",
        ),
        ("๓", "(ทดสอบ) ประชุมที่รู้เพียงเดือน", "กลุ่มจังหวัดภาคตะวันออก", "ม.ค. ๒๕๕๔", "ห้องประชุมทดสอบ", "-"),
        ("รวม", None, None, None, None, "๑๗๕ คน"),
        (FOOTER,),
    )
    return Listed("การประชุม.xlsx", made(rows, ("A1:F1",)), "workshops", 3, {"number:participants|-": ""})


def representatives() -> Listed:
    """Appointments of institutions by their short names, without ids."""
    rows = (
        ("บัญชีผู้แทนกระทรวงประจำจังหวัด (ทดสอบ)",),
        ("ลำดับที่", "สถาบันเครือข่าย", "จังหวัด", "วันที่แต่งตั้ง", "วันที่สิ้นสุด"),
        ("๑", "มรภ.ลำปาง", "ลำปาง", "๒๑ ธ.ค. ๒๕๕๒", None),
        ("๒", "มหาวิทยาลัยนเรศวร", "สุโขทัย", "๒๑ ธันวาคม ๒๕๕๒", "๓๐ ก.ย. ๒๕๕๕"),
        (FOOTER,),
    )
    content = made(rows, ("A1:E1",))
    return Listed("ผู้แทน.xlsx", content, "representatives", 2, {"institutions|มรภ.ลำปาง": "lpru"})


def plans() -> Listed:
    """The stages of provincial plans, one province misspelt."""
    rows = (
        ("ความก้าวหน้าแผนพัฒนาจังหวัดด้วย วทน. (ทดสอบ)",),
        ("ที่", "จังหวัด", "วันรวบรวมความต้องการ", "วันยกร่าง", "วันที่เห็นชอบ"),
        ("๑", "จังหวัดพะเยา", "๕ ม.ค. ๒๕๕๔", "๑๐ มี.ค. ๒๕๕๔", "๒๐ พ.ค. ๒๕๕๔"),
        ("๒", "จังหวัดเชียงรายย", "๕ ม.ค. ๒๕๕๔", "๑๐ มี.ค. ๒๕๕๔", None),
        (FOOTER,),
    )
    return Listed("แผนจังหวัด.xlsx", made(rows, ("A1:E1",)), "plans", 2, {"provinces|จังหวัดเชียงรายย": "57"})


def services(year: str, titles: Sequence[str], turned: bool = False) -> Listed:
    """Projects of one programme that no row names, under headings of an office's own; `turned`: in another order.

    What only the officer can say: "เรื่องที่ดำเนินการ" is the title, "เงินที่ใช้ไป" what was disbursed, the programme and that
    no status is stated.
    """
    head = ("ลำดับ", "เรื่องที่ดำเนินการ", "พื้นที่", f"งบประมาณ {year}", "เงินที่ใช้ไป", "ปีงบประมาณ")
    rows = [(at, title, "แพร่", 100_000 * at, 90_000 * at, int(year)) for at, title in enumerate(titles, 1)]
    order = (5, 2, 4, 0, 1, 3) if turned else range(6)
    table = [[row[at] for at in order] for row in (head, *rows)]
    content = made([("บัญชีบริการที่ปรึกษา (ทดสอบ)",), *table])
    answers = {"list:projects.programme_code|": "clinic", "list:projects.status|": ""}
    return Listed(f"บริการ {year}.xlsx", content, "projects", len(titles), answers)


ALL = (clinics(), villages(), meetings(), representatives(), plans())
