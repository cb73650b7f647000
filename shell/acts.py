"""What a request says, reduced to what its reader did.

A browser sends the state of every control with every request, and on a slow line that state is older than what the
server has answered in the meantime. Here a control counts as touched only when it says something else than it said in
the request before, or than what the server has since put there and the browser is known to have received; all else in
a request is an echo and is passed over. So no act is lost and none is undone by the next, however long the line.

What a control says must stand on a list that it has offered: on today's, or on an older one whose choice is still
there (the same area in another language). Anything else leaves the control as it was; `unknown` tells which.
"""

import math
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import streamlit as st

from shell import platform
from shell.platform import (
    RegisterWidgetResult,
    SessionState,
    WidgetMetadata,
    WidgetState,
    WidgetStates,
    get_script_run_ctx,
    user_key_from_element_id,
)

ANSWER = "sti_answer"  # keys of the hidden controls by which the browser tells which answer it has received
AGAIN = "sti_again"  # pressed by our own script when a lost connection is back: says where the browser stands
LISTS = 6  # so many different lists of one control are remembered
LONGEST = 200  # characters of a typed choice; what a reader writes into a text field has bounds of its own
CHOICES = ("SelectboxSerde", "RadioSerde", "_SingleSelectButtonGroupSerde")
SEVERAL = ("MultiSelectSerde", "_MultiSelectButtonGroupSerde")
PLAIN = ("CheckboxSerde", "NumberInputSerde", "TextInputSerde", "TextAreaSerde")
_TRIGGERS = ("trigger_value", "string_trigger_value", "json_trigger_value", "chat_input_value")
_HEARD = "_sti_heard"


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


@dataclass
class Heard:
    """What is known of one session's browser."""

    run: int = 0
    received: int = 0  # the last answer that the browser has received whole
    whole: int = 0  # the last whole page that was sent
    pressed: bool = False
    acted: set[str] = field(default_factory=set)
    unknown: set[str] = field(default_factory=set)
    controls: dict[str, Control] = field(default_factory=dict)
    strange: set[str] = field(default_factory=set)  # controls that a browser brought from another session
    parts: dict[str, tuple[int, int]] = field(default_factory=dict)  # of each part: the run before, the last

    def hear(self, states: WidgetStates) -> WidgetStates:
        """Return the states that are acts, or of controls that nobody judges; note which acts there are."""
        self.run += 1
        self.acted, self.unknown, self.pressed = set(), set(), False
        named = [(user_key_from_element_id(state.id) or "", state) for state in states.widgets]
        for key, state in named:
            if (
                key.startswith(ANSWER)
                and state.string_value.isdecimal()
                and len(state.string_value) < LISTS * 2
            ):
                self.received = max(self.received, min(int(state.string_value), self.run))
        for held in self.controls.values():
            held.receive(self.received)
        kept = WidgetStates()
        for key, state in named:
            control = self.controls.get(key)
            self.pressed |= state.WhichOneof("value") in _TRIGGERS
            if control is None:
                self.strange.add(key)
                kept.widgets.append(state)
            elif (act := self._judge(key, control, state)) is not None:
                kept.widgets.append(act)
        return kept

    def _judge(self, key: str, control: Control, state: WidgetState) -> WidgetState | None:
        said, base = _said(state), control.value
        try:
            value, meant = _understood(control, said)
        except LookupError:
            self.unknown.add(key)
            control.said, control.is_wrong = said, True
            return None
        control.said, control.value = said, value
        if value == base or any(value == sent.value for sent in control.way):
            return None
        self.acted.add(key)
        return _state(state, meant)

    def drawn(
        self, key: str, metadata: WidgetMetadata[Any], result: RegisterWidgetResult[Any]
    ) -> RegisterWidgetResult[Any]:
        """Note what a control shows in this answer; it is sent only where the browser does not show it already."""
        serde: Any = getattr(metadata.deserializer, "__self__", None)
        kind = type(serde).__name__
        if key.startswith(ANSWER) or kind not in (*CHOICES, *SEVERAL, *PLAIN):
            return result
        known = self.controls.get(key)
        earlier = max(self.whole, self._before(metadata.fragment_id))
        is_new = known is None or known.kind != kind or known.run < earlier
        control = Control(kind, self.run, None) if known is None or is_new else known
        self.controls[key] = control
        control.run = self.run
        is_another, control.id = control.id not in ("", metadata.id), metadata.id
        if kind in (*CHOICES, *SEVERAL):
            control.takes_text = kind == "SelectboxSerde" and metadata.formatted_options is None
            control.clears = kind not in ("SelectboxSerde", "RadioSerde") or metadata.clearable
            offered = dict(zip(serde.formatted_options, serde.options, strict=False))
            if not control.lists or control.lists[-1] != offered:
                control.lists.append(offered)
        value = _as_drawn(control, result.value)
        said = _wire(metadata.serializer(value))
        if is_new:
            control.value, control.way = value, [Sent(self.run, said, value)]
            is_default = key not in self.strange and _wire(metadata.deserializer(None)) == value
            return replace(result, value_changed=False) if is_default else result
        if not (result.value_changed or control.is_wrong or is_another):
            return result
        if control.said == said and not control.way and not is_another:
            return replace(result, value_changed=False)
        control.way.append(Sent(self.run, said, value))
        control.is_wrong = False
        return result if result.value_changed else replace(result, value_changed=True)

    def _before(self, part: str | None) -> int:
        """Return the run before this one in which a part was drawn that runs alone; 0 for what is in none."""
        if not part:
            return 0
        before, last = self.parts.get(part, (0, 0))
        if last != self.run:
            before, _ = self.parts[part] = last, self.run
        return before


