"""Each promise of SECURITY.md, by its number; where another test holds it in full, this one shows it at the command."""

from __future__ import annotations

import json
import os
import re
import socket
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

from claimlint.cli.main import main
from claimlint.rules import pack
from claimlint.rules.pack import load_pack

ROOT = Path(__file__).parent.parent
CLAIM = "Zinc absolutely cures acne.\n"
CONTROLS = {chr(code) for code in (*range(9), *range(11, 32), *range(127, 160), 0x202E, 0x2066)}
NASTY_NAME = "a\x1b[2J\n::error::x\n##vso[x]<script>alert(1)<\u202eb.md"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """The command in an empty repository: exit code, standard output, standard error."""

    def command(*arguments: str) -> tuple[int, str, str]:
        code = main(arguments)
        return (code, *capsys.readouterr())

    return command


def rule(**changes: object) -> str:
    """A rule as JSON, which is YAML."""
    text = {"id": "own", "severity": "warning", "summary": "s", "message": "“{text}”", "why": "w",
            "when": "own-mark", "report": "own-mark", "reword": "none", "sources": ["ours"],
            "patterns": [{"mark": "own-mark", "pattern": "zinc"}],
            "examples": {"flagged": [{"text": "Zinc."}], "clean": [{"text": "Tea.", "why": "x"}]}}  # fmt: skip
    return json.dumps({**text, **changes})


def test_every_promise_has_its_test() -> None:
    promised = re.findall(r"^(\d+)\. ", (ROOT / "SECURITY.md").read_text(encoding="utf-8"), re.MULTILINE)
    tested = {match for name in globals() for match in re.findall(r"^test_promise_(\d+)_", name)}
    assert promised == [str(number) for number in range(1, 17)]
    assert set(promised) == tested


@pytest.mark.parametrize(
    "value", ["!!python/object/apply:os.mkdir [pwned]", "!!python/name:os.mkdir", "!!python/module:os"]
)
def test_promise_1_no_yaml_runs_code(run: Run, value: str) -> None:
    Path("a.md").write_text(CLAIM)
    Path(".claimlint.yaml").write_text(f"ignore: [{value}]\n")
    Path("rules").mkdir()
    assert run("a.md")[0] == 2
    Path(".claimlint.yaml").unlink()
    Path("rules/own.yaml").write_text(rule().replace('"w"', value))
    assert run("--rule-path", "rules", "a.md")[0] == 2
    assert not Path("pwned").exists()


@pytest.mark.parametrize(
    "message", ["{text.__class__}", "{0}", "{text!r:>{case}}", "{__import__}", "{text:>99999999999}"]
)
def test_promise_1_no_message_reaches_into_the_program(run: Run, message: str) -> None:
    Path("a.md").write_text(CLAIM)
    Path("rules").mkdir()
    Path("rules/own.yaml").write_text(rule(message=message))
    code, _, errors = run("--rule-path", "rules", "a.md")
    assert code == 2
    assert "message" in errors


def test_promise_2_git_runs_nothing_that_a_repository_names(folder: Path, run: Run) -> None:
    """In full: tests/project/test_changes.py."""
    (folder / ".git").rmdir()
    who = ["-c", "user.name=t", "-c", "user.email=t@example.org"]
    Path("a.md").write_text("Tea.\n")
    Path(".gitattributes").write_text("*.md filter=spy diff=spy\n")
    for arguments in (["init", "-q"], ["add", "."], [*who, "commit", "-qm", "a"]):
        subprocess.run(["git", *arguments], check=True)
    for key in ("filter.spy.clean", "filter.spy.process", "diff.spy.textconv", "diff.spy.command", "core.fsmonitor"):
        subprocess.run(["git", "config", key, "touch pwned; cat"], check=True)
    Path("a.md").write_text("Tea.\n\n" + CLAIM)
    code, shown, _ = run("--changed", "HEAD", "a.md")
    assert (code, "absolute-language" in shown) == (1, True)
    assert not Path("pwned").exists()


def test_promise_3_nothing_goes_over_the_network(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*arguments: object, **more: object) -> None:
        raise AssertionError("a connection")

    monkeypatch.setattr(socket, "socket", refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)
    Path("a.md").write_text(
        CLAIM + "See https://shop.example/buy and ![x](http://pixel.example/a.png) [1].\n\n[1]: //b.example"
    )
    for name in ("text", "html", "sarif", "json"):
        assert run("--no-cache", "--format", name, "a.md")[0] == 1
    assert run("review", "a.md")[0] == 1


