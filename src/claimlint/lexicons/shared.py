"""Making equal parts of a compiled value one and the same, so that the file is small and quickly read.

Thousands of words mean the same few things: `(("health", "condition"),)` is written once and referred to. marshal keeps
such references, and the garbage collector has the fewer objects to look at.
"""

from __future__ import annotations

import sys
from typing import Any


def shared(value: Any) -> Any:
    """`value` with lists made tuples, and every string and tuple that occurs again made the same object."""
    known: dict[Any, Any] = {}

    def of(part: Any) -> Any:
        if isinstance(part, str):
            return sys.intern(part)
        if isinstance(part, dict):
            return {of(key): of(entry) for key, entry in part.items()}
        if isinstance(part, list | tuple):
            whole = tuple(map(of, part))
            # 1, 1.0 and True are equal and not the same: only what is made of strings is shared.
            return known.setdefault(whole, whole) if _of_strings(whole) else whole
        return part

    return of(value)


def _of_strings(part: Any) -> bool:
    return isinstance(part, str) or (isinstance(part, tuple) and all(map(_of_strings, part)))
