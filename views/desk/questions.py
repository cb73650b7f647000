"""What only the officer can say of a file: asked together, answered from whole vocabularies, taken back at will."""

from datetime import date
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from data.intake import clusters, listed
from data.intake.beside import NEEDED, OFFERED
from data.intake.changes import Question, question_text
from data.intake.examination import Examination
from data.intake.hosts import NEW
from data.intake.places import day_of
from data.intake.scopes import ASKS
from data.intake.words import display_words
from data.records import Records
from data.schema import TABLES
from geo import calendar
from locales import Reader
from shell import markup
from views.desk import common as desk
from views.desk import spelled as desk_spelled
from views.desk.job import Job

OPEN = "\0open"
LISTED = 500  # records of a table that one can choose from


def show(job: Job, found: Examination, records: Records, reader: Reader) -> None:
    """Draw the open questions in one form, what was answered, and the way to take it back."""
    offered = _offered(job, found)
    if found.questions:
        st.html(markup.section(reader.t("desk-questions"), reader.t("desk-questions-sub"), level=3))
    if found.questions or offered:
        _form(job, found.questions, offered, records, reader)
    if any(not key.startswith(f"{ASKS}|") for key in job.answers):
        _answers(job, records, reader)


def _offered(job: Job, found: Examination) -> list[Question]:
    """Return what may be said of a whole list and need not: questions that stand in nobody's way."""
    asked = []
    for plan in job.plans():
        for column in OFFERED.get(plan.table or "", ()):
            key = listed.key(plan.table or "", column)
            if not plan.header_of(column) and key not in job.answers and found.questions:
                asked.append(
                    Question(job.book.name, 0, column, "", (), listed.asks(plan.table or "", column))
                )
    return list({question.key: question for question in asked}.values())


def _form(
    job: Job, questions: tuple[Question, ...], offered: list[Question], records: Records, reader: Reader
) -> None:
    with st.form("desk_questions", border=False):
        asked = clusters.together((*questions, *offered))
        for question, *others in asked:
            names = meanings(question, records, reader)
            shown = {OPEN: reader.t("desk-question-open")} | names
            if question in offered:
                shown = names
            label = _words(question, reader)
            if others:
                label += (
                    f" {desk_spelled.counted(((one.read, one.count) for one in (question, *others)), reader)}"
                )
            st.selectbox(
                label, list(shown), format_func=shown.__getitem__, key=f"desk_answer_{question.key}",
                width=620,
            )  # fmt: skip
        if st.form_submit_button(reader.t("desk-questions-take"), type="primary"):
            for group in asked:
                answer = st.session_state[f"desk_answer_{group[0].key}"]
                if answer != OPEN:
                    job.answers.update((one.key, answer) for one in group)
            st.rerun()


def _words(question: Question, reader: Reader) -> str:
    asked = question_text(question, reader)
    if question.asks.startswith(("list:", "same:")):
        return asked
    where = reader.t("desk-question-where", row=str(question.row), column=question.column, n=question.count)
    return f"{asked} ({where})"


def _answers(job: Job, records: Records, reader: Reader) -> None:
    given = reader.join(told(key, answer, records, reader) for key, answer in job.answers.items()
                        if not key.startswith(f"{ASKS}|"))  # fmt: skip
    with st.container(key="desk_answers", horizontal=True, gap="small", vertical_alignment="center"):
        st.html(f'<p class="sti-sub">{escape(reader.t("desk-answers-given", given=given))}</p>')
        st.button(
            reader.t("desk-answers-forget"),
            key="desk_answers_forget",
            on_click=job.answers.clear,
            type="tertiary",
        )


def told(key: str, answer: str, records: Records, reader: Reader) -> str:
    """Return an answer as the officer gave it: in names."""
    return f"{about(key, reader)} → {meant(key, answer, records, reader)}"


def about(key: str, reader: Reader) -> str:
    """Return what an answer is about: the text that was read, or what the whole list has in common."""
    asks, _, read = key.partition("|")
    if column := listed.column_of(asks):
        return reader.t("kept-whole-list", column=desk.column_name(column, reader))
    return f"“{read or desk.column_name('title_th', reader)}”"


def meant(key: str, answer: str, records: Records, reader: Reader) -> str:
    """Return what an answer says, in names."""
    return possible(key, answer, records, reader).get(answer, answer) or reader.t("list-unstated")


