"""Whether an item is a claim also depends on what the other items of its list do."""

from __future__ import annotations

import pytest

from claimlint import lint_text

EFFECTS = """# Magnesium

What it does:

- Lowers blood pressure in people with hypertension
- Reduces the number of migraine attacks
- Slow gut transit
- Relieves muscle cramps at night
"""

ERRANDS = """# Magnesium

Things to bring up:

- Where to buy the glycinate
- My travel plans for spring
- Slow gut transit
- Lunch on Thursday
"""


@pytest.mark.parametrize(("draft", "lines"), [(EFFECTS, [5, 6, 7, 8]), (ERRANDS, [])])
def test_a_short_item_is_read_as_its_siblings_are(draft: str, lines: list[int]) -> None:
    assert [finding.line for finding in lint_text(draft).findings if finding.rule == "uncited-claim"] == lines


def test_siblings_in_another_list_say_nothing() -> None:
    apart = EFFECTS.replace("- Slow gut", "Bring up at the next visit:\n\n- Slow gut").replace(
        "- Relieves", "\nAlso:\n\n- Relieves"
    )
    found = {apart.splitlines()[finding.line - 1] for finding in lint_text(apart).findings}
    assert "- Slow gut transit" not in found
    assert "- Reduces the number of migraine attacks" in found
