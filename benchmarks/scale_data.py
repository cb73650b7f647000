"""Generated project records in any number: seeded, vectorised, in the shape of the sample. Nothing here is a fact."""

from collections.abc import Iterator

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from data.illustration.projects import PLANNED, PROGRAMMES, YEARS
from data.illustration.words import COMMUNITY, PHRASES, THEMES
from data.records import Records

CHUNK = 500_000
SEED = 2554
# One province, nationwide, a whole group without shares, several provinces with shares: as in the sample.
PLACES = (0.86, 0.02, 0.03, 0.09)
EPOCH = np.datetime64("1970-01-01", "D")


def chunks(records: Records, rows: int) -> Iterator[tuple[pa.Table, pa.Table]]:
    """Return projects and their locations, some hundred thousand at a time, by project_id.

    records: the facts that codes, provinces and groups are taken from.
    """
    rng = np.random.default_rng(SEED)
    weights = np.array([programme.per_year for programme in PROGRAMMES.values()], dtype=float)
    counts = np.floor(np.cumsum(weights / weights.sum()).reshape(weights.shape) * rows + 0.5).astype(int)
    ends = counts.ravel()
    order = sorted(range(len(ends)), key=lambda i: (list(PROGRAMMES)[i // len(YEARS)], i % len(YEARS)))
    sizes = np.diff(np.concatenate([[0], ends]))[order]
    kind = np.repeat(np.array(order), sizes)
    number = np.concatenate([np.arange(size) for size in sizes]) if rows else np.zeros(0, dtype=int)
    geography = _Geography(records)
    for first in range(0, rows, CHUNK):
        part = slice(first, first + CHUNK)
        yield _chunk(kind[part], number[part], geography, rng)


class _Geography:
    """Provinces, the groups of 2551 and their members, as arrays."""

    def __init__(self, records: Records) -> None:
        found = records.provinces
        self.codes = found["province_code"].to_numpy(dtype=object)
        self.names_th = found["name_th"].to_numpy(dtype=object)
        self.names_en = found["name_en"].to_numpy(dtype=object)
        members = records.province_group_members
        members = members[members["scheme"] == "2551"].groupby("group_code")["province_code"].agg(list)
        index = {code: i for i, code in enumerate(self.codes)}
        self.groups = [np.array([index[code] for code in group]) for group in members]


def _chunk(
    kind: np.ndarray, number: np.ndarray, geography: _Geography, rng: np.random.Generator
) -> tuple[pa.Table, pa.Table]:
    names = np.array(list(PROGRAMMES), dtype=object)
    programme, year = kind // len(YEARS), kind % len(YEARS) + YEARS[0]
    size = len(kind)
    started, ended, status = _days(programme, year, rng)
    home, owner, place, precision, share = _places(size, geography, rng)
    ids = pc.binary_join_element_wise(
        "sample", _words(names, programme), pa.array(year).cast(pa.string()),
        pc.utf8_lpad(pa.array(number + 1).cast(pa.string()), 8, "0"), "-",
    )  # fmt: skip
    agency, titles = _titles(programme, home, number, geography, rng)
    allocated, disbursed = _money(programme, status, rng)
    phase = np.array([1, 2, 3])[np.clip((year - 2547) // 4, 0, 2)]
    statuses = np.array(["planned", "running", "completed", "cancelled"], dtype=object)
    people = pa.array(rng.integers(1, 400, size), mask=rng.random(size) < 0.15)
    projects = pa.table({
        "project_id": ids, "title_th": titles[0], "title_en": titles[1],
        "programme_code": _words(names, programme), "agency_code": agency,
        "phase_code": _words(np.array([f"phase-{n}" for n in range(4)], dtype=object), phase),
        "status": _words(statuses, status),
        "started_on": pa.array(started, mask=status == 0).cast(pa.timestamp("us")),
        "ended_on": pa.array(ended, mask=status < 2).cast(pa.timestamp("us")),
        "fiscal_year_be": pa.array(year), "allocated_baht": allocated, "disbursed_baht": disbursed,
        "beneficiary_count": people, "source_id": _same("sample", size), "evidence": _same("illustrative", size),
    })  # fmt: skip
    codes = np.append(geography.codes, "")
    precisions = np.array(["province", "group", "nationwide"], dtype=object)
    locations = pa.table({
        "project_id": ids.take(pa.array(owner)), "province_code": _words(codes, place),
        "precision": _words(precisions, precision), "share": pa.array(share, mask=np.isnan(share)),
        "source_id": _same("sample", len(owner)), "evidence": _same("illustrative", len(owner)),
    })  # fmt: skip
    return projects, locations


def _same(word: str, size: int) -> pa.Array:
    return pa.repeat(word, size)


def _words(words: np.ndarray, codes: np.ndarray) -> pa.Array:
    return pa.array(words, pa.string()).take(pa.array(codes))


def _days(
    programme: np.ndarray, year: np.ndarray, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    size = len(year)
    first = np.array([np.datetime64(f"{be - 544}-10-01") for be in range(2546, 2561)])
    start_of = first[year - 2546]
    length = (first[year - 2545] - start_of).astype(int)
    started = start_of + (rng.beta(1.6, 2.6, size) * length).astype(int)
    low, high = (np.array([p.days[i] for p in PROGRAMMES.values()])[programme] for i in (0, 1))
    ended = started + rng.integers(low, high)
    last = np.datetime64("2015-09-30")
    status = np.where(ended <= last, 2, 1)
    status = np.where((year == 2558) & (rng.random(size) < PLANNED), 0, status)
    cancelled = (rng.random(size) < 0.02) & (status > 0)
    ended = np.where(cancelled, np.minimum(started + rng.integers(40, 120, size), last), ended)
    return started, ended, np.where(cancelled, 3, status)


def _places(
    size: int, geography: _Geography, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Return the first province of each project, and of each place: project, province, precision, share."""
    shape = rng.choice(4, size, p=PLACES)
    group = rng.integers(0, len(geography.groups), size)
    home = rng.integers(0, len(geography.codes), size)
    rows: list[tuple[np.ndarray, np.ndarray, int, np.ndarray]] = []
    one, none = np.flatnonzero(shape == 0), np.flatnonzero(shape == 1)
    rows.append((one, home[one], 0, np.ones(len(one))))
    rows.append((none, np.full(len(none), len(geography.codes)), 2, np.full(len(none), np.nan)))
    for number, members in enumerate(geography.groups):
        whole = np.flatnonzero((shape == 2) & (group == number))
        rows += [(whole, np.full(len(whole), code), 1, np.full(len(whole), np.nan)) for code in members]
        some = np.flatnonzero((shape == 3) & (group == number))
        rows += _shared(some, members, rng)
        home[whole] = members[0]
    owner = np.concatenate([row[0] for row in rows])
    place = np.concatenate([row[1] for row in rows])
    precision = np.concatenate([np.full(len(row[0]), row[2]) for row in rows])
    share = np.concatenate([row[3] for row in rows])
    order = np.lexsort((place, owner))
    return home, owner[order], place[order], precision[order], share[order]


def _shared(
    some: np.ndarray, members: np.ndarray, rng: np.random.Generator
) -> list[tuple[np.ndarray, np.ndarray, int, np.ndarray]]:
    """Return two to five provinces of a group per project; shares are multiples of a twentieth."""
    many = np.minimum(rng.integers(2, 6, len(some)), len(members))
    draw = np.argsort(rng.random((len(some), len(members))), axis=1)
    cuts = np.full((len(some), len(members)), 20)
    for count in range(2, len(members) + 1):
        who = np.flatnonzero(many == count)
        inner = np.sort(np.argsort(rng.random((len(who), 19)), axis=1)[:, : count - 1] + 1, axis=1)
        cuts[who, : count - 1] = inner
    parts = np.diff(np.concatenate([np.zeros((len(some), 1), dtype=int), cuts], axis=1), axis=1) / 20
    rows = []
    for n in range(len(members)):
        who = n < many
        rows.append((some[who], members[draw[who, n]], 0, parts[who, n]))
    return rows


def _titles(
    programme: np.ndarray,
    home: np.ndarray,
    number: np.ndarray,
    geography: _Geography,
    rng: np.random.Generator,
) -> tuple[pa.Array, tuple[pa.Array, pa.Array]]:
    theme = rng.integers(0, 1000, len(programme))
    built_th, built_en, agencies = [], [], []
    first = []
    for name in PROGRAMMES:
        first.append(len(built_th))
        for theme_th, theme_en, own in THEMES.get(name, COMMUNITY):
            built_th.append("(สมมติ) " + PHRASES[name][0].format(theme=theme_th, place=""))
            built_en.append("(Illustrative) " + PHRASES[name][1].format(theme=theme_en, place=""))
            agencies.append([own[n % len(own)] for n in range(12)])
    many = np.array([len(THEMES.get(name, COMMUNITY)) for name in PROGRAMMES])[programme]
    which = np.array(first)[programme] + theme % many
    serial = pa.array(number + 1).cast(pa.string())
    titles = tuple(
        pc.binary_join_element_wise(
            _words(np.array(built, dtype=object), which), _words(names, home), word, serial, " "
        )
        for built, names, word in (
            (built_th, geography.names_th, "รุ่นที่"),
            (built_en, geography.names_en, "round"),
        )
    )
    asked = np.array(agencies, dtype=object)[which, rng.integers(0, 12, len(which))]
    return pa.array(asked, pa.string()), (titles[0], titles[1])


def _money(programme: np.ndarray, status: np.ndarray, rng: np.random.Generator) -> tuple[pa.Array, pa.Array]:
    size = len(programme)
    median, spread = (np.array([p.baht[i] for p in PROGRAMMES.values()])[programme] for i in (0, 1))
    allocated = np.clip(np.round(rng.lognormal(np.log(median), spread), -3), 50_000, 90_000_000)
    low, high = (np.array(part)[status] for part in ((0, 0.1, 0.85, 0.0), (0, 0.75, 0.99, 0.3)))
    disbursed = np.minimum(allocated, np.round(allocated * rng.uniform(low, high), -2))
    silent = np.array([1.0, 0.35, 0.06, 0.2])[status]
    unknown = rng.random(size) < 0.03
    return (
        pa.array(allocated, mask=unknown),
        pa.array(disbursed, mask=unknown | (rng.random(size) < silent)),
    )
