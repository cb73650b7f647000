"""Which known name a written one is most like, Thai or English; never an answer, only what to offer first."""

from collections.abc import Mapping, Sequence

from rapidfuzz import fuzz, process

from data.intake.plain import thai_digits
from geo.names import fold

LONGEST = 200  # characters of a name that are compared
ENOUGH = 68.0  # of 100: below this a name is no likelier than any other
_BEGINS = 92.0  # one name is the beginning of the other: "ภาคตะวันออก", "ภาคตะวันออก 1"
_SHORTEST = 3
_MARGIN = 24.0  # what is so much less like than the likest is not offered
# What whole families of names share says nothing about which one is meant.
_SHARED = ("กลุ่มจังหวัด", "จังหวัด", "จ.", "มหาวิทยาลัยเทคโนโลยีราชมงคล", "มหาวิทยาลัยราชภัฏ", "มหาวิทยาลัยราชภัฎ",
           "ม.เทคโนโลยีราชมงคล", "ม.ราชภัฏ", "ม.ราชภัฎ", "ราชภัฏ", "ราชภัฎ", "มหาวิทยาลัย", "มทร.", "มรภ.", "ม.",
           "วิทยาลัยเทคนิค", "วิทยาลัย", "สถาบัน", "สำนักงาน", "กรม", "เครือข่าย", "โครงการ", "changwat", "province of",
           "rajamangala university of technology", "university of", "the ")  # fmt: skip
_SHARED_ENDS = ("rajabhat university", "university", "province", "provincial cluster")


def core(text: str) -> str:
    """Return the folded part of a name that tells it from its kin."""
    words = thai_digits(text[:LONGEST]).strip().casefold()
    for start in _SHARED:
        if words.startswith(start) and len(words) > len(start) + 1:
            words = words[len(start) :].strip()
            break
    for end in _SHARED_ENDS:
        words = words.removesuffix(end).strip() or words
    return fold(words)


def likest(written: str, known: Mapping[str, Sequence[str]], most: int) -> list[str]:
    """Return the codes of the names most like a written one, the likest first. known: core of a name -> codes."""
    key = core(written)
    if not key:
        return []
    scores: dict[str, float] = {}
    for name, score, _ in process.extract(
        key, known.keys(), scorer=fuzz.ratio, score_cutoff=ENOUGH, limit=most * 3
    ):
        scores[name] = score
    if len(key) >= _SHORTEST:
        for name in known:
            if len(name) >= _SHORTEST and (name.startswith(key) or key.startswith(name)):
                scores[name] = max(scores.get(name, 0.0), _BEGINS)
    codes: dict[str, float] = {}
    for name, score in scores.items():
        for code in known[name]:
            codes[code] = max(codes.get(code, 0.0), score)
    best = max(codes.values(), default=0.0)
    near = [code for code, score in codes.items() if score >= best - _MARGIN]
    return sorted(near, key=lambda code: (-codes[code], code))[:most]
