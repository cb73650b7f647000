"""The one schema: every table, its columns and rules. Files, uploads and stores are checked against it."""

from functools import cache

import pandas as pd
import pandera.pandas as pa

from data.columns import Column, Rule, Table, code, day, number, own_code, province, ref, text
from data.rules import LOCATION_RULES, PLAN_RULES, PROJECT_RULES, WORKSHOP_RULES, end_before_start

PRECISIONS = ("day", "month", "year", "range")
CONFIDENCES = ("primary", "secondary", "inferred")
QUALIFIERS = ("exact", "at_least", "about")
EVIDENCE = ("documented", "illustrative")
MILESTONE_KINDS = (
    "cabinet_resolution", "committee", "gazette", "law", "meeting", "mou", "pilot", "programme", "survey",
)  # fmt: skip
ALIAS_KINDS = ("abbreviation", "legacy_code", "ocr", "prefix", "spelling")
SCOPES = ("group", "province", "region", "national")
ROLES = ("pcso", "provincial_office", "strategy_group", "clinic_representative", "agency", "other")
STATUSES = ("planned", "running", "completed", "cancelled")
# An office's own id, as it is written: 53/001, วท.53/001, TC 53 001. No sign of markup, addresses or lists in it.
OWN_CODE = (
    r"""(?:[^\s<>"'&\\|;,?#%+=@\x00-\x20-](?:[^<>"'&\\|;,?#%\x00-\x1f]{0,78}[^\s<>"'&\\|;,?#%\x00-\x20])?)?"""
)
SCOPED = ("projects", "representatives", "plans")  # tables whose lists may say which areas they cover
LOCATION_PRECISIONS = ("province", "group", "nationwide")

_NAMES = (text("name_th", required=True), text("name_en", required=True))
_TITLES = (text("title_th", required=True), text("title_en", required=True))
# What offices keep is often in Thai alone; the Thai then stands for both languages on the screen.
_OWN_NAMES = (text("name_th", required=True), text("name_en", optional=True))
_OWN_TITLES = (text("title_th", required=True), text("title_en", optional=True))
_PRECISION = text("date_precision", allowed=PRECISIONS)
_SOURCE = ref("source_id", "sources", required=True)
_CONFIDENCE = text("confidence", allowed=CONFIDENCES)
_NOTE = text("note")
_VALID = (day("valid_from", required=True), day("valid_to"))
_VALID_IN_ORDER = (end_before_start("valid_from", "valid_to"),)

_GEOGRAPHY = (
    Table("provinces", (
        Column("province_code", "code", required=True), *_NAMES, text("pcode"), text("iso_3166_2"),
        day("established_on"), _PRECISION, province("predecessor_code"), text("region_6"), _SOURCE, _NOTE,
    ), key=("province_code",)),
    Table("province_aliases", (
        text("alias", required=True), province(required=True),
        text("kind", allowed=ALIAS_KINDS), _SOURCE, _NOTE,
    ), key=("alias",)),
    Table("group_schemes", (
        code("scheme", required=True), *_NAMES, number("groups_count"), *_VALID, _PRECISION,
        text("members_documented", allowed=("yes", "no")), _SOURCE, _CONFIDENCE, _NOTE,
    ), key=("scheme",), rules=_VALID_IN_ORDER),
    Table("province_groups", (
        ref("scheme", "group_schemes", required=True), code("group_code", required=True),
        text("name_th", required=True), text("short_name_th", required=True), text("name_en", required=True),
        number("display_order"), province("centre_province_code"), *_VALID, _PRECISION,
        text("legal_basis"), text("legal_basis_en"), _SOURCE, _CONFIDENCE, _NOTE,
    ), key=("group_code",), rules=_VALID_IN_ORDER),
    Table("province_group_members", (
        ref("scheme", "group_schemes", required=True), ref("group_code", "province_groups", required=True),
        province(required=True), *_VALID, _PRECISION, _SOURCE, _CONFIDENCE, _NOTE,
    ), key=("group_code", "province_code", "valid_from"), rules=_VALID_IN_ORDER),
)  # fmt: skip

