"""The two posts the project started from."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimlint.evidence.sources import is_dose_source, population_of, sources_of, species_of

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def blog(read):  # type: ignore[no-untyped-def]
    return read((SEEDS / "000_3779d85679dbc626.txt").read_text(encoding="utf-8"), "text")


@pytest.fixture(scope="module")
def thread(read):  # type: ignore[no-untyped-def]
    return read((SEEDS / "001_212e7aec81b29033.txt").read_text(encoding="utf-8"), "text")


# number: (kind, population, species, year, identifiers)
REFERENCES = {
    1: ("encyclopaedia", "unknown", "", 0, ()),
    2: ("unknown", "unknown", "", 0, ()),
    3: ("study", "unknown", "", 2020, ("PMCID:PMC7240001",)),
    4: ("study", "unknown", "", 2020, ("PMID:32426424",)),
    5: ("study", "unknown", "", 1999, ("PMCID:PMC23979",)),
    6: ("study", "unknown", "", 2013, ()),
    7: ("study", "unknown", "", 2006, ("PMCID:PMC2670606",)),
    8: ("study", "human", "", 2019, ()),
    9: ("study", "human", "", 2023, ("PMID:37557991",)),
    10: ("review", "unknown", "", 2021, ("PMCID:PMC8276990",)),
    11: ("study", "unknown", "", 2024, ("PMCID:PMC11559899",)),
    12: ("article", "unknown", "", 2025, ()),
    13: ("study", "human", "", 2004, ()),
    14: ("study", "unknown", "", 2020, ("PMCID:PMC6935417",)),
    15: ("study", "unknown", "", 2024, ()),
    16: ("review", "unknown", "", 2022, ("PMCID:PMC9285581",)),
    17: ("study", "unknown", "", 2021, ()),
    18: ("study", "human", "", 2006, ("PMCID:PMC1622749",)),
    19: ("study", "unknown", "", 2010, ("PMID:21122055",)),
    20: ("study", "unknown", "", 2025, ()),
    21: ("study", "unknown", "", 2014, ("PMCID:PMC4064044",)),
    22: ("study", "animal", "rats", 2019, ("PMID:30579760",)),
    23: ("study", "unknown", "", 2025, ("PMCID:PMC12518332",)),
    24: ("review", "unknown", "", 2018, ()),
    25: ("study", "animal", "mouse model", 2008, ("PMCID:PMC3245370",)),
    26: ("study", "unknown", "", 2014, ("PMCID:PMC3648625",)),
    27: ("study", "unknown", "", 2014, ("PMCID:PMC4739102",)),
    28: ("vendor", "unknown", "", 0, ()),
    29: ("forum", "unknown", "", 0, ()),
}


@pytest.mark.parametrize("number", range(1, 30))
def test_each_reference_of_the_thread(number: int, thread) -> None:  # type: ignore[no-untyped-def]
    source = next(s for s in thread.evidence.sources if s.label == str(number))
    assert (source.kind, source.population, source.species, source.year, source.identifiers) == REFERENCES[number]
    assert thread.document.position(source.start).line == 242 + number


def test_the_thread_has_29_references_all_cited_and_no_30(thread) -> None:  # type: ignore[no-untyped-def]
    evidence = thread.evidence
    assert [s.label for s in evidence.sources] == [str(n) for n in range(1, 30)]
    cited = {evidence.sources[i].label for c in evidence.citations for i in c.sources}
    assert cited == {str(n) for n in range(1, 30)}
    assert all(c.sources for c in evidence.citations)
    assert not any("30" in words for _, words in thread.citations())


def test_titles_of_the_thread(thread) -> None:  # type: ignore[no-untyped-def]
    titles = {s.label: s.title for s in thread.evidence.sources}
    assert titles["22"] == (
        "Role of neurosteroid allopregnanolone on age-related differences in exercise-induced hypoalgesia in rats"
    )
    assert titles["8"] == "Trial of SAGE-217 in Patients with Major Depressive Disorder"
    assert titles["28"] == "Compounded DHEA/Pregnenolone Capsules"


@pytest.mark.parametrize(
    ("words", "reason", "markers"),
    [
        ("Women: 50-200 mg at bedtime", "label-line", ["[12,15]"]),
        ("Creams/troches bypass", "own", ["[12]"]),
        ("Start low (10-30 mg)", "paragraph-end", ["[28,29]"]),
        ("OTC doses typically", "paragraph-end", ["[28,29]"]),
        ("Fluoxetine, sertraline", "own", ["[5]"]),
        ("Exercise-induced pain relief", "own", ["[22]"]),
        ("Chronic stress downregulates", "own", ["[25]"]),
        ("Monitor upstream hormones", "heading", ["[28,29]"]),
        ("hCG add-back therapy", "heading", ["[28,29]"]),
        ("Supplement precursors", "heading", ["[28,29]"]),
        ("Low-dose progesterone: 5-10 mg", "heading", ["[28,29]"]),
        ("Absolutely avoid", "own", ["[17,21]"]),
        ("This is the most direct approach", "continuation", ["[12,15]"]),
        ("Acute alcohol transiently", "paragraph-end", ["[1,3]"]),
        ("Increases brain ALLO", "table", ["22"]),
    ],
)
def test_why_a_line_of_the_thread_is_covered(words: str, reason: str, markers: list[str], thread) -> None:  # type: ignore[no-untyped-def]
    assert thread.reason(words) == reason
    assert thread.covered_by(words) == markers


@pytest.mark.parametrize(
    "words",
    [
        "TRT often suppresses endogenous DHEA",
        "Typical dose: 25-50 mg/day",
        "Allopregnanolone possesses biphasic",
        "Dr. Crisler was a big proponent",
    ],
)
def test_what_the_thread_leaves_uncovered(words: str, thread) -> None:  # type: ignore[no-untyped-def]
    assert thread.reason(words) == "-"


def test_the_sources_of_a_dose_in_the_thread(thread) -> None:  # type: ignore[no-untyped-def]
    weak = sources_of(thread.evidence, thread.unit("hCG add-back therapy"))
    assert [s.kind for s in weak] == ["vendor", "forum"]
    assert not any(is_dose_source(s) for s in weak)
    mixed = sources_of(thread.evidence, thread.unit("Women: 50-200 mg"))
    assert [is_dose_source(s) for s in mixed] == [False, True]


def test_whom_the_sources_of_a_line_studied(thread) -> None:  # type: ignore[no-untyped-def]
    evidence = thread.evidence
    assert population_of(evidence, thread.unit("Exercise-induced pain relief")) == "animal"
    assert species_of(evidence, thread.unit("Exercise-induced pain relief")) == "rats"
    assert population_of(evidence, thread.unit("300 mg in men produced")) == "human"
    assert population_of(evidence, thread.unit("Finasteride inhibits conversion")) == "unknown"
    assert population_of(evidence, thread.unit("TRT often suppresses")) == "unknown"


def test_the_list_of_the_thread_is_set_apart(thread) -> None:  # type: ignore[no-untyped-def]
    lines = {thread.document.position(thread.document.units[u].start).line for u in thread.evidence.reference_units}
    assert lines == set(range(241, 272)) - {242}


def test_the_lost_links_of_the_blog(blog) -> None:  # type: ignore[no-untyped-def]
    assert blog.citations() == [("lost-link", "[here]")] * 10
    lines = [blog.document.position(c.start).line for c in blog.evidence.citations]
    assert lines == [1, 1, 6, 8, 10, 22, 23, 24, 25, 27]


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("anti stress mechanism to help dampen", "own"),
        ("It is highly involved in many mental disorders", "-"),
        ("at higher doses was shown", "-"),
        ("Caffeine was shown to increase", "own"),
        ("The trick with caffeine", "-"),
        ("I found doses 6+ grams", "-"),
        ("it’s actually under development", "-"),
        ("Ganaxolone is allopreg’s synthetic brother", "own"),
    ],
)
def test_what_the_lost_links_cover(words: str, reason: str, blog) -> None:  # type: ignore[no-untyped-def]
    assert blog.reason(words) == reason
