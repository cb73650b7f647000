"""One release of the data, loaded: a frame per table, immutable and shared by all sessions."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, fields
from functools import cached_property
from pathlib import Path

import pandas as pd

from data.checking import check
from data.columns import Table
from data.faults import Fault, FaultsError
from data.reading import Sheet, read_file
from data.schema import TABLES, empty

HERE = Path(__file__).resolve().parent
FACTS = HERE / "facts"
SAMPLE = HERE / "sample"


@dataclass(frozen=True, eq=False)
class Records:
    """Every table of one release. Nobody changes a frame in place.

    Columns: docs/contracts.md. `release` is a short hash of the files that were read.
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

    def tables(self) -> dict[str, pd.DataFrame]:
        """Return every frame by the name of its table."""
        return {f.name: getattr(self, f.name) for f in fields(self) if f.name != "release"}

    def documented(self) -> "Records":
        """Return the same release without its illustrative rows; made once, then remembered."""
        return self._documented

    @cached_property
    def _documented(self) -> "Records":
        kept = {name: frame[frame["evidence"] == "documented"] for name, frame in self.tables().items()}
        if all(len(kept[name]) == len(frame) for name, frame in self.tables().items()):
            return self
        return Records(self.release, **{name: frame.reset_index(drop=True) for name, frame in kept.items()})


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
    return Records(_release(folder for folder, _ in folders), **frames)


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


def _release(folders: Iterable[Path]) -> str:
    """Return twelve hex digits that change when any file of the release does."""
    digest = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.glob("*.csv")):
            digest.update(f"{folder.name}/{path.name}\0".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
