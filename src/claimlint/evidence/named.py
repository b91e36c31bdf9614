"""Sources named in words: "(Marx, 2014)", "a 2014 study in Psychopharmacology", "according to the CDC"."""

from __future__ import annotations

import re
from collections.abc import Callable

from claimlint.evidence.lexicon import SourceLexicon, Words
from claimlint.evidence.model import CitationForm, SourceKind
from claimlint.lazy import lazy, words
from claimlint.records import NamedTuple

_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’.-]{0,40}"
_PARTICLE = words("et\\sal\\.? and & of the for on in de da di van von der den la le al")
_OPENING = words(
    "see e\\.g\\.,? cf\\.? also review_in reviewed_in reviewed_by adapted_from from according_to source: ref: in"
)
_PAGES = r"(?:[,:]?\s?(?:pp?\.?|ch\.?|vol\.?)?\s?\d{1,4}(?:[-–]\d{1,4})?)?"
_STUDY = words(
    "study studies trials? rct review meta-analys[ei]s metaanalysis analysis paper article report survey cohort",
    "experiment guidelines? consensus statement publication case_report preprint label position_stand",
)
_FOUND = words(
    "found finds shows? showed reports? reported demonstrated conclude[sd]? observed note[sd]? suggests? suggested",
    "describe[sd]? argue[sd]? propose[sd]? study trial review analy[sz]ed compared investigated examined measured gave",
    "tested estimated",
)
_YEAR = lazy(r"[12][09]\d\d(?!\d)")
_CAPITALS = lazy(r"[A-Z][A-Za-z]+")
_CITED = lazy(
    rf"\s{{0,2}}(?:{_OPENING}\s){{0,2}}({_CAPITAL}(?:,?\s(?:{_CAPITAL}|{_PARTICLE})){{0,10}}),?\s?"
    rf"\(?(?:19|20)\d\d[a-z]?\)?(?:,\s?(?:19|20)\d\d[a-z]?|,\s?[a-z]\b){{0,5}}{_PAGES}[*†]?\s{{0,2}}$"
)
_AUTHOR = lazy(
    rf"({_CAPITAL}(?:(?:,\s{_CAPITAL}){{0,4}},?\s(?:et\sal\.?,?|(?:and|&)\s"
    rf"(?:{_CAPITAL}|colleagues|coworkers|co-workers|others)))?(?:['’]s)?)\s?$"
)
_REPORTED = lazy(rf"\s{{0,2}}(?:(?:also|later|first|then|previously)\s)?{_FOUND}\b")
_BEFORE_AUTHOR = lazy(r"\b(?:by|from|to|of|in|see|study|trial|review)\s$")
_STUDY_AFTER = lazy(rf"[a-z]?[\s,]{{1,2}}((?:[\w'’&.-]{{1,30}}[\s,]{{1,2}}){{0,7}}?){_STUDY}\b", re.IGNORECASE)
_STUDY_BEFORE = lazy(
    rf"\b{_STUDY}\s(?:(?:was\s|were\s)?{words('published conducted done performed from in of released out')}\s?){{1,3}}"
    r"(?:[\w'’-]{1,20}\s){0,3}$",
    re.IGNORECASE,
)
_IN_YEAR = lazy(r"\b(?:in|as early as)\s$", re.IGNORECASE)
_RESEARCHERS = lazy(
    r",?\s(?:[\w'’-]{1,20}\s){0,4}?(?:researchers?|scientists|investigators|a team|a group|authors"
    r"|(?:a|one|another)\s(?:[\w-]{1,20}\s){0,4}(?:study|trial|review|paper|meta-analysis))\b",
    re.IGNORECASE,
)
_BEFORE_ET_AL = lazy(rf"{_CAPITAL}(?:\s(?:and|&)\s{_CAPITAL}|,\s{_CAPITAL}){{0,3}},?\s$")
_PROPER = lazy(
    r"(?:^|[\s(])(?!"
    + words("A An The In US UK RCT Randomi[sz]ed Meta Systematic Phase Cochrane")
    + r"\b)[A-Z][\w'’&-]+"
)
_WHOSE = lazy(rf"{_CAPITAL}(?:\set\sal\.?)?(?:['’]s|s['’])\s$")
_BARE_AUTHOR = lazy(rf"({_CAPITAL}(?:\set\sal\.?,?)?),?\s$")
_STUDY_NEAR = lazy(rf"\b(?:{_STUDY}|researchers?|scientists|authors|findings|results|research|data)\b", re.IGNORECASE)
_QUOTE = "[*_“\"‘']{0,2}"
_IN_JOURNAL = lazy(
    rf"(?:\b(?:in|by)\s(?:the\s)?(?:journals?\s)?{_QUOTE}|\bjournals?,?\s(?:the\s)?{_QUOTE}|\()(?:The\s)?$",
    re.IGNORECASE,
)
_PUBLISHED_IN = lazy(
    rf"(?:\b{words('published appeared appearing printed reported featured')}\s(?:\w{{1,12}}\s){{0,3}}in\s(?:the\s)?"
    rf"(?:journal\s)?|\bjournal,?\s){_QUOTE}$",
    re.IGNORECASE,
)
_NAME_GOES_ON = lazy(rf"(?:\s(?:of|and|the|&|in|for|on)|\s{_CAPITAL}){{0,9}}")
_SENTENCE_END = lazy(r"[.!?]\s|\n")
_NOT_AUTHORS = frozenset(
    "in since from may updated update published last version copyright approved circa photo image born founded summer "
    "spring autumn fall winter january february march april june july august september october november december jan "
    "feb mar apr jun jul aug sep sept oct nov dec the a an as until before after during by q1 q2 q3 q4 early late mid "
    "accessed retrieved posted edited created released established est season olympics episode day week month year "
    "monday tuesday wednesday thursday friday saturday sunday covid now currently this that these it then around about "
    "only my our i we".split()
)
"""First words of brackets that hold a date or an aside, not an author."""
_LOOK_BACK = 200


