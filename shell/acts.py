"""What a request says, reduced to what its reader did.

A browser sends the state of every control with every request, and on a slow line that state is older than what the
server has answered in the meantime. Here a control counts as touched only when it says something else than it said in
the request before, or than what the server has since put there and the browser is known to have received; all else in
a request is an echo and is passed over. So no act is lost and none is undone by the next, however long the line.

What a control says must stand on a list that it has offered: on today's, or on an older one whose choice is still
there (the same area in another language). Anything else leaves the control as it was; `unknown` tells which.
"""

from dataclasses import dataclass, field, replace
from typing import Any

import streamlit as st

from shell import platform
from shell.control import (
    CHOICES,
    LISTS,
    SEVERAL,
    Control,
    Sent,
    as_drawn,
    on_the_wire,
    said_by,
    state_of,
    understood,
)
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
PLAIN = ("CheckboxSerde", "NumberInputSerde", "TextInputSerde", "TextAreaSerde")
_TRIGGERS = ("trigger_value", "string_trigger_value", "json_trigger_value", "chat_input_value")
_HEARD = "_sti_heard"


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
        said, base = said_by(state), control.value
        try:
            value, meant = understood(control, said)
        except LookupError:
            self.unknown.add(key)
            control.said, control.is_wrong = said, True
            return None
        control.said, control.value = said, value
        if value == base or any(value == sent.value for sent in control.way):
            return None
        self.acted.add(key)
        return state_of(state, meant)

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
        value = as_drawn(control, result.value)
        said = on_the_wire(metadata.serializer(value))
        if is_new:
            control.value, control.way = value, [Sent(self.run, said, value)]
            is_default = key not in self.strange and on_the_wire(metadata.deserializer(None)) == value
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
