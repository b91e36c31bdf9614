"""Tokens of a unit, and the marks that the lexicons leave on them: the one pass over the words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import accumulate

from claimlint.document.model import Unit
from claimlint.language.model import Mark, Token
from claimlint.lazy import lazy
from claimlint.lexicons.model import Lexicons
from claimlint.lexicons.vocabulary import WILDCARDS, Phrases

WORD = lazy(r"[^\W_]+(?:[-'.][^\W_]+)*%?")
"""A word or number; inner hyphens, apostrophes and points belong to it ("5-ht", "don't", "2.5", "e.g")."""

FIGURE = lazy(r"[\d¹²³¼-¾⅐-⅞⁰-₉①-⒛⓪-⓿❶-➓]")
"""Whatever numbers are written with: most units have none."""

STRAIGHT = (("’", "'"), ("ʼ", "'"), ("‑", "-"), ("‐", "-"))
_AROUND = lazy(rf"({WORD.pattern})")
"""Splits a text so that every second piece is a word."""

_new = tuple.__new__
"""Makes a token or mark without the detour over Python code that a NamedTuple's own call takes: there are millions."""

_new_token = partial(_new, Token)

LABEL_WORDS = 5
"""A run-in label ("How to use it:") has at most this many words."""
LABEL_REACH = 80
"""How many characters it has at most."""

MAX_GAP = 3
"""How many words `...` in a phrase may stand for."""


def lowered(prose: str) -> str:
    """Lower-cased with every character kept at its offset ("İ".lower() has two characters)."""
    lower = prose.lower()
    if lower.isascii():
        return lower
    if len(lower) != len(prose):
        lower = "".join(low if len(low := char.lower()) == 1 else char for char in prose)
    for curly, straight in STRAIGHT:
        lower = lower.replace(curly, straight)
    return lower


def tokens_of(lower: str, start: int, end: int) -> tuple[Token, ...]:
    """The tokens of `lower[start:end]`."""
    return split_up(lower[start:end], start)


def split_up(lower: str, start: int) -> tuple[Token, ...]:
    """The tokens of a lower-cased piece of a draft that starts at the offset `start`."""
    # Lengths summed up give the offsets, without a match object for every word.
    pieces = _AROUND.split(lower)
    offsets = [*accumulate(map(len, pieces), initial=start)]
    return tuple(map(_new_token, zip(pieces[1::2], offsets[1::2], offsets[2::2], strict=False)))


def label_end(lower: str, unit: Unit, tokens: Sequence[Token]) -> int:
    """The end of a unit's run-in label with its colon ("Dosing: …"), or 0."""
    colon = lower.find(":", unit.start, unit.end)
    if colon < 0 or colon - unit.start >= LABEL_REACH or lower[colon + 1 : colon + 2].strip():
        return 0
    words = sum([token.end <= colon for token in tokens])
    return colon + 1 if 0 < words <= LABEL_WORDS and words < len(tokens) else 0


def lexical_marks(tokens: Sequence[Token], lexicons: Lexicons, words: frozenset[str] | None = None) -> list[Mark]:
    """Every lexicon entry found in the tokens of one unit; the longest match wins within one mark kind.

    `words` are those of the tokens, if they are known already.
    """
    if words is None:
        words = frozenset([token.word for token in tokens])
    vocabulary = lexicons.words
    behind_last = len(tokens)
    marks: list[Mark] = []
    taken: dict[str, int] = {}
    i = 0
    for word, start, end in tokens:
        i += 1
        entry = vocabulary[word]
        if entry is None:
            continue
        pairs, phrases, open_to, parts = entry
        if phrases is not None:
            following = tokens[i][0] if i < behind_last else ""
            if following in phrases or (open_to and not open_to.isdisjoint(words)):
                _mark_phrases(tokens, words, i - 1, following, phrases, taken, marks)
        for kind, value in pairs:
            if kind not in taken or taken[kind] <= start:
                marks.append(_new(Mark, (kind, start, end, value)))
        for first, behind, part in parts:
            for kind, value in part:
                if kind not in taken or taken[kind] <= start + first:
                    marks.append(_new(Mark, (kind, start + first, start + behind, value)))
    return marks


def _mark_phrases(
    tokens: Sequence[Token],
    words: frozenset[str],
    i: int,
    following: str,
    phrases: Phrases,
    taken: dict[str, int],
    marks: list[Mark],
) -> None:
    """The phrases that start with token `i`; `phrases` holds those with its word, by the word that follows."""
    start = tokens[i][1]
    for key in (following, *WILDCARDS):
        if key not in phrases:
            continue
        for rest, kind, value in phrases[key]:
            if (kind in taken and taken[kind] > start) or (rest[-1] not in words and rest[-1] not in WILDCARDS):
                continue
            # The look-up has compared the second word already.
            last = i + 1 if len(rest) == 1 and key is following else _follow(tokens, i + 1, rest)
            if last >= 0:
                end = tokens[last][2]
                marks.append(_new(Mark, (kind, start, end, value)))
                taken[kind] = end


def _follow(tokens: Sequence[Token], at: int, rest: Sequence[str]) -> int:
    """The index of the phrase's last token when `rest` follows from `at`, else -1."""
    behind_last = len(tokens)
    for n, want in enumerate(rest):
        if want == "...":
            for gap in range(MAX_GAP + 1):
                last = _follow(tokens, at + gap, rest[n + 1 :])
                if last >= 0:
                    return last
            return -1
        if at >= behind_last or (tokens[at][0] != want and want != "*"):
            return -1
        at += 1
    return at - 1