class Named(NamedTuple):
    """A source in words. `firm` is false for a year without journal or name, and for a body without year."""

    start: int
    end: int
    form: CitationForm
    name: str
    kind: SourceKind
    year: int = 0
    firm: bool = True


def named_sources(prose: str, lexicon: SourceLexicon, listed: Callable[[int], bool]) -> list[Named]:
    """Every source that `prose` names in words, unsorted, perhaps overlapping.

    Offsets that are `listed` lie in reference lists.
    """
    found: list[Named] = []
    seen_until = -1
    for match in _YEAR.finditer(prose):
        at = match.start()
        if at < seen_until or (at and (prose[at - 1].isalnum() or prose[at - 1] in "/.-–$€£,#")) or listed(at):
            continue
        named = _by_year(prose, at, int(match[0]))
        if named is not None:
            found.append(named)
            seen_until = named.end
    at = prose.find("et al")
    while at >= 0:
        before = _BEFORE_ET_AL.search(prose, max(0, at - 80), at)
        if before and not prose[at + 5 : at + 6].isalnum() and not listed(at):
            found.append(Named(before.start(), at + 5, "named-study", before[0].strip(" ,"), "study", firm=False))
        at = prose.find("et al", at + 5)
    found += [named for named in _by_name(prose, lexicon) if not listed(named.start)]
    return found


def _by_year(prose: str, at: int, year: int) -> Named | None:
    opening = max(prose.rfind("(", max(0, at - _LOOK_BACK), at), prose.rfind("[", max(0, at - _LOOK_BACK), at))
    if opening >= 0 and not _closed(prose, opening, at):
        closing = _closing(prose, opening, at)
        if closing > 0:
            named = _in_brackets(prose, opening, closing, at, year)
            if named is not None:
                return named
    return _study_of_year(prose, at, year)


def _closed(prose: str, opening: int, at: int) -> bool:
    mark = ")" if prose[opening] == "(" else "]"
    return prose.find(mark, opening, at) >= 0 or prose.find("\n\n", opening, at) >= 0


def _closing(prose: str, opening: int, at: int) -> int:
    return prose.find(")" if prose[opening] == "(" else "]", at, at + _LOOK_BACK)


def _in_brackets(prose: str, opening: int, closing: int, at: int, year: int) -> Named | None:
    """ "(Marx, 2014; Sripada et al., 2014)" or "Marx et al. (2014)"."""
    inside = prose[opening + 1 : closing]
    if at == opening + 1 and prose[opening] == "(":
        if len(inside) > 24:
            return None
        author = _AUTHOR.search(prose, max(0, opening - 90), opening)
        if author is None or _first_word(author[1]) in _NOT_AUTHORS:
            return None
        several = " " in author[1] and ("et al" in author[1] or " and " in author[1] or "&" in author[1])
        sure = several or author[1].endswith(("'s", "’s")) or _REPORTED.match(prose, closing + 1)
        if sure or _BEFORE_AUTHOR.search(prose, max(0, author.start() - 10), author.start()):
            return Named(author.start(), closing + 1, "author-year", author[1], "unknown", year)
        return None
    for part in inside.split(";"):
        cited = _CITED.match(part.strip())
        if cited and _first_word(cited[1]) not in _NOT_AUTHORS:
            return Named(opening, closing + 1, "author-year", cited[1], "unknown", year)
    return None


