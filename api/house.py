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
    for rules that cannot be read, and then nothing is open.
    """

    everything: Callable[[], Records]
    store: Callable[[], Store | None]
    rules: Callable[[], Policy]

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
