"""Where projects began, and where nobody can say whether any did."""

import numpy as np
import pandas as pd

from data.cube.footprints import PRECISIONS
from data.records import Records
from measures import evidence
from measures.projects.amounts import begun, told_unplaced
from measures.projects.patterns import codes_on
from measures.projects.query import ProjectQuery, match
from measures.selection import Selection


def has_unplaced(records: Records, selection: Selection) -> bool:
    """Say whether documents tell of projects begun by the day that name no place: then no zero is claimed."""
    kind, _ = told_unplaced(records, selection.but(measure="allocated"), begun(records, selection))
    return kind in (evidence.DOCUMENTED, evidence.PARTLY)


def first_begun(
    records: Records, selection: Selection, phase: str | None = None, other_phases: bool = False,
    precision: str | None = None,
) -> pd.DataFrame:  # fmt: skip
    """Return the first project begun by the day in each province: area_code (of the day), reached_on, evidence,
    source_id. Of `selection.programme` and `selection.agency`; of one phase, or of all others; precision: only
    places stated so (province, group). Planned and nationwide projects have no place in a province."""
    shown = evidence.seen(records, selection)
    asked = Selection(selection.asof, programme=selection.programme, agency=selection.agency,
                      evidence=selection.evidence)  # fmt: skip
    found = match(records, ProjectQuery(asked))
    cube = found.cube
    kept = found.cells
    if phase is not None:
        own = found.code("phase") == cube.code("phase", phase)
        kept = kept[~own if other_phases else own]
    first = np.full(len(cube.footprints), len(cube.rows.cell), dtype=np.int64)
    np.minimum.at(first, cube.cells.pattern[kept], cube.cells.first_row[kept])
    codes, footprints = codes_on(records, shown, selection.asof), cube.footprints
    here = codes != ""
    if precision:
        here &= footprints.precision == PRECISIONS.index(precision)
    rows = pd.DataFrame({"area_code": codes[here], "row": first[footprints.pattern[here]]})
    rows = rows[rows["row"] < len(cube.rows.cell)].groupby("area_code", as_index=False)["row"].min()
    number = rows["row"].to_numpy()
    pairs = cube.words["source"][cube.cells.codes["source"][cube.rows.cell[number]]]
    days = cube.rows.starts(number).astype("datetime64[D]").astype("datetime64[us]")
    return pd.DataFrame({
        "area_code": rows["area_code"].astype("str"), "reached_on": days,
        "evidence": pd.Series([kind for kind, _ in pairs], dtype="str"),
        "source_id": pd.Series([source for _, source in pairs], dtype="str"),
    })  # fmt: skip


def planned_places(records: Records, selection: Selection, phase: str) -> list[str]:
    """Return the provinces of the day with a planned project of a phase, whoever plans it."""
    asked = Selection(selection.asof, phase=phase, evidence=selection.evidence)
    found = match(records, ProjectQuery(asked, status="planned"))
    patterns = np.zeros(len(found.cube.footprints), dtype=bool)
    patterns[found.pattern] = True
    codes = codes_on(records, evidence.seen(records, selection), selection.asof)
    return sorted(set(codes[patterns[found.cube.footprints.pattern]]) - {""})
