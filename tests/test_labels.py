"""No label that a control did not offer breaks a page: over the raw protocol, each control of each page."""

import asyncio
import random
from collections.abc import Iterator

import pytest

from benchmarks.socket_client import Control, Run, Session
from tests.browser import harness

PAGES = {
    "": "",
    "coverage": "gap=all&next=open",
    "workshops": "workshop=ws-2008-05-26-andaman",
    "phases": "",
    "projects": "",
    "area": "area=33",
    "compare": "areas=33&areas=50",
    "present": "",
    "data": "part=quality",
    "sources": "",
}
DAY, OTHER_DAYS = "2018-09-30", ("2005-09-30", "2010-09-30")
KINDS = ("selectbox", "multiselect", "button_group")
SHORT = 150  # acts of the random reader where every change is tested; the long form has 10,000


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[harness.Server]:
    """A server with a store of its own."""
    with harness.serving(env={"STI_STORE": str(tmp_path_factory.mktemp("store"))}) as running:
        yield running


async def opened(port: int, page: str, query: str) -> Session:
    session = Session(port, hears=True)
    await session.open()
    run = await session.visit(page, query)
    assert run.errors == []
    return session


async def offered(port: int, page: str, query: str) -> dict[str, tuple[str, ...]]:
    """Return what each control offers at an address."""
    session = await opened(port, page, query)
    await session.close()
    return {key: control.options for key, control in session.controls.items()}


def strangers(
    key: str, control: Control, other: dict[str, tuple[str, ...]], days: list[dict[str, tuple[str, ...]]]
) -> list[str]:
    """Return labels that the control does not offer now."""
    found = ["no such label", "ก" * 5000]
    if control.kind != "text_input":
        found.append("")
    for one in (other, *days):
        found += [label for label in one.get(key, ()) if label not in control.options][:1]
    return found


# Each walk tries the other language's labels too; in English the two pages that have a control of every kind.
THOROUGH = ("", "projects")
WALKS = [(page, "th") for page in PAGES] + [(page, "en") for page in THOROUGH]
# What stands on every page is tried with every label on the thorough pages, with one on the others.
EVERYWHERE = ("search_text", "lang", "era", "asof", "evidence")


@pytest.mark.parametrize(("page", "lang"), WALKS)
def test_a_label_that_is_not_on_the_list_breaks_no_page_and_the_next_act_works(
    page: str, lang: str, server: harness.Server
) -> None:
    query = f"{PAGES[page]}&asof={DAY}"
    other = {"th": "en", "en": "th"}[lang]

    async def walk() -> int:
        languages = await offered(server.port, page, f"{query}&lang={other}")
        days = [
            await offered(server.port, page, f"{PAGES[page]}&lang={lang}&asof={day}") for day in OTHER_DAYS
        ]
        session = await opened(server.port, page, f"{query}&lang={lang}")
        tried = 0
        for key in [*session.controls]:
            control = session.controls.get(key)
            if control is None or control.disabled or control.kind not in (*KINDS, "text_input"):
                continue
            if key.startswith("sti_"):
                continue
            labels = strangers(key, control, languages, days)
            for label in labels[:1] if key in EVERYWHERE and page not in THOROUGH else labels:
                run = await session.choose(key, label)
                assert run.errors == [], (key, label[:60])
                tried += 1
                if key not in session.controls:
                    break
            good = [one for one in control.options if one]
            if good and key in session.controls and key not in ("lang", "part"):
                assert (await session.choose(key, good[0])).errors == [], key
            step = next((one for one in ("asof_back", "asof_on") if one in session.controls), None)
            if step and not session.controls[step].disabled:
                before = session.query
                assert (await session.press(step)).errors == []
                assert session.query != before, key
            await session.visit(page, f"{query}&lang={lang}")
        await session.close()
        return tried

    # The switches of language and era, and the search, are on every page.
    assert asyncio.run(walk()) >= (6 if page in THOROUGH else 3)


def test_a_choice_that_is_not_there_stays_as_it_was_with_a_quiet_word(server: harness.Server) -> None:
    async def told() -> tuple[str, str]:
        session = await opened(server.port, "", f"lang=en&asof={DAY}")
        session.heard.clear()
        before = session.query
        run = await session.choose("measure", "Happiness")
        assert run.errors == []
        await session.close()
        return before, session.query

    before, after = asyncio.run(told())
    assert before == after


def test_a_label_of_the_list_before_is_understood(server: harness.Server) -> None:
    """On a slow line a reader chooses from the list that is on the screen, in the language it was in."""

    async def told() -> str:
        session = await opened(server.port, "", f"lang=en&asof={DAY}")
        thai = (await offered(server.port, "", f"lang=th&asof={DAY}"))["level"]
        english = session.controls["level"].options
        await session.choose("lang", session.controls["lang"].options[0])
        assert session.controls["level"].options == thai
        assert (await session.choose("level", english[1])).errors == []
        await session.close()
        return session.query

    assert "level=group" in asyncio.run(told())


async def act_at_random(session: Session, chance: random.Random) -> Run:
    """Touch one thing of the page as a reader could: any control, any choice of it, any page."""
    keys = [
        key
        for key, control in session.controls.items()
        if not control.disabled and not key.startswith("sti_")
        and (control.kind in ("checkbox", "text_input") or (control.kind in KINDS and control.options)
             or key in ("asof_back", "asof_on", "page_on", "page_back", "clear_filters"))
    ]  # fmt: skip
    if not keys or chance.random() < 0.08:
        return await session.go(chance.choice(sorted(session.pages)))
    key = chance.choice(keys)
    control = session.controls[key]
    if control.kind == "button":
        return await session.press(key)
    if control.kind == "checkbox":
        return await session.choose(key, chance.random() < 0.5)
    if control.kind == "text_input":
        return await session.choose(key, chance.choice(("", "ข้าว", "rice", "2551", "*", "<b>")))
    if control.kind == "multiselect":
        return await session.choose(
            key, chance.sample(control.options, min(len(control.options), chance.randrange(4)))
        )
    return await session.choose(key, chance.choice(control.options))


def test_a_reader_who_touches_everything_at_random_meets_no_error(server: harness.Server) -> None:
    """Seeded. `STI_RANDOM_ACTS=10000 pytest tests/test_labels.py -k random` is the long form."""
    import os

    acts, chance = int(os.environ.get("STI_RANDOM_ACTS", SHORT)), random.Random(2551)  # noqa: S311

    async def play() -> list[tuple[int, str]]:
        session, found = await opened(server.port, "", ""), []
        for number in range(acts):
            run = await act_at_random(session, chance)
            found += [(number, f"{error} at {session.query}") for error in run.errors]
        await session.close()
        return found

    assert asyncio.run(play()) == []
