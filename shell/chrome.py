"""The frame around every page: style, document language, search, saved views, switches, notes, footer."""

import html
import json
import re
from pathlib import Path
from urllib.parse import urlsplit

import streamlit as st

from data.records import Records
from data.version import VERSION
from figures.tokens import Tokens, tokens
from locales import ERAS, LANGUAGES, Reader
from shell import address, lists, saved_views, search_box
from shell.stage import script

HERE = Path(__file__).resolve().parent
STYLE = "\n".join(
    (HERE / name).read_text(encoding="utf-8") for name in ("style.css", "stage/stage.css", "print.css")
)
SCRIPT = "\n".join((HERE / name).read_text(encoding="utf-8") for name in ("line.js", "page.js", "tools.js"))

NAMES, NAMED = 8, 40  # of a link's unknown names so many are told, and so much of each


def head(reader: Reader, page: str) -> None:
    """Draw what stands above every page. page: its name; on a phone it stands with the brand, for want of a navigation."""
    style(tokens(reader))
    # `lang` and the texts of the script come from fixed lists, never from the reader.
    said = json.dumps(_words(reader), ensure_ascii=False)
    st.html(
        f"<script>document.documentElement.lang='{reader.lang}';window.stiWords={said};\n{SCRIPT}</script>",
        unsafe_allow_javascript=True,
    )
    st.html(script.tag(), unsafe_allow_javascript=True)
    brand = html.escape(reader.t("shell-brand"))
    here = f'<span class="page">{html.escape(page)}</span>'
    st.html(f'<a class="sti-brand" href="./" target="_self" data-go="1"><span>{brand}</span>{here}</a>')
    with st.container(key="switches", horizontal=True, gap="small"):
        search_box.show(reader)
        saved_views.show(reader)
        _switch("lang", LANGUAGES, reader)
        _switch("era", ERAS, reader)
    if cleaned := address.take_cleaned():
        st.info(reader.t("shell-link-cleaned", names=_plain(cleaned)), icon=":material/link_off:")
    if address.take_unknown():
        st.info(reader.t("doors-choice-unknown"), icon=":material/info:")


def unknown_page(reader: Reader) -> None:
    """Say so where the address names a page that there is not; the first page is shown in its place."""
    path = urlsplit(st.context.url or "").path.rstrip("/")
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    asked = path.removeprefix(f"/{base}" if base else "").strip("/")
    if asked and asked not in lists.PAGES:
        st.info(reader.t("doors-page-unknown"), icon=":material/link_off:")


def _words(reader: Reader) -> dict[str, str]:
    """Return what the scripts of the page say; `#time` is put in by them."""
    said = {"copied": "shell-copied", "failed": "card-copy-failed", "byHand": "doors-copy-by-hand"}
    said |= {"close": "doors-copy-close", "back": "doors-line-back"}
    return {name: reader.t(message) for name, message in said.items()} | {
        "lost": reader.t("doors-line-lost", time="#time")
    }


def style(sheet: Tokens) -> None:
    """Give the page its style sheet, with the colours of the reader's sheet as custom properties."""
    st.html(f"<style>:root{{{colours(sheet)}}}\n{STYLE}</style>")


def foot(reader: Reader, records: Records) -> None:
    """Draw what stands below every page: release, where the data comes from."""
    st.html(
        f'<footer class="sti-foot"><span>{html.escape(reader.t("shell-foot"))}</span>'
        f'<a href="guide?lang={reader.lang}" target="_blank" rel="noopener">{html.escape(reader.t("guide-name"))}</a>'
        f"<span>{html.escape(reader.t('shell-release', release=records.release.partition('.')[0]))}"
        f" · {html.escape(reader.t('shell-version', version=VERSION))}</span></footer>"
    )


def _plain(names: tuple[str, ...]) -> str:
    """Return names that came with a link, without what a note would take for a link, a picture or markup."""
    plain = [re.sub(r"[^\w-]+", "", name)[:NAMED] or "…" for name in names]
    return ", ".join([*plain[:NAMES], *(["…"] if len(plain) > NAMES else [])])


def _switch(name: str, options: tuple[str, ...], reader: Reader) -> None:
    st.session_state[name] = address.current()[name]
    st.segmented_control(
        reader.t(f"shell-{name}"),
        options,
        format_func=lambda code: reader.t(f"shell-{name}-{code}"),
        key=name,
        required=True,
        label_visibility="collapsed",
    )


def colours(sheet: Tokens) -> str:
    """Return a sheet's colours as custom properties, those of the phases numbered."""
    found = {name: value for name, value in vars(sheet).items() if isinstance(value, str)}
    for i, (fill, ink) in enumerate(zip(sheet.phases, sheet.phases_on, strict=True), start=1):
        found |= {f"phase-{i}": fill, f"phase-{i}-on": ink}
    return "".join(f"--{name.replace('_', '-')}:{value};" for name, value in found.items())
