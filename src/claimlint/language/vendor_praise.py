"""Links to an unknown site that the words right before them make a seller's: "the magnesium I take is from [Calmwell]",
"Top pick: [Calmwell]", "At [Calmwell], our gummies …".

An unknown address may as well be a blog's or a tool's, so what stands behind the link must be named as goods.
"""

from __future__ import annotations

from bisect import bisect_left

from claimlint.document.model import Link
from claimlint.language.model import Mark
from claimlint.language.unit import UnitText
from claimlint.language.vendor_words import GOODS
from claimlint.lazy import lazy

CUES = frozenset(
    """i i've i'm we we've my our their brand brands pick picks choice product price overall value under affordable
    cheap cheapest both""".split()
)
"""A sentence that makes a link a seller's holds one of these."""
US = frozenset(("our", "we"))
WORN = frozenset("glasses mask lamp light pad mat ring monitor blanket pillow mattress panel filter purifier".split())
NO_GOODS = frozenset(
    """data recipe recipes article articles guide guides book books podcast tool tools app apps chart image idea quote
    advice protocol list template website blog study paper video course newsletter calculator method
    definition""".split()
)
"""With these, what is taken, liked or used is no product."""
WARES = lazy(
    r"\bour\s(?:[\w-]{2,16}\s){0,3}(?:meals?|products?|supplements?|formulas?|range|blends?|capsules|gummies|powders?"
    r"|teas?|oils?|serums?|creams?|kits?|vitamins|peptides|tinctures?|bars|shakes?)\b"
    r"|\bwe\s(?:only\s|also\s|proudly\s)?(?:sell|stock|ship|craft|formulate)\b"
)
USED_FROM = lazy(
    r"\b(?:i|we)(?:['’](?:ve|m|re|d))?\s(?:\w{2,10}\s){0,2}(?:take|taking|takes|use|using|used|wear|drink|bought|ordered"
    r"|recommend|like|love|trust|prefer)\b[^.;:?]{0,60}?\b(?:from|by|brand)\s\W{0,3}$"
)
"""Right before the link: "I take the magnesium from"."""
USED_IS = lazy(
    r"\b(?:i|we)\s(?:\w{2,10}\s){0,2}(?:take|use|wear|drink|bought|ordered|recommend|like|love|prefer)\s(?:is|are|was)\s(?:from\s|by\s)?\W{0,3}$"
)
USING = lazy(
    r"\b(?:(?:i|we)(?:['’](?:ve|m|re|d))?\s(?:\w{2,10}\s){0,2}(?:take|taking|use|using|wear|wearing|drink|bought|ordered"
    r"|recommend|like|love)|(?:try|get|take)\s(?:their|our))\s\W{0,3}$"
)
"""Before a link whose own words name goods: "I've been using [these capsules]"."""
BRAND = lazy(
    r"\b(?:brands?|sold\s(?:as|by|under\sthe\s(?:brand\s)?name))\s(?:is\s|are\s|called\s|named\s|of\s)?\W{0,3}$"
)
PICK = lazy(
    r"^\W{0,6}(?:(?:our|my|the|best|top|editor['’]?s|budget|runner[\s-]up|recommended|favou?rite)\s(?:[\w-]{2,12}\s){0,2}"
    r"(?:picks?|choice|overall|value|brand|product|supplement)|brand|product|price)\W{0,4}:[\W\d]{0,14}$"
)
"""A label that makes a link a product: "**Best overall:**", "Brand:"."""
BARGAIN = lazy(r"\b(?:affordable|cheap(?:er|est)?|inexpensive|best\sprices?)\b[^.;:?]{0,40}\s(?:at|from)\s\W{0,3}$")
REFERRAL = lazy(r"\bwe(?:['’]ll)?\sboth\sget\b|\bboth\sof\sus\sget\b")
AFTER_AT = 4
"""Characters between "at" and the link: a space, a bracket, an emphasis."""
BEFORE = 120
"""Characters before a link that can say what it is."""


def praised(text: UnitText) -> list[Mark]:
    """The `vendor` marks of links to unknown sites that the unit's own words make a seller's."""
    if text.words.isdisjoint(CUES):
        return []
    links = text.document.links
    at = bisect_left(links, text.unit.start, key=lambda link: link.start)
    found = []
    while at < len(links) and links[at].start < text.unit.end:
        link, known = links[at], text.evidence.links[at]
        at += 1
        if known.kind != "unknown" or known.why.startswith("listed") or not link.target.startswith(("http", "www.")):
            continue
        if _sells(text, link):
            found.append(Mark("vendor", link.start, link.end, "link"))
    return found


def _sells(text: UnitText, link: Link) -> bool:
    """Whether the words before the link call it goods, or the seller speaks himself."""
    before = text.lower[max(text.unit.start, link.start - BEFORE) : link.start]
    words = text.words
    if PICK.search(before) or BRAND.search(before) or BARGAIN.search(before):
        return NO_GOODS.isdisjoint(words)
    goods = "health:substance" in text.kinds or not GOODS.isdisjoint(words) or not WORN.isdisjoint(words)
    if (
        (goods or "one" in words)
        and NO_GOODS.isdisjoint(words)
        and (USED_FROM.search(before) or USED_IS.search(before))
    ):
        return True
    named = text.lower[link.text_start : link.text_end].split()
    if named and (named[-1] in GOODS or named[-1] in WORN or named[-1] == "formula") and USING.search(before):
        return True
    if REFERRAL.search(text.lower, link.end, text.unit.end):
        return True
    house = text.tokens[0].word == "at" and link.start <= text.tokens[0].end + AFTER_AT and not US.isdisjoint(words)
    return house and WARES.search(text.lower, link.end, text.unit.end) is not None
