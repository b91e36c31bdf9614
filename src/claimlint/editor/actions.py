"""What an editor offers to do about a finding: put the suggested wording in, or disable the rule here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from lsprotocol import types

from claimlint.editor.diagnostics import Ranges, diagnostic
from claimlint.editor.drafts import Checked
from claimlint.project.disabling import disabled
from claimlint.project.fix import fix_text, together
from claimlint.project.model import Finding
from claimlint.records import NamedTuple
from claimlint.rewording.model import Edit, Suggestion

FIX_ALL = f"{types.CodeActionKind.SourceFixAll.value}.claimlint"
SHOWN = 60
"""How many characters of a wording the title of an action repeats."""
REASON = "reason"
"""What stands in a comment until the writer puts the reason there."""


class Draft(NamedTuple):
    """A checked draft in an editor."""

    uri: str
    version: int | None
    checked: Checked
    ranges: Ranges


def actions(draft: Draft, asked: types.Range, only: Sequence[str]) -> Iterator[types.CodeAction]:
    """What can be done about the findings in a range, and about all of the draft.

    `only` are the kinds asked for; none means all. What costs another look at the draft is left to `resolved`.
    """
    if _wanted(types.CodeActionKind.QuickFix.value, only):
        within = [n for n, finding in enumerate(_findings(draft)) if _overlaps(_range(draft, finding), asked)]
        for n in within:
            yield from _rewording(draft, n)
        yield from _together(draft, within)
        for n in within:
            yield _disabling(draft, n)
    if _wanted(FIX_ALL, only):
        yield types.CodeAction("Apply all safe wordings", kind=FIX_ALL, data={"uri": draft.uri, "do": "fix"})


def resolved(draft: Draft, action: types.CodeAction) -> types.CodeAction:
    """The action with its edit; without one where it does not apply any more."""
    data: dict[str, Any] = action.data if isinstance(action.data, dict) else {}
    examined, linter = draft.checked.examined, draft.checked.linter
    edits: list[Edit] = []
    if data.get("do") == "fix":
        before = examined.result.text
        edits = _difference(before, fix_text(linter, before, path=examined.result.path).text)
    elif data.get("do") == "disable":
        place = (data.get("rule"), data.get("start"))
        for finding in _findings(draft):
            if (finding.rule, finding.start) == place:
                edit = disabled(linter, examined, finding, REASON)
                edits = [edit] if edit else []
    if edits:
        action.edit = _workspace_edit(draft, edits)
    return action


def _rewording(draft: Draft, n: int) -> Iterator[types.CodeAction]:
    finding = _findings(draft)[n]
    if finding.suggestion is not None:
        yield _quick_fix(draft, [finding], finding.suggestion, _title(finding.suggestion))


def _together(draft: Draft, within: Sequence[int]) -> Iterator[types.CodeAction]:
    """One wording for all findings of a sentence that has several."""
    findings, examined = _findings(draft), draft.checked.examined
    groups: dict[tuple[int, int], list[int]] = {}
    for n in within:
        groups.setdefault((findings[n].unit_start, findings[n].unit_end), []).append(n)
    at = {id(finding): n for n, finding in enumerate(examined.result.findings)}
    for group in groups.values():
        suggestion = together(examined, [at[id(findings[n])] for n in group]) if len(group) > 1 else None
        if suggestion is not None:
            title = f"All {len(group)} findings: {_title(suggestion)}"
            yield _quick_fix(draft, [findings[n] for n in group], suggestion, title)


def _quick_fix(draft: Draft, findings: Sequence[Finding], suggestion: Suggestion, title: str) -> types.CodeAction:
    return types.CodeAction(
        title=title,
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[diagnostic(finding, draft.ranges) for finding in findings],
        is_preferred=suggestion.safe,
        edit=_workspace_edit(draft, suggestion.edits),
    )


def _disabling(draft: Draft, n: int) -> types.CodeAction:
    finding = _findings(draft)[n]
    return types.CodeAction(
        title=f"Disable {finding.rule} for this sentence",
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[diagnostic(finding, draft.ranges)],
        data={"uri": draft.uri, "do": "disable", "rule": finding.rule, "start": finding.start},
    )


def _workspace_edit(draft: Draft, edits: Sequence[Edit]) -> types.WorkspaceEdit:
    changes = [types.TextEdit(draft.ranges(start, end), new) for start, end, new in edits]
    return types.WorkspaceEdit(changes={draft.uri: changes})


def _difference(before: str, after: str) -> list[Edit]:
    """One edit that turns one text into the other, without what both begin and end with."""
    if before == after:
        return []
    shorter = min(len(before), len(after))
    start = next((i for i in range(shorter) if before[i] != after[i]), shorter)
    rest = shorter - start
    tail = next((i for i in range(rest) if before[-1 - i] != after[-1 - i]), rest)
    return [Edit(start, len(before) - tail, after[start : len(after) - tail])]


def _title(suggestion: Suggestion) -> str:
    words = " ".join(suggestion.text.split())
    if not words:
        return "Delete it"
    return f"Reword: {words if len(words) <= SHOWN else words[: SHOWN - 1].rstrip() + '…'}"


def _findings(draft: Draft) -> tuple[Finding, ...]:
    return draft.checked.result.findings


def _range(draft: Draft, finding: Finding) -> types.Range:
    return draft.ranges(finding.start, finding.end)


def _overlaps(one: types.Range, other: types.Range) -> bool:
    """Whether two ranges share anything; a cursor at the edge of one does."""
    return _key(one.start) <= _key(other.end) and _key(other.start) <= _key(one.end)


def _key(position: types.Position) -> tuple[int, int]:
    return position.line, position.character


def _wanted(kind: str, only: Sequence[str]) -> bool:
    return not only or any(kind == asked or kind.startswith(f"{asked}.") for asked in only)
