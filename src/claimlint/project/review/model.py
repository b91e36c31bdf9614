"""The review: what the moderator's report, its JSON form and the reply to the author are made from.

Offsets are code points into the draft's text (`PostReview.draft.text`); lines and columns are 1-based.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

from claimlint.evidence.model import Population, SourceKind
from claimlint.project.model import FileResult, Finding
from claimlint.records import NamedTuple
from claimlint.rewording.model import Suggestion
from claimlint.rules.model import Severity

Verdict = Literal["publish", "edit", "hold", "escalate"]
VERDICTS: tuple[Verdict, ...] = ("publish", "edit", "hold", "escalate")
"""From the least to the most serious. `edit`: publish after edits; `hold`: for a second moderator."""

ReplyUse = Literal["wording", "silent", "person"]
"""What a reply to the author does with a finding: offers a wording, leaves it out, or is not to be sent at all because
a person has to answer first."""

REPLY_USES: tuple[ReplyUse, ...] = ("wording", "silent", "person")


class Group(NamedTuple):
    """One level of triage, and what it means."""

    name: str
    title: str
    about: str


class Sign(NamedTuple):
    """What makes a proposal more serious: see the head of `rules/profiles/moderator.yaml`."""

    name: str
    group: str
    verdict: Verdict
    reason: str
    rules: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    at_least: int = 1
    reply: ReplyUse = "wording"
    ask: str = ""
    """What a reply asks of the author; "" for the finding's own message."""


@dataclass(frozen=True, slots=True)
class Profile:
    """How posts are weighed: a file of `rules/profiles/`, or one of the user's own."""

    path: str
    id: str
    summary: str
    groups: tuple[Group, ...]
    signs: tuple[Sign, ...]
    otherwise: tuple[tuple[Severity, Sign], ...]
    """What a finding stands for whose rule no sign names."""
    rule_paths: tuple[str, ...] = ()
    severity: tuple[tuple[str, Severity], ...] = ()


class Remark(NamedTuple):
    """A finding, its number within the post (in text order, from 1), and the sign that it belongs to."""

    number: int
    finding: Finding
    sign: Sign


class Passage(NamedTuple):
    """A sentence, item, row or heading with all its remarks, and one wording that mends them together."""

    start: int
    end: int
    line: int
    remarks: tuple[Remark, ...]
    suggestion: Suggestion | None
    words: str
    """As a reader sees them: without markup, and without the addresses of links."""


class Reason(NamedTuple):
    """A sign that fits the post, with the remarks that make it fit."""

    sign: Sign
    remarks: tuple[int, ...]
    lines: tuple[int, ...]


class SourceUse(NamedTuple):
    """Something that the post offers as a source or links to. `number` counts within the post, from 1."""

    number: int
    kind: SourceKind
    label: str
    title: str
    url: str
    domain: str
    population: Population
    species: str
    year: int
    identifiers: tuple[str, ...]
    line: int
    uses: int
    """How many claims and doses of the post it covers."""
    carries_claim: bool
    carries_dose: bool


class Claim(NamedTuple):
    """A row of the evidence table: a claim or a dose, and what covers it."""

    start: int
    end: int
    line: int
    dose: bool
    covered: str
    """Why it counts as sourced, or ""."""
    lost: bool
    """Covered only by a link whose target is not in the draft, such as a bare [here]."""
    sources: tuple[int, ...]
    """Numbers of `SourceUse`: what covers it, or where nothing does, what it cites all the same."""
    population: Population
    species: str
    remarks: tuple[int, ...]


class Passed(NamedTuple):
    """Something looked at and not flagged, and why."""

    line: int
    text: str
    why: str


class ShownLine(NamedTuple):
    """A line as a report shows it: as long as what stands in the draft from `start` on."""

    number: int
    start: int
    text: str
    flowing: bool = False
    """Its white space means nothing, as in a paragraph of a web page."""


@dataclass(frozen=True, slots=True)
class PostReview:
    """One post: a whole draft, or one post of a thread."""

    draft: FileResult
    start: int
    end: int
    number: int
    """The post's number in its thread; 0 for a draft that is no thread."""
    author: str
    time: str
    words: int
    verdict: Verdict
    reasons: tuple[Reason, ...]
    """The most serious first."""
    passages: tuple[Passage, ...]
    """In text order."""
    claims: tuple[Claim, ...]
    sources: tuple[SourceUse, ...]
    passed: tuple[Passed, ...]
    lines: tuple[ShownLine, ...]

    def line_at(self, number: int) -> int:
        """The number of the shown line that holds a line of the draft."""
        at = bisect_right(self.lines, number, key=lambda line: line.number)
        return self.lines[max(at - 1, 0)].number if self.lines else number

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """All remarks, in the order of their numbers."""
        return tuple(sorted(remark for passage in self.passages for remark in passage.remarks))

    @property
    def by_rule(self) -> tuple[tuple[str, int], ...]:
        """How many findings each rule has, by name."""
        return _counted([remark.finding.rule for remark in self.remarks])

    @property
    def by_severity(self) -> tuple[tuple[str, int], ...]:
        """How many findings each severity has, by name."""
        return _counted([remark.finding.severity for remark in self.remarks])


def _counted(names: list[str]) -> tuple[tuple[str, int], ...]:
    return tuple((name, names.count(name)) for name in sorted(set(names)))


@dataclass(frozen=True, slots=True)
class Review:
    """One run: its posts, the most serious first, and what could not be read."""

    profile: Profile
    posts: tuple[PostReview, ...]
    problems: tuple[FileResult, ...]
    """Results with an error."""
