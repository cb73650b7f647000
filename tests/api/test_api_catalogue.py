"""The official catalogue: DCAT-AP through a validator, the CKAN package through a schema, GeoParquet through its own."""

import io
import json
from pathlib import Path

import geopandas as gpd
import geoparquet_validator
import pytest
import rdflib
from pyshacl import validate

from data.__main__ import main
from data.catalogue import Owner
from data.records import load
from data.schema import TABLES
from data.store.store import Store
from tests.api.asking import app, ask

SHAPES = Path(__file__).with_name("dcat_ap.ttl")
REQUIRED = ("title", "notes", "objective", "data_type", "data_category", "accessible_condition", "data_source",
            "geo_coverage", "data_format")  # fmt: skip
CKAN = {
    "type": "object",
    "required": ["name", "tags", "resources", *REQUIRED, "maintainer", "maintainer_email", "license_id"],
    "properties": {
        "name": {"type": "string", "pattern": "^[a-z0-9_-]{2,100}$"},
        "tags": {"type": "array", "minItems": 1, "items": {
            "type": "object", "required": ["name"],
            "properties": {"name": {"type": "string", "pattern": "^[\\w \\u0E00-\\u0E7F._-]{2,100}$"}}}},
        "resources": {"type": "array", "minItems": 21, "items": {
            "type": "object",
            "required": ["name", "url", "format", "mimetype", "data_source", "data_format", "geo_coverage",
                         "update_frequency_unit", "first_year_of_data", "last_year_of_data"],
            "properties": {"url": {"type": "string", "pattern": "^https://"},
                           "documented_share": {"type": ["number", "null"], "minimum": 0, "maximum": 1}}}},
        **{name: {"type": "string", "minLength": 1} for name in REQUIRED},
    },
}  # fmt: skip


@pytest.fixture(scope="module")
def shipped():
    return load()


@pytest.fixture(scope="module")
def store(shipped, tmp_path_factory):
    store = Store(tmp_path_factory.mktemp("store"))
    store.fill(shipped)
    return store


def test_the_catalogue_passes_the_shapes_of_dcat_ap(shipped, store):
    answer = ask(app(shipped, store), "/api/v1/catalog.jsonld")
    assert answer.headers["content-type"] == "application/ld+json"
    graph = rdflib.Graph().parse(data=answer.content, format="json-ld")
    conforms, _, told = validate(graph, shacl_graph=str(SHAPES))
    assert conforms, told
    assert len(set(graph.subjects(rdflib.RDF.type, rdflib.DCAT.Dataset))) == len(TABLES)


def test_the_shapes_would_see_a_fault(shipped, store):
    told = json.loads(ask(app(shipped, store), "/api/v1/catalog.jsonld").content)
    for one in told["@graph"]:
        one.pop("dct:publisher", None)
    graph = rdflib.Graph().parse(data=json.dumps(told), format="json-ld")
    assert validate(graph, shacl_graph=str(SHAPES))[0] is False


def test_every_file_that_the_catalogue_names_is_there(shipped, store):
    own = app(shipped, store)
    graph = rdflib.Graph().parse(data=ask(own, "/api/v1/catalog.jsonld").content, format="json-ld")
    named = sorted(str(address) for address in graph.objects(None, rdflib.DCAT.downloadURL))
    assert len(named) > 40
    for address in named[::5]:
        assert ask(own, address.removeprefix("http://sti.test")).status_code == 200, address


def test_the_description_says_how_much_documents_state(shipped, store):
    graph = rdflib.Graph().parse(
        data=ask(app(shipped, store), "/api/v1/catalog.jsonld").content, format="json-ld"
    )
    plans = rdflib.URIRef("http://sti.test/api/v1/tables/plans#dataset")
    told = {text.language: str(text) for text in graph.objects(plans, rdflib.DCTERMS.description)}
    assert f"Documents state 0 of {len(shipped.plans)} rows" in told["en"]
    assert f"มีเอกสารยืนยัน 0 จาก {len(shipped.plans)} แถว" in told["th"]
    assert "(plan_id)" in told["en"]


def test_the_command_writes_both_files_and_names_what_the_owner_must_give(tmp_path, monkeypatch, capsys):
    for name in ("STI_OWNER", "STI_OWNER_EMAIL", "STI_LICENSE"):
        monkeypatch.delenv(name, raising=False)
    where = ["--lang", "en", "--store", str(tmp_path / "store")]
    assert main([*where, "seed"]) == 0
    command = [*where, "catalog", "--out", str(tmp_path / "out"), "--url", "https://sti.example.go.th/"]
    assert main(command) == 0
    assert "STI_OWNER_EMAIL" in capsys.readouterr().err
    told = json.loads((tmp_path / "out" / "ckan-package.json").read_text(encoding="utf-8"))
    import jsonschema  # here: see tests/api/test_api_answers.py

    jsonschema.validate(told, CKAN)
    assert told["license_id"] == told["maintainer"] == ""
    assert "maintainer_email" in told["to_be_filled_in_by_the_owner"]
    monkeypatch.setenv("STI_OWNER", "สำนักงานตัวอย่าง")
    monkeypatch.setenv("STI_OWNER_EMAIL", "data@example.go.th")
    monkeypatch.setenv("STI_LICENSE", "https://creativecommons.org/licenses/by/4.0/")
    assert main(command) == 0
    told = json.loads((tmp_path / "out" / "ckan-package.json").read_text(encoding="utf-8"))
    assert (told["maintainer"], told["maintainer_email"]) == ("สำนักงานตัวอย่าง", "data@example.go.th")
    graph = rdflib.Graph().parse(tmp_path / "out" / "catalog.jsonld", format="json-ld")
    assert validate(graph, shacl_graph=str(SHAPES))[0] is True
    assert len(set(graph.objects(None, rdflib.DCTERMS.license))) == 1


def test_an_owner_that_said_nothing_is_not_invented():
    assert Owner.of({}).missing() == ("STI_OWNER", "STI_OWNER_EMAIL", "STI_LICENSE")


@pytest.mark.parametrize("table", ["plans", "project_locations", "representatives"])
def test_geoparquet_passes_its_validator_and_reads_back(shipped, table):
    body = ask(app(shipped), f"/api/v1/tables/{table}?format=geoparquet").content
    assert geoparquet_validator.conformant(geoparquet_validator.check_bytes(table, body)) is True
    frame = gpd.read_parquet(io.BytesIO(body))
    assert len(frame) == len(getattr(shipped, table))
    assert frame.crs.to_epsg() == 4326
    assert frame.geometry.isna().eq(frame["province_code"] == "").all()
