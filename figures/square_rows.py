"""Groups as rows of squares: which provinces each has, in which state, in which order."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from figures import findings, words
from locales import Reader
from measures.catalogue import MeasureSpec


def square_rows(
    frame: pd.DataFrame, provinces: pd.DataFrame, spec: MeasureSpec, reader: Reader
) -> list[dict[str, Any]]:
    """Return one dictionary per group inside the filter: code, name, states, reached, unknown, of, count.

    Ordered by the number of provinces known to be missing, then by the share reached, then by name.
    Groups without any report stand last.
    """
    rank = {state: i for i, state in enumerate(spec.states)}
    members: dict[str, list[str]] = {}
    for group_code, state in zip(provinces["group_code"], provinces["state"], strict=True):
        if state != "not_applicable":
            members.setdefault(group_code, []).append(state)
    rows = []
    for group in frame[frame["in_filter"]].to_dict("records"):
        states = sorted(members.get(group["area_code"], []), key=rank.__getitem__)
        reached, unknown = sum(s in spec.reached for s in states), states.count("not_reported")
        silent = unknown == len(states)
        rows.append(
            {
                "code": group["area_code"],
                "name": reader.pick(group, "name"),
                "states": states,
                "reached": reached,
                "unknown": unknown,
                "of": len(states),
                "count": _count_text(reached, states, silent, reader),
            }
        )
    return sorted(rows, key=lambda row: _row_order(row, reader))


def _count_text(reached: int, states: Sequence[str], silent: bool, reader: Reader) -> str:
    if not states:
        return reader.t("figures-state-not-applicable")
    return reader.t("figures-state-not-reported") if silent else words.out_of(reached, len(states), reader)


def _row_order(row: dict[str, Any], reader: Reader) -> tuple[Any, ...]:
    missing = row["of"] - row["reached"] - row["unknown"]
    share = row["reached"] / row["of"] if row["of"] else 1.0
    silent = row["unknown"] == row["of"]
    return silent, -missing, share, findings.name_key(row["name"], reader)


def square_table(rows: list[dict[str, Any]], spec: MeasureSpec, reader: Reader) -> pd.DataFrame:
    t = reader.t
    columns = [t("figures-column-group"), t("figures-column-reached"), t("figures-column-missing")]
    columns += [t("figures-column-unknown"), t("figures-column-of")]
    return pd.DataFrame(
        [
            (
                row["name"],
                row["reached"],
                row["of"] - row["reached"] - row["unknown"],
                row["unknown"],
                row["of"],
            )
            for row in rows
        ],
        columns=columns,
    )
