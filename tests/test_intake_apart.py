"""A file is looked at in a process of its own: it may take its time or its memory or die, the server goes on."""

import os
import time

import pytest

from data.intake import apart, steps
from data.intake.files import LIMITS
from data.intake.notes import RefusedFileError
from data.intake.worker import Budget
from tests import hostile_work
from tests.intake_records import TODAY, base
from tests.odd_files import HEADER, csv, row


def asked(**answers: str) -> steps.Asked:
    return steps.Asked({}, answers, "merge", TODAY)


def test_what_is_read_apart_is_what_is_read_here():
    content = csv(HEADER, row(), row(ID="p-2", START="31/02/2554"))
    book = steps.opened("a.csv", content, LIMITS)
    assert [cells[0] for cells in book.sheets[0].rows] == ["p-1", "p-2"]
    found = steps.examined(book, asked(), base())
    assert [(f.row, f.code) for f in found.faults] == [(3, "bad-date")]
    assert (found.fault_count, found.row_counts) == (1, {"projects": 2})
    assert found.current is not None
    assert "projects" in found.changed


def test_a_refusal_comes_back_as_the_refusal_it_is():
    with pytest.raises(RefusedFileError) as error:
        steps.opened("a.pdf", b"%PDF-1.7", LIMITS)
    assert error.value.fault.code == "unknown-form"


@pytest.mark.parametrize(
    ("work", "budget", "code"),
    [
        (hostile_work.spin, Budget(seconds=1), "too-much-time"),
        (hostile_work.hog, Budget(seconds=60, memory=2**28), "too-much-memory"),
        (hostile_work.die, Budget(), "too-much-memory"),
    ],
)
def test_what_takes_too_much_is_ended_with_a_word_and_costs_the_server_nothing(work, budget, code):
    began = time.process_time()
    with pytest.raises(RefusedFileError) as error:
        apart.run(work, name="a.xlsx", budget=budget)
    assert error.value.fault.code == code
    assert time.process_time() - began < 0.5
    assert steps.opened("a.csv", csv(HEADER, row()), LIMITS).sheets  # the next file is read


def test_work_that_nobody_waits_for_is_ended():
    seen = []

    class GoneError(Exception):
        pass

    def leave(share: float) -> None:
        seen.append(share)
        raise GoneError

    with pytest.raises(GoneError):
        apart.run(hostile_work.tell_and_spin, name="a.csv", progress=leave)
    pid = int(seen[0])
    for _ in range(100):
        if not os.path.exists(f"/proc/{pid}"):
            return
        time.sleep(0.05)
    raise AssertionError("the process lives on")
