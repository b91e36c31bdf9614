"""A cheap sieve for every draft: whether its lines could be those of a thread at all.

It lets through more than threads. What it stops costs a glance at each short line and no import.
"""

from __future__ import annotations

from collections.abc import Iterable

LONGEST = 120
_ENDS = frozenset("0123456789:)*_]>↑⤴")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_TAILS = frozenset("ago now utc gmt ary rch ril une uly ust ber".split()) | {*_MONTHS, " am", " pm"}
"""How a line ends that closes with a time or in markup."""
_LABELS = (
    "From:",
    "Author:",
    "User:",
    "Posted",
    "Post by",
    "Written by",
    "Reply by",
    "Comment by",
    "Answer by",
    "Orig",
)
_SAID = (" said", " wrote", " writes", " posted", " schrieb")
_SAID_BEFORE_TIME = ("↑", "⤴", "posted by ", " wrote on ", " said on ", " posted on ", " wrote ", " said ")


def may_head(line: str) -> bool:
    """Whether a line could stand over a post or over a quoted reply."""
    if not 1 < len(line) <= LONGEST:
        return False
    last = line[-1]
    if last in _ENDS or line[-3:].lower() in _TAILS or line[0] == "#":
        return True
    return (last in "shdwy." and line[-3:-1].strip(" .").isdigit()) or line.startswith(_LABELS)


def may_be_thread(lines: Iterable[str]) -> bool:
    """Whether one line could introduce what somebody said, or two could hold a time or a post's number."""
    timed = 0
    for line in lines:
        if not may_head(line):
            continue
        low = line.lower().lstrip("# >").strip("*_: ")
        if low.endswith(_SAID) or "originally posted by " in low:
            return True
        if _is_timed(low):
            if line[0] == "#" or any(word in low for word in _SAID_BEFORE_TIME):
                return True
            timed += 1
        if timed == 2:
            return True
    return False


def _is_timed(low: str) -> bool:
    """Whether a line has a post's number, or the look of a date or of a time gone by."""
    if low.endswith(" ago") or low.startswith(("[–]", "[-]", "from:", "author:", "user:")) or "ago (" in low:
        return True
    if low.startswith(("post ", "reply ", "comment ")):
        return low[-1:].isdigit()
    at = low.find("#")
    if at >= 0 and low[at + 1 : at + 2].isdigit():
        return True
    at = max(low.find("·"), low.find("•"), low.find("»"))
    if at > 1 and low[at:].strip("·•» ")[:1].isdigit():
        return True
    if not any(char.isdigit() for char in low):
        return False
    if any(_is_numeric_date(low, mark) for mark in "/-."):
        return True
    return _has_date(low) or (":" in low and ("today" in low or "yesterday" in low))


def _is_numeric_date(low: str, mark: str) -> bool:
    """Whether the last three figures of the line are joined by a mark, as in 2026-01-02."""
    parts = low.rsplit(mark, 2)
    return len(parts) == 3 and parts[1].isdigit() and parts[0][-1:].isdigit() and parts[2][:1].isdigit()


def _has_date(low: str) -> bool:
    """Whether a month stands beside a figure."""
    words = low.replace(",", " ").replace("(", " ").split()
    return any(
        word[:3] in _MONTHS and any(near[:1].isdigit() for near in words[max(at - 1, 0) : at + 2])
        for at, word in enumerate(words)
    )
