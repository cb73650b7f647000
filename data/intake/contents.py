"""What a file really is, by its bytes: an ending is a claim, the content decides."""

from data.faults import Fault
from data.intake.limits import Limits
from data.intake.notes import RefusedFileError

DELIMITED = (".csv", ".tsv", ".txt", ".tab")
WORKBOOKS = (".xlsx",)
ACCEPTED = "XLSX, CSV, TSV"
_REFUSED_ENDINGS = {".xlsm": "macros", ".xltm": "macros", ".xls": "old-xls", ".xlt": "old-xls",
                    ".ods": "ods", ".fods": "ods", ".xlsb": "xlsb"}  # fmt: skip
_MAGIC = (
    (b"%PDF", "PDF"), (b"\x89PNG", "PNG"), (b"\xff\xd8\xff", "JPEG"), (b"GIF8", "GIF"), (b"BM\x00", "BMP"),
    (b"\x1f\x8b", "GZIP"), (b"Rar!", "RAR"), (b"7z\xbc\xaf\x27\x1c", "7Z"), (b"PAR1", "Parquet"),
    (b"SQLite format 3\x00", "SQLite"), (b"{\\rtf", "RTF"), (b"MZ", "EXE"), (b"\x7fELF", "EXE"),
    (b"BZh", "BZIP2"), (b"\xfd7zXZ", "XZ"), (b"II*\x00", "TIFF"), (b"MM\x00*", "TIFF"), (b"OggS", "OGG"),
    (b"ID3", "MP3"), (b"<!DOCTYPE html", "HTML"), (b"<!doctype html", "HTML"), (b"<html", "HTML"),
    (b"<HTML", "HTML"), (b"<?xml", "XML"), (b"{\n", "JSON"), (b'{"', "JSON"), (b"[{", "JSON"),
)  # fmt: skip
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")


def refuse(name: str, code: str, read: str = "", expected: str = "", row: int = 0, column: str = "") -> None:
    """Raise RefusedFileError for a file."""
    raise RefusedFileError(Fault(name, row, column, read, expected, code))


def ending(name: str) -> str:
    """Return the ending of a file name with its dot, in lower case; "" for none."""
    stem, dot, last = name.rpartition(".")
    return f".{last.strip().lower()}" if dot and stem else ""


def magic(content: bytes) -> str:
    """Return what the first bytes say a file is: "ZIP", "OLE", "PDF" ... or "" for text."""
    head = content[:512].lstrip(b"\xef\xbb\xbf \r\n\t")
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "ZIP"
    if content.startswith(_OLE):
        return "OLE"
    for start, kind in _MAGIC:
        if head.startswith(start):
            return kind
    return "MP4" if content[4:8] == b"ftyp" else ""


def check_content(name: str, content: bytes, limits: Limits) -> str:
    """Return "workbook" or "delimited" for a file that may be read on; RefusedFileError for any other.

    The ending must be one we read, and the bytes must be what the ending says.
    """
    end, found = ending(name), magic(content)
    if len(content) > limits.file_bytes:
        refuse(name, "file-too-big", _megabytes(len(content)), _megabytes(limits.file_bytes))
    if not content.strip(b"\x00 \r\n\t"):
        refuse(name, "empty-file")
    if found == "OLE" and _ENCRYPTED_STREAM in content and _has_stream(content, _ENCRYPTED_STREAM):
        refuse(name, "encrypted")
    if end in _REFUSED_ENDINGS:
        refuse(name, _REFUSED_ENDINGS[end], end, ACCEPTED)
    if end not in (*DELIMITED, *WORKBOOKS):
        refuse(name, "unknown-form", end or name, ACCEPTED)
    if found == "OLE":
        refuse(name, "old-xls", "XLS", ACCEPTED)
    if end in WORKBOOKS:
        if found != "ZIP":
            refuse(name, "wrong-content", found or "TXT", "XLSX")
        return "workbook"
    if found:
        refuse(name, "wrong-content", found, "CSV")
    return "delimited"


def _megabytes(size: int) -> str:
    return f"{size / 2**20:,.1f} MB"


def _has_stream(content: bytes, stream: bytes) -> bool:
    """Say whether the directory of a compound file names a stream; False for one whose directory is damaged.

    Its sectors are followed as the allocation table chains them; one that comes back to itself has no end.
    """
    size = 1 << min(16, int.from_bytes(content[30:32], "little"))

    def sector(at: int) -> bytes:
        return content[(at + 1) * size : (at + 2) * size]

    tables = [int.from_bytes(content[at : at + 4], "little") for at in range(76, 512, 4)]
    chain = b"".join(sector(at) for at in tables if at < len(content) // size)
    at, seen = int.from_bytes(content[48:52], "little"), set[int]()
    found = False
    while at < len(content) // size and at not in seen:
        seen.add(at)
        entries = sector(at)
        found |= any(entries[n : n + 64].startswith(stream) for n in range(0, len(entries), 128))
        at = int.from_bytes(chain[4 * at : 4 * at + 4] or b"\xff" * 4, "little")
    return found and at not in seen
