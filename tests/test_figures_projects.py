"""Figures of the projects page: money by year, composition, status over time, one project's places."""

from datetime import date
from functools import cache

import pandas as pd
import plotly.graph_objects as go
import pytest

from data import records as data_records
from data.records import Records
from figures import composition, flow, maps, money, places
from figures.figure import Figure
from geo import boundaries
from measures.projects import detail as project_detail
from measures.projects import explorer
from measures.projects import places as project_places
from measures.projects.query import ProjectQuery
from measures.selection import Selection
from tests.figure_frames import DARK, EN, TH, layer, whole

MID_YEAR, YEAR_END = date(2011, 5, 26), date(2011, 9, 30)


def year(fiscal_year_be: int | None, baht: float, **more: object) -> dict[str, object]:
    row = {"fiscal_year_be": fiscal_year_be, "project_count": 2, "baht": baht, "unattributed_baht": 0.0}
    row |= {"nationwide_baht": 0.0, "unstated_count": 0, "state": "value"}
    return row | {"evidence": "illustrative", "source_id": "sample"} | more


def years(*rows: dict[str, object]) -> pd.DataFrame:
    return pd.DataFrame(list(rows)).astype({"fiscal_year_be": "Int64"})


YEARS = years(
    year(2552, 1_500_000, nationwide_baht=500_000.0),
    year(2553, 0.0, project_count=0, state="none", evidence="", source_id=""),
    year(2554, 4_200_000, unstated_count=3),
)


def by_year(frame: pd.DataFrame = YEARS, **more: object) -> Figure:
    given = {"money": "allocated", "asof": YEAR_END, "reader": TH} | more
    return money.by_year(frame=frame, **given)  # type: ignore[arg-type]


def texts(figure: Figure) -> list[str]:
    return list(figure.plot.data[-1].text)


def test_money_is_stacked_in_million_baht_and_labelled_with_the_areas_own() -> None:
    figure = by_year()
    assert list(figure.plot.data[0].y) == [1.5, 0, 4.2]
    assert list(figure.plot.data[1].y) == [0.5, 0, 0]
    assert texts(figure) == ["1.5", "", "4.2"]  # what the area has: nationwide money lies beside it, pale
    whole(figure)


def test_the_title_names_the_year_with_the_most() -> None:
    assert by_year().title == "ปีงบประมาณ 2554 ได้รับจัดสรรมากที่สุด 4.2 ล้านบาท"
    english = by_year(money="disbursed", reader=EN).title
    assert english == "Fiscal year 2011 disbursed the most: 4.2 million baht"


def test_money_that_cannot_be_divided_is_hatched_and_labelled_as_a_range() -> None:
    figure = by_year(years(year(2554, 100_000, unattributed_baht=1_000_000.0)))
    assert [trace.type for trace in figure.plot.data] == ["bar", "bar", "scatter"]
    assert figure.plot.data[1].marker.pattern.shape == "/"
    assert texts(figure) == ["0.1–1.1"]
    assert [item.pattern for item in figure.legend] == ["", "hatch"]


def test_a_year_whose_projects_state_no_sum_is_a_question_mark_not_a_zero() -> None:
    figure = by_year(years(year(2553, 2e6), year(2554, 0.0, state="not_reported", unstated_count=2)))
    assert texts(figure) == ["2.0", "?"]
    assert figure.table.iloc[1, 2] == "ไม่มีข้อมูล"
    assert figure.notes == ("2 โครงการไม่ระบุวงเงินจึงไม่อยู่ในยอดนี้",)


def test_a_year_that_is_not_over_is_said_to_be_so() -> None:
    assert "ปี 2554 นับถึง 26 พ.ค. 2554" in by_year(asof=MID_YEAR).subtitle
    assert "นับถึง" not in by_year().subtitle


def test_projects_of_unknown_year_are_told_beside_the_bars() -> None:
    figure = by_year(years(year(2554, 1e6), year(None, 3e6)))
    assert list(figure.plot.data[0].x) == ["2554"]
    assert "อีก 3.0 ล้านบาท ไม่ทราบปีงบประมาณ" in figure.notes
    assert figure.table.iloc[-1, 0] == "ไม่ทราบปี"


def test_many_years_write_every_second_one_and_label_the_best_and_the_last() -> None:
    many = years(*(year(2547 + i, 9e6 if i == 4 else 1e6) for i in range(20)))
    figure = by_year(many)
    assert len(figure.plot.layout.xaxis.tickvals) == 10
    assert figure.plot.layout.xaxis.tickvals[0] == "2566"
    assert [text for text in texts(figure) if text] == ["9.0", "1.0"]


