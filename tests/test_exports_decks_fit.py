"""Every deck by script: no text over its frame, nothing cut, no empty slide, nothing under 12 points but the source line.

STI_EVERY_DECK=1 reads the decks of all groups and provinces of a day in both languages; else a sample.
"""

import io
import os
from datetime import date
from math import ceil

import pytest
from pptx import Presentation

from data.records import load
from exports import media
from exports.deck import fitting, template
from exports.story import story
from locales import Reader

DAY = date(2011, 5, 26)
LEAST = 12
SAMPLE = [
    ("nation", "th", "all"), ("nation", "en", "documented"), ("2551-upper-northeast-1", "en", "all"),
    ("30", "th", "all"), ("10", "en", "all"), ("2551-east+2551-upper-north-1", "th", "all"),
]  # fmt: skip


@pytest.fixture(scope="module")
def records():
    return load()


def every(records):
    scopes = ["nation", *story.scopes(records, DAY, "group"), *story.scopes(records, DAY, "province")]
    return [(scope, lang, "all") for scope in scopes for lang in ("th", "en")]


def leaves(shapes):
    for shape in shapes:
        if hasattr(shape, "shapes"):
            yield from leaves(shape.shapes)
        elif shape.has_text_frame and shape.text_frame.text.strip():
            yield shape


def sizes(shape, layout):
    """Return the size of each run, as set or as its placeholder has it."""
    place = None
    if shape.is_placeholder:
        idx = shape.placeholder_format.idx
        place = next(one for one in template.LAYOUTS[layout] if one.idx == idx)
    for paragraph in shape.text_frame.paragraphs:
        for run in paragraph.runs:
            yield run, (run.font.size.pt if run.font.size else place.size if place else 18)


def faults(content):
    found = []
    for number, slide in enumerate(Presentation(io.BytesIO(content)).slides, start=1):
        layout = slide.slide_layout.name
        body = 0
        for shape in leaves(slide.shapes):
            is_source = shape.name.startswith("source")
            body += shape.name not in ("Footer", "Slide Number") and not is_source
            text = shape.text_frame.text
            if "…" in text and shape.name != "Footer":
                found.append((number, "cut", shape.name, text[-60:]))
            told = list(sizes(shape, layout))
            small = [size for _, size in told if size < LEAST]
            if small and not is_source:
                found.append((number, "small", shape.name, min(small), text[:40]))
            high = 0.0
            columns = (
                2
                if layout == "Text and table" and shape.is_placeholder and shape.placeholder_format.idx == 14
                else 1
            )
            room = (
                shape.width / 12700 - (shape.text_frame.margin_left + shape.text_frame.margin_right) / 12700
            ) / columns
            for paragraph in shape.text_frame.paragraphs:
                own = [(run, size) for run, size in told if run._r.getparent() is paragraph._p]
                if shape.text_frame.word_wrap is False or not own:
                    continue
                wide = sum(fitting.width(run.text, size, bool(run.font.bold)) for run, size in own)
                high += ceil(max(wide, 1) / max(room, 1)) * max(size for _, size in own) * fitting.LINE
            if high / columns > shape.height / 12700 * 1.12 + 3 and not is_source:
                found.append(
                    (number, "over", shape.name, round(high), round(shape.height / 12700), text[:40])
                )
            if shape.left is not None and (shape.left < 0 or shape.left + shape.width > 13.34 * 914400
                                           or shape.top + shape.height > 7.51 * 914400):  # fmt: skip
                found.append((number, "outside", shape.name, text[:40]))
        tables = [shape.table for shape in slide.shapes if shape.has_table]
        for table in tables:
            if len(table.rows) < 2:
                found.append((number, "table without rows"))
            cells = [cell.text_frame.text for row in table.rows for cell in row.cells]
            found += [(number, "cut", "table", text[-60:]) for text in cells if text.endswith("…")]
        if body < 2 and not tables and not any(shape.has_chart for shape in slide.shapes):
            found.append((number, "empty"))
    return found


def test_no_deck_has_a_text_over_its_frame_a_cut_an_empty_slide_or_small_type(records):
    wanted = every(records) if os.environ.get("STI_EVERY_DECK") else SAMPLE
    wrong = {}
    for scope, lang, evidence in wanted:
        reader = Reader(lang, media.ERAS[lang])
        if told := faults(
            media.make("deck", records, scope, DAY, reader, evidence, address="http://localhost/?a=1")
        ):
            wrong[scope, lang, evidence] = told
    assert wrong == {}
