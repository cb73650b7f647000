"""Where an area stands among the others, measure by measure."""

from html import escape

import pandas as pd

from figures import maps
from locales import Reader
from measures.area.profile import AreaProfile
from measures.catalogue import SPECS
from shell import markup
from views.area.table import Mark, Row, Table, made

SQUARES = 8  # more than this nobody counts


def ranks(page: AreaProfile, reader: Reader, mark: Mark, short: bool = False) -> Table:
    """Return the area's own value and its place in its group, among its neighbours and in the country.

    short: measures by their short names, for paper.
    """
    among = [name for name in ("group", "neighbours", "country") if name in set(page.ranks["among"])]
    rows = []
    for measure, part in page.ranks.groupby("measure", sort=False):
        by, own = part.set_index("among"), part.iloc[0]
        value = maps.value_label(own, SPECS[str(measure)], page.area.level, reader)
        rows.append(
            [
                escape(_measure(str(measure), page.area.level, short, reader)),
                f"<b>{escape(value)}</b>",
                *(_place(by.loc[name], str(measure), page.area.level, reader) for name in among),
                mark(own["evidence"], reader),
            ]
        )
    columns = [reader.t("area-column-measure"), reader.t("area-column-own")]
    columns += [reader.t(f"rank-among-{name}") for name in among] + [reader.t("area-column-evidence")]
    return made(reader.t("area-ranks"), columns, rows)


def _measure(measure: str, level: str, short: bool, reader: Reader) -> str:
    """Return the name of what a row counts: of a group, the workshops that were held for it and for no other."""
    if measure == "workshops" and level == "group":
        return reader.t("stage-workshops-of-group-short" if short else "stage-workshops-of-group")
    return reader.t(f"{'compare-short' if short else 'measure'}-{measure}")


def _place(row: Row, measure: str, level: str, reader: Reader) -> str:
    known = int(row["known_count"])
    if SPECS[measure].kind == "categorical" and level == "province":
        if pd.isna(row["reached_count"]):
            return f'<span class="sti-sub">{escape(reader.t("area-rank-unknown"))}</span>'
        reached = int(row["reached_count"])
        said = reader.t("area-rank-reached", n=reached, of=known)
        if known <= SQUARES:
            told = f'<span class="sti-sub">{escape(reader.t("table-out-of", n=reached, of=known))}</span>'
            return f'<span class="place">{markup.squares(reached, known, said)} {told}</span>'
        return f'<span class="sti-sub">{escape(said)}</span>'
    if pd.isna(row["rank"]):
        return f'<span class="sti-sub">{escape(reader.t("area-rank-unknown"))}</span>'
    key = "area-rank-tied" if row["tied_count"] else "area-rank"
    return escape(reader.t(key, rank=int(row["rank"]), known=known))
