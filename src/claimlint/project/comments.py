"""What a comment to claimlint says.

    claimlint-disable-next-line RULE, RULE: reason     the line below
    claimlint-disable-line RULE: reason                its own line
    claimlint-disable RULE: reason                     from here on, to `claimlint-enable` or the end
    claimlint-enable RULE                              again from here on
    claimlint-disable-file RULE: reason                the whole draft

Without a rule, all are meant. `--` may stand for the colon.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from claimlint.document.model import Directive, Document
from claimlint.lazy import lazy
from claimlint.lexicons.nearest import nearest
from claimlint.records import NamedTuple

NEXT_LINE, LINE, FILE = "disable-next-line", "disable-line", "disable-file"
DISABLE, ENABLE = "disable", "enable"
COMMANDS = (NEXT_LINE, LINE, FILE, DISABLE, ENABLE)
_PARTS = lazy(r"(claimlint(?:-|:?\s+)([\w-]+))\s*(.*)")
_REASON = lazy(r"(?<!\s)\s*:\s*|(?:^|(?<!\s)\s+)(?:--+|–|—)\s+")
_RULES = lazy(r"[,\s]+")
_VISIBLE = lazy(r"\S")
_FIRST_NAME = lazy(r"\b(?=(?:disable|enable))")


class Comment(NamedTuple):
    """One comment. `rules` is empty when all are meant; `problem` says what makes it or one of its rules void."""

    directive: Directive
    command: str
    rules: tuple[str, ...]
    reason: str
    lines: tuple[int, int]
    """The lines it is about, both included; (0, -1) for what is about more than lines."""
    problem: str = ""


def read_comments(document: Document, known: Collection[str]) -> tuple[Comment, ...]:
    """The draft's comments in order. `known` are the ids of all rules, switched on or not."""
    below = _lines_below(document)
    return tuple(_comment(document, directive, known, below[n]) for n, directive in enumerate(document.directives))


def _comment(document: Document, directive: Directive, known: Collection[str], below: int) -> Comment:
    parts = _PARTS.match(directive.text)
    assert parts is not None  # what made it a directive
    written, command, rest = parts[1], parts[2].lower(), parts[3]
    if not written.startswith("claimlint-") or command not in COMMANDS:
        near = _FIRST_NAME.sub("claimlint-", nearest(command, COMMANDS))
        return Comment(directive, "", (), "", (0, -1), f'claimlint knows no comment "{written}"{near}')
    split = _REASON.search(rest)
    named = rest[: split.start()] if split else rest
    rules = tuple(dict.fromkeys(rule for rule in _RULES.split(named) if rule))
    reason = rest[split.end() :].strip() if split else ""
    unknown = next((rule for rule in rules if rule not in known), None)
    problem = ""
    if unknown is not None:
        near = nearest(unknown, known)
        hint = "" if split or "did you mean" in near else " (a reason comes after a colon)"
        problem = f'unknown rule "{unknown}"{near}{hint}'
    kept = tuple(rule for rule in rules if rule in known)
    if rules and not kept:
        command = ""
    lines = 0, -1
    if command == LINE:
        lines = document.position(directive.start).line, document.position(directive.end).line
    elif command == NEXT_LINE:
        lines = below, below
    return Comment(directive, command, kept, reason, lines, problem)


def _lines_below(document: Document) -> list[int]:
    """For each comment the next line with anything on it: formatters put blank lines after comments, and several
    comments may stand one under the other. From the end, so that every blank is looked at once."""
    text, starts = document.text, document.line_starts
    shown = searched = len(text)
    found: list[int] = []
    for directive in reversed(document.directives):
        line = document.position(directive.end).line
        after = starts[line] if line < len(starts) else len(text)
        visible = _VISIBLE.search(text, after, searched)
        shown, searched = visible.start() if visible else shown, min(after, searched)
        found.append(document.position(shown).line if shown < len(text) else line + 1)
    return found[::-1]


def without(comment: Comment, unused: Sequence[str]) -> str:
    """The comment's words without some of its rules, as an edit would leave them."""
    kept = ", ".join(rule for rule in comment.rules if rule not in unused)
    return f"claimlint-{comment.command} {kept}" + (f": {comment.reason}" if comment.reason else "")
