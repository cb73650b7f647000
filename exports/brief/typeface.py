"""Make the typeface of printed matter: `python -m exports.brief.typeface`. Needs fontTools and uharfbuzz; nothing else does.

Sarabun draws a Thai syllable such as "ตั้" with three glyphs, one of them raised. A PDF can say which letters a
glyph stands for, but not that three glyphs at two heights are one cluster: writers then repeat the cluster, and a
reader copies "ตั้ตั้ง". Sarabun Print is Sarabun with one more glyph for each cluster of a consonant and its marks,
put together from the very same outlines at the very same places. One cluster is one glyph, so that text is copied,
searched and read aloud as it was written; it looks the same.
"""

import hashlib
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parents[1] / "fonts"
SOURCE = HERE / "source"
FAMILY = "Sarabun Print"
STYLES = ("Regular", "Bold")
LICENCE = "SIL Open Font License 1.1, see OFL-Sarabun.txt"

CONSONANTS = [chr(code) for code in range(0x0E01, 0x0E2F)]
VOWELS = [chr(code) for code in (0x0E31, 0x0E34, 0x0E35, 0x0E36, 0x0E37, 0x0E38, 0x0E39)]
TONES = [chr(code) for code in range(0x0E48, 0x0E4C)]
OTHER_MARKS = [chr(code) for code in (0x0E3A, 0x0E47, 0x0E4C, 0x0E4D, 0x0E4E)]
THANTHAKHAT, NIKHAHIT, AA, AM = "\u0e4c", "\u0e4d", "\u0e32", "\u0e33"


def clusters() -> list[str]:
    """Return every cluster of a consonant with marks, and with sara am, that Thai words are written with."""
    marks = [*VOWELS, *TONES, *OTHER_MARKS, *(vowel + tone for vowel in VOWELS for tone in TONES)]
    marks += [vowel + THANTHAKHAT for vowel in ("\u0e34", "\u0e38", "\u0e39")]
    marks += [AM, *(tone + AM for tone in TONES)]
    return [consonant + mark for consonant in CONSONANTS for mark in marks]


def as_shaped(cluster: str) -> str:
    """Return a cluster as a shaper sees it: sara am taken apart, its circle below the tone mark."""
    if not cluster.endswith(AM):
        return cluster
    return cluster[0] + NIKHAHIT + cluster[1:-1] + AA


def build(style: str) -> bytes:
    """Return one style of the typeface; the same source and library versions give the same bytes."""
    import uharfbuzz
    from fontTools.ttLib import TTFont

    path = SOURCE / f"Sarabun-{style}.ttf"
    font = TTFont(path, recalcTimestamp=False)
    names = font.getBestCmap()
    shaper = uharfbuzz.Font(uharfbuzz.Face(path.read_bytes()))
    order, parts, ligatures = list(font.getGlyphOrder()), font.getGlyphSet(), {}
    for cluster in clusters():
        name = "thai_" + "_".join(f"{ord(letter):04X}" for letter in cluster)
        _draw(font, parts, name, _shape(shaper, cluster, order))
        ligatures[tuple(names[ord(letter)] for letter in as_shaped(cluster))] = name
    font.setGlyphOrder([*order, *ligatures.values()])
    _ligate_first(font, ligatures)
    _rename(font, style)
    target = HERE / f"SarabunPrint-{style}.ttf"
    font.save(target)
    return target.read_bytes()


def _shape(shaper: Any, text: str, order: list[str]) -> tuple[list[tuple[str, int, int]], int]:
    """Return the glyphs of a text with their places, and the advance of the whole, in font units."""
    import uharfbuzz

    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(shaper, buffer)
    placed, pen = [], 0
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        placed.append((order[info.codepoint], pen + position.x_offset, position.y_offset))
        pen += position.x_advance
    return placed, pen


def _draw(font: Any, parts: Any, name: str, shaped: tuple[list[tuple[str, int, int]], int]) -> None:
    """Add a glyph that refers to the outlines of others; unhinted, as hints of parts would not fit together."""
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    placed, advance = shaped
    pen = TTGlyphPen(parts)
    for part, x, y in placed:
        pen.addComponent(part, (1, 0, 0, 1, x, y))
    glyph = pen.glyph()
    font["glyf"][name] = glyph
    glyph.recalcBounds(font["glyf"])
    font["hmtx"][name] = (advance, glyph.xMin)
    font["GDEF"].table.GlyphClassDef.classDefs[name] = 1


def _ligate_first(font: Any, ligatures: dict[tuple[str, ...], str]) -> None:
    """Put the ligatures before every other substitution, which would otherwise change their parts."""
    from fontTools.otlLib.builder import buildLigatureSubstSubtable, buildLookup

    table = font["GSUB"].table
    for record in table.FeatureList.FeatureRecord:
        record.Feature.LookupListIndex = [index + 1 for index in record.Feature.LookupListIndex]
    for lookup in table.LookupList.Lookup:
        for subtable in lookup.SubTable:
            _shift(getattr(subtable, "ExtSubTable", subtable))
    table.LookupList.Lookup.insert(0, buildLookup([buildLigatureSubstSubtable(ligatures)]))
    table.LookupList.LookupCount += 1
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == "ccmp":
            record.Feature.LookupListIndex.insert(0, 0)
            record.Feature.LookupCount += 1


def _shift(thing: Any) -> None:
    """Add one to every reference to a lookup below a subtable."""
    for name, value in vars(thing).items() if hasattr(thing, "__dict__") else ():
        for part in value if isinstance(value, list) else [value]:
            if name == "SubstLookupRecord":
                part.LookupListIndex += 1
            elif type(part).__module__.startswith("fontTools"):
                _shift(part)


def _rename(font: Any, style: str) -> None:
    full, plain = f"{FAMILY} {style}", FAMILY.replace(" ", "")
    said = {1: FAMILY, 2: style, 3: full, 4: full, 6: f"{plain}-{style}", 16: FAMILY, 17: style}
    for record in font["name"].names:
        if record.nameID in said:
            record.string = said[record.nameID]


def main() -> None:
    """Write every style with its sidecar."""
    for style in STYLES:
        content = build(style)
        sidecar = HERE / f"SarabunPrint-{style}.ttf.meta.toml"
        sidecar.write_text(
            f'title = "{FAMILY} {style}"\n'
            'producer = "The Sarabun Project Authors (Cadson Demak); clusters put together here"\n'
            f'url = "made from source/Sarabun-{style}.ttf"\n'
            f'accessed = "2026-11-21"\nlicence = "{LICENCE}"\n'
            f'sha256 = "{hashlib.sha256(content).hexdigest()}"\nbuilt_by = "python -m exports.brief.typeface"\n'
            'note = "one glyph for each cluster of a consonant and its marks; outlines and places unchanged"\n',
            encoding="utf-8",
        )


if __name__ == "__main__":
    main()
