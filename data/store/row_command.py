"""`python -m data history --row TABLE KEY`: the history of one row or one cell, as lines or JSON."""

import json
import sys
from argparse import Namespace

from data.columns import column_message
from data.schema import TABLES
from data.store.releases import BANGKOK
from data.store.rowhistory import Cell, Entry, RowHistory
from data.store.rowhistory import row_history as found_history
from data.store.rowindex import RowIndex
from data.store.store import Store
from locales import Reader

CLEAN, PROBLEMS, UNREADABLE = 0, 1, 2


def row_history(store: Store, options: Namespace, reader: Reader) -> int:
    """Print what each release did to a row, newest first; 1 when no release ever had it, 2 when there is no such table."""
    table, key = options.row
    if table not in TABLES or (options.column and options.column not in (*TABLES[table].names, "evidence")):
        what = {"table": table, "column": options.column or "–", "tables": ", ".join(TABLES)}
        print(reader.t("rows-cli-unknown", **what), file=sys.stderr)
        return UNREADABLE
    history = found_history(RowIndex(store), table, key)
    entries = history.of_cell(options.column) if options.column else history.entries
    if options.json:
        print(json.dumps(_plain(history, entries), ensure_ascii=False, indent=1))
    for entry in () if options.json else entries:
        when = f"{entry.release.published_at.astimezone(BANGKOK):%Y-%m-%d %H:%M}"
        told = {"number": str(entry.release.number), "when": when, "author": entry.release.author}
        told |= {"kind": reader.t(f"rows-{entry.kind}"), "note": entry.release.note or "–"}
        print(reader.t("rows-cli-entry", **told, source=entry.source_id or "–"))
        for cell in entry.cells:
            print("    " + cell_text(cell, reader))
    if not entries:
        print(reader.t("rows-never", key=key), file=sys.stderr)
    return CLEAN if entries else PROBLEMS


def cell_text(cell: Cell, reader: Reader) -> str:
    """Return a cell that changed as a line."""
    message = column_message(cell.column)
    name = reader.t(message) if reader.has(message) else cell.column
    return reader.t("rows-cell", column=name, before=cell.before or "–", after=cell.after or "–")


def _plain(history: RowHistory, entries: tuple[Entry, ...]) -> dict[str, object]:
    return {
        "table": history.table, "key": history.key, "now": history.now,
        "entries": [
            {
                "release": entry.release.release_id, "number": entry.release.number, "kind": entry.kind,
                "published_at": entry.release.published_at.isoformat(), "author": entry.release.author,
                "note": entry.release.note, "source_id": entry.source_id, "evidence": entry.evidence,
                "cells": [{"column": c.column, "before": c.before, "after": c.after} for c in entry.cells],
            }
            for entry in entries
        ],
    }  # fmt: skip
