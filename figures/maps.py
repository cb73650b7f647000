"""The map of a measure: one coloured trace by address, group outlines above it, the chosen area on top."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from figures import build, classes, findings, naming, words
from figures.classes import MapClass
from figures.figure import Figure
from figures.tokens import Tokens, luminance, tokens
from geo.boundaries import EXTENT, Layer, Window
from locales import Reader
from measures.catalogue import GROUP_ONLY, MeasureSpec
from measures.selection import Selection

HEIGHT = 640
HAIRLINE = 0.6
GROUP_LINE = 1.4
CHOICE_LINE = 2.6
DARK_FILL = 0.25  # luminance below which paper-coloured lines show better than ink


def choropleth(
    *,
    frame: pd.DataFrame,
    spec: MeasureSpec,
    selection: Selection,
    layer: Layer,
    group_layer: Layer | None = None,
    reader: Reader,
    group_names: Mapping[str, str] | None = None,
    window: Window = EXTENT,
    height: int = HEIGHT,
) -> Figure:
    """Return the map of one measure on one day.

    frame: the uniform area frame (`measures.values.by_area`). layer: boundaries of that day and level;
    group_layer: outlines drawn twice as strong (None at group level). group_names: group_code -> short
    name, adds a column to the table twin. window: longitudes and latitudes to show.
    Raises ValueError for a state that the measure does not know.
    """
    sheet = tokens(reader)
    all_classes = classes.classes_of(spec, selection.level, reader)
    codes = classes.codes_of(frame, spec, selection.level)
    area_codes = frame["area_code"].tolist()
    texts = area_texts(frame, codes, all_classes, spec, selection, reader)
    data = [area_trace(area_codes, codes, all_classes, layer, sheet) | hover_parts(texts, spec, reader)]
    data += border_traces(area_codes, codes, all_classes, layer)
    if group_layer is not None:
        outlined = [c for c in group_layer.codes if not selection.groups or c in selection.groups]
        data.append(outline_trace(outlined, group_layer, group_line(codes, all_classes, sheet)))
    data += choice_traces(selection, layer, group_layer, sheet)
    finding = findings.of(frame, spec, selection, reader)
    listed = area_rows(frame, codes, spec, reader)
    return Figure(
        name=f"map-{spec.code}" + ("-change" if findings.is_change(spec) else ""),
        plot=map_plot(data, window, height, sheet),
        table=area_table(listed, spec, selection, reader, group_names),
        rows=listed,
        title=finding.title,
        subtitle=words.dots([finding.subtitle, _scheme_note(group_layer, reader)]),
        alt=finding.alt,
        sources=words.sources_of(frame),
        documented=words.share_of(frame[frame["in_filter"]]),
        legend=classes.legend_of(all_classes, codes, spec),
        keys=tuple(area_codes),
        since=selection.since,
        naming=naming.of_map(frame, spec, selection.level, layer, window, reader, sheet),
    )


def map_plot(data: list[dict[str, Any]], window: Window, height: int, sheet: Tokens) -> go.Figure:
    """Return the plot of map traces in one fixed window that neither zooms nor drags."""
    return build.plot(data=data, sheet=sheet, height=height, hover=True, geo=geo_box(window))


def geo_box(window: Window = EXTENT) -> dict[str, Any]:
    """Return the geo subplot: nothing but our own shapes, in Mercator, over a fixed window."""
    return {
        "visible": False,
        "bgcolor": build.CLEAR,
        "projection": {"type": "mercator"},
        "lonaxis": {"range": list(window[0])},
        "lataxis": {"range": list(window[1])},
    }


def area_trace(
    area_codes: list[str], codes: list[str], all_classes: list[MapClass], layer: Layer, sheet: Tokens
) -> dict[str, Any]:
    """Return the coloured areas as ONE trace: class numbers and a stepped scale.

    A trace per class would repeat the boundaries; an empty z would leave a hole without outline. The areas keep their
    order from one view to the next: the browser then changes colours and leaves the shapes alone.
    """
    order = [c.code for c in all_classes]
    steps = len(order)
    scale = [[round(edge / steps, 4), c.colour] for i, c in enumerate(all_classes) for edge in (i, i + 1)]
    return {
        "type": "choropleth",
        "geojson": layer.url,
        "featureidkey": layer.feature_key,
        "locations": area_codes,
        "z": [order.index(code) for code in codes],
        "zmin": -0.5,
        "zmax": steps - 0.5,
        "colorscale": scale,
        "showscale": False,
        "marker": {"line": {"color": sheet.paper, "width": HAIRLINE}},
        "unselected": {"marker": {"opacity": 1}},
    }


def outline_trace(codes: list[str], layer: Layer, colour: str, width: float = GROUP_LINE) -> dict[str, Any]:
    """Return outlines without fill, which the pointer passes through."""
    return {
        "type": "choropleth",
        "geojson": layer.url,
        "featureidkey": layer.feature_key,
        "locations": codes,
        "z": [0] * len(codes),
        "colorscale": [[0, build.CLEAR], [1, build.CLEAR]],
        "showscale": False,
        "hoverinfo": "skip",
        "marker": {"line": {"color": colour, "width": width}},
        "unselected": {"marker": {"opacity": 1}},
    }


def border_traces(
    area_codes: list[str], codes: list[str], all_classes: list[MapClass], layer: Layer
) -> list[dict[str, Any]]:
    """Return borders of the areas whose fill is close to the paper: not applicable, outside the filter."""
    found = []
    for pale in (c for c in all_classes if c.code in ("not_applicable", classes.OUTSIDE)):
        own = [area for area, code in zip(area_codes, codes, strict=True) if code == pale.code]
        if own:
            found.append(outline_trace(own, layer, pale.line, HAIRLINE))
    return found


def choice_traces(
    selection: Selection, layer: Layer, group_layer: Layer | None, sheet: Tokens
) -> list[dict[str, Any]]:
    """Return the outline of the chosen area: ink with a paper edge, so that it shows on any fill."""
    for candidate in (layer, group_layer):
        if candidate is not None and selection.area in candidate.codes:
            return [
                outline_trace([str(selection.area)], candidate, sheet.paper, CHOICE_LINE + 2.4),
                outline_trace([str(selection.area)], candidate, sheet.ink, CHOICE_LINE),
            ]
    return []


def group_line(codes: list[str], all_classes: list[MapClass], sheet: Tokens) -> str:
    """Return the colour of group outlines: paper on mostly dark fills, ink on mostly light ones.

    On a dark sheet it is the other way round: dark fills are close to the paper there.
    """
    fills = {c.code: c.colour for c in all_classes}
    inside = [luminance(fills[code]) < DARK_FILL for code in codes if code != classes.OUTSIDE]
    mostly_dark = sum(inside) * 2 > len(inside)
    if luminance(sheet.paper) < DARK_FILL:
        return sheet.ink if mostly_dark else sheet.paper
    return sheet.paper if mostly_dark else sheet.ink


def area_texts(
    frame: pd.DataFrame,
    codes: list[str],
    all_classes: list[MapClass],
    spec: MeasureSpec,
    selection: Selection,
    reader: Reader,
) -> list[str]:
    """Return the short text of each area under the pointer; amounts without their unit."""
    labels = {c.code: c.label for c in all_classes}
    texts = []
    for row, code in zip(frame.to_dict("records"), codes, strict=True):
        if code == classes.OUTSIDE:
            texts.append(labels[code])
        elif spec.kind != "categorical" and row["state"] == "value":
            texts.append(words.bare_amount(row["value"], spec, reader))
        else:
            texts.append(value_label(row, spec, selection.level, reader))
    return texts


def hover_parts(texts: list[str], spec: MeasureSpec, reader: Reader) -> dict[str, Any]:
    """Return what the pointer shows beside the name from the boundaries; the unit of amounts stands in the template."""
    plain = spec.kind != "categorical"
    what = f"{findings.measure_name(spec, reader)} ({words.unit(spec, reader)}): " if plain else ""
    return {
        "text": texts,
        "hovertemplate": f"<b>%{{properties.name_{reader.lang}}}</b><br>{what}%{{text}}<extra></extra>",
    }


def value_label(row: Mapping[Any, Any], spec: MeasureSpec, level: str, reader: Reader) -> str:
    """Return the value of an area as text: its state, "3 จาก 4", "12 โครงการ" or "8.2 ล้านบาท"."""
    if row["state"] != "value" and (
        spec.kind != "categorical" or row["state"] in ("not_reported", "not_applicable")
    ):
        label = classes.state_label(spec, str(row["state"]), reader)
        if row["state"] == GROUP_ONLY and row.get("group_count"):
            return reader.t("figures-group-only", label=label, n=int(row["group_count"]))
        return label
    if classes.is_share(spec, level):
        return words.out_of(row["value"], row["of"], reader)
    if spec.kind == "categorical":
        return classes.state_label(spec, str(row["state"]), reader)
    return words.amount(row["value"], spec, reader)


def area_rows(
    frame: pd.DataFrame, codes: list[str], spec: MeasureSpec, reader: Reader
) -> list[dict[Any, Any]]:
    """Return the rows of an area frame as a reader wants them: gaps first, then by name in dictionary order."""
    rank = {code: i for i, code in enumerate(_reading_order(spec))}

    def order(pair: tuple[dict[Any, Any], str]) -> tuple[Any, ...]:
        row, code = pair
        return (
            code == classes.OUTSIDE,
            rank.get(str(row["state"]), len(rank)),
            -row["value"] if spec.kind != "categorical" and pd.notna(row["value"]) else 0.0,
            findings.name_key(reader.pick(row, "name"), reader),
        )

    return [row for row, _ in sorted(zip(frame.to_dict("records"), codes, strict=True), key=order)]


def area_table(
    listed: Sequence[Mapping[Any, Any]],
    spec: MeasureSpec,
    selection: Selection,
    reader: Reader,
    group_names: Mapping[str, str] | None,
) -> pd.DataFrame:
    """Return the table twin of rows in reading order (`area_rows`).

    Columns: area, group (where names are given), the measure, since, why, evidence. Columns that are
    blank throughout are left out.
    """
    t = reader.t
    rows: list[dict[str, Any]] = []
    for row in listed:
        value = value_label(row, spec, selection.level, reader)
        group = {t("figures-column-group"): (group_names or {}).get(row["group_code"], "")}
        rows.append(
            {
                t("figures-column-" + selection.level): reader.pick(row, "name"),
                **(group if selection.level == "province" else {}),
                findings.measure_name(spec, reader): value,
                t("figures-column-since"): words.day_label(row["since"], reader),
                t("figures-column-people"): words.people(row, reader),
                t("figures-column-reason"): words.why(row, reader),
                t("figures-column-evidence"): words.evidence_label(row["evidence"], reader),
            }
        )
    table = pd.DataFrame(rows)
    return table[[column for column in table.columns if (table[column] != "").any()]]


def _reading_order(spec: MeasureSpec) -> list[str]:
    if spec.kind != "categorical":
        return ["value", "none", "group_only", "not_reported", "not_applicable"]
    own = [s for s in spec.states if s not in ("not_reported", "not_applicable")]
    return [*reversed(own), "value", "not_reported", "not_applicable"]


def _scheme_note(group_layer: Layer | None, reader: Reader) -> str:
    if group_layer is None or not group_layer.scheme:
        return ""
    return reader.t("figures-group-lines", era=reader.era, year=reader.year(int(group_layer.scheme)))
