"""Reference lists in every shape, and what their entries say."""

from __future__ import annotations

import pytest

from claimlint.evidence.entries import label_of

ENTRY = "Doe J, Roe R. Placeholder title about sleep in rats. J Examples. 2019;12(3):45-50. PMID: 12345678"
OTHER = "Roe R. A placeholder review of the same. J Examples. 2020;13:1-9. doi:10.1000/xyz"


@pytest.mark.parametrize(
    ("heading", "format"),
    [
        ("## References", "markdown"),
        ("**Sources:**", "markdown"),
        ("4. References", "text"),
        ("BIBLIOGRAPHY", "text"),
        ("References:", "text"),
        ("Further references", "text"),
        ("# Works cited", "markdown"),
        ("[b]References[/b]", "bbcode"),
    ],
)
def test_headings_in_every_form(heading: str, format: str, read) -> None:  # type: ignore[no-untyped-def]  # noqa: A002
    draft = read(f"Rats slept longer. [1]\n\n{heading}\n\n1. {ENTRY}\n2. {OTHER}\n", format)
    assert [(s.label, s.year) for s in draft.evidence.sources] == [("1", 2019), ("2", 2020)]
    assert draft.evidence.citations[0].sources == (0,)


@pytest.mark.parametrize(
    ("first", "second", "labels"),
    [
        ("1. ", "2. ", ["1", "2"]),
        ("1) ", "2) ", ["1", "2"]),
        ("[1] ", "[2] ", ["1", "2"]),
        ("¹ ", "² ", ["1", "2"]),
        ("1\\. ", "2\\. ", ["1", "2"]),
        ("- ", "- ", ["", ""]),
        ("* ", "* ", ["", ""]),
    ],
)
def test_numbering_of_entries(first: str, second: str, labels: list[str], read) -> None:  # type: ignore[no-untyped-def]
    draft = read(f"Text.\n\n## References\n\n{first}{ENTRY}\n\n{second}{OTHER}\n")
    assert [s.label for s in draft.evidence.sources] == labels


def test_one_entry_a_line_in_one_paragraph(read) -> None:  # type: ignore[no-untyped-def]
    draft = read(f"Text.\n\nReferences\n[1] {ENTRY}\n[2] {OTHER}\n")
    assert [s.label for s in draft.evidence.sources] == ["1", "2"]
    assert draft.text[draft.evidence.sources[1].start : draft.evidence.sources[1].end] == f"[2] {OTHER}"


def test_an_entry_may_go_on_in_the_next_line(read) -> None:  # type: ignore[no-untyped-def]
    draft = read(
        "Text.\n\n## References\n\n1. Doe J. Placeholder title\n   about sleep in mice. J Examples. 2019;12:1.\n2. "
        + OTHER
    )
    assert draft.evidence.sources[0].population == "animal"
    assert draft.evidence.sources[0].species == "mice"


def test_a_list_that_counts_every_entry_as_one(read) -> None:  # type: ignore[no-untyped-def]
    draft = read(f"Text.[2]\n\n## References\n\n1. {ENTRY}\n1. {OTHER}\n")
    assert [s.label for s in draft.evidence.sources] == ["1", "2"]


def test_html_list_by_id_and_by_order(read) -> None:  # type: ignore[no-untyped-def]
    by_id = read(
        f'<p>Text.</p><h2>References</h2><ul><li id="ref-7">{ENTRY}</li><li id="ref-8">{OTHER}</li></ul>', "html"
    )
    assert [s.label for s in by_id.evidence.sources] == ["7", "8"]
    by_order = read(f"<p>Text.</p><h2>References</h2><ol><li>{ENTRY}</li><li>{OTHER}</li></ol>", "html")
    assert [s.label for s in by_order.evidence.sources] == ["1", "2"]


def test_footnotes(read) -> None:  # type: ignore[no-untyped-def]
    draft = read(f"Rats slept longer.[^a] They ate less.[^b]\n\n[^a]: {ENTRY}\n\n[^b]: They did, says the keeper.\n")
    first, second = draft.evidence.sources
    assert (first.label, first.population, first.species, first.identifiers) == (
        "^a",
        "animal",
        "rats",
        ("PMID:12345678",),
    )
    assert second.label == "^b"
    assert [c.sources for c in draft.evidence.citations] == [(0,), (1,)]
    assert draft.unit("Placeholder title") in draft.evidence.reference_units
    assert draft.unit("says the keeper") not in draft.evidence.reference_units


def test_a_footnote_that_lost_its_colon(read) -> None:  # type: ignore[no-untyped-def]
    draft = read("Text.[^1]\n\n[^1] Placeholder article https://www.healthline.com/nutrition/x\n")
    assert [(s.label, s.kind) for s in draft.evidence.sources] == [("^1", "article")]
    assert [form for form, _ in draft.citations()] == ["footnote"]


def test_a_run_of_entries_without_a_heading(read) -> None:  # type: ignore[no-untyped-def]
    draft = read(f"Text [1].\n\n---\n\n[1] {ENTRY}\n[2] {OTHER}\n[3] {OTHER}\n")
    assert [s.label for s in draft.evidence.sources] == ["1", "2", "3"]
    assert len(draft.evidence.citations) == 1


def test_a_list_that_runs_on_in_one_paragraph(read) -> None:  # type: ignore[no-untyped-def]
    draft = read(f"End of the letter. References 1. {ENTRY} 2. {OTHER} 3. {OTHER}\n", "text")
    assert [s.label for s in draft.evidence.sources] == ["1", "2", "3"]


def test_a_table_of_references(read) -> None:  # type: ignore[no-untyped-def]
    draft = read(f"Text [2].\n\n## References\n\n| No | Source |\n|---|---|\n| 1 | {ENTRY} |\n| 2 | {OTHER} |\n")
    assert [s.label for s in draft.evidence.sources][-2:] == ["1", "2"]


