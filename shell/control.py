"""One control as its browser knows it: what it says on the wire, and what that means."""

import math
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from shell.platform import WidgetState

LISTS = 6  # so many different lists of one control are remembered
LONGEST = 200  # characters of a typed choice; what a reader writes into a text field has bounds of its own
CHOICES = ("SelectboxSerde", "RadioSerde", "_SingleSelectButtonGroupSerde")
SEVERAL = ("MultiSelectSerde", "_MultiSelectButtonGroupSerde")


@dataclass
class Sent:
    """A value that an answer has put into a control."""

    run: int
    said: Any
    value: Any


@dataclass
class Control:
    """One control as its browser knows it. said: as it stands on the wire; value: what that means."""

    kind: str
    run: int
    value: Any
    id: str = ""  # another page, or other bounds, make another one of it: the browser begins it anew
    said: Any = None
    is_wrong: bool = False
    takes_text: bool = False
    clears: bool = True
    way: list[Sent] = field(default_factory=list)  # on its way to the browser
    lists: deque[dict[str, Any]] = field(default_factory=lambda: deque(maxlen=LISTS))

    def receive(self, run: int) -> None:
        """Take up what answers up to a run have put into the control: the browser has them by now."""
        here = [sent for sent in self.way if sent.run <= run]
        if here:
            self.said, self.value = here[-1].said, here[-1].value
            self.way = [sent for sent in self.way if sent.run > run]


def said_by(state: WidgetState) -> Any:
    """Return what a control says on the wire: text, several texts, a number, on or off; None for nothing."""
    kind = state.WhichOneof("value")
    if kind == "string_array_value":
        return tuple(state.string_array_value.data)
    return on_the_wire(getattr(state, kind)) if kind else None


def on_the_wire(value: Any) -> Any:
    """Return a value in the form in which two are compared."""
    return tuple(value) if isinstance(value, list) else value


def understood(control: Control, said: Any) -> tuple[Any, Any]:
    """Return what is meant, and how that is written on today's list. Raises LookupError."""
    if control.kind in SEVERAL:
        found = [_choice(control, one) for one in said or ()]
        return tuple(value for value, _ in found), [label for _, label in found]
    if control.kind in CHOICES:
        one = said[0] if isinstance(said, tuple) and said else said
        if one in (None, ()) and not control.clears:
            raise LookupError(one)
        value, label = (None, None) if one in (None, ()) else _choice(control, one)
        return value, ([] if label is None else [label]) if isinstance(said, tuple) else label
    if isinstance(said, float) and not math.isfinite(said):
        raise LookupError(said)
    return said, said


def _choice(control: Control, label: Any) -> tuple[Any, str]:
    today = control.lists[-1]
    if label in today:
        return today[label], label
    for value in _meant(control, label):
        for written, choice in today.items():
            if choice == value:
                return value, written
    if control.takes_text and isinstance(label, str) and 0 < len(label) <= LONGEST:
        return label, label
    raise LookupError(label)


def _meant(control: Control, label: Any) -> Iterator[Any]:
    return (offered[label] for offered in reversed(control.lists) if label in offered)


def as_drawn(control: Control, value: Any) -> Any:
    """Return what the platform will show: a choice that is not on the list leaves the control."""
    if control.kind in SEVERAL:
        return tuple(one for one in value or () if _offers(control, one))
    if control.kind in CHOICES and value is not None and not _offers(control, value):
        return value if control.takes_text else None
    return value


def _offers(control: Control, value: Any) -> bool:
    return any(choice == value for choice in control.lists[-1].values())


def state_of(state: WidgetState, meant: Any) -> WidgetState:
    """Return the state with what is meant in the words of today's list."""
    kind = state.WhichOneof("value")
    if kind == "string_value":
        return WidgetState(id=state.id, string_value=meant)
    if kind == "string_array_value":
        told = WidgetState(id=state.id)
        told.string_array_value.data.extend(meant)
        return told
    return state
