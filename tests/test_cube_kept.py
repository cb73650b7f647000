"""What one server has worked out of a release, the next one maps: it is the same, and nothing else is ever taken for it."""

import os
from pathlib import Path

import numpy as np
import pytest

from data.cube import book, kept, titles
from data.store import readable
from tests import engine_books
from tests.test_engine import same as same_answers


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kept")
    engine_books.write(folder)
    return folder


@pytest.fixture(autouse=True)
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(book, "INDEXED", 100)
    monkeypatch.setattr(readable, "BIG", readable.BIG)  # what the book lowers comes back
    monkeypatch.delenv("STI_ENGINE", raising=False)


def opened(root: Path) -> book.ProjectBook:
    """Return the book of the store as another server would open it."""
    return book.of(engine_books.read(root))


def same(one: object, other: object) -> None:
    """Compare every array and word of two cubes."""
    for name, value in vars(one).items():
        found = getattr(other, name)
        if hasattr(value, "__dataclass_fields__"):
            same(value, found)
        elif isinstance(value, np.ndarray):
            assert value.dtype == found.dtype, name
            np.testing.assert_array_equal(value, found, err_msg=name)
        else:
            assert value.keys() == found.keys()
            for key, array in value.items():
                np.testing.assert_array_equal(array, found[key], err_msg=f"{name} {key}")


def test_the_second_replica_maps_what_the_first_has_made(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = opened(root)
    made = book.build(own.projects, own.locations)
    same(own.cube, made)
    own.index_titles()
    files = sorted(path.suffix for path in (root / "cubes").iterdir() if path.suffix != ".lock")
    assert files == [".arrow", ".npz"]
    monkeypatch.setattr(book, "build", lambda *_: pytest.fail("the cube is made again"))
    monkeypatch.setattr(book.grams, "build", lambda *_: pytest.fail("the index is made again"))
    second = opened(root)
    same(second.cube, made)
    assert not second.cube.rows.cell.flags.owndata  # mapped, not read
    second.index_titles()
    word = ("p",)
    found, plain = (titles.containing(second.projects, word, None, g) for g in (second._grams, None))
    assert found.equals(plain)
    monkeypatch.setattr(kept, "_text", lambda: "another version of the code")
    with pytest.raises(pytest.fail.Exception, match="made again"):
        _ = opened(root).cube


def test_every_measure_says_of_a_mapped_cube_what_it_says_of_its_own(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Mapped arrays cannot be written into: whoever changes one in place is found here."""
    mapped = engine_books.everything(root)
    monkeypatch.setattr(book, "INDEXED", 10**9)
    same_answers(mapped, engine_books.everything(root))


def test_a_file_cut_short_is_made_anew(root: Path, caplog: pytest.LogCaptureFixture) -> None:
    own = opened(root)
    made = own.cube
    (path,) = (root / "cubes").glob("*.arrow")
    size = path.stat().st_size
    path.unlink()
    path.write_bytes(b"ARROW1\0\0" + b"\0" * 100)
    same(opened(root).cube, made)
    assert path.stat().st_size == size
    assert "is made anew" in caplog.text


def test_where_nothing_can_be_written_each_makes_its_own(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "FOLDER", os.path.join("not", "there"))
    own = opened(root)
    assert len(own.cube.cells) > 100


def test_only_the_last_releases_are_kept_and_a_part_of_one_never(root: Path) -> None:
    folder = root / "cubes"
    for number in range(5):
        old = folder / f"{number}.arrow"
        old.write_bytes(b"")
        os.utime(old, (number, number))
    kept._let_go(folder)
    assert sorted(path.stem for path in folder.glob("*.arrow") if len(path.stem) == 1) == ["3", "4"]
    records = engine_books.read(root)
    part = book.of(records.documented())
    assert kept.place(part.projects, part.locations) is None
