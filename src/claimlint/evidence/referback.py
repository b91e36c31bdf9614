"""Words by which a sentence says that it goes on about the one before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimlint.document.model import Unit

_STUDY = (
    r"(?:stud(?:y|ies)|trials?|papers?|authors?|researchers?|scientists|investigators|team|group|review|reviews|meta-analys[ei]s|analys[ei]s|experiments?|reports?|survey|work"
    r"|results?|findings?|data|evidence|effects?|outcomes?|participants|subjects|volunteers|patients|placebo|improvements?|benefits?|reductions?|increases?|differences?|changes?|associations?|correlations?)"
)
_TO_STUDY = re.compile(
    r"[\W_]*(?:(?:also|further(?:more)?|moreover|however|interestingly|importantly|notably|additionally|in addition|similarly|specifically|overall|but|and|yet|again),?\s)?"
    r"(?:(?:the|this|that|these|those|both|their|its|another)\s(?:same|latter|former|two|three|lead|first|second|other)?\s?" + _STUDY.replace("|effects?|outcomes?", "").replace("|improvements?|benefits?|reductions?|increases?|differences?|changes?|associations?|correlations?", "").replace("|evidence", "").replace("|patients", "")
    + r"|(?:in|from|during|at the end of|throughout|by the end of|within)\s(?:the|this|that|these|those|both|the same|another)\s(?:same\s|latter\s)?(?:study|studies|trials?|papers?|experiments?|review|meta-analysis|analysis|survey|report)"
    r"|(?:they|it|he|she|researchers|the authors|authors)\s(?:also\s|further\s|then\s|later\s|even\s|only\s)?(?:found|finds|find|reported|reports|report|showed|shows|noted|notes|concluded|concludes|observed|observes|measured|suggested|discovered|estimated|wrote|writes|argue|argues|argued|recommended|saw|compared|tested|looked|examined|analy[sz]ed)"
    r"|participants|subjects|volunteers|the placebo group|the control group|the treatment group|those (?:who|in the)\s)\b",
    re.IGNORECASE,
)
_BACK = re.compile(r"[\W_]*(?:(?:and|but|so|also|in turn|thus|hence|therefore|all|both|all of|one of|most of|some of|each of),?\s)?(?:this|these|that|those|such|the (?:same|latter|former|resulting|above))\b(?!\s(?:said|being said|time|is where|is why we|article|post|page|guide|blog|section|chapter|week|year|month|morning|day|days)\b)", re.IGNORECASE)
_LABEL = re.compile(r"[\W_]*[^\W\d_][\w /&,()'’-]{0,48}:\s")


def refers_to_study(prose: str, start: int, end: int) -> bool:
    """"They also found …", "The same study …", "In that trial …"."""
    return _TO_STUDY.match(prose, start, end) is not None


def refers_back(prose: str, start: int, end: int) -> bool:
    """"This effect …", "These …": the thing spoken of before. A bare "It" or "They" may start a new claim and is not enough."""
    return _BACK.match(prose, start, end) is not None


def is_label_line(prose: str, units: Sequence[Unit]) -> bool:
    """Whether a paragraph starts with a label of its own: "Dosing: …"."""
    return bool(units) and _LABEL.match(prose, units[0].start, min(units[0].end, units[0].start + 60)) is not None
