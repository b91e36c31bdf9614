"""`claimlint cache [clear]`: what earlier runs left to be used again."""

from __future__ import annotations

import os

import click

from claimlint.cli.options import cache_folder_option
from claimlint.cli.output import write_report
from claimlint.reporting.terminal import escape


@click.command(short_help="show where findings are kept for the next run, or clear them")
@click.argument("what", metavar="[clear]", type=click.Choice(("show", "clear")), default="show")
@cache_folder_option
def command(what: str, cache_dir: str | None) -> int:
    """Show where findings are kept and how many drafts they are of, or clear them.

    They are looked after by themselves: what was not used for a month goes, and so does what is too much.
    """
    from claimlint.project.cache.store import Store, user_folder

    store = Store(user_folder() if cache_dir is None else os.path.abspath(cache_dir))
    entries, size = store.clear() if what == "clear" else store.size()
    drafts = "1 draft" if entries == 1 else f"{entries:,} drafts"
    done = "cleared: " if what == "clear" else ""
    write_report([f"{escape(store.folder)}: {done}findings of {drafts}, {size / 1e6:.1f} MB\n"], None)
    return 0
