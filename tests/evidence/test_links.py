"""What links lead to."""

from __future__ import annotations

import json

import pytest

from claimlint.document.model import Link
from claimlint.evidence.lexicon import SourceLexicon
from claimlint.evidence.links import classify_link, classify_target, is_source


def link(target: str, kind: str = "inline") -> Link:
    return Link(0, 10, 1, 9, target, "", kind)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("target", "kind"),
    [
        ("https://pubmed.ncbi.nlm.nih.gov/12345678/", "study"),
        ("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC1234567/", "study"),
        ("https://www.ncbi.nlm.nih.gov/books/NBK1234/", "review"),
        ("https://doi.org/10.1000/xyz", "study"),
        ("doi:10.1000/xyz", "study"),
        ("https://clinicaltrials.gov/study/NCT00000000", "study"),
        ("https://www.cochranelibrary.com/cdsr/doi/10.1002/14651858.CD000000", "review"),
        ("https://somepress.example/doi/10.1234/abc.56", "study"),
        ("https://ods.od.nih.gov/factsheets/Iron-Consumer/", "authority"),
        ("https://www.nhs.uk/conditions/anxiety/", "authority"),
        ("https://www.health.gov.xx.gov.au/page", "authority"),
        ("https://medicine.university.edu/news/peptide-sellers-warned", "authority"),
        ("https://en.wikipedia.org/wiki/Progesterone", "encyclopaedia"),
        ("https://www.healthline.com/nutrition/creatine", "article"),
        ("https://someblog.example/2021/why-i-sleep-early", "article"),
        ("https://www.youtube.com/watch?v=abc", "video"),
        ("https://youtu.be/abc", "video"),
        ("https://x.com/someone/status/1", "social"),
        ("https://www.instagram.com/someone/", "social"),
        ("https://www.reddit.com/r/sleep/comments/1/x/", "forum"),
        ("https://hair.example/forum/threads/minoxidil.1/", "forum"),
        ("https://www.amazon.com/dp/B000000000", "vendor"),
        ("https://amzn.to/3abcdef", "vendor"),
        ("https://www.iherb.com/pr/x/1", "vendor"),
        ("https://some-brand.example/products/magnesium", "vendor"),
        ("https://vitamin-shop.example/magnesium", "vendor"),
        ("https://brand.myshopify.com/", "vendor"),
        ("https://somepeptides.example/bpc", "vendor"),
        ("https://brand.example/?ref=joe", "vendor"),
        ("https://brand.example/landing?aff=42", "vendor"),
        ("https://brand.example/?add-to-cart=9", "vendor"),
        ("https://brand.example/zinc?ref=joe", "vendor"),
        ("https://brand.example/resin-30g", "vendor"),
        ("https://brand.example/is-5g-of-creatine-a-day-enough", "article"),
        ("https://cosmicnootropics.example/x", "vendor"),
        ("/about", "own-site"),
        ("#references", "own-site"),
        ("../images/page.html", "own-site"),
        ("notes.md", "own-site"),
        ("mailto:someone@example.org", "unknown"),
        ("https://github.com/someone/tool", "unknown"),
    ],
)
def test_an_address_tells_its_kind(target: str, kind: str, lexicon: SourceLexicon) -> None:
    assert classify_target(target, lexicon.hosts).kind == kind


@pytest.mark.parametrize(
    ("target", "commercial"),
    [
        ("https://www.amazon.com/dp/B000000000?tag=me-20", True),
        ("https://brand.example/products/x", True),
        ("https://www.nytimes.com/2020/01/01/health/sleep.html?utm_source=x", False),
        ("https://someblog.example/2021/why-i-sleep-early?ref=otherblog", False),
        ("https://www.iherb.com/pr/x/1?rcode=1&utm_campaign=y", True),
        ("https://pubmed.ncbi.nlm.nih.gov/12345678/?utm_source=x", False),
    ],
)
def test_marks_of_trade_in_an_address(target: str, commercial: bool, lexicon: SourceLexicon) -> None:
    assert classify_target(target, lexicon.hosts).commercial is commercial


def test_the_longest_listed_path_wins(lexicon: SourceLexicon) -> None:
    assert classify_target("https://www.bodybuilding.com/store/whey.html", lexicon.hosts).kind == "vendor"
    assert classify_target("https://forum.bodybuilding.com/showthread.php?t=1", lexicon.hosts).kind == "forum"


def test_a_listed_newspaper_with_a_shop_word_in_its_path_is_no_shop(lexicon: SourceLexicon) -> None:
    assert classify_target("https://www.bbc.com/news/health/products/cart", lexicon.hosts).kind == "article"


