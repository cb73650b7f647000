"""The chosen area in a few lines, beside the map it was chosen on."""

from html import escape

import streamlit as st

from data.records import Records
from data.remember import lru_cache
from figures import drawn, maps
from locales import Reader
from measures.area import states as area_states
from measures.catalogue import SPECS
from measures.selection import Selection
from shell import markup


def show(records: Records, selection: Selection, reader: Reader) -> None:
    """Draw the chosen area's state in every measure; nothing while no area is chosen."""
    if selection.area:
        st.html(_note(records, selection.but(measure="coverage", level="province"), reader))


@lru_cache(maxsize=512)
def _note(records: Records, selection: Selection, reader: Reader) -> str:
    frame = area_states.summary(records=records, selection=selection)
    if frame.empty:
        return f'<p class="sti-note">{escape(reader.t("area-not-on-this-day"))}</p>'
    first = frame.iloc[0]
    group = drawn.group_names(records, selection, reader).get(first["group_code"], "")
    rows = []
    for row in frame.to_dict("records"):
        spec = SPECS[row["measure"]]
        value = maps.value_label(row, spec, row["level"], reader)
        since = "" if row["since"] is None or row["since"] != row["since"] else reader.date(row["since"])
        why = reader.t(f"reason-{row['reason']}") if row["reason"] else ""
        told = " · ".join(part for part in (reader.t("area-since", date=since) if since else "", why) if part)
        rows.append(
            [
                escape(reader.t(f"measure-{row['measure']}")),
                f'{escape(value)}<br><span class="sti-sub">{escape(told)}</span>' if told else escape(value),
                markup.sample_tag(row["evidence"], reader),
            ]
        )
    name = reader.pick(first, "name")
    columns = [
        reader.t("area-column-measure"),
        reader.t("area-column-state"),
        reader.t("area-column-evidence"),
    ]
    return (
        f'<div class="sti-area" aria-live="polite">{markup.section(name, group if group != name else "", 3)}'
        f"{markup.html_table(columns, rows, caption=name)}</div>"
    )
