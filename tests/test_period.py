"""A period: what changed between two days, on map, in the sentence and in the list, each with what it rests on."""

import re
from datetime import date

import pytest
import tiny

from addresses import questions
from addresses.parameters import parameters
from data.records import Records, load
from exports.drawing.framing import Framing, file_name
from figures import classes, drawn, maps, naming, period
from locales import Reader
from measures import stops, values
from measures.catalogue import OF_WORK, SPECS, change_spec, spec_of
from measures.selection import Selection
from shell import opening
from shell.stage import period as stage_period
from shell.stage.links import Links

TH, EN = Reader("th", "be"), Reader("en", "ce")
SINCE, ASOF = date(2010, 6, 30), date(2011, 5, 26)
OVER = Selection(asof=ASOF, since=SINCE)
STATED = {"evidence": "documented", "source_id": "seed-003"}
HELD = tiny.records(
    representatives=[
        tiny.representative("41", "2009-12-21", **STATED),
        tiny.representative("42", "2009-12-21", "2010-12-31"),
        tiny.representative("50", "2011-01-15", **STATED),
    ],
    sources=[
        {"source_id": "seed-003", "title_th": "คำสั่ง", "title_en": "Order", "publisher": "", "evidence": "documented",
         "published_on": "2011-01-20", "date_precision": "day"}
    ],
)  # fmt: skip
AT_WORK = tiny.records(
    projects=[tiny.project("a", "2009-01-01"), tiny.project("b", "2010-09-01"), tiny.project("c", "2010-10-01")],
    project_locations=[tiny.location("a", "52"), tiny.location("b", "41"), tiny.location("c", "41")],
)  # fmt: skip


@pytest.fixture(scope="module")
def shipped() -> Records:
    return load()


def links(records: Records) -> Links:
    known = parameters(records)
    view = {name: one.default for name, one in known.items()} | {"_page": "coverage", "period": "open"}
    return Links(tuple(view.items()), known)


def text(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html)).strip()


def test_a_view_is_of_a_period_only_where_it_says_so() -> None:
    view = {name: one.default for name, one in parameters(HELD).items()}
    assert questions.over(view).since is None
    assert questions.over(view | {"period": "open"}).since == date(2010, 5, 26)
    assert questions.selection(view | {"period": "open"}).since is None


def test_what_is_asked_of_a_period_is_what_changed() -> None:
    frame = values.by_area(HELD, OVER).set_index("area_code")
    assert frame.loc[["41", "42", "43", "50"], "state"].tolist() == [
        "kept",
        "lost",
        "still_missing",
        "gained",
    ]
    assert spec_of(OVER) == change_spec("coverage", "province")
    assert spec_of(OVER.but(since=None)) is SPECS["coverage"]


def test_a_change_rests_on_both_days() -> None:
    frame = values.by_area(HELD, OVER).set_index("area_code")
    # What nobody holds, no document says: the gain is half of it.
    assert frame.loc["41", ["evidence", "source_id"]].tolist() == ["documented", "seed-003"]
    assert frame.loc["50", "evidence"] == "partly"
    assert frame.loc["50", "source_id"].split() == ["sample", "seed-003"]


def test_the_last_day_of_a_period_lies_behind_its_first() -> None:
    assert stops.stops(HELD, OVER)[0] == date(2010, 9, 30)
    assert date(2009, 9, 30) in stops.stops(HELD, OVER.but(since=None))


def test_the_list_is_what_happened_in_order_of_date() -> None:
    listed = [text(row) for row in stage_period.rows(HELD, OVER, links(HELD), TH)]
    assert listed == [
        "1 ม.ค. 2554 เลย ผู้แทนกระทรวงฯ พ้นหน้าที่ สมมติ",
        "15 ม.ค. 2554 เชียงใหม่ มีผู้แทนกระทรวงฯ คำสั่ง (20 ม.ค. 2554)",
    ]


def test_of_amounts_the_areas_are_listed_and_the_rest_counted() -> None:
    over = OVER.but(measure="projects")
    listed = [text(row) for row in stage_period.rows(AT_WORK, over, links(AT_WORK), EN)]
    assert listed[0] == "Udon Thani +2 projects No project → 2 projects illustrative"
    assert listed[-2:] == ["5 provinces unchanged", "1 province cannot be compared: not known on both days"]


