"""Vendor links: the link or pointer removed and the sentence mended."""

from __future__ import annotations

import re

from claimlint.document.model import Link
from claimlint.lazy import lazy
from claimlint.rewording.edits import Draft
from claimlint.rewording.model import CODE_REMOVED, LINK_REMOVED, REFERENCE_REMOVED, REPLACE_SOURCE
from claimlint.rewording.words import WORD, links_between

_POINTING = frozenset(
    "here this link shop store buy order get grab now site website product page vendor seller source them it there "
    "click "
    "purchase amazon ebay iherb us eu uk global more info cart deal check out visit our see view one best also good "
    "or price the "
    "a from at on for in to and add sale start started try today learn".split()
)
"""Words that alone make up the text of a link that says nothing when it is no link any more."""

_PRICE = lazy(r"[€$£]\s?\d|\d\s?(?:€|\$|£|usd|eur)|\binr\b|\d% off", re.IGNORECASE)
_PICTURE = lazy(r"<img\b|!\[|\[img\b", re.IGNORECASE)
_WEB_NAME = lazy(r"\b[\w-]{1,60}\.(?:com|net|org|eu|shop|co|io|store)\b|https?:", re.IGNORECASE)
_NUMBER = lazy(r"\s{0,8}(?:[-*•]\s{1,4})?(?:\[?\^?\d{1,3}\]?[.):]?\s{1,8}|\[\^?[\w-]{1,30}\]:\s{0,8})?")
"""The number of an entry in a reference list."""

_CODE = lazy(
    r"(?:\s?[,;–—-]\s?|\s|\A)?(?:\(\s?)?(?:(?:and|or|but|just|please)\s)?(?:(?:use|with|enter|apply|try)\s)?"
    r"(?:(?:my|the|our|this)\s)?(?:(?:discount|coupon|promo|promotional|voucher|referral|affiliate)\s)?codes?\s?:?\s?"
    r"[\"'“*`]{0,3}[A-Z0-9][A-Za-z0-9_-]{2,20}[\"'”*`]{0,3}"
    r"(?:\s(?:for|to get|to save|and get|and save|and you get|and you save|(?:gets?|saves?|gives?) you|"
    r"at)\s[^.;,!?\n)]{1,40})?\)?",
    re.IGNORECASE,
)
_POINTS = lazy(
    r"\b(?:buy|bought|order|ordered|purchase|purchased|get|got|grab|find|found|available|sells?|sold|offers?|stocks?|"
    r"carr(?:y|ies)|ships?|shop)\b[^.;!?\n]{0,40}\Z",
    re.IGNORECASE,
)
_ONLY_POINTS = lazy(
    r"[\s*_>]{0,8}(?:please\s)?(?:you can\s)?(?:buy|order|get|grab|shop|purchase|click|visit|check out|use code|"
    r"subscribe|sign up|pick|find it|save|call|mail|available|can be bought|sold)\b",
    re.IGNORECASE,
)
_FROM_SELLER = lazy(
    r"\b(?:buy|bought|buying|order|ordered|ordering|purchase|purchased|purchasing|source|sourced)\s(?=[^\n]{2,80}\Z)"
    r"[^\n.;]{0,60}?\S(?P<from>\s(?:from|at|through|via)\s[^\n]{2,60})\Z",
    re.IGNORECASE,
)
"""What was bought, and then from whom: "ordered the powder from Northfield"."""
_GOES_ON = lazy(
    r"\s*(?:[.;!)]|\Z)|\s(?:because|if|when|and|but|so|which|since|before|after|for|as|last|every|once|twice)\s[a-z]|,\s[a-z]"
)
_LEADS_ON = lazy(
    r"\b(?:is|are|was|of|from|at|on|the|an?|my|our|your|their|with|to|by|in|via|like|than|called|named)\s?\Z",
    re.IGNORECASE,
)
"""Before a link that must leave something behind: "the brand I use is …"."""
_CLAUSE_START = lazy(r"[,;–—]\s?|\s-\s|\s(?=(?:and|but|so|which)\s)")
_CLAUSE_END = lazy(r"[;–—]|,\s(?=(?:and|but|so|which|though|although)\b)|[.!?]\s?\Z")


