"""Where to go next: which provinces should get the next institutions or appointments.

The question is asked over the provinces without a representative on the day. A placement *reaches* a province
when one of its sites stands in it, within a radius of it, or in a province that borders on it. Distances are
straight lines between representative points (geo/distance.py), not journeys. Answers are exact optima
(measures/location_models.py).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from data.records import Records
from data.remember import lru_cache
from geo import boundaries, distance, neighbours
from measures import areas, coverage, evidence, network, scope
from measures import location_models as models
from measures.selection import Selection
from measures.siting_question import MOST_SITES, RADII_KM, Placement, Question


@dataclass(frozen=True, eq=False)
class _Problem:
    """Open provinces (rows) against candidates (columns), and the distance to what stands already."""

    frame: pd.DataFrame
    uncovered: tuple[str, ...]
    open: tuple[str, ...]
    candidates: tuple[str, ...]
    weights: np.ndarray
    km: np.ndarray
    reach: np.ndarray
    standing: np.ndarray | None


def place(records: Records, selection: Selection, question: Question) -> Placement:
    """Return the best placement of `question.k` sites for the provinces uncovered on the day, in the filter.

    The filter (groups, area) says which provinces are to be reached; sites may stand outside it.
    """
    problem = _problem(records, selection, question)
    chosen = _order(problem, question, _choose(problem, question))
    sites = _sites(records, selection, problem, question, chosen)
    state, reason = _state(problem, chosen)
    return Placement(
        question, state, reason, sites, _map(problem, chosen), len(problem.uncovered), len(problem.open),
        int(sites["gain_count"].sum()), question.k - len(chosen) if state != "not_reported" else 0,
    )  # fmt: skip


def curve(records: Records, selection: Selection, question: Question, most: int = MOST_SITES) -> pd.DataFrame:
    """Return what each number of sites achieves, each the optimum of its own: k (0 to most), reached_count,
    reached_weight, gain_count (against k - 1), open_count, mean_km (NaN without any site)."""
    problem = _problem(records, selection, question)
    made = [_outcome(problem, ())]
    for k in range(1, most + 1):
        done = made[-1]["sites"] < k - 1  # fewer sites than allowed were useful: more change nothing
        chosen = made[-1]["chosen"] if done else _choose(problem, replace(question, k=k))
        made.append(_outcome(problem, chosen))
    found = pd.DataFrame(made).drop(columns=["chosen", "sites"])
    found.insert(0, "k", range(most + 1))
    return found.assign(gain_count=found["reached_count"].diff().fillna(0).astype(int))


def by_radius(
    records: Records, selection: Selection, question: Question, radii_km: Iterable[float] = RADII_KM
) -> pd.DataFrame:
    """Return what the same number of sites achieves with other radii: radius_km (NaN: neighbours), rule,
    reached_count, reached_weight, open_count, mean_km, chosen (codes), is_asked (the setting asked for)."""
    settings = [replace(question, rule="radius", radius_km=float(km)) for km in sorted({*radii_km})]
    settings.append(replace(question, rule="neighbours"))
    made = []
    for setting in settings:
        problem = _problem(records, selection, setting)
        outcome = _outcome(problem, _choose(problem, setting))
        codes = tuple(problem.candidates[place] for place in outcome.pop("chosen"))
        outcome.pop("sites")
        km = setting.radius_km if setting.rule == "radius" else np.nan
        same = setting.rule == question.rule and (setting.rule != "radius" or km == question.radius_km)
        made.append({"radius_km": km, "rule": setting.rule, **outcome, "chosen": codes, "is_asked": same})
    return pd.DataFrame(made)


@lru_cache(maxsize=64)
def _problem(records: Records, selection: Selection, question: Question) -> _Problem:
    day, frame = selection.asof, coverage.by_province(records, selection)
    inside = scope.codes(records, selection)
    if inside is not None:
        frame = frame.assign(in_filter=frame["area_code"].isin(inside))
    wanted = frame[frame["in_filter"] & (frame["state"] == "uncovered")]
    uncovered, weight_of = tuple(wanted["area_code"]), dict(question.weights)
    known = frame["area_code"][frame["area_code"] != areas.BANGKOK]
    allowed = question.candidates or tuple(known)
    candidates = tuple(code for code in known if code in set(allowed))
    asked = tuple(code for code in uncovered if weight_of.get(code, 1.0) > 0)
    standing = _standing(records, selection, frame) if question.count_existing else ()
    reached: np.ndarray = np.asarray(_reach(asked, standing, selection, question).any(axis=1))
    # The median still wants to come closer to a province that something reaches already.
    open_codes = asked if question.model == "median" else _pick(asked, ~reached)
    layer = boundaries.layer("province", day)
    km = distance.matrix(layer).loc[list(open_codes), list(candidates)].to_numpy()
    to_standing = distance.matrix(layer).loc[list(open_codes), list(standing)].to_numpy()
    frame = frame.assign(by_existing=frame["area_code"].isin(_pick(asked, reached)))
    return _Problem(
        frame, uncovered, open_codes, candidates, np.array([weight_of.get(code, 1.0) for code in open_codes]),
        km, _reach(open_codes, candidates, selection, question),
        to_standing.min(axis=1) if standing and len(open_codes) else None,
    )  # fmt: skip


def _standing(records: Records, selection: Selection, frame: pd.DataFrame) -> tuple[str, ...]:
    """Return the provinces where an institution stands or a representative serves on the day."""
    known = set(frame["area_code"])
    covered = set(frame.loc[frame["state"] == "covered", "area_code"])
    return tuple(sorted((network.hosts(records, selection) | covered) & known))


def _pick(codes: tuple[str, ...], which: Iterable[bool]) -> tuple[str, ...]:
    return tuple(code for code, yes in zip(codes, which, strict=True) if yes)


def _reach(
    demand: Iterable[str], sites: Iterable[str], selection: Selection, question: Question
) -> np.ndarray:
    """Say for each demand (row) whether each site (column) reaches it; a site always reaches its own province."""
    rows, columns = list(demand), list(sites)
    layer = boundaries.layer("province", selection.asof)
    if question.rule == "radius":
        return distance.matrix(layer).loc[rows, columns].to_numpy() <= question.radius_km
    pairs = neighbours.neighbours(layer)
    border = set(zip(pairs["code"], pairs["neighbour_code"], strict=True))
    near = [[row == site or (row, site) in border for site in columns] for row in rows]
    return np.array(near, dtype=bool).reshape(len(rows), len(columns))


def _choose(problem: _Problem, question: Question) -> models.Sites:
    if question.model == "median":
        return models.p_median(problem.km, problem.weights, question.k, problem.standing)
    return models.maximal_coverage(problem.reach, problem.weights, question.k, problem.km)


def _order(problem: _Problem, question: Question, chosen: models.Sites) -> models.Sites:
    if question.model == "median":
        return models.by_saving(problem.km, problem.weights, chosen, problem.standing)
    return models.by_gain(problem.reach, problem.weights, chosen, problem.km)


def _state(problem: _Problem, chosen: models.Sites) -> tuple[str, str]:
    frame = problem.frame[problem.frame["in_filter"] & (problem.frame["area_code"] != areas.BANGKOK)]
    if chosen:
        return "value", ""
    if problem.open:
        return "out_of_reach", "no_candidate_reaches"
    for gap in ("not_applicable", "not_reported"):
        if len(frame) and not problem.uncovered and frame["state"].eq(gap).any():
            return gap, str(frame.loc[frame["state"] == gap, "reason"].iloc[0])
    if problem.uncovered and problem.frame["by_existing"].any():
        return "nothing_open", "existing_reach_all"
    return "nothing_open", "all_covered" if len(frame) and not problem.uncovered else "nothing_in_filter"


def _outcome(problem: _Problem, chosen: models.Sites) -> dict:
    hit = problem.reach[:, list(chosen)].any(axis=1)
    return {
        "reached_count": int(hit.sum()), "reached_weight": float(problem.weights[hit].sum()),
        "open_count": len(problem.open), "mean_km": _mean_km(problem, list(chosen)), "chosen": chosen,
        "sites": len(chosen),
    }  # fmt: skip


def _mean_km(problem: _Problem, chosen: list[int]) -> float:
    columns = [problem.km[:, chosen]]
    if problem.standing is not None:
        columns.append(problem.standing[:, None])
    together = np.hstack(columns)
    if not together.size or not problem.weights.sum():
        return float("nan")
    return float(np.average(together.min(axis=1), weights=problem.weights))


def _sites(
    records: Records, selection: Selection, problem: _Problem, question: Question, chosen: models.Sites
) -> pd.DataFrame:
    served, left = network.served(records, selection), np.ones(len(problem.open), dtype=bool)
    names = problem.frame.set_index("area_code")
    kind, source_id = evidence.of_absence(records, "representatives")
    made = []
    for step, site in enumerate(chosen, start=1):
        code, reaches = problem.candidates[site], problem.reach[:, site]
        fresh, left = reaches & left, left & ~reaches
        own = names.loc[code]
        made.append({
            "step": step, "area_code": code, "name_th": own["name_th"], "name_en": own["name_en"],
            "group_code": own["group_code"], "gain_count": int(fresh.sum()),
            "gain_weight": float(problem.weights[fresh].sum()), "gained": _pick(problem.open, fresh),
            "reaches": _pick(problem.open, reaches), "mean_km": _mean_km(problem, list(chosen[:step])),
            "action": "appoint" if code in served else "find",
            "reason": _reason(code in _pick(problem.open, fresh), int(fresh.sum()), question),
            "evidence": kind, "source_id": source_id,
        })  # fmt: skip
    columns = ["step", "area_code", "name_th", "name_en", "group_code", "gain_count", "gain_weight", "gained",
               "reaches", "mean_km", "action", "reason", "evidence", "source_id"]  # fmt: skip
    return pd.DataFrame(made, columns=columns)


def _reason(gains_itself: bool, gain: int, question: Question) -> str:
    """Return the reason code of a site, message `siting-reason-<code>`."""
    if not gain:
        return "shortens" if question.model == "median" else "adds_nothing"
    if gains_itself:
        return "reaches_itself" if gain == 1 else "reaches_itself_and_others"
    return "reaches_others"


def _map(problem: _Problem, chosen: models.Sites) -> pd.DataFrame:
    frame, sites = problem.frame, list(chosen)
    before = frame["state"].mask(frame["by_existing"], "reached_by_existing")
    hit = problem.reach[:, sites]
    km = np.where(hit, problem.km[:, sites], np.inf)
    best = km.argmin(axis=1) if sites else np.zeros(len(problem.open), dtype=int)
    site_of, km_of = {}, {}
    for place, code in enumerate(problem.open):
        if sites and hit[place].any():
            site_of[code], km_of[code] = problem.candidates[sites[best[place]]], km[place, best[place]]
    codes = frame["area_code"]
    return pd.DataFrame({
        "area_code": codes, "name_th": frame["name_th"], "name_en": frame["name_en"],
        "group_code": frame["group_code"], "state_before": before,
        "state": before.mask(codes.isin(site_of), "reached"), "site_code": [site_of.get(code, "") for code in codes],
        "site_km": [km_of.get(code, np.nan) for code in codes], "in_filter": frame["in_filter"],
        "evidence": frame["evidence"], "source_id": frame["source_id"],
    })  # fmt: skip
