"""Speech acts: orders in all their dress, and statements that only look like one."""

from __future__ import annotations

import pytest

from .conftest import Marks

ORDERS = [
    "Rinse the wound under the tap.",
    "Gently pat the skin dry.",
    "Slowly and carefully lower the leg.",
    "If the rash spreads, stop the cream.",
    "If skin, eye or nose itch, wash the cream off.",
    "It is important to drink enough.",
    "Diluted in a carrier oil, rub it into the calf.",
    "At bedtime, take the mouth guard out.",
    "Never mix the two drops.",
    "Don't drive after the injection.",
]
STATEMENTS = [
    "Exercise lowers blood pressure.",
    "Stress can raise cortisol.",
    "Sleep loss impairs memory.",
    "Taken at night, melatonin shortens the wait for sleep.",
    "If you smoke, your risk doubles.",
    "Surprisingly, magnesium reduces cramps.",
    "Slow, mindful stretches calm the nerves.",
    "It is important to stress that heavy training raises cortisol.",
    "Drinking it with milk, juice or soda can upset the gut.",
    "Before we change doses, treat infections or test again, we need rest.",
]


@pytest.mark.parametrize("text", ORDERS)
def test_order(marks: Marks, text: str) -> None:
    assert [seen.words for seen in marks(text, "instruction")] == [text]


@pytest.mark.parametrize("text", STATEMENTS)
def test_no_order(marks: Marks, text: str) -> None:
    assert marks(text, "instruction") == []


@pytest.mark.parametrize(
    "text",
    [
        "Keep flushing the eye and continue to cool the burn.",
        "Carefully remove the ring that may have come into contact with the acid.",
        "Try to reduce the noise in the bedroom.",
    ],
)
def test_an_order_without_a_reason_is_no_claim(marks: Marks, text: str) -> None:
    assert marks(f"Burns damage the skin and can scar it for life.\n\n{text}", "claim")[1:] == []


@pytest.mark.parametrize("text", ["Take zinc daily to prevent colds.", "Drink green tea, as it lowers blood pressure."])
def test_an_order_with_a_reason_claims_it(marks: Marks, text: str) -> None:
    assert marks(text, "claim")


@pytest.mark.parametrize(
    ("heading", "asks"),
    [("Can lead to headaches", False), ("Can zinc shorten a cold", True), ("Why sleep matters", True)],
)
def test_a_heading_asks_if_its_subject_stands_behind_the_auxiliary(marks: Marks, heading: str, asks: bool) -> None:
    assert bool(marks(f"# {heading}", "question")) is asks


@pytest.mark.parametrize(
    ("text", "thin"),
    [
        ("The evidence for zinc in colds is still preliminary.", True),
        ("Evidence regarding its effect on sleep is not robust.", True),
        ("Large trials in older people are needed.", True),
        ("The evidence for zinc in colds is strong.", False),
        ("Studies of zinc are not limited to colds.", False),
    ],
)
def test_thin_evidence(marks: Marks, text: str, thin: bool) -> None:
    assert bool(marks(text, "lack-of-evidence")) is thin


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("The FDA approved semaglutide for weight loss.", True),
        ("Semaglutide is approved in over 30 countries under several brand names.", True),
        ("Semaglutide is not approved for use in children.", True),
        ("Is semaglutide approved for children?", False),
        ("Kratom is banned in some countries.", False),
    ],
)
def test_an_approval_is_a_claim(marks: Marks, text: str, claims: bool) -> None:
    assert bool(marks(text, "claim")) is claims
