"""Notes at cells of a sheet: beside those that are there, or with them where a cell has one."""

from __future__ import annotations

import re

from lxml import etree

from data.intake.grids import cell_of
from data.intake.parts import Element, Package, child, is_strict, local, relation_space, within

AUTHOR = "วทน. จังหวัด"  # who speaks in the notes
_COMMENTS = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_VML = "application/vnd.openxmlformats-officedocument.vmlDrawing"
# What a sheet's markup may hold behind its drawing of notes.
_BEHIND = (
    "legacyDrawingHF",
    "drawingHF",
    "picture",
    "oleObjects",
    "controls",
    "webPublishItems",
    "tableParts",
    "extLst",
)
_SPACES = ('xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
           'xmlns:x="urn:schemas-microsoft-com:office:excel"')  # fmt: skip
_KIND = (f'<v:shapetype {_SPACES} id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
         '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>')  # fmt: skip
_SHAPE = (
    '<v:shape {spaces} id="_x0000_s{number}" type="#_x0000_t202" style={style} fillcolor="#ffffe1" o:insetmode="auto">'
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor>'
    "<x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
)
_STYLE = (
    '"position:absolute;margin-left:60pt;margin-top:2pt;width:240pt;height:90pt;z-index:1;visibility:hidden"'
)
_WIDE, _HIGH = 4, 6  # columns and rows that a note covers when it is shown


class Remarks:
    """The notes of one sheet: their texts in one part, their boxes in another, both made where there are none."""

    def __init__(self, package: Package, sheet: str) -> None:
        self._package, self._sheet = package, sheet
        self._root = package.tree(sheet)
        self._strict = is_strict(self._root)
        self._related = package.related(sheet)
        self._texts = package.tree(self._comments())
        self._author = self._own_author()
        self._boxes = self._drawing()
        listed = child(self._texts, "commentList")
        self._list = (
            etree.SubElement(self._texts, within(self._texts, "commentList")) if listed is None else listed
        )
        self._said = {one.get("ref", ""): one for one in self._list}

    def say(self, place: str, text: str) -> None:
        """Put a text at a cell, after what its note says already."""
        if (there := self._said.get(place)) is not None:
            body = child(there, "text")
            self._run(etree.SubElement(there, within(there, "text")) if body is None else body, f"\n\n{text}")
            return
        made = etree.SubElement(self._list, within(self._list, "comment"))
        made.set("ref", place)
        made.set("authorId", str(self._author))
        self._run(etree.SubElement(made, within(made, "text")), text)
        self._said[place] = made
        self._box(place)

    def _run(self, body: Element, text: str) -> None:
        written = etree.SubElement(etree.SubElement(body, within(body, "r")), within(body, "t"))
        written.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        written.text = text

    def _comments(self) -> str:
        """Return the part of the texts."""
        part = next((name for kind, name in self._related.values() if kind == "comments"), "")
        if not part:
            part, space = self._package.free("xl/comments{}.xml"), etree.QName(self._root).namespace
            self._package.write(
                part, f'<comments xmlns="{space}"><authors/><commentList/></comments>'.encode()
            )
            self._package.declare(_COMMENTS, part=part)
            self._package.relate(self._sheet, "comments", part, self._strict)
        return part

    def _own_author(self) -> int:
        authors = child(self._texts, "authors")
        if authors is None:
            authors = etree.Element(within(self._texts, "authors"))
            self._texts.insert(0, authors)
        made = etree.SubElement(authors, within(authors, "author"))
        made.text = AUTHOR
        return len(authors) - 1

    def _drawing(self) -> str:
        """Return the part of the boxes."""
        named = child(self._root, "legacyDrawing")
        if named is not None:
            key = next((value for name, value in named.items() if name.endswith("}id")), "")
            return self._related[key][1]
        part = self._package.free("xl/drawings/vmlDrawing{}.vml")
        self._package.write(part, f"<xml {_SPACES}></xml>".encode())
        self._package.declare(_VML, ending="vml")
        made = etree.Element(within(self._root, "legacyDrawing"))
        made.set(
            f"{{{relation_space(self._strict)}}}id",
            self._package.relate(self._sheet, "vmlDrawing", part, self._strict),
        )
        at = next((at for at, one in enumerate(self._root) if local(one) in _BEHIND), len(self._root))
        self._root.insert(at, made)
        return part

    def _box(self, place: str) -> None:
        """Add the box of a note. Spreadsheets write this part as it suits them: it is added to as text."""
        number, column = cell_of(place)
        row = number - 1
        text = self._package.read(self._boxes).decode("utf-8")
        numbers = [int(n) for n in re.findall(r"_x0000_s([0-9]{1,9})", text)]
        head, end, tail = text.rpartition("</xml>")
        if not end:
            raise ValueError(self._boxes)
        top = max(0, row - 1)
        anchor = f"{column + 1}, 15, {top}, 2, {column + 1 + _WIDE}, 15, {top + _HIGH}, 4"
        kind = "" if "_x0000_t202" in text else _KIND
        shape = _SHAPE.format(
            spaces=_SPACES,
            number=max(numbers, default=1024) + 1,
            style=_STYLE,
            anchor=anchor,
            row=row,
            column=column,
        )
        self._package.write(self._boxes, f"{head}{kind}{shape}{end}{tail}".encode())
