"""What holds for every text: nothing raises, every span lies in the text, every index means something."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from steps import lines_run

PIECES = st.sampled_from(
    [
        "[1]", "[1,2]", "[3-5]", "[0, 1]", "[", "]", "(", ")", "^1^", "^", "¹²", "<sup>1</sup>", "<ref>", "</ref>",
        "[^a]", "[^a]: note", "(Doe, 2020)", "Doe et al. (2020)", "2014 study in Nature", "[here]", "(source)",
        "# References", "References", "1. Doe J. A. 2019;1:2.", "2. Roe R. PMID: 12345678", "- item",
        "| a | Refs |", "|---|---|", "| b | 1-2 |", "https://doi.org/10.1000/x",
        "[x](https://a.example/products/y?ref=z)", "<a href='#fn1' title='Doe 2019 in rats'>1</a>",
        "according to the CDC", "They also found", "This effect", "Dosing: a.", "\n", "\n\n", " ", ". ",
        "{% cite a %}", "\\cite{a}", "【1†x】", "\u00a0", "İ", "\x00", "Sleep lowers pain", "> quoted",
        "**Bold** [1]", "    code [1]", "`[1]`",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=300)


@given(text=TEXTS, format=st.sampled_from(["markdown", "text", "html", "bbcode"]))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text(text: str, format: str, read) -> None:  # type: ignore[no-untyped-def]  # noqa: A002
    draft = read(text, format)
    evidence, units = draft.evidence, draft.document.units
    assert len(evidence.links) == len(draft.document.links)
    assert len(evidence.coverage) == len(evidence.unit_citations) == len(units)
    last = 0
    for citation in evidence.citations:
        assert last <= citation.start < citation.end <= len(text)
        last = citation.end
        assert all(0 <= source < len(evidence.sources) for source in citation.sources)
    for source in evidence.sources:
        assert 0 <= source.start <= source.end <= len(text)
    for coverage in evidence.coverage:
        assert coverage is None or (coverage.citations and max(coverage.citations) < len(evidence.citations))
    placed = [index for indexes in evidence.unit_citations for index in indexes]
    assert sorted(placed) == sorted(set(placed))
    assert all(0 <= unit < len(units) for unit in evidence.reference_units)


@pytest.mark.parametrize(
    "piece",
    [
        "[1", "[[", "(", "(Doe, ", "<ref>", "<sup>", "<a class='ref' ", "^", "¹ ", "{% cite ", "\\cite{", "【1",
        "2014 ", "Doe et al ", "a [1]\n\n# References\n\n1. Doe. J. 2019;1:2.\n\n", "(Doe, 2019) ",
        "[1] ", "Journal of ", "1. A 2019;1:2\n", "[^a]: b\n\n",
        "- Doe 2019 https://a.example/b\n", "| 1 | 2 |\n", "References\n\n", "10.1000/",
        "https://a.example/x ", "https://a.example/x\n\n", "- [a](https://a.example/b/c)\n", "- - ",
        "[a](b) ", "They also ", "\n\n## A [1]\n\n- b\n", "Sources: [1]\n\n- b\n\n", "CDC says ", "a. ", "(here) ",
        "aaaa ", "Links:\n\n[1] aaa bbb\n\n", "Sources:\n\n- aaa bbb\n\n", "# Links\n\n[1] aaa\n\n", "[a]: b\n",
        "Further reading\n\naaa bbb\n\n", "1. aaa\n\nSources\n\n",
    ],
)  # fmt: skip
def test_work_grows_with_the_text_and_not_faster(piece: str, lexicon) -> None:  # type: ignore[no-untyped-def]
    from claimlint.document.parse import parse
    from claimlint.evidence.gather import gather

    def work(size: int) -> int:
        document = parse(piece * (size // len(piece)), "markdown")
        return lines_run(lambda: gather(document, lexicon), "/evidence/")

    work(1_000)  # patterns are compiled at their first use
    small, large = work(2_000), work(8_000)
    assert large < 4.2 * small, (small, large)
