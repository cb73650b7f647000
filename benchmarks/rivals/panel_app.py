"""The view in Panel: `python -m benchmarks.rivals.panel_app PORT`.

As its guides advise for speed: one figure per session that is updated in place, so that the new numbers alone
travel; the table's pages stay on the server; the websocket is compressed; every script comes from this server. (A whole
figure per change was slower; sessions prepared ahead, `reuse_sessions`, ask a foreign host for their styles.)
"""

import os
import sys

os.environ["BOKEH_RESOURCES"] = "server"

import panel as pn
import plotly.graph_objects as go

from benchmarks.rivals import view
from geo.boundaries import STATIC

pn.extension("plotly", "tabulator")


def page() -> pn.Column:
    """Return the page of one session."""
    labels = {label: day for day, label in view.days().items()}
    first = view.START
    day = pn.widgets.DiscreteSlider(name="ณ วันที่", options=labels, value=first, width=640)
    area_map, bars = go.Figure(view.map_figure(first, "geo/")), go.Figure(view.bar_figure(first))

    def step(event: object) -> None:
        area_map.data[0].z = view.map_values(day.value)
        bars.data[0].x = view.bar_values(day.value)[0]

    day.param.watch(step, "value")
    table = pn.widgets.Tabulator(
        view.projects(), pagination="remote", page_size=view.PAGE_SIZE, show_index=False, disabled=True,
        sizing_mode="stretch_width",
    )  # fmt: skip
    return pn.Column(
        f"# {view.TITLE}",
        day,
        pn.Row(
            pn.pane.Plotly(area_map, config={"topojsonURL": "geo/"}, width=620, height=view.MAP_HEIGHT),
            pn.pane.Plotly(bars, width=720, height=view.BARS_HEIGHT),
        ),
        pn.pane.Plotly(view.timeline_figure(), width=1360, height=view.TIMELINE_HEIGHT),
        table,
    )


def main() -> None:
    """Serve the page on a port of this machine."""
    pn.serve(
        {"view": page},
        port=int(sys.argv[1]),
        address="127.0.0.1",
        websocket_origin="*",
        show=False,
        static_dirs={"geo": str(STATIC)},
        websocket_compression_level=6,
        title=view.TITLE,
    )


if __name__ == "__main__":
    main()
