"""What the process gives this interface, and who is asking."""

import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from data.access.roles import Identity, Policy, identify
from data.access.tokens import NoTokensError, Tokens
from data.records import Records
from data.store import fixed, keeping
from data.store.errors import StoreError
from data.store.store import Store

ROOT = Path(__file__).resolve().parents[1]
SHOWN_BY = ("api", "addresses", "exports", "figures", "measures", "data", "geo", "locales")


class Problem(Exception):  # noqa: N818 (the word of RFC 9457)
    """What a caller is told instead of an answer: an HTTP status, a code, a sentence, the parameter it is about."""

    def __init__(self, status: int, code: str, detail: str, parameter: str = "") -> None:
        self.status, self.code, self.detail, self.parameter = status, code, detail, parameter
        super().__init__(code)


@dataclass(frozen=True)
class House:
    """The releases, the store and the rules of this process; each is asked anew.

    everything: the current release without limits. store: None where folders are served. rules: raises ValueError
    for rules that cannot be read, and then nothing is open. fixed: a release by its id, without limits; raises
    StoreError.
    """

    everything: Callable[[], Records]
    store: Callable[[], Store | None]
    rules: Callable[[], Policy]
    fixed: Callable[[str], Records] | None = None

    def records(self, release: str) -> Records:
        """Return a release without limits, the current one for "". Raises Problem for one that is not there."""
        if not release:
            return self.everything()
        try:
            if self.fixed is None:
                raise StoreError("no-release", release)
            return self.fixed(release)
        except StoreError as error:
            if error.kind in ("gone", "damaged"):
                raise Problem(410, f"release-{error.kind}", self._nearest(release), "release") from error
            if error.kind != "no-release":
                raise
            raise Problem(
                404, "no-such-release", "See /api/v1/releases for those there are.", "release"
            ) from error

    def _nearest(self, release: str) -> str:
        """Return what a caller is told of a release that is not kept: since when, and which one is nearest."""
        store, told = self.store(), "The rows of this release are not kept any more."
        if store is None:
            return told
        found = fixed.find(store.history(), release)
        parting, near = keeping.parting(store.folder, found.release_id), fixed.nearest(store, found)
        told += f" They were removed on {parting.at.date()}." if parting else ""
        return told + (
            f" The nearest that is kept: {near.release_id}, published {near.published_at.date()}."
            if near
            else ""
        )

    def caller(self, authorization: str) -> Identity:
        """Return who is asking. authorization: the header of that name.

        A key that is wrong is refused, never taken for no key. Without one it is anybody from the street, also on
        this machine: what they may read the rules say.
        """
        scheme, _, key = authorization.partition(" ")
        if scheme.casefold() == "bearer":
            store = self.store()
            try:
                found = Tokens(store).find(key.strip(), date.today()) if store else None
            except NoTokensError:
                found = None
            if found is None:
                raise Problem(401, "token-refused", "This key is not known, has ended or was taken back.")
            return found.identity()
        try:
            who = identify(self.rules(), is_local=False, email=None)
        except ValueError as error:  # a rule that is not understood must not open a door
            raise Problem(503, "rules-unread", "The rules of access cannot be read.") from error
        if who.role == "nobody":
            raise Problem(
                401, "token-needed", "Readers are limited here: bring a key, Authorization: Bearer <key>."
            )
        return who


@cache
def build() -> str:
    """Return a short hash of the code that makes answers: a new version of it makes new answers of old releases."""
    digest = hashlib.sha256()
    for folder in SHOWN_BY:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in (".py", ".ftl"):
                digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def public_url(base: str) -> str:
    """Return the address that readers use, without a slash at its end: `STI_URL`, else as the request came."""
    return (os.environ.get("STI_URL") or base).rstrip("/")
