"""Front matter: the block of settings before the draft itself."""

from __future__ import annotations

from claimlint.lazy import lazy

_BLANK_LINES = lazy(r"(?:[ \t\u200b\ufeff]{0,40}(?:\r\n?|\n)){0,50}")
_OPEN = lazy(r"(---|\+\+\+)[ \t]*(?:\r\n|\r|\n)")
_CLOSE = {
    "---": lazy(r"(?:^|(?<=[\r\n]))(?:---|\.\.\.)[ \t]*(?=[\r\n]|$)"),
    "+++": lazy(r"(?:^|(?<=[\r\n]))\+\+\+[ \t]*(?=[\r\n]|$)"),
}
_SETTING = lazy(r"[ \t]*(?:#|-[ \t]|[\"']?[\w.$-]{1,80}[\"']?[ \t]*[:=]|$)")
_JSON_OPEN = lazy(r"\{[ \t]*[\r\n]\s{0,80}\"")
_JSON_CLOSE = lazy(r"[\r\n]\}[ \t]*(?=[\r\n]|$)")


def front_matter(text: str) -> tuple[int, int]:
    """Where the front matter stands; (0, 0) if there is none. YAML, TOML and JSON, after blank lines too."""
    blank = _BLANK_LINES.match(text)
    start = blank.end() if blank else 0
    opening = _OPEN.match(text, start)
    if opening is not None:
        closing = _CLOSE[opening[1]].search(text, opening.end())
        if closing is not None and _is_settings(text, opening.end(), closing.start()):
            return start, closing.end()
    elif _JSON_OPEN.match(text, start):
        closing = _JSON_CLOSE.search(text, start)
        if closing is not None:
            return start, closing.end()
    return 0, 0


def _is_settings(text: str, start: int, end: int) -> bool:
    """Two horizontal rules with prose between them are no front matter: the first line must be a setting."""
    line = start
    while line < end and text[line] in "\r\n \t":
        line += 1
    return line >= end or _SETTING.match(text, line, end) is not None
