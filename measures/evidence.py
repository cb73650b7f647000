"""What is documented and what is illustrative, and what the absence of a row may mean."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from data.cube import book
from data.records import Kinds, Records
from data.remember import lru_cache
from measures.selection import Selection

DOCUMENTED, PARTLY, ILLUSTRATIVE = "documented", "partly", "illustrative"
STATES = (DOCUMENTED, PARTLY, ILLUSTRATIVE)
WHOLE = ""  # the whole country, where a list says what it covers


def seen(records: Records, selection: Selection) -> Records:
    """Return the records the reader has asked to see: all, or the documented rows only."""
    return records.documented() if selection.evidence == DOCUMENTED else records


def is_silent(records: Records, selection: Selection, table: str) -> bool:
    """Say whether the absence of a row of a table says nothing about the world.

    So it is where only documented rows are to be seen: documents name some areas and are silent on the rest,
    unless a list says that it covers the whole country on the day. Then a gap is "not reported", never "none".
    Illustrative rows are made whole: with them, an absence is illustrative too. The rows are those of the whole
    release: a reader who may see none of them is told the same as everybody.
    """
    if absence_is_illustrative(records, selection, table):
        return False
    return WHOLE not in covered(records, selection, table)


@lru_cache(maxsize=256)
def kinds_of(records: Records, table: str) -> Kinds:
    """Return the (evidence, source_id) of all rows of a table, also of those that a limited reader does not see."""
    if records.whole is not None:
        return records.whole.kinds.get(table, ())
    if table == "projects":
        return tuple(book.of(records).cube.words["source"])
    rows = getattr(records, table)[["evidence", "source_id"]].drop_duplicates()
    return tuple(rows.itertuples(index=False, name=None))


def absence_is_illustrative(records: Records, selection: Selection, table: str) -> bool:
    """Say whether illustrative rows of a table are to be seen, which are made whole."""
    return selection.evidence != DOCUMENTED and of_absence(records, table)[0] == ILLUSTRATIVE


def covered(records: Records, selection: Selection, table: str, since: date | None = None) -> dict[str, str]:
    """Return where documents claim to list every row of a table: province_code (WHOLE for the country) -> source ids.

    On the day of `selection`, for its programme; since: without a break from that day on. Areas are today's codes.
    """
    first = since or selection.asof
    return _covered(records, table, first, selection.asof, selection.programme or "")


@lru_cache(maxsize=512)
def _covered(records: Records, table: str, first: date, day: date, programme: str) -> dict[str, str]:
    rows = records.list_scopes
    rows = rows[rows["table_name"].eq(table) & rows["programme_code"].isin(["", programme])]
    found = {}
    for code, own in rows.sort_values("valid_from").groupby("province_code"):
        reached = pd.Timestamp(first)
        for row in own.itertuples():
            if row.valid_from <= reached <= row.valid_to:
                reached = row.valid_to + pd.Timedelta(days=1)
        if reached > pd.Timestamp(day):
            found[str(code)] = join_sources(own["source_id"])
    return found


def silence_reason(selection: Selection) -> str:
    """Return why nothing is reported: the documents do not say, or there is no record at all."""
    return "documents_do_not_say" if selection.evidence == DOCUMENTED else "no_record"


def of_absence(records: Records, table: str) -> tuple[str, str]:
    """Return (evidence, source_id) of a state that rests on a row of the table *not* being there."""
    pairs = kinds_of(records, table)
    if ILLUSTRATIVE in {kind for kind, _ in pairs}:
        return ILLUSTRATIVE, "sample"
    scopes = records.list_scopes
    claiming = join_sources(scopes.loc[scopes["table_name"] == table, "source_id"])
    return DOCUMENTED, claiming or join_sources(source for _, source in pairs)


@dataclass(frozen=True)
class Evidence:
    """How much of a number documents state: `documented` of the `of` rows, projects or areas it is made of."""

    documented: int
    of: int

    @property
    def state(self) -> str:
        """documented, partly or illustrative; "" where nothing stands behind it."""
        if not self.of:
            return ""
        return DOCUMENTED if self.documented == self.of else PARTLY if self.documented else ILLUSTRATIVE

    @property
    def share(self) -> float | None:
        """The documented share, 0 to 1; None where nothing stands behind it."""
        return self.documented / self.of if self.of else None


def combined(kinds: Iterable[str]) -> str:
    """Return the evidence of a number made from several rows: documented or illustrative if all of them are, else
    partly; "" where no row says anything."""
    found = set(kinds) - {""}
    return "" if not found else found.pop() if len(found) == 1 else PARTLY


def needs_mark(kind: str) -> bool:
    """Say whether a number of this evidence must not be quoted without its mark."""
    return kind in (PARTLY, ILLUSTRATIVE)


def join_sources(source_ids: Iterable[str]) -> str:
    """Return distinct source ids in order of first use, separated by one space."""
    return " ".join(dict.fromkeys(part for ids in source_ids for part in ids.split()))


def documented_share(frame: pd.DataFrame) -> float | None:
    """Return the share (0 to 1) of rows with evidence that a document states; None without any."""
    stated = frame.loc[frame["evidence"] != "", "evidence"]
    return None if stated.empty else float((stated == DOCUMENTED).mean())


@lru_cache(maxsize=16)
def projects_share(shown: Records) -> float | None:
    """Return the share (0 to 1) of the projects that a document states; None without any."""
    found = book.of(shown).cube
    kinds = np.array([kind for kind, _ in found.words["source"]], dtype=object)
    count = np.bincount(found.cells.codes["source"], found.cells.count, minlength=len(kinds))
    stated = count[kinds != ""].sum()
    return float(count[kinds == DOCUMENTED].sum() / stated) if stated else None
