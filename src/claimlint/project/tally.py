"""Counting results as they stream by, so that a run over any number of drafts needs no list of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimlint.project.model import HIDDEN_BY, FileResult, HiddenBy, Summary
from claimlint.rules.model import SEVERITIES, Severity


class Tally:
    """An iterable of results that counts what passes through it; `summary()` tells the counts so far."""

    def __init__(self, results: Iterable[FileResult]) -> None:
        self._results = results
        self._files = self._with_findings = self._errors = 0
        self._by_severity: dict[Severity, int] = dict.fromkeys(SEVERITIES, 0)
        self._by_rule: dict[str, int] = {}
        self._suppressed: dict[HiddenBy, int] = dict.fromkeys(HIDDEN_BY, 0)
        self._failed = False
        self._mended = self._files_mended = 0

    def __iter__(self) -> Iterator[FileResult]:
        for result in self._results:
            self._count(result)
            yield result

    def _count(self, result: FileResult) -> None:
        if result.error is not None:
            self._errors += 1
        else:
            self._files += 1
        self._with_findings += bool(result.findings)
        self._failed = self._failed or result.failed
        self._mended += result.mended
        self._files_mended += bool(result.mended)
        for finding in result.findings:
            self._by_severity[finding.severity] += 1
            self._by_rule[finding.rule] = self._by_rule.get(finding.rule, 0) + 1
        for suppressed in result.suppressed:
            self._suppressed[suppressed.by] += 1

    def summary(self) -> Summary:
        """The counts of everything that has passed so far."""
        return Summary(
            files=self._files,
            files_with_findings=self._with_findings,
            findings=sum(self._by_rule.values()),
            errors=self._errors,
            by_severity=tuple((name, n) for name, n in self._by_severity.items() if n),
            by_rule=tuple(sorted(self._by_rule.items())),
            failed=self._failed,
            mended=self._mended,
            files_mended=self._files_mended,
            suppressed=tuple((by, n) for by, n in self._suppressed.items() if n),
        )
