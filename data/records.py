"""One release of the data, loaded: a frame per table, immutable and shared by all sessions."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property, partial
from pathlib import Path
from typing import TypeAlias

import pandas as pd
import pyarrow.compute as pc
import pyarrow.dataset as pads

from data.checking import check
from data.columns import Table
from data.faults import Fault, FaultsError
from data.reading import Sheet, read_file
from data.schema import TABLES, empty
from data.store.columnar import in_memory, to_frame

Big: TypeAlias = pads.Dataset | Callable[[], pads.Dataset]
Kinds: TypeAlias = tuple[tuple[str, str], ...]
HERE = Path(__file__).resolve().parent
FACTS = HERE / "facts"
SAMPLE = HERE / "sample"
NO_TABLES = ("release", "whole")
_NO_WORDS = pd.Series([], dtype="str")


@dataclass(frozen=True, eq=False)
class Whole:
    """What a part of a release must know of the whole, so that the absence of a row means the same in both.

    kinds: per table the (evidence, source_id) of its rows. first_stage: per evidence the first day on which any plan
    reached a stage. people: who was invited and came to each workshop from everywhere (workshop_id, evidence,
    invited_count, attended_count). unplaced: the projects of which no place is stated, without words and sums; None
    for none.
    """

    kinds: Mapping[str, Kinds]
    first_stage: Mapping[str, pd.Timestamp]
    people: pd.DataFrame
    unplaced: "Records | None" = None

    def documented(self) -> "Whole":
        """Return the same of the release without its illustrative rows."""
        kinds = {
            name: tuple(pair for pair in own if pair[0] == "documented") for name, own in self.kinds.items()
        }
        first = {kind: day for kind, day in self.first_stage.items() if kind == "documented"}
        people = self.people[self.people["evidence"] == "documented"]
        return Whole(kinds, first, people, self.unplaced and self.unplaced.documented())


@dataclass(frozen=True, eq=False)
class Records:
    """Every table of one release. Nobody changes a frame in place.

    Columns: docs/contracts/records.md. `release` is a short hash of the files that were read. `whole`: of a part of a
    release, what the absence of a row means (None: these are all rows).
    """

    release: str
    provinces: pd.DataFrame
    province_aliases: pd.DataFrame
    group_schemes: pd.DataFrame
    province_groups: pd.DataFrame
    province_group_members: pd.DataFrame
    phases: pd.DataFrame
    milestones: pd.DataFrame
    agencies: pd.DataFrame
    programmes: pd.DataFrame
    sources: pd.DataFrame
    observations: pd.DataFrame
    conflicts: pd.DataFrame
    network_growth: pd.DataFrame
    institutions: pd.DataFrame
    institution_service_areas: pd.DataFrame
    representatives: pd.DataFrame
    workshops: pd.DataFrame
    participations: pd.DataFrame
    projects: pd.DataFrame
    project_locations: pd.DataFrame
    plans: pd.DataFrame
    whole: Whole | None = None
    list_scopes: pd.DataFrame = field(default_factory=lambda: empty("list_scopes").assign(evidence=_NO_WORDS))
    populations: pd.DataFrame = field(default_factory=lambda: empty("populations").assign(evidence=_NO_WORDS))

    def tables(self) -> dict[str, pd.DataFrame]:
        """Return every frame by the name of its table."""
        return {f.name: getattr(self, f.name) for f in fields(self) if f.name not in NO_TABLES}

    def documented(self) -> "Records":
        """Return the same release without its illustrative rows; made once, then remembered."""
        return self._documented

    @cached_property
    def _documented(self) -> "Records":
        kept = {name: frame[frame["evidence"] == "documented"] for name, frame in self.tables().items()}
        if all(len(kept[name]) == len(frame) for name, frame in self.tables().items()):
            return self
        frames = {name: frame.reset_index(drop=True) for name, frame in kept.items()}
        return assemble(self.release, frames, whole=self.whole and self.whole.documented())

    def dataset(self, table: str) -> pads.Dataset:
        """Return a table as an Arrow dataset, for callers that ask it with queries; dates are date32, blanks null.

        A big table of a store is not read for it: the dataset names the files.
        """
        if table not in self._datasets:
            self._datasets[table] = in_memory(table, getattr(self, table))
        return self._datasets[table]

    def count(self, table: str) -> int:
        """Return how many rows a table has, without reading a table that lies in files."""
        return len(getattr(self, table))

    def small(self) -> dict[str, pd.DataFrame]:
        """Return the frames that need no reading."""
        return self.tables()

    @cached_property
    def _datasets(self) -> dict[str, pads.Dataset]:
        return {}


class StoredRecords(Records):
    """Records whose big tables are read when first asked for; `dataset` and `count` never make a frame of them.

    A dataset that a store gives is whole files, so a reader may take them a row group at a time.
    """

    def __init__(
        self, release: str, big: Mapping[str, Big] | None = None, whole: Whole | None = None,
        **frames: pd.DataFrame,
    ) -> None:  # fmt: skip
        for name, value in {"release": release, "big": dict(big or {}), "whole": whole, **frames}.items():
            object.__setattr__(self, name, value)

    def __getattr__(self, name: str) -> pd.DataFrame:
        """Read a big table at its first use; two sessions that ask at once read equal frames."""
        if name not in self.__dict__.get("big", {}):
            raise AttributeError(name)
        frame = to_frame(name, self.dataset(name).to_table())
        object.__setattr__(self, name, frame)
        return frame

    def dataset(self, table: str) -> pads.Dataset:
        """Return a table as an Arrow dataset; a big one lies in its files."""
        if table in self.big and table not in self._datasets:
            source = self.big[table]
            self._datasets[table] = source if isinstance(source, pads.Dataset) else source()
        return super().dataset(table)

    def count(self, table: str) -> int:
        """Return how many rows a table has, without reading a table that lies in files."""
        return self.dataset(table).count_rows() if table in self.big else super().count(table)

    def small(self) -> dict[str, pd.DataFrame]:
        """Return the frames that need no reading."""
        return {f.name: getattr(self, f.name) for f in fields(self) if f.name not in (*NO_TABLES, *self.big)}

    @cached_property
    def _documented(self) -> Records:
        frames = {name: frame[frame["evidence"] == "documented"] for name, frame in self.small().items()}
        frames = {name: frame.reset_index(drop=True) for name, frame in frames.items()}
        big = {name: partial(self._facts, name) for name in self.big}
        return assemble(self.release, frames, big, self.whole and self.whole.documented())

    def _facts(self, table: str) -> pads.Dataset:
        rows = self.dataset(table)
        if not rows.count_rows(filter=pc.field("evidence") != "documented"):
            return rows
        return pads.dataset(rows.to_table(filter=pc.field("evidence") == "documented"))


def assemble(
    release: str, frames: Mapping[str, pd.DataFrame], big: Mapping[str, Big] | None = None,
    whole: Whole | None = None,
) -> Records:  # fmt: skip
    """Return Records of frames that were checked before; tables in `big` are read when first asked for."""
    if big:
        return StoredRecords(release, big, whole, **frames)
    return Records(release, **frames, whole=whole)


def load(facts: Path = FACTS, sample: Path | None = SAMPLE) -> Records:
    """Read every CSV of the two folders through the schema into one Records.

    Rows of `facts` come first and are `documented`, rows of `sample` are `illustrative`.
    Raises FaultsError with every fault of every file.
    """
    folders = [(facts, "documented"), *([(sample, "illustrative")] if sample else [])]
    sheets, evidence = {}, {}
    missing: list[Fault] = []
    for table in TABLES.values():
        paths = [(folder / f"{table.name}.csv", kind) for folder, kind in folders]
        if table.documented and not paths[0][0].exists():
            missing.append(
                Fault(f"{facts.name}/{table.name}.csv", 0, "", "", f"{table.name}.csv", "missing-file")
            )
        read = [(read_file(path, table), kind) for path, kind in paths if path.exists()]
        sheets[table.name] = _stack(table, [sheet for sheet, _ in read])
        evidence[table.name] = [kind for sheet, kind in read for _ in sheet.row]
    if faults := missing + check(sheets):
        raise FaultsError(faults)
    frames = {name: _with_evidence(sheet, evidence[name]) for name, sheet in sheets.items()}
    return Records(folders_hash(facts, sample), **frames)


def _stack(table: Table, sheets: list[Sheet]) -> Sheet:
    """Put the sheets of one table under each other."""
    if len(sheets) == 1:
        return sheets[0]
    if not sheets:
        return Sheet(table, empty(table.name), empty(table.name).astype("str"), [], [])
    return Sheet(
        table,
        pd.concat([sheet.values for sheet in sheets], ignore_index=True),
        pd.concat([sheet.text for sheet in sheets], ignore_index=True),
        [file for sheet in sheets for file in sheet.file],
        [row for sheet in sheets for row in sheet.row],
        [fault for sheet in sheets for fault in sheet.faults],
    )


def _with_evidence(sheet: Sheet, evidence: list[str]) -> pd.DataFrame:
    return sheet.values.assign(evidence=pd.Series(evidence, index=sheet.values.index, dtype="str"))


def folders_hash(facts: Path, sample: Path | None) -> str:
    """Return twelve hex digits that change when any file of the two folders does; nothing is checked."""
    digest = hashlib.sha256()
    for folder in (facts, sample):
        for path in sorted(folder.glob("*.csv")) if folder else ():
            digest.update(f"{path.parent.name}/{path.name}\0".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
