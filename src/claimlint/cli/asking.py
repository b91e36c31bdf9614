"""Asking a person at a terminal what to do about a finding."""

from __future__ import annotations

import click

from claimlint.cli.output import columns, say, wants_colour
from claimlint.project.interview import Choice, Question, Reply
from claimlint.reporting import text_report
from claimlint.reporting.style import Style

CHOICES: tuple[Choice, ...] = ("accept", "edit", "skip", "disable", "quit")
HELP = {
    "accept": "put the suggested wording into the draft",
    "edit": "write a wording of your own, in your editor",
    "skip": "leave the sentence as it is",
    "disable": "leave it, and put a comment beside it so that this is not reported again",
    "quit": "stop; what you have decided so far is kept",
}


def ask(question: Question) -> Reply:
    """Show a finding and wait for an answer. Ctrl-C and the end of input quit."""
    shown = question.result._replace(findings=(question.finding,), notes=(), suppressed=())
    style = Style(columns(), wants_colour("auto", to_file=False), quiet=True)
    if question.note:
        say(question.note)
    click.echo("".join(text_report.render([shown], style)).rstrip("\n"))
    try:
        while (reply := _reply(question)) is None:
            pass
    except (click.Abort, KeyboardInterrupt, EOFError):
        click.echo()
        return Reply("quit")
    click.echo()
    return reply


def _reply(question: Question) -> Reply | None:
    """One try at an answer."""
    left = "the last one" if question.remaining == 1 else f"{question.remaining} left"
    can_accept = question.finding.suggestion is not None
    offered = [choice for choice in CHOICES if can_accept or choice != "accept"]
    named = " ".join(f"[{choice[0]}]{choice[1:]}" for choice in offered)
    typed: str = click.prompt(f"({left}) {named} [?]", prompt_suffix=" ", default="?", show_default=False)
    word = typed.strip().lower()
    chosen = next((choice for choice in offered if word and choice.startswith(word)), None)
    if chosen is None:
        for choice in offered:
            click.echo(f"  {choice[0]}  {HELP[choice]}")
        return None
    if chosen == "edit":
        return _edited(question)
    if chosen == "disable":
        reason: str = click.prompt("why is it all right?", prompt_suffix=" ", default="", show_default=False)
        return Reply("disable", reason)
    return Reply(chosen)


def _edited(question: Question) -> Reply | None:
    """The sentence as the person's editor gives it back."""
    start = question.finding.suggestion.text if question.finding.suggestion else question.unit
    try:
        text = click.edit(start, extension=".md", require_save=False)
    except click.ClickException as error:
        say(f"the editor did not work: {error.format_message()} (EDITOR names it)")
        return None
    if text is None or not text.strip():
        return None
    return Reply("edit", text.rstrip("\r\n"))
