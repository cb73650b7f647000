"""Feeds and calendar, read back by libraries that know the standards."""

from datetime import date

import feedparser
import pytest
from icalendar import Calendar

from data.records import load
from data.store.store import Store
from tests import tiny
from tests.api.asking import app, ask

TITLE = '‮ชื่อ" <b>x</b> & =1+1, ยาว;\\' + "ก" * 10_000


@pytest.fixture(scope="module")
def shipped():
    return load()


@pytest.fixture(scope="module")
def store(shipped, tmp_path_factory):
    store = Store(tmp_path_factory.mktemp("store"))
    store.fill(shipped)
    before = store.current().release_id
    store.publish(
        {"plans": shipped.plans.iloc[:-1]}, author="somchai@most.go.th", note="<b>แก้ไข</b>", expected=before
    )
    return store


def test_the_feed_of_releases_is_atom_newest_first_and_names_no_person(store):
    answer = ask(app(store.records(), store), "/api/v1/feeds/releases.atom?lang=th")
    told = feedparser.parse(answer.content)
    assert (told.bozo, told.version) == (False, "atom10")
    assert [entry.title.split(" วันที่")[0] for entry in told.entries] == ["รุ่นที่ 2", "รุ่นที่ 1"]
    assert "แผน" in told.entries[0].summary
    assert "&lt;b&gt;แก้ไข" in answer.text
    assert "somchai" not in answer.text
    assert len({entry.id for entry in told.entries}) == 2
    assert all(entry.id.startswith("urn:uuid:") for entry in told.entries)
    again = feedparser.parse(ask(app(store.records(), store), "/api/v1/feeds/releases.atom?lang=th").content)
    assert [entry.id for entry in again.entries] == [entry.id for entry in told.entries]


def test_the_feed_of_changes_says_what_is_illustrative_in_every_title(shipped):
    told = feedparser.parse(ask(app(shipped), "/api/v1/feeds/changes.atom?lang=en").content)
    assert (told.bozo, told.version, len(told.entries)) == (False, "atom10", 100)
    assert {entry.title.split("]")[0] for entry in told.entries} == {"[illustrative", "[documented"}
    days = [entry.updated for entry in told.entries]
    assert days == sorted(days, reverse=True)
    assert days[0].endswith("T00:00:00+07:00")
    documented = feedparser.parse(
        ask(app(shipped), "/api/v1/feeds/changes.atom?lang=en&evidence=documented").content
    )
    assert {entry.title.split("]")[0] for entry in documented.entries} == {"[documented"}


def test_a_group_has_a_feed_of_its_own(shipped):
    rows = tiny.records(
        representatives=[tiny.representative("41", "2010-02-01"), tiny.representative("50", "2010-03-01")]
    )
    told = feedparser.parse(
        ask(app(rows), f"/api/v1/feeds/changes.atom?lang=en&asof=2011-05-26&groups={tiny.NE}").content
    )
    gained = [entry.title for entry in told.entries if "Representative" in entry.title]
    assert gained == ["[illustrative] Representative appointed: Udon Thani"]
    assert "Upper Northeastern 1" in told.feed.title


def events(answer):
    calendar = Calendar.from_ical(answer.content)
    assert calendar.errors == []
    assert all(event.errors == [] for event in calendar.walk("VEVENT"))
    return calendar.walk("VEVENT")


def test_the_calendar_holds_whole_days_and_says_what_is_documented(shipped):
    found = {
        str(event["uid"]).split("@")[0]: event
        for event in events(ask(app(shipped), "/api/v1/calendar.ics?lang=en"))
    }
    one = found["ws-2011-05-26-moi"]
    assert (one.decoded("dtstart"), one.decoded("dtend")) == (date(2011, 5, 26), date(2011, 5, 27))
    assert str(one["summary"]).startswith("[documented] ")
    assert "A document states this." in one["description"]
    made_up = [event for uid, event in found.items() if uid.startswith("sample-")]
    assert len(made_up) > 20
    assert all(str(event["summary"]).startswith("[illustrative] ") for event in made_up)
    assert "ms-2009-04-20-mou-moi" in found
    assert not any(uid.startswith("phase") for uid in found)


def test_what_is_known_to_a_month_is_not_printed_as_a_day(shipped):
    found = {
        str(event["uid"]).split("@")[0]: event
        for event in events(ask(app(shipped), "/api/v1/calendar.ics?lang=en"))
    }
    month = found["ws-2013-01-upper-north-2"]
    assert (month.decoded("dtstart"), month.decoded("dtend")) == (date(2013, 1, 1), date(2013, 2, 1))
    assert "No source gives the day" in month["description"]
    assert "1 Jan" not in month["description"]


def test_a_province_has_a_calendar_of_its_own(shipped):
    found = events(ask(app(shipped), "/api/v1/calendar.ics?lang=th&area=81&evidence=documented"))
    assert [str(event["uid"]) for event in found] == ["ws-2008-05-26-andaman@sti-provinces"]


def test_the_same_release_gives_the_same_calendar(store):
    own = app(store.records(), store)
    assert ask(own, "/api/v1/calendar.ics").content == ask(own, "/api/v1/calendar.ics").content


def test_titles_with_markup_marks_and_length_break_neither_feed_nor_calendar():
    rows = tiny.records(workshops=[tiny.workshop("w1", "2010-06-01", title_th=TITLE, title_en="")])
    own = app(rows)
    assert [str(event["summary"]) for event in events(ask(own, "/api/v1/calendar.ics"))] == [
        f"[สมมติ] {TITLE}"
    ]
    answer = ask(own, "/api/v1/feeds/changes.atom")
    assert feedparser.parse(answer.content).bozo is False
    assert "<b>x" not in answer.text
