"""The document an officer cites for published rows, and the aliases their answers leave behind."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from data.schema import TABLES, empty

PENDING = "source-of-this-file"  # stands in `source_id` until the officer names the source


@dataclass(frozen=True)
class Source:
    """The document behind published rows. Only `source_id` is needed to cite one that the release has."""

    source_id: str
    title_th: str = ""
    title_en: str = ""
    publisher: str = ""
    published_on: dt.date | None = None
    url: str = ""
    note: str = ""


@dataclass(frozen=True)
class Alias:
    """A spelling that an officer said means a province."""

    alias: str
    province_code: str


class SourceError(ValueError):
    """A source cannot be cited; args[0] says why: "id", "title" or "illustrative"."""


def add_row(name: str, frame: pd.DataFrame, cells: Mapping[str, object]) -> pd.DataFrame:
    """Return a table with one documented row more."""
    row = empty(name).reindex([0])
    for column in TABLES[name].columns:
        value = cells.get(column.name)
        if column.dtype == "str":
            row[column.name] = pd.Series([value or ""], dtype="str")
        elif value is not None:
            row[column.name] = pd.Series([value]).astype(column.dtype)
    row = row.assign(evidence=pd.Series(["documented"], dtype="str"))
    return pd.concat([frame, row], ignore_index=True)[list(frame.columns)]


def cite(sources: pd.DataFrame, source: Source) -> pd.DataFrame:
    """Return the sources with the cited one among them. Raises SourceError for one that cannot be cited."""
    known = sources[sources["source_id"] == source.source_id]
    if len(known):
        if (known["evidence"] != "documented").any():
            raise SourceError("illustrative")
        return sources
    if not source.source_id or source.source_id == PENDING or not _is_code(source.source_id):
        raise SourceError("id")
    title = source.title_th.strip() or source.title_en.strip()
    if not title:
        raise SourceError("title")
    day = pd.Timestamp(source.published_on) if source.published_on else None
    return add_row("sources", sources, {
        "source_id": source.source_id, "title_th": source.title_th.strip() or title,
        "title_en": source.title_en.strip() or title, "publisher": source.publisher, "published_on": day,
        "date_precision": "day" if day is not None else "", "url": source.url, "note": source.note,
        "confidence": "primary",
    })  # fmt: skip


def _is_code(text: str) -> bool:
    return bool(pd.Series([text], dtype="str").str.fullmatch(r"[a-z0-9][a-z0-9.-]*").all())


def keep_aliases(frame: pd.DataFrame, aliases: tuple[Alias, ...], source_id: str) -> pd.DataFrame:
    """Return province_aliases with the spellings that an officer explained."""
    for alias in aliases:
        frame = add_row("province_aliases", frame, {
            "alias": alias.alias, "province_code": alias.province_code, "kind": "spelling", "source_id": source_id,
        })  # fmt: skip
    return frame
