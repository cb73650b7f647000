"""The page of the floor: one slider, one map of provinces coloured by the slider's value."""

import json
from pathlib import Path

import plotly.graph_objects as go
import streamlit as st

STATIC = Path(__file__).resolve().parents[1] / "static" / "geo"
BOUNDARIES = next(STATIC.glob("provinces-77-overview.*.geojson"))


@st.cache_resource
def codes() -> list[str]:
    """Return the codes of the provinces in file order."""
    features = json.loads(BOUNDARIES.read_text(encoding="utf-8"))["features"]
    return [feature["properties"]["code"] for feature in features]


st.set_page_config(layout="wide")
st.html("<h1>floor</h1>")
step = st.slider("step", 0, 40, 0, key="step")
with st.container(key="map"):
    figure = go.Figure(
        {
            "data": [
                {
                    "type": "choropleth",
                    "geojson": f"app/static/geo/{BOUNDARIES.name}",
                    "featureidkey": "properties.code",
                    "locations": codes(),
                    "z": [int(code) * (step + 3) % 7 for code in codes()],
                    "showscale": False,
                }
            ],
            "layout": {
                "template": None,
                "height": 640,
                "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
                "geo": {
                    "visible": False,
                    "projection": {"type": "mercator"},
                    "lonaxis": {"range": [97.2, 105.8]},
                    "lataxis": {"range": [5.5, 20.6]},
                },
            },
        },
        skip_invalid=True,
    )
    st.plotly_chart(figure, theme=None, config={"topojsonURL": "app/static/geo/"}, alt="floor")
