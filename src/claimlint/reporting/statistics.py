"""Counting the findings of each rule and of each file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from claimlint.project.model import FileResult
from claimlint.reporting.paths import shown
from claimlint.reporting.terminal import escape


class Statistics:
    """An iterable of results that counts, when `wanted`, what passes through it."""

    def __init__(self, results: Iterable[FileResult], *, wanted: bool) -> None:
        self._results = results
        self._wanted = wanted
        self.by_file: list[tuple[str, dict[str, int]]] = []
        """Each file with findings, in the order of the report, with the findings of each rule."""

    def __iter__(self) -> Iterator[FileResult]:
        for result in self._results:
            if self._wanted and result.findings:
                counts: dict[str, int] = {}
                for finding in result.findings:
                    counts[finding.rule] = counts.get(finding.rule, 0) + 1
                self.by_file.append((result.path, dict(sorted(counts.items()))))
            yield result

    def by_rule(self) -> dict[str, int]:
        """The findings of each rule that has any, the most frequent first."""
        total: dict[str, int] = {}
        for _, counts in self.by_file:
            for rule, count in counts.items():
                total[rule] = total.get(rule, 0) + count
        return _most_first(total.items())

    def text(self) -> str:
        """Two tables for people, "" when there is nothing to count; the most frequent first."""
        if not self.by_file:
            return ""
        files = _most_first((path, sum(counts.values())) for path, counts in self.by_file)
        return f"findings by rule\n{_table(self.by_rule())}\nfindings by file\n{_table(files)}\n"

    def data(self) -> list[dict[str, Any]]:
        """The files for programs."""
        return [
            {"path": shown(path), "findings": sum(counts.values()), "by_rule": counts} for path, counts in self.by_file
        ]


def _most_first(counts: Iterable[tuple[str, int]]) -> dict[str, int]:
    return dict(sorted(counts, key=lambda item: (-item[1], item[0])))


def _table(counts: dict[str, int]) -> str:
    figures = {name: f"{count:,}" for name, count in counts.items()}
    widest = max(map(len, figures.values()))
    return "".join(f"    {figure:>{widest}}  {escape(name)}\n" for name, figure in figures.items())
