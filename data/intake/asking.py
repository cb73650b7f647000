"""What an examination asks of the officer, and what of the answers is worth keeping."""

from collections.abc import Iterator
from dataclasses import replace

from data.intake import clusters
from data.intake.changes import Question
from data.intake.examination import Examination
from data.intake.merging import Tables
from data.intake.names import VOCABULARIES
from data.intake.places import ASKS as PLACES_ASKED
from data.intake.remembered import Kept
from data.intake.sourcing import Alias


def questions(result: Examination) -> tuple[Question, ...]:
    """Return the questions, one per text whatever column or sheet it stands in."""
    asked: dict[str, Question] = {}
    for reading in result.readings.values():
        for question in reading.questions:
            shown = replace(question, column=reading.plan.header_of(question.column) or question.column)
            first = asked.get(question.key)
            asked[question.key] = replace(first, count=first.count + question.count) if first else shown
    return tuple(asked.values())


def doubles(result: Examination, current: Tables) -> tuple[clusters.Cluster, ...]:
    """Return titles and names of the file that differ only in spelling among each other or from documented ones."""
    written: dict[str, list[str]] = {}
    for reading in result.readings.values():
        if (column := clusters.COLUMNS.get(reading.table.name, "")) in reading.mapped:
            written.setdefault(reading.table.name, []).extend(reading.text[column])
    places = list(current["provinces"]["name_th"])
    return tuple(
        one
        for name, texts in written.items()
        for one in clusters.found(name, texts, clusters.of_frame(name, current[name]), places)
    )


def kept(result: Examination) -> tuple[Kept, ...]:
    """Return the names that an officer explained and that no alias of a province can hold."""
    found: dict[tuple[str, str], Kept] = {}
    for asks, read, meaning in _answered(result):
        is_name = asks in (*VOCABULARIES, PLACES_ASKED) or asks.startswith("word:")
        if is_name and meaning and not _is_alias(asks, meaning):
            found[(asks, read)] = Kept(asks, read, meaning)
    return tuple(found.values())


def aliases(result: Examination) -> tuple[Alias, ...]:
    """Return the names of provinces that an officer explained."""
    found: dict[str, Alias] = {}
    for asks, read, meaning in _answered(result):
        if _is_alias(asks, meaning):
            found.setdefault(read, Alias(read, meaning))
    return tuple(found.values())


def _answered(result: Examination) -> Iterator[tuple[str, str, str]]:
    """Yield every answer that was used: what was asked, the text as it was read, what it means."""
    for reading in result.readings.values():
        for key, meaning in reading.answered.items():
            asks, _, read = key.partition("|")
            yield asks, read, meaning


def _is_alias(asks: str, meaning: str) -> bool:
    return asks in ("provinces", PLACES_ASKED) and meaning.isdigit()
