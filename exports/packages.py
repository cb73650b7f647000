"""Office packages with nothing in them that changes from one making to the next: the same data, the same bytes."""

import io
import re
import zipfile
from datetime import date

DAY = (2010, 1, 1, 0, 0, 0)
STAMP = b"2010-01-01T00:00:00Z"
_STAMPS = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:)")


def settled(package: bytes, made_on: date | None = None) -> bytes:
    """Return a package (.pptx, .xlsx) with fixed dates, inside and outside, also in the packages it holds.

    made_on: the day its properties say it was made; the same day gives the same bytes. None for a fixed one.
    """
    stamp = STAMP if made_on is None else f"{made_on.isoformat()}T00:00:00Z".encode()
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(target, "w") as made:
        for name in source.namelist():
            content = source.read(name)
            if name == "docProps/core.xml":
                content = _STAMPS.sub(rb"\g<1>" + stamp + rb"\g<2>", content)
            elif name.endswith(".xlsx"):
                content = settled(content)
            entry = zipfile.ZipInfo(name, DAY)
            entry.compress_type = zipfile.ZIP_STORED if name.endswith(".xlsx") else zipfile.ZIP_DEFLATED
            made.writestr(entry, content)
    return target.getvalue()
