"""Illustrative network institutions, the provinces they serve, and the representatives among them.

Written out rather than drawn, because it must agree with documented totals: 18 networks in January 2003,
42 in November 2009, more than 70 in 67 provinces in 2013, representatives in 61 provinces on 26 May 2011.
"""

from collections import Counter
from datetime import date

from data.illustration.base import SOURCE, Places, Row

# Signing day -> provinces of the institutions that joined; a province named again gets one more.
JOINED: dict[date, str] = {
    date(2003, 1, 1): "50 57 65 40 30 34 44 41 47 90 80 95 83 84 13 73 20 60",
    date(2004, 12, 15): "52 67 42 31 36 14 76 70 92",
    date(2006, 12, 18): "50 46 45 32 22 16 64 71",
    date(2008, 12, 22): "40 90 53 33 24 86 72",
    date(2009, 12, 21): "54 56 62 48 26 77 11 12 43 94 65 30 13",
    date(2010, 8, 16): "55 21 35 34 20",
    date(2011, 2, 14): "27 93 80 57",
    date(2012, 1, 16): "66 39 84 41",
    date(2012, 8, 20): "18 85 73 14",
    date(2014, 2, 17): "49 47",
    date(2014, 11, 17): "58 45",
}
# Serving institution -> provinces beyond its own, with the first day.
SERVED: dict[str, dict[str, date]] = {
    "sample-50-1": {"51": date(2003, 1, 1)},
    "sample-90-1": {"93": date(2004, 12, 15), "92": date(2003, 1, 1), "91": date(2014, 2, 17)},
    "sample-95-1": {"96": date(2004, 12, 15), "94": date(2003, 1, 1)},
    "sample-34-1": {"35": date(2004, 12, 15)},
    "sample-73-1": {"74": date(2006, 12, 18)},
    "sample-41-1": {"43": date(2006, 12, 18)},
    "sample-47-1": {"48": date(2006, 12, 18)},
    "sample-60-1": {"62": date(2006, 12, 18)},
    "sample-65-1": {"63": date(2008, 12, 22)},
    "sample-44-1": {"46": date(2009, 12, 21)},
    "sample-14-1": {"19": date(2009, 12, 21), "15": date(2014, 2, 17)},
    "sample-24-1": {"25": date(2009, 12, 21)},
    "sample-54-1": {"55": date(2009, 12, 21)},
    "sample-83-1": {"81": date(2010, 8, 16)},
    "sample-20-2": {"24": date(2010, 8, 16)},
    "sample-43-1": {"38": date(2012, 1, 16)},
    "sample-22-1": {"23": date(2012, 1, 16)},
}
# Appointment day -> provinces that got their first representative.
APPOINTED: dict[date, str] = {
    date(2009, 12, 21): "50 57 65 40 30 34 44 41 47 90 80 95 83 84 13 73 20 60 52 67 42 31 14 76 46 53 71 86",
    date(2010, 3, 15): "36 70 92 45 32 22 16 64 33 24 72",
    date(2010, 7, 5): "54 56 62 48 26 77 11 12 43",
    date(2010, 11, 8): "94 96 51 19 74 55 35",
    date(2011, 3, 14): "25 63 81 21 27 93",
    date(2012, 3, 19): "66 39",
    date(2012, 6, 18): "38",
    date(2012, 9, 10): "23",
    date(2012, 11, 19): "18",
    date(2013, 2, 18): "85",
    date(2014, 5, 19): "49",
    date(2014, 7, 21): "15",
    date(2015, 2, 16): "91",
}
# Province -> last day of its first representative, then who followed and from when (or nobody).
ENDED: dict[str, tuple[date, str, date | None]] = {
    "13": (date(2011, 1, 31), "sample-13-2", date(2011, 2, 1)),
    "40": (date(2011, 9, 30), "sample-40-2", date(2011, 10, 1)),
    "65": (date(2012, 9, 30), "sample-65-2", date(2012, 10, 1)),
    "46": (date(2012, 9, 30), "sample-44-1", date(2013, 1, 21)),
    "24": (date(2013, 9, 30), "sample-20-2", date(2014, 3, 17)),
    "77": (date(2013, 9, 30), "", None),
    "33": (date(2014, 9, 30), "", None),
}


def institutions(where: Places) -> list[Row]:
    """Return the network institutions, by province and order of joining; names are generic."""
    rows, counted = [], Counter[str]()
    for joined_on, codes in JOINED.items():
        for code in codes.split():
            counted[code] += 1
            n = counted[code]
            rows.append({
                "institution_code": f"sample-{code}-{n}",
                "name_th": f"สถาบันเครือข่ายสมมติ จ.{where.names_th[code]} ({n})",
                "name_en": f"Illustrative network institution, {where.names_en[code]} ({n})",
                "province_code": code, "joined_on": joined_on, "source_id": SOURCE,
            })  # fmt: skip
    return sorted(rows, key=lambda row: str(row["institution_code"]))


def service_areas(networks: list[Row]) -> list[Row]:
    """Return where each institution is host, and which other provinces it serves, from which day."""
    rows = []
    for network in networks:
        name, home, joined_on = network["institution_code"], network["province_code"], network["joined_on"]
        areas = [(home, "host", joined_on), (home, "service_area", joined_on)]
        areas += [(code, "service_area", day) for code, day in SERVED.get(str(name), {}).items()]
        rows += [
            {
                "institution_code": name,
                "province_code": code,
                "role": role,
                "valid_from": day,
                "source_id": SOURCE,
            }
            for code, role, day in areas
        ]
    return rows


def _institution_for(code: str, areas: list[Row], day: date) -> str:
    """Return the institution to appoint: the one that has served the province longest, hosts first."""
    able = [row for row in areas if row["province_code"] == code and row["valid_from"] <= day]  # type: ignore[operator]
    able.sort(key=lambda row: (row["role"] != "host", row["valid_from"], row["institution_code"]))
    return str(able[0]["institution_code"])


def representatives(areas: list[Row]) -> list[Row]:
    """Return the appointments: the first of each province, and the seven that ended."""
    rows: list[Row] = []
    for appointed_on, codes in APPOINTED.items():
        for code in codes.split():
            ended_on, successor, succeeded_on = ENDED.get(code, (None, "", None))
            chain: list[tuple[str, date, date | None]] = [
                (_institution_for(code, areas, appointed_on), appointed_on, ended_on)
            ]
            if succeeded_on:
                chain.append((successor, succeeded_on, None))
            rows += [
                {
                    "representative_id": f"sample-rep-{code}-{n}",
                    "institution_code": name,
                    "province_code": code,
                    "appointed_on": start,
                    "ended_on": end,
                    "source_id": SOURCE,
                }
                for n, (name, start, end) in enumerate(chain, start=1)
            ]
    return sorted(rows, key=lambda row: str(row["representative_id"]))


def network_days(areas: list[Row]) -> dict[str, date]:
    """Return the first day each province had a network institution, for provinces that ever did."""
    first: dict[str, date] = {}
    for row in areas:
        code, day = str(row["province_code"]), row["valid_from"]
        assert isinstance(day, date)  # noqa: S101  a promise of service_areas, for the type checker
        first[code] = min(first.get(code, day), day)
    return first
