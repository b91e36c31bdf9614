"""`claimlint fix --interactive`, at a terminal."""

from __future__ import annotations

import os
import select
import signal
import sys
from pathlib import Path

import pytest

from claimlint.cli.main import main

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")

DRAFT = "Zinc shortens colds.\n\nTake 400 mg before bed.\n"
QUESTION, REASON = b"[?] ", b"all right? "


def at_terminal(argv: list[str], typed: list[str], **environment: str) -> tuple[str, int]:
    """What a terminal shows, and the exit code; a line is typed when a question is waited on."""
    import pty

    child, terminal = pty.fork()
    if child == 0:
        os.environ.update(environment, COLUMNS="100", NO_COLOR="1")
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # a shell's background job is born deaf to Ctrl-C
        os.execv(sys.executable, [sys.executable, "-m", "claimlint", *argv])
    shown, lines, last = b"", iter(typed), ""
    while True:
        if not select.select([terminal], [], [], 5)[0]:
            os.write(terminal, last.encode())  # a signal can be lost on a loaded machine: a person presses again
            continue
        if not (data := _read(terminal)):
            break
        shown += data
        if shown.endswith((QUESTION, REASON)):
            last = next(lines)
            os.write(terminal, last.encode())
            last = last if last == "\x03" else ""
    _, status = os.waitpid(child, 0)
    return shown.decode().replace("\r\n", "\n"), os.waitstatus_to_exitcode(status)


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:  # the other side is closed
        return b""


@pytest.fixture
def draft(folder: Path) -> Path:
    (folder / "a.md").write_text(DRAFT)
    (folder / "b.md").write_text(DRAFT)
    return folder


def test_accept_and_disable(draft: Path) -> None:
    shown, code = at_terminal(["fix", "-i", "a.md"], ["a\n", "d\n", "from the label\n"])
    assert Path("a.md").read_text() == (
        "Zinc may shorten colds [source needed].\n\n"
        "Take 400 mg before bed. <!-- claimlint-disable-line unsourced-dose: from the label -->\n"
    )
    assert shown.startswith(
        "a.md:1:1 warning uncited-claim a claim about health with no source: a reader cannot check it\n"
        "    Zinc shortens colds.\n"
        "    ^^^^^^^^^^^^^^^^^^^^\n"
        "    suggest: Zinc may shorten colds [source needed].\n"
        "(2 left) [a]ccept [e]dit [s]kip [d]isable [q]uit [?] a\n"
    )
    assert shown.endswith("\n2 findings mended in 1 of 1 file; 1 slot to fill\n")
    assert code == 0


def test_edit_opens_an_editor(draft: Path) -> None:
    shown, _ = at_terminal(["fix", "-i", "a.md"], ["e\n", "s\n"], EDITOR="sed -i 's/may shorten/may ease/'")
    assert Path("a.md").read_text() == DRAFT.replace("shortens colds", "may ease colds [source needed]")
    assert "1 finding mended in 1 of 1 file; 1 left for a person" in shown


def test_an_unknown_answer_explains_the_answers_and_asks_again(draft: Path) -> None:
    shown, code = at_terminal(["fix", "-i", "a.md"], ["x\n", "s\n", "s\n"])
    assert "  s  leave the sentence as it is\n" in shown
    assert Path("a.md").read_text() == DRAFT
    assert code == 1


@pytest.mark.parametrize("last", ["q\n", "\x03", "\x04"], ids=["quit", "Ctrl-C", "Ctrl-D"])
def test_stopping_keeps_what_was_decided_and_leaves_other_files_alone(draft: Path, last: str) -> None:
    shown, code = at_terminal(["fix", "-i", "a.md", "b.md"], ["a\n", last])
    assert Path("a.md").read_text() == DRAFT.replace("shortens colds", "may shorten colds [source needed]")
    assert Path("b.md").read_text() == DRAFT
    assert "1 finding mended in 1 of 1 file" in shown
    assert code == 1


def test_needs_a_terminal(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fix", "-i", "a.md"]) == 2
    assert "--interactive needs a terminal" in capsys.readouterr().err
    assert main(["fix", "-i", "--diff", "a.md"]) == 2
    assert "--interactive and --diff exclude each other" in capsys.readouterr().err
