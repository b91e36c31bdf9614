"""Comments in a draft that are addressed to claimlint, in whatever way its format writes comments.

A draft is read as if they were not there: a comment between two lines of a paragraph must not divide it, or saying that
one finding is all right would change the others.
"""

from __future__ import annotations

import re

from claimlint.document.model import Directive, Document, Format
from claimlint.lazy import lazy
from claimlint.records import NamedTuple

_CALL = lazy(r"claimlint(?:-|(?::[ \t]{0,4}|[ \t]{1,4})(?=disable|enable|ignore))[\w-]{1,60}")
"""`claimlint-disable …`, and what is nearly that: it had better be told than do nothing."""
_REACH = 80
"""How far in front of its first word the opening of a comment is looked for."""
_LONGEST = 4_000
_VISIBLE = lazy(r"[^\r\n]")


class _Form(NamedTuple):
    """A way to write comments: what must stand directly before the first word, and what ends it."""

    opening: re.Pattern[str]
    closing: re.Pattern[str]


def _form(opening: str, closing: str) -> _Form:
    flags = re.IGNORECASE | re.MULTILINE
    return _Form(lazy(opening + r"\s{0,40}\Z", flags), lazy(closing, flags))


_END_OF_LINE = r"(?=[ \t]{0,99}(?:[\r\n]|\Z))"
_ANYWHERE = (
    _form(r"<!--", r"-->"),
    _form(r"(?<!\{)\{/\*", r"\*/\}"),  # MDX
    _form(r"\{#-?", r"-?#\}"),  # Jinja, Twig, Nunjucks
    _form(r"\{%-?\s{0,9}comment\s{0,9}-?%\}", r"\{%-?\s{0,9}endcomment\s{0,9}-?%\}"),  # Liquid, Django
    _form(r"\{%-?\s{0,9}#", r"-?%\}"),  # Liquid
    _form(r"\{\{-?\s{0,9}/\*", r"\*/\s{0,9}-?\}\}"),  # Go, Hugo
    _form(r"\{\{!(?:--)?", r"(?:--)?\}\}"),  # Handlebars, Mustache
)
_MARKDOWN = (
    _form(r"^ {0,3}\[[^\]\n]{1,30}\]:[ \t]{1,8}<?#?>?[ \t]{1,8}[\"'(]", r"[\"')]" + _END_OF_LINE),  # [//]: # (…)
    _form(r"%%", r"%%"),  # Obsidian
    _form(r"\{::comment\}", r"\{:/(?:comment)?\}"),  # kramdown
)
_SIGNS = _form(r"(?:^|(?<=[ \t]))(?:\#{1,3}|/{2,3}|%{1,3}|;{1,3}|--|\.\.)[ \t]{0,40}", _END_OF_LINE)
"""To the end of a line, as programs, LaTeX, AsciiDoc, Org and reStructuredText have it."""
_PLAIN = (_form(r"\[(?:comment|rem)\]", r"\[/(?:comment|rem)\]"), _SIGNS)
_FORMS: dict[Format, tuple[_Form, ...]] = {
    "markdown": _ANYWHERE + _MARKDOWN,
    "html": _ANYWHERE,
    "text": _ANYWHERE + _PLAIN,
    "bbcode": _ANYWHERE + _PLAIN,
}


def directives_of(document: Document) -> tuple[Directive, ...]:
    """The comments to claimlint in a draft, in order. One in code or in a quotation is none: it is shown, not said."""
    found: list[Directive] = []
    last = 0
    for call in _CALL.finditer(document.text):
        directive = _directive(document, call.start(), last)
        if directive is not None:
            found.append(directive)
            last = directive.end
    return tuple(found)


def _directive(document: Document, at: int, low: int) -> Directive | None:
    """The comment whose first word stands at `at`, and which begins behind `low`."""
    region = document.region_at(at)
    kind = region.kind if region is not None else ""
    if kind in ("code", "quote", "image") or at < low or _is_quoted(document, at):
        return None
    text = document.text
    for form in (_SIGNS,) if kind == "front-matter" else _FORMS[document.format]:
        opening = form.opening.search(text, max(low, at - _REACH), at)
        closing = form.closing.search(text, at, at + _LONGEST) if opening else None
        if opening and closing:
            start, end = opening.start(), closing.end()
            alone = (
                not text[_line(document, start)[0] : start].strip() and not text[end : _line(document, end)[1]].strip()
            )
            return Directive(start, end, " ".join(text[at : closing.start()].split()), alone)
    return None


def _is_quoted(document: Document, at: int) -> bool:
    begin, _ = _line(document, at)
    if document.format != "html" and document.text[begin:at].lstrip(" \t").startswith(">"):
        return True
    unit = document.unit_at(at)
    return unit >= 0 and document.blocks[document.units[unit].block].quoted


def _line(document: Document, offset: int) -> tuple[int, int]:
    """Where the line of an offset starts and ends, without its line break."""
    starts, text = document.line_starts, document.text
    number = document.position(offset).line
    start, end = starts[number - 1], starts[number] if number < len(starts) else len(text)
    return start, start + len(text[start:end].rstrip("\r\n"))


class Hidden(NamedTuple):
    """A text without its comments to claimlint, of the same length."""

    text: str
    gaps: tuple[tuple[int, int], ...]
    """Stretches that are blank now and stand at the start or end of a line, where blanks mean something in Markdown."""


def hide(document: Document, directives: tuple[Directive, ...]) -> Hidden:
    """Blank the comments. One that has lines of its own goes with the line break before it, so that what stands above
    and below it stays together."""
    text = document.text
    pieces: list[str] = []
    gaps: list[tuple[int, int]] = []
    at = 0
    ends = frozenset(block.end for block in document.blocks)
    for start, end, alone in _stretches(document, directives):
        begin = _end_of_line_above(document, start, ends) if alone else start
        if begin is not None:
            gaps.append((begin, end))
            pieces += [text[at:begin], " " * (end - begin)]
        else:
            pieces += [text[at:start], _VISIBLE.sub(" ", text[start:end])]
        at = end
    pieces.append(text[at:])
    return Hidden("".join(pieces), tuple(gaps))


def _stretches(document: Document, directives: tuple[Directive, ...]) -> list[tuple[int, int, bool]]:
    """What the comments take, and whether it is whole lines; neighbouring lines are one stretch."""
    found: list[tuple[int, int, bool]] = []
    for start, end, _, alone in directives:
        if not alone:
            found.append((start, end, False))
            continue
        first, last = _line(document, start)[0], _line(document, end)[1]
        if found and found[-1][2] and document.position(found[-1][1]).line + 1 == document.position(first).line:
            first = found.pop()[0]
        found.append((first, last, True))
    return found


def _end_of_line_above(document: Document, start: int, ends: frozenset[int]) -> int | None:
    """Where the line above ends, if what follows a comment could go on with it. In Markdown that is a block (of which
    `ends` are the ends) or HTML: a rule, a fence or a definition ends where it ends."""
    text = document.text
    if start == 0:
        return None
    first, end = _line(document, start - 1)
    last = first + len(text[first:end].rstrip())
    if last == first:
        return None
    may = last in ends or document.unit_at(last - 1) >= 0 or text[last - 1] == ">"
    return end if may or document.format != "markdown" else None
