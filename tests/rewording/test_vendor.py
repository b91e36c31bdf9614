"""The way to the seller is taken out, and the sentence mended."""

from __future__ import annotations

import pytest

from rewording.rewording_helper import reworded

SHOP = "https://shop.example/x"


@pytest.mark.parametrize(
    ("before", "words", "after"),
    [
        (f"You can buy it [here]({SHOP}).", "[here]", "[seller link removed]."),
        (f"It's hard to find, but a vendor does offer it [here]({SHOP}).", "[here]", "It's hard to find."),
        (f"Try [zinc capsules]({SHOP}), which are good.", "[zinc capsules]", "Try zinc capsules, which are good."),
        (f"Good for joints. [Get started today]({SHOP})", "[Get started", "Good for joints."),
        (f"Strong formula: [EU €17]({SHOP})", "[EU €17]", "Strong formula"),
        (f"or **Arterol** (dear) – [global]({SHOP})", "[global]", "or **Arterol** (dear)"),
        (f"I take glycine ({SHOP}) before bed.", SHOP, "I take glycine before bed."),
        (f'Read more <a href="{SHOP}">here</a>.', "here", "Read more."),
        (f"I use [url={SHOP}]this brand[/url] daily.", "this brand", "I use this brand daily."),
        ("Good Labs USA - use code TENOFF10 for 10% off", "use code TENOFF10", "Good Labs USA"),
        ("Code SAVE10 saves you 15 %.", "Code SAVE10", "[discount code removed]."),
        ("Use code SAVE10 at checkout.", "Use code SAVE10", "[discount code removed]."),
        ("There is zinc, a vendor sells that and others too.", "a vendor sells", "There is zinc."),
        (
            f"I take the [powder]({SHOP}), and the code TEN10 gets you ten percent off.",
            "code TEN10",
            f"I take the [powder]({SHOP}).",
        ),
        (f"Group buy closes Friday – order form [here]({SHOP}).", "[here]", "Group buy closes Friday."),
        (f"source: [here]({SHOP})", "[here]", "[seller link removed]"),
        (f"Mine: {SHOP}", SHOP, "Mine: [seller link removed]"),
        (
            "I ordered the powder from Northfield and it came soon.",
            "ordered the powder from Northfield",
            "I ordered the powder and it came soon.",
        ),
        (f"The brand I use is [shop]({SHOP}).", "[shop]", "The brand I use is [seller link removed]."),
        ("Buy it now!", "Buy it now", "[seller reference removed]!"),
    ],
)
def test_link_pointer_or_code(before: str, words: str, after: str) -> None:
    assert reworded(before, "vendor", words=words) == after


def test_a_reference_entry_keeps_its_number() -> None:
    before = "28. Some Pharmacy. Compounded Capsules."
    assert reworded(before, "vendor", reference=True) == "28. [replace this seller's page by a study or label]"


def test_a_link_text_that_is_the_shops_name_goes() -> None:
    before = "try [shop](https://shop.example/x) for that"
    assert reworded(before, "vendor", words="[shop]") == "try [seller link removed] for that"
