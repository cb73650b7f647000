"""What a story is made of: frozen data without pixels, from which every medium is made."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

import pandas as pd

from figures.classes import MapClass
from figures.figure import Figure, LegendItem
from figures.naming import Naming
from geo.boundaries import Layer
from locales import Reader
from measures.selection import Selection

Level = Literal["country", "group", "province"]
REACHED = ("covered", "reached", "attended", "gained", "kept")
UNKNOWN = ("not_reported",)
ChartForm = Literal["columns", "stacked_columns", "bars", "stacked_bars"]


def when(reader: Reader, asof: date, beginning: date | None, *, short: bool = True) -> str:
    """Return a day in words, or a period by both its days. beginning: its first day, None for a day."""
    day = reader.date(asof, short=short)
    if beginning is None:
        return reader.t("story-when-day", date=day)
    return reader.t("story-when-period", since=reader.date(beginning, short=short), date=day)


@dataclass(frozen=True)
class KeyFigure:
    """One number of the first slide. value, of and note are written for the reader; number and denominator are
    the same as numbers (None: not known). tone: good, gap or "". evidence: of the number itself (documented, partly,
    illustrative, "" where there is none); documented: share of the rows behind it that a document states.
    then: over a period the number on its first day, None where the two cannot be compared."""

    code: str
    label: str
    value: str
    of: str = ""
    note: str = ""
    tone: str = ""
    documented: float | None = None
    number: float | None = None
    denominator: float | None = None
    evidence: str = ""
    then: float | None = None


@dataclass(frozen=True)
class MapArea:
    """One area of a map: its class (a place in `AreaMap.classes`), its colour and its value as text."""

    code: str
    name: str
    group_code: str
    class_index: int
    colour: str
    label: str


@dataclass(frozen=True)
class AreaMap:
    """A map as data, so that a medium can draw native shapes.

    layer: shapes of the day, keyed by `MapArea.code`; every area of the day is in `areas`. close: codes to show large,
    () for the whole country; focus: the one province asked for, "" for none. group_layer: outlines of the groups.
    legend: as beside the figure. alt: the finding in a sentence. naming: which areas are named.
    """

    measure: str
    layer: Layer
    close_layer: Layer
    group_layer: Layer | None
    areas: tuple[MapArea, ...]
    classes: tuple[MapClass, ...]
    legend: tuple[LegendItem, ...]
    close: tuple[str, ...]
    focus: str
    alt: str
    naming: Naming | None = None


@dataclass(frozen=True)
class Series:
    """One series of a chart; None where a value is not known, which is not zero.

    state: covered, reached, attended ... of what is counted; "" where the series is no state. Only a state of REACHED
    may be written as "k of n".
    """

    name: str
    values: tuple[float | None, ...]
    colour: str
    state: str = ""


@dataclass(frozen=True)
class Chart:
    """A chart as data. form: columns, stacked_columns, or lying: bars, stacked_bars. unit: of every value.

    number_format: as spreadsheets write it. notes: what a reader must know beside it.
    """

    form: ChartForm
    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str
    alt: str
    number_format: str = "#,##0"
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Table:
    """A table, twice with the same columns: `text` as the reader sees it, `data` with numbers and dates kept.

    Numbers that are not known are None in `data` and words in `text`. numeric: columns of numbers, set to the right.
    illustrative: for each row, whether it rests on rows that no document states. widths: share of each column.
    """

    title: str
    text: pd.DataFrame
    data: pd.DataFrame
    numeric: tuple[str, ...] = ()
    illustrative: tuple[bool, ...] = ()
    widths: tuple[float, ...] = ()


@dataclass(frozen=True, eq=False)
class Slide:
    """One slide. title: the finding. lead: a marked sentence (figures.sentences), "" for none.

    chart, table and area_map hold the numbers of `figures` in another form, or stand alone. bullets: short sentences.
    notes: what a speaker must know: finding, filters, share of documents, release and sources, one per line.
    documented: share (0 to 1) of the rows behind it that a document states, None without rows.
    """

    kind: str
    title: str
    subtitle: str = ""
    lead: str = ""
    figures: tuple[Figure, ...] = ()
    area_map: AreaMap | None = None
    chart: Chart | None = None
    key_figures: tuple[KeyFigure, ...] = ()
    table: Table | None = None
    bullets: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    documented: float | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Story:
    """The slides of one scope on one day for one reader.

    scope: "nation", a group_code or a province_code. selection: the choices that every measure was asked with.
    since: the earlier day that changes are counted from; period: all between the two is told of.
    sources: every document cited, in order of first use;
    documents: their rows of `Records.sources`. address: of the view, "" where nobody knows it.
    made_on: the day the story is told. unused: what that view had chosen and no story takes, in words.
    """

    scope: str
    level: Level
    scope_name: str
    asof: date
    since: date
    reader: Reader
    release: str
    evidence: str
    selection: Selection
    slides: tuple[Slide, ...]
    sources: tuple[str, ...]
    address: str = ""
    made_on: date = field(default_factory=date.today)
    documents: pd.DataFrame | None = None
    unused: str = ""
    period: bool = False

    @property
    def beginning(self) -> date | None:
        """Return the first day of the period that the story is of, None where it is of a day."""
        return self.since if self.period else None

    def when(self, *, short: bool = True) -> str:
        """Return the day or the period in words: "ณ 26 พ.ค. 2554", "ตั้งแต่ … ถึง …"."""
        return when(self.reader, self.asof, self.beginning, short=short)

    def slide(self, kind: str) -> Slide | None:
        """Return the slide of a kind, None where the story has none."""
        return next((slide for slide in self.slides if slide.kind == kind), None)

    def links(self) -> dict[str, str]:
        """Return code -> address on the web of the documents that have one."""
        if self.documents is None:
            return {}
        rows = zip(self.documents["source_id"], self.documents["url"], strict=True)
        return {code: url for code, url in rows if str(url).startswith(("http://", "https://"))}
