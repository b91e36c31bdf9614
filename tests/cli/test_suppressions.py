"""Comments that suppress findings, from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from claimlint.cli.main import main

Capture = pytest.CaptureFixture[str]

DRAFT = """\
<!-- claimlint-disable-next-line unsourced-dose: the label says so -->
Take 400 mg of magnesium every night before bed.

Tin is a metal. <!-- claimlint-disable-line vendor-link -->
"""


@pytest.fixture
def draft(folder: Path) -> Path:
    path = folder / "draft.md"
    path.write_text(DRAFT)
    return path


def test_what_is_left_is_printed_and_what_is_not_is_counted(draft: Path, capsys: Capture) -> None:
    assert main(["draft.md"]) == 0
    assert capsys.readouterr().out == (
        "draft.md:4:17 info unused-suppression no finding of vendor-link on line 4\n"
        "    Tin is a metal. <!-- claimlint-disable-line vendor-link -->\n"
        "                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        "    suggest: (delete it)\n"
        "\n"
        "1 finding (1 info) in 1 of 1 file; 1 suppressed by comments\n"
    )
    assert main(["--verbose", "draft.md"]) == 0
    shown = capsys.readouterr().out
    assert "draft.md:2:1 note unsourced-dose, suppressed by the comment on line 1: the label says so\n" in shown
    assert main(["--format", "json", "draft.md"]) == 0
    (told,) = json.loads(capsys.readouterr().out)["suppressed"]
    assert (told["rule"], told["line"], told["by"], told["reason"]) == (
        "unsourced-dose", 2, "comment", "the label says so"
    )  # fmt: skip


def test_no_comments_reports_everything(draft: Path, capsys: Capture) -> None:
    assert main(["--no-comments", "draft.md"]) == 1
    out = capsys.readouterr().out
    assert out.startswith("draft.md:2:1 error unsourced-dose ")
    assert out.endswith("\n1 finding (1 error) in 1 of 1 file\n")


def test_an_author_cannot_hide_anything_from_the_moderator(draft: Path, capsys: Capture) -> None:
    assert main(["review", "--format", "json", "draft.md"]) == 1
    assert '"rule": "unsourced-dose"' in capsys.readouterr().out


def test_fix_takes_unused_comments_out_and_leaves_the_others(draft: Path) -> None:
    assert main(["fix", "draft.md"]) == 0
    assert draft.read_text() == DRAFT.replace(" <!-- claimlint-disable-line vendor-link -->", "")


def test_the_configuration_knows_the_rules_about_comments(draft: Path, capsys: Capture) -> None:
    Path(".claimlint.yaml").write_text("severity: {unused-suppression: error}\nrequire-reason: true\n")
    assert main(["draft.md"]) == 1
    out = capsys.readouterr().out
    assert "draft.md:4:17 error unused-suppression " in out
    assert "draft.md:4:17 warning suppression-reason no reason given: " in out
    Path(".claimlint.yaml").write_text("ignore: [unused-suppression]\n")
    assert main(["draft.md"]) == 0
    Path(".claimlint.yaml").write_text("require-reason: 1\n")
    assert main(["draft.md"]) == 2
    assert capsys.readouterr().err == (
        "claimlint: error: .claimlint.yaml: line 1: require-reason: must be true or false\n"
    )
