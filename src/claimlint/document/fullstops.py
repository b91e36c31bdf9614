"""Whether a full stop, or another mark that may end a sentence, ends one where it stands."""

from __future__ import annotations

from collections.abc import Sequence

from claimlint.document.abbreviations import (
    ABBREVIATIONS,
    CAPITAL_ONLY,
    LETTER_NAMES,
    MAYBE_LAST,
    NEVER_LAST,
    OPENERS,
    SHORT_LAST,
    UNITS,
)

_OPENING = "\"“‘«([{'¿¡*_—–-•"
_CONTINUING = frozenset(",;:)]}%/&=+<>|")
_WINDOW = 24
"""How far back the word before a stop is looked for: longer than any abbreviation."""


def follows_plain_word(prose: str, stop: int, start: int) -> bool:
    """Whether the full stop follows a word that is no abbreviation: with a capital after it, the usual case."""
    space = prose.rfind(" ", max(start, stop - _WINDOW), stop)
    word = prose[space + 1 : stop]
    return space >= 0 and len(word) > 2 and prose[stop] == "." and word.isalpha() and word.lower() not in ABBREVIATIONS


def may_touch(prose: str, stop: int, after: int) -> bool:
    """Whether a stop without a space after it can end a sentence: a flattened superscript ("tissue.2 It"), a space
    forgotten ("receptors.It"), or a script that writes none."""
    if prose[stop] in "。！？":
        return True
    if prose[after].isdigit():
        return prose[stop - 1 : stop].isalpha() or prose[stop - 1 : stop] in ")]"
    return prose[max(stop - 3, 0) : stop].isalpha() and prose[max(stop - 3, 0) : stop].islower()


def ends(prose: str, stop: int, after: int, start: int, following: int, limit: int) -> bool:
    """Whether the sentence that began at `start` ends with the stop at `stop`, given what follows."""
    mark, ahead = prose[stop], prose[following]
    if ahead in _CONTINUING:
        return False
    opening = ahead
    if ahead in "–—-" and prose[following + 1 : following + 2].isspace() and prose[after - 1] in "\"”’'»":
        return False  # the name of whoever said it follows
    if ahead in _OPENING:
        inner = following + 1
        while inner < limit and prose[inner] in _OPENING:
            inner += 1
        opening = prose[inner] if inner < limit else ahead
    if mark in "。！？":
        return True
    lower = opening.islower()
    if mark != "." or (after - stop > 1 and prose[stop + 1] in ".!?…"):
        return _ends_loudly(prose, stop, following, lower, limit)
    return _ends_plainly(prose, stop, after, start, following, opening, limit)


def _ends_loudly(prose: str, stop: int, following: int, lower: bool, limit: int) -> bool:
    """`!`, `?`, an ellipsis or a mixture."""
    dots = prose[stop] in ".…"
    if not lower:
        return True
    if dots:
        return False
    mixed = prose[following : min(following + 12, limit)].split()[:1]
    return bool(mixed) and any(c.isupper() for c in mixed[0])


def _ends_plainly(prose: str, stop: int, after: int, start: int, following: int, opening: str, limit: int) -> bool:
    """A single full stop."""
    before = prose[max(start, stop - _WINDOW) : stop].split()
    if not before:
        return True
    word = before[-1].lstrip("([{\"“'‘*_/—–-")
    if not word:
        return True
    lowered = word.lower()
    if lowered in NEVER_LAST:
        return False
    if word.isdigit() and len(word) <= 3 and prose[start:stop].strip(" \t\r\n([*_") == word:
        return False  # "1." at the very start numbers the sentence
    if lowered in UNITS and len(before) > 1 and before[-2][-1].isdigit():
        return opening.isupper() or not opening.isalnum()
    if lowered in MAYBE_LAST and not (lowered in CAPITAL_ONLY and word.islower()):
        return _opens_sentence(prose, following, opening, limit)
    if len(word) == 1 and word.isalpha():
        return _lone_letter_ends(prose, before, word, following, opening, limit)
    if "." in word and word.replace(".", "").isalpha() and len(max(word.split("."), key=len)) == 1:
        return _opens_sentence(prose, following, opening, limit)
    if opening.islower():
        closed = after - stop > 1
        known = len(word) >= 3 or not word.isalpha() or lowered in SHORT_LAST
        return closed or known or _has_inner_capital(prose, following, limit)
    return True


def _opens_sentence(prose: str, following: int, opening: str, limit: int) -> bool:
    """Whether what follows reads like a sentence's first word, for use after an abbreviation."""
    if not opening.isupper():
        return False
    words = prose[following : min(following + 20, limit)].split()
    if len(words[0]) == 2 and words[0][1] == ".":
        return False  # another initial
    first = words[0].strip("\"“‘'([{*_,;:.!?)”’")
    return first.lower() in OPENERS or (first[1:].islower() and len(first) > 3 and first.lower().endswith("ly"))


def _lone_letter_ends(prose: str, before: Sequence[str], word: str, following: int, opening: str, limit: int) -> bool:
    """A single letter: an initial ("J. Smith") or a name's last letter ("vitamin C.")."""
    if len(before) > 1 and before[-2].strip("(\"“'*_").lower() in LETTER_NAMES:
        return True
    if word.islower() and len(before) > 1:
        return opening.isupper()
    return _opens_sentence(prose, following, opening, limit)


def _has_inner_capital(prose: str, following: int, limit: int) -> bool:
    """ "mTOR", "pH": lower-case first, yet able to open a sentence."""
    words = prose[following : min(following + 16, limit)].split()
    return any(c.isupper() for c in words[0])
