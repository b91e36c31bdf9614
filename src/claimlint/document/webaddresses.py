"""Web addresses written out in the prose, and `[[wiki]]` links: found by rare anchors, not by scanning."""

from __future__ import annotations

import re
from typing import Literal

from claimlint.document.model import LinkKind
from claimlint.lazy import lazy
from claimlint.records import NamedTuple

_SCHEME = lazy(r"(?:https?|ftp|hxxps?)$", re.IGNORECASE)
_REST = lazy(r"[^\s<>\"“”`\\|^{}]{1,2000}")
_HOST = lazy(r"[\w-]{1,63}\.")
_DOMAIN = lazy(
    r"\.(?:(?:com|org|net|io|co\.uk|shop|store|gov|edu|info|biz|eu|ai)(?![\w-])"
    r"|(?:co|health|us|ca|au|com\.au|de|uk|me|app|ly|to|fr|nl|it|es|ch|nz|in|life|club|site|online|tv|is|be)(?=/[\w?#]))",
    re.IGNORECASE,
)
_PATH = lazy(r"[/?#][^\s<>\"“”`\\|^{}]{0,2000}")
_WIKI = lazy(r"\[\[([^\[\]\n|]{1,300})(?:(?:\||\]\[)([^\[\]\n]{1,300}))?\]\](?!\()")
_ONLY_NUMBERS = lazy(r"[\d,;\s–^-]{1,40}")
_TRAILING = ".,;:!?*_'’”\"…~"


class Address(NamedTuple):
    """A link in running text. `hidden`: it is masked in the prose (a bare site name such as "example.com" is not)."""

    start: int
    end: int
    text_start: int
    text_end: int
    target: str
    kind: LinkKind | Literal["image"]
    hidden: bool


def addresses(text: str, prose: str) -> list[Address]:
    """Every address with a scheme or `www.`, and every bare domain name, that stands unmasked in `prose`."""
    found = _with_scheme(text, prose)
    found += _with_www(text, prose)
    spans = sorted((a.start, a.end) for a in found)
    found += _bare_domains(text, prose, spans)
    return found


def wiki_links(text: str, prose: str) -> list[Address]:
    """`[[target]]`, `[[target|text]]` and Org's `[[target][text]]`; `![[file]]` is an image."""
    found: list[Address] = []
    at = prose.find("[[")
    while at >= 0:
        match = _WIKI.match(text, at)
        if match is None or _ONLY_NUMBERS.fullmatch(match[1]):
            at = prose.find("[[", at + 2)
            continue
        if at and text[at - 1] == "!":
            found.append(Address(at - 1, match.end(), at - 1, match.end(), match[1], "image", True))
        else:
            shown = 2 if match[2] is not None else 1
            hide = shown == 1 and "://" in match[1]
            start, end = (at, match.end()) if hide else match.span(shown)
            found.append(Address(at, match.end(), start, end, match[1].strip(), "wiki", True))
        at = prose.find("[[", match.end())
    return found


def _with_scheme(text: str, prose: str) -> list[Address]:
    found: list[Address] = []
    at = prose.find("://")
    while at >= 0:
        scheme = _SCHEME.search(prose, max(0, at - 5), at)
        end = at + 3
        if scheme is not None and not (scheme.start() and prose[scheme.start() - 1].isalnum()):
            address = _address(text, scheme.start(), end)
            if address.end > end:
                found.append(address)
                end = address.end
        at = prose.find("://", end)
    return found


def _with_www(text: str, prose: str) -> list[Address]:
    found: list[Address] = []
    at = prose.find("www.")
    while at >= 0:
        end = at + 4
        before = prose[at - 1] if at else " "
        if not (before.isalnum() or before in "@./_-") and _HOST.match(prose, end):
            found.append(_address(text, at, end))
            end = found[-1].end
        at = prose.find("www.", end)
    return found


def _address(text: str, start: int, at: int) -> Address:
    rest = _REST.match(text, at)
    end = _trimmed(text, start, rest.end() if rest else at)
    return Address(start, end, start, end, text[start:end], "bare", True)


def _trimmed(text: str, start: int, end: int) -> int:
    """Without the punctuation of the sentence round it: a closing bracket stays only with its opening one."""
    spare = {
        ")": text.count(")", start, end) - text.count("(", start, end),
        "]": text.count("]", start, end) - text.count("[", start, end),
    }
    while end > start:
        last = text[end - 1]
        if last in spare:
            if spare[last] <= 0:
                break
            spare[last] -= 1
        elif last not in _TRAILING:
            break
        end -= 1
    return end


def _bare_domains(text: str, prose: str, taken: list[tuple[int, int]]) -> list[Address]:
    found: list[Address] = []
    place = 0
    last = 0
    for match in _DOMAIN.finditer(prose):
        while place < len(taken) and taken[place][1] <= match.start():
            place += 1
        if match.start() < last or (place < len(taken) and taken[place][0] <= match.start()):
            continue
        start = _label_start(prose, match.start(), last)
        if start < 0:
            continue
        path = _PATH.match(text, match.end())
        end = _trimmed(text, start, path.end()) if path else match.end()
        hidden = end > match.end() + 1
        found.append(Address(start, end, start, end, text[start:end], "bare", hidden))
        last = end
    return found


def _label_start(prose: str, dot: int, floor: int) -> int:
    """Where the host name before `dot` starts, or -1 when none does ("@" before it makes it a mail address)."""
    start = dot
    lowest = max(floor, dot - 80)
    while start > lowest and (prose[start - 1].isalnum() or prose[start - 1] in "-."):
        start -= 1
    while start < dot and not prose[start].isalnum():
        start += 1
    if start == dot or (start and prose[start - 1] in "@/_"):
        return -1
    return start