_FRAME = (
    Table("phases", (
        code("phase_code", required=True), *_NAMES, number("fy_start_be", "year_be", required=True),
        number("fy_end_be", "year_be", required=True), day("start_date", required=True),
        day("end_date", required=True), _PRECISION, text("aim_th"), text("aim_en"), text("mechanism_th"),
        text("mechanism_en"), _SOURCE, _NOTE,
    ), key=("phase_code",), rules=(end_before_start("start_date", "end_date"),)),
    Table("milestones", (
        code("milestone_id", required=True), day("date", required=True), day("end_date"), _PRECISION,
        text("kind", required=True, allowed=MILESTONE_KINDS),
        *_TITLES, ref("phase_code", "phases"), text("place"), _SOURCE, _CONFIDENCE, _NOTE,
        ref("workshop_id", "workshops"),
    ), key=("milestone_id",), rules=(end_before_start("date", "end_date"),)),
    Table("agencies", (
        code("agency_code", required=True), number("display_order"), text("name_th", required=True),
        text("acronym_th"), text("name_en", required=True), text("acronym_en"),
        text("confidence_en", allowed=CONFIDENCES), _SOURCE, ref("source_id_en", "sources"), _NOTE,
    ), key=("agency_code",)),
    Table("programmes", (
        code("programme_code", required=True), *_NAMES, text("what_it_counts_th"), text("what_it_counts_en"),
        day("started_on"), _PRECISION, _SOURCE, _CONFIDENCE, text("named_in_seeds", allowed=("yes", "no")),
        _NOTE,
    ), key=("programme_code",)),
    Table("sources", (
        code("source_id", required=True), *_TITLES, text("publisher"), day("published_on"), _PRECISION,
        text("url"), text("file"), text("quote"), _CONFIDENCE, _NOTE,
    ), key=("source_id",)),
    Table("observations", (
        code("observation_id", required=True), text("indicator", required=True), text("scope", required=True),
        number("value", required=True), text("unit", required=True),
        text("qualifier", required=True, allowed=QUALIFIERS), day("as_of"), _PRECISION, _SOURCE,
        text("quote"), _NOTE,
    ), key=("observation_id",)),
    Table("conflicts", (
        code("conflict_id", required=True), text("what", required=True), text("what_th", required=True),
        ref("source_a", "sources", required=True), text("value_a"), ref("source_b", "sources", required=True),
        text("value_b"), text("how_to_show_th", required=True), text("how_to_show_en", required=True),
    ), key=("conflict_id",)),
    Table("network_growth", (
        day("as_of", required=True), _PRECISION, text("indicator", required=True),
        number("value", required=True), text("qualifier", required=True, allowed=QUALIFIERS), _SOURCE, _NOTE,
    ), key=("as_of", "indicator")),
)  # fmt: skip

