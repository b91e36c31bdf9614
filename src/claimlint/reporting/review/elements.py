"""The one place where HTML is made: whatever is not made here is text, and text is escaped.

Drafts, file names and profiles are untrusted. No caller joins markup by hand, so that none can forget to escape.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape as escape_markup
from typing import Union

from claimlint.lazy import lazy
from claimlint.reporting.terminal import escape as escape_controls

Child = Union["Html", str, int, None, Iterable["Child"]]
VOID = frozenset(("br", "hr", "link", "meta"))
_CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufff9-\ufffb"
CONTROLS = lazy(f"[{_CONTROLS}]")
"""What a browser would obey and nobody would see; a tab and a line feed are text."""
SPECIAL = lazy(f"[&<>\"'{_CONTROLS}]")
"""Whatever is not shown as it stands."""
WEB = lazy(r"https?://[^\s/]", re.IGNORECASE)


class Html(str):
    """Markup that is safe to put on a page."""

    __slots__ = ()


def shown(text: str) -> str:
    """Text with what could reorder or hide it written as escapes such as \\u202e."""
    return CONTROLS.sub(lambda match: escape_controls(match[0]), text)


def text(value: str) -> Html:
    """Text as it stands between tags."""
    return Html(value if SPECIAL.search(value) is None else escape_markup(shown(value), quote=True))


def el(tag: str, *children: Child, **attributes: str | int | bool | None) -> Html:
    """An element. In the names of attributes a trailing `_` is dropped and any other is a hyphen; True writes the name
    alone, None and False nothing."""
    opening = "".join([_attribute(name, value) for name, value in attributes.items()]) if attributes else ""
    if tag in VOID:
        return Html(f"<{tag}{opening}>")
    return Html(f"<{tag}{opening}>{join(children)}</{tag}>")


def join(children: Child) -> Html:
    """Children one after the other, each escaped unless it is markup already."""
    if children is None:
        return Html("")
    if isinstance(children, Html):
        return children
    if isinstance(children, (str, int)):
        return text(str(children))
    return Html("".join([join(child) for child in children if child is not None]))


def _attribute(name: str, value: str | int | bool | None) -> str:
    name = name.rstrip("_").replace("_", "-")
    if value is None or value is False:
        return ""
    return f" {name}" if value is True else f' {name}="{text(str(value))}"'


def link(url: str, *children: Child) -> Html:
    """A link to an address of a draft, or the address's text alone when it is anything but a web address. It tells
    the target nothing of where the reader comes from."""
    if not WEB.match(url):
        return join(children)
    return el("a", *children, href=url, rel="noopener noreferrer nofollow", referrerpolicy="no-referrer")
