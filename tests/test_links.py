"""A thousand malformed links: none breaks a page, none is written back as markup, all end as a view that we know."""

import random
import re

import pytest
from streamlit.testing.v1 import AppTest

from addresses.parameters import parameters
from shell import context
from tests.pages.test_pages import PAGES, ROOT

LINKS = 1000
ON_A_PAGE = 12  # of them are opened on each page as a whole
MARKUP = (
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "<svg/onload=alert(1)>", "</style><h1>owned",
    "[x](javascript:alert(1))", "{{7*7}}${7*7}", "<iframe srcdoc='<b>'>",
)  # fmt: skip
VALUES = (
    *MARKUP,
    "", " ", "null", "None", "NaN", "undefined", "true", "[]", "{}", "-1", "0", "1e309", "9" * 5000, "-" + "9" * 40,
    "٣", "๒๕๕๔", "½", "0x10", "1_000", "+5", "5.0", "00005",
    "2555-02-29", "2554-02-29", "29/02/2555", "2011-02-29", "0000-00-00", "9999-12-31", "2011-W01-1", "2011-13-01",
    "2011-05-26T00:00:00Z", "2011-05-26' OR '1'='1", "1; DROP TABLE projects; --", "%' UNION SELECT 1 --",
    "../../etc/passwd", "..\\..\\windows", "file:///etc/passwd", "%2e%2e%2f", "\0", "a\0b", "\x1b[2J", "\r\nSet-Cookie: a=b",
    "\u202eevil", "\u200b", "\ufeff", "\ud7ff", "\U0010ffff", "ก" * 3000, "x" * 20_000, ",", ",,,,", "|||", "a|b|c|d",
    "51,51,51", "51", "2551-east", "phase-1", "all", "open", "documented", "history",
)  # fmt: skip
NAMES = (
    "utm_source",
    "[sign in](https://evil.example)",
    "![](https://evil.example/x.png)",
    "<script>",
    "__proto__",
    "constructor",
    "Lang",
    "lang ",
    "asof[]",
    "",
    "ก",
    "a" * 500,
    "\0",
    "_view",
)


def read_address() -> None:
    """Read a link as every page does, without the page."""
    import streamlit as st

    from addresses.parameters import parameters
    from server import turns
    from shell import address, chrome, context

    turns.ready()  # as the main script does
    records = context.begin()
    known = parameters(records)
    address.read(known)
    address.settle(records)
    chrome.head(context.reader(), "")
    address.write(known)
    st.text("read")


def links() -> list[dict[str, list[str]]]:
    """Return the links: one to six parameters, known and unknown, some repeated, any value that a machine can make up."""
    chance = random.Random(2551)  # noqa: S311
    known = tuple(parameters(context.everything()))
    made = []
    for _ in range(LINKS):
        names = chance.sample(known, chance.randint(1, 5)) + chance.sample(NAMES, chance.randint(0, 1))
        made.append({name: chance.choices(VALUES, k=chance.choice((1, 1, 1, 2, 5))) for name in names})
    return made


def opened(test: AppTest, link: dict[str, list[str]]) -> None:
    """Open a link and see that the page stands and says nothing of it as markup."""
    test.query_params.clear()
    for name, values in link.items():
        test.query_params[name] = values
    test.run()
    assert not test.exception, link
    assert not test.error, link
    told = [element.proto.body for element in test.get("html")]
    assert [part for part in told if any(value in part for value in MARKUP)] == [], link
    notes = [note.value for note in (*test.info, *test.warning, *test.markdown, *test.caption)]
    assert [note for note in notes if re.search(r"[<>\[\]`]|\w{200}", note)] == [], link


def left(test: AppTest) -> dict[str, list[str]]:
    """Return the address after the run."""
    found = dict(test.query_params.items())
    return {name: value if isinstance(value, list) else [value] for name, value in found.items()}


def test_a_thousand_malformed_links_end_as_addresses_that_need_no_cleaning() -> None:
    test = AppTest.from_function(read_address, default_timeout=60)
    known = parameters(context.everything())
    unclean = []
    for link in links():
        opened(test, link)
        assert test.text[0].value == "read"
        for name, values in left(test).items():
            known[name].parse(values)
        unclean.append(bool(test.info))
    assert sum(unclean) > LINKS * 0.8


@pytest.mark.parametrize("page", PAGES)
def test_a_page_stands_on_its_share_of_them(page: str) -> None:
    test = AppTest.from_file(str(ROOT / "server" / "main.py"), default_timeout=60)
    if page != "overview":
        test.switch_page(f"../pages/{page}.py")
    place = PAGES.index(page)
    for link in links()[place :: len(PAGES)][:ON_A_PAGE]:
        opened(test, link)
        shown = [element.proto.body for element in test.get("html") if "<template" not in element.proto.body]
        assert sum(part.count("<h1") for part in shown) == 1
