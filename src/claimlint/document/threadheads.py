"""The line that stands over a post in a thread: its number, its author and when it was written.

The forms are those of forum and mail software as exports and pastes have them (Discourse and its raw export, phpBB,
vBulletin, XenForo, Reddit, Discord), and what people write by hand ("**ann** · 3 March").
"""

from __future__ import annotations

import re

from claimlint.lazy import lazy
from claimlint.records import NamedTuple

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?"
_CLOCK = r"\d{1,2}[:.]\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?(?: (?:utc|gmt|[a-z]{3,4}))?"
_DATE = (
    rf"(?:(?:{_WEEKDAY} )?(?:\d{{4}}-\d\d-\d\d|\d{{1,2}}(?:st|nd|rd|th)?\.? {_MONTH}(?:,? \d{{4}})?"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? '?\d{{2,4}})?|\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}))"
)
_DAYTIME = rf"(?:(?:{_DATE}|today|yesterday|{_WEEKDAY}),?(?: at| @| -| ·)?[ t]{_CLOCK}z?)"
_UNIT = r"(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|wks?|weeks?|mo|months?|y|yrs?|years?)\.?"
_SHORT_AGO = rf"\d{{1,3}} ?{_UNIT}"
_AGO = rf"(?:(?:\d{{1,3}}|an?|one) ?{_UNIT} ago|just now)"
_WHEN = rf"(?:{_DAYTIME}|{_DATE}|{_AGO})"
_MEMBER = r"(?:/?u/|@)?(?:\[deleted\]|[^\W_][\w.'’-]{0,30}(?: [\w.'’()-]{1,20}){0,3}?)"
_AFTER = rf"(?:,? (?:[·•|»—–-] |on |at |\(|\[ ?)?{_WHEN} ?[)\]]?)"

_SAID = r"(?: (?:said|wrote|posted))?"

_FORMS = {
    # Discourse's raw export
    "raw": rf"NAME \| {_DAYTIME} \| NUMBER",
    # Reddit's old page: "[–]ann 12 points 3 hours ago"
    "old": rf"\[[–-]\]NAME(?:\[[A-Z, ]{{1,8}}\])? (?:-?\d{{1,5}} points? |score hidden )?(?P<when>{_AGO}).{{0,30}}",
    # phpBB: "by ann » Fri Jan 02, 2026 10:11 am"; "Posted by ann on 2 Jan 2026"; "Author: ann"
    "by": rf"(?:re: .{{0,60}} )?(?:(?:posted|post|written) )?by:? NAME(?: »|,)? ?(?:on |· |• |— )?{_WHEN}",
    "label": rf"(?:(?:posted|post|written|comment|reply|answer) by:?|from:|author:|user:) NAME{_AFTER}?",
    # "#3 ann · 2 Jan 2026", "Post #3 by ann", "Reply 2"
    "number": rf"(?:(?:post|reply|comment) )?NUMBER(?:[:.,]? (?:[·•|—–-] |by )?NAME)?{_SAID}{_AFTER}?",
    "count": rf"(?:post|reply|comment) (?P<no_count>\d{{1,4}})(?:[:.,]? (?:[·•|—–-] |by )NAME)?{_AFTER}?",
    # "ann · 3 March", "ann • 3h", "ann — 2 Jan 2026 10:11 · #3", "ann, 2 Jan 2026 10:11"
    "dot": rf"NAME ?[·•|»] ?(?:{_WHEN}|{_SHORT_AGO})(?: ?[·•|] ?NUMBER)?",
    "dash": rf"NAME(?: [—–-] |,? \(){_WHEN}\)?(?:,? (?:[·•|] ?)?NUMBER)?",
    "comma": rf"NAME(?:, | on ){_DAYTIME}(?:,? (?:[·•|] ?)?NUMBER)?",
}


def _head_pattern() -> str:
    """All forms as alternatives, each in a group of its own name, its name and number in groups of theirs."""
    alternatives = []
    for name, form in _FORMS.items():
        filled = form.replace("NAME", f"(?P<name_{name}>{_MEMBER})").replace("NUMBER", rf"#(?P<no_{name}>\d{{1,6}})")
        alternatives.append(f"(?P<{name}>{filled})")
    return "|".join(alternatives)


