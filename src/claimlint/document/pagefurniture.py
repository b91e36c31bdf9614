"""Which elements of an HTML page are furniture: navigation, footers, forms, and what a class or role names as such.

The class names are those of Bootstrap, WordPress and its common themes and plug-ins, Ghost, Jekyll and Hugo themes,
XenForo, phpBB and Discourse.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from claimlint.lazy import lazy

_ELEMENTS = frozenset("head nav header footer aside form button select dialog menu label".split())
_ROLES = frozenset("navigation banner contentinfo search complementary menu menubar dialog alertdialog".split())
_MAIN = frozenset("main article body html".split())
_WORDS = frozenset(
    """
nav navbar navigation menu footer sidebar breadcrumb breadcrumbs cookie cookies pagination pager share sharing
sharedaddy social newsletter subscribe subscription related respond widget widgets toc advert advertisement ads popup
modal offcanvas drawer masthead topbar colophon
""".split()
)
"""A class is furniture when one of the words it is made of is one of these."""

_LAYOUT_WORDS = frozenset(
    "no has with without content main article entry body open active page layout grid col".split()
)
"""… unless one of these stands beside it: "has-sidebar", "content-sidebar-wrap" name the layout, not the furniture."""

_CLASSES = frozenset(
    """
byline post-meta entry-meta meta posted-on entry-date post-date updated-date reading-time read-time author-info
author-box author-bio post-info tag-links cat-links post-tags tags comment-form comment-reply skip-link
screen-reader-text sr-only visually-hidden table-of-contents entry-footer post-footer page-footer site-footer page-nav
page-navigation post-navigation entry-share post-share post-nav
message-attribution message-user message-cell--user message-userextras message-footer message-actionbar
message-signature crawler-post-meta postprofile topic-meta-data post-menu-area bbcodeblock-title bbcodeblock-expandlink
signature
""".split()
)
_SPLIT = lazy(r"[-_]+")
_HIDDEN_STYLE = lazy(r"display\s{0,4}:\s{0,4}none|visibility\s{0,4}:\s{0,4}hidden", re.IGNORECASE)
_LONGEST = 400
"""Characters of class names that are looked at; generated pages have longer ones that name nothing."""


def is_furniture(name: str, values: Mapping[str, str], *, inside: bool, in_article: bool) -> bool:
    """Whether the text of the element is page furniture; `inside`: it stands in furniture already."""
    if name in _MAIN or (name == "aside" and "quote" in values.get("class", "").split()):
        return False  # Discourse puts quoted replies into an aside
    if inside:
        return True
    if name in _ELEMENTS and not (name == "header" and in_article):
        return True
    if not values:
        return False
    if values.get("role", "").lower() in _ROLES or values.get("aria-hidden") == "true" or "hidden" in values:
        return True
    if "style" in values and _HIDDEN_STYLE.search(values["style"][:_LONGEST]):
        return True
    classes = f"{values.get('class', '')} {values.get('id', '')}"[:_LONGEST].lower().split()
    return any(each in _CLASSES or _names_furniture(each) for each in classes)


def _names_furniture(name: str) -> bool:
    words = _SPLIT.split(name)
    if any(word in _LAYOUT_WORDS for word in words):
        return False
    return any(word in _WORDS or (word.endswith("toc") and len(word) <= 8) for word in words)
