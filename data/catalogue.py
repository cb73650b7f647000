"""What a data catalogue is told about the records: DCAT-AP as JSON-LD, and a CKAN package in the Thai government's form.

Both are made from data/schema.py. What only the owner of the data can say (who they are, whom to write to, under which
licence) comes from the environment: STI_OWNER, STI_OWNER_EMAIL, STI_LICENSE. What is not given is left out and named,
never invented.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from data.columns import Table, column_message, table_message
from data.records import Records
from data.schema import TABLES
from data.takeout.package import KEYWORDS, catalogue_fields
from locales import Reader

READERS = (Reader("th", "be"), Reader("en", "ce"))
FIRST, LAST = "2003-01-01", "2026-09-30"  # the days that can be asked about
FORMS = {  # of a table: file type of the EU's list, media type
    "csv": ("CSV", "text/csv"),
    "parquet": ("PARQUET", "application/vnd.apache.parquet"),
    "geojson": ("GEOJSON", "application/geo+json"),
    "geoparquet": ("PARQUET", "application/vnd.apache.parquet"),
}
UNITS = {"money": ("บาท", "baht"), "count": ("จำนวนนับ", "count"), "share": ("สัดส่วน 0 ถึง 1", "share, 0 to 1")}
_EU = "http://publications.europa.eu/resource/authority"
CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
}


@dataclass(frozen=True)
class Owner:
    """What only the owner can say; "" for what they have not said."""

    name: str
    email: str
    licence: str

    @classmethod
    def of(cls, environ: Mapping[str, str] = os.environ) -> "Owner":
        """Read it from the environment."""
        return cls(
            *(environ.get(name, "").strip() for name in ("STI_OWNER", "STI_OWNER_EMAIL", "STI_LICENSE"))
        )

    def missing(self) -> tuple[str, ...]:
        """Return the settings that the owner has yet to give."""
        named = {"STI_OWNER": self.name, "STI_OWNER_EMAIL": self.email, "STI_LICENSE": self.licence}
        return tuple(name for name, value in named.items() if not value)


@dataclass(frozen=True)
class Described:
    """One table as a catalogue shows it: rows, and how many of them a document states."""

    table: Table
    rows: int
    documented: int

    def words(self, reader: Reader) -> tuple[str, str]:
        """Return title and description in the reader's language."""
        title = reader.t(table_message(self.table.name))
        columns = ", ".join(f"{reader.t(column_message(c.name))} ({c.name})" for c in self.table.columns)
        share = reader.t("catalogue-evidence", documented=self.documented, rows=self.rows)
        return title, f"{reader.t('catalogue-columns', columns=columns)} {share}"


def described(records: Records, counts: Mapping[tuple[str, str], int] | None = None) -> list[Described]:
    """Return every table of a release. counts: rows by (table, evidence), where they are known already."""
    made = []
    for name, table in TABLES.items():
        if counts is None:
            documented = int(getattr(records, name)["evidence"].eq("documented").sum())
        else:
            documented = counts.get((name, "documented"), 0)
        made.append(Described(table, records.count(name), documented))
    return made


def dcat(
    tables: list[Described], release: str, published: date | None, url: str, owner: Owner, open_to_all: bool
) -> dict[str, Any]:
    """Return the catalogue as JSON-LD after DCAT-AP 3: one data set per table, and the interface as a service.

    url: where readers find the dashboard, without a slash at its end. published: the day of the release.
    """
    here = f"{url}/api/v1"
    catalogue = f"{here}/catalog.jsonld#catalogue"
    agent: dict[str, Any] = {"@type": "foaf:Agent", "@id": f"{catalogue}-publisher"}
    agent["foaf:name"] = owner.name or _both("catalogue-no-owner")
    sets = [_dataset(one, release, published, url, owner, open_to_all) for one in tables]
    service: dict[str, Any] = {
        "@id": f"{here}/catalog.jsonld#service",
        "@type": "dcat:DataService",
        "dct:title": _both("catalogue-service"),
        "dcat:endpointURL": _to(here),
        "dcat:endpointDescription": _to(f"{here}/openapi.json"),
        "dcat:servesDataset": [_to(one["@id"]) for one in sets],
    }
    head: dict[str, Any] = {
        "@id": catalogue,
        "@type": "dcat:Catalog",
        "dct:title": _both("takeout-title"),
        "dct:description": _both("takeout-notes"),
        "dct:publisher": _to(agent["@id"]),
        "dct:language": [_to(f"{_EU}/language/THA"), _to(f"{_EU}/language/ENG")],
        "foaf:homepage": _to(url),
        "dcat:dataset": [_to(one["@id"]) for one in sets],
        "dcat:service": [_to(service["@id"])],
    }
    if published:
        head["dct:modified"] = _day(published)
    return {"@context": CONTEXT, "@graph": [head, agent, service, *sets]}


