"""Triage: which sign of the profile each finding belongs to, and what the signs together propose for the post.

The rules of it stand at the head of `rules/profiles/moderator.yaml`, and the report explains them to its readers.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from claimlint.project.model import Finding
from claimlint.project.review.model import VERDICTS, Profile, Reason, Remark, Sign, Verdict
from claimlint.records import NamedTuple


class Seen(NamedTuple):
    """A finding, and the mark kinds of its sentence and of what stands round it (the sentence before, its heading)."""

    finding: Finding
    kinds: frozenset[str]


class Outcome(NamedTuple):
    """What triage makes of a post."""

    verdict: Verdict
    reasons: tuple[Reason, ...]
    remarks: tuple[Remark, ...]


def triage(profile: Profile, seen: Sequence[Seen]) -> Outcome:
    """The proposal for a post with these findings (in text order), and why."""
    rules = {each.finding.rule for each in seen}
    fitting = [(sign, places) for sign in profile.signs if (places := _fits(sign, seen, rules))]
    owner: dict[int, Sign] = {}
    for sign, places in fitting:
        for place in places:
            owner.setdefault(place, sign)
    for severity, sign in profile.otherwise:
        rest = [at for at, each in enumerate(seen) if at not in owner and each.finding.severity == severity]
        owner.update(dict.fromkeys(rest, sign))
        fitting += [(sign, rest)] if rest else []
    reasons = [_reason(sign, places, seen) for sign, places in fitting if _adds(sign, places, owner)]
    reasons.sort(key=lambda reason: -VERDICTS.index(reason.sign.verdict))
    remarks = tuple(Remark(place + 1, each.finding, owner[place]) for place, each in enumerate(seen))
    return Outcome(reasons[0].sign.verdict if reasons else "publish", tuple(reasons), remarks)


def _adds(sign: Sign, places: Sequence[int], owner: dict[int, Sign]) -> bool:
    """Whether the sign says something that the signs before it have not said of the same findings."""
    weight = VERDICTS.index(sign.verdict)
    return any(owner[place] is sign or VERDICTS.index(owner[place].verdict) < weight for place in places)


def _fits(sign: Sign, seen: Sequence[Seen], rules: Set[str]) -> list[int]:
    """The places of the findings that make the sign fit; none when it does not."""
    if sign.beside and not rules & set(sign.beside):
        return []
    places = [at for at, each in enumerate(seen) if each.finding.rule in sign.rules and _marked(sign, each)]
    return places if len(places) >= sign.at_least else []


def _marked(sign: Sign, seen: Seen) -> bool:
    return not sign.marks or not seen.kinds.isdisjoint(sign.marks)


def _reason(sign: Sign, places: Sequence[int], seen: Sequence[Seen]) -> Reason:
    lines = dict.fromkeys(seen[place].finding.line for place in places)
    return Reason(sign, tuple(place + 1 for place in places), tuple(lines))
