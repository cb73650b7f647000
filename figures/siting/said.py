"""Where to go next in words: the answer, the rule, what stands beside the maps."""

import pandas as pd

from figures import words
from locales import Reader
from measures.siting_question import Placement


def answer(placement: Placement, reader: Reader) -> str:
    """Return the finding: what so many more places achieve, or why none is proposed."""
    if placement.state != "value":
        own = f"siting-answer-none-{placement.state}"
        return reader.t(own if reader.has(own) else "siting-answer-none")
    k, of = len(placement.sites), placement.open_count
    if placement.question.model == "median":
        km = reader.number(placement.sites["mean_km"].iloc[-1])
        return reader.t("siting-answer-median", k=k, of=of, km=km)
    existing = placement.question.count_existing and of < placement.uncovered_count
    key = "siting-answer-existing" if existing else "siting-answer"
    return reader.t(key, k=k, reached=placement.reached_count, of=of)


def rule_words(placement: Placement, reader: Reader) -> str:
    """Return what a place reaches, in words: "ภายใน 80 กม." or the provinces that border on it."""
    question = placement.question
    if question.rule == "neighbours":
        return reader.t("siting-subtitle-neighbours")
    return reader.t("siting-subtitle-radius", km=reader.number(question.radius_km))


def km(value: float, reader: Reader) -> str:
    """Return a distance in whole km, "" where there is none."""
    return "" if pd.isna(value) else reader.number(value)


def subtitle(placement: Placement, reader: Reader) -> str:
    model = reader.t(f"siting-model-{placement.question.model}")
    return words.dots([model, rule_words(placement, reader)])


def notes(placement: Placement, reader: Reader) -> tuple[str, ...]:
    notes = [reader.t("gap-straight-line")]
    near = placement.uncovered_count - placement.open_count
    if placement.question.count_existing and placement.question.model == "coverage" and near:
        notes.append(reader.t("siting-existing-note", uncovered=placement.uncovered_count, near=near))
    if placement.spare_count:
        notes.append(reader.t("siting-spare", n=placement.spare_count))
    return tuple(notes)
