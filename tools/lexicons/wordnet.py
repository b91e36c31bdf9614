"""Candidates for the word lists from WordNet 3.0 (Debian: apt-get install wordnet-base wordnet-sense-index).

    python tools/lexicons/wordnet.py closure disease.n.01 symptom.n.01      every word under these synsets
    python tools/lexicons/wordnet.py lexfile noun.body                      every word of a lexicographer file

One candidate a line: word, rank of the sense among the word's senses, its share of the word's tagged uses, depth.
By default only words whose *first* sense is the one asked for are printed (`--rank 2` loosens that), so that "lead" as
a metal or "cold" as a disease do not slip in. What is printed is read by a person before `pack.py --add` takes it in.
Only for development; standard library alone.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path

ROOT = Path("/usr/share/wordnet")
FILES = """
adj.all adj.pert adv.all noun.Tops noun.act noun.animal noun.artifact noun.attribute noun.body noun.cognition
noun.communication noun.event noun.feeling noun.food noun.group noun.location noun.motive noun.object
noun.person noun.phenomenon noun.plant noun.possession noun.process noun.quantity noun.relation noun.shape
noun.state noun.substance noun.time verb.body verb.change verb.cognition verb.communication verb.competition
verb.consumption verb.contact verb.creation verb.emotion verb.motion verb.perception verb.possession
verb.social verb.stative verb.weather adj.ppl
""".split()


class WordNet:
    """The nouns or verbs of WordNet: synsets by offset, and the order of each word's senses."""

    def __init__(self, pos: str) -> None:
        self.lexfile: dict[str, str] = {}
        self.words: dict[str, list[str]] = {}
        self.below: dict[str, list[str]] = defaultdict(list)
        self.gloss: dict[str, str] = {}
        for line in (ROOT / f"data.{pos}").read_text(encoding="latin-1").splitlines():
            if line.startswith("  "):
                continue
            fields, _, gloss = line.partition(" | ")
            parts = fields.split(" ")
            offset, count = parts[0], int(parts[3], 16)
            self.lexfile[offset] = FILES[int(parts[1])]
            self.words[offset] = [parts[4 + 2 * i] for i in range(count)]
            self.gloss[offset] = gloss.strip()
            at = 4 + 2 * count
            for i in range(int(parts[at])):
                symbol, target = parts[at + 1 + 4 * i], parts[at + 2 + 4 * i]
                if symbol in ("@", "@i"):
                    self.below[target].append(offset)
        self.senses: dict[str, list[str]] = {}
        for line in (ROOT / f"index.{pos}").read_text(encoding="latin-1").splitlines():
            if not line.startswith("  "):
                parts = line.split()
                self.senses[parts[0]] = parts[-int(parts[2]) :]
        self.tagged: dict[tuple[str, str], int] = {}
        for row in (ROOT / "index.sense").read_text(encoding="latin-1").splitlines():
            key, place, _, uses = row.split()
            self.tagged[key.split("%")[0], place] = self.tagged.get((key.split("%")[0], place), 0) + int(uses)

    def synset(self, name: str) -> str:
        """The offset of `word.n.01`."""
        word, _, number = name.rsplit(".", 2)
        return self.senses[word][int(number) - 1]

    def closure(self, root: str) -> dict[str, int]:
        """Every synset under `root` and how deep it lies."""
        found, level = {root: 0}, [root]
        while level:
            level = [child for parent in level for child in self.below[parent] if child not in found]
            depth = max(found.values()) + 1
            found.update((child, depth) for child in level)
        return found

    def rank(self, word: str, offset: str) -> int:
        """1 when this is the word's commonest sense."""
        return self.senses[word.lower()].index(offset) + 1

    def share(self, word: str, offset: str) -> float:
        """How much of the word's tagged uses have this sense; 1 when it was never tagged at all."""
        total = sum(self.tagged.get((word.lower(), other), 0) for other in self.senses[word.lower()])
        return self.tagged.get((word.lower(), offset), 0) / total if total else 1.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["closure", "lexfile"])
    parser.add_argument("names", nargs="+")
    parser.add_argument("--pos", default="noun")
    parser.add_argument("--rank", type=int, default=1)
    parser.add_argument("--plain", action="store_true", help="words only")
    parser.add_argument("--latin", action="store_true", help="keep capitalised names (genera, persons)")
    args = parser.parse_args()
    net = WordNet(args.pos)
    synsets: dict[str, int] = {}
    for name in args.names:
        if args.what == "closure":
            synsets.update(net.closure(net.synset(name)))
        else:
            synsets.update((offset, 0) for offset, file in net.lexfile.items() if file == name)
    rows = {}
    for offset, depth in synsets.items():
        for word in net.words[offset]:
            if (word[0].isupper() and not args.latin) or net.rank(word, offset) > args.rank:
                continue
            rows[word.lower().replace("_", " ")] = (net.rank(word, offset), net.share(word, offset), depth)
    for word, (rank, share, depth) in sorted(rows.items()):
        print(word if args.plain else f"{word}\t{rank}\t{share:.2f}\t{depth}")


if __name__ == "__main__":
    main()
