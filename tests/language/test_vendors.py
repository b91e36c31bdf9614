"""What sends a reader to a seller."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Marks = Callable[..., list[Any]]


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        (
            "Get [zinc](https://shop.example.net/products/zinc) soon.",
            "link",
            "[zinc](https://shop.example.net/products/zinc)",
        ),
        ("Use code SLEEP10 at checkout.", "code", "code SLEEP10"),
        ("One legit vendor does offer it [here].", "pointer", "legit vendor does offer it [here]"),
        ("A vendor sells that.", "pointer", "A vendor sells that"),
        ("It can be bought online at www.example.net today.", "pointer", "bought online at www.example.net"),
        ("I buy mine on Amazon.", "pointer", "buy mine on Amazon"),
        ("DM me for the source.", "pointer", "DM me for the source"),
        ("Toll free orders: 1-800.", "pointer", "Toll free orders"),
    ],
)
def test_vendors(marks: Marks, text: str, value: str, words: str) -> None:
    assert (value, words) in marks(text, "vendor")


@pytest.mark.parametrize(
    "text",
    [
        "It is not available from any legit vendor.",
        "We do not sell it.",
        "Where do you buy yours?",
        "The company has applied for approval.",
        "Many vendors sell fake capsules.",
        "In order to sleep, read.",
        "The plant grows in the Amazon.",
        "The ICD code for insomnia is G47.",
        "See the [trial](https://pubmed.ncbi.nlm.nih.gov/123/).",
    ],
)
def test_no_vendors(marks: Marks, text: str) -> None:
    assert marks(text, "vendor") == []


def test_a_seller_in_the_reference_list(marks: Marks) -> None:
    text = "It helps [1].\n\n## References\n\n1. Some Store. Powder. https://store.example.net/products/powder\n"
    assert [seen.value for seen in marks(text, "vendor")] == ["link"]


def test_quoted_posts_are_left_alone(marks: Marks) -> None:
    assert (
        marks("> Buy it at [the shop](https://shop.example.net/products/zinc).\n> — an advertisement", "vendor") == []
    )


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        ("I buy it from Northfield.", "pointer", "I buy it from Northfield"),
        ("Use PINNED10 and thank me later.", "code", "Use PINNED10"),
        ("Code jane gets you 20% off.", "code", "Code jane gets"),
        ("Head over to restwell.co and pick up a tub.", "pointer", "Head over to restwell.co"),
        ("The brand I use is [N](https://northfield.example.com/).", "link", "[N](https://northfield.example.com/)"),
        ("## Where to buy\n\n- [N](https://northfield.example.com/)", "link", "[N](https://northfield.example.com/)"),
    ],
)
def test_names_codes_and_shop_headings(marks: Marks, text: str, value: str, words: str) -> None:
    assert (value, words) in marks(text, "vendor")


@pytest.mark.parametrize(
    "text",
    [
        "You can get vitamin D from Salmon.",
        "The reagents were bought from Example.",
        "I would not order from Northfield again.",
        "I got the idea from Huberman.",
        "Patients with BPC157 asked.",
        "Grade it with DSM5.",
        "## Vendors\n\n- [docs](https://github.com/example/vendors)",
    ],
)
def test_names_that_sell_nothing(marks: Marks, text: str) -> None:
    assert marks(text, "vendor") == []


def test_a_price_behind_a_link_to_an_unknown_site(marks: Marks) -> None:
    text = "My splints are from [a jeweller](https://rings.example.com/x), about £45 each."
    assert [seen.value for seen in marks(text, "vendor")] == ["link"]
    assert marks("Read [the essay](https://essays.example.com/x), about 45 pages.", "vendor") == []


def test_the_coupon_may_come_first(marks: Marks) -> None:
    assert [seen.words for seen in marks("ANNA10 gets you ten per cent off.", "vendor")] == [
        "ANNA10 gets you ten per cent"
    ]


def test_offers_and_stores_by_name(marks: Marks) -> None:
    assert [seen.value for seen in marks("Receive 20% off plus free shipping site wide.", "vendor")] == ["code"]
    assert marks("Found in 10,000 stores across the country, including Whole Foods.", "vendor") != []
    assert marks("Get 20% of your calories from protein today.", "vendor") == []
    assert marks("Fish is found in most supermarkets, including frozen fillets.", "vendor") == []


SITE = "https://northfield.example.com/mag"


@pytest.mark.parametrize(
    "text",
    [
        f"I take the magnesium from [Northfield]({SITE}).",
        f"The powder I use is from [Northfield]({SITE}).",
        f"I've been using [these capsules]({SITE}) for a year.",
        f"**Best overall:** [Northfield Magnesium]({SITE})",
        f"Brand: [Northfield]({SITE})",
        f"My favorite brand is [Northfield]({SITE}).",
        f"You can find affordable powder at [Northfield]({SITE}).",
        f"Sign up with [this link]({SITE}) and we both get $10.",
        f"At [Northfield]({SITE}), our gummies are made with love.",
        f"Try [the sleep gummies]({SITE}) for 20% off.",
        f'<a href="{SITE}" rel="nofollow sponsored">Northfield magnesium</a>',
        "Get it at [Northfield](https://northfield.example.com/product.php?id=4).",
        "Click below to order your bottle.",
        "Call 1-800-555-0199 to order.",
    ],
)
def test_links_that_their_sentence_makes_a_sellers(marks: Marks, text: str) -> None:
    assert marks(text, "vendor") != []


@pytest.mark.parametrize(
    "text",
    [
        f"I recommend [this article]({SITE}).",
        f"I like the recipe from [Northfield]({SITE}).",
        f"I've been using [this calculator]({SITE}).",
        f"Best explanation: [How magnesium works]({SITE})",
        f"My favorite podcast is [Calm Talks]({SITE}).",
        f"At [Northfield]({SITE}), our doctors see you within a week.",
        f"You can find the data at [Northfield]({SITE}).",
        f"I ran the analysis with [this tool]({SITE}), and the product was fine.",
        "## Products\n\nBefore anything went into this table of soaps, its label was typed letter by letter into "
        f"[an open scanner]({SITE}) by two of us.",
        "Click below to read the study.",
        "Tap the button below to start the test.",
    ],
)
def test_links_to_what_is_no_goods(marks: Marks, text: str) -> None:
    assert marks(text, "vendor") == []