def reword_vendor(draft: Draft) -> None:
    """Take the way to the seller out, keep what the author says beside it."""
    draft.safe = False
    request = draft.request
    start, end = request.span
    if draft.changed_within(start, end):
        return  # another finding of the same words: the way to the seller is gone
    marks = {m.value for m in request.marks.of("vendor") if m.start < end and start < m.end}
    if request.unit.index in request.evidence.reference_units or "reference" in marks:
        _reference(draft)
        return
    if "code" in marks and _code(draft):
        return
    links = links_between(request.document, start, max(end, start + 1))
    done = False
    for link in links:
        done = _link(draft, link, points="pointer" in marks) or done
    if done:
        _uncovered(draft, links)
        return
    if _code(draft) or _pointer(draft, start, end):
        return
    _neutral(draft)


def _uncovered(draft: Draft, removed: list[Link]) -> None:
    """A claim whose only source was the seller's page needs another one."""
    request = draft.request
    index, evidence = request.unit.index, request.evidence
    cited = evidence.unit_citations[index] if index < len(evidence.unit_citations) else ()
    places = [evidence.citations[n] for n in cited]
    if places and request.marks.of("claim") and all(any(k.start <= c.start < k.end for k in removed) for c in places):
        draft.want_slot()


def _reference(draft: Draft) -> None:
    """The entry gives way to a mark; its number stays, so that the others keep theirs."""
    text = draft.text
    number = _NUMBER.match(text, draft.unit.start)
    start = number.end() if number else draft.unit.start
    if start >= draft.unit.end:
        start = draft.unit.start
    draft.replace(start, draft.unit.end, REPLACE_SOURCE)


def _link(draft: Draft, link: Link, *, points: bool) -> bool:
    """Unwrap a link whose text says something; remove one that only points, also by the words around it ("I get mine
    from [a seller's name](…)")."""
    document, text = draft.document, draft.text
    if link.start < draft.unit.start - 1 or link.start >= draft.unit.end:
        return False
    shown = text[link.text_start : link.text_end]
    bare = link.kind in ("bare", "autolink") or (link.text_start, link.text_end) == (link.start, link.end)
    host = re.sub(r"^\w+://|[/?#][\s\S]*", "", link.target).lower()
    words = [w.lower() for w in WORD.findall(document.prose[link.text_start : link.text_end])]
    names_shop = bool(shown.strip()) and re.sub(r"\W", "", shown.lower()) in re.sub(r"\W", "", host)
    says_nothing = (
        bare
        or names_shop
        or not shown.strip()
        or _PRICE.search(shown)
        or (all(w in _POINTING for w in words) and not _PICTURE.search(shown))
        or _WEB_NAME.search(shown)
    )
    start, end = max(link.start, draft.unit.start), link.end
    if not says_nothing and points:
        if not _pointer(draft, start, end):
            _neutral(draft)
        return True
    if not says_nothing:
        made = draft.replace(start, link.text_start, "")
        return draft.replace(link.text_end, end, "") or made
    before, after = text[draft.unit.start : start], text[end : draft.unit.end]
    if _sentence_only_points(before, after):
        return _whole(draft, start, end)
    if _POINTS.search(before) and _pointer(draft, start, end):
        return True
    return _remove_aside(draft, start, end) or draft.replace(start, end, LINK_REMOVED)


def _sentence_only_points(before: str, after: str) -> bool:
    words = re.findall(r"[A-Za-z']+", before + " " + after)
    plain = [w for w in words if w.lower() not in _POINTING]
    return (bool(_ONLY_POINTS.match(before)) and len(words) < 14) or (not plain and bool(words))


