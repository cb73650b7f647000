"""What is wrong with a file, by row and column; what only the officer can say; what was brought into written form."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from html import escape
from typing import Any

import streamlit as st

from data.faults import Fault
from data.intake.changes import change_text
from data.intake.examination import Examination
from data.intake.notes import note_text
from data.intake.suspicions import Suspicion
from data.intake.words import spoken
from data.records import Records
from locales import Reader
from shell import markup
from views.desk import common as desk
from views.desk import drop as desk_drop
from views.desk import kept as desk_kept
from views.desk import mend as desk_mend
from views.desk import questions as desk_questions
from views.desk import spelled as desk_spelled
from views.desk import tables as desk_tables
from views.desk import templates as desk_templates
from views.desk import way as desk_way
from views.desk.job import Job

SHOWN = 200  # problems listed at once; the corrected file holds all of them


def show(job: Job, records: Records, reader: Reader, today: date) -> None:
    """Draw the verdict, the problems with the corrected file, the questions, the doubts and the changes."""
    found = desk_drop.examined(job, records, reader, today)
    if found is None:
        desk_drop.drop(reader, key="desk_again")
        desk_way.show("check", reader)
        return
    st.html(_counts(job, found, reader))
    if found.faults:
        _faults(job, found, records, reader, today)
    desk_mend.show(job, found.faults, reader)
    desk_questions.show(job, found, records, reader)
    desk_kept.of_answers(job, reader)
    if not found.questions:
        desk_spelled.show(job, found.clusters, reader)
    _doubts(found, reader)
    _changes(found, reader)
    _notes(found, reader)
    _way_on(found, reader)


def _counts(job: Job, found: Examination, reader: Reader) -> str:
    used = {plan.sheet for plan in job.plans() if plan.table}
    rows = sum(len(sheet.rows) for sheet in job.book.sheets if sheet.name in used)
    told = (
        ("rows", rows, ""),
        ("faults", found.fault_count, "gap" if found.faults else "good"),
        ("questions", len(found.questions), "gap" if found.questions else "good"),
        ("warnings", len(found.warnings), ""),
        ("changes", len(found.changes), ""),
    )
    items = "".join(
        f'<li><b class="{mark}">{reader.number(n)}</b><span>{escape(reader.t(f"desk-count-{name}"))}</span></li>'
        for name, n, mark in told
    )
    verdict = (
        "desk-verdict-clean"
        if found.is_clean
        else "desk-verdict-faults"
        if found.faults
        else "desk-verdict-questions"
    )
    mark = "sti-good" if found.is_clean else "sti-gap"
    return (
        f'<p class="{mark}" role="status">{escape(reader.t(verdict))}</p><ul class="sti-counts">{items}</ul>'
    )


def _faults(job: Job, found: Examination, records: Records, reader: Reader, today: date) -> None:
    t = reader.t
    st.html(markup.section(t("desk-faults"), t("desk-faults-sub"), level=3))
    st.html(
        _problems(
            found.faults,
            lambda fault: _fault_words(fault, reader),
            reader,
            t("desk-faults"),
            len(job.book.sheets),
            found.fault_count,
        )
    )
    with st.container(key="desk_corrected", horizontal=True, gap="small", vertical_alignment="center"):
        desk_templates.corrected(job, records, today, reader)
    desk.quiet(desk_templates.corrected_told(job, reader))
    desk_drop.drop(reader, key="desk_again")


def _fault_words(fault: Fault, reader: Reader) -> str:
    read = fault.read or reader.t("fault-read-blank")
    return reader.t(f"fault-{fault.code}", read=read, expected=spoken(fault.expected, reader))


def _problems(
    found: Sequence[Any], words: Callable[[Any], str], reader: Reader, caption: str, sheets: int = 1,
    count: int = 0,
) -> str:  # fmt: skip
    """Return problems as a table: row, column, what was read, what is wrong and what would be right."""
    names = ("row", "field", "read", "wrong")
    labels = [reader.t(f"desk-problem-{name}") for name in names]
    rows = []
    for one in list(found)[:SHOWN]:
        where = reader.t("desk-problem-whole") if one.row == 0 else str(one.row)
        sheet = f'<br><span class="sti-sub">{escape(one.file)}</span>' if sheets > 1 or one.row == 0 else ""
        cells = [
            f"<b>{escape(where)}</b>{sheet}",
            escape(desk.column_name(one.column, reader)),
            f'<span class="sti-cell">{escape(_short(one.read))}</span>' if one.read else "",
            escape(words(one)),
        ]
        rows.append([desk_tables.labelled(n, c) for n, c in zip(labels, cells, strict=True)])
    more = ""
    if (every := max(count, len(found))) > SHOWN:
        more = f'<p class="sti-sub">{escape(reader.t("desk-more", shown=SHOWN, of=every))}</p>'
    table = markup.html_table(labels, rows, caption=caption)
    return f'<div class="sti-tall sti-problems">{desk_tables.stacked(table)}</div>{more}'


def _short(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:79]}…"


def _doubts(found: Examination, reader: Reader) -> None:
    if found.warnings:
        st.html(markup.section(reader.t("desk-warnings"), reader.t("desk-warnings-sub"), level=3))
        st.html(
            _problems(
                found.warnings, lambda one: _doubt_words(one, reader), reader, reader.t("desk-warnings")
            )
        )


def _doubt_words(one: Suspicion, reader: Reader) -> str:
    return reader.t(f"warning-{one.code}", read=one.read, value=one.value)


def _changes(found: Examination, reader: Reader) -> None:
    if not found.changes:
        return
    with st.expander(reader.t("desk-changes-made", n=len(found.changes)), key="desk_changes_made"):
        st.html(
            _sentences((change_text(change, reader) for change in found.changes), len(found.changes), reader)
        )


def _notes(found: Examination, reader: Reader) -> None:
    if found.notes:
        with st.expander(reader.t("desk-notes-made", n=len(found.notes)), key="desk_notes_made"):
            st.html(_sentences((note_text(note, reader) for note in found.notes), len(found.notes), reader))


def _sentences(told: Iterable[str], count: int, reader: Reader) -> str:
    items = "".join(f"<li>{escape(text)}</li>" for _, text in zip(range(SHOWN), told, strict=False))
    more = (
        f'<p class="sti-sub">{escape(reader.t("desk-more", shown=SHOWN, of=count))}</p>'
        if count > SHOWN
        else ""
    )
    return f'<ul class="sti-notes">{items}</ul>{more}'


def _way_on(found: Examination, reader: Reader) -> None:
    t = reader.t
    nothing = found.is_clean and not found.changed
    desk_way.show(
        "check", reader, on="effect", label=t("desk-effect-now"), ready=found.is_clean and not nothing
    )
    if nothing:
        desk.note(t("desk-nothing"))
    elif not found.is_clean:
        desk.quiet(t("desk-not-yet"))
