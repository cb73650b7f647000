"""The tables of the Sources page: documents, conflicts, reconciliation, definitions, what is illustrative."""

from collections.abc import Hashable, Iterable
from html import escape
from typing import Any

import pandas as pd

from data.columns import table_message
from data.records import Records
from figures import words
from locales import Reader
from locales.publishers import publisher
from measures import contents as contents_of
from measures.catalogue import SPECS
from shell import markup


def reconciliation(frame: pd.DataFrame, records: Records, reader: Reader) -> str:
    """Return documented totals beside what the records give (`measures.reconciliation.compare`)."""
    rows = []
    for row in frame.to_dict("records"):
        reason = words.reason(row["reason"], reader)
        mark = {"agrees": "good", "differs": "gap"}.get(row["verdict"], "")
        rows.append(
            [
                escape(reader.t(f"indicator-{row['indicator']}"))
                + f'<br><span class="sti-sub">{escape(_scope(row["scope"], records, reader))}</span>',
                escape(_when(row, "as_of", reader)),
                escape(reader.t(f"qualifier-{row['qualifier']}", number=reader.number(row["value"]))),
                "–" if pd.isna(row["computed"]) else reader.number(row["computed"]),
                "–" if pd.isna(row["documented_value"]) else reader.number(row["documented_value"]),
                f'<b class="{mark}">{escape(reader.t("verdict-" + row["verdict"]))}</b>'
                f'<br><span class="sti-sub">{escape(reason)}</span>',
                _source(row["source_id"], reader),
            ]
        )
    names = ("indicator", "asof", "stated", "computed", "documented-only", "verdict", "source")
    columns = [reader.t(f"sources-{name}") for name in names]
    return markup.html_table(columns, rows, numeric={2, 3, 4}, caption=reader.t("sources-reconciliation"))


def conflicts(frame: pd.DataFrame, reader: Reader) -> str:
    """Return where two sources disagree, what each says, and how it is shown here."""
    rows = []
    for row in frame.to_dict("records"):
        what = row["what_th"] if reader.lang == "th" else row["what"]
        rows.append(
            [
                escape(what),
                f"{_said(row, 'a', reader)}<br>{_source(row['source_a'], reader)}",
                f"{_said(row, 'b', reader)}<br>{_source(row['source_b'], reader)}",
                escape(reader.pick(row, "how_to_show")),
            ]
        )
    columns = [reader.t(f"sources-{name}") for name in ("what", "first", "second", "shown")]
    return markup.html_table(columns, rows, caption=reader.t("sources-conflicts"))


def documents(records: Records, reader: Reader) -> str:
    """Return every document: title, publisher, date, how sure we are, and how many rows were taken from it."""
    taken = _rows_taken(records)
    rows = []
    for row in records.sources.to_dict("records"):
        title = escape(reader.pick(row, "title"))
        if row["url"].startswith(("http://", "https://")):
            title = (
                f'<a href="{escape(row["url"], quote=True)}" rel="noopener noreferrer nofollow">{title}</a>'
            )
        note = _note(row["note"], reader)
        rows.append(
            [
                _source(row["source_id"], reader),
                title + note,
                escape(publisher(row["publisher"], reader.lang)),
                escape(_when(row, "published_on", reader)),
                escape(reader.t(f"confidence-{row['confidence']}")) if row["confidence"] else "",
                escape(
                    ", ".join(
                        f"{_table(table, reader)} {n}" for table, n in taken.get(row["source_id"], {}).items()
                    )
                ),
            ]
        )
    columns = [
        reader.t(f"sources-{name}") for name in ("id", "title", "publisher", "date", "confidence", "taken")
    ]
    listed = markup.html_table(columns, rows, caption=reader.t("sources-documents"))
    return markup.folded(reader.t("sources-documents"), len(rows), listed)


