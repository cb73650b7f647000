"""A reader's browser as far as the server can tell: Streamlit's protocol over a real websocket, without drawing.

It answers as Streamlit's own front end does: a run sends the address, the state of every control on the page and the
hashes of the messages it still holds; a message that comes as a hash is one of those. Nothing is drawn and only what
a reader could touch is kept, so that a machine can play a hundred of them beside the server.
"""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from google.protobuf.message import Message
from streamlit.proto.Alert_pb2 import Alert
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

ENDS = (
    ForwardMsg.FINISHED_SUCCESSFULLY,
    ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY,
    ForwardMsg.FINISHED_WITH_COMPILE_ERROR,
)
AGENT = (
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36"
)


class Counting(ClientConnection):
    """A websocket that counts the bytes as they come from the wire, compressed and with their frames."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.wire_bytes = 0

    def data_received(self, data: bytes) -> None:
        """Count, then pass on."""
        self.wire_bytes += len(data)
        super().data_received(data)


@dataclass
class Run:
    """One run of the script as the reader lived it: milliseconds until it was finished, what came, what went wrong."""

    ms: float
    wire_bytes: int
    messages: int
    by_hash: int
    errors: list[str] = field(default_factory=list)


@dataclass
class Control:
    """A control on the page: its id, kind, and the labels one can choose from."""

    id: str
    kind: str
    options: tuple[str, ...] = ()
    disabled: bool = False


class ProtocolError(Exception):
    """The server broke the protocol, such as by naming a message that this browser does not hold."""


class Session:
    """One open tab. `await open()` first; then `visit`, `choose`, `press`, `go`, each one whole run."""

    def __init__(
        self, port: int, *, lang: str = "th-TH", agent: str = AGENT, hears: bool = False,
        cookies: Mapping[str, str] | None = None,
    ) -> None:  # fmt: skip
        """hears: keep the HTML that comes, in `heard`; else it is passed over. cookies: of somebody signed in."""
        self._cookies = dict(cookies or {})
        self.port = port
        self.hears, self.heard = hears, list[str]()
        self.query = ""
        self.pages: dict[str, str] = {}  # url path -> page_script_hash
        self.controls: dict[str, Control] = {}  # element key -> control, of the page as it stands
        self._lang, self._agent = lang, agent
        self._states: dict[str, WidgetState] = {}
        self._held: dict[
            str, tuple[int, tuple[Control, ...], str]
        ] = {}  # hash -> run last used, controls, fault
        self._runs = 0
        self._longest = 2
        self._page = ""
        self._line: Counting | None = None

    async def open(self) -> None:
        """Connect, with permessage-deflate as every browser offers it."""
        headers = {"Accept-Language": self._lang}
        if self._cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
        # The server takes the sign-in of a cookie only with its token beside it, as the front end sends it.
        token = self._cookies.get("_streamlit_xsrf")
        line = await connect(
            f"ws://127.0.0.1:{self.port}/_stcore/stream",
            subprotocols=[Subprotocol("streamlit"), *([Subprotocol(token)] if token else [])],
            user_agent_header=self._agent,
            additional_headers=headers,
            origin=Origin(f"http://127.0.0.1:{self.port}") if self._cookies else None,
            create_connection=Counting,
            compression="deflate",
            max_size=None,
            ping_interval=None,
            proxy=None,
            open_timeout=60,
        )
        assert isinstance(line, Counting)
        self._line = line

    async def close(self) -> None:
        """Close the tab."""
        if self._line:
            await self._line.close()

    async def drop(self) -> None:
        """Let go of the line without a word, as a network does that goes away."""
        if self._line:
            self._line.transport.abort()

    async def visit(self, page: str = "", query: str = "") -> Run:
        """Open an address: a page's url path and its query; in an open session as Back and our own links do."""
        self.query, is_link = query, bool(self._page)
        if is_link:
            self._page = self.pages.get(page, self._page)
        return await self._run(page_name=page, is_link=is_link)

    async def go(self, page: str) -> Run:
        """Follow the navigation to another page of the menu."""
        self._states.clear()
        self.query = ""
        self._page = self.pages[page]
        return await self._run()

    async def choose(self, key: str, value: str | Sequence[str] | bool) -> Run:
        """Set a control by its element key: a label, several labels, or on and off."""
        self._put(_state(self.controls[key], value))
        return await self._run()

    async def press(self, key: str) -> Run:
        """Press a button."""
        self._put(WidgetState(id=self.controls[key].id, trigger_value=True))
        return await self._run()

    def _put(self, state: WidgetState) -> None:
        self._states[state.id] = state

    async def _run(self, page_name: str = "", *, is_link: bool = False) -> Run:
        line = self._line
        assert line, "open() first"
        asked = BackMsg()
        client = asked.rerun_script
        client.query_string, client.page_script_hash, client.page_name = self.query, self._page, page_name
        client.is_history_navigation = is_link
        client.widget_states.widgets.extend(self._states.values())
        client.cached_message_hashes.extend(self._held)
        client.context_info.timezone, client.context_info.locale = "Asia/Bangkok", self._lang
        client.context_info.url = f"http://127.0.0.1:{self.port}/{page_name}"
        client.context_info.color_scheme = "light"
        for state in [state for state in self._states.values() if state.HasField("trigger_value")]:
            del self._states[state.id]
        started, wire = time.perf_counter(), line.wire_bytes
        run, seen = Run(0, 0, 0, 0), dict[str, Control]()
        await line.send(asked.SerializeToString())
        while not await self._take(line, run, seen):
            pass
        run.ms, run.wire_bytes = (time.perf_counter() - started) * 1000, line.wire_bytes - wire
        self._finish(seen)
        return run

    async def _take(self, line: Counting, run: Run, seen: dict[str, Control]) -> bool:
        """Take one message; say whether it ends the run."""
        raw = await line.recv(decode=False)
        message = ForwardMsg.FromString(raw)
        run.messages += 1
        kind = message.WhichOneof("type")
        if kind == "ref_hash":
            run.by_hash += 1
            if message.ref_hash not in self._held:
                raise ProtocolError(
                    f"a message by its hash that this browser does not hold: {message.ref_hash}"
                )
            _, controls, fault = self._held[message.ref_hash]
            self._keep(message.ref_hash, controls, fault, run, seen)
        elif kind == "delta":
            read, fault = _read(message)
            if self.hears and message.delta.new_element.WhichOneof("type") == "html":
                self.heard.append(message.delta.new_element.html.body)
            for control, state in read:
                if state is not None and (control.id not in self._states or state[1]):
                    self._put(state[0])
            own = tuple(control for control, _ in read)
            self._keep(message.hash if message.metadata.cacheable else "", own, fault, run, seen)
        elif kind == "new_session":
            self._page = message.new_session.page_script_hash
            self._longest = message.new_session.config.max_cached_message_age
        elif kind == "navigation":
            self.pages = {page.url_pathname: page.page_script_hash for page in message.navigation.app_pages}
            self._page = message.navigation.page_script_hash
        elif kind == "page_info_changed":
            self.query = message.page_info_changed.query_string
        elif kind == "page_not_found":
            run.errors.append("page not found")
        elif kind == "script_finished":
            if message.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
                run.errors.append("the script could not be compiled")
            return message.script_finished in ENDS
        return False

    def _keep(
        self, name: str, controls: tuple[Control, ...], fault: str, run: Run, seen: dict[str, Control]
    ) -> None:
        if name:
            self._held[name] = (self._runs, controls, fault)
        if fault:
            run.errors.append(fault)
        seen.update({key_of(control.id): control for control in controls})

    def _finish(self, seen: dict[str, Control]) -> None:
        """Forget what the front end forgets: controls that left the page, messages not used for some runs."""
        self._runs += 1
        oldest = self._runs - self._longest
        self._held = {name: kept for name, kept in self._held.items() if kept[0] >= oldest}
        self.controls = seen
        ids = {control.id for control in seen.values()}
        self._states = {name: state for name, state in self._states.items() if name in ids}


