"""Template languages in a draft: Liquid, Jinja, Hugo, Jekyll, MDX, admonition fences.

They are blanked before Markdown is parsed, length for length, so that nothing inside them is taken for prose or markup.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from claimlint.document.model import Region, RegionKind

_LONGEST = 20_000
"""Characters a single template tag may take; a longer one is an opening without its end."""
_ATTRIBUTES = re.compile(r"\{(?::[^{}\n]{0,200}|[.#][\w-]{1,80}(?:[ \t][^{}\n]{0,200})?)\}")
_FENCE = re.compile(r"^[ \t]{0,12}:{3,10}[ \t]*(?:\{[^{}\n]{0,200}\}|[\w-]{0,40})", re.MULTILINE)
_MDX = re.compile(
    r"^(?:import\s[^\n]{0,300}?from\s{1,4}['\"]|import\s{1,4}['\"]|export\s{1,4}(?:const|default|function|let)\b)|</?[A-Z]\w{1,60}[\s/>]",
    re.MULTILINE,
)
_MDX_LINE = re.compile(r"^(?:import|export)\s[^\n]{0,2000}(?:\n[ \t}\])][^\n]{0,2000}){0,60}", re.MULTILINE)
_MDX_EXPRESSION = re.compile(r"\{(?:/\*[^*]{0,2000}\*/|[^{}\n]{0,500})\}")
_JSX_TAG = re.compile(r"</?[A-Za-z][\w.]{0,60}(?=[\s/>])")
_CODE = re.compile(r"^[ \t]{0,3}(`{3,}|~{3,})", re.MULTILINE)
_VISIBLE = re.compile(r"[^\r\n]")
_RAW_BLOCKS: dict[str, RegionKind] = {"highlight": "code", "comment": "comment", "code": "code", "mermaid": "code"}
_NAME = re.compile(r"[{%<\s-]{2,8}(/?[\w-]{1,40})")


class Masked(NamedTuple):
    """A text with its template tags blanked, length for length, and where they stood."""

    text: str
    regions: list[Region]


def mask(text: str) -> Masked:
    """Blank every template construct. Cheap when the text has none."""
    regions: list[Region] = []
    if "{%" in text:
        _delimited(text, "{%", "%}", regions)
    if "{{" in text:
        _delimited(text, "{{", "}}", regions)
    if "{" in text:
        regions += [Region(m.start(), m.end(), "tag") for m in _ATTRIBUTES.finditer(text)]
    if ":::" in text:
        regions += [Region(m.start(), m.end(), "tag") for m in _FENCE.finditer(text)]
    if ("<" in text or "import" in text) and _MDX.search(text):
        _mdx(text, regions)
    if not regions:
        return Masked(text, regions)
    regions = _outside_code(text, sorted(regions, key=lambda r: (r.start, -r.end)))
    return Masked(_blanked(text, regions), regions)


def _delimited(text: str, opening: str, closing: str, regions: list[Region]) -> None:
    """Tags between two-character delimiters; a `highlight` or `comment` block goes with all it holds."""
    at = text.find(opening)
    inside: tuple[str, int] | None = None
    while at >= 0:
        end = text.find(closing, at + 2)
        if end < 0:
            return
        end += 2
        if end - at > _LONGEST:
            at = text.find(opening, at + 2)
            continue
        name = _NAME.match(text, at)
        word = name[1].lower() if name else ""
        if inside is None and word in _RAW_BLOCKS and not text[at:end].rstrip("}% >").endswith("/"):
            inside = (word, at)
        elif inside is not None and word in (f"end{inside[0]}", f"/{inside[0]}"):
            regions.append(Region(inside[1], end, _RAW_BLOCKS[word.removeprefix("end").removeprefix("/")]))
            inside = None
        regions.append(Region(at, end, "tag"))
        at = text.find(opening, end)


def _mdx(text: str, regions: list[Region]) -> None:
    regions += [Region(m.start(), m.end(), "tag") for m in _MDX_LINE.finditer(text)]
    at = 0
    while (tag := _JSX_TAG.search(text, at)) is not None:
        limit = _paragraph_end(text, tag.end())
        end = _jsx_end(text, tag.end(), limit)
        at = end if end > 0 else limit
        if end > 0 and (tag[0].lstrip("</")[:1].isupper() or "{" in text[tag.end() : end]):
            regions.append(Region(tag.start(), end, "tag"))
    regions += [Region(m.start(), m.end(), "tag") for m in _MDX_EXPRESSION.finditer(text)]


_JSX_STOP = re.compile(r"[{}>\"'`]")


def _paragraph_end(text: str, at: int) -> int:
    """Where a tag must have ended at the latest, so that a broken one costs one look only."""
    blank = text.find("\n\n", at, at + _LONGEST)
    return blank if blank >= 0 else min(len(text), at + _LONGEST)


def _jsx_end(text: str, at: int, limit: int) -> int:
    """The end of a JSX tag whose name ends at `at`: quotes and braces may hold `>`. -1 if it does not end."""
    depth = 0
    while (stop := _JSX_STOP.search(text, at, limit)) is not None:
        mark, at = stop[0], stop.end()
        if mark == "{":
            depth += 1
        elif mark == "}":
            depth -= 1
        elif mark == ">":
            if depth <= 0 and text[at - 2] != "=":
                return at
        else:
            close = text.find(mark, at, limit)
            if close < 0:
                return -1
            at = close + 1
    return -1


def _outside_code(text: str, regions: list[Region]) -> list[Region]:
    """Without those that stand in a fenced code block, and without overlaps."""
    fences: list[tuple[int, int]] = []
    opened: tuple[str, int] | None = None
    for fence in _CODE.finditer(text):
        if opened is None:
            opened = (fence[1], fence.start())
        elif fence[1].startswith(opened[0]):
            fences.append((opened[1], fence.end()))
            opened = None
    if opened is not None:
        fences.append((opened[1], len(text)))
    kept: list[Region] = []
    place = last = 0
    for region in regions:
        while place < len(fences) and fences[place][1] <= region.start:
            place += 1
        if region.start >= last and not (place < len(fences) and fences[place][0] < region.end):
            kept.append(region)
            last = region.end
    return kept


def _blanked(text: str, regions: list[Region]) -> str:
    pieces: list[str] = []
    at = 0
    for start, end, _ in regions:
        pieces.append(text[at:start])
        pieces.append(_VISIBLE.sub(" ", text[start:end]))
        at = end
    pieces.append(text[at:])
    return "".join(pieces)
