"""The edit that mends a finding, or all findings of a unit at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from claimlint.rewording.absolute import reword_absolute
from claimlint.rewording.animal import reword_animal
from claimlint.rewording.check import problems
from claimlint.rewording.claim import reword_claim
from claimlint.rewording.dose import reword_dose
from claimlint.rewording.edits import Draft
from claimlint.rewording.model import Request, Suggestion
from claimlint.rewording.slots import reword_delete, reword_remove_slot, reword_slot
from claimlint.rewording.vendor import reword_vendor

Recipe = Callable[[Draft], None]

RECIPES: Mapping[str, Recipe] = {
    "vendor": reword_vendor,
    "absolute": reword_absolute,
    "animal": reword_animal,
    "dose": reword_dose,
    "claim": reword_claim,
    "slot": reword_slot,
    "delete": reword_delete,
    "remove-slot": reword_remove_slot,
}
"""In the order in which several findings of a unit are worked in: what removes words comes before what weakens them."""

_SLOTTED = frozenset({"claim", "dose"})
"""Recipes that a slot alone can stand in for."""

_ORDER = {name: n for n, name in enumerate(RECIPES)}


def suggest(request: Request) -> Suggestion:
    """The unit reworded so that the finding is gone.

    The edits are never empty and always change the unit. A recipe this version does not know is answered with a slot.
    """
    return suggest_together((request,))


def suggest_together(requests: Sequence[Request]) -> Suggestion:
    """One coherent rewording for several findings of the same unit (the requests differ in recipe and span only).

    Raises ValueError for no request, or for requests about different units.
    """
    if not requests:
        raise ValueError("there is nothing to reword")
    if any(request.unit != requests[0].unit for request in requests):
        raise ValueError("the requests are about different units")
    ordered = sorted(requests, key=lambda request: (_ORDER.get(request.recipe, len(_ORDER)), request.span))
    return _reworded(ordered) or _as_far_as_it_holds(ordered) or _last_resort(ordered[0])


def _as_far_as_it_holds(requests: Sequence[Request]) -> Suggestion | None:
    """What several recipes made together does not hold: one after the other, as itself, as a slot, or not at all."""
    kept: list[Request] = []
    best: Suggestion | None = None
    for request in requests:
        for attempt in (request, request._replace(recipe="slot")) if request.recipe in _SLOTTED else (request,):
            if (made := _reworded([*kept, attempt])) is not None:
                kept.append(attempt)
                best = made
                break
    return best and best._replace(safe=best.safe and len(kept) == len(requests))


def _reworded(requests: Sequence[Request]) -> Suggestion | None:
    draft = Draft(requests[0])
    for request in requests:
        draft.request = request
        RECIPES.get(request.recipe, reword_slot)(draft)
    return _sound(draft)


def _sound(draft: Draft) -> Suggestion | None:
    made = draft.finish()
    return None if problems(draft.document, draft.unit, made) else made


def _last_resort(request: Request) -> Suggestion:
    """The slot alone; where one stands already, or it fits nowhere, a remark for the author. A slot just goes."""
    draft = Draft(request)
    if request.recipe == "remove-slot":
        draft.safe = False
        draft.replace(*request.span, "")
        return draft.finish()
    draft.want_slot()
    made = draft.finish()
    if made.edits and not problems(request.document, request.unit, made):
        return made
    draft = Draft(request)
    draft.safe = False
    draft.slot_elsewhere = False
    draft.replace(request.unit.end, request.unit.end, " [source needed]")
    return draft.finish()
