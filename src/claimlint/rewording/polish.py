"""Making a set of edits read well: spaces, articles, capitals, hard-wrapped lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimlint.document.model import Document
from claimlint.lazy import lazy
from claimlint.rewording.model import Edit
from claimlint.rewording.words import article_for, capitalised

_OPENED = lazy(r"(?:<(?:b|i|em|strong|u)>|\[(?:b|i|u)\])\Z", re.IGNORECASE)
_CLOSED = lazy(r"</(?:b|i|em|strong|u)>|\[/(?:b|i|u)\]", re.IGNORECASE)
_LINE_BREAK = lazy(r"\r?\n[ \t>]*")
_ARTICLE = lazy(r"(?<![\w'’-])(an?)([ \t*_\"“(]+|[ \t]*\r?\n[ \t]*)\Z", re.IGNORECASE)
_BEHIND_ARTICLE = ' \t\r\n*_"“('
_ARTICLE_ENDS = frozenset("aAnN")
_NEXT_WORD = lazy(r"[^\w\s]{0,3}([^\W_][\w'’-]*)")
_FIRST_LETTER = lazy(r"[\s*_\"'“‘(]*([a-z])")
_AFTER_WORDS = "\r\n.,;:!?)]}\"'”’|<*_"


def reworded(text: str, start: int, end: int, edits: Sequence[Edit]) -> str:
    """`text[start:end]` with the edits applied (sorted, not overlapping)."""
    parts, at = [], start
    for edit in edits:
        parts += [text[at : edit.start], edit.replacement]
        at = edit.end
    parts.append(text[at:end] if at < end else "")
    return "".join(parts)


def opens_sentence(prose: str, low: int, start: int) -> bool:
    """Whether only quotes, signs and markup (which is blank in the prose) stand between `low` and `start`."""
    return not any(char.isalnum() for char in prose[low:start])


def with_markup(document: Document, low: int, high: int, start: int, end: int) -> tuple[int, int]:
    """Wider by emphasis that holds nothing but the stretch: "**absolutely**" goes with its stars."""
    text, prose = document.text, document.prose
    while start > low and end < high and text[start - 1] == text[end] and text[end] in "*_~":
        if prose[start - 1] != " " or prose[end] != " ":
            break
        start, end = start - 1, end + 1
    opened = _OPENED.search(text, max(low, start - 12), start)
    closed = _CLOSED.match(text, end, min(high, end + 12))
    return (opened.start(), closed.end()) if opened and closed else (start, end)


def with_space(text: str, low: int, high: int, start: int, end: int) -> tuple[int, int]:
    """Wider by one of the spaces, or the pair of commas, around a stretch that goes."""
    after = text[end] if end < high else ""
    before = text[low:start].rstrip()
    if after == "," and (before.endswith(",") or opens_sentence(text, low, start)):
        end += 1
        after = text[end : end + 1]
        if before.endswith(","):
            start = low + len(before) - 1
    elif before.endswith(",") and (not after or after in ".!?;:)"):
        start = low + len(before) - 1  # "…, guaranteed."
    if start == low or text[start - 1] in "\n(\"'“‘*_>" or (text[start - 1] in " \t" and after in (" ", "\t")):
        while end < high and text[end] in (" \t\r\n" if start == low else " \t"):
            end += 1
    elif text[start - 1] in " \t" and (not after or after in _AFTER_WORDS):
        while start > low and text[start - 1] in " \t":
            start -= 1
    return start, end


def keeping_lines(text: str, start: int, end: int, replacement: str) -> list[Edit]:
    """One edit, or two around a line break, so that hard-wrapped lines stay wrapped."""
    found = _LINE_BREAK.search(text, start, end)
    if not replacement or not found or "\n" in text[found.end() : end] or text[end : end + 1] != " ":
        return [Edit(start, end, replacement)]
    line_end = start + len(text[start : found.start()].rstrip(" \t"))
    return [Edit(start, line_end, replacement), Edit(found.end(), end + 1, "")]


def merged(edits: Sequence[Edit]) -> list[Edit]:
    """Sorted, with edits that touch made one; an insertion into a stretch that goes is kept in its place."""
    out: list[Edit] = []
    for edit in sorted(edits, key=lambda e: (e.start, e.end)):
        last = out[-1] if out else None
        if last is None or edit.start > last.end:
            out.append(edit)
        elif edit.start in (last.end, edit.end):
            out[-1] = Edit(last.start, max(last.end, edit.end), last.replacement + edit.replacement)
    return out


def with_capital(edits: list[Edit], text: str, at: int) -> list[Edit]:
    """A capital again for the word behind `at`, where the words that opened the sentence end."""
    first = _FIRST_LETTER.match(text, at)
    if first is None:
        return edits
    letter = first.start(1)
    if any(e.start <= letter < e.end for e in edits):
        return [e._replace(replacement=capitalised(e.replacement)) if e.start <= letter < e.end else e for e in edits]
    return [
        Edit(e.start, letter + 1, text[at:letter] + text[letter].upper()) if e.end == at and not e.replacement else e
        for e in edits
    ]


def with_articles(edits: list[Edit], text: str, low: int) -> list[Edit]:
    """ "a" and "an" made to fit the word that now follows them."""
    out: list[Edit] = []
    for edit in edits:
        before = text[max(low, out[-1].end if out else low) : edit.start]
        follows = text[edit.end : edit.end + 60]
        found = _ARTICLE.search(before) if before.rstrip(_BEHIND_ARTICLE)[-1:] in _ARTICLE_ENDS else None
        if found is None:
            out.append(edit)
            continue
        word = _NEXT_WORD.match(edit.replacement + follows if edit.replacement else follows.lstrip(" "))
        if word is None or article_for(word.group(1)) == found.group(1).lower():
            out.append(edit)
            continue
        article = article_for(word.group(1))
        kept = article if found.group(1)[0].islower() else article.capitalize()
        start = edit.start - len(before) + found.start(1)
        out.append(Edit(start, edit.end, kept + found.group(2) + edit.replacement))
    return out