def _dataset(
    one: Described, release: str, published: date | None, url: str, owner: Owner, open_to_all: bool
) -> dict[str, Any]:
    place = f"{url}/api/v1/tables/{one.table.name}"
    words = [one.words(reader) for reader in READERS]
    made: dict[str, Any] = {
        "@id": f"{place}#dataset",
        "@type": "dcat:Dataset",
        "dct:title": _told([title for title, _ in words]),
        "dct:description": _told([text for _, text in words]),
        "dct:identifier": f"sti-{one.table.name}",
        "dcat:version": release,
        "dct:publisher": _to(f"{url}/api/v1/catalog.jsonld#catalogue-publisher"),
        "dcat:keyword": list(KEYWORDS),
        "dcat:theme": [_to(f"{_EU}/data-theme/TECH"), _to(f"{_EU}/data-theme/GOVE")],
        "dct:spatial": _to(f"{_EU}/country/THA"),
        "dct:language": [_to(f"{_EU}/language/THA"), _to(f"{_EU}/language/ENG")],
        "dct:accessRights": _to(f"{_EU}/access-right/{'PUBLIC' if open_to_all else 'RESTRICTED'}"),
        "dct:temporal": {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": _day(FIRST),
            "dcat:endDate": _day(LAST),
        },
        "dcat:landingPage": _to(f"{url}/data"),
        "dcat:distribution": [_distribution(form, place, owner) for form in FORMS if _fits(form, one.table)],
    }
    if published:
        made["dct:modified"] = _day(published)
    if owner.name or owner.email:
        contact = {"@type": "vcard:Organization", "vcard:fn": owner.name or owner.email}
        made["dcat:contactPoint"] = contact | (
            {"vcard:hasEmail": _to(f"mailto:{owner.email}")} if owner.email else {}
        )
    return made


def _distribution(form: str, place: str, owner: Owner) -> dict[str, Any]:
    kind, media = FORMS[form]
    made: dict[str, Any] = {
        "@id": f"{place}#{form}",
        "@type": "dcat:Distribution",
        "dct:title": form,
        "dcat:accessURL": _to(f"{place}?format={form}"),
        "dcat:downloadURL": _to(f"{place}?format={form}"),
        "dcat:mediaType": _to(f"https://www.iana.org/assignments/media-types/{media}"),
        "dct:format": _to(f"{_EU}/file-type/{kind}"),
    }
    if owner.licence:
        made["dct:license"] = _to(owner.licence)
    return made


def ckan(
    tables: list[Described], release: str, published: date | None, url: str, owner: Owner, mixed: bool
) -> dict[str, Any]:
    """Return what CKAN's `package_create` takes, with the fields of the government data catalogue (data.go.th).

    mixed: illustrative rows are among the records; the condition of use then says so.
    """
    thai = READERS[0]
    fields = catalogue_fields(thai, mixed=mixed, published=published)
    fields |= {"maintainer": owner.name, "maintainer_email": owner.email, "license_id": owner.licence}
    fields["to_be_filled_in_by_the_owner"] = [
        name for name in fields["to_be_filled_in_by_the_owner"] if not fields.get(name) and name != "url"
    ]
    tags = fields.pop("tag_string").split(", ")
    return {
        "name": "sti-provinces",
        "version": release,
        "private": False,
        "tags": [{"name": tag} for tag in tags],
        **fields,
        "url": url,
        "resources": [_resource(one, url) for one in tables],
    }


def _resource(one: Described, url: str) -> dict[str, Any]:
    title, text = one.words(READERS[0])
    kinds = [UNITS[kind] for kind in UNITS if any(column.kind == kind for column in one.table.columns)]
    has_place = _fits("geojson", one.table)
    return {
        "name": title,
        "name_en": one.words(READERS[1])[0],
        "description": text,
        "description_en": one.words(READERS[1])[1],
        "url": f"{url}/api/v1/tables/{one.table.name}?format=csv",
        "format": "CSV",
        "mimetype": "text/csv",
        "data_format": "CSV",
        "data_source": READERS[0].t("takeout-source"),
        "geo_coverage": "จังหวัด" if has_place else "ประเทศ",
        "disaggregate": "จังหวัด" if has_place else "ไม่มี",
        "update_frequency_unit": "",
        "update_frequency_interval": "",
        "first_year_of_data": "2546",
        "last_year_of_data": "2569",
        "unit_of_measure": ", ".join(thai for thai, _ in kinds) or "ไม่มี",
        "calculation_method": READERS[0].t("catalogue-as-recorded"),
        "row_count": one.rows,
        "documented_share": one.documented / one.rows if one.rows else None,
    }


def _fits(form: str, table: Table) -> bool:
    return not form.startswith("geo") or any(column.name == "province_code" for column in table.columns)


def _both(message: str) -> list[dict[str, str]]:
    return _told([reader.t(message) for reader in READERS])


def _told(texts: list[str]) -> list[dict[str, str]]:
    return [{"@value": text, "@language": reader.lang} for text, reader in zip(texts, READERS, strict=True)]


def _to(address: str) -> dict[str, str]:
    return {"@id": address}


def _day(day: date | str) -> dict[str, str]:
    return {"@value": str(day), "@type": "xsd:date"}
