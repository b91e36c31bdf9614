"""Which elements of an HTML page are furniture: navigation, footers, forms, what a class or role names as such."""

from __future__ import annotations

import re
from collections.abc import Mapping

_CHROME_NAMES = frozenset("head nav header footer aside form button select dialog menu label".split())
_CHROME_ROLES = frozenset("navigation banner contentinfo search complementary menu menubar dialog alertdialog".split())
_CHROME_WORDS = re.compile(
    r"(?:^|\s)(?:(?:main|site|page|top|left|right|primary|secondary|global|mobile|post|entry|wp|the|nav|header|footer)[-_]{1,2}){0,2}"
    r"(?:nav|navbar|navigation|menu|footer|sidebar|breadcrumbs?|cookies?|cookie-?(?:banner|consent|notice)|pagination|pager|"
    r"share|sharing|sharedaddy|social|social-?(?:links|media|share)|skip-link|newsletter|subscribe|related-?(?:posts|articles)?|"
    r"comment-?(?:form|respond)|respond|widget|widget-area|screen-reader-text|sr-only|visually-hidden|toc|table-of-contents|"
    r"byline|post-meta|meta|tags|advert|ads?|popup|modal)"
    r"(?:[-_]{1,2}(?:bar|menu|container|wrapper|wrap|list|area|inner|links|items?|block|section|nav|primary|secondary|\d{1,3})){0,2}(?=\s|$)",
    re.IGNORECASE,
)
_MAIN = frozenset("main article body".split())
_LONGEST_CLASS = 400


def is_furniture(name: str, values: Mapping[str, str], *, inside: bool, in_article: bool) -> bool:
    """Whether the text of the element is page furniture; `inside`: it stands in furniture already."""
    if name in _MAIN:
        return False
    if inside:
        return True
    if name in _CHROME_NAMES:
        return not (name == "header" and in_article)
    if not values:
        return False
    if values.get("role", "").lower() in _CHROME_ROLES or values.get("aria-hidden") == "true" or "hidden" in values:
        return True
    names = f"{values.get('class', '')} {values.get('id', '')}"
    return len(names) < _LONGEST_CLASS and _CHROME_WORDS.search(names) is not None
