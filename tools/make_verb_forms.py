"""Make rules/lexicons/verb-forms.yaml, the verb forms that rewording inflects with.

Run at development time only, from the repository's root, in an environment of its own:

    apt-get install wordnet-base && pip install lemminflect==0.2.3
    python tools/make_verb_forms.py /usr/share/wordnet > rules/lexicons/verb-forms.yaml

Which verbs: the lemmas of WordNet 3.0 in the fields that health writing lives in (body, change, cognition,
communication, consumption, contact, creation, perception, possession, social, stative, motion) that WordNet's own
tagged texts use, and the verbs of effect, taking and reporting listed below. Which forms: lemminflect, first form
given (its table is the NIH SPECIALIST lexicon). A base that is at the same time the past of a commoner verb ("found",
"fell") is left out, so that a form has one reading.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from lemminflect import getInflection

FIELDS = {29, 30, 31, 32, 34, 35, 36, 38, 39, 40, 41, 42}
"""WordNet's lexicographer files for verbs (29 body … 42 stative); competition, emotion and weather only by hand."""

MOST = 2200
"""Verbs taken from WordNet, by how often its tagged texts use them."""

BY_HAND = """
abolish absorb accelerate activate acidify adapt aggravate agonise agonize aid alleviate alter ameliorate amplify
anaesthetise annihilate antagonise antagonize appear assist associate attenuate augment balance banish battle benefit
bind blast block blunt boost bulk burn bypass calm catalyse catalyze cause chelate circulate clear combat compromise
concentrate confer contract contribute control convert correct correlate counter counteract crash crush cure curb cut
cycle damage dampen decline decrease deepen degrade delay demolish demonstrate deplete depress deregulate desensitise
desensitize destabilise destabilize destroy detox detoxify deteriorate diminish dilate disrupt dissolve dose double
downregulate drain drive drop dull ease elevate eliminate elicit encourage energise energize enhance enrich ensure
eradicate erase exacerbate excite exhaust extend facilitate fatigue feed ferment fight fix flush foster fuel fortify
gain guarantee halt halve harm hasten heal help hinder hydrate hydrolyse hydrolyze hyperpolarise immunise immunize
impair impede improve increase induce inflame inhibit inject initiate intensify interact interfere invigorate kill
lead lengthen lessen lift limit load lower lubricate maintain manage mask maximise maximize mediate melt metabolise
metabolize methylate microdose mimic minimise minimize mitigate mobilise mobilize moderate modulate multiply
neutralise neutralize normalise normalize nourish nuke numb nurture obliterate optimise optimize overcome overload
oxidise oxidize pause penetrate perpetuate phosphorylate pin poison polarise potentiate predict predispose preserve
prevent prime produce prolong promote propel protect quadruple quench quiet raise ravage rebalance rebuild recharge
recommend recover recycle reduce refuel regain regenerate regrow regulate rehydrate reinforce rejuvenate relax release
relieve remineralise remineralize remodel remove repair replace replenish repress rescue resensitise reset resolve
restore restrict result reverse revitalise revitalize revive rewire ruin sabotage safeguard scavenge secrete sedate
sensitise sensitize sharpen shed shield shorten shred shrink shut signal skyrocket slash slim slow smash soothe spark
speed spike squash stabilise stabilize stack starve stimulate stop strain strengthen stress suggest supercharge
supplement support suppress surge sustain swell synergise synergize synthesise synthesize taper target thicken thin
tighten titrate tolerate tone torch transform transport treat trigger triple turbocharge unclog undermine upregulate
vaporise vaporize vanquish weaken widen wipe worsen wreak wreck yield zap incinerate decimate revolutionise
revolutionize vanish overdose take use apply drink eat swallow inject inhale sip chew dose supplement microdose cycle
load taper titrate start begin stop add combine stack mix dissolve give administer consume ingest repeat double
increase reduce lower keep limit try aim go stick stay split divide space avoid skip buy order purchase grab get find
visit shop sell offer ship stock carry show find suggest indicate demonstrate report confirm reveal prove conclude
claim say state argue believe think know note observe advise recommend warn advocate propose hypothesise hypothesize
estimate measure test study examine investigate compare cover rely depend vary differ affect influence impact change
happen occur work act function serve play come become remain seem appear look feel sound make let enable allow need
require want like love enjoy suffer experience notice develop die live age sleep wake rest exercise train recover fall
rise grow peak stay last persist fade pass cross enter reach contain include have carry hold lack involve mean mark
form create build break bring turn put set keep move run walk sit stand lie
""".split()

