"""A chart of a story as HTML for the back of a hall: few large marks, every number written, every text escaped."""

from collections.abc import Sequence
from html import escape

from exports.story.charts import out_of
from exports.story.parts import Chart, Series
from figures.tokens import ink_on, tokens
from locales import Reader

COUNTABLE = 8  # a row of at most so many is drawn as squares to count
NARROW = 0.06  # share of a track below which a segment is too narrow for its number
STEPS = (1, 2, 2.5, 5, 10)


def chart(shown: Chart, reader: Reader) -> str:
    """Return a chart with its heading, legend and unit; the heading is left out where its alt says the same."""
    legend = "".join(
        f'<li><i class="sti-key {_hatched(one, reader)}" style="{_paint(one, reader)}"></i>{escape(one.name)}</li>'
        for one in shown.series
    )
    heading = f'<h3>{escape(shown.title)}</h3><ul class="sti-show-legend">{legend}</ul>'
    drawn = FORMS[shown.form](shown, reader)
    notes = "".join(f'<p class="quiet">{escape(note)}</p>' for note in shown.notes)
    return f'<figure class="sti-show-chart {shown.form}" aria-label="{escape(shown.alt)}">{heading}{drawn}{notes}</figure>'


def _paint(one: Series, reader: Reader) -> str:
    sheet = tokens(reader)
    return f"--fill:{one.colour};--line:{sheet.not_reported_line};--on:{ink_on(one.colour, sheet)}"


def _hatched(one: Series, reader: Reader) -> str:
    return "hatched" if one.colour == tokens(reader).not_reported else ""


def _stacked_bars(shown: Chart, reader: Reader) -> str:
    """Return a lying row for each category: squares to count where they are few, else segments with numbers."""
    totals = [sum(one.values[i] or 0 for one in shown.series) for i in range(len(shown.categories))]
    most = max(totals, default=0) or 1
    countable = most <= COUNTABLE
    rows = []
    for i, name in enumerate(shown.categories):
        marks = "".join(
            _squares(one, i, reader) if countable else _segment(one, i, most, reader) for one in shown.series
        )
        said = out_of(shown, i, reader) if countable else ""
        rest = "" if countable else f'<i class="rest" style="--n:{most - totals[i]:g}"></i>'
        tail = f'<span class="said">{escape(said)}</span>' if countable else ""
        rows.append(
            f'<li><span class="name">{escape(name)}</span><span class="track">{marks}{rest}</span>{tail}</li>'
        )
    return (
        f'<ul class="rows{" countable" if countable else ""}" style="--rows:{len(rows)}">{"".join(rows)}</ul>'
    )


def _squares(one: Series, place: int, reader: Reader) -> str:
    mark = f'<i class="square {_hatched(one, reader)}" style="{_paint(one, reader)}"></i>'
    return mark * int(one.values[place] or 0)


def _segment(one: Series, place: int, most: float, reader: Reader) -> str:
    value = one.values[place] or 0
    if not value:
        return ""
    number = f"<b>{reader.number(value)}</b>" if value / most >= NARROW and not _hatched(one, reader) else ""
    if _hatched(one, reader):
        number = f'<b class="plate">{reader.number(value)}</b>'
    title = escape(f"{one.name} {reader.number(value)}")
    return f'<i class="{_hatched(one, reader)}" title="{title}" style="--n:{value:g};{_paint(one, reader)}">{number}</i>'


def _bars(shown: Chart, reader: Reader) -> str:
    """Return a lying bar for each series of each category, with its value at the end."""
    top = 100 if shown.number_format == "0" else _scale(_values(shown))[-1]
    groups = []
    for i, name in enumerate(shown.categories):
        bars = "".join(_bar(one, i, top, shown, reader) for one in shown.series)
        groups.append(f'<li><span class="name">{escape(name)}</span>{bars}</li>')
    return f'<ul class="groups">{"".join(groups)}</ul>'


def _bar(one: Series, place: int, top: float, shown: Chart, reader: Reader) -> str:
    value = one.values[place]
    if value is None:
        said, share = reader.t("present-unknown"), 0.0
    else:
        said, share = f"{_number(value, shown, reader)} {shown.unit}", value / top
    return (
        f'<span class="bar"><span class="who">{escape(one.name)}</span><span class="track"><i style="--share:{share:.4f};'
        f'{_paint(one, reader)}"></i></span><span class="said">{escape(said)}</span></span>'
    )


def _columns(shown: Chart, reader: Reader) -> str:
    """Return a standing column for each category; stacked ones carry their sum, others stand before a scale."""
    stacked = shown.form == "stacked_columns"
    sums = [sum(one.values[i] or 0 for one in shown.series) for i in range(len(shown.categories))]
    scale = _scale(sums if stacked else _values(shown))
    made = []
    for i, name in enumerate(shown.categories):
        known = [one for one in shown.series if one.values[i] is not None]
        order = list(reversed(known)) if stacked else known
        parts = "".join(_standing(one, i, scale[-1], shown, reader) for one in order)
        above = _number(sums[i], shown, reader) if stacked and known else ""
        if not known:
            above = "?"
        label = f'<b style="--share:{sums[i] / scale[-1]:.4f}">{escape(above)}</b>' if above else ""
        made.append(
            f'<li><span class="plot">{label}{parts}</span><span class="name">{escape(name)}</span></li>'
        )
    grid = "".join(
        f'<i style="--share:{line / scale[-1]:.4f}"><b>{escape(_number(line, shown, reader, scale[1]))}</b></i>'
        for line in scale
    )
    lines = "" if stacked else f'<span class="scale" aria-hidden="true">{grid}</span>'
    return f'<div class="field">{lines}<ul class="columns" style="--columns:{len(made)}">{"".join(made)}</ul></div>'


def _standing(one: Series, place: int, top: float, shown: Chart, reader: Reader) -> str:
    value = one.values[place] or 0
    title = escape(f"{one.name} {_number(value, shown, reader)}")
    style = f"--share:{value / top:.4f};{_paint(one, reader)}"
    return f'<i class="{_hatched(one, reader)}" title="{title}" style="{style}"></i>'


def _values(shown: Chart) -> list[float]:
    return [value for one in shown.series for value in one.values if value is not None]


def _scale(values: Sequence[float]) -> list[float]:
    """Return the lines of a scale from zero to at least the largest value: three to six round steps."""
    most = max(values, default=0) or 1
    step = 10.0**-6
    while True:
        for factor in STEPS[:-1]:
            if step * factor * 5 >= most:
                count = int(-(-most // (step * factor)))
                return [step * factor * i for i in range(count + 1)]
        step *= 10


def _number(value: float, shown: Chart, reader: Reader, step: float | None = None) -> str:
    """Return a value as the chart's own format writes it; on a scale, with as many decimals as a step needs."""
    if step is not None:
        return reader.number(value, 0 if step >= 1 and step == int(step) else 1 if step >= 0.1 else 2)
    return reader.number(value, len(shown.number_format.partition(".")[2]))


FORMS = {
    "stacked_bars": _stacked_bars,
    "bars": _bars,
    "columns": _columns,
    "stacked_columns": _columns,
}
