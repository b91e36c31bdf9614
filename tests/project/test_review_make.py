"""The review of a draft: its passages, its evidence, its posts."""

from __future__ import annotations

from claimlint.project.review.model import PostReview
from reporting.review_helper import review_of

REFERENCES = """

## References

1. Author A. Zinc in mice with colds. Journal of Tests. 2019. PMID: 12345678
2. Example Pharmacy. Zinc capsules. https://shop.example.com/products/zinc
"""


def only(text: str, path: str = "post.md") -> PostReview:
    (post,) = review_of(text, path=path).posts
    return post


def test_a_claim_knows_what_covers_it_and_whom_the_title_names() -> None:
    post = only("Zinc shortens colds in adults [1]. Iron lowers blood pressure in men." + REFERENCES)
    first, second = post.claims[:2]
    assert (first.covered, first.sources, first.population, first.species) == (
        "[1] stands in it",
        (1,),
        "animal",
        "mice",
    )
    assert (second.covered, second.sources, second.population) == ("", (), "unknown")
    assert second.remarks == (1,)
    assert post.draft.text[second.start : second.end] == "Iron lowers blood pressure in men."


def test_a_dose_with_a_sellers_page_behind_it_is_in_the_table() -> None:
    post = only("Take 50 mg of zinc a day [2]." + REFERENCES)
    (claim,) = [claim for claim in post.claims if claim.dose]
    (source,) = [source for source in post.sources if source.number in claim.sources]
    assert (source.kind, source.carries_dose, source.uses) == ("vendor", False, 0)
    assert claim.covered == ""


def test_a_lost_link_is_told_from_a_source() -> None:
    assert [claim.lost for claim in only("Zinc shortens colds in adults [here].\n").claims] == [True]


def test_findings_of_one_sentence_are_one_passage_with_one_wording() -> None:
    (passage,) = only("Zinc completely cures colds in adults.\n").passages
    assert [remark.finding.rule for remark in passage.remarks] == ["uncited-claim", "absolute-language"]
    assert passage.suggestion is not None
    assert passage.suggestion.text == "Zinc may help with colds in adults [source needed]."
    assert passage.words == "Zinc completely cures colds in adults."


def test_words_of_a_passage_have_no_markup_and_no_address() -> None:
    post = only(
        "I get mine **here**: [a shop](https://shop.example.com/product/zinc) or https://shop.example.com/cart.\n"
    )
    assert "shop.example" not in " ".join(passage.words for passage in post.passages)


def test_nothing_before_the_first_post_or_after_the_last_is_lost() -> None:
    head = "Zinc cures every cold.\n\n"
    thread = f"{head}#1 ann · 2 Jan 2026\nOh.\n\n#2 bob · 3 Jan 2026\nTake 50 mg of zinc a day.\n"
    review = review_of(thread, path="thread.txt")
    posts = sorted(review.posts, key=lambda post: post.start)
    assert [(post.number, post.author, post.time) for post in posts] == [
        (1, "ann", "2 Jan 2026"),
        (2, "bob", "3 Jan 2026"),
    ]
    assert posts[0].start == 0
    assert posts[0].end == posts[1].start
    assert posts[1].end == len(thread)
    assert [remark.finding.text for remark in posts[0].remarks][:1] == ["Zinc cures every cold."]


def test_each_post_has_its_own_numbers_sources_and_words() -> None:
    thread = (
        "#1 ann · 2 Jan 2026\nZinc shortens colds in adults (https://journal.example.org/doi/10.1000/182).\n\n"
        "#2 bob · 3 Jan 2026\nIron lowers blood pressure in men.\n"
    )
    ann, bob = sorted(review_of(thread, path="thread.txt").posts, key=lambda post: post.start)
    assert [len(post.sources) for post in (ann, bob)] == [1, 0]
    assert [remark.number for remark in bob.remarks] == [1]
    assert bob.words == 12


def test_the_sentence_before_and_the_heading_say_what_a_dose_is_of() -> None:
    assert only("## hCG\n\nTake 500 IU twice a week.\n").verdict == "hold"
    assert only("I use BPC-157. Take 250 mcg every morning.\n").verdict == "hold"
    assert only("I use BPC-157 no more.\n\nTake 50 mg of zinc every morning.\n").verdict == "edit"
