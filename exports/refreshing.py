"""`python -m exports deck --update FILE --out COPY`: a deck that people edited, with the numbers of this release."""

import sys
from collections.abc import Sequence
from pathlib import Path

from data.records import Records
from exports import media
from exports.deck.update import NotOursError, refreshed
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
    except Exception as error:  # whatever a broken package raises, it is no deck
        print(reader.t("update-unreadable", path=str(file), why=type(error).__name__), file=sys.stderr)
        return WRONG_QUESTION
    _list(reader.t("update-changed", n=len(report.changed)), report.changed, reader)
    _list(reader.t("update-left-alone", n=len(report.left_alone)), report.left_alone, reader)
    _list(reader.t("update-cannot", n=len(report.cannot)), report.cannot, reader)
    print(reader.t("update-same", n=report.same))
    print(reader.t("cli-made", path=str(target), size=len(content) // 1024))
    return OK


def _list(head: str, rows: Sequence[tuple[int, str, str]], reader: Reader) -> None:
    print(head)
    for number, title, part in rows:
        kind, _, code = part.partition(" ")
        word = f"update-part-{kind}" if reader.has(f"update-part-{kind}") else "update-part-drawing"
        print(
            f"  {reader.t('update-row', n=number, title=title.replace(chr(11), ' '), part=reader.t(word))} {code}".rstrip()
        )
