"""A deck in somebody's own template, and one that people edited, refreshed by another release."""

import io
import shutil
import subprocess
from dataclasses import replace
from datetime import date

import pytest
from pptx import Presentation
from pptx.util import Inches

from data.records import load
from exports import media
from exports.__main__ import main
from exports.deck import template, update
from locales import Reader

DAY = date(2011, 5, 26)
EN = Reader("en", "ce")


@pytest.fixture(scope="module")
def records():
    return load()


@pytest.fixture(scope="module")
def later(records):
    """A release in which a project that runs in Chiang Mai is not there."""
    there = records.project_locations.loc[records.project_locations["province_code"] == "50", "project_id"]
    rows = records.projects
    runs = (rows["started_on"] <= "2011-05-26") & ~(rows["ended_on"] <= "2011-05-26")
    gone = rows[rows["project_id"].isin(there) & runs]["project_id"].iloc[:2]
    kept = {name: getattr(records, name) for name in ("projects", "project_locations")}
    return replace(records, **{name: rows[~rows["project_id"].isin(gone)] for name, rows in kept.items()})


def test_a_deck_edited_and_saved_by_libreoffice_is_refreshed_and_keeps_the_edits(records, later, tmp_path):
    deck = Presentation(io.BytesIO(media.make("deck", records, "50", DAY, EN)))
    slides = list(deck.slides)
    slides[1].shapes.title.text_frame.text = "Our own headline"
    card = next(shape for shape in slides[1].shapes if shape.name == "key projects")
    card.left = Inches(0.2)
    chart = next(i for i, slide in enumerate(slides) if any(s.has_chart for s in slide.shapes))
    first = tmp_path / "edited.pptx"
    deck.save(first)
    saved = tmp_path / "saved"
    subprocess.run(
        [shutil.which("soffice") or "soffice", f"-env:UserInstallation=file://{tmp_path}/lo", "--headless",
         "--convert-to", "pptx", "--outdir", str(saved), str(first)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    theirs = (saved / "edited.pptx").read_bytes()
    _, report = update.refreshed(theirs, records)
    assert report.changed == []
    assert report.cannot == []
    assert [(number, part) for number, _, part in report.left_alone] == [(2, "title")]
    made, report = update.refreshed(theirs, later)
    changed = {(number, part) for number, _, part in report.changed}
    assert (2, "key projects") in changed
    assert [(number, part) for number, _, part in report.left_alone] == [(2, "title")]
    now = Presentation(io.BytesIO(made))
    wanted = Presentation(io.BytesIO(media.make("deck", later, "50", DAY, EN)))
    assert now.slides[1].shapes.title.text_frame.text == "Our own headline"
    texts = {
        which: {s.name: s.text_frame.text for s in one.slides[1].shapes if s.name.startswith("key ")}
        for which, one in (("now", now), ("wanted", wanted))
    }
    assert texts["now"] == texts["wanted"]
    moved = next(shape for shape in now.slides[1].shapes if shape.name == "key projects")
    assert abs(moved.left - Inches(0.2)) < 2000
    charts = [
        [
            tuple(s.values)
            for shape in one.slides[chart].shapes
            if shape.has_chart
            for s in shape.chart.plots[0].series
        ]
        for one in (now, wanted)
    ]
    assert charts[0] == charts[1]
    _, report = update.refreshed(made, later)
    assert report.changed == []
    assert [(number, part) for number, _, part in report.left_alone] == [(2, "title")]


def test_a_template_of_their_own_is_used_and_one_that_lacks_something_is_named(records, tmp_path, capsys):
    own = Presentation(str(template.TARGET))
    master = own.slide_masters[0]
    box = master.shapes._spTree  # a logo, as ministries have
    assert box is not None
    own.slides.add_slide(own.slide_layouts[0]).shapes.title.text_frame.text = "A sample slide of the template"
    own.core_properties.category = "ministry"
    good = tmp_path / "ministry.pptx"
    own.save(good)
    made = Presentation(io.BytesIO(media.make("deck", records, "50", DAY, EN, template=good.read_bytes())))
    assert made.core_properties.category == "ministry"
    assert "A sample slide" not in made.slides[0].shapes.title.text_frame.text
    assert len(made.slides) > 8
    layout = next(one for one in own.slide_layouts if one.name == "Chart")
    chart = next(one for one in layout.placeholders if one.placeholder_format.idx == template.CHART)
    chart._element.getparent().remove(chart._element)
    next(one for one in own.slide_layouts if one.name == "Table").name = "Tabelle"
    bad = tmp_path / "lacking.pptx"
    own.save(bad)
    with pytest.raises(media.TemplateError) as found:
        template.opened(bad.read_bytes())
    assert found.value.missing == ("Chart: Chart (idx 15)", "Table")
    out = tmp_path / "deck.pptx"
    code = main(["deck", "--scope", "50", "--lang", "en", "--template", str(bad), "--out", str(out)])
    assert code == 2
    assert "Missing: Chart: Chart (idx 15); Table" in capsys.readouterr().err
    assert not out.exists()
    with pytest.raises(media.TemplateError):
        template.opened(b"PK no zip")
