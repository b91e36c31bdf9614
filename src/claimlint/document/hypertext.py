"""HTML to blocks: a whole page, or one HTML block of a Markdown draft."""

from __future__ import annotations

from claimlint.document.builder import Builder, Decoding
from claimlint.document.htmltokens import RAW, Token, attributes, decoded, entities, tokens
from claimlint.document.model import BlockKind
from claimlint.document.pagefurniture import is_furniture
from claimlint.records import NamedTuple

_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_BREAKING = frozenset(
    """
address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3
h4 h5 h6 head header hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul
caption video audio canvas iframe
""".split()
)
_KEPT_OPEN = (_BREAKING | frozenset("a sup code kbd samp button select label ref span".split())) - _VOID - {"p"}
_CODE = frozenset("pre code kbd samp".split())
_LISTS = frozenset("ul ol menu dl".split())
_CELLS = ("td", "th")
_TABLE = frozenset("table tr td th".split())


class _Open(NamedTuple):
    """An open element and what held before it."""

    name: str
    chrome: bool
    quoted: int
    code: int


class HtmlReader:
    """Turns a stretch of HTML into blocks. Iterative throughout: nesting depth is only the length of a list."""

    def __init__(self, builder: Builder) -> None:
        self._builder = builder
        self._text = builder.text

    def read(self, start: int, end: int, *, parent: int = -1, quoted: bool = False) -> None:
        """Add the blocks of the HTML between `start` and `end`."""
        self._parent = parent
        self._base_quoted = quoted
        self._open: list[_Open] = []
        self._counts: dict[str, int] = {}
        self._chrome = False
        self._chrome_start = -1
        self._quoted = 0
        self._code = 0
        self._code_start = -1
        self._heading = 0
        self._caption = False
        self._lists: list[int] = []
        self._items: list[int] = []
        """Block index of each open item, -1 until its own text is written."""
        self._table: list[int] = []
        self._row: list[tuple[int, int]] | None = None
        self._row_header = True
        self._cell_start = -1
        self._run = -1
        self._run_end = -1
        self._lead = -1
        """Where the inline tags before the first word of a run began."""
        self._breaks: list[int] = []
        self._links: list[tuple[int, int, str, str]] = []
        self._sup = -1
        at = start
        for token in tokens(self._text, start, end):
            self._add_text(at, token.start)
            self._read_token(token)
            at = token.body_end
        self._add_text(at, end)
        self._flush()
        self._end_row()
        while self._open:
            self._pop(end)
        if self._links:
            self._end_link(end, end)

    def _add_text(self, start: int, end: int) -> None:
        """Running text between two tags."""
        if start >= end:
            return
        builder = self._builder
        if self._code:
            builder.blank(start, end)
            return
        shown = self._text[start:end]
        if "&" in shown:
            builder.decodings += [Decoding(*found) for found in entities(self._text, start, end)]
            shown = decoded(shown)
        if self._chrome or shown.isspace():
            return
        if self._run < 0:
            self._run = self._lead if self._lead >= 0 else start
        self._run_end = end

    def _read_token(self, token: Token) -> None:
        name, closing, start, end, body_end = token
        builder = self._builder
        builder.blank(start, body_end)
        if name == "!":
            builder.region(start, end, "quote" if self._quoted or self._base_quoted else "comment")
            return
        if name in RAW:
            builder.region(start, body_end, "chrome" if name in ("title", "noscript") else "code")
            return
        if name in _BREAKING:
            self._flush()
        elif self._run < 0:
            self._lead = start if self._lead < 0 and not closing and name != "br" else self._lead
        elif self._run_end == start:
            self._run_end = end  # a closing tag directly after the text stays with it
        if not self._chrome and not self._code:
            builder.region(start, end, "image" if name == "img" else "tag")
        if name == "br":
            self._breaks.append(end)
        elif name == "meta":
            self._meta(start, end)
        elif closing:
            self._close(name, start, end)
        elif name not in _VOID:
            self._enter(name, start, end)

    def _meta(self, start: int, end: int) -> None:
        content = attributes(self._text, start, end).get("content", "")
        if content.startswith(("http://", "https://")):
            self._builder.link(start, end, start, end, content, "", "chrome")

    def _enter(self, name: str, start: int, end: int) -> None:
        if name[0] == "h" and name[1:].isdigit():
            self._heading = min(int(name[1]), 6) or 1
            return
        if name not in _KEPT_OPEN:
            return
        self._close_implied(name, start)
        values = attributes(self._text, start, end) if end - start > len(name) + 2 else {}
        if name == "a":
            self._enter_link(start, end, values)
        elif name != "span" or values:
            self._push(name, start, values)
            self._note(name, start, end)

    def _close_implied(self, name: str, start: int) -> None:
        """A new item, row or cell ends the one before it, whose closing tag may be left out."""
        counts = self._counts
        tables = max(counts.get("table", 0), 1)
        if name == "li" and counts.get("li", 0) >= max(len(self._lists), 1):
            self._close("li", start, start)
        elif name == "tr" and counts.get("tr", 0) >= tables:
            self._close("tr", start, start)
        elif name in _CELLS and counts.get("td", 0) + counts.get("th", 0) >= tables:
            while self._pop(start) not in _CELLS:
                pass

    def _enter_link(self, start: int, end: int, values: dict[str, str]) -> None:
        if self._links:
            self._end_link(start, start)
        if "href" in values:
            self._links.append((start, end, values["href"], values.get("title", "")))

    def _note(self, name: str, start: int, end: int) -> None:
        """What the element just opened means for the text in it."""
        if name in _CODE or name == "ref":
            if not self._code:
                self._code_start = start
            self._code += 1
        elif name in _LISTS:
            self._lists.append(self._builder.new_group())
        elif name in _TABLE:
            self._enter_table(name, end)
        elif name == "blockquote":
            self._quoted += 1
        elif name == "li":
            self._items.append(-1)
        elif name == "caption":
            self._caption = True
        elif name == "sup":
            self._sup = start

    def _push(self, name: str, start: int, values: dict[str, str]) -> None:
        """Open an element, and with it page furniture if it is that."""
        self._open.append(_Open(name, self._chrome, self._quoted, self._code))
        self._counts[name] = self._counts.get(name, 0) + 1
        was_chrome = self._chrome
        self._chrome = is_furniture(name, values, inside=self._chrome, in_article=self._in_article())
        if self._chrome and not was_chrome:
            self._flush()
            self._chrome_start = start
        elif was_chrome and not self._chrome:
            self._builder.region(self._chrome_start, start, "chrome")

    def _enter_table(self, name: str, end: int) -> None:
        if name == "table":
            self._table.append(self._builder.new_group())
        elif name == "tr":
            self._end_row()
            self._row, self._row_header = [], True
        else:
            self._cell_start = end
            self._row_header = self._row_header and name == "th"

    def _in_article(self) -> bool:
        return self._counts.get("article", 0) + self._counts.get("main", 0) > 0

    def _close(self, name: str, start: int, end: int) -> None:
        if name[0] == "h" and name[1:].isdigit():
            self._heading = 0
        elif name == "a":
            if self._links:
                self._end_link(start, end)
        elif self._counts.get(name, 0):
            if name == "sup" and self._sup >= 0 and end - self._sup < 80:
                self._builder.marker(self._sup, end)
            self._sup = -1
            while self._pop(end) != name:
                pass

    def _pop(self, end: int) -> str:
        """Close the innermost element; returns its name."""
        name, chrome, quoted, code = self._open.pop()
        self._counts[name] -= 1
        if name in _CELLS and self._row is not None and self._cell_start >= 0:
            self._end_cell(end)
        elif name in ("tr", "table"):
            self._end_row()
        elif name == "caption":
            self._caption = False
        elif name == "li" and self._items:
            self._items.pop()
        elif name in _LISTS and self._lists:
            self._lists.pop()
        if name == "table" and self._table:
            self._table.pop()
        if self._chrome and not chrome:
            self._builder.region(self._chrome_start, end, "chrome")
        elif chrome and not self._chrome:
            self._flush()
            self._chrome_start = end
        if self._code and not code:
            self._builder.region(self._code_start, end, "tag" if name == "ref" else "code")
            if name == "ref":
                self._builder.marker(self._code_start, end)
        self._chrome, self._quoted, self._code = chrome, quoted, code
        return name

    def _end_link(self, start: int, end: int) -> None:
        first, text_start, target, title = self._links.pop()
        kind = "chrome" if self._chrome else "html"
        self._builder.link(first, max(end, start), text_start, max(start, text_start), target, title, kind)  # type: ignore[arg-type]

    def _flush(self) -> None:
        """The running text ends: write it as a block of the kind that its place asks for."""
        start, end, breaks = self._run, self._run_end, self._breaks
        self._run = self._lead = -1
        if breaks:
            self._breaks = []
        if start < 0 or self._row is not None:
            return
        quoted = self._quoted > 0 or self._base_quoted
        builder = self._builder
        stops = [b for b in breaks if not _goes_on(self._text, b)] if breaks else ()
        if self._heading:
            builder.add("heading", start, end, level=self._heading, parent=self._owner(), quoted=quoted)
        elif self._items and self._items[-1] < 0 and self._lists:
            self._items[-1] = builder.add(
                "item",
                start,
                end,
                level=len(self._lists),
                parent=self._owner(),
                group=self._lists[-1],
                quoted=quoted,
                breaks=stops,
            )
        else:
            kind: BlockKind = "caption" if self._caption else "paragraph"
            builder.add(kind, start, end, parent=self._owner(), quoted=quoted, breaks=stops)

    def _owner(self) -> int:
        """The nearest open item that has a block, or the block that the whole stretch stands in."""
        for index in reversed(self._items[-4:]):
            if index >= 0:
                return index
        return self._parent

    def _end_cell(self, at: int) -> None:
        end = min(self._text.rfind("<", self._cell_start, at), at) if self._text[at - 1] == ">" else at
        if self._row is not None:
            self._row.append((self._cell_start, max(end, self._cell_start)))
        self._cell_start = -1
        self._run = -1

    def _end_row(self) -> None:
        row, self._row = self._row, None
        self._run = -1
        if not row:
            return
        text = self._text
        filled = [cell for cell in row if text[cell[0] : cell[1]].strip()]
        if filled:
            self._builder.add(
                "header" if self._row_header else "row",
                filled[0][0],
                filled[-1][1],
                parent=self._owner(),
                group=self._table[-1] if self._table else -1,
                cells=tuple(row),
                quoted=self._quoted > 0 or self._base_quoted,
                whole=True,
            )


def _goes_on(text: str, at: int) -> bool:
    """Whether the line after `<br>` continues the sentence before it."""
    ahead = text[at : at + 40].lstrip()
    return ahead[:1].islower()
