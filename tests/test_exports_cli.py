"""Exports from the command line: what is made, what is kept, and what is said when it cannot be."""

import io
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest
from pptx import Presentation
from pypdf import PdfReader

from exports import booklet, jobs, media
from exports.__main__ import MARK, OK, SOME_FAILED, WRONG_QUESTION, main
from exports.deck import traces
from locales import Reader

ROOT = Path(__file__).resolve().parents[1]
DAY = date(2011, 5, 26)


@pytest.fixture
def quick(monkeypatch):
    """Make every file in no time; return the scopes that were asked for."""
    made = []

    def make(medium, records, scope, *_, **more):
        made.append(scope)
        return f"{scope} {records.release}".encode()

    monkeypatch.setattr(media, "make", make)
    return made


def test_one_deck_is_written_whole(tmp_path, capsys, monkeypatch):
    path = tmp_path / "east.pptx"
    monkeypatch.setenv("STI_URL", "https://sti.example.go.th/")
    assert main(["deck", "--scope", "2551-east", "--out", str(path), "--lang", "en"]) == OK
    assert path.read_bytes()[:2] == b"PK"
    assert "east.pptx" in capsys.readouterr().out
    release = jobs.records().release.partition(".")[0]  # the view stands still, as in a deck from the page
    view = f"https://sti.example.go.th/area?release={release}&lang=en&asof=2011-05-26&area=2551-east"
    assert traces.way_back(Presentation(path)) == view
    assert [file.name for file in tmp_path.iterdir()] == ["east.pptx"]


def test_a_workbook_of_a_province_is_written(tmp_path):
    path = tmp_path / "33.xlsx"
    assert main(["workbook", "--scope", "33", "--out", str(path)]) == OK
    assert path.stat().st_size > 5_000


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--scope", "99"], "“99” is neither “nation” nor the code of a province or province group."),
        (["--scope", "nation", "--asof", "2003-09-30"], "30 Sep 2003 is out of range"),
        (["--scope", "nation", "--asof", "26/5/2011"], "“26/5/2011” is no date"),
        (["--scope", "38", "--asof", "2009-12-31"], "Bueng Kan does not exist on 31 Dec 2009."),
        ([], "give --scope, --all-groups or --all-provinces"),
        (["--all-groups", "--asof", "1999-01-01"], "1 Jan 1999 is out of range"),
    ],
)
def test_a_wrong_question_is_answered_in_words_and_leaves_no_file(tmp_path, capsys, arguments, said):
    path = tmp_path / "x"
    assert main(["deck", "--lang", "en", "--out", str(path), *arguments]) == WRONG_QUESTION
    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_without_out_nothing_is_made(capsys):
    assert main(["deck", "--lang", "en", "--scope", "33"]) == WRONG_QUESTION
    assert "give --out" in capsys.readouterr().err


@pytest.mark.parametrize("place", ["missing/x.pptx", "file/x.pptx"])
def test_a_path_that_cannot_be_written_is_named(tmp_path, capsys, quick, place):
    (tmp_path / "file").write_text("a file, not a folder")
    path = tmp_path / place
    assert main(["deck", "--lang", "en", "--scope", "33", "--out", str(path)]) == SOME_FAILED
    assert f"cannot write {path}" in capsys.readouterr().err
    assert [file.name for file in tmp_path.iterdir()] == ["file"]


def test_a_folder_that_cannot_be_made_is_named(tmp_path, capsys, quick):
    (tmp_path / "file").write_text("a file, not a folder")
    assert main(["deck", "--lang", "en", "--all-groups", "--out", str(tmp_path / "file")]) == SOME_FAILED
    assert "cannot write" in capsys.readouterr().err


def test_a_failed_write_keeps_the_old_file_and_leaves_no_part(tmp_path, monkeypatch):
    path = tmp_path / "deck.pptx"
    path.write_bytes(b"old")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(media.os, "fsync", full)
    with pytest.raises(media.UnwritableError) as raised:
        media.write(path, b"new")
    assert raised.value.args == (str(path), "No space left on device")
    assert path.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["deck.pptx"]


def test_all_groups_give_eighteen_files_with_progress(tmp_path, capsys, quick):
    assert main(["deck", "--lang", "en", "--all-groups", "--out", str(tmp_path), "--workers", "1"]) == OK
    assert len(list(tmp_path.glob("*.pptx"))) == 18
    assert (tmp_path / "sti-2551-east-2011-05-26-en.pptx").exists()
    said = capsys.readouterr().out
    assert "18/18" in said
    assert "18 made, 0 kept, 0 failed" in said


def test_a_second_run_keeps_what_is_finished(tmp_path, capsys, quick):
    asked = ["deck", "--lang", "en", "--all-groups", "--out", str(tmp_path), "--workers", "1"]
    main(asked)
    (tmp_path / "sti-2551-east-2011-05-26-en.pptx").unlink()
    quick.clear()
    assert main(asked) == OK
    assert quick == ["2551-east"]
    assert "1 made, 17 kept, 0 failed" in capsys.readouterr().out


def test_files_of_another_release_are_made_anew(tmp_path, capsys, quick):
    asked = ["deck", "--lang", "en", "--all-groups", "--out", str(tmp_path), "--workers", "1"]
    main(asked)
    (tmp_path / MARK).write_text("another")
    main(asked)
    assert "18 made, 0 kept, 0 failed" in capsys.readouterr().out.splitlines()[-1]


