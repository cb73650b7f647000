"""What the rules would send now, and what was sent last: for who looks and sends nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from data.records import Records
from data.store.store import Store
from exports.delivery import occasions
from exports.delivery.ledger import Ledger, key
from exports.delivery.rules import Rule

FOLDER = "deliveries"


@dataclass(frozen=True)
class Due:
    """What one rule would do now: the occasion ("" when it is not due), how many letters are still to be sent, how many
    may or may not have left when a run died, and whether its scope exists."""

    rule: Rule
    occasion: str = ""
    open_count: int = 0
    unsure_count: int = 0
    is_known: bool = True


@dataclass(frozen=True)
class Last:
    """The last thing that a rule did: when (ISO, UTC), `sent` or `failed`, on which occasion, and why not."""

    at: str
    state: str
    occasion: str
    why: str = ""


def due(store: Store, records: Records, rules: Sequence[Rule], today: date) -> list[Due]:
    """Return what each rule would send; nothing is made, sent or remembered."""
    ledger = Ledger(store.folder / FOLDER) if store.folder else None
    return [_due(rule, records, today, ledger) for rule in rules]


def _due(rule: Rule, records: Records, today: date, ledger: Ledger | None) -> Due:
    try:
        occasion, _ = occasions.due(rule, records, today, ledger.states.get(rule.name) if ledger else None)
    except KeyError:  # a scope that these records do not know
        return Due(rule, is_known=False)
    if occasion is None:
        return Due(rule)
    marks = [ledger.marks.get(key(rule.name, occasion.name, one), "") if ledger else "" for one in rule.to]
    return Due(rule, occasion.name, marks.count(""), marks.count("sending"))


def last_runs(store: Store) -> Mapping[str, Last]:
    """Return rule -> the last thing it did, from the audit log; a rule that never ran is not there."""
    found: dict[str, Last] = {}
    for line in store.audit.lines():
        if line.get("event") == "delivery":
            told = {name: str(line.get(name, "")) for name in ("at", "state", "occasion", "why")}
            found[str(line.get("rule"))] = Last(**told)
    return found
