"""`claimlint lsp`, over the protocol: what an editor underlines, shows and offers."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from .lspclient import Client

DRAFT = "Zinc shortens colds.\n\nMelatonin absolutely destroys jet lag.\n"
RESOLVING = {"textDocument": {"codeAction": {"resolveSupport": {"properties": ["edit"]}}}}


@pytest.fixture
def client(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Client]:
    monkeypatch.chdir(tmp_path)
    running = Client(RESOLVING)
    yield running
    running.kill()


def place(line: int, start: int, end: int) -> dict[str, Any]:
    return {"start": {"line": line, "character": start}, "end": {"line": line, "character": end}}


def shown(found: list[dict[str, Any]]) -> list[tuple[str, int, dict[str, Any]]]:
    return [(one["code"], one["severity"], one["range"]) for one in found]


def changed(text: str, edits: list[dict[str, Any]]) -> str:
    """A text (of one-unit characters) as an editor changes it."""
    lines = text.splitlines(keepends=True)
    for edit in sorted(edits, key=lambda e: tuple(e["range"]["start"].values()), reverse=True):
        (first, start), (last, end) = (tuple(edit["range"][side].values()) for side in ("start", "end"))
        before = "".join(lines[:first]) + lines[first][:start]
        after = lines[last][end:] + "".join(lines[last + 1 :])
        lines = (before + edit["newText"] + after).splitlines(keepends=True)
    return "".join(lines)


def offers(client: Client, path: Path, where: dict[str, Any], *only: str) -> list[dict[str, Any]]:
    context = {"diagnostics": [], **({"only": list(only)} if only else {})}
    asked = {"textDocument": {"uri": path.as_uri()}, "range": where, "context": context}
    answer: list[dict[str, Any]] = client.ask("textDocument/codeAction", asked)
    return answer


def test_findings_are_underlined_while_typing(client: Client, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    found = client.open(path, DRAFT)
    assert shown(found) == [
        ("uncited-claim", 2, place(0, 0, 20)),
        ("uncited-claim", 2, place(2, 0, 38)),
        ("absolute-language", 2, place(2, 10, 29)),
    ]
    assert found[0]["source"] == "claimlint"
    assert found[0]["message"] == (
        "a claim about health with no source: a reader cannot check it\n"
        "suggest: Zinc may shorten colds [source needed]."
    )
    change = {"range": place(0, 0, 20), "text": "Does zinc help?"}
    document = {"uri": path.as_uri(), "version": 2}
    client.tell("textDocument/didChange", {"textDocument": document, "contentChanges": [change]})
    assert [code for code, _, _ in shown(client.diagnostics(path, 2))] == ["uncited-claim", "absolute-language"]


@pytest.mark.parametrize("name", ["a b.md", "a%b.md", "Überschrift #1.md"])
def test_a_name_that_a_uri_has_to_quote(client: Client, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    assert [one["code"] for one in client.open(path, "Zinc shortens colds.\n")] == ["uncited-claim"]
    change = {"range": place(0, 0, 20), "text": "Does zinc help?"}
    document = {"uri": path.as_uri(), "version": 2}
    client.tell("textDocument/didChange", {"textDocument": document, "contentChanges": [change]})
    assert client.diagnostics(path, 2) == []


@pytest.mark.parametrize("character", ["\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029"])
def test_what_ends_a_line_in_python_alone_moves_no_change(client: Client, tmp_path: Path, character: str) -> None:
    path = tmp_path / "a.md"
    client.open(path, f"Zinc{character} and tea.\n\nHello there.\n")
    change = {"range": place(2, 0, 11), "text": "Zinc shortens colds"}
    document = {"uri": path.as_uri(), "version": 2}
    client.tell("textDocument/didChange", {"textDocument": document, "contentChanges": [change]})
    assert shown(client.diagnostics(path, 2)) == [("uncited-claim", 2, place(2, 0, 20))]


@pytest.mark.parametrize(("encoding", "column"), [("utf-8", 13), ("utf-16", 9), ("utf-32", 8)])
def test_columns_are_in_the_unit_agreed_upon(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, encoding: str, column: int
) -> None:
    monkeypatch.chdir(tmp_path)
    client = Client({"general": {"positionEncodings": [encoding]}})
    try:
        assert client.server["capabilities"]["positionEncoding"] == encoding
        found = client.open(tmp_path / "a.md", "Sø 🌙 é? Zinc shortens colds.")
    finally:
        client.kill()
    assert shown(found) == [("uncited-claim", 2, place(0, column, column + 20))]


def test_the_mouse_shows_the_page_of_the_rule(client: Client, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    client.open(path, DRAFT)
    asked = {"textDocument": {"uri": path.as_uri()}, "position": {"line": 0, "character": 3}}
    answer = client.ask("textDocument/hover", asked)
    page = (Path(__file__).parents[2] / "docs" / "rules" / "uncited-claim.md").read_text(encoding="utf-8")
    assert answer == {"contents": {"kind": "markdown", "value": page}, "range": place(0, 0, 20)}
    asked["position"] = {"line": 1, "character": 0}
    assert client.ask("textDocument/hover", asked) is None


def test_a_quick_fix_rewords_the_sentence(client: Client, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    client.open(path, DRAFT)
    found = offers(client, path, place(0, 4, 4), "quickfix")
    assert [action["title"] for action in found] == [
        "Reword: Zinc may shorten colds [source needed].",
        "Disable uncited-claim for this sentence",
    ]
    edits = found[0]["edit"]["changes"][path.as_uri()]
    assert changed(DRAFT, edits) == DRAFT.replace("shortens colds", "may shorten colds [source needed]")


def test_several_findings_of_a_sentence_have_one_wording(client: Client, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    client.open(path, DRAFT)
    found = offers(client, path, place(2, 12, 12), "quickfix")
    together = next(action for action in found if action["title"].startswith("All 2 findings: "))
    after = changed(DRAFT, together["edit"]["changes"][path.as_uri()])
    client.tell(
        "textDocument/didChange",
        {"textDocument": {"uri": path.as_uri(), "version": 2}, "contentChanges": [{"text": after}]},
    )
    assert [code for code, _, _ in shown(client.diagnostics(path, 2))] == ["uncited-claim", "open-slot"]


def test_a_rule_is_disabled_here(client: Client, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    client.open(path, DRAFT)
    action = offers(client, path, place(0, 4, 4), "quickfix")[-1]
    assert "edit" not in action
    edits = client.ask("codeAction/resolve", action)["edit"]["changes"][path.as_uri()]
    assert changed(DRAFT, edits) == DRAFT.replace(
        "colds.", "colds. <!-- claimlint-disable-line uncited-claim: reason -->"
    )


def test_all_safe_wordings_at_once(client: Client, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    text = "# Zinc\n\nIt absolutely works.\n\nZinc cures colds.\n\nIt absolutely works for acne.\n"
    client.open(path, text)
    (action,) = offers(client, path, place(0, 0, 0), "source.fixAll")
    assert action["kind"] == "source.fixAll.claimlint"
    resolved = client.ask("codeAction/resolve", action)
    path.write_text(text)
    fixed = subprocess.run(
        [sys.executable, "-m", "claimlint", "fix", "-"], input=text, capture_output=True, text=True, check=False
    )
    assert fixed.stdout.count("absolutely") == 0
    assert changed(text, resolved["edit"]["changes"][path.as_uri()]) == fixed.stdout


def test_without_resolving_actions_come_with_their_edits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    client = Client()
    try:
        client.open(tmp_path / "a.md", DRAFT)
        assert all("edit" in action for action in offers(client, tmp_path / "a.md", place(0, 4, 4)))
    finally:
        client.kill()


def test_the_configuration_counts_and_its_errors_are_shown(client: Client, tmp_path: Path) -> None:
    path, config = tmp_path / "a.md", tmp_path / ".claimlint.yaml"
    path.write_text(DRAFT)
    config.write_text("ignore: [uncited-claim]\n")
    assert [code for code, _, _ in shown(client.open(path, DRAFT))] == ["absolute-language"]
    config.write_text("ignore: [uncited-clam]\n")
    client.tell("workspace/didChangeWatchedFiles", {"changes": [{"uri": config.as_uri(), "type": 2}]})
    (trouble,) = client.diagnostics(path, 1)
    assert trouble["message"] == (
        "could not check this draft: .claimlint.yaml: line 1: ignore.0: "
        'unknown rule "uncited-clam"; did you mean "uncited-claim"?'
    )
    config.write_text("exclude: [a.md]\n")
    client.tell("workspace/didChangeWatchedFiles", {"changes": [{"uri": config.as_uri(), "type": 2}]})
    assert client.diagnostics(path, 1) == []


def test_closing_takes_the_findings_away_and_stopping_is_quiet(client: Client, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    client.open(path, DRAFT)
    client.tell("textDocument/didClose", {"textDocument": {"uri": path.as_uri()}})
    assert client.diagnostics(path, None) == []  # type: ignore[arg-type]
    assert client.stop() == (0, "")


def test_without_pygls_the_command_says_what_to_install(tmp_path: Path) -> None:
    code = "import sys; sys.modules['pygls'] = None; from claimlint.cli.main import main; sys.exit(main(['lsp']))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr == "claimlint: error: the language server needs pygls: pip install 'pygls>=2'\n"
