"""Threads saved as web pages: posts and quoted replies by the marks that forum software puts on them.

Known are the pages of XenForo, phpBB, Discourse, vBulletin, Reddit and the comments of WordPress; others are read as
one text.
"""

from __future__ import annotations

import re

from claimlint.document.builder import Builder
from claimlint.document.htmltokens import RAW, attributes, decoded, tokens
from claimlint.document.model import Post, Quote
from claimlint.document.threads import member_said
from claimlint.lazy import lazy
from claimlint.records import NamedTuple

_POST_CLASSES = frozenset(
    "post crawler-post topic-post topic-body onscreen-post message--post comment postbit postbitlegacy".split()
)
_POST_ID = lazy(r"(?:js-)?(?:post|comment|message|p|t1|thing_t[13])[-_]?(?:id)?[-_]?\w{0,12}\d\w{0,12}", re.IGNORECASE)
_POST_TAGS = frozenset(("shreddit-comment", "shreddit-post"))
_NAME_CLASSES = frozenset("username author creator message-name fn postername bigusername nickname".split())
_NUMBER = lazy(r"#(\d{1,6})")
_NAME_LENGTH = 60
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())


class _Found(NamedTuple):
    """A post while it is being read."""

    start: int
    author: str = ""
    time: str = ""


class _Open(NamedTuple):
    """An open element: what it began, by index into the posts or the quotes (-1: nothing)."""

    name: str
    post: int = -1
    quote: int = -1
    holds_name: bool = False
    holds_said: bool = False
    holds_time: bool = False
    body: int = 0


def read_html_thread(builder: Builder) -> None:
    """Put the posts and quotations of a saved thread into the document that is being built."""
    reader = _Reader(builder.text)
    reader.read()
    named = [post for post in reader.posts if post.author]
    if len(named) > 1:
        starts = [*(post.start for post in named), len(builder.text)]
        builder.posts = tuple(
            Post(number, post.author, post.time, post.start, min(starts[number], reader.ends[post.start]))
            for number, post in enumerate(named, 1)
        )
    builder.quotes += [Quote(author, start, end) for author, start, end in reader.quotes if author and start < end]


class _Reader:
    """One walk over the tags."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.posts: list[_Found] = []
        self.ends: dict[int, int] = {}
        """Start of a post -> where its element ends."""
        self.quotes: list[tuple[str, int, int]] = []
        self._open: list[_Open] = []
        self._counts: dict[str, int] = {}

    def read(self) -> None:
        """Walk the tags once."""
        for name, closing, start, end, _ in tokens(self._text, 0, len(self._text)):
            if name == "!" or name in _VOID or name in RAW:
                continue
            if closing:
                self._close(name, start, end)
            else:
                self._enter(name, start, end)
        while self._open:
            self._leave(self._open.pop(), len(self._text), len(self._text))

    def _enter(self, name: str, start: int, end: int) -> None:
        values = attributes(self._text, start, end) if end - start > len(name) + 2 else {}
        classes = frozenset(values.get("class", "").lower().split()[:20])
        opened = _Open(name, body=end)
        if self._is_post(name, values, classes):
            self.posts.append(_Found(start, _member(values.get("data-author") or values.get("author", ""))))
            opened = opened._replace(post=len(self.posts) - 1)
        elif name == "blockquote" or (name == "aside" and "quote" in classes):
            author = values.get("data-quote") or values.get("data-username") or ""
            self.quotes.append((_member(author), end, len(self._text)))
            opened = opened._replace(quote=len(self.quotes) - 1)
        elif name == "time" and self.posts and not self.posts[-1].time:
            opened = opened._replace(holds_time=True)
        elif name in ("cite", "div", "p") and self._in_unnamed_quote():
            opened = opened._replace(holds_said=True)
        elif self.posts and not self.posts[-1].author and (classes & _NAME_CLASSES or "data-user-card" in values):
            opened = opened._replace(holds_name=True)
        self._open.append(opened)
        self._counts[name] = self._counts.get(name, 0) + 1

    def _is_post(self, name: str, values: dict[str, str], classes: frozenset[str]) -> bool:
        if name in _POST_TAGS:
            return True
        if name not in ("article", "div", "li", "section", "table", "tr"):
            return False
        if "data-author" in values and classes & {"message", "post", "comment", "thing", "entry"}:
            return True
        identifier = values.get("id", "")
        return bool(classes & _POST_CLASSES and identifier and _POST_ID.fullmatch(identifier))

    def _in_unnamed_quote(self) -> bool:
        return bool(self._open) and any(
            opened.quote >= 0 and not self.quotes[opened.quote][0] for opened in self._open[-3:]
        )

    def _close(self, name: str, start: int, end: int) -> None:
        if not self._counts.get(name):
            return
        while True:
            opened = self._open.pop()
            self._leave(opened, start, end)
            if opened.name == name:
                return

    def _leave(self, opened: _Open, start: int, end: int) -> None:
        """An element ends: what it held is known now."""
        self._counts[opened.name] -= 1
        if opened.post >= 0:
            self.ends[self.posts[opened.post].start] = end
        elif opened.quote >= 0:
            author, first, _ = self.quotes[opened.quote]
            self.quotes[opened.quote] = (author, first, start)
        elif opened.holds_time and self.posts and not self.posts[-1].time:
            self.posts[-1] = self.posts[-1]._replace(time=self._words(opened.body, start))
        elif opened.holds_name and self.posts and not self.posts[-1].author:
            self.posts[-1] = self.posts[-1]._replace(author=_member(self._words(opened.body, start)))
        elif opened.holds_said:
            self._name_quote(self._words(opened.body, start), end)

    def _name_quote(self, words: str, body: int) -> None:
        """The words may say who is quoted; the quotation itself begins at `body`."""
        author = member_said(words)
        for opened in reversed(self._open[-4:]):
            if author and opened.quote >= 0 and not self.quotes[opened.quote][0]:
                self.quotes[opened.quote] = (author, body, self.quotes[opened.quote][2])
                return

    def _words(self, start: int, end: int) -> str:
        """The text of a short element without its tags."""
        raw = self._text[start : min(end, start + 600)]
        return " ".join(decoded(re.sub(r"<[^<>]{0,300}>", " ", raw)).split())


def _member(name: str) -> str:
    """A name that is short enough to be one."""
    name = " ".join(name.split())
    return name.rstrip(":") if len(name) <= _NAME_LENGTH else ""
