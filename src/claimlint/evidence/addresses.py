"""Taking a link's target apart, without the weight of `urllib`."""

from __future__ import annotations

from claimlint.lazy import lazy
from claimlint.records import NamedTuple

_SCHEME = lazy(r"([A-Za-z][A-Za-z0-9+.-]{1,20}):")
_PARTS = lazy(r"[.-]")
_REDIRECT = lazy(r"[?&](?:url|u|q|target|dest|destination|to|redirect|murl|link)=(https?(?::|%3[Aa])[^&]{4,400})")


class Address(NamedTuple):
    """The parts of a target. All lower-cased: hosts are, and patterns for paths are written so."""

    scheme: str
    host: str
    """Without "www." and port; empty for a target on the same site."""
    path: str
    query: str
    fragment: str

    @property
    def segments(self) -> tuple[str, ...]:
        """The non-empty parts of the path."""
        return tuple(part for part in self.path.split("/") if part)

    @property
    def parameters(self) -> tuple[str, ...]:
        """The names of the query's parameters."""
        return tuple(pair.partition("=")[0] for pair in self.query.replace(";", "&").split("&") if pair)


def parse_address(target: str) -> Address:
    """The parts of `target`, whatever it is; nothing is ever looked up."""
    rest = target.strip().lower()
    rest, _, fragment = rest.partition("#")
    rest, _, query = rest.partition("?")
    scheme = ""
    found = _SCHEME.match(rest)
    if found and not rest[found.end() :].lstrip("0123456789").startswith("/", 0, 1) and "//" not in rest:
        # mailto:, tel:, javascript:, doi:10.… ; "example.com:80/" is left to the bare-host case.
        return Address(found[1], "", rest[found.end() :], query, fragment)
    if "://" in rest:
        scheme, _, rest = rest.partition("://")
    elif rest.startswith("//"):
        rest = rest[2:]
    elif not _bare_host(rest):
        return Address("", "", rest, query, fragment)
    host, slash, path = rest.partition("/")
    host = host.rpartition("@")[2].partition(":")[0].removeprefix("www.").strip(".")
    return Address(scheme, host, slash + path, query, fragment)


def redirected(target: str) -> str:
    """The address that a redirect link carries in its query, or ""."""
    found = _REDIRECT.search(target)
    return found[1].replace("%3A", ":").replace("%3a", ":").replace("%2F", "/").replace("%2f", "/") if found else ""


def host_words(host: str) -> tuple[str, ...]:
    """The words of a host name, between dots and hyphens, without its ending."""
    return tuple(_PARTS.split(host)[:-1])


def _bare_host(target: str) -> bool:
    """`example.com/page` as people type it; a file name (`notes.md`, `page.html`) is none."""
    host = target.partition("/")[0]
    return "." in host[1:] and (host.startswith("www.") or host.rpartition(".")[2] in BARE_ENDINGS)


BARE_ENDINGS = frozenset({"com", "org", "net", "gov", "edu", "uk", "de", "eu", "ca", "au", "shop", "store"})
