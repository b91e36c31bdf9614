"""One draft from text to findings: the whole street in one function."""

from __future__ import annotations

from collections.abc import Sequence

from claimlint.document.formats import format_of
from claimlint.document.model import Document, Format, Unit
from claimlint.document.parse import parse
from claimlint.evidence.gather import gather
from claimlint.evidence.lexicon import SourceLexicon
from claimlint.evidence.model import Evidence
from claimlint.language.model import Reading
from claimlint.language.read import read
from claimlint.lexicons.model import Lexicons
from claimlint.project.model import FileResult, Finding, Settings, Suppressed
from claimlint.project.notes import notes_of
from claimlint.records import NamedTuple
from claimlint.rewording.model import NO_REWORDING, Request
from claimlint.rewording.phrases import Phrases
from claimlint.rewording.reword import suggest
from claimlint.rewording.verbs import VerbForms
from claimlint.rewording.words import SmallWords
from claimlint.rules.match import find
from claimlint.rules.model import Match, Rule
from claimlint.rules.pack import load_pack

QUOTED = 120
"""How many characters of the offending words a message repeats."""


Pairs = list[tuple[Finding, Request | None]]
"""Findings, each with what it was reworded from; nothing for one about a comment."""


class Examination(NamedTuple):
    """A draft with everything that was read out of it, for reports that say more than what was found."""

    result: FileResult
    document: Document
    evidence: Evidence
    reading: Reading
    requests: tuple[Request | None, ...]
    """What each finding of the result was reworded from, in the same order; None for one about a comment."""


class Linter(NamedTuple):
    """The rules and lexicons that some settings ask for, ready to run on any number of drafts."""

    rules: tuple[Rule, ...]
    lexicons: Lexicons
    sources: SourceLexicon
    forms: VerbForms
    phrases: Phrases
    settings: Settings
    known: tuple[str, ...] = ()
    """The ids of all rules, also of those that `rules` leaves out."""
    notes: bool = True
    """Whether to say as well what was not flagged, and why."""

    def without_notes(self) -> Linter:
        """The same for whoever shows findings only: notes take some of the time."""
        return self._replace(notes=False)

    def lint(self, text: str, *, path: str = "<text>", format: Format | None = None) -> FileResult:  # noqa: A002
        """The findings and notes of one draft; never raises for anything a draft holds."""
        return self.examine(text, path=path, format=format).result

    def examine(self, text: str, *, path: str = "<text>", format: Format | None = None) -> Examination:  # noqa: A002
        """The same with all that was read on the way."""
        settings = self.settings
        document = parse(text, format or settings.input_format or format_of(path))
        evidence = gather(document, self.sources)
        reading = read(document, evidence, self.lexicons)
        small = SmallWords(document.prose)
        pairs: Pairs = []
        for match in find(self.rules, document, reading):
            request = self._request(document, evidence, reading, match, small)
            pairs.append((self._finding(path, text, match, request), request))
        pairs.sort(key=_place)
        notes = notes_of(path, document, evidence, reading, [finding for finding, _ in pairs]) if self.notes else ()
        suppressed: tuple[Suppressed, ...] = ()
        if document.directives and settings.heed_comments:
            pairs, suppressed = self._without_suppressed(path, text, document, pairs)
        found = tuple(finding for finding, _ in pairs)
        result = FileResult(
            path, found, notes, None, text, document.line_starts, settings.fail_on, suppressed=suppressed
        )
        return Examination(result, document, evidence, reading, tuple(request for _, request in pairs))

    def _without_suppressed(
        self, path: str, text: str, document: Document, pairs: Pairs
    ) -> tuple[Pairs, tuple[Suppressed, ...]]:
        """The findings that the draft's comments leave, with those about the comments."""
        from claimlint.project.suppressions import suppress  # few drafts have any

        active = [rule.id for rule in self.rules]
        findings = [finding for finding, _ in pairs]
        kept, suppressed, told = suppress(path, text, document, findings, self.settings, self.known, active)
        left: Pairs = [(_sparing(document, finding), request) for finding, request in (pairs[at] for at in kept)]
        return sorted([*left, *((finding, None) for finding in told)], key=_place), suppressed

    def _request(
        self, document: Document, evidence: Evidence, reading: Reading, match: Match, small: SmallWords
    ) -> Request:
        marks = reading.units[match.unit]
        assert marks is not None  # a match is made of marks
        return Request(
            document,
            _unit_of(document, match),
            match.case.reword,
            (match.start, match.end),
            marks,
            evidence,
            self.forms,
            self.phrases,
            small,
        )

    def _finding(self, path: str, text: str, match: Match, request: Request) -> Finding:
        rule, document, unit = match.rule, request.document, request.unit
        words = document.text[match.start : match.end]
        start, end = document.position(match.start), document.position(match.end)
        return Finding(
            path,
            rule.id,
            self.settings.severity_of(rule.id, rule.severity),
            match.start,
            match.end,
            *start,
            *end,
            text[match.start : match.end],
            match.case.message.format(text=_shown(words), case=match.case.name),
            rule.why,
            unit.start,
            unit.end,
            None if match.case.reword == NO_REWORDING else suggest(request),
            document.post_at(match.start),
        )


def _unit_of(document: Document, match: Match) -> Unit:
    """The unit that a match is about, as wide as the words found: an entry of a reference list is several sentences,
    and a link round an image stands in none."""
    unit = document.units[match.unit]
    if match.start >= unit.end or match.end <= unit.start:
        return unit._replace(start=match.start, end=match.end)
    return unit._replace(start=min(unit.start, match.start), end=max(unit.end, match.end))


def make_linter(settings: Settings = Settings()) -> Linter:
    """The linter for some settings.

    Raises ClaimlintError when a rule or lexicon file that the settings name is malformed or missing.
    """
    phrases = {f"{e.mark}:{e.value}" if e.value else e.mark: e.phrases for e in settings.extend_lexicons}
    pack = load_pack(settings.rule_paths, phrases)
    data = pack.lexicons.data
    sources = SourceLexicon.from_data(data).merged(settings.allow_domains, settings.deny_domains)
    forms, wordings = VerbForms.from_data(data), Phrases.from_data(data)
    known = tuple(rule.id for rule in pack.rules)
    return Linter(_chosen(pack.rules, settings), pack.lexicons, sources, forms, wordings, settings, known)


def lint_text(
    text: str,
    *,
    path: str = "<text>",
    format: Format | None = None,  # noqa: A002
    settings: Settings = Settings(),
) -> FileResult:
    """The findings of one draft held in memory; see `Linter.lint` and `make_linter`."""
    return make_linter(settings).lint(text, path=path, format=format)


def _sparing(document: Document, finding: Finding) -> Finding:
    """The finding without a suggestion that would take a comment to claimlint out along with the words."""
    for start, end, _ in finding.suggestion.edits if finding.suggestion else ():
        if any(start < directive.end and directive.start < end for directive in document.directives):
            return finding._replace(suggestion=None)
    return finding


def _place(pair: tuple[Finding, Request | None]) -> tuple[int, int, str]:
    """Where a finding belongs in the order of a report."""
    return pair[0].start, pair[0].end, pair[0].rule


def _chosen(rules: Sequence[Rule], settings: Settings) -> tuple[Rule, ...]:
    return tuple(rule for rule in rules if settings.runs(rule.id))


def _shown(words: str) -> str:
    """The words on one line, cut to a readable length."""
    line = " ".join(words.split())
    return line if len(line) <= QUOTED else line[: QUOTED - 1].rstrip() + "…"
