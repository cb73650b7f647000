"""Fails where the address says: `?where=page`, `part` or `callback`, with the words of `say`."""

import streamlit as st

where, said = st.query_params.get("where"), st.query_params.get("say", "")


def fail() -> None:
    """Fail with the words of the address."""
    raise ValueError(said)


@st.fragment
def part() -> None:
    """Draw a part of the page that fails."""
    st.html("<p>before</p>")
    fail()


st.html("<h1>page</h1>")
if where == "page":
    fail()
elif where == "part":
    part()
else:
    st.button("fail", on_click=fail)
st.html("<p>after</p>")
