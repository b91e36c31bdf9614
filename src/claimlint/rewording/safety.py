"""Which rewordings may be applied unread. docs/suggestions.md, "Safe and unsafe", gives the reasons.

A safe edit only takes out words that tell how sure or excited the author is, or puts "may" for a promise. It adds no
fact, slot or clause, and chooses no other verb or noun. In doubt an edit is not safe.
"""

from __future__ import annotations

from claimlint.rewording.clauses import Words
from claimlint.rewording.edits import Draft
from claimlint.rewording.phrasefind import Found
from claimlint.rewording.words import links_between

DENYING = frozenset(
    "no not never nothing nobody none neither nor few little hardly barely without cannot can't won't don't doesn't "
    "didn't isn't aren't wasn't weren't wouldn't shouldn't couldn't hasn't haven't".split()
)
"""Behind such a word a booster says the opposite: "nothing is guaranteed to work" is no promise."""

MODIFYING = frozenset("almost nearly virtually practically quite so too as how more most less least not rather".split())
"""Words that belong to the one behind them: "almost certainly" without "certainly" says something else."""


def is_modified(words: Words, at: int) -> bool:
    """Whether the word before belongs to this one and could not stand without it."""
    return not words.broken[at] and words.word(at - 1) in MODIFYING


def may_go_unread(draft: Draft, words: Words, found: Found) -> bool:
    """Whether a booster can be dropped unread."""
    return found.value not in draft.request.phrases.unsafe and stands_plainly(draft, words, found)


def only_loses_noise(draft: Draft, words: Words, found: Found) -> bool:
    """Whether a replacement is the phrase itself without its noise ("insane gains" -> "gains")."""
    phrases, kept = draft.request.phrases, found.value.split(" ")
    said = [words.word(n) for n in range(found.first, found.last + 1)]
    gone = said[: len(said) - len(kept)]
    noise = (phrases.drop | phrases.drop_adjective) - phrases.unsafe
    return said[len(gone) :] == kept and bool(gone) and set(gone) <= noise and stands_plainly(draft, words, found)


def stands_plainly(draft: Draft, words: Words, found: Found) -> bool:
    """Whether nothing about the phrase's place gives it another meaning: no denial before it, no name, no link text."""
    if _is_denied(words, found.first):
        return False
    start, end = words.tokens[found.first].start, words.tokens[found.last].end
    if draft.text[start].isupper() and not draft.opens_sentence(found.first):
        return False  # part of a name, or shouted
    return not links_between(draft.document, start, end)


def _is_denied(words: Words, at: int) -> bool:
    """Whether a denial stands before a word, as far back as "but"."""
    for n in range(at - 1, -1, -1):
        if words.word(n) == "but":
            return False
        if words.word(n) in DENYING:
            return True
    return False
