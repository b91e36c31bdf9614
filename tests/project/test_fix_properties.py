"""What holds of mending any draft: it ends, it leaves only slots, and it touches nothing but the sentences it mends."""

from __future__ import annotations

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from claimlint.project.fix import fix_text
from claimlint.project.lint import Linter, make_linter

SLOT_RULE = "open-slot"

SUBJECTS = st.sampled_from(
    ["Zinc", "Magnesium", "Green tea", "Cold showers", "This herb", "It", "The extract", "Ashwagandha", "**Creatine**"]
)
ADVERBS = st.sampled_from(
    ["", "absolutely ", "literally ", "always ", "completely ", "often ", "never ", "also ", "undoubtedly ", "may "]
)
VERBS = st.sampled_from(
    ["raises", "lowers", "cures", "destroys", "prevents", "is linked to", "doubles", "improves", "skyrockets",
     "causes", "has no effect on"]
)  # fmt: skip
OBJECTS = st.sampled_from(
    "cortisol|your testosterone|acne|deep sleep|blood pressure|the GABA receptor|memory in older people|inflammation|"
    "*insomnia*|the risk of stroke by 40%".split("|")
)
TAILS = st.sampled_from(
    ["", "", ", without side effects", ", guaranteed", " [1]", " in rats", " and is 100% safe", " for everyone",
     ", hands down", ", so it will sharpen your mind too", " [here](https://shop.example.com/products/zinc)"]
)  # fmt: skip
CLAIM = st.builds("{}{}{} {}{}.".format, st.builds("{} ".format, SUBJECTS), ADVERBS, VERBS, OBJECTS, TAILS)
DOSE = st.builds(
    "{} {} {}{}.".format,
    st.sampled_from(["Take", "Start with", "I take", "You should take", "The usual dose is", "Most people do well on"]),
    st.sampled_from(["400 mg", "2 capsules", "5 g of glycine", "0.5–1 mg", "20 drops", "10,000 IU"]),
    st.sampled_from(["before bed", "with food", "twice a day", "an hour before training", "every morning"]),
    st.sampled_from(["", "", " and add 5 mg every week", ", absolutely no more", " to double your growth hormone"]),
)  # fmt: skip
SELLER = st.sampled_from(
    [
        "You can buy it [here](https://shop.example.com/products/zinc).",
        "Use code SLEEP10 at checkout for 10% off.",
        "I order mine from [Example Naturals](https://naturals.example.com/shop/zinc?ref=me), and code TEN10 helps.",
        "A legit vendor sells it [here].",
        "Get it at https://peptides.example.com/buy/bpc-157",
    ]
)
NEUTRAL = st.sampled_from(
    ["Please ask your doctor about it.", "I went for a walk.", "What do you think?", "Thanks for reading.",
     "The next post is about tea.", "See `dose = 400 mg` in the code."]
)  # fmt: skip
SENTENCE = st.one_of(CLAIM, CLAIM, CLAIM, DOSE, SELLER, NEUTRAL)
PARAGRAPH = st.lists(SENTENCE, min_size=1, max_size=3).map(" ".join)
ITEMS = st.lists(SENTENCE, min_size=1, max_size=3).map(lambda items: "\n".join(f"- {item}" for item in items))
ROWS = st.lists(st.tuples(SUBJECTS, OBJECTS), min_size=1, max_size=2).map(
    lambda rows: "| what | effect |\n|---|---|\n" + "\n".join(f"| {a} | lowers {b} |" for a, b in rows)
)
HEADING = st.builds("## {} {} {}".format, SUBJECTS, VERBS, OBJECTS)
QUOTE = SENTENCE.map(lambda sentence: f"> {sentence}\n> — a reader")
DRAFT = st.tuples(
    st.lists(st.one_of(PARAGRAPH, PARAGRAPH, ITEMS, ROWS, HEADING, QUOTE), min_size=1, max_size=5).map("\n\n".join),
    st.sampled_from(["\n", "\r\n"]),
).map(lambda drawn: drawn[0].replace("\n", drawn[1]) + drawn[1])


@cache
def linter() -> Linter:
    return make_linter().without_notes()


@settings(max_examples=100, deadline=None)
@given(DRAFT, st.sampled_from(["a.md", "a.md", "a.txt"]))
def test_mending_leaves_only_slots_and_a_second_run_nothing(draft: str, path: str) -> None:
    once = fix_text(linter(), draft, path=path, unsafe=True)
    assert [(f.rule, f.text, once.text) for f in once.result.findings if f.rule != SLOT_RULE] == []
    assert fix_text(linter(), once.text, path=path, unsafe=True).text == once.text


@settings(max_examples=100, deadline=None)
@given(DRAFT)
def test_safe_edits_bring_no_finding_and_no_slot(draft: str) -> None:
    before = linter().lint(draft, path="a.md").findings
    made = fix_text(linter(), draft, path="a.md")
    assert len(made.result.findings) <= len(before) - len(made.applied)
    assert "[" not in set(made.text) - set(draft)
    assert fix_text(linter(), made.text, path="a.md").text == made.text


@settings(max_examples=100, deadline=None)
@given(DRAFT, st.booleans())
def test_what_is_not_found_stays_as_it_is(draft: str, unsafe: bool) -> None:
    """Line ends, and every line and every stretch of text between the sentences with findings."""
    made = fix_text(linter(), draft, path="a.md", unsafe=unsafe)
    assert made.text.count("\n") == draft.count("\n")
    assert made.text.count("\r") == draft.count("\r")
    at = 0
    mended = {(f.unit_start, f.unit_end) for f in linter().lint(draft, path="a.md").findings}
    later = tuple(f.text for f in made.applied)  # what only the draft as mended so far brought to light
    for line in _lines_outside(draft, mended):
        if any(text in line for text in later):
            continue
        found = made.text.find(line, at)
        assert found >= 0, line
        at = found + len(line)


def _lines_outside(draft: str, mended: set[tuple[int, int]]) -> list[str]:
    """The lines that no finding touches, in order."""
    lines, start = [], 0
    for line in draft.splitlines(keepends=True):
        end = start + len(line)
        if not any(low < end and start < high for low, high in mended) and line.strip():
            lines.append(line)
        start = end
    return lines
