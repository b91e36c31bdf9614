"""Closed sets of words that tell an instruction to take an amount from a report of one.

Verbs of giving and taking, and words that recommend: LABELLING.md, "unsourced-dose"; Li et al. 2021, health-advice
corpus (cue strengths of "should", "recommend", "can be used"); DailyMed section "Dosage and administration".
"""

from __future__ import annotations

from claimlint.lazy import lazy


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


DOSING_VERBS = _set(
    """take use inject apply drink dose start begin increase raise reduce decrease lower aim supplement add consume
    mix dissolve swallow sip pin stack titrate up double try stick keep limit give administer eat have get go
    bump put place rub spray inhale smoke vape snort insufflate brew chew hold split repeat cut taper drop
    target shoot run continue follow consider combine prefer redose microdose load cycle step ingest receive
    dilute include pair pop ramp swish gulp chug nebulize nebulise dab bring boil stir heat simmer pour sprinkle blend
    steep massage reconstitute draw offer"""
)
"""Bare forms; as an order they make an amount an instruction."""

PER_TIME = _set("day d week wk dose night meal injection month")

DEVICES = _set("syringe syringes needle needles pipette pipettes graduated bottle bottles jar jars tube tubes")
"""Behind an amount: the size of a thing."""
INGESTING = _set(
    """drink swallow take eat sip ingest chew gargle rinse apply rub inhale consume dissolve pop swish gulp chug inject
    smoke vape snort insufflate drunk smoked chewed eaten"""
)

PREPARING = _set("mix bring boil stir heat simmer pour sprinkle blend steep add combine put place include dilute")
"""Orders that may as well be a recipe's."""
KITCHENWARE = _set("pan pot skillet saucepan wok bowl oven dough batter salad soup sauce stew curry dish")

GERUNDS = _set(
    """mixing diluting combining blending rubbing massaging inhaling diffusing swishing gargling
    taking using consuming drinking supplementing injecting applying adding eating dosing ingesting getting
    having tapering increasing reducing starting adding splitting"""
)

BEFORE_IMPERATIVE = _set(
    """and or then also please just simply always never only not don't instead first next now initially gradually
    slowly usually generally ideally typically alternatively either maybe perhaps once ok okay so to-start"""
)
"""Words that may stand between the start of a clause and its imperative."""

TREATED = _set("combat treat treats treating reverse prevent counter counteract against avoid for manage")
"""Before a word of poisoning: it is what the amount is given for."""

NOUN_FOLLOWERS = _set("of is was are were can may will has had")
GERUND_OPENERS = _set("by try consider recommend suggest with start and")
BEYOND = _set("above beyond exceeding over than below under")
"""Before an amount: a threshold."""
OPENING = _set("if for when before after once to in on during as with unless while until at from then")
"""Words that open an introductory phrase, so that an order follows the comma."""
BODY_MAKES = _set(
    """eat eats excrete filter secrete synthesise metabolise store absorb contain burn lose produce produces
    producing make makes secrete secretes filter filters excrete excretes lose loses burn burns synthesize
    synthesizes synthesise metabolize metabolizes average americans contains contain provides store stores
    absorb absorbs"""
)
CONTAINING = _set(
    """confers equals yield contains contain containing provides provide contained has have delivers yields weighs
    weigh"""
)
STRENGTHS = _set("threshold light low common medium moderate average typical strong high heavy")
"""One-word labels of drug guides: \"Light: 10–15 mg\"."""
NO_DOSE_LABELS = _set(
    """weight range accuracy size dimensions net contents capacity price cost battery reconstitution storage yield
    makes protein calories length power half-life molar"""
)
"""What a run-in label or first cell names when its amount is of a thing."""
BODY_PARTS = _set(
    """receptors receptor kidneys kidney liver stomach intestine gut cells bone bones glands gland bladder"""
)
BREWING = _set("cup cups pot jar kettle steep brew teapot mug litre liter")
GROUPS = _set("group groups arm arms")
"""Behind an amount: those who were given it."""
CLOCK = _set("daily nightly weekly monthly hourly")
MAY_OPEN = _set(
    """about around roughly approximately up to or and then plus adults children men women oral orally sublingual
    iv im typical usual usually initial initially max maximum minimum first later next from at with each just
    only optionally optional for"""
)
"""Words that may stand before the amount of an entry."""
VITAMINS = _set("a b c d d2 d3 e k k2 b1 b2 b3 b5 b6 b7 b9 b12 mk-7 mk7")
FIRM = _set("recommend recommends recommended should suggest suggests advise advises advised")
ENOUGH = _set("sufficient enough optimal ideal ideally required needed necessary plenty")

