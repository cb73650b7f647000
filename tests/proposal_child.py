"""What the tests of proposals run in a process of its own."""

import os
import signal

from data.access.roles import Identity
from data.proposals import work
from data.proposals.ledger import Ledger
from data.store import versions
from data.store.store import Store


def accept_and_die(root: str, ids: list[str], after_commits: int) -> None:
    """Accept proposals and kill this process when so many commits are done."""
    commit, done = versions.commit, 0

    def counted(*args: object) -> None:
        nonlocal done
        if done == after_commits:
            os.kill(os.getpid(), signal.SIGKILL)
        commit(*args)  # type: ignore[arg-type]
        done += 1

    versions.commit = counted  # type: ignore[assignment]
    work.accept(Ledger(Store(root)), ids, Identity("editor", "e@most.go.th"), "รับ")
    os.kill(os.getpid(), signal.SIGKILL)
