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
    "picked sold sells available pre-order preorder stocked carried find sourced source"
)
PAYS = _set(
    "buy buying bought order orders ordered ordering purchase purchased purchasing grab grabbed sold pre-order "
    "preorder sourced source"
)
CHEAP = _set("cheap cheaper cheapest price prices deal deals")
"""Verbs that mean a purchase whatever stands beside them."""
BUYERS = _set("i i've i'd we we've you you'll can could to should just then always usually please and or")
"""Before "get" and "find": the author or the reader does it."""
GOODS = _set(
    """mine bottle bottles tub tubs bag bags box boxes pack packs jar jars vial vials capsule capsules pill pills
    tablet tablets powder powders supplement supplements product products kit kits refill refills supply supplies
    stuff raws gear cream creams serum oil oils tea teas tincture tinctures extract extracts peptide peptides meds
    vitamins compounds gummies drops spray patches gel syringes needles strips"""
)
TOWARDS = _set("from at on via through here in")
TOWARDS_NAME = _set("from at through via")
MARKETS = _set(
    """amazon ebay etsy iherb aliexpress alibaba indiamart walmart costco target gnc vitacost walgreens cvs boots
    temu shein superdrug sephora ulta kroger publix aldi lidl carrefour whole-foods swanson myprotein
    tesco sainsbury's mercadolibre flipkart nykaa dm rossmann vinted wish shopee lazada rakuten"""
)
MARKET_NAMES = lazy(
    r"\b(?:Whole\sFoods|Trader\sJoe['’]?s|Holland\s(?:&|and)\sBarrett|(?:The\s)?Vitamin\sShoppe|Life\sExtension"
    r"|Sam['’]s\sClub"
    r"|Best\sBuy|Rite\sAid|Chemist\sWarehouse|Health\sFood\sStore|Sprouts\sFarmers|Swanson\sVitamins"
    r"|Bulk\sSupplements|Nootropics\sDepot)\b"
)
"""Chains whose names hold words that mean something else."""
NO_SELLERS = _set(
    """i i'm dr prof professor mr mrs ms doctor doctors monday tuesday wednesday thursday friday saturday sunday january
    february march april may june july august september october november december christmas easter
    reddit youtube facebook instagram tiktok twitter google wikipedia pubmed github gitlab zenodo figshare discord
    huberman god nature mother dad mom sun sunlight left right day week month step table figure chapter appendix
    us usa uk eu america europe asia africa china india canada germany france spain italy japan mexico thailand turkey
    poland australia england scotland ireland switzerland netherlands russia ukraine brazil israel korea vietnam
    sigma sigma-aldrich merck thermo fisher abcam roche invitrogen gibco bio-rad tocris cayman qiagen charles jackson
    am pm covid english spanish german french chinese amsterdam london berlin paris york"""
)
"""Names that stand behind "from" and "at" and sell nothing to the reader: people's titles, days, platforms, countries
and the suppliers that papers name."""
HERE = lazy(
    r"\[(?:here|link|this|shop|store|buy)\](?!\()|\((?:link|here)\)|\blinks?\s(?:below|in\s(?:my\s|the\s)?(?:bio|"
    r"description|comments|profile))\b",
    re.I,
)
HOST = lazy(
    r"\b(?:https?://)?(?:www\.)?[a-z0-9][a-z0-9-]{1,40}(?:\.[a-z0-9-]{1,40}){0,3}(?:\.|\s?[\[(]\.[\])]\s?"
    r"|\s[\[(]?dot[\])]?\s)(?:com|net|org|co|shop|store|io|"
    r"eu|uk|us|de|fr|nl|in|ca|au|biz|info|me|to|health|life)\b(?:/[^\s)\]]{0,80})?",
    re.I,
)
LINK_TEXT = lazy(
    r"\b(?:buy|order|shop|purchase|pre-?order|add (?:it )?to (?:your )?(?:cart|basket|bag)|product page|checkout|get "
    r"yours|where to buy|"
    r"subscribe (?:and|&) save)\b(?! of| to)"
)
SHOP_PATH = lazy(r"/(?:shop|store|cart|checkout|products?|buy|order|basket|collections)\b")
LOUD = lazy("[A-Z0-9]{2}")
"""What every coupon in capitals has."""
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
    r"\b(?:dm|pm|message|inbox|e-?mail|text|whatsapp|telegram|contact|hit(?:\sup)?)\s(?:me|us|him|her|them"
    r"|@[\w.]{2,30}|[\w.-]{2,30}@[\w.-]{3,40}|(?!(?:your|a|an|"
    r"the|my|our|his)\b)[\w.-]{2,20}(?:\s[\w.-]{2,20}){0,2})\s(?:up\s)?"
    r"(?:(?:on|at)\s(?:the\s)?\w{2,12}\s)?(?:for|to|if)\s(?:(?:get|ask\sfor|see|place|receive)\s)?(?:the\s|a\s"
    r"|my\s|your\s|you\s(?:want|need)\s(?:the\s|a\s)?)?"
    r"(?:sources?|vendors?|suppliers?|links?|codes?|prices?|price\slist|orders?|one|buy|purchase|discounts?)\b"
    r"|\b(?:click|tap)\s(?:below|here|(?:on\s)?the\s(?:link|button|image|banner)(?:\sbelow)?)\s(?:now\s)?to\s"
    r"(?:buy|order|purchase|shop|check\s?out|see\s(?:the\s|our\s)?(?:price|pricing|prices)"
    r"|(?:get|claim|secure|reserve|grab)\s(?:yours|(?:your|my|an?|the|one|\d+)\s(?:[\w%-]{2,12}\s){0,3}(?:bottles?"
    r"|box(?:es)?|supply|packs?|order|discount|sample|kit|tub|jar|off))"
    r"|(?:start|begin)\syour\s(?!reading|learning)(?:\w{2,10}\s)?(?:journey|trial|order|treatment|transformation|subscription))\b"
)
"""The reader is asked to write for a source or a price, or to click and buy."""
ORDER_LINE = lazy(
    r"\b(?:toll[\s-]free\sorders|(?:purchase|phone|mail|prepaid|telephone)(?:\sor\s\w{2,10})?\sorders?\s(?:to|at|"
    r"call)|to\s(?:place\san\s)?order,?\s(?:call|phone|write|mail|send)"
    r"|order\s(?:your|yours|a|the)\s(?:\w{2,14}\s){0,2}(?:by|online|now|today|via)\b|orders?:?\scall|"
    r"call\s(?:now\s|[\d()+. -]{7,20}\s)?to\sorder|mail\s(?:it\s)?to\sus\b.{0,60}\b(?:payment|check|cheque))\b"
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
BARE_CODE = lazy(r"\b(?:[Uu]se|[Ww]ith|[Ee]nter|[Aa]pply|[Vv]ia)\s(?P<code>[A-Z]{4,16}[0-9]{0,3}|[A-Z]{3}[0-9]{2,3})\b")
"""A coupon without the word: "use PINNED10", "10% with FORUM10"; one without a number asks for a saving beside it."""
ROUND_SUM = lazy(r"[A-Z]{4}(?:5|10|15|20|25|30|35|40|50|60|70|100)\Z")
NO_CODES = frozenset(
    "ICD9 ICD10 ICD11 DSM4 DSM5 COVID19 SARS2 SSRI SNRI NSAID NSAIDS GLP1 PDE5 CYP3A4 AMPK MTOR BDNF".split()
)
SAVING = lazy(
    r"\b\d{1,2}\s?%\s(?:off|discount|cheaper)|\bsave[sd]?\b|\bdiscount|\bcheckout\b|\bfree\s(?:shipping|sample"
    r"|gift|trial|bottle)"
    r"|\b(?:half[\s-]price|off\s(?:your|the|any)\s(?:\w{2,8}\s)?(?:order|purchase))\b|\bcoupon|\bpromo"
)
"""Money saved: what makes a name a code."""
QUOTED_CODE = lazy(
    r"\b(?:[Ee]nter|[Uu]s(?:e|ing)|[Aa]pply|[Tt]ype|[Ww]ith|[Cc]ode)\s(?:the\s"
    r"|my\s)?(?:code\s)?[\"“'‘`*]{1,3}(?P<code>[A-Za-z][A-Za-z0-9]{2,19})[\"”'’`*]{1,3}"
)
CODE_FIRST = lazy(
    r"\b(?P<code>[A-Z]{3,14}[0-9]{1,3}|[A-Z]{5,14})\s(?:gets?|gives?|saves?|will\sget|at\scheckout|for)\s(?:you\s|u\s|everyone\s)?(?:an?\s(?:extra\s)?)?"
    r"(?:\d{1,2}\s?%|\w{3,8}\sper\s?cent|\w{3,8}\spercent|discount|free)"
)
"""The coupon at the head: "ANNA10 gets you 10% off"."""
SMALL_CODE = lazy(
    r"\b[Cc]ode:?\s(?P<code>(?!(?:for|at|to|below|here|and|is|are|that|which|will|in|on|of|from|when|you|the|a|an"
    r"|gets?|gives?|works?|it|this|my|we)\b)"
    r"[a-z][a-z0-9_]{2,19})\s(?:gets?|gives?|for|saves?|at\scheckout|to\s(?:get|save))\b"
)
"""A code in small letters: "code jane gets you 20% off"."""
OFFER = lazy(
    r"\b\d{1,2}\s?%\s(?:off|discount|on\s(?:all|your|any|every)\s(?:orders?|purchases?))\b|\bhalf[\s-]price\b|\bfree\s(?:month|box|bottle|sample)\b|\bfirst\s(?:month|box|order)\s(?:is\s|for\s)?(?:free|half|on\sus)\b"
)
PERCENT_OFF = lazy(r"\bfor\s\d{1,2}\s?%\soff\b|\b\d{1,2}\s?%\soff\s(?:at|on|from|with)\b")
SIGN_UP = lazy(
    r"\b(?:checkout|coupon|voucher|today\sonly|(?:shop|buy|order|claim|subscribe)\s(?:now|today|your)"
    r"|sign(?:ing)?\sup|subscrib(?:e|ing)"
    r"|your\s(?:first\s|next\s)?(?:order|purchase|box|month)\b)"
)
FREE_OFFER = lazy(
    r"\b(?:claim|get|grab)\s(?:your|a|my|the)\s(?:\w{2,10}\s)?(?:free\s(?:sample|bottle|box|gift|trial)"
    r"|first\s(?:month|box|order))\b"
    r"|\b(?:receive|get|save|enjoy|take|claim|grab|score)\s(?:an?\s(?:extra|additional)\s|up\sto\s|extra\s)?\d{1,2}\s?%"
    r"\s?(?:off|discount)?\b[^.;?\n]{0,12}\b(?:free\sshipping|site[\s-]?wide|store[\s-]?wide|everything|orders?|purchase"
    r"|subscription|today|right\snow|here)\b"
)
STORES = lazy(
    r"\b(?:available|sold|found|carried|stocked|buy\sit|get\sit)\b[^.;?\n]{0,60}?\b(?:stores?|shops?|retailers?|pharmac(?:y|ies)"
    r"|supermarkets?|chains?)\b[^.;?\n]{0,40}?\b(?:including|such\sas|like|e\.?g\.?)\s"
)
"""Where a product is sold, before the names of shops: "found in 10,000 stores, including …"."""
OWN_PRODUCT = lazy(
    r"\b(?:my|our)\s(?:own\s)?(?:new\s)?(?:supplements?|products?|brand|line|shop|store|formula|company|startup"
    r"|blend|powder|capsules)\b"
    r"|\bshameless\splug\b|\bbrand\s(?:that\s)?(?:i|we)\s(?:use|like|take|trust|buy|recommend)\b"
    r"|\b(?:i|we)\s(?:buy|order|get)\s(?:mine|ours|it|them|this|these)\b"
)
"""The author speaks of what he sells, or of the brand that he buys."""
SOLD_THERE = lazy(r"\b(?:available\s(?:for\spurchase|to\s(?:buy|order))|for\ssale|in\sstock|sells?|stocks|ships?)\b")
"""Beside a link: what stands behind it is a shop."""
PRICE_AT = lazy(
    r"(?:\b[Cc]osts?|\b[Pp]riced|\b[Cc]heap(?:er|est)?|\b[Bb]est price)\b[^.;\n]{0,30}?(?P<at>\bat)\s(?=[A-Z])"
    r"|[$€£]\s?\d[\d.,]{0,6}[^.;\n]{0,12}?\bat\s(?=[A-Z])"
)
WHOLESALE_NAME = lazy(r"(?:university|hospital|clinic|institute|library|museum|center|centre|school|journal)\b")
"""Places that are no shops."""
GO_TO = lazy(
    r"\b(?:[Gg]o|[Hh]ead|[Vv]isit|[Pp]op|[Cc]heck\sout|[Ss]hop)\s(?:on\s|over\s)?(?:to\s|at\s|by\s)?(?=[\w.-]+\.)"
)
WANTS = lazy(
    r"\b(?:pick\s(?:up|one)|claim|free\s(?:sample|gift|trial|shipping)|order|buy|shop|discount|codes?|coupon"
    r"|stock|bottle|tub|box|purchase|grab"
    r"|\d{1,2}\s?%)\b"
)
PRICED = lazy(
    r"\W{0,6}(?:\(|,|–|-|—|:|for|about|around|at|is|costs?|\s){0,4}\s?(?:[$€£]\s?\d|\d{1,4}\s?(?:€|£|\$|eur\b|usd\b|gbp\b|bucks\b))"
)
"""A price right behind a link."""
PROFILE_LINK = lazy(
    r"\blinks?\s(?:is\s|are\s)?in\s(?:my\s|the\s|our\s)?(?:bio|profile|description|show\snotes|comments)\b"
)
CALL_TEXT = lazy(
    r"(?:get\sstarted|start\s(?:now|today|(?:your|my|a)\s(?:free\s)?trial)|join\s(?:now|today)|claim\s(?:your|my"
    r"|the|this)\s[\w\s%-]{3,30}"
    r"|try\s(?:it|them|now)\s?(?:free|now|risk[\s-]free|today)?|get\s(?:mine|yours|\d{1,2}\s?%\soff)|(?:check|see"
    r"|view)\s(?:the\s)?(?:latest\s|current\s)?(?:price|prices|deal)"
    r"(?:\s(?:on|at)\s\w{2,20})?|shop\s(?:now|all|here)|book\s(?:now|a\s(?:free\s)?(?:call|consult\w{0,6}))"
    r"|subscribe\s(?:and|&)\ssave)"
)
"""What the button of a shop says."""
SHOPS_ANNOUNCED = lazy(
    r"\b(?:where\s(?:to|i|we|you\scan|can\si)\s(?:buy|get|order|purchase|source|shop)"
    r"|(?:links?|places?|sites?|shops?|stores?)\s(?:to|where\syou\scan)\s(?:buy|order|purchase)|(?:to"
    r"|can)\s(?:buy|order|purchase)(?:\sfrom)?\W{0,4}$"
    r"|(?:online\s|peptide\s|research\s)?vendors?|suppliers|retailers|resellers|(?:online\s)?(?:shops|stores"
    r"|pharmacies)"
    r"|(?:trusted|recommended|favou?rite|best|preferred|reputable|top)\s(?:\w{2,12}\s)?(?:brands?|shops?|stores?"
    r"|products?|companies|sellers?|sources\sto\sbuy)"
    r"|(?:brands?|products?)\s(?:that\s)?(?:i|we)\s(?:use|like|trust|recommend|buy)|shopping\slist"
    r"|product\s(?:links|recommendations)|affiliate\s(?:links|partners)"
    r"|discount\s(?:codes|links)|our\ssponsors)\b"
)
"""Headings and lead-ins under which addresses are those of shops."""
SHOP_COLUMN = lazy(
    r"(?:vendor|shop|store|seller|supplier|retailer|pharmacy|where\sto\s(?:buy|get)|buy(?:\s(?:here|link|it))?"
    r"|purchase|order|price|cost|brand|product\slink)s?"
    r"(?:\s?\(?[$€£\w]{1,6}\)?)?"
)
