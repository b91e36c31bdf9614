"""What the comments in a draft keep from being reported, and what is wrong with those comments.

A comment for one line covers the findings that are reported on that line, and those of a sentence that begins there;
one at the end of a sentence (`claimlint-disable-line`) covers it, too, when it is wrapped over several lines. A
finding is in a disabled stretch when it begins there. The nearest comment counts: line, then stretch, then draft.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence

from claimlint.document.model import Document
from claimlint.project.comments import DISABLE, ENABLE, FILE, LINE, Comment, read_comments, without
from claimlint.project.housekeeping import HOUSE_RULES, REASON, UNKNOWN, UNUSED
from claimlint.project.model import Finding, Settings, Suppressed
from claimlint.records import NamedTuple
from claimlint.rewording.model import Edit, Suggestion


class Outcome(NamedTuple):
    """What becomes of a draft's findings."""

    kept: tuple[int, ...]
    """The places of those that are reported."""
    suppressed: tuple[Suppressed, ...]
    about_comments: tuple[Finding, ...]


def suppress(
    path: str,
    text: str,
    document: Document,
    findings: Sequence[Finding],
    settings: Settings,
    known: Collection[str],
    active: Collection[str],
) -> Outcome:
    """Sort the findings by the comments of the draft, whose own text is `text`.

    `known` are the ids of all rules, `active` those that were run: a comment about any other may well be of use.
    """
    comments = read_comments(document, known)
    scope = _Scope(document, comments)
    kept: list[int] = []
    suppressed: list[Suppressed] = []
    for at, finding in enumerate(findings):
        comment = scope.comment_for(finding)
        if comment is None:
            kept.append(at)
        else:
            line = document.position(comment.directive.start).line
            suppressed.append(Suppressed(finding, "comment", comment.reason, line))
    critic = _Critic(path, text, document, settings, scope)
    told = tuple(critic.findings(comments, known, active))
    return Outcome(tuple(kept), tuple(suppressed), told)


class _Scope:
    """Which comment covers what; keeps book of which were of use, for which rules."""

    def __init__(self, document: Document, comments: Sequence[Comment]) -> None:
        self._document = document
        self._on: _Places = {}
        """What is about a line."""
        self._behind: _Places = {}
        """Of it, what may stand at the end of a sentence."""
        self._whole: _Places = {}
        self._toggles: list[Comment] = []
        self._timelines: dict[str, list[Comment]] = {}
        self.used: set[tuple[int, str]] = set()
        """(offset of a comment, rule) pairs; the rule is "" for one that ends what another began."""
        self.of_use: set[int] = set()
        """The offsets of those that cover a finding."""
        for comment in comments:
            for line in range(comment.lines[0], comment.lines[1] + 1):
                _put(self._on, line, comment)
                if comment.command == LINE:
                    _put(self._behind, line, comment)
            if comment.command in (DISABLE, ENABLE):
                self._toggles.append(comment)
            elif comment.command == FILE:
                _put(self._whole, 0, comment)
        self._match_ends()

    def comment_for(self, finding: Finding) -> Comment | None:
        """The comment that covers a finding, noted as of use."""
        found = self._on_line(finding) or self._around(finding) or _get(self._whole, [0], finding.rule)
        if found is not None:
            self.used.add((found.directive.start, finding.rule))
            self.of_use.add(found.directive.start)
        return found

    def _on_line(self, finding: Finding) -> Comment | None:
        if not self._on:
            return None
        position = self._document.position
        begins = [finding.line, position(finding.unit_start).line]
        ends = position(max(finding.unit_end - 1, finding.unit_start)).line
        return _get(self._on, begins, finding.rule) or _get(self._behind, [ends], finding.rule)

    def _around(self, finding: Finding) -> Comment | None:
        if not self._toggles:
            return None
        rule = finding.rule
        if rule not in self._timelines:
            self._timelines[rule] = [c for c in self._toggles if not c.rules or rule in c.rules]
        timeline = self._timelines[rule]
        at = bisect_left(timeline, finding.start, key=lambda comment: comment.directive.end)
        return timeline[at - 1] if at and timeline[at - 1].command == DISABLE else None

    def _match_ends(self) -> None:
        """Note which `claimlint-enable` end something."""
        everything, rules = False, set[str]()
        for comment in self._toggles:
            if comment.command == DISABLE:
                everything = everything or not comment.rules
                rules.update(comment.rules)
                continue
            if everything or (rules & set(comment.rules) if comment.rules else rules):
                self.used.add((comment.directive.start, ""))
            rules -= set(comment.rules or rules)
            everything = everything and bool(comment.rules)


