"""The summary of a GitHub Actions job: the whole report, where annotations show only a part of it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from claimlint.errors import ClaimlintError
from claimlint.project.model import FileResult
from claimlint.reporting import markdown_report
from claimlint.reporting.style import Style

VARIABLE = "GITHUB_STEP_SUMMARY"
"""Names the file that a step appends Markdown to. Where it is unset or empty, no summary is written."""
LARGEST = 1024 * 1024
"""Bytes; GitHub shows nothing of a larger one."""
SPARE = 200
"""Bytes kept for saying what was left out."""


class JobSummary:
    """Gathers results as they pass, and appends them to the summary."""

    def __init__(self) -> None:
        self._path = os.environ.get(VARIABLE, "")
        self._results: list[FileResult] = []

    def keep(self, results: Iterable[FileResult]) -> Iterable[FileResult]:
        """The same results, remembered if a summary is wanted."""
        return self._kept(results) if self._path else results

    def _kept(self, results: Iterable[FileResult]) -> Iterator[FileResult]:
        for result in results:
            self._results.append(result._replace(text="", line_starts=(0,)))  # of which the summary shows nothing
            yield result

    def write(self) -> None:
        """Append the summary. What does not fit into it is counted in its last line.

        Raises ClaimlintError when it cannot be written.
        """
        if not self._path:
            return
        try:
            size = os.path.getsize(self._path) if os.path.exists(self._path) else 0
            with open(self._path, "ab") as stream:
                stream.writelines(_fitting(markdown_report.render(self._results, Style()), LARGEST - size))
        except OSError as error:
            raise ClaimlintError(f"cannot be written: {error.strerror or error}", path=self._path) from error


def _fitting(chunks: Iterable[str], room: int) -> Iterator[bytes]:
    left_out = 0
    for chunk in chunks:
        data = chunk.encode("utf-8", "backslashreplace")
        if left_out or len(data) > room - SPARE:
            left_out += 1
            continue
        room -= len(data)
        yield data
    if left_out and room >= SPARE:
        yield f"\nand {left_out:,} more in the log: GitHub shows summaries of up to 1 MiB\n".encode()
