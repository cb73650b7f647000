"""What the read interface answers: the numbers of the pages, with their marks, and problems in words."""

import csv
import io

import orjson
import pyarrow.parquet as pq
import pytest

from addresses.parameters import parameters
from api import described
from api.routes import DOORS
from data.records import load
from measures import values
from measures.selection import Selection
from tests import tiny
from tests.api.asking import app, ask


@pytest.fixture(scope="module")
def shipped():
    return load()


@pytest.fixture(scope="module")
def own(shipped):
    return app(shipped)


def test_the_description_is_valid_and_lists_every_address(own):
    # Here, for importing it compiles thirty-eight grammars: two seconds and a half of each worker's processor.
    from openapi_spec_validator import validate

    told = ask(own, "/api/v1/openapi.json").json()
    validate(told)
    described_paths = {f"/api/v1{path}" for path in told["paths"]}
    undescribed = {"/api/v1/openapi.json", "/api/v1/try"}
    assert described_paths == {door.path for door in DOORS if door.path.startswith("/api/v1/")} - undescribed


@pytest.mark.parametrize("door", DOORS, ids=lambda door: door.path)
def test_every_address_answers_its_example(own, door):
    answer = ask(own, door.example)
    assert answer.status_code == 200, answer.text
    assert answer.content


def test_the_map_says_61_of_76_and_which_and_on_what_evidence(own):
    told = ask(own, "/api/v1/measures/coverage?asof=2011-05-26").json()
    assert (told["total"]["value"], told["total"]["of"]) == (61, 76)
    assert (told["total"]["evidence"], told["total"]["source_ids"]) == ("documented", ["seed-003"])
    assert len(told["areas"]) == 77
    states = [area["state"] for area in told["areas"]]
    assert {state: states.count(state) for state in set(states)} == {
        "covered": 61, "uncovered": 15, "not_applicable": 1
    }  # fmt: skip
    bangkok = next(area for area in told["areas"] if area["area_code"] == "10")
    assert (bangkok["state"], bangkok["value"], bangkok["reason"], bangkok["group_code"]) == (
        "not_applicable", None, "bangkok", None
    )  # fmt: skip
    assert {area["evidence"] for area in told["areas"] if area["state"] == "covered"} == {"illustrative"}


def test_only_documents_leave_gaps_and_no_zeros(own):
    told = ask(own, "/api/v1/measures/coverage?asof=2011-05-26&evidence=documented").json()
    others = [area for area in told["areas"] if area["area_code"] != "10"]
    assert {(area["state"], area["value"], area["reason"]) for area in others} == {
        ("not_reported", None, "documents_do_not_say")
    }


def test_none_not_reported_and_not_applicable_stay_three_things():
    rows = tiny.records(
        projects=[tiny.project("p1", "2010-01-01"), tiny.project("p2", "2010-01-01", allocated_baht=None)],
        project_locations=[tiny.location("p1", "41", 1.0), tiny.location("p2", "42", 1.0)],
    )
    own = app(rows)
    told = ask(own, "/api/v1/measures/allocated?asof=2011-05-26").json()
    found = {area["area_code"]: (area["state"], area["value"]) for area in told["areas"]}
    assert found["41"] == ("value", 100)
    assert found["42"] == ("not_reported", None)
    assert found["50"] == ("none", 0)
    early = ask(own, "/api/v1/measures/coverage?asof=2009-01-01").json()["areas"]
    assert {(area["state"], area["value"], area["reason"]) for area in early} == {
        ("not_applicable", None, "role_not_yet")
    }


@pytest.mark.parametrize("measure", ["coverage", "attendance", "workshops", "plan", "projects", "allocated"])
@pytest.mark.parametrize("level", ["province", "group"])
def test_json_and_csv_hold_the_frame_of_the_map(own, shipped, measure, level):
    query = f"/api/v1/measures/{measure}?asof=2013-09-30&level={level}"
    frame = values.by_area(shipped, Selection(tiny_day(), measure=measure, level=level))
    told = ask(own, query).json()["areas"]
    lines = list(csv.DictReader(io.StringIO(ask(own, f"{query}&format=csv").content.decode("utf-8-sig"))))
    assert [area["area_code"] for area in told] == frame["area_code"].tolist()
    for area, line, row in zip(told, lines, frame.to_dict("records"), strict=True):
        assert area["state"] == line["state"] == row["state"]
        assert (None if row["value"] != row["value"] else row["value"]) == area["value"]
        assert (float(line["value"]) if line["value"] else None) == area["value"]
        assert (
            (area["since"] or "")
            == line["since"]
            == ("" if row["since"] != row["since"] else str(row["since"])[:10])
        )
        assert " ".join(area["source_ids"]) == line["source_id"] == row["source_id"]
        assert line["asof"] == "2013-09-30"


def tiny_day():
    from datetime import date

    return date(2013, 9, 30)


