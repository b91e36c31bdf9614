"""Mending a draft: the edits of its findings, applied until nothing is left to apply.

A pass rewords each unit at most once, however many findings it has, and no two edits of a pass overlap. The draft is
then linted again: a rewording that did not make its findings go, or that a safe run would pay for with a new one, is
taken back. So a second run over the result has nothing to do.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from claimlint.document.model import Format
from claimlint.project.lint import Examination, Linter, make_linter
from claimlint.project.model import FileResult, Finding, Settings
from claimlint.records import NamedTuple
from claimlint.rewording.model import Suggestion
from claimlint.rewording.polish import reworded
from claimlint.rewording.reword import suggest_together

PASSES = 10
"""More than any draft needs: the second pass finds little, the third next to nothing. A bound, should two rewordings
ever chase each other."""

BY_NAME = frozenset({"remove-slot"})
"""Recipes that take out what other recipes put in. They are applied only in a run for their rule alone."""


class Fixed(NamedTuple):
    """A mended draft."""

    text: str
    applied: tuple[Finding, ...]
    """The findings that are gone because their edits were applied, in the order in which that happened. The positions
    of each are those in the text of its pass."""
    result: FileResult
    """What is found in the mended text."""


class Change(NamedTuple):
    """The rewording of one unit, and what it is to mend."""

    start: int
    end: int
    """From the unit's start or the first edit to the unit's end or the last edit, in the text before."""
    findings: tuple[Finding, ...]
    suggestion: Suggestion

    @property
    def grows(self) -> int:
        """By how many characters the text gets longer."""
        return sum(len(edit.replacement) - (edit.end - edit.start) for edit in self.suggestion.edits)


def change_of(findings: Sequence[Finding], suggestion: Suggestion) -> Change:
    """The change that a suggestion (with edits) makes for some findings of one unit."""
    start = min(findings[0].unit_start, suggestion.edits[0].start)
    end = max(findings[0].unit_end, suggestion.edits[-1].end)
    return Change(start, end, tuple(findings), suggestion)


def fix_text(
    linter: Linter,
    text: str,
    *,
    path: str = "<text>",
    format: Format | None = None,  # noqa: A002
    unsafe: bool = False,
) -> Fixed:
    """The draft with every safe edit applied, or with every edit if `unsafe`."""
    fixer = _Fixer(linter, path, format, unsafe)
    applied: list[Finding] = []
    examined = fixer.examine(text)
    for _ in range(PASSES):
        made = fixer.one_pass(examined)
        if made is None:
            break
        examined = made.after
        applied += made.gone
    return Fixed(examined.result.text, tuple(applied), examined.result)


def mend_text(
    text: str,
    *,
    path: str = "<text>",
    format: Format | None = None,  # noqa: A002
    settings: Settings = Settings(),
    unsafe: bool = False,
) -> Fixed:
    """One draft held in memory, as `claimlint fix` mends it: with its safe edits applied, or with all if `unsafe`.

    Raises ClaimlintError when a rule or lexicon file that the settings name is malformed or missing.
    """
    return fix_text(make_linter(settings).without_notes(), text, path=path, format=format, unsafe=unsafe)


def apply_changes(text: str, changes: Sequence[Change]) -> str:
    """The text with some changes made (sorted, not overlapping)."""
    return reworded(text, 0, len(text), [edit for change in changes for edit in change.suggestion.edits])


class _Pass(NamedTuple):
    """What one pass came to."""

    after: Examination
    gone: list[Finding]
    in_vain: set[tuple[str, int]]
    """Rules and units (by their start) that it was of no use to."""


class _Fixer:
    """One draft being mended."""

    def __init__(self, linter: Linter, path: str, format: Format | None, unsafe: bool) -> None:  # noqa: A002
        self._linter = linter
        self._path = path
        self._format = format
        self._unsafe = unsafe

    def examine(self, text: str) -> Examination:
        return self._linter.examine(text, path=self._path, format=self._format)

    def one_pass(self, before: Examination) -> _Pass | None:
        """One more pass; None when there is nothing left that helps."""
        futile: set[tuple[str, int]] = set()
        while changes := self._changes(before, futile):
            made = self._judge(before, changes, self.examine(apply_changes(before.result.text, changes)))
            if not made.in_vain:
                return made
            futile |= made.in_vain
        return None

    def _changes(self, examined: Examination, futile: set[tuple[str, int]]) -> list[Change]:
        """What to do in one pass, `futile` rules and units aside."""
        changes: list[Change] = []
        for group in _by_unit(examined, self._wanted(examined, futile)):
            change = self._change(examined, group)
            if change is not None and (not changes or changes[-1].end <= change.start):
                changes.append(change)
        return changes

    def _wanted(self, examined: Examination, futile: set[tuple[str, int]]) -> list[int]:
        """The findings whose edits may be applied."""
        alone = len(self._linter.rules) == 1
        return [
            n
            for n, (finding, request) in enumerate(zip(examined.result.findings, examined.requests, strict=True))
            if finding.suggestion is not None
            and (self._unsafe or finding.suggestion.safe)
            and (alone or request is None or request.recipe not in BY_NAME)
            and (finding.rule, finding.unit_start) not in futile
        ]

    def _change(self, examined: Examination, group: Sequence[int]) -> Change | None:
        """One coherent rewording for the findings of a unit; where that is none that may be applied, the first's."""
        findings = [examined.result.findings[n] for n in group]
        suggestion = together(examined, group)
        if suggestion is None or not (self._unsafe or suggestion.safe):
            findings, suggestion = findings[:1], findings[0].suggestion
        return change_of(findings, suggestion) if suggestion and suggestion.edits else None

    def _judge(self, before: Examination, changes: Sequence[Change], after: Examination) -> _Pass:
        gone: list[Finding] = []
        in_vain: set[tuple[str, int]] = set()
        moved = 0
        for change in changes:
            start = change.start + moved
            moved += change.grows
            had = _findings_within(before.result, change.start, change.end)
            has = _findings_within(after.result, start, change.end + moved)
            worse = not self._unsafe and any(len(has[rule]) > len(had[rule]) for rule in has)
            for rule in {finding.rule for finding in change.findings}:
                mended = [f for f in change.findings if f.rule == rule]
                fewer = len(had[rule]) - len(has[rule])
                others = _are_others(mended, has[rule])
                if worse or (fewer <= 0 and not others):
                    in_vain.add((rule, change.findings[0].unit_start))
                else:
                    gone += mended if others else mended[:fewer]
        return _Pass(after, sorted(gone, key=lambda f: (f.start, f.end, f.rule)), in_vain)


