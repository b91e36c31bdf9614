"""Identifiers of papers and trials: DOI, PMID, PMCID, NCT and ISRCTN numbers."""

from __future__ import annotations

from claimlint.lazy import lazy
from claimlint.records import NamedTuple

# Crossref's published pattern for modern DOIs; the end is trimmed by hand because it admits sentence punctuation.
_DOI = lazy(r"10\.\d{4,9}/[^\s\"'<>\[\]{}|\\^`*]{1,120}")
_PMID = lazy(r"[Pp][Mm][Ii][Dd]s?[:\s#]{0,3}(\d{4,9})(?!\d)")
_PUBMED = lazy(r"pubmed(?:\.ncbi\.nlm\.nih\.gov|\.gov)?/(\d{4,9})(?!\d)")
_PMC = lazy(r"PMC(?:ID)?:?\s?(?:PMC)?(\d{3,9})(?!\d)")
_NCT = lazy(r"NCT(\d{8})(?!\d)")
_ISRCTN = lazy(r"ISRCTN\s?(\d{8})(?!\d)")
_PATTERNS = (
    ("10.", "DOI", _DOI),
    ("pmid", "PMID", _PMID),
    ("pubmed", "PMID", _PUBMED),
    ("PMC", "PMCID", _PMC),
    ("NCT", "NCT", _NCT),
    ("ISRCTN", "ISRCTN", _ISRCTN),
)


class Identifier(NamedTuple):
    """Where one stands, and its name: "PMID:30579760", "PMCID:PMC7240001"."""

    start: int
    end: int
    name: str


def identifiers(text: str, start: int = 0, end: int | None = None) -> list[Identifier]:
    """All identifiers in a stretch of text, by position."""
    end = len(text) if end is None else end
    found: list[Identifier] = []
    for gate, label, pattern in _PATTERNS:
        if gate == "pmid":
            if all(text.find(form, start, end) < 0 for form in ("PMID", "pmid", "Pmid", "PMId")):
                continue
        elif text.find(gate, start, end) < 0:
            continue
        for match in pattern.finditer(text, start, end):
            at = match.start()
            if at > start and text[at - 1].isalnum():
                continue
            if label == "DOI":
                doi = _trimmed(match[0])
                found.append(Identifier(at, at + len(doi), f"DOI:{doi}"))
            else:
                found.append(Identifier(at, match.end(), _name(label, match[1])))
    found.sort()
    return found


def _name(label: str, number: str) -> str:
    if label == "PMCID":
        return f"PMCID:PMC{number}"
    return f"{label}:{number}" if label == "PMID" else f"{label}:{label}{number}"


def _trimmed(doi: str) -> str:
    """Without the punctuation of the sentence; a closing bracket stays with its opening one."""
    while doi and (doi[-1] in ".,;:!?*_" or (doi[-1] == ")" and doi.count("(") < doi.count(")"))):
        doi = doi[:-1]
    return doi
