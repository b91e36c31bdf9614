"""Doses: from an order to a report with a slot; personal doses stay personal; tables and fields get the slot."""

from __future__ import annotations

import re

from claimlint.rewording.clauses import words_of
from claimlint.rewording.dosewords import (
    ADVISED,
    AMOUNT,
    BEST,
    DO_WELL,
    DOSE_IS,
    MORE_THAN_ONE,
    ORDERS,
    PLAIN_ORDERS,
    RECOMMEND,
    SECOND_PERSON,
    SHOULD,
    SHOULD_BE,
)
from claimlint.rewording.edits import Draft
from claimlint.rewording.model import CLINICIAN, PERSONAL_LIMIT


def reword_dose(draft: Draft) -> None:
    """Reword by what kind of dose statement the unit is; whatever is not understood gets the slot."""
    draft.want_slot()
    block = draft.document.blocks[draft.unit.block]
    kinds = {mark.value for mark in draft.request.marks.of("dose-instruction")}
    if block.kind in ("row", "header", "cell", "heading", "caption") or kinds & {"row", "field"} or not draft.tokens:
        return
    if _is_label(draft) and "personal" not in kinds:
        return
    advised = RECOMMEND.search(draft.document.prose, draft.unit.start, draft.unit.end) is not None
    if not advised and ("personal" in kinds or (not kinds and draft.tokens[0].word in ("i", "i've", "i'm"))):
        _personal(draft)
        return
    done = _order(draft) or _recommended(draft) or _dose_is(draft)
    sentence = draft.text[draft.unit.start : draft.unit.end].rstrip("*_ )]0123456789[,").endswith((".", "!"))
    if done and sentence:
        draft.tails.append(CLINICIAN)
    elif not done:
        _soften(draft)


def _soften(draft: Draft) -> None:
    """ "is recommended" -> "is sometimes recommended"; "should be taken" -> "may be taken"."""
    prose = draft.document.prose
    found = ADVISED.search(prose, draft.unit.start, draft.unit.end)
    if found:
        draft.replace(found.start(1), found.start(1), "sometimes ")
        return
    found = SHOULD_BE.search(prose, draft.unit.start, draft.unit.end)
    if found:
        draft.replace(found.start(1), found.end(1), "may")


_SURELY_ORDERS = frozenset("take add apply inject swallow drink eat".split())
"""Orders that are no nouns, as "dose" and "start" are: they open no label."""


def _is_label(draft: Draft) -> bool:
    """ "Dosage: 25–50 mg daily": a label and an amount, no verb; it takes the slot alone."""
    prose = draft.document.prose[draft.unit.start : draft.unit.end]
    head, colon, rest = prose.partition(":")
    if not colon or len(head) > 60:
        return False
    said = head.lower().split()
    if len(said) > 1 and said[0] in _SURELY_ORDERS:
        return False  # "take plain zinc: 50 mg"
    first = re.match(r"[\s*_]*([A-Za-z']+)", rest)
    return first is None or first.group(1).lower() not in ORDERS


def _personal(draft: Draft) -> None:
    """What one person takes stays told as that."""
    found = BEST.search(draft.document.prose, draft.unit.start, draft.unit.end)
    if found and AMOUNT.search(found["dose"]):
        dose = draft.text[found.start("dose") : found.end("dose")]
        if not re.search(r"\bwork|\btaking\b", dose) and draft.replace(found.start(), found.end(), f"I took {dose}"):
            draft.tails.insert(0, PERSONAL_LIMIT)
            return
    draft.tails.append(PERSONAL_LIMIT)


def _order(draft: Draft) -> bool:
    """An imperative: "A dose of 600 mg before bed is sometimes used", or "Some people start with 5 mg and …"."""
    at = _imperative(draft)
    if at is None:
        return False
    words = words_of(draft.document.prose, draft.tokens, draft.forms)
    verb = draft.tokens[at]
    opens = not draft.text[draft.unit.start : verb.start].strip(" \t*_\"'“‘(>")
    if verb.word in PLAIN_ORDERS and _single_order(draft, at) and _dose_of(draft, at, opens):
        return True
    original = draft.text[verb.start : verb.end]
    subject = "Some people " if opens and original[:1].isupper() else "some people "
    if not draft.replace(verb.start, verb.end, subject + original.lower()):
        return False
    _third_person(draft, at + 1, words.broken)
    return True


