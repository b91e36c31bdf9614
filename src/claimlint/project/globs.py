"""Patterns in .gitignore syntax, matched as git matches them and in bounded time.

Not `pathspec`: it turns patterns into regular expressions, and `*a*a*a*a*b` in the .gitignore of a repository that
nobody has vetted then takes minutes for one long file name. Here a name of n characters and a pattern of m take n*m
steps at worst. It also costs no import.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from claimlint.records import NamedTuple

POSIX: dict[str, Callable[[str], bool]] = {
    "alnum": str.isalnum, "alpha": str.isalpha, "digit": str.isdigit, "lower": str.islower, "upper": str.isupper,
    "space": str.isspace, "punct": lambda c: 32 < ord(c) < 127 and not c.isalnum(), "print": str.isprintable,
    "graph": lambda c: c.isprintable() and c != " ", "blank": lambda c: c in " \t",
    "cntrl": lambda c: ord(c) < 32 or ord(c) == 127, "xdigit": lambda c: c in "0123456789abcdefABCDEF",
}  # fmt: skip
STAR = "*"
"""Any characters of one name; as a whole segment of a pattern, `DEEP`, any folders."""
DEEP = "**"


class Class(NamedTuple):
    """`[a-z]`: characters, ranges and named sets; `negated` for `[!a-z]`."""

    ranges: tuple[tuple[str, str], ...]
    named: tuple[str, ...]
    negated: bool

    def holds(self, char: str) -> bool:
        found = any(low <= char <= high for low, high in self.ranges) or any(POSIX[name](char) for name in self.named)
        return found != self.negated


Token = str | Class
"""A literal character, `?` as an empty string, `STAR`, or a class."""
ANY = ""


class Pattern(NamedTuple):
    """One line of an ignore file: the segments of the path that it matches, each ready to compare."""

    segments: tuple[tuple[Token, ...] | str, ...]
    """A segment without wildcards is a plain string; `DEEP` stands for any number of folders."""
    anchored: bool
    folders_only: bool
    negated: bool

    def matches(self, parts: Sequence[str], *, is_folder: bool) -> bool:
        """Whether the path with these parts, below the ignore file's folder, is meant."""
        if self.folders_only and not is_folder:
            return False
        return _segments_match(self.segments, parts if self.anchored else parts[-1:])


class Patterns(NamedTuple):
    """The patterns of one folder, weakest first."""

    patterns: tuple[Pattern, ...]

    def verdict(self, relative: str, *, is_folder: bool) -> bool | None:
        """Whether a path (relative, with `/`) is ignored; None when no pattern says anything of it."""
        parts = relative.split("/")
        for pattern in reversed(self.patterns):
            if pattern.matches(parts, is_folder=is_folder):
                return not pattern.negated
        return None

    def excludes(self, relative: str, *, is_folder: bool) -> bool:
        """Whether a path or a folder that it is in is ignored."""
        parts = relative.split("/")
        above = ("/".join(parts[:i]) for i in range(1, len(parts)))
        if any(self.verdict(folder, is_folder=True) for folder in above):
            return True
        return bool(self.verdict(relative, is_folder=is_folder))


def compile_patterns(lines: Iterable[str]) -> Patterns:
    """The patterns of an ignore file. A line that makes no sense matches nothing, as in git."""
    return Patterns(tuple(pattern for line in lines if (pattern := compile_pattern(line)) is not None))


def compile_pattern(line: str) -> Pattern | None:
    """One line; None for a comment, a blank line, and a pattern that can match nothing."""
    line = line.rstrip("\r\n")
    shorter = line.rstrip(" ")
    line = line[: len(shorter) + 1] if shorter.endswith("\\") else shorter  # "\ " is a space of the name
    if not line or line.startswith("#"):
        return None
    negated = line.startswith("!")
    line = line[1:] if negated else line
    folders_only = line.endswith("/")
    line = line[:-1] if folders_only else line
    anchored = "/" in line
    names = _names(line.removeprefix("/"))
    if names is None or not all(names):
        return None
    names = [DEEP if anchored and len(name) > 1 and not name.strip("*") else name for name in names]
    if names[-1] == DEEP and anchored:
        names[-1:] = [STAR, DEEP]  # `a/**` is what is in the folder, and not the folder itself
    segments = [DEEP if anchored and name == DEEP else _segment(name) for name in names]
    if any(segment is None for segment in segments):
        return None
    return Pattern(tuple(segment for segment in segments if segment is not None), anchored, folders_only, negated)


