"""Where projects work, as the few patterns that occur: a project's places without the size of its shares."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from data.cube.coding import first_of

PRECISIONS = ("province", "group", "nationwide")
_SEED = 1971


@dataclass(frozen=True, eq=False)
class Footprints:
    """Every pattern of places that occurs. Arrays with one entry per place: `pattern` it belongs to, `code` (number of
    the province in `provinces`, which holds "" too), `precision` (number in PRECISIONS), `stated` (a share is). The
    places of pattern i are first[i]:first[i + 1]. A pattern without places is a project whose place nobody recorded.

    sole: per pattern, one place that gets the whole project. slotted: per pattern, the money is kept per place.
    """

    provinces: np.ndarray
    first: np.ndarray
    pattern: np.ndarray
    code: np.ndarray
    precision: np.ndarray
    stated: np.ndarray
    sole: np.ndarray
    slotted: np.ndarray

    def __len__(self) -> int:
        """Return how many patterns there are."""
        return len(self.first) - 1

    def any_place(self, flag: np.ndarray) -> np.ndarray:
        """Say per pattern whether any of its places is flagged."""
        return self.count_places(flag) > 0

    def count_places(self, flag: np.ndarray) -> np.ndarray:
        """Return per pattern how many of its places are flagged."""
        return np.bincount(self.pattern[flag], minlength=len(self))


@dataclass(frozen=True, eq=False)
class Shares:
    """The stated shares of projects in several places: project (row), place (which of its pattern's), share."""

    project: np.ndarray
    place: np.ndarray
    share: np.ndarray


def find(
    owner: np.ndarray,
    code: np.ndarray,
    precision: np.ndarray,
    share: np.ndarray,
    size: int,
    provinces: np.ndarray,
) -> tuple[np.ndarray, Footprints, Shares]:
    """Return the pattern of each of `size` projects, the patterns, and the shares of slotted ones.

    owner: the project of each place. code, precision: numbers in `provinces` and PRECISIONS. share: NaN where unstated.
    """
    several = (np.bincount(owner, minlength=size) > 1)[owner]
    stated = ~np.isnan(share)
    # A single place gets everything, whether it says "all of it" or nothing.
    stated &= several | (share != 1)
    label = (code.astype(np.int32) * len(PRECISIONS) + precision) * 2 + stated
    rest = several | stated
    pattern, patterns = _of_soles(owner[~rest], label[~rest], size)
    owner, label, share = owner[rest], label[rest], share[rest]
    order = _by_owner(owner, label)
    if order is not None:
        owner, label, share = owner[order], label[order], share[order]
    starts, words, listed = _of_several(owner, label)
    pattern[owner[starts]] = words + len(patterns)
    found = of_labels([*patterns, *listed], provinces)
    return pattern, found, _shares(owner, share, starts, pattern, found)


def _of_soles(owner: np.ndarray, label: np.ndarray, size: int) -> tuple[np.ndarray, list[np.ndarray]]:
    """Return the number of the pattern of each project with one place (0: none), and the patterns as labels."""
    labels = np.flatnonzero(np.bincount(label))
    number = np.zeros(int(labels.max(initial=0)) + 1, dtype=np.int32)
    number[labels] = np.arange(1, len(labels) + 1)
    pattern = np.zeros(size, dtype=np.int32)
    pattern[owner] = number[label]
    return pattern, [np.zeros(0, dtype=np.int32), *(np.array([one]) for one in labels)]


def _by_owner(owner: np.ndarray, label: np.ndarray) -> np.ndarray | None:
    """Return the order by project and label; None where the places are in that order already."""
    step = np.diff(owner)
    if ((step > 0) | ((step == 0) & (np.diff(label) >= 0))).all():
        return None
    return np.lexsort((label, owner))


def _of_several(owner: np.ndarray, label: np.ndarray) -> tuple[np.ndarray, np.ndarray, list[np.ndarray]]:
    """Return where each project's places begin, the number of its pattern, and the patterns as sorted labels."""
    starts = (
        np.flatnonzero(np.append(True, owner[1:] != owner[:-1])) if len(owner) else np.zeros(0, dtype=int)
    )
    if not len(starts):
        return starts, np.zeros(0, dtype=np.int32), []
    ends = np.append(starts[1:], len(owner))
    # One random number per label: the sum tells patterns apart, whatever their length.
    mark = np.random.default_rng(_SEED).integers(0, 2**64, int(label.max()) + 1, dtype=np.uint64)
    words = pd.factorize(np.add.reduceat(mark[label], starts))[0].astype(np.int32)
    return starts, words, [label[starts[i] : ends[i]] for i in first_of(words)]


def of_labels(patterns: list[np.ndarray], provinces: np.ndarray) -> Footprints:
    """Return patterns given as labels: (number of the province * 3 + precision) * 2 + whether a share is stated."""
    sizes = np.array([len(labels) for labels in patterns])
    label = np.concatenate(patterns).astype(np.int64)
    pattern = np.repeat(np.arange(len(patterns)), sizes)
    stated = label % 2 == 1
    precision = label // 2 % len(PRECISIONS)
    code = label // 2 // len(PRECISIONS)
    first = np.concatenate([[0], np.cumsum(sizes)])
    placed = precision != PRECISIONS.index(
        "nationwide"
    )  # a blank code: a province hidden from a limited reader
    made = Footprints(
        provinces, first, pattern, code, precision, stated,
        sole=np.zeros(len(patterns), bool), slotted=np.zeros(len(patterns), bool),
    )  # fmt: skip
    made.sole[:] = (sizes == 1) & ~made.any_place(stated)
    silent = made.any_place(placed & ~stated)
    made.slotted[:] = ~made.sole & made.any_place(placed) & ~silent
    return made


def _shares(
    owner: np.ndarray, share: np.ndarray, starts: np.ndarray, pattern: np.ndarray, found: Footprints
) -> Shares:
    """Return the shares of the projects whose money is kept per place. starts: where each project's places begin."""
    place = np.arange(len(owner)) - np.repeat(starts, np.diff(np.append(starts, len(owner))))
    kept = found.slotted[pattern[owner]]
    return Shares(owner[kept], place[kept], np.nan_to_num(share[kept]))
