"""Absolute language, toned down."""

from __future__ import annotations

import pytest

from rewording.rewording_helper import reworded, suggestion


@pytest.mark.parametrize(
    ("before", "words", "after"),
    [
        (
            "It is a drug which absolutely destroys allopreg in the brain.",
            "absolutely destroys",
            "It is a drug which lowers allopreg in the brain.",
        ),
        ("It is guaranteed to raise testosterone.", "guaranteed to", "It may raise testosterone."),
        ("It's guaranteed to raise testosterone.", "guaranteed to", "It may raise testosterone."),
        ("It has no side effects.", "no side effects", "It has few reported side effects [source needed]."),
        ("Magnesium always works.", "always works", "Magnesium may work for some people."),
        ("It will always work.", "always work", "It may work for some people."),
        ("It rebuilds cartilage, guaranteed.", "guaranteed", "It rebuilds cartilage."),
        ("Results are guaranteed.", "guaranteed", "Results are expected."),
        (
            "There are no side effects whatsoever.",
            "no side effects",
            "There are few reported side effects [source needed].",
        ),
        ("100 % safe, even at night.", "100 % safe", "Generally well tolerated, even at night [source needed]."),
        ("It eliminates 100% of allergens.", "100%", "It eliminates most allergens."),
        ("🛡 Bulletproof immunity", "Bulletproof", "🛡 Immunity"),
        ("It is proven to raise testosterone.", "proven to", "It is reported to raise testosterone."),
        ("This herb is 100% safe.", "100% safe", "This herb is generally well tolerated [source needed]."),
        ("It is an absolutely safe herb.", "absolutely safe", "It is a generally well-tolerated herb [source needed]."),
        ("Zinc is the single best supplement for colds.", "single best", "Zinc is a good supplement for colds."),
        ("This herb cures acne.", "cures", "This herb may help with acne."),
        ("It cured my acne.", "cured", "It helped with my acne."),
        ("It instantly calms the mind.", "instantly", "It quickly calms the mind."),
        ("Cortisol skyrockets after coffee.", "skyrockets", "Cortisol rises after coffee."),
        ("This skyrockets your testosterone.", "skyrockets", "This raises your testosterone."),
        ("It completely eliminates anxiety.", "completely eliminates", "It reduces anxiety."),
        ("Chronic stress destroys sleep.", "destroys", "Chronic stress harms sleep."),
        ("It shuts down DHT production.", "shuts down", "It lowers DHT production."),
        ("Everyone needs more magnesium.", "Everyone", "Many people need more magnesium."),
        ("Nobody is cured by it.", "Nobody", "Few people are cured by it."),
        (
            "Nobody who takes zinc ever gets the flu.",
            "Nobody who takes zinc ever gets",
            "Hardly anybody who takes zinc gets the flu.",
        ),
        ("Say goodbye to migraine with it.", "Say goodbye to", "Try to ease migraine with it."),
        ("Refined sugar is poison.", "is poison", "Refined sugar can be harmful."),
        ("It has no benefit whatsoever.", "no benefit whatsoever", "It has little reported benefit."),
        (
            "The pill does not cause any withdrawal.",
            "not cause any withdrawal",
            "The pill rarely causes withdrawal.",
        ),
        ("Magnesium never causes nausea.", "never causes", "Magnesium rarely causes nausea."),
        ("Creatine is a game changer for sleep.", "game changer", "Creatine is a useful option for sleep."),
        ("The most effective approach is fasting.", "The most effective", "An effective approach is fasting."),
        ("Nuts are the best magnesium sources, seeds are cheaper.", "the best",
         "Nuts are good magnesium sources, seeds are cheaper."),
        ("The most effective approaches are slow.", "The most effective", "Some effective approaches are slow."),
        ("This proves that zinc works.", "proves that", "This suggests that zinc works."),
        ("Science has now proven that zinc works.", "proven", "Science has now suggested that zinc works."),
        ("The results are insane.", "insane", "The results are notable."),
        ("It will produce a true cure.", "cure", "It will produce a true treatment."),
        ("It is a known and proven remedy.", "proven", "It is a known remedy."),
        ("The #1 herb for stress.", "The #1", "A herb for stress."),
        ("Ginger beats everything else for pain.", "beats everything else",
         "Ginger compares well with many alternatives for pain."),
        ("Nothing works faster for a migraine.", "Nothing works faster", "Few things work faster for a migraine."),
        ("Nothing else on the shelf comes close.", "Nothing else on the shelf comes close",
         "Hardly anything else on the shelf comes close."),
        ("There is no disease that does not respond.", "no disease that does not",
         "There is hardly any disease that does not respond."),
        ("Salt has no influence on pain at all.", "no influence on pain at all",
         "Salt has little known influence on pain."),
        ("There is zero doubt that it helps.", "zero doubt", "It is likely that it helps."),
        ("This gives the deepest sleep imaginable.", "the deepest sleep imaginable", "This gives a deep sleep."),
        ("It wipes out the whole gut.", "the whole gut", "It wipes out much of the gut."),
        ("The benefits are endless.", "are endless", "The benefits are many."),
        ("It cannot cause any harm.", "cannot cause any harm", "It has little reported harm [source needed]."),
    ],
)  # fmt: skip
def test_the_booster_goes_and_the_grammar_stays(before: str, words: str, after: str) -> None:
    assert reworded(before, "absolute", words=words) == after


@pytest.mark.parametrize(
    ("before", "words", "after"),
    [
        ("Undoubtedly, zinc works.", "Undoubtedly", "Zinc works."),
        ("Zinc, without a doubt, works.", "without a doubt", "Zinc works."),
        ("It is **absolutely** useless for **sleep**.", "absolutely", "It is useless for **sleep**."),
        ("It is <b>absolutely</b> useless.", "absolutely", "It is useless."),
        ("It is an incredibly useful herb.", "incredibly", "It is a useful herb."),
        ("There is undeniable evidence for it.", "undeniable evidence", "There is evidence for it."),
    ],
)
def test_what_only_loses_noise_is_safe(before: str, words: str, after: str) -> None:
    made = suggestion(before, "absolute", words=words)
    assert (made.text, made.safe) == (after, True)


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("It permanently lowers cortisol.", "permanently"),
        ("It completely eliminates anxiety.", "completely eliminates"),
        ("It is a proven remedy.", "proven"),
        ("It has no side effects.", "no side effects"),
    ],
)
def test_what_changes_the_meaning_waits_for_a_person(before: str, words: str) -> None:
    assert not suggestion(before, "absolute", words=words).safe


def test_not_very_keeps_its_very() -> None:
    assert "not very" in reworded("It is not very effective.", "absolute", words="very")


def test_an_unknown_phrase_is_left_to_the_author() -> None:
    before = "Zinc outshines copper and lowers cortisol."
    assert reworded(before, "absolute", words="outshines copper and lowers cortisol") == (
        "Zinc outshines copper and lowers cortisol [weaker wording needed]."
    )
