"""What lines look like: bullets, labels, pseudo-headings. Shared by the Markdown and the plain-text reader."""

from __future__ import annotations

from claimlint.lazy import lazy

BULLET = lazy(
    r"[ \t\u00a0]*(?:(?P<sure>[•●◦▪■□○‣∙·➤➢►▶✓✔✅❌✗☑★☆⭐🔹🔸👉])[ \t\u00a0\ufe0f]*(?=\S)"
    r"|(?P<tight>[*+-])(?=[^\W\d_][^*\n]{0,200}$|[^\W\d_][^*\n]{0,200}[\r\n])"
    r"|(?P<dash>[–—])[ \t\u00a0]{0,4}(?=[^\W_]))",
)
"""A bullet that Markdown does not know: `•`, or a star or dash set directly before the word."""

_HASHES = lazy(r"(#{1,6})(?=[^\s#])[^\n#]{1,120}")
_WORD = lazy(r"[^\W_][\w’'-]*")
_VERBS = frozenset(
    """
is are was were be been am has have had does do did can could may might must shall should will would increases
increase increased reduces reduced decreases decreased causes caused helps helped improves improved lowers lowered
raises raised boosts boosted prevents prevented supports supported shows showed shown contains works worked makes made
makes leads led means meant gets got goes went takes took gives gave becomes became seems seemed need needs it's
that's there's don't doesn't isn't aren't can't won't didn't i'm you're i've enhances enhanced promotes inhibits
inhibited binds bind acts modulates regulates contain include includes included follow follows stimulates protects
provides occurs remains requires
""".split()
)
_HEADING_WORDS = 12
_HEADING_LENGTH = 100


def hash_heading(text: str, start: int, end: int) -> int:
    """The level of a heading written without its space ("##Dosing"), 0 if the line is none. One `#` needs two words,
    or it would take every hashtag."""
    match = _HASHES.match(text, start, end)
    if match is None or "#" in text[match.end() : end].rstrip("# \r\n\t"):
        return 0
    level = len(match[1])
    return level if level > 1 or " " in text[start:end].strip() else 0


def has_finite_verb(line: str) -> bool:
    """Whether a common finite verb stands in the line: headings seldom have one. "How to increase" has none."""
    before = ""
    for word in _WORD.findall(line):
        lowered = word.lower().replace("’", "'")
        if lowered in _VERBS and before != "to":
            return True
        before = lowered
    return False


def is_title_text(line: str) -> bool:
    """Whether bold text alone on its line reads like a heading rather than an emphasised sentence."""
    line = line.strip(" \t\r\n*_:")
    if not line or len(line) > _HEADING_LENGTH or line.endswith((".", "…", ",", ";")):
        return False
    words = len(_WORD.findall(line))
    if line.endswith("!"):
        return words <= 5
    return 0 < words <= _HEADING_WORDS
