"""One step ahead: the map and the sentence of the neighbouring days lie in the page before the reader asks.

A step in time is the one question that can be foreseen. `shell/ahead.js` paints its answer in the frame after the
click, from the very figures that the server draws; the server's own answer follows and has the last word.
"""

from collections.abc import Callable
from html import escape

import streamlit as st

from data.records import Records
from figures import drawn
from geo import boundaries
from locales import Reader
from measures.selection import Selection
from shell import figure_card, filters, markup

Sentence = Callable[[Records, Selection, Reader], str]
STEPS = {"asof_back": -1, "asof_on": 1}  # element key of a step button -> how far it goes
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def show(records: Records, selection: Selection, reader: Reader, sentence: Sentence) -> None:
    """Put what the step buttons lead to into the page; the last thing that a page does. sentence: of `opening`."""
    st.html(note(records, selection, reader, sentence))


def note(records: Records, selection: Selection, reader: Reader, sentence: Sentence) -> str:
    """Return a template, which no reader sees: for each step button the colours, the card's head and the sentence.

    A step that changes more than colours is left to the server: another set of boundaries or outlines, a filter that
    does not hold on that day.
    """
    days = list(filters.days(records, reader, selection.asof))
    here = days.index(selection.asof)
    steps = ""
    for key, way in STEPS.items():
        if 0 <= here + way < len(days):
            then = selection.but(asof=days[here + way])
            if fills := _fills(records, selection, then, reader):
                head = markup.card_head(drawn.area_map(records, then, reader), reader, 2)
                steps += f'<div data-step="{key}" {fills}>{head}{sentence(records, then, reader)}</div>'
    return f'<template data-ahead-of="{selection.asof}">{steps}</template>'


def _fills(records: Records, selection: Selection, then: Selection, reader: Reader) -> str:
    """Return the class of every area on that day and the colour of every class, "" where more would change."""
    for level in ("province", "group"):
        if boundaries.layer(level, then.asof).url != boundaries.layer(level, selection.asof).url:
            return ""
    (_, *others), (areas, *others_then) = (
        figure_card.written(drawn.area_map(records, asked, reader).plot)["data"]
        for asked in (selection, then)
    )
    if others != others_then:
        return ""
    colours = ",".join(colour for _, colour in areas["colorscale"][::2])
    return f'data-classes="{"".join(DIGITS[z] for z in areas["z"])}" data-colours="{escape(colours, quote=True)}"'
