"""Closed sets for absolute language: what limits an absolute word, and what company makes one count.

Sources: LABELLING.md "absolute-language", the rule research (rules.md B.5), NegEx (how far a negation reaches).
"""

from __future__ import annotations

from claimlint.lazy import lazy

FEW = 12
"""In a draft about health a sentence of so few words speaks of what the ones before it spoke of."""

ANYWHERE = frozenset(
    """booster total-effect universal proof safety cure hyperbole certainty instant superlative""".split()
)
"""Values that are absolute wherever they stand in a health statement."""

REPORTED_AS = {
    "adverb": "booster", "bare-superlative": "superlative", "everyone": "universal", "verb": "total-effect",
    "bare-safety": "safety", "bare": "hyperbole",
}  # fmt: skip

HEALTH = (
    "health:body", "health:biomarker", "health:process", "health:condition", "health:substance", "health:outcome",
    "health:practice",
    "claim-phrase:efficacy", "claim-phrase:safety", "claim-phrase:prevalence",
)  # fmt: skip
OF_HEALTH = lazy(
    r"\b(?:gains?|pumps|side|effects|overdose|fat|heal\w{0,3}|cures?|diseases?|remedy|remedies|elixir"
    r"|superfoods?|toxicity|toxic|harmless|ag(?:e)?ing|relief|weight|supplement"
    r"|ailments?|treatment|miracle (?:cure|drug|food|supplement)|results are guaranteed|drug)\b"
)
"""Absolute phrases that speak of health by themselves."""

NEGATORS = frozenset(
    """not no never nor neither without hardly rarely seldom scarcely nothing nobody none cannot isn't aren't
    wasn't weren't don't doesn't didn't can't couldn't won't wouldn't shouldn't hasn't haven't hadn't isnt arent
    doesnt dont didnt cant wont lack lacks unlikely unproven far few nowhere""".split()
)
PSEUDO = frozenset(("only", "just", "doubt", "merely", "simply", "question", "matter"))
"""Behind a negator these turn it round: "not only", "no doubt"."""
LIMITERS = frozenset(
    """too almost nearly practically virtually usually often sometimes mostly rarely supposedly allegedly seemingly
    possibly probably perhaps maybe might may could typically generally partly partially roughly close kind if whether
    would-be so-called relatively seem seems appear appears""".split()
)
REPORTING = frozenset(
    """says say said saying thinks believes believed argues argued told tells swear swears swore insists insisted wrote
    writes boasts boasted considers remembers recalls explains explained thought concluded concludes
    rave raves raved raving stated states""".split()
)
"""Somebody else says so."""
CRITICISM = frozenset(
    """claims claim claiming claimed promise promises promised promising advertise advertised advertises advert
    marketing marketed hype hyped scam scams myth myths suspicious beware skeptical sceptical misleading debunk
    debunked touted touts purported so-called alleged allegedly quack quackery bogus hoax exaggerated overhyped
    overstated pretend warned warns wasted gimmick gimmicks pseudoscience pseudoscientific fortune fads""".split()
)
"""Somebody else's claim, under criticism."""
SAFE_WORDS = frozenset(
    """preventable avoidable treatable unnecessary worthless immune pain-free symptom-free drug-free
    safe harmless effective natural gone cured healed painless reversible curable normal disappear disappeared
    vanish vanished useless ineffective superior works worked work non-toxic nontoxic risk-free resolved
    recovered healthy inappropriate pointless toxic harmful dangerous unsafe unhealthy addictive benign meaningless
    unjustified unfounded false backwards misguided fixable correctable manageable dispensable indispensable
    unaffected eliminated eradicated""".split()
)
REMEDIES = frozenset(
    """remedy remedies treatment treatments cure cures supplement supplements approach way ways thing things
    medicine medicines medication medications herb herbs therapy therapies method methods diet diets food foods
    vitamin vitamins mineral minerals exercise exercises tool tools solution solutions antidote protocol protocols
    drug drugs nootropic nootropics peptide peptides source sources defense defence protection intervention
    interventions predictor marker weapon option options patch pill pills device product products formula formulas
    antioxidant antioxidants antibiotic antiviral anti-inflammatory painkiller molecule compound compounds superfood
    superfoods healer burner booster boosters blocker inhibitor stimulant relaxant sedative stack practice habit fat
    oil plant
    mushroom hack biohack extract tea tonic elixir cream serum capsule capsules hormone hormones nutrient nutrients
    ingredient ingredients substance stuff strategy technique workout training regimen probiotic adaptogen adaptogens
    steroid steroids detox cleanse detoxifier scavenger scavengers""".split()
)
"""What is said to help: the nouns that a superlative or hype makes a health claim of."""
PRAISED = frozenset(
    """benefit benefits effect effects result results relief improvement improvements recovery gains healing power
    powers properties transformation""".split()
)
"""What "incredible", "phenomenal" or "magical" promise when they stand before it."""
COPULAS = frozenset("is are was were been be feels".split())
MANY = lazy(r"\s(?:many|some|most|certain|a\s(?:few|minority)|half|up\sto)\b")
"""Behind "cures": it does not cure everybody."""
SHARES = frozenset("some many most half few percent third quarter".split())
"""Before an effect they say that it is not everybody's."""
AFTER_ADVERB = frozenset("and or but in within with after for of by when so all any every the your".split())
"""Behind an adverb that belongs to the verb before it."""
BAD = frozenset(
    "bad harmful toxic dangerous unsafe poison poisonous deadly damaging unhealthy carcinogenic safe harmless".split()
)
"""What something is said always, or in any amount, to be."""
DISEASES = frozenset(
    """disease diseases illness illnesses ailment ailments sickness sicknesses infection infections cancer cancers
    pathogen pathogens virus viruses toxin toxins parasite parasites""".split()
)
"""Words that name disease as such."""
ILLS = DISEASES | frozenset(
    """symptom symptoms problem problems pain pains ache aches condition conditions disorder disorders deficiency
    deficiencies craving cravings metals pathogen germ germs inflammation damage wound wounds injury injuries
    issue issues mood joints""".split()
)
"""Ills that the lexicon of conditions does not hold by these words."""
COUNTS = frozenset(
    """use sales sale price prices pricing cost costs demand popularity consumption interest searches google search
    spending market prescriptions""".split()
)
"""What "skyrockets" in a market or a statistic."""
GERMS = frozenset(
    """candida yeast bacteria parasites parasite worms fungus fungi virus viruses germs mould mold amoebas
    pathogens""".split()
)
"""What a remedy "wipes out"."""
CLOSE = 40
"""How many characters apart two words keep company."""
CAUTION = frozenset(
    "consult ask check read tell avoid wear store see talk speak seek follow keep start use remember make".split()
)
"""Verbs of plain advice: "always check the label" promises nothing."""
FREQUENCIES = frozenset("always invariably inevitably entirely solely exclusively completely totally purely".split())
NEVER_DOES = frozenset(
    """cause causes harm harms hurt hurts damage damages trigger triggers lead leads fail fails irritate irritates
    upset upsets induce induces produce produces disappoint disappoints raise raises""".split()
)
"""What a remedy "never" does: nothing bad."""
AT_ONCE = frozenset("immediately immediate instantly instantaneously overnight right straight automatically".split())
TIED_TO = frozenset(
    """dependent determined explained dictated driven governed caused associated accompanied linked due involved
    followed connected rooted responsible""".split()
)
"""Behind "always" or "entirely": a tie between two things that knows no exception."""
DEFINITE = frozenset(("adverb", "booster", "universal", "everyone"))
RESTRICTING = frozenset(
    """it them us you my who with that whose in on taking using suffering recovering dealing living the those
    participants patients subjects groups""".split()
)
"""Behind "everyone", "all of" these name a group: "everyone who smokes"."""
NO_SCOPE = {"without": 2, "lack": 2, "lacks": 2, "few": 2, "far": 2, "no": 4}
"""How many words some negators reach; the others reach six."""
THAT_DENIES = frozenset(
    """none nothing nobody mean means meaning evidence proof proven proves think say says said claim claims
    guarantee imply implies suggest shown show shows indicate believe known clear unlikely doubtful""".split()
)
SHARE = lazy(r"(?<![\d.,])(?!100\b)\d{1,3}(?:[.,]\d{1,3})?\s?(?:%|per\s?cent\b)")
"""A share of people or of cases: what it stands beside is not told of all."""

