"""What one run over drafts needs and yields: settings in, findings out.

Lines and columns are 1-based and counted in code points, end columns are exclusive; offsets (`start`, `end`) are
code points into the draft's text. Every value can be pickled and hashed, so that results can be cached and shared
between processes, and compiled rules can be kept per `Settings`.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Any, Literal

from claimlint.document.model import Format, Position, PostRef
from claimlint.records import NamedTuple
from claimlint.rewording.model import Suggestion
from claimlint.rules.model import SEVERITIES, Severity

FailOn = Literal["error", "warning", "info", "never"]

FAIL_ON: tuple[FailOn, ...] = ("error", "warning", "info", "never")

EXTENSIONS: tuple[str, ...] = (".md", ".markdown", ".mdx", ".txt", ".text", ".bbcode", ".html", ".htm")
"""Files that a folder search takes for drafts."""

MAX_BYTES = 200_000_000
"""A file larger than this is a dump, not a draft; reading it whole could exhaust memory. `max-bytes` changes it."""


class Finding(NamedTuple):
    """One problem: the words at `start`..`end`, what is wrong with them, and how the unit could be worded instead."""

    path: str
    rule: str
    severity: Severity
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    text: str
    """The words at the span, exactly as the draft has them."""
    message: str
    why: str
    unit_start: int
    unit_end: int
    suggestion: Suggestion | None = None
    post: PostRef | None = None
    """In a thread: the post, and who wrote the words."""


HiddenBy = Literal["comment", "baseline", "unchanged"]
"""What keeps a finding from being reported: a comment in the draft, the baseline, or that its lines did not change."""
HIDDEN_BY: tuple[HiddenBy, ...] = ("comment", "baseline", "unchanged")


class Suppressed(NamedTuple):
    """A finding that is kept, but not reported."""

    finding: Finding
    by: HiddenBy
    reason: str = ""
    """The reason that the comment gives; may be empty."""
    line: int = 0
    """The line of the comment; 0 for what is none."""


class Note(NamedTuple):
    """Something looked at and not flagged, and why ("covered by [12,15] at the end of the line"); for `--verbose`."""

    path: str
    line: int
    column: int
    text: str
    why: str


class LexiconEntry(NamedTuple):
    """Words that a user adds to the lexicons: phrases that leave the mark `mark` (with `value`, unless it is "")."""

    mark: str
    value: str
    phrases: tuple[str, ...]


class PathSettings(NamedTuple):
    """Other settings for some drafts: those whose path, relative to `Settings.root`, a pattern matches."""

    patterns: tuple[str, ...]
    """In .gitignore syntax."""
    changes: tuple[tuple[str, Any], ...]
    """Fields of `Settings` with their values."""


class Settings(NamedTuple):
    """What applies to one draft: its configuration file, overridden by the command line. Paths are absolute."""

    select: tuple[str, ...] = ()
    """Only these rules; empty means every rule."""
    ignore: tuple[str, ...] = ()
    severity: tuple[tuple[str, Severity], ...] = ()
    """Rule to severity, for rules whose own severity is overridden."""
    rule_paths: tuple[str, ...] = ()
    """Folders with further rules."""
    extend_lexicons: tuple[LexiconEntry, ...] = ()
    allow_domains: tuple[str, ...] = ()
    """Domains that are never taken for a vendor's."""
    deny_domains: tuple[str, ...] = ()
    """Domains that always are."""
    exclude: tuple[str, ...] = ()
    """Patterns in .gitignore syntax, relative to `root`."""
    extensions: tuple[str, ...] = EXTENSIONS
    fail_on: FailOn = "warning"
    require_reason: bool = False
    """Whether a comment that suppresses findings has to say why."""
    baseline: str = ""
    """The file with the findings that are known and not reported, or ""."""
    heed_comments: bool = True
    """Whether comments in a draft suppress findings. Who checks what others wrote does not let them."""
    input_format: Format | None = None
    """None: told by the file's name."""
    max_bytes: int = MAX_BYTES
    per_path: tuple[PathSettings, ...] = ()
    """Other settings for some drafts; empty once they are applied."""
    root: str = ""
    """The folder of the configuration file, or "" when there is none."""
    source: str = ""
    """The configuration file, or ""."""

    def runs(self, rule: str) -> bool:
        """Whether a rule is switched on."""
        return (not self.select or rule in self.select) and rule not in self.ignore

    def severity_of(self, rule: str, default: Severity) -> Severity:
        """The severity that a rule's findings get."""
        return dict(self.severity).get(rule, default)


class FileResult(NamedTuple):
    """What came of one draft: its findings in text order, or the error that kept it from being checked."""

    path: str
    findings: tuple[Finding, ...] = ()
    notes: tuple[Note, ...] = ()
    error: str | None = None
    text: str = ""
    """The whole draft, for the source lines that reports show."""
    line_starts: tuple[int, ...] = (0,)
    fail_on: FailOn = "warning"
    mended: int = 0
    """How many findings are gone because the draft was mended; `findings` and `text` are then what is left."""
    suppressed: tuple[Suppressed, ...] = ()
    """What was found as well, in text order, and why it is not reported."""

    def position(self, offset: int) -> Position:
        """The line and column of an offset into `text`; `len(text)` is allowed."""
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1] + 1)

    def line_text(self, line: int) -> str:
        """A line (1-based) without its line break."""
        start = self.line_starts[line - 1]
        end = self.line_starts[line] if line < len(self.line_starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    @property
    def failed(self) -> bool:
        """Whether a finding is at least as severe as `fail_on`."""
        if self.fail_on == "never":
            return False
        limit = SEVERITIES.index(self.fail_on)
        return any(SEVERITIES.index(finding.severity) <= limit for finding in self.findings)


class Summary(NamedTuple):
    """The counts of a run. Rules and severities without a finding are left out; both come in a fixed order."""

    files: int
    """Files that were checked; those with an error are not among them."""
    files_with_findings: int
    findings: int
    errors: int
    """Files (or arguments) that could not be checked."""
    by_severity: tuple[tuple[Severity, int], ...]
    by_rule: tuple[tuple[str, int], ...]
    failed: bool
    """Whether a finding reached the `fail-on` of its file."""
    mended: int = 0
    """Findings that are gone because the drafts were mended."""
    files_mended: int = 0
    suppressed: tuple[tuple[HiddenBy, int], ...] = ()
    """How many findings are not reported, by what hides them."""


class Report(NamedTuple):
    """The results of a run over several drafts, in the order in which they were named or found."""

    results: tuple[FileResult, ...]
    summary: Summary

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, file by file, in text order."""
        return tuple(finding for result in self.results for finding in result.findings)
