"""A document's data set into a PDF by typst: tagged (PDF/UA-1), bookmarked, every font inside.

Data goes in as JSON and never into the source, so that no name can become a command. The template cannot read
anything but its own folder, fonts of the machine are not looked at, and the same data gives the same bytes.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

import typst

from figures.tokens import LIGHT
from geo import boundaries
from locales import Reader

HERE = Path(__file__).resolve().parents[1]
TEMPLATES = HERE / "templates"
FONTS = HERE / "fonts"
EPOCH = 1_262_304_000  # 1 January 2010: a stamp of the moment would make every print another file
WORDS = {"วทน.", "ผู้แทน", "ล้านบาท", "นวัตกรรม", "ปฏิบัติการ"}
REGIONS = {"th": "TH", "en": "GB"}


@cache
def _fonts() -> typst.Fonts:
    """Return our fonts, found once: looking for them costs ten times as much as setting a page."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(FONTS)])


@cache
def unbroken() -> str:
    """Return the pattern of what no line may break: names of provinces, and words of ours that dictionaries cut."""
    layers = [layer for layer in boundaries.layers() if layer.level == "province"]
    names = {name for layer in layers for name in boundaries.frame(layer)["name_th"]}
    longest_first = sorted(names | WORDS, key=lambda name: (-len(name), name))
    return f"(จ\\.)?({'|'.join(re.escape(name) for name in longest_first)})"


def pdf(document: Mapping[str, Any], reader: Reader, template: str = "brief.typ") -> bytes:
    """Return the PDF of a document's data, in the language of the reader; always on white paper."""
    said = {
        "lang": reader.lang,
        "region": REGIONS[reader.lang],
        "colours": asdict(LIGHT),
        "unbroken": unbroken(),
        "words": {"illustrative": reader.t("brief-illustrative")},
        **document,
    }
    made = typst.compile(
        TEMPLATES / template,
        root=TEMPLATES,
        font_paths=_fonts(),
        pdf_standards="ua-1",
        timestamp=EPOCH,
        sys_inputs={"data": json.dumps(said, ensure_ascii=False)},
    )
    return bytes(made)