@pytest.mark.parametrize(
    "setting", ["rule-paths: [../outside]", "rule-paths: [/]", "baseline: ../b.json", "rule-paths: [link]"]
)
def test_promise_4_a_configuration_names_nothing_outside(folder: Path, run: Run, setting: str) -> None:
    (folder.parent / "outside").mkdir()
    Path("link").symlink_to("../outside")
    Path(".claimlint.yaml").write_text(setting)
    Path("a.md").write_text(CLAIM)
    code, _, errors = run("a.md")
    assert code == 2
    assert "lies outside the configuration's folder" in errors


@pytest.mark.parametrize("name", ["own.yaml", "lexicons/own.yaml", "lexicons"])
def test_promise_4_nor_does_a_link_in_its_folder_of_rules(folder: Path, run: Run, name: str) -> None:
    secret = folder.parent / "secret"
    if name == "lexicons":
        secret.mkdir()
        (secret / "s.yaml").write_text("password: 1\n")
    else:
        secret.write_text("password: 1\n")
    Path("rules/lexicons" if name == "lexicons/own.yaml" else "rules").mkdir(parents=True)
    Path("rules", name).symlink_to(secret)
    Path(".claimlint.yaml").write_text("rule-paths: [rules]\n")
    Path("a.md").write_text(CLAIM)
    code, shown, errors = run("a.md")
    assert code == 2
    assert "is a link that leads out of the configuration's folder" in errors
    assert "password" not in shown + errors


def test_promise_5_no_link_leads_out(folder: Path, run: Run) -> None:
    """Folders in full: tests/project/test_discovery.py."""
    secret = folder.parent / "secret.md"
    secret.write_text(CLAIM)
    Path("a.md").write_text("Tea.\n")
    Path("link.md").symlink_to(secret)
    Path("posts").symlink_to(folder.parent)
    assert run(".")[0] == 0
    said = "is a link that leads out of the repository"
    for name in ("link.md", "posts/secret.md"):
        for command in ([], ["fix"], ["review"]):
            code, shown, errors = run(*command, name)
            assert (code, "acne" in shown) == (2, False)
            assert said in errors + shown


@pytest.mark.parametrize("name", [".claimlint.yaml", "pyproject.toml", ".claimlint-baseline.json"])
def test_promise_5_no_configuration_outside_is_read_or_quoted(folder: Path, run: Run, name: str) -> None:
    (folder.parent / "secret").write_text(
        "[tool.claimlint]\npassword = 1\n" if name.endswith("toml") else "password: 1\n"
    )
    Path(name).symlink_to("../secret")
    Path("a.md").write_text(CLAIM)
    code, shown, errors = run("a.md")
    assert code == 2
    assert f"{name}: is a link that leads out of the repository" in errors
    assert "password" not in shown + errors


@pytest.mark.parametrize(("command", "name"), [("init", ".claimlint.yaml"), ("baseline", ".claimlint-baseline.json")])
def test_promise_5_nothing_is_written_through_a_link_out(folder: Path, run: Run, command: str, name: str) -> None:
    profile = folder.parent / "profile"
    Path("a.md").write_text(CLAIM)
    Path(name).symlink_to(profile)
    if command == "baseline":
        profile.write_text('{"version": 1, "findings": []}')
    before = profile.exists() and profile.read_text()
    code, _, errors = run(command)
    assert code == 2
    assert "is a link that leads out of the repository" in errors
    assert (profile.exists() and profile.read_text()) == before


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A compiled pack of a small rule folder, in a cache of its own."""
    (tmp_path / "rules/lexicons").mkdir(parents=True)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(pack, "builtin_folder", lambda: str(tmp_path / "rules"))
    monkeypatch.setattr("claimlint.rules.build.prepare", dict)
    load_pack()
    (path,) = (tmp_path / "cache/claimlint").iterdir()
    return path


def was_read(monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether the pack that is kept is unmarshalled."""
    read: list[bytes] = []
    real = pack._without_collection

    def watched(data: bytes) -> object:
        read.append(data)
        return real(data)

    monkeypatch.setattr(pack, "_without_collection", watched)
    load_pack()
    return bool(read)


