"""Play through the days worth stopping at: one step every second and a half, stopped by the same button."""

import streamlit as st

from data.records import Records
from locales import Reader
from shell import address, filters

SECONDS = 1.5
ARMED = "_player_armed"


def show(records: Records, reader: Reader) -> None:
    """Draw the play switch; while it is on, the as-of day steps on by itself until the last day."""
    with st.container(key="player"):
        playing = st.toggle(reader.t("player-play"), key="playing")
    st.session_state[ARMED] = False
    if playing:
        days = list(filters.days(records, reader, address.current()["asof"]))
        _tick(days)


@st.fragment(run_every=SECONDS)
def _tick(days: list) -> None:  # type: ignore[type-arg]
    # The first call is part of the page's own run; only the later ones come from the clock.
    if not st.session_state.get(ARMED):
        st.session_state[ARMED] = True
        return
    here = address.current()["asof"]
    later = [day for day in days if day > here]
    if later:
        address.set_values(asof=later[0])
        st.rerun()
