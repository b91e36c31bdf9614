"""What the fuzzers feed to claimlint: drafts in every format, and rule, lexicon, configuration and baseline files.

Everything is drawn by hypothesis, so that `benchmarks/fuzz.py` can let it, or atheris, choose.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml
from hypothesis import strategies as st

ROOT = Path(__file__).resolve().parents[2]
NASTY = ROOT / "tests" / "data" / "nasty"
SUFFIXES = (".md", ".txt", ".bbcode", ".html", ".mdx", ".org", ".rst")

SENTENCES = (
    "Zinc lowers cortisol.", "Zinc absolutely cures acne!", "Take 5 mg of zinc daily.", "Start with 500 IU.",
    "In rats zinc lowers cortisol, so it will calm you.", "Use code SAVE10 at checkout.", "It does not (Adams 2019).",
    "Buy it [here](https://shop.example/products/zinc).", "Magnesium prevents stroke by 40% [1].", "Does it help?",
    "Wir nehmen 5 mg Zink.", "Ｔａｋｅ ５ ｍｇ", "𝐙𝐢𝐧𝐜 𝐜𝐮𝐫𝐞𝐬 acne.", "Zi\u00adnc cu\u200bres acne.", "İt cures ıt.", "ǅ cures ß.",
)  # fmt: skip
MARKUP = (
    "\n", "\n\n", "\r\n", "\r", "\t", "    ", " ", "- ", "* ", "  - ", "1. ", "• ", "# ", "> ", ">", "```\n", "~~~", "`", "**",
    "*", "_", "~~", "==", "---\n", "+++\n", "| a | b |\n|---|---|\n", "|", "[a](http://b.c)", "[", "](", ")", "[[w|x]]", "[[",
    "{{", "}}", "{{cite|a}}", "[^1]", "[^1]: note\n", "[r]: http://x.y\n", "![i](j.png)", "<b>", "</b>", "<p>", "<div>",
    "</div>", "<ul><li>", "</li></ul>", "<br>", "<!-- ", "-->", "<script>", "</script>", "<style>", "<a href='u'>", "</a>",
    "<table><tr><td>", "</table>", "<sup>1</sup>", "<ref>", "</ref>", "<blockquote>", "<", ">", "&amp;", "&#945;", "&#x110000;",
    "&#xD800;", "&", "{% a %}", "{%", "{{<", ":::note\n", "!!! note\n", "$x$", "$$", "\\", "http://q.r/s", "www.t.u", "http://[",
    "[quote=Bob]", "[quote]", "[/quote]", "[b]", "[/b]", "[list]", "[*]", "[/list]", "[url=http://v.w]", "[/url]", "[code]",
    "[/code]", "[table][tr][td]", "[spoiler]", "Bob said:\n", "Click to expand...\n", "#2 bob · 3 Jan 2026\n", "Reply\n",
    "bob\n2y ago\n", "====\n", "#+begin_src\n", ":PROPERTIES:\n", ":END:\n", "* TODO x\n", ".. note::\n", "References\n\n",
    "## Sources\n\n", "1. Adams J. Sleep. J Ex 2019;3:4.\n", "import a from 'b'\n", "export const x = {\n", "<Foo a={", "}", "/>",
    "[1]", "[1-99999999999]", "[1,2,3]", "(Adams et al., 2019)", "¹²", "doi:10.1000/1", "PMID: 1", "5–10 mg", "1e999 mg",
    "99999999999999999999 mg", "½ tablet", "٣ mg", "5 mg/kg/day",
)  # fmt: skip
CHARACTERS = (
    "\0", "\x01", "\x0b", "\x0c", "\x1b[2J", "\x1b]0;x\x07", "\x7f", "\x85", "\u00a0", "\u00ad", "\u200b", "\u200d", "\u2028", "\u2029",
    "\u202e", "\u2066", "\ufeff", "\ufffe", "\ufffd", "\uffff", "\ud800", "\udfff", "\udc80", "é", "e\u0301", "\u0301\u0302\u0303", "😀",
    "👩\u200d⚕️", "🇩🇪", "界。", "ไทย", "שלום", "العربية", "ﬁ", "İ", "ı", "ß", "ẞ", "ǅ", "Ω", "Å", "\U0010ffff", "\U000e0041", "﷽",
)  # fmt: skip
DIRECTIVES = (
    "<!-- claimlint-disable-next-line -->\n", "<!-- claimlint-disable-line uncited-claim: why -->", "<!-- claimlint-disable",
    "<!-- claimlint-disable -->\n", "<!-- claimlint-enable -->\n", "<!-- claimlint-disable-file unsourced-dose -->\n",
    "<!-- claimlint-disable no-such: x -->\n", "<!-- claimlint: disable -->", "<!-- claimlint-", "{/* claimlint-disable-line */}",
    "[comment: claimlint-disable]", "% claimlint-disable\n", ".. claimlint-disable\n", "# claimlint-disable-line\n",
    "[//]: # (claimlint-disable)\n", "<!--\nclaimlint-disable\nuncited-claim\n-->", "claimlint-disable", "--", ", ", ": ",
)  # fmt: skip


def _texts(*pieces: str, most: int = 30) -> st.SearchStrategy[str]:
    """Texts made of pieces, some repeated, and of any characters."""
    piece = st.one_of(st.sampled_from(pieces), st.sampled_from(pieces), st.sampled_from(pieces), st.text(max_size=8))
    repeated = st.tuples(piece, st.sampled_from((1, 1, 1, 1, 2, 7, 60))).map(lambda drawn: drawn[0] * drawn[1])
    return st.lists(repeated, max_size=most).map("".join)


TEXTS = st.one_of(_texts(*SENTENCES, *MARKUP), _texts(*SENTENCES, *MARKUP, *CHARACTERS), st.text(max_size=300))
COMMENTED = _texts(*DIRECTIVES, *DIRECTIVES, *SENTENCES, *MARKUP)
ENCODINGS = st.sampled_from(("utf-8", "utf-8", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"))


def _encoded(text: str, encoding: str) -> bytes:
    """Lone surrogates go through: what then is no UTF-8 has to be refused, not stumbled over."""
    errors = "replace" if encoding == "cp1252" else "surrogatepass"
    return text.encode(encoding, errors)


DRAFTS = st.one_of(st.builds(_encoded, TEXTS, ENCODINGS), st.binary(max_size=200))
"""Files that claim to be drafts."""

WORDS = st.one_of(
    st.sampled_from(
        ("", " ", "x", "uncited-claim", "unsourced-dose", "error", "never", "markdown", "*.md", "../..", "/etc", "/", "a/**", "[!",
         "**/" * 40, "{text}", "{text.__class__}", "{", "(a+)+$", "(", "\\", ".md", "example.org", "*.x.y", "health", "claim",
         "dose", "question", "substance", "\x1b[2J", "\n::error::", "\u202e", "\ud800", "nul\0", "0", "... ... ...")
    ),
    st.text(max_size=6),
)  # fmt: skip
HUGE = "@huge@"
"""Stands for an integer of 5,000 digits, which Python neither reads nor prints."""
SCALARS = st.one_of(
    WORDS, st.integers(), st.booleans(), st.none(), st.floats(), st.sampled_from((HUGE, -1, 0, 2**63, 1e308))
)


def _values(keys: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    def more(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
        return st.one_of(st.lists(inner, max_size=4), st.dictionaries(keys, inner, max_size=4))

    return st.recursive(SCALARS, more, max_leaves=12)


def _as_yaml(value: Any) -> str:
    """JSON is YAML, too."""
    return json.dumps(value).replace(f'"{HUGE}"', "9" * 5000)


YAML_PIECES = (
    "&a ", "*a", "*b", "!!python/object/apply:os.system [touch pwned]", "!!python/name:os.system", "!x ", "!!binary aGk=", "!!set {a}",
    "!!timestamp 2026-01-01", "<<: *a", "- ", "? ", ": ", "| \n", "> \n", "{", "}", "[", "]", ", ", "'", '"', "#", "---\n", "...\n",
    "%YAML 9.9\n", "%TAG ! x\n", "\t", "\n", "\n  ", "\n    ", "0x", "0o9", "1_0", "1:60:60", ".inf", ".nan", "~", "yes", "=",
    "a: &a [b, b]\nc: &c [*a, *a]\nd: [*c, *c]\n", "a: &a [*a]\n", "[" * 3000, "- " * 3000, "{a: " * 3000, "\0", "\ufeff", "\x85", "é",
)  # fmt: skip


def _mapping_files(keys: tuple[str, ...], fixed: dict[str, Any]) -> st.SearchStrategy[bytes]:
    """Files that are nearly right: known keys, some with the right value, and pieces of YAML that are none."""
    names = st.one_of(st.sampled_from(keys), st.sampled_from(keys), WORDS)
    mapping = st.dictionaries(names, _values(names), max_size=4)
    kept = st.sets(st.sampled_from(sorted(fixed)) if fixed else st.nothing())
    nearly = st.tuples(mapping, kept).map(
        lambda drawn: _as_yaml({**{k: v for k, v in fixed.items() if k not in drawn[1]}, **drawn[0]})
    )
    loose = _texts(*YAML_PIECES, *keys, *(f"{key}:" for key in keys), "\n", " ", most=20)
    text = st.one_of(nearly, nearly, nearly, loose)
    return st.one_of(text.map(lambda t: t.encode("utf-8", "surrogatepass")), st.binary(max_size=80))


CONFIG_KEYS = (
    "select", "ignore", "severity", "fail-on", "exclude", "extensions", "input-format", "per-path", "path", "allow-domains",
    "deny-domains", "lexicons", "rule-paths", "require-reason", "baseline", "max-bytes",
)  # fmt: skip
CONFIGS = _mapping_files(CONFIG_KEYS, {"exclude": ["a/"], "per-path": [{"path": "x/", "ignore": []}]})
TOML_PIECES = (
    "[tool.claimlint]\n", "[[tool.claimlint.per-path]]\n", "[tool]\n", "claimlint = ", '"', "'", '"""', "= ", "[", "]", "{", "}", "\n",
    "true", "9" * 5000, "1979-05-27", "0x", "inf", "[" * 3000, "a.b.c = 1\n", "\\u", "\\ud800", "\ufeff", "\r",
    *(f"{key} = " for key in CONFIG_KEYS), '["a"]\n', '"x"\n',
)  # fmt: skip
TOMLS = _texts(*TOML_PIECES, most=20).map(lambda text: f"[tool.claimlint]\n{text}".encode("utf-8", "surrogatepass"))