def test_the_text_speaks_where_the_address_does_not(lexicon: SourceLexicon) -> None:
    unknown = link("https://archive-of-things.example/x1")
    assert classify_link(unknown, "this 2019 trial", lexicon).kind == "study"
    assert classify_link(unknown, "Buy it here", lexicon).kind == "vendor"
    assert classify_link(unknown, "my friend", lexicon).kind == "unknown"
    pubmed = link("https://pubmed.ncbi.nlm.nih.gov/12345678/")
    assert classify_link(pubmed, "a meta-analysis", lexicon).kind == "review"


def test_a_bare_site_name_is_a_host_and_not_a_file(lexicon: SourceLexicon) -> None:
    assert classify_link(link("healthline.com", "bare"), "healthline.com", lexicon).kind == "article"
    assert classify_link(link("README.md"), "readme", lexicon).kind == "own-site"


@pytest.mark.parametrize(
    ("target", "counts"),
    [
        ("https://pubmed.ncbi.nlm.nih.gov/12345678/", True),
        ("https://www.fda.gov", True),
        ("https://www.healthline.com/nutrition/creatine", True),
        ("https://www.healthline.com/", False),
        ("https://unheard-of.example/page/12", True),
        ("https://unheard-of.example", False),
        ("https://x.com/someone/status/1", False),
        ("https://www.amazon.com/dp/B000000000", False),
        ("https://site.example/picture.png", False),
        ("/about", False),
        ("https://github.com/someone/tool", False),
        ("https://www.reddit.com/r/sleep/comments/1/x/", True),
        ("https://youtu.be/abc", True),
    ],
)
def test_which_links_are_sources(target: str, counts: bool, lexicon: SourceLexicon) -> None:
    assert is_source(classify_target(target, lexicon.hosts)) is counts


def test_the_sites_own_shop_pages_carry_the_mark_of_trade(lexicon: SourceLexicon) -> None:
    assert classify_target("/checkout?sku=1", lexicon.hosts) == ("own-site", "relative", True)
    assert classify_target("/blog/products/x", lexicon.hosts) == ("own-site", "relative", False)


def test_own_pages_by_canonical_address(read) -> None:  # type: ignore[no-untyped-def]
    page = (
        '<html><head><link rel="canonical" href="https://mine.example/a"></head><body>'
        '<p>See <a href="https://mine.example/b/why-x-works">why</a>.</p></body></html>'
    )
    draft = read(page, "html")
    assert [c.kind for c in draft.evidence.links if c.kind != "unknown"][-1] == "own-site"
    assert draft.citations() == []


def test_own_pages_by_front_matter(read) -> None:  # type: ignore[no-untyped-def]
    draft = read("---\nurl: https://mine.example/post\n---\n\nSee [that](https://www.mine.example/other-long-slug).\n")
    assert draft.evidence.links[0].kind == "own-site"


def test_a_product_page_makes_the_other_links_of_its_host_a_shops(read) -> None:  # type: ignore[no-untyped-def]
    draft = read(
        "Get [magnesium](https://tonics.example/products/magnesium), read [about us](https://tonics.example/pages/x)\n"
        "or [their article](https://tonics.example/blog/sleep-and-magnesium)."
    )
    assert [c.kind for c in draft.evidence.links] == ["vendor", "vendor", "article"]


def test_allowed_domains_win_over_denied_ones_and_over_the_list(lexicon: SourceLexicon) -> None:
    mine = lexicon.merged(["https://www.iherb.com/", "both.example"], ["nature.com", "both.example"])
    assert classify_target("https://www.iherb.com/pr/x/1", mine.hosts).kind == "article"
    assert classify_target("https://both.example/products/x", mine.hosts).kind == "article"
    assert classify_target("https://www.nature.com/articles/x", mine.hosts) == ("vendor", "denied", True)
    assert classify_target("https://sub.nature.com/articles/x", mine.hosts).kind == "vendor"
    assert classify_target("https://www.nature.com/articles/x", lexicon.hosts).kind == "study"


def test_the_lexicon_survives_json(data: dict[str, object], lexicon: SourceLexicon) -> None:
    assert SourceLexicon.from_data(json.loads(json.dumps(data))) == lexicon


def test_a_lexicon_without_files_knows_nothing() -> None:
    empty = SourceLexicon.from_data({})
    assert classify_target("https://www.amazon.com/dp/B000000000", empty.hosts).kind == "unknown"


def test_no_host_is_listed_under_two_kinds(data: dict[str, object]) -> None:
    seen: dict[str, str] = {}
    for kind, hosts in data["links"]["domains"].items():  # type: ignore[index]
        for host in hosts:
            assert host == host.lower()
            assert "." in host or host == "localhost"
            assert host not in seen, f"{host} is listed as {seen[host]} and as {kind}"
            seen[host] = kind
    assert len(seen) > 800
