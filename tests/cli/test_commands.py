"""`claimlint rules`, `explain` and `test`, with the built-in rules and with a user's."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimlint.cli.main import main
from wordlinter import HOUSE_RULE as RULE

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def rule(folder: Path) -> Path:
    (folder / "house").mkdir()
    path = folder / "house/house-word.yaml"
    path.write_text(RULE)
    return path


class TestRules:
    def test_lists_each_rule_with_severity_and_summary(
        self, folder: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("COLUMNS", "120")
        assert main(["rules"]) == 0
        lines = capsys.readouterr().out.splitlines()
        assert [line.split()[0] for line in lines] == [
            "absolute-language", "animal-as-human", "open-slot", "uncited-claim", "unsourced-dose", "vendor-link",
        ]  # fmt: skip
        assert lines[3].split(maxsplit=2)[1:] == [
            "warning", "A statement about health that a reader could check, with no source.",
        ]  # fmt: skip

    def test_lists_a_users_rules_too(self, rule: Path, capsys: Capture) -> None:
        assert main(["rules", "--rule-path", "house"]) == 0
        assert "house-word         info     A word that this house does not print.\n" in capsys.readouterr().out

    def test_takes_no_word(self, folder: Path, capsys: Capture) -> None:
        assert main(["rules", "vendor-link"]) == 2
        assert "one rule: claimlint explain vendor-link" in capsys.readouterr().err


class TestExplain:
    def test_prints_the_page_of_a_rule(self, folder: Path, capsys: Capture) -> None:
        assert main(["explain", "unsourced-dose"]) == 0
        out = capsys.readouterr().out
        assert out.startswith("# unsourced-dose\n\nSeverity: error")
        for heading in ("## What it finds", "## Why", "## Flagged", "## Not flagged", "## Sources"):
            assert f"\n{heading}\n" in out

    def test_a_rule_about_comments_is_explained_too(self, capsys: Capture) -> None:
        assert main(["explain", "unused-suppression"]) == 0
        assert capsys.readouterr().out.startswith(
            "# unused-suppression\n\nSeverity: info\n\n## What it finds\n\nA comment "
        )

    def test_of_a_users_rule(self, rule: Path, capsys: Capture) -> None:
        assert main(["explain", "house-word", "--rule-path", "house"]) == 0
        assert "It is said so in the style book." in capsys.readouterr().out

    def test_names_the_nearest_rule(self, folder: Path, capsys: Capture) -> None:
        assert main(["explain", "unsourced-doze"]) == 2
        assert capsys.readouterr().err == (
            'claimlint: error: there is no rule "unsourced-doze"; did you mean "unsourced-dose"?\n'
        )

    def test_without_a_rule_names_them_all(self, folder: Path, capsys: Capture) -> None:
        assert main(["explain"]) == 2
        assert (
            "which rule? One of absolute-language, animal-as-human, open-slot, uncited-claim" in capsys.readouterr().err
        )


class TestTest:
    @pytest.mark.parametrize("named", ["house", "house/house-word.yaml"])
    def test_runs_the_examples_of_a_file_or_folder(self, rule: Path, capsys: Capture, named: str) -> None:
        assert main(["test", named]) == 0
        assert capsys.readouterr().out == "2 of 2 examples of 1 rule do as they say\n"

    def test_says_which_example_fails_and_where(self, rule: Path, capsys: Capture) -> None:
        rule.write_text(RULE.replace("Kale is food.", "Kale is a superfood, too."))
        assert main(["test", "house"]) == 1
        out = capsys.readouterr().out
        assert "house-word.yaml:18 house-word: clean example flagged, but should be clean: “superfood”\n" in out
        assert "    Kale is a superfood, too.\n" in out
        assert out.endswith("1 of 2 examples of 1 rule do as they say\n")

    def test_a_broken_rule_names_file_line_key_and_the_nearest_name(self, rule: Path, capsys: Capture) -> None:
        rule.write_text(RULE.replace("report:", "repotr:"))
        assert main(["test", "house"]) == 2
        assert 'house-word.yaml:10: repotr: unknown key; did you mean "report"?\n' in capsys.readouterr().err

    def test_a_missing_file(self, folder: Path, capsys: Capture) -> None:
        assert main(["test", "gone.yaml"]) == 2
        assert capsys.readouterr().err == "claimlint: error: gone.yaml: no such rule file or folder\n"

    def test_a_file_that_is_no_rule(self, folder: Path, capsys: Capture) -> None:
        Path("a.md").write_text("Zinc cures acne.\n")
        assert main(["test", "a.md"]) == 2
        assert capsys.readouterr().err == "claimlint: error: a.md: is no rule file: its name ends in .yaml\n"


@pytest.mark.parametrize("command", ["check", "rules", "explain", "test", "evaluate"])
def test_every_command_has_help(folder: Path, capsys: Capture, command: str) -> None:
    assert main([command, "--help"]) == 0
    assert capsys.readouterr().out.startswith(f"Usage: claimlint {'[check]' if command == 'check' else command}")


def test_a_broken_rule_is_reported_once_and_keeps_no_other_from_its_findings(folder: Path, capsys: Capture) -> None:
    (folder / "house/rules").mkdir(parents=True)
    (folder / "house/rules/house-word.yaml").write_text("id: house-word\nseverity: [\n")
    (folder / "house/.claimlint.yaml").write_text("rule-paths: [rules]\n")
    for name in ("house/a.md", "house/b.md", "c.md"):
        Path(name).write_text("Take 400 mg of magnesium every night before bed.\n")
    assert main(["."]) == 2
    out, err = capsys.readouterr()
    assert out.startswith("c.md:1:1 error unsourced-dose ")
    assert "1 finding (1 error) in 1 of 1 file; 1 could not be checked\n" in out
    assert err.count("\n") == 1
    assert err.startswith("claimlint: error: house/rules/house-word.yaml: line 3: is not valid YAML")
