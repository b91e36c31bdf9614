"""Sentences that say how thin the evidence is: "the evidence for it is still preliminary", "trials are needed".

Fixed phrases ("no evidence that") are in `absence.yaml`; here are those with something in between. The adjectives are
those that the GRADE working group and Cochrane's plain language guide use of low certainty.
"""

from __future__ import annotations

from claimlint.language.model import Token

EVIDENCE = frozenset("evidence research data studies trials findings literature".split())
JOINS = frozenset("is are remains remain isn't aren't".split())
THIN = frozenset(
    """weak limited preliminary mixed thin scarce inconclusive inconsistent lacking insufficient sparse conflicting
    anecdotal unclear needed required missing""".split()
)
FIRM = frozenset("robust convincing strong conclusive consistent clear solid".split())
"""These say it behind a denial."""
DENIALS = frozenset("not isn't aren't hardly".split())
SUBJECT_REACH = 8
"""How many words may stand between the evidence and its verb."""
VERB_REACH = 4


def is_called_thin(body: tuple[Token, ...]) -> bool:
    """Whether the evidence is said to be little or weak."""
    for i, token in enumerate(body):
        if token.word in EVIDENCE:
            for j in range(i + 1, min(i + 1 + SUBJECT_REACH, len(body))):
                if body[j].word in JOINS:
                    words = [other.word for other in body[j : j + 1 + VERB_REACH]]
                    denied = not DENIALS.isdisjoint(words)
                    return not (FIRM if denied else THIN).isdisjoint(words)
    return False
