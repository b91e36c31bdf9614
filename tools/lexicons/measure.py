"""Measure the word lists: the share of sentences with a health word, and of those with a claim's verb or phrase too.

    python tools/lexicons/measure.py FILE…

On plain texts that are not about health both shares should be near nought. Prints the commonest health words, so that
false friends show themselves. Only for development.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "src"))

from claimlint.language.words import lexical_marks, lowered, tokens_of
from claimlint.lexicons.build import build_lexicons
from claimlint.lexicons.model import Lexicons

ROOT = Path(__file__).resolve().parents[2]
LISTS = """
body claim-phrases claim-verbs conditions effect-forms effect-verbs foods outcomes practices substances verb-forms
""".split()
CLAIM = {"effect", "claim-phrase"}


def sentences(text: str) -> list[str]:
    """Rough sentences: good enough for counting."""
    paragraphs = (" ".join(p.split()) for p in re.split(r"\n\s*\n", text))
    return [s for p in paragraphs for s in re.split(r"(?<=[.!?])\s+(?=[A-Z\"“])", p) if 4 <= len(s.split()) < 80]


def main() -> None:
    data = build_lexicons([ROOT / "rules" / "lexicons" / f"{name}.yaml" for name in LISTS])
    lexicons = Lexicons.of(data)
    total = health = claims = 0
    words: Counter[str] = Counter()
    for path in sys.argv[1:]:
        for sentence in sentences(Path(path).read_text(encoding="utf-8", errors="replace")):
            lower = lowered(sentence)
            marks = lexical_marks(tokens_of(lower, 0, len(lower)), lexicons)
            found = [m for m in marks if m.kind == "health" and m.value != "ambiguous"]
            words.update(f"{lower[m.start : m.end]} ({m.value})" for m in found)
            total += 1
            health += bool(found)
            claims += bool(found) and any(m.kind in CLAIM for m in marks)
    print(
        f"{total} sentences; with a health word {health / max(total, 1):.3f}; and a claim {claims / max(total, 1):.3f}"
    )
    for word, count in words.most_common(40):
        print(f"{count:6} {word}")


if __name__ == "__main__":
    main()
