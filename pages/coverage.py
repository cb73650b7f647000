"""Coverage: which provinces have a representative, since when, and why do the others not?"""

from figures import drawn
from shell import context, figure_card, gap_list
from shell.stage import bar, composition
from views.acts import country as acts
from views.area import card
from views.siting import view as siting_view

records, reader = context.records(), context.reader()
selection = bar.show("asof", "place", "evidence", actions=acts.actions)
composition.show(
    acts.COVERAGE,
    selection,
    tabs=lambda: composition.measure_tabs(acts.MEASURES),
    levels=composition.level_tabs,
    card=card.html(records, selection, composition.links_of("coverage"), reader),
)

gap_list.show(records, selection, reader, key="gaps")
siting_view.show(records, selection, reader)

timeless = selection.but(area=None, measure="coverage", level="province")
figure_card.show(drawn.growth(records, timeless, reader, context.compact()), key="growth")
figure_card.show(drawn.phase_maps(records, timeless.but(measure=selection.measure), reader), key="stations")
