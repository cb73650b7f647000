"""What is written from a shared object is written once; another object is never taken for it."""

import pandas as pd

from shell import remembered


def test_the_same_frame_is_written_once_and_an_equal_one_again():
    written = []

    @remembered.once
    def write(frame: pd.DataFrame, word: str, *, times: int = 1) -> str:
        written.append(word)
        return word * times + str(len(frame))

    frame, equal = pd.DataFrame({"a": [1, 2]}), pd.DataFrame({"a": [1, 2]})
    assert [write(frame, "x"), write(frame, "x"), write(frame, "y"), write(frame, "x", times=2)] == [
        "x2",
        "x2",
        "y2",
        "xx2",
    ]
    assert write(equal, "x") == "x2"
    assert written == ["x", "y", "x", "x"]


def test_a_frame_that_is_remembered_keeps_its_identity():
    @remembered.once
    def first(frame: pd.DataFrame) -> int:
        return int(frame.iloc[0, 0])

    # Frames made one after another would take each other's place in memory, if nobody held them.
    assert [first(pd.DataFrame({"a": [n]})) for n in range(50)] == list(range(50))
