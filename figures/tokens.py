"""Colours and type of the product, light and dark. Contrasts are checked in tests/test_tokens.py."""

from dataclasses import dataclass

from locales import Reader


@dataclass(frozen=True)
class Tokens:
    """One sheet's colours. `paper` is the sheet itself; sequences run from little to much."""

    paper: str
    ink: str
    muted: str
    rule: str
    reached: str
    reached_text: str
    accent: str
    phases: tuple[str, str, str]
    missing: str
    missing_text: str
    not_applicable: str
    not_applicable_line: str
    not_reported: str
    not_reported_line: str
    sequential: tuple[str, str, str, str, str]
    diverging: tuple[str, str, str, str, str]
    note_paper: str
    note_ink: str


LIGHT = Tokens(
    paper="#FFFFFF",
    ink="#14202E",
    muted="#5B6776",
    rule="#DFE4EA",
    reached="#12616F",
    reached_text="#12616F",
    accent="#1F7A8C",
    phases=("#A9CBD3", "#5C9FAE", "#1F7A8C"),
    missing="#F2994A",
    missing_text="#B84A17",
    not_applicable="#ECEFF2",
    not_applicable_line="#8A94A0",
    not_reported="#CDD3DA",
    not_reported_line="#8A94A0",
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
    reached="#3FA7B8",
    reached_text="#62C1D0",
    accent="#5DB9CA",
    phases=("#2B5A66", "#3F8796", "#62B4C4"),
    missing="#F2B66D",
    missing_text="#F5B56A",
    not_applicable="#1D2834",
    not_applicable_line="#6B7886",
    not_reported="#3A4653",
    not_reported_line="#6B7886",
    sequential=("#17313B", "#1F5460", "#2F7F8C", "#5DB0B8", "#B7E3E1"),
    diverging=("#F0905A", "#9A5A3A", "#2A323B", "#2F7480", "#7FD0DC"),
    note_paper="#3A2A10",
    note_ink="#FFD9A0",
)
FONT = '"IBM Plex Sans Thai", "IBM Plex Sans", Sarabun, sans-serif'


def tokens(reader: Reader) -> Tokens:
    """Return the colours of the reader's sheet."""
    return DARK if reader.dark else LIGHT
