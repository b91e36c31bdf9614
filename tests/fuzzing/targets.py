"""Everything that is fuzzed: where the inputs come from, and what must hold for them."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec
from typing import Any, NamedTuple

from hypothesis import strategies as st

from fuzzing import doors, inputs
from fuzzing.properties import (
    check_baseline,
    check_comments,
    check_config,
    check_draft,
    check_hooks,
    check_lexicon,
    check_profile,
    check_review,
    check_rule,
    check_run,
    check_text,
)


class Target(NamedTuple):
    """Something to fuzz: where its inputs come from, and what must hold for them."""

    inputs: st.SearchStrategy[Any]
    check: Callable[..., None]
    weight: int = 1
    """How much of the time it gets."""


NAMES = st.sampled_from(inputs.SUFFIXES).map(lambda suffix: f"a{suffix}")
FORMATS = st.sampled_from(("text", "markdown", "html", "bbcode"))
TARGETS: dict[str, Target] = {
    "draft": Target(st.tuples(inputs.DRAFTS, NAMES), check_draft, 4),
    "text": Target(st.tuples(inputs.TEXTS, NAMES), check_text, 4),
    "comments": Target(st.tuples(inputs.COMMENTED, NAMES, st.booleans()), check_comments, 2),
    "review": Target(st.tuples(inputs.DRAFTS, NAMES), check_review),
    "config": Target(st.tuples(inputs.CONFIGS, st.just(".claimlint.yaml")), check_config),
    "toml": Target(st.tuples(inputs.TOMLS, st.just("pyproject.toml")), check_config),
    "rule": Target(st.tuples(inputs.RULES), check_rule),
    "lexicon": Target(st.tuples(inputs.LEXICONS, st.sampled_from(("own", "verb-forms"))), check_lexicon),
    "profile": Target(st.tuples(inputs.PROFILES), check_profile),
    "baseline": Target(st.tuples(inputs.BASELINES), check_baseline),
    "hooks": Target(st.tuples(inputs.CONFIGS), check_hooks),
    "run": Target(
        st.tuples(
            st.lists(st.tuples(st.sampled_from(inputs.SUFFIXES), inputs.DRAFTS), min_size=1, max_size=3),
            st.one_of(st.just(b""), inputs.CONFIGS),
            st.integers(0, 9),
        ),
        check_run,
    ),
    "command": Target(
        st.tuples(doors.ARGUMENTS, st.lists(inputs.DRAFTS, max_size=3), st.one_of(st.none(), inputs.CONFIGS)),
        doors.check_command,
    ),
    "dump": Target(st.tuples(doors.PLAIN, doors.DUMPS, doors.DAMAGE, FORMATS), doors.check_dump),
    "parquet": Target(
        st.tuples(st.lists(inputs.TEXTS, max_size=4), doors.COLUMNS, doors.DAMAGE, st.booleans()),
        doors.check_parquet,
    ),
}
if find_spec("pygls"):
    TARGETS["editor"] = Target(
        st.tuples(inputs.TEXTS, doors.CHANGES, st.sampled_from(sorted(doors.UNITS)), NAMES), doors.check_editor
    )
