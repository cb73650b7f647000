"""What one server has worked out of a release is kept beside it: the next replica maps the file instead of making it again.

A file holds the arrays of one cube, or of one index of titles, as Arrow or NumPy writes them; it is mapped, so that
replicas on one machine share its memory and nothing is read that nobody asks for. Its name says what it was made from
(the files of both tables, the text of this package); it is written whole or not at all, and one server writes while the
others wait. Only rows of a whole release in files of a local store are kept: what a limited reader sees never is.
"""

import fcntl
import hashlib
import json
import logging
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import pyarrow as pa

from data.cube.cube import Cells, Cube, Rows
from data.cube.footprints import Footprints
from data.cube.grams import Grams
from data.cube.pieces import Pieces
from data.store import versions

LOG = logging.getLogger("sti")
FOLDER = "cubes"  # beside the folder of the tables
RELEASES = 3  # the last so many releases keep their files
HERE = Path(__file__).resolve().parent
_PARTS: Mapping[str, Any] = {"footprints": Footprints, "cells": Cells, "rows": Rows}
_CODES = "codes"
T = TypeVar("T")


def place(projects: Pieces, locations: Pieces) -> Path | None:
    """Return where what is made of two tables is kept, without an ending; None where nothing of them is."""
    found = versions.came_from(projects.source)
    folder = versions.local(found[0]) if found else None
    if folder is None or not (projects.in_files and locations.in_files):
        return None
    names = [*projects.source.files, "", *locations.source.files, _text()]
    name = hashlib.sha256("\n".join(names).encode()).hexdigest()[:24]
    return folder.parent.parent / FOLDER / name


@cache
def _text() -> str:
    """Return what another version of this package has otherwise: its cube may mean something else."""
    text = b"".join(path.read_bytes() for path in sorted(HERE.glob("*.py")))
    return hashlib.sha256(text).hexdigest()


def cube(at: Path | None, make: Callable[[], Cube]) -> Cube:
    """Return the cube that is kept at a place, made and kept where there is none yet; at None: made."""
    return _kept(at, ".arrow", make, _read_cube, _write_cube)


def grams(at: Path | None, make: Callable[[], Grams]) -> Grams:
    """Return the index of titles that is kept at a place, in the same way."""
    return _kept(at, ".npz", make, _read_grams, _write_grams)


def _kept(
    at: Path | None,
    ending: str,
    make: Callable[[], T],
    read: Callable[[Path], T],
    write: Callable[[Path, T], None],
) -> T:
    if at is None:
        return make()
    path = at.with_suffix(ending)
    with _alone(path):
        found = _opened(path, read)
        if found is not None:
            return found
        made = make()
        with suppress(OSError):
            _replace(path, lambda new: write(new, made))
            _let_go(path.parent)
        kept = _opened(path, read)
        return made if kept is None else kept  # mapped, what was made is given back


def _opened(path: Path, read: Callable[[Path], T]) -> T | None:
    try:
        found = read(path)
        path.touch()  # used last now
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, pa.ArrowException):
        LOG.warning("what is kept in %s cannot be read and is made anew", path.name)
        return None
    return found


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Let one server at a time make a file; where no lock can be had each makes its own."""
    try:
        path.parent.mkdir(exist_ok=True)
        lock = path.with_suffix(f"{path.suffix}.lock").open("w")
    except OSError:
        yield
        return
    with lock:
        with suppress(OSError):
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _replace(path: Path, write: Callable[[Path], None]) -> None:
    new = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        write(new)
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)


def _let_go(folder: Path) -> None:
    """Remove the files of all but the releases used last; whoever has mapped one keeps it."""
    for ending in (".arrow", ".npz"):
        files = sorted(folder.glob(f"*{ending}"), key=lambda path: path.stat().st_mtime)
        for old in files[:-RELEASES]:
            old.unlink(missing_ok=True)
            old.with_suffix(f"{ending}.lock").unlink(missing_ok=True)


def _write_cube(path: Path, made: Cube) -> None:
    columns: dict[str, np.ndarray] = {}
    words: dict[str, list[Any]] = {}
    for part, kind in _PARTS.items():
        for field in fields(kind):
            value = getattr(getattr(made, part), field.name)
            if field.name == _CODES:
                columns |= {f"{part}.{_CODES}.{name}": array for name, array in value.items()}
            elif value.dtype == object:
                words[f"{part}.{field.name}"] = value.tolist()
            else:
                columns[f"{part}.{field.name}"] = value
    told = {"words": {name: array.tolist() for name, array in made.words.items()}, "objects": words,
            "flags": [name for name, array in columns.items() if array.dtype == bool]}  # fmt: skip
    lists = [_as_list(array) for array in columns.values()]
    table = pa.table(dict(zip(columns, lists, strict=True)))
    schema = table.schema.with_metadata({"cube": json.dumps(told, ensure_ascii=False)})
    with pa.OSFile(str(path), "wb") as file, pa.ipc.new_file(file, schema) as writer:
        writer.write_table(table.replace_schema_metadata(schema.metadata))


def _as_list(array: np.ndarray) -> pa.Array:
    """Return an array as one cell, so that arrays of any length stand in one row; flags as bytes, as NumPy has them."""
    values = pa.array(array.view(np.uint8) if array.dtype == bool else array)
    return pa.LargeListArray.from_arrays(pa.array([0, len(values)], pa.int64()), values)


def _read_cube(path: Path) -> Cube:
    if not path.exists():
        raise FileNotFoundError(path)
    table = pa.ipc.open_file(pa.memory_map(str(path))).read_all()
    told = json.loads(table.schema.metadata[b"cube"])
    arrays = {
        name: table[name].chunk(0).values.to_numpy(zero_copy_only=True).view(bool)
        if name in told["flags"]
        else table[name].chunk(0).values.to_numpy(zero_copy_only=True)
        for name in table.column_names
    }
    arrays |= {name: _objects(values) for name, values in told["objects"].items()}
    words = {name: _objects(values) for name, values in told["words"].items()}
    parts = {part: kind(**_fields(part, kind, arrays)) for part, kind in _PARTS.items()}
    return Cube(words, **parts)


def _fields(part: str, kind: type, arrays: Mapping[str, np.ndarray]) -> dict[str, Any]:
    codes = f"{part}.{_CODES}."
    found = {name.removeprefix(codes): array for name, array in arrays.items() if name.startswith(codes)}
    return {
        field.name: found if field.name == _CODES else arrays[f"{part}.{field.name}"]
        for field in fields(kind)
    }


def _objects(values: list[Any]) -> np.ndarray:
    made = np.empty(len(values), dtype=object)
    for at, value in enumerate(values):
        made[at] = tuple(value) if isinstance(value, list) else value
    return made


def _write_grams(path: Path, made: Grams) -> None:
    with path.open("wb") as file:
        np.savez(file, rows=np.array(made.rows), bits=made.bits)


def _read_grams(path: Path) -> Grams:
    with np.load(path, allow_pickle=False) as found:
        return Grams(int(found["rows"]), found["bits"])
