"""`claimlint lsp`: the language server."""

from __future__ import annotations

import click

from claimlint.errors import ClaimlintError


@click.command(short_help="serve an editor: findings while typing (needs pygls)")
@click.option("--stdio", is_flag=True, help="talk over standard input and output; the only way there is")
def command(stdio: bool) -> int:  # editors pass it by custom
    """Serve an editor by the language server protocol: findings while typing, the page of a rule under the mouse,
    wordings as quick fixes.

    Editors start this command themselves; docs/editors.md says how to set each up.
    """
    try:
        from claimlint.editor.server import make_server
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("pygls", "lsprotocol"):
            raise
        raise ClaimlintError("the language server needs pygls: pip install 'pygls>=2'") from error
    make_server().start_io()
    return 0
