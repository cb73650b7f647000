"""Every reach into the insides of Streamlit, uvicorn and websockets: no other file of ours imports or replaces them.

`REACHES` says of each why, which issue of the library it answers, what it buys and what must still be there. `replace`
is the only way in which a part of theirs is exchanged for ours; it refuses one that has another shape than we know.
`moved()` tells which no longer fit: `tests/test_platform.py` asks it, and so does `make upgrade` with the newest versions.
"""

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from streamlit import config, logger, runtime
from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.runtime.runtime import Runtime
from streamlit.runtime.scriptrunner import ScriptRunner, get_script_run_ctx
from streamlit.runtime.scriptrunner.script_runner import ScriptRunnerEvent
from streamlit.runtime.state import SafeSessionState, SessionState
from streamlit.runtime.state.common import RegisterWidgetResult, WidgetMetadata, user_key_from_element_id
from streamlit.runtime.stats import ACTIVE_SESSIONS_FAMILY
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.extensions.permessage_deflate import ServerPerMessageDeflateFactory

__all__ = [
    "ACTIVE_SESSIONS_FAMILY",
    "AppSession",
    "H11Protocol",
    "MediaFileManager",
    "RegisterWidgetResult",
    "Runtime",
    "SafeSessionState",
    "ScriptRunner",
    "ScriptRunnerEvent",
    "ServerPerMessageDeflateFactory",
    "SessionState",
    "WebSocketsSansIOProtocol",
    "WidgetMetadata",
    "WidgetState",
    "WidgetStates",
    "config",
    "get_script_run_ctx",
    "logger",
    "runtime",
    "user_key_from_element_id",
]


class MovedError(RuntimeError):
    """A library's part has another shape than ours was written for; the message says which and what was expected."""


@dataclass(frozen=True)
class Reach:
    """One part of a library that we use though it is not promised to anybody.

    place: module and name. takes: names of its parameters, "" for a part that is no function. why: what we need it for.
    upstream: the issue or change of the library that is nearest. buys: the figure, or what would be untrue without it.
    """

    place: str
    takes: str
    why: str
    upstream: str
    buys: str


