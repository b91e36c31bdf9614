"""The baseline: what is known stays unreported wherever it moves, and what is edited comes back."""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import claimlint
from claimlint.errors import ClaimlintError
from claimlint.project.baseline import Baseline, Use, fingerprint, read_baseline
from claimlint.project.lint import Linter, make_linter
from claimlint.project.model import FileResult, Settings

ONE = '{"path": "a.md", "rule": "uncited-claim", "sentence": "0123456789abcdef", "count": 1, "begins": "Zinc"}'


@cache
def the_linter() -> Linter:
    return make_linter(Settings()).without_notes()


@pytest.fixture
def linter() -> Linter:
    return the_linter()


def known_from(*results: FileResult) -> Baseline:
    baseline = Baseline("baseline.json")
    for result in results:
        for finding in result.findings:
            key = baseline.key_of(finding, result)
            assert key is not None
            baseline.add(key, result.text[finding.unit_start : finding.unit_end])
    return baseline


def fresh(baseline: Baseline, result: FileResult) -> list[tuple[int, str]]:
    new, _ = Use(baseline).applied(result)
    return [(finding.line, finding.rule) for finding in new]


class TestTheFile:
    def test_one_entry_a_line_sorted_and_readable(self, linter: Linter) -> None:
        text = "Zinc lowers blood pressure\nin adults.\n\nTake 400 mg of magnesium.\n\nTake 400 mg of magnesium!\n"
        assert known_from(linter.lint(text, path="posts/é.md")).to_json().decode() == (
            '{"version": 1, "findings": [\n'
            '{"path": "posts/é.md", "rule": "uncited-claim", "sentence": "bfdd8b527a99ce92", "count": 1, '
            '"begins": "Zinc lowers blood pressure in adults."},\n'
            '{"path": "posts/é.md", "rule": "unsourced-dose", "sentence": "42c91740f6e3feb0", "count": 2, '
            '"begins": "Take 400 mg of magnesium."}\n'
            "]}\n"
        )

    def test_it_is_read_back_as_it_was(self, folder: Path, linter: Linter) -> None:
        written = known_from(linter.lint("Take 400 mg of magnesium.\n\nZinc cures colds.\n", path="a.md")).to_json()
        Path("b.json").write_bytes(written)
        assert read_baseline("b.json").to_json() == written

    def test_an_empty_one(self) -> None:
        assert Baseline("x").to_json() == b'{"version": 1, "findings": [\n]}\n'

    @pytest.mark.parametrize(
        ("text", "problem"),
        [
            ("", "b.json:1: is not valid JSON: Expecting value"),
            ('{"version": 1,\n"findings": [\n' + ONE + "\n" + ONE + "\n]}",
             "b.json:4: is not valid JSON: Expecting ',' delimiter"),
            ('{"version": 1, "findings": [\n<<<<<<< ours\n' + ONE, "b.json:2: holds a merge conflict: settle it, or "
             "delete the file and write it anew with claimlint baseline"),
            ('{"version": 2, "findings": []}',
             "b.json:1: is of version 2, and this claimlint knows 1 only: a newer one wrote it"),
            ("[]", "b.json:1: is no baseline of claimlint"),
            ('{"version": 1}', "b.json:1: is no baseline of claimlint"),
            ('{"version": 1, "findings": [\n' + ONE + ",\n\n3]}",
             "b.json:4: findings.1: is no entry: an entry has path, rule, sentence and count"),
            ('{"version": 1, "findings": [\n' + ONE.replace('"rule"', '"rulle"') + "]}",
             "b.json:2: findings.0: has no rule"),
            ('{"version": 1, "findings": [\n' + ONE.replace('"count": 1', '"count": 0') + "]}",
             "b.json:2: findings.0: has no count of at least 1"),
            ('{"version": 1, "findings": [\n' + ONE.replace('"count": 1', '"count": true') + "]}",
             "b.json:2: findings.0: has no count of at least 1"),
            ('{"version": 1, "findings": [\n' + ONE.replace("a.md", "../a.md") + "]}",
             'b.json:2: findings.0: "../a.md" lies outside the baseline\'s folder'),
        ],
    )  # fmt: skip
    def test_what_is_wrong_with_it_is_said_with_the_line(self, folder: Path, text: str, problem: str) -> None:
        Path("b.json").write_text(text)
        with pytest.raises(ClaimlintError) as raised:
            read_baseline("b.json")
        assert str(raised.value) == problem

    def test_one_that_is_not_there(self, folder: Path) -> None:
        with pytest.raises(ClaimlintError, match=r"^b\.json: no such baseline \(claimlint baseline writes one\)$"):
            read_baseline("b.json")