def together(examined: Examination, group: Sequence[int]) -> Suggestion | None:
    """One rewording for several findings (by index) of the same unit, None where it would hurt a comment to claimlint.

    What is said about a comment is no rewording, and is left out.
    """
    if len(group) == 1:
        return examined.result.findings[group[0]].suggestion
    requests = [request for n in group if (request := examined.requests[n]) is not None]
    suggestion = suggest_together(requests) if requests else None
    for start, end, _ in suggestion.edits if suggestion else ():
        if any(start < comment.end and comment.start < end for comment in examined.document.directives):
            return None
    return suggestion


def _by_unit(examined: Examination, indexes: Sequence[int]) -> list[list[int]]:
    """The findings of each unit, in text order."""
    groups: dict[tuple[int, int], list[int]] = {}
    for n in indexes:
        finding = examined.result.findings[n]
        groups.setdefault((finding.unit_start, finding.unit_end), []).append(n)
    return [groups[unit] for unit in sorted(groups)]


def _findings_within(result: FileResult, start: int, end: int) -> defaultdict[str, list[Finding]]:
    """What each rule finds in the units of a stretch."""
    found: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in result.findings:
        if finding.unit_start < end and start < finding.unit_end:
            found[finding.rule].append(finding)
    return found


def _are_others(mended: Sequence[Finding], found: Sequence[Finding]) -> bool:
    """Whether what a rule finds now are other phrases: those that the mended ones had hidden, or those of a neighbour
    that the edit made part of the unit."""
    words = {finding.text for finding in found}
    return all(f.text not in words and f.end - f.start < f.unit_end - f.unit_start - 1 for f in mended)
