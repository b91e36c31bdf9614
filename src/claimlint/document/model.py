"""The document as every later stage sees it: one text, and spans into it.

All offsets are code points into `Document.text`; a span is half open (`end` is the first offset after it).
Lines and columns are 1-based and exist only at the edge, made by `Document.position`.
"""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter
from typing import Literal

from claimlint.records import NamedTuple

Format = Literal["markdown", "text", "bbcode", "html"]
"""How a draft is written. Anything that is none of the other three is read as plain text."""

BlockKind = Literal["paragraph", "heading", "item", "row", "header", "caption", "footnote", "cell"]
"""`header` is a table's header row, `caption` its caption, `footnote` the text of a footnote definition,
`cell` one line of a table that a paste flattened to one cell a line."""

RegionKind = Literal["front-matter", "code", "comment", "tag", "url", "image", "chrome", "quote"]
"""Why a stretch of text is never scanned. `chrome` is page furniture, `quote` somebody else's words."""

LinkKind = Literal["inline", "reference", "autolink", "bare", "html", "bbcode", "wiki", "chrome"]
"""How a link is written; `chrome` is one that stands in page furniture (meta tags, footer)."""

_START = attrgetter("start")
"""Made in C: a look-up asks for it a dozen times."""


class Position(NamedTuple):
    """A place for people: both numbers 1-based, the column counted in code points."""

    line: int
    column: int


class Region(NamedTuple):
    """A stretch of text that is not the author's prose, and why."""

    start: int
    end: int
    kind: RegionKind


class Link(NamedTuple):
    """One link: the whole construct, the span of its visible text, and where it leads.

    For a bare URL or autolink the text span is the URL itself. `target` is as written, entities decoded.
    """

    start: int
    end: int
    text_start: int
    text_end: int
    target: str
    title: str
    kind: LinkKind


class Block(NamedTuple):
    """A paragraph, heading, list item's own text, table row …; -1 stands for "none" in every index."""

    index: int  # type: ignore[assignment]  # hides tuple.index, which nobody needs
    kind: BlockKind
    start: int
    end: int
    level: int = 0
    """Heading level 1 to 6 (a pseudo-heading is 6), list depth 1 …, otherwise 0."""
    parent: int = -1
    """The item that this block stands in (a nested item, a second paragraph of an item)."""
    heading: int = -1
    """The nearest heading above in the same document."""
    group: int = -1
    """Equal for the items of one list and for the rows of one table; never shared between two of them."""
    cells: tuple[tuple[int, int], ...] = ()
    """The cell spans of a `row` or `header`."""
    quoted: bool = False
    """Somebody else's words, or a reply quoted again: kept, but never scanned."""


class Unit(NamedTuple):
    """A sentence, the sentence of an item, a table row or a heading: what one finding is about.

    The span is trimmed of white space and holds the citation markers that belong to the unit.
    """

    index: int  # type: ignore[assignment]  # hides tuple.index
    block: int
    start: int
    end: int


class Directive(NamedTuple):
    """A comment in the draft that is addressed to claimlint.

    The span holds the whole comment; `text` is what it says, from its first word on, with single spaces.
    """

    start: int
    end: int
    text: str
    alone: bool
    """Whether nothing else stands on its lines."""


class Post(NamedTuple):
    """A post of a thread, from the line that stands over it to the next post."""

    number: int
    """As its head gives it, or else counted from 1."""
    author: str
    """The member's name, or "" where none is given."""
    time: str
    """As written, or ""."""
    start: int
    end: int


class Quote(NamedTuple):
    """A reply that a post of the thread quotes, with the name of who wrote it. What a reply quotes itself is a `Quote`
    of its own, and no part of it."""

    author: str
    start: int
    end: int
    is_copy: bool = True
    """Whether the words stand in the draft a second time, so that they are read where their author wrote them."""


class PostRef(NamedTuple):
    """Where in a thread some words stand, and who wrote them."""

    number: int
    """The post's number; 0 where the draft shows quoted replies, but not where posts begin."""
    author: str
    quoted: bool
    """The author's words stand in somebody else's post."""


class Document(NamedTuple):
    """A draft, read once.

    `prose` has the length of `text`; wherever markup, code, URLs or comments stand it holds spaces, and an
    entity its character padded with spaces, so that words can be looked up in `prose` at their real offsets.
    Newlines are kept. Quoted and chrome stretches keep their words (their blocks say `quoted`, or none covers them).

    `text` is the draft's, but for comments to claimlint (`directives`): they are blank there, with the line break
    before one that has a line of its own, so that no later stage sees them. Positions are still those of the draft.
    """

    text: str
    prose: str
    format: Format
    blocks: tuple[Block, ...]
    units: tuple[Unit, ...]
    links: tuple[Link, ...]
    regions: tuple[Region, ...]
    """Sorted by start; never overlapping."""
    line_starts: tuple[int, ...]
    directives: tuple[Directive, ...] = ()
    posts: tuple[Post, ...] = ()
    """The posts in order, if the draft is a thread."""
    quotes: tuple[Quote, ...] = ()
    """Sorted by start; disjoint."""

    def position(self, offset: int) -> Position:
        """The line and column of an offset; `len(text)` is allowed."""
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1] + 1)

    def unit_at(self, offset: int) -> int:
        """The index of the unit that holds `offset`, or -1."""
        at = bisect_right(self.units, offset, key=_START) - 1
        return at if at >= 0 and offset < self.units[at].end else -1

    def region_at(self, offset: int) -> Region | None:
        """The region that holds `offset`, if any."""
        at = bisect_right(self.regions, offset, key=_START) - 1
        return self.regions[at] if at >= 0 and offset < self.regions[at].end else None

    def post_at(self, offset: int) -> PostRef | None:
        """The post that holds `offset`; None in a draft that is no thread, and before its first post."""
        if not self.posts and not self.quotes:
            return None
        at = self.post_index(offset)
        number, author = (self.posts[at].number, self.posts[at].author) if at >= 0 else (0, "")
        within = bisect_right(self.quotes, offset, key=_START) - 1
        if within >= 0 and offset < self.quotes[within].end:
            return PostRef(number, self.quotes[within].author, True)
        return PostRef(number, author, False) if at >= 0 else None

    def post_index(self, offset: int) -> int:
        """The index of the post that holds `offset`, or -1."""
        at = bisect_right(self.posts, offset, key=_START) - 1
        return at if at >= 0 and offset < self.posts[at].end else -1
