"""Phases, decisions, agreements, workshops and programmes on one axis."""

import pandas as pd

from data.records import Records
from measures import evidence, workshops
from measures.memory import remembered
from measures.selection import Selection

TRACKS = {
    "law": "law",
    "cabinet_resolution": "law",
    "gazette": "law",
    "mou": "mou",
    "committee": "committee",
    "meeting": "committee",
    "programme": "programme",
    "pilot": "programme",
    "survey": "programme",
}
BASE = ["event_id", "track", "kind", "start", "end", "precision", "title_th", "title_en", "phase_code"]
BASE += ["evidence", "source_id"]
COLUMNS = [*BASE[:-2], "group_code", "scope", "is_past", "evidence", "source_id", "workshop_id"]
SPAN = {"start_date": "start", "end_date": "end", "date": "start", "date_precision": "precision"}


@remembered
def events(records: Records, selection: Selection) -> pd.DataFrame:
    """Return every event, oldest first; a milestone that tells of a workshop appears once, as the workshop.

    Columns: event_id, track (phase, law, mou, committee, workshop, programme; a message `track-<track>`),
    kind, start, end (NaT: one day), precision, title_th, title_en, phase_code, group_code, scope, is_past
    (begun by the as-of day), evidence, source_id, workshop_id. Workshops outside the chosen groups are left
    out, everything outside the chosen phase too.
    """
    parts = [_phases(records), _milestones(records, selection), _workshops(records, selection)]
    found = pd.concat(parts, ignore_index=True)
    text = ["kind", "group_code", "scope", "workshop_id", "phase_code"]
    found = found.fillna(dict.fromkeys(text, ""))
    if selection.phase:
        found = found[found["phase_code"] == selection.phase]
    found = found.assign(is_past=found["start"] <= pd.Timestamp(selection.asof))
    return found.sort_values(["start", "track", "event_id"], ignore_index=True)[COLUMNS]


def _phases(records: Records) -> pd.DataFrame:
    rows = records.phases.rename(columns=SPAN | {"name_th": "title_th", "name_en": "title_en"})
    return rows.assign(event_id=rows["phase_code"], track="phase", kind="phase")[BASE]


def _milestones(records: Records, selection: Selection) -> pd.DataFrame:
    rows = evidence.seen(records, selection).milestones
    rows = rows[rows["workshop_id"] == ""].rename(columns=SPAN | {"milestone_id": "event_id"})
    return rows.assign(track=rows["kind"].map(TRACKS).fillna("programme"))[BASE]


def _workshops(records: Records, selection: Selection) -> pd.DataFrame:
    rows = workshops.concerning(records, selection).rename(columns=SPAN)
    rows = rows.assign(event_id=rows["workshop_id"], track="workshop", kind="workshop")
    return rows[[*BASE, "group_code", "scope", "workshop_id"]]
