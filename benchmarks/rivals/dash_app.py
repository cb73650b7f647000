"""The view in Dash: `gunicorn benchmarks.rivals.dash_app:server`.

As its guides advise for speed: the callback answers with a Patch of the new numbers alone, the table asks the server for
its rows page by page, answers are compressed, every script comes from this server. (Over a websocket, with FastAPI
beneath, a change took as long, and the table failed.)
"""

from typing import Any

import dash_ag_grid as dag
from dash import Dash, Input, Output, Patch, callback, dcc, html

from benchmarks.rivals import view
from geo.boundaries import STATIC

DAYS = list(view.days())

app = Dash(title=view.TITLE, assets_folder=str(STATIC), compress=True, serve_locally=True, update_title="")
server = app.server


def _graph(name: str, figure: dict[str, Any], **style: Any) -> dcc.Graph:
    return dcc.Graph(id=name, figure=figure, config={"topojsonURL": "/assets/"}, style=style)


app.layout = html.Div(
    [
        html.H1(view.TITLE),
        dcc.Slider(
            id="day",
            min=0,
            max=len(DAYS) - 1,
            step=1,
            value=DAYS.index(view.START),
            marks={n: view.days()[day] for n, day in enumerate(DAYS)},
            updatemode="drag",
            included=False,
        ),
        html.Div(
            [
                _graph("map", view.map_figure(view.START, "/assets/"), width=620),
                _graph("bars", view.bar_figure(view.START), width=720),
            ],
            style={"display": "flex"},
        ),
        _graph("workshops", view.timeline_figure()),
        dag.AgGrid(
            id="projects",
            columnDefs=[{"field": name} for name in view.COLUMNS],
            rowModelType="infinite",
            dashGridOptions={"pagination": True, "paginationPageSize": view.PAGE_SIZE,
                             "paginationPageSizeSelector": False, "cacheBlockSize": view.PAGE_SIZE},
        ),
    ],
    style={"maxWidth": 1380},
)  # fmt: skip


@callback(Output("map", "figure"), Output("bars", "figure"), Input("day", "value"), prevent_initial_call=True)
def step(number: int) -> tuple[Patch, Patch]:
    """Return what the day changes: 77 class numbers and 18 counts."""
    area_map, bars = Patch(), Patch()
    area_map["data"][0]["z"] = view.map_values(DAYS[number])
    bars["data"][0]["x"] = view.bar_values(DAYS[number])[0]
    return area_map, bars


@callback(Output("projects", "getRowsResponse"), Input("projects", "getRowsRequest"))
def rows(request: dict[str, Any] | None) -> dict[str, Any] | None:
    """Return one page of the table."""
    if request is None:
        return None
    found = view.projects().iloc[request["startRow"] : request["endRow"]]
    return {"rowData": found.to_dict("records"), "rowCount": len(view.projects())}
