"""DOI, PMID, PMCID, NCT and ISRCTN numbers."""

from __future__ import annotations

import pytest

from claimlint.evidence.identifiers import identifiers


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("see doi:10.1000/xyz123.", "DOI:10.1000/xyz123", "10.1000/xyz123"),
        ("(https://doi.org/10.1016/S01(05)0001-1)", "DOI:10.1016/S01(05)0001-1", "10.1016/S01(05)0001-1"),
        ("PMID: 12345678, next", "PMID:12345678", "PMID: 12345678"),
        ("pubmed.ncbi.nlm.nih.gov/12345678/", "PMID:12345678", "pubmed.ncbi.nlm.nih.gov/12345678"),
        ("PMC1234567", "PMCID:PMC1234567", "PMC1234567"),
        ("PMCID: PMC1234567;", "PMCID:PMC1234567", "PMCID: PMC1234567"),
        ("registered as NCT01234567", "NCT:NCT01234567", "NCT01234567"),
        ("ISRCTN12345678", "ISRCTN:ISRCTN12345678", "ISRCTN12345678"),
    ],
)  # fmt: skip
def test_one_identifier_with_its_span(text: str, name: str, words: str) -> None:
    (found,) = identifiers(text)
    assert found.name == name
    assert text[found.start : found.end] == words


@pytest.mark.parametrize("text", ["10.5 mg", "version 10.1000", "PMIDs", "aPMC1234567", "NCT123", "PMC12"])
def test_what_is_no_identifier(text: str) -> None:
    assert identifiers(text) == []
