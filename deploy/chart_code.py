"""What the platform's chart code may leave out here: `python -m deploy.chart_code`, after a new version of Streamlit.

Streamlit sends plotly whole, with maps of tiles and drawings in space: 4.7 MB, 1.4 of them on the line. Inside, every
part of plotly is a module that runs when it is asked for. From the kinds of trace that our figures use, what is needed
is followed from name to name, any identifier taken for a use, so that too much may stay but nothing goes that is used.
What is left over is written down as places of that very file (`server/chart_code.json`); `server/chart_code.py` cuts
them when it is served. Nothing is cut from a file of other content.
"""

import bisect
import hashlib
import json
import re
from collections.abc import Iterator

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser, Query, QueryCursor

from figures.figure import KINDS
from server.chart_code import CUTS, STREAMLIT_JS, chunk

WHOLE = "lib/index.js"  # the module that registers every kind of trace
EMPTY = (
    "node_modules/maplibre-gl/dist/maplibre-gl.css",
)  # runs at once: the looks of maps of tiles, which we have none of
_MODULE = re.compile(rb'[\w$]+=[\w$]+\(\{"([^"]+)"')
Cut = tuple[int, int, str]


def cuts(source: bytes, kinds: tuple[str, ...] = KINDS) -> list[Cut]:
    """Return what may be left out of the chart code: from, to (bytes), and what stands there instead.

    Raises ValueError where the file is not built as we know it.
    """
    language = Language(tree_sitter_javascript.language())
    tree = Parser(language).parse(source)
    body = _modules(tree.root_node)
    units = [unit for statement in body.named_children for unit in _units(statement)]
    names = _identifiers(language, tree.root_node)
    defined: dict[str, list[int]] = {}
    for place, unit in enumerate(units):
        for name in _defines(unit):
            defined.setdefault(name, []).append(place)
    listing = _registered(units[-1])
    kept = [node for node in listing.named_children if _kind(units, defined, node) in kinds]
    asked = set(kinds) - {"scatter"}  # which plotly cannot do without
    if len(kept) != len(asked):
        raise ValueError(f"not every one of {asked} is registered in {WHOLE}")
    needed = _reached(units, defined, names, listing, kept)
    found = [(listing.start_byte, listing.end_byte, f"[{','.join(_text(node) for node in kept)}]")]
    for place, unit in enumerate(units):
        module = _MODULE.match(source, unit.start_byte)
        if place not in needed:
            found += _without(unit)
        elif module and module[1].decode() in EMPTY:
            value = _field(unit, "value")
            found.append((value.start_byte, value.end_byte, "()=>{}"))
    return sorted(found)


def _modules(root: Node) -> Node:
    """Return the function's body in which all of plotly's modules stand side by side."""
    todo = [root]
    while todo:
        node = todo.pop()
        if node.type == "statement_block" and node.named_child_count > 1000:
            return node
        todo += [child for child in node.named_children if child.end_byte - child.start_byte > 1_000_000]
    raise ValueError("the modules of plotly do not stand side by side in one function")


def _units(statement: Node) -> Iterator[Node]:
    if statement.type == "variable_declaration":
        yield from statement.named_children
    else:
        yield statement


def _defines(unit: Node) -> list[str]:
    if unit.type not in ("variable_declarator", "function_declaration"):
        return []
    name = _field(unit, "name")
    if name.type != "identifier":
        raise ValueError(f"a pattern where a name was expected: {_text(name)[:80]}")
    return [_text(name)]


def _registered(unit: Node) -> Node:
    """Return the list of kinds of trace that the last module registers."""
    todo = [unit]
    while todo:
        node = todo.pop(0)
        if node.type == "array":
            return node
        todo += node.named_children
    raise ValueError(f"{WHOLE} registers no list")


def _kind(units: list[Node], defined: dict[str, list[int]], called: Node) -> str:
    name = _text(_field(called, "function"))
    text = units[defined[name][0]].text or b""
    module = _MODULE.match(text)
    return module[1].decode().removeprefix("lib/").removesuffix(".js") if module else ""


def _identifiers(language: Language, root: Node) -> list[tuple[int, str]]:
    """Return every identifier that is no property, in order of place."""
    query = Query(language, "[(identifier) (shorthand_property_identifier)] @name")
    found = QueryCursor(query).captures(root)["name"]
    return sorted((node.start_byte, _text(node)) for node in found)


def _reached(
    units: list[Node],
    defined: dict[str, list[int]],
    names: list[tuple[int, str]],
    listing: Node,
    kept: list[Node],
) -> set[int]:
    """Return the units that are needed: from the last one without the list, and from what is kept of the list."""
    needed: set[int] = set()
    todo: list[int] = []

    def need(start: int, end: int) -> None:
        first, last = (bisect.bisect_left(names, (place, "")) for place in (start, end))
        for name in {name for _, name in names[first:last]}:
            fresh = set(defined.get(name, ())) - needed
            needed.update(fresh)
            todo.extend(fresh)

    needed.add(len(units) - 1)
    need(units[-1].start_byte, listing.start_byte)
    need(listing.end_byte, units[-1].end_byte)
    for node in kept:
        need(node.start_byte, node.end_byte)
    waiting = {place for place, unit in enumerate(units[:-1]) if unit.type == "expression_statement"}
    while todo or waiting:
        while todo:
            unit = units[todo.pop()]
            need(unit.start_byte, unit.end_byte)
        # What a module gives away is said in a statement of its own, which names the module's object first.
        due = {place for place in waiting if needed & set(_object(units[place], defined))}
        if not due:
            break
        waiting -= due
        needed |= due
        todo += due
    return needed


def _object(statement: Node, defined: dict[str, list[int]]) -> list[int]:
    call = statement.named_children[0]
    if call.type != "call_expression":
        raise ValueError(f"a statement that gives nothing away: {_text(statement)[:80]}")
    return defined.get(_text(_field(call, "arguments").named_children[0]), [])


def _without(unit: Node) -> list[Cut]:
    """Return the cut that takes a unit away; of a variable its value, since its name stands in a list."""
    if unit.type != "variable_declarator":
        return [(unit.start_byte, unit.end_byte, ";" if unit.type == "expression_statement" else "")]
    value = unit.child_by_field_name("value")
    return [(_field(unit, "name").end_byte, value.end_byte, "")] if value else []


def _field(node: Node, name: str) -> Node:
    found = node.child_by_field_name(name)
    if found is None:
        raise ValueError(f"{node.type} without {name}: {_text(node)[:80]}")
    return found


def _text(node: Node) -> str:
    return (node.text or b"").decode()


def joined(found: list[Cut]) -> list[Cut]:
    """Return the same cuts with those that follow one another as one."""
    result: list[Cut] = []
    for start, end, text in found:
        if result and result[-1][1] == start:
            start, text = result[-1][0], result.pop()[2] + text
        result.append((start, end, text))
    return result


def main() -> None:
    """Write the cuts of the installed Streamlit's chart code."""
    path = STREAMLIT_JS / chunk()
    source = path.read_bytes()
    found = joined(cuts(source))
    told = {"file": path.name, "sha256": hashlib.sha256(source).hexdigest(), "kinds": KINDS, "cuts": found}
    CUTS.write_text(json.dumps(told, separators=(",", ":")) + "\n", encoding="utf-8")
    left = len(source) - sum(end - start for start, end, _ in found)
    print(f"{path.name}: {len(source):,} bytes, {left:,} left in {len(found):,} cuts")


if __name__ == "__main__":
    main()
