"""What a page puts on the stage, as functions of the choices, so that any day can be written ahead."""

from collections.abc import Callable
from dataclasses import dataclass

from data.records import Records
from figures.figure import Figure
from locales import Reader
from measures.selection import Selection
from shell import markup
from shell.stage.links import Links

Sentence = Callable[[Records, Selection, Reader], str]
Listed = Callable[[Records, Selection, Links, Reader], list[str]]


@dataclass(frozen=True)
class Act:
    """One page's part of the stage.

    sentence: the lead as HTML. figures, rows: list items. heading: the head of the list. area_map: the map.
    """

    page: str
    sentence: Sentence
    figures: Listed
    heading: Sentence
    rows: Listed
    area_map: Callable[[Records, Selection, Reader], Figure]
    measure: str = ""

    def seen(self, selection: Selection) -> Selection:
        """Return the choices with the measure that the page's map is always of."""
        return selection.but(measure=self.measure) if self.measure else selection


def parts(
    act: Act, records: Records, selection: Selection, links: Links, reader: Reader
) -> dict[str, list[str]]:
    """Return what changes with the day, as pieces of HTML by the place they stand in (`data-part`)."""
    return {
        "said": [act.sentence(records, selection, reader)],
        "figures": act.figures(records, selection, links, reader),
        "head": [act.heading(records, selection, reader)],
        "rows": act.rows(records, selection, links, reader),
        "legend": [markup.legend(act.area_map(records, selection, reader))],
    }
