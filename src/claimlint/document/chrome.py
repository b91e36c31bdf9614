"""Page furniture that a paste brings along: forum counters, share buttons, edit notes.

The phrases are those of the forum and blog software most pasted from (XenForo, vBulletin, phpBB, Discourse, WordPress).
"""

from __future__ import annotations

import re

from claimlint.lazy import lazy

_ALWAYS = lazy(
    r"(?:last edited(?: by)?:?.{0,60}|members online(?: now)?|guests online|total visitors"
    r"|online (?:now|statistics|users)|latest (?:posts|threads)|(?:.{0,40} )?newsletter sign ?up"
    r"|click to expand(?:\.{0,3}|…)|reply with quote|report(?: post)?"
    r"|joined:?(?: .{1,40})?|messages:?(?: [\d,]+)?|posts:? [\d,]+|reaction score:?(?: [\d,]+)?|likes received:?.{0,20}"
    r"|thread starter|you must log ?in or register to reply here\.?|forum software by.{0,80}|powered by.{0,60}|share:"
    r"|share this(?: page| post| article)?:?|skip to (?:main )?content|table of contents|all rights reserved\.?"
    r"|(?:©|\(c\)|copyright) ?.{0,100}|\d+ (?:likes?|replies|reply|comments?|views|shares|min read)|jump to .{0,40}"
    r"|log ?in|sign ?(?:in|up)|register|remember me|forgot (?:your )?password\??|similar threads|thread tools"
    r"|display modes|leave a (?:comment|reply)|post (?:a )?comment|cookie (?:policy|settings)|privacy policy"
    r"|terms (?:of (?:use|service)|and conditions)"
    r"|add to cart|read more|show more|load more|advertisement|sponsored(?: content)?|#\d{1,5})",
    re.IGNORECASE,
)
_NEAR_CHROME = lazy(
    r"(?:[\d,.]{1,12}[kKmM]?|back|top|home|share|reply|like|likes|quote|next|prev|previous|menu|search|save|edit"
    r"|delete|follow|bookmark|report"
    r"|tweet|pin|email|print|new|and|moderator|administrator|member|well-known member|active member|staff member)",
    re.IGNORECASE,
)
_SHORT = 60
_NAME = 40
_LONGEST_TAIL = 8


def chrome_lines(lines: list[str]) -> set[int]:
    """Indexes of the lines that are page furniture. `lines` are stripped; blank ones are ""."""
    shown = [index for index, line in enumerate(lines) if line]
    found: set[int] = set()
    for place, index in enumerate(shown):
        line = lines[index]
        if len(line) <= 120 and _ALWAYS.fullmatch(line):
            found.add(index)
            if line.lower().startswith("last edited") and place + 1 < len(shown) and _is_name(lines[shown[place + 1]]):
                found.add(shown[place + 1])
        elif place and line == lines[shown[place - 1]] and _is_name(line):
            found.update((index, shown[place - 1]))
    if found:
        _spread(lines, shown, found)
        _take_tail(lines, shown, found)
    return found


def _take_tail(lines: list[str], shown: list[int], found: set[int]) -> None:
    """Short lines that close the paste after furniture ("Back", "Top") are furniture."""
    last = max(found)
    tail = [index for index in shown if index > last]
    if len(tail) <= _LONGEST_TAIL and all(len(lines[i]) <= _SHORT and lines[i][-1] not in ".!?,;:" for i in tail):
        found.update(tail)


def _spread(lines: list[str], shown: list[int], found: set[int]) -> None:
    """Doubtful lines beside furniture are furniture too: a number, "Reply", a title between two counters."""
    for order in (range(len(shown)), range(len(shown) - 1, -1, -1)):
        step = 1 if order.step == 1 else -1
        for place in order:
            index = shown[place]
            before = place - step
            if index in found or not 0 <= before < len(shown) or shown[before] not in found:
                continue
            line = lines[index]
            after = place + step
            enclosed = 0 <= after < len(shown) and shown[after] in found
            if len(line) <= _SHORT and (_NEAR_CHROME.fullmatch(line) or (enclosed and line[-1] not in ".!?,;:")):
                found.add(index)


def _is_name(line: str) -> bool:
    """A short line without punctuation or figures, as a member's name or a date."""
    return len(line) <= _NAME and line[-1] not in ".!?,;:" and len(line.split()) <= 4 and line[0].isalnum()
