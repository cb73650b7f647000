"""The card of an area, which stands in place of the list when the area is chosen on a map."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from data.records import Records
from data.remember import lru_cache
from figures import drawn, maps
from figures import words as in_words
from figures.area.drawn import province_names
from locales import Reader
from measures import evidence, gaps
from measures.area import profile
from measures.area import states as area_states
from measures.catalogue import SPECS
from measures.selection import Selection
from shell import markup
from shell.stage.links import Links
from views.area import gaps as area_gaps

Row = Mapping[Any, Any]
MOST = 4  # institutions, gaps: the area's page has all


def html(records: Records, selection: Selection, links: Links, reader: Reader) -> str:
    """Return the card of `selection.area`, "" where none is chosen. It says what its page says, in a few lines."""
    return _card(records, selection, links, reader) if selection.area else ""


@lru_cache(maxsize=256)
def _card(records: Records, selection: Selection, links: Links, reader: Reader) -> str:
    own = selection.but(groups=(), phase=None)
    frame = area_states.summary(records=records, selection=own)
    close = escape(reader.t("stage-card-close"), quote=True)
    shut = (
        f'<button type="button" class="close" data-card-close aria-label="{close}" title="{close}">×</button>'
    )
    if frame.empty:
        said = escape(reader.t("area-not-on-this-day"))
        return f'<div class="sti-card" data-card="{escape(str(own.area))}"><p class="head">{shut}</p><p>{said}</p></div>'
    first = frame.iloc[0]
    group = drawn.group_names(records, own.but(area=None), reader).get(first["group_code"], "")
    name = reader.pick(first, "name")
    subtitle = f' <span class="sti-sub">{escape(group)}</span>' if group and group != name else ""
    page = links.go(reader.t("stage-card-open"), "area", area=own.area)
    other = links.go(reader.t("stage-card-compare"), "compare", areas=(own.area,))
    return (
        f'<div class="sti-card" data-card="{escape(str(own.area))}" aria-live="polite">'
        f'<div class="head"><h2>{escape(name)}{subtitle}</h2><p class="ways">{page} {other}</p>{shut}</div>'
        f"<dl>{''.join(map(_defined, lines(records, own, links, reader)))}</dl></div>"
    )


@dataclass(frozen=True)
class Line:
    """One thing that is known of an area. value, below, mark: HTML; state: whether the map is about it."""

    name: str
    value: str
    below: str = ""
    mark: str = ""
    state: bool = False


def lines(records: Records, selection: Selection, links: Links, reader: Reader) -> list[Line]:
    """Return what is known of `selection.area` on the day, and what is missing; nothing where it does not exist."""
    frame = area_states.summary(records=records, selection=selection)
    if frame.empty:
        return []
    states = {row["measure"]: row for row in frame.to_dict("records")}
    made = [
        _state(states[measure], measure == selection.measure, reader)
        for measure in ("coverage", "attendance", "plan", "projects", "allocated")
    ]
    made.insert(1, _institutions(records, selection, reader))
    if last := _last_workshop(records, selection, links, reader):
        made.insert(3, last)
    if missing := _missing(records, selection, reader):
        made.insert(1, missing)
    return made


def items(records: Records, selection: Selection, links: Links, reader: Reader) -> list[str]:
    """Return the same as list items, for the stage of an area."""
    return [
        f'<li><span class="what">{escape(line.name)}</span><span class="told">{_told(line)}</span>{line.mark}</li>'
        for line in lines(records, selection.but(groups=(), phase=None), links, reader)
    ]


def _told(line: Line) -> str:
    return line.value + (f' <span class="sti-sub">{line.below}</span>' if line.below else "")


def _defined(line: Line) -> str:
    attribute = " data-card-state" if line.state else ""
    return f"<dt>{escape(line.name)}</dt><dd><span{attribute}>{_told(line)}</span>{line.mark}</dd>"


def _state(row: Row, shown: bool, reader: Reader) -> Line:
    spec = SPECS[row["measure"]]
    value = maps.value_label(row, spec, row["level"], reader)
    mark = markup.sample_tag(row["evidence"], reader)
    name = reader.t(f"stage-tab-{row['measure']}")
    return Line(name, f"<b>{escape(value)}</b>", escape(in_words.standing(row, reader)), mark, shown)


def _institutions(records: Records, selection: Selection, reader: Reader) -> Line:
    found = profile.institutions(records, selection).drop_duplicates("institution_code")
    name = reader.t("stage-card-institutions")
    if found.empty:
        return Line(name, f"<b>{escape(reader.t('area-institutions-none'))}</b>")
    listed = [reader.pick(row, "name") for row in found.head(MOST).to_dict("records")]
    more = f" +{len(found) - MOST}" if len(found) > MOST else ""
    mark = markup.sample_tag(evidence.combined(found["evidence"]), reader)
    return Line(name, escape(reader.join(listed) + more), mark=mark)


def _last_workshop(records: Records, selection: Selection, links: Links, reader: Reader) -> Line | None:
    found = profile.workshop_list(records, selection)
    if found.empty:
        return None
    row = found.iloc[0]
    end = None if row["end_date"] != row["end_date"] else row["end_date"]
    when = reader.span(row["start_date"], end, row["date_precision"])
    link = links.go(reader.pick(row, "title"), "workshops", workshop=row["workshop_id"])
    return Line(reader.t("stage-card-last"), link, escape(when), markup.sample_tag(row["evidence"], reader))


def _missing(records: Records, selection: Selection, reader: Reader) -> Line | None:
    found = gaps.listing(records, selection.but(measure="coverage", level="province"))
    if found.empty:
        return None
    names, several = province_names(records, reader), found["area_code"].nunique() > 1
    made = ""
    for row in found.head(MOST).to_dict("records"):
        near = area_gaps.nearest(row, names, reader, link=False)
        what = escape(area_gaps.gap_name(row, records, selection, reader))
        where = f"{escape(reader.pick(row, 'name'))}: " if several else ""
        made += (
            f"<li>{where}<b>{what}</b>" + (f' <span class="sti-sub">{near}</span>' if near else "") + "</li>"
        )
    more = f' <span class="sti-sub">+{len(found) - MOST}</span>' if len(found) > MOST else ""
    return Line(reader.t("stage-card-missing"), f"<ul>{made}</ul>{more}")
