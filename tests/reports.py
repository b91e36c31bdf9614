"""Reports of small drafts, and drafts that are nasty to reports."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from claimlint.document.model import PostRef
from claimlint.project.model import FileResult, Settings
from claimlint.reporting.formats import render
from claimlint.reporting.style import Style
from claimlint.rewording.model import Edit, Suggestion
from wordlinter import WordLinter

NASTY = (
    "\x00", "\x07", "\x0b", "\x0c", "\x1b]0;x\x07", "\x1b[2J", "\x7f", "\x85", "\x9b", "\u200b", "\u202e", "\u2066",
    "\u2028", "\ufeff", "\ufffe", "\uffff", "\U0001fffe", "e\u0301", "\U0001f48a", "\U0001d54f", "漢", "\t", "\n", "\r",
    "\r\n", "\n::error::x", "::stop-commands::x", "##[error]x", "##vso[x]", "%0A", "%", "%25", ",", ":", "]]>", "<!--",
    "-->", "<b>", "</failure>", "&amp;", "&", '"', "'", "`", "``", "\\", "[x](http://x)", "![x](y)", "@user", "#1",
    "www.x.org", "<script>alert(1)</script>", "{0}", "{{", "|", "* ", "# ", "\n\n", "javascript:x",
)  # fmt: skip
"""What some format has a meaning for, or no place for."""

texts = st.lists(
    st.one_of(st.sampled_from((*NASTY, " cure ", " miracle ", "tonic")), st.text(max_size=3).filter(str.isprintable)),
    max_size=12,
).map("".join)
names = (*(piece for piece in NASTY if piece != "\x00"), "a", "b.md", "/", "\udcff")
paths = st.lists(st.sampled_from(names), min_size=1, max_size=5).map("".join)


def lint(text: str, path: str = "a.md", post: PostRef | None = None) -> FileResult:
    """The findings of "miracle", "cure" and "tonic"; the whole text counts as their sentence."""
    result = WordLinter(Settings()).lint(text, path=path)
    findings = tuple(
        finding._replace(message=f"“{text}” is too strong", unit_start=0, unit_end=len(text), post=post)
        for finding in result.findings
    )
    return FileResult(path, findings, text=text, line_starts=result.line_starts)


posts = st.none() | st.builds(PostRef, st.integers(0, 3), texts, st.booleans())
results = st.one_of(
    st.builds(lint, texts, paths, posts),
    st.builds(lambda path, error: FileResult(path, error=error), paths, texts),
)
runs = st.lists(results, max_size=4)


def mended(text: str, suggestion: Suggestion | None) -> str:
    """The draft with a wording applied."""
    for start, end, replacement in reversed(suggestion.edits if suggestion else ()):
        text = text[:start] + replacement + text[end:]
    return text


def report(name: str, *results: FileResult, **style: Any) -> str:
    """The whole report; it can be written as UTF-8."""
    text = "".join(render(name, results, Style(**style)))
    text.encode("utf-8")
    return text


def small(path: str = "posts/a.md") -> FileResult:
    """An error after characters of two UTF-16 units, three UTF-8 bytes and no width; and an info over two lines."""
    result = WordLinter(Settings()).lint("Zinc\r\n\U0001f48a漢e\u0301 cure, a\r\ntonic\n", path=path)
    cure, tonic = result.findings
    edits = (Edit(cure.start, cure.end, "help"), Edit(tonic.start - 5, tonic.start - 2, ""))
    cure = cure._replace(suggestion=Suggestion("It may help.", edits, False), unit_start=6)
    tonic = tonic._replace(start=tonic.start - 3, line=2, column=12, text="a\r\ntonic", suggestion=None)
    return FileResult(path, (cure, tonic), text=result.text, line_starts=result.line_starts)