def test_promise_6_what_is_kept_is_the_users_alone(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert stat.S_IMODE(kept.parent.stat().st_mode) == 0o700
    assert was_read(monkeypatch)


@pytest.mark.parametrize("planted", ["writable by others", "of another user", "a link", "a second name", "a pipe"])
def test_promise_6_what_others_could_have_planted_is_not_read(
    kept: Path, monkeypatch: pytest.MonkeyPatch, planted: str
) -> None:
    if planted == "writable by others":
        kept.chmod(0o620)
    elif planted == "of another user":
        monkeypatch.setattr(os, "geteuid", lambda: kept.stat().st_uid + 1)
    elif planted == "a link":
        kept.symlink_to(kept.rename(kept.with_name("elsewhere")))
    elif planted == "a second name":
        kept.with_name("second").hardlink_to(kept)
    else:
        kept.unlink()
        os.mkfifo(kept)
    assert not was_read(monkeypatch)


@pytest.mark.parametrize("arguments", [[], ["--format", "concise"], ["--verbose"], ["fix", "--diff"], ["fix"]])
def test_promise_7_nothing_reaches_a_terminal_as_a_control(run: Run, arguments: list[str]) -> None:
    """In full: tests/reporting/test_every_format.py and test_terminal.py."""
    Path(NASTY_NAME).write_text("Zinc\x1b]0;x\x07 absolutely\u202e cures acne.\n\n<!-- claimlint-disable \x1b[2J -->\n")
    Path("b\x1b[2J.txt").write_bytes(b"\0")
    code, shown, errors = run(*arguments, NASTY_NAME, "b\x1b[2J.txt", "gone\x1b[2J.md")
    assert code == 2
    assert not set(shown + errors) & CONTROLS


@pytest.mark.parametrize("arguments", [["--format", "html"], ["review"]])
def test_promise_8_html_from_outside_is_text(run: Run, arguments: list[str]) -> None:
    """In full: tests/reporting/test_html.py and test_review_page.py."""
    name = NASTY_NAME.replace("/", "")
    Path(name).write_text("<script>alert(1)</script> Zinc absolutely cures acne <img src=x onerror=alert(1)>.\n")
    _, page, _ = run(*arguments, name)
    assert "acne" in page
    assert not re.search(r"<(?:script|img|iframe|object|embed|link)\b", page)
    assert not re.search(r"""<[^>]*\s(?:on\w+|src|srcset)\s*=""", page)


@pytest.mark.parametrize("name", ["json", "jsonl", "sarif", "gitlab", "rdjson", "checkstyle", "junit"])
def test_promise_9_a_value_stays_a_value(run: Run, name: str) -> None:
    """In full: the tests of each format in tests/reporting."""
    Path(NASTY_NAME).write_text('Zinc ]]> "}, {"a": <b/> absolutely cures acne.\n')
    _, report, _ = run("--format", name, NASTY_NAME)
    if name in ("checkstyle", "junit"):
        ElementTree.fromstring(report)
    else:
        for document in report.splitlines() if name == "jsonl" else [report]:
            json.loads(document)
    assert "\x1b" not in report


def test_promise_7_nor_does_what_a_setting_or_a_rule_says(run: Run) -> None:
    Path("rules").mkdir()
    Path("rules/own.yaml").write_text(rule(summary="s\x1b[2J\u202e", why="w\x1b[2J\u202e", message="m\x1b[2J\u202e"))
    Path(".claimlint.yaml").write_text('per-path:\n- path: "a\\e*"\n  fail-on: never\nrule-paths: [rules]\n')
    Path("a\x1b[2J.md").write_text(CLAIM)
    shown = ""
    for arguments in (["config", "a\x1b[2J.md"], ["rules"], ["explain", "own"], ["-v", "."], ["test", "rules"]):
        _, *printed = run(*arguments, *(["--rule-path", "rules"] if arguments[0] in ("rules", "explain") else []))
        shown += "".join(printed)
    assert "\\x1b[2J" in shown
    assert not set(shown) & CONTROLS


@pytest.mark.parametrize(
    "arguments",
    [
        ["--format", "github"],
        [],
        ["--format", "concise"],
        ["fix"],
        ["fix", "--diff"],
        ["--fix"],
        ["config"],
        ["baseline"],
    ],
)
def test_promise_10_nothing_is_a_command_in_a_log(
    run: Run, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    """In full: tests/reporting/test_github.py."""
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    Path(NASTY_NAME).write_text("::error::Zinc absolutely cures acne.\n\n##vso[x]Zinc literally cures acne [1].\n")
    Path("::error::b.md").write_text("Zinc literally improves skin in adults [1].\n")
    names = [NASTY_NAME, "::error::b.md", "gone\n::error::y"]
    _, shown, errors = run(*arguments, *(names[1:2] if arguments == ["config"] else names))
    for line in (shown + errors).splitlines():
        assert not re.match(r"\s*::(?!(?:error|warning|notice) file=|group::|endgroup::)", line), line
        assert arguments == ["--format", "github"] or not re.search(r"##(?:vso)?\[", line), line


@pytest.mark.parametrize("markup", ["markdown", "bbcode", "text"])
def test_promise_11_no_markup_of_a_draft_gets_into_a_reply(run: Run, markup: str) -> None:
    """In full: tests/reporting/test_review_reply.py."""
    Path("a.md").write_text(
        "Zinc ![x](http://t.example/p.png) @all [b]absolutely[/b] <b>cures</b> acne.\n\nBuy it at https://shop.example/buy\n"
    )
    _, shown, _ = run("review", "--reply", markup, "a.md")
    assert "acne" in shown
    assert "shop.example" not in shown
    for live in {"markdown": ("![", "\n<b>", " <b>", "@all"), "bbcode": ("[b]abs", "http://"), "text": ()}[markup]:
        assert live not in shown


def test_promise_12_a_pattern_that_blows_up_is_stopped_with_its_name(run: Run) -> None:
    Path("rules").mkdir()
    Path("rules/own.yaml").write_text(rule(patterns=[{"mark": "own-mark", "pattern": "(a|aa)+$"}]))
    Path("a.md").write_text("a" * 60 + " b\n")
    Path("b.md").write_text("Tea.\n")
    code, shown, errors = run("--rule-path", "rules", "a.md", "b.md")
    assert code == 2
    assert "the pattern '(a|aa)+$' of the rule \"own\" takes too long" in shown + errors


@pytest.mark.parametrize("pattern", ["(a{60000}){60000}", "(" * 100_000, "((((a{999}){999}){999}){999})"])
def test_promise_12_a_pattern_too_large_to_compile_is_refused(run: Run, pattern: str) -> None:
    Path("rules").mkdir()
    Path("rules/own.yaml").write_text(rule(patterns=[{"mark": "own-mark", "pattern": pattern}]))
    Path("a.md").write_text("Tea.\n")
    code, _, errors = run("--rule-path", "rules", "a.md")
    assert code == 2
    assert "rules/own.yaml: line 1: patterns.0.pattern: is not a regular expression: " in errors


LAUGHS = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{chr(ord(name) - 1)}'] * 9)}]\n" for name in "bcdefghi"
)


@pytest.mark.parametrize(
    ("text", "said"),
    [(LAUGHS, "holds too many values"), ("a: &a [*a]\n", "nested too deeply"), ("[" * 200_000, "nested too deeply"),
     ("- " * 200_000, "nested too deeply"), ("{a: " * 200_000, "nested too deeply"), ("a: " + "9" * 5000, "digits")],
    ids=["laughs", "itself", "brackets", "lists", "mappings", "number"],
)  # fmt: skip
def test_promise_13_a_file_that_grows_without_bound_is_refused(folder: Path, text: str, said: str) -> None:
    """In a process of its own: what is too deep for libyaml ends the process."""
    Path(".claimlint.yaml").write_text(text)
    Path("a.md").write_text("Tea.\n")
    command = [sys.executable, "-m", "claimlint", "a.md"]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": str(ROOT / "src")}
    )
    assert done.returncode == 2, done.returncode
    assert ".claimlint.yaml" in done.stderr
    assert said in done.stderr


