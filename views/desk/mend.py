"""Rows with faults alone, mended on the page: a field for each cell that is wrong; then the file is examined as before."""

from collections.abc import Sequence
from dataclasses import replace
from html import escape

import streamlit as st

from data.faults import Fault
from data.intake import mending
from data.intake.mending import FaultyRow, Mended, Place
from figures.labels import shorten
from locales import Reader
from views.desk import common as desk
from views.desk.job import Job

SHOWN = 30  # rows at once; the corrected file holds all of them
ACROSS = 3  # fields beside each other
LONGEST = 60  # letters of a cell that tells which row it is
NOTED = 5  # mended cells that the reason of a release spells out


def show(job: Job, faults: Sequence[Fault], reader: Reader) -> None:
    """Draw what was mended, and the fields of the first rows that can be."""
    t = reader.t
    if job.mended:
        items = "".join(f"<li>{escape(_done(one, reader))}</li>" for one in job.mended)
        st.html(
            f'<p class="sti-sub">{escape(t("mend-told", n=len(job.mended)))}</p><ul class="sti-notes">{items}</ul>'
        )
    rows = mending.faulty(job.book, faults)
    if not rows:
        return
    with (
        st.expander(t("mend", n=len(rows)), key="desk_mend", icon=":material/edit:"),
        st.form("desk_mend_form", border=False),
    ):
        desk.quiet(t("mend-sub"))
        said: dict[Place, str] = {}
        for row in rows[:SHOWN]:
            said |= _row(row, job, reader)
        if len(rows) > SHOWN:
            desk.quiet(t("desk-more", shown=SHOWN, of=len(rows)))
        if st.form_submit_button(t("mend-check"), key="desk_mend_check", type="primary"):
            job.mend(said)
            st.rerun()


def noted(note: str, job: Job, reader: Reader) -> str:
    """Return the reason of a release with the cells that differ from the officer's file: its history has to tell them."""
    last: dict[Place, Mended] = {}
    for one in job.mended:  # a cell that was mended twice: from what the file said to what is published
        place = (one.sheet, one.row, one.header)
        last[place] = replace(one, read=last[place].read) if place in last else one
    told = [_done(one, reader) for one in last.values() if one.read != one.became]
    if not told:
        return note
    cells = "; ".join([*told[:NOTED], *(["…"] if len(told) > NOTED else [])])
    return reader.t("mend-noted", note=note, n=len(told), cells=cells)


def _done(one: Mended, reader: Reader) -> str:
    return reader.t("mend-done", row=str(one.row), column=one.header, read=one.read, became=one.became)


def _row(row: FaultyRow, job: Job, reader: Reader) -> dict[Place, str]:
    about = " · ".join(shorten(text, LONGEST) for text in row.about)
    st.html(
        f"<p><b>{escape(reader.t('mend-row', row=str(row.row)))}</b> "
        f'<span class="sti-sub">{escape(about)}</span></p>'
    )
    said: dict[Place, str] = {}
    headers = list(row.cells)
    for start in range(0, len(headers), ACROSS):
        for header, box in zip(headers[start : start + ACROSS], st.columns(ACROSS), strict=False):
            with box:
                # What was mended once and is wrong again is another field: it begins with what stands there now.
                key = f"mend_{len(job.mended)}_{row.sheet}_{row.row}_{header}"
                said[(row.sheet, row.row, header)] = st.text_input(
                    header, row.cells[header], key=key, max_chars=2000
                )
    return said
