"""The list of what is missing as a table and as a file."""

from html import escape
from typing import Any

import pandas as pd

from data.records import Records
from exports import tabular
from figures import drawn, words
from locales import Reader
from measures import gaps
from measures.selection import Selection
from shell import lists, markup


def _ordered(rows: pd.DataFrame, names: dict[str, str], reader: Reader) -> list[dict[Any, Any]]:
    """Return the rows: groups that lack most first, provinces in dictionary order, then by subject."""
    most = rows["group_code"].value_counts().to_dict()
    places: dict[str, int] = {}
    for column, known in (("group_code", names), ("area_code", None)):
        codes = rows.drop_duplicates(column).to_dict("records")
        words = {
            row[column]: known.get(row[column], "") if known else reader.pick(row, "name") for row in codes
        }
        order = {word: place for place, word in enumerate(reader.sorted(set(words.values())))}
        places |= {code: order[word] for code, word in words.items()}
    return sorted(
        rows.to_dict("records"),
        key=lambda row: (
            -most[row["group_code"]],
            places[row["group_code"]],
            places[row["area_code"]],
            gaps.KINDS.index(row["kind"]),
            gaps.EXPECTATIONS.index(row["expectation"]),
        ),
    )


def table(
    rows: pd.DataFrame, records: Records, selection: Selection, reader: Reader, subject: str, title: str
) -> str:
    names = dict(drawn.group_names(records, selection, reader))
    kinds = subject in ("all", "not_reported")
    columns = ["province", "group", *(["kind"] if kinds else []), "reason", "since", "nearest", "evidence"]
    made = []
    for row in _ordered(rows, names, reader):
        cells = {
            "province": f"<b>{lists.go(reader.pick(row, 'name'), 'area', area=row['area_code'])}</b>",
            "group": escape(names.get(row["group_code"], "")),
            "kind": escape(_kind(row, reader)),
            "reason": "<br>".join(
                filter(None, (escape(words.reason(row["reason"], reader)), lists.amend_gap(row)))
            ),
            "since": f'<span class="sti-label">{escape(reader.t("gap-column-since"))} </span>'
            + escape(_since(row, reader)),
            "nearest": escape(_nearest(row, records, reader)),
            "evidence": markup.sample_tag(row["evidence"], reader),
        }
        made.append([cells[name] for name in columns])
    heads = [reader.t(f"gap-column-{name}") for name in columns]
    return f'<div class="sti-gaps">{markup.html_table(heads, made, caption=title)}</div>'


def _kind(row: dict[Any, Any], reader: Reader) -> str:
    if row["kind"] == "not_reported":
        return f"{reader.t('gap-expectation-' + row['expectation'])}: {reader.t('gap-kind-not_reported')}"
    return reader.t(f"gap-kind-{row['kind']}")


def _since(row: dict[Any, Any], reader: Reader) -> str:
    return reader.t("gap-since-unknown") if pd.isna(row["since"]) else reader.date(row["since"].date())


def _nearest(row: dict[Any, Any], records: Records, reader: Reader) -> str:
    if not row["nearest_code"]:
        return ""
    here = f"gap-nearest-here-{row['nearest_kind']}"
    if row["nearest_code"] == row["area_code"] and reader.has(here):
        return reader.t(here)
    name = reader.pick(records.provinces.set_index("province_code").loc[row["nearest_code"]], "name")
    return reader.t(f"gap-nearest-{row['nearest_kind']}", name=name, km=reader.number(row["nearest_km"]))


def csv(
    rows: pd.DataFrame, records: Records, selection: Selection, reader: Reader, stamp: tabular.Stamp
) -> bytes:
    """Return the whole list: every row with its subject, the nearest help and its distance as a number."""
    names = dict(drawn.group_names(records, selection, reader))
    provinces = records.provinces.set_index("province_code")
    made, ordered = [], list(_ordered(rows, names, reader))
    for row in ordered:
        near, km = row["nearest_code"], row["nearest_km"]
        made.append(
            (
                reader.pick(row, "name"),
                names.get(row["group_code"], ""),
                _kind(row, reader),
                words.reason(row["reason"], reader),
                _since(row, reader),
                reader.pick(provinces.loc[near], "name") if near else "",
                "" if pd.isna(km) else round(float(km)),
                reader.t(f"evidence-{row['evidence']}") if row["evidence"] else "",
            )
        )
    columns = ("province", "group", "kind", "reason", "since", "nearest", "km", "evidence")
    frame = pd.DataFrame(made, columns=[reader.t(f"gap-column-{name}") for name in columns])
    return tabular.of_table(frame, ordered, stamp, reader)
