"""Closed classes of English words that the detectors need: auxiliaries, pronouns, clause openers.

Closed classes have a fixed, small membership (any reference grammar lists them); open classes live in
`rules/lexicons/`.
"""

from __future__ import annotations

AUXILIARIES = frozenset(
    """is are was were am has have had does do did can could may might must will would shall should cannot isn't
    aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't can't couldn't won't wouldn't shouldn't
    it's that's there's they're you're we're he's she's what's here's you'll it'll they'll that'll isnt arent
    doesnt dont""".split()
)
MODALS = frozenset(
    """can could may might must will would shall should cannot can't couldn't won't wouldn't it'll you'll
    they'll""".split()
)
COPULAS = frozenset("is are was were isn't aren't wasn't weren't it's that's there's they're be being been".split())
FIRST_PERSON = frozenset("i i'm i've i'd i'll my me mine myself im ive".split())
WE = frozenset("we we're we've we'll our us ours ourselves".split())
READER = frozenset("you you're you've you'll your yours yourself u ur".split())
DETERMINERS = frozenset(
    """a an the this that these those my your his her its our their some any no each every all most many""".split()
)
PREPOSITIONS = frozenset(
    """of in on at by for with from to into onto about over under between during after before through against
    within without""".split()
)
SUBORDINATORS = frozenset(
    """because since as so which that while whereas although though when where who whose if unless until""".split()
)
COORDINATORS = frozenset("and or but nor yet".split())
QUESTION_WORDS = frozenset(
    """what why how when where who which whose is are was were does do did can could should would will has
    have""".split()
)
REASONS = frozenset("because since as so which that cause thereby thus hence therefore".split())
"""Words behind which an instruction gives its reason, and with it a claim."""
