"""Short ways to say what a document holds."""

from __future__ import annotations

from claimlint.document.model import Document, Format
from claimlint.document.parse import parse


def units(text: str, name: Format = "markdown") -> list[str]:
    """The text of every unit."""
    document = parse(text, name)
    return [text[u.start : u.end] for u in document.units]


def blocks(document: Document) -> list[tuple[str, str]]:
    """Kind and text of every block."""
    return [(b.kind, document.text[b.start : b.end]) for b in document.blocks]


def regions(document: Document) -> list[tuple[str, str]]:
    """Kind and text of every region."""
    return [(r.kind, document.text[r.start : r.end]) for r in document.regions]


def links(document: Document) -> list[tuple[str, str, str]]:
    """Kind, visible text and target of every link."""
    return [(k.kind, document.text[k.text_start : k.text_end], k.target) for k in document.links]


def places(document: Document) -> list[tuple[int, int]]:
    """Line and column of every unit."""
    return [tuple(document.position(u.start)) for u in document.units]  # type: ignore[misc]
