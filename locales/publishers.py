"""Publishers by the name that a reader of the language knows; whoever is not listed keeps the name of the record."""

import csv
from functools import cache
from pathlib import Path

LIST = Path(__file__).with_name("publishers.csv")


@cache
def _names() -> dict[str, dict[str, str]]:
    with LIST.open(encoding="utf-8", newline="") as file:
        return {row["publisher"]: row for row in csv.DictReader(file)}


def publisher(name: str | None, lang: str) -> str:
    """Return what a publisher is called in a language (th, en): its own official name, "" for none."""
    own = name or ""
    return _names().get(own, {}).get(lang) or own
