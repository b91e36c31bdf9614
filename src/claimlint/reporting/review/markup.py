"""Markup for replies: how each kind writes a quotation, and how it is kept from reading any in the words of a draft.

A draft that could put a link, an image or a mention into the moderator's reply would speak with the moderator's voice.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from claimlint.language.slots import OPEN_NOTES
from claimlint.lazy import lazy
from claimlint.records import NamedTuple
from claimlint.reporting.terminal import escape as escape_controls

_BREAK = "\u200b"
"""A space of no width: it parts what software would join to a tag, an address or a mention."""
_MD_ACTIVE = lazy(r"[\\`*_\[\]<>&~|$^]")
_MD_START = lazy(r"^(?:[#+=:-]|\d{1,9}[.)])")
_MD_ADDRESS = lazy(r":(?=//)|(?<=www)\.|(?<=\w)\.(?=[a-z]{2})|:(?=[\w+-]{1,40}:)", re.IGNORECASE)
_BB_ADDRESS = lazy(r"(?<=:)//|(?<=www)\.|(?<=\w)\.(?=[a-z]{2})", re.IGNORECASE)
_MENTION = lazy(r"@(?=\w)")
_SLOTS = tuple(OPEN_NOTES)


class Markup(NamedTuple):
    """One way to write a reply."""

    name: str
    escape: Callable[[str], str]
    quote: Callable[[str], str]
    """A paragraph of escaped words as a quotation."""
    strong: Callable[[str], str]


def _plain(words: str) -> str:
    """One line with nothing in it that steers what shows it."""
    return escape_controls(" ".join(words.split()))


def markdown(words: str) -> str:
    """Words that Markdown shows as they are."""
    text = _MD_ADDRESS.sub(lambda match: "\\" + match[0], _MD_ACTIVE.sub(r"\\\g<0>", _plain(words)))
    text = _MD_START.sub(lambda match: match[0][:-1] + "\\" + match[0][-1], text)
    return _MENTION.sub(f"@{_BREAK}", text)


def bbcode(words: str) -> str:
    """Words that BBCode shows as they are. Forums have no common escape, so that a tag is parted from its bracket."""
    pieces = []
    at = 0
    text = _plain(words)
    while (bracket := text.find("[", at)) >= 0:
        pieces.append(text[at : bracket + 1] + ("" if text.startswith(_SLOTS, bracket) else _BREAK))
        at = bracket + 1
    text = _BB_ADDRESS.sub(lambda match: _BREAK + match[0], "".join([*pieces, text[at:]]))
    return _MENTION.sub(f"@{_BREAK}", text)


MARKUPS = {
    markup.name: markup
    for markup in (
        Markup("markdown", markdown, lambda words: f"> {words}", lambda words: f"**{words}**"),
        Markup("bbcode", bbcode, lambda words: f"[quote]{words}[/quote]", lambda words: f"[b]{words}[/b]"),
        Markup("text", _plain, lambda words: f"    “{words}”", lambda words: words),
    )
}
