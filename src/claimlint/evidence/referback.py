"""Words by which a sentence says that it goes on about the one before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimlint.document.model import Unit
from claimlint.lazy import lazy, words

_OPENING = (
    r"[\W_]*(?:"
    + words("also further(?:more)? moreover however interestingly importantly notably additionally in_addition")
    + r",?\s|"
    + words("similarly specifically overall but and yet again")
    + r",?\s)?"
)
_POINTING = words("the this that these those both their its another the_same")
_STUDY = words(
    "stud(?:y|ies) trials? papers? authors? researchers? scientists investigators team group reviews? meta-analys[ei]s",
    "analys[ei]s experiments? reports? survey work results? findings? data participants subjects volunteers placebo",
)
_SEEN = words(
    "finds? found reports? reported shows? showed notes? noted concludes? concluded observes? observed measured",
    "suggested discovered estimated writes? wrote argues? argued recommended saw compared tested looked examined",
    "analy[sz]ed",
)
_DURING = words("in from during throughout within at_the_end_of by_the_end_of")
_WHO = words("they it he she researchers the_authors authors")
_LINKS = words("and but so also in_turn thus hence therefore all both all_of one_of most_of some_of each_of")
_TO_STUDY = lazy(
    _OPENING
    + "(?:"
    + rf"{_POINTING}\s(?:{words('same latter former two three lead first second other')}\s)?{_STUDY}"
    + rf"|{_DURING}\s{_POINTING}\s(?:(?:same|latter)\s)?{_STUDY}"
    + rf"|{_WHO}\s(?:{words('also further then later even only')}\s)?{_SEEN}"
    + rf"|they\salso\s{words('complained experienced lost gained slept felt rated performed scored ate')}"
    + "|participants|subjects|volunteers|those (?:who|in the)"
    + r")\b",
    re.IGNORECASE,
)
_WORK = words("stud(?:y|ies) trials? papers? experiments? reviews? meta-analys[ei]s analys[ei]s surveys? cohorts?")
_IN_STUDY = lazy(
    r"\b(?:in|of|from|during)\s(?:this|that|the\ssame|these|those|both)\s(?:(?:same|two|latter)\s)?" + _WORK + r"\b",
    re.IGNORECASE,
)
_OUTCOME = words(
    "effects? benefits? differences? reductions? improvements? increases? associations? correlations? gains? changes?"
)
_HELD = words(
    "was were is are did does had disappeared lasted held seemed appeared became persisted vanished remained faded grew"
)
_BACK = lazy(
    rf"[\W_]*the\s(?:same\s)?{_OUTCOME}\s{_HELD}\b|"
    rf"[\W_]*(?:{_LINKS},?\s)?(?:this|these|that|those|such|the (?:same|latter|former|resulting|above))\b(?!\s"
    # "That said", "this week", "this article" point at the text or the calendar, not at what was said.
    # "This makes it ideal for …" is the author's own conclusion.
    + words(
        "said being_said time is_where is_why_we article post page guide blog section chapter week year month makes"
    )
    + r"\b)(?!\s(?:morning|days?)\b)",
    re.IGNORECASE,
)
_CAPTION = lazy(r"[\W_]*(?:table|tab\.|sources?|data|adapted|based on|figures? from|from)\b", re.IGNORECASE)
_LABEL = lazy(r"[\W_]*[^\W\d_][\w /&,()'’-]{0,48}:\s")


def refers_to_study(prose: str, start: int, end: int) -> bool:
    """ "They also found …", "The same study …", "… was rare in that trial"."""
    return _TO_STUDY.match(prose, start, end) is not None or _IN_STUDY.search(prose, start, end) is not None


def refers_back(prose: str, start: int, end: int) -> bool:
    """ "This effect …", "These …": what was spoken of before. "It" and "They" may start a new claim: not enough."""
    return _BACK.match(prose, start, end) is not None


def is_caption(prose: str, start: int, end: int) -> bool:
    """Whether a paragraph beside a table is its caption: "Table 1. …", "Source: …"."""
    return _CAPTION.match(prose, start, end) is not None


def is_label_line(prose: str, units: Sequence[Unit]) -> bool:
    """Whether a paragraph starts with a label of its own: "Dosing: …"."""
    return bool(units) and _LABEL.match(prose, units[0].start, min(units[0].end, units[0].start + 60)) is not None
