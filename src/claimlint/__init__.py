"""claimlint: a linter for health writing.

`lint_text` checks one draft in memory, `lint_paths` files and folders, `lint_batch` the posts of many records, here or
on a cluster; `mend_text` applies the suggested wordings to a draft in memory. All return typed values.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__version__ = "0.1.0"

__all__ = [
    "ClaimlintError",
    "Edit",
    "FileResult",
    "Finding",
    "Fixed",
    "Note",
    "Report",
    "Settings",
    "Suggestion",
    "Summary",
    "__version__",
    "lint_batch",
    "lint_paths",
    "lint_text",
    "mend_text",
]

if TYPE_CHECKING:
    from claimlint.errors import ClaimlintError
    from claimlint.project.archive.batch import lint_batch
    from claimlint.project.fix import Fixed, mend_text
    from claimlint.project.lint import lint_text
    from claimlint.project.model import FileResult, Finding, Note, Report, Settings, Summary
    from claimlint.project.run import lint_paths
    from claimlint.rewording.model import Edit, Suggestion
else:
    # Imported when first asked for: `claimlint --version` and the command's start need none of it.
    _HOMES = {
        "ClaimlintError": "errors",
        "Edit": "rewording.model",
        "FileResult": "project.model",
        "Finding": "project.model",
        "Fixed": "project.fix",
        "Note": "project.model",
        "Report": "project.model",
        "Settings": "project.model",
        "Suggestion": "rewording.model",
        "Summary": "project.model",
        "lint_batch": "project.archive.batch",
        "lint_paths": "project.run",
        "lint_text": "project.lint",
        "mend_text": "project.fix",
    }

    def __getattr__(name):
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
        globals()[name] = value
        return value

    def __dir__():
        return sorted(__all__)
