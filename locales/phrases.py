"""Where a text may be cut: after a space, between Thai phrases, never inside a word of ours."""

import re
from functools import cache

import budoux

THAI = re.compile("[\u0e01-\u0e5b]")
# Words of ours that a model of the language may cut, and numbers with what they count.
WHOLE = re.compile(
    "กลุ่มจังหวัด|จังหวัด|ราชกิจจานุเบกษา|หนองคาย|ล้านบาท|จัดทำ|นวัตกรรม|ผู้แทน|วทน\\.|ปฏิบัติการ"
    "|ระยะที่[ \u00a0]\\d|\\d[\\d,.]*[ \u00a0](?:จาก|of)[ \u00a0]\\d+"
    "|\\d{1,2} [^\\s\\d]+ \\d{4}"
)


@cache
def _thai() -> budoux.Parser:
    return budoux.load_default_thai_parser()


def pieces(text: str) -> list[str]:
    """Return a text cut where a line may end: after a space, between Thai phrases, never inside a word of ours."""
    cuts: set[int] = set()
    at = 0
    for word in re.findall(r"\S+\s*|\s+", text):
        parts = _thai().parse(word) if THAI.search(word) else [word]
        for part in parts:
            at += len(part)
            cuts.add(at)
    for found in WHOLE.finditer(text):
        cuts -= set(range(found.start() + 1, found.end()))
    ends = sorted(cuts | {len(text)})
    return [text[start:end] for start, end in zip([0, *ends], ends, strict=False) if end > start]
