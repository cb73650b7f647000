"""The place to drop a file, and the bar that shows how far it is read."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import streamlit as st

from data.faults import fault_text
from data.intake import apart
from data.intake.examination import Examination
from data.intake.grids import Progress
from data.intake.notes import RefusedFileError
from data.records import Records
from locales import Reader
from shell import markup
from views.desk import common as desk
from views.desk import job as desk_job
from views.desk.job import Job

UPLOADER = "desk_file"
PASTED = 500_000  # signs of a pasted table; a longer one comes as a file
_REFUSED = "_desk_refused"


def drop(reader: Reader, key: str = UPLOADER) -> None:
    """Draw the place to drop a file, with its limits; take the file up, or say why it cannot be read."""
    apart.warm()
    t, most = reader.t, desk_job.limits()
    megabytes = most.file_bytes // 2**20
    uploader_words(megabytes, reader)
    with st.container(key=f"{key}_drop"):
        # Any ending is taken and the content decides: the built-in refusal of an ending speaks English only.
        dropped = st.file_uploader(t("desk-drop"), key=key)
    desk.quiet(t("desk-drop-limits", most=megabytes, rows=most.rows, columns=most.columns))
    pasted = _pasted(reader, key) if key == UPLOADER else ""
    if dropped is None and not pasted:
        return
    if dropped is None or pasted:
        content, name = pasted.encode(), t("desk-paste-name")
    else:
        content, name = dropped.getvalue(), plain_name(dropped.name)
    if not desk_job.is_new(content, name):
        if refused := st.session_state.get(_REFUSED):
            st.error(markup.as_text(refused))
        return
    st.session_state.pop(_REFUSED, None)
    try:
        with working(reader.t("desk-reading", name=name)) as progress:
            desk_job.begin(name, content, progress)
    except RefusedFileError as error:
        st.session_state[_REFUSED] = fault_text(error.fault, reader)
        st.error(markup.as_text(st.session_state[_REFUSED]))
        return
    st.rerun()


def uploader_words(megabytes: int, reader: Reader) -> None:
    """Put the reader's words in place of the uploader's own, which are English only."""
    t = reader.t
    words = {
        "drop": t("desk-drop-here"),
        "choose": t("desk-drop-choose"),
        "big": t("desk-drop-too-big", most=megabytes),
    }
    st.html("<style>:root{" + "".join(f"--sti-{k}:'{_css(v)}';" for k, v in words.items()) + "}</style>")


def _pasted(reader: Reader, key: str) -> str:
    """Draw the place for a table copied from a spreadsheet or a web page; return it once it is handed in, else ""."""
    t = reader.t
    box = st.expander(t("desk-paste"), key=f"{key}_paste", icon=":material/content_paste:")
    with box, st.form(f"{key}_pasted", border=False):
        # Copied cells come as text with tabs between, from a spreadsheet as from a table of a web page.
        text = st.text_area(t("desk-paste-here"), key=f"{key}_text", height=160, max_chars=PASTED)
        desk.quiet(t("desk-paste-hint"))
        if st.form_submit_button(t("desk-paste-read"), key=f"{key}_paste_read"):
            return text.strip("\n") + "\n" if text.strip() else ""
    return ""


def examined(job: Job, records: Records, reader: Reader, today: date) -> Examination | None:
    """Return what was found in a file, with a bar while it is looked for; None, said in words, when it took too much."""
    try:
        with working(reader.t("desk-checking")) as progress:
            return job.examination(records, today, progress)
    except RefusedFileError as error:
        st.error(markup.as_text(fault_text(error.fault, reader)))
        return None


def plain_name(name: str) -> str:
    """Return a file name that can be shown: its last part, without control characters, not longer than 120."""
    last = name.replace("\\", "/").rpartition("/")[2]
    return "".join(sign for sign in last if sign.isprintable())[-120:] or "file"


def _css(text: str) -> str:
    return text.replace("\\", "").replace("'", "’").replace("<", "‹")


@contextmanager
def working(text: str) -> Iterator[Progress]:
    """Draw a bar while something is worked out; gives the function that moves it."""
    bar = st.progress(0.0, text=text)
    shown = [0]

    def progress(share: float) -> None:
        if int(share * 100) > shown[0]:
            shown[0] = int(share * 100)
            bar.progress(min(1.0, share), text=text)

    try:
        yield progress
    finally:
        bar.empty()