def test_a_day_has_no_list_of_changes() -> None:
    with pytest.raises(ValueError, match="expected a period"):
        stage_period.rows(HELD, OVER.but(since=None), links(HELD), TH)


def test_both_ends_are_said_in_the_words_of_the_measure() -> None:
    row = values.by_area(HELD, OVER).set_index("area_code", drop=False).loc["50"].to_dict()
    assert period.ends(row, "coverage", "province", TH) == "ยังไม่มีผู้แทน → มีผู้แทน"


def test_the_map_of_a_difference_names_nobody_as_missing() -> None:
    over = OVER.but(measure="projects")
    rows = values.by_area(AT_WORK, over).to_dict("records")
    assert naming.asked(rows, spec_of(over), "province", everything=False) == ()


def test_files_of_two_periods_are_two_names(shipped: Records) -> None:
    one = drawn.area_map(shipped, Selection(since=date(2010, 5, 26)), TH)
    assert one.days(one.on or date(2011, 5, 26)) == "2010-05-26-to-2011-05-26"
    around = Framing(TH, date(2011, 5, 26), "r", "", (), "wide")
    assert file_name(one, around, "png") == "sti-map-coverage-change-2010-05-26-to-2011-05-26-th.png"
    assert file_name(drawn.two_days(shipped, Selection(), TH), around, "svg") == (
        "sti-two-days-2010-05-26-to-2011-05-26-th.svg"
    )
    assert (
        file_name(drawn.area_map(shipped, Selection(), TH), around, "png")
        == "sti-map-coverage-2011-05-26-th.png"
    )


def test_both_maps_are_in_the_same_classes(shipped: Records) -> None:
    figure = drawn.two_days(shipped, Selection(since=date(2010, 5, 26)), EN)
    assert figure.title == "From 39 provinces (26 May 2010) to 61 (26 May 2011)"
    assert list(figure.table.columns) == ["Province", "26 May 2010", "26 May 2011"]


def test_the_sentence_of_a_period_says_both_days_and_its_mark(shipped: Records) -> None:
    said = text(
        re.search(r"<h1>(.*)</h1>", opening.of_map(shipped, Selection(since=date(2010, 5, 26)), TH))[1]
    )  # type: ignore[index]
    assert said == "ตั้งแต่ 26 พ.ค. 2553 ถึง 26 พ.ค. 2554 — 22 จังหวัดมี ผู้แทน เพิ่ม 14 จังหวัดยังไม่มีทั้งสองวัน (สมมติ)"


@pytest.mark.parametrize(
    "measure", OF_WORK
)  # "documented" is of evidence itself; rates have no shipped number
@pytest.mark.parametrize("since", [None, date(2010, 5, 26)])
def test_the_sentence_of_every_measure_carries_its_mark(
    shipped: Records, measure: str, since: date | None
) -> None:
    selection = Selection(measure=measure, since=since)
    lead = (opening.of_map if since else opening.of_coverage)(shipped, selection, TH)
    share = drawn.area_map(shipped, selection, TH).documented
    said = re.search(r'<b class="mark">\s\((สมมติ|มีเอกสารบางส่วน)\)</b>', lead)
    if measure == "coverage" and not since:  # a document counts them
        assert said is None
    else:
        assert share is not None
        assert share < 1
        assert said


def test_a_period_of_which_documents_do_not_say_anything_is_no_zero(shipped: Records) -> None:
    over = Selection(measure="workshops", evidence="documented", since=date(2010, 5, 26))
    figure = drawn.area_map(shipped, over, TH)
    assert figure.title == "เอกสารไม่ได้ระบุว่าเป็นจังหวัดใด"
    assert {item.label: item.count for item in figure.legend}["ยังไม่พบเอกสาร"] == 76
    assert classes.codes_of(values.by_area(shipped, over), spec_of(over), "province").count("none") == 0
    assert maps.value_label(values.by_area(shipped, over).iloc[3].to_dict(), spec_of(over), "province", TH)