SUBJECTS = _set(
    """i we he she they it who which patients participants subjects people men women volunteers athletes users
    adults children rats mice animals doctors physicians researchers scientists group groups study studies you
    some many most others everyone anyone ones dose doses that"""
)
"""Subjects of a verb: behind them a bare form states and orders nothing."""

FREE_MODALS = _set("should must can may might could need needs ought shall would recommend suggest")
TO_ADJECTIVES = _set(
    """best safe recommended advisable fine ok okay need needs want better wise enough sufficient easier good ideal
    helpful required necessary important recommend suggest try aim advised suggested useful have has beneficial
    advice way"""
)

RECOMMENDING = _set(
    """recommend recommends recommended recommending recommendation suggest suggests suggested advise advises
    advised advisable optimal ideal ideally sufficient enough plenty required needed necessary maximum max
    advocate advocates prescribe prescribes preferable prefer minimum"""
)
INTAKE = (
    "reasonable start",
    "good start",
    "reasonable dose",
    "reasonable amount",
    "sensible dose",
    "not exceed",
    "n't exceed",
    "never exceed",
    "only need",
    "just need",
    "i'd say",
    "should be enough",
    "should do",
    "works for most",
    "work for most",
    "worth trying",
    "worth a try",
    "is more effective",
    "is most effective",
    "are more effective",
    "is effective",
    "are effective",
    "good target",
    "good amount",
    "good dose",
    "good place",
    "you want",
    "you need",
    "you'll want",
    "you'll need",
    "no more than",
    "not more than",
    "never more than",
    "at most",
    "sweet spot",
    "good starting point",
    "starting point",
    "increments of",
    "increases of",
    "steps of",
    "puts the range at",
    "puts the dose at",
    "can be made",
    "may be made",
    "good place to start",
    "start low",
    "starting with",
    "start with",
    "starting at",
    "start at",
    "do well on",
    "does the trick",
    "work up to",
    "works best",
    "best results at",
    "best results with",
    "best effects at",
    "dosing suggestion",
    "suggestion of",
    "dose is around",
    "work best",
    "can consume",
    "can have",
    "can take",
    "may take",
    "may be taken",
    "can be taken",
    "may be given",
    "can be given",
    "should be given",
    "may be used",
    "will do",
    "should be taken",
    "to be taken",
    "up to a maximum",
    "not to exceed",
    "go up to",
    "way up to",
    "start around",
    "work up from",
    "magic number",
    "where it's at",
    "is overkill",
    "is a waste",
    "you'd need",
    "you would need",
    "bother with less",
    "to feel anything",
    "stay below",
    "stay under",
    "max out",
    "aim for",
    "safe dose",
    "safe amount",
)
"""Phrases that recommend or limit; looked for only in the clause of an amount."""

