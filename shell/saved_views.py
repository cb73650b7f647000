"""Saved views: the address is the view. A link to copy, and named views in the reader's own browser or a file.

Everything happens in the browser (shell/tools.js): the server neither keeps nor sees names and views.
"""

import json
from html import escape

import streamlit as st

from locales import Reader

WORDS = ("copied", "copy-failed", "empty", "remove", "saved", "removed", "imported", "bad-file", "no-store",
         "need-name")  # fmt: skip


def show(reader: Reader) -> None:
    """Draw the button and its panel; constant for a language, so that it crosses the wire once."""
    st.html(panel(reader))


def panel(reader: Reader) -> str:
    """Return the panel; `shell/tools.js` fills the list and does the work."""
    words = escape(json.dumps({name: reader.t(f"views-{name}") for name in WORDS}, ensure_ascii=False))

    def say(name: str) -> str:
        return escape(reader.t(f"views-{name}"))

    return (
        f'<details class="sti-menu" data-views="{words}"><summary><i></i><span>{say("button")}</span></summary>'
        '<div class="sti-panel">'
        f'<button type="button" class="wide" data-view="copy">{say("copy")}</button>'
        f'<label>{say("name")}<span class="row">'
        f'<input type="text" maxlength="80" autocomplete="off" placeholder="{say("name-hint")}">'
        f'<button type="button" data-view="save">{say("save")}</button></span></label>'
        f'<p class="sti-sub" role="status"></p>'
        f'<p class="head">{say("list")}</p><ul></ul>'
        f'<p class="row"><button type="button" class="plain" data-view="export">{say("export")}</button>'
        f'<button type="button" class="plain" data-view="import">{say("import")}</button></p>'
        f'<input type="file" accept=".json,application/json" hidden aria-label="{say("import")}" tabindex="-1">'
        f'<p class="sti-sub">{say("private")}</p></div></details>'
    )
