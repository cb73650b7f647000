"""The slide of the documents that the others rest on."""

import pandas as pd

from exports.story import cells
from exports.story.parts import Slide
from exports.story.scene import Scene
from locales.publishers import publisher


def sources(scene: Scene, cited: tuple[str, ...]) -> Slide:
    """Return the documents that the other slides rest on."""
    t, reader = scene.reader.t, scene.reader
    rows = scene.records.sources.set_index("source_id")
    found = rows.loc[[one for one in cited if one in rows.index]].reset_index()
    made = []
    for row in found.to_dict("records"):
        known = pd.notna(row["published_on"])
        made.append({
            t("sources-id"): row["source_id"],
            t("sources-title"): reader.pick(row, "title") or row["note"],
            t("sources-publisher"): publisher(row["publisher"], reader.lang),
            t("sources-date"): reader.date(row["published_on"], row["date_precision"] or "day") if known else "",
            t("sources-confidence"): t(f"confidence-{row['confidence']}") if row["confidence"] else "",
        })  # fmt: skip
    return Slide(
        "sources",
        title=t("story-sources-title", n=len(found)) if len(found) else t("story-sources-none"),
        subtitle=scene.dated(t("nav-sources")),
        table=cells.table(t("sources-documents"), made, [False] * len(made), (0.14, 0.46, 0.22, 0.1, 0.08)),
        bullets=(t("badge-mixed-why" if scene.evidence == "all" else "badge-documented-why"),),
        documented=1.0 if len(found) else None,
        sources=cited,
    )
