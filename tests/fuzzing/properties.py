"""What must hold for whatever claimlint is fed. Each function takes an input and raises AssertionError, or anything
but ClaimlintError, where it does not.
"""

from __future__ import annotations

import json
import random
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, cast
from xml.etree import ElementTree

from claimlint.document.decode import decode
from claimlint.errors import ClaimlintError
from claimlint.lexicons.build import build_lexicons, marks_of
from claimlint.project.baseline import Key, Use, read_baseline, rewritten
from claimlint.project.config import Configurations
from claimlint.project.fix import fix_text
from claimlint.project.lint import Examination, Linter, make_linter
from claimlint.project.model import FileResult, Finding, Settings
from claimlint.project.review.make import review_posts, review_text
from claimlint.project.review.profile import load_profile
from claimlint.project.run import lint_paths
from claimlint.project.starting import hook_entry, with_hook
from claimlint.reporting.formats import FORMATS, render
from claimlint.reporting.review import as_json, page, reply
from claimlint.reporting.style import Style
from claimlint.rules.load import load_rule
from claimlint.rules.model import SEVERITIES, Rule

STYLE = Style()


@cache
def linter(require_reason: bool = False) -> Linter:
    """With all the rules of the package."""
    return make_linter(Settings(require_reason=require_reason))


def check_draft(data: bytes, name: str) -> None:
    """A draft from its bytes to every report, and mended."""
    try:
        text = decode(data, path=name).text
    except ClaimlintError:
        return
    check_text(text, name)


def check_text(text: str, name: str, using: Linter | None = None) -> None:
    """The same from its text, which a caller of the API may have from anywhere."""
    using = using or linter()
    result = using.lint(text, path=name)
    check_result(result)
    assert using.lint(text, path=name) == result, "the same text, other findings"
    check_reports([result])
    for unsafe in (False, True):
        check_fix(using, text, name, unsafe)


def check_comments(text: str, name: str, require_reason: bool) -> None:
    """Comments to claimlint hide findings or are complained about, and no finding is lost."""
    using = linter(require_reason)
    check_text(text, name, using)
    found = using.lint(text, path=name)
    for hidden in found.suppressed:
        check_finding(hidden.finding, found)
        assert hidden.by == "comment"
        assert 1 <= hidden.line <= len(found.line_starts)


def check_review(data: bytes, name: str) -> None:
    """The moderator's page, its JSON and the replies."""
    with suppress(ClaimlintError):
        text = decode(data, path=name).text
        profile = load_profile("moderator")
        review = review_posts(profile, review_text(linter(), profile, text, path=name))
        for post in review.posts:
            assert 0 <= post.start <= post.end <= len(text)
        "".join(page.render(review)).encode()
        json.loads("".join(as_json.render(review)))
        for markup in ("markdown", "bbcode", "text"):
            "".join(reply.render(review, markup)).encode()


def check_result(result: FileResult) -> None:
    """Every span lies in the text, lines and columns say the same as offsets, and the order is the text's."""
    text = result.text
    starts = [0]
    for at, character in enumerate(text):
        if character == "\n" or (character == "\r" and text[at + 1 : at + 2] != "\n"):
            starts.append(at + 1)
    assert result.error is None
    assert list(result.line_starts) == starts
    places = [(finding.start, finding.end, finding.rule) for finding in result.findings]
    assert places == sorted(places)
    for finding in result.findings:
        check_finding(finding, result)
    for note in result.notes:
        assert 1 <= note.line <= len(starts)
        assert note.column >= 1


def check_finding(finding: Finding, result: FileResult) -> None:
    text, starts = result.text, result.line_starts
    assert finding.path == result.path
    assert finding.severity in SEVERITIES
    assert 0 <= finding.start < finding.end <= len(text), finding
    assert 0 <= finding.unit_start <= finding.start, finding
    assert finding.end <= finding.unit_end <= len(text), finding
    assert starts[finding.line - 1] + finding.column - 1 == finding.start, finding
    assert starts[finding.end_line - 1] + finding.end_column - 1 == finding.end, finding
    assert finding.line == len(starts) or finding.start < starts[finding.line], finding
    assert finding.text == text[finding.start : finding.end]
    assert finding.message
    before = 0
    for start, end, _ in finding.suggestion.edits if finding.suggestion else ():
        assert before <= start <= end <= len(text), finding
        before = end


def check_reports(results: Sequence[FileResult]) -> None:
    """Each format can be made, written, and read back by what reads it."""
    for name in FORMATS:
        report = "".join(render(name, results, STYLE))
        report.encode("utf-8")
        if name in ("json", "sarif", "gitlab", "rdjson"):
            json.loads(report)
        elif name == "jsonl":
            for line in report.split("\n"):
                assert not line or json.loads(line)
        elif name in ("checkstyle", "junit"):
            ElementTree.fromstring(report)