_Places = dict[tuple[int, str], Comment]
"""The first comment about a line and a rule; the rule is "" for one that means all."""


def _put(places: _Places, line: int, comment: Comment) -> None:
    for rule in comment.rules or ("",):
        places.setdefault((line, rule), comment)


def _get(places: _Places, lines: Sequence[int], rule: str) -> Comment | None:
    """The comment about one of the lines that names the rule, else the one that means all."""
    found = (places.get((line, name)) for name in (rule, "") for line in lines)
    return next((comment for comment in found if comment is not None), None)


class _Critic:
    """Findings about the comments themselves."""

    def __init__(self, path: str, text: str, document: Document, settings: Settings, scope: _Scope) -> None:
        self._path = path
        self._text = text
        self._document = document
        self._settings = settings
        self._scope = scope

    def findings(
        self, comments: Sequence[Comment], known: Collection[str], active: Collection[str]
    ) -> Iterator[Finding]:
        """In the order of the comments."""
        wanted = [rule for rule in HOUSE_RULES if rule not in self._settings.ignore]
        for comment in comments:
            if comment.problem and UNKNOWN in wanted:
                yield self._finding(UNKNOWN, comment, comment.problem)
            if not comment.command:
                continue
            if UNUSED in wanted:
                yield from self._unused(comment, len(active) == len(known), active)
            needs_reason = self._settings.require_reason and comment.command != ENABLE
            if needs_reason and not comment.reason and REASON in wanted:
                yield self._finding(REASON, comment, "no reason given: say after a colon why this is all right")

    def _unused(self, comment: Comment, all_active: bool, active: Collection[str]) -> Iterator[Finding]:
        at, used = comment.directive.start, self._scope.used
        if comment.command == ENABLE:
            if (at, "") not in used:
                yield self._finding(UNUSED, comment, "nothing is disabled here", self._removal(comment))
        elif not comment.rules:
            if all_active and at not in self._scope.of_use:
                yield self._finding(UNUSED, comment, f"no finding {self._where(comment)}", self._removal(comment))
        else:
            unused = [rule for rule in comment.rules if rule in active and (at, rule) not in used]
            if unused:
                message = f"no finding of {', '.join(unused)} {self._where(comment)}"
                mended = self._removal(comment) if len(unused) == len(comment.rules) else self._shorter(comment, unused)
                yield self._finding(UNUSED, comment, message, mended)

    def _where(self, comment: Comment) -> str:
        if comment.command == FILE:
            return "in this draft"
        if comment.command == DISABLE:
            return "from here on, up to where it is enabled again"
        line = comment.lines[0]
        if comment.command == LINE and comment.directive.alone:
            return f"on line {line}, which holds this comment only (for the line below: claimlint-disable-next-line)"
        return f"on line {line}"

    def _removal(self, comment: Comment) -> Suggestion:
        """The comment goes, and with it its lines or the blanks before it."""
        start, end, _, alone = comment.directive
        if alone:
            starts = self._document.line_starts
            first, last = self._document.position(start).line, self._document.position(end).line
            start = starts[first - 1]
            end = starts[last] if last < len(starts) else len(self._text)
        else:
            while start and self._text[start - 1] in " \t":
                start -= 1
        return Suggestion("", (Edit(start, end, ""),), True)

    def _shorter(self, comment: Comment, unused: Sequence[str]) -> Suggestion | None:
        """The comment without some of its rules; None when it is not written in one piece."""
        start, end, said, _ = comment.directive
        at = self._text.find(said, start, end)
        if at < 0:
            return None
        words = without(comment, unused)
        whole = self._text[start:at] + words + self._text[at + len(said) : end]
        return Suggestion(whole, (Edit(at, at + len(said), words),), True)

    def _finding(self, rule: str, comment: Comment, message: str, mended: Suggestion | None = None) -> Finding:
        start, end = comment.directive.start, comment.directive.end
        house = HOUSE_RULES[rule]
        severity = self._settings.severity_of(rule, house.severity)
        place = (*self._document.position(start), *self._document.position(end))
        words = self._text[start:end]
        return Finding(self._path, rule, severity, start, end, *place, words, message, house.why, start, end, mended)
