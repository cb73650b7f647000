"""What every page needs: the records of the release and the reader's choices."""

import os
import threading
from contextlib import suppress

import streamlit as st

from addresses import questions
from addresses.parameters import RELEASE
from data.access.roles import visible
from data.records import Records
from data.remember import OnlyForAReaderError
from data.store.errors import StoreError
from data.store.releases import Release
from data.store.store import Store, default_folders, default_root
from locales import ERAS, LANGUAGES, Reader
from measures.selection import Selection
from shell import address, identity
from shell.platform import get_script_run_ctx
from shell.shelf import Prepare, Shelf

_LOCK = threading.Lock()
_BEGUN_WITH = "_release"
_BEGUN_AS = "_identity"
_PUBLISHES = "_publishes"
_PLACES = ("STI_STORE", "STI_FACTS", "STI_SAMPLE")  # what names the store and its folders
_shelf: Shelf | None = None
_prepare: Prepare | None = None
_named: tuple[str | None, ...] = ()
_run = threading.local()  # a run of a page is a thread: what it began with need not be found out again


def shelf() -> Shelf:
    """Return the releases this process has opened; another `STI_STORE` or other folders have a shelf of their own."""
    global _shelf, _named
    named = tuple(map(os.environ.get, _PLACES))
    with _LOCK:
        if _shelf is None or (named != _named and _shelf.place != (default_root(), *default_folders())):
            _shelf = Shelf(prepare=_prepare)
        _named = named
        return _shelf


def prepare_with(prepare: Prepare | None) -> None:
    """Say what works out a new release before readers move to it (`Shelf.prepare`); None: nothing does."""
    global _prepare
    _prepare = shelf().prepare = prepare


def published() -> None:
    """Let this reader, who has published, see the new release at once, and every later one as soon as it is loaded."""
    st.session_state[_PUBLISHES] = True
    shelf().look_again()


def everything() -> Records:
    """Return the current release without limits, for what reaches no reader: warming up, the version.

    Loaded once per process and release; every session shares the same immutable object. Raises FaultsError with
    every fault of the folders, StoreError when the store cannot be read; mended files are read at the next visit.
    """
    return shelf().newest()


def as_published(asked: str) -> Records:
    """Return a release by its id without limits, for what reaches readers through `visible` alone. Raises StoreError."""
    return shelf().fixed(asked)[1]


def begin() -> Records:
    """Take up the current release for the page that is about to be drawn, and return it as the reader may see it."""
    newest = shelf().newest(first=st.session_state.get(_PUBLISHES, False))
    st.session_state[_BEGUN_WITH] = newest.release
    st.session_state[_BEGUN_AS] = who = identity.who()
    _run.records, _run.fixed = visible(newest, who), None
    return _run.records


def fix(asked: str) -> Records:
    """Take up the release with an id, or the beginning of one, for the page that is about to be drawn. Raises StoreError."""
    release, found = shelf().fixed(asked)
    st.session_state[_BEGUN_WITH] = found.release
    _run.records, _run.fixed = visible(found, st.session_state[_BEGUN_AS]), release
    return _run.records


def fixed() -> Release | None:
    """Return the release that the address of this page names; None where it names none, or none that is there."""
    if hasattr(_run, "fixed"):
        return _run.fixed  # type: ignore[no-any-return]
    asked = address.current().get(RELEASE, "")  # a part of the page that runs alone
    try:
        return shelf().fixed(asked)[0] if asked else None
    except StoreError:
        return None


def release() -> Release | None:
    """Return the release that this page shows, fixed or newest; None where folders are served without a store."""
    found = store()
    if found is None:
        return None
    shown = records().release.partition(".")[0]
    return next((one for one in found.history_as_read() if one.release_id == shown), None)


def newest() -> Records:
    """Return the newest release that this reader is served, as far as they may see it, whatever the page shows."""
    return visible(shelf().newest(first=st.session_state.get(_PUBLISHES, False)), identity.who())


def ahead() -> Records:
    """Return the records by which the address of this request is read, before its page has begun."""
    asked = address.asked_release()
    if asked == address.current().get(RELEASE, ""):
        return records()
    try:
        return visible(shelf().fixed(asked)[1], identity.who()) if asked else newest()
    except StoreError:  # the page says so
        return newest()


def records() -> Records:
    """Return the release that the page began with, as far as its reader may see it.

    A release published in the middle of a page waits for the next one: a page never mixes two. Raises RuntimeError
    where there is no reader: a download that is made later must be handed the records of its page.
    """
    if get_script_run_ctx(suppress_warning=True) is None:
        raise OnlyForAReaderError("records are asked for outside of a page")
    found: Records | None = getattr(_run, "records", None)
    if found is not None:
        return found
    who = st.session_state.get(_BEGUN_AS) or identity.who()
    if asked := address.current().get(RELEASE, ""):
        with suppress(StoreError):
            return visible(shelf().fixed(asked)[1], who)
    return visible(shelf().held(st.session_state.get(_BEGUN_WITH, "")), who)


def store() -> Store | None:
    """Return the store; None where there is none to write to and the folders are served as they are."""
    everything()
    return shelf().store


def reader() -> Reader:
    """Return who is reading: language and era from the address, light or dark from the browser."""
    view = address.current()
    lang, era = view.get("lang", LANGUAGES[0]), view.get("era", ERAS[0])
    return Reader(lang=lang, era=era, dark=st.context.theme.type == "dark")


def selection() -> Selection:
    """Return the reader's choices as one frozen object."""
    return questions.selection(address.current())


def compact() -> bool:
    """Say whether the reader holds a phone: figures with long labels then use their narrow form."""
    return "Mobi" in (st.context.headers.get("User-Agent") or "")