class _Watched:
    """A linter that remembers what it was asked: each text on the way from a draft to its mended form."""

    def __init__(self, using: Linter) -> None:
        self.rules = using.rules
        self.seen: dict[str, Examination] = {}
        self._using = using

    def examine(self, text: str, **options: Any) -> Examination:
        self.seen[text] = self._using.examine(text, **options)
        return self.seen[text]


def check_fix(using: Linter, text: str, name: str, unsafe: bool) -> None:
    """Mending ends, and changes nothing outside the sentences that it mends."""
    watched = _Watched(using)
    made = fix_text(cast(Linter, watched), text, path=name, unsafe=unsafe)
    assert made.result.text == made.text
    check_result(made.result)
    if made.text == text:
        return
    assert made.applied
    reached = {text}
    for after in list(watched.seen)[1:]:
        if any(_differs_in_findings_only(watched.seen[before], after) for before in reached):
            reached.add(after)
    assert made.text in reached, "text outside of every finding was changed"


def _differs_in_findings_only(before: Examination, after: str) -> bool:
    """Whether a text can come of another by replacing what its findings are about."""
    text, at, done = before.result.text, 0, 0
    stretches = []
    for finding in before.result.findings:
        edits = finding.suggestion.edits if finding.suggestion else ()
        low = min([finding.unit_start, *(edit.start for edit in edits)])
        high = max([finding.unit_end, *(edit.end for edit in edits)])
        stretches.append((low, high))
    for low, high in [*sorted(stretches), (len(text), len(text))]:
        if low > done:
            found = after.find(text[done:low], at)
            if found < 0 or (done == 0 and found):
                return False
            at = found + low - done
        done = max(done, high)
    return True


def check_config(data: bytes, name: str) -> None:
    """A configuration applies, or is refused with its name."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(data)
        try:
            settings = Configurations(config=str(path)).for_file(str(Path(folder, "x", "draft.md")))
        except ClaimlintError as error:
            assert str(error)
            return
        for inside in (*settings.rule_paths, *([settings.baseline] if settings.baseline else [])):
            assert Path(inside).is_relative_to(Path(folder).resolve()), inside


def check_rule(data: bytes) -> None:
    """A rule runs, or is refused with its name."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "unnamed-toxins.yaml")
        path.write_bytes(data)
        try:
            compiled, _ = load_rule(path, frozenset({"claim", "dose", "question", "negation", "health"}))
        except ClaimlintError as error:
            assert error.path == str(path), error
            return
    using = linter()._replace(rules=(Rule.from_data(json.loads(json.dumps(compiled))),))
    with suppress(ClaimlintError):  # a pattern that takes too long
        check_result(using.lint("Zinc absolutely cures acne. Take 5 mg?\n\n- It detoxes\n" + "a" * 40, path="a.md"))


def check_lexicon(data: bytes, name: str) -> None:
    """A lexicon is read, or refused with its name."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"{name}.yaml")
        path.write_bytes(data)
        try:
            marks_of([path])
            build_lexicons([path], own=[path])
        except ClaimlintError as error:
            assert error.path == str(path), error


def check_profile(data: bytes) -> None:
    """A moderator's profile is read, or refused with its name."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "own.yaml")
        path.write_bytes(data)
        try:
            load_profile(str(path))
        except ClaimlintError as error:
            assert str(error)


def check_baseline(data: bytes) -> None:
    """A baseline is read, used and written anew, or refused with its name."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "baseline.json")
        path.write_bytes(data)
        try:
            baseline = read_baseline(str(path))
        except ClaimlintError as error:
            assert error.path, error
            return
        use = Use(baseline)
        result = linter().lint("Zinc absolutely cures acne.\n", path=str(Path(folder, "a.md")))
        fresh, known = use.applied(result)
        assert len(fresh) + len(known) == len(result.findings)
        again = rewritten(Use(baseline), [(Key("b.md", "a", "b"), "c")], lambda key: True, prune=False).baseline
        path.write_bytes(again.to_json())
        assert read_baseline(str(path)).known == again.known


def check_hooks(data: bytes) -> None:
    """A .pre-commit-config.yaml gets the entry, or is left alone."""
    with suppress(UnicodeDecodeError):
        made = with_hook(data.decode(), hook_entry())
        assert made.text is None or with_hook(made.text, hook_entry()).has_it


def check_run(files: Sequence[tuple[str, bytes]], config: bytes, seed: int) -> None:
    """A folder of drafts with a configuration: nothing breaks, and the order of the files is no matter."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, ".git").mkdir()
        Path(folder, ".claimlint.yaml").write_bytes(config)
        paths = []
        for number, (name, data) in enumerate(files):
            paths.append(str(Path(folder, f"{number}{name}")))
            Path(paths[-1]).write_bytes(data)
        try:
            report = lint_paths(paths)
            shuffled = random.Random(seed).sample(paths, len(paths))
            other = lint_paths(shuffled)
        except ClaimlintError:
            return
        for result in report.results:
            assert "internal error" not in (result.error or ""), result.error
        checked = [r for r in report.results if r.path in paths]
        assert checked == sorted((r for r in other.results if r.path in paths), key=lambda r: paths.index(r.path))
        check_reports(report.results)
