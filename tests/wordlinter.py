"""A linter that knows three words, so that everything round the rules can be tested without them; and a user's rule."""

from __future__ import annotations

import re

from claimlint.document.model import Format
from claimlint.project.model import FileResult, Finding, Note, Settings
from claimlint.rewording.model import Edit, Suggestion


class WordLinter:
    """Flags "miracle" (warning), "cure" (error) and "tonic" (info); rule ids are the words."""

    SEVERITIES = {"miracle": "warning", "cure": "error", "tonic": "info"}  # noqa: RUF012

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.rules = [r for r in (settings.select or self.SEVERITIES) if r not in settings.ignore]

    def without_notes(self) -> WordLinter:
        return self

    def lint(self, text: str, *, path: str = "<text>", format: Format | None = None) -> FileResult:  # noqa: A002
        starts = (0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", text)))
        blank = FileResult(path, text=text, line_starts=starts, fail_on=self.settings.fail_on)
        findings = []
        for match in re.finditer("miracle|cure|tonic", text):
            if match[0] not in self.rules:
                continue
            line, column = blank.position(match.start())
            end_line, end_column = blank.position(match.end())
            severity = self.settings.severity_of(match[0], self.SEVERITIES[match[0]])  # type: ignore[arg-type]
            suggestion = Suggestion(f"no {match[0]}", (Edit(match.start(), match.end(), f"no {match[0]}"),), True)
            findings.append(
                Finding(
                    path, match[0], severity, match.start(), match.end(), line, column, end_line, end_column, match[0],
                    f'"{match[0]}" is too strong', "because", match.start(), match.end(), suggestion,
                )
            )  # fmt: skip
        notes = tuple(
            Note(path, *blank.position(match.start()), match[0], "covered by [1] in the sentence itself")
            for match in re.finditer(r"sourced", text)
        )
        return FileResult(path, tuple(findings), notes, None, text, starts, self.settings.fail_on)


HOUSE_RULE = """\
id: house-word
severity: info
summary: A word that this house does not print.
message: "{text} is not printed here"
why: It is said so in the style book.
lexicon:
  - mark: house-word
    entries: [superfood]
when: {all: [house-word]}
report: house-word
reword: delete
sources: [Style book]
examples:
  flagged:
    - text: Kale is a superfood.
      span: superfood
  clean:
    - text: Kale is food.
"""
