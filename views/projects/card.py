"""One project: its facts, its places with their shares, a small map."""

from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from figures import places
from figures import projects as project_figures
from figures.projects import code_name, million
from locales import Reader
from measures.projects import detail as project_detail
from measures.projects.detail import ProjectDetail
from measures.projects.query import ProjectQuery
from shell import address, context, doubting, figure_card, lists, markup
from views.projects.row_words import status_name, when

# The columns of the facts in their order; what is made up of several, or is not a cell, has none.
COLUMNS = ("programme_code", "agency_code", "phase_code", "status", "started_on", "allocated_baht", "disbursed_baht",
           "beneficiary_count")  # fmt: skip


def chosen(asked: ProjectQuery) -> ProjectDetail | None:
    """Return the opened project; None while there is none, also for one the reader asked not to see."""
    project_id = address.current()["project"]
    if not project_id:
        return None
    try:
        return project_detail.detail(context.records(), asked.selection, project_id)
    except KeyError:
        return None


def show(found: ProjectDetail, asked: ProjectQuery, reader: Reader) -> None:
    """Draw one project: its facts on the left, its places with their shares, a small map on the right."""
    with st.container(key="project_detail"):
        left, right = st.columns([3, 2], gap="large")
        with left:
            st.html(_facts(found, reader))
            places = [code for code in found.locations["province_code"] if code]
            link = lists.amend(places[0], "projects", str(found.project["project_id"])) if places else ""
            if link:
                st.html(f'<p class="sti-go">{link}</p>')
            st.button(
                reader.t("projects-close"),
                key="project_close",
                icon=":material/close:",
                type="tertiary",
                on_click=lambda: address.set_values(project=None),
            )
        with right:
            figure = project_figures.places_of(
                context.records(), asked, str(found.project["project_id"]), reader
            )
            figure_card.show(figure, key="project_map", level=3)


def _facts(found: ProjectDetail, reader: Reader) -> str:
    row = found.project.to_dict()
    t = reader.t
    facts = [
        (
            t("projects-column-programme"),
            reader.pick(row, "programme_name") or row["programme_code"] or t("programme-unstated"),
        ),
        (t("projects-column-agency"), reader.pick(row, "agency_name") or row["agency_code"]),
        (
            t("projects-filter-phase"),
            code_name("phase", row["phase_code"], reader, context.records()) if row["phase_code"] else "",
        ),
        (t("projects-list-status"), status_name(row["status"], reader)),
        (t("projects-list-when"), when(row, reader)),
        (t("projects-allocated"), _exact(row["allocated_baht"], reader)),
        (t("projects-disbursed"), _exact(row["disbursed_baht"], reader)),
        (t("projects-column-beneficiaries"), _people(row["beneficiary_count"], reader)),
        (t("projects-column-attribution"), t(f"projects-attribution-{found.kind.replace('_', '-')}")),
        (t("projects-column-id"), row["project_id"]),
    ]
    named = dict(zip(COLUMNS, (name for name, _ in facts), strict=False))
    signs = doubting.at(
        "projects", "projects", str(row["project_id"]), {c: n for c, n in named.items() if c}, reader
    )
    signs_of = {named[column]: sign for column, sign in signs.items()}
    told = "".join(
        f"<dt>{escape(k)}</dt><dd>{escape(str(v))}{signs_of.get(k, '')}</dd>" for k, v in facts if v
    )
    told += f'<dd class="sti-sub">{doubting.history("projects", str(row["project_id"]), reader)}</dd>'
    head = markup.section(reader.pick(row, "title"), level=3)
    tag = markup.sample_tag(row["evidence"], reader)
    opened = escape(str(row["project_id"]), quote=True)
    return (
        f'<div class="sti-area" data-project="{opened}">{head}{tag}<dl class="sti-facts">{told}</dl>'
        f"{_places(found, reader)}</div>"
    )


def _exact(baht: float, reader: Reader) -> str:
    if pd.isna(baht):
        return reader.t("projects-sum-unstated")
    return reader.t("projects-baht-exact", baht=reader.number(baht), million=million(baht, reader))


def _people(count: Any, reader: Reader) -> str:
    return reader.t("key-not-reported") if pd.isna(count) else reader.t("projects-people", n=int(count))


def _places(found: ProjectDetail, reader: Reader) -> str:
    figure = places.locations_table(found.locations, reader)
    rows = [[escape(str(cell)) for cell in row] for row in figure.itertuples(index=False)]
    return markup.html_table(
        list(figure.columns), rows, numeric={2, 3, 4}, caption=reader.t("projects-places-table")
    )