_WORK = (
    Table("institutions", (
        own_code("institution_code"), *_OWN_NAMES, province(required=True),
        day("joined_on", optional=True), _SOURCE, _CONFIDENCE, _NOTE,
    ), key=("institution_code",)),
    Table("institution_service_areas", (
        ref("institution_code", "institutions", required=True), province(required=True),
        text("role", required=True, allowed=("host", "service_area")),
        day("valid_from", optional=True), day("valid_to", optional=True), _SOURCE, _NOTE,
    ), key=("institution_code", "province_code", "role", "valid_from"), rules=_VALID_IN_ORDER),
    Table("representatives", (
        own_code("representative_id"), ref("institution_code", "institutions", required=True),
        province(required=True), day("appointed_on", required=True), day("ended_on"), _SOURCE, _NOTE,
    ), key=("representative_id",), rules=(end_before_start("appointed_on", "ended_on"),), documented=False),
    Table("workshops", (
        own_code("workshop_id"), number("fiscal_year_be", "year_be"), number("round_no"),
        ref("phase_code", "phases"), day("start_date", required=True), day("end_date"), _PRECISION, *_OWN_TITLES,
        ref("group_code", "province_groups"), text("venue"), province(), number("participants"),
        text("participants_qualifier", allowed=QUALIFIERS), _SOURCE, _CONFIDENCE, _NOTE,
        text("scope", required=True, allowed=SCOPES),
    ), key=("workshop_id",), rules=WORKSHOP_RULES),
    Table("participations", (
        ref("workshop_id", "workshops", required=True), province(),
        text("role", required=True, allowed=ROLES), number("invited_count"), number("attended_count"),
        _SOURCE,
    ), key=("workshop_id", "province_code", "role"), documented=False),
    Table("projects", (
        own_code("project_id"), *_OWN_TITLES, ref("programme_code", "programmes"),
        ref("agency_code", "agencies"), ref("phase_code", "phases"),
        text("status", allowed=STATUSES), day("started_on"), day("ended_on"),
        number("fiscal_year_be", "year_be", required=True), number("allocated_baht", "money"),
        number("disbursed_baht", "money"), number("beneficiary_count"), _SOURCE,
    ), key=("project_id",), rules=PROJECT_RULES, documented=False),
    Table("project_locations", (
        ref("project_id", "projects", required=True), province(),
        text("precision", required=True, allowed=LOCATION_PRECISIONS), number("share", "share"), _SOURCE,
    ), key=("project_id", "province_code"), rules=LOCATION_RULES, documented=False),
    Table("plans", (
        own_code("plan_id"), province(required=True), day("needs_collected_on"), day("drafted_on"),
        day("approved_on"), day("in_provincial_plan_on"), _SOURCE,
    ), key=("plan_id",), rules=PLAN_RULES, documented=False),
    # The denominators of rates. The product ships no row: officers bring them, each with its document.
    Table("populations", (
        province(required=True), number("year_be", "year_be", required=True),
        number("people", required=True), _SOURCE, _NOTE,
    ), key=("province_code", "year_be"), documented=False),
    # Which areas and days a published list covers: only there is the absence of a row documented.
    Table("list_scopes", (
        _SOURCE, text("table_name", required=True, allowed=SCOPED), ref("programme_code", "programmes"), province(),
        day("valid_from", required=True), day("valid_to", required=True), _NOTE,
    ), key=("source_id", "table_name", "programme_code", "province_code", "valid_from"), rules=_VALID_IN_ORDER,
       documented=False),
)  # fmt: skip

TABLES: dict[str, Table] = {table.name: table for table in (*_GEOGRAPHY, *_FRAME, *_WORK)}


def _column_checks(column: Column) -> list[pa.Check]:
    checks = []
    if column.required and column.dtype == "str":
        checks.append(pa.Check(lambda cells: cells != "", name="blank"))
    elif column.required:
        checks.append(pa.Check(lambda cells: cells.notna(), name="blank", ignore_na=False))
    if column.allowed:
        words = ("", *column.allowed)
        checks.append(pa.Check(lambda cells: cells.isin(words), name="not-allowed"))
    if column.kind == "code" and not column.refers_to:
        pattern = OWN_CODE if column.own else r"(?:[a-z0-9][a-z0-9.-]*)?"
        checks.append(pa.Check(lambda cells: cells.str.fullmatch(pattern), name="bad-code"))
    if column.kind in ("count", "money", "share"):
        checks.append(pa.Check(lambda cells: cells >= 0, name="negative"))
    if column.kind == "share":
        checks.append(pa.Check(lambda cells: ~(cells > 1), name="share-over-one"))
    if column.kind == "year_be":
        checks.append(pa.Check(lambda cells: cells.between(2400, 2699), name="year-not-be"))
    return checks


def rule_name(table: Table, rule: Rule) -> str:
    """Return the name under which a row rule of a table reports: its number and its fault."""
    return f"{table.rules.index(rule)}:{rule.code}"


@cache
def frame_schema(name: str) -> pa.DataFrameSchema:
    """Return the pandera schema of a table, for frames whose cells were already converted.

    Checks carry the code of the fault they find; `duplicate-key` marks every row after the first.
    """
    table = TABLES[name]
    checks = [
        pa.Check(lambda rows, rule=rule: ~rule.broken(rows), name=rule_name(table, rule))
        for rule in table.rules
    ]
    if table.key:
        checks.append(pa.Check(lambda rows: ~rows.duplicated(list(table.key)), name="duplicate-key"))
    columns = {c.name: pa.Column(c.dtype, _column_checks(c), nullable=True) for c in table.columns}
    return pa.DataFrameSchema(columns, checks=checks, name=name, strict=False)


def empty(name: str) -> pd.DataFrame:
    """Return a frame of a table without rows, with its columns and dtypes."""
    return pd.DataFrame({c.name: pd.Series([], dtype=c.dtype) for c in TABLES[name].columns})
