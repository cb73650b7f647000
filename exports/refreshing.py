"""`python -m exports deck --update FILE --out COPY`: a deck that people edited, with the numbers of this release."""

import sys
from pathlib import Path

from data.records import Records
from exports import media
from exports.deck.opening import NotADeckError
from exports.deck.update import NotOursError, Report, refreshed
from exports.story.story import StoryError
from locales import Reader

OK, SOME_FAILED, WRONG_QUESTION = 0, 1, 2


def refresh(records: Records, file: Path, target: Path, reader: Reader) -> int:
    """Write the refreshed copy and say what changed, what was left alone and what cannot be said any more."""
    try:
        content, report = refreshed(file.read_bytes(), records)
        media.write(target, content)
    except NotOursError:
        print(reader.t("update-not-ours", path=str(file)), file=sys.stderr)
        return WRONG_QUESTION
    except StoryError as error:
        print(error.sentence(reader), file=sys.stderr)
        return WRONG_QUESTION
    except media.UnwritableError as error:
        print(reader.t("cli-unwritable", path=error.args[0], why=error.args[1]), file=sys.stderr)
        return SOME_FAILED
    except (NotADeckError, OSError) as error:
        why = (error.strerror if isinstance(error, OSError) else "") or reader.t("update-no-deck")
        print(reader.t("update-unreadable", path=str(file), why=why), file=sys.stderr)
        return WRONG_QUESTION
    for head, rows in told(report, reader):
        print("\n".join([head, *(f"  {row}" for row in rows)]))
    print(reader.t("cli-made", path=str(target), size=len(content) // 1024))
    return OK


def told(report: Report, reader: Reader) -> list[tuple[str, list[str]]]:
    """Return in words what a refreshed deck changed, left alone and cannot say: heads, each with a line per part."""
    heads = [
        (reader.t(f"update-{name}", n=len(rows)), [_line(*row, reader) for row in rows])
        for name, rows in (
            ("changed", report.changed),
            ("added", report.added),
            ("wanting", report.wanting),
            ("left-alone", report.left_alone),
            ("cannot", report.cannot),
        )
        if rows or name not in ("added", "wanting")
    ]
    heads.append((reader.t("update-same", n=report.same), []))
    if report.unused:
        heads.append((reader.t("downloads-leaves-out", said=report.unused), []))
    return heads


def _line(number: int, title: str, part: str, reader: Reader) -> str:
    kind, _, code = part.partition(" ")
    known = next(
        (f"update-part-{name}" for name in (kind, "drawing") if reader.has(f"update-part-{name}")), ""
    )
    label = next((name for name in (f"area-key-{code}", f"measure-{code}") if code and reader.has(name)), "")
    named = " ".join([reader.t(known), reader.t(label) if label else code]).rstrip()
    return reader.t("update-row", n=number, title=title.replace("\v", " "), part=named)
