"""Proposals put into the tables of a release: what they would make of them, what is wrong, who stands in whose way."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from data.checking import check
from data.faults import Fault
from data.intake.sourcing import Source, SourceError, cite
from data.intake.written import keys, write
from data.proposals.model import TABLES as PROPOSABLE
from data.proposals.model import Document, Proposal, ProposalError, Row
from data.reading import Sheet, convert
from data.records import Records
from data.schema import TABLES

MOST_ROWS = 200_000  # of a table that proposals can be put into; larger ones take a file through the desk
_RELEASE = "release"


@dataclass(frozen=True)
class Merged:
    """Whole frames of the tables that change, and the faults of the proposed rows; `file` of a fault is its proposal."""

    tables: dict[str, pd.DataFrame]
    faults: tuple[Fault, ...]


def standing(table: str, key: str, records: Records) -> dict[str, str]:
    """Return the filled cells of a row of the release, with its evidence; {} where there is none."""
    frame = getattr(records, table)
    rows = frame[keys(frame, TABLES[table]) == key]
    if not len(rows):
        return {}
    cells = write(rows.iloc[:1], TABLES[table]).iloc[0].to_dict() | {"evidence": rows["evidence"].iloc[0]}
    return {str(name): str(cell) for name, cell in cells.items() if cell}


def merge(proposals: Sequence[Proposal], records: Records) -> Merged:
    """Return the tables with all of the proposals in them, in the order given. Raises ProposalError:

    `moved`: a row is not as its author saw it. `clash`: two of them say different things of one cell.
    """
    names = sorted({row.table for one in proposals for row in one.rows})
    _refuse_what_moved(proposals, records)
    _refuse_clashes(proposals)
    sources = records.sources
    cited: dict[str, str] = {}
    for one in proposals:
        if one.rows:
            sources, cited[one.proposal_id] = _cited(sources, one)
    sheets = {
        name: _sheet(name, getattr(records, name), (), cited)
        for name in TABLES
        if name not in (*names, "sources")
    }
    sheets["sources"] = _sheet("sources", sources, (), cited)
    for name in names:
        rows = [(one, row) for one in proposals for row in one.rows if row.table == name]
        sheets[name] = _sheet(name, getattr(records, name), rows, cited)
    ours = {one.proposal_id for one in proposals}
    faults = tuple(sorted(fault for fault in check(sheets, only=names) if fault.file in ours))
    tables = {name: sheets[name].values for name in names}
    if len(sources) != len(records.sources):
        tables["sources"] = sources
    return Merged(tables, faults)


def _cited(sources: pd.DataFrame, proposal: Proposal) -> tuple[pd.DataFrame, str]:
    document = proposal.document
    source_id = document.source_id or f"p-{proposal.proposal_id}"
    day = pd.to_datetime(document.published_on, format="%Y-%m-%d", errors="coerce")
    source = Source(
        source_id, title_th=document.title, publisher=document.publisher, url=document.url,
        published_on=None if pd.isna(day) else day.date(),
    )  # fmt: skip
    try:
        return cite(sources, source), source_id
    except SourceError as error:
        raise ProposalError("illustrative" if error.args[0] == "illustrative" else "no-document") from error


def _sheet(
    name: str, frame: pd.DataFrame, rows: Sequence[tuple[Proposal, Row]], cited: Mapping[str, str]
) -> Sheet:
    """Return a table as a sheet, with some rows replaced or added; these are known by their proposal."""
    table = TABLES[name]
    if not rows:
        return Sheet(table, frame, _Text(frame, table), [_RELEASE] * len(frame), list(range(len(frame))))
    if len(frame) > MOST_ROWS:
        raise ProposalError("too-big", name)
    latest = {row.key: (one, dict(row.after) | {"source_id": cited[one.proposal_id]}) for one, row in rows}
    kept = frame[~keys(frame, table).isin(list(latest))]
    text = pd.DataFrame(
        {n: pd.Series([cells.get(n, "") for _, cells in latest.values()], dtype="str") for n in table.names}
    )
    values, faults = {}, []
    files = [one.proposal_id for one, _ in latest.values()]
    for column in table.columns:
        values[column.name], wrong = convert(text[column.name], column)
        faults += [
            Fault(files[at], 1, column.name, str(text[column.name][at]), "", code)
            for code, places in wrong.items()
            for at in map(int, places)
        ]
    new = pd.DataFrame(values).assign(evidence=pd.Series(["documented"] * len(text), dtype="str"))
    dtypes = {column.name: column.dtype for column in table.columns} | {"evidence": "str"}
    whole = pd.concat([kept, new[list(frame.columns)]], ignore_index=True).astype(dtypes)
    file = [_RELEASE] * len(kept) + files
    return Sheet(table, whole, _Text(whole, table, text, len(kept)), file, [1] * len(file), faults)


class _Text:
    """The text of a table, made for what a fault asks about."""

    def __init__(
        self, frame: pd.DataFrame, table: object, own: pd.DataFrame | None = None, first: int = 0
    ) -> None:
        self._frame, self._table, self._own, self._first = frame, table, own, first

    def __getitem__(self, names: str | list[str]) -> pd.Series | pd.DataFrame:
        from data.intake.written import write_column

        if not isinstance(names, str):
            return pd.DataFrame({name: self[name] for name in names})
        text = write_column(self._frame[names])
        if self._own is not None:  # what could not be read stands as it was written
            text = pd.concat([text.iloc[: self._first], self._own[names]], ignore_index=True)
        return text


def _refuse_what_moved(proposals: Iterable[Proposal], records: Records) -> None:
    for one in proposals:
        for row in one.rows:
            now = standing(row.table, row.key, records)
            before = {name: cell for name, cell in row.before.items() if cell}
            skip = ("source_id", "evidence")
            if {n: c for n, c in now.items() if n not in skip} != {
                n: c for n, c in before.items() if n not in skip
            }:
                raise ProposalError("moved", one.proposal_id)


def _refuse_clashes(proposals: Iterable[Proposal]) -> None:
    said: dict[tuple[str, str], tuple[dict[str, str], str]] = {}
    for one in proposals:
        for row in one.rows:
            cells = {name: cell for name, cell in row.after.items() if cell}
            before, other = said.setdefault((row.table, row.key), (cells, one.proposal_id))
            if before != cells and other != one.proposal_id:
                raise ProposalError("clash", f"{other} {one.proposal_id}")


def document_is_named(document: Document) -> bool:
    """Say whether a proposal names what it rests on."""
    return bool(document.source_id or document.title.strip())


def is_proposable(table: str) -> bool:
    """Say whether rows of a table can be proposed."""
    return table in PROPOSABLE