def test_an_interrupted_run_of_a_new_release_never_calls_an_old_file_new(tmp_path, monkeypatch, quick):
    asked = ["deck", "--lang", "en", "--all-groups", "--out", str(tmp_path), "--workers", "1"]
    main(asked)
    marks = tmp_path / MARK
    marks.write_text(marks.read_text().replace(jobs.records().release, "an older one"))
    quick.clear()
    real = media.make

    def stops(medium, records, scope, *more, **named):
        if len(quick) == 3:
            raise KeyboardInterrupt
        return real(medium, records, scope, *more, **named)

    monkeypatch.setattr(media, "make", stops)
    with pytest.raises(KeyboardInterrupt):
        main(asked)
    monkeypatch.setattr(media, "make", real)
    quick.clear()
    main(asked)
    assert len(quick) == 15  # the three that were made stay, the rest is made anew


def test_all_decks_are_bound_into_one_zip_in_order(tmp_path, quick):
    folder, target = tmp_path / "decks", tmp_path / "decks.zip"
    asked = ["deck", "--all-groups", "--out", str(folder), "--workers", "1", "--booklet", str(target)]
    assert main(asked) == OK
    with zipfile.ZipFile(target) as archive:
        assert archive.testzip() is None
        assert len(archive.namelist()) == 18
        assert all(name.endswith("-th.pptx") for name in archive.namelist())
    first = target.read_bytes()
    assert main(asked) == OK
    assert target.read_bytes() == first


def test_briefs_are_bound_into_one_pdf_with_bookmarks(tmp_path):
    made = []
    for scope, name in (("33", "ศรีสะเกษ"), ("38", "บึงกาฬ")):
        path = tmp_path / f"{scope}.pdf"
        path.write_bytes(media.make("brief", jobs.records(), scope, DAY, Reader()))
        made.append((name, path))
    book = PdfReader(io.BytesIO(booklet.bound(made, ".pdf", DAY)), strict=True)
    assert [one.title for one in book.outline] == ["ศรีสะเกษ", "บึงกาฬ"]
    assert len(book.pages) == sum(len(PdfReader(path).pages) for _, path in made)


def test_a_file_of_another_era_has_a_name_of_its_own():
    assert media.filename("deck", "33", DAY, "en", "ce") == "sti-33-2011-05-26-en.pptx"
    assert media.filename("deck", "33", DAY, "en", "be") == "sti-33-2011-05-26-en-be.pptx"
    assert media.filename("deck", "33", DAY, "th", "ce") == "sti-33-2011-05-26-th-ce.pptx"


def test_one_that_fails_is_named_and_the_others_are_made(tmp_path, capsys, monkeypatch, quick):
    def write(path, content):
        if "33-2011" in path.name:
            raise media.UnwritableError(str(path), "No space left on device")
        path.write_bytes(content)

    monkeypatch.setattr(media, "write", write)
    asked = ["brief", "--lang", "en", "--all-provinces", "--out", str(tmp_path), "--workers", "1"]
    assert main(asked) == SOME_FAILED
    told = capsys.readouterr()
    assert "33: cannot write" in told.err
    assert "76 made, 0 kept, 1 failed" in told.out
    assert len(list(tmp_path.glob("*.pdf"))) == 76


def test_two_processes_make_the_files_that_are_missing(tmp_path, quick):
    asked = ["workbook", "--all-groups", "--asof", "2011-05-26", "--out", str(tmp_path), "--workers", "1"]
    main(asked)
    missing = [tmp_path / f"sti-2551-{name}-2011-05-26-th.xlsx" for name in ("east", "south-gulf")]
    for path in missing:
        path.unlink()
    # From a real command line: processes of its own begin with the main module of whoever starts them.
    command = [sys.executable, "-m", "exports", *asked[:-1], "2"]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (OK, "")
    assert [path.read_bytes()[:2] for path in missing] == [b"PK", b"PK"]


def test_a_store_that_cannot_be_opened_is_named(tmp_path, capsys, monkeypatch):
    (tmp_path / "file").write_text("a file, not a store")
    monkeypatch.setenv("STI_STORE", str(tmp_path / "file"))
    jobs.records.cache_clear()
    assert (
        main(["deck", "--lang", "en", "--scope", "33", "--out", str(tmp_path / "x.pptx")]) == WRONG_QUESTION
    )
    jobs.records.cache_clear()
    assert str(tmp_path / "file") in capsys.readouterr().err
    assert not (tmp_path / "x.pptx").exists()


def test_a_medium_whose_library_is_missing_is_named(tmp_path, capsys, monkeypatch):
    def missing(medium):
        raise media.MissingMediumError(medium, "No module named 'pptx'")

    monkeypatch.setattr(media, "renderer", missing)
    assert main(["deck", "--lang", "en", "--scope", "33", "--out", str(tmp_path / "x")]) == WRONG_QUESTION
    assert "this copy cannot make “deck”: No module named 'pptx'" in capsys.readouterr().err


def test_names_of_files_say_scope_day_and_language():
    assert media.filename("brief", "33", DAY, "th") == "sti-33-2011-05-26-th.pdf"
    assert Path(media.filename("page", "nation", DAY, "en")).suffix == ".html"
