"""How far an effect is said to reach: to all of something, to everybody, always, at once, beyond all else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Marks = Callable[..., list[Any]]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # all of what the effect is done to
        ("This tea flushes every toxin from the liver.", "every toxin"),
        ("The peptide heals literally everything in the gut.", "heals literally everything"),
        ("Boil the root for an hour to combat any infection.", "any infection"),
        ("It protects the lungs against all disease.", "against all disease"),
        ("Kefir contains everything your gut needs.", "everything your gut needs"),
        # in every case, for everybody
        ("It lowers cortisol in every case.", "in every case"),
        ("Estrogen in any amount promotes cancer.", "in any amount"),
        ("Omega-3 is a must for everyone, and for the heart.", "must for everyone"),
        ("Anyone can reverse type 2 diabetes.", "Anyone can reverse"),
        ("Nobody who eats enough salt gets cramps.", "Nobody who eats enough salt gets cramps"),
        ("Women who take it never get hot flushes.", "never get"),
        ("Antidepressants never fix the problem.", "never fix"),
        ("All of the tissues require thyroid hormone.", "All of the tissues"),
        # beyond all else
        ("For migraine ginger beats everything else.", "beats everything else"),
        ("For acne zinc works better than anything.", "than anything"),
        ("Nothing works faster for a migraine.", "Nothing works faster"),
        ("Nothing is more toxic to the brain than sugar.", "Nothing is more toxic"),
        ("Carbohydrates are the number one driver of diabetes.", "number one driver"),
        ("Sugar is the sole cause of acne.", "the sole cause"),
        ("Green tea is the healthiest drink on the planet for the heart.", "the healthiest drink on"),
        ("For hair loss nothing else on the market comes close.", "nothing else on the market comes close"),
        ("It is the single most important habit for your heart.", "single most important"),
        ("It is the one supplement that cures acne.", "the one supplement"),
        ("This clinic heals incurable cancers.", "incurable"),
        ("Nothing destroys sleep like alcohol.", "Nothing destroys sleep like"),
        ("No other vitamin has such an effect on the mood.", "No other vitamin has"),
        ("Vaccinated children are always sicker than others with asthma.", "always"),
        ("The nerve controls absolutely everything in the brain.", "controls absolutely everything"),
        ("Alcohol in any quantity damages the liver.", "in any quantity"),
        ("The herb is extremely effective against acne.", "extremely effective"),
        ("Lectins are insanely destructive to the gut.", "insanely destructive"),
        # no exception
        ("There is no infection that does not respond to garlic.", "no infection that does not"),
        ("No man who takes it ever loses his muscles.", "No man who takes it ever loses"),
        ("Salt has no influence on blood pressure at all.", "no influence on blood pressure at all"),
        ("Every cell of the body is rejuvenated by the herb's collagen.", "Every cell of the body is rejuvenated"),
        ("Every case of eczema can be traced to the gut.", "Every case of eczema"),
        ("Everybody's blood pressure falls on such a diet.", "Everybody's blood pressure"),
        ("It wipes out the whole gut flora.", "the whole gut flora"),
        ("Chronic pain is always a sign of anger.", "always"),
        # at once, without end, without doubt
        ("Within minutes the migraine vanishes.", "Within minutes"),
        ("The benefits for the skin are endless.", "are endless"),
        ("The herb gives you limitless focus.", "limitless focus"),
        ("The tea is unbeatable for insomnia.", "is unbeatable"),
        ("Creatine builds muscle, period.", "period"),
        ("There is zero doubt that sugar causes acne.", "zero doubt"),
        ("Zinc has proven benefits for acne, whatever the myths about it.", "proven benefits"),
        ("That said, there are proven treatments for acne.", "are proven"),
        # no harm
        ("It cannot cause any harm to the liver.", "cannot cause any harm"),
        ("The mineral has no toxicity whatsoever for the liver.", "no toxicity"),
        ("With it there is no such thing as side effects.", "no such thing as side effects"),
        ("The remedy fails to produce any side effects.", "fails to produce any side effects"),
        # cures told otherwise
        ("Asthma can be cured by slow breathing.", "cured"),
        ("The diet is capable of curing any chronic disease.", "any chronic disease"),
        ("Since the seventies diabetes rates have skyrocketed.", "skyrocketed"),
    ],
)
def test_reach(marks: Marks, text: str, words: str) -> None:
    assert words in [seen.words for seen in marks(text, "absolute")]


@pytest.mark.parametrize(
    "text",
    [
        # advice, tasks and care promise nothing
        "Treat all wounds with clean water.",
        "Ask a doctor to check for any underlying disease.",
        "The nurse manages any symptoms that come up.",
        "The ward detects all infections within a day.",
        "The body needs testosterone to perform all these vital functions of the muscles.",
        "Everything you eat ends up in the gut.",
        "The illness makes everything worse for the heart.",
        "Slow everything down when your heart races.",
        # limits, conditions, counts
        "It may heal any wound of the skin.",
        "It treats nearly every infection of the skin.",
        "All sedatives improve sleep if the room is dark.",
        "It lowers cortisol in most cases.",
        "This cancer can occur at any age.",
        "The diet is safe for anyone with healthy kidneys.",
        "Patients lost more weight than with any other drug for diabetes studied so far.",
        "The effect of both drugs is greater than that of any single compound in the brain.",
        "Heart disease is the number one cause of death.",
        "Insulin is the only hormone that lowers blood sugar.",
        "Within 15 minutes the drug lowers blood pressure.",
        "Sales of melatonin for insomnia have skyrocketed.",
        # one's own story, orders, what never was
        "I never get migraine any more.",
        "Never take it with your heart medicine.",
        "Her asthma was cured in a year.",
        "He wonders why his gut never heals.",
        "The rash is completely harmless in most cases of measles.",
        "It seems to cure everyone of insomnia.",
        "If it melted fat, everyone would be cured of obesity.",
        "It would be wrong to call it a proven therapy for asthma.",
        "We are not convinced that one root could be a miracle cure for asthma.",
        "Studies must confirm whether the effect of the oil on pain is definite.",
        "No other treatment of depression has been examined so thoroughly.",
        "She gave up her asthma inhaler for good.",
        "It is extremely dangerous to mix the pills with alcohol for your liver.",
        "Progesterone is extremely insoluble in blood.",
        "The cream is very effective against acne.",
        # somebody else's
        "A speaker stated that asthma has skyrocketed.",
        "The shop promises a proven cure for acne.",
        "Garlic cures asthma, they claim.",
        "Motor neurone disease is incurable, but a drug eases its symptoms.",
        # other things
        "The world's most popular drug against pain is aspirin.",
        "Salt is the most traded mineral in the world, and the kidneys know it.",
        "Surgery is the one treatment that might end the pain.",
        "Joint problems can affect dogs of any age.",
        "The muscles are completely relaxed in this stage of sleep.",
        "Nothing is more embarrassing than a fainting spell in the sauna.",
        "Nothing is more important than the health of your heart.",
        "Days 1 to 5 of the menstrual cycle, period.",
        "The pain of the joints is simply endless.",
        "No such thing as a diet that suits every gut is known.",
    ],
)
def test_no_reach(marks: Marks, text: str) -> None:
    assert marks(text, "absolute") == []