_HEAD = lazy(_head_pattern(), re.IGNORECASE)
_STAMP = lazy(rf"(?P<when>{_WHEN}|{_SHORT_AGO})?(?:,? ?(?:[·•|] )?#(?P<no>\d{{1,6}}))?", re.IGNORECASE)
_TIME = lazy(rf"{_DAYTIME}|{_DATE}|{_AGO}|(?<=[·•|»] ){_SHORT_AGO}", re.IGNORECASE)
_STRONG = frozenset(("raw", "old"))
"""Forms that nothing but a thread has: one such line is enough."""
_LOOSE = frozenset(("dash", "comma", "label", "by"))
"""Forms that diaries ("Berlin — 4 March") and bylines have too, unless somebody writes twice or the name stands out."""
_MARKUP = lazy(
    r"\[/?(?:b|i|u|size|color|font|h\d?|url)(?:=[^\]\n]{0,60})?\]|\*\*|__|(?<!\w)[*_](?=\w)|(?<=\w)[*_](?!\w)",
    re.IGNORECASE,
)
_NO_NAMES = frozenset(
    """
a an and answer answers appendix april at august baseline bedtime blood bloods bloodwork bottom breakfast by chapter
christmas comment comments created cycle date day days deadline december dinner dose doses due easter edit edited end
ended entry evening exercise february figure finished first friday from goal he i in infusion injection it january
july june lab labs last log lunch march may modified monday month months morning my new next night note notes november
october on original part phase physio post posted posts published question release released reply rest result results
reviewed revised run saturday second section september session she sleep snack source stack start started step study
sunday supper surgery table test tests that the they third this thursday time to today tomorrow trial tuesday update
updated updates version visit visits warning we wednesday week weeks weight workout written year years yesterday you
your
""".split()
)
"""Words that head a section or an entry of a diary and are no part of a member's name."""
_PARTICLES = frozenset("de da di van von der den la le el al bin ibn of the".split())


class Head(NamedTuple):
    """What a line over a post says. `number` is 0 and the texts are "" where it does not say."""

    line: int
    form: str
    number: int
    author: str
    time: str
    emphasised: bool = False

    @property
    def is_strong(self) -> bool:
        """Whether one such line makes a thread."""
        return self.form in _STRONG or (self.form == "number" and bool(self.author))

    @property
    def is_loose(self) -> bool:
        """Whether other texts than threads have such lines, too."""
        return self.form in _LOOSE and not self.emphasised and not self.number


def head_of(index: int, line: str) -> Head | None:
    """What the line says, if it has one of the forms."""
    text = plain(line)
    match = _HEAD.fullmatch(text)
    if match is None or match.lastgroup is None:
        return None
    form = match.lastgroup
    author = match[f"name_{form}"] or ""
    if author and not is_name(author):
        return None
    number = match[f"no_{form}"] if f"no_{form}" in match.groupdict() else None
    time = _TIME.search(text)
    at = line.find(author)
    emphasised = at > 0 and line[at - 1] in "*_]"
    return Head(index, form, int(number or 0), member(author), time[0] if time else "", emphasised)


def stamp_of(index: int, line: str) -> Head | None:
    """A line that holds nothing but a time, a post's number or both."""
    match = _STAMP.fullmatch(plain(line))
    if match is None or not (match["when"] or match["no"]):
        return None
    return Head(index, "stamp", int(match["no"] or 0), "", match["when"] or "")


def plain(line: str) -> str:
    """The line without emphasis, the hashes of a heading and the colon at its end."""
    text = _MARKUP.sub("", line) if "[" in line or "*" in line or "_" in line else line
    words = text.split()
    if words and not words[0].strip("#"):
        words = words[1:]
    return " ".join(words).rstrip(" :")


def member(name: str) -> str:
    """A member's name without what marks it as one."""
    return name.removeprefix("/").removeprefix("u/").removeprefix("@")


def is_name(name: str) -> bool:
    """Whether a member of a forum could be called so: one word, or two to four with capitals."""
    words = member(name).split()
    if name == "[deleted]":
        return True
    if not words or any(word.lower().strip(".") in _NO_NAMES for word in words):
        return False
    if len(words) > 1:
        return all(word[0].isupper() or word[0] == "(" or word in _PARTICLES for word in words)
    return any(c.isalpha() for c in name)