@pytest.mark.parametrize(
    "text",
    [
        "## Notes\n\n- Take it with food.\n- Store it in the fridge.\n- Shake well.\n",
        "## Resources\n\n1. Sleep well.\n2. Eat well.\n3. Walk.\n",
        "## Food sources\n\n- Liver\n- Oysters\n",
        "1. Creatine raises strength.\n2. It was first made in 1832.\n3. Caffeine helps.\n",
        "- [Liver](https://some.example/liver) has iron.\n"
        "- [Oysters](https://some.example/oysters) have zinc.\n- Beans.\n",
    ],
)
def test_what_is_no_list_of_references(text: str, read) -> None:  # type: ignore[no-untyped-def]
    assert read("Words first.\n\n" + text).evidence.reference_units == frozenset()


def test_a_list_of_links_under_a_loose_heading(read) -> None:  # type: ignore[no-untyped-def]
    draft = read(
        "Words.\n\n## Links\n\n[Wikipedia](https://en.wikipedia.org/wiki/X)\n\n[A paper](https://doi.org/10.1000/xyz)\n"
    )
    assert [s.kind for s in draft.evidence.sources] == ["encyclopaedia", "study"]
    assert draft.citations() == []


def test_the_list_ends_where_the_talk_goes_on(read) -> None:  # type: ignore[no-untyped-def]
    draft = read(
        f"Text.\n\nReferences\n\n1. {ENTRY}\n2. {OTHER}\n\nThanks for reading, see you in June.\n\nGreat post!\n",
        "text",
    )
    assert draft.unit("Thanks for") not in draft.evidence.reference_units
    assert draft.unit("Great post") not in draft.evidence.reference_units


def test_a_deeper_heading_inside_a_list(read) -> None:  # type: ignore[no-untyped-def]
    draft = read(
        f"Text.\n\n## References\n\n### Trials\n\n1. {ENTRY}\n\n### Reviews\n\n2. {OTHER}\n\n## Next\n\nWords.\n"
    )
    assert [s.label for s in draft.evidence.sources] == ["1", "2"]
    assert draft.unit("Words.") not in draft.evidence.reference_units


def test_the_nearest_list_wins_where_each_part_counts_anew(read) -> None:  # type: ignore[no-untyped-def]
    draft = read(f"# A\n\nOne [1].\n\n## References\n\n1. {ENTRY}\n\n# B\n\nTwo [1].\n\n## References\n\n1. {OTHER}\n")
    first, second = (draft.evidence.sources[c.sources[0]].year for c in draft.evidence.citations)
    assert (first, second) == (2019, 2020)


@pytest.mark.parametrize(
    ("entry", "kind", "title", "year"),
    [
        (ENTRY, "study", "Placeholder title about sleep in rats", 2019),
        (OTHER, "review", "A placeholder review of the same", 2020),
        ("Doe, J. A., & Roe, R. (2018). A placeholder title: with a colon. *Journal of Examples*, 4(2), 10–12.",
         "study", "A placeholder title: with a colon", 2018),
        ("Doe J, Roe R, et al. Sleep and its placeholder. N Engl J Med. 2019;381(10):903-911",
         "study", "Sleep and its placeholder", 2019),
        ("J. Doe, et al., “A placeholder in quotation marks,” J. Examples 12, 3–9, 1989.",
         "study", "A placeholder in quotation marks,", 1989),
        ("Wikipedia. Allopregnanolone.", "encyclopaedia", "Allopregnanolone", 0),
        ("Some Health Forum. How do I sleep? How do I sleep - Some Health Forum", "forum", "How do I sleep", 0),
        ("Corner Pharmacy. Compounded Example Capsules.", "vendor", "Compounded Example Capsules", 0),
        ("Corner Pharmacy. What to know about sleep | Corner Pharmacy Blog", "article", "What to know about sleep", 0),
        ("https://www.iherb.com/pr/example/1", "vendor", "", 0),
        ("[The FDA label](https://www.accessdata.fda.gov/drugsatfda_docs/label/2019/x.pdf)", "authority", "", 0),
        ("Placeholder Society. Clinical practice guideline for sleep. J Examples. 2017;1:1-9.",
         "authority", "Clinical practice guideline for sleep", 2017),
        ("Something that my aunt told me", "unknown", "", 0),
    ],
)  # fmt: skip
def test_an_entry_tells_kind_title_and_year(entry: str, kind: str, title: str, year: int, read) -> None:  # type: ignore[no-untyped-def]
    draft = read(f"Text.\n\n## References\n\n1. {entry}\n2. {OTHER}\n")
    source = draft.evidence.sources[0]
    assert (source.kind, source.year) == (kind, year)
    if title:
        assert source.title == title


def test_all_identifiers_of_an_entry(read) -> None:  # type: ignore[no-untyped-def]
    draft = read(
        "Text.\n\n## References\n\n"
        "1. Doe J. Title. J Ex. 2018;9:1. doi: 10.1000/xyz. PMID: 12345678; PMCID: PMC1234567.\n"
    )
    assert draft.evidence.sources[0].identifiers == ("DOI:10.1000/xyz", "PMID:12345678", "PMCID:PMC1234567")


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("1. A", "1"),
        ("[12] A", "12"),
        ("(3) A", "3"),
        ("³ A", "3"),
        ("[^note]: A", "^note"),
        ("2019 was", ""),
        ("1.5 mg", ""),
        ("A 1.", ""),
    ],
)  # fmt: skip
def test_label_of_a_line(line: str, label: str) -> None:
    assert label_of(line)[0] == label
