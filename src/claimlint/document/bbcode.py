"""BBCode to a `Document`: the tags are laid over a shadow of the same length, and its lines are read as plain text."""

from __future__ import annotations

import re

from claimlint.document.builder import Builder
from claimlint.document.model import Document, Quote, RegionKind
from claimlint.document.plaintext import Marks, read_lines
from claimlint.document.textlines import lines_of
from claimlint.lazy import lazy
from claimlint.records import NamedTuple

_TAG = lazy(r"\[(/?)([a-zA-Z]{1,12}\d?|\*)(?:[= ]([^\[\]\n]{0,600}))?\]")
_KNOWN = frozenset(
    """
b i u s sub sup url email img quote code icode list * size color colour font center left right justify indent h h1 h2 h3
h4 h5 h6 heading table tr td th tbody thead spoiler ispoiler hr media attach user br p li ul ol youtube plain noparse
highlight hide strike small big pre align comment rem
""".split()
)
_HIDDEN: dict[str, RegionKind] = {
    **dict.fromkeys(("code", "icode", "pre"), "code"),
    **dict.fromkeys(("img", "media", "youtube", "attach"), "image"),
    **dict.fromkeys(("comment", "rem"), "comment"),
}
_MEMBER = lazy(r"(?:(?:name|author|user(?:name)?)=)?[\"'“]?([^\"'“”,;|=\]]{1,60})", re.IGNORECASE)
_POST_DATA = lazy(r" \w{2,12}$")
_BREAKS = frozenset("quote list ul ol center table h h1 h2 h3 h4 h5 h6 heading spoiler hr p indent".split())
_LISTS = ("list", "ul", "ol")
_HEADINGS = frozenset("h h1 h2 h3 h4 h5 h6 heading".split())


class _Tag(NamedTuple):
    name: str
    closing: bool
    value: str
    start: int
    end: int


def read_bbcode(text: str) -> Document:
    """The document of a BBCode draft; tags it does not know are left as text."""
    builder = Builder(text)
    shadow = _Shadow(builder)
    shadow.read()
    read_lines(builder, lines_of(shadow.text()), marks=shadow.marks)
    return builder.finish("bbcode")


class _Shadow:
    """Blanks the tags in a copy; line-breaking tags become newlines there and `[*]` a bullet."""

    def __init__(self, builder: Builder) -> None:
        self._builder = builder
        self._text = builder.text
        self._pieces: list[str] = []
        self._at = 0
        self._open: list[_Tag] = []
        self._counts: dict[str, int] = {}
        self.marks = Marks([], [], {})
        self._quote = 0
        self._quote_start = 0
        self._unclosed: set[str] = set()
        """Names of hidden elements that no closing tag follows any more: they are looked for once."""

    def text(self) -> str:
        """The shadow, as long as the text."""
        return "".join(self._pieces)

    def read(self) -> None:
        """Walk the tags once."""
        text = self._text
        place = 0
        while (match := _TAG.search(text, place)) is not None:
            name = match[2].lower()
            place = match.end()
            if name not in _KNOWN:
                continue
            tag = _Tag(name, bool(match[1]), (match[3] or "").strip("'\" "), match.start(), match.end())
            if name in _HIDDEN and not tag.closing:
                place = self._hide(tag)
                continue
            self._show(tag)
            if tag.closing:
                self._close(tag)
            else:
                self._enter(tag)
        self._pieces.append(text[self._at :])
        while self._open:
            self._end(self._open.pop(), len(text), len(text), closed=False)

    def _show(self, tag: _Tag) -> None:
        """Put the tag's stand-in into the shadow."""
        width = tag.end - tag.start
        self._builder.blank(tag.start, tag.end)
        self._builder.region(tag.start, tag.end, "tag")
        self._pieces.append(self._text[self._at : tag.start])
        if tag.name in ("*", "li") and not tag.closing:
            self._pieces.append("\n• ".ljust(width))
            self.marks.depths[tag.start + 1] = sum(self._counts.get(name, 0) for name in _LISTS)
        elif tag.name in _BREAKS:
            self._pieces.append("\n".ljust(width))
        elif tag.name == "tr":
            self._pieces.append("|".ljust(width) if tag.closing else "\n".ljust(width))
        elif tag.name in ("td", "th") and not tag.closing:
            self._pieces.append("|".ljust(width))
        else:
            self._pieces.append(" " * width)
        self._at = tag.end

    def _hide(self, tag: _Tag) -> int:
        """Code, images and comments: nothing of them is prose."""
        kind = _HIDDEN[tag.name]
        close = None
        if tag.name not in self._unclosed:
            close = re.compile(rf"\[/{tag.name}\]", re.IGNORECASE).search(self._text, tag.end)
            self._unclosed |= set() if close else {tag.name}
        end = close.end() if close else (len(self._text) if kind == "code" else tag.end)
        self._builder.region(tag.start, end, "quote" if self._quote and kind == "comment" else kind)
        self._builder.blank(tag.start, end)
        self._pieces.append(self._text[self._at : tag.start])
        self._pieces.append(re.sub(r"[^\r\n]", " ", self._text[tag.start : end]))
        self._at = end
        return end

    def _enter(self, tag: _Tag) -> None:
        if tag.name in ("*", "hr", "br"):
            return
        self._open.append(tag)
        self._counts[tag.name] = self._counts.get(tag.name, 0) + 1
        if tag.name == "quote":
            if not self._quote:
                self._quote_start = tag.end
            self._quote += 1

    def _close(self, tag: _Tag) -> None:
        """Close the innermost open tag of the name, and whatever was left open in it."""
        if not self._counts.get(tag.name):
            return
        while True:
            opened = self._open.pop()
            self._end(opened, tag.start, tag.end, closed=opened.name == tag.name)
            if opened.name == tag.name:
                return

    def _end(self, opened: _Tag, at: int, end: int, *, closed: bool) -> None:
        """An element ends; one that its own tag does not close is no link."""
        self._counts[opened.name] -= 1
        if opened.name == "quote":
            self._quote -= 1
            if not self._quote:
                self.marks.quotes.append((self._quote_start, at))
            author = _member(opened.value)
            if author and opened.end < at:
                self._builder.quotes.append(Quote(author, opened.end, at))
        elif opened.name in _HEADINGS:
            level = int(opened.name[1]) if opened.name[1:].isdigit() else 2
            self.marks.headings.append((opened.end, at, level))
        elif opened.name in ("url", "email") and closed:
            inner = self._text[opened.end : at]
            target = opened.value or inner.strip()
            self._builder.link(opened.start, end, opened.end, at, target, "", "bbcode")
            if not opened.value:
                self._builder.blank(opened.end, at)
                self._builder.region(opened.end, at, "url")
        elif opened.name == "sup" and end - opened.start < 60:
            self._builder.marker(opened.start, end)


def _member(value: str) -> str:
    """Who is quoted, in the ways that forum software writes it: [quote=ann], [quote="ann, post: 3, member: 45"],
    [quote=ann;123], [quote=ann post_id=3], [quote author=ann link=…]."""
    match = _MEMBER.match(value)
    if match is None:
        return ""
    name = match[1].strip()
    return _POST_DATA.sub("", name) if value[match.end() : match.end() + 1] == "=" else name
