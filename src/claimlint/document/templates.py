"""Template languages in a draft: Liquid, Jinja, Hugo, Jekyll, MDX, Obsidian, admonition fences.

They are blanked before Markdown is parsed, length for length, so that nothing inside them is taken for prose or markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimlint.document.model import Region, RegionKind
from claimlint.lazy import lazy
from claimlint.records import NamedTuple

_LONGEST = 20_000
"""Characters a single template tag may take; a longer one is an opening without its end."""
_ATTRIBUTES = lazy(r"\{(?::[^{}\n]{0,200}|[.#][\w-]{1,80}(?:[ \t][^{}\n]{0,200})?)\}")
_FENCE = lazy(r":::{1,8}[^\n]{0,200}$", re.MULTILINE)
_MDX_MODULE = lazy(
    r"^(?:import\s[^\n]{0,300}?from\s{1,4}['\"]|import\s{1,4}['\"]|export\s{1,4}(?:const|default|function|let)\b)",
    re.MULTILINE,
)
_COMPONENT = lazy(r"</?[A-Z]\w{1,60}[\s/>]")
_MDX_LINE = lazy(r"^(?:import|export)\s[^\n]{0,2000}(?:\n[ \t}\])][^\n]{0,2000}){0,60}", re.MULTILINE)
_MDX_EXPRESSION = lazy(r"\{[^{}\n]{0,500}\}")
_JSX_TAG = lazy(r"</?[A-Za-z][\w.]{0,60}(?=[\s/>])")
_CODE = lazy(r"^[ \t]{0,3}(`{3,}|~{3,})", re.MULTILINE)
_VISIBLE = lazy(r"[^\r\n]")
_SOLID = lazy(r"[^\s]")
_NEIGHBOURS = 20
"""Template tags on one line that are looked past; a line of more is taken to hold words."""
_RAW_BLOCKS: dict[str, RegionKind] = {"highlight": "code", "comment": "comment", "code": "code", "mermaid": "code"}
_NAME = lazy(r"[{%<\s-]{2,8}(/?[\w-]{1,40})")
_TAG = lazy(r"\{%")
_OUTPUT = lazy(r"\{\{")
_COMMENTS = (
    ("{/*", lazy(r"\{/\*"), "*/}"),  # MDX
    ("{#", lazy(r"\{#-?(?=\s)"), "#}"),  # Jinja, Twig, Nunjucks; `{#name}` is an attribute
    ("%%", lazy(r"(?:^|(?<=\s))%%(?=[^%\d])", re.MULTILINE), "%%"),  # Obsidian
    ("{::comment}", lazy(r"\{::comment\}"), "{:/comment}"),  # kramdown
)
"""What must be in a text with such comments, how one begins, and how it ends."""

_ADMONITION = lazy(
    r"^[ \t]{0,12}((?:!!!|\?\?\?\+?)[ \t]{1,4}[\w-]{1,40}[^\n]{0,200})\n(?=[ \t]{0,12}(?:    |\t))", re.MULTILINE
)


class Masked(NamedTuple):
    """A text with its template tags blanked, length for length, and where they stood.

    `notes` holds the offsets of MkDocs admonitions: they are written as list items there, so that the indented text
    under them is not taken for code.
    """

    text: str
    regions: list[Region]
    notes: frozenset[int] = frozenset()


def mask(text: str) -> Masked:
    """Blank every template construct. Cheap when the text has none."""
    regions: list[Region] = []
    for sign, opening, closing in _COMMENTS:
        if sign in text:
            regions += [Region(start, end, "comment") for start, end in _pairs(text, opening, closing)]
    if "{%" in text:
        _delimited(text, _TAG, "%}", regions)
    if "{{" in text:
        _delimited(text, _OUTPUT, "}}", regions)
    if "{" in text:
        regions += [Region(m.start(), m.end(), "tag") for m in _ATTRIBUTES.finditer(text)]
    if ":::" in text:
        regions += [Region(m.start(), m.end(), "tag") for m in _FENCE.finditer(text) if _opens_line(text, m.start())]
    if _is_mdx(text):
        _mdx(text, regions)
    notes: list[int] = []
    if "!!! " in text or "??? " in text or "???+ " in text:
        notes = [m.start(1) for m in _ADMONITION.finditer(text)]
        regions += [Region(m.start(1), m.end(1), "tag") for m in _ADMONITION.finditer(text)]
    if not regions:
        return Masked(text, regions)
    regions = _outside_code(text, sorted(regions, key=lambda r: (r.start, -r.end)))
    return Masked(_blanked(text, regions, frozenset(notes)), regions, frozenset(notes))


def _opens_line(text: str, at: int) -> bool:
    """Whether nothing but blanks stands before `at` on its line."""
    while at > 0 and text[at - 1] in " \t":
        at -= 1
    return at == 0 or text[at - 1] in "\r\n"


def _delimited(text: str, opening: re.Pattern[str], closing: str, regions: list[Region]) -> None:
    """Tags between two-character delimiters; a `highlight` or `comment` block goes with all it holds."""
    inside: tuple[str, int] | None = None
    for at, end in _pairs(text, opening, closing):
        name = _NAME.match(text, at)
        word = name[1].lower() if name else ""
        if inside is None and word in _RAW_BLOCKS and not text[at:end].rstrip("}% >").endswith("/"):
            inside = (word, at)
        elif inside is not None and word in (f"end{inside[0]}", f"/{inside[0]}"):
            regions.append(Region(inside[1], end, _RAW_BLOCKS[word.removeprefix("end").removeprefix("/")]))
            inside = None
        regions.append(Region(at, end, "tag"))


def _pairs(text: str, opening: re.Pattern[str], closing: str) -> Iterator[tuple[int, int]]:
    """The stretches from an opening to the next closing, unless they are too long. Looks at every character once."""
    at, close = 0, -1
    while (start := opening.search(text, at)) is not None:
        at = start.end()
        if close < at:
            close = text.find(closing, at)
        if close < 0:
            return
        if close - start.start() <= _LONGEST:
            at = close + len(closing)
            yield start.start(), at


def _is_mdx(text: str) -> bool:
    """Whether the draft imports or exports modules or uses a component: braces are code then."""
    if _COMPONENT.search(text):
        return True
    modules = "\nimport " in text or "\nexport " in text or text.startswith(("import ", "export "))
    return modules and _MDX_MODULE.search(text) is not None


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


_JSX_STOP = lazy(r"[{}>\"'`]")


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


def _blanked(text: str, regions: list[Region], notes: frozenset[int]) -> str:
    """The text with every region filled: with spaces where it stands alone on its lines or is a link's target, with
    letters where words stand beside it, because spaces at the start or end of a line mean something to Markdown."""
    pieces: list[str] = []
    at = 0
    for place, (start, end, _) in enumerate(regions):
        pieces.append(text[at:start])
        if start in notes:
            pieces.append("-".ljust(end - start))
        else:
            alone = _is_alone(text, regions, place) or text[start - 1 : start] == "("
            pieces.append((_VISIBLE if alone else _SOLID).sub(" " if alone else "x", text[start:end]))
        at = end
    pieces.append(text[at:])
    return "".join(pieces)


def _is_alone(text: str, regions: list[Region], place: int) -> bool:
    """Whether nothing but blanks and other regions stand on the lines of a region."""
    start, end, _ = regions[place]
    return _only_regions(text, regions, place, start, -1) and _only_regions(text, regions, place, end, 1)


def _only_regions(text: str, regions: list[Region], place: int, at: int, step: int) -> bool:
    for _ in range(_NEIGHBOURS):
        while 0 <= (spot := at if step > 0 else at - 1) < len(text) and text[spot] in " \t":
            at += step
        if not 0 <= spot < len(text) or text[spot] in "\r\n":
            return True
        place += step
        if not 0 <= place < len(regions):
            return False
        neighbour = regions[place]
        if (neighbour.start if step > 0 else neighbour.end) != at:
            return False
        at = neighbour.end if step > 0 else neighbour.start
    return False
