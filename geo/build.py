"""Make the boundary files that a browser draws: `python -m geo.build`.

Source -> snapped provinces -> two levels of detail, simplified as one coverage so that neighbours keep one
common border -> one file per distinct state of provinces and of groups. The same source, tables and library
versions give the same bytes.
"""

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from geo import calendar
from geo.names import alias_table, short_group_name
from geo.natural_earth import SOURCE, read_provinces
from geo.shapes import DETAILS, compact_json, dissolve, simplify, to_geojson

ROOT = Path(__file__).resolve().parent.parent
FACTS = ROOT / "data" / "facts"
OUT = ROOT / "static" / "geo"
MANIFEST = ROOT / "geo" / "boundaries.json"
WORLD_STUB = "world_110m.json"  # the name plotly asks for under geo.scope "world", resolution 110
_STUB_LAYERS = ("coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits")


@dataclass(frozen=True)
class Facts:
    """The tables of data/facts that shape the map, dates as datetime64."""

    provinces: pd.DataFrame
    aliases: pd.DataFrame
    schemes: pd.DataFrame
    groups: pd.DataFrame
    members: pd.DataFrame


def read_facts(folder: Path = FACTS) -> Facts:
    """Return the tables that shape the map, read as text with their date columns converted."""

    def read(name: str, *dates: str) -> pd.DataFrame:
        frame = pd.read_csv(folder / f"{name}.csv", dtype=str, keep_default_na=False)
        return frame.assign(**{column: pd.to_datetime(frame[column].replace("", None)) for column in dates})

    valid = ("valid_from", "valid_to")
    return Facts(
        provinces=read("provinces", "established_on"),
        aliases=read("province_aliases"),
        schemes=read("group_schemes", *valid),
        groups=read("province_groups", *valid),
        members=read("province_group_members", *valid),
    )


def build(out: Path = OUT, manifest: Path = MANIFEST) -> list[Path]:
    """Write boundary files, their sidecars, plotly's stub and the manifest; return the files written.

    Older boundary files in `out` are removed, so that it always holds exactly what the manifest lists.
    """
    facts = read_facts()
    aliases = alias_table(provinces=facts.provinces, province_aliases=facts.aliases)
    source = read_provinces(aliases=aliases)
    files: dict[str, bytes] = {}
    entries: list[dict[str, Any]] = []
    for detail in DETAILS:
        simplified = simplify(source, detail)
        for state in [*_province_states(facts), *_group_states(facts)]:
            layer = dissolve(simplified, state.pop("code_of"))
            content = to_geojson(layer, state.pop("names"), detail.decimals)
            digest = hashlib.sha256(content).hexdigest()
            file = f"{state.pop('stem')}-{detail.name}.{digest[:8]}.geojson"
            files[file] = content
            codes = list(layer["code"])
            entries.append(
                {**state, "detail": detail.name, "file": file, "sha256": digest, "feature_count": len(codes)}
                | {"codes": codes}
            )
    files[WORLD_STUB] = _world_stub()
    written = _write(out, files)
    manifest.write_text(_manifest(entries), encoding="utf-8")
    return [*written, manifest]


def _province_states(facts: Facts) -> list[dict[str, Any]]:
    """One state per set of provinces: before Bueng Kan, and from its first day on."""
    births = sorted({moment.date() for moment in facts.provinces["established_on"].dropna()})
    starts: list[date | None] = [None, *births]
    states = []
    for start, following in zip(starts, [*births, None], strict=True):
        day = start or calendar.day_before(births[0])
        existing = calendar.provinces_on(facts.provinces, day)
        states.append(
            _state("province", None, start, following)
            | {
                "stem": f"provinces-{len(existing)}",
                "code_of": calendar.territories_on(facts.provinces, day),
                "names": existing.set_index("province_code")[["name_th", "name_en"]],
            }
        )
    return states


def _group_states(facts: Facts) -> list[dict[str, Any]]:
    """One state per distinct membership; days without documented members have none."""
    days = calendar.change_days(facts.provinces, facts.members)
    states = []
    for day, following in zip(days, [*days[1:], None], strict=True):
        members = calendar.members_on(facts.members, day)
        if members.empty:
            continue
        group_of = dict(zip(members["province_code"], members["group_code"], strict=True))
        territories = calendar.territories_on(facts.provinces, day)
        groups = calendar.groups_on(facts.groups, day)
        names = pd.DataFrame(
            {
                "name_th": groups["short_name_th"].values,
                "name_en": [short_group_name(name) for name in groups["name_en"]],
            },
            index=groups["group_code"],
        )
        scheme = calendar.scheme_on(facts.schemes, day)
        states.append(
            _state("group", scheme, day, following)
            | {
                "stem": f"groups-{scheme}",
                "code_of": {today: group_of[then] for today, then in territories.items() if then in group_of},
                "names": names,
            }
        )
    return states


def _state(level: str, scheme: str | None, start: date | None, following: date | None) -> dict[str, Any]:
    return {
        "level": level,
        "scheme": scheme,
        "valid_from": start.isoformat() if start else None,
        "valid_to": calendar.day_before(following).isoformat() if following else None,
    }


def _world_stub() -> bytes:
    """An empty world: plotly loads it before it draws any area, and would ask another host without it."""
    empty = {"type": "GeometryCollection", "geometries": []}
    return compact_json({"type": "Topology", "arcs": [], "objects": dict.fromkeys(_STUB_LAYERS, empty)})


def _manifest(entries: list[dict[str, Any]]) -> str:
    """One line per layer, so that a change of one shows as one line."""
    source = {"file": SOURCE.name, "sha256": hashlib.sha256(SOURCE.read_bytes()).hexdigest()}
    lines = ",\n".join("  " + json.dumps(entry, ensure_ascii=False) for entry in entries)
    return f'{{\n "source": {json.dumps(source)},\n "layers": [\n{lines}\n ]\n}}\n'


def _write(out: Path, files: dict[str, bytes]) -> list[Path]:
    out.mkdir(parents=True, exist_ok=True)
    for old in [*out.glob("*.geojson"), *out.glob("*.meta.toml")]:
        old.unlink()
    written = []
    for name, content in sorted(files.items()):
        sidecar = out / f"{name}.meta.toml"
        (out / name).write_bytes(content)
        sidecar.write_text(_sidecar(name, content), encoding="utf-8")
        written += [out / name, sidecar]
    return written


def _sidecar(name: str, content: bytes) -> str:
    stub = name == WORLD_STUB
    fields = {
        "title": "Empty world outline for offline maps" if stub else f"Thailand, {name.split('.')[0]}",
        "producer": "this repository"
        if stub
        else "this repository, from Natural Earth admin-1 states and provinces",
        "url": "https://www.naturalearthdata.com/downloads/10m-cultural-vectors/" if not stub else "",
        "accessed": "" if stub else "see geo/source/tha.json.gz.meta.toml",
        "licence": "public domain (Natural Earth)" if not stub else "public domain",
        "sha256": hashlib.sha256(content).hexdigest(),
        "built_by": "python -m geo.build",
        "note": "holds no shapes; the map library will not draw without it" if stub else "see geo/README.md",
    }
    return "".join(
        f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in fields.items() if value
    )


if __name__ == "__main__":
    for path in build():
        print(path.relative_to(ROOT), path.stat().st_size)