def key_of(widget_id: str) -> str:
    """Return the element key inside a widget's id."""
    return widget_id.split("-", 2)[-1]


def _read(message: ForwardMsg) -> tuple[list[tuple[Control, tuple[WidgetState, bool] | None]], str]:
    """Return the control in a delta, with the state it begins with and whether the server insists; and what is wrong."""
    delta = message.delta
    if delta.WhichOneof("type") != "new_element":
        return [], ""
    element = delta.new_element
    kind = element.WhichOneof("type") or ""
    part: Any = getattr(element, kind) if kind else None
    if kind == "exception":
        return [], f"exception: {part.type} {part.message}"
    if kind == "alert":
        return [], f"error on the page: {part.body}" if part.format == Alert.ERROR else ""
    if kind in _KINDS:
        options = tuple(_label(option) for option in part.options) if hasattr(part, "options") else ()
        control = Control(part.id, kind, options, part.disabled)
        return [(control, _KINDS[kind](control, part))], ""
    return [], ""


def _label(option: Any) -> str:
    return option if isinstance(option, str) else option.content


def _state(control: Control, value: str | Sequence[str] | bool) -> WidgetState:
    state = WidgetState(id=control.id)
    if isinstance(value, bool):
        state.bool_value = value
    elif control.kind in ("multiselect", "button_group"):
        state.string_array_value.data.extend([value] if isinstance(value, str) else value)
    else:
        state.string_value = str(value)
    return state


def _selectbox(control: Control, part: Any) -> tuple[WidgetState, bool] | None:
    if part.set_value:
        return (_state(control, part.raw_value), True) if part.HasField("raw_value") else None
    if not part.HasField("default"):
        return None
    return _state(control, part.options[part.default]), False


def _several(control: Control, part: Any) -> tuple[WidgetState, bool]:
    chosen = part.raw_values if part.set_value else [control.options[place] for place in part.default]
    return _state(control, list(chosen)), bool(part.set_value)


def _checkbox(control: Control, part: Any) -> tuple[WidgetState, bool]:
    return _state(control, bool(part.value if part.set_value else part.default)), bool(part.set_value)


def _text(control: Control, part: Any) -> tuple[WidgetState, bool]:
    return _state(control, str(part.value if part.set_value else part.default)), bool(part.set_value)


def _nothing(control: Control, part: Message) -> None:
    return None


_KINDS: dict[str, Any] = {
    "selectbox": _selectbox,
    "multiselect": _several,
    "button_group": _several,
    "checkbox": _checkbox,
    "text_input": _text,
    "button": _nothing,
}
