"""A story's chart as a native chart with its data, so that it can be changed in PowerPoint."""

from typing import Any

from lxml import etree
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION
from pptx.oxml.ns import qn
from pptx.util import Pt

from exports.deck.text import LANGUAGES, clean, describe, rgb
from exports.story.parts import Chart
from figures.tokens import LIGHT, ink_on, luminance

TYPES = {
    "columns": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "bars": XL_CHART_TYPE.BAR_CLUSTERED,
    "stacked_bars": XL_CHART_TYPE.BAR_STACKED,
    "stacked_columns": XL_CHART_TYPE.COLUMN_STACKED,
}
PALE = 0.75  # luminance above which a fill needs a line on paper
LYING = ("bars", "stacked_bars")
STACKED = ("stacked_bars", "stacked_columns")
CROWDED = 20  # columns side by side from which their numbers would touch: a scale says them instead
CLOSE = 12  # columns from which their numbers are set smaller


def insert(placeholder: Any, chart: Chart, lang: str, size: float = 12) -> Any:
    """Put a chart into its placeholder; size: of its texts in points."""
    data = CategoryChartData(number_format=chart.number_format)
    data.categories = [clean(name) for name in chart.categories]
    for series in chart.series:
        data.add_series(clean(series.name), series.values)
    frame = placeholder.insert_chart(TYPES[chart.form], data)
    made = frame.chart
    made.font.size = Pt(size)
    made.font.color.rgb = rgb(LIGHT.ink)
    _typeface(made, lang)
    made.has_title = True
    made.chart_title.text_frame.text = clean(chart.title)
    made.chart_title.text_frame.paragraphs[0].runs[0].font.size = Pt(size + 2)
    made.chart_title.include_in_layout = False
    made.has_legend = len(chart.series) > 1
    if made.has_legend:
        made.legend.position = XL_LEGEND_POSITION.BOTTOM
        made.legend.include_in_layout = False
    _axes(made, chart, size)
    _series(made, chart, size)
    describe(frame, chart.alt)
    return frame


def _typeface(made: Any, lang: str) -> None:
    """Name the theme's typeface for Latin and Thai: a chart does not take the complex script from the master."""
    properties = made.font._element
    properties.set("lang", LANGUAGES[lang])
    for script, face in (("latin", "+mn-lt"), ("cs", "+mn-cs")):
        etree.SubElement(properties, qn(f"a:{script}"), typeface=face)


def _axes(made: Any, chart: Chart, size: float) -> None:
    category, value = made.category_axis, made.value_axis
    category.format.line.color.rgb = rgb(LIGHT.rule)
    category.has_major_gridlines = False
    category.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    value.visible = False
    value.has_major_gridlines = False
    value.minimum_scale = 0
    if _crowded(chart):
        value.visible = value.has_major_gridlines = True
        value.format.line.fill.background()
        value.major_gridlines.format.line.color.rgb = rgb(LIGHT.rule)
        value.tick_labels.number_format, value.tick_labels.number_format_is_linked = "#,##0", False
    category.tick_labels.font.size = Pt(size)
    category._element.txPr.bodyPr.set("rot", "0")  # upright; LibreOffice then leaves no name out
    skip = etree.Element(qn("c:tickLblSkip"), val="1")  # every name, however many there are
    category._element.find(qn("c:noMultiLvlLbl")).addprevious(skip)
    if chart.form in LYING:  # the first category at the top, as in a table
        category.reverse_order = True


def _count(chart: Chart) -> int:
    return len(chart.categories) * len(chart.series) if chart.form == "columns" else 0


def _crowded(chart: Chart) -> bool:
    return _count(chart) > CROWDED


def _series(made: Any, chart: Chart, size: float) -> None:
    stacked = chart.form in STACKED
    plot = made.plots[0]
    plot.gap_width = 35 if chart.form in LYING or _count(chart) > CLOSE else 60
    if stacked:
        plot.overlap = 100
    for series, said in zip(plot.series, chart.series, strict=True):
        series.invert_if_negative = False
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = rgb(said.colour)
        if luminance(said.colour) > PALE:
            series.format.line.color.rgb = rgb(LIGHT.not_applicable_line)
        if _crowded(chart):
            continue
        labels = series.data_labels
        labels.show_value = True
        labels.number_format = chart.number_format + (
            ";;;" if stacked else ""
        )  # a zero has no room in a stack
        labels.number_format_is_linked = False
        labels.font.size = Pt(size - 3 if _count(chart) > CLOSE else size)
        labels.position = XL_LABEL_POSITION.CENTER if stacked else XL_LABEL_POSITION.OUTSIDE_END
        labels.font.color.rgb = rgb(ink_on(said.colour, LIGHT) if stacked else LIGHT.ink)
