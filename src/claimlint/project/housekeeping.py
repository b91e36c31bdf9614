"""Findings about the comments to claimlint and not about the draft: three rules that no rule file states.

They are switched off and given another severity like any other rule, by their ids.
"""

from __future__ import annotations

from claimlint.records import NamedTuple
from claimlint.rules.model import Severity

UNUSED = "unused-suppression"
UNKNOWN = "unknown-suppression"
REASON = "suppression-reason"


class HouseRule(NamedTuple):
    """What a rule of this kind finds, and why it is worth telling."""

    severity: Severity
    summary: str
    why: str


HOUSE_RULES: dict[str, HouseRule] = {
    UNUSED: HouseRule(
        "info",
        "A comment that suppresses nothing.",
        "What it was written for is mended or gone; left in place it would hide the next finding there.",
    ),
    UNKNOWN: HouseRule(
        "warning",
        "A comment to claimlint with a command or a rule that does not exist.",
        "It does nothing, though whoever wrote it believes that it does.",
    ),
    REASON: HouseRule(
        "warning",
        "A comment that suppresses a finding without saying why, where the configuration asks for it (require-reason).",
        "The next editor has to know whether the finding was wrong or the sentence is meant so.",
    ),
}


def house_page(rule: str) -> str:
    """What `claimlint explain` says of one of these rules, as Markdown."""
    severity, summary, why = HOUSE_RULES[rule]
    return f"# {rule}\n\nSeverity: {severity}\n\n## What it finds\n\n{summary}\n\n## Why\n\n{why}\n"
