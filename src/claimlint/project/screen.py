"""What a run keeps back of its findings: those in the baseline, and those on lines that did not change."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from claimlint.errors import ClaimlintError
from claimlint.project.discovery import Problem, Target, problem_of
from claimlint.project.model import FileResult, Finding, Settings, Suppressed

if TYPE_CHECKING:
    from claimlint.project.baseline import Key, Use
    from claimlint.project.changes import Changes, Lines


class Screen:
    """One run's screen: it sees the drafts on their way in, and their results on their way out."""

    def __init__(self, paths: Iterable[str] = (), changes: Changes | None = None) -> None:
        """`paths` are those that the run was asked for: only one over its whole folder tells what a baseline has
        beyond need. With `changes`, only what changed is reported."""
        self._changes = changes
        self._lines: dict[str, Lines] = {}
        self._tops = tuple(os.path.abspath(path) for path in paths)
        self._settings: dict[str, Settings] = {}
        self._uses: dict[str, Use | ClaimlintError] = {}
        """The baselines by their paths."""
        self._told: set[str] = set()
        """The broken ones that were complained of."""
        self._checked: dict[str, dict[str, Settings]] = {}
        """The drafts that were checked, by baseline, as its entries name them."""

    def watched(self, items: Iterable[Target | Problem]) -> Iterator[Target | Problem]:
        """The same items without drafts that did not change; what is needed for the others' results is kept.

        Raises ClaimlintError when git cannot say what changed.
        """
        for item in items:
            if isinstance(item, Target):
                if self._changes is not None:
                    lines = self._changes.of(item.path)
                    if not any(lines):
                        continue
                    self._lines[item.path] = lines
                if item.settings.baseline:
                    self._settings[item.path] = item.settings
            yield item

    def applied(self, results: Iterable[FileResult]) -> Iterator[FileResult]:
        """The results with what is known or did not change taken out of their findings. Drafts whose baseline is broken
        have none, but an error is told in the place of the first."""
        for result in self._without_all_known(results):
            lines = self._lines.pop(result.path, None)
            yield result if lines is None else _on_lines(result, lines)

    def _without_all_known(self, results: Iterable[FileResult]) -> Iterator[FileResult]:
        for result in results:
            settings = self._settings.pop(result.path, None)
            use = self._use(settings.baseline) if settings is not None and result.error is None else None
            if settings is None or use is None:
                yield result
            elif not isinstance(use, ClaimlintError):
                yield self._without_known(result, settings, use)
            elif settings.baseline not in self._told:
                self._told.add(settings.baseline)
                problem = problem_of(use, result.path)
                yield FileResult(problem.path, error=problem.message)

    def stale(self) -> Iterator[tuple[str, int]]:
        """Each baseline with entries that no finding meets any more, and how many findings they stand for."""
        for path, use in self._uses.items():
            if not isinstance(use, ClaimlintError):
                gone = use.gone() if self._searches(use.baseline.folder) else ()
                unmet = use.unmet().items()
                count = sum(n for key, n in unmet if key.path in gone or self._was_looked_for(path, key))
                if count:
                    yield path, count

    def _searches(self, folder: str) -> bool:
        return any(folder == top or folder.startswith(os.path.join(top, "")) for top in self._tops)

    def _was_looked_for(self, baseline: str, key: Key) -> bool:
        settings = self._checked.get(baseline, {}).get(key.path)
        return settings is not None and settings.runs(key.rule)

    def _use(self, path: str) -> Use | ClaimlintError:
        if path not in self._uses:
            from claimlint.project.baseline import Use, read_baseline  # most repositories have none

            try:
                self._uses[path] = Use(read_baseline(path))
            except ClaimlintError as error:
                self._uses[path] = error
        return self._uses[path]

    def _without_known(self, result: FileResult, settings: Settings, use: Use) -> FileResult:
        name = use.baseline.relative(result.path)
        if name is not None:
            self._checked.setdefault(settings.baseline, {})[name] = settings
        fresh, known = use.applied(result)
        if not known:
            return result
        return result._replace(findings=tuple(fresh), suppressed=in_order([*result.suppressed, *known]))


def _on_lines(result: FileResult, lines: Lines) -> FileResult:
    """The result with the findings of sentences that changed; a sentence of several lines changes as a whole."""
    kept: list[Finding] = []
    other: list[Suppressed] = []
    for finding in result.findings:
        first = result.position(finding.unit_start).line
        last = result.position(max(finding.unit_end - 1, finding.unit_start)).line
        if lines.touch(first, last):
            kept.append(finding)
        else:
            other.append(Suppressed(finding, "unchanged"))
    return result._replace(findings=tuple(kept), suppressed=in_order([*result.suppressed, *other]))


def in_order(suppressed: Iterable[Suppressed]) -> tuple[Suppressed, ...]:
    """As findings are ordered."""
    return tuple(sorted(suppressed, key=lambda s: (s.finding.start, s.finding.end, s.finding.rule)))
