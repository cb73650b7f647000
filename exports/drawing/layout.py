"""Where everything of a framed figure stands: maps of the country beside their words, all else below them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from exports.drawing.framing import Framing
from exports.drawing.lettering import lines, width
from figures.evidence import share_words
from figures.figure import Figure, LegendItem
from locales import Reader

SIZES = {"wide": (1600, 900), "square": (1200, 1200)}
MARGIN, LEADING = 56.0, 1.34  # px; line height in sizes, Thai has marks above and below
TITLES, SUBTITLE, SMALL, LEGEND, BADGE = (42, 36, 31, 27), 21.0, 16.0, 19.0, 19.0
KEY, GAP = 17.0, 26.0  # side of a legend's mark, room between entries
COLUMN = 0.46  # share of a wide picture that the words beside a map have
LARGEST, NARROWEST, OF_TIME = 1.9, 520.0, 900.0  # how far a plot is enlarged; px that its own layout needs
FLAT = (
    2.0  # rows are at most so many times as wide as all of them are high, else their ends lie too far apart
)
FOOT_LINES = 3  # lines of sources at most; the rest is in the file's table


@dataclass(frozen=True)
class Place:
    """One line of text. role: title, subtitle, quiet or small; anchor: start or end."""

    text: str
    x: float
    y: float
    size: float
    role: str
    anchor: str = "start"


@dataclass
class Page:
    """A picture laid out, in px. plot: x, y, width, height. badge: text, x, middle, width, and whether it is a warning."""

    width: float
    height: float
    texts: list[Place] = field(default_factory=list)
    legend: list[tuple[LegendItem, float, float]] = field(default_factory=list)
    badge: tuple[str, float, float, float, bool] | None = None
    plot: tuple[float, float, float, float] = (0, 0, 0, 0)
    rule: float = 0.0

    def write(self, said: Iterable[str], x: float, y: float, size: float, role: str) -> float:
        """Add lines below one another from a top edge; return the bottom edge."""
        for line in said:
            self.texts.append(Place(line, x, y + size * LEADING / 2, size, role))
            y += size * LEADING
        return y


def page_of(figure: Figure, framing: Framing) -> Page:
    """Return the layout of a figure in its frame."""
    page = Page(*SIZES[framing.shape])
    foot = _foot(page, figure, framing)
    beside = framing.shape == "wide" and is_country(figure)
    room = page.width * COLUMN - MARGIN if beside else page.width - 2 * MARGIN
    y = _head(page, figure, framing, room, 6 if beside else 3)
    y = _legend(page, figure.legend, framing.reader, y, room, one_a_line=beside)
    if beside:
        left = page.width * COLUMN + GAP
        page.plot = (left, MARGIN * 0.6, page.width - left - MARGIN, foot - MARGIN * 0.8)
    else:
        page.plot = (MARGIN, y + 6, page.width - 2 * MARGIN, foot - y - 20)
    return page


def is_country(figure: Figure) -> bool:
    """Say whether a figure is one map: twice as high as wide, so its words stand beside it."""
    kinds = [trace["type"] for trace in figure.plot.to_plotly_json()["data"]]
    geos = {
        trace.get("geo", "geo")
        for trace in figure.plot.to_plotly_json()["data"]
        if trace["type"] == "choropleth"
    }
    return "choropleth" in kinds and len(geos) == 1


def scale_of(figure: Figure, width_px: float, height_px: float) -> tuple[float, float]:
    """Return how far a plot is enlarged to fill a place, and the px its own layout has across."""
    own = float(figure.plot.layout.height or 400)
    if is_country(figure):
        return height_px / own, width_px * own / height_px
    scale = min(height_px / own, LARGEST, width_px / (OF_TIME if _spreads(figure) else NARROWEST))
    across = width_px / scale
    return scale, across if _spreads(figure) else min(across, max(NARROWEST, FLAT * own))


def _spreads(figure: Figure) -> bool:
    """Say whether a plot uses all the width there is: a time axis, or maps side by side; rows do not."""
    data, layout = figure.plot.to_plotly_json()["data"], figure.plot.to_plotly_json()["layout"]
    return (
        any(trace["type"] == "choropleth" for trace in data) or layout.get("xaxis", {}).get("type") == "date"
    )


def _head(page: Page, figure: Figure, framing: Framing, room: float, most: int) -> float:
    size = next((s for s in TITLES if len(lines(figure.title, s, room, True)) <= most), TITLES[-1])
    y = page.write(lines(figure.title, size, room, True), MARGIN, MARGIN * 0.7, size, "title") + 6
    below = [part for part in (figure.subtitle, framing.caption) if part]
    for part in below:
        y = page.write(lines(part, SUBTITLE, room), MARGIN, y, SUBTITLE, "subtitle")
    for note in figure.notes:
        y = page.write(lines(note, SMALL, room), MARGIN, y + 2, SMALL, "quiet")
    said = share_words(figure.documented, framing.reader)
    if said:
        warns = figure.documented is not None and figure.documented < 1
        wide = width(said, BADGE, True) + 28
        page.badge = (said, MARGIN, y + 10 + BADGE * 0.85, wide, warns)
        y += BADGE * 1.7 + 18
    return y


def _legend(
    page: Page, items: Sequence[LegendItem], reader: Reader, y: float, room: float, one_a_line: bool
) -> float:
    if not items:
        return y
    x, y = MARGIN, y + 10
    for item in items:
        wide = KEY + 9 + width(label(item, reader), LEGEND)
        if x > MARGIN and (one_a_line or x + wide > MARGIN + room):
            x, y = MARGIN, y + LEGEND * 1.6
        page.legend.append((item, x, y + LEGEND * 0.8))
        x += wide + GAP
    return y + LEGEND * 1.6 + 6


def label(item: LegendItem, reader: Reader) -> str:
    """Return what stands beside a legend's mark."""
    return item.label if item.count is None else f"{item.label} {reader.number(item.count)}"


def _foot(page: Page, figure: Figure, framing: Framing) -> float:
    """Add what says where the picture comes from; return the y of its upper edge."""
    t, reader, room = framing.reader.t, framing.reader, page.width - 2 * MARGIN
    named = "; ".join(framing.publishers)
    source = t("picture-sources", named=named) if named else t("picture-no-source")
    sources = list(lines(source, SMALL, room))
    if len(sources) > FOOT_LINES:
        sources = [*sources[: FOOT_LINES - 1], t("picture-more-sources", n=len(framing.publishers))]
    day = reader.date(framing.asof)
    made = t("picture-made", product=t("shell-product"), day=day, release=framing.release)
    rows = [*sources, *lines(made, SMALL, room)]
    beside = framing.address and width(rows[-1], SMALL) + 40 + width(framing.address, SMALL) <= room
    addressed = [] if not framing.address or beside else _cut(framing.address, SMALL, room)
    top = page.height - MARGIN * 0.5 - (len(rows) + len(addressed)) * SMALL * LEADING
    y = page.write(rows, MARGIN, top, SMALL, "quiet")
    if beside:
        page.texts.append(
            Place(framing.address, page.width - MARGIN, y - SMALL * LEADING / 2, SMALL, "quiet", "end")
        )
    page.write(addressed, MARGIN, y, SMALL, "quiet")
    page.rule = top - 8
    return top - 8


def _cut(address: str, size: float, room: float) -> list[str]:
    """Return an address in lines; it has no spaces, so it is cut where the line ends."""
    made, line = [], ""
    for letter in address:
        if width(line + letter, size) > room:
            made.append(line)
            line = ""
        line += letter
    return [*made, line]
