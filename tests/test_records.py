"""Our named tuples against those of the standard library: the same, but for how quickly their classes are made."""

from __future__ import annotations

import copy
import pickle
import typing
from typing import Any

import pytest

from claimlint.records import NamedTuple


class Ours(NamedTuple):
    """With a method of its own."""

    start: int
    end: int
    kind: str = "word"

    def length(self) -> int:
        return self.end - self.start


class Theirs(typing.NamedTuple):
    start: int
    end: int
    kind: str = "word"


def made(*values: Any, **named: Any) -> tuple[Any, Any]:
    """A tuple of each class, or what making it raises."""
    both: list[Any] = []
    for kind in (Ours, Theirs):
        try:
            both.append(kind(*values, **named))
        except TypeError as error:
            both.append(type(error))
    return both[0], both[1]


@pytest.mark.parametrize(
    ("values", "named"),
    [((1, 2), {}), ((1,), {"end": 2}), ((1, 2, "x"), {}), ((), {"start": 1, "end": 2, "kind": "y"})],
)
def test_they_hold_the_same(values: tuple[Any, ...], named: dict[str, Any]) -> None:
    ours, theirs = made(*values, **named)
    assert ours == theirs
    assert (ours.start, ours.end, ours.kind) == (theirs.start, theirs.end, theirs.kind)
    assert repr(ours).replace("Ours", "Theirs") == repr(theirs)
    assert ours._asdict() == theirs._asdict()
    assert ours._replace(end=9) == theirs._replace(end=9)
    assert hash(ours) == hash(theirs)


@pytest.mark.parametrize(
    ("values", "named"), [((), {}), ((1, 2, "x", 4), {}), ((1, 2), {"kin": "x"}), ((1,), {"start": 1})]
)
def test_wrong_calls_are_refused(values: tuple[Any, ...], named: dict[str, Any]) -> None:
    assert made(*values, **named) == (TypeError, TypeError)


def test_wrong_fields_are_refused() -> None:
    with pytest.raises(ValueError, match="unexpected field names"):
        Ours(1, 2)._replace(stop=3)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="Expected 3 arguments, got 2"):
        Ours._make((1, 2))


def test_a_copy_is_of_the_same_class_and_has_its_methods() -> None:
    for other in (pickle.loads(pickle.dumps(Ours(3, 5))), copy.deepcopy(Ours(3, 5)), Ours._make((3, 5, "word"))):
        assert type(other) is Ours
        assert other.length() == 2


def test_they_are_matched_by_their_fields() -> None:
    match Ours(1, 2):
        case Ours(start, end, kind=kind):
            assert (start, end, kind) == (1, 2, "word")


def test_they_take_no_other_attributes() -> None:
    with pytest.raises(AttributeError):
        Ours(1, 2).other = 3  # type: ignore[attr-defined]
    with pytest.raises(AttributeError):
        Ours(1, 2).start = 3  # type: ignore[misc]
