"""Every place in a draft where a source is pointed at, in all the forms that writers use."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from claimlint.document.model import Document, Link
from claimlint.evidence import markers
from claimlint.evidence.addresses import parse_address
from claimlint.evidence.entries import is_bibliographic, read_entry
from claimlint.evidence.flattened import flattened_markers
from claimlint.evidence.identifiers import identifiers
from claimlint.evidence.lexicon import SourceLexicon
from claimlint.evidence.links import is_source
from claimlint.evidence.markers import Marker
from claimlint.evidence.model import Citation, LinkClass, Source
from claimlint.evidence.named import Named, named_sources
from claimlint.evidence.population import population
from claimlint.evidence.references import ReferenceLists
from claimlint.lazy import lazy

_HIDDEN = frozenset({"front-matter", "code", "comment", "image", "url"})
_ANCHOR = lazy(
    r"(?:fn|footnote|ref|reference|cite|cite[_-]note|citation|note|bib|endnote|source|cr|b|r)[-_:.]?(\d{1,3})$"
)
_TITLE_LENGTH = 20
_LABEL_STARTS = frozenset("SsRrCc*_([")
_RECENT = 400
_AUTHORS = 80
"""Characters at the head of an entry in which its authors stand."""
_NAME = lazy(r"[^\W\d_][\w'’-]{1,40}")
_WORD = lazy(r"[^\W\d_]")


def find_citations(
    document: Document, classes: Sequence[LinkClass], lists: ReferenceLists, lexicon: SourceLexicon
) -> list[Citation]:
    """All citations of a draft, sorted and disjoint; sources that they name themselves are added to `lists.sources`."""
    return _Finder(document, classes, lists, lexicon).find()


class _Finder:
    def __init__(
        self, document: Document, classes: Sequence[LinkClass], lists: ReferenceLists, lexicon: SourceLexicon
    ) -> None:
        self.document = document
        self.text = document.text
        self.classes = classes
        self.lists = lists
        self.lexicon = lexicon
        self.found: list[Citation] = []
        self.listed = len(lists.sources)
        self.authors: dict[tuple[str, int], int] | None = None
        """(a name at the head of an entry, its year) -> the entry; made when the first author and year are met."""
        self.region_starts = [region.start for region in document.regions]
        self.link_starts = [link.start for link in document.links]

    def find(self) -> list[Citation]:
        for link, found in zip(self.document.links, self.classes, strict=True):
            if link.kind != "chrome" and not self.lists.holds(link.start):
                self._link(link, found)
        for marker in self._markers():
            if not self.lists.holds(marker.start):
                self._marker(marker)
        if self.lists.labels and not any(citation.form in ("numbered", "footnote") for citation in self.found):
            for marker in flattened_markers(self.text, self.lists):
                if self._open(marker.start, tags=False):
                    self._marker(marker)
        self._announced()
        for start, end, name in identifiers(self.text):
            if not self.lists.holds(start) and self._open(start, tags=False):
                source = self._source("study", name, start, end)._replace(identifiers=(name,))
                self._add(start, end, "identifier", source)
        for named in named_sources(self.document.prose, self.lexicon, self.lists.holds):
            self._named(named)
        return self._disjoint()

    def _disjoint(self) -> list[Citation]:
        """Sorted; of two that overlap the one that starts first, or is longer, stays."""
        self.found.sort(key=lambda citation: (citation.start, -citation.end))
        kept: list[Citation] = []
        last = -1
        for citation in self.found:
            if citation.start >= last:
                kept.append(citation)
                last = citation.end
        return kept

    # -- markers ------------------------------------------------------------------------------------------------

    def _markers(self) -> Iterable[Marker]:
        text = self.text
        if "[" in text:
            yield from self._brackets()
        if "(" in text:
            for match in markers.ROUND.finditer(text):
                if match[1].lower() in self.lexicon.hosts.lost_round and self._open(match.start(), tags=False):
                    yield Marker(match.start(), match.end(), "lost-link")
        if "^" in text:
            for match in markers.CARET.finditer(text):
                if not markers.is_exponent(text, match.start()) and self._open(match.start(), tags=False):
                    yield self._numbered(match.start(), match.end(), match[1] or match[2])
        if not text.isascii():
            for match in markers.SUPERSCRIPT.finditer(text):
                if not markers.is_exponent(text, match.start()) and self._open(match.start(), tags=False):
                    yield self._numbered(match.start(), match.end(), match[0].replace("˒", ",").replace("⁻", "-"))
        if "<" in text:
            yield from self._html()
        if any(mark in text for mark in ("{", "【", "oaicite", "turn0", "\\")):
            yield from self._templates()

    def _brackets(self) -> Iterable[Marker]:
        text = self.text
        for match in markers.BRACKET.finditer(text):
            start, end = match.span()
            number, note, key, word, time = match.groups()
            if not self._open(start, tags=False):
                continue
            if number is not None:
                if not ("," in number and markers.is_interval(text, start)):
                    yield self._numbered(start, end, number)
            elif note is not None:
                yield Marker(start, end, "footnote", ("^" + note, note))
            elif key is not None:
                yield Marker(start, end, "tag", (key,))
            elif word is not None:
                if " ".join(word.lower().split()) in self.lexicon.hosts.lost:
                    yield Marker(start, end, "lost-link")
            elif time is not None:
                yield Marker(start, end, "lost-link", (time,))

    def _numbered(self, start: int, end: int, number: str) -> Marker:
        return Marker(start, end, "numbered", markers.numbers(number) or ("",))

    def _html(self) -> Iterable[Marker]:
        text = self.text
        for match in markers.HTML.finditer(text):
            start, end = match.span()
            number, ref, inside = match[1], match[2], match[3]
            if not self._open(start, tags=True):
                continue
            if number is not None:
                if not markers.is_exponent(text, start):
                    yield self._numbered(start, end, number)
            elif ref is not None:
                yield Marker(start, end, "tag", (), match.span(3) if inside and inside.strip() else (0, 0))
            else:
                yield Marker(start, end, "tag")

    def _templates(self) -> Iterable[Marker]:
        text = self.text
        for match in markers.TEMPLATE.finditer(text) if "{" in text else ():
            if self._open(match.start(), tags=True):
                yield Marker(
                    match.start(), match.end(), "tag", tuple((match[1] or match[2]).replace(",", " ").split()[:8])
                )
        for match in markers.LATEX.finditer(text) if "cite" in text else ():
            if self._open(match.start(), tags=True):
                yield Marker(match.start(), match.end(), "tag", tuple(match[1].replace(",", " ").split()[:8]))
        for match in markers.MACHINE.finditer(text) if "【" in text or "oaicite" in text or "turn0" in text else ():
            if self._open(match.start(), tags=True):
                yield Marker(match.start(), match.end(), "numbered", (match[1] or match[2] or match[3],))

    def _marker(self, marker: Marker) -> None:
        if marker.labels == ("",):
            return
        if marker.inner != (0, 0):
            start, end = marker.inner
            self._add(
                marker.start, marker.end, "tag", read_entry(self.text[start:end], "", start, end, (), self.lexicon)
            )
            return
        if marker.form == "lost-link" and marker.labels:
            self._add(marker.start, marker.end, "lost-link", self._source("video", "", marker.start, marker.end))
            return
        indexes = dict.fromkeys(self.lists.find(label, marker.start) for label in marker.labels)
        self.found.append(Citation(marker.start, marker.end, marker.form, tuple(i for i in indexes if i >= 0)))

    def _announced(self) -> None:
        """ "Source: Doe J. Sleep. J Examples, 2019": a reference written out behind a label."""
        text = self.text
        for unit in self.document.units:
            if text[unit.start] not in _LABEL_STARTS:
                continue
            match = markers.ANNOUNCED.match(text, unit.start)
            if match is None:
                continue
            start, end = match.span(1)
            if self.lists.holds(start) or not self._open(start, tags=False) or not is_bibliographic(match[1]):
                continue
            if not any(start <= citation.start < end for citation in self.found[-_RECENT:]):
                self._add(start, end, "named-study", read_entry(match[1], "", start, end, (), self.lexicon))

    # -- links --------------------------------------------------------------------------------------------------

    def _link(self, link: Link, found: LinkClass) -> None:
        text = self.text[link.text_start : link.text_end]
        numeric = markers.NUMERIC_TEXT.fullmatch(text) if len(text) <= 40 else None
        if numeric is not None:
            labels = markers.numbers(numeric[1] or numeric[2])
            if labels:
                self._numeric_link(link, found, labels)
            return
        if found.kind == "own-site":
            anchor = _ANCHOR.match(parse_address(link.target).fragment) if "#" in link.target else None
            index = self.lists.find(anchor[1], link.start) if anchor else -1
            if index >= 0:
                self.found.append(Citation(link.start, link.end, "numbered", (index,)))
            elif len(link.title) > _TITLE_LENGTH and self._bibliographic(link.title):
                source = read_entry(link.title, "", link.start, link.end, (), self.lexicon)
                self._add(link.start, link.end, "link", source)
            return
        if is_source(found):
            self._add(link.start, link.end, "link", self._link_source(link, found, text))

    def _numeric_link(self, link: Link, found: LinkClass, labels: tuple[str, ...]) -> None:
        indexes = tuple(i for i in dict.fromkeys(self.lists.find(label, link.start) for label in labels) if i >= 0)
        if indexes:
            self.found.append(Citation(link.start, link.end, "numbered", indexes))
        elif found.kind != "own-site":
            self._add(link.start, link.end, "numbered", self._link_source(link, found, ""))
        elif len(link.title) > _TITLE_LENGTH and self._bibliographic(link.title):
            self._add(
                link.start, link.end, "numbered", read_entry(link.title, "", link.start, link.end, (), self.lexicon)
            )
        elif "#" in link.target:
            self.found.append(Citation(link.start, link.end, "numbered", ()))

    def _bibliographic(self, title: str) -> bool:
        return (any(year in title for year in ("19", "20")) and len(title.split()) > 3) or "doi" in title.lower()

    def _link_source(self, link: Link, found: LinkClass, text: str) -> Source:
        shown = " ".join(text.split()) if _WORD.search(text) and "://" not in text else ""
        title = link.title if len(link.title) > len(shown) else shown
        ids = tuple(dict.fromkeys(i.name for i in identifiers(link.target)))
        studied = population(title, self.lexicon)
        return Source(found.kind, *studied, title, link.target, "", link.start, link.end, 0, ids)

    # -- words --------------------------------------------------------------------------------------------------

    def _named(self, named: Named) -> None:
        sources: tuple[int, ...] = ()
        if named.form == "author-year":
            index = self._listed(named)
            sources = (index,) if index >= 0 else ()
            if index < 0 and not named.firm:
                return
        if (not sources and named.firm) or named.form == "named-body":
            source = self._source(named.kind, named.name, named.start, named.end)._replace(year=named.year)
            self._add(named.start, named.end, named.form, source)
            return
        self.found.append(Citation(named.start, named.end, named.form, sources))

    def _listed(self, named: Named) -> int:
        """The entry of a list that an author and a year mean, or -1."""
        if self.authors is None:
            self.authors = {}
            for index, source in enumerate(self.lists.sources[: self.listed]):
                for word in _NAME.findall(self.text, source.start, min(source.end, source.start + _AUTHORS)):
                    self.authors.setdefault((word, source.year), index)
        surname = named.name.split()[0].rstrip(",.'’")
        return self.authors.get((surname, named.year), -1)

    # -- helpers ------------------------------------------------------------------------------------------------

    def _source(self, kind: str, title: str, start: int, end: int) -> Source:
        return Source(kind, "unknown", "", title, "", "", start, end)  # type: ignore[arg-type]

    def _add(self, start: int, end: int, form: str, source: Source) -> None:
        self.lists.sources.append(source)
        self.found.append(Citation(start, end, form, (len(self.lists.sources) - 1,)))  # type: ignore[arg-type]

    def _open(self, at: int, *, tags: bool) -> bool:
        """Whether an offset lies outside code, comments, addresses, links and (unless `tags`) tags."""
        place = bisect_right(self.region_starts, at) - 1
        if place >= 0:
            region = self.document.regions[place]
            if at < region.end and (region.kind in _HIDDEN or (region.kind == "tag" and not tags)):
                return False
        place = bisect_right(self.link_starts, at) - 1
        return place < 0 or at >= self.document.links[place].end or self.lists.holds(at)
