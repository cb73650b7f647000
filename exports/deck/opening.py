"""Open a PowerPoint file that somebody brings, within bounds: how many parts it may have and how large they may be."""

import io
import zipfile
from typing import Any

from pptx import Presentation

MOST_FILE = 20 * 2**20  # bytes of the file
MOST_PARTS, MOST_BYTES = 2_000, 120_000_000  # unpacked, all parts together
MOST_XML = 24_000_000  # unpacked, what is read as XML: it takes many times its size in memory
CONTENT_TYPES = "[Content_Types].xml"
XML = (".xml", ".rels")
TEMPLATE_TYPE = b"presentationml.template.main+xml"  # .potx, the same parts under another name
DECK_TYPE = b"presentationml.presentation.main+xml"


class NotADeckError(ValueError):
    """A file that is no PowerPoint presentation or template, or a larger one than is taken."""


def presentation(content: bytes) -> Any:
    """Return a .pptx or .potx file opened by python-pptx. Raises NotADeckError."""
    try:
        return Presentation(io.BytesIO(_bounded(content)))
    except NotADeckError:
        raise
    except Exception as error:  # whatever a broken package raises, it is no deck
        raise NotADeckError(type(error).__name__) from error


def _bounded(content: bytes) -> bytes:
    """Return the package, a template as a presentation. Raises NotADeckError for one that is too large."""
    if len(content) > MOST_FILE:
        raise NotADeckError("size")
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = package.infolist()
        xml = sum(part.file_size for part in parts if part.filename.lower().endswith(XML))
        whole = sum(part.file_size for part in parts)
        if len(parts) > MOST_PARTS or whole > MOST_BYTES or xml > MOST_XML:
            raise NotADeckError("size")
        types = package.read(CONTENT_TYPES)
        if TEMPLATE_TYPE not in types:
            return content
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as made:
            for part in parts:
                held = types.replace(TEMPLATE_TYPE, DECK_TYPE) if part.filename == CONTENT_TYPES else None
                made.writestr(part.filename, package.read(part) if held is None else held)
    return stream.getvalue()