def test_no_project_gives_a_figure_that_says_so() -> None:
    empty = by_year(YEARS.iloc[:0])
    assert empty.title == "ไม่มีโครงการตามเงื่อนไขที่เลือก"
    assert empty.documented is None


def part(programme: str, agency: str, count: int, baht: float) -> dict[str, object]:
    row = {
        "programme_code": programme,
        "programme_name_th": f"กลไก{programme}",
        "programme_name_en": programme,
    }
    row |= {"agency_code": agency, "agency_name_th": f"หน่วย{agency}", "agency_name_en": agency.upper()}
    row |= {"project_count": count, "allocated_baht": baht, "disbursed_baht": float("nan")}
    return row | {"unattributed_count": 0, "evidence": "illustrative", "source_id": "sample"}


PARTS = pd.DataFrame(
    [
        part("clinic", "a", 6, 1e6),
        part("clinic", "b", 2, 8e6),
        part("itap", "b", 4, float("nan")),
        part("clinic", "c", 2, 0.5e6),
    ]
)


def test_programmes_stand_by_size_with_the_same_agency_first_in_each() -> None:
    figure = composition.by_programme(frame=PARTS, measure="projects", reader=TH)
    assert figure.keys == ("clinic", "itap")
    assert [item.label for item in figure.legend] == ["หน่วยa", "หน่วยb", "หน่วยc"]
    assert list(figure.plot.data[0].x) == [0.528, 0]  # 6 of 10, of 0.88 of the width
    assert list(figure.plot.data[1].x) == [0.176, 0.352]
    assert figure.title == "กลไกclinicมากที่สุด 10 จาก 14 โครงการ"
    whole(figure)


def test_money_orders_programmes_and_agencies_by_money() -> None:
    figure = composition.by_programme(frame=PARTS, measure="allocated", reader=EN)
    assert [item.label for item in figure.legend] == ["B", "A", "C"]
    assert figure.title == "All in clinic: 9.5 million baht"
    assert list(figure.plot.data[-1].text) == ["9.5", "Not stated"]


def test_a_programme_without_any_sum_has_words_and_no_bar() -> None:
    figure = composition.by_programme(frame=PARTS, measure="disbursed", reader=TH)
    assert figure.title == "ไม่มีโครงการใดระบุวงเงิน"
    assert set(figure.plot.data[-1].text) == {"ไม่ระบุ"}


def test_the_fifth_agency_has_its_own_colour_and_a_sixth_makes_them_the_others() -> None:
    five = pd.DataFrame([part("clinic", code, 9 - i, 1e6) for i, code in enumerate("abcde")])
    six = pd.DataFrame([part("clinic", code, 9 - i, 1e6) for i, code in enumerate("abcdef")])
    names = [i.label for i in composition.by_programme(frame=five, measure="projects", reader=TH).legend]
    assert names == ["หน่วยa", "หน่วยb", "หน่วยc", "หน่วยd", "หน่วยe"]
    figure = composition.by_programme(frame=six, measure="projects", reader=TH)
    assert [item.label for item in figure.legend][-1] == "หน่วยงานอื่น 2 แห่ง"
    assert list(figure.plot.data[4].hovertext) == ["9"]  # 5 and 4 of e and f


def status(fiscal_year_be: int, on: str, running: int, completed: int, **more: int) -> dict[str, object]:
    row = {"fiscal_year_be": fiscal_year_be, "on": pd.Timestamp(on), "running_count": running}
    row |= {"completed_count": completed, "cancelled_count": 0, "unknown_count": 0, "begun_count": 2}
    return row | more


FLOW = pd.DataFrame(
    [
        status(2553, "2010-09-30", 3, 1),
        status(2554, "2011-05-26", 4, 5, cancelled_count=1, unknown_count=2),
    ]
)


def test_status_is_stacked_from_what_runs_and_its_last_day_is_named() -> None:
    figure = flow.by_status(frame=FLOW, reader=TH, documented=0.0, sources=())
    assert [list(trace.y) for trace in figure.plot.data[:4]] == [[3, 4], [1, 5], [0, 1], [0, 2]]
    assert texts(figure) == ["4", "12"]
    assert figure.title == "กำลังดำเนินการ 4 จาก 12 โครงการที่เริ่มแล้ว"
    assert "ปี 2554 ณ 26 พ.ค. 2554" in figure.subtitle
    assert [item.count for item in figure.legend] == [4, 5, 1, 2]
    whole(figure)


