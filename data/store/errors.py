"""What the store says when it cannot: a kind with words in the catalogues, and the system's words for the log."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from locales import Reader

KINDS = (
    "busy", "conflict", "corrupt", "damaged", "empty", "engine-failed", "engine-missing", "engine-unknown", "foreign",
    "full", "gone", "lost", "no-release", "not-writable", "nothing-new", "stepped-back", "unreachable",
)  # fmt: skip
_OF_A_FOLDER = (
    "busy",
    "corrupt",
    "empty",
    "foreign",
    "full",
    "lost",
    "not-writable",
    "stepped-back",
    "unreachable",
)
_NUMBERS = {"full": (28, 27, 122), "not-writable": (30, 13, 1)}  # ENOSPC EFBIG EDQUOT; EROFS EACCES EPERM


class StoreError(RuntimeError):
    """The store could not do it; nothing was applied. `kind` is one of KINDS (message `store-error-<kind>`).

    place: the folder, address or release it is about. detail: what the system said, for the log.
    """

    def __init__(self, kind: str, place: str = "", detail: str = "") -> None:
        if kind not in KINDS:
            raise ValueError(f"no such kind: {kind!r}")
        self.kind, self.place, self.detail = kind, place, detail
        super().__init__(": ".join(part for part in (kind, place, detail) if part))


def said(error: BaseException, place: str) -> StoreError:
    """Return what went wrong as a kind of StoreError."""
    if isinstance(error, StoreError):
        return error
    text = f"{type(error).__name__}: {error}".split("\n   0: <unknown>")[0]
    number = getattr(error, "errno", None)
    for kind, numbers in _NUMBERS.items():
        if number in numbers or any(f"os error {n})" in text or f"code: {n}," in text for n in numbers):
            return StoreError(kind, place, text)
    # Bytes that cannot be understood are an OSError too, but one that no system call has numbered.
    if isinstance(error, OSError) and number is not None and not isinstance(error, FileNotFoundError):
        return StoreError("unreachable", place, text)
    return StoreError("corrupt", place, text)


def store_error_text(error: StoreError, reader: Reader, where: bool = False) -> str:
    """Return the sentence: what happened, what still stands, what can be done. where: with the folder or address.

    Readers hear no paths of the server; whoever runs it finds them on the command line and in the log.
    """
    sentence = reader.t(f"store-error-{error.kind}", place=error.place)
    if where and error.place and error.kind in _OF_A_FOLDER:
        return reader.t("keeping-cli-where", sentence=sentence, place=error.place)
    return sentence
