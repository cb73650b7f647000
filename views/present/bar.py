"""What the browser works with while it presents: buttons, contents, help, and the page of the presenter's own window."""

import json
from html import escape
from pathlib import Path

from exports.story.parts import Story
from figures.tokens import FONT
from locales import Reader
from shell import lists
from views.present import slides as present_slides

PRESENTER = Path(__file__).with_name("presenter.html").read_text(encoding="utf-8")
BUTTONS = ("previous", "next", "index", "notes", "presenter", "play", "blank", "full", "help", "panel")
KEYS = (
    "next",
    "previous",
    "ends",
    "number",
    "index",
    "notes",
    "presenter",
    "play",
    "blank",
    "full",
    "panel",
    "help",
)


def bar(whole: Story | None, reader: Reader) -> str:
    """Return what the browser works with: progress, buttons, contents, help, the dark screen and what it says."""
    t = reader.t
    words = {
        name: t(f"present-{name}") for name in ("play", "pause", "offline", "ended", "blocked", "notes-there")
    }
    words |= {"at": t("present-at", n="#n", of="#of", title="#title"), "jump": t("present-jump", n="#n"),
              "playing": t("present-playing", n="#n")}  # fmt: skip
    buttons = "".join(
        f'<button type="button" data-do="{name}" aria-pressed="false">{escape(t(f"present-{name}"))}</button>'
        if name in ("index", "notes", "play", "help", "panel")
        else f'<button type="button" data-do="{name}">{escape(t(f"present-{name}"))}</button>'
        for name in BUTTONS
    )
    leave = lists.go(t("present-leave"), "overview", slides=None, slide=None, every=None)
    titles = [present_slides.plain_title(slide) for slide in whole.slides] if whole else []
    index = "".join(
        f'<li><button type="button" data-to="{n}">{escape(title)}</button></li>'
        for n, title in enumerate(titles, 1)
    )
    rows = "".join(
        f"<dt>{escape(t(f'present-key-{key}'))}</dt><dd>{escape(t(f'present-key-{key}-does'))}</dd>"
        for key in KEYS
    )
    return (
        f'<div class="sti-show-tools" data-words="{escape(json.dumps(words, ensure_ascii=False))}">'
        '<div class="progress" aria-hidden="true"><i></i></div>'
        '<p class="state" role="status"></p><p class="sti-sr live" aria-live="polite"></p>'
        f'<nav class="buttons" aria-label="{escape(t("present-bar"))}">{buttons}{leave}</nav>'
        f'<div class="overlay index" role="dialog" aria-label="{escape(t("present-index"))}"><h2>{escape(t("present-index"))}'
        f"</h2><ol>{index}</ol></div>"
        f'<div class="overlay help" role="dialog" aria-label="{escape(t("present-keys"))}" tabindex="-1">'
        f"<h2>{escape(t('present-keys'))}</h2><dl>{rows}</dl></div>"
        f'<div class="blank"></div>{presenter_window(whole, reader) if whole else ""}</div>'
    )


def presenter_window(whole: Story, reader: Reader) -> str:
    """Return the page of the presenter's own window as text that the browser keeps until it is opened."""
    t = reader.t
    said = {name: t(f"presenter-{name}") for name in ("elapsed", "onslide", "now", "notes", "reset", "times")}
    said |= {"title": t("presenter-title", scope=whole.scope_name), "next": t("presenter-next-slide"),
             "lang": reader.lang, "forward": t("present-next"), "previous": t("present-previous"),
             "blank": t("present-blank"), "font": FONT}  # fmt: skip
    told = {"at": t("presenter-at", n="#n", of="#of"), "dark": t("presenter-dark"), "gone": t("presenter-gone"),
            "locale": "th-TH" if reader.lang == "th" else "en-GB"}  # fmt: skip
    page = PRESENTER.replace("@@words", json.dumps(told, ensure_ascii=False).replace("<", "\\u003c"))
    for name in sorted(said, key=len, reverse=True):
        page = page.replace(f"@@{name}", escape(said[name]))
    return f'<pre class="sti-show-presenter" hidden>{escape(page)}</pre>'
