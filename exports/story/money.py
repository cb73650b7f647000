"""The slide of projects and their money."""

from collections.abc import Mapping

import pandas as pd

from exports.story import cells
from exports.story.parts import Chart, Series, Slide, Table
from exports.story.scene import Scene, documented, sources
from figures.tokens import tokens
from measures.evidence import needs_mark
from measures.projects import explorer
from measures.projects.explorer import ProjectQuery

PROGRAMMES = 12
SMALL = 10  # million baht below which one decimal says too little


def projects(scene: Scene) -> Slide:
    """Return projects and their money by the fiscal year they began in, with the programmes behind them."""
    t = scene.reader.t
    query = ProjectQuery(scene.own if scene.level != "province" else scene.at)
    totals = explorer.totals(scene.records, query)
    years = {
        m: explorer.by_fiscal_year(scene.records, query.but(money=m)) for m in ("allocated", "disbursed")
    }
    programmes = explorer.by_programme_agency(scene.records, query)
    return Slide(
        "projects",
        title=_money_title(totals, scene),
        subtitle=scene.dated(t("story-projects")),
        chart=_money_chart(years, scene),
        table=_programme_table(programmes.head(PROGRAMMES), scene),
        bullets=_beside(totals, scene),
        notes=(t("story-money-rule"),),
        documented=documented(programmes),
        sources=sources([totals.source_id]),
    )


def _money_title(totals: explorer.Totals, scene: Scene) -> str:
    t, reader = scene.reader.t, scene.reader
    if totals.state != "value":
        return t(f"story-projects-{totals.state.replace('_', '-')}")
    part = totals.attributed
    if pd.isna(part.allocated_baht):
        return t("story-projects-count", n=totals.project_count)
    return t("story-projects-title", n=totals.project_count, allocated=reader.million_baht(part.allocated_baht),
             disbursed=t("key-not-reported") if pd.isna(part.disbursed_baht)
             else reader.million_baht(part.disbursed_baht))  # fmt: skip


def _beside(totals: explorer.Totals, scene: Scene) -> tuple[str, ...]:
    """Return what the sums leave out, each with its own number: never spread over provinces."""
    t, reader, said = scene.reader.t, scene.reader, []
    parts = {
        "nationwide": totals.nationwide,
        "unattributed": totals.unattributed,
        "no-place": totals.no_place,
    }
    for name, part in parts.items():
        if part.project_count and (scene.is_nation or name == "unattributed"):
            money = (
                t("key-not-reported")
                if pd.isna(part.allocated_baht)
                else reader.million_baht(part.allocated_baht)
            )
            said.append(t(f"story-beside-{name}", n=part.project_count, allocated=money))
    if unstated := totals.unstated(whole_country=scene.is_nation):
        said.append(t("story-beside-unstated", n=unstated))
    return tuple(said)


def _money_chart(years: Mapping[str, pd.DataFrame], scene: Scene) -> Chart | None:
    t, sheet = scene.reader.t, tokens(scene.reader)
    dated = {m: frame[frame["fiscal_year_be"].notna()] for m, frame in years.items()}
    if dated["allocated"].empty:
        return None
    colours = {"allocated": sheet.partly, "disbursed": sheet.reached}
    series = tuple(
        Series(
            t(f"measure-{money}"),
            tuple(
                None if state == "not_reported" else round(float(baht) / 1e6, 6)
                for baht, state in zip(frame["baht"], frame["state"], strict=True)
            ),
            colours[money],
        )
        for money, frame in dated.items()
    )
    names = tuple(scene.reader.year(int(year)) for year in dated["allocated"]["fiscal_year_be"])
    heading = t("story-chart-money", era=scene.reader.era)
    said = [t("story-money-alt", year=name, n=scene.reader.number(value, 1))
            for name, value in zip(names, series[0].values, strict=True) if value is not None]  # fmt: skip
    return Chart(
        "columns",
        heading,
        names,
        series,
        t("figures-unit-million"),
        f"{heading}: {', '.join(said)}",
        "#,##0.00"
        if max((value or 0 for one in series for value in one.values), default=0) < SMALL
        else "#,##0.0",
        notes=(t("story-chart-gap"),) if any(None in one.values for one in series) else (),
    )


def _programme_table(frame: pd.DataFrame, scene: Scene) -> Table | None:
    t, reader = scene.reader.t, scene.reader
    absent = t("key-not-reported")
    made = [
        {
            t("story-column-programme"): reader.pick(row, "programme_name"),
            t("story-column-agency"): reader.pick(row, "agency_name"),
            t("story-column-projects"): cells.number(row["project_count"], reader),
            t("story-column-allocated"): cells.baht(row["allocated_baht"], reader, absent),
            t("story-column-disbursed"): cells.baht(row["disbursed_baht"], reader, absent),
            t("table-evidence"): cells.evidence(row["evidence"], reader),
        }
        for row in frame.to_dict("records")
    ]
    marks = frame["evidence"].map(needs_mark).tolist()
    return cells.table(t("story-projects"), made, marks, (0.3, 0.24, 0.11, 0.13, 0.12, 0.1))
