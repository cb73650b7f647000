"""The stage of Area: one province or group among its neighbours, and everything known of it on the day."""

from html import escape

from data.records import Records
from figures.area import drawn as area_drawn
from locales import Reader
from measures import evidence
from measures.area import profile
from measures.selection import Selection
from shell import markup
from shell.stage.act import Act
from shell.stage.links import Links
from views.area import card
from views.area import words as area_words

KEYS = (0, 1, 2, 4, 5)  # of the page's six: what was disbursed stands in the list of money by year


def _sentence(records: Records, selection: Selection, reader: Reader) -> str:
    page = profile.brief(records, selection)
    names = area_drawn.province_names(records, reader)
    said = area_words.lead(page, selection, reader)
    below = area_words.below(page, selection, names, reader, dated=False)
    if not page.area.exists:  # that sentence begins with its day by itself
        return markup.lead(said, below)
    day = reader.t("stage-lead-day", date=reader.date(selection.asof))
    told = evidence.join_sources([*page.representatives["source_id"], *page.gaps["source_id"]])
    return markup.dated_lead(day, [(said, "")], below, reader, markup.citation(told, records.sources, reader))


def _figures(records: Records, selection: Selection, links: Links, reader: Reader) -> list[str]:
    page = profile.brief(records, selection)
    if not page.area.exists:
        return []
    made = area_words.key_items(page, records, selection, reader)
    return [made[i] for i in KEYS]


def _heading(records: Records, selection: Selection, reader: Reader) -> str:
    figure = area_drawn.stage_map(records, selection, reader)
    return f"<h2>{escape(figure.title)}</h2>"  # it counts neighbours: no measure's number


def _rows(records: Records, selection: Selection, links: Links, reader: Reader) -> list[str]:
    listed = card.items(records, selection.but(measure="coverage", level="province"), links, reader)
    return listed or [f'<li class="rest">{escape(reader.t("area-not-on-this-day"))}</li>']


ACT = Act(
    page="area",
    sentence=_sentence,
    figures=_figures,
    heading=_heading,
    rows=_rows,
    area_map=area_drawn.stage_map,
    frame=area_drawn.stage_frame,
    with_area=True,
    compares=False,
    near=area_drawn.stage_window,
)
