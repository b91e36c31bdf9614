"""Profiles: what is told about a bad one, and that the built-in one fits the rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimlint.errors import ClaimlintError
from claimlint.language.kinds import known_kinds
from claimlint.lexicons.build import marks_of
from claimlint.project.review.model import Profile
from claimlint.project.review.profile import load_profile, profile_names
from claimlint.rules.pack import builtin_folder, load_pack, rule_files

GOOD = """\
id: mine
summary: For a test.
groups:
  now: {title: Now, about: At once.}
  later: {title: Later, about: Some day.}
signs:
  - {name: dose, rules: [unsourced-dose], group: now, verdict: hold, reason: a dose}
otherwise:
  error: {group: now, verdict: edit}
  warning: {group: later, verdict: edit}
  info: {group: later, verdict: publish}
"""


def load(tmp_path: Path, text: str) -> Profile:
    path = tmp_path / "mine.yaml"
    path.write_text(text, encoding="utf-8")
    return load_profile(str(path))


def test_a_profile_of_ones_own(tmp_path: Path) -> None:
    profile = load(tmp_path, GOOD)
    assert (profile.id, [group.title for group in profile.groups]) == ("mine", ["Now", "Later"])
    assert [(sign.name, sign.verdict, sign.at_least, sign.reply) for sign in profile.signs] == [
        ("dose", "hold", 1, "wording")
    ]
    assert [(severity, sign.verdict) for severity, sign in profile.otherwise] == [
        ("error", "edit"),
        ("warning", "edit"),
        ("info", "publish"),
    ]


def test_folders_of_rules_are_found_from_the_profile(tmp_path: Path) -> None:
    (tmp_path / "house").mkdir()
    assert load(tmp_path, GOOD + "rule-paths: [house]\n").rule_paths == (str(tmp_path / "house"),)


@pytest.mark.parametrize(
    ("change", "line", "message"),
    [
        (("verdict: hold", "verdict: hol"), 7, 'signs.0.verdict: "hol" cannot stand here; did you mean "hold"?'),
        (
            ("group: now, verdict: hold", "group: nwo, verdict: hold"),
            7,
            'signs.0.group: "nwo" cannot stand here; did you',
        ),
        (("reason: a dose", "reasons: a dose"), 7, 'signs.0.reasons: unknown key; did you mean "reason"?'),
        (("reason: a dose", "reason: a dose, at-least: 0"), 7, "signs.0.at-least: must be a number from 1"),
        (("reason: a dose", "reason: a dose, reply: never"), 7, 'signs.0.reply: "never" cannot stand here'),
        (("rules: [unsourced-dose]", "rules: unsourced-dose"), 7, "signs.0.rules: must be a list"),
        (("about: At once.", "abuot: At once."), 4, 'groups.now: needs "title" and "about", and nothing else'),
        (
            ("  info: {group: later, verdict: publish}\n", ""),
            8,
            "otherwise: needs error, warning, info, and nothing else",
        ),
        (("summary:", "sumary:"), 2, 'sumary: unknown key; did you mean "summary"?'),
        (("id: mine", "id: mine\nrule-paths: [nowhere]"), 2, 'rule-paths.0: "nowhere" is not a folder'),
    ],
)
def test_what_is_wrong_with_a_profile_is_told(tmp_path: Path, change: tuple[str, str], line: int, message: str) -> None:
    with pytest.raises(ClaimlintError) as told:
        load(tmp_path, GOOD.replace(*change))
    assert told.value.line == line
    assert message in f"{told.value.key}: {told.value.message}"


def test_the_built_in_profile_names_rules_and_marks_that_there_are() -> None:
    assert profile_names() == ("moderator",)
    profile = load_profile("moderator")
    rules = {rule.id for rule in load_pack(profile.rule_paths).rules}
    folders = (builtin_folder(), *profile.rule_paths)
    lexicons = [Path(path) for folder in folders for path in rule_files(folder) if Path(path).parent.name == "lexicons"]
    marks = known_kinds(marks_of(lexicons))
    for sign in profile.signs:
        assert set(sign.rules) | set(sign.beside) <= rules, sign.name
        assert set(sign.marks) <= marks, sign.name
        assert sign.ask or sign.reply != "wording", f"{sign.name} has nothing to ask of the author"
