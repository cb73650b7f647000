"""A deck in somebody's own template, and one that people edited, refreshed by another release."""

import io
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import date

import pytest
from pptx import Presentation
from pptx.util import Inches

from data.records import load
from exports import media
from exports.__main__ import main
from exports.deck import opening, template, traces, update
from exports.deck import own as own_template
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
        own_template.opened(bad.read_bytes())
    assert found.value.missing == ("Chart: Chart (idx 15)", "Table")
    out = tmp_path / "deck.pptx"
    code = main(["deck", "--scope", "50", "--lang", "en", "--template", str(bad), "--out", str(out)])
    assert code == 2
    assert (
        "Missing: placeholder “Chart (idx 15)” in layout “Chart”; layout “Table”" in capsys.readouterr().err
    )
    assert not out.exists()
    with pytest.raises(media.TemplateError):
        own_template.opened(b"PK no zip")


def test_a_template_saved_as_potx_is_taken_and_a_place_of_another_kind_is_named(records):
    stream = io.BytesIO()
    with zipfile.ZipFile(template.TARGET) as ours, zipfile.ZipFile(stream, "w") as potx:
        for part in ours.infolist():
            held = ours.read(part)
            if part.filename == "[Content_Types].xml":
                held = held.replace(b"presentation.main+xml", b"template.main+xml")
            potx.writestr(part.filename, held)
    assert own_template.lacking(stream.getvalue()) == ()
    own = Presentation(str(template.TARGET))
    layout = next(one for one in own.slide_layouts if one.name == "Chart")
    chart = next(one for one in layout.placeholders if one.placeholder_format.idx == template.CHART)
    chart.element.ph.set("type", "body")
    stream = io.BytesIO()
    own.save(stream)
    assert own_template.lacking(stream.getvalue()) == ("Chart: Chart (idx 15)",)
    assert own_template.words(["Chart: Chart (idx 15)"], Reader("th")) == [
        "ตัวยึดตำแหน่ง “Chart (idx 15)” ในเลย์เอาต์ “Chart”"
    ]


def test_a_package_that_swells_is_refused_before_it_is_read(monkeypatch):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("[Content_Types].xml", b" " * (opening.MOST_XML + 1))
    assert len(stream.getvalue()) < 100_000
    with pytest.raises(opening.NotADeckError, match="size"):
        opening.presentation(stream.getvalue())


def test_cover_subtitles_texts_notes_and_the_way_back_are_refreshed_where_nobody_edited_them(records, later):
    old = "https://sti.example/area?area=50&asof=2011-05-26&release=0123456789ab&measure=workshops&phase=phase-2"
    deck = Presentation(io.BytesIO(media.make("deck", records, "50", DAY, EN, address=old)))
    slides = list(deck.slides)
    assert "phase 2" in slides[-1].placeholders[14].text_frame.text.lower()
    assert max(len(shape.name) for slide in slides for shape in slide.shapes) <= 255
    slides[1].placeholders[13].text_frame.text = "Our own line"
    stream = io.BytesIO()
    deck.save(stream)
    newer = replace(later, release="feedfacefeed")
    made, report = update.refreshed(stream.getvalue(), newer)
    assert report.unused == "Phase 2 · the map's measure Number of workshops"
    assert [(number, part) for number, _, part in report.left_alone] == [(2, "below")]
    now, wanted = (
        list(Presentation(io.BytesIO(made)).slides),
        list(Presentation(io.BytesIO(media.make("deck", newer, "50", DAY, EN, address=old))).slides),
    )
    assert now[1].placeholders[13].text_frame.text == "Our own line"
    for i, (mine, theirs) in enumerate(zip(now, wanted, strict=True)):
        for idx in (1, 13, 14):
            texts = [
                place.text_frame.text
                for one in (mine, theirs)
                for place in one.placeholders
                if place.placeholder_format.idx == idx
            ]
            assert (i, idx) == (1, 13) or len(set(texts)) <= 1 or i == len(now) - 1
        assert mine.notes_slide.notes_text_frame.text == theirs.notes_slide.notes_text_frame.text
    link = now[-1].placeholders[14].text_frame.paragraphs[0].runs[0]
    assert link.text == link.hyperlink.address == old.replace("0123456789ab", "feedfacefeed")
    before, after = (
        next(s for s in one.shapes if s.name.startswith("qr")).image.sha1 for one in (slides[-1], now[-1])
    )
    assert before != after
    assert (
        "feedfacefeed" in now[0].placeholders[14].text_frame.text + now[2].notes_slide.notes_text_frame.text
    )


