"""The markup of a workbook's parts, read as a stream: counted, never kept, entities off.

The parser is libxml2's, fed piece by piece; its cost grows in a line with the bytes, whatever they are. A document type
is refused before anything in it is read, so that there is no entity to expand and no file or address to open.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from lxml import etree

from data.intake.grids import column_number
from data.intake.limits import Limits

DEPTH = 100  # elements within each other; a sheet has six
_REFERENCE = 14  # characters of the longest cell reference, XFD1048576, and some to spare
_READ = 100  # characters kept of an error's name


class MarkupError(ValueError):
    """A part is no markup that a workbook may hold; args[0] says what it is: "DTD" or ""."""


@dataclass
class Scan:
    """What one sheet holds by its markup: the farthest filled cell and cells without a usable value.

    unusable: row, column letters, what stood there ("" for a formula that was never computed).
    """

    rows: int = 0
    columns: int = 0
    cells: int = 0
    text: int = 0
    unusable: list[tuple[int, str, str]] = field(default_factory=list)


class _Part:
    """What every part is read with: names without their namespace, a bound on depth, no document type."""

    def __init__(self) -> None:
        self.depth = 0
        self.names: dict[str, str] = {}

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > DEPTH:
            raise MarkupError("")
        name = self.names.get(tag)
        if name is None:
            if len(self.names) > 1_000:
                raise MarkupError("")
            name = self.names[tag] = tag.rpartition("}")[2]
        self.begin(name, attributes)

    def end(self, tag: str) -> None:
        self.depth -= 1
        self.finish(self.names.get(tag, tag))

    def doctype(self, *_: object) -> None:
        raise MarkupError("DTD")

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """Take an element that opens."""

    def finish(self, name: str) -> None:
        """Take an element that closes."""

    def data(self, text: str) -> None:
        """Take a piece of text."""

    def close(self) -> None:
        """End the part."""


class SharedTexts(_Part):
    """The lengths of the texts that cells share, in order."""

    def __init__(self, limits: Limits) -> None:
        super().__init__()
        self.lengths: list[int] = []
        self._most = limits.cells
        self._open = self._in_text = False

    @property
    def longest(self) -> int:
        """The length of the longest text."""
        return max(self.lengths, default=0)

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        if name == "si":
            if len(self.lengths) >= self._most:
                raise MarkupError("")
            self.lengths.append(0)
            self._open = True
        elif name == "t":
            self._in_text = self._open

    def finish(self, name: str) -> None:
        if name == "t":
            self._in_text = False
        elif name == "si":
            self._open = False

    def data(self, text: str) -> None:
        if self._in_text:
            self.lengths[-1] += len(text)


class SheetCells(_Part):
    """The cells of a sheet: how far they reach, how much they hold, and which of them hold no usable value.

    check: called with the scan at each row, so that a sheet that goes over a limit is refused while it is read.
    """

    def __init__(self, shared: SharedTexts, limits: Limits, check: Callable[[Scan], None]) -> None:
        super().__init__()
        self.scan = Scan()
        self._check = check
        self._lengths = shared.lengths
        # Short texts cannot go over the bound, so their cells need not be looked up one by one.
        self._weigh = shared.longest * limits.cells > limits.text_bytes
        self._row = self._column = 0
        self._letters = self._kind = self._inside = ""
        self._formula = self._filled = False
        self._value: list[str] | None = None

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        if name == "c":
            self._cell(attributes)
        elif name == "row":
            self._begin_row(attributes)
        elif name in ("v", "is"):
            self._reach()
            wanted = self._kind == "e" or self._formula or (self._kind == "s" and self._weigh)
            self._value = [] if wanted and name == "v" else None
            self._filled = name == "is"
        elif name == "f":
            self._formula = True

    def _begin_row(self, attributes: dict[str, str]) -> None:
        self._check(self.scan)
        said = attributes.get("r", "")
        self._row = int(said) if said.isascii() and said.isdigit() and len(said) < 9 else self._row + 1
        self._column = 0

    def _cell(self, attributes: dict[str, str]) -> None:
        self.scan.cells += 1
        if not self.scan.cells % 10_000:
            self._check(self.scan)
        self._kind, self._formula, self._filled, self._value = attributes.get("t", ""), False, False, None
        self._letters = ""
        said = attributes.get("r", "")
        if 1 < len(said) <= _REFERENCE and said.isascii():
            letters = said.rstrip("0123456789")
            row = said[len(letters) :]
            if letters.isalpha() and len(letters) <= 3 and row and len(row) < 9:
                self._letters = letters.upper()
                self._column, self._row = column_number(self._letters) + 1, int(row)
                return
        self._column += 1

    def _reach(self) -> None:
        scan = self.scan
        if self._row > scan.rows:
            scan.rows = self._row
        if self._column > scan.columns:
            scan.columns = self._column

    def data(self, text: str) -> None:
        if self._value is not None:
            self._value.append(text[:_READ])
            if len(self._value) > _READ:
                self._value = self._value[:_READ]

    def finish(self, name: str) -> None:
        if name == "v" and self._value is not None:
            self._take("".join(self._value)[:_READ])
            self._value = None
        elif name == "c" and self._formula and not self._filled and self._kind not in ("e", "str"):
            self._tell("")

    def _take(self, value: str) -> None:
        self._filled = bool(value)
        if self._kind == "e":
            self._tell(value)
        elif self._kind == "s" and value.isascii() and value.isdigit() and len(value) < 10:
            number = int(value)
            self.scan.text += self._lengths[number] if number < len(self._lengths) else 0

    def _tell(self, value: str) -> None:
        if self._letters and self._row:
            self._reach()
            self.scan.unusable.append((self._row, self._letters, value))


class Elements(_Part):
    """The attributes of the elements of one name, as many as `most`: the sheets of a book, its relations."""

    def __init__(self, wanted: tuple[str, ...], most: int) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self._wanted, self._most = wanted, most

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        if name in self._wanted:
            if len(self.found) >= self._most:
                raise MarkupError("")
            self.found.append((name, {key.rpartition("}")[2]: value for key, value in attributes.items()}))


def read_part(part: _Part, chunks: Iterable[bytes]) -> None:
    """Feed the bytes of a part to what reads it. Raises MarkupError for bytes that are no markup."""
    parser = etree.XMLParser(target=part, resolve_entities=False, no_network=True, huge_tree=False)
    first = True
    try:
        for chunk in chunks:
            if first and chunk.startswith((b"\xff\xfe", b"\xfe\xff")):
                raise MarkupError("DTD")  # what is written in two bytes a sign is looked into by nobody
            first = False
            parser.feed(chunk)
        parser.close()
    except etree.XMLSyntaxError:
        raise MarkupError("") from None
