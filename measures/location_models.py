"""Two classic questions of location science, answered exactly with a mixed-integer solver.

Maximal coverage: which k sites reach the largest weight of demand. P-median: which k sites make the weighted
distance to the nearest site smallest. Pure functions over arrays, demand in rows and candidates in columns.
Equally good answers are told apart by rule, never by chance: see each function.
"""

from collections.abc import Sequence

import numpy as np
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, milp

Sites = tuple[int, ...]
_TIE_KM = 1e-4  # what one place further down the list of candidates costs: only ever parts exact ties


def maximal_coverage(reach: np.ndarray, weights: np.ndarray, k: int, distances: np.ndarray) -> Sites:
    """Return the columns of at most k sites that reach the largest weight, sorted.

    reach: bool, demand x candidates. weights: positive, per demand. distances: km, demand x candidates.
    Of equally good answers: the fewest sites, then the smallest total distance to what they reach, then the
    candidates that stand first. No site is named that reaches nothing more.
    """
    able = np.flatnonzero(reach.any(axis=0))
    if not len(able) or k < 1:
        return ()
    near, reached = reach[:, able], best_weight(reach, weights, k)
    count = min(k, len(able))
    possible = float(weights[reach.any(axis=1)].sum())
    if reached >= possible - _slack(possible):
        count = _fewest(near, count)
    chosen = _nearest_of_best(near, weights, count, distances[:, able], reached)
    return tuple(int(able[place]) for place in chosen)


def best_weight(reach: np.ndarray, weights: np.ndarray, k: int) -> float:
    """Return the largest weight that k sites can reach; the same arguments as `maximal_coverage`."""
    able = reach.any(axis=0)
    near = reach[:, able]
    size, sites = near.shape
    if not sites or k < 1:
        return 0.0
    cover = sparse.hstack([sparse.csr_array(near.astype(float)), -sparse.eye_array(size)])
    limit = np.concatenate([np.ones(sites), np.zeros(size)])[None, :]
    answer = _solve(
        np.concatenate([np.zeros(sites), -weights]),
        [LinearConstraint(cover, lb=0), LinearConstraint(limit, ub=k)],
        sites,
    )
    picked = near[:, answer[:sites] > 0.5].any(axis=1)
    return float(weights[picked].sum())


def p_median(distances: np.ndarray, weights: np.ndarray, k: int, standing: np.ndarray | None = None) -> Sites:
    """Return the columns of at most k sites that make the weighted distance to the nearest site smallest.

    distances: km, demand x candidates. standing: km from each demand to a site that is there already, if any.
    No site is named that shortens nothing. Of equally good answers, the candidates that stand first.
    """
    size, sites = distances.shape
    if not size or not sites or k < 1:
        return ()
    useful = np.ones_like(distances, dtype=bool) if standing is None else distances < standing[:, None]
    if not useful.any():
        return ()
    row, column = np.nonzero(useful)
    saving = distances[row, column] - (0 if standing is None else standing[row])
    pairs = len(row)
    cost = np.concatenate([_TIE_KM * (1 + np.arange(sites)), weights[row] / weights.max() * saving])
    each = sparse.csr_array((np.ones(pairs), (row, np.arange(pairs))), shape=(size, pairs))
    assigned = sparse.hstack([sparse.csr_array((size, sites)), each])
    once = LinearConstraint(assigned, lb=1 if standing is None else 0, ub=1)
    limit = LinearConstraint(np.concatenate([np.ones(sites), np.zeros(pairs)])[None, :], ub=k)
    answer = _solve(cost, [once, limit, _only_open(column, sites)], sites)
    return tuple(int(place) for place in np.flatnonzero(answer[:sites] > 0.5))


def greedy_coverage(reach: np.ndarray, weights: np.ndarray, k: int) -> Sites:
    """Return up to k sites taken one at a time, each the one that adds most; in order of taking."""
    taken: list[int] = []
    left = np.ones(len(weights), dtype=bool)
    for _ in range(k):
        gains = (reach & left[:, None]).T @ weights if reach.size else np.zeros(0)
        if not len(gains) or gains.max() <= 0:
            break
        best = int(gains.argmax())
        taken.append(best)
        left &= ~reach[:, best]
    return tuple(taken)


