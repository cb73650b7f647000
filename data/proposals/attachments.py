"""The files behind proposals: limited, looked at by content, kept by the sum of it, never run or shown in a page."""

import hashlib
import os
import re
import zipfile
from io import BytesIO
from pathlib import Path

from data.proposals.model import Attachment, ProposalError
from data.store.errors import StoreError, said
from data.store.folders import make_within
from data.store.store import Store

MOST_BYTES = 10 * 2**20
MOST_UNPACKED = 100 * 2**20
MOST_PARTS = 5000
# What the first bytes say it is; a name says nothing.
_BEGINS = {b"%PDF-": "pdf", b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpeg"}
_OFFICE = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx", "ppt/presentation.xml": "pptx"}
_RUNS = re.compile(
    r"vbaproject\.bin|(^|/)(activex|embeddings)/|\.(exe|dll|js|vbs|bat|cmd|ps1|jar|bin)$", re.IGNORECASE
)
# Names of PDF that make a reader do something by itself; they may be written with #xx for letters.
_ACTIVE = re.compile(rb"/(JavaScript|JS|Launch|EmbeddedFile|OpenAction|AA|RichMedia|XFA)\b")


def keep(store: Store, name: str, content: bytes) -> Attachment:
    """Keep a file in the store and return what it is. Raises ProposalError `attachment-…`, StoreError."""
    if store.folder is None:
        raise StoreError("not-writable", store.root, "files are kept in folders only")
    attachment = Attachment(
        hashlib.sha256(content).hexdigest(), plain_name(name), kind_of(content), len(content)
    )
    path = _path(store, attachment)
    try:
        make_within(store.folder, path.parent)
        own = path.with_name(f".{path.name}.{os.getpid()}")
        with own.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        own.replace(path)
    except OSError as error:
        raise said(error, store.root) from error
    return attachment


def read(store: Store, attachment: Attachment) -> bytes:
    """Return the content of a kept file. Raises StoreError `damaged` when it is not what was kept."""
    try:
        content = _path(store, attachment).read_bytes()
    except OSError as error:
        raise StoreError("damaged", attachment.name, str(error)) from error
    if hashlib.sha256(content).hexdigest() != attachment.sha256:
        raise StoreError("damaged", attachment.name, "not what was kept")
    return content


def kind_of(content: bytes) -> str:
    """Return what a file is by its content: pdf, png, jpeg, docx, xlsx or pptx. Raises ProposalError for all others."""
    if len(content) > MOST_BYTES:
        raise ProposalError("attachment-size", str(MOST_BYTES // 2**20))
    for begins, kind in _BEGINS.items():
        if content.startswith(begins):
            if kind == "pdf" and _ACTIVE.search(re.sub(rb"#([0-9A-Fa-f]{2})", _letter, content)):
                raise ProposalError("attachment-kind", "pdf")
            return kind
    return _office(content)


def plain_name(name: str) -> str:
    """Return a file's name without folders and signs that a system could take for something else."""
    last = re.split(r"[\\/]", name)[-1]
    kept = "".join(letter for letter in last if letter.isprintable() and letter not in '<>:"|?*')
    return kept.strip(". ")[:120] or "file"


def _office(content: bytes) -> str:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
            names = {part.filename for part in parts}
            whole = sum(part.file_size for part in parts)
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        raise ProposalError("attachment-kind") from error
    kind = next((kind for part, kind in _OFFICE.items() if part in names), "")
    if not kind or len(parts) > MOST_PARTS or whole > MOST_UNPACKED or any(map(_RUNS.search, names)):
        raise ProposalError("attachment-kind", kind)
    return kind


def _letter(found: "re.Match[bytes]") -> bytes:
    return bytes([int(found.group(1), 16)])


def _path(store: Store, attachment: Attachment) -> Path:
    assert store.folder is not None  # noqa: S101 - asked before
    return store.folder / "attachments" / attachment.sha256[:2] / attachment.sha256
