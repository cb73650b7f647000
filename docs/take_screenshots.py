"""Take the pictures of every page anew: `python -m docs.take_screenshots [PAGE ...]`.

Writes docs/screenshots/<page>-<lang>-<theme>-<width>.png: whole pages, reduced to a palette to stay small; and the
pictures of the guide, static/guide/<page>-<lang>.png: first screens of a laptop.
"""

import io
import sys
import tempfile
from datetime import timedelta
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from data.access.roles import Identity
from data.proposals import work
from data.proposals.ledger import Ledger
from data.proposals.work import Draft
from data.records import load
from data.rounds.book import RoundBook
from data.rounds.standing import today
from data.store.store import Store
from tests.browser import harness

FOLDER = Path(__file__).resolve().parent / "screenshots"
# language, theme, width
VIEWS = (("th", "light", 1440), ("th", "light", 390), ("th", "dark", 1440), ("en", "light", 1440))
ASKED = {  # pages that need a question to have something to show
    "area": "&area=54",
    "compare": "&areas=2551-lower-northeast-1&areas=2551-lower-northeast-2&asof=2011-09-30",
}
GUIDE = FOLDER.parents[1] / "static" / "guide"
GUIDED = {  # page of the guide: what its picture asks for
    "overview": "",
    "coverage": "&groups=2551-upper-north-2",
    "present": "&slide=3",
    "data": "",
    "rounds": "&part=rounds",
}
PAGES = harness.PAGES | {"rounds": "/data"}
TALLEST = 4000
COLOURS = 48


def main(names: list[str]) -> None:
    """Take the pictures of the named pages, or of all."""
    FOLDER.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        harness.serving(env={"STI_STORE": _store(folder), "STI_EDIT_HERE": "1"}) as server,
        sync_playwright() as playwright,
    ):
        browser = harness.chromium(playwright)
        for name in [one for one in names or harness.PAGES if one in harness.PAGES]:
            for lang, theme, width in VIEWS:
                target = FOLDER / f"{name}-{lang}-{theme}-{width}.png"
                target.write_bytes(_take(browser, server.url + _path(name, lang), theme, width))
                print(f"{target.name}  {target.stat().st_size // 1024} KB")
        for name in [one for one in names or GUIDED if one in GUIDED]:
            for lang in ("th", "en"):
                target = GUIDE / f"{name}-{lang}.png"
                address = f"{server.url}{PAGES[name]}?lang={lang}{GUIDED[name]}"
                target.write_bytes(_take(browser, address, "light", 1366, whole=False))
        browser.close()


def _store(folder: str) -> str:
    """Fill a store in which a round of collection runs, with one answer; return where it is."""
    store = Store(f"{folder}/store")
    store.fill(load())
    editor, areas = Identity("editor", "editor@example.org"), ["54", "55", "56", "57"]
    until = today() + timedelta(days=30)
    one = RoundBook(store).open(editor, "แผน วทน. (ตัวอย่าง)", ["plans"], areas, until)
    who = Identity("reader", "phrae@example.org", None, ("54",))
    work.send(
        Ledger(store), Draft("ไม่มีข้อมูลเพิ่มเติม", areas=("54",), round_id=one.round_id), who, store.records()
    )
    return str(store.root)


def _path(name: str, lang: str) -> str:
    return f"{harness.PAGES[name]}?lang={lang}{ASKED.get(name, '')}"


def _take(browser: Browser, address: str, theme: str, width: int, whole: bool = True) -> bytes:
    context = harness.context(browser, width=width, dark=theme == "dark")
    try:
        page = context.new_page()
        page.goto(address)
        harness.settle(page, quiet_ms=800)
        if whole:
            _show_all(page, width)
        else:
            page.set_viewport_size({"width": width, "height": 768})
            harness.settle(page, quiet_ms=600)
        return _small(page.screenshot(animations="disabled"))
    finally:
        context.close()


def _show_all(page: Page, width: int) -> None:
    """Make the window as tall as the page: Streamlit scrolls inside it."""
    for _ in range(2):  # figures may grow once they have room
        height = int(page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight"))
        page.set_viewport_size({"width": width, "height": min(max(height, 600), TALLEST)})
        harness.settle(page, quiet_ms=600)


def _small(png: bytes) -> bytes:
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    reduced = picture.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    out = io.BytesIO()
    reduced.save(out, "PNG", optimize=True)
    return out.getvalue()


if __name__ == "__main__":
    main(sys.argv[1:])
