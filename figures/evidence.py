"""Evidence in words: documented, partly, illustrative. The only place that words it, for page, file and picture."""

from locales import Reader
from measures.evidence import DOCUMENTED, ILLUSTRATIVE, PARTLY, Evidence


def state_of(documented: float | None) -> str:
    """Return the state of a documented share (0 to 1): documented, partly, illustrative; "" for None."""
    if documented is None:
        return ""
    return DOCUMENTED if documented >= 1 else ILLUSTRATIVE if documented <= 0 else PARTLY


def word(state: str, reader: Reader) -> str:
    """Return the short word of a state, as it stands in a cell or beside a number: "สมมติ"; "" for none."""
    return reader.t(f"evidence-{state}") if state else ""


def mark(state: str, reader: Reader) -> str:
    """Return the mark of a number that must not be quoted without it; "" for a documented one and for none."""
    return word(state, reader) if state in (PARTLY, ILLUSTRATIVE) else ""


def marked(text: str, documented: float | None, reader: Reader) -> str:
    """Return a title or an alternative text with the mark of its numbers behind it: "… (สมมติ)"."""
    said = mark(state_of(documented), reader)
    return f"{text} ({said})" if said and text else text


def share_words(documented: float | None, reader: Reader) -> str:
    """Return how much of a figure documents state, in words; "" where no row stands behind it."""
    state = state_of(documented)
    if state == PARTLY and documented is not None:
        return reader.t("evidence-share", pct=max(1, min(99, round(documented * 100))))
    return reader.t(f"evidence-all-{state}") if state else ""


def number_words(state: str, documented: float | None, reader: Reader) -> str:
    """Return how far a number is documented, in words: of its own evidence; the share is told of a partly known one."""
    if state == PARTLY and documented is not None and 0 < documented < 1:
        return share_words(documented, reader)
    if state == PARTLY:
        return word(state, reader)
    return reader.t(f"evidence-all-{state}") if state else ""


def count_words(known: Evidence, reader: Reader) -> str:
    """Return how many of the rows behind a number documents state: "มีเอกสารยืนยัน 17 จาก 25"."""
    if known.state == PARTLY:
        return reader.t("evidence-count", n=known.documented, of=known.of)
    return reader.t(f"evidence-all-{known.state}") if known.of else ""


def sentence(documented: float | None, reader: Reader) -> str:
    """Return how much of the rows behind something documents state, as a whole sentence for notes."""
    state = state_of(documented)
    if state == PARTLY and documented is not None:
        return reader.t("story-share", pct=max(1, min(99, round(documented * 100))))
    return reader.t("story-share-all" if state == DOCUMENTED else "story-share-none") if state else ""
