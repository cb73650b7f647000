"""Files to make, one after the other or in processes of their own.

The work stands beside the command line, not in it: a fresh process cannot find what its parent defined as a script.
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from datetime import date
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple

from data.records import Records, load
from data.store.store import Store, default_folders, default_root, expected_mark
from exports import media, standing
from exports.story import story
from locales import Reader


class Job(NamedTuple):
    """One file to make. beginning: the first day of the period that it is of, None where it is of a day."""

    medium: str
    scope: str
    asof: date
    lang: str
    era: str
    evidence: str
    path: Path
    template: str = ""
    beginning: date | None = None


@cache
def template_of(path: str) -> bytes:
    """Return somebody's deck template, b"" for none. Raises TemplateError for one that lacks something."""
    if not path:
        return b""
    from exports.deck import own  # its libraries are for it alone

    try:
        content = Path(path).read_bytes()
    except OSError as error:
        raise media.TemplateError(error.strerror or str(error)) from error
    own.opened(content)
    return content


@cache
def records() -> Records:
    """Return the current release, of which every file of this process is made.

    Where there is no store yet, the folders are read as they are: reading fills none. Raises FaultsError, StoreError.
    """
    store = Store(default_root(), expected_mark())
    if store.current() is None:
        store.may_begin()
        return load(*default_folders())
    return store.records()


def keep(medium: str) -> None:
    """Let the release that files of this medium name be kept (`standing.keep`); folders have none."""
    store = Store(default_root(), expected_mark())
    if store.current() is not None:
        standing.keep(store, records(), medium)


def make_file(job: Job) -> int:
    """Make one file whole or not at all; return its size in bytes. Runs in a process of its own for many files."""
    own: Any = {"template": template_of(job.template)} if job.template else {}
    reader = Reader(job.lang, job.era)
    told = (records(), job.scope, job.asof, reader, job.evidence)
    content = media.make(
        job.medium,
        *told,
        address=standing.address_of(*told, beginning=job.beginning),
        since=job.beginning,
        period=job.beginning is not None,
        **own,
    )
    media.write(job.path, content)
    return len(content)


def run(jobs: Sequence[Job], workers: int) -> Iterator[tuple[Job, str]]:
    """Yield each job as it ends, with what went wrong or ""."""
    if workers == 1 or len(jobs) < 2:
        for job in jobs:
            yield job, why_not(job)
        return
    # Fresh processes: one that is copied while a library's threads work may wait for them for ever.
    with ProcessPoolExecutor(min(workers, len(jobs)), mp_context=get_context("spawn")) as pool:
        running = {pool.submit(why_not, job): job for job in jobs}
        for ended in as_completed(running):
            error = ended.exception()
            yield running[ended], ended.result() if error is None else f"{type(error).__name__}: {error}"


def why_not(job: Job) -> str:
    """Make one file; return why it could not be made, in the reader's words where they are known."""
    reader = Reader(job.lang, job.era)
    try:
        make_file(job)
    except story.StoryError as error:
        return error.sentence(reader)
    except media.UnwritableError as error:
        return reader.t("cli-unwritable", path=error.args[0], why=error.args[1])
    return ""
