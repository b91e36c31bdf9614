"""Mending a draft in memory: which edits are applied, together and one after the other, and where it ends."""

from __future__ import annotations

import pytest

from claimlint.project.fix import Fixed, fix_text
from claimlint.project.lint import Linter, make_linter
from claimlint.project.model import Settings
from drafts_gold import Draft, drafts

SLOT_RULE = "open-slot"


@pytest.fixture(scope="module")
def linter() -> Linter:
    return make_linter().without_notes()


def fixed(text: str, *, unsafe: bool = True, path: str = "a.md", **settings: tuple[str, ...]) -> Fixed:
    return fix_text(make_linter(Settings(**settings)).without_notes(), text, path=path, unsafe=unsafe)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (  # three absolutes and a claim
            "It literally cures acne, completely eliminates pain and is 100% safe.",
            "It may help with acne, reduce pain and be generally well tolerated [source needed].",
        ),
        (  # a dose and a claim
            "Take 5 g of glycine to double your growth hormone.",
            "Some people take 5 g of glycine to double their growth hormone [source needed]; "
            "check with a clinician or pharmacist.",
        ),
        (  # a booster and a claim
            "Ashwagandha absolutely lowers cortisol.",
            "Ashwagandha may lower cortisol [source needed].",
        ),
        (  # a seller and a claim
            "Zinc shortens colds ([shop](https://shop.example.com/products/zinc)).",
            "Zinc may shorten colds [source needed].",
        ),
    ],
)
def test_several_findings_of_a_sentence_make_one_sentence(before: str, after: str) -> None:
    assert fixed(before + "\n").text == after + "\n"


def test_what_was_applied_is_told() -> None:
    made = fixed("Zinc shortens colds.\n\nIt literally cures acne [1].\n")
    assert [(f.rule, f.text) for f in made.applied] == [
        ("uncited-claim", "Zinc shortens colds."),
        ("absolute-language", "literally cures"),
    ]
    assert [f.rule for f in made.result.findings] == [SLOT_RULE]


def test_what_an_edit_makes_part_of_its_sentence_is_not_held_against_it() -> None:
    """No longer after a full stop that ends a sentence, the link counts as one of the first sentence's findings."""
    made = fixed("Use code SAVE10 at checkout.Buy it [here](https://shop.example/products/zinc).```", path="a.txt")
    assert made.text == "[discount code removed].Buy it [here].```"
    assert [finding.text for finding in made.applied] == ["code SAVE10", "https://shop.example/products/zinc"]


def test_a_safe_run_leaves_the_rest_of_a_sentence_alone() -> None:
    text = "Copper literally improves skin in adults and is 100% safe [1].\n"
    made = fixed(text, unsafe=False)
    assert made.text == text.replace("literally ", "")
    assert [f.text for f in made.applied] == ["literally improves"]


def test_a_safe_run_pays_for_nothing_with_a_new_finding(linter: Linter) -> None:
    """Where taking the booster out would leave a claim that is found only then, the booster stays."""
    text = "It's literally a reset button for your immune system.\n"
    made = fix_text(linter, text, path="a.md", unsafe=False)
    before = {f.rule for f in linter.lint(text, path="a.md").findings}
    assert {f.rule for f in made.result.findings} <= before


def test_a_wording_that_does_not_help_is_taken_back() -> None:
    from claimlint.rewording.model import Edit, Suggestion

    class Stubborn:
        """Finds "cure" whatever becomes of it."""

        def __init__(self, real: Linter) -> None:
            self.real, self.rules, self.settings = real, real.rules, real.settings

        def examine(self, text: str, **more: object) -> object:
            found = self.real.examine(text, path="a.md")
            worse = [
                f._replace(suggestion=Suggestion("", (Edit(f.unit_end, f.unit_end, "!"),), True))
                for f in found.result.findings
            ]
            return found._replace(result=found.result._replace(findings=tuple(worse)))

    text = "Zinc cures acne [1].\n"
    made = fix_text(Stubborn(make_linter()), text, path="a.md", unsafe=True)  # type: ignore[arg-type]
    assert (made.text, made.applied) == (text, ())
    assert [f.rule for f in made.result.findings] == ["absolute-language"]


def test_only_the_chosen_rules_are_mended() -> None:
    text = "Zinc cures acne.\n\nTake 400 mg before bed.\n"
    assert fixed(text, select=("absolute-language",)).text == text.replace("cures", "may help with")


def test_slots_stay_unless_their_rule_is_chosen_alone() -> None:
    text = "Zinc may shorten colds [source needed].\n"
    assert fixed(text).text == text
    assert fixed(text, select=("open-slot", "vendor-link")).text == text
    assert fixed(text, select=("open-slot",)).text == "Zinc may shorten colds.\n"
    attributed = "According to [source needed], about one adult in three snores.\n"
    assert fixed(attributed, select=("open-slot",)).text == "About one adult in three snores.\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- [seller link removed].\n- Tea.\n", "- \n- Tea.\n"),
        ("| a | b |\n|---|---|\n| Tea | 5 mg [source needed] |\n", "| a | b |\n|---|---|\n| Tea | 5 mg |\n"),
        ("I use it; [seller reference removed].\n", "I use it.\n"),
        ("**It may help** [source needed].\n", "**It may help**.\n"),
    ],
)
def test_what_a_slot_leaves_behind(before: str, after: str) -> None:
    assert fixed(before, select=("open-slot",)).text == after


def test_a_reference_entry_of_several_sentences_is_replaced_whole() -> None:
    text = (
        "The capsules contain 50 mg of DHEA [1].\n\n## References\n\n"
        "1. Example Compounding Pharmacy. DHEA Capsules. Hormone capsules.\n2. Author A. Placeholder title. J, 2020.\n"
    )
    assert "1. [replace this seller's page by a study or label]\n2. Author A." in fixed(text).text


def test_a_link_round_a_picture_goes_and_the_picture_stays() -> None:
    text = '<p>Zinc is a metal.</p>\n<a href="https://shop.example.com/products/zinc"><img src="zinc.png"></a>\n'
    assert fixed(text, path="a.html").text == '<p>Zinc is a metal.</p>\n<img src="zinc.png">\n'


def test_a_comment_to_claimlint_is_heeded_and_kept() -> None:
    comment = "<!-- claimlint-disable-next-line uncited-claim: schoolbook -->"
    text = f"{comment}\nZinc shortens colds.\n\nCopper lowers cortisol.\n"
    made = fixed(text)
    assert made.text == text.replace("Copper lowers cortisol.", "Copper may lower cortisol [source needed].")


def some_drafts() -> list[Draft]:
    return drafts()[::4]


@pytest.mark.parametrize("draft", some_drafts(), ids=lambda draft: draft.path.name)
def test_our_drafts_are_mended_for_good(linter: Linter, draft: Draft) -> None:
    once = fix_text(linter, draft.text, path=draft.path.name, unsafe=True)
    assert [(f.rule, f.text) for f in once.result.findings if f.rule != SLOT_RULE] == []
    assert fix_text(linter, once.text, path=draft.path.name, unsafe=True).text == once.text


@pytest.mark.parametrize("draft", some_drafts(), ids=lambda draft: draft.path.name)
def test_a_safe_run_over_our_drafts_brings_nothing_new(linter: Linter, draft: Draft) -> None:
    before = linter.lint(draft.text, path=draft.path.name).findings
    after = fix_text(linter, draft.text, path=draft.path.name)
    assert len(after.result.findings) == len(before) - len(after.applied)
    assert all(finding.suggestion and finding.suggestion.safe for finding in after.applied)
