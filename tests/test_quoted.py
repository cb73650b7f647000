"""Views that stand still: a release by its address, kept where it is quoted, told where it is gone."""

from datetime import UTC, date, datetime
from types import SimpleNamespace
from urllib.parse import parse_qs, urlsplit

import pandas as pd
import pytest

from data.__main__ import main
from data.access.roles import Identity
from data.proposals import doubts, work
from data.proposals.doubts import Place
from data.proposals.ledger import Ledger
from data.proposals.merging import standing
from data.proposals.model import Document, ProposalError, Row
from data.proposals.work import Draft
from data.records import Records
from data.store import fixed, keeping
from data.store.errors import StoreError
from data.store.quoted import Quoted
from data.store.store import Store
from exports import quoting
from exports.quoting import Quotation
from figures import quality_over as figures_over
from locales import Reader
from measures import quality_over, versus
from measures.quality_over import Standing
from measures.selection import Selection
from shell import context, doubting
from shell.shelf import Shelf
from tests import tiny

PLAN = {"plan_id": "p1", "province_code": "50", "source_id": "sample"}


@pytest.fixture
def store(tmp_path, monkeypatch):
    """A store of six releases, each with one plan more."""
    found = Store(tmp_path / "store")
    monkeypatch.setenv("STI_STORE", found.root)
    found.fill(tiny.records(plans=[PLAN]))
    for number in range(2, 7):
        publish(found, number)
    return found


def publish(store, plans):
    rows = [PLAN | {"plan_id": f"p{one}"} for one in range(1, plans + 1)]
    tables = {"plans": tiny.frame("plans", rows)}
    return store.publish(tables, author="a", note="", expected=store.current().release_id)


def numbers(store, state):
    return [one.number for one in store.history()[::-1] if keeping.state(store, one) == state]


def release(store, number):
    return next(one for one in store.history() if one.number == number)


def test_a_vacuum_keeps_what_is_quoted_and_says_so(store, capsys):
    quoted = Quoted(store)
    assert quoted.write(release(store, 2).release_id, "address")
    assert not quoted.write(release(store, 2).release_id, "address"), "a second quotation writes nothing"
    assert quoted.write(release(store, 4).release_id, "pin", "editor@most.go.th", "minutes 3/2569")
    assert main(["--lang", "en", "vacuum", "--keep-days", "0", "--grace-hours", "0"]) == 0
    assert "2 releases are kept because they are quoted: 2, 4" in capsys.readouterr().out
    assert (numbers(store, "kept"), numbers(store, "gone")) == ([2, 4, 6], [1, 3, 5])
    assert len(store.records(release(store, 2)).plans) == 2
    assert main(["--lang", "en", "quoted"]) == 0
    told = capsys.readouterr().out
    wanted = ("release 2", "quoted", "release 4", "pinned  editor@most.go.th: minutes 3/2569")
    assert [part for part in wanted if part not in told] == []


def test_what_is_not_quoted_any_more_goes_with_the_next_vacuum(store):
    ids = {number: release(store, number).release_id for number in (2, 3, 4)}
    quoted = Quoted(store)
    for number in (2, 3):
        quoted.write(ids[number], "pin", "e", "why")
    quoted.write(ids[3], "deck")
    quoted.write(ids[2], "unpin", "e")
    quoted.write(ids[3], "unpin", "e")
    quoted.write(ids[4], "address")
    assert main(["quoted", "--let-go", ids[4], "--note", "asked for by its author"]) == 0
    store.vacuum(keep_days=0, grace_hours=0)
    assert numbers(store, "kept") == [3, 6], "a pin that is taken back leaves the deck that names the release"


def test_what_is_gone_cannot_be_quoted_and_its_day_and_rule_are_known(store):
    store.vacuum(keep_days=0, grace_hours=0)
    gone = release(store, 3)
    with pytest.raises(StoreError) as error:
        Quoted(store).write(gone.release_id, "address")
    assert error.value.kind == "gone"
    parting = keeping.parting(store.folder, gone.release_id)
    assert parting is not None
    assert parting.keep_days == 0
    store.vacuum(keep_days=30, grace_hours=0)
    assert keeping.parting(store.folder, gone.release_id) == parting, (
        "the first vacuum is the one that took it"
    )
    assert keeping.parting(store.folder, release(store, 6).release_id) is None


def test_the_nearest_release_is_the_later_of_two_as_near(store):
    quoted = Quoted(store)
    for number in (2, 4):
        quoted.write(release(store, number).release_id, "address")
    store.vacuum(keep_days=0, grace_hours=0)
    near = {number: fixed.nearest(store, release(store, number)) for number in (1, 3, 5)}
    assert {number: found.number for number, found in near.items() if found} == {1: 2, 3: 4, 5: 6}


