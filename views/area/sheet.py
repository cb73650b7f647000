"""One area on one sheet of A4: what its page says, set anew for paper, hidden on the screen.

Paper has neither a pointer nor room: figures are the same ones as pictures of a fixed size, long lists are cut with a
word on how much more there is, and an illustrative row carries a ring instead of a word.
"""

from collections.abc import Mapping
from dataclasses import replace
from html import escape

from data.records import Records
from data.remember import lru_cache
from exports.drawing import svg
from figures import sentences
from figures.area import drawn as area_drawn
from figures.area import timeline as area_timeline
from figures.tokens import FONT
from locales import Reader
from measures import evidence
from measures.area import profile as area_profile
from measures.area.profile import AreaProfile
from measures.evidence import needs_mark
from measures.selection import Selection
from views.area import gaps as area_gaps
from views.area import ranking
from views.area import tables as area_tables
from views.area import view as area_view
from views.area import words as area_words

MAP = (268.0, 196.0)
MONEY = (620.0, 158)  # drawn larger than printed, so that its texts come out as small as the rest
TIMELINE = float(area_timeline.PAPER_WIDTH + area_timeline.PAPER_HEAD)
FAMILY = FONT.replace('"', "'")
# How much of each list a sheet holds: for one province, and for a group, which needs a row for each of its own.
MOST = {
    "province": {"gaps": 5, "institutions": 4, "facts": 4, "neighbours": 8},
    "group": {"gaps": 5, "institutions": 3, "facts": 2, "neighbours": 4},
}


def ring(evidence: str, reader: Reader) -> str:
    """Return the mark of an illustrative row on paper; a note on the sheet explains it."""
    return '<i class="ring">◦</i>' if needs_mark(evidence) else ""


@lru_cache(maxsize=256)
def sheet(records: Records, selection: Selection, reader: Reader) -> str:
    """Return the sheet of the chosen area as HTML, in the light colours whatever the screen has."""
    reader = replace(reader, dark=False)
    page = area_profile.profile(records, selection)
    names = area_drawn.province_names(records, reader)
    most = MOST[page.area.level]
    body = [
        _head(page, records, selection, names, reader),
        f'<div class="two"><div>{_left(page, records, selection, names, most, reader)}</div>'
        f"<div>{_right(page, records, selection, names, most, reader)}</div></div>",
        _wide(page, records, selection, names, most, reader),
    ]
    if not page.area.exists:
        body = [body[0], _facts(page, records, most["facts"], reader)]
    foot = reader.t("area-sheet-foot", release=records.release)
    note = reader.t("area-sheet-note" if selection.evidence == "all" else "area-sheet-note-documented")
    body.append(f'<div class="foot"><span>{escape(note)}</span><span>{escape(foot)}</span></div>')
    return f'<div class="sti-sheet">{"".join(body)}</div>'


def _head(
    page: AreaProfile, records: Records, selection: Selection, names: Mapping[str, str], reader: Reader
) -> str:
    runs = sentences.runs(area_words.lead(page, selection, reader))
    title = "".join(
        f'<b class="{run.meaning}">{escape(run.text)}</b>' if run.meaning else escape(run.text)
        for run in runs
    )
    below = escape(area_words.below(page, selection, names, reader))
    if page.predecessor_code:
        below = escape(reader.t("area-absent-predecessor", name=names[page.predecessor_code]))
    keys = area_words.keys(page, records, selection, reader, ring) if page.area.exists else ""
    return f'<p class="title">{title}</p><p class="sti-sub">{below}</p>{keys}'


def _titled(title: str, body: str) -> str:
    # A table in a frame that scrolls takes the focus on the screen; paper does not scroll.
    plain = body.replace(' tabindex="0" role="region"', "")
    return f'<p class="head">{escape(title)}</p>{plain}'


def _more(left: int, reader: Reader) -> str:
    return f'<p class="sti-sub">{escape(reader.t("area-and-more", n=left))}</p>' if left > 0 else ""