def _imperative(draft: Draft) -> int | None:
    """The order's verb: the first word, or the first after a label or an opening clause with a comma."""
    words = words_of(draft.document.prose, draft.tokens, draft.forms)
    opening = (
        "then",
        "just",
        "simply",
        "also",
        "please",
        "now",
        "next",
        "instead",
        "or",
        "and",
        "so",
        "first",
        "ideally",
        "always",
        "never",
        "only",
        "optionally",
        "usually",
        "generally",
    )
    for n, token in enumerate(draft.tokens[:24]):
        starts = n == 0 or words.broken[n] or (n <= 2 and all(draft.tokens[m].word in opening for m in range(n)))
        if starts and token.word in ORDERS and n + 1 < len(draft.tokens):
            after = draft.tokens[n + 1].word
            if after in ("is", "are", "was", "of", "should", "may", "can"):
                return None
            if n and draft.tokens[n - 1].word in ("never", "always", "not"):
                return None
            return n
    return None


def _single_order(draft: Draft, at: int) -> bool:
    """No second order, condition or reason follows that "a dose of …" could not carry."""
    rest = draft.document.prose[draft.tokens[at].end : draft.unit.end]
    return len(rest) < 120 and MORE_THAN_ONE.search(rest) is None


def _dose_of(draft: Draft, at: int, opens: bool) -> bool:
    """ "Take 600 mg before bed" -> "A dose of 600 mg before bed is sometimes used"."""
    text = draft.text
    verb = draft.tokens[at]
    amount = re.compile(r"\s+").match(text, verb.end)
    if amount is None or not AMOUNT.match(draft.document.prose, amount.end()):
        return False
    after = text[amount.end() : amount.end() + 12].lower()
    article = "A" if opens else "a"
    opening = "" if after.startswith(("a ", "an ")) else f"{article} dose of "
    if not opening:
        return False
    if not draft.replace(verb.start, amount.end(), opening):
        return False
    draft.endings = " is sometimes used"
    return True


def _third_person(draft: Draft, start: int, broken: object) -> None:
    """ "your" and "you" of an order become "their" and "they"."""
    del broken
    for n in range(start, len(draft.tokens)):
        new = SECOND_PERSON.get(draft.tokens[n].word)
        if new is None:
            continue
        if draft.tokens[n].word == "you" and draft.tokens[n - 1].word in (
            "for",
            "to",
            "with",
            "of",
            "on",
            "give",
            "gives",
            "make",
            "makes",
            "let",
            "lets",
            "help",
            "helps",
            "keep",
        ):
            new = "them"
        draft.replace_words(n, n, new)


def _recommended(draft: Draft) -> bool:
    """ "You should take 400 mg", "I recommend 5 g", "Most people do well on 5 g"."""
    prose, text = draft.document.prose, draft.text
    found = SHOULD.search(prose, draft.unit.start, draft.unit.end)
    if found and found["verb"].lower() in ORDERS:
        who = found["who"].lower()
        subject = (
            "some people"
            if who in ("you", "one", "everyone", "anyone", "most people", "people")
            else f"some {who.removeprefix('most ')}"
        )
        if text[found.start()].isupper():
            subject = subject.capitalize()
        if draft.replace(found.start(), found.end("verb"), f"{subject} {found['verb'].lower()}"):
            at = next((n for n, t in enumerate(draft.tokens) if t.start >= found.end()), len(draft.tokens))
            _third_person(draft, at, None)
            return True
    found = DO_WELL.search(prose, draft.unit.start, draft.unit.end)
    if found and AMOUNT.match(prose, found.end()):
        some = "Some" if text[found.start()].isupper() else "some"
        return draft.replace(found.start(), found.end(), f"{some} {found['people'].lower()} use ")
    found = RECOMMEND.search(prose, draft.unit.start, draft.unit.end)
    if found and (AMOUNT.match(prose, found.end()) or found["verb"]):
        some = "Some people" if found.start() == draft.unit.start else "some people"
        verb = {"taking": "take", "trying": "try"}.get((found["verb"] or "").lower(), "use")
        return draft.replace(found.start(), found.end(), f"{some} {verb} ")
    return False


def _dose_is(draft: Draft) -> bool:
    """ "The recommended dose is 5 g." -> "A dose of 5 g is sometimes used"."""
    prose = draft.document.prose
    found = DOSE_IS.match(prose[draft.unit.start : draft.unit.end])
    if not found:
        return False
    end = draft.unit.start + found.end()
    rest = prose[end : draft.unit.end]
    amount = AMOUNT.match(prose, end)
    if amount is None or re.search(r"[;:]|,\s|\b(?:but|which|although|and)\b", rest) or "between" in found.group():
        return False
    if draft.replace(draft.unit.start, end, "A dose of "):
        draft.endings = " is sometimes used"
        return True
    return False
