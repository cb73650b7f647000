"""Evidence has three states, belongs to the day, and is worded in one place."""

from datetime import date

import pytest
import tiny

from figures import evidence as words
from locales import Reader
from measures import attendance, coverage, values
from measures.evidence import Evidence
from measures.projects import explorer
from measures.selection import Selection
from shell import markup

TH, EN = Reader("th"), Reader("en")
DOC = {"evidence": "documented", "source_id": "seed-003"}


def on(day: date, records, code: str = "50") -> tuple:
    row = coverage.by_province(records, Selection(day)).set_index("area_code").loc[code]
    return row["state"], row["evidence"], row["source_id"], str(row["since"].date())


@pytest.fixture(scope="module")
def terms():
    return tiny.records(
        representatives=[
            tiny.representative("50", "2009-12-21", "2010-09-30", **DOC),
            tiny.representative("50", "2010-10-01", "2011-09-30", source_id="sample"),
            tiny.representative("50", "2011-10-01", source_id="s2", evidence="documented"),
            tiny.representative("41", "2010-01-01", source_id="sample"),
        ]
    )


def test_a_day_held_by_an_illustrative_row_alone_is_illustrative(terms):
    assert on(date(2010, 6, 1), terms) == ("covered", "documented", "seed-003", "2009-12-21")
    assert on(date(2011, 5, 26), terms) == ("covered", "illustrative", "sample", "2009-12-21")
    assert on(date(2012, 1, 1), terms) == ("covered", "documented", "s2", "2011-10-01")


def test_a_count_over_both_is_partly_documented(terms):
    count = coverage.total(terms, Selection(date(2012, 1, 1)))
    assert (count.value, count.evidence) == (2, "partly")
    group = values.by_area(terms, Selection(date(2012, 1, 1), measure="coverage", level="group"))
    assert dict(zip(group["area_code"], group["evidence"], strict=True)) == {
        tiny.NE: "illustrative",
        tiny.NORTH: "partly",
    }


def test_one_document_is_enough_to_have_attended_and_a_count_says_k_of_n():
    records = tiny.records(
        workshops=[tiny.workshop("w1", "2010-02-01"), tiny.workshop("w2", "2010-06-01", **DOC),
                   tiny.workshop("w3", "2010-08-01")],
        participations=[
            tiny.seat("w1", "41", 2, 2), tiny.seat("w2", "41", 1, 1, role="pcso"),
            tiny.seat("w2", "41", 1, 1, **DOC), tiny.seat("w3", "42", 1, 0), tiny.seat("w2", "42", 1, 0, **DOC),
        ],
    )  # fmt: skip
    came = attendance.by_province(records, Selection(date(2011, 5, 26))).set_index("area_code")
    assert came.loc["41", ["state", "evidence", "source_id"]].tolist() == [
        "attended",
        "documented",
        "seed-003",
    ]
    assert str(came.loc["41", "since"].date()) == "2010-06-01"
    assert came.loc["42", ["state", "evidence", "source_id"]].tolist() == [
        "invited_never_came",
        "partly",
        "seed-003 sample",
    ]
    times = attendance.count_by_province(records, Selection(date(2011, 5, 26))).set_index("area_code")
    assert times.loc["41", ["value", "evidence", "documented_workshops"]].tolist() == [2.0, "partly", 1.0]


def test_people_counted_at_a_workshop_that_no_document_states_are_partly_documented():
    records = tiny.records(
        workshops=[tiny.workshop("w1", "2010-02-01")], participations=[tiny.seat("w1", "41", 2, 2, **DOC)]
    )
    came = attendance.by_province(records, Selection(date(2011, 5, 26))).set_index("area_code")
    assert came.loc["41", ["state", "evidence"]].tolist() == ["attended", "partly"]


def test_seventeen_documented_projects_of_twenty_five_are_not_all_sample():
    made = [tiny.project(f"d{i}", "2010-01-01", **DOC) for i in range(17)]
    made += [tiny.project(f"s{i}", "2010-01-01") for i in range(8)]
    records = tiny.records(
        projects=made, project_locations=[tiny.location(row["project_id"], "50", 1.0) for row in made]
    )
    totals = explorer.totals(records, explorer.ProjectQuery(Selection(date(2011, 5, 26), area="50")))
    assert (totals.documents, totals.documents.state) == (Evidence(17, 25), "partly")
    assert words.count_words(totals.documents, TH) == "มีเอกสารยืนยัน 17 จาก 25"
    assert words.count_words(totals.documents, EN) == "17 of 25 documented"


def test_a_province_nobody_reports_is_not_named_as_without():
    records = tiny.records(
        representatives=[
            tiny.representative("41", "2009-12-21", **DOC),
            tiny.representative("50", "2010-01-01"),
        ]
    )
    asked = Selection(date(2011, 5, 26), measure="coverage", level="group", evidence="documented")
    frame = values.by_area(records, asked).set_index("area_code")
    assert frame.loc[tiny.NE, ["value", "of", "reason"]].tolist() == [1.0, 4.0, "partly_reported"]
    assert (frame.loc[tiny.NE, "missing"], frame.loc[tiny.NE, "unknown"]) == ((), ("38", "42", "43"))


@pytest.mark.parametrize(
    ("share", "thai", "english"),
    [
        (None, "", ""), (1.0, "มีเอกสารยืนยันทั้งหมด", "all documented"), (0.0, "ข้อมูลสมมติทั้งหมด", "all illustrative"),
        (0.36, "มีเอกสารยืนยัน 36%", "36% documented"),
    ],
)  # fmt: skip
def test_a_share_is_said_the_same_way_everywhere(share, thai, english):
    assert (words.share_words(share, TH), words.share_words(share, EN)) == (thai, english)
    assert markup.evidence_words(share, TH) == thai


def test_only_what_must_not_be_quoted_bare_carries_a_mark():
    assert [words.mark(state, TH) for state in ("documented", "partly", "illustrative", "")] == [
        "", "มีเอกสารบางส่วน", "สมมติ", ""
    ]  # fmt: skip
    assert markup.sample_tag("partly", TH) == '<span class="sti-tag sample partly">มีเอกสารบางส่วน</span>'
    assert markup.evidence_mark("documented", TH) == ""
