"""The data desk: which release is shown, and the parts a reader may open."""

from datetime import UTC, datetime
from html import escape
from pathlib import Path

import streamlit as st

from addresses.parameters import DESK_PARTS
from data.columns import column_message, table_message
from data.records import Records
from data.store.releases import BANGKOK, Release
from data.store.store import Store
from locales import Reader
from measures import contents, evidence
from shell import address, context, lists, markup

STYLE = Path(__file__).with_name("desk.css").read_text(encoding="utf-8")


def release_of(store: Store | None, records: Records) -> Release | None:
    """Return the release that the page shows; None where there is no store. A limited view bears its release's id."""
    if store is None:
        return None
    shown = records.release.partition(".")[0]
    return next((release for release in store.history_as_read() if release.release_id == shown), None)


def head(records: Records, release: Release | None, reader: Reader) -> None:
    """Draw the page's sentence: which release, how many rows, how much of it is documented; below: by whom, when, why."""
    st.html(f"<style>{STYLE}</style>")
    counted = contents.by_source(records)
    rows = int(counted["row_count"].sum())
    stated = int(counted.loc[counted["evidence"] == evidence.DOCUMENTED, "row_count"].sum())
    values = {"rows": rows, "stated": stated, "pct": stated * 100 // rows if rows else 0}
    if release is None:
        st.html(markup.lead(reader.t("desk-lead-folders", **values), reader.t("desk-lead-folders-below")))
        return
    told = reader.t("desk-lead", number=str(release.number), **values)
    below = reader.t(
        f"desk-kind-{release.kind}-told", author=release.author, when=moment(release.published_at, reader)
    )
    if release.note:
        below += " · " + reader.t("desk-reason-told", note=release.note)
    st.html(markup.lead(told, below))


def parts(reader: Reader) -> str:
    """Draw the switch between the parts of the desk; return the chosen one."""
    st.session_state["part"] = address.current()["part"]
    with st.container(key="desk_parts"):
        st.segmented_control(
            reader.t("desk-part"),
            DESK_PARTS,
            format_func=lambda part: reader.t(f"desk-part-{part}"),
            key="part",
            required=True,
            label_visibility="collapsed",
        )
    chosen: str = address.current()["part"]
    return chosen


def of_the_newest_alone(part: str, reader: Reader) -> None:
    """Say that a view that stands still takes no data, and lead to the one that does."""
    release = context.fixed()
    told = reader.t("fixed-desk", number=str(release.number) if release else "")
    to = lists.go(reader.t("fixed-to-newest"), "data", part=part, release=None)
    st.html(f'<p class="sti-note">{escape(told)} {to}</p>')


def moment(when: datetime, reader: Reader) -> str:
    """Write a moment by the clock of Thailand: "21 พ.ย. 2569 20:35 น."."""
    local = when.replace(tzinfo=when.tzinfo or UTC).astimezone(BANGKOK)
    return reader.t("desk-moment", date=reader.date(local.date()), time=f"{local:%H:%M}")


def now() -> datetime:
    """Return the present moment by the clock of Thailand."""
    return datetime.now(BANGKOK)


def table_name(table: str, reader: Reader) -> str:
    """Return a table's name as the reader says it."""
    return reader.t(table_message(table))


def column_name(column: str, reader: Reader) -> str:
    """Return a column's name as the reader says it; its own name where there is no other."""
    message = column_message(column)
    return reader.t(message) if reader.has(message) else column


def note(text: str) -> None:
    """Draw a quiet remark."""
    st.html(f'<p class="sti-note">{escape(text)}</p>')


def quiet(text: str) -> None:
    """Draw a line of grey text."""
    st.html(f'<p class="sti-sub">{escape(text)}</p>')
