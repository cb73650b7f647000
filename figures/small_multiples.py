"""The same map on several days, side by side, with one legend: what changed is seen, not remembered."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from figures import build, cells, classes, findings, maps, words
from figures.figure import Figure
from figures.tokens import tokens
from geo.boundaries import Layer
from locales import Reader
from measures.catalogue import MeasureSpec
from measures.selection import Selection

CELL_HEIGHT, HEAD = 300, 34


@dataclass(frozen=True)
class Panel:
    """One small map: its heading, the area frame of its day, and the boundaries true on that day."""

    heading: str
    frame: pd.DataFrame
    selection: Selection
    layer: Layer


def grid(
    *, panels: Sequence[Panel], spec: MeasureSpec, reader: Reader, columns: int = 4, name: str = "maps"
) -> Figure:
    """Return small maps in reading order, `columns` to a row, all in the same classes.

    Each panel has its own frame and boundaries, so that 2009 is drawn with the provinces of 2009. The
    table twin has one row per area and one column per panel. Raises ValueError without panels.
    """
    if not panels:
        raise ValueError("expected at least one panel, got none")
    sheet, level = tokens(reader), panels[0].selection.level
    all_classes = classes.classes_of(spec, level, reader)
    cut = cells.Cells(len(panels), columns, CELL_HEIGHT, HEAD)
    data, layout, heads, last_codes = [], {}, [], []
    for i, panel in enumerate(panels):
        last_codes = classes.codes_of(panel.frame, spec, level)
        drawn = panel.frame["area_code"].tolist()
        trace = maps.area_trace(drawn, last_codes, all_classes, panel.layer, sheet)
        axis = cells.axis(i)
        hover = f"%{{properties.name_{reader.lang}}}<extra></extra>"
        data.append(trace | {"geo": axis, "hovertemplate": hover})
        box = cut.box(i)
        layout[axis] = maps.geo_box() | {"domain": box}
        heads.append(cells.heading(f"<b>{panel.heading}</b>  {_said(panel, spec, reader)}", box))
    parts = [findings.of(p.frame, spec, p.selection, reader).title for p in panels]
    joined = pd.concat([panel.frame[panel.frame["in_filter"]] for panel in panels])
    return Figure(
        name=name,
        plot=build.plot(data=data, sheet=sheet, hover=True, height=cut.height, annotations=heads, **layout),
        table=_table(panels, spec, reader),
        rows=_cells(panels, spec),
        title=_title(panels, spec, reader),
        subtitle=words.dots(
            [findings.measure_name(spec, reader), reader.t("figures-multiples", n=len(panels))]
        ),
        alt=" | ".join(f"{p.heading}: {part}" for p, part in zip(panels, parts, strict=True)),
        sources=words.sources_of(joined),
        documented=words.share_of(joined),
        legend=cells.uncounted(classes.legend_of(all_classes, last_codes, spec)),
    )


def _title(panels: Sequence[Panel], spec: MeasureSpec, reader: Reader) -> str:
    """Return how many areas were reached on the first and on the last day."""
    ends = [panels[0], panels[-1]]
    level = ends[0].selection.level
    tallies = [findings.tally(p.frame[p.frame["in_filter"]], spec, level) for p in ends]
    if len(panels) == 1 or any(count.of == count.unknown for count in tallies):
        return findings.of(panels[-1].frame, spec, panels[-1].selection, reader).title
    before, after = (count.reached for count in tallies)
    return reader.t(
        "figures-multiples-title",
        before=before,
        after=after,
        first=ends[0].heading,
        last=ends[1].heading,
        level=level,
    )


def _said(panel: Panel, spec: MeasureSpec, reader: Reader) -> str:
    """Return how many of the panel's areas are reached, or that nothing is known of them."""
    inside = panel.frame[panel.frame["in_filter"]]
    count = findings.tally(inside, spec, panel.selection.level)
    if not count.of:
        return classes.state_label(spec, "not_applicable", reader)
    if count.of == count.unknown:
        return classes.state_label(spec, "not_reported", reader)
    return words.out_of(count.reached, count.of, reader)


def _cells(panels: Sequence[Panel], spec: MeasureSpec) -> list[dict[Any, Any]]:
    """Return a row for each area and day: a file can say of each what it rests on."""
    return [
        {"day": pd.Timestamp(panel.selection.asof), "measure": spec.code, **row}
        for panel in panels
        for row in panel.frame[panel.frame["in_filter"]].to_dict("records")
    ]


def _table(panels: Sequence[Panel], spec: MeasureSpec, reader: Reader) -> pd.DataFrame:
    level = panels[0].selection.level
    area = reader.t("figures-column-" + level)
    names: dict[str, str] = {}
    cells: dict[str, dict[str, str]] = {}
    for panel in panels:
        for row in panel.frame[panel.frame["in_filter"]].to_dict("records"):
            names[row["area_code"]] = reader.pick(row, "name")
            cells.setdefault(row["area_code"], {})[panel.heading] = maps.value_label(row, spec, level, reader)
    order = sorted(names, key=lambda code: findings.name_key(names[code], reader))
    headings = [panel.heading for panel in panels]
    return pd.DataFrame(
        [(names[code], *(cells[code].get(heading, "") for heading in headings)) for code in order],
        columns=[area, *headings],
    )