def test_promise_13_a_deep_baseline_and_a_large_draft_are_refused(run: Run) -> None:
    Path("a.md").write_text(CLAIM)
    Path(".claimlint-baseline.json").write_text("[" * 200_000)
    assert "nested too deeply" in run("a.md")[2]
    Path(".claimlint-baseline.json").unlink()
    Path(".claimlint.yaml").write_text("max-bytes: 10\n")
    assert "is larger than 10 bytes" in run("a.md")[2]


def test_promise_14_work_grows_with_the_text() -> None:
    for name in ("project/test_growth.py", "document/test_document_growth.py"):
        assert "def test_" in (ROOT / "tests" / name).read_text(encoding="utf-8")
    assert (ROOT / "benchmarks/patterns.py").exists()


def test_promise_13_a_rule_that_is_a_pipe_is_not_waited_for(run: Run) -> None:
    Path("rules").mkdir()
    os.mkfifo("rules/own.yaml")
    Path("a.md").write_text("Tea.\n")
    code, _, errors = run("--rule-path", "rules", "a.md")
    assert code == 2
    assert "rules/own.yaml: is not a file, or leads to none" in errors


def test_promise_15_one_bad_draft_does_not_cost_the_others(run: Run) -> None:
    Path("a.md").write_bytes(b"\0")
    Path("b.md").write_text(CLAIM)
    Path("c").mkdir()
    Path("c/.claimlint.yaml").write_text("[" * 3000)
    Path("c/c.md").write_text(CLAIM)
    code, shown, errors = run("a.md", "b.md", "c/c.md")
    assert code == 2
    assert "b.md:1:" in shown
    assert "a.md" in errors
    assert "c/.claimlint.yaml" in errors


def test_promise_16_files_stay_whole(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """In full: tests/project/test_writing.py."""

    def full(file: int) -> None:
        raise OSError(28, "No space left on device")

    Path("a.md").write_text("Ginkgo absolutely improves memory in adults [1].\n")
    before = Path("a.md").read_bytes()
    monkeypatch.setattr(os, "fsync", full)
    code, _, errors = run("fix", "a.md")
    assert code == 2
    assert "a.md: cannot be written: No space left on device" in errors
    assert Path("a.md").read_bytes() == before
    assert [path.name for path in Path().iterdir() if path.suffix == ".part"] == []
