"""`claimlint review`, as a moderator runs it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from claimlint.cli.main import main


def review(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, Any]:
    code = main(["review", "--format", "json", *arguments])
    return code, json.loads(capsys.readouterr().out)


def test_the_page_is_written_and_the_exit_code_says_whether_all_can_go_live(folder: Path) -> None:
    (folder / "post.md").write_text("Take 400 mg of magnesium before bed.\n")
    assert main(["review", "post.md", "--output", "report.html"]) == 1
    page = (folder / "report.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>\n")
    assert "Publish after edits" in page
    (folder / "post.md").write_text("Thanks, that was a good read.\n")
    assert main(["review", "post.md", "--output", "report.html"]) == 0


@pytest.mark.parametrize(
    ("text", "proposal", "sign"),
    [
        ("Since then I just want to die.", "escalate", "self-harm"),
        ("I took too many of the 5 mg tablets an hour ago.", "escalate", "emergency"),
        ("Stop taking your statins and eat real food.", "escalate", "stop-medicine"),
        ("Give your toddler 2 mg of melatonin before bed.", "escalate", "child-or-pregnancy-dose"),
        ("Inject 250 mcg of BPC-157 into the belly every morning.", "hold", "medicine-dose"),
        ("Write to me at jo.sample@example.org about zinc.", "hold", "personal-data"),
        ("Take 400 mg of magnesium before bed.", "edit", "dose"),
        ("Zinc shortens colds in adults.", "edit", "claim"),
        ("I slept badly all week.", "publish", ""),
    ],
)
def test_what_is_proposed_and_why(
    folder: Path, capsys: pytest.CaptureFixture[str], text: str, proposal: str, sign: str
) -> None:
    (folder / "post.md").write_text(text + "\n")
    _, made = review(capsys, "post.md")
    post = made["posts"][0]
    assert post["proposal"] == proposal
    assert next((reason["sign"] for reason in post["reasons"]), "") == sign


def test_the_most_serious_post_comes_first(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.md").write_text("Thanks for that.\n")
    (folder / "b.md").write_text("Zinc shortens colds in adults.\n")
    (folder / "c.md").write_text("Stop taking your statins.\n")
    _, made = review(capsys, ".")
    assert [(post["path"], post["proposal"]) for post in made["posts"]] == [
        ("c.md", "escalate"),
        ("b.md", "edit"),
        ("a.md", "publish"),
    ]


def test_what_cannot_be_read_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", "--output", "report.html", "missing.md"]) == 2
    assert capsys.readouterr().err == "claimlint: error: missing.md: no such file or folder\n"
    assert "missing.md" in (folder / "report.html").read_text(encoding="utf-8")


def test_an_unknown_profile_names_the_nearest(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "post.md").write_text("Hello.\n")
    assert main(["review", "--profile", "moderater", "post.md"]) == 2
    assert 'there is no profile "moderater"; did you mean "moderator"?' in capsys.readouterr().err
