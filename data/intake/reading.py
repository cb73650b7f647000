"""The outcome of reading one cell."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of a cell.

    text: the schema's written form, or the cell as it stood where it could not be read. rule: why it changed
    (message `change-<rule>`), "" when it did not. fault, expected: what is wrong. suggestions: what it may
    mean, for a person to choose from; a cell with suggestions is a question, not a fault.
    asks: whose answer settles it ("provinces", "programmes", "number", "date" ...).
    """

    text: str
    rule: str = ""
    fault: str = ""
    expected: str = ""
    suggestions: tuple[str, ...] = ()
    asks: str = ""
