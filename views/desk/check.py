"""What is wrong with a file, by row and column; what only the officer can say; what was brought into written form."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from html import escape
from typing import Any

import streamlit as st

from data.faults import Fault
from data.intake.examine import Examination
from data.intake.normalise import Question, change_text, question_text
from data.intake.notes import note_text
from data.intake.suspicions import Suspicion
from data.records import Records
from data.schema import TABLES
from locales import Reader
from shell import markup
from views.desk import common as desk
from views.desk import drop as desk_drop
from views.desk import tables as desk_tables
from views.desk import templates as desk_templates
from views.desk import way as desk_way
from views.desk.job import Job

SHOWN = 200  # problems listed at once; the corrected file holds all of them
OPEN = "\0open"


def show(job: Job, records: Records, reader: Reader, today: date) -> None:
    """Draw the verdict, the problems with the corrected file, the questions, the doubts and the changes."""
    with desk_drop.working(reader.t("desk-checking")) as progress:
        found = job.examination(records, today, progress)
    st.html(_counts(job, found, reader))
    if found.faults:
        _faults(job, found, reader)
    if found.questions:
        _questions(job, found, records, reader)
    if job.answers:
        _answers(job, reader)
    _doubts(found, reader)
    _changes(found, reader)
    _notes(found, reader)
    _way_on(found, reader)


def _counts(job: Job, found: Examination, reader: Reader) -> str:
    rows = sum(len(sheet.values) for sheet in found.sheets.values())
    told = (
        ("rows", rows, ""),
        ("faults", len(found.faults), "gap" if found.faults else "good"),
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


def _faults(job: Job, found: Examination, reader: Reader) -> None:
    t = reader.t
    st.html(markup.section(t("desk-faults"), t("desk-faults-sub"), level=3))
    st.html(
        _problems(
            found.faults,
            lambda fault: _fault_words(fault, reader),
            reader,
            t("desk-faults"),
            len(job.book.sheets),
        )
    )
    with st.container(key="desk_corrected", horizontal=True, gap="small", vertical_alignment="center"):
        desk_templates.corrected(job, found, reader)
    desk.quiet(t("desk-corrected-sub"))
    desk_drop.drop(reader, key="desk_again")


def _fault_words(fault: Fault, reader: Reader) -> str:
    read = fault.read or reader.t("fault-read-blank")
    # Where a table is meant, the reader knows it by its name, not by ours.
    expected = desk.table_name(fault.expected, reader) if fault.expected in TABLES else fault.expected
    return reader.t(f"fault-{fault.code}", read=read, expected=expected)


def _problems(
    found: Sequence[Any], words: Callable[[Any], str], reader: Reader, caption: str, sheets: int = 1
) -> str:
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
    if len(found) > SHOWN:
        more = f'<p class="sti-sub">{escape(reader.t("desk-more", shown=SHOWN, of=len(found)))}</p>'
    table = markup.html_table(labels, rows, caption=caption)
    return f'<div class="sti-tall sti-problems">{desk_tables.stacked(table)}</div>{more}'


def _short(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:79]}…"


def _questions(job: Job, found: Examination, records: Records, reader: Reader) -> None:
    """Draw what only the officer can say; answers are taken together, then the file is examined again."""
    t = reader.t
    st.html(markup.section(t("desk-questions"), t("desk-questions-sub"), level=3))
    with st.form("desk_questions", border=False):
        for question in found.questions:
            names = _meanings(question, records, reader)
            where = t("desk-question-where", row=str(question.row), column=question.column, n=question.count)
            _ask(f"{question_text(question, reader)} ({where})", question.key, names, reader)
        if st.form_submit_button(t("desk-questions-take"), type="primary"):
            for question in found.questions:
                answer = st.session_state[f"desk_answer_{question.key}"]
                if answer != OPEN:
                    job.answers[question.key] = answer
            st.rerun()


def _answers(job: Job, reader: Reader) -> None:
    """Draw what was answered, and the way to take it back."""
    given = reader.join(f"“{key.partition('|')[2]}” → {answer or '–'}" for key, answer in job.answers.items())
    with st.container(key="desk_answers", horizontal=True, gap="small", vertical_alignment="center"):
        st.html(f'<p class="sti-sub">{escape(reader.t("desk-answers-given", given=given))}</p>')
        st.button(
            reader.t("desk-answers-forget"),
            key="desk_answers_forget",
            on_click=job.answers.clear,
            type="tertiary",
        )


def _ask(words: str, key: str, names: dict[str, str], reader: Reader) -> None:
    options = [OPEN, *names]
    shown = {OPEN: reader.t("desk-question-open"), **names}
    st.selectbox(words, options, format_func=shown.__getitem__, key=f"desk_answer_{key}", width=560)


def _meanings(question: Question, records: Records, reader: Reader) -> dict[str, str]:
    """Return what a text may mean: the suggestions first, then everything else of its table."""
    if question.asks in TABLES:
        frame, key = getattr(records, question.asks), TABLES[question.asks].key[0]
        others = list(frame[key]) if len(frame) <= 500 else []
        rows = frame.drop_duplicates(key).set_index(key)
        return {
            code: _record_name(code, rows, reader) for code in dict.fromkeys([*question.suggestions, *others])
        }
    return {answer: _plain_meaning(answer, question.asks, reader) for answer in question.suggestions}


def _record_name(code: str, rows: Any, reader: Reader) -> str:
    if code not in rows.index:
        return code
    for stem in ("name", "title"):
        if f"{stem}_th" in rows:
            return f"{reader.pick(rows.loc[code], stem)} ({code})"
    return code


def _plain_meaning(answer: str, asks: str, reader: Reader) -> str:
    if asks == "number":
        return (
            reader.t("desk-answer-not-reported")
            if answer == ""
            else reader.t("desk-answer-zero")
            if answer == "0"
            else answer
        )
    if asks == "date" and answer:
        return f"{reader.date(date.fromisoformat(answer))} ({answer})"
    return answer or reader.t("desk-answer-not-reported")


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
