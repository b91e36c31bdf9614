"""What is known about sources before any draft is read: hosts, journals, health bodies, words of titles.

Built from the files `links`, `health-bodies`, `journals`, `study-populations` and `reference-lists` of
`rules/lexicons`, whose heads say where their entries come from. Only sets and dictionaries: nothing is compiled
when a draft is checked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, cast

from claimlint.evidence.model import SourceKind
from claimlint.records import NamedTuple

Phrases = Mapping[str, tuple[tuple[str, ...], ...]]
"""The first word of a phrase -> its other words, longest first."""

NO_WORDS: frozenset[str] = frozenset()


class Words(NamedTuple):
    """Single words and phrases that mean one thing."""

    single: frozenset[str]
    phrases: Phrases

    def match(self, words: list[str], at: int) -> int:
        """How many words of this list stand at `words[at]`; 0 when none does."""
        for rest in self.phrases.get(words[at], ()):
            if tuple(words[at + 1 : at + 1 + len(rest)]) == rest:
                return len(rest) + 1
        return 1 if words[at] in self.single else 0

    def found_in(self, words: list[str]) -> bool:
        """Whether any of them stands anywhere in `words`."""
        if not self.single.isdisjoint(words):
            return True
        heads = self.phrases.keys()
        return any(word in heads and self.match(words, at) for at, word in enumerate(words))


class Hosts(NamedTuple):
    """What addresses lead to."""

    domains: Mapping[str, SourceKind]
    endings: tuple[tuple[str, SourceKind], ...]
    words: Mapping[str, frozenset[str]]
    """`shop_words`, `forum_words` … of host names."""
    shop_parts: tuple[str, ...]
    shop_starts: tuple[str, ...]
    shop_ends: tuple[str, ...]
    paths: Mapping[str, frozenset[str]]
    parameters: Mapping[str, frozenset[str]]
    text: Mapping[str, Words]
    lost: frozenset[str]
    lost_round: frozenset[str]
    allowed: frozenset[str] = NO_WORDS
    denied: frozenset[str] = NO_WORDS


class SourceLexicon(NamedTuple):
    """Everything that the evidence stage looks up."""

    hosts: Hosts
    bodies: Words
    body_verbs: frozenset[str]
    body_openers: tuple[str, ...]
    journals: Words
    """Names, case-sensitive."""
    journal_starts: Words
    common_journals: frozenset[str]
    capitals: frozenset[str]
    """The first words of all bodies and journals: whatever is not among them need not be looked at."""
    population: Mapping[str, Words]
    population_words: frozenset[str]
    """Every word that can begin a hit of `population`."""
    headings: frozenset[str]
    loose_headings: frozenset[str]
    kinds: Mapping[str, Words]
    """Words of an entry's text, by the kind of source that they tell."""

    @classmethod
    def from_data(cls, data: Mapping[str, object]) -> SourceLexicon:
        """From the parsed files by name; a file that is not there adds nothing."""
        links, bodies = _mapping(data, "links"), _mapping(data, "health-bodies")
        journals, populations, lists = (
            _mapping(data, name) for name in ("journals", "study-populations", "reference-lists")
        )
        names = {
            "bodies": _words([*_list(bodies, "short"), *_list(bodies, "long")]),
            "journals": _words(_list(journals, "names")),
            "starts": _words(_list(journals, "starts")),
        }
        common = frozenset(_list(journals, "common"))
        kinds = (
            "vendor",
            "vendor_names",
            "forum",
            "video",
            "social",
            "encyclopaedia",
            "review",
            "authority",
            "article",
        )
        people = {name: _words(_list(populations, name)) for name in POPULATION_LISTS}
        return cls(
            hosts=_hosts(links),
            bodies=names["bodies"],
            body_verbs=frozenset(_list(bodies, "verbs")),
            body_openers=tuple(" " + opener for opener in _list(bodies, "openers")),
            journals=names["journals"],
            journal_starts=names["starts"],
            common_journals=common,
            capitals=common.union(*(words.single.union(words.phrases) for words in names.values())),
            population=people,
            population_words=frozenset({"human", "cells"}).union(
                *(w.single.union(w.phrases) for name, w in people.items() if name != "tissues")
            ),
            headings=frozenset(_list(lists, "headings")),
            loose_headings=frozenset(_list(lists, "loose_headings")),
            kinds={name: _words(_list(lists, name)) for name in kinds},
        )

    def merged(self, allow_domains: Iterable[str] = (), deny_domains: Iterable[str] = ()) -> SourceLexicon:
        """With the domains of a configuration: an allowed one is never a vendor, a denied one always; allow wins."""
        allowed = self.hosts.allowed | {_bare(domain) for domain in allow_domains}
        denied = (self.hosts.denied | {_bare(domain) for domain in deny_domains}) - allowed
        return self._replace(hosts=self.hosts._replace(allowed=allowed, denied=denied))


POPULATION_LISTS = (
    "animal", "doubtful", "animal_phrases", "cell_phrases", "cell", "human", "human_designs", "not_species",
    "tissues",
)  # fmt: skip


def _hosts(links: Mapping[str, Any]) -> Hosts:
    domains: dict[str, SourceKind] = {}
    for kind, entries in _mapping(links, "domains").items():
        domains.update(dict.fromkeys(map(str, entries), cast("SourceKind", kind)))
    endings = [
        (str(ending), cast("SourceKind", kind))
        for kind, entries in _mapping(links, "endings").items()
        for ending in entries
    ]
    names, text = _mapping(links, "hosts"), _mapping(links, "text")
    return Hosts(
        domains=domains,
        endings=tuple(sorted(endings, key=lambda pair: -len(pair[0]))),
        words={
            name: frozenset(_list(names, name)) for name in ("shop_words", "forum_words", "wiki_words", "blog_words")
        },
        shop_parts=tuple(_list(names, "shop_parts")),
        shop_starts=tuple(_list(names, "shop_starts")),
        shop_ends=tuple(_list(names, "shop_ends")),
        paths={
            name: frozenset(_list(_mapping(links, "paths"), name)) for name in ("shop", "article", "forum", "study")
        },
        parameters={
            name: frozenset(_list(_mapping(links, "parameters"), name)) for name in ("trade", "weak", "campaign")
        },
        text={name: _words(_list(text, name)) for name in ("study", "review", "authority", "vendor", "article")},
        lost=frozenset(_list(text, "lost")),
        lost_round=frozenset(_list(text, "lost_round")),
    )


def _words(entries: Iterable[str]) -> Words:
    """Words as `split_words` makes them; case is kept where the list has capitals."""
    single: set[str] = set()
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for entry in entries:
        head, *rest = entry.split()
        if rest:
            phrases.setdefault(head, []).append(tuple(rest))
        else:
            single.add(head)
    return Words(
        frozenset(single), {head: tuple(sorted(rests, key=len, reverse=True)) for head, rests in phrases.items()}
    )


def _mapping(data: Mapping[str, object], key: str) -> Mapping[str, Any]:
    value = data.get(key)
    return value if isinstance(value, Mapping) else {}


def _list(data: Mapping[str, Any], key: str) -> list[str]:
    value = data.get(key)
    return [str(entry) for entry in value] if isinstance(value, list | tuple) else []


def _bare(domain: str) -> str:
    """`https://www.Shop.example/path` as people write it in a configuration -> `shop.example`."""
    return (
        domain.strip().lower().partition("://")[2].partition("/")[0].removeprefix("www.")
        if "://" in domain
        else (domain.strip().lower().removeprefix("*.").removeprefix("www.").strip("./"))
    )
