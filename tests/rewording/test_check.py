"""Each check of a suggestion can fail."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.rewording import check
from claimlint.rewording.check import problems, sentence_problems
from claimlint.rewording.model import Edit, Suggestion
from rewording.rewording_helper import request_for


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ("Zinc works.", "Zinc works works.", "doubled word"),
        ("Zinc works.", "Zinc  works.", "doubled space"),
        ("Zinc works.", "Zinc works..", "punctuation"),
        ("Zinc works.", "Zinc works .", "punctuation"),
        ("A big herb.", "A useful useful herb.", "doubled word"),
        ("A powerful antioxidant.", "A antioxidant.", "article"),
        ("Zinc works.", "Zinc may is good.", "verb group"),
        ("Zinc (a metal) works.", "Zinc (a metal works.", "unbalanced ()"),
        ("Zinc [1] works.", "Zinc 1] works.", "unbalanced []"),
        ("**Zinc** works.", "**Zinc works.", "unbalanced **"),
        ("Zinc works.", "Zinc [source needed] works [source needed].", "two slots"),
    ],
)
def test_a_fault_that_the_original_did_not_have(before: str, after: str, fault: str) -> None:
    assert any(fault in problem for problem in sentence_problems(before, after))


@pytest.mark.parametrize("text", ["Zinc  works works .", "A apple", "(Zinc"])
def test_the_authors_own_faults_do_not_count(text: str) -> None:
    assert list(sentence_problems(text, text + " [source needed]")) == []


@pytest.mark.parametrize(
    ("made", "fault"),
    [
        (Suggestion("Zinc works.", (), True), "changes nothing"),
        (Suggestion("zinc works.", (Edit(0, 1, "z"),), True), "no capital at the start"),
        (Suggestion("Zinc works.!", (Edit(12, 12, "!"),), True), "an edit leaves the unit"),
        (Suggestion("Zink works.", (Edit(3, 4, "c"),), True), "text and edits disagree"),
        (Suggestion("Zxcworks.", (Edit(1, 3, "x"), Edit(2, 5, "c")), True), "edits overlap"),
        (Suggestion("Zinc works.", (Edit(3, 4, "c"),), True), "an edit changes nothing"),
    ],
)
def test_edits_are_checked(made: Suggestion, fault: str) -> None:
    request = request_for("Zinc works.", "claim")
    assert fault in problems(request.document, request.unit, made)


WORDS = "may May can not to A an The of is does rarely zinc Zinc agar".split()
SIGNS = [".", ",", ")", "(", "-", "'", '"', "9", "[source", "ï", "e\u0301", " ", "  ", "\n", "\t", "\u00a0"]
PIECES = st.sampled_from([*WORDS, *SIGNS])


@given(st.lists(PIECES, max_size=14).map("".join))
def test_no_fault_is_missed_because_there_seemed_no_cause_to_look(text: str) -> None:
    """The close look has the last word; what is asked first may only say too often that one is worth while."""
    words = check._WORD.findall(text.lower())
    looked = {pattern for _, pattern in check._possible_faults(text, words)}
    for pattern in (check._DOUBLED, check._SPACES, check._PUNCTUATION, check._MODALS):
        assert pattern in looked or re.search(pattern.pattern, text, pattern.flags) is None
    if check._articles(text):
        assert {"a", "an"} & set(words)
