"""Where a configuration may be. This runs on the way to every draft, so it reads no file that cannot be one."""

from __future__ import annotations

import os
import re

from claimlint.lazy import lazy

YAML_NAMES = (".claimlint.yaml", ".claimlint.yml")
TOML_NAME = "pyproject.toml"
BASELINE_NAME = ".claimlint-baseline.json"
MENTION = lazy(
    rb"""tool["']?\s{0,9}\.\s{0,9}["']?claimlint|^[ \t]*\[[ \t]{0,9}["']?tool["']?[ \t]{0,9}\]""", re.MULTILINE
)
"""A pyproject.toml without this has no table of ours, so that no TOML parser need be imported to know it."""


def configuration_in(folder: str) -> str | None:
    """The file of a folder that may hold a configuration; `.claimlint.yaml` comes first."""
    for name in YAML_NAMES:
        path = os.path.join(folder, name)
        if os.path.isfile(path):
            return path
    path = os.path.join(folder, TOML_NAME)
    return path if mentions_claimlint(path) else None


def baseline_in(folder: str) -> str:
    """The baseline of a folder, or ""."""
    path = os.path.join(folder, BASELINE_NAME)
    return path if os.path.isfile(path) else ""


def mentions_claimlint(path: str) -> bool:
    """Whether a pyproject.toml may have a table of ours. One that cannot be read has none."""
    if not os.path.isfile(path):
        return False
    try:
        with open(path, "rb") as stream:
            return MENTION.search(stream.read()) is not None
    except OSError:
        return False


def leads_out(path: str) -> bool:
    """Whether a file is reached by a link to outside the repository that it lies in, or, where it lies in none, to
    outside its folder. Such a link may come with a repository that nobody vetted."""
    absolute = os.path.abspath(path)
    real = os.path.realpath(absolute)
    if real == absolute:
        return False
    tree = repository_of(os.path.dirname(absolute)) or os.path.dirname(absolute)
    return not real.startswith(os.path.join(os.path.realpath(tree), ""))


def repository_of(folder: str) -> str:
    """The root of the repository that a folder (an absolute path) lies in, or ""."""
    while not is_root(folder):
        above = os.path.dirname(folder)
        if above == folder:
            return ""
        folder = above
    return folder


def is_root(folder: str) -> bool:
    """Whether a folder is the root of a repository, above which nothing applies to it."""
    return os.path.lexists(os.path.join(folder, ".git"))


def shown(path: str) -> str:
    """A path as people want it in a message: relative to where they are, if it is below."""
    absolute = os.path.abspath(path)
    here = os.getcwd() + os.sep
    return absolute.removeprefix(here)
