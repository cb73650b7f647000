"""Take records out: the same rows as spreadsheet files, for analysis, for maps and as a described data package.

Promises: a strict foreign reader reads every format. May import data.

`make` is the one entrance. Every file says which release it holds, when it was taken out and by which filters;
its name carries release and day. The same question of the same release on the same day gives the same rows.
"""

from collections.abc import Callable, Iterable
from datetime import date

from data.records import Records
from data.schema import TABLES
from data.takeout import arrow, package, spatial, spreadsheet
from data.takeout.parcel import Parcel, UntakeableError, pack
from locales import Reader

__all__ = ["FORMS", "UntakeableError", "make", "mime", "name", "refusal"]

RENDER: dict[str, Callable[[Parcel], bytes]] = {
    "xlsx": spreadsheet.xlsx,
    "csv": spreadsheet.csv_zip,
    "parquet": arrow.parquet,
    "gpkg": spatial.geopackage,
    "geojson": spatial.geojson,
    "geoparquet": spatial.geoparquet,
    "datapackage": package.render,
}
FORMS = tuple(RENDER)
"""What can be taken out, in the order a reader is offered it."""
MIMES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "gpkg": "application/geopackage+sqlite3",
    "zip": "application/zip",
    "parquet": "application/vnd.apache.parquet",
    "geojson": "application/geo+json",
}


def make(
    records: Records,
    *,
    form: str,
    reader: Reader,
    tables: Iterable[str] | None = None,
    words: str = "",
    day: date | None = None,
    published: date | None = None,
) -> tuple[str, bytes]:
    """Return the name and the bytes of a file with these tables of the records, in the schema's order.

    form: one of FORMS. csv and datapackage are zip files; parquet, geojson and geoparquet are one file for one
    table, a zip of them for several. tables: None for all. words: the filters as a reader says them, "" for everything.
    day: the day of taking out, today when None. published: the day the release was published, None: not stated.

    Raises ValueError for an unknown form or table, and UntakeableError when a form cannot hold the rows.
    """
    if form not in FORMS:
        raise ValueError(f"expected one of {FORMS}, got {form!r}")
    parcel = pack(records, tables, words, reader, day or date.today(), published)
    return name(parcel.release, form=form, tables=parcel.tables, day=parcel.day), RENDER[form](parcel)


def name(release: str, *, form: str, tables: Iterable[str] | None = None, day: date | None = None) -> str:
    """Return the name of a file before it is made: what it holds, the day and the release."""
    asked = list(TABLES if tables is None else tables)
    several = len(asked) > 1
    what = "records" if several else asked[0].replace("_", "-")
    if form == "datapackage":
        what += "-datapackage"
    if form == "geoparquet":
        what += "-geo"
    if form in ("parquet", "geojson", "geoparquet"):
        own = form.removeprefix("geo") if form == "geoparquet" else form
        ending = f"{own}.zip" if several else own
    else:
        ending = {"csv": "csv.zip", "datapackage": "zip"}.get(form, form)
    return f"sti-{what}-{day or date.today():%Y-%m-%d}-{release[:8]}.{ending}"


def mime(file: str) -> str:
    """Return the media type of a file by its name."""
    return MIMES[file.rpartition(".")[2]]


def refusal(records: Records, *, form: str, tables: Iterable[str] | None = None) -> UntakeableError | None:
    """Return why a form cannot hold these tables, before anything is made; None when it can."""
    if form != "xlsx":
        return None
    try:
        for table in tables or TABLES:
            spreadsheet.check(table, getattr(records, table))
    except UntakeableError as error:
        return error
    return None
