"""Where sample projects work: one province, several with or without shares, a group, the whole country."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from data.illustration.base import SOURCE, Places, Row

SCHEME_2551_START = date(2008, 1, 15)
SEVERAL = 0.15  # share of projects in more than one province
WHOLE_GROUP = 0.25  # of those, stated for a province group only
UNSTATED = 0.4  # of the rest, without shares
# Provinces where more happens than elsewhere; every other one counts 1.
WEIGHTS = {"50": 4.0, "40": 3.6, "30": 3.4, "90": 3.0, "65": 2.8, "34": 2.6, "41": 2.4, "57": 2.4, "80": 2.4,
           "84": 2.0, "20": 2.0, "73": 2.0, "13": 2.0, "52": 1.8, "31": 1.8, "44": 1.8, "83": 1.6, "95": 1.5,
           "60": 1.5, "71": 1.5, "47": 1.5, "67": 1.4, "39": 0.6, "49": 0.5, "37": 0.4, "17": 0.4, "15": 0.5,
           "75": 0.5, "58": 0.4, "85": 0.4, "82": 0.4, "61": 0.5, "91": 0.5, "23": 0.5}  # fmt: skip
# Small firms with consultants are where factories are, Bangkok included.
INDUSTRIAL = {"10": 6.0, "13": 5.0, "11": 5.0, "12": 3.0, "20": 4.0, "21": 3.0, "74": 4.0, "73": 3.5,
              "14": 3.0, "50": 3.5, "40": 3.0, "30": 4.0, "90": 3.0, "57": 1.6, "65": 1.4, "80": 1.6,
              "24": 2.0, "19": 1.8}  # fmt: skip


@dataclass(frozen=True)
class Spread:
    """The places projects can be in: documented provinces and groups, and when each got a network."""

    where: Places
    networks: dict[str, date]

    def home(self, programme: str, needs_network: bool, day: date, rng: np.random.Generator) -> str:
        """Draw the main province of a project that starts on a day."""
        industrial = programme == "itap"
        codes = [c for c in self.where.names_th if self.where.exists(c, day) and (c != "10" or industrial)]
        if needs_network:
            codes = [code for code in codes if self.networks.get(code, date.max) <= day]
        if programme == "regional-science-park":
            codes = [code for code in ("50", "65", "57", "40", "30", "34", "44", "90", "80") if code in codes]
        scale = INDUSTRIAL if industrial else WEIGHTS
        weights = np.array([scale.get(code, 0.35 if industrial else 1.0) for code in codes])
        return codes[int(rng.choice(len(codes), p=weights / weights.sum()))]


def locations(
    project: Row, needs_network: bool, nationwide: float, fixed: str, spread: Spread, rng: np.random.Generator
) -> list[Row]:
    """Return the places of one project.

    fixed: a province_code or group_code that is given, not drawn. Shares of a project add up to 1, or none
    is stated; a group or the whole country never has one.
    """
    day, name = project["started_on"], str(project["programme_code"])
    assert isinstance(day, date)  # noqa: S101  for the type checker
    key = {"project_id": project["project_id"], "source_id": SOURCE}
    if fixed.startswith("2551"):
        return [
            {**key, "province_code": code, "precision": "group"} for code in spread.where.members(fixed, day)
        ]
    if not fixed and rng.random() < nationwide:
        return [{**key, "province_code": "", "precision": "nationwide"}]
    home = fixed or spread.home(name, needs_network, day, rng)
    one = [{**key, "province_code": home, "precision": "province", "share": "1"}]
    if (
        fixed or home == "10" or name == "itap" or rng.random() >= SEVERAL * 1.45
    ):  # most ITAP firms have one site
        return one
    near = [code for code in spread.where.members(spread.where.groups[home], day) if code != home]
    if rng.random() < WHOLE_GROUP and day >= SCHEME_2551_START:
        return [{**key, "province_code": code, "precision": "group"} for code in sorted([home, *near])]
    size = int(rng.integers(1, len(near) + 1))
    codes = [home, *(near[i] for i in sorted(rng.choice(len(near), size=size, replace=False)))]
    if rng.random() < UNSTATED:
        return [{**key, "province_code": code, "precision": "province"} for code in codes]
    shares = _shares(len(codes), rng)
    return [
        {**key, "province_code": code, "precision": "province", "share": f"{share / 100:.2f}"}
        for code, share in zip(codes, shares, strict=True)
    ]


def _shares(places: int, rng: np.random.Generator) -> list[int]:
    """Return whole percentages in steps of five that add up to 100, the main province first and largest."""
    extra = 20 - places
    parts = rng.multinomial(extra, rng.dirichlet([3.0, *([1.2] * (places - 1))]))
    steps = sorted((int(part) + 1 for part in parts), reverse=True)
    return [5 * step for step in steps]


def place_words(here: list[Row], where: Places) -> tuple[str, str]:
    """Return how a title names the places of a project, in Thai and English."""
    first = str(here[0]["province_code"])
    if here[0]["precision"] == "nationwide":
        return "ทั่วประเทศ", "nationwide"
    if here[0]["precision"] == "group":
        group = where.groups[first]
        return f"กลุ่มจังหวัด{where.group_names_th[group]}", where.group_names_en[group]
    prefix = "" if first == "10" else "จ."
    if len(here) == 1:
        return f"{prefix}{where.names_th[first]}", where.names_en[first]
    return f"{prefix}{where.names_th[first]} และจังหวัดใกล้เคียง", f"{where.names_en[first]} and neighbours"