def _names(line: str) -> list[str] | None:
    """The names between the slashes; None when a class does not end. A slash in a class separates nothing."""
    if "[" not in line and "\\" not in line:
        return line.split("/")
    names = [""]
    at = 0
    while at < len(line):
        end = at + 1
        if line[at] == "[":
            parsed, end = _class(line, at + 1)
            if parsed is None:
                return None
        elif line[at] == "\\" and end < len(line):
            at += line[end] == "/"  # an escaped slash is a slash
            end += 1
        if line[at] == "/":
            names.append("")
        else:
            names[-1] += line[at:end]
        at = end
    return names


def _segment(name: str) -> tuple[Token, ...] | str | None:
    """The tokens of a name, or the name itself when it has no wildcards; None when it makes no sense."""
    if not any(sign in name for sign in "*?[\\"):
        return name
    tokens: list[Token] = []
    at = 0
    while at < len(name):
        char = name[at]
        at += 1
        if char == "*":
            if not tokens or tokens[-1] != STAR:
                tokens.append(STAR)
        elif char == "?":
            tokens.append(ANY)
        elif char == "\\":
            if at == len(name):
                return None
            tokens.append(_literal(name[at]))
            at += 1
        elif char == "[":
            parsed, at = _class(name, at)
            if parsed is None:
                return None
            tokens.append(parsed)
        else:
            tokens.append(char)
    return tuple(tokens)


def _literal(char: str) -> Token:
    """A character that would be a sign if it were not escaped."""
    return Class(((char, char),), (), False) if char == "*" else char


def _class(name: str, at: int) -> tuple[Class | None, int]:
    """The class that begins behind the bracket before `at`, and where it ends; None when it does not end."""
    negated = name[at : at + 1] in ("!", "^") and at < len(name)
    at += negated
    ranges: list[tuple[str, str]] = []
    named: list[str] = []
    first = at
    while at < len(name):
        char = name[at]
        if char == "]" and at > first:
            return Class(tuple(ranges), tuple(named), negated), at + 1
        if name.startswith("[:", at):
            end = name.find("]", at + 2)
            if end > at + 2 and name[end - 1] == ":":
                if name[at + 2 : end - 1] not in POSIX:
                    return None, at
                named.append(name[at + 2 : end - 1])
                at = end + 1
                continue
        low, at = _class_char(name, at)
        high = low
        if name.startswith("-", at) and at + 1 < len(name) and name[at + 1] != "]":
            high, at = _class_char(name, at + 1)
        ranges.append((low, max(low, high)))  # of a range that runs backwards git takes the first character
    return None, at


def _class_char(name: str, at: int) -> tuple[str, int]:
    """A character of a class, and what follows it; a backslash makes the next one plain."""
    if name[at] == "\\" and at + 1 < len(name):
        at += 1
    return name[at], at + 1


def _segments_match(segments: Sequence[tuple[Token, ...] | str], parts: Sequence[str]) -> bool:
    """The path's parts against the pattern's segments. Only the last `DEEP` need be tried again: it can take whatever
    an earlier one could."""
    at = place = 0
    deep = retry = -1
    while place < len(parts):
        if at < len(segments) and segments[at] == DEEP:
            deep, retry = at, place
            at += 1
        elif at < len(segments) and _name_matches(segments[at], parts[place]):
            at, place = at + 1, place + 1
        elif deep >= 0:
            retry += 1
            at, place = deep + 1, retry
        else:
            return False
    return all(segment == DEEP for segment in segments[at:])


def _name_matches(tokens: tuple[Token, ...] | str, name: str) -> bool:
    """One name against one segment, by the same method."""
    if isinstance(tokens, str):
        return tokens == name
    at = place = 0
    star = retry = -1
    while place < len(name):
        if at < len(tokens) and tokens[at] == STAR:
            star, retry = at, place
            at += 1
        elif at < len(tokens) and _char_matches(tokens[at], name[place]):
            at, place = at + 1, place + 1
        elif star >= 0:
            retry += 1
            at, place = star + 1, retry
        else:
            return False
    return all(token == STAR for token in tokens[at:])


def _char_matches(token: Token, char: str) -> bool:
    return token.holds(char) if isinstance(token, Class) else token in (char, ANY)