NOT_VERBS = {"be", "can", "may", "will", "must", "dare", "ought"}
"""Auxiliaries are handled by the program itself."""


CORRECTIONS = {
    "bear": ("bears", "bore", "borne", "bearing"),
    "bevel": ("bevels", "beveled", "beveled", "beveling"),
    "counsel": ("counsels", "counseled", "counseled", "counseling"),
    "dial": ("dials", "dialed", "dialed", "dialing"),
    "enrol": ("enrols", "enrolled", "enrolled", "enrolling"),
    "fit": ("fits", "fit", "fit", "fitting"),
    "lie": ("lies", "lay", "lain", "lying"),
    "light": ("lights", "lit", "lit", "lighting"),
    "mimic": ("mimics", "mimicked", "mimicked", "mimicking"),
    "prove": ("proves", "proved", "proven", "proving"),
    "program": ("programs", "programmed", "programmed", "programming"),
    "quit": ("quits", "quit", "quit", "quitting"),
    "refuel": ("refuels", "refueled", "refueled", "refueling"),
    "spit": ("spits", "spat", "spat", "spitting"),
    "swell": ("swells", "swelled", "swollen", "swelling"),
    "wake": ("wakes", "woke", "woken", "waking"),
    "weave": ("weaves", "wove", "woven", "weaving"),
}
"""Where lemminflect's first form is a rare or mixed one; WordNet's verb.exc gives these."""


def wordnet_verbs(folder: Path) -> list[str]:
    """Single-word lemmas of the fields above, commonest first."""
    wanted: set[str] = set()
    for line in (folder / "data.verb").read_text(encoding="latin-1").splitlines():
        parts = line.split(" ")
        if line.startswith("  ") or int(parts[1]) not in FIELDS:
            continue
        count = int(parts[3], 16)
        wanted |= {parts[4 + 2 * i] for i in range(count)}
    uses: Counter[str] = Counter()
    for line in (folder / "cntlist").read_text(encoding="latin-1").splitlines():
        number, key, _ = line.split(" ")
        lemma, _, rest = key.partition("%")
        if rest.startswith("2:") and lemma.isalpha() and lemma.isascii() and lemma.islower():
            uses[lemma] += int(number)
    return [lemma for lemma, _ in uses.most_common() if lemma in wanted]


def forms(base: str) -> tuple[str, str, str, str] | None:
    """Third person, past, participle and -ing form."""
    if base in CORRECTIONS:
        return CORRECTIONS[base]
    third, past, participle, ing = (getInflection(base, tag) for tag in ("VBZ", "VBD", "VBN", "VBG"))
    return (third[0], past[0], participle[0], ing[0]) if third and past and participle and ing else None


def with_spellings(base: str, tag: str, first: str) -> str:
    """The form, and after a bar each other spelling of it ("fueled|fuelled"), which is read but never written."""
    others = sorted({f for f in getInflection(base, tag) if f != first and f.isalpha()})
    return "|".join([first, *others])


HEAD = """# Forms of the verbs that health writing uses: third person, past, past participle, -ing form.
# After a bar stands another spelling ("fueled|fuelled"), which is read but never written.
# Made by tools/make_verb_forms.py; do not edit.
name: verb-forms
match: verb-table
sources:
  - "WordNet 3.0 (choice of verbs: lexicographer files, tag counts; irregular forms checked against verb.exc)"
  - "lemminflect 0.2.3, whose table is the NIH SPECIALIST lexicon (forms)"
entries:"""


def main() -> None:
    """Print the file."""
    ranked = wordnet_verbs(Path(sys.argv[1]))[:MOST]
    bases = [b for b in dict.fromkeys([*ranked, *BY_HAND]) if b not in NOT_VERBS]
    rows = {base: made for base in bases if (made := forms(base))}
    taken = {form: base for base, made in reversed(rows.items()) for form in made[1:3]}
    print(HEAD)
    for base in sorted(rows):
        other = taken.get(base, base)
        if other != base and bases.index(other) < bases.index(base):
            continue
        tags = ("VBZ", "VBD", "VBN", "VBG")
        written = (with_spellings(base, tag, form) for tag, form in zip(tags, rows[base], strict=True))
        print(f"  {base}: [{', '.join(written)}]")


if __name__ == "__main__":
    main()
