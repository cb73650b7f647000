"""The way through the steps of bringing a file in: back, and on."""

import streamlit as st

from locales import Reader
from views.desk import job as desk_job


def show(step: str, reader: Reader, *, on: str = "", label: str = "", ready: bool = True) -> None:
    """Draw the buttons under a step: back to the one before it, and, where there is one, on to the next.

    step, on: steps of `desk_job.STEPS`; before the first one the file is put away. ready: whether the reader may go on.
    """
    at = desk_job.STEPS.index(step)
    before = desk_job.STEPS[at - 1]
    with st.container(key=f"desk_{step}_go", horizontal=True, gap="small"):
        st.button(
            reader.t("desk-back"),
            key="desk_back",
            on_click=desk_job.forget if before == "file" else desk_job.go,
            args=() if before == "file" else (before,),
            icon=":material/arrow_back:",
        )
        if on:
            st.button(
                label, key="desk_on", on_click=desk_job.go, args=(on,), type="primary", disabled=not ready
            )
