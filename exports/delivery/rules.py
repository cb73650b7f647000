"""What is to be sent, when and to whom: one file that whoever runs the server keeps. Addresses stand nowhere else."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from exports.media import MEDIA
from locales import LANGUAGES
from measures.catalogue import SPECS

When = Literal["monthly", "release", "lost", "below", "above"]
WHENS = ("monthly", "release", "lost", "below", "above")


class RulesError(ValueError):
    """A rule that cannot be read; args are where it stands and what was expected."""


@dataclass(frozen=True)
class Post:
    """The mail server, and who the mail is from."""

    host: str = "127.0.0.1"
    port: int = 25
    sender: str = "sti@localhost"
    starttls: bool = False


@dataclass(frozen=True)
class Rule:
    """One subscription: a file of a scope, when, and to whom.

    when: monthly, on each release, or when a measure of an area of the scope crosses a bound: `lost` (a state that
    counted as reached is reached no more), `below` or `above` (its value passes `bound`). to: the addresses; people:
    the names they stand under in the file.
    """

    name: str
    scope: str
    medium: str
    lang: str
    when: When
    to: tuple[str, ...]
    evidence: str = "all"
    measure: str = "coverage"
    bound: float = 0.0
    people: tuple[str, ...] = ()


def read(path: Path) -> tuple[Post, tuple[Rule, ...]]:
    """Return the mail server and the rules of a TOML file. Raises RulesError: a rule half understood sends nothing."""
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RulesError(str(path), str(error)) from error
    people = told.get("people", {})
    try:
        post = Post(**told.get("smtp", {}))
    except TypeError as error:
        raise RulesError("smtp", "host, port, sender, starttls") from error
    rules = tuple(_rule(one, people) for one in told.get("delivery", ()))
    if len({rule.name for rule in rules}) < len(rules):
        raise RulesError("delivery", "names that differ")
    return post, rules


def _rule(one: Mapping[str, Any], people: Mapping[str, list[str]]) -> Rule:
    place = f"delivery {one.get('name', '?')}"
    if unknown := set(one) - (set(Rule.__dataclass_fields__) - {"people"}):
        raise RulesError(place, f"no {sorted(unknown)[0]}")
    for key, allowed in (("medium", MEDIA), ("lang", LANGUAGES), ("when", WHENS)):
        if one.get(key) not in allowed:
            raise RulesError(place, f"{key}: {', '.join(allowed)}")
    if not one.get("name") or not one.get("scope") or one.get("measure", "coverage") not in SPECS:
        raise RulesError(place, "name, scope, measure")
    named = [group for group in one.get("to", ()) if group in people]
    if not named or len(named) < len(one["to"]):
        raise RulesError(place, "to: names of [people]")
    addresses = tuple(dict.fromkeys(address for group in named for address in people[group]))
    return Rule(**{**one, "to": addresses, "people": tuple(named)})
