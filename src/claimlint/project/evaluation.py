"""Running the linter over a folder of labelled drafts and scoring what it finds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimlint.errors import ClaimlintError
from claimlint.lexicons.nearest import nearest
from claimlint.project.evaluate import Label, Score, Span, line_starts, offset_of, read_labels, score_draft, total
from claimlint.project.lint import Linter
from claimlint.project.reading import read_draft

CORE = ("uncited-claim", "unsourced-dose", "animal-as-human", "vendor-link", "absolute-language")
"""The rules that a gold folder labels unless it is said otherwise."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The scores of each rule over all labelled drafts."""

    drafts: int
    scores: Mapping[str, Score]

    def mean(self, what: str) -> float:
        """The mean over the rules of `precision`, `recall` or `f1`."""
        return sum(float(getattr(score, what)) for score in self.scores.values()) / len(self.scores)


def evaluate_folders(linter: Linter, texts: Path, gold: Path, rules: Sequence[str] = CORE) -> Evaluation:
    """Score `linter` on the drafts in `texts` for which `gold` holds labels (`<draft>.jsonl`).

    Labels of rules that are not in `rules` are passed over. Raises ClaimlintError for a missing folder, an unreadable
    draft, a malformed label, or when no draft has labels.
    """
    for folder in (texts, gold):
        if not folder.is_dir():
            raise ClaimlintError("is not a folder", path=str(folder))
    drafts = {path.stem: path for path in sorted(texts.iterdir()) if path.is_file()}
    labelled = [path for path in sorted(gold.glob("*.jsonl")) if path.stem in drafts]
    if not labelled:
        raise ClaimlintError(f"no draft in {texts} has labels there", path=str(gold))
    known = tuple(dict.fromkeys((*CORE, *(rule.id for rule in linter.rules))))
    for rule in rules:
        if rule not in known:
            raise ClaimlintError(f'there is no rule "{rule}"{nearest(rule, known)}')
    parts: dict[str, list[Score]] = {rule: [] for rule in rules}
    for path in labelled:
        draft = drafts[path.stem]
        text = read_draft(str(draft), linter.settings.max_bytes).replace("\r\n", "\n")
        labels = read_labels(path, text, known)
        for rule, score in score_text(linter, draft, text, labels, rules).items():
            parts[rule].append(score)
    return Evaluation(len(labelled), {rule: total(scores) for rule, scores in parts.items()})


def score_text(
    linter: Linter, draft: Path, text: str, labels: Sequence[Label], rules: Sequence[str] = CORE
) -> dict[str, Score]:
    """The score of each rule on one draft."""
    findings = linter.lint(text, path=str(draft)).findings
    starts = line_starts(text)
    scores = {}
    for rule in rules:
        spans = [
            Span(
                rule,
                found.line,
                offset_of(starts, found.line, found.column),
                max(
                    offset_of(starts, found.end_line, found.end_column),
                    offset_of(starts, found.line, found.column) + 1,
                ),
            )
            for found in findings
            if found.rule == rule
        ]
        scores[rule] = score_draft(text, [label for label in labels if label.rule == rule], spans, draft.stem)
    return scores