def _first_word(name: str) -> str:
    return name.split(maxsplit=1)[0].rstrip(".,'’").lower()


def _study_of_year(prose: str, at: int, year: int) -> Named | None:
    """ "a 2014 randomised trial", "a study published in 2014", "In 2014, researchers …"."""
    after = _STUDY_AFTER.match(prose, at + 4, at + 120)
    if after and not _SENTENCE_END.search(prose, at + 4, after.end() - 1):
        firm = bool(_PROPER.search(after[1]) or _WHOSE.search(prose, max(0, at - 50), at))
        kind: SourceKind = (
            "authority"
            if "uideline" in after[0] or "abel" in after[0]
            else "review"
            if "eview" in after[0] or "eta-" in after[0]
            else "study"
        )
        return Named(at, after.end(), "named-study", prose[at : after.end()], kind, year, firm)
    before = _STUDY_BEFORE.search(prose, max(0, at - 80), at)
    if before:
        return Named(before.start(), at + 4, "named-study", prose[before.start() : at + 4], "study", year, False)
    author = _BARE_AUTHOR.search(prose, max(0, at - 50), at)
    if author and _first_word(author[1]) not in _NOT_AUTHORS:
        return Named(author.start(), at + 4, "author-year", author[1], "unknown", year, False)
    if _IN_YEAR.search(prose, max(0, at - 14), at):
        researchers = _RESEARCHERS.match(prose, at + 4, at + 110)
        if researchers:
            return Named(at, researchers.end(), "named-study", prose[at : researchers.end()], "study", year, False)
    return None


def _by_name(prose: str, lexicon: SourceLexicon) -> list[Named]:
    """Journals and health bodies: one look-up a capitalised word."""
    found: list[Named] = []
    bodies, heads = lexicon.bodies, lexicon.capitals
    until = 0
    for match in _CAPITALS.finditer(prose):
        word = match[0]
        if word not in heads or match.start() < until:
            continue
        named = _journal(prose, match.start(), word, lexicon)
        if named is None and (word in bodies.single or word in bodies.phrases):
            named = _body(prose, match.start(), word, lexicon)
        if named is not None:
            found.append(named)
            until = named.end
    return found


def _length(prose: str, at: int, word: str, words: Words) -> int:
    """How many characters of `prose` a name of `words` takes at `at`; 0 for none."""
    for rest in words.phrases.get(word, ()):
        name = " ".join((word, *rest))
        if prose.startswith(name, at) and not prose[at + len(name) : at + len(name) + 1].isalnum():
            return len(name)
    return len(word) if word in words.single and not prose[at + len(word) : at + len(word) + 1].isalnum() else 0


def _journal(prose: str, at: int, word: str, lexicon: SourceLexicon) -> Named | None:
    """A journal after "in" and beside a study word: "a trial in the Journal of Physiology"."""
    length = _length(prose, at, word, lexicon.journals) or _length(prose, at, word, lexicon.journal_starts)
    back = max(0, at - 40)
    if not length:
        if word not in lexicon.common_journals or not _PUBLISHED_IN.search(prose, back, at):
            return None
        length = len(word)
    elif not _IN_JOURNAL.search(prose, back, at):
        return None
    goes_on = _NAME_GOES_ON.match(prose, at + length, at + length + 120)
    end = goes_on.end() if goes_on else at + length
    name = prose[at:end].rstrip()
    if name.endswith((" of", " and", " the", " in", " for", " on", " &")):
        name = name.rpartition(" ")[0]
    near = prose[max(0, at - 160) : at]
    start = max(near.rfind(". "), near.rfind("\n\n"))
    if not _STUDY_NEAR.search(near, max(start, 0)) and not _PUBLISHED_IN.search(prose, back, at):
        return None
    return Named(at, at + len(name), "named-study", name, "study")


def _body(prose: str, at: int, word: str, lexicon: SourceLexicon) -> Named | None:
    """A health body that is made to speak: "according to the CDC", "the NHS recommends"."""
    length = _length(prose, at, word, lexicon.bodies)
    if not length:
        return None
    end = at + length
    name = prose[at:end]
    opener = (
        " " + prose[max(0, at - 40) : at].lower().rstrip(' ("“:*_').removesuffix(" the").removesuffix(" us").rstrip()
    )
    if opener.endswith(lexicon.body_openers):
        return Named(at, end, "named-body", name, "authority", firm=False)
    words = prose[end : end + 60].replace("'s", " ").replace("’s", " ").split(None, 4)[:3]
    if any(w.rstrip(".,:;)") in lexicon.body_verbs for w in words):
        return Named(at, end, "named-body", name, "authority", firm=False)
    return None
