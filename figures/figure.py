"""The one object that screen, slide, brief and workbook are made from."""

from dataclasses import dataclass, field

import pandas as pd
import plotly.graph_objects as go


@dataclass(frozen=True)
class Figure:
    """A figure ready to be shown, printed or exported.

    name: stable identifier in kebab case, used for file names, element keys and links.
    plot: the plotly figure, complete with colours for the reader's sheet.
    table: the same numbers in reading order; columns carry display names with units.
    title: states the finding where it can. subtitle: what, unit, as of when.
    alt: the finding in a sentence, for those who do not see the plot.
    sources: source_id of each document behind it. documented: share (0 to 1) of rows that a
    document states; None where there are no rows.
    """

    name: str
    plot: go.Figure
    table: pd.DataFrame
    title: str
    subtitle: str
    alt: str
    sources: tuple[str, ...] = ()
    documented: float | None = None
    notes: tuple[str, ...] = field(default=())
