"""The opening sentence of a page, written from the numbers. Marked for meaning: see figures/sentences.py."""

from collections.abc import Mapping
from typing import Any

from figures import sentences
from figures.evidence import mark
from locales import Reader

Clause = tuple[str, str]
"""A part of a sentence: the marked text, and the evidence of its number ("" where it states none)."""


def overview_clauses(parts: Mapping[str, Any], scope: str, reader: Reader) -> list[Clause]:
    """Return where we are, clause by clause: representatives, workshops in the current phase, what is missing.

    parts: `measures.overview.sentence_parts`. scope: names of the chosen groups, "" for the country.
    """
    groups = (_groups(parts, reader), parts["groups_evidence"] if parts["groups"] is not None else "")
    covered, missing = _coverage_clauses(parts, reader)
    return _present([_scope(scope, reader), covered, groups, missing])


def coverage_clauses(parts: Mapping[str, Any], scope: str, reader: Reader) -> list[Clause]:
    """Return how far the representatives reach, and how many provinces are without, clause by clause."""
    return _present([_scope(scope, reader), *_coverage_clauses(parts, reader)])


def _coverage_clauses(parts: Mapping[str, Any], reader: Reader) -> list[Clause]:
    evidence = parts["covered_evidence"] if parts["covered"] is not None else ""
    return [(_coverage(parts, reader), evidence), (_missing(parts, reader), evidence)]


def _scope(scope: str, reader: Reader) -> Clause:
    return (reader.t("lead-scope", scope=scope) if scope else "", "")


def _present(clauses: list[Clause]) -> list[Clause]:
    return [clause for clause in clauses if clause[0]]


def overview(parts: Mapping[str, Any], scope: str, reader: Reader) -> str:
    """Return the clauses of `overview_clauses` as one sentence."""
    return " ".join(text for text, _ in overview_clauses(parts, scope, reader))


def coverage(parts: Mapping[str, Any], scope: str, reader: Reader) -> str:
    """Return the clauses of `coverage_clauses` as one sentence."""
    return " ".join(text for text, _ in coverage_clauses(parts, scope, reader))


def workshops_clauses(
    parts: Mapping[str, Any], never_came: int, never_evidence: str, scope: str, reader: Reader
) -> list[Clause]:
    """Return how many groups had their workshop, and how many invited provinces never came, clause by clause."""
    groups = (_groups(parts, reader), parts["groups_evidence"] if parts["groups"] is not None else "")
    marked = sentences.with_mark(reader.t("lead-never-came", n=never_came), mark(never_evidence, reader))
    never = (marked if never_came else "", never_evidence)
    found = _present([groups, never]) or [(reader.t("lead-no-workshop-yet"), "")]
    return _present([_scope(scope, reader), *found])


def workshops(
    parts: Mapping[str, Any], never_came: int | None, scope: str, reader: Reader, never_came_evidence: str = "illustrative",
) -> str:  # fmt: skip
    """Return how many groups had their workshop, and how many invited provinces never came."""
    clauses = [_groups(parts, reader)]
    if never_came:
        clauses.append(
            sentences.with_mark(reader.t("lead-never-came", n=never_came), mark(never_came_evidence, reader))
        )
    if scope:
        clauses.insert(0, reader.t("lead-scope", scope=scope))
    return " ".join(clause for clause in clauses if clause) or reader.t("lead-no-workshop-yet")


def below(
    parts: Mapping[str, Any],
    asof: str,
    last_record: str,
    evidence: str,
    reader: Reader,
    coverage: bool = True,
) -> str:
    """Return the quiet line under the sentence: the day, the denominator, and what a reader must know.

    asof: the day, "" where the sentence says it. evidence: which rows are shown, all or documented.
    last_record: the last day told of, "" unless past.
    coverage: whether the sentence speaks of representatives, so that their documented total is explained.
    """
    words = [reader.t("lead-asof", date=asof)] if asof else []
    if parts["provinces"]:
        words.append(reader.t("lead-denominator", n=parts["provinces"]))
    if coverage and parts["covered_evidence"] == "documented" and parts["covered"] is not None:
        words.append(reader.t(f"lead-total-documented-{evidence}", n=parts["covered"]))
    if parts["is_stand_in"]:
        words.append(reader.t("lead-stand-in", year=reader.year(2551)))
    if last_record:
        words.append(reader.t("lead-last-record", date=last_record))
    return " · ".join(words)


def _coverage(parts: Mapping[str, Any], reader: Reader) -> str:
    if parts["covered"] is None:
        return reader.t(f"lead-coverage-{str(parts['covered_state']).replace('_', '-')}")
    key = "lead-coverage-all" if parts["covered"] == parts["provinces"] else "lead-coverage"
    clause = reader.t(key, n=parts["covered"], of=parts["provinces"])
    return sentences.with_mark(clause, mark(str(parts["covered_evidence"]), reader))


def _groups(parts: Mapping[str, Any], reader: Reader) -> str:
    clause = _groups_clause(parts, reader)
    return sentences.with_mark(clause, mark(str(parts["groups_evidence"]), reader)) if clause else ""


def _groups_clause(parts: Mapping[str, Any], reader: Reader) -> str:
    if parts["phase_code"] is None:
        return ""
    phase = parts[f"phase_name_{reader.lang}"].replace(" ", "\u00a0")  # "Phase 2" stays on one line
    n, of = parts["groups"], parts["groups_of"]
    if n is None:
        return reader.t("lead-groups-not-reported", phase=phase)
    if parts["groups_qualifier"] == "at_least":
        return reader.t("lead-groups-documented", n=n, phase=phase)
    if of is None:
        return reader.t("lead-groups-no-denominator", n=n, phase=phase)
    if of == 1:
        return reader.t("lead-group-held" if n else "lead-group-not-held", phase=phase)
    return reader.t("lead-groups-all" if n == of else "lead-groups", n=n, of=of, phase=phase)


def _missing(parts: Mapping[str, Any], reader: Reader) -> str:
    if not parts["missing"]:
        return ""
    # as known as the number that is there: the denominator is a fact
    clause = reader.t("lead-missing", n=parts["missing"])
    return sentences.with_mark(clause, mark(str(parts["covered_evidence"]), reader))
