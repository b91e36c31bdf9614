"""Where sentences end, and what belongs to them."""

from __future__ import annotations

import pytest

from claimlint.document.parse import parse
from document.document_shape import units


@pytest.mark.parametrize(
    "text",
    [
        "One ends. Two ends.",
        "Really? Yes.",
        "Wow?! Good.",
        "It works! Take it.",
        "He said “stop.” Then he left.",
        "It is safe (mostly.) Use it.",
        "It was **bold.** Then plain.",
        "It was 5 mg. Higher doses failed.",
        "Take vitamin C. Patients did.",
        "Hepatitis B. Vaccines exist.",
        "It rose in 2019. The rest fell.",
        "It ends… Then more.",
        "It ended etc. The rest is known.",
        "He lives in the U.S. The rest do not.",
        "It binds receptors.It also sells.",
        "Raises GABA.[1] Its use is old.",
        "signalling stops. mTOR starts.",
        "the dose is low. it works anyway.",
    ],
)
def test_two_sentences(text: str) -> None:
    assert len(units(text)) == 2, units(text)


@pytest.mark.parametrize(
    "text",
    [
        "Smith et al. found it.",
        "Some foods, e.g. Brazil nuts, hold it.",
        "That is, i.e. Nothing.",
        "Drug A vs. Placebo was tested.",
        "Ask Dr. Smith or Prof. Jones first.",
        "It was given i.v. to ten men.",
        "It was given i.p. and s.c. in mice.",
        "See Fig. 2 and Table 3.",
        "About approx. 40 men took it.",
        "Take 5 mg. of it.",
        "It fell by 3.5 mg per dL.",
        "The U.S. Food and Drug Administration said so.",
        "J. D. Smith wrote it.",
        "D. A. Snowdon and P. M. Wise wrote it.",
        "It is No. 5 on the list.",
        "He took St. John's wort.",
        "It was... maybe nothing.",
        "See https://example.org/a.b.c for it.",
        "Front. Endocrinol. Metab. printed it.",
        "A line that is wrapped\nhere and ends.",
        "First point; second point; third.",
        "Is it (why not?) real.",
        "It costs $3.50 vs. $4.00 now.",
        "1. What is it?",
    ],
)
def test_one_sentence(text: str) -> None:
    assert len(units(text, "text")) == 1, units(text, "text")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("It acts on receptors. [1,2] Its potency is high.", "It acts on receptors. [1,2]"),
        ("It acts.[3] Its use.", "It acts.[3]"),
        ("It acts. [1][2] Its use.", "It acts. [1][2]"),
        ("It acts. [3-5] Its use.", "It acts. [3-5]"),
        ("It acts.[^3] Its use.", "It acts.[^3]"),
        ("It acts. [^note] [^2] Its use.", "It acts. [^note] [^2]"),
        ("It acts.¹ Its use.", "It acts.¹"),
        ("It acts.^2,3^ Its use.", "It acts.^2,3^"),
        ("It acts on tissue.2 It is used.", "It acts on tissue.2"),
        ("It acts on tissue [source needed].2 It is used.", "It acts on tissue [source needed].2"),
        ("It acts on tissue.(4) It is used.", "It acts on tissue.(4)"),
        ("It acts. (Smith, 2020). Its use.", "It acts. (Smith, 2020)."),
        ("It acts. (Smith et al., 2020; Lee, 2021) Its use.", "It acts. (Smith et al., 2020; Lee, 2021)"),
        ("It acts. [here] Its use.", "It acts. [here]"),
        ("It acts. (source) Its use.", "It acts. (source)"),
        ("It acts. [[1]](http://a.b) Its use.", "It acts. [[1]](http://a.b)"),
        ('It acts. [1](http://a.b "t u") Its use.', 'It acts. [1](http://a.b "t u")'),
        ("It acts.<sup>1</sup> Its use.", "It acts.<sup>1</sup>"),
        ("It acts.<sup>[2,3]</sup> Its use.", "It acts.<sup>[2,3]</sup>"),
        ("It acts.<ref>Lee. A study. 2020.</ref> Its use.", "It acts.<ref>Lee. A study. 2020.</ref>"),
        ("It acts. https://a.b/c Its use.", "It acts. https://a.b/c"),
        ("It acts. <https://a.b/c> Its use.", "It acts. <https://a.b/c>"),
    ],
)
def test_markers_after_the_stop_stay_with_the_sentence_before(text: str, first: str) -> None:
    found = units(text)
    assert found[0] == first
    assert len(found) == 2


def test_a_parenthesis_that_is_no_citation_is_a_sentence() -> None:
    assert units("It acts. (Nobody knows why.) It sells.") == ["It acts.", "(Nobody knows why.)", "It sells."]


def test_a_marker_at_the_end_of_the_paragraph_is_no_unit() -> None:
    assert units("It acts on receptors. [1,2]") == ["It acts on receptors. [1,2]"]


def test_a_paragraph_of_one_marker_has_no_unit() -> None:
    assert units("It acts.\n\n[1,2]\n\n***!***") == ["It acts."]


def test_label_lines_are_plain_sentences() -> None:
    text = "Dosing: Women: 50-200 mg at bedtime. Men: 5-10 mg. [12,15] Note: Creams do not count. [12]"
    assert units(text) == [
        "Dosing: Women: 50-200 mg at bedtime.",
        "Men: 5-10 mg. [12,15]",
        "Note: Creams do not count. [12]",
    ]


def test_emphasis_that_closes_after_the_stop_stays_with_its_sentence() -> None:
    assert units("**First one.** *Second one.* Third.") == ["**First one.**", "*Second one.*", "Third."]


def test_who_said_it_stays_with_the_quotation() -> None:
    assert units('"It always works." - Ann Lee') == ['"It always works." - Ann Lee']


def test_scripts_without_spaces_are_split() -> None:
    assert units("これは効く。でも高い。") == ["これは効く。", "でも高い。"]


def test_initials_and_journals_of_a_reference_hold_together() -> None:
    assert len(units("Smith J. D., Lee K. Am. J. Clin. Nutr. 12, 3 (1999)", "text")) == 1


def test_an_enumerator_is_no_sentence() -> None:
    assert units("1\\. The drug acts. It sells.") == ["1\\. The drug acts.", "It sells."]


def test_a_written_line_break_ends_a_unit_unless_the_next_line_goes_on() -> None:
    assert units("Sleep: 8 hours  \nDose: 5 mg<br>\nTaken with  \nwater") == [
        "Sleep: 8 hours",
        "Dose: 5 mg",
        "Taken with  \nwater",
    ]


def test_prose_keeps_markers_visible() -> None:
    text = "It acts. [1,2] See [here] and [^3] too."
    assert parse(text, "markdown").prose == text