def test_a_mark_that_is_needed_now_is_put_on_and_one_that_is_not_is_taken_away(records):
    told = records.documented()
    stated = media.make("deck", told, "50", DAY, EN)
    assert not any(
        s.name == "badge" for slide in Presentation(io.BytesIO(stated)).slides for s in slide.shapes
    )
    marked, report = update.refreshed(stated, records)
    assert "badge" in {part for _, _, part in report.changed}
    assert any(s.name == "badge" for slide in Presentation(io.BytesIO(marked)).slides for s in slide.shapes)
    _, report = update.refreshed(marked, told)
    assert "badge" in {part for _, _, part in report.changed}


EYE = ["title", "below", "badge"]


@pytest.mark.parametrize("scope", ["nation", "50", "2551-upper-north-1"])
def test_shapes_are_read_in_the_order_in_which_the_eye_meets_them(records, scope):
    for slide in Presentation(
        io.BytesIO(media.make("deck", records, scope, DAY, EN, address="https://sti.example/"))
    ).slides:
        shapes = list(slide.shapes)
        named = [
            "title" if shape == slide.shapes.title else "below"
            if shape.is_placeholder and shape.placeholder_format.idx in (1, 13) else shape.name.split(" ")[0]
            for shape in shapes
        ]  # fmt: skip
        head = [name for name in EYE if name in named]
        assert named[: len(head)] == head
        foot = [name for name in ("source", "Footer", "Slide") if name in named]
        assert named[len(named) - len(foot) :] == foot
        content = shapes[len(head) : len(shapes) - len(foot)]
        for i, first in enumerate(content):
            for later in content[i + 1 :]:
                over = later.left < first.left + first.width and first.left < later.left + later.width
                is_above = over and later.top + later.height <= first.top
                beside = later.top < first.top + first.height and first.top < later.top + later.height
                assert not is_above, (first.name, later.name)
                assert not (beside and later.left + later.width <= first.left), (first.name, later.name)


def test_a_list_that_grew_gets_its_further_slides_and_what_was_taken_away_stays_away(records):
    """The nation's deck of a day on which little is missing, edited, then refreshed by a release with half the
    representatives."""
    few = replace(records, release="0123456789ab")
    rows = records.representatives
    many = replace(records, representatives=rows.iloc[: len(rows) // 2], release="feedfacefeed")
    address = "https://sti.example/?asof=2011-05-26&release=0123456789ab"
    deck = Presentation(io.BytesIO(media.make("deck", few, "nation", DAY, EN, address=address)))
    before = _kinds(deck)
    for slide in list(deck.slides):  # somebody has no use for the list of sources
        if traces.read(slide)[0] == ("sources", 2):
            listed = deck.slides._sldIdLst[list(deck.slides).index(slide)]
            deck.part.drop_rel(listed.rId)
            deck.slides._sldIdLst.remove(listed)
    deck.slides[4].shapes.title.text_frame.text = "Our own headline"
    stream = io.BytesIO()
    deck.save(stream)
    made, report = update.refreshed(stream.getvalue(), many)
    now = Presentation(io.BytesIO(made))
    wanted = _kinds(Presentation(io.BytesIO(media.make("deck", many, "nation", DAY, EN, address=address))))
    grown = [key for key in wanted if key[0] == "gaps" and key not in before]
    assert grown
    assert _kinds(now) == [key for key in wanted if key != ("sources", 2)]
    assert len(report.added) == len(grown)
    assert report.wanting == []
    assert now.slides[4].shapes.title.text_frame.text == "Our own headline"
    fresh = Presentation(io.BytesIO(media.make("deck", many, "nation", DAY, EN, address=address)))
    rows = [_rows(one, "gaps") for one in (now, fresh)]
    assert rows[0] == rows[1]
    whole = next(slide for slide in now.slides if traces.read(slide)[0] == grown[-1])
    assert re.search(r"\((\d+)/\1\)$", whole.shapes.title.text_frame.text)
    assert whole.notes_slide.notes_text_frame.text
    again, report = update.refreshed(made, many)
    assert (report.changed, report.added) == ([], [])
    assert _kinds(Presentation(io.BytesIO(again))) == _kinds(now)


def _kinds(deck):
    return [traces.read(slide)[0] for slide in deck.slides if traces.read(slide)]


def _rows(deck, kind):
    return [[cell.text_frame.text for cell in row.cells]
            for slide in deck.slides if traces.read(slide)[0][0] == kind
            for shape in slide.shapes if shape.has_table for row in shape.table.rows]  # fmt: skip
