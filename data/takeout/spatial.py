"""Records for maps: rows with the boundary of their province, as a GeoPackage or as GeoJSON.

Boundaries are those of the newest layer (77 provinces), in longitude and latitude (EPSG:4326). A row without a
province, such as a nationwide project, keeps its place in the table and has no geometry.
"""

import json
import sqlite3
import tempfile
from contextlib import closing
from datetime import date
from io import BytesIO
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pyogrio
import shapely

from data.takeout import arrow
from data.takeout.parcel import Parcel, written, zipped
from geo import boundaries

LATEST = date(2199, 12, 31)
BOUNDARIES = "province_boundaries"
DECIMALS = 4  # about 10 m, finer than the boundaries are


def geopackage(parcel: Parcel) -> bytes:
    """Return a GeoPackage: the boundaries, a layer per table with provinces, plain tables for the rest, and `about`."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "records.gpkg"
        _layer(_shapes(), BOUNDARIES, path, parcel)
        for name, frame in parcel.tables.items():
            _layer(placed(frame) if "province_code" in frame else _days(frame), name, path, parcel)
        about = pd.DataFrame(_statement(parcel), columns=["about", "text"])
        _layer(about, "about", path, parcel)
        return _dated(path, parcel.day)


def _dated(path: Path, day: date) -> bytes:
    """Return the file with the day of taking out in it: the library's own setting would hold for every thread at once.

    Written anew by SQLite: how often the library wrote into it, and in which order, is not part of an answer.
    """
    whole = path.with_name("whole.gpkg")
    stamp = f"{day:%Y-%m-%d}T00:00:00.000Z"
    with closing(sqlite3.connect(path)) as package:
        package.execute("UPDATE gpkg_contents SET last_change = ?", (stamp,))
        package.execute("UPDATE gpkg_metadata_reference SET timestamp = ?", (stamp,))
        package.commit()
        package.execute("VACUUM INTO ?", (str(whole),))
    return whole.read_bytes()


def geojson(parcel: Parcel) -> bytes:
    """Return a feature collection for one table, a zip of them with README.txt for several.

    Tables without provinces have features without geometry. Blank cells are null; the statement stands beside the
    features under `sti`.
    """
    files = {f"{name}.geojson": _collection(name, frame, parcel) for name, frame in parcel.tables.items()}
    if len(files) == 1:
        return next(iter(files.values()))
    readme = parcel.readme(parcel.reader.t("takeout-boundaries"))
    return zipped({"README.txt": readme.encode()} | files, parcel.day)


def geoparquet(parcel: Parcel) -> bytes:
    """Return GeoParquet 1.1 for one table, a zip of them with README.txt for several.

    Rows keep the exact types of Parquet and get the boundary of their province; a table without provinces is a plain
    Parquet file.
    """
    files = {f"{name}.parquet": _parquet(frame, parcel) for name, frame in parcel.tables.items()}
    if len(files) == 1:
        return next(iter(files.values()))
    readme = parcel.readme(parcel.reader.t("takeout-boundaries"))
    return zipped({"README.txt": readme.encode()} | files, parcel.day)


def _parquet(frame: pd.DataFrame, parcel: Parcel) -> bytes:
    if "province_code" not in frame:
        return arrow.file(frame, parcel)
    made, out = placed(frame), BytesIO()
    made.attrs = {"sti": arrow.statement(parcel)}
    made.to_parquet(out, index=False, compression="zstd", schema_version="1.1.0")
    return out.getvalue()


def placed(frame: pd.DataFrame) -> gpd.GeoDataFrame:
    """Return the rows of a table with the boundary of their province_code; None where they name none."""
    shapes = _shapes().set_index("province_code")["geometry"]
    return gpd.GeoDataFrame(
        _days(frame), geometry=frame["province_code"].map(shapes).to_numpy(), crs="EPSG:4326"
    )


def _shapes() -> gpd.GeoDataFrame:
    shapes = boundaries.frame(boundaries.layer("province", LATEST))
    return shapes.rename(columns={"code": "province_code"})


def _days(frame: pd.DataFrame) -> pd.DataFrame:
    """Return a frame whose dates are days without a time, as a GeoPackage knows them."""
    days = {
        c: frame[c].dt.date.astype("object").where(frame[c].notna(), None)
        for c in frame
        if frame[c].dtype.kind == "M"
    }
    return frame.assign(**days)


def _statement(parcel: Parcel) -> list[tuple[str, str]]:
    return [*parcel.statement(), (BOUNDARIES, parcel.reader.t("takeout-boundaries"))]


def _layer(frame: pd.DataFrame, name: str, path: Path, parcel: Parcel) -> None:
    told = {"release": parcel.release, "day": parcel.day.isoformat(), "filters": parcel.words or "-"}
    more = (
        {"geometry_type": "MultiPolygon", "promote_to_multi": True}
        if isinstance(frame, gpd.GeoDataFrame)
        else {}
    )
    pyogrio.write_dataframe(
        frame, path, layer=name, driver="GPKG", append=path.exists(), use_arrow=True,
        layer_metadata=told, **more,
    )  # fmt: skip


def _collection(name: str, frame: pd.DataFrame, parcel: Parcel) -> bytes:
    shapes = {}
    if "province_code" in frame:
        own = _shapes().set_index("province_code")["geometry"]
        geometries = shapely.set_precision(own.values, 10**-DECIMALS)
        shapes = {
            code: json.loads(shapely.to_geojson(shape))
            for code, shape in zip(own.index, geometries, strict=True)
        }
    features = [
        {"type": "Feature", "properties": row, "geometry": shapes.get(row.get("province_code"))}
        for row in _rows(frame)
    ]
    told = {"release": parcel.release, "day": parcel.day.isoformat(), "statement": dict(_statement(parcel))}
    made = {"type": "FeatureCollection", "name": name, "sti": told, "features": features}
    return json.dumps(made, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def _rows(frame: pd.DataFrame) -> list[dict[str, object]]:
    """Return the rows as JSON values: numbers as numbers, days as ISO text, blanks as null."""
    numbers = [name for name in frame if frame[name].dtype.kind in "fiu"]
    texts = [
        {name: cell or None for name, cell in row.items()}
        for row in written(frame.drop(columns=numbers)).to_dict("records")
    ]
    values = [
        {name: None if pd.isna(cell) else cell for name, cell in zip(numbers, row, strict=True)}
        for row in frame[numbers].astype("object").itertuples(index=False, name=None)
    ] if numbers else [{} for _ in texts]  # fmt: skip
    both = ({**text, **value} for text, value in zip(texts, values, strict=True))
    return [{name: row[name] for name in frame.columns} for row in both]
