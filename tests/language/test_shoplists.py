"""Among links that mostly lead to sellers, an unknown address is another seller's."""

from __future__ import annotations

SHOPS = "".join(f"- [Brand {n}](https://brand{n}.example.com/product/zinc-{n})\n" for n in range(3))


def test_an_unknown_address_in_a_list_of_shops_is_a_shop(marks) -> None:  # type: ignore[no-untyped-def]
    found = marks(f"Where I order:\n\n{SHOPS}- [Purity Co](https://purity-co.example.net)\n", "vendor")
    assert [mark.words for mark in found][-1] == "[Purity Co](https://purity-co.example.net)"


def test_the_same_address_in_running_text_or_among_studies_is_not(marks) -> None:  # type: ignore[no-untyped-def]
    link = "[Purity Co](https://purity-co.example.net)"
    assert marks(f"Read what {link} has to say on zinc.", "vendor") == []
    studies = "".join(f"- [Study {n}](https://pubmed.ncbi.nlm.nih.gov/{n})\n" for n in range(4))
    assert marks(f"Reading:\n\n{studies}- {link}\n", "vendor") == []