def test_a_status_that_never_occurs_is_not_in_the_legend_but_in_the_table() -> None:
    figure = flow.by_status(frame=FLOW.iloc[:1], reader=EN)
    assert [item.label for item in figure.legend] == ["Running", "Completed"]
    assert list(figure.table.columns[-2:]) == ["Cancelled", "Over, day not known"]
    assert "2010 on" not in figure.subtitle


def place(code: str, share: float = float("nan"), precision: str = "province") -> dict[str, object]:
    row = {
        "province_code": code,
        "drawn_code": code,
        "name_th": f"จังหวัด{code}",
        "name_en": f"Province {code}",
    }
    row |= {
        "precision": precision,
        "share": share,
        "allocated_baht": share * 1000,
        "disbursed_baht": float("nan"),
    }
    return row | {"lon": 100.0, "lat": 15.0, "evidence": "illustrative", "source_id": "sample"}


def of_project(kind: str, *rows: dict[str, object]) -> Figure:
    return places.of_project(locations=pd.DataFrame(list(rows)), kind=kind, layer=layer(), reader=TH)


def test_the_small_map_fills_the_provinces_of_a_project_and_lists_their_shares() -> None:
    figure = of_project("province", place("41", 0.75), place("42", 0.25))
    area = figure.plot.data[0]
    assert [code for code, z in zip(area.locations, area.z, strict=True) if z == 0] == ["41", "42"]
    assert figure.title == "ดำเนินการใน 2 จังหวัด"
    assert figure.table.iloc[:, 2].tolist() == ["75%", "25%"]
    assert figure.table.iloc[0, 3] == "750"
    assert figure.table.iloc[0, 4] == "แบ่งไม่ได้"


def test_the_only_province_of_a_project_has_all_of_it() -> None:
    assert of_project("province", place("41")).table.iloc[0, 2] == "100%"


def test_shares_that_nobody_stated_are_said_to_be_unstated() -> None:
    figure = of_project("several_without_share", place("41"), place("42"))
    assert figure.table.iloc[:, 2].tolist() == ["ไม่ระบุสัดส่วน", "ไม่ระบุสัดส่วน"]


def test_a_nationwide_project_colours_every_province_paler_and_says_why() -> None:
    figure = of_project("nationwide", place("", precision="nationwide"))
    assert set(figure.plot.data[0].z) == {0}
    assert figure.title == "โครงการระดับประเทศ ไม่ระบุจังหวัด"
    assert figure.legend[0].colour != of_project("province", place("41")).legend[0].colour


@cache
def shipped() -> Records:
    return data_records.load()


QUERY = ProjectQuery(Selection(asof=date(2015, 9, 30), measure="projects"))


def shipped_map(measure: str) -> Figure:
    selection = QUERY.selection
    return maps.choropleth(
        frame=project_places.by_area(shipped(), QUERY, measure),
        spec=project_places.spec_of(measure),
        selection=selection,
        layer=boundaries.layer("province", selection.asof),
        group_layer=boundaries.layer("group", selection.asof),
        reader=TH,
    )


def shipped_places() -> Figure:
    found = project_detail.detail(shipped(), QUERY.selection, "sample-clinic-2547-001")
    day = boundaries.layer("province", QUERY.selection.asof)
    return places.of_project(locations=found.locations, kind=found.kind, layer=day, reader=DARK)


FIGURES = {
    "map": (lambda: shipped_map("projects"), 5000),
    "map of money": (lambda: shipped_map("allocated"), 5000),
    "money": (
        lambda: money.by_year(
            frame=explorer.by_fiscal_year(shipped(), QUERY),
            money="allocated",
            asof=QUERY.selection.asof,
            reader=TH,
        ),
        3500,
    ),
    "composition": (
        lambda: composition.by_programme(
            frame=explorer.by_programme_agency(shipped(), QUERY), measure="allocated", reader=EN
        ),
        6500,
    ),
    "flow": (lambda: flow.by_status(frame=explorer.status_flow(shipped(), QUERY), reader=TH), 4000),
    "places": (shipped_places, 3500),
}


@pytest.mark.parametrize(("build", "most"), FIGURES.values(), ids=FIGURES.keys())
def test_a_figure_is_small_on_the_wire_valid_and_whole(build, most) -> None:  # type: ignore[no-untyped-def]
    figure = build()
    assert len(figure.plot.to_json().encode()) <= most
    go.Figure(figure.plot.to_dict())  # raises for any property that plotly does not know
    whole(figure)
