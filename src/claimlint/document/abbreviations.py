"""Words whose full stop does not end a sentence.

Sources: titles, references and Latin abbreviations as in the AMA Manual of Style (11th ed., ch. 13) and the ICMJE/NLM
citation format; journal title words as ISO 4 (LTWA) and the NLM catalogue shorten them; units and routes from the ISMP
list of error-prone abbreviations; the rest is general English usage. All entries are lower case and without their last
full stop.
"""

from __future__ import annotations

_NEVER = """
dr mr mrs ms mx prof rev hon gov gen col sgt capt lt st mt ft messrs mme rs e.g eg i.e ie cf vs viz approx ca fig figs
eq eqs refs vol vols pp suppl
"""
_REFERENCES = """
appr c.f incl excl esp resp max min avg est equiv ave temp conc ref no nos nr p ch chap sec sect tab supple eds ed
trans transl art para al univ dept inst assoc soc natl intl int'l bros
"""
_JOURNALS = """
abstr acad acta adv aging agric allergol am anaesth anal anat anesth ann antimicrob appl arch arthritis atheroscler
bact behav biochem biol biomed biophys br brit bull can cardiol cell chem chemother circ clin cogn commun complement
curr cutan cytol dent dermatol diab dis ecol educ embryol endocr endocrinol environ epidemiol eur exp fed fertil fr
gastroenterol front genet geriatr gerontol gynecol gynaecol haematol hematol hosp hum hyg hypertens immunol ind infect
inorg invest jap jpn lab lancet lett mech med metab microbiol mol molec morphol mutat nat nephrol neurobiol neurochem
neurol neurosci neurosurg nucl nutr ob obstet occup onc oncol ophthalmol org orthop otolaryngol parasitol pathol
pediatr percept perspect pharm pharmacol pharmacother phys physiol phytother proc prostagl psych psychiatr psychiatry
psychol psychopharmacol psychosom publ pulm quant radiat radiol reprod res respir rheumatol scand sci ser sex steroid
stud surg symp syn syst technol ther thromb thyroid toxicol transplant trop tuberc urol vasc vet virol zool
"""
_WORDS_TOO = frozenset(
    "am front cell can circ educ fed ind no sex steroid thyroid aging arthritis lancet complement".split()
)
_ENDINGS = """
i.v iv i.p ip i.m im s.c sc subq p.o po i.n t.i.d b.i.d q.d q.i.d b.w etc inc ltd co corp jr sr u.s u.k u.s.a e.u u.n
a.m p.m ph.d m.d d.o r.d n.d b.s m.s b.c a.d d.c usa jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed
thu thur thurs fri
"""

NEVER_LAST = frozenset(_NEVER.split())
"""Always followed by what they belong to: no sentence ends here."""

MAYBE_LAST = frozenset(f"{_REFERENCES} {_JOURNALS} {_ENDINGS}".split()) - NEVER_LAST
"""A sentence may end here, when the next word looks like the start of one."""

CAPITAL_ONLY = frozenset(_JOURNALS.split()) & _WORDS_TOO
"""Journal words that are everyday words too: abbreviations only with a capital ("Am. J. Physiol.")."""

UNITS = frozenset(
    "mg mcg µg μg ug g kg ml dl l iu oz lb lbs tbsp tsp hr hrs mins secs wk wks mo mos yr yrs cc mm cm km".split()
)
"""Units of measure: a stop after one ends the sentence before a capital ("10-50 mg. Higher doses"), not otherwise."""

ABBREVIATIONS = NEVER_LAST | MAYBE_LAST | UNITS
"""Every word whose full stop needs a second look."""

LETTER_NAMES = frozenset(
    """
vitamin vitamins provitamin hepatitis type group phase grade class plan appendix factor complex protein influenza part
figure table step exhibit panel arm option coenzyme immunoglobulin strain blood schedule category stage
""".split()
)
"""Words after which a lone capital is a name's last letter ("vitamin C."), not an initial."""

OPENERS = frozenset(
    """
the a an this that these those it its he she they we you i there here in on at by for from with without to of as if
when while where what which who why how because although though however but and so then thus therefore hence yet also
after before during since until unless once most many some all any both each every few several no not never one two
three other another such your my our their his her do does don't did is are was were can could may might should would
will let use take try avoid start see read note more less much only even just now today overall furthermore moreover
additionally finally first second third instead studies research results men women people patients doses side
""".split()
)
"""Words that open English sentences; they settle the doubtful cases."""

SHORT_LAST = frozenset("do it me us so be go up in on to by he we is am an of ok him her my no".split())
"""Words of one or two letters that can stand last in a sentence; other short words are taken for abbreviations."""