class TestSentences:
    @pytest.mark.parametrize(
        "other",
        ["Zinc lowers blood\n  pressure in adults [1].", "**Zinc** lowers blood pressure in adults [12].",
         "ZINC LOWERS blood pressure in adults[^note]!"[:38] + "!"],
    )  # fmt: skip
    def test_what_may_change(self, other: str) -> None:
        assert fingerprint(other) == fingerprint("Zinc lowers blood pressure in adults.")

    @pytest.mark.parametrize(
        "other", ["Zinc may lower blood pressure in adults.", "Zinc lowers blood pressure in children."]
    )
    def test_what_may_not(self, other: str) -> None:
        assert fingerprint(other) != fingerprint("Zinc lowers blood pressure in adults.")

    def test_an_edited_finding_comes_back(self, linter: Linter) -> None:
        baseline = known_from(linter.lint("Take 400 mg of magnesium.\n", path="a.md"))
        assert fresh(baseline, linter.lint("Take 500 mg of magnesium.\n", path="a.md")) == [(1, "unsourced-dose")]

    def test_a_finding_more_of_the_same_is_new(self, linter: Linter) -> None:
        baseline = known_from(linter.lint("Take 400 mg of magnesium.\n", path="a.md"))
        twice = linter.lint("Take 400 mg of magnesium.\n\nTake 400 mg of magnesium.\n", path="a.md")
        assert fresh(baseline, twice) == [(3, "unsourced-dose")]

    def test_findings_about_comments_are_never_known(self, linter: Linter) -> None:
        result = linter.lint("Tin. <!-- claimlint-disable-line -->\n", path="a.md")
        assert [Baseline("b").key_of(finding, result) for finding in result.findings] == [None]

    def test_the_same_words_in_another_file_are_new_while_the_first_is_there(
        self, folder: Path, linter: Linter
    ) -> None:
        text = "Take 400 mg of magnesium.\n"
        baseline = known_from(linter.lint(text, path="a.md"))
        Path("a.md").write_text(text)
        assert fresh(baseline, linter.lint(text, path="b.md")) == [(1, "unsourced-dose")]
        Path("a.md").rename("b.md")
        assert fresh(baseline, linter.lint(text, path="b.md")) == [], "the file has been renamed"
        assert fresh(baseline, linter.lint(text * 2, path="b.md")) == [(2, "unsourced-dose")]


BLOCKS = st.lists(
    st.sampled_from(
        [
            "Take 400 mg of magnesium every night before bed.",
            "Zinc lowers blood pressure in adults and it completely eliminates colds.",
            "In rats it improved memory, so it will sharpen your memory too.",
            "Our friends sell it: https://www.amazon.com/s?k=zinc and https://www.amazon.com/s?k=tin are good.",
            "Creatine absolutely destroys fatigue in every athlete who has ever tried it, the coaches say.",
            "I went for a walk by the river and met an old friend.",
        ]
    ),
    min_size=1,
    max_size=6,
    unique=True,
)
NEUTRAL = st.sampled_from(["The bus was late again.", "My shoes are red.", "The museum opens at nine."])


@given(BLOCKS, st.lists(st.tuples(st.integers(0, 99), NEUTRAL), max_size=5), st.randoms(use_true_random=False))
def test_nothing_new_is_reported_when_lines_come_move_or_are_wrapped_anew(
    blocks: list[str], inserted: list[tuple[int, str]], chance: random.Random
) -> None:
    linter = the_linter()
    before = linter.lint("\n\n".join(blocks) + "\n", path="a.md")
    baseline = known_from(before)
    chance.shuffle(blocks)
    blocks = ["".join(chance.choice(" \n") if char == " " else char for char in block) for block in blocks]
    for place, block in inserted:
        blocks.insert(place % (len(blocks) + 1), block)
    after = linter.lint("\n\n".join(blocks) + "\n", path="a.md")
    new, known = Use(baseline).applied(after)
    assert new == []
    assert len(known) == len(after.findings)


def test_the_python_interface_heeds_it(folder: Path) -> None:
    Path("a.md").write_text("Take 400 mg of magnesium.\n")
    (result,) = claimlint.lint_paths(["a.md"]).results
    key = (baseline := Baseline(".claimlint-baseline.json")).key_of(result.findings[0], result)
    assert key is not None
    baseline.add(key, "Take")
    Path(".claimlint-baseline.json").write_bytes(baseline.to_json())
    report = claimlint.lint_paths(["a.md"])
    assert report.findings == ()
    assert report.summary.suppressed == (("baseline", 1),)