def test_a_shelf_gives_an_older_release_by_its_id_or_the_beginning_of_it(store):
    shelf = Shelf()
    old = release(store, 2)
    shown, records = shelf.fixed(old.release_id[:8])
    assert (shown, records.release, len(records.plans)) == (old, old.release_id, 2)
    assert shelf.fixed(old.release_id)[1] is records, "it is loaded once"
    assert shelf.fixed(store.current().release_id)[1] is shelf.newest()
    for unknown in ("", "ab", "ffffffffffff", old.release_id + "0"):
        with pytest.raises(StoreError) as error:
            shelf.fixed(unknown)
        assert error.value.kind == "no-release"


def test_a_release_that_somebody_reads_stands_beside_those_that_come(store):
    """Five publishes and a vacuum later the records of an address are the same, row for row."""
    old = release(store, 3)
    before = {name: frame.copy() for name, frame in Shelf().fixed(old.release_id)[1].tables().items()}
    Quoted(store).write(old.release_id, "address")
    for number in range(7, 12):
        publish(store, number)
    store.vacuum(keep_days=0, grace_hours=0)
    again = Shelf().fixed(old.release_id)[1]
    assert all(frame.equals(before[name]) for name, frame in again.tables().items())


QUOTED = Quotation(
    said="61 of 76 provinces (illustrative)",
    asof=date(2011, 5, 26),
    since=None,
    documented=0.0,
    publishers=("Ministry (21 Apr 2011)",),
    release="6521ff419847",
    number=7,
    published=date(2026, 11, 26),
    address="https://sti.example/?release=6521ff419847&asof=2011-05-26",
)


def test_a_quotation_says_day_source_mark_release_and_address_in_both_languages():
    told = quoting.text(QUOTED, Reader("en", "ce"))
    for part in ("“61 of 76 provinces (illustrative)”", "26 May 2011", "Ministry (21 Apr 2011)", "release 7 (6521ff419847)",
                 "26 Nov 2026", "https://sti.example/?release=6521ff419847&asof=2011-05-26"):  # fmt: skip
        assert part in told
    thai = quoting.text(QUOTED, Reader("th", "be"))
    for part in ("26 พ.ค. 2554", "รุ่นที่ 7 (6521ff419847)", "26 พ.ย. 2569", "ที่มา: Ministry"):
        assert part in thai
    line = quoting.reference(QUOTED, Reader("th", "be"))
    assert line.startswith("วทน. จังหวัด. (2569). 61 of 76 provinces (illustrative) [")
    assert line.endswith("]. https://sti.example/?release=6521ff419847&asof=2011-05-26")
    assert parse_qs(urlsplit(QUOTED.address).query)["release"] == ["6521ff419847"]


def test_what_changed_is_not_quoted_without_the_day_from_which():
    period = Quotation(**{**vars(QUOTED), "since": date(2010, 5, 26)})
    assert "For the period from 26 May 2010 to 26 May 2011." in quoting.text(period, Reader("en", "ce"))
    assert "ข้อมูลตั้งแต่ 26 พ.ค. 2553 ถึง 26 พ.ค. 2554" in quoting.reference(period, Reader("th", "be"))


@pytest.mark.parametrize("lang", ["th", "en"])
def test_what_is_illustrative_is_not_quoted_without_its_mark(lang):
    reader = Reader(lang)
    bare = Quotation(**{**vars(QUOTED), "said": "61"})
    none = reader.t("evidence-all-illustrative")
    assert reader.t("story-share-none") in quoting.text(bare, reader)
    assert none in quoting.reference(bare, reader)
    documented = Quotation(**{**vars(QUOTED), "documented": 1.0})
    assert none not in quoting.reference(documented, reader)


RAISER = Identity("reader", "r@x.go.th")
ANSWERER, CORRECTOR = Identity("editor", "e@most.go.th"), Identity("editor", "c@most.go.th")
PLACE = "plans|p1|drafted_on"


@pytest.fixture
def ledger(tmp_path):
    """The proposals of a store with one documented plan."""
    found = Store(tmp_path / "doubted")
    sources = [{"source_id": "s", "title_th": "s", "title_en": "s"}]
    found.fill(tiny.records(plans=[PLAN | {"drafted_on": "2010-01-05", "source_id": "s"}], sources=sources))
    return Ledger(found)


def states(ledger):
    return [(one.state, one.note.number) for one in doubts.listed(ledger.all().values())]


