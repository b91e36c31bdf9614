"""A tolerant HTML tokenizer that keeps exact offsets: tags, comments and text runs, in linear time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimlint.lazy import lazy
from claimlint.records import NamedTuple

_OPEN = lazy(r"<(?:!--|/?[A-Za-z][^\s/>]{0,80}|[!?])")
_TAG_END = lazy(r"[^\"'>]*(?:\"[^\"]*\"[^\"'>]*|'[^']*'[^\"'>]*)*>")
_NAME = lazy(r"</?([A-Za-z][A-Za-z0-9:-]{0,60})")
_ATTRIBUTE = lazy(r"([A-Za-z_:@][\w:.-]{0,80})(?:\s{0,20}=\s{0,20}(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_ENTITY = lazy(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
RAW = frozenset("script style textarea xmp noscript template svg iframe title math object".split())
"""Elements whose content is passed over as one stretch."""
_COMMON = {
    "&amp;": "&",
    "&lt;": "<",
    "&gt;": ">",
    "&quot;": '"',
    "&apos;": "'",
    "&#39;": "'",
    "&nbsp;": " ",
    "&#160;": " ",
    "&ndash;": "–",
    "&mdash;": "—",
    "&hellip;": "…",
    "&lsquo;": "‘",
    "&rsquo;": "’",
    "&ldquo;": "“",
    "&rdquo;": "”",
    "&#8217;": "’",
    "&#8211;": "–",
    "&micro;": "µ",
    "&deg;": "°",
}


class Token(NamedTuple):
    """A piece of markup. `name` is lower case, "!" for comments and declarations; `body_end` is where a raw element
    (script, style …) ends, its closing tag included, otherwise the same as `end`."""

    name: str
    closing: bool
    start: int
    end: int
    body_end: int


def tokens(text: str, start: int, end: int) -> Iterator[Token]:
    """The tags and comments between `start` and `end`, in order. A `<` that opens nothing is text."""
    quotes_pair = True
    last_close = text.rfind(">", start, end)
    at = start
    while (match := _OPEN.search(text, at, end)) is not None:
        begin = match.start()
        if text.startswith("<!--", begin):
            close = text.find("-->", begin + 4, end)
            at = close + 3 if close >= 0 else end
            yield Token("!", False, begin, at, at)
            continue
        if begin > last_close:
            return
        tag_end = _TAG_END.match(text, match.end(), end) if quotes_pair else None
        if tag_end is None:
            quotes_pair = False
            at = text.find(">", match.end(), end) + 1
        else:
            at = tag_end.end()
        name, closing = tag_name(text, begin)
        stop = at
        if name in RAW and not closing and text[at - 2] != "/":
            close_tag = _closing(name).search(text, at, end)
            stop = close_tag.end() if close_tag else end
            yield Token(name, closing, begin, at, stop)
            at = stop
            continue
        yield Token(name or "!", closing, begin, at, at)


def tag_name(text: str, start: int) -> tuple[str, bool]:
    """The lower-case name of the tag at `start`, and whether it is a closing tag."""
    match = _NAME.match(text, start)
    return (match[1].lower() if match else "", text.startswith("</", start))


def attributes(text: str, start: int, end: int) -> dict[str, str]:
    """The attributes of the tag that stands at the span, entities decoded; the first of a repeated name counts."""
    name = _NAME.match(text, start, end)
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(text, name.end() if name else start, end):
        value = match[2] if match[2] is not None else match[3] if match[3] is not None else match[4] or ""
        found.setdefault(match[1].lower(), decoded(value) if "&" in value else value)
    return found


def entities(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The entities of a stretch with the characters they stand for; unknown ones are left as text."""
    if text.find("&", start, end) < 0:
        return
    for match in _ENTITY.finditer(text, start, end):
        character = _character(match[0])
        if character != match[0]:
            yield match.start(), match.end(), character


def decoded(value: str) -> str:
    """A string with its entities decoded."""
    return _ENTITY.sub(lambda match: _character(match[0]), value)


def _character(entity: str) -> str:
    known = _COMMON.get(entity)
    if known is not None:
        return known
    import html  # its table of names is worth loading only for the rare ones

    return html.unescape(entity)


def _closing(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{name}\s{{0,20}}>", re.IGNORECASE)
