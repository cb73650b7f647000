"""What lies in a page for each stop of the time rail is what the server draws for that day."""

import json
import re
from datetime import date

import pytest
from test_pages import markup, show

from addresses.parameter import era_of
from addresses.parameters import parameters
from data import records as files
from locales import Reader
from measures.selection import Selection
from shell.stage import frames
from shell.stage.links import Links
from views.acts import country

RECORDS = files.load(files.FACTS, files.SAMPLE)
ACTS = {"overview": country.OVERVIEW, "coverage": country.COVERAGE}


def written(page: str, lang: str = "th", **choices: object) -> dict:
    """Return the stops of a page, as they lie in it."""
    known = parameters(RECORDS)
    view = (
        {name: parameter.default for name, parameter in known.items()}
        | {"lang": lang, "era": era_of(lang), "_page": page}
        | choices
    )
    selection = Selection(**{name: view[name] for name in ("groups", "measure", "level", "evidence")})
    return frames.written(
        ACTS[page], RECORDS, selection, Links(tuple(view.items()), known), Reader(lang, era_of(lang))
    )


def part(text: str, name: str) -> str:
    """Return the HTML of a part of the stage in what a page wrote."""
    found = re.search(
        rf'data-part="{name}"[^>]*>(.*?)(?:</ul><p class="sti-since"|</div><ul |</ul></div>)', text, re.DOTALL
    )
    assert found, name
    return found[1]


def of_stop(told: dict, day: str) -> dict[str, str]:
    """Return the parts of one stop, with its day put into the links."""
    stop = next(stop for stop in told["stops"] if stop["day"] == day)
    return {
        name: "".join(told["html"][piece] for piece in pieces).replace("asof=@", f"asof={day}")
        for name, pieces in stop["parts"].items()
    }


@pytest.mark.parametrize("page", ["overview", "coverage"])
@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("day", ["2009-09-30", "2011-03-23", "2011-05-26", "2012-09-30", "2015-09-30"])
def test_a_stop_is_exactly_what_the_server_draws_for_its_day(page: str, lang: str, day: str) -> None:
    drawn = markup(show(page, lang=lang, asof=day, since="2003-09-30"))
    stop = of_stop(written(page, lang, since=date(2003, 9, 30)), day)
    for name in ("said", "figures", "head", "rows"):
        assert part(drawn, name) == stop[name], name
    assert stop["legend"] in drawn


def test_the_map_of_a_stop_has_the_classes_that_plotly_draws() -> None:
    told = written("overview")
    for day in ("2009-09-30", "2011-05-26"):
        spec = json.loads(show("overview", asof=day).get("plotly_chart")[0].proto.spec)
        stop = next(stop for stop in told["stops"] if stop["day"] == day)
        assert [int(digit, 36) for digit in stop["z"]] == spec["data"][0]["z"]
        assert stop["codes"] == tuple(spec["data"][0]["locations"])
        assert stop["layer"] == spec["data"][0]["geojson"]


def test_a_stop_before_bueng_kan_has_other_boundaries_and_76_areas() -> None:
    stops = {stop["day"]: stop for stop in written("overview")["stops"]}
    assert len(stops["2010-09-30"]["codes"]) == 76
    assert len(stops["2011-03-23"]["codes"]) == 77
    assert stops["2010-09-30"]["layer"] != stops["2011-03-23"]["layer"]


def test_the_gaps_are_named_and_in_a_group_all_its_provinces() -> None:
    stop = next(stop for stop in written("overview")["stops"] if stop["day"] == "2011-05-26")
    assert len(stop["named"]) == 15
    group = written("overview", groups=("2551-upper-north-2",))
    stop = next(stop for stop in group["stops"] if stop["day"] == "2011-05-26")
    assert [stop["codes"][place] for place in stop["named"]] == ["54", "55", "56", "57"]


def test_the_stops_weigh_little() -> None:
    assert len(json.dumps(written("overview"), ensure_ascii=False).encode()) < 600_000


def test_a_failed_set_leaves_the_rail_to_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frames, "written", lambda *_: 1 / 0)
    made = frames._made(country.OVERVIEW, RECORDS, Selection(), Links((), {}), Reader("th"))
    assert made == frames.NONE
