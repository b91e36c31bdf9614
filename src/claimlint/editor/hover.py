"""What an editor shows when the mouse rests on a finding."""

from __future__ import annotations

from collections.abc import Sequence

from lsprotocol import types

from claimlint.editor.diagnostics import Ranges
from claimlint.errors import ClaimlintError
from claimlint.project.housekeeping import HOUSE_RULES, house_page
from claimlint.project.model import FileResult, Finding
from claimlint.rules.pages import rule_page


def hover(result: FileResult, ranges: Ranges, position: types.Position, folders: Sequence[str]) -> types.Hover | None:
    """The findings at a position, and the page of each one's rule; `folders` have further rules."""
    at = (position.line, position.character)
    for finding in result.findings:
        where = ranges(finding.start, finding.end)
        if (where.start.line, where.start.character) <= at <= (where.end.line, where.end.character):
            content = types.MarkupContent(types.MarkupKind.Markdown, _page(finding, tuple(folders)))
            return types.Hover(content, where)
    return None


def _page(finding: Finding, folders: tuple[str, ...]) -> str:
    if finding.rule in HOUSE_RULES:
        return house_page(finding.rule)
    try:
        return rule_page(finding.rule, folders)
    except ClaimlintError:  # the rule's file went away after it was read
        return finding.why
