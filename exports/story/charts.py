"""What a chart of a story says in words, by what its series mean and never by their order."""

from exports.story.parts import REACHED, UNKNOWN, Chart
from locales import Reader


def out_of(shown: Chart, place: int, reader: Reader) -> str:
    """Return "k of n" of a category; where nothing is known these words, which is no zero of n."""
    found = {one.state: one.values[place] or 0 for one in shown.series}
    total = sum(found.values())
    if total == sum(found.get(state, 0) for state in UNKNOWN):
        return reader.t("present-unknown")
    reached = sum(found.get(state, 0) for state in REACHED)
    return reader.t("table-out-of", n=int(reached), of=int(total))
