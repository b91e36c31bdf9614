"""Weakens a verb in place: "raises" -> "may raise", "is" -> "is reported to be", "raised" -> "reportedly raised".

What happened is told as reported: "may have raised" would doubt that somebody found it.
"""

from __future__ import annotations

from typing import Literal

from claimlint.rewording.clauses import Finite, Words
from claimlint.rewording.edits import Draft
from claimlint.rewording.words import BE_PAST, CONTRACTED_BE, CONTRACTED_DO, CONTRACTED_HAVE, is_adverb

Style = Literal["may", "reported", "thought"]

_KEEP_MODAL = frozenset("can could may might cannot can't couldn't should shouldn't must would wouldn't".split())


_CLAUSE_OPENERS = frozenset(
    "which who that whom whose when if because while although where whether since unless until".split()
)


_FREQUENCY = frozenset(
    "often usually also sometimes commonly typically generally still even only always normally frequently mainly "
    "mostly largely "
    "traditionally".split()
)


_CONSEQUENCES = frozenset("so then thus hence therefore thereby also".split())


def weaken(draft: Draft, words: Words, finites: list[Finite], which: int, style: Style = "may") -> bool:
    """Weaken one finite verb and those that share its subject. False when that verb is better left alone."""
    verb = finites[which]
    token = draft.tokens[verb.at]
    if (draft.text[token.start : token.end].isupper() and token.end - token.start > 1) or draft.text[
        token.end : token.end + 1
    ] == "_":
        return False
    if verb.kind in ("be", "have") and verb.lead < verb.at and _with_adverb(draft, words, verb):
        return True
    if _is_past(words, verb) or _is_perfect(words, verb):
        return _report(draft, words, verb)
    if draft.touched(verb.at) or any(n in draft.before for n in range(verb.lead, verb.at + 1)):
        return False
    done = _weaken_one(draft, words, verb, style)
    if done:
        for follower in _sharing_subject(draft, words, finites, which):
            _follow(draft, words, follower)
    return done


def _report(draft: Draft, words: Words, verb: Finite) -> bool:
    """ "lowered" -> "reportedly lowered", "has eased" -> "has reportedly eased"; verbs that share the subject
    stay as they are. Not beside another adverb ("reportedly significantly lowered")."""
    word = words.word(verb.at)
    auxiliary = verb.kind in ("be", "have")
    behind = auxiliary and not word.endswith(("n't", "n’t"))
    place = verb.at + 1 if behind else verb.lead
    beside = (words.word(place),) if behind else tuple(words.word(n) for n in range(place, verb.at))
    if (
        any(is_adverb(other) for other in beside)
        or verb.lead < verb.at
        or draft.touched(place)
        or place in draft.before
    ):
        return False
    if "'" in word and behind:
        return False  # "it's helped" could be "it is helped"
    if any(words.word(n) == "that" for n in range(verb.lead)):
        return False  # "they found that it reportedly helped" names the reporter twice
    draft.before[place] = "reportedly "
    return True


def _is_perfect(words: Words, verb: Finite) -> bool:
    """ "has lowered", "have been lowered": not "has effects"."""
    if verb.kind != "have":
        return False
    after = verb.at + 1
    while is_adverb(words.word(after)) and not words.broken[after]:
        after += 1
    if after >= len(words.tokens) or words.broken[after]:
        return False
    return words.word(after) == "been" or words.forms.is_form(words.word(after), "past", "participle")


def _with_adverb(draft: Draft, words: Words, verb: Finite) -> bool:
    """ "also have a benefit" -> "may also have a benefit"; "also is good" -> "may also be good"."""
    word = words.word(verb.at)
    infinitive = {"has": "have", "have": "have", "is": "be", "are": "be"}.get(word)
    if infinitive is None or words.next_in_clause(verb.at) == "not" or draft.touched(verb.at):
        return False
    draft.before[verb.lead] = "may "
    return word == infinitive or draft.replace_words(verb.at, verb.at, infinitive)


def _weaken_one(draft: Draft, words: Words, verb: Finite, style: Style) -> bool:
    if verb.kind == "be":
        return _weaken_be(draft, words, verb, style)
    if verb.kind == "have":
        return _weaken_have(draft, words, verb)
    if verb.kind == "do":
        return _weaken_do(draft, words, verb)
    if verb.kind == "modal":
        return _weaken_modal(draft, words, verb)
    base = draft.base(verb.at)
    if base is None:
        return False
    number = "is" if verb.kind == "third" else "are"
    draft.before[verb.lead] = "may " if style == "may" else f"{number} {style} to "
    draft.set_verb(verb.at, base, "base")
    return True


