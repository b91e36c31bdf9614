"""Speech acts: what a unit does when it does not state something about the world.

A question, an order, a story of one's own, a plan, an opinion, a definition or a note that evidence is lacking is no
claim; each leaves a mark that says so.
"""

from __future__ import annotations

from claimlint.language.grammar import AUXILIARIES, FIRST_PERSON, QUESTION_WORDS, SUBORDINATORS, WE
from claimlint.language.model import Mark, Token
from claimlint.language.quotes import quoted_spans
from claimlint.language.unit import UnitText

OPENERS = frozenset(
    """then next now also always never simply just please first second third finally lastly secondly instead so and or
    but additionally ideally once again maybe perhaps carefully slowly gently regularly generally usually otherwise
    alternatively immediately only even still not don't do never""".split()
)
"""Words that may stand in front of an imperative verb without making it anything else."""

MOSTLY = 0.6
"""A unit is a quotation when quotation marks hold this share of it."""

LABEL_WORDS = 5
"""A run-in label ("How to use it:") has at most this many words."""


def marks(text: UnitText) -> list[Mark]:
    """The speech-act marks of one unit; each spans the unit."""
    if not text.tokens:
        return []
    found = []
    whole = (text.unit.start, text.unit.end)
    body = body_tokens(text)
    if is_question(text):
        found.append("question")
    if is_instruction(text, body):
        found.append("instruction")
    if _is_personal(body):
        found.append("personal-report")
    for value, kind in _CUES:
        if any(True for _ in text.of(f"speech:{value}")):
            found.append(kind)
    if _lacks_evidence(text):
        found.append("lack-of-evidence")
    if _is_quotation(text):
        found.append("quotation")
    if any(True for _ in text.of("attribution:person")):
        found.append("reported-speech")
    marks = [Mark(kind, *whole) for kind in dict.fromkeys(found)]
    label = label_end(text)
    if label:
        marks.append(Mark("label", text.unit.start, label))
    return marks


_CUES = (
    ("opinion", "opinion"),
    ("plan", "plan"),
    ("personal", "personal-report"),
    ("courtesy", "courtesy"),
    ("caution", "caution"),
    ("definition", "definition"),
    ("topic", "topic"),
)


def label_end(text: UnitText) -> int:
    """The end of a run-in label with its colon ("Dosing: …"), or 0."""
    start, end = text.unit.start, text.unit.end
    colon = text.document.prose.find(":", start, min(end, start + 80))
    if colon < 0 or text.lower[colon + 1 : colon + 2].strip():
        return 0
    words = sum(1 for token in text.tokens if token.end <= colon)
    rest = text.tokens[words:]
    return colon + 1 if 0 < words <= LABEL_WORDS and rest else 0


def body_tokens(text: UnitText) -> tuple[Token, ...]:
    """The tokens behind a run-in label and a list number."""
    label = label_end(text)
    return tuple(token for token in text.tokens if token.start >= label) if label else text.tokens


def is_question(text: UnitText) -> bool:
    """Whether the unit asks something."""
    if text.ends_with("?"):
        return True
    return text.block.kind == "heading" and text.tokens[0].word in QUESTION_WORDS


def is_instruction(text: UnitText, body: tuple[Token, ...]) -> bool:
    """Whether the main clause is an order: an imperative verb at its start, openers and an `if` clause aside."""
    at = 0
    while at < len(body) and body[at].word in OPENERS:
        at += 1
    if at >= len(body):
        return False
    if _orders(text, body, at):
        return True
    if body[at].word in ("if", "when", "before", "after", "once", "for", "to", "while", "until", "unless"):
        comma = text.document.prose.find(",", body[at].end, text.unit.end)
        if comma > 0:
            after = [i for i, token in enumerate(body) if token.start > comma]
            i = after[0] if after else len(body)
            while i < len(body) and body[i].word in OPENERS:
                i += 1
            return i < len(body) and _orders(text, body, i)
    return any(True for _ in text.of("speech:instruction"))


def _orders(text: UnitText, body: tuple[Token, ...], at: int) -> bool:
    token = body[at]
    if not any(m.start == token.start for m in text.of("imperative-verb")):
        return False
    # "Exercise is good", "Stress can …": the same word as a subject is followed by a finite verb.
    following = body[at + 1].word if at + 1 < len(body) else ""
    if following in AUXILIARIES and following not in ("do", "don't"):
        return False
    if following in ("and", "or") and at + 3 < len(body) and body[at + 3].word in AUXILIARIES:
        return False
    next_effect = next((m for m in text.of("effect") if at + 1 < len(body) and m.start == body[at + 1].start), None)
    return not (next_effect is not None and following.endswith("s") and not following.endswith("ss"))


def _is_personal(body: tuple[Token, ...]) -> bool:
    return any(token.word in FIRST_PERSON for token in body) or _we_did(body)


def _we_did(body: tuple[Token, ...]) -> bool:
    """"We tried …": a report of one's own; "our bodies" is not."""
    for i, token in enumerate(body[:-1]):
        if token.word == "we" and body[i + 1].word.endswith("ed") and body[i + 1].word not in ("need", "indeed"):
            return True
    return False


def _lacks_evidence(text: UnitText) -> bool:
    return any(True for _ in text.of("absent-evidence"))


def _is_quotation(text: UnitText) -> bool:
    length = max(1, text.unit.end - text.unit.start)
    return sum(end - start for start, end in quoted_spans(text)) / length >= MOSTLY


def in_clause_before(tokens: tuple[Token, ...], at: int) -> tuple[Token, ...]:
    """The tokens of the clause that ends at token `at`, back to the nearest clause opener."""
    first = at
    while first > 0 and tokens[first - 1].word not in SUBORDINATORS:
        first -= 1
    return tokens[first:at]


def speaks_as_we(body: tuple[Token, ...]) -> bool:
    """Whether the authors speak of themselves."""
    return any(token.word in WE for token in body)
