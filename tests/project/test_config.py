"""Which configuration applies, and what a wrong one is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimlint.errors import ClaimlintError
from claimlint.project.config import Configurations, Overrides
from claimlint.project.discovery import discover
from claimlint.project.model import LexiconEntry, PathSettings, Settings
from claimlint.project.settingkeys import KEYS
from claimlint.project.settingsfile import parse_toml

RULES = ("absolute-language", "uncited-claim", "unsourced-dose", "vendor-link")


def configurations(overrides: Overrides = Overrides(), **more: object) -> Configurations:
    return Configurations(overrides, known_rules=lambda settings: RULES, **more)  # type: ignore[arg-type]


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


class TestFinding:
    def test_a_draft_without_configuration_gets_the_defaults(self, folder: Path) -> None:
        assert configurations().for_file("draft.md") == Settings()

    def test_the_search_starts_at_the_draft_and_not_at_the_working_folder(self, folder: Path) -> None:
        write(folder / "posts/.claimlint.yaml", "ignore: [vendor-link]\n")
        found = configurations()
        assert found.for_file("posts/2024/draft.md").ignore == ("vendor-link",)
        assert found.for_file("draft.md").ignore == ()

    def test_the_nearest_configuration_wins_whole(self, folder: Path) -> None:
        write(folder / ".claimlint.yaml", "ignore: [vendor-link]\nfail-on: error\n")
        write(folder / "posts/pyproject.toml", '[tool.claimlint]\nselect = ["unsourced-dose"]\n')
        settings = configurations().for_file("posts/draft.md")
        assert (settings.select, settings.ignore, settings.fail_on) == (("unsourced-dose",), (), "warning")

    def test_a_pyproject_of_others_does_not_end_the_search(self, folder: Path) -> None:
        write(folder / ".claimlint.yaml", "fail-on: never\n")
        write(folder / "package/pyproject.toml", '[project]\nname = "claimlint-user"\ndependencies = ["claimlint"]\n')
        write(folder / "other/pyproject.toml", "[tool]\nblack = {}\n")
        assert configurations().for_file("package/draft.md").fail_on == "never"
        assert configurations().for_file("other/draft.md").fail_on == "never"

    def test_a_repository_does_not_obey_what_lies_above_it(self, folder: Path) -> None:
        write(folder.parent / ".claimlint.yaml", "fail-on: never\n")
        assert configurations().for_file("draft.md").fail_on == "warning"
        assert configurations().for_file("../draft.md").fail_on == "never"

    def test_the_yaml_file_wins_over_pyproject_in_one_folder(self, folder: Path) -> None:
        write(folder / ".claimlint.yaml", "fail-on: error\n")
        write(folder / "pyproject.toml", '[tool.claimlint]\nfail-on = "info"\n')
        assert configurations().for_file("draft.md").fail_on == "error"

    @pytest.mark.parametrize(
        "text",
        [
            '[tool.claimlint]\nfail-on = "info"\n',
            '[tool]\nclaimlint = {fail-on = "info"}\n',
            'tool.claimlint.fail-on="info"',
        ],
    )
    def test_the_table_may_be_written_in_any_way_that_toml_allows(self, folder: Path, text: str) -> None:
        write(folder / "pyproject.toml", text)
        assert configurations().for_file("draft.md").fail_on == "info"

    def test_config_names_one_for_all_and_no_config_none(self, folder: Path) -> None:
        write(folder / ".claimlint.yaml", "fail-on: error\n")
        write(folder / "elsewhere/strict.yaml", "fail-on: info\n")
        assert configurations(config="elsewhere/strict.yaml").for_file("draft.md").fail_on == "info"
        assert configurations(search=False).for_file("draft.md").fail_on == "warning"

    def test_an_empty_file_is_a_configuration_that_changes_nothing(self, folder: Path) -> None:
        write(folder / ".claimlint.yaml", "fail-on: error\n")
        write(folder / "posts/.claimlint.yaml", "# nothing\n")
        assert configurations().for_file("posts/draft.md").fail_on == "warning"


class TestValues:
    def test_every_key(self, folder: Path) -> None:
        (folder / "house-rules").mkdir()
        path = write(
            folder / ".claimlint.yaml",
            "select: [uncited-claim, vendor-link]\n"
            "ignore: [vendor-link]\n"
            "severity: {uncited-claim: error}\n"
            "rule-paths: [house-rules]\n"
            "lexicons:\n  hedge: [so they say]\n  effect: {increase: [embiggen]}\n"
            "allow-domains: [Example.org]\n"
            "deny-domains: ['*.shop.example']\n"
            "exclude: [archive/, '*.draft.md']\n"
            "extensions: [.MD, .post]\n"
            "fail-on: error\n"
            "max-bytes: 1000\n"
            "input-format: text\n"
            "require-reason: true\n"
            "baseline: known/findings.json\n"
            "per-path:\n- {path: shop/, ignore: [vendor-link]}\n- path: [a.md, 'b/**']\n  fail-on: never\n",
        )
        assert {line.partition(":")[0] for line in path.read_text().splitlines() if line[0].isalpha()} == set(KEYS)
        assert configurations().for_folder(".") == Settings(
            select=("uncited-claim", "vendor-link"),
            ignore=("vendor-link",),
            severity=(("uncited-claim", "error"),),
            rule_paths=(str(folder / "house-rules"),),
            extend_lexicons=(
                LexiconEntry("hedge", "", ("so they say",)),
                LexiconEntry("effect", "increase", ("embiggen",)),
            ),
            allow_domains=("example.org",),
            deny_domains=("*.shop.example",),
            exclude=("archive/", "*.draft.md"),
            extensions=(".md", ".post"),
            fail_on="error",
            max_bytes=1000,
            input_format="text",
            require_reason=True,
            baseline=str(folder / "known/findings.json"),
            per_path=(
                PathSettings(("shop/",), (("ignore", ("vendor-link",)),)),
                PathSettings(("a.md", "b/**"), (("fail_on", "never"),)),
            ),
            root=str(folder),
            source=str(path),
        )

    def test_the_command_line_overrides(self, folder: Path) -> None:
        write(folder / ".claimlint.yaml", "ignore: [vendor-link, uncited-claim]\nfail-on: error\n")
        overrides = Overrides(select=("vendor-link",), fail_on="info", input_format="html", rule_paths=("/elsewhere",))
        settings = configurations(overrides).for_file("draft.md")
        assert settings.select == ("vendor-link",)
        assert settings.ignore == ("uncited-claim",), "--select lifts the configuration's ignore from what it names"
        assert (settings.fail_on, settings.input_format, settings.rule_paths) == ("info", "html", ("/elsewhere",))
        assert configurations(Overrides(ignore=("unsourced-dose",))).for_file("x.md").ignore == ("unsourced-dose",)


class TestPerPath:
    CONFIG = (
        "ignore: [absolute-language]\nseverity: {unsourced-dose: warning}\nallow-domains: [a.example]\n"
        "per-path:\n"
        "  - {path: shop/, ignore: [vendor-link], allow-domains: [b.example]}\n"
        "  - {path: ['shop/*.txt', /top.md], severity: {uncited-claim: info}, input-format: bbcode}\n"
        "  - {path: '!shop/strict.md'}\n"
        "  - {path: strict.md, select: [absolute-language], fail-on: info, require-reason: true}\n"
    )

    def test_what_holds_for_a_draft(self, folder: Path) -> None:
        write(folder / ".claimlint.yaml", self.CONFIG)
        found = configurations()
        plain = found.for_file("posts/a.md")
        assert (plain.ignore, plain.severity, plain.allow_domains, plain.per_path) == (
            ("absolute-language",), (("unsourced-dose", "warning"),), ("a.example",), ()
        )  # fmt: skip
        shop = found.for_file("shop/deep/a.md")
        assert (shop.ignore, shop.allow_domains) == (("absolute-language", "vendor-link"), ("a.example", "b.example"))
        text = found.for_file("shop/a.txt")
        assert text.ignore == ("absolute-language", "vendor-link")
        assert text.severity == (("uncited-claim", "info"), ("unsourced-dose", "warning"))
        assert text.input_format == "bbcode"
        assert found.for_file("top.md").input_format == "bbcode"
        assert found.for_file("posts/top.md").input_format is None
        strict = found.for_file("shop/strict.md")
        assert (strict.select, strict.ignore) == (("absolute-language",), ("vendor-link",)), "select lifts ignore"
        assert (strict.fail_on, strict.require_reason) == ("info", True)

    def test_the_command_line_overrides_it(self, folder: Path) -> None:
        write(folder / ".claimlint.yaml", self.CONFIG)
        found = configurations(Overrides(select=("vendor-link",), fail_on="never"))
        assert found.for_file("shop/a.md").runs("vendor-link")
        assert found.for_file("shop/strict.md").fail_on == "never"

    def test_it_is_relative_to_the_configuration(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        write(folder / "site/.claimlint.yaml", "per-path: [{path: /shop/, ignore: [vendor-link]}]\n")
        (folder / "site/shop").mkdir()
        monkeypatch.chdir(folder / "site/shop")
        assert configurations().for_file("a.md").ignore == ("vendor-link",)
        assert configurations().for_file("shop/a.md").ignore == ("vendor-link",)
        assert configurations().for_file("../a.md").ignore == ()
        found = configurations(config="../.claimlint.yaml")
        assert found.for_file("../../elsewhere/shop/a.md").ignore == ()

    def test_the_search_of_a_folder_heeds_it(self, folder: Path) -> None:
        write(folder / ".claimlint.yaml", self.CONFIG)
        write(folder / "shop/a.md", "x")
        write(folder / "b.md", "x")
        targets = {item.path: item.settings.ignore for item in discover(["."], configurations())}  # type: ignore[union-attr]
        assert targets == {"b.md": ("absolute-language",), "shop/a.md": ("absolute-language", "vendor-link")}


class TestErrors:
    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("fail-on: error\nselct: []\n", '.claimlint.yaml:2: selct: unknown key; did you mean "select"?'),
            ("ignore:\n  - vendor-link\n  - vendor-lnk\n",
             '.claimlint.yaml:3: ignore.1: unknown rule "vendor-lnk"; did you mean "vendor-link"?'),
            ("severity:\n  uncited: error\n",
             '.claimlint.yaml:2: severity.uncited: unknown rule "uncited"; did you mean "uncited-claim"?'),
            ("severity: {uncited-claim: fatal}\n",
             '.claimlint.yaml:1: severity.uncited-claim: "fatal" is not one of error, warning, info'),
            ("select: uncited-claim\n", ".claimlint.yaml:1: select: must be a list, not text"),
            ("select: [3]\n", ".claimlint.yaml:1: select.0: must be text, not a number"),
            ("severity: [a]\n", ".claimlint.yaml:1: severity: must be a mapping, not a list"),
            ("lexicons: {effect: {increase: boost}}\n",
             ".claimlint.yaml:1: lexicons.effect.increase: must be a list, not text"),
            ("lexicons:\n  efect: [boost]\n",
             '.claimlint.yaml:2: lexicons.efect: unknown mark; did you mean "effect"?'),
            ("lexicons:\n  effect:\n    incraese: [boost]\n",
             '.claimlint.yaml:3: lexicons.effect.incraese: unknown value of effect; did you mean "increase"?'),
            ("max-bytes: 0\n", ".claimlint.yaml:1: max-bytes: must be a number of bytes, at least 1"),
            ("max-bytes: true\n", ".claimlint.yaml:1: max-bytes: must be a number of bytes, at least 1"),
            ("extensions: [md]\n", '.claimlint.yaml:1: extensions.0: "md" is not a file name\'s ending such as ".md"'),
            ("allow-domains: ['https://example.org/']\n",
             '.claimlint.yaml:1: allow-domains.0: "https://example.org/" is not a domain such as "example.org"'),
            ("rule-paths: [gone]\n", '.claimlint.yaml:1: rule-paths.0: "gone" is not a folder'),
            ("rule-paths: [..]\n",
             '.claimlint.yaml:1: rule-paths.0: ".." lies outside the configuration\'s folder '
             "(rules from elsewhere can be named on the command line, with --rule-path)"),
            ("input-format: word\n",
             '.claimlint.yaml:1: input-format: "word" is not one of markdown, text, bbcode, html'),
            ("per-path: {path: a}\n", ".claimlint.yaml:1: per-path: must be a list, not a mapping"),
            ("per-path:\n  - ignore: [vendor-link]\n",
             '.claimlint.yaml:2: per-path.0: has no path: say for which drafts it is, such as "path: shop/"'),
            ("per-path:\n  - path: a\n    exclude: [b]\n",
             ".claimlint.yaml:3: per-path.0.exclude: cannot be set for some paths only; known: path, select, ignore, "
             "severity, fail-on, input-format, allow-domains, deny-domains, require-reason"),
            ("per-path:\n  - path: a\n    ingore: [b]\n",
             '.claimlint.yaml:3: per-path.0.ingore: unknown key; did you mean "ignore"?'),
            ("per-path:\n  - path: a\n    ignore:\n      - vendor-lnk\n",
             '.claimlint.yaml:4: per-path.0.ignore.0: unknown rule "vendor-lnk"; did you mean "vendor-link"?'),
            ("- a list\n",
             ".claimlint.yaml:1: a configuration is a mapping of keys such as select, ignore and exclude"),
        ],
    )  # fmt: skip
    def test_names_file_line_key_and_what_would_be_right(self, folder: Path, text: str, message: str) -> None:
        write(folder / ".claimlint.yaml", text)
        with pytest.raises(ClaimlintError) as error:
            configurations().for_file("draft.md")
        assert str(error.value) == message

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("[tool.claimlint]\n\nfailon = 'error'\n",
             'pyproject.toml:3: tool.claimlint.failon: unknown key; did you mean "fail-on"?'),
            ("[tool.claimlint]\nselect = ['uncited-clam']\n",
             'pyproject.toml:2: tool.claimlint.select.0: unknown rule "uncited-clam"; did you mean "uncited-claim"?'),
            ("[tool.claimlint.severity]\n\nvendor = 'error'\n",
             'pyproject.toml:3: tool.claimlint.severity.vendor: unknown rule "vendor"; did you mean "vendor-link"?'),
            ("[[tool.claimlint.per-path]]\npath = 'a'\n[[tool.claimlint.per-path]]\npath = 'b'\n"
             "severity = {vendor-lnk = 'info'}\n",
             "pyproject.toml:5: tool.claimlint.per-path.1.severity.vendor-lnk: "
             'unknown rule "vendor-lnk"; did you mean "vendor-link"?'),
            ("[tool]\nclaimlint = 3\n",
             "pyproject.toml:2: tool.claimlint: "
             "a configuration is a mapping of keys such as select, ignore and exclude"),
        ],
    )  # fmt: skip
    def test_of_a_toml_file_too(self, folder: Path, text: str, message: str) -> None:
        write(folder / "pyproject.toml", text)
        with pytest.raises(ClaimlintError) as error:
            configurations().for_file("draft.md")
        assert str(error.value) == message

    def test_of_broken_files(self, folder: Path) -> None:
        with pytest.raises(ClaimlintError, match=r"pyproject.toml:2: is not valid TOML: "):
            parse_toml(b"[tool.claimlint]\nselect = no\n", "pyproject.toml")
        with pytest.raises(ClaimlintError, match=r"pyproject.toml: is not UTF-8"):
            parse_toml(b"[tool.claimlint]\nselect = ['\xff']\n", "pyproject.toml")
        write(folder / ".claimlint.yaml", "select: [\n")
        with pytest.raises(ClaimlintError, match=r"\.claimlint\.yaml:2: is not valid YAML"):
            configurations().for_file("draft.md")

    def test_a_named_pyproject_must_have_the_table(self, folder: Path) -> None:
        write(folder / "pyproject.toml", "[project]\n")
        with pytest.raises(ClaimlintError, match=r"pyproject.toml: has no table \[tool.claimlint\]"):
            configurations(config="pyproject.toml").for_file("draft.md")

    def test_an_error_of_the_command_line_has_no_path(self, folder: Path) -> None:
        with pytest.raises(ClaimlintError) as error:
            configurations(Overrides(select=("vendor-lin",))).for_file("draft.md")
        assert str(error.value) == '--select: unknown rule "vendor-lin"; did you mean "vendor-link"?'
        assert error.value.path == ""

    def test_rule_paths_may_not_leave_the_folder_by_a_symbolic_link(self, folder: Path) -> None:
        (folder.parent / "outside").mkdir()
        (folder / "inside").symlink_to(folder.parent / "outside")
        write(folder / ".claimlint.yaml", "rule-paths: [inside]\n")
        with pytest.raises(ClaimlintError, match="lies outside the configuration's folder"):
            configurations().for_file("draft.md")

    def test_yaml_can_build_nothing(self, folder: Path) -> None:
        write(folder / ".claimlint.yaml", "select: [!!python/object/apply:os.system ['touch owned']]\n")
        with pytest.raises(ClaimlintError, match="must be text"):
            configurations().for_file("draft.md")
        assert not (folder / "owned").exists()


def test_a_toml_file_without_the_table_is_never_parsed(folder: Path) -> None:
    write(folder / "pyproject.toml", "this is not TOML, but nobody asked claimlint\n")
    assert configurations().for_file("draft.md") == Settings()
