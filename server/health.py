"""Alive or ready: what whoever runs the server, or the proxy in front of it, asks.

*Alive* means that the process answers: where it does not, start it anew. *Ready* means that readers can be sent here: a
release is loaded. A store that is lost afterwards leaves it ready, because the release is served from memory, and the
answer says that it is stale.
"""

import threading
import time

from starlette.requests import Request
from starlette.responses import JSONResponse

from data.faults import FaultsError
from data.store.errors import StoreError
from data.version import VERSION
from shell import context

RETRY = {"Retry-After": "5"}
NO_STORE = {"Cache-Control": "no-store"}
PAUSE = 2.0  # seconds for which a store that could not be opened is not tried again by those who only ask
_opening = threading.Lock()
_failed: tuple[float, dict[str, object]] = (float("-inf"), {})


async def alive(request: Request) -> JSONResponse:
    """Say that the process is alive; asks neither the store nor the disk."""
    return JSONResponse({"status": "alive"}, headers=NO_STORE)


def ready(request: Request) -> JSONResponse:
    """Say which release is served: 200; 503 with a kind while there is none."""
    told = _standing()
    if told["ready"]:
        return JSONResponse(told, headers=NO_STORE)
    return JSONResponse(told, status_code=503, headers=NO_STORE | RETRY)


def version(request: Request) -> JSONResponse:
    """Say which release of the data and version of the program is served; 503 while records cannot be loaded."""
    told = _standing()
    if told["ready"]:
        return JSONResponse({"release": told["release"], "version": VERSION})
    return JSONResponse(
        {"release": None, "version": VERSION, **{k: told[k] for k in ("kind", "faults") if k in told}},
        503,
        RETRY,
    )


def _standing() -> dict[str, object]:
    """Return what can be said. Waits for nobody who is loading, and not long for the store."""
    shelf = context.shelf()
    if not shelf.is_open:
        return _opened()
    release = shelf.newest().release
    trouble, store = shelf.trouble, "ok" if shelf.store else "folders"
    return {
        "ready": True,
        "release": release,
        "stale": trouble is not None,
        "store": trouble.kind if trouble else store,
    }


def _opened() -> dict[str, object]:
    """Try to open the store, one at a time and not too often: a mended one makes the server ready by itself."""
    global _failed
    if context.shelf().is_opening or not _opening.acquire(blocking=False):
        return {"ready": False, "kind": "loading"}
    try:
        when, told = _failed
        if time.monotonic() - when < PAUSE:
            return told
        records = context.everything()
        return {"ready": True, "release": records.release, "stale": False, "store": "ok"}
    except FaultsError as error:
        told = {"ready": False, "kind": "faults", "faults": len(error.faults)}
    except StoreError as error:
        told = {"ready": False, "kind": error.kind}
    finally:
        _opening.release()
    _failed = (time.monotonic(), told)
    return told
