"""What lists hold beside a table's own columns, and what a list need not hold because it can be made or asked once."""

from data.columns import Column, Table

# A project and its places stand in one row: provinces, groups, or several of them in a cell.
PLACES: dict[str, tuple[Column, ...]] = {
    "projects": (Column("province_code", "text"), Column("group_code", "text")),
}
# Appointments may say where the institution sits, which makes it known (`hosts`).
HOST = "host_province_code"
HOSTS: dict[str, tuple[Column, ...]] = {"representatives": (Column(HOST, "text"),)}
# Columns that are made from what the row is where no header names them (`ids`, `inferred`).
MADE: dict[str, tuple[str, ...]] = {
    "projects": ("project_id",),
    "workshops": ("workshop_id", "scope"),
    "plans": ("plan_id",),
    "representatives": ("representative_id",),
    "institutions": ("institution_code",),
}
# What a whole list has in common, asked once where no header names it; "" says that it is not stated.
COMMON: dict[str, tuple[str, ...]] = {"projects": ("fiscal_year_be", "programme_code", "status")}
# The same, but nothing hangs on it: offered, not asked.
OFFERED: dict[str, tuple[str, ...]] = {"projects": ("agency_code",)}
NEEDED = ("fiscal_year_be",)  # of those, what cannot stay unstated


def columns_of(table: Table) -> list[str]:
    """Return the columns a sheet of a table may have: its own, and those of what stands beside it."""
    beside = (*PLACES.get(table.name, ()), *HOSTS.get(table.name, ()))
    return [*table.names, *(column.name for column in beside if column.name not in table.names)]


def spared(table: str) -> tuple[str, ...]:
    """Return the required columns a list may lack."""
    return (*MADE.get(table, ()), *COMMON.get(table, ()))
