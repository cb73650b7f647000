"""`python -m data rounds`: open, list and close rounds of collection, write their workbooks, take filled ones back."""

import json
import sys
from argparse import Namespace
from datetime import date
from pathlib import Path

from data.access.roles import Identity
from data.commands import CLEAN, PROBLEMS, UNREADABLE, opened
from data.faults import fault_text
from data.intake import steps
from data.intake.limits import LIMITS
from data.intake.notes import RefusedFileError
from data.proposals import work
from data.proposals.ledger import Ledger
from data.proposals.model import Document, ProposalError
from data.proposals.rights import provinces_of
from data.proposals.work import Draft
from data.records import Records
from data.rounds import returned
from data.rounds.book import Round, RoundBook
from data.rounds.standing import answers, today
from data.rounds.workbooks import workbook
from locales import Reader


def rounds(options: Namespace, reader: Reader) -> int:
    """Do what the options ask for; without any, print each running round and where its areas stand."""
    book = RoundBook(opened(options))
    who = Identity("editor", options.author)
    try:
        if options.open:
            areas = _areas(options.areas, book.store.records())
            until = date.fromisoformat(options.until)
            print(
                book.open(
                    who, options.open, options.tables or ("plans",), areas, until, options.note
                ).round_id
            )
            return CLEAN
        if options.close:
            book.close(who, options.close)
            return CLEAN
        if options.take:
            return _take(book, options, who, reader)
        if options.books:
            return _books(book.get(options.round), options.books, book.store.records(), reader)
    except ProposalError as error:
        print(reader.t(f"proposal-error-{error.kind}", detail=error.detail), file=sys.stderr)
        return PROBLEMS
    except (RefusedFileError, ValueError, OSError) as error:
        told = fault_text(error.fault, reader) if isinstance(error, RefusedFileError) else str(error)
        print(told, file=sys.stderr)
        return UNREADABLE
    _list(book, options, reader)
    return CLEAN


def _areas(named: list[str], records: Records) -> list[str]:
    every = set(records.provinces["province_code"])
    return sorted((provinces_of(named, records) & every) if named else every)


def _list(book: RoundBook, options: Namespace, reader: Reader) -> None:
    known = list(Ledger(book.store).all().values())
    found = {one: answers(one, known, today()) for one in book.running()}
    if options.json:
        told = [
            {"round": one.round_id, "title": one.title, "until": one.until.isoformat(), "tables": one.tables,
             "areas": {area: answer.state for area, answer in areas.items()}}
            for one, areas in found.items()
        ]  # fmt: skip
        print(json.dumps(told, ensure_ascii=False, indent=1))
        return
    for one, areas in found.items():
        print(f"{one.round_id}  {one.until}  {one.title}")
        for area, answer in areas.items():
            print(f"  {area}  {reader.t(f'round-state-{answer.state}')}")


def _books(one: Round, folder: Path, records: Records, reader: Reader) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    for area in one.areas:
        path = folder / f"{one.round_id}-{area}.xlsx"
        path.write_bytes(workbook(one, area, records, reader))
    print(folder)
    return CLEAN


def _take(book: RoundBook, options: Namespace, who: Identity, reader: Reader) -> int:
    """Take a filled workbook back as a proposal of the round."""
    one, records = book.get(options.round), book.store.records()
    file: Path = options.take
    filled = steps.opened(file.name, file.read_bytes(), LIMITS)
    came = returned.read(filled, steps.Asked({}, {}, "merge", today()), records)
    for fault in came.found.faults:
        print(fault_text(fault, reader))
    if not came.found.is_clean:
        return PROBLEMS
    draft = Draft(
        options.note or file.name, came.rows, returned.areas_of(came.rows, one), Document(title=options.source_title),
        (file.name, file.read_bytes()), one.round_id,
    )  # fmt: skip
    print(work.send(Ledger(book.store), draft, who, records).proposal_id)
    return CLEAN