GIVERS = _set(
    "men women adults children kids teenagers beginners novices newbies "
    "we clinics clinicians doctors physicians practitioners psychiatrists athletes bodybuilders users people "
    "microdosers lifters experts vets hospitals "
    "guidelines protocols most some"
)
GIVING = _set("build begin give use take prescribe start inject run need want get like prefer do")
"""In the present: what they do is what the reader may do."""
LIMITING = frozenset(("no more than", "not more than", "never more than", "at most", "stay below", "stay under"))
TAKEN = _set(
    """taken consumed used given drunk raised increased lowered reduced doubled titrated tapered started repeated split
    injected applied rubbed chewed smoked swallowed dissolved eaten sipped inhaled snorted boiled"""
)
"""Behind "can be", "should be"."""
DOSE_NOUNS = _set(
    """phase treatment dose doses dosage dosages dosing dosings amount amounts intake intakes range ranges regimen
    protocol protocols microdose microdoses macrodose megadose"""
)
NAMED_DOSES = _set("dose doses dosage dosages")
TYPICAL = _set(
    """typical typically usual usually common commonly standard average normal normally effective therapeutic
    maintenance loading starting initial optimal ideal daily moderate recommended generally often most people
    users pragmatic practical clinical preventive prophylactic minimum maximum max threshold microdose"""
)
OFTEN = _set("commonly frequently often typically usually widely")
"""Before "reported": what is told over and over is what people take."""
SIZES = _set(
    """low lower moderate medium high higher heavy light strong small large threshold common single oral daily
    average"""
)
USED = _set(
    """take takes taken use uses used dose dosed prescribe prescribes prescribed give given gives provide
    administer administered start starts range ranges ranging need needs require requires do find inject
    injected consume consumed benefit respond recommended suggested stay stays settle go goes up"""
)
GUIDANCE = _set("best ideal optimal perfect recommend recommended suggest works worked sweet should try advice")
"""With these a personal report becomes advice."""

STUDY = _set(
    """participants placebo randomized randomised trial trials study studies subjects volunteers cohort cohorts
    received rct patients-received double-blind crossover investigators researchers meta-analysis experiment
    experiments rats mice animals rodents"""
)
REPORTED = _set(
    """brought helped eased relieved slowed made kept ended was were had showed shown found increased decreased
    reduced raised tripled doubled lowered improved produced
    resulted received took gave given caused reported experienced observed demonstrated rose fell led
    significantly compared versus vs underwent"""
)
TOXIC = _set(
    """lethal ld50 fatal toxic toxicity overdose overdoses overdosed overdosing poisoning death die died coma
    comatose seizure seizures intoxication hospitalized hospitalised"""
)
SOLUTIONS = _set(
    """solution cream gel ointment lotion shampoo serum tincture foam spray drops minoxidil peroxide paste rinse
    mouthwash topical liquid oil"""
)
CONCENTRATION = _set("dl l litre liter mmol mol mm3 deciliter decilitre cm m m2 m3 hr hour min g 100g cell cells")
HOURLY = _set("hour hr h hrs hours")
PER_DOSE_FORM = _set(
    """capsule cap tablet tab pill serving ml drop scoop softgel gummy vial bottle unit packet sachet spray puff
    cup can bar"""
)
PACKS = _set(
    """capsule capsules caps tablet tablets tabs pill pills softgel softgels gummies gummy vial vials bottle
    bottles ampoule ampoules patch patches bag bags tub jar sachet sachets syringe syringes troche troches
    lozenge lozenges"""
)
NUTRIENTS = _set(
    """protein carbs carb carbohydrate carbohydrates fat fats fibre fiber sugar sugars sodium cholesterol calories
    salt saturated starch"""
)
VESSELS = _set("cup cups glass glasses")
DRINKS = _set("water milk tea coffee broth soup fluid fluids liquid flour beer wine alcohol ice yogurt yoghurt")
INFUSIONS = _set("infusion infusions decoction decoctions tisane tisanes kashaya kashayas kashayam kwath")
"""Drinks that are remedies."""
WATERING = _set("water feed fertilise fertilize spray")
"""Orders about plants and animals."""
WATERY = _set(
    """water milk juice tea coffee broth soup fluid fluids liquid flour beer wine alcohol ice cream yogurt yoghurt"""
)
WEAK_COUNTS = _set(
    """dose doses serving servings injection injections shot shots vial vials patch patches stick sticks packet
    packets units unit sprays spray pumps pump clicks click puffs puff caps cap amp amps tab tabs scoop scoops
    seed seeds leaf leaves pod pods button buttons kernel kernels toke tokes grain"""
)
PLANT_MATTER = _set(
    "bark leaves leaf root roots herb herbs seeds powder flowers stems resin dried mushrooms berries buds grass wood"
)
"""Behind an ounce: it is weighed, and no drink."""
FLUIDS = _set("blood urine ink paint glue saliva")
"""A drop of these is taken from somebody."""
NAMED_AS = _set("listed given used customary adequate quoted advised average enough plenty")
"""Behind "a dose of 5 mg is"."""
WEAK_VOLUMES = _set("l liter liters litre litres oz ounce ounces fl fluid")

