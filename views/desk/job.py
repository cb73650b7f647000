"""One file on its way in: what was dropped, what the officer said about it, and what came of it. Lives in the session."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

import streamlit as st

from data.intake import known_lists, mending, steps
from data.intake.examination import Examination
from data.intake.files import LIMITS, Book, Limits
from data.intake.grids import Progress
from data.intake.known_lists import KnownList
from data.intake.mapping import Choice, SheetPlan, understand
from data.intake.mending import Mended, Place
from data.intake.merging import Mode
from data.intake.sourcing import Source
from data.records import Records

STEPS = ("file", "understood", "check", "effect", "publish")
PREVIEW = Source("preview-of-this-file", title_th="–", title_en="–")  # until the officer names the source
_JOB, _DROPPED = "_desk_job", "_desk_dropped"


@dataclass
class Job:
    """A file and how far it is.

    choices, answers: what the officer corrected and answered. seen: the release whose difference the officer has
    looked at; publishing on top of any other is a conflict. published: release_id, once it is done. content: the file.
    standing: what names were said to mean by earlier lists. known: sheets that are read as an earlier list of the same
    headers was, None before anybody looked. words: what was written on the last form, by field.
    mended: cells written anew on the page.
    """

    book: Book
    choices: dict[str, Choice] = field(default_factory=dict)
    answers: dict[str, str] = field(default_factory=dict)
    mode: Mode = "replace_illustrative"
    step: str = "understood"
    seen: str = ""
    published: str = ""
    content: bytes = b""
    standing: dict[str, str] = field(default_factory=dict)
    known: dict[str, KnownList] | None = None
    words: dict[str, str] = field(default_factory=dict)
    mended: tuple[Mended, ...] = ()
    _made: tuple[object, ...] = ()
    _examination: Examination | None = None
    _after: Records | None = None

    def propose(self, lists: Mapping[str, KnownList]) -> None:
        """Read each sheet as an earlier list of the same headers was read; once, so that the officer has the last word."""
        if self.known is not None:
            return
        found = {sheet.name: known_lists.proposed(sheet, lists) for sheet in self.book.sheets}
        self.known = {name: one for name, one in found.items() if one is not None}
        for name, one in self.known.items():
            self.choices.setdefault(name, Choice(one.table, one.columns))
            self.answers = {**one.words, **self.answers}

    def read_as(self, sheet: str) -> KnownList | None:
        """Return what still holds of an earlier list's reading; None where a sheet is not read by one."""
        one, choice = (self.known or {}).get(sheet), self.choices.get(sheet)
        if one is None or choice is None or choice.table != one.table:
            return None
        columns = {h: c for h, c in one.columns.items() if choice.columns.get(h) == c}
        words = {key: said for key, said in one.words.items() if self.answers.get(key) == said}
        return replace(one, columns=columns, words=words)

    def read_afresh(self, sheet: str) -> None:
        """Read a sheet as if nothing were known of lists with its headers."""
        if self.known and (one := self.known.pop(sheet, None)):
            self.choices.pop(sheet, None)
            others = {key for other in self.known.values() for key in other.words}
            gone = {
                key for key, said in one.words.items() if key not in others and self.answers.get(key) == said
            }
            self.answers = {key: said for key, said in self.answers.items() if key not in gone}

    def readings(self) -> dict[str, KnownList]:
        """Return how the sheets are read, as far as the officer said so or took it over, by the key of their headers."""
        made: dict[str, KnownList] = {}
        for sheet, plan in zip(self.book.sheets, self.plans(), strict=True):
            one = known_lists.as_said(sheet, plan, self.choices.get(sheet.name, Choice()), self.answers)
            if one is not None and (one.table or one.key not in made):
                made[one.key] = one
        return made

    def mend(self, said: Mapping[Place, str]) -> None:
        """Write cells of the file anew, as the officer did on the page; the file as it was dropped is no longer this one."""
        self.book, done = mending.mended(self.book, said)
        if done:
            self.mended += done
            self.content, self._examination = b"", None

    def plans(self) -> tuple[SheetPlan, ...]:
        """Return how each sheet will be read."""
        return understand(self.book, self.choices)

    def examination(self, records: Records, today: date, progress: Progress | None = None) -> Examination:
        """Return what was found; found anew whenever a choice, an answer, the mode or the release changes."""
        choices = tuple(
            (name, one.table, tuple(one.columns.items())) for name, one in sorted(self.choices.items())
        )
        answers = tuple(sorted((self.standing | self.answers).items()))
        asked = (records.release, choices, answers, self.mode, today)
        if self._examination is None or asked != self._made:
            self._examination = steps.examined(self.book, self.asked(today), records, progress)
            self._made, self._after = asked, None
        return self._examination

    def asked(self, today: date) -> steps.Asked:
        """Return what the officer has said so far."""
        return steps.Asked(dict(self.choices), self.standing | self.answers, self.mode, today)

    def after(self, records: Records) -> Records:
        """Return the records as they would be after publishing; made once per examination, which must be clean."""
        if self._after is None and self._examination is not None:
            tables = self._examination.proposed(PREVIEW, keep_answers=False)
            self._after = Records(f"{records.release}+", **{**records.tables(), **tables})
        return self._after or records


def current() -> Job | None:
    """Return the file at hand, None before one was dropped."""
    job: Job | None = st.session_state.get(_JOB)
    return job


def begin(name: str, content: bytes, progress: Progress | None = None) -> Job:
    """Open a dropped file and start anew with it. Raises RefusedFileError; what was at hand then stays."""
    earlier, book = current(), steps.opened(name, content, limits(), progress)
    job = Job(book, content=content)
    if earlier is not None and [s.name for s in earlier.book.sheets] == [s.name for s in book.sheets]:
        # A corrected file of the same shape: what was said about the first one still holds.
        job.choices, job.answers, job.mode, job.step = earlier.choices, earlier.answers, earlier.mode, "check"
        job.known = earlier.known
    st.session_state[_JOB] = job
    return job


def forget() -> None:
    """Put the file away (callback)."""
    st.session_state.pop(_JOB, None)
    st.session_state.pop(_DROPPED, None)


def go(step: str) -> None:
    """Go to a step (callback)."""
    if job := current():
        job.step = step


def is_new(content: bytes, name: str) -> bool:
    """Say whether a dropped file has not been taken up yet; an uploader gives its file at every run."""
    digest = hashlib.sha256(name.encode() + b"\0" + content).hexdigest()
    if st.session_state.get(_DROPPED) == digest:
        return False
    st.session_state[_DROPPED] = digest
    return True


def limits() -> Limits:
    """Return how much a file may hold here: never more than the server takes in."""
    megabytes = min(LIMITS.file_bytes // 2**20, int(st.get_option("server.maxUploadSize")))
    return replace(LIMITS, file_bytes=megabytes * 2**20)
