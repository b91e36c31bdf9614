"""The patterns of citation markers. Each starts with a rare character: a text without it costs one fast search."""

from __future__ import annotations

import re

from claimlint.evidence.model import CitationForm
from claimlint.lazy import lazy, words
from claimlint.records import NamedTuple

_DASH = "[-–—]"
_NUMBERS = rf"\d{{1,3}}(?:\s?(?:[,;]|{_DASH})\s?\d{{1,3}}){{0,40}}"
BRACKET = lazy(
    rf"\[(?:(?:(?:refs?\.?|cite:|sources?:?)\s?)?({_NUMBERS})[,;]?\\?\]"
    r"|\^([^\]\s]{1,60})\](?!:)"
    r"|(?:[a-z.]{2,5}\s)?-?@([\w:.#$%&+?~/-]{2,80})[^\[\]\n]{0,200}\]"
    r"|([A-Za-z][A-Za-z -]{1,24})\](?![(\[:])"
    r"|(\d{1,2}:\d\d:\d\d)\])",
    re.IGNORECASE,
)
ROUND = lazy(r"\(([A-Za-z][A-Za-z ]{2,20})\)")
CARET = lazy(rf"\^(?:\{{\(?({_NUMBERS})\)?\}}|\[?({_NUMBERS})\]?\^?)")
SUPERSCRIPT = lazy(r"[¹²³⁰⁴-⁹](?:[⁰¹²³⁴-⁹]|[ ˒,;⁻‐-—-](?=[⁰¹²³⁴-⁹])){0,20}(?![⁺⁻\w])")
HTML = lazy(
    rf"<(?:sup\b[^<>]{{0,160}}>\s?(?:<a\b[^<>]{{0,300}}>\s?)?[\[(]?({_NUMBERS})[\])]?\s?(?:</a>\s?)?(?:</sup>)"
    r"|(ref)\b[^<>]{0,160}(?:/>|>([^<]{0,2000}(?:<(?!/?ref\b)[^<]{0,500}){0,8})</ref>)"
    r"|(cite)\b[^<>]{0,160}>[^<]{0,300}</cite>"
    r"|(a)\s[^<>]{0,200}?class=[\"'][^\"'<>]{0,80}?\b(?:ref|reference|citation|cite|footnote|fn)\b"
    r"[^<>]{0,300}>[^<]{0,200}</a>)",
    re.IGNORECASE,
)
TEMPLATE = lazy(
    r"\{(?:%-?\s{0,4}(?:cite|citep|citet|citation|fn|footnote|ref)\s{1,4}([^%{}]{1,200}?)\s{0,4}-?%\}"
    r"|\{[<%]?\s{0,4}(?:cite|citation|r|ref|sfn|efn|cite[ _]\w{2,20})(?:\s{1,4}|\|)([^{}]{1,500})\}\})",
    re.IGNORECASE,
)
LATEX = lazy(r"\\(?:(?:paren|auto|text|foot|super)?cite[pt]?)\*?(?:\[[^\]\n]{0,60}\]){0,2}\{([^{}\n]{1,200})\}")
ANNOUNCED = lazy(r"[ \t*_(\[]{0,6}(?:sources?|refs?|references?|citations?):[ \t*_]{1,4}([^\n]{8,400})", re.IGNORECASE)
MACHINE = lazy(
    r"【(\d{1,3})[^】\n]{0,60}】|:?contentReference\[oaicite:(\d{1,3})\](?:\{[^{}\n]{0,40}\})?"
    r"|\ue200?cite\ue202?turn\d{1,2}[a-z]{4,8}(\d{1,3})(?:\ue202turn\d{1,2}[a-z]{4,8}\d{1,3}){0,8}\ue201?"
)
NUMERIC_TEXT = lazy(rf"\s*[\[(^]{{0,2}}\s?({_NUMBERS})\s?[\])]{{0,2}}\s*|\s*([¹²³⁰⁴-⁹]{{1,6}})\s*")
_RANGE = lazy(rf"(\d{{1,3}})(?:\s?({_DASH})\s?(\d{{1,3}}))?")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_INTERVAL = lazy(r"(?:\bCIs?|\binterval|\brange[ds]?|\bbetween|\bin|∈|=|\bfrom)[\s:=,;]{0,3}$", re.IGNORECASE)
_UNIT_BEFORE = lazy(
    rf"(?<![^\W\d_]){words('m cm mm km ft in kg g s sec nm dm yd mi R r x y I χ chi χ2 H CO O Ca Mg Na K Fe Zn C')}$"
)
_MAX_RANGE = 40


class Marker(NamedTuple):
    """A marker as it stands in the text, before its sources are looked up."""

    start: int
    end: int
    form: CitationForm
    labels: tuple[str, ...] = ()
    inner: tuple[int, int] = (0, 0)
    """The span of a reference written inside the marker (`<ref>…</ref>`)."""


def numbers(text: str) -> tuple[str, ...]:
    """The labels of "1,3-5", each once; none when one of them cannot be an entry (0, or a range upside down)."""
    labels: list[str] = []
    for first, _, last in _RANGE.findall(text.translate(_SUPERSCRIPTS)):
        low, high = int(first), int(last or first)
        if low == 0 or high < low or high - low > _MAX_RANGE:
            return ()
        labels += [str(number) for number in range(low, high + 1)]
    return tuple(dict.fromkeys(labels))


def is_interval(text: str, start: int) -> bool:
    """Whether "[1, 10]" at `start` is announced as an interval: "95% CI [1, 10]"."""
    return _INTERVAL.search(text, max(0, start - 16), start) is not None


def is_exponent(text: str, start: int) -> bool:
    """Whether a raised number at `start` belongs to a unit, a number or a formula: "10^9", "kg/m²", "Ca²⁺"."""
    if not start:
        return True
    before = text[start - 1]
    if before.isspace():
        # " ^1,2" after a closed sentence is a marker; "3 ^2" is a power.
        return text[max(0, start - 4) : start].rstrip()[-1:] not in (".", "!", "?", ")", "”", '"')
    if not before.isalpha():
        return before.isdigit() or before in "/=+-·×^({"
    return _UNIT_BEFORE.search(text, max(0, start - 6), start) is not None
