"""One memory: the same question once, whoever asks and however many at once; and what a new release begins with."""

import gc
import threading
from dataclasses import dataclass

import pandas as pd
import pytest

from data import remember
from data.access.limited import within
from data.records import Records
from data.remember import lru_cache, remembered
from data.renewal import Renewal
from data.store.store import open_store
from measures import overview, values
from measures.projects import explorer
from measures.projects.query import ProjectQuery
from measures.selection import DEFAULT_ASOF, Selection
from tests import tiny


def test_the_same_question_is_worked_out_once_by_name_or_by_place() -> None:
    asked = []

    @remembered
    def ask(word: str, times: int = 2, *, loud: bool = False) -> str:
        asked.append(word)
        return word * times + "!" * loud

    assert [ask("a"), ask("a", 2), ask(word="a"), ask("a", times=2, loud=False)] == ["aa"] * 4
    assert ask("a", loud=True) == "aa!"
    assert asked == ["a", "a"]
    with pytest.raises(TypeError, match="missing a required argument: 'word'"):
        ask(times=3)  # type: ignore[call-arg]


def test_many_who_ask_at_once_are_one_question_and_a_failure_is_nobodys_answer() -> None:
    begun, go, asked, got = threading.Event(), threading.Event(), list[int](), list[object]()

    @remembered
    def ask(number: int) -> int:
        asked.append(number)
        begun.set()
        go.wait(5)
        if len(asked) == 1:
            raise ValueError("the first one fails")
        return number * 2

    def reader() -> None:
        try:
            got.append(ask(21))
        except ValueError as error:
            got.append(str(error))

    threads = [threading.Thread(target=reader) for _ in range(20)]
    for thread in threads:
        thread.start()
    begun.wait(5)
    go.set()
    for thread in threads:
        thread.join(5)
    assert sorted(map(str, got)) == ["42"] * 19 + ["the first one fails"]
    assert asked == [21, 21]


def test_the_last_answers_are_kept_and_no_more() -> None:
    asked = []

    @lru_cache(maxsize=2)
    def ask(number: int) -> int:
        asked.append(number)
        return number

    assert [ask(n) for n in (1, 2, 1, 3, 1, 2)] == [1, 2, 1, 3, 1, 2]
    assert asked == [1, 2, 3, 2]
    assert ask.cache_info() == (2, 4, 2, 2)


@dataclass(frozen=True)
class Drawn:
    """Cannot be hashed: a frame is in it."""

    frame: pd.DataFrame


def test_what_was_made_of_an_object_goes_with_it() -> None:
    @remembered
    def write(drawn: Drawn) -> str:
        return str(len(drawn.frame))

    drawn = Drawn(pd.DataFrame({"a": [1]}))
    assert write(drawn) == write(drawn) == "1"
    assert write.cache_info().currsize == 1
    del drawn
    gc.collect()
    assert write.cache_info().currsize == 0


PLANS = [{"plan_id": "p1", "province_code": "50", "source_id": "sample", "approved_on": "2011-01-01"},
         {"plan_id": "p2", "province_code": "52", "source_id": "sample", "approved_on": "2011-01-01"}]  # fmt: skip


def releases() -> tuple[Records, Records]:
    """Return two releases; the second has one plan more."""
    made = tiny.records(plans=PLANS[:1]), tiny.records(plans=PLANS)
    for number, records in enumerate(made):
        object.__setattr__(records, "release", f"release{number}")
    return made


def test_a_new_release_has_answers_to_what_was_asked_of_the_old_one_and_they_are_its_own() -> None:
    old, new = releases()
    choices = [
        Selection(measure="plan"),
        Selection(measure="plan", evidence="documented"),
        Selection(measure="coverage"),
    ]

    @remembered
    def written(frame: pd.DataFrame, word: str) -> str:
        return f"{word} {int(frame['state'].eq('approved').sum())}"

    for chosen in choices:
        written(values.by_area(old, chosen), "approved:")
    overview.key_figures(old, choices[0], DEFAULT_ASOF)
    assert written(values.by_area(old, choices[0]), "approved:") == "approved: 1"
    Renewal(old, new).run(lambda: True)
    before = {id(memory): memory.cache_info().misses for memory in remember.memories()}
    told = [written(values.by_area(new, chosen), "approved:") for chosen in choices]
    overview.key_figures(new, choices[0], DEFAULT_ASOF)
    assert told == ["approved: 2", "approved: 0", "approved: 0"]
    assert [m.__qualname__ for m in remember.memories() if m.cache_info().misses != before[id(m)]] == []  # type: ignore[attr-defined]


def test_a_renewal_ends_when_it_is_told_to() -> None:
    old, new = releases()
    for day in pd.date_range("2011-01-01", periods=5):
        values.by_area(old, Selection(asof=day.date(), measure="plan"))
    allowed = iter([True, True])
    assert Renewal(old, new).run(lambda: next(allowed, False)) == 2


def test_no_memory_of_the_product_is_unknown_to_the_registry() -> None:
    """A memory of functools keyed by records would keep an old release, and would not be renewed."""
    from pathlib import Path

    root = Path(__file__).resolve().parents[1]
    of_no_release = {
        "data/remember.py",
        "data/intake/headers.py",
        "server/sign_in.py",
        "shell/amending.py",
        "shell/quoting.py",
        "views/desk/rows.py",
    }
    found = {
        str(path.relative_to(root))
        for floor in ("data", "measures", "figures", "addresses", "shell", "views", "server", "api")
        for path in (root / floor).rglob("*.py")
        if any("functools" in line and "lru_cache" in line for line in path.read_text().splitlines())
    }
    assert found <= of_no_release


def test_every_kind_of_view_of_a_stored_release_has_its_counterpart(tmp_path, caplog) -> None:
    """Limited readers, documented views, words in titles, and a memory that hands its argument back."""
    store = open_store(tmp_path / "store")
    current = store.current()
    assert current
    old = store.records(current)
    projects = old.projects.copy()
    projects.loc[0, "allocated_baht"] = 1_234_567.0
    later = store.publish({"projects": projects}, author="a", note="n", expected=current.release_id)
    new, groups = store.records(later), ("2551-upper-north-1",)

    @remembered
    def handed_back(records: Records) -> Records:
        return records

    def ask(records: Records) -> None:
        for kind in ("all", "documented"):
            chosen = Selection(evidence=kind, groups=groups)
            explorer.totals(records, ProjectQuery(chosen, text="น้ำ"))
            explorer.facets(records, ProjectQuery(chosen))
            overview.key_figures(handed_back(within(records, groups)), chosen, DEFAULT_ASOF)

    ask(old)
    renewal = Renewal(old, new)
    assert renewal.run(lambda: True) > 50
    assert "cannot be worked out" not in caplog.text
    memories = [m for m in remember.memories() if m.__module__.startswith("measures.")]  # type: ignore[attr-defined]
    before = {id(memory): memory.cache_info().misses for memory in memories}
    ask(new)
    asked_anew = {m.__qualname__ for m in memories if m.cache_info().misses != before[id(m)]}  # type: ignore[attr-defined]
    assert asked_anew == set()