def of_session() -> Heard:
    """Return what is known of this session's browser; nothing outside of a session."""
    run = get_script_run_ctx(suppress_warning=True)
    return _of(run.session_state._state) if run else Heard()


def answered(part: str = "") -> None:
    """Draw the control by which the browser will tell that it has received this answer; call at its end.

    It is not seen. part: the name of a part that runs alone; nothing for the whole page.
    """
    heard = of_session()
    if not part:
        heard.whole = heard.run
    key = f"{ANSWER}_{part}" if part else ANSWER
    st.session_state[key] = str(heard.run)
    st.text_input(key, key=key, label_visibility="collapsed")
    if not part:
        st.button(AGAIN, key=AGAIN)


def ready() -> None:
    """Let every session of this process be heard so; once, before the first of them."""
    if SessionState.set_widgets_from_proto is not _set_widgets:
        platform.replace(f"{_STATE}.set_widgets_from_proto", _set_widgets)
        platform.replace(f"{_STATE}.register_widget", _register)


_STATE = "streamlit.runtime.state.session_state:SessionState"
_set_before = SessionState.set_widgets_from_proto
_register_before = SessionState.register_widget


def _set_widgets(self: SessionState, widget_states: WidgetStates) -> None:
    _set_before(self, _of(self).hear(widget_states))


def _register(
    self: SessionState, metadata: WidgetMetadata[Any], user_key: str | None
) -> RegisterWidgetResult[Any]:
    result = _register_before(self, metadata, user_key)
    return result if user_key is None else _of(self).drawn(user_key, metadata, result)


def _of(state: SessionState) -> Heard:
    heard: Heard = state._old_state.setdefault(_HEARD, Heard())
    return heard


def _said(state: WidgetState) -> Any:
    """Return what a control says on the wire: text, several texts, a number, on or off; None for nothing."""
    kind = state.WhichOneof("value")
    if kind == "string_array_value":
        return tuple(state.string_array_value.data)
    return _wire(getattr(state, kind)) if kind else None


def _wire(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _understood(control: Control, said: Any) -> tuple[Any, Any]:
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


def _as_drawn(control: Control, value: Any) -> Any:
    """Return what the platform will show: a choice that is not on the list leaves the control."""
    if control.kind in SEVERAL:
        return tuple(one for one in value or () if _offers(control, one))
    if control.kind in CHOICES and value is not None and not _offers(control, value):
        return value if control.takes_text else None
    return value


def _offers(control: Control, value: Any) -> bool:
    return any(choice == value for choice in control.lists[-1].values())


def _state(state: WidgetState, meant: Any) -> WidgetState:
    """Return the state with what is meant in the words of today's list."""
    kind = state.WhichOneof("value")
    if kind == "string_value":
        return WidgetState(id=state.id, string_value=meant)
    if kind == "string_array_value":
        told = WidgetState(id=state.id)
        told.string_array_value.data.extend(meant)
        return told
    return state
