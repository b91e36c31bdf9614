"""Closed sets and small patterns for findings in animals and cells, and for the leap from them to people.

Sources: Sumner et al. 2014 (exaggeration by human inference), LABELLING.md "animal-as-human", the rule research
(rules.md B.3).
"""

from __future__ import annotations

from claimlint.lazy import lazy


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


DOUBTFUL = _set(
    """assay assays docking slices yeast recombinant litter litters dam dams bear bears seal seals bat bats pet
    pets calf calves cricket crickets chicken chickens chick sow bull bulls steer cultured lamb lambs duck ducks
    trout turkeys mosquito mosquitoes whale whales snake snakes oocytes spheroids knockout horse horses dog dogs
    cat cats cow cows pig pigs sheep goat goats mammal mammals primate primates fibroblasts worm worms pup pups
    kitten kittens puppy donkey donkeys cattle squirrel squirrels elephant elephants wildlife livestock poultry
    hen hens frog frogs bee bees boar turtle turtles lizard pigeon pigeons litter feline canine equine bovine
    porcine bumblebee bumblebees ram rams foal foals filly colt colts pony ponies mule mules gilt gilts duckling
    ducklings geese parrot parrots hedgehog hedgehogs minks fox foxes raccoon raccoons camel camels llama llamas
    alpaca alpacas reindeer gorilla gorillas newt newts tortoise tortoises earthworm earthworms cockroach
    cockroaches moth moths beetle beetles snail snails crayfish germ-free streptozotocin finch finches marmot
    marmots dachshund terrier labrador poodle chihuahua bulldog retriever spaniel corgi pug"""
)
"""Animals that people eat, keep, meet or speak of in other senses: evidence only beside a word of research."""
RESEARCH = _set(
    """study studies model models experiment experiments data trial trials research tested test given fed injected
    treated received dose doses shown showed found lived improved healed stopped lost gained isolated cultured
    bred aged old grew needed group extended doubled works lowered reduced increased prevented cured longer
    lifespan experimented results ran got had was were lives walked recovered calmed benefited responded imagine"""
)
NOISE_PHRASES = frozenset(
    (
        "assay",
        "assays",
        "docking",
        "slices",
        "recombinant",
        "litter",
        "litters",
        "cancer cells",
        "tumor cells",
        "tumour cells",
        "cancerous cells",
        "malignant cells",
        "leukemia cells",
        "leukaemia cells",
        "fibroblasts",
        "oocytes",
        "in the lab",
    )
)
VETERINARY = lazy(
    r"\b(?:vets?|veterinar\w{1,5}|your\s(?:dog|cat|horse|rabbit|pet|puppy|kitten|hamster|animal)s?|(?:dog|cat"
    r"|pet|horse)\s(?:food|owners?|lovers?|breeds?)|breeds?|litter\sbox|pasture|hay|(?:the|horse)\sstables?|leash|kennel"
    r"|allerg\w{1,4}\sto|bites?\s(?:from|of|by)|bitten|rabies|malaria|spread(?:s|ing)?\s(?:to|by|through|from|among"
    r"|the|it|salmonella|disease)|infect(?:s|ed)?\s(?:people|humans|you|us|children|patients|by|from)"
    r"|(?:kept\s)?as\s(?:a\s)?pets?|feeder|paddock|graz\w{1,3}|hoof|hooves|saddle|lameness|forage|rations?|hard\sfeed|riders?)\b"
)
"""Care for animals, and animals as carriers; an infection that a mouse got over is a finding like any other."""
CARRY_OVER = lazy(
    r"^\W{0,4}(?:since|because)\b|\b(?:so(?!\s(?:are|do|does|did|were|was|is|has|have)\b)|therefore|thus"
    r"|hence|consequently|means?(?:\sthat)?|meaning|which\sis\s(?:why|how)|that(?:'s|\sis)\s(?:why|how)"
    r"|this\sis\s(?:why|how)|proof|proves?|proving|making\sit|"
    r"as\s(?:shown|seen|proven|demonstrated)\s(?:in|on|by)|rely\son|will|it'?ll|you'?ll|should|too(?!\s(?:much|many|little|few|late|early|soon|high|low|long|often|young|old)\b)|the\ssame"
    r"|likewise|expect|applies|translates?|good\sfor\s(?:you|yours|us)|works?\sfor\s(?:us|you|people|humans)|warned"
    r"|no\sreason\s(?:to\s(?:think|believe|doubt)|not\sto|why)|(?:good|great|bad)\snews\sfor|swear\sby|just\slike"
    r"|(?:in|for|of)\sour\s(?:own\s)?bod(?:y|ies)|supposedly|presumably"
    r"|concludes?|imagine|could\sthen|as\swell(?!\sas\b)|worth|based\son|converts?|converted|scaled|extrapolat\w{2,4})\b"
)
"""Words that carry a finding over from one population to another."""
NOT_CARRYING = lazy(
    r"\bthe\ssame\s(?:\w{3,12}\s){1,3}as\s(?:in\s)?(?:an?\s)?(?:people|person|patients?|humans?)\b|\bso\s(?:that|far|called|much|many|long|on)\b|\b(?:no|what)\smeans\b"
)
CONCLUDES = lazy(
    r"^\W{0,6}(?:(?:and|but|well|now),?\s)?(?:(?:the\s)?same\s(?:goes|holds|applies)\b|imagine\b|the\s(?:lesson"
    r"|upshot|takeaway|moral|conclusion)\b|so\b(?!\s(?:far|that|called|much|many"
    r"|long|on)\b)|therefore|thus|hence|consequently|accordingly|in\sother\swords|that\sis,|"
    r"(?:this|that|these|it|which)\s(?:\w{3,12}\s)?(?:means?|suggests?|shows?|proves?|explains?|demonstrates?"
    r"|confirms?|implies|imply|indicates?|makes?|tells?\sus)\b|"
    r"(?:this|that)(?:'s|\sis)\s(?:why|how|(?:a|one|the)\s(?:\w{3,12}\s)?(?:mechanism|reason|way))|we\s(?:can|may"
    r"|could)\s(?:\w{3,9}\s)?(?:conclude|infer|assume|expect)|for\s(?:us|you|humans|people|men|women)\b|"
    r"it\s(?:follows|stands\sto\sreason|is\s(?:\w{4,9}\s)?(?:likely|probable)\sthat)|(?:other|these|such)\s(?:experiments|results|findings"
    r"|data)\s(?:support|show|prove|suggest|mean|confirm))"
)
"""Openings that draw a conclusion from the sentence before."""
INNER_CONCLUSION = lazy(
    r"\b(?:so\sit\s(?:helps?|works?|will|can|should)|therefore|thus|hence|can\sexpect\sthe\ssame|which\s(?:means|is\swhy)|that(?:'s|\sis)\swhy|for\s(?:this"
    r"|that)\sreason"
    r"|(?:say|says|said|believes?|thinks?|concluded?)\s(?:that\s)?(?:this|it)\s(?:means|could|may|might|can|will)"
    r"|because\sof\s(?:this|that|these)|based\son\s(?:this|that|these)|with\s(?:this|that)\sin\smind"
    r"|given\s(?:this|these))\b"
)
LIKELY = lazy(
    r"\b(?:likely|probably|should|must|will|too(?!\s(?:much|many|little|few|late|early|high|low|long|often)\b)|also"
    r"|the\ssame\s(?:effects?|benefits?|results?|for|in|is|goes|holds|applies|thing)|needs?\sthe\ssame|the\ssame(?=\W*$)|likewise|expect"
    r"|need\sto|try)\b"
)
LIMITS = lazy(
    r"\b(?:no\s(?:human|clinical)\s(?:[\w-]{2,20}\s){0,2}(?:trials?|data|stud(?:y|ies)|evidence|dose)|(?:not"
    r"|never|\w{2,6}n['’]t"
    r"|yet\sto)\s(?:yet\s)?(?:been\s|be\s)?(?:\w{3,9}\s)?(?:tested|shown|studied|proven|confirmed|replicated"
    r"|demonstrated|known|apply|"
    r"translate|carry|hold|prove|generali[sz]e)\b|only\s(?:been\s)?(?:\w{3,9}\s)?(?:tested\s)?in\s(?:animals"
    r"|rats|mice|cells?|vitro|rodents)|whether\s(?:this|it|that|the)\b|animals?\sonly|"
    r"(?:nobody|no\sone)\s(?:knows|has\stried)|nothing\scan\sbe\ssaid|cannot\s(?:tell|show|prove|be\s(?:said"
    r"|applied|transferred))|remains\s(?:to\sbe|unclear|unknown)|"
    r"lack(?:s|ing)?\sof?\s?human|human\s(?:data|trials?|studies|evidence)\s(?:are|is)\s(?:lacking|missing"
    r"|scarce|limited|needed)|before\sany\s(?:volunteer|human|patient)|"
    r"(?:grain|pinch)\sof\ssalt|not\sin\s(?:people|humans)|additional\s(?:human\s)?(?:research|studies)|retracted"
    r"|ignore|distrust|draw\s(?:any\s)?conclusions|too\s(?:early|soon)\sto|unknown\sin\s(?:humans|people)|caution"
    r"|(?:people|humans|we)\s(?:are|do|have"
    r"|were)\snot|unlike\s(?:people|humans|us)|(?<!any\s)differ(?:s|ent)?\b|in\s(?:rats|mice|animals)\sonly"
    r"|may\snot\b|might\snot\b|(?:not|n['’]t)\s(?:behave|act|tell)\b|the\sway\sit\sdoes\sin\s"
    r"|(?:are|is)\s(?:not|n['’]t)\s(?:\w{4,6}\s)?(?:people|humans)\b|(?:ours|we|humans|people)\scan(?:not|['’]t)\b"
    r"|(?:should|do)(?:\snot|n['’]t)\s(?:change|rush|panic|worry|get\s(?:too\s)?excited)\b|with\scare\b|(?:says?|tells?(?:\sus)?)\s(?:little|nothing|not\smuch)\b"
    r"|if\s(?:the\ssame|this|that|it|these)\b[^.,;]{0,30}\s(?:in|of|for)\s(?:people|humans)\b)"
)
HUMAN_EVIDENCE = lazy(
    r"\b(?:randomi[sz]ed|placebo|volunteers?|participants|(?:trials?|stud(?:y|ies)|tests?|tested(?:\sit)?|experiments?)\s(?:on|with)\s"
    r"(?:\w{3,10}\s)?(?:humans|people|men|women|patients|adults|children)|(?:human|clinical)\s(?:trials?|stud(?:y|ies)|data)"
    r"|in\s(?:humans|people|men|women|patients|adults|volunteers|children)\b|"
    r"(?:and|or)\s(?:in\s)?(?:humans?|people|men)\b|(?:humans?|people)\s(?:and|or)\b|cohort|meta-analysis"
    r"|case\sreports?|both\s(?:\w{2,12}\s)?(?:animals?|humans?|mice|rats|rodents|people|species))"
)
GENERALISES = lazy(
    r"\b(?:experiments?|studies|study|work|research"
    r"|data|models?|findings|results)\b[^.;]{0,40}\b(?:shows?|proves?|prove|demonstrates?|establish(?:es)?"
    r"|confirms?)\sthat\b"
)
TALKS_GENERALLY = lazy(r"\b(?:can|will|is|are|does|do|must)\b")
EQUIVALENT = lazy(
    r"\b(?:human[\s-]equivalent|hed\b|equivalent\s(?:human\s)?dose|scaled\sto|translates\sto|for\s(?:a"
    r"|an)\s(?:\d+|average))"
)
HUMAN_DOSE = lazy(
    r"\b(?:human[\s-]equivalent|human\sequivalent|equivalent\shuman|(?:translat\w{1,4}|convert\w{0,4}|scal\w{1,3}"
    r"|extrapolat\w{2,4})"
    r"\s(?:up\s)?to\b[^.;]{0,60}\b(?:human|humans|person|people|man|woman|adults?)"
    r"|\d{1,3}\s?(?:-\s?)?(?:kg|kilos?|lbs?|pounds?|pound|kilogram)\s(?:human|person|man|woman|adult|male|female"
    r"|guy))\b"
)
"""A dose told for people, of a certain weight or by conversion."""
OWN_CIRCLE = lazy(
    r"\bno\sreason\s(?:to\s(?:doubt|think|believe)|why)\b[^.;]{0,50}\b(?:people|humans|us|you|men|women|patients)\b|\bgood\senough\sfor\s(?:me|us|you)\b|\band\s(?:also\s)?in\smy\s(?:own\s)?(?:friends?|clients?|patients?"
    r"|family|experience|wife|husband|case|self)\b|\band\sin\smyself\b"
)
PETS = _set(
    """dog dogs cat cats rat rats hamster horse horses beagle puppy kitten rabbit guinea-pig parrot labrador
    retriever terrier poodle pup pony goldfish ferret gerbil mouse mare spaniel collie shepherd bulldog
    chihuahua dachshund corgi pug boxer greyhound"""
)
OWNERS = _set(
    """my our his her their neighbour's neighbor's friend's sister's brother's mother's father's mom's aunt's
    uncle's wife's husband's"""
)
PET_EVIDENCE = lazy(
    r"\b(?:so\s(?:i|it|you|that\smeans)\b|which\smeans|that(?:'s|\sis)\show\si\sknow|works\sfor|proof|proves"
    r"|you\b|your(?:self)?\b|therefore|converted|converts|"
    r"(?:just|almost)\s(?:like|identical)|experimented|tested\s(?:it\s)?on|tried\s(?:it\s)?on)"
)
PET_HEALED = lazy(
    r"\b(?:stopped|calmed|calmer|healed|went\saway|got\s(?:over|better)|improved|slept|recovered|limps?|cured"
    r"|cleared\sup|disappeared|helped|worked|works|like\snew|pain-free|running|ran|runs|jumps?|jumped|jumping"
    r"|walk(?:s|ed|ing)|back\son"
    r"|relaxed|effects?|acted|acts|behaved|behaves|seemed)\b"
)
RESEARCH_HEADING = lazy(r"\b(?:animals?|mice|mouse|rats?|rodents?|in\s(?:vitro|vivo)|pre-?clinical|test[\s-]tubes?)\b")
CONSEQUENCE = lazy(
    r"\b(?:so\s(?:take|skip|avoid|eat|drink|use|try|add|get|give|start|stop|pour|cut|keep|go|make|do|if|it|this|that"
    r"|the|your|you|an?|one|for|eating|drinking|taking|using|skipping|avoiding|adding|cutting|getting)|therefore"
    r"|thus|hence|which\smeans|which\smakes\sit|which\sis\swhy|that(?:'s|\sis)\swhy|meaning\s(?:it|that)"
    r"|making\s(?:it|this))\b"
)
"""What opens the part of a sentence that says what follows from the finding."""
ADVISES = lazy(
    r"\b(?:useful|good|great|perfect|ideal|worth|belongs|unmatched|best|take|try|add|part\sof\s(?:my|our|your"
    r"|the)|skip|avoid|eat|drink|use|start|stop|pour|should|works|helps?|recommend(?:ed)?|safe|a\sday|daily"
    r"|every\s(?:day"
    r"|morning|night)|yourself|game[\s-]changer|(?:remedy|weapon|medicine|cure|treatment|protection)\s(?:against|for))\b"
)
TAKE = frozenset("take use eat drink try add get start supplement buy".split())
SAME_FOR_US = lazy(
    r"\bthe\ssame\s(?:for|in|to)\s(?:human|humans|people|us|you|your|men|women)\b"
    r"|\b(?:true|same|goes|holds|applies|works)\b[^.;?]{0,40}\bincluding\s(?:us|you|humans|people|man|ourselves)\b"
    r"|\b(?:this|it|that|same)\b[^.;?]{0,20}\btrue\s(?:of|for|in)\s(?:us|you|humans|people)\b"
    r"|\b(?:humans|people|we|you|us)\s(?:are|is|am)\sno\s(?:different|exception)\b"
    r"|\bno\sdifferent\s(?:for|in)\s(?:humans|people|us|you)\b"
    r"|(?:\bnot|n['’]t)\s(?:\w{2,10}\s){0,2}different\s(?:from|to|than)\s(?:ours?|us|humans?|people|you|yours)\b"
)
NO_LIMIT = lazy(
    r"(?:\bnot|n['’]t|\bno)\s(?:\w{2,10}\s){0,2}different\b[^.;]{0,20}|\bfor\swhom\b.{0,200}|\byet\sto\sbe\sperformed\b"
)
"""What only looks like a limit: "is not that different from ours", "people for whom nothing has yet proven to work"."""
ANIMAL_BEFORE = lazy(r"\b(?:dog|dogs|cat|cats|horse|rats?|mice|mouse|rabbits?|puppy|hamsters?|monkeys?|he|she)\b")
ANIMALS = lazy(
    r"\b(?:animals?|mice|mouse|rats?|rodents?|murine|dogs?|cats?|pigs?|rabbits?|hamsters?|monkeys?|primates?"
    r"|zebrafish|fruit\sfl(?:y|ies)|worms?|chickens?|sheep|cows?|horses?|in\svitro|"
    r"cell\s(?:cultures?|lines?)|cultured|test[\s-]tubes?|petri)\b"
)
SHOWN_IN = lazy(r"\b(?:shown|tested|proven|seen)\s(?:in|on)\b")
"""With the reader in the same sentence: "tested on skin cells, our cream tightens your face"."""
SAME_AGAIN = lazy(
    r"\b(?:translat\w{1,4}\s(?:in)?to\s(?:\w{3,12}\s){0,3}(?:uses?|therap(?:y|ies)|treatments?|benefits?|relief)"
    r"|so\s(?:can|will|do|should)\s(?:we|you)\b|expect\sthe\ssame|works?\s(?:in|for|on)\s(?:you|us)|and\sso\swill\s(?:you|we)|you\swill\stoo)\b"
)
"""The finding promised over again."""
ELSEWHERE = lazy(
    r"\b(?:doctor|physician|gp|pharmacist|consult|ask|read|click|subscribe|link|see|stud(?:y|ies)|know|notes?"
    r"|comments?|questions?|wonder|recipes?|newsletter|below|articles?|pages?|should\snot(?!\sbe\swithout)"
    r"|shouldn't|do\snot|don't|never|ethic\w{1,4}|funded|authors?)\b"
)
"""The reader is sent somewhere: no conclusion is drawn for him."""
BACKED_BY = lazy(
    r"\b(?:as|according\sto|thanks\sto)\s(?:\w{1,12}\s){0,6}(?:shown|seen|found|observed|demonstrated?|proven?"
    r"|suggests?"
    r"|stud(?:y|ies)|research|experiments?|data|trials?)\b"
)
"""What the reader gets, and then the animals that got it: "you sleep deeper on it, as rabbit studies have shown"."""
STUDIES_SHOW = lazy(
    r"\b(?:experiments?|stud(?:y|ies)|work|research|data|models?|findings|results)\b[^.;]{0,40}\b(?:shows?|showed"
    r"|shown"
    r"|proves?|proved|demonstrates?|demonstrated|establish(?:es)?|confirms?|confirmed|found|reveals?)\b"
)
PUT_TO_USE = lazy(
    r"\b(?:take(?!\sup)|use|try|add|expect|benefit|(?:helps?|gives?|makes?|keeps?)\syou(?!r)|means\s(?:more|less|fewer|better)|avoid|eat|drink|protect|cut|start|buy|order|supplement|consider|skip|stop|look\sinto)\b"
)
"""What the reader is to do with the finding."""
MODAL = lazy(r"\b(?:can|will|is|are|does|do|must|may|might|could)\b")
"""What is said of people on the word of animals, hedged or not."""
GOES_ON = frozenset(
    """it this that they these those you your you're yours just now simply if for taking eating drinking
    using""".split()
)
"""Openings of a sentence that goes on from the finding, where "sleep is good for you" starts afresh."""
REMEDY = lazy(
    r"\b(?:(?:could|may|might|can|would)\s(?:\w{3,8}\s)?(?:be|become|prove|serve)\s(?:used\s)?(?:as\s)?(?:the|an?)"
    r"|(?:it|this)(?:\sis|['’]s)\s(?:the|an?))\s(?:[\w-]{2,14}\s){0,3}"
    r"(?:cure|answer|remedy|treatment|solution|medicine|alternative|option|therapy)\b"
)
"""The finding made a remedy: "young blood could be the cure for ageing"."""
GOOD_THING = lazy(
    r"\W{0,4}(?:so\s)?(?:perfect|great|ideal|excellent|good|useful|handy|helpful|brilliant|just\sthe\sthing"
    r"|an?\smust)\b[^.;]{0,20}\bfor\b"
)
"""Praise that has no subject of its own: "Perfect for a stressful day"."""
YOU_TOO = lazy(r"\b(?:too|as\swell|the\ssame|so\s(?:can|will)\syou)\b")
OWN_USE = lazy(r"\b(?:i|we|my)\b(?:\s\w{2,12})?\s(?:take|use|add|eat|drink|start(?:ed)?|give|recommend|tell|advise)\b")
TRANSFERS = lazy(
    r"\b(?:might|may|could|should|would|will|can|must|likely|probably)\b[^.;?]{0,50}\b(?:in|to|for|on)\s(?:humans"
    r"|people|us|men|women|patients)\b"
    r"(?!\s(?:stud|trial|research|data|are|is|were|has|have))"
    r"|\b(?:works?|helps?|holds?|applies|heals?|does\s(?:this|so|it))\s(?:just\s|equally\s)?(?:as\swell\s|true\s"
    r"|too\s)?(?:in|for|to|on)\s(?:humans|people|us)\b"
)
"""The finding moved to people in so many words: "the same may happen in people"."""
PLANS = lazy(
    r"\b(?:they|researchers?|scientists?|teams?|authors?|groups?|company|investigators?|doctors|experts|s?he|labs?)\s"
    r"(?:\w{2,9}\s){0,2}(?:hopes?|hoped|plans?|wants?|aims?|intends?|will\s(?:now|next)|(?:is|are)\s(?:hoping|planning|working|looking)|would\slike"
    r"|wonder(?:s|ed)?)\b|\b(?:it\sis|it['’]s)\shoped\b|\bthe\s(?:hope|aim|plan|next\sstep)\sis\b"
    r"|\b(?:fda|ema|regulators?|agency|committee)\s(?:\w{2,9}\s)?(?:asks?|asked|wants?|wanted|requires?|required|approved)\b"
)
"""What the scientists hope for or will look into is no conclusion."""
OWN_INFERENCE = lazy(
    r"^\W{0,4}(?:(?:so|and|but|now|still|thus),?\s)?(?:this|that|these|those|the|such|our|their|it)\s(?:\w{3,12}\s){0,2}?(?:suggests?"
    r"|suggested|indicates?|researchers?|scientists?|authors?|team|stud(?:y|ies)|findings?|results?|data|research|work)\b"
)
"""Openings whose "suggests that" or "the authors conclude" attributes nothing to a person with a view of his own."""
LEARNT = lazy(
    r"\b(?:suggests?|suggested|indicates?|indicated|finds?|found|implies|imply|means?|know|knew|learn(?:ed|t)?"
    r"|clear|concluded?|hints?|hinted)\b"
    r"(?:[^.;]{0,60}?\b(?:that|how|why)\b|\s(?:it|they|this)\s(?=may|might|could|can))"
)
"""A finding and what is said to follow from it: "studies in rats suggest that …", "we know from dogs that …"."""
GOOD_FOR = lazy(
    r"\b(?:good|great|excellent|ideal|perfect|helpful|useful|best|must|must-have|worth|effective)\b[^.;]{0,40}"
    r"\bfor\b|\bbenefit\b|\bnot\sbe\swithout\b|\bfor\s(?:you|people|anyone|everyone|men|women)\b"
)
STATES = frozenset("it this".split())
"""Subjects of a sentence that goes on about what the animals got."""
DOES_GOOD = frozenset("increase decrease improve prevent treat protect help".split())
"""Effects that a sentence about the drug in general states of people."""
