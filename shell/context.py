"""What every page needs: the records of the release and the reader's choices."""

import os
from pathlib import Path

import streamlit as st

from data import records as data_records
from data.records import Records
from locales import ERAS, LANGUAGES, Reader
from measures.selection import Selection
from shell import address


@st.cache_resource(show_spinner=False)
def records() -> Records:
    """Load the records once per process; every session shares the same immutable object.

    `STI_FACTS` and `STI_SAMPLE` name other folders. Raises FaultsError with every fault; a failure is not remembered,
    so that mended files are read at the next visit.
    """
    facts = Path(os.environ.get("STI_FACTS", data_records.FACTS))
    sample = Path(os.environ.get("STI_SAMPLE", data_records.SAMPLE))
    return data_records.load(facts=facts, sample=sample)


def reader() -> Reader:
    """Return who is reading: language and era from the address, light or dark from the browser."""
    view = address.current()
    lang, era = view.get("lang", LANGUAGES[0]), view.get("era", ERAS[0])
    return Reader(lang=lang, era=era, dark=st.context.theme.type == "dark")


def selection() -> Selection:
    """Return the reader's choices as one frozen object."""
    view = address.current()
    chosen = {name: view[name] for name in Selection.__dataclass_fields__ if name in view}
    return Selection(**chosen)


def compact() -> bool:
    """Say whether the reader holds a phone: figures with long labels then use their narrow form."""
    return "Mobi" in (st.context.headers.get("User-Agent") or "")
