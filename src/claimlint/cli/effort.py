"""How much of the machine a run may use: processes, and what earlier runs found."""

from __future__ import annotations

import os
from typing import Any

from claimlint.errors import ClaimlintError
from claimlint.project.run import Kept, Runner, Work, check


def runner_for(options: dict[str, Any], *, notes: bool, work: Work = check) -> Runner:
    """The runner that the options ask for; they are taken out of `options`. Drafts that are mended are mended by one
    process, and nothing is kept of them.

    Raises ClaimlintError for options that exclude each other.
    """
    jobs, no_cache, folder = options.pop("jobs"), options.pop("no_cache"), options.pop("cache_dir")
    if no_cache and folder is not None:
        raise ClaimlintError("--cache-dir and --no-cache exclude each other")
    if work is not check:
        return Runner(notes=notes, work=work)
    if no_cache:
        return Runner(notes=notes, jobs=jobs)

    def kept() -> Kept:
        from claimlint.project.cache.findings import FindingsCache  # a run over one small draft does without
        from claimlint.project.cache.store import user_folder

        return FindingsCache(user_folder() if folder is None else os.path.abspath(folder), notes=notes)

    return Runner(notes=notes, kept=kept, jobs=jobs)
