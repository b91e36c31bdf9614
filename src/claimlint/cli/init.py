"""`claimlint init`: the files that a repository starts with."""

from __future__ import annotations

import os
from collections.abc import Iterator

import click

from claimlint.cli.output import write_report
from claimlint.errors import ClaimlintError


@click.command(short_help="write a configuration to fill in, and the hook's entry for pre-commit")
@click.option("--repo", "repository", metavar="URL", default="", help="take the hook from claimlint's repository there")
@click.option("--no-hook", is_flag=True, help="leave pre-commit's configuration alone")
def command(repository: str, no_hook: bool) -> int:
    """Write .claimlint.yaml into this folder, every setting explained and commented out, and add the hook to
    .pre-commit-config.yaml at the root of the repository. Nothing that is there is overwritten; what was done is said.
    """
    write_report(_done(repository, no_hook), None)
    return 0


def _done(repository: str, no_hook: bool) -> Iterator[str]:
    from claimlint.project.located import configuration_in, shown
    from claimlint.project.starting import configuration
    from claimlint.project.writing import write_inside

    found = configuration_in(os.curdir)
    if found:
        yield f"{shown(found)} holds a configuration already: left as it is\n"
    else:
        write_inside(".claimlint.yaml", [configuration().encode()])
        yield "wrote .claimlint.yaml: every setting is in it, commented out\n"
    if not no_hook:
        yield from _hook(repository)
    yield "next: claimlint .          what is found today\n"
    yield "      claimlint baseline   to be told only of what is new from now on\n"


def _hook(repository: str) -> Iterator[str]:
    from claimlint.project.located import is_root, shown
    from claimlint.project.starting import HOOKS_FILE, hook_entry, with_hook
    from claimlint.project.writing import write_inside

    root = os.getcwd()
    while not is_root(root) and os.path.dirname(root) != root:
        root = os.path.dirname(root)
    if not is_root(root):
        yield "no hook: this is no git repository (run claimlint init again once it is)\n"
        return
    path = os.path.join(root, HOOKS_FILE)
    entry = hook_entry(repository)
    hooks = with_hook(_text(path), entry)
    name = shown(path)
    if hooks.has_it:
        yield f"{name} has the hook already: left as it is\n"
    elif hooks.text is None:
        yield f"{name} is not written as claimlint knows it; add this to its repos:\n\n{entry}\n"
    else:
        is_new = not os.path.lexists(path)
        write_inside(path, [hooks.text.encode()])
        yield f"{'wrote' if is_new else 'added the hook to'} {name}: pre-commit install switches it on\n"


def _text(path: str) -> str | None:
    try:
        with open(path, encoding="utf-8", newline="") as stream:
            return stream.read()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise ClaimlintError(f"cannot be read: {error.strerror or error}", path=path) from error
    except UnicodeDecodeError as error:
        raise ClaimlintError("is not UTF-8", path=path) from error
