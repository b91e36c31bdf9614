"""One line a finding."""

from __future__ import annotations

import re

from hypothesis import given

from claimlint.document.model import PostRef
from claimlint.project.model import FileResult
from reports import lint, report, runs, small


def test_a_line_each_and_the_counts() -> None:
    assert report("concise", small()) == (
        'posts/a.md:2:6: error cure "cure" is too strong\n'
        'posts/a.md:2:12: info tonic "tonic" is too strong\n'
        "2 findings (1 error, 1 info) in 1 of 1 file\n"
    )
    assert report("concise", small(), quiet=True).count("\n") == 2


def test_in_a_thread_it_says_whose_post_it_is() -> None:
    assert report("concise", lint("cure", post=PostRef(3, "ann", False)), quiet=True) == (
        "a.md:1:1: error cure “cure” is too strong (post 3 by ann)\n"
    )


def test_statistics_count_rules_and_files_the_most_frequent_first() -> None:
    more = lint("tonic " * 9, "c.md")
    assert report("concise", small("b.md"), small("a.md"), more, quiet=True, statistics=True).endswith(
        "findings by rule\n    11  tonic\n     2  cure\n\nfindings by file\n    9  c.md\n    2  a.md\n    2  b.md\n\n"
    )
    assert report("concise", FileResult("clean.md"), quiet=True, statistics=True) == ""


@given(runs)
def test_there_is_a_line_for_each_finding_whatever_paths_and_words_hold(results: list[FileResult]) -> None:
    lines = report("concise", *results, quiet=True).splitlines()
    assert len(lines) == sum(len(result.findings) for result in results)
    assert all(re.search(r":\d+:\d+: (?:error|warning|info) (?:cure|miracle|tonic) “", line) for line in lines)
