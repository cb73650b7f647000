"""Find provinces, groups, institutions, workshops and projects by any spelling of their names.

Names and questions are folded alike (measures/folding.py): spaces, zero-width characters, letter case, Thai or
Arabic digits and the order of Thai marks make no difference. Nothing is guessed: a misspelt name is not found
unless it is one of the reviewed aliases.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from data.cube import book
from data.records import Records
from data.remember import lru_cache
from geo.calendar import grouping_on
from geo.names import short_group_name
from measures import evidence
from measures.folding import fold_question, fold_words, folded
from measures.selection import Selection

KINDS = ("province", "group", "institution", "workshop", "project")
MATCHES = ("exact", "prefix", "substring", "words")
COLUMNS = ["kind", "code", "name_th", "name_en", "about_th", "about_en", "match", "page", "params", "evidence",
           "source_id"]  # fmt: skip
_PAGES = {"province": "area", "group": "area", "institution": "area", "workshop": "workshops",
          "project": "projects"}  # fmt: skip
# A short alias (ลป, BKK) is a code, not a piece of a name: it is found whole or not at all.
_SHORTEST_PIECE = 3
RANKED = 2000


@dataclass(frozen=True)
class Entry:
    """One thing that can be found. keys: folded names; whole_only: folded codes that must be typed in full.

    since: the first day it can be shown (None: always); scheme: of a group. params: of the page to open.
    """

    kind: str
    code: str
    name_th: str
    name_en: str
    about_th: str
    about_en: str
    keys: tuple[str, ...]
    whole_only: frozenset[str]
    params: tuple[tuple[str, str], ...]
    since: date | None
    scheme: str
    evidence: str
    source_id: str


def find(records: Records, selection: Selection, question: str, limit: int = 12) -> pd.DataFrame:
    """Return the best hits, at most `limit`: exact names, then beginnings, then parts, then all words anywhere.

    Within a rank by kind (KINDS), shorter names first, then by code. Columns: kind, code, name_th, name_en,
    about_th, about_en (the province of an institution, the scheme of a group, "" otherwise), match (see
    MATCHES), page (area, workshops, projects), params (dict: area, workshop or project, and asof where the
    thing cannot be shown on the day chosen), evidence, source_id. Blank or unknown text gives no rows. Of projects,
    the first RANKED that hold all words are ranked, in the order of their ids.
    """
    hits = _hits(evidence.seen(records, selection), question, limit)
    if not hits:
        return pd.DataFrame([], columns=COLUMNS)
    scheme = grouping_on(records.group_schemes, selection.asof).scheme
    # A group of another scheme is another group of the same name: it stands behind today's.
    hits.sort(key=lambda hit: (hit[0], hit[1].kind == "group" and hit[1].scheme != scheme,
                               KINDS.index(hit[1].kind), hit[2], hit[1].code))  # fmt: skip
    made = []
    for rank, entry, _ in hits[:limit]:
        params = dict(entry.params) | _asof(entry, selection, scheme)
        made.append((entry.kind, entry.code, entry.name_th, entry.name_en, entry.about_th, entry.about_en,
                     MATCHES[rank], _PAGES[entry.kind], params, entry.evidence, entry.source_id))  # fmt: skip
    return pd.DataFrame(made, columns=COLUMNS)


def _hits(records: Records, question: str, limit: int) -> list[tuple[int, Entry, int]]:
    """Return (rank, entry, length of the key that matched) of all that match, of projects the best `limit`."""
    key, words = fold_question(question), fold_words(question)
    if not key:
        return []
    hits = []
    for entry in index(records):
        found = _rank(entry, key, words)
        if found is not None:
            hits.append((found[0], entry, found[1]))
    return hits + _projects(records, key, words, limit)


def _rank(entry: Entry, key: str, words: tuple[str, ...]) -> tuple[int, int] | None:
    if key in entry.whole_only:
        return 0, len(key)
    best: tuple[int, int] | None = None
    for name in entry.keys:
        if key in name:
            rank = 0 if key == name else 1 if name.startswith(key) else 2
        elif len(words) > 1 and all(word in name for word in words):
            rank = 3
        else:
            continue
        if best is None or (rank, len(name)) < best:
            best = (rank, len(name))
    return best


def _asof(entry: Entry, selection: Selection, scheme: str) -> dict[str, str]:
    """Return the day to go to where the day chosen does not know the thing."""
    if entry.since is None:
        return {}
    hidden = entry.scheme != scheme if entry.scheme else selection.asof < entry.since
    return {"asof": entry.since.isoformat()} if hidden else {}


@lru_cache(maxsize=16)
def index(records: Records) -> tuple[Entry, ...]:
    """Return everything that can be found in a release, folded once; projects are too many for that."""
    makers: tuple[Callable[[Records], list[Entry]], ...] = (
        _provinces, _groups, _institutions, _workshops,
    )  # fmt: skip
    return tuple(entry for make in makers for entry in make(records))


def _entry(kind: str, code: str, names: tuple[str, str], keys: list[str], **more: Any) -> Entry:
    written = {folded(text) for text in (*names, *keys)} - {""}
    short = frozenset(key for key in written if len(key) < _SHORTEST_PIECE)
    values: dict[str, Any] = {"about_th": "", "about_en": "", "params": (), "since": None, "scheme": "",
              "evidence": evidence.DOCUMENTED, "source_id": ""} | more  # fmt: skip
    whole = short | {folded(str(code))}
    return Entry(
        kind, code, names[0], names[1], keys=tuple(sorted(written - short)), whole_only=whole, **values
    )


def _provinces(records: Records) -> list[Entry]:
    aliases = records.province_aliases.groupby("province_code")["alias"].agg(list).to_dict()
    return [
        _entry("province", row.province_code, (row.name_th, row.name_en), aliases.get(row.province_code, []),
               params=(("area", row.province_code),), source_id=row.source_id,
               since=None if pd.isna(row.established_on) else row.established_on.date())
        for row in records.provinces.itertuples()
    ]  # fmt: skip


def _groups(records: Records) -> list[Entry]:
    schemes = records.group_schemes.set_index("scheme")[["name_th", "name_en"]].T.to_dict()
    members = records.province_group_members.groupby("group_code")["province_code"].agg(set).to_dict()
    entries = []
    for row in records.province_groups.itertuples():
        about = schemes.get(row.scheme, {"name_th": "", "name_en": ""})
        if members.get(row.group_code):
            names = (row.short_name_th, short_group_name(row.name_en))
            # People leave out "ภาค" in front of the region.
            keys = [row.name_th, row.name_en, row.short_name_th.removeprefix("ภาค")]
            entries.append(_entry("group", row.group_code, names, keys, about_th=about["name_th"],
                                  about_en=about["name_en"], params=(("area", row.group_code),),
                                  since=row.valid_from.date(), scheme=row.scheme, source_id=row.source_id))  # fmt: skip
    return entries


def _institutions(records: Records) -> list[Entry]:
    names = records.provinces.set_index("province_code")[["name_th", "name_en"]].T.to_dict()
    entries = []
    for row in records.institutions.itertuples():
        home = names.get(row.province_code, {"name_th": "", "name_en": ""})
        entries.append(_entry("institution", row.institution_code, (row.name_th, row.name_en), [],
                              about_th=home["name_th"], about_en=home["name_en"],
                              params=(("area", row.province_code),), evidence=row.evidence,
                              source_id=row.source_id))  # fmt: skip
    return entries


def _workshops(records: Records) -> list[Entry]:
    return [
        _entry("workshop", row.workshop_id, (row.title_th, row.title_en), [row.venue],
               params=(("workshop", row.workshop_id),), evidence=row.evidence, source_id=row.source_id,
               since=None if pd.isna(row.start_date) else row.start_date.date())
        for row in records.workshops.itertuples()
    ]  # fmt: skip


def _projects(records: Records, key: str, words: tuple[str, ...], limit: int) -> list[tuple[int, Entry, int]]:
    """Return the best projects as `_hits` has them; what holds all words is looked for in the stored titles."""
    found = book.of(records).holding(words or (key,), RANKED)
    ranked = []
    for place, code, title_th, title_en in found:
        own = _rank(_entry("project", code, (title_th, title_en), []), key, words)
        if own is not None:
            ranked.append((own[0], own[1], code, place))
    ranked = sorted(ranked)[:limit]
    rows = book.of(records).stored([place for *_, place in ranked])
    hits = []
    for (rank, length, code, _), row in zip(ranked, rows.to_dict("records"), strict=True):
        start = row["started_on"]
        entry = _entry("project", code, (row["title_th"], row["title_en"]), [], params=(("project", code),),
                       evidence=row["evidence"], source_id=row["source_id"],
                       since=None if pd.isna(start) else start.date())  # fmt: skip
        hits.append((rank, entry, length))
    return hits
