"""Posts to rows: the one function that does the work, here and on a cluster (docs/large-runs.md)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from math import isfinite
from typing import TYPE_CHECKING, Any

from claimlint.document.model import Format
from claimlint.lazy import lazy
from claimlint.project.archive.model import FIELDS, Fault, Post, Row, error_row
from claimlint.project.model import FileResult, Settings

if TYPE_CHECKING:
    from claimlint.project.lint import Linter

HALVES = lazy("[\ud800-\udfff]")
"""Halves of characters, which no file holds, but an escape in JSON may."""

AS_POSTS = Settings(heed_comments=False)
"""The settings for what others wrote: their comments suppress nothing."""


def lint_batch(
    records: Iterable[Any],
    *,
    text_column: str = "text",
    id_column: str | None = None,
    format: Format = "text",  # noqa: A002 - the word that every caller uses
    settings: Settings = AS_POSTS,
) -> list[Row]:
    """The findings in the posts of some records (dictionaries, or anything else that gives `record[column]`), one row a
    finding, with the keys of `FIELDS`; `row` counts these records.

    It needs nothing but its arguments, and can be sent to other machines. It never raises for what a record holds: one
    without a text gives a row with an `error`.
    Raises ClaimlintError when a rule that the settings name is broken.
    """
    posts = (post_of(record, row, text_column, id_column) for row, record in enumerate(records, 1))
    return [row for post in posts for row in lint_post(post, format, settings)]


def post_of(record: Any, row: int, text_column: str, id_column: str | None) -> Post | Fault | None:
    """The post of a record; None where its text is null."""
    identity = None
    try:
        identity = _identity(record[id_column]) if id_column else None
        text = record[text_column]
    except (KeyError, IndexError, ValueError, TypeError):
        missing = text_column if id_column is None or identity is not None else id_column
        return Fault(row, f'has no "{missing}"', identity)
    if text is None:
        return None
    if not isinstance(text, str):
        return Fault(row, f'"{text_column}" is no text', identity)
    return Post(row, identity, text)


def _identity(value: Any) -> Any:
    """An identifier as every output can hold it: JSON has no NaN, no date and no bytes, no file has half characters."""
    if value is None or isinstance(value, (bool, int)) or (isinstance(value, float) and isfinite(value)):
        return value
    try:
        return HALVES.sub("\ufffd", str(value))
    except RecursionError:
        return None


def lint_post(post: Post | Fault | None, format: Format, settings: Settings) -> list[Row]:  # noqa: A002
    """The rows of one record."""
    if isinstance(post, Post):
        linter = _linter(settings)
        try:
            return _rows(post, linter.lint(HALVES.sub("\ufffd", post.text), path="", format=format))
        except Exception as error:  # one post that hits a bug must not cost the findings of a million others
            post = Fault(post.row, f"internal error, please report it: {type(error).__name__}: {error}", post.id)
    return [] if post is None else [error_row(post)]


@lru_cache(maxsize=4)
def _linter(settings: Settings) -> Linter:
    """Made once in each process, however many batches that gets."""
    from claimlint.project.lint import make_linter

    return make_linter(settings).without_notes()


def _rows(post: Post, result: FileResult) -> list[Row]:
    return [
        dict(
            zip(
                FIELDS,
                (
                    post.row,
                    post.id,
                    finding.rule,
                    finding.severity,
                    finding.line,
                    finding.column,
                    finding.end_line,
                    finding.end_column,
                    finding.text,
                    finding.message,
                    finding.suggestion.text if finding.suggestion else None,
                    finding.suggestion.safe if finding.suggestion else None,
                    None,
                ),
                strict=True,
            )
        )
        for finding in result.findings
    ]
