"""How reports name files."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimlint.reporting.paths import in_repository, relative, shown, uri


def test_below_the_working_folder_is_relative_and_the_rest_is_whole(folder: Path) -> None:
    for path in ("a.md", "./a.md", "x/../a.md", str(folder / "a.md")):
        assert relative(path) == "a.md"
    assert relative("../b.md") == str(folder.parent / "b.md")
    assert relative("..md") == "..md"
    assert relative("<stdin>") == "<stdin>"
    assert relative("") == ""


@pytest.mark.parametrize("variable", ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"])
def test_a_server_names_the_top_of_the_repository(folder: Path, monkeypatch: pytest.MonkeyPatch, variable: str) -> None:
    (folder / "posts").mkdir()
    monkeypatch.chdir(folder / "posts")
    monkeypatch.setenv(variable, str(folder))
    assert (in_repository("a.md"), in_repository("../b.md"), uri("é.md")) == ("posts/a.md", "b.md", "posts/%C3%A9.md")
    assert in_repository("/elsewhere/c.md") == "/elsewhere/c.md"
    assert in_repository("<stdin>") == "<stdin>"
    assert relative("a.md") == "a.md"


def test_bytes_that_are_no_utf_8_are_escapes() -> None:
    assert shown("a\udcff.md") == "a\\xff.md"
