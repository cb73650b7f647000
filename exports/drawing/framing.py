"""What stands around a figure that leaves the screen, and what the file is called."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from data.records import Records
from figures import words
from figures.figure import Figure
from locales import Reader

Shape = Literal["wide", "square"]
Kind = Literal["png", "svg"]
SAMPLE = "sample"  # the one source that is no document


@dataclass(frozen=True)
class Framing:
    """What stands around a figure that leaves the screen.

    reader: language, era, and light or dark paper; the figure must be drawn for the same. asof: the day of the view.
    release: of the records. address: the way back to the view, "" to leave it out. publishers: who published the
    documents behind it (`cited`). shape: wide is 16:9 (1600 by 900), square 1200 by 1200. caption: what else the
    reader had chosen (filters), in words.
    """

    reader: Reader
    asof: date
    release: str
    address: str = ""
    publishers: tuple[str, ...] = ()
    shape: Shape = "wide"
    caption: str = ""


def cited(records: Records, source_ids: tuple[str, ...], reader: Reader) -> tuple[str, ...]:
    """Return who published the documents of a figure, each once, with the date where it is known."""
    rows = records.sources[records.sources["source_id"].isin([s for s in source_ids if s != SAMPLE])]
    return tuple(dict.fromkeys(words.document(row, reader) for row in rows.to_dict("records")))


def file_name(figure: Figure, framing: Framing, kind: Kind) -> str:
    """Return the name of a picture's file: "sti-map-coverage-2011-05-26-th.png"."""
    dark = "-dark" if framing.reader.dark else ""
    square = "-square" if framing.shape == "square" else ""
    return f"sti-{figure.name}-{figure.days(framing.asof)}-{framing.reader.lang}{square}{dark}.{kind}"