def by_gain(reach: np.ndarray, weights: np.ndarray, chosen: Sequence[int], distances: np.ndarray) -> Sites:
    """Return chosen sites so that each next one adds the most weight; then the smallest distance to it, then
    the first."""
    left, order = np.ones(len(weights), dtype=bool), []
    rest = sorted(chosen)
    while rest:
        fresh = {site: reach[:, site] & left for site in rest}
        best = min(
            rest,
            key=lambda site: (-weights[fresh[site]].sum(), distances[fresh[site], site].sum(), site),
        )
        left &= ~fresh[best]
        order.append(best)
        rest.remove(best)
    return tuple(order)


def by_saving(
    distances: np.ndarray, weights: np.ndarray, chosen: Sequence[int], standing: np.ndarray | None
) -> Sites:
    """Return chosen sites so that each next one leaves the smallest weighted distance; then the first."""
    order: list[int] = []
    rest = sorted(chosen)
    now = np.full(len(weights), np.inf) if standing is None else standing
    while rest:
        best = min(rest, key=lambda site: (float(weights @ np.fmin(now, distances[:, site])), site))
        now = np.fmin(now, distances[:, best])
        order.append(best)
        rest.remove(best)
    return tuple(order)


def _fewest(near: np.ndarray, most: int) -> int:
    """Return the smallest number of sites that reach all that can be reached at all."""
    within = near[near.any(axis=1)].astype(float)
    sites = near.shape[1]
    answer = _solve(np.ones(sites), [LinearConstraint(sparse.csr_array(within), lb=1)], sites)
    return min(most, round(float(answer.sum())))


def _nearest_of_best(
    near: np.ndarray, weights: np.ndarray, count: int, distances: np.ndarray, reached: float
) -> Sites:
    """Return `count` sites that reach the weight `reached`, with the smallest total distance."""
    row, column = np.nonzero(near)
    (size, sites), pairs = near.shape, len(row)
    each = sparse.csr_array((np.ones(pairs), (row, np.arange(pairs))), shape=(size, pairs))
    once = sparse.hstack([sparse.csr_array((size, sites)), each])
    served = np.concatenate([np.zeros(sites), weights[row]])[None, :]
    number = np.concatenate([np.ones(sites), np.zeros(pairs)])[None, :]
    answer = _solve(
        np.concatenate([_TIE_KM * np.arange(sites), distances[row, column]]),
        [
            LinearConstraint(once, ub=1),
            _only_open(column, sites),
            LinearConstraint(served, lb=reached - _slack(reached)),
            LinearConstraint(number, lb=count, ub=count),
        ],
        sites,
    )
    return tuple(int(place) for place in np.flatnonzero(answer[:sites] > 0.5))


def _only_open(column: np.ndarray, sites: int) -> LinearConstraint:
    """Demand is assigned to open sites only: pair variable <= site variable."""
    pairs = len(column)
    site = sparse.csr_array((-np.ones(pairs), (np.arange(pairs), column)), shape=(pairs, sites))
    return LinearConstraint(sparse.hstack([site, sparse.eye_array(pairs)]), ub=0)


def _slack(weight: float) -> float:
    return 1e-6 * max(1.0, weight)


def _solve(cost: np.ndarray, constraints: list[LinearConstraint], sites: int) -> np.ndarray:
    """Minimise; the first `sites` variables are yes or no, the others lie between 0 and 1."""
    whole = np.zeros(len(cost))
    whole[:sites] = 1
    answer = milp(cost, constraints=constraints, integrality=whole, bounds=Bounds(0, 1),
                  options={"mip_rel_gap": 0.0})  # fmt: skip
    if answer.x is None:
        raise RuntimeError(answer.message)
    return np.asarray(answer.x)
