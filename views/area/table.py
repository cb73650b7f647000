"""A table of an area's profile."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from locales import Reader
from shell import markup

Mark = Callable[[str, Reader], str]  # evidence, reader -> what marks an illustrative row
Row = Mapping[Any, Any]


@dataclass(frozen=True)
class Table:
    """A table ready to be written: cells are HTML. numeric: columns of numbers; empty: what to say without rows."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: frozenset[int] = frozenset()
    empty: str = ""

    def html(self, reader: Reader, most: int | None = None) -> str:
        """Return the table, of its first `most` rows, with a word on how many more there are."""
        if not self.rows:
            return f'<p class="sti-sub">{escape(self.empty)}</p>'
        shown = self.rows[:most]
        left = len(self.rows) - len(shown)
        more = f'<p class="sti-sub">{escape(reader.t("area-and-more", n=left))}</p>' if left else ""
        return markup.html_table(self.columns, shown, numeric=self.numeric, caption=self.caption) + more


def made(
    caption: str, columns: Iterable[str], rows: Iterable[Iterable[str]], empty: str = "", *numeric: int
) -> Table:
    """Return a table from its caption, column names, rows of HTML cells, what to say without rows, numeric columns."""
    return Table(caption, tuple(columns), tuple(tuple(row) for row in rows), frozenset(numeric), empty)
