"""Absolute claims that grammar shows, whatever noun stands in them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Marks = Callable[..., list[Any]]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # no risk at all
        ("The extract has no nasty side effects on the liver.", "no nasty side effects"),
        ("It lowers cortisol without any known risk.", "without any known risk"),
        ("The powder is free of side effects and helps with sleep.", "free of side effects"),
        ("It doesn't cause any adverse reactions in the gut.", "doesn't cause any adverse reactions"),
        ("There has not been a single recorded death from this vitamin.", "not been a single recorded death"),
        # everybody, everything, at any dose
        ("All women over 50 need more vitamin D.", "All women over 50 need"),
        ("Everyone should be taking zinc.", "Everyone should be taking"),
        ("Any amount of alcohol is bad for the liver.", "Any amount"),
        ("Fructose is toxic at any dose to your liver.", "toxic at any dose"),
        ("Fasting prevents every known illness.", "prevents every"),
        ("Sugar is the root of all disease.", "all disease"),
        ("Every chronic disease starts in the gut.", "Every chronic disease"),
        ("It improves every single aspect of your sleep.", "every single aspect"),
        ("Every study shows that it builds muscle.", "Every study shows"),
        ("Nothing can stop the inflammation once it starts.", "Nothing can stop"),
        ("Cancer cells cannot survive in an alkaline body.", "cannot survive"),
        ("Eczema can only be healed by a change of diet.", "can only be healed"),
        ("This hormone fixes everything in your body.", "fixes everything"),
        ("Two weeks of it heal your gut for good.", "for good"),
        ("Acne is always caused by a leaky gut.", "always caused"),
        ("An introduction of any hormone will cause infertility.", "any hormone"),
        ("Fluoride has no benefit for anyone with caries.", "no benefit for anyone"),
        ("Any ailment can benefit from a warm bath with salt.", "Any ailment"),
        ("Nobody who takes zinc ever gets the flu.", "Nobody who takes zinc ever gets"),
        ("Cancer cells can only thrive in an acid body.", "can only thrive"),
        ("You'll never suffer from migraine again.", "never suffer from migraine again"),
        ("Your acne will be gone for good.", "gone for good"),
        ("Every woman with PMS is low in magnesium.", "Every woman with PMS is low"),
        ("Those fats are always toxic to the thyroid.", "always"),
        ("The pill does not cause any withdrawal and lowers blood pressure.", "not cause any withdrawal"),
        ("Say goodbye to migraine with this extract.", "Say goodbye to"),
        # first of its kind
        ("Black cumin is the most potent herb for asthma.", "the most potent"),
        ("The safest and most effective treatment for acne is zinc.", "The safest and most effective"),
        ("It is the only supplement that works for insomnia.", "the only supplement"),
        ("It works better than any other remedy for migraine.", "than any other remedy"),
        ("Tesofensine is a revolutionary weight loss drug.", "revolutionary weight loss drug"),
        ("Insomnia is impossible to cure without magnesium.", "impossible to cure"),
        ("A leaky gut is the only cause of acne.", "the only cause"),
        ("All statins weaken the muscles.", "All statins"),
        ("All studies have shown that it lowers blood pressure.", "All studies have shown"),
        ("Ashwagandha is the most potent adaptogen for stress.", "the most potent"),
        # proof
        ("Creatine is known for its proven effectiveness in muscle growth.", "proven"),
        ("The evidence that sugar causes diabetes is overwhelming.", "is overwhelming"),
        ("A study proved that the oil kills candida.", "proved"),
        ("The bark is proved to lower blood pressure.", "proved"),
    ],
)
def test_a_form_is_found(marks: Marks, text: str, words: str) -> None:
    assert words in [seen.words for seen in marks(text, "absolute")]


@pytest.mark.parametrize(
    "text",
    [
        "There were no side effects in the trial of 40 patients with asthma.",
        "It has no serious side effects on the kidneys.",
        "If there are no side effects, the doctor raises the dose for your blood pressure.",
        "The drug works without the jittery side effects associated with caffeine.",
        "Most herbs have little or no harmful side effects on the liver.",
        "A little blood does no harm to the kidneys.",
        "No deaths occurred, and no risk factors for stroke were found.",
        "All patients with asthma should be asked about smoking.",
        "Anyone with asthma needs an inhaler within reach.",
        "Everyone who smokes needs more vitamin C.",
        "Any amount of pain may be a sign of infection.",
        "The doctor sees all kinds of infections in children.",
        "All twelve studies showed lower blood pressure.",
        "Nobody can know how a tumour will grow.",
        "The drug is the only approved treatment for this cancer.",
        "A biopsy is the only way to know whether it is cancer.",
        "The best workout for your heart is the one you like.",
        "Aspirin is considered the best painkiller for migraine.",
        "This guide will discuss the most effective treatments for acne.",
        "Everyone wants a magic pill that melts fat.",
        "It has been hailed as a miraculous cure for cancer.",
        "Many women rave that two cups of tea completely cleared their acne.",
        "You know your body better than anyone.",
        "The diet eliminates almost all carbohydrates and helps with epilepsy.",
        "The diet eliminates all plant foods and lowers inflammation.",
        "The skyrocketing use of statins worries doctors.",
        "Once scar tissue has replaced the follicle, it's gone for good.",
        "The lesson for my migraine wasn't about a magic pill or a miracle cure.",
        "The evidence on sugar and diabetes is not conclusive.",
        # somebody else's words, or one person's own story
        "According to the author, zinc completely cures acne.",
        "You've heard that sugar always causes diabetes.",
        "It completely cures the gut, they say.",
        "Some people believe that zinc cures every disease.",
        "There is no diet that completely cures diabetes.",
        "I was completely healed of my eczema.",
        "The man's breathing became completely normal.",
        "They gave him Miracle Mineral Solution for his malaria.",
        "Depression proved difficult to treat in this study.",
        "To prove that the drug extends life, a study needs many years.",
        "No drug and no supplement combination is yet proven to extend life.",
        "The dose is absorbed instantly and excreted by the kidneys in just hours.",
        "It is perfectly natural to gain weight in the menopause.",
        "The clinic treats eczema for good reason in the morning.",
    ],
)
def test_what_looks_like_one_is_none(marks: Marks, text: str) -> None:
    assert marks(text, "absolute") == []