def illustrative(records: Records, reader: Reader) -> str:
    """Return, per table, how many rows documents state and how many are made up."""
    rows = []
    for name, part in contents_of.by_source(records).groupby("table", sort=False):
        count = part["row_count"].sum()
        made_up = int(part.loc[part["evidence"] == "illustrative", "row_count"].sum())
        if made_up:
            rows.append(
                [
                    escape(reader.t(table_message(str(name)))),
                    reader.number(int(count) - made_up),
                    reader.number(made_up),
                ]
            )
    columns = [reader.t(f"sources-{name}") for name in ("table", "documented", "illustrative-column")]
    return markup.html_table(columns, rows, numeric={1, 2}, caption=reader.t("sources-illustrative-rows"))


def definitions(reader: Reader) -> str:
    """Return the definition of every measure."""
    items = "".join(
        f"<dt>{escape(reader.t(f'measure-{code}'))}</dt><dd>{escape(reader.t(f'measure-{code}-definition'))}</dd>"
        for code in SPECS
    )
    return f'<dl class="sti-definitions">{items}</dl>'


def contents(names: Iterable[str], reader: Reader) -> str:
    """Return links to the sections of the page."""
    links = "".join(f'<a href="#{name}">{escape(reader.t(f"sources-{name}"))}</a>' for name in names)
    return f'<nav class="sti-contents" aria-label="{escape(reader.t("sources-contents"), quote=True)}">{links}</nav>'


def _note(note: str, reader: Reader) -> str:
    """Return the compiler's note; it is in English only, so a Thai page folds it away and marks its language."""
    if not note:
        return ""
    if reader.lang == "en":
        return f'<br><span class="sti-sub">{escape(note)}</span>'
    title = escape(reader.t("sources-note"))
    return (
        f'<details class="sti-sub"><summary>{title}</summary><span lang="en">{escape(note)}</span></details>'
    )


def _said(row: dict[Hashable, Any], side: str, reader: Reader) -> str:
    """Return what one source says, in the reader's words where the catalogue has them."""
    message = f"conflict-{row['conflict_id']}-{side}"
    if reader.has(message):
        return escape(reader.t(message))
    return f'<span lang="en">{escape(row[f"value_{side}"])}</span>'


def _source(source_id: str, reader: Reader) -> str:
    """Return the id of a document, or in words what is none: general knowledge, a count made here."""
    message = f"source-{source_id}"
    return escape(reader.t(message)) if reader.has(message) else f"<code>{escape(source_id)}</code>"


def _scope(scope: str, records: Records, reader: Reader) -> str:
    kind, _, code = scope.partition(":")
    for frame, column, name in (
        (records.phases, "phase_code", "name"),
        (records.provinces, "province_code", "name"),
        (records.workshops, "workshop_id", "title"),
    ):
        found = frame[frame[column].isin([scope, code])]
        if len(found):
            return reader.pick(found.iloc[0], name)
    if kind == "scheme":
        return reader.t("sources-scope-scheme", year=reader.year(int(code)))
    message = f"sources-scope-{kind}"
    return reader.t(message) + (f" {code}" if code else "") if reader.has(message) else scope


def _table(name: str, reader: Reader) -> str:
    message = table_message(name)
    return reader.t(message) if reader.has(message) else name


def _when(row: dict[Hashable, Any], column: str, reader: Reader) -> str:
    day, precision = row[column], row["date_precision"]
    if pd.isna(day):
        return ""
    return reader.date(day, precision if precision in ("day", "month", "year") else "day")


def _rows_taken(records: Records) -> dict[str, dict[str, int]]:
    taken: dict[str, dict[str, int]] = {}
    rows = contents_of.by_source(records)
    rows = rows[(rows["table"] != "sources") & (rows["source_id"] != "")]
    for (name, source_id), count in (
        rows.groupby(["table", "source_id"], sort=False)["row_count"].sum().items()
    ):
        taken.setdefault(str(source_id), {})[str(name)] = int(count)
    return taken