FREQUENCY = lazy(
    r"\b(?:daily|nightly|weekly|monthly|hourly|(?:per|a|each|every|this)\s(?:other\s|single\s|second\s"
    r"|third\s)?(?:\d+\s)?(?:day|night|week|morning|evening|afternoon|dose|meal|month)s?"
    r"|(?:every|each)\s(?:(?:few|other|second|third|two|three|four|six|eight|twelve"
    r"|\d{1,2}(?:\s?(?:[-–]|to)\s?\d{1,2})?)\s)?(?:days?|hours?|weeks?|nights?|meals?|mornings?|evenings?|months?)"
    r"|(?:once|twice|thrice)(?!\sa\syear)|(?:\d+|two|three|four)(?:\s?[-–]\s?\d+)?\s?(?:x|×|times)\b"
    r"|bid|tid|qid|eod|e\dd|qd|qod|qhs|prn|b\.i\.d|t\.i\.d"
    r"|(?:before|after|at|with|in|upon|on|during|near)\s(?:the\s|an\s|a\s|each\s|every\s"
    r"|your\s)?(?:bed(?:time)?|sleep|night|meals?|food|breakfast|lunch|dinner|morning|evening"
    r"|afternoon|am|pm|waking|rising|empty|exercise|work-?outs?|training)"
    r"|(?:every|each|on)\s(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
    r"|(?:night|morning)\sand\s(?:morning|night|evening)|each\stime"
    r"|at\s\d{1,2}(?::\d\d|\s?[ap]m\b)|in\s?am|pre[- ]?workout|post[- ]?workout|bedtime|in\s(?:two|three|divided"
    r"|split)\s(?:doses|portions)"
    r"|for\s(?:\d+(?:\s?[-–]\s?\d+)?|a\sfew|two|three|four|five|six|several)\s(?:days?|weeks?|months?)"
    r"|(?:on\s)?(?:days?|weeks?)\s\d|\d\s(?:days?|weeks?|months?)\s(?:on|off)|first\s(?:day|week|month))\b"
    r"|/(?:day|d|week|wk|night)\b|\d\s?[x×]\s?(?:per|a|/|daily|weekly|day|week)|[x×]\s?(?:per|daily|weekly)"
)
"""How often, when or for how long."""

TIMES = _set(
    """daily nightly weekly monthly hourly day days night nights week weeks month months hour hours morning mornings
    evening evenings afternoon dose meal meals once twice thrice times time bid tid qid eod qd qod qhs prn bed bedtime
    sleep food breakfast lunch dinner am pm waking rising empty exercise workout workouts work-out training pre-workout
    monday mondays tuesday tuesdays wednesday wednesdays thursday thursdays friday fridays saturday saturdays sunday
    sundays preworkout post-workout postworkout doses portions b.i.d t.i.d x"""
)
"""Every match of `FREQUENCY` holds one of these, or a number of at most three characters ("e3d", "2x", "3×")."""

ROUTE = lazy(
    r"\b(?:subcutaneous(?:ly)?|intramuscular(?:ly)?|intravenous(?:ly)?|oral(?:ly)?|sublingual(?:ly)?"
    r"|topical(?:ly)?|intranasal(?:ly)?|nasally|rectal(?:ly)?|vaginal(?:ly)?"
    r"|buccal(?:ly)?|transdermal(?:ly)?|under\sthe\stongue|by\smouth|sub-?q|s\.?c|i\.?m|i\.?v)\b"
)
"""By what route."""
