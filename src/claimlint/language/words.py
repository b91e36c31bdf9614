"""Tokens of a unit, and the marks that the lexicons leave on them: the one pass over the words."""

from __future__ import annotations

from collections.abc import Sequence

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
_new = tuple.__new__
"""Makes a token or mark without the detour over Python code that a NamedTuple's own call takes: there are millions."""

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
    return tuple([_new(Token, (m.group(), m.start(), m.end())) for m in WORD.finditer(lower, start, end)])


def label_end(lower: str, unit: Unit, tokens: Sequence[Token]) -> int:
    """The end of a unit's run-in label with its colon ("Dosing: …"), or 0."""
    colon = lower.find(":", unit.start, min(unit.end, unit.start + LABEL_REACH))
    if colon < 0 or lower[colon + 1 : colon + 2].strip():
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
    last = len(tokens) - 1
    marks: list[Mark] = []
    taken: dict[str, int] = {}
    for i, (word, start, end) in enumerate(tokens):
        entry = vocabulary[word]
        if entry is None:
            continue
        pairs, phrases, open_to, parts = entry
        if phrases is not None and (
            (i < last and tokens[i + 1][0] in phrases) or (open_to and not open_to.isdisjoint(words))
        ):
            _mark_phrases(tokens, i, phrases, taken, marks)
        for kind, value in pairs:
            if kind not in taken or taken[kind] <= start:
                marks.append(_new(Mark, (kind, start, end, value)))
        for first, behind, part in parts:
            for kind, value in part:
                if kind not in taken or taken[kind] <= start + first:
                    marks.append(_new(Mark, (kind, start + first, start + behind, value)))
    return marks


def _mark_phrases(tokens: Sequence[Token], i: int, phrases: Phrases, taken: dict[str, int], marks: list[Mark]) -> None:
    """The phrases that start with token `i`; `phrases` holds those with its word, by the word that follows."""
    following = tokens[i + 1].word if i + 1 < len(tokens) else ""
    start = tokens[i].start
    for key in (following, *WILDCARDS):
        for rest, kind, value in phrases.get(key, ()):
            if taken.get(kind, -1) > start:
                continue
            # The look-up has compared the second word already.
            last = i + 1 if len(rest) == 1 and key is following else _follow(tokens, i + 1, rest)
            if last >= 0:
                end = tokens[last].end
                marks.append(_new(Mark, (kind, start, end, value)))
                taken[kind] = end


def _follow(tokens: Sequence[Token], at: int, rest: Sequence[str]) -> int:
    """The index of the phrase's last token when `rest` follows from `at`, else -1."""
    for n, want in enumerate(rest):
        if want == "...":
            for gap in range(MAX_GAP + 1):
                last = _follow(tokens, at + gap, rest[n + 1 :])
                if last >= 0:
                    return last
            return -1
        if at >= len(tokens) or (want != "*" and tokens[at].word != want):
            return -1
        at += 1
    return at - 1
