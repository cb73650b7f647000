"""Units that people write beside money and counts, and what one of them is worth."""

from decimal import Decimal

MONEY_UNITS: dict[str, Decimal] = {
    **dict.fromkeys(("บาท", "บ", "baht", "thb", "฿", "-บาท"), Decimal(1)),
    **dict.fromkeys(("ร้อยบาท",), Decimal(100)),
    **dict.fromkeys(
        ("พันบาท", "พัน", "thousandbaht", "kbaht", "'000baht", "000บาท", "000baht"), Decimal(1_000)
    ),
    **dict.fromkeys(("หมื่นบาท", "หมื่น"), Decimal(10_000)),
    **dict.fromkeys(("แสนบาท", "แสน"), Decimal(100_000)),
    **dict.fromkeys(
        ("ล้านบาท", "ล้าน", "ลบ", "ลบาท", "millionbaht", "mbaht", "mthb", "mb", "million", "m"),
        Decimal(1_000_000),
    ),
    **dict.fromkeys(("สิบล้านบาท", "สิบล้าน"), Decimal(10_000_000)),
    **dict.fromkeys(("ร้อยล้านบาท", "ร้อยล้าน"), Decimal(100_000_000)),
    **dict.fromkeys(("พันล้านบาท", "พันล้าน", "billionbaht"), Decimal(1_000_000_000)),
}
COUNT_UNITS = frozenset((
    "คน", "ราย", "ท่าน", "รูป", "ครั้ง", "รอบ", "แห่ง", "โครงการ", "กลุ่ม", "จังหวัด", "หน่วยงาน", "เรื่อง", "รายการ",
    "people", "persons", "person", "times", "projects", "provinces", "groups", "places",
))  # fmt: skip
