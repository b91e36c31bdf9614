"""Reading the words of a unit by number: what the absolute forms share."""

from __future__ import annotations

from claimlint.language.grammar import AUXILIARIES, DETERMINERS, PREPOSITIONS, SUBORDINATORS
from claimlint.language.model import Mark
from claimlint.language.unit import UnitText

STOPS = (AUXILIARIES | PREPOSITIONS | SUBORDINATORS | DETERMINERS) - {"all", "any"}
"""Words that no noun phrase goes on over."""
JOINTS = " \n\t-*_\"'“”‘’"
"""What may stand between the words of one phrase: emphasis, and the hyphen of a word broken over two lines."""
IS_NOW = ("is", "are", "it's", "that's", "remains", "remain")
DOUBT = frozenset("may might could can't cannot perhaps probably possibly likely".split())


def word_at(text: UnitText, at: int) -> str:
    """The lower-cased word of a token, "" before the first and behind the last."""
    return text.tokens[at].word if 0 <= at < len(text.tokens) else ""


def words_of(text: UnitText, first: int, last: int) -> list[str]:
    """The words of the tokens `first` to `last`, those that exist."""
    return [token.word for token in text.tokens[max(0, first) : last + 1]]


def gap_before(text: UnitText, at: int) -> str:
    """What stands between a token and the one before it, joints aside."""
    return (
        text.lower[text.tokens[at - 1].end : text.tokens[at].start].strip(JOINTS) if 0 < at < len(text.tokens) else ""
    )


def joined(text: UnitText, first: int, last: int) -> bool:
    """Whether nothing but white space and emphasis stands between the tokens `first` to `last`."""
    if first < 0 or last >= len(text.tokens):
        return False
    return not any(gap_before(text, at) for at in range(first + 1, last + 1))


def marked(text: UnitText, first: int, last: int, value: str) -> Mark:
    """The mark of a form that spans the tokens `first` to `last`."""
    return Mark("absolute-word", text.tokens[first].start, text.tokens[last].end, value)


def head_of(text: UnitText, at: int, heads: frozenset[str], most: int = 4) -> int:
    """The token of `heads` that a noun phrase starting at `at` ends with, or -1; at most `most` words on."""
    found = -1
    for i in range(at, min(at + most + 1, len(text.tokens))):
        if i > at and gap_before(text, i) not in ("", ","):
            break
        if word_at(text, i) in heads:
            found = i
        elif found >= 0 or word_at(text, i) in STOPS:
            break
    return found


def clause_start(text: UnitText, at: int) -> int:
    """The first token of the clause that a token stands in."""
    while at > 0 and not _breaks_before(text, at):
        at -= 1
    return at


def _breaks_before(text: UnitText, at: int) -> bool:
    gap = text.document.prose[text.tokens[at - 1].end : text.tokens[at].start]
    return any(sign in gap for sign in ",;:.!–—(") or text.tokens[at].word in ("but", "because", "which", "that")