def test_a_doubt_is_raised_answered_and_corrected_by_three_people_and_no_number_changes_before(ledger):
    store = ledger.store
    records = store.records()
    before = store.current()
    draft = Draft(
        "the letter says May", areas=doubts.areas_of(doubts.place_of(PLACE, records), records), place=PLACE
    )
    name = work.send(ledger, draft, RAISER, records).proposal_id
    assert (ledger.get(name).areas, states(ledger)) == (("50",), [("open", 0)])
    work.send_back(ledger, name, "we look into it", ANSWERER)
    assert states(ledger) == [("answered", 0)]
    assert store.current() == before, "a doubt and its answer publish nothing"
    row = standing("plans", "p1", records)
    after = {column: cell for column, cell in row.items() if column != "evidence"} | {
        "drafted_on": "2010-05-01"
    }
    letter = Document(title="letter 0017/1")
    sent = work.send(
        ledger, Draft("read in the letter", (Row("plans", row, after),), ("50",), letter), CORRECTOR, records
    )
    made = work.accept(ledger, [sent.proposal_id], CORRECTOR, "as the letter says")
    note = ledger.get(name)
    assert states(ledger) == [("corrected", made.number)]
    assert (note.author, note.answer, note.answered_by) == ("r@x.go.th", "we look into it", "c@most.go.th")
    frame = store.records().plans
    publish_as_is = store.publish(
        {"plans": frame.assign(approved_on=pd.Timestamp("2012-01-01"))},
        author="a",
        note="",
        expected=made.release_id,
    )
    assert publish_as_is.number == made.number + 1
    assert states(Ledger(Store(store.root))) == [("corrected", made.number)], "no publish loses a doubt"


@pytest.mark.parametrize(
    "place", ["plans|p9|drafted_on", "plans|p1|nothing", "sources|s|title_th", "|", "plans|p1"]
)
def test_what_is_no_value_cannot_be_doubted(ledger, place):
    with pytest.raises(ProposalError) as error:
        work.send(ledger, Draft("why", place=place), RAISER, ledger.store.records())
    assert error.value.kind == "place"


def test_nobody_doubts_without_a_name_and_limited_readers_only_where_they_read(ledger):
    records = ledger.store.records()
    draft = Draft("why", place=PLACE)
    for who, kind in (
        (Identity("reader"), "signed-out"),
        (Identity("reader", "a@x", ("2560-east-1",)), "rights"),
    ):
        with pytest.raises(ProposalError) as error:
            work.send(ledger, draft, who, records)
        assert error.value.kind == kind


def test_quality_over_releases_counts_cells_rows_and_the_doubts_open_when_the_next_release_came():
    moments = [datetime(2026, 1, day, tzinfo=UTC) for day in range(1, 8)]
    releases = [(2, moments[3], Standing(90, 100, 5, 10)), (1, moments[0], Standing(50, 100, 0, 0))]
    spans = [(moments[1], moments[4]), (moments[1], moments[2]), (moments[5], None)]
    frame = quality_over.over(releases, spans)
    assert list(frame["number"]) == [1, 2]
    assert list(frame["filled_pct"]) == [50.0, 90.0]
    assert pd.isna(frame["documented_pct"].iloc[0])
    assert frame["documented_pct"].iloc[1] == 50.0
    assert list(frame["open_doubts"]) == [1, 1]
    figure = figures_over.over_releases(frame=frame, reader=Reader("en"), about="All tables")
    assert figure.table.iloc[0].tolist() == ["1", "1 Jan 2569", "50.0%", "–", 1]


def test_the_numbers_that_differ_between_two_releases_are_named_and_no_others():
    records = context.everything()
    people = records.representatives
    held = people[(people["province_code"] == "50") & people["ended_on"].isna()].index
    tables = records.tables() | {"representatives": people.drop(index=held).reset_index(drop=True)}
    newer = Records("f" * 12, **tables)
    selection = Selection(asof=date(2014, 9, 30))
    found = versus.areas(records, newer, selection)
    assert {measure: [one.code for one in differing] for measure, differing in found.items()} == {
        "coverage": ["50"]
    }
    (one,) = found["coverage"]
    assert (one.then["state"], one.now["state"]) == ("covered", "uncovered")
    assert [one.code for one in versus.key_figures(records, newer, selection, date(2013, 9, 30))] == [
        "coverage"
    ]
    assert versus.areas(records, records, selection) == {}


def test_open_doubts_are_counted_at_their_value_and_read_once_for_many_rows(monkeypatch):
    asked = []

    def known():
        asked.append(1)
        places = [Place("plans", "p1", "approved_on", "2011-01-01"), Place("plans", "p1", "drafted_on")]
        return [
            SimpleNamespace(place=place, state=state)
            for place in places
            for state in ("open", "answered", "open")
        ]

    monkeypatch.setattr(doubting, "known", known)
    monkeypatch.setattr(doubting.context, "store", object)
    monkeypatch.setattr(doubting, "history", lambda *_: "")
    monkeypatch.setattr(doubting, "_sign", lambda page, place, name, n, reader: f"<{place}:{n}>")
    columns = {"approved_on": "a", "note": "n"}
    signs = doubting.at("area", "plans", "p1", columns, Reader("th"))
    assert signs == {"approved_on": "<plans|p1|approved_on:2>", "note": "<plans|p1|note:0>"}
    rows = {("plans", key): (key, columns) for key in ("p1", "p2", "p3")}
    told = doubting.of_rows("area", rows, Reader("th"))
    assert "<plans|p1|approved_on:2>" in told
    assert "<plans|p3|approved_on:0>" in told
    assert len(asked) == 2
