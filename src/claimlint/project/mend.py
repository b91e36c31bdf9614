"""Mending drafts in their files, or from standard input."""

from __future__ import annotations

from collections.abc import Callable

from claimlint.document.decode import Decoded
from claimlint.errors import ClaimlintError
from claimlint.project.discovery import Target
from claimlint.project.fix import Fixed, fix_text
from claimlint.project.lint import Linter
from claimlint.project.model import FileResult
from claimlint.project.reading import load_draft, load_stdin
from claimlint.project.run import Lints, Work
from claimlint.project.writing import write_file

Fix = Callable[[Linter, str, str], Fixed]
"""What mends a draft: its linter, its text and its path."""

Save = Callable[[Target, Decoded, str], None]
"""Where a mended draft goes: the target, what it was, and its new text. Called for each draft, changed or not."""


def save(target: Target, before: Decoded, text: str) -> None:
    """To the file that it came from, if the text has changed.

    Raises ClaimlintError when the file cannot be written, or is no longer what was mended.
    """
    if text == before.text:
        return
    data = encoded(target, before, text)
    if load_draft(target.path, target.settings.max_bytes) != before:
        raise ClaimlintError("has changed while it was being mended; nothing is written", path=target.path)
    write_file(target.path, [data])


def encoded(target: Target, before: Decoded, text: str) -> bytes:
    """A mended draft in the encoding that it had, byte order mark included.

    Raises ClaimlintError when that encoding has no room for a character.
    """
    try:
        return before.encode(text)
    except UnicodeEncodeError as error:
        message = f"its encoding, {before.encoding}, has no “{text[error.start]}”; save the file as UTF-8 first"
        raise ClaimlintError(message, path=target.path) from error


def fixing(*, unsafe: bool) -> Fix:
    """Apply every safe edit, or every edit."""

    def fix(linter: Linter, text: str, path: str) -> Fixed:
        return fix_text(linter, text, path=path, unsafe=unsafe)

    return fix


def mending(fix: Fix, put: Save = save) -> Work:
    """The work of a run that mends drafts; each result is what is left in the mended draft.

    The work raises ClaimlintError when a draft cannot be read or written.
    """

    def work(target: Target, linter: Lints) -> FileResult:
        assert isinstance(linter, Linter)
        load = load_stdin if target.stdin else load_draft
        before = load(target.path, target.settings.max_bytes)
        fixed = fix(linter, before.text, target.path)
        put(target, before, fixed.text)
        return fixed.result._replace(mended=len(fixed.applied))

    return work