RULE = yaml.safe_load((ROOT / "docs" / "example-rules" / "unnamed-toxins.yaml").read_text(encoding="utf-8"))
RULE_KEYS = (
    *RULE, "cases", "patterns", "every", "instead", "since", "not-for", "all", "any", "none", "near", "within", "before", "after",
    "block", "previous", "next", "name", "mark", "match", "pattern", "entries", "flagged", "text", "span", "case", "repeat",
)  # fmt: skip
RULES = _mapping_files(RULE_KEYS, RULE)

LEXICON = {
    "name": "own",
    "mark": "own-mark",
    "match": "exact",
    "sources": ["ours"],
    "entries": ["detox", "flush ... out"],
}
LEXICON_KEYS = (*LEXICON, "note", "verb-forms", "claim-weights", "bias", "words", "verb", "noun", "substance")
LEXICONS = _mapping_files(LEXICON_KEYS, LEXICON)

PROFILE = yaml.safe_load((ROOT / "rules" / "profiles" / "moderator.yaml").read_text(encoding="utf-8"))
PROFILE_KEYS = (
    *PROFILE, "name", "rules", "marks", "beside", "at-least", "group", "verdict", "reason", "reply", "ask", "rule-paths",
)  # fmt: skip
PROFILES = _mapping_files(PROFILE_KEYS, {k: v for k, v in PROFILE.items() if k != "rule-paths"})

ENTRY = {"path": "a.md", "rule": "uncited-claim", "sentence": "0123456789abcdef", "count": 1, "begins": "Zinc"}
ENTRIES = st.one_of(
    st.just(ENTRY),
    st.dictionaries(st.sampled_from(sorted(ENTRY)), SCALARS, max_size=5).map(lambda own: {**ENTRY, **own}),
    _values(st.sampled_from(sorted(ENTRY))),
)
BASELINE_PIECES = (
    '{"version": 1, "findings": [', "]}", json.dumps(ENTRY), ",", "{", "}", "[", "]", '"findings": [],', '"findings"', '"version": 1,',
    '"\\u0066indings": [', "NaN", "1" * 5000, "[" * 100_000, "<<<<<<< HEAD\n", '"\\ud800"', "\n", "\ufeff", "null", "-0",
)  # fmt: skip
BASELINES = st.one_of(
    st.lists(ENTRIES, max_size=4).map(lambda entries: _as_yaml({"version": 1, "findings": entries})),
    _texts(*BASELINE_PIECES, most=12),
).map(lambda text: text.encode("utf-8", "surrogatepass"))
