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


THREAD = "#1 ann · 2 Jan 2026\nZinc shortens colds in adults.\n\n#2 bob · 3 Jan 2026\nI just want to die.\n"


def test_a_reply_goes_to_standard_output(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "thread.txt").write_text(THREAD)
    assert main(["review", "--reply", "bbcode", "--post", "1", "thread.txt"]) == 1
    out = capsys.readouterr().out
    assert out.startswith("Hi ann,\n\nthanks for your post. Before it goes live, one passage needs a change.")
    assert "[quote]Zinc shortens colds in adults.[/quote]" in out


def test_why_there_is_no_reply_is_said_where_nobody_pastes_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "thread.txt").write_text(THREAD)
    assert main(["review", "--reply", "text", "--post", "2", "thread.txt"]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == (
        "claimlint: no reply to thread.txt: post 2 by bob: words of somebody who may want to die or to hurt "
        "themselves. A person has to answer first\n"
    )


def test_a_thread_is_reviewed_post_by_post(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "thread.txt").write_text(THREAD)
    _, made = review(capsys, "thread.txt")
    assert [(post["post"]["number"], post["post"]["author"], post["proposal"]) for post in made["posts"]] == [
        (2, "bob", "escalate"),
        (1, "ann", "edit"),
    ]


def test_the_check_says_whose_post_it_is(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "thread.txt").write_text(THREAD)
    assert main(["thread.txt"]) == 1
    assert capsys.readouterr().out.startswith(
        "thread.txt:2:1 warning uncited-claim a claim about health with no source: a reader cannot check it "
        "(post 1 by ann)\n"
    )
    main(["--format", "json", "thread.txt"])
    (finding,) = json.loads(capsys.readouterr().out)["findings"]
    assert finding["post"] == {"number": 1, "author": "ann", "quoted": False}


def test_a_profile_of_ones_own_and_its_errors(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "post.md").write_text("Zinc shortens colds in adults.\n")
    profile = (
        "id: mine\nsummary: Ours.\ngroups:\n  all: {title: All, about: Everything.}\nsigns:\n"
        "  - {name: claim, rules: [uncited-claim], group: all, verdict: hold, reason: a claim}\notherwise:\n"
        "  error: {group: all, verdict: edit}\n  warning: {group: all, verdict: edit}\n"
        "  info: {group: all, verdict: publish}\n"
    )
    (folder / "mine.yaml").write_text(profile)
    code, made = review(capsys, "--profile", "mine.yaml", "post.md")
    assert (code, made["profile"], made["posts"][0]["proposal"]) == (1, "mine", "hold")
    (folder / "mine.yaml").write_text(profile.replace("[uncited-claim]", "[uncited-claims]"))
    assert main(["review", "--profile", "mine.yaml", "--format", "json", "post.md"]) == 2
    assert capsys.readouterr().err == (
        'claimlint: error: mine.yaml: the sign "claim" names an unknown rule "uncited-claims"; '
        'did you mean "uncited-claim"?\n'
    )


def test_a_draft_is_never_overwritten_by_its_report(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "post.md").write_text("Zinc is a metal.\n")
    assert main(["review", "post.md", "-o", "post.md"]) == 2
    assert "would overwrite one of the drafts" in capsys.readouterr().err


def test_severities_and_rules_of_the_configuration_hold(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "post.md").write_text("Zinc shortens colds in adults. Take 50 mg of zinc a day.\n")
    (folder / ".claimlint.yaml").write_text("ignore: [unsourced-dose]\nseverity: {uncited-claim: error}\n")
    _, made = review(capsys, "post.md")
    assert made["posts"][0]["by_rule"] == {"uncited-claim": 1}
    assert made["posts"][0]["by_severity"] == {"error": 1}


def test_the_rules_of_moderation_are_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "stop-medicine"]) == 0
    assert "# stop-medicine\n" in capsys.readouterr().out
    assert main(["explain", "stop-medicines"]) == 2
    assert 'did you mean "stop-medicine"?' in capsys.readouterr().err