def _left(
    page: AreaProfile,
    records: Records,
    selection: Selection,
    names: Mapping[str, str],
    most: Mapping[str, int],
    reader: Reader,
) -> str:
    t, drawn = reader.t, area_drawn.locator(records, selection, reader, MAP)
    near = replace(page, neighbours=page.neighbours.iloc[: most["neighbours"]])
    left = len(page.neighbours) - len(near.neighbours)
    parts = [(t("area-neighbours"), area_view.neighbours(near, reader) + _more(left, reader))]
    if page.area.level == "group":
        parts.append((t("area-roles"), area_tables.roles_line(page, reader, ring)))
        parts.append((t("area-institutions"), _institutions(page, records, selection, names, most, reader)))
    else:
        parts.append((t("area-roles"), area_tables.roles(page, reader, ring).html(reader)))
        parts.append((t("area-pcso"), _office(page, records, selection, reader)))
    picture = svg.of_figure(drawn, *MAP, family=FAMILY) + area_tables.legend(drawn)
    return picture + "".join(_titled(title, body) for title, body in parts)


def _office(page: AreaProfile, records: Records, selection: Selection, reader: Reader) -> str:
    return f'<div class="office">{area_words.pcso(page, records, selection, reader, ring)}</div>'


def _institutions(
    page: AreaProfile,
    records: Records,
    selection: Selection,
    names: Mapping[str, str],
    most: Mapping[str, int],
    reader: Reader,
) -> str:
    silent = evidence.is_silent(records, selection, "institutions")
    found = area_tables.institutions(page, names, silent, reader, ring)
    return found.html(reader, most["institutions"])


def _right(
    page: AreaProfile,
    records: Records,
    selection: Selection,
    names: Mapping[str, str],
    most: Mapping[str, int],
    reader: Reader,
) -> str:
    t, money = reader.t, area_drawn.money(records, selection, reader, MONEY[1])
    if page.area.level == "group":
        members = area_tables.provinces(page, reader, ring).html(reader)
        parts = [
            (t("area-members"), f'<div class="members">{members}</div>'),
            (t("area-pcso"), _office(page, records, selection, reader)),
        ]
    else:
        parts = [
            (t("area-representative"), area_tables.representatives(page, reader, ring).html(reader)),
            (t("area-plan"), area_tables.plan(page, reader, ring).html(reader)),
            (t("area-institutions"), _institutions(page, records, selection, names, most, reader)),
        ]
    parts += [
        (t("area-ranks"), ranking.ranks(page, reader, ring, short=True).html(reader)),
        (money.title, svg.of_figure(money, *MONEY, family=FAMILY) + area_tables.legend(money)),
    ]
    return "".join(_titled(title, body) for title, body in parts)


def _wide(
    page: AreaProfile,
    records: Records,
    selection: Selection,
    names: Mapping[str, str],
    most: Mapping[str, int],
    reader: Reader,
) -> str:
    gaps = area_gaps.missing(page, records, selection, names, reader, ring)
    events = area_drawn.timeline(records, selection, reader, False, True)
    return (
        _titled(reader.t("area-gaps"), f'<div class="gaps">{gaps.html(reader, most["gaps"])}</div>')
        + _titled(events.title, svg.of_figure(events, TIMELINE, family=FAMILY))
        + _facts(page, records, most["facts"], reader)
    )


def _facts(page: AreaProfile, records: Records, most: int, reader: Reader) -> str:
    lines = area_tables.facts(page, records, reader)
    body = "".join(f"<li>{line}</li>" for line in lines[:most])
    empty = f'<p class="sti-sub">{escape(reader.t("area-facts-none"))}</p>'
    told = f'<ul class="sti-facts-list">{body}</ul>{_more(len(lines) - most, reader)}' if body else empty
    return _titled(reader.t("area-facts"), told)