_RUNNER = "streamlit.runtime.scriptrunner.script_runner:ScriptRunner"
_STATE = "streamlit.runtime.state.session_state"
_MEDIA = "streamlit.runtime.media_file_manager:MediaFileManager"
_BEARER = "streamlit/streamlit#8148"
_LOST = "streamlit/streamlit#4836, #10578"
REACHES = (
    Reach(
        "streamlit.runtime.app_session:ScriptRunner",
        "session_id main_script_path session_state uploaded_file_mgr script_cache initial_rerun_data user_info "
        "fragment_storage pages_manager event_loop on_script_error local_sources_watcher",
        "runs are counted, take turns, and follow each other within a session (server/watching.py, server/turns.py)",
        _LOST,
        "metrics of callbacks and parts; two pages at once instead of all, which then all come late",
    ),
    Reach(f"{_RUNNER}._run_script", "self rerun_data", "where a run begins and ends", _LOST, "as above"),
    Reach(
        f"{_RUNNER}.request_stop",
        "self",
        "no run is stopped before it has heard its request",
        _LOST,
        "no act is lost on a line of 0.8 s: 4 of 4 sequences instead of 0 (tests/browser/test_slow_line.py)",
    ),
    Reach(f"{_RUNNER}._maybe_handle_execution_control_request", "self", "the same", _LOST, "as above"),
    Reach(
        f"{_STATE}:SessionState.set_widgets_from_proto",
        "self widget_states",
        "a request is reduced to what its reader did (shell/acts.py)",
        _LOST,
        "as above; a step after two others costs 0.9 KB instead of 5.5 KB on the wire",
    ),
    Reach(
        f"{_STATE}:SessionState.register_widget",
        "self metadata user_key",
        "what each control has offered and shows",
        _LOST,
        "a label that is not on its list fails no page (tests/test_labels.py)",
    ),
    Reach(
        f"{_STATE}:SessionState._call_callbacks",
        "self incoming_replay_trigger_states incoming_replay_trigger_values",
        "the acts of a request are taken before its buttons' callbacks",
        _LOST,
        "order kept on a slow line",
    ),
    Reach(f"{_STATE}:SessionState._old_state", "", "what a session keeps across its runs", _LOST, "as above"),
    Reach(
        "streamlit.runtime.state.safe_session_state:SafeSessionState.on_script_will_rerun",
        "self fresh_widget_states replay_trigger_states replay_trigger_values is_history_navigation",
        "callbacks run to their end before a run may be stopped",
        _LOST,
        "as above",
    ),
    Reach(
        f"{_MEDIA}.execute_deferred",
        "self file_id",
        "for whom a file is made at a click (server/media.py)",
        _BEARER,
        "a download is no bearer link where readers sign in (tests/test_walls.py)",
    ),
    Reach(f"{_MEDIA}._files_by_session_and_coord", "", "whose a file is", _BEARER, "as above"),
    Reach(f"{_MEDIA}._deferred_callables", "", "for whom it will be made", _BEARER, "as above"),
    Reach(
        "streamlit.runtime.app_session:AppSession._call_soon_on_event_loop",
        "self callback",
        "messages of a run travel together (server/wire.py)",
        "streamlit/streamlit#10822",
        "calls into sockets per run: 211 -> 19 (python -m benchmarks.acts)",
    ),
    Reach(
        "streamlit.runtime.runtime:Runtime._enqueued_some_message",
        "self",
        "the loop that sends is woken once",
        "",
        "as above",
    ),
    Reach(
        "uvicorn.protocols.http.h11_impl:H11Protocol.connection_made",
        "self transport",
        "sockets send at once: Streamlit opens its own without naming the protocol",
        "",
        "a small file 48 -> 3 ms",
    ),
    Reach(
        "uvicorn.protocols.websockets.websockets_sansio_impl:WebSocketsSansIOProtocol.connection_made",
        "self transport",
        "what is written within a moment leaves in one call",
        "",
        "calls into sockets per run, as above",
    ),
    Reach(
        "uvicorn.protocols.websockets.websockets_sansio_impl:ServerPerMessageDeflateFactory",
        "server_no_context_takeover client_no_context_takeover server_max_window_bits client_max_window_bits "
        "compress_settings require_client_max_window_bits",
        "compression with the whole window of RFC 7692; uvicorn has no option for it",
        "streamlit/streamlit#4363",
        "a change of filter 30 KB -> a tenth (docs/performance.md)",
    ),
    Reach(
        "streamlit.logger:setup_formatter",
        "logger",
        "one form for all logs (server/logs.py)",
        "",
        "a reader's words can never pass for a line of the log (tests/test_security.py)",
    ),
)


def replace(place: str, ours: Any) -> Any:
    """Put ours in the place of a library's part and return what was there. Raises MovedError, KeyError for one not listed."""
    reach = next((one for one in REACHES if one.place == place), None)
    if reach is None:
        raise KeyError(f"not among the reaches: {place}")
    if fault := _fault(reach):
        raise MovedError(fault)
    owner, name = _owner(place)
    before = getattr(owner, name)
    setattr(owner, name, ours)
    return before


def moved() -> list[str]:
    """Return in words which reaches no longer fit the installed libraries; ours that stand in their place pass."""
    return [fault for reach in REACHES if (fault := _fault(reach))]


def _owner(place: str) -> tuple[Any, str]:
    module, _, path = place.partition(":")
    owner: Any = import_module(module)
    *above, name = path.split(".")
    for part in above:
        owner = getattr(owner, part)
    return owner, name


def _fault(reach: Reach) -> str:
    try:
        owner, name = _owner(reach.place)
        found = inspect.unwrap(getattr(owner, name)) if reach.takes else _attribute(owner, name)
    except (ImportError, AttributeError) as error:
        return f"{reach.place} is gone ({error}); {reach.why}"
    if not reach.takes or _is_ours(found):
        return ""
    takes = " ".join(one for one in _parameters(found) if one not in ("args", "kwargs"))
    return "" if takes == reach.takes else f"{reach.place} takes ({takes}), not ({reach.takes}); {reach.why}"


def _parameters(found: Callable[..., Any]) -> list[str]:
    return list(inspect.signature(found).parameters)


def _is_ours(found: Any) -> bool:
    return getattr(found, "__module__", "").partition(".")[0] in ("server", "shell")


def _attribute(owner: Any, name: str) -> Any:
    """Return an attribute of instances: from the class, or named among its annotations, or set by its beginning."""
    if hasattr(owner, name) or name in getattr(owner, "__annotations__", {}):
        return True
    if f"self.{name}" in inspect.getsource(owner):
        return True
    raise AttributeError(name)
