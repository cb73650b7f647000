"""Records as a Frictionless data package: CSV files, and a description that machines can check them against.

The description (datapackage.json) is generated from data/schema.py. It follows the Data Package standard, version 1
(specs.frictionlessdata.io), and carries the metadata fields of the government data catalogue (data.go.th), so that a
data owner can register the set there. What only the owner can say, such as a contact or a licence, is left blank and
named, never invented.
"""

import hashlib
import json
from datetime import date
from typing import Any

from data.columns import Column, Table, table_message
from data.schema import EVIDENCE, TABLES
from data.takeout.parcel import Parcel, csv_bytes, zipped
from locales import Reader

TYPES = {
    "text": "string",
    "code": "string",
    "province": "string",
    "date": "date",
    "count": "integer",
    "year_be": "integer",
    "money": "number",
    "share": "number",
}
KEYWORDS = ("วทน.", "จังหวัด", "กลุ่มจังหวัด", "คลินิกเทคโนโลยี", "STI", "province")
# Fields of the government data catalogue that this program cannot know: the owner fills them in.
OWNERS_WORD = (
    "owner_org",
    "maintainer",
    "maintainer_email",
    "license_id",
    "update_frequency_unit",
    "created_date",
    "url",
)


def render(parcel: Parcel) -> bytes:
    """Return the package as a zip: datapackage.json, README.md, and a CSV per table under data/."""
    files = {f"data/{name}.csv": csv_bytes(frame, bom=False) for name, frame in parcel.tables.items()}
    told = description(parcel, files)
    made = json.dumps(told, ensure_ascii=False, indent=2) + "\n"
    readme = parcel.readme(parcel.reader.t("takeout-package"), parcel.reader.t("takeout-csv-harmless"))
    return zipped({"datapackage.json": made.encode(), "README.md": readme.encode()} | files, parcel.day)


def description(parcel: Parcel, files: dict[str, bytes]) -> dict[str, Any]:
    """Return datapackage.json as a dictionary; files: path -> content, for size and hash."""
    t = parcel.reader.t
    return {
        "profile": "tabular-data-package",
        "name": "sti-provinces",
        "id": f"sti-provinces-{parcel.release}",
        "title": t("takeout-title"),
        "description": "\n".join(f"{label}: {text}" for label, text in parcel.statement()[1:]),
        "version": parcel.release,
        "created": f"{parcel.day:%Y-%m-%d}T00:00:00Z",
        "keywords": list(KEYWORDS),
        "resources": [_resource(name, parcel, files[f"data/{name}.csv"]) for name in parcel.tables],
        "data_go_th": _catalogue(parcel),
    }


def _resource(name: str, parcel: Parcel, content: bytes) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": name.replace("_", "-"),
        "title": parcel.reader.t(table_message(name)),
        "path": f"data/{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "header": True},
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": table_schema(TABLES[name], tuple(parcel.tables)),
    }


def table_schema(table: Table, present: tuple[str, ...]) -> dict[str, Any]:
    """Return the table schema of a table; keys of tables that are not `present` are not referred to."""
    made: dict[str, Any] = {
        "fields": [*(_field(column) for column in table.columns), _evidence()],
        "missingValues": [""],
    }
    # The standard wants no blank in a primary key; keys such as "for no province" hold one on purpose.
    if table.key and all(table.column(name).required for name in table.key):
        made["primaryKey"] = list(table.key)
    keys = [
        {
            "fields": [column.name],
            "reference": {
                "resource": "" if column.refers_to == table.name else column.refers_to.replace("_", "-"),
                "fields": [TABLES[column.refers_to].key[0]],
            },
        }
        for column in table.columns
        if column.refers_to in present
    ]
    return made | ({"foreignKeys": keys} if keys else {})


def _field(column: Column) -> dict[str, Any]:
    made: dict[str, Any] = {"name": column.name, "type": TYPES[column.kind]}
    if column.kind == "date":
        made["format"] = "default"
    rules: dict[str, Any] = {}
    if column.required:
        rules["required"] = True
    if column.allowed:
        rules["enum"] = list(column.allowed)
    if column.kind in ("count", "money", "share"):
        rules["minimum"] = 0
    if column.kind == "share":
        rules["maximum"] = 1
    if column.kind == "year_be":
        rules |= {"minimum": 2400, "maximum": 2699}
    return made | ({"constraints": rules} if rules else {})


def _evidence() -> dict[str, Any]:
    return {"name": "evidence", "type": "string", "constraints": {"required": True, "enum": list(EVIDENCE)}}


def _catalogue(parcel: Parcel) -> dict[str, Any]:
    made_up = any(frame["evidence"].eq("illustrative").any() for frame in parcel.tables.values())
    return catalogue_fields(parcel.reader, mixed=made_up, published=parcel.published)


def catalogue_fields(reader: Reader, *, mixed: bool, published: date | None) -> dict[str, Any]:
    """Return the metadata fields of the government data catalogue, under their CKAN names and in its own words.

    mixed: illustrative rows are among the records. What only the owner can say is blank, and named.
    """
    t = reader.t
    return {
        "title": t("takeout-title"),
        "notes": t("takeout-notes"),
        "objective": t("takeout-objective"),
        "tag_string": ", ".join(KEYWORDS),
        "data_type": "ข้อมูลระเบียน",
        "data_category": "ข้อมูลสาธารณะ",
        "data_format": "CSV",
        "data_language": "ไทย, อังกฤษ",
        "geo_coverage": "จังหวัด",
        "data_source": t("takeout-source"),
        "accessible_condition": t("takeout-condition-mixed" if mixed else "takeout-condition"),
        "last_updated_date": published.isoformat() if published else "",
        **dict.fromkeys(OWNERS_WORD, ""),
        "to_be_filled_in_by_the_owner": list(OWNERS_WORD),
    }
