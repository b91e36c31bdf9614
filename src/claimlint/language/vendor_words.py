"""Closed sets and small patterns of selling: who sells, how one buys, what a coupon looks like.

Sources: FORUM rules on source talk (ExcelMale, MESO-Rx) and the FTC Endorsement Guides, as summarised in the rule
research (rules.md B.4); LABELLING.md, "vendor-link".
"""

from __future__ import annotations

import re

from claimlint.lazy import lazy


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


SELLERS = _set(
    "vendor vendors supplier suppliers seller sellers retailer retailers reseller resellers dealer shop shops store "
    "stores webshop storefront ugl"
)
MAYBE_SELLERS = _set("source sources website site company brand pharmacy lab")
"""Sellers only with a word of trust before them."""
ONE_SELLER = _set("a an one this my our another that only")
TRUST = _set(
    "legit reputable trusted trustworthy reliable verified recommended favourite favorite go-to best solid good honest"
)
OFFERS = _set("sell sells selling offer offers offering stock stocks carry carries ship ships supply supplies")
BETWEEN = _set("does do will would also that which who still can currently now online actually already and")
"""What may stand between a seller and "sells"."""
CRITICAL = _set(
    """fake scam scams scammer counterfeit warned warn warns avoid illegal illegally unregulated contaminated fraud
    shady unapproved
    mislabeled mislabelled adulterated lawsuit recalled recall nobody most many some few none"""
)
BUYS = _set(
    "buy buying bought order orders ordered ordering purchase purchased purchasing get getting got grab grabbed pick "
    "sold available pre-order preorder stocked find"
)
TOWARDS = _set("from at on via through here in")
MARKETS = _set(
    """amazon ebay etsy iherb aliexpress alibaba indiamart walmart costco target gnc vitacost walgreens cvs boots
    temu shein
    tesco sainsbury's mercadolibre flipkart nykaa dm rossmann"""
)
HERE = lazy(
    r"\[(?:here|link|this|shop|store|buy)\](?!\()|\((?:link|here)\)|\blinks?\s(?:below|in\s(?:my\s|the\s)?(?:bio|"
    r"description|comments|profile))\b",
    re.I,
)
HOST = lazy(
    r"\b(?:https?://)?(?:www\.)?[a-z0-9][a-z0-9-]{1,40}(?:\.[a-z0-9-]{1,40}){0,3}\.(?:com|net|org|co|shop|store|io|"
    r"eu|uk|us|de|fr|nl|in|ca|au|biz|info|me|to|health|life)\b(?:/[^\s)\]]{0,80})?",
    re.I,
)
LINK_TEXT = lazy(
    r"\b(?:buy|order|shop|purchase|pre-?order|add (?:it )?to (?:your )?(?:cart|basket|bag)|product page|checkout|get "
    r"yours|where to buy|"
    r"subscribe (?:and|&) save)\b(?! of| to)"
)
SHOP_PATH = lazy(r"/(?:shop|store|cart|checkout|products?|buy|order|basket|collections)\b")
CODE = lazy(
    r"\b(?P<word>(?:promo(?:tion(?:al)?)?|discount|coupon|voucher|referral|affiliate)(?:\scode)?|code|"
    r"\d\s?%\s(?:off\s)?with)s?:?\s[\"'“‘*`]{0,3}(?P<code>[A-Za-z][A-Za-z0-9]{2,19}|"
    r"[0-9]{1,4}[A-Za-z][A-Za-z0-9]{1,17})\b",
    re.I,
)
DISCOUNT = lazy(
    r"\b(?:off|discount|save|saves|checkout|coupon|promo|use (?:the |my |our )?code|with (?:the |my |our )?code|free "
    r"shipping)\b"
)
SOLICIT = lazy(
    r"\b(?:dm|pm|message|inbox|e-?mail|text|whatsapp|telegram|contact|hit)\s(?:me|us|him|her|them|(?!(?:your|a|an|"
    r"the|my|our|his)\b)[\w.-]{2,20}(?:\s[\w.-]{2,20}){0,2})\s(?:up\s)?"
    r"(?:on\s\w{2,12}\s)?(?:for|to|if)\s(?:the\s|a\s|my\s|your\s|you\s(?:want|need)\s(?:the\s|a\s)?)?"
    r"(?:sources?|vendors?|suppliers?|links?|codes?|prices?|price\slist|order|buy|purchase|discounts?)\b"
)
ORDER_LINE = lazy(
    r"\b(?:toll[\s-]free\sorders|(?:purchase|phone|mail|prepaid|telephone)(?:\sor\s\w{2,10})?\sorders?\s(?:to|at|"
    r"call)|to\s(?:place\san\s)?order,?\s(?:call|phone|write|mail|send)"
    r"|order\s(?:your|yours|a|the)\s(?:\w{2,14}\s){0,2}(?:by|online|now|today|via)\b|orders?:?\scall|"
    r"call\s(?:now\s)?to\sorder|mail\s(?:it\s)?to\sus\b.{0,60}\b(?:payment|check|cheque))\b"
)
DENIALS = lazy(
    r"\b(?:do(?:es)?\snot|don't|doesn't|never|not|no\slonger|stop|avoid|cannot|can't|isn't|aren't|nobody|without|"
    r"no)\s(?:\w{1,12}\s){0,3}"
    r"(?:sell|sells|sold|buy|buying|order|link|post|available|offer|offers|offered|stock|endorse|purchase|vendors?|"
    r"sources?|affiliates?|affiliate)\b"
    r"|\b(?:warning\sletter|warned|scam|counterfeit|recall(?:ed)?)\b"
)
STRONG_CODE = lazy(r"[A-Z]{3,12}[0-9]{1,3}\Z|[0-9]{1,3}[A-Z]{3,12}\Z")
"""Letters and a number: a coupon whatever stands beside it ("SLEEP10"), but no diagnosis ("G47")."""
TRADE_QUERY = lazy(r"[?&](?:utm_\w+|ref|aff\w{0,8}|via|coupon|discount|referral)=", re.I)
BARE_CODE = lazy(r"\b(?:[Uu]se|[Ww]ith|[Ee]nter|[Aa]pply)\s(?P<code>[A-Z]{3,12}[0-9]{1,3})\b")
"""A coupon without the word: "use PINNED10", "10% with FORUM10"."""
