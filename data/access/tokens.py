"""Keys for programs: an editor issues one, it is shown once, and an editor takes it back. Only hashes are kept.

A key opens the read interface to what its groups may read, and never more: nobody publishes with it.
"""

import hashlib
import hmac
import json
import os
import secrets
import tempfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from data.access.roles import Identity
from data.store.errors import StoreError, said
from data.store.folders import one_writer
from data.store.store import Store

FILE = "tokens.json"
MARK = "sti"  # what every key begins with, so that a scanner can find one that was left lying about
DAYS = 365  # a key ends by itself


class NoTokensError(ValueError):
    """This store keeps no keys: it lies at a URL and STI_TOKENS names no file."""


@dataclass(frozen=True)
class Token:
    """One key as it is kept. groups: None for everything. digest: SHA-256 of the secret part."""

    token_id: str
    name: str
    groups: tuple[str, ...] | None
    issued_by: str
    issued_at: str
    ends_on: str
    digest: str
    revoked_at: str = ""
    revoked_by: str = ""

    def is_good(self, today: date) -> bool:
        """Say whether the key still opens anything."""
        return not self.revoked_at and today <= date.fromisoformat(self.ends_on)

    def identity(self) -> Identity:
        """Return who comes with this key: a reader, whatever its name."""
        return Identity("reader", f"token:{self.token_id}", self.groups)


class Tokens:
    """The keys of one store, in one file that only the server's account may read."""

    def __init__(self, store: Store, environ: Mapping[str, str] = os.environ) -> None:
        named = environ.get("STI_TOKENS")
        if not named and store.folder is None:
            raise NoTokensError(store.root)
        self._named = bool(named)
        self.path = Path(named) if named else store.folder / FILE  # type: ignore[operator]
        self.audit = store.audit

    def all(self) -> tuple[Token, ...]:
        """Return every key, oldest first, those taken back and ended too. Raises StoreError for a file that is broken."""
        return tuple(self._known().values())

    def issue(self, name: str, groups: tuple[str, ...] | None, by: str, ends_on: date) -> tuple[Token, str]:
        """Keep a new key; return it and its whole text, which nobody can be shown again."""
        if not name.strip() or groups == ():
            raise ValueError("expected a name, and groups or None for everything")
        secret = secrets.token_urlsafe(32)
        made = Token(
            secrets.token_hex(4), name.strip(), groups, by, _now(), ends_on.isoformat(), _digest(secret)
        )
        with one_writer(self.path.parent, makes_folder=self._named):
            self._write({**self._known(), made.token_id: made})
        self.audit.write("token-issued", by, token=made.token_id, name=made.name, groups=groups or "*")
        return made, f"{MARK}_{made.token_id}_{secret}"

    def revoke(self, token_id: str, by: str) -> Token:
        """Take a key back, from now on; KeyError for one that is not known."""
        with one_writer(self.path.parent, makes_folder=self._named):
            known = self._known()
            ended = known[token_id]
            if not ended.revoked_at:
                ended = replace(ended, revoked_at=_now(), revoked_by=by)
                self._write({**known, token_id: ended})
        self.audit.write("token-revoked", by, token=token_id, name=ended.name)
        return ended

    def find(self, brought: str, today: date) -> Token | None:
        """Return the key that a program brings; None for one that is unknown, ended or taken back."""
        mark, _, rest = brought.partition("_")
        token_id, _, secret = rest.partition("_")
        found = self._known().get(token_id) if mark == MARK else None
        fits = hmac.compare_digest(found.digest if found else _digest(""), _digest(secret))
        return found if found and fits and found.is_good(today) else None

    def _known(self) -> dict[str, Token]:
        return _parsed(self.path) if self.path.exists() else {}

    def _write(self, tokens: Mapping[str, Token]) -> None:
        content = json.dumps([asdict(token) for token in tokens.values()], ensure_ascii=False, indent=1)
        try:
            handle, part = tempfile.mkstemp(prefix=f".{FILE}.", dir=self.path.parent)  # mode 0600
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            os.replace(part, self.path)
        except OSError as error:
            raise said(error, str(self.path)) from error


def _parsed(path: Path) -> dict[str, Token]:
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))
        made = [Token(**row | {"groups": row["groups"] and tuple(row["groups"])}) for row in rows]
    except OSError as error:
        raise said(error, str(path)) from error
    except (ValueError, TypeError, KeyError) as error:  # half a file opens nothing
        raise StoreError("corrupt", str(path), str(error)) from error
    return {token.token_id: token for token in made}


def _digest(secret: str) -> str:
    # The secret is 32 random bytes, so that a plain hash of it cannot be guessed back.
    return hashlib.sha256(secret.encode()).hexdigest()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
