"""Options that several commands take."""

from __future__ import annotations

import os

import click

format_option = click.option(
    "--format",
    "output_format",
    type=click.Choice(("text", "json")),
    default="text",
    help="text for people, json for programs",
)


def names(ctx: click.Context, param: click.Parameter, values: tuple[str, ...] | str | None) -> tuple[str, ...]:
    """Rule names, separated by commas and each once; of an option that may be repeated, too."""
    words = (values,) if isinstance(values, str) else values or ()
    parts = (part.strip() for word in words for part in word.split(","))
    return tuple(dict.fromkeys(part for part in parts if part))


def absolute(ctx: click.Context, param: click.Parameter, paths: tuple[str, ...]) -> tuple[str, ...]:
    """Paths that mean the same wherever they are read."""
    return tuple(map(os.path.abspath, paths))


rule_path_option = click.option(
    "--rule-path",
    "rule_paths",
    metavar="FOLDER",
    type=click.Path(),
    multiple=True,
    callback=absolute,
    help="a folder with further rules (repeatable)",
)
