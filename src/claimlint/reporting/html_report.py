"""The report as one page for a browser: each finding with its sentence, the words marked, why, and a wording.

It is made as the moderator's page is, so it fetches nothing, runs nothing, and shows controls of a draft as escapes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimlint import __version__
from claimlint.project.model import FileResult, Finding
from claimlint.project.tally import Tally
from claimlint.reporting.aside import Aside
from claimlint.reporting.paths import relative
from claimlint.reporting.review.elements import Child, Html, el
from claimlint.reporting.review.head import opening
from claimlint.reporting.sentences import said, wording
from claimlint.reporting.style import Style
from claimlint.reporting.text_report import closing

AROUND = 300
"""Characters of a sentence that are shown on either side of the words, and of the words themselves."""


def render(results: Iterable[FileResult], style: Style) -> Iterator[str]:
    """The page, in chunks: the counts, what could not be checked, and the drafts with findings."""
    tally = Tally(results)
    errors, ways, drafts = Aside(), Aside(), Aside()
    for number, draft in enumerate(tally, 1):
        if draft.error is not None:
            errors.add(el("li", _path(draft), ": ", draft.error))
        if draft.findings:
            ways.add(el("li", el("a", _path(draft), href=f"#d{number}"), f" ({len(draft.findings)})"))
            drafts.add(_draft(draft, f"d{number}") + "\n")
    yield opening("claimlint")
    yield el("a", "Skip to the findings", href="#findings", class_="skip")
    yield "<header>" + el("h1", "claimlint") + el("p", closing(tally.summary()).strip())
    if errors.count:
        yield '<div class="problems">' + el("h2", "Could not be checked")
        yield from _list(errors)
        yield "</div>"
    if ways.count:
        yield '<nav aria-label="Drafts with findings">'
        yield from _list(ways)
        yield "</nav>"
    yield '</header>\n<main id="findings" tabindex="-1">\n'
    yield from drafts
    yield "</main>\n" + el("footer", el("p", f"Made by claimlint {__version__}.")) + "\n</body>\n</html>\n"


def _list(items: Aside) -> Iterator[str]:
    yield "<ul>"
    yield from items
    yield "</ul>"


def _path(draft: FileResult) -> Html:
    return el("bdi", relative(draft.path))


def _draft(draft: FileResult, key: str) -> Html:
    rows = [_finding(draft, finding, f"{key}-{number}") for number, finding in enumerate(draft.findings, 1)]
    title = el("h2", _path(draft), id=f"{key}-title")
    return el("article", title, el("div", rows, class_="draft"), id=key, aria_labelledby=f"{key}-title")


def _finding(draft: FileResult, finding: Finding, key: str) -> Html:
    words = el("span", _sentence(draft.text, finding), class_="words", dir="auto")
    line = el("p", words, class_="line", data_n=draft.position(_shown(finding)[0]).line)
    where = f"{finding.line}:{finding.column}"
    head = el("p", el("b", where), " ", el("b", finding.severity, class_="severity"), " ", el("code", finding.rule))
    why = el("details", el("summary", "Why"), el("p", finding.why)) if finding.why else None
    note = el(
        "section",
        head,
        el("p", said(finding)),
        _wording(finding),
        why,
        class_=f"note {finding.severity}",
        id=key,
        aria_label=f"{where} {finding.rule}",
    )
    return el("div", el("div", line, class_="lines"), el("div", note, class_="notes"), class_="row")


def _sentence(text: str, finding: Finding) -> Iterator[Child]:
    """The sentence with the words marked; what is long is cut."""
    low, high = _shown(finding)
    words = text[finding.start : finding.end]
    yield "…" if low > finding.unit_start else None
    yield text[low : finding.start]
    yield el("mark", words if len(words) <= AROUND else words[:AROUND] + "…", class_=finding.severity)
    yield text[finding.end : high]
    yield "…" if high < finding.unit_end else None


def _shown(finding: Finding) -> tuple[int, int]:
    """The stretch of the draft that is shown with a finding."""
    start, end = min(finding.unit_start, finding.start), max(finding.unit_end, finding.end)
    return max(start, finding.start - AROUND), min(end, finding.end + AROUND)


def _wording(finding: Finding) -> Html | None:
    offered = wording(finding)
    if not offered:
        return None
    return el("div", el("p", "Suggested wording"), el("blockquote", el("p", offered, dir="auto")), class_="wording")
