"""A hall opens the link: many people open one address at the same moment. How long each waits, and what each costs.

`python -m benchmarks.hall [--people 60] [--cold] [--json FILE]` serves the dashboard from an empty store; warm: after it
has come to rest; cold: at once. The address is a view nobody has asked for. Told: the median and the longest wait for
the whole page, and the server's processor time per person, beside that of one person who opens such a page alone.
"""

import argparse
import asyncio
import tempfile
from pathlib import Path
from typing import Any

from benchmarks import people_server, results
from benchmarks.acts import SETTLE, processor_ms
from benchmarks.people import calm, percentile
from benchmarks.socket_client import Run, Session
from tests.browser import harness

ADDRESS = ("coverage", "asof=2012-06-14&groups=2551-upper-north-2")
ALONE = ("coverage", "asof=2012-07-19&groups=2551-upper-north-1")


async def _open(port: int, page: str, query: str) -> tuple[Session, Run]:
    session = Session(port)
    await session.open()
    return session, await session.visit(page, query)


async def play(server: harness.Server, people: int) -> dict[str, Any]:
    """Let one open a page alone, then all another one together."""
    pid = server.process.pid
    spent = [processor_ms(pid)]
    alone, one = await _open(server.port, *ALONE)
    await asyncio.sleep(SETTLE)
    spent.append(processor_ms(pid))
    opened = await asyncio.gather(*(_open(server.port, *ADDRESS) for _ in range(people)))
    await asyncio.sleep(SETTLE)
    spent.append(processor_ms(pid))
    for session in (alone, *(session for session, _ in opened)):
        await session.close()
    waits = [run.ms for _, run in opened]
    return {
        "people": people,
        "alone_ms": one.ms,
        "alone_processor_ms": spent[1] - spent[0],
        "p50_ms": percentile(waits, 0.5),
        "longest_ms": max(waits),
        "processor_ms_per_person": (spent[2] - spent[1]) / people,
        "errors": [error for _, run in opened for error in run.errors][:10],
    }


def main() -> None:
    """Measure, print and write the results."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--people", type=int, default=60, help="who open it together (default 60)")
    parser.add_argument("--cold", action="store_true", help="as soon as the server answers")
    parser.add_argument(
        "--json", type=Path, default=results.RESULTS / "hall.json", help="where the figures go"
    )
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as root, people_server.serving(root) as server:
        if not chosen.cold:
            calm(server)
        found = asyncio.run(play(server, chosen.people))
    for name, value in found.items():
        print(f"{name:<26}{value:>12.1f}" if isinstance(value, float) else f"{name:<26}{value!s:>12}")
    results.write(chosen.json, found)


if __name__ == "__main__":
    main()
