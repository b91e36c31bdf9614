"""Patterns from prepared codes are those that `re.compile` makes."""

from __future__ import annotations

import re
from typing import Any

import pytest

from claimlint import lazy as module
from claimlint.lazy import lazy, prepare, use_prepared

PREPARED = prepare()


@pytest.fixture(autouse=True)
def nothing_prepared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_prepared", {})


def compiled_anew(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The patterns that are compiled from now on."""
    seen: list[Any] = []
    compile_ = re.compile

    def noted(source: Any, flags: int = 0) -> Any:
        seen.append(source)
        return compile_(source, flags)

    monkeypatch.setattr(re, "compile", noted)
    return seen


def test_every_folder_of_the_linter_has_prepared_patterns() -> None:
    from claimlint.document import chrome, frontmatter
    from claimlint.evidence import named
    from claimlint.rewording import dosewords

    known = {source for _, _, source in PREPARED}
    for place in (chrome, named, dosewords):
        assert any(getattr(value, "pattern", None) in known for value in vars(place).values()), place.__name__
    assert {fence.pattern for fence in frontmatter._CLOSE.values()} <= known, "patterns in dictionaries count too"
    assert len(known) > 200


@pytest.mark.parametrize("key", PREPARED, ids=lambda key: repr(key[2])[:40])
def test_a_prepared_pattern_equals_the_compiled_one(key: tuple[bool, int, Any]) -> None:
    _, flags, source = key
    rebuilt, compiled = module._from_code(source, PREPARED[key]), re.compile(source, flags)
    assert rebuilt == compiled  # flags, code words and source
    assert rebuilt.groups == compiled.groups
    assert rebuilt.groupindex == compiled.groupindex


def test_groups_keep_their_names_and_numbers() -> None:
    source = r"(?P<amount>\d+)\s?(mg|(?P<drops>drops?))"
    rebuilt = module._from_code(source, module._code_of(source, re.IGNORECASE))
    match = rebuilt.fullmatch("5 DROPS")
    assert match is not None
    assert (match.groupdict(), match.groups(), match.lastgroup) == (
        {"amount": "5", "drops": "DROPS"}, ("5", "DROPS", "DROPS"), None,
    )  # fmt: skip


def test_what_is_prepared_is_not_compiled_again(monkeypatch: pytest.MonkeyPatch) -> None:
    use_prepared(PREPARED)
    anew = compiled_anew(monkeypatch)
    _, flags, source = next(iter(PREPARED))
    lazy(source, flags).search(b"" if isinstance(source, bytes) else "")
    assert not anew
    assert lazy("not prepared").search("it is not prepared")
    assert anew == ["not prepared"]


@pytest.mark.parametrize("code", [b"", b"abc", bytes(8), b"\xff" * 16], ids=repr)
def test_a_damaged_code_is_compiled_again(code: bytes) -> None:
    use_prepared({(False, 0, "mg|g"): (32, code, 0, {}, (None,))})
    found = lazy("mg|g").search("5 mg")
    assert found is not None
    assert found.group() == "mg"


def test_a_python_that_tells_no_codes_compiles_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "all_patterns", lambda: [("a", 0)])
    monkeypatch.setattr(module, "_code_of", lambda source, flags: (_ for _ in ()).throw(AttributeError("_code")))
    assert prepare() == {}
