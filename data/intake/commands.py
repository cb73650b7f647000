"""The commands that read an officer's file: check, and import where nothing stands in the way."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections import Counter
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from data.commands import CLEAN, PROBLEMS, UNREADABLE, line, opened
from data.faults import fault_text
from data.records import Records
from locales import Reader

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.intake.examine import Examination
    from data.intake.files import Book
    from data.intake.mapping import Choice, SheetPlan
    from data.store.releases import Release
    from data.store.store import Store

SHOWN, SHOWN_JSON = 200, 5_000  # faults told one by one; the corrected workbook holds all of them
MODES = ("replace_illustrative", "merge", "replace")


def check(options: Namespace, reader: Reader) -> int:
    """Print what is wrong with a file; 0 when it could be published, 1 when not, 2 when it cannot be read."""
    looked = _looked(options, reader)
    if looked is None:
        return UNREADABLE
    found = looked[-1]
    return CLEAN if found.is_clean else PROBLEMS


def bring(options: Namespace, reader: Reader) -> int:
    """Check a file and publish it as a release; nothing is published in part."""
    from data.intake.examine import NotReadyError
    from data.intake.sourcing import Source, SourceError

    looked = _looked(options, reader)
    if looked is None:
        return UNREADABLE
    store, current, found = looked
    source = Source(options.source, title_th=options.source_title) if options.source else None
    try:
        tables = found.proposed(source)
    except (NotReadyError, SourceError) as error:
        return _refuse(reader.t(f"store-cli-not-ready-{error.args[0]}"))
    expected = current.release_id if current else ""
    done = store.publish(tables, author=options.author, note=options.note, expected=expected)
    print(line(done, current, reader), file=sys.stderr if options.json else sys.stdout)
    return CLEAN


def _looked(options: Namespace, reader: Reader) -> tuple[Store, Release | None, Examination] | None:
    """Examine a file against the current release and print what was found; None when it cannot be read."""
    book = _book(options, reader)
    if book is None:
        return None
    store = opened(options)
    current = store.current()
    found = _examined(book, options, store.records(current), store, reader)
    _tell(found, options, reader)
    return store, current, found


def _book(options: Namespace, reader: Reader) -> Book | None:
    """Return the file as a book; None, with the reason on the error output, when it cannot be read."""
    from data.intake.files import open_file
    from data.intake.notes import RefusedFileError

    try:
        return open_file(options.file.name, options.file.read_bytes())
    except OSError as error:
        _refuse(reader.t("store-cli-no-file", file=str(options.file), why=error.strerror or str(error)))
    except RefusedFileError as error:
        _refuse(fault_text(error.fault, reader))
        if options.json:
            print(json.dumps({"file": options.file.name, "verdict": "refused", "faults": [_fault(error.fault, reader)]},
                             ensure_ascii=False, indent=1))  # fmt: skip
    return None


def _examined(book: Book, options: Namespace, records: Records, store: Store, reader: Reader) -> Examination:
    from data.intake import scopes
    from data.intake.examine import examine
    from data.intake.mapping import understand
    from data.schema import SCOPED

    choices, known = ({}, {}) if options.afresh else _as_before(book, store, options, reader)
    plans = understand(book, choices)
    if options.table:
        plans = understand(book, choices | _of_one_table(plans, options.table))
    if options.covers:
        known |= {scopes.key(table): options.covers for table in SCOPED}
    if options.answer:  # what is said now goes before what was said of earlier lists
        given = {
            text.strip(): meaning.strip() for text, _, meaning in (a.partition("=") for a in options.answer)
        }
        asked = examine(book, plans, records, mode=options.mode).questions
        known |= {q.key: given[said] for q in asked for said in (q.key, q.read) if said in given}
    return examine(book, plans, records, known, mode=options.mode)


def _of_one_table(plans: Sequence[SheetPlan], table: str) -> dict[str, Choice]:
    """Read the sheets that fit a table as it, all of them where none does, and leave the others out."""
    from data.intake.mapping import Choice

    fitting = {plan.sheet for plan in plans if plan.table == table} or {plan.sheet for plan in plans}
    return {plan.sheet: Choice(table if plan.sheet in fitting else "") for plan in plans}


def _as_before(
    book: Book, store: Store, options: Namespace, reader: Reader
) -> tuple[dict[str, Choice], dict[str, str]]:
    """Return how sheets were read before and what names mean, as the desk proposes it, and say whose reading it is."""
    from data.intake import known_lists
    from data.intake.mapping import Choice
    from data.intake.remembered import of_store

    memory = of_store(store)
    choices, answers, lists = {}, memory.answers(), memory.lists()
    for sheet in book.sheets:
        if one := known_lists.proposed(sheet, lists):
            choices[sheet.name] = Choice(one.table, one.columns)
            answers |= one.words
            said = reader.t("store-cli-read-as", sheet=sheet.name, who=one.who, at=one.at[:10])
            print(said, file=sys.stderr if options.json else sys.stdout)
    return choices, answers


def _tell(found: Examination, options: Namespace, reader: Reader) -> None:
    """Print the examination: sentences, or JSON for another program."""
    from data.intake.changes import question_text
    from data.intake.notes import note_text
    from data.intake.suspicions import suspicion_text

    if options.json:
        print(json.dumps(_as_data(found, options, reader), ensure_ascii=False, indent=1, default=str))
        return
    for note in found.notes:  # first of all: columns, rows and sheets that are not read
        print(note_text(note, reader))
    for fault in found.faults[:SHOWN]:
        print(fault_text(fault, reader))
    for (column, code), count in Counter((f.column, f.code) for f in found.faults[SHOWN:]).most_common():
        first = next(f for f in found.faults if (f.column, f.code) == (column, code))
        print(reader.t("desk-cli-more-faults", n=count, like=fault_text(first, reader)))
    for question in found.questions:
        where = {"file": question.file, "row": str(question.row), "column": question.column}
        suggested = ", ".join(question.suggestions) or "–"
        print(
            reader.t(
                "store-cli-question", **where, question=question_text(question, reader), suggested=suggested
            )
        )
    for warning in found.warnings:
        print(suspicion_text(warning, reader))
    rows = ", ".join(f"{name} {reader.number(len(sheet.row))}" for name, sheet in found.sheets.items()) or "–"
    counts = {"faults": len(found.faults), "questions": len(found.questions), "warnings": len(found.warnings)}
    print(reader.t("store-cli-checked", rows=rows, **counts))


def _as_data(found: Examination, options: Namespace, reader: Reader) -> dict[str, Any]:
    """Return the examination for another program."""
    from data.intake.changes import question_text
    from data.intake.notes import note_text
    from data.intake.suspicions import suspicion_text

    return {
        "file": options.file.name,
        "verdict": "clean" if found.is_clean else "problems",
        "rows": {name: len(sheet.row) for name, sheet in found.sheets.items()},
        "faults": [_fault(fault, reader) for fault in found.faults[:SHOWN_JSON]],
        "fault_count": len(found.faults),
        "questions": [asdict(q) | {"sentence": question_text(q, reader)} for q in found.questions],
        "warnings": [asdict(w) | {"sentence": suspicion_text(w, reader)} for w in found.warnings],
        "notes": [asdict(note) | {"sentence": note_text(note, reader)} for note in found.notes],
        "changes": len(found.changes),
        "needs_source": found.needs_source,
    }


def _fault(fault: Any, reader: Reader) -> dict[str, Any]:
    return asdict(fault) | {"sentence": fault_text(fault, reader)}


def _refuse(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return PROBLEMS