def _whole(draft: Draft, start: int, end: int) -> bool:
    """The unit does nothing but send readers away: a mark takes its place."""
    stop = draft.unit.end
    final = stop - 1 if draft.text[stop - 1] in ".!" else stop
    return draft.replace(draft.unit.start, max(final, end) if end <= stop else end, LINK_REMOVED) or draft.replace(
        start, end, LINK_REMOVED
    )


def _remove_aside(draft: Draft, start: int, end: int) -> bool:
    """A link that stands apart ("– [global](…)", "(shop)", "[a](…)/[b](…)") goes with what sets it apart."""
    text, low, high = draft.text, draft.unit.start, draft.unit.end
    before, after = text[low:start], text[end:high] if end < high else ""
    if _LEADS_ON.search(before):
        return False
    opened = re.search(r"\s?\(\s?\Z", before)
    closed = re.match(r"\s?\)", after)
    if opened and closed:
        return draft.replace(low + opened.start(), end + closed.end(), "") if opened.start() else False
    dash = re.search(r"\s?[–—:|/,+&-]\s?\Z|\s\Z", before)
    if (
        dash
        and len(WORD.findall(before, 0, dash.start())) > 1
        and (not after.strip(" .") or re.match(r"\s?[/,|)\[+&]", after))
    ):
        return draft.replace(low + dash.start(), end, "")
    return False


def _code(draft: Draft) -> bool:
    """Remove a discount code with what leads up to it; a sentence that says nothing else becomes a mark."""
    prose, low, high = draft.document.prose, draft.unit.start, draft.unit.end
    for found in _CODE.finditer(prose, low, high):
        if not re.search(r"[A-Z0-9]{3}", found.group()) or not re.search(r"codes?\b", found.group(), re.IGNORECASE):
            continue
        start = found.start()
        while prose[start] == " " and not draft.text[start].isspace():
            start += 1  # the end of a link is blank in the prose
        rest = (prose[low:start] + prose[found.end() : high]).strip(" .!,-–—")
        if len(rest.split()) < 2:
            stop = high - 1 if draft.text[high - 1] in ".!" else high
            return draft.replace(low, stop, CODE_REMOVED)
        end = found.end()
        return draft.replace(start, end, "") if start > low else draft.replace(start, end, CODE_REMOVED)
    return False


def _pointer(draft: Draft, start: int, end: int) -> bool:
    """A pointer in words ("but one legit vendor does offer it [here]")."""
    prose, text, low, high = draft.document.prose, draft.text, draft.unit.start, draft.unit.end
    bought = _FROM_SELLER.search(prose, max(low, start - 2), end)
    if bought and _GOES_ON.match(prose, end, high):
        return draft.replace(bought.start("from"), end, "")
    clause = low
    for found in _CLAUSE_START.finditer(prose, low, start):
        clause = found.start()
    ends = _CLAUSE_END.search(prose, end, high)
    stop = ends.start() if ends else high
    while clause > low and text[clause - 1] in " \t":
        clause -= 1
    while stop > end and text[stop - 1] in " \t":
        stop -= 1
    cut = text[clause:stop]
    if clause == low and stop >= len(text[low:high].rstrip(".! ")) + low:
        return False
    if cut.count("(") != cut.count(")") or cut.count("[") != cut.count("]"):
        return False
    if clause == low:
        return draft.replace(low, stop, REFERENCE_REMOVED)
    return draft.replace(clause, stop, "")


def _neutral(draft: Draft) -> None:
    """Nothing of the unit is left without the seller: a neutral mark."""
    stop = draft.unit.end - 1 if draft.text[draft.unit.end - 1] in ".!" else draft.unit.end
    if not draft.replace(draft.unit.start, stop, REFERENCE_REMOVED):
        draft.tails.append(REFERENCE_REMOVED)
