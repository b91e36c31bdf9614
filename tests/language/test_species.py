"""Findings in animals and cells carried over to people."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Marks = Callable[..., list[Any]]
LISTED = "\n\n## References\n\n1. Author A. {}. Journal, 2020."


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Rats got smarter on it, so it will sharpen your memory.", ["explicit"]),
        ("In a petri dish it stopped the cells, so it stops arthritis.", ["explicit"]),
        ("Mice ran twice as far. So if you want more stamina, take it.", ["conclusion"]),
        ("In cell cultures it stopped the virus. Take it at the first sneeze against a cold.", ["conclusion"]),
        ("I tried it on my pet rat and it acted like a sedative, which means that it is converted.", ["anecdote"]),
        (
            "The extract deepens sleep [1]." + LISTED.format("The extract and sleep in mice"),
            ["reference"],
        ),
        ("You sleep deeper on it, as rabbit studies have shown.", ["explicit"]),
        ("The human equivalent of the rat dose is about 800 mg for an adult.", ["explicit"]),
        ("If it is good enough for a horse, it is good enough for you.", ["explicit"]),
        ("Research in monkeys suggests that you can slow down ageing.", ["explicit"]),
        ("In a petri dish it kills tumour cells, so a glass a day keeps cancer away.", ["explicit"]),
        ("Mice lived longer on it. I take it every day for that reason.", ["conclusion"]),
        ("Dogs with arthritis walked better. It works just as well in people.", ["conclusion"]),
        ("It changed the gut bacteria of mice. The same might happen in humans.", ["conclusion"]),
        ("In animals, 10 mcg/kg healed tendons. Translated to an 80 kg human, that is 800 mcg.", ["conclusion"]),
        (
            "It lifts depression [1]." + LISTED.format("Saffron and the forced swimming test"),
            ["reference"],
        ),
        ("Men can raise their testosterone with it, according to studies in mice.", ["explicit"]),
        ("Studies in mice show that people who fast live longer.", ["explicit"]),
        ("Research on rats shows your gut lining can be repaired.", ["explicit"]),
        ("What healed the ulcers of rats works on you.", ["explicit"]),
        ("A rat study found better memory. You can use it before exams.", ["conclusion"]),
        ("Hamsters had lower cholesterol on it. It is a good option for people with diabetes.", ["conclusion"]),
        ("The extract killed cancer cells in a test tube. Women should drink it daily.", ["conclusion"]),
        ("In a petri dish, garlic killed bacteria. Eat two cloves a day to avoid infections.", ["conclusion"]),
        ("Mice fed berries had better memory. That's a good reason to eat berries every day.", ["conclusion"]),
        ("Dogs with bad hips walked better on it. You can expect the same for your hips.", ["conclusion"]),
        ("The mice had thicker coats on the drug. It improves hair growth.", ["conclusion"]),
        ("My dog's arthritis cleared up with it, so I started it for my knees.", ["anecdote"]),
    ],
)
def test_leaps(marks: Marks, text: str, values: list[str]) -> None:
    assert [seen.value for seen in marks(text, "animal-as-human")] == values


@pytest.mark.parametrize(
    "text",
    [
        "In rats it lowered blood pressure; no human trial exists.",
        "Mice lived longer on it, but nobody knows whether that holds for people.",
        "Give your dog the tablet so that he sleeps.",
        "I was my own guinea pig, so you can read the diary.",
        "The cod liver oil group had fewer colds, so you may like it.",
        "Did the rats sleep, so will you?",
        'The shop claims that "what heals rats heals you".',
        "In mice it healed tendons [1]." + LISTED.format("Tendons in mice"),
        "The study in rats was small, and you should not draw conclusions from it.",
        "In mice it raised liver enzymes. People should not use it.",
        "In rats it lowered blood pressure. You should talk to your doctor before you use it.",
        "In mice it improved memory. You can read the paper for free.",
        "In mice the drug reduced plaque. It crosses the blood-brain barrier.",
        "A mouse study found more sleep. Some people take it for sleep.",
        "Mice fed lard gained weight. You can try the recipe below.",
        "In mice it improved memory. Researchers now want to test it in people.",
        "Unlike in mice, the drug had no effect on sleep in people.",
        "Rabies spreads to people through dog bites.",
        "Owning a dog helps you walk more.",
        "It deepens sleep [1,2]." + LISTED.format("Sleep in mice") + "\n2. Author B. A trial in adults. Journal, 2021.",
    ],
)
def test_no_leaps(marks: Marks, text: str) -> None:
    assert marks(text, "animal-as-human") == []


def test_the_limit_is_a_mark_of_its_own(marks: Marks) -> None:
    assert marks("In rats it lowered blood pressure; no human trial exists.", "limit") != []


def test_the_sentence_that_cites_tells_the_species_for_its_paragraph(marks: Marks) -> None:
    text = "It lowers blood pressure. This was shown in dogs [1]." + LISTED.format("Blood pressure in dogs")
    assert [seen.value for seen in marks(text, "animal-as-human")] == []


@pytest.mark.parametrize(
    "text",
    [
        "Rats on sugar were slow in the maze. Insulin may be why.\n\nConclusion: Sugar is harmful for the brain.",
        "It was tested on breast cancer cells. Their spread slowed. This is good news for people with cancer.",
        "Aged mice regrew their gut lining. Stem cells do that. This finding may help patients with infections.",
        "Mice on half the calories lived longer. This is true of all mammals including us.",
        "Old rats on it ran faster. Their muscles held more glycogen. So your endurance improves as well.",
    ],
)
def test_conclusions_some_sentences_on(marks: Marks, text: str) -> None:
    assert [seen.value for seen in marks(text, "animal-as-human")] == ["conclusion"]


@pytest.mark.parametrize(
    "text",
    [
        "Rats on sugar were slow in the maze. A trial in adults agreed.\n\nConclusion: Sugar is harmful for the brain.",
        "Conclusion: Sugar is harmful for the brain.",
        "Female mice lived longer on it. Males did not. In summary, the drug extended lifespan in females only.",
        "Dogs that ate grapes became ill. In short, keep grapes away from your dog.",
        "Old rats on it ran faster. It was dark. So if you want to know more, read the paper.",
        "Mice slept longer on it. It also lifts the mood of women [1]." + LISTED.format("Mood and sleep"),
        "## Links\n\n- [It extends lifespan in a mouse model](https://doi.org/10.1000/x)",
    ],
)
def test_sums_that_stay_where_the_evidence_is(marks: Marks, text: str) -> None:
    assert marks(text, "animal-as-human") == []


def test_a_link_on_the_authors_own_words_names_the_animal(marks: Marks) -> None:
    link = "(https://pubmed.ncbi.nlm.nih.gov/123456/)"
    assert marks(f"In one [mouse study]{link}, sleep improved.", "animal-as-human") == []
    assert marks(f"[This rodent study]{link} suggests that sugar harms memory.", "animal-as-human") == []
    assert marks(f"It improves sleep in [old rats]{link}.", "animal-as-human") == []
    titled = f"It improves sleep ([Effects of an extract on sleep in aged rats]{link})."
    assert [seen.value for seen in marks(titled, "animal-as-human")] == ["reference"]


@pytest.mark.parametrize(
    "text",
    [
        "Mice on the extract slept longer. Their brains had less inflammation. These results suggest that the extract "
        "protects against depression.",
        "Hamsters on the wheel had calm hearts. Noise did no harm. It's another study that shows how cycling "
        "protects your heart.",
        "The root calmed old rats. They also slept longer.\n\nAppears to reduce anxiety, and the effect is strong.",
        "Scientists looked at cultured bone cancer cells. All of them shrank. This brings hope in the "
        "fight against leukaemia.",
        "Gerbils on the bark saw better. The authors say this means the bark could help prevent cataracts.",
        "Ferrets coughed less on it. The group thinks that the syrup could work the same way on people.",
        "Hens on the leaf had fewer cramps. It is likely that the leaf can protect us from gout.",
    ],
)
def test_conclusions_from_some_sentences_on(marks: Marks, text: str) -> None:
    assert [seen.value for seen in marks(text, "animal-as-human")] == ["conclusion"]


@pytest.mark.parametrize(
    "text",
    [
        "After the work on gerbils, the clinic began a study with patients.",
        "It kills tumours in mice. It hasn't been tested in patients, who should wait.",
        "Cells in a dish died. Maybe it doesn't behave in the body the way it does in a dish. You can enjoy your tea.",
        "Rats had healthier livers on it. Their enzymes fell. This suggests that it acts on the receptor.",
        "In mice the effect was blocked. This suggests that opioid receptors are involved.",
        "The moths flew further on it. Their wings stayed whole. That is one more reason to study it further.",
        "Some people feel like lab rats when doctors change their pills, so speak up.",
        "Cultured vegetables will give you more bacteria than a capsule.",
        "The mouse antibody made some patients ill, so it was made human.",
        "Mice with the human gene develop the same plaques as patients.",
        "The mice were thin. They will now look for the gene in people.",
        "The mice had more of it. If the same turns out to be true in people, it could explain why some gain weight.",
        "Zebrafish hearts heal themselves. Ours cannot, which is why heart attacks leave a scar.",
        "The FDA asked for a second study in rats before it will let patients take the drug.",
        "Rabbits are kept as pets, so you should know what they eat.",
    ],
)
def test_no_conclusion_for_people(marks: Marks, text: str) -> None:
    assert marks(text, "animal-as-human") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Animal studies suggest it may help people with diabetes keep their blood sugar down.", "explicit"),
        ("Studies in mice suggest that it might protect your brain from dementia.", "explicit"),
        ("If mice can live 30% longer by eating less, so can we.", "explicit"),
        ("Old mice got young blood and grew strong. Young blood could be the cure for ageing.", "conclusion"),
        ("The seeds lowered blood pressure in rats. They can be used as a natural alternative to drugs.", "conclusion"),
        ("The mice slept better with the extract. A cup before bed can help you fall asleep.", "conclusion"),
    ],
)
def test_hedged_leaps_and_remedies(marks: Marks, text: str, value: str) -> None:
    assert [seen.value for seen in marks(text, "animal-as-human")] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "Rabbits are herbivores, so feeding them cholesterol says little about us.",
        "The mice were the same age as a person of sixty.",
        "Monkeys, like people, get diabetes when they eat too much.",
        "The mice could not make the enzyme. People with the same defect have a rare disease.",
        "In rats, it raised insulin. Insulin is made in the pancreas and helps your cells take up sugar.",
        "The mice slept better. Sleep is important for your immune system.",
        "The oil stopped inflammation in cells. Arthritis is an inflammation of the joints.",
    ],
)
def test_facts_beside_a_finding_conclude_nothing(marks: Marks, text: str) -> None:
    assert marks(text, "animal-as-human") == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("It heals the gut and keeps blood sugar stable [1].", "The peptide in rats with colitis"),
        ("Boosts collagen synthesis [1].", "Wound healing in mice"),
        ("Patients with diabetes benefit from it [1].", "Effects in diabetic rats"),
    ],
)
def test_effects_whose_only_source_is_in_animals(marks: Marks, text: str, title: str) -> None:
    assert [seen.value for seen in marks(text + LISTED.format(title), "animal-as-human")] == ["reference"]


def test_the_title_behind_a_label_does_not_name_the_animals_for_the_author(marks: Marks) -> None:
    link = "[Effects of the peptide on wound healing in mice](https://pubmed.ncbi.nlm.nih.gov/1/)"
    assert marks(f"It boosts collagen synthesis. Source: {link}", "animal-as-human") != []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The extract comes from a plant of the mint family [1].", "Sedative effects of a mint in rats"),
        ("The receptor controls blood pressure [1].", "Receptor distribution in the rat and human brain"),
        ("No effect on sleep was found [1].", "Sleep in rats"),
    ],
)
def test_what_a_title_on_animals_leaves_alone(marks: Marks, text: str, title: str) -> None:
    assert marks(text + LISTED.format(title), "animal-as-human") == []
