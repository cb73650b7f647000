"""How long the placement of new institutions takes: the shipped day, and the worst case of all provinces open.

Run with `python -m benchmarks.siting`. The promise is an answer within a second for 77 provinces and k <= 15.
"""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from data.records import Records, load
from data.schema import empty
from measures import siting, siting_question
from measures.selection import Selection
from measures.siting_question import Question

DAY = Selection(asof=date(2011, 5, 26))
SETTINGS = [
    Question(k=k, model=model, rule=rule, radius_km=radius)
    for model in siting_question.MODELS
    for rule, radius in (("radius", 80.0), ("radius", 150.0), ("radius", 400.0), ("neighbours", 0.0))
    for k in (1, 5, 10, 15)
]


def without_representatives(records: Records) -> Records:
    """Return the records as if nobody had been appointed: every province but Bangkok is open."""
    rows = empty("representatives").assign(evidence="")
    # One row of another time keeps the table from being silent.
    kept = records.representatives.iloc[:1].assign(appointed_on=records.representatives["appointed_on"].max())
    return replace(records, representatives=kept if len(kept) else rows)


def seconds(task: Callable[[], object]) -> float:
    """Return the wall time of one call."""
    start = time.perf_counter()
    task()
    return time.perf_counter() - start


def main() -> None:
    """Print the times of every setting, cold, and the slowest of them."""
    shipped = load()
    for name, records in (("15 open", shipped), ("all open", without_representatives(shipped))):
        first = siting.place(records, DAY, Question(k=1))  # boundaries and distances are read once per server
        print(f"{name}: {first.open_count} provinces to reach")
        times = {q: seconds(lambda q=q, r=records: siting.place(r, DAY, q)) for q in SETTINGS}  # type: ignore[misc]
        for question, taken in times.items():
            what = f"{question.model:8} {question.rule:10} {question.radius_km:5.0f} km  k={question.k:2}"
            print(f"{name:9} {what}  {taken:6.3f} s")
        curve = seconds(lambda r=records: siting.curve(r, DAY, Question(model="median")))  # type: ignore[misc]
        print(f"{name:9} slowest {max(times.values()):.3f} s; curve of the median over k {curve:.3f} s")


if __name__ == "__main__":
    main()
