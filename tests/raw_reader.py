"""A reader without a browser: asks a real server for a page over its websocket, and keeps what it was told."""

from dataclasses import dataclass, field
from types import TracebackType

from streamlit.proto.Alert_pb2 import Alert
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect
from websockets.typing import Subprotocol

QUIET = 60.0  # seconds without a message after which a server is taken to be stuck


@dataclass
class Told:
    """What one run of a page said: its markup, its messages by kind, its exceptions, its buttons by label."""

    html: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    exceptions: list[str] = field(default_factory=list)
    buttons: dict[str, str] = field(default_factory=dict)
    query: str = ""
    raw: bytes = b""

    @property
    def text(self) -> str:
        """All markup in one."""
        return "\n".join(self.html)

    def heading(self) -> str:
        """The first heading of the page with its markup."""
        return self.text.split("<h1", 1)[1].split(">", 1)[1].split("</h1>", 1)[0]


class RawReader:
    """One open tab."""

    def __init__(self, port: int) -> None:
        self.line = connect(
            f"ws://127.0.0.1:{port}/_stcore/stream",
            subprotocols=[Subprotocol("streamlit")],
            max_size=None,
            proxy=None,
            open_timeout=QUIET,
        )

    def __enter__(self) -> "RawReader":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.line.close()

    def visit(self, page: str = "", query: str = "", press: str = "") -> Told:
        """Open an address, or press the button with this id on the page that is open, and take the whole run."""
        asked = BackMsg()
        asked.rerun_script.page_name, asked.rerun_script.query_string = page, query
        if press:
            asked.rerun_script.widget_states.widgets.add(id=press, trigger_value=True)
        self.line.send(asked.SerializeToString())
        told = Told(query=query)
        while True:
            raw = self.line.recv(timeout=QUIET)
            assert isinstance(raw, bytes)
            told.raw += raw
            message = ForwardMsg.FromString(raw)
            kind = message.WhichOneof("type")
            if kind == "delta" and message.delta.HasField("new_element"):
                _take(message.delta.new_element, told)
            elif kind == "page_info_changed":
                told.query = message.page_info_changed.query_string
            elif kind == "script_finished" and message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                return told


def _take(element: Element, told: Told) -> None:
    kind = element.WhichOneof("type")
    if kind == "html":
        told.html.append(element.html.body)
    elif kind == "exception":
        told.exceptions.append(element.exception.message)
    elif kind == "button":
        told.buttons[element.button.label] = element.button.id
    elif kind == "alert":
        by_kind = {Alert.ERROR: told.errors, Alert.WARNING: told.warnings}
        by_kind.get(element.alert.format, told.notes).append(element.alert.body)
