"""Headings and flattened tables of a plain text, told by the look of a line and of its neighbours."""

from __future__ import annotations

from claimlint.document.outline import has_finite_verb
from claimlint.document.textlines import Line
from claimlint.lazy import lazy

_TRAILING_MARKERS = lazy(r"(?<![\s¹²³⁰⁴-⁹])(?:\s*(?:\[[\d,;\s–-]{1,40}\]|[¹²³⁰⁴-⁹])){1,45}$")
_LONGEST = 90
_MOST_WORDS = 12
_LABEL_WORDS = 6
_FEW_WORDS = 3
"""A label of so many words needs no capitals to head a list ("Side effects:")."""
_CELL = 60
_FEWEST_CELLS = 6
_PLAIN = frozenset(("text", "section", "numbered"))


def find_cells(lines: list[Line]) -> dict[int, int]:
    """Lines of tables that a paste flattened to one cell a line, each with a number for its table."""
    cells: dict[int, int] = {}
    run: list[int] = []
    table = 0
    blank_before = True
    for index, line in enumerate(lines):
        if not line.text:
            blank_before = True
            continue
        alone = blank_before and (index + 1 == len(lines) or not lines[index + 1].text)
        blank_before = False
        if alone and _is_cell(line):
            run.append(index)
            continue
        if len(run) >= _FEWEST_CELLS:
            cells.update(dict.fromkeys(run, table))
            table += 1
        run = []
    if len(run) >= _FEWEST_CELLS:
        cells.update(dict.fromkeys(run, table))
    return cells


def _is_cell(line: Line) -> bool:
    text = line.text
    return line.kind == "text" and len(text) <= _CELL and text[-1] not in ".!?,;:" and not _is_address(text)


def _is_address(text: str) -> bool:
    return "://" in text or text.startswith("www.")


def find_headings(lines: list[Line], cells: dict[int, int]) -> dict[int, int]:
    """Index and level of every line that heads what follows it; a pseudo-heading has level 6."""
    headings: dict[int, int] = {}
    shown = [i for i, line in enumerate(lines) if line.kind not in ("blank", "image")]
    for place, index in enumerate(shown):
        line = lines[index]
        if index in cells:
            continue
        following = shown[place + 1] if place + 1 < len(shown) else -1
        if line.kind == "hash":
            headings[index] = min(line.number, 6)
        elif line.kind in _PLAIN and following >= 0:
            ruled = lines[following].kind == "rule" and following == index + 1
            if ruled and len(line.text) <= 120 and len(lines[following].text) * 3 >= len(line.text):
                headings[index] = {"=": 1, "-": 2, "~": 3, "^": 4}.get(lines[following].text[0], 2)
            elif _is_heading(lines, index, shown[place - 1] if place else -1, following):
                headings[index] = 6
    return headings


def _is_heading(lines: list[Line], index: int, before: int, after: int) -> bool:
    line, following = lines[index], lines[after]
    if not _looks_like_title(line, first=before < 0):
        return False
    if following.kind in ("chrome", "rule"):
        return False
    if line.kind == "numbered" and _is_in_list(lines, line, before, after):
        return False
    above = lines[before] if before >= 0 and before == index - 1 else None
    before_list = after == index + 1 and following.kind in ("bullet", "numbered")
    if above is not None and above.kind == "text" and not _closes(above):
        return False
    if before_list:
        return above is None or above.kind != "text" or line.text[-1] == ":" or len(line.text) <= 40
    if above is not None and above.kind == "text":
        return _is_title_block(lines, index)
    if after > index + 1 or line.kind == "section" or line.text.isupper():
        return True
    if len(following.text) > 60 and len(following.text) > 1.5 * len(line.text) and len(line.text) <= 60:
        return True
    return _is_title_block(lines, index)


def _closes(line: Line) -> bool:
    """Whether the line ends a sentence or is a title itself, so that a title may follow without a blank line."""
    return line.text[-1] in ".!?])" or _looks_like_title(line, first=False)


def _is_title_block(lines: list[Line], index: int) -> bool:
    """Whether the line stands in a block of two to four lines that all look like titles."""
    first = index
    while first > 0 and lines[first - 1].text and index - first < 4:
        first -= 1
    last = index
    while last + 1 < len(lines) and lines[last + 1].text and last - index < 4:
        last += 1
    return 1 < last - first + 1 <= 4 and all(_looks_like_title(lines[at], first=False) for at in range(first, last + 1))


def _is_in_list(lines: list[Line], line: Line, before: int, after: int) -> bool:
    """Whether the numbered line has a numbered neighbour: then it is an item, not a section."""
    neighbour = lines[after]
    if neighbour.kind == "numbered" and neighbour.number == line.number + 1:
        return True
    above = lines[before] if before >= 0 else None
    return above is not None and above.kind == "numbered" and above.number == line.number - 1


def _is_title_case(words: list[str]) -> bool:
    """Whether most of the longer words begin with a capital, of six words at most."""
    long = [word for word in words if len(word) > 3]
    return len(words) <= _LABEL_WORDS and 2 * sum(word[0].isupper() for word in long) > len(long)


def _looks_like_title(line: Line, *, first: bool) -> bool:
    text = line.text
    if len(text) > _LONGEST or _is_address(text):
        return False
    text = _TRAILING_MARKERS.sub("", text)
    if not text:
        return False
    words = text.split()
    if len(words) > _MOST_WORDS:
        return False
    last = text[-1]
    if last in ".,;…!" and not (last == "." and (first or line.kind == "section") and ". " not in text[:-1]):
        return False
    if ". " in text and line.kind == "text":
        return False
    opening = next((c for c in text if c.isalnum()), "")
    if not opening or opening.islower():
        return False
    if last == ":":
        return (len(words) <= _FEW_WORDS or _is_title_case(words)) and not has_finite_verb(text)
    if last == "?":
        return line.kind != "text" or len(words) <= 8
    return line.kind == "section" or not has_finite_verb(text)