def _weaken_be(draft: Draft, words: Words, verb: Finite, style: Style) -> bool:
    word, at = words.word(verb.at), verb.at
    if word in CONTRACTED_BE:
        return draft.replace_words(at, at, "may not be")
    if "'" in word:
        subject = draft.text[draft.tokens[at].start : draft.tokens[at].start + word.index("'")]
        if words.next_in_clause(at) == "been":
            return draft.replace_words(at, at, f"{subject} may have")
        negated = words.next_in_clause(at) == "not"
        if words.next_in_clause(at) in _FREQUENCY:
            return draft.replace_words(at, at, f"{subject} may") and draft.insert_after(at + 1, " be")
        return draft.replace_words(at, at + negated, f"{subject} may {'not ' if negated else ''}be")
    if words.next_in_clause(at) == "not":
        # Word by word, so that "is **not** caused" keeps its emphasis.
        return draft.replace_words(at, at, "may") and draft.insert_after(at + 1, " be")
    if style != "may" and word in ("is", "are") and not is_adverb(words.next_in_clause(at)):
        return draft.replace_words(at, at, f"{word} {style} to be")
    last = at
    while words.next_in_clause(last) in _FREQUENCY:
        last += 1
    if last > at:
        # "is often reduced" -> "may often be reduced"
        return draft.replace_words(at, at, "may") and draft.insert_after(last, " be")
    return draft.replace_words(at, at, "may be")


def _weaken_have(draft: Draft, words: Words, verb: Finite) -> bool:
    word, at = words.word(verb.at), verb.at
    if word in CONTRACTED_HAVE:
        return draft.replace_words(at, at, "may not have")
    if words.next_in_clause(at) == "not":
        return draft.replace_words(at, at + 1, "may not have")
    if words.next_in_clause(at) == "to":
        return False
    return draft.replace_words(at, at, "may have")


def _weaken_do(draft: Draft, words: Words, verb: Finite) -> bool:
    word, at = words.word(verb.at), verb.at
    negated = word in CONTRACTED_DO or words.next_in_clause(at) == "not"
    last = at if word in CONTRACTED_DO or not negated else at + 1
    main = last + 1
    while is_adverb(words.word(main)):
        main += 1
    reading = words.forms.base_of(words.word(main)) if words.word(main) else None
    if reading is None or words.broken[main] or (reading[1] != "base" and words.word(main) != "have"):
        return False
    return draft.replace_words(at, last, "may not" if negated else "may")


def _weaken_modal(draft: Draft, words: Words, verb: Finite) -> bool:
    word, at = words.word(verb.at), verb.at
    if word in _KEEP_MODAL:
        return False
    if "'" in word:
        subject = word.split("'")[0]
        return draft.replace_words(at, at, "may not" if word == "won't" else f"{subject} may")
    return draft.replace_words(at, at, "may")


def _is_past(words: Words, verb: Finite) -> bool:
    word = words.word(verb.at)
    return verb.kind == "past" or word in BE_PAST or word in ("wasn't", "weren't", "did", "didn't", "had", "hadn't")


def _sharing_subject(draft: Draft, words: Words, finites: list[Finite], which: int) -> list[Finite]:
    """The verbs that follow in the same coordination and tense: "raises X, lowers Y and helps Z"."""
    shared: list[Finite] = []
    for verb in finites[which + 1 :]:
        between = {words.word(n) for n in range((shared[-1] if shared else finites[which]).at + 1, verb.lead)}
        if between & _CLAUSE_OPENERS:
            break
        before = verb.lead - 1
        if words.word(before) in _CONSEQUENCES and not words.broken[verb.lead]:
            before -= 1  # "and so inactivates"
        joined = words.word(before) in ("and", "or", "but", "then", "&") and not words.broken[before + 1]
        gap = draft.document.prose[draft.tokens[verb.lead - 1].end : draft.tokens[verb.lead].start]
        listed = gap.strip() == ","
        if not (joined or listed) or verb.kind in ("modal", "do") or _is_past(words, verb):
            break
        shared.append(verb)
    return shared


def _follow(draft: Draft, words: Words, verb: Finite) -> None:
    """Bring a coordinated verb into the form that follows "may"."""
    word = words.word(verb.at)
    if draft.touched(verb.at):
        return
    if verb.kind == "be":
        if "'" not in word:
            negated = words.next_in_clause(verb.at) == "not"
            after = words.next_in_clause(verb.at)
            if after in _CONSEQUENCES:  # "and is then common"
                draft.replace_words(verb.at, verb.at + 1, f"{after} be")
            else:
                draft.replace_words(verb.at, verb.at + negated, "not be" if negated else "be")
    elif verb.kind == "have":
        if "'" not in word and word != "have":
            draft.replace_words(verb.at, verb.at, "have")
    elif (base := draft.base(verb.at)) is not None:
        draft.set_verb(verb.at, base, "base")
