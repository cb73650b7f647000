"""From what somebody typed into a form to the rows of a proposal: which cells are asked, and how they are read."""

from collections.abc import Mapping
from datetime import UTC, datetime

from data.columns import Column
from data.intake.dates import read_date
from data.intake.plain import plain
from data.intake.written import keys
from data.proposals.merging import standing
from data.proposals.model import Document, Row
from data.records import Records
from data.schema import TABLES

FORMS = ("representatives", "institutions", "plans", "workshops", "participations", "projects")
OF_GROUPS = ("workshops",)  # what belongs to a group of provinces as a whole
_UNASKED = ("source_id", "note", "confidence", "date_precision")
_MARKS = {
    "institutions": "inst",
    "plans": "plan",
    "projects": "proj",
    "representatives": "rep",
    "workshops": "ws",
}
DOCUMENTED = "documented"


class UnreadableError(ValueError):
    """A cell cannot be read; args: the column and what stood there."""


def rows_in(table: str, area_code: str, records: Records) -> list[str]:
    """Return the keys of a table's rows that belong to a province, or (of OF_GROUPS) to a group of provinces."""
    frame = getattr(records, table)
    province_code = area_code
    if not area_code.isdigit():
        own = frame[frame["group_code"] == area_code]
    elif table == "projects":
        places = records.project_locations
        ids = places.loc[places["province_code"] == province_code, "project_id"]
        own = frame[frame["project_id"].isin(set(ids))]
    else:
        own = frame[frame["province_code"] == province_code]
    return list(keys(own, TABLES[table]))


def asked(table: str, is_new: bool) -> list[Column]:
    """Return the columns that a form asks for. The key is not asked of people, but for what makes up a joined one."""
    table_of = TABLES[table]
    hidden = {*_UNASKED, "province_code"}
    if len(table_of.key) == 1 or not is_new:
        hidden |= set(table_of.key)
    if table == "workshops":
        hidden |= {"group_code", "scope"}  # of one province; a group's are brought as a list
    return [column for column in table_of.columns if column.name not in hidden]


def prefilled(before: Mapping[str, str], column: str) -> str:
    """Return what a field begins with: a documented cell; an illustrative one is not made documented by leaving it."""
    return before.get(column, "") if before.get("evidence") == DOCUMENTED else ""


def rows_of(
    table: str, key: str, province_code: str, typed: Mapping[str, str], records: Records
) -> tuple[Row, ...]:
    """Return the rows that a form asks for; key "" for a new row. A new project has its place in the province.

    province_code: of the area, or the code of a group of provinces for its own meeting.

    Raises UnreadableError for a day that cannot be read.
    """
    before = standing(table, key, records) if key else {}
    cells = {column.name: read_cell(column, typed.get(column.name, "")) for column in asked(table, not key)}
    if key:
        kept = set(TABLES[table].names) - {*cells, "source_id"}
        documented = before.get("evidence") == DOCUMENTED
        fixed = {*TABLES[table].key, "province_code", "scope", "group_code"}
        cells |= {name: before[name] for name in kept if name in before and (documented or name in fixed)}
    else:
        cells |= _new(table, province_code)
    after = {name: cell for name, cell in cells.items() if cell}
    rows = [Row(table, before, after)]
    if table == "projects" and not key:
        place = {"project_id": after["project_id"], "province_code": province_code, "precision": "province"}
        rows.append(Row("project_locations", {}, place))
    return tuple(rows)


def document(source_id: str, typed: Mapping[str, str]) -> Document:
    """Return the document a form names. Raises UnreadableError for its day."""
    if source_id:
        return Document(source_id=source_id)
    day = read_cell(Column("published_on", "date"), typed.get("published_on", ""))
    words = {name: typed.get(name, "").strip() for name in ("title", "publisher", "url")}
    return Document(published_on=day, **words)


def _new(table: str, province_code: str) -> dict[str, str]:
    names, is_group = TABLES[table].names, not province_code.isdigit()
    place = "group_code" if is_group else "province_code"
    cells = {place: province_code} if place in names else {}
    if table in _MARKS:
        moment = f"{datetime.now(UTC):%y%m%d%H%M%S%f}"[:14]
        cells |= {TABLES[table].key[0]: f"{_MARKS[table]}-{province_code}-{moment}"}
    return cells | ({"scope": "group" if is_group else "province"} if table == "workshops" else {})


def read_cell(column: Column, text: str) -> str:
    """Return a typed cell in the schema's form. Raises UnreadableError for a day that cannot be read."""
    text = text.strip()
    if column.kind == "date" and text:
        day = read_date(text)
        if day.fault or day.asks:
            raise UnreadableError(column.name, text)
        return day.text
    if column.kind in ("count", "money", "year_be", "share"):
        return plain(text).replace(",", "").replace(" ", "")
    return text
