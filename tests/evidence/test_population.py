"""Whom a title says was studied."""

from __future__ import annotations

import pytest

from claimlint.evidence.lexicon import SourceLexicon
from claimlint.evidence.population import population


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Role of a steroid in age-related differences in hypoalgesia in rats", ("animal", "rats")),
        ("A putative mouse model of stress", ("animal", "mouse model")),
        ("Effects of extract X on blood pressure in obese dogs", ("animal", "dogs")),
        ("Caffeine in Sprague-Dawley offspring", ("animal", "sprague-dawley")),
        ("Lifespan of Caenorhabditis elegans fed compound Y", ("animal", "caenorhabditis elegans")),
        ("Rat liver microsomes and compound Y", ("animal", "rat")),
        ("Testosterone suppression in guinea pigs", ("animal", "guinea pigs")),
        ("Compound Y induces apoptosis in a human prostate cancer cell line", ("cell", "")),
        ("In vitro inhibition of aromatase by flavonoids", ("cell", "")),
        ("Compound Y lowers lipid droplets in HepG2 cells", ("cell", "")),
        ("Sedative-like effects in men and women", ("human", "")),
        ("A trial in patients with major depression", ("human", "")),
        ("A randomized, double-blind trial of fish oil", ("human", "")),
        ("Bovine collagen and skin in postmenopausal women", ("human", "")),
        ("Cat's claw extract in adults with knee pain", ("human", "")),
        ("Turkey tail mushroom in breast cancer survivors", ("human", "")),
        ("Placental hormones in humans and mice", ("mixed", "mice")),
        ("The human brain and its neurosteroids", ("human", "")),
        ("Cod liver oil and krill oil compared", ("unknown", "")),
        ("Horse chestnut, cat's claw and lion's mane", ("unknown", "")),
        ("Red yeast rice and cholesterol", ("unknown", "")),
        ("Dog ownership and mental health", ("unknown", "")),
        ("Selective serotonin reuptake inhibitors alter enzymes", ("unknown", "")),
        ("Placebamine speeds the healing of rat tendon and grows tendon cells in vitro", ("animal", "rat")),
        ("Blue light in rabbit corneas", ("animal", "rabbit")),
        ("Vitamin A in the bovine ovary", ("animal", "bovine")),
        ("Fertility of pregnant ewes", ("animal", "ewes")),
        ("Anti-inflammatory action in carrageenan-induced paw edema", ("animal", "carrageenan-induced")),
        ("Antidepressant-like effects in the forced swimming test", ("animal", "forced swimming test")),
        ("Human skin explants treated with compound Y", ("cell", "")),
        ("Compound Y and the human liver", ("human", "")),
        ("In-vitro activity of compound Y", ("cell", "")),
        ("Rat-race stress and what it costs", ("unknown", "")),
        ("An ergonomic mouse for the sore wrist", ("unknown", "")),
        ("", ("unknown", "")),
    ],
)
def test_population_of_a_title(title: str, expected: tuple[str, str], lexicon: SourceLexicon) -> None:
    assert population(title, lexicon) == expected


def test_trial_words_do_not_make_people_of_animals(lexicon: SourceLexicon) -> None:
    assert population("A randomized placebo-controlled trial in beagles", lexicon) == ("animal", "beagles")
