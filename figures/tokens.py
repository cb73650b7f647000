"""Colours and type of the product, light and dark. Contrasts are checked in tests/test_tokens.py."""

from dataclasses import dataclass

from locales import Reader


@dataclass(frozen=True)
class Tokens:
    """One sheet's colours. `paper` is the sheet itself; sequences run from little to much.

    reached, partly, missing, not_reported and not_applicable are the states of every figure;
    each `*_on` colour is the ink to write on its fill. zero is a reported nothing among amounts, group_only
    an area of which only its group's projects are known,
    outside an area the filter leaves out, plain a fill that says nothing (a card, a track).
    """

    paper: str
    ink: str
    muted: str
    rule: str
    plain: str
    reached: str
    reached_on: str
    reached_text: str
    partly: str
    partly_on: str
    accent: str
    phases: tuple[str, str, str]
    phases_on: tuple[str, str, str]
    missing: str
    missing_on: str
    missing_text: str
    zero: str
    group_only: str
    group_only_line: str
    not_applicable: str
    not_applicable_line: str
    not_reported: str
    not_reported_line: str
    outside: str
    outside_line: str
    sequential: tuple[str, str, str, str, str]
    diverging: tuple[str, str, str, str, str]
    note_paper: str
    note_ink: str


LIGHT = Tokens(
    paper="#FFFFFF",
    ink="#14202E",
    muted="#5B6776",
    rule="#DFE4EA",
    plain="#F4F6F8",
    reached="#12616F",
    reached_on="#FFFFFF",
    reached_text="#12616F",
    partly="#8CC3C9",
    partly_on="#14202E",
    accent="#1F7A8C",
    phases=("#A9CBD3", "#5C9FAE", "#1F7A8C"),
    phases_on=("#14202E", "#14202E", "#FFFFFF"),
    missing="#F2994A",
    missing_on="#14202E",
    missing_text="#B84A17",
    zero="#FBE3CB",
    group_only="#E8E1F1",
    group_only_line="#7F719C",
    not_applicable="#ECEFF2",
    not_applicable_line="#818C98",
    not_reported="#C3CAD2",
    not_reported_line="#76818E",
    outside="#F4F6F8",
    outside_line="#C3CAD2",
    sequential=("#E6F2F1", "#B3DAD6", "#6DB7B8", "#2B8794", "#0E5468"),
    diverging=("#A8431A", "#E39B6C", "#F3F1EC", "#7CB5BC", "#17616F"),
    note_paper="#FFF4E5",
    note_ink="#7A4B00",
)
DARK = Tokens(
    paper="#0F1720",
    ink="#E8EDF2",
    muted="#9AA7B5",
    rule="#2A3644",
    plain="#17212C",
    reached="#1B7485",
    reached_on="#FFFFFF",
    reached_text="#62C1D0",
    partly="#7CBFC9",
    partly_on="#0F1720",
    accent="#5DB9CA",
    phases=("#26505C", "#2E7787", "#7CC3D0"),
    phases_on=("#E8EDF2", "#FFFFFF", "#0F1720"),
    missing="#FFC783",
    missing_on="#0F1720",
    missing_text="#F5B56A",
    zero="#5A4630",
    group_only="#3A3350",
    group_only_line="#9A8CB8",
    not_applicable="#1D2834",
    not_applicable_line="#738090",
    not_reported="#465362",
    not_reported_line="#8592A1",
    outside="#1A2530",
    outside_line="#465362",
    sequential=("#1B3A45", "#22606D", "#358E9B", "#74BFC5", "#CDEDEA"),
    diverging=("#F6A06B", "#96583A", "#333D48", "#2F7480", "#8AD6E0"),
    note_paper="#3A2A10",
    note_ink="#FFD9A0",
)
FONT = '"IBM Plex Sans Thai", "IBM Plex Sans", Sarabun, sans-serif'


def tokens(reader: Reader) -> Tokens:
    """Return the colours of the reader's sheet."""
    return DARK if reader.dark else LIGHT


def _linear(channel: int) -> float:
    share = channel / 255
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)


def luminance(colour: str) -> float:
    """Return the relative luminance (0 to 1) of a #RRGGBB colour, as WCAG 2.2 defines it."""
    red, green, blue = (_linear(int(colour[i : i + 2], 16)) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the WCAG contrast ratio (1 to 21) of two #RRGGBB colours."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def ink_on(fill: str, sheet: Tokens) -> str:
    """Return the sheet's ink or paper, whichever reads better on a fill."""
    return max((sheet.ink, sheet.paper), key=lambda ink: contrast(ink, fill))