def test_the_groups_chosen_are_answered_alone(own):
    told = ask(
        own, "/api/v1/measures/coverage?asof=2018-01-01&groups=2560-upper-north-1,2560-upper-north-2"
    ).json()
    assert {area["group_code"] for area in told["areas"]} == {"2560-upper-north-1", "2560-upper-north-2"}
    assert len(told["areas"]) == 8


def test_projects_come_a_page_at_a_time_with_the_filters_of_the_page(own, shipped):
    first = ask(own, "/api/v1/projects?asof=2015-09-30&size=50").json()
    second = ask(own, "/api/v1/projects?asof=2015-09-30&size=50&page=2").json()
    assert (first["page"], second["page"], len(first["projects"])) == (1, 2, 50)
    assert first["total"] == second["total"]
    assert not {p["project_id"] for p in first["projects"]} & {p["project_id"] for p in second["projects"]}
    itap = ask(own, "/api/v1/projects?asof=2015-09-30&programme=itap&status=running&size=500").json()
    assert {(p["programme_code"], p["status"]) for p in itap["projects"]} == {("itap", "running")}
    one = ask(own, f"/api/v1/projects/{first['projects'][0]['project_id']}").json()
    assert one["title_th"] == first["projects"][0]["title_th"]
    assert [place["province_code"] for place in one["places"]] == first["projects"][0]["province_codes"]


def test_a_table_goes_out_as_csv_parquet_and_geojson(own, shipped):
    lines = ask(own, "/api/v1/tables/plans").content.decode("utf-8-sig").splitlines()
    assert len(lines) == len(shipped.plans) + 1
    table = pq.read_table(io.BytesIO(ask(own, "/api/v1/tables/plans?format=parquet").content))
    assert table.num_rows == len(shipped.plans)
    shapes = ask(own, "/api/v1/tables/plans?format=geojson").json()
    assert len(shapes["features"]) == len(shipped.plans)


@pytest.mark.parametrize(
    ("address", "status", "title", "parameter"),
    [
        ("/api/v1/provinces?asof=2600-01-01", 400, "unknown-value", "asof"),
        ("/api/v1/provinces?colour=red", 400, "unknown-parameter", "colour"),
        ("/api/v1/measures/coverage?asof=2018-01-01&groups=2551-east", 400, "not-on-this-day", "groups"),
        ("/api/v1/projects?size=501", 400, "unknown-value", "size"),
        ("/api/v1/projects/nope", 404, "no-such-project", "project_id"),
        ("/api/v1/measures/beauty", 404, "no-such-measure", "measure"),
        ("/api/v1/nothing", 404, "not-found", None),
    ],
)
def test_what_cannot_be_answered_is_said_in_words(own, address, status, title, parameter):
    answer = ask(own, address)
    assert answer.headers["content-type"] == "application/problem+json"
    told = answer.json()
    assert (answer.status_code, told["status"], told["title"], told.get("parameter")) == (
        status,
        status,
        title,
        parameter,
    )


def test_the_description_offers_the_very_codes_of_the_pages(shipped):
    known = parameters(shipped)
    for name, (_, schema) in described.PARAMETERS.items():
        if name in ("size", "format"):
            continue
        for code in schema.get("enum", ()):
            known[name].parse([code])
        if "enum" in schema:
            with pytest.raises(ValueError):
                known[name].parse(["no-such-code"])


def test_an_answer_that_is_known_already_is_not_sent_again(own):
    first = ask(own, "/api/v1/provinces")
    tag = first.headers["etag"]
    again = ask(own, "/api/v1/provinces", If_None_Match=tag)
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert first.headers["cache-control"] == "public, max-age=60"
    other = ask(own, "/api/v1/provinces?asof=2018-01-01", If_None_Match=tag)
    assert other.status_code == 200
    released = ask(app(tiny.records()), "/api/v1/provinces", If_None_Match=tag)
    assert released.status_code == 200


def test_a_title_that_a_spreadsheet_would_run_is_text_in_csv_and_itself_in_json():
    title = '=HYPERLINK("http://x","y") <script>'
    rows = tiny.records(
        projects=[tiny.project("p1", "2010-01-01", title_th=title)],
        project_locations=[tiny.location("p1", "41", 1.0)],
    )
    own = app(rows)
    assert ask(own, "/api/v1/projects").json()["projects"][0]["title_th"] == title
    line = next(
        csv.DictReader(io.StringIO(ask(own, "/api/v1/projects?format=csv").content.decode("utf-8-sig")))
    )
    assert line["title_th"] == f"'{title}"


def test_no_answer_holds_a_name_of_who_published(shipped, tmp_path):
    from data.store.store import Store

    store = Store(tmp_path)
    store.fill(shipped)
    plans = shipped.plans.iloc[:-1]
    store.publish(
        {"plans": plans}, author="somchai@most.go.th", note="แก้ไข", expected=store.current().release_id
    )
    told = ask(app(store.records(), store), "/api/v1/releases")
    assert b"somchai" not in told.content
    assert [(r["number"], r["kind"], r["note"]) for r in orjson.loads(told.content)["releases"]] == [
        (2, "publish", "แก้ไข"), (1, "seed", "")
    ]  # fmt: skip
