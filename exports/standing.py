"""The address of a story's view as it was published, for files and mails that are made without a browser."""

import logging
import os
from datetime import date
from urllib.parse import urlencode

from data.records import Records
from data.store.errors import StoreError
from data.store.quoted import Quoted, Way
from data.store.store import Store
from locales import Reader

LOG = logging.getLogger(__name__)
_WAYS: dict[str, Way] = {"deck": "deck", "brief": "brief"}


def address_of(
    records: Records, scope: str, asof: date, reader: Reader, evidence: str = "all", *, beginning: date | None = None
) -> str:  # fmt: skip
    """Return the address of the view that a story tells, with its release; "" where `STI_URL` does not say where readers
    come in. scope: nation, a group or a province. beginning: of a period its first day."""
    url = os.environ.get("STI_URL", "").rstrip("/")
    if not url:
        return ""
    own = {"release": records.release.partition(".")[0], "lang": reader.lang, "asof": asof.isoformat()}
    own |= {"since": beginning.isoformat(), "period": "open"} if beginning else {}
    own |= {"area": scope} if scope != "nation" else {}
    own |= {"evidence": evidence} if evidence != "all" else {}
    own |= {"era": reader.era} if reader.era != ("be" if reader.lang == "th" else "ce") else {}
    return f"{url}/{'area' if scope != 'nation' else ''}?{urlencode(own)}"


def keep(store: Store, records: Records, medium: str) -> None:
    """Write down that a deck or a brief names this release, so that a vacuum keeps it; a store that cannot be written to
    is told in the log and no reason not to make the file."""
    if medium not in _WAYS or not os.environ.get("STI_URL"):
        return
    try:
        Quoted(store).write(records.release.partition(".")[0], _WAYS[medium])
    except StoreError as error:
        LOG.warning("that release %s is quoted cannot be written down: %s", records.release, error)
