"""Where one project works, on a small map."""

from typing import Any

import pandas as pd

from figures import classes, maps, words
from figures.classes import MapClass
from figures.figure import Figure, LegendItem
from figures.tokens import Tokens, tokens
from geo.boundaries import Layer
from locales import Reader

HEIGHT = 340
CERTAIN = ("province", "several_without_share")


def of_project(*, locations: pd.DataFrame, kind: str, layer: Layer, reader: Reader) -> Figure:
    """Return the provinces of one project among all others.

    locations, kind: of `measures.projects.detail.detail`. layer: provinces of the day. A project that states only
    a group, or the whole country, colours these areas paler: it works there, where exactly is not known.
    """
    sheet = tokens(reader)
    here = set(locations["drawn_code"]) - {""}
    if kind == "nationwide":
        here = set(layer.codes)
    both = _classes(kind, sheet, reader)
    codes = ["here" if code in here else classes.OUTSIDE for code in layer.codes]
    areas = list(layer.codes)
    hover = _hover(locations, areas, reader)
    data = [maps.area_trace(areas, codes, both, layer, sheet) | hover]
    data += maps.border_traces(areas, codes, both, layer)
    title = _title(locations, kind, reader)
    all_names = (reader.pick(row, "name") for row in locations.to_dict("records"))
    names = [name for name in dict.fromkeys(all_names) if name]
    return Figure(
        name="project-places",
        plot=maps.map_plot(data, maps.EXTENT, HEIGHT, sheet),
        table=locations_table(locations, reader),
        rows=locations.to_dict("records"),
        title=title,
        subtitle=reader.t("projects-places-subtitle"),
        alt=f"{title}: {words.some_of(names, reader)}" if names else f"{title}. {both[0].label}",
        sources=words.sources_of(locations),
        documented=words.share_of(locations),
        legend=(LegendItem(both[0].label, both[0].colour),) if here else (),
        keys=tuple(areas),
    )


def _classes(kind: str, sheet: Tokens, reader: Reader) -> list[MapClass]:
    certain = kind in CERTAIN
    label = reader.t("projects-places-here" if certain else f"project-kind-{kind}")
    return [
        MapClass("here", label, sheet.reached if certain else sheet.partly),
        MapClass(classes.OUTSIDE, "", sheet.outside, sheet.outside_line),
    ]


def _hover(locations: pd.DataFrame, areas: list[str], reader: Reader) -> dict[str, Any]:
    alone = len(locations) == 1
    told = {row["drawn_code"]: share_text(row, alone, reader) for row in locations.to_dict("records")}
    return {
        "text": [told.get(code, "") for code in areas],
        "hovertemplate": f"<b>%{{properties.name_{reader.lang}}}</b><br>%{{text}}<extra></extra>",
    }


def share_text(row: Any, alone: bool, reader: Reader) -> str:
    """Return the share of a location as text; the only province of a project has all of it."""
    if pd.isna(row["share"]):
        return "100%" if alone and row["precision"] == "province" else reader.t("projects-share-unstated")
    return f"{row['share'] * 100:.3g}%"


def _title(locations: pd.DataFrame, kind: str, reader: Reader) -> str:
    if kind in ("nationwide", "no_place"):
        return reader.t(f"projects-places-{kind.replace('_', '-')}")
    count = int(locations["province_code"].nunique())
    return reader.t("projects-places-group" if kind == "group_only" else "projects-places", n=count)


def locations_table(locations: pd.DataFrame, reader: Reader) -> pd.DataFrame:
    """Return the places of a project with their shares and their part of the money, as displayed."""
    t = reader.t
    unstated = t("projects-not-attributable")
    rows = [
        (
            reader.pick(row, "name") or t("projects-nationwide"),
            t(f"projects-precision-{row['precision']}"),
            share_text(row, len(locations) == 1, reader),
            *(
                unstated if pd.isna(row[f"{money}_baht"]) else reader.number(row[f"{money}_baht"])
                for money in ("allocated", "disbursed")
            ),
            words.evidence_label(row["evidence"], reader),
        )
        for row in locations.to_dict("records")
    ]
    columns = [
        t("figures-column-province"),
        t("projects-column-precision"),
        t("projects-column-share"),
        t("projects-column-allocated-baht"),
        t("projects-column-disbursed-baht"),
        t("figures-column-evidence"),
    ]
    return pd.DataFrame(rows, columns=columns)