# Whose words they are: `absolute_scope`.
ARTICLES = frozenset(
    "article guide post page section video blog list chapter book newsletter piece review series episode".split()
)
ARTICLES_DO = frozenset(
    """will discuss discusses cover covers explore explores review reviews look looks walk walks explain explains list
    lists show shows share shares going i'll we'll describes describe compares compare introduces you'll about
    find""".split()
)
"""Beside "this article": what it is about is no claim."""
WISHES = frozenset(
    """want wants wanted wish wishes wishing hope hopes hoping looking searching search seek seeking seeks dream dreams
    dreaming crave imagine chasing pursuing pursuit quest expect expects expecting expected""".split()
)
REPUTED = frozenset(
    """considered regarded hailed touted billed known called dubbed labelled labeled described viewed seen marketed
    advertised promoted sold named nicknamed heralded celebrated reputed believed thought said talking talked
    deemed credited praised""".split()
)
"""Before "as the best" or "to be": a reputation, not the author's claim."""
USED_AS = frozenset("used prescribed given taken serve served valued prized worn drunk eaten".split())
"""Before "as a cure": a use, often of old."""
KINETICS = frozenset(
    """absorbed absorb absorbs excreted bloodstream metabolised metabolized dissolve dissolves dissolved cleared
    evaporates plasma half-life""".split()
)
"""What happens to a substance "instantly" is measured, not promised."""
VARIES = frozenset("varies vary differs differ different differently unique individual".split())
"""Behind "everyone": the opposite of an absolute claim."""
