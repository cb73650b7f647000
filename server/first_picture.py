"""The first picture: sentence, map and rail in the very first page, before any script has come through a slow line.

It is drawn from the same figure and the same words as the page, in the places where they will stand, answers to hand and
keyboard by a small script of its own (`first_picture.js`), and goes when the page has painted its own map. What somebody
may see only after sign-in is never in it.
"""

import logging
from dataclasses import replace
from functools import cache
from html import escape
from pathlib import Path
from urllib.parse import parse_qs

from addresses import questions
from addresses.parameter import parsed
from addresses.parameters import AS, RELEASE, parameters, settled
from data.records import Records
from data.remember import lru_cache
from figures import drawn
from locales import Reader
from measures.selection import Selection
from server import first_parts
from shell import context, identity, markup, opening
from shell.stage import answer, period, rail, scene, script
from shell.stage.act import Act

LOG = logging.getLogger("sti")
SENTENCES = {"": opening.of_overview, "coverage": opening.of_coverage}
HERE = Path(__file__).resolve().parent


def of_request(page: str, query: str) -> str:
    """Return the poster of a page ("" is Overview) with a query, "" where there is none to show."""
    if page not in SENTENCES or not context.shelf().is_open:
        return ""
    try:
        if identity.rules().viewers:
            return ""
        records = context.everything()
        asked = parse_qs(query, keep_blank_values=True, max_num_fields=40)
        view, unknown = parsed(asked, parameters(records))
        if unknown or view[RELEASE] or view[AS]:
            return ""
        view, dropped = settled(records, view)
        if dropped:  # a link that the page will mend, with a word to the reader
            return ""
        reader = Reader(lang=view["lang"], era=view["era"])
        return _poster(records, questions.over(view), reader, page)
    except ValueError:
        return ""
    except Exception:
        LOG.exception("no first picture")
        return ""


@cache
def _act(page: str) -> Act:
    """Return as much of a page's part of the stage as the picture shows."""
    return Act(page, SENTENCES[page], _nothing, answer.heading, _nothing, drawn.stage_map, periods=True)


def _nothing(*_: object) -> list[str]:
    return []


@cache
def _script() -> str:
    own = (HERE / "first_picture.js").read_text(encoding="utf-8")
    return f"{{\n{script.part('ways.js')}\n{own}}}"


@lru_cache(maxsize=64)
def _poster(records: Records, selection: Selection, reader: Reader, page: str) -> str:
    act = period.of(_act(page)) if selection.since else _act(page)
    light, dark = (
        _stage(act, records, selection, replace(reader, dark=is_dark)) for is_dark in (False, True)
    )
    time = rail.show(records, selection, reader, periods=True).replace("<button ", "<button disabled ")
    told = first_parts.said(
        act.area_map(records, selection, reader),
        scene.fixed(act, records, scene.groundless(selection), reader),
        scene.now(act, records, selection, reader),
    )
    return (
        f'<style>{first_parts.style()}</style><div id="sti-poster" lang="{reader.lang}">'
        f'<b class="brand">{escape(reader.t("shell-brand"))}</b><div class="stage">'
        f'<div class="now">{first_parts.both(light, dark)}{told}</div><div class="time">{time}</div></div>'
        f"</div><script>{_script()}</script>"
    )


def _stage(act: Act, records: Records, selection: Selection, reader: Reader) -> str:
    """Return sentence, legend and map as they stand on one of the two sheets."""
    figure = act.area_map(records, selection, reader)
    lead = act.sentence(records, selection, reader)
    for tag, ours in (("<h1>", '<p class="h1">'), ("</h1>", "</p>")):  # the page has the one heading
        lead = lead.replace(tag, ours, 1)
    return (
        f'<div class="lead">{lead}<div class="chosen" hidden></div></div>'
        f'<div class="map"><div class="legend">{markup.legend(figure, reader)}</div>'
        f'<div class="plot">{first_parts.picture(figure)}</div></div>'
    )