def possible(key: str, answer: str, records: Records, reader: Reader) -> dict[str, str]:
    """Return every answer that may be given in place of one, answer -> words."""
    asks, _, read = key.partition("|")
    suggested = ("0", "") if asks.startswith("number:") else (answer,) if answer else ()
    return meanings(Question("", 0, "", read, suggested, asks), records, reader)


def meanings(question: Question, records: Records, reader: Reader) -> dict[str, str]:
    """Return what a text may mean, answer -> words: the likely ones first, then everything else there is."""
    kind, _, rest = question.asks.partition(":")
    if kind == "list":
        return _of_list(rest, records, reader)
    if kind == "same":
        return {answer: reader.t(f"answer-{answer}-project") for answer in ("same", "new")}
    if kind == "places":
        return _places(question, records, reader)
    if kind == "word":
        return _allowed(rest, question.suggestions, reader) | {"": reader.t("list-unstated")}
    if kind == "percent":
        return {"1": reader.t("answer-share"), "0.01": reader.t("answer-percent")}
    if question.asks in TABLES:
        first = _records(question.asks, question.suggestions, records, reader)
        return first if question.asks == "provinces" else first | {"": reader.t("list-unstated")}
    return {answer: _plain(answer, kind, reader) for answer in question.suggestions}


def _of_list(asked: str, records: Records, reader: Reader) -> dict[str, str]:
    """Return what a whole list may have in common; not stating it is an answer like any other, where it can be."""
    table, _, name = asked.partition(".")
    column = TABLES[table].column(name)
    unstated = {} if name in NEEDED else {"": reader.t("list-unstated")}
    if column.refers_to:
        return unstated | _records(column.refers_to, (), records, reader)
    if column.allowed:
        return unstated | _allowed(name, (), reader, table)
    newest = calendar_year(records)
    return unstated | {str(year): reader.year(year) for year in range(newest + 1, 2545, -1)}


def calendar_year(records: Records) -> int:
    """Return the fiscal year (BE) that is running."""
    today = desk.now().date()
    return today.year + 543 + (today.month >= 10)


def _allowed(name: str, first: tuple[str, ...], reader: Reader, table: str = "") -> dict[str, str]:
    tables = [TABLES[table]] if table else list(TABLES.values())
    column = next(c for one in tables for c in one.columns if c.name == name and c.allowed)
    if name == "status":
        words = {code: reader.t(f"project-status-{code}") for code in column.allowed}
    else:
        words = dict(zip(column.allowed, display_words(column), strict=True))
    return {code: words[code] for code in dict.fromkeys([*first, *words])}


def _records(table: str, first: tuple[str, ...], records: Records, reader: Reader) -> dict[str, str]:
    frame, key = getattr(records, table), TABLES[table].key[0]
    others = list(frame[key]) if len(frame) <= LISTED else []
    rows = frame.drop_duplicates(key).set_index(key)
    return {code: _name(code, rows, reader) for code in dict.fromkeys([*first, *others])}


def _name(code: str, rows: pd.DataFrame, reader: Reader) -> str:
    if code == NEW:
        return reader.t("answer-new-institution")
    if code not in rows.index:
        return code
    row: Any = rows.loc[code]
    for stem in ("name", "title"):
        if f"{stem}_th" in rows:
            return reader.pick(row, stem) or code
    return code


def _places(question: Question, records: Records, reader: Reader) -> dict[str, str]:
    """Return places: what it may be, groups of the newest scheme, provinces, nationwide, and none."""
    names = _records("provinces", (), records, reader)
    groups = records.province_groups
    now = calendar.groups_on(groups, day_of("", "").date())
    names |= {row["group_code"]: reader.pick(row, "name") for row in groups.to_dict("records")}
    offered = [*question.suggestions, *now["group_code"], *records.provinces["province_code"], "nationwide"]
    told = {code: _place(code, names, reader) for code in dict.fromkeys(offered)}
    return told | {"": reader.t("answer-no-place")}


def _place(code: str, names: dict[str, str], reader: Reader) -> str:
    if code == "nationwide":
        return reader.t("answer-nationwide")
    several = code.split()
    if len(several) > 1:
        return reader.t("answer-several-groups", names=reader.join(names.get(one, one) for one in several))
    return names.get(code, code)


def _plain(answer: str, kind: str, reader: Reader) -> str:
    if kind == "number":
        said = {"": "desk-answer-not-reported", "0": "desk-answer-zero"}
        return reader.t(said[answer]) if answer in said else answer
    if kind == "date" and answer:
        return reader.date(date.fromisoformat(answer))
    return answer or reader.t("desk-answer-not-reported")
