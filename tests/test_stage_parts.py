"""What a page has on its stage is worked out once and shared: the same as worked out anew, for any view."""

import random

import pytest

from addresses.parameters import parameters
from geo.boundaries import layer
from locales import Reader
from measures import stops
from measures.catalogue import SPECS
from measures.selection import Selection
from shell import context
from shell.stage import act
from shell.stage.links import Links
from views.acts import country


@pytest.mark.parametrize("seed", range(6))
def test_a_shared_part_equals_a_fresh_one(seed: int) -> None:
    rng, records = random.Random(seed), context.everything()  # noqa: S311 - the same views in every run
    known = parameters(records)
    asked = Selection(asof=rng.choice(stops.stops(records, Selection())), measure=rng.choice(list(SPECS)),
                      level=rng.choice(("province", "group")), evidence=rng.choice(("all", "documented")))  # fmt: skip
    if rng.random() < 0.5:
        asked = asked.but(groups=(rng.choice(layer("group", asked.asof).codes),))
    view = {name: one.default for name, one in known.items()}
    view |= {"asof": asked.asof, "measure": asked.measure, "level": asked.level, "_page": "coverage"}
    links, reader = Links(tuple(view.items()), known), Reader(lang=rng.choice(("th", "en")))
    here = country.COVERAGE
    shared = act.parts(here, records, asked, links, reader)
    assert act.parts(here, records, asked, links, reader) is shared
    assert shared == act.parts.__wrapped__(here, records, asked, links, reader)
    other = links.but(asof=stops.stops(records, Selection())[0])  # other links are another part
    assert act.parts(here, records, asked, other, reader) is not shared
