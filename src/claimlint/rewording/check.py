"""Is a reworded unit still correct? Plain checks of what an edit can break, used as guard, in tests and in benchmarks.

Everything is compared with the original: a fault that the author made is not held against the suggestion.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from operator import eq

from claimlint.document.model import Document, Unit
from claimlint.lazy import lazy
from claimlint.rewording.model import SLOT, Suggestion
from claimlint.rewording.polish import reworded
from claimlint.rewording.words import article_for, links_between

_DOUBLED = lazy(r"(?<![\w'’-])([^\W\d_]{2,})[ \t\r\n]+\1(?![\w'’-])", re.IGNORECASE)
_ALLOWED_DOUBLES = frozenset({"that", "had", "very", "bla", "yin", "agar"})
_ARTICLE = lazy(r"(?<![\w'’.-])(an?)[ \t\r\n]+[\"'“*_(\[]{0,3}([^\W_][\w'’-]*)", re.IGNORECASE)
_SPACES = lazy(r"(?<=\S)[ \t]{2,}(?=\S)")
_PUNCTUATION = lazy(
    # Every branch starts with a plain character: Python then looks at nothing else.
    r"\.(?<!\.\.)\.(?!\.)|,,|;;|::|,\.|;\.|:\.|\.,|\.;|,;|;,|!\.|\?\.|,!| [,.;!](?=\s|\Z)|\(\s| \)|\t\)|\r\)|\n\)|\(\)"
)
_MODALS = lazy(
    r"\b(?:may|might|can|could|will|would|should|must)\s+(?:not\s+)?(?:may|might|can|could|will|would|should|must|is|are|was|were|has|does|did)\b"
    r"|\bto\s+may\b|\b(?:a|an|the|of|for|with|in)\s+may\s+(?:have|be|not)\b|\bmay\s+\w+ly\s+(?:is|are|was|were|has)\b",
    re.IGNORECASE,
)
_MODAL_WORDS = frozenset("may might can could will would should must".split())
_BEFORE_MODAL = frozenset("to a an the of for with in".split())
_BEHIND_MODAL = _MODAL_WORDS | frozenset("not is are was were has does did".split())
_WORD = lazy(r"[^\W\d_]+")
_TAG = lazy(r"</?[a-z][^<>]{0,200}>|\[/?(?:b|i|u|url|size|color)\b[^\[\]]{0,100}\]", re.IGNORECASE)
_PAIRS = (("(", ")"), ("[", "]"), ("{", "}"), ("“", "”"), ("«", "»"))
_MARKERS = ("**", "__", "~~", "`", '"')
_SIGNS = lazy(r"""[][(){}“”«»*_~`"]+""")
"""Runs of the characters that pairs and markers are made of."""


def problems(document: Document, unit: Unit, suggestion: Suggestion) -> tuple[str, ...]:
    """What is wrong with a suggestion; empty when nothing is."""
    return tuple(_problems(document, unit, suggestion))


def _problems(document: Document, unit: Unit, suggestion: Suggestion) -> Iterator[str]:
    text = document.text
    before, after = text[unit.start : unit.end], suggestion.text
    if not suggestion.edits or after == before:
        yield "changes nothing"
    yield from _edit_problems(document, unit, suggestion)
    yield from sentence_problems(before, after)
    if _opens_with_capital(before) and not (after.lstrip(" *_>#-").startswith("[") or _opens_with_capital(after)):
        yield "no capital at the start"


def _edit_problems(document: Document, unit: Unit, suggestion: Suggestion) -> Iterator[str]:
    text = document.text
    near = links_between(document, unit.start, unit.end)
    reach = max([unit.end, *(link.end for link in near)])
    at = -1
    for edit in suggestion.edits:
        if edit.start < unit.start or edit.end > reach:
            yield "an edit leaves the unit"
        if edit.start < at or edit.end < edit.start:
            yield "edits overlap"
        if text[edit.start : edit.end] == edit.replacement:
            yield "an edit changes nothing"
        if SLOT in edit.replacement and any(
            link.text_start < edit.start < link.end and edit.end < link.end for link in near
        ):
            yield "slot inside a link"
        at = edit.end
    if reworded(text, unit.start, unit.end, suggestion.edits) != suggestion.text:
        yield "text and edits disagree"


def sentence_problems(before: str, after: str) -> Iterator[str]:
    """Faults of the reworded text that the original did not have."""
    if after.count(SLOT) > max(1, before.count(SLOT)):
        yield "two slots"
    words = _WORD.findall(after.lower())
    for name, pattern in _possible_faults(after, words):
        found = _found(pattern, after)
        for what in Counter(found) - Counter(_found(pattern, before)) if found else ():
            if not (name == "doubled word" and what.split()[0] in _ALLOWED_DOUBLES):
                yield f"{name}: {what!r}"
    wrong = _articles(after) if "a" in words or "an" in words else set()
    for what in sorted(wrong - _articles(before)) if wrong else ():
        yield f"article: {what}"
    if _SIGNS.findall(before) == _SIGNS.findall(after.replace(SLOT, "\0")):
        return  # the same runs of signs: nearly always
    for opening, closing in _PAIRS:
        if _imbalance(after, opening, closing) != _imbalance(before, opening, closing):
            yield f"unbalanced {opening}{closing}"
    for marker in _MARKERS:
        if after.count(marker) % 2 != before.count(marker) % 2:
            yield f"unbalanced {marker}"


def _possible_faults(text: str, words: Sequence[str]) -> Iterator[tuple[str, re.Pattern[str]]]:
    """The faults for which a text gives cause to look: hardly any has one, and a close look takes long."""
    if True in map(eq, words, words[1:]):
        yield "doubled word", _DOUBLED
    if "  " in text or "\t" in text:
        yield "doubled space", _SPACES
    yield "punctuation", _PUNCTUATION
    if any(_is_odd_modal(words, at) for at, word in enumerate(words) if word in _MODAL_WORDS):
        yield "verb group", _MODALS


def _is_odd_modal(words: Sequence[str], at: int) -> bool:
    """Whether a modal verb stands between words that hardly ever go with one."""
    behind = words[at + 1] if at + 1 < len(words) else ""
    return behind in _BEHIND_MODAL or behind.endswith("ly") or (at > 0 and words[at - 1] in _BEFORE_MODAL)


def _found(pattern: re.Pattern[str], text: str) -> list[str]:
    return [found.group().lower() for found in pattern.finditer(text)]


def _articles(text: str) -> set[str]:
    """Wrong articles, as far as spelling shows."""
    return {
        f"{found.group(1)} {found.group(2)}".lower()
        for found in _ARTICLE.finditer(text)
        if article_for(found.group(2)) != found.group(1).lower()
        and not (found.group(1) == "A" and not found.group(2)[0].isalpha())
    }


def _imbalance(text: str, opening: str, closing: str) -> int:
    return text.count(opening) - text.count(closing)


def _opens_with_capital(text: str) -> bool:
    at = 0
    while at < len(text):
        if text[at] in "<[" and (tag := _TAG.match(text, at)) is not None:
            at = tag.end()
        elif text[at].isalnum():
            return text[at].isupper() or not text[at].isalpha()
        else:
            at += 1
    return True
