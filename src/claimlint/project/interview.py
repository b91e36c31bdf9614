"""Mending a draft with a person at the keyboard: one question a finding, and the draft read anew after each change."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from claimlint.project.disabling import disabled
from claimlint.project.fix import BY_NAME, Change, Fixed, apply_changes, change_of
from claimlint.project.lint import Examination, Linter
from claimlint.project.model import FileResult, Finding
from claimlint.records import NamedTuple
from claimlint.rewording.model import Edit, Suggestion

Choice = Literal["accept", "edit", "skip", "disable", "quit"]


class Question(NamedTuple):
    """What to do about a finding?"""

    finding: Finding
    result: FileResult
    """The draft as it is by now, in which the finding stands."""
    remaining: int
    """How many findings there are to decide, this one included."""
    note: str = ""
    """What became of the last answer, where that is not plain to see."""

    @property
    def unit(self) -> str:
        """The sentence that the finding is about, as the draft has it."""
        return self.result.text[self.finding.unit_start : self.finding.unit_end]


class Reply(NamedTuple):
    """A person's answer. `text` is the new wording for "edit" and the reason for "disable"."""

    choice: Choice
    text: str = ""


Ask = Callable[[Question], Reply]


class Interview:
    """Goes through drafts, finding by finding, until somebody has had enough."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self.over = False
        """Whether somebody quit: then nothing more is asked."""

    def __call__(self, linter: Linter, text: str, path: str) -> Fixed:
        """The draft as the answers leave it; after "quit" with what was decided before."""
        session = _Session(linter, text, path)
        while not self.over and (question := session.question()) is not None:
            reply = self._ask(question)
            if reply.choice == "quit":
                self.over = True
            else:
                session.heed(question.finding, reply)
        return Fixed(session.examined.result.text, tuple(session.applied), session.examined.result)


class _Session:
    """One draft."""

    def __init__(self, linter: Linter, text: str, path: str) -> None:
        self._linter = linter
        self._path = path
        self._passed: list[tuple[str, int, int]] = []
        self._note = ""
        self.applied: list[Finding] = []
        self.examined = self._examine(text)

    def _examine(self, text: str) -> Examination:
        return self._linter.examine(text, path=self._path)

    def question(self) -> Question | None:
        """About the first finding that is not decided."""
        alone = len(self._linter.rules) == 1
        open_ = [
            finding
            for finding, request in zip(self.examined.result.findings, self.examined.requests, strict=True)
            if (alone or request is None or request.recipe not in BY_NAME) and not self._is_passed(finding)
        ]
        return Question(open_[0], self.examined.result, len(open_), self._note) if open_ else None

    def _is_passed(self, finding: Finding) -> bool:
        return any(rule == finding.rule and start <= finding.start < end for rule, start, end in self._passed)

    def heed(self, finding: Finding, reply: Reply) -> None:
        """Do as the person says."""
        self._note = ""
        change = self._change(finding, reply)
        if change is None:
            self._passed.append((finding.rule, finding.start, max(finding.end, finding.start + 1)))
            return
        self._passed = [(rule, *_moved(start, end, change)) for rule, start, end in self._passed]
        self.examined = self._examine(apply_changes(self.examined.result.text, [change]))
        self.applied.append(finding)

    def _change(self, finding: Finding, reply: Reply) -> Change | None:
        """What the reply changes; None when the finding is left as it is."""
        text = self.examined.result.text
        if reply.choice == "accept" and finding.suggestion and finding.suggestion.edits:
            return change_of([finding], finding.suggestion)
        if reply.choice == "edit" and reply.text != text[finding.unit_start : finding.unit_end]:
            edit = Edit(finding.unit_start, finding.unit_end, reply.text)
            return change_of([finding], Suggestion(reply.text, (edit,), False))
        if reply.choice == "disable":
            edit_ = disabled(self._linter, self.examined, finding, reply.text)
            if edit_ is None:
                self._note = "a comment cannot disable the rule here; the finding is skipped"
                return None
            return change_of([finding], Suggestion(edit_.replacement, (edit_,), False))
        return None


def _moved(start: int, end: int, change: Change) -> tuple[int, int]:
    """Where a stretch stands after a change; one that the change cuts into is as wide as the change."""
    before = after = 0
    for edit in change.suggestion.edits:
        grown = len(edit.replacement) - (edit.end - edit.start)
        if edit.end <= start:
            before += grown
        elif edit.start < end:
            return change.start, change.end + change.grows
        after += grown
    return start + before, end + before
