"""Triage: the first sign that fits has the finding, the most serious that fits has the post."""

from __future__ import annotations

from typing import Any

from claimlint.project.model import Finding
from claimlint.project.review.model import Group, Profile, Sign
from claimlint.project.review.triage import Outcome, Seen, triage
from claimlint.rules.model import Severity


def seen(rule: str, *marks: str, severity: Severity = "warning", line: int = 1) -> Seen:
    finding = Finding("post.md", rule, severity, 0, 1, line, 1, line, 2, "x", "a message", "", 0, 1)
    return Seen(finding, frozenset(marks))


def sign(name: str, verdict: Any, *rules: str, **more: Any) -> Sign:
    return Sign(name, "now", verdict, f"because of {name}", rules, **more)


def outcome(signs: list[Sign], *findings: Seen) -> Outcome:
    severities: tuple[tuple[Severity, Any], ...] = (("error", "edit"), ("warning", "edit"), ("info", "publish"))
    otherwise = tuple((severity, sign(severity, verdict)) for severity, verdict in severities)
    return triage(Profile("", "test", "", (Group("now", "Now", ""),), tuple(signs), otherwise), findings)


def said(made: Outcome) -> list[tuple[str, tuple[int, ...]]]:
    return [(reason.sign.name, reason.lines) for reason in made.reasons]


def test_a_post_without_findings_can_go_live() -> None:
    made = outcome([sign("dose", "hold", "dose")])
    assert (made.verdict, made.reasons, made.remarks) == ("publish", (), ())


def test_the_most_serious_reason_comes_first_and_decides() -> None:
    signs = [sign("claim", "edit", "claim"), sign("dose", "hold", "dose")]
    made = outcome(signs, seen("claim", line=1), seen("dose", line=2), seen("claim", line=3))
    assert made.verdict == "hold"
    assert said(made) == [("dose", (2,)), ("claim", (1, 3))]
    assert [remark.sign.name for remark in made.remarks] == ["claim", "dose", "claim"]
    assert [remark.number for remark in made.remarks] == [1, 2, 3]


def test_marks_narrow_a_sign_and_the_rest_falls_to_the_next() -> None:
    signs = [
        sign("medicine", "hold", "dose", marks=("medicine:prescription", "route:injection")),
        sign("any", "edit", "dose"),
    ]
    made = outcome(signs, seen("dose", "route:injection", line=1), seen("dose", line=2))
    assert [remark.sign.name for remark in made.remarks] == ["medicine", "any"]
    assert said(made) == [("medicine", (1,)), ("any", (1, 2))]
    assert outcome(signs, seen("dose")).verdict == "edit"


def test_a_sign_can_ask_for_a_number_and_for_company() -> None:
    many = [sign("many", "hold", "link", at_least=3), sign("link", "edit", "link")]
    assert outcome(many, seen("link"), seen("link")).verdict == "edit"
    assert outcome(many, seen("link"), seen("link"), seen("link")).verdict == "hold"
    beside = [sign("both", "escalate", "link", beside=("dose",))]
    assert outcome(beside, seen("link")).verdict == "edit"
    assert outcome(beside, seen("link"), seen("dose")).verdict == "escalate"


def test_a_reason_that_only_repeats_a_more_serious_one_is_left_out() -> None:
    signs = [sign("person", "escalate", "link"), sign("link", "edit", "link")]
    assert said(outcome(signs, seen("link"))) == [("person", (1,))]
    turned = [sign("link", "edit", "link"), sign("person", "escalate", "link")]
    assert said(outcome(turned, seen("link"))) == [("person", (1,)), ("link", (1,))]


def test_a_rule_that_no_sign_names_weighs_what_its_severity_does() -> None:
    assert outcome([], seen("house", severity="info")).verdict == "publish"
    assert outcome([], seen("house", severity="error")).verdict == "edit"
    assert said(outcome([], seen("house", severity="error"))) == [("error", (1,))]
