"""Citations in every form, with their exact words; and what is none."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "form", "words"),
    [
        ("Rats slept longer [1].", "numbered", "[1]"),
        (r"Rats slept longer \[1\].", "numbered", r"[1\]"),
        ("Rats slept longer [1,2].", "numbered", "[1,2]"),
        ("Rats slept longer [1, 2; 4].", "numbered", "[1, 2; 4]"),
        ("Rats slept longer [3-5].", "numbered", "[3-5]"),
        ("Rats slept longer [3–5].", "numbered", "[3–5]"),
        ("Rats slept longer [ref. 3].", "numbered", "[ref. 3]"),
        ("Rats slept longer.¹²", "numbered", "¹²"),
        ("Rats slept longer.¹,²", "numbered", "¹,²"),
        ("Rats slept longer<sup>1</sup>.", "numbered", "<sup>1</sup>"),
        ("Rats slept longer<sup>[1]</sup>.", "numbered", "<sup>[1]</sup>"),
        ("Rats slept longer^1^.", "numbered", "^1^"),
        ("Rats slept longer.^1,2 They woke.", "numbered", "^1,2"),
        ("Rats slept longer.^[1] They woke.", "numbered", "^[1]"),
        ("Rats slept longer 【3†source】.", "numbered", "【3†source】"),
        ("Rats slept longer [^1].", "footnote", "[^1]"),
        ("Rats slept longer [^sleep-note].", "footnote", "[^sleep-note]"),
        ("Rats slept longer (Doe, 2020).", "author-year", "(Doe, 2020)"),
        ("Rats slept longer (Doe 2020).", "author-year", "(Doe 2020)"),
        (
            "Rats slept longer (Doe & Roe, 2010; Poe et al., 2014).",
            "author-year",
            "(Doe & Roe, 2010; Poe et al., 2014)",
        ),
        ("Rats slept longer (see Doe et al., 2010a, p. 12).", "author-year", "(see Doe et al., 2010a, p. 12)"),
        ("Rats slept longer [Doe et al., 2010].", "author-year", "[Doe et al., 2010]"),
        ("Doe et al. (2020) found longer sleep.", "author-year", "Doe et al. (2020)"),
        ("Doe and Roe (2020) found longer sleep.", "author-year", "Doe and Roe (2020)"),
        ("Doe and colleagues (2020) found longer sleep.", "author-year", "Doe and colleagues (2020)"),
        ("Doe (2020) found longer sleep.", "author-year", "Doe (2020)"),
        ("Rats slept longer [@doe2020].", "tag", "[@doe2020]"),
        ("Rats slept longer [see @doe2020; @roe2019, p. 3].", "tag", "[see @doe2020; @roe2019, p. 3]"),
        ("Rats slept longer {% cite doe2020 %}.", "tag", "{% cite doe2020 %}"),
        ("Rats slept longer {{cite doe2020}}.", "tag", "{{cite doe2020}}"),
        ("Rats slept longer \\cite{doe2020}.", "tag", "\\cite{doe2020}"),
        ("Rats slept longer<ref>Doe J. Title. 2020.</ref>.", "tag", "<ref>Doe J. Title. 2020.</ref>"),
        ('Rats slept longer<ref name="doe"/>.', "tag", '<ref name="doe"/>'),
        ("Rats slept longer [here].", "lost-link", "[here]"),
        ("Rats slept longer (source).", "lost-link", "(source)"),
        ("Rats slept longer (study).", "lost-link", "(study)"),
        ("Rats slept longer [link].", "lost-link", "[link]"),
        ("Rats slept longer, doi:10.1000/xyz.", "identifier", "10.1000/xyz"),
        ("Rats slept longer (PMID: 12345678).", "identifier", "PMID: 12345678"),
        ("Rats slept longer (PMC1234567).", "identifier", "PMC1234567"),
        ("The trial NCT01234567 is running.", "identifier", "NCT01234567"),
        ("A 2014 study in Psychopharmacology found longer sleep.", "named-study", "2014 study"),
        ("It was published in the Journal of Sleep Research last week.", "named-study", "Journal of Sleep Research"),
        ("The 2018 Endocrine Society guideline says so.", "named-study", "2018 Endocrine Society guideline"),
        ("A study published in 2014 found longer sleep.", "named-study", "study published in 2014"),
        ("In 2014, researchers found longer sleep.", "named-study", "2014, researchers"),
        ("Doe et al. found longer sleep.", "named-study", "Doe et al"),
        ("According to the CDC, many sleep too little.", "named-body", "CDC"),
        ("The NHS recommends seven hours.", "named-body", "NHS"),
        ("The American Heart Association recommends fish.", "named-body", "American Heart Association"),
    ],
)
def test_a_citation_and_its_exact_words(text: str, form: str, words: str, read) -> None:  # type: ignore[no-untyped-def]
    assert (form, words) in read(text + "\n").citations()


@pytest.mark.parametrize(
    "text",
    [
        "Take [1 mg] of it.",
        "He wrote it [sic] so.",
        "I changed this [edit].",
        "- [x] buy milk\n- [ ] sleep",
        "A number in [0, 1] is fine.",
        "The odds ratio was 2 (95% CI [1, 3]).",
        "Free [Ca2+] rose.",
        "It happened in [2024].",
        "We used `array[1]` and so on.",
        "```\nx = array[1]\n```",
        "The noun (12) is old.",
        "Studies show that it works.",
        "Research suggests that it works.",
        "My doctor said so.",
        "Posted in June (May 2020).",
        "It rose (since 2010) a lot.",
        "(Updated 2021)",
        "About 10^9 cells.",
        "Use 5 m² or 3 cm³ of it.",
        "It has 12 kg/m² and Ca²⁺.",
        "Area in m<sup>2</sup> and 10<sup>9</sup> cells.",
        "The FDA approved it in 2019.",
        "It was banned by the FDA.",
        "WHO is at risk?",
        "<!-- see [1] and (Doe, 2020) -->",
        "In nature, sleep is short. In science we trust.",
        "The Journal of my aunt is blue.",
        "[source needed] and [citation needed]",
        "I lost 2010 grams and 2014 calories.",
        "The year 2014 was dry.",
    ],
)
def test_what_is_no_citation(text: str, read) -> None:  # type: ignore[no-untyped-def]
    assert read(text + "\n").citations() == []


@pytest.mark.parametrize(
    ("text", "form", "kind"),
    [
        ("Rats slept [longer](https://pubmed.ncbi.nlm.nih.gov/12345678/).", "link", "study"),
        ("Rats slept [longer](https://en.wikipedia.org/wiki/Sleep).", "link", "encyclopaedia"),
        ("Rats slept [longer](https://www.nhs.uk/conditions/sleep/).", "link", "authority"),
        ("Rats slept longer: https://www.bbc.com/news/health-1", "link", "article"),
        ("Rats slept longer <https://doi.org/10.1000/xyz>.", "link", "study"),
        ("Rats slept longer [[1]](https://doi.org/10.1000/xyz).", "numbered", "study"),
        ("Rats slept longer [1](https://doi.org/10.1000/xyz).", "numbered", "study"),
        ("Rats slept longer, says [she](https://youtu.be/abc).", "link", "video"),
    ],
)
def test_links_that_are_sources(text: str, form: str, kind: str, read) -> None:  # type: ignore[no-untyped-def]
    draft = read(text + "\n")
    (citation,) = draft.evidence.citations
    assert citation.form == form
    assert [draft.evidence.sources[s].kind for s in citation.sources] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Buy [magnesium](https://www.iherb.com/pr/x/1).",
        "See [my page](/about).",
        "See [below](#dose).",
        "Ask [me](https://x.com/someone).",
        "![chart](https://site.example/chart.png)",
        "From [the paper](https://www.nytimes.com/).",
        "My [code](https://github.com/someone/tool).",
    ],
)
def test_links_that_are_no_sources(text: str, read) -> None:  # type: ignore[no-untyped-def]
    assert read(text + "\n").citations() == []


def test_html_anchor_with_the_reference_in_its_title(read) -> None:  # type: ignore[no-untyped-def]
    draft = read(
        '<p>Rats slept longer<a href="#" title="Doe J. Sleep in rats. J Examples. 2019;1:2.">(1)</a>.</p>', "html"
    )
    (citation,) = draft.evidence.citations
    source = draft.evidence.sources[citation.sources[0]]
    assert (source.kind, source.population, source.year) == ("study", "animal", 2019)


def test_html_anchor_of_class_ref(read) -> None:  # type: ignore[no-untyped-def]
    draft = read('<p>Rats slept longer<a class="ref" data-id="3">a</a>.</p>', "html")
    assert [form for form, _ in draft.citations()] == ["tag"]


def test_link_text_tells_whom_it_studied(read) -> None:  # type: ignore[no-untyped-def]
    draft = read("It works, see [longer sleep in rats](https://pubmed.ncbi.nlm.nih.gov/12345678/).\n")
    assert draft.evidence.sources[0].population == "animal"
    assert draft.evidence.sources[0].identifiers == ("PMID:12345678",)


def test_author_and_year_find_their_entry(read) -> None:  # type: ignore[no-untyped-def]
    draft = read(
        "Sleep was longer (Doe, 2019).\n\n## References\n\n"
        "- Doe J. Sleep in rats. J Ex. 2019;1:2.\n- Roe R. Food. J Ex. 2019;1:3.\n"
    )
    assert draft.evidence.citations[0].sources == (0,)


def test_a_number_without_entry_has_no_source(read) -> None:  # type: ignore[no-untyped-def]
    draft = read("Sleep was longer [7].\n")
    assert draft.evidence.citations[0].sources == ()


def test_entries_and_definitions_are_no_citations(read) -> None:  # type: ignore[no-untyped-def]
    draft = read(
        "One.[^1]\n\n## References\n\n[1] Doe J. Sleep. J Ex. 2019;1:2.\n[2] Roe (2020) found food [3].\n\n"
        "[^1]: Doe [4].\n"
    )
    assert draft.citations()[0] == ("footnote", "[^1]")
    assert not any(words in ("[1]", "[2]", "[3]") for _, words in draft.citations())


PASTED = "\n\n## References\n\n1. Doe J. Sleep. J Ex. 2019;1:2.\n2. Roe R. Food. J Ex. 2020;1:3.\n"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Sleep lowers pain.1 Food raises it,2 they say.", ["1", "2"]),
        ("Sleep lowers pain.1,2 Food raises it.2", ["1,2", "2"]),
        ("Sleep lowers pain (1). Food raises it (1, 2).", ["(1)", "(1, 2)"]),
    ],
)
def test_markers_that_a_paste_flattened(text: str, words: list[str], read) -> None:  # type: ignore[no-untyped-def]
    assert read(text + PASTED).citations() == [("numbered", word) for word in words]


@pytest.mark.parametrize(
    "text",
    [
        "Sleep lowers pain (1). Food raises it (12). Walk (14) times.",
        "See fig.1 and no.2 of the old book.",
        "Sleep lowers pain (1). Food raises it.",
    ],
)
def test_what_no_paste_flattened(text: str, read) -> None:  # type: ignore[no-untyped-def]
    assert read(text + PASTED).citations() == []


def test_flattened_markers_need_a_list_and_no_better_ones(read) -> None:  # type: ignore[no-untyped-def]
    assert read("Sleep lowers pain.1 Food raises it.2\n").citations() == []
    assert read("Sleep lowers pain (1). Food raises it (2) [1]." + PASTED).citations() == [("numbered", "[1]")]


def test_a_reference_written_out_behind_a_label(read) -> None:  # type: ignore[no-untyped-def]
    draft = read("Sleep lowers pain.\n\n*Source: Doe J. Sleep in mice. J Examples. 2019;12:3.*\n")
    (citation,) = draft.evidence.citations
    source = draft.evidence.sources[citation.sources[0]]
    assert (citation.form, source.kind, source.population, source.year) == ("named-study", "study", "animal", 2019)
    assert read("Source: a good source of iron is liver.\n").citations() == []


def test_author_and_year_without_brackets_count_when_listed(read) -> None:  # type: ignore[no-untyped-def]
    assert read("As Doe 2019 says, sleep is long." + PASTED).citations() == [("author-year", "Doe 2019")]
    assert read("As Poe 2019 says, sleep is long." + PASTED).citations() == []


def test_marks_left_by_chat_programs(read) -> None:  # type: ignore[no-untyped-def]
    draft = read("Sleep lowers pain :contentReference[oaicite:3]{index=3}. Food \ue200cite\ue202turn0search2\ue201.\n")
    assert [form for form, _ in draft.citations()] == ["numbered", "numbered"]


def test_org_links_and_wiki_links(read) -> None:  # type: ignore[no-untyped-def]
    draft = read("Rats slept [[https://doi.org/10.1000/xyz][longer]] than [[other page]].\n", "text")
    assert [form for form, _ in draft.citations()] == ["link"]


def test_bbcode_links(read) -> None:  # type: ignore[no-untyped-def]
    draft = read("Rats slept [url=https://doi.org/10.1000/xyz]longer[/url]. [b]Sleep[/b] is good.\n", "bbcode")
    assert [form for form, _ in draft.citations()] == ["link"]
