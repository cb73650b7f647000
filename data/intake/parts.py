"""A workbook as the parts it is packed of: some are changed, all others stay byte for byte what they were."""

from __future__ import annotations

import posixpath
import zipfile
from io import BytesIO
from typing import Any

from lxml import etree

Element = Any  # lxml's elements bear no usable type
_STRICT = "http://purl.oclc.org/ooxml/"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def parsed(content: bytes) -> Element:
    """Return a part's root; no entity is expanded and nothing outside is opened."""
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))


def local(element: Element) -> str:
    """Return an element's name without its namespace, "" for comments and instructions."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def within(parent: Element, name: str) -> Element:
    """Return an element's name in the namespace of its parent."""
    return f"{{{etree.QName(parent).namespace}}}{name}"


def child(parent: Element, name: str) -> Element | None:
    """Return the first child of a name, whatever its namespace."""
    return next((one for one in parent if local(one) == name), None)


class Package:
    """The parts of a workbook by name; KeyError for one it has not, ValueError for one that cannot be read."""

    def __init__(self, content: bytes) -> None:
        self._archive = zipfile.ZipFile(BytesIO(content))
        self._changed: dict[str, bytes] = {}
        self._trees: dict[str, Element] = {}

    def names(self) -> set[str]:
        """Return the names of all parts."""
        return set(self._archive.namelist()) | set(self._changed)

    def read(self, name: str) -> bytes:
        """Return a part as it stands."""
        return self._changed[name] if name in self._changed else self._archive.read(name)

    def write(self, name: str, content: bytes) -> None:
        """Put a part, or another content for one."""
        self._changed[name] = content

    def tree(self, name: str) -> Element:
        """Return the root of a part; what is changed in it is written."""
        if name not in self._trees:
            self._trees[name] = parsed(self.read(name))
        return self._trees[name]

    def look(self, name: str) -> Element:
        """Return the root of a part that is only read."""
        return self._trees[name] if name in self._trees else parsed(self.read(name))

    def related(self, name: str) -> dict[str, tuple[str, str]]:
        """Return what a part refers to inside the package: kind and part by relation id."""
        try:
            relations = self.look(_relations_of(name))
        except KeyError:
            return {}
        found = {}
        for one in relations:
            if local(one) == "Relationship" and one.get("TargetMode") != "External":
                target, kind = one.get("Target", ""), one.get("Type", "").rpartition("/")[2]
                inside = posixpath.join(posixpath.dirname(name), target)
                found[one.get("Id", "")] = (kind, posixpath.normpath(inside).lstrip("/"))
        return found

    def relate(self, name: str, kind: str, target: str, strict: bool) -> str:
        """Let a part refer to another; return the relation's id."""
        path = _relations_of(name)
        if path not in self.names():
            self.write(path, f'<Relationships xmlns="{_RELATIONS}"/>'.encode())
        listed = self.tree(path)
        taken = {one.get("Id") for one in listed}
        own = next(f"rIdMark{n}" for n in range(1, len(taken) + 2) if f"rIdMark{n}" not in taken)
        made = etree.SubElement(listed, f"{{{_RELATIONS}}}Relationship")
        made.set("Id", own)
        made.set("Type", f"{relation_space(strict)}/{kind}")
        made.set("Target", posixpath.relpath(target, posixpath.dirname(name)))
        return own

    def declare(self, kind: str, *, part: str = "", ending: str = "") -> None:
        """Say what kind of content a part, or every part of an ending, holds."""
        types = self.tree("[Content_Types].xml")
        if ending and any(one.get("Extension", "").lower() == ending for one in types):
            return
        made = etree.SubElement(types, f"{{{_TYPES}}}{'Default' if ending else 'Override'}")
        made.set("Extension" if ending else "PartName", ending or f"/{part}")
        made.set("ContentType", kind)
        if ending:
            types.insert(0, made)  # the kinds of endings stand before those of single parts

    def free(self, form: str) -> str:
        """Return a part's name that is not taken; `form` has a place for a number."""
        names = {name.lower() for name in self.names()}
        return next(one for n in range(1, len(names) + 2) if (one := form.format(n)).lower() not in names)

    def sheets(self) -> dict[str, str]:
        """Return the part of each sheet by its name."""
        book = "xl/workbook.xml"
        related = self.related(book)
        listed = child(self.look(book), "sheets")
        found = {}
        for one in listed if listed is not None else ():
            key = next((value for name, value in one.items() if name.endswith("}id")), "")
            if key in related:
                found[one.get("name", "")] = related[key][1]
        return found

    def packed(self) -> bytes:
        """Return the workbook: changed parts anew, the others as they were, in their order."""
        changed = self._changed | {
            name: etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
            for name, tree in self._trees.items()
        }
        out = BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for entry in self._archive.infolist():
                archive.writestr(entry, changed.pop(entry.filename, None) or self._archive.read(entry))
            for name, content in changed.items():
                archive.writestr(name, content)
        return out.getvalue()


def is_strict(root: Element) -> bool:
    """Say whether a part is written in the strict form of the standard, whose names are others."""
    return str(etree.QName(root).namespace).startswith(_STRICT)


def relation_space(strict: bool) -> str:
    """Return the namespace of what parts refer to, in the strict form of the standard or the usual one."""
    return f"{_STRICT}officeDocument/relationships" if strict else _OFFICE


def _relations_of(name: str) -> str:
    folder, file = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{file}.rels")
