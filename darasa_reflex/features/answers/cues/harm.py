"""Words of hiding, faking or harming, and of owning up. What they mean rules cannot tell."""

from darasa_reflex.features.answers.cues.phrase import any_of

_RECORD = (
    r"(?:record|log|figure|number|reading|result|timestamp|history|evidence|date|audit|entry|"
    r"entrie|quote|time)s?"
)
_FAKED = (
    r"hid|hidden|hide|cover(?:ed)? (?:it|that|this|them) up|covered up|faked?|forged?|falsified|"
    r"backdated?|fudged|lied|lie (?:about|to)|pretend(?:ed)?|fabricated|cheat(?:ed)?|stole|"
    rf"tricked|bribed|pocketed|tampered|mocked up|sabotaged?|made (?:it|them|that|the {_RECORD}) "
    rf"up|(?:made up|invented) (?:\w+ ){{0,2}}?{_RECORD}|copied (?:his|her|their|someone|last|"
    rf"yesterday)|(?:alter|chang|delet|wip|shred|edit)ed the (?:\w+ )?(?:{_RECORD})|"
    r"blamed? (?!my|the weather)|bypassed the (?:\w+ )?(?:check|review|approval|policy|control)s?|"
    r"signed (?:\w+ ){0,3}?(?:off )?without (?:looking|checking|reading|seeing|testing)|"
    r"exported (?:the |my )?(?:customer|client|contact|patient)s?"
)
_NOT_SEEN = (
    r"(?:would|could|did|will|can)? ?(?:ever )?(?:notice|see|find out|know|ask|tell|trace|"
    r"complain)s?"
)
HARM = any_of(
    rf"(?:i|we)(?:'ve|'d| have| had)? (?:\w+ ){{0,3}}?(?:{_FAKED})(?! by\b)",
    r"i (?:\w+ ){0,3}?(?:shouted|yelled|screamed|swore) (?:at|on)",
    r"i (?:\w+ ){0,2}?(?:slapped|hit|shoved|grabbed) (?:him|her|them)",
    r"i (?:\w+ ){0,2}?(?:humiliated|mocked|insulted|threatened|bullied|punished|restrained) "
    r"(?:him|her|them|the|a|my)",
    r"(?:until|till) (?:he|she|they) (?:cried|quit|gave (?:up|in))",
    r"(?:he|she|they|the \w+) (?:\w+ )?(?:believed (?:me|it)|fell for it|never (?:found out|"
    r"noticed|knew))",
    r"(?:turn(?:ed)?|switch(?:ed)?|took|take|taped?|bridged?|disabled?|removed?) (?:\w+ "
    r"){0,3}?(?:alarms?|protection|guards?|interlocks?|safety \w+|(?:fraud|security|safety) "
    r"checks?|detectors?)(?: (?:off|out))?",
    r"(?:deleted|erased|wiped|moved) (?:his|her|their) (?:\w+ )?(?:bell|file|work|data|emails?|"
    r"notes|chair|folder)",
    r"sold (?:the data|their data|customer data|the list)", r"(?:told|tell) (?:nobody|no one)",
    r"(?:didn't|did not|never) (?:tell|told|mention(?:ed)? it to|report(?:ed)? it to) "
    r"(?:anyone|anybody|my|the)",
    r"without (?:telling|informing) (?:\w+ )?(?:anyone|anybody|him|her|them|my|the|our)",
    rf"so (?:that )?(?:nobody|no one) {_NOT_SEEN}",
    rf"so (?:that )?(?:they|he|she|it|the \w+) (?:wouldn't|couldn't|didn't|would not|could not|"
    rf"can't|won't|would never|could never|never|'d never) {_NOT_SEEN}",
    r"before (?:anyone|anybody) (?:could )?(?:noticed?|saw|see|found out|find out)",
    r"(?:nobody|no one) (?:ever )?found out",
    r"(?<!wasn't )(?<!not )behind (?:his|her|their|my) backs?",
    r"kept (?:it|that|this) (?:quiet|secret|to myself)", r"off the books",
    r"under the (?:table|carpet|rug)", r"no comeback", r"(?:not|wasn't) (?:on|in|under) my name",
    r"wrote (?:down )?that i(?:'d| had)", r"on paper it looks?",
    r"(?:readings|numbers|figures|results|times) (?:\w+ )?that look",
    r"(?:who|which|that) don't exist", r"the inspectors? (?:was|were) coming",
    r"a little for myself", r"(?:put|said|told \w+) (?:it was |that it was )?(?:his|her|their|"
    r"someone else's) fault",
    r"(?:with |dated |under )(?:\w+ ){0,4}?(?:last (?:week|month|year)'s date|yesterday's date)",
    r"dated? (?:\w+ ){0,3}?back to", r"(?:for|of) the whole month on the first",
    r"had (?:him|her|them) say", r"it's fake",
    r"(?:which|and) (?:there|it) (?:was|wasn't)(?=, |\.|$)", r"sees me right",
    r"(?:edited|changed|altered) (?:\w+ ){1,5}so (?:that )?it (?:said|showed|looked)",
    r"in place of the (?:sample|real)", r"paper trail",
    r"i (?:said|told (?:him|her|them)) (?:that )?(?:he|she|they)(?:'d| had| must have)? (?:ate|"
    r"eaten|come|came)",
)  # fmt: skip
# Who owns up to it is not faking any more.
OWNED = any_of(
    r"sorry", r"apologi[sz]ed?", r"owned up", r"own up", r"admit(?:ted)?", r"confessed",
    r"ashamed", r"regret\w*",
    r"my (?:own )?(?:fault|mistake|error|responsibility)", r"i was wrong", r"wrong of me",
    r"(?:that's|that is|that was) on (?:me|us)", r"i (?:was|had been) (?:too )?(?:slow|late)",
    r"should(?:n't| not)? have", r"with my name", r"it was my \w+", r"our fault",
    r"told (?:my \w+|the (?!office|doctor's)\w+) (?:myself|the truth|straight|at once|"
    r"immediately|what i)", r"told (?:him|her|them) (?:myself|the truth|straight|at once|what i)",
    r"reported (?:it|myself)", r"came clean", r"never again", r"learn(?:ed|t)",
)  # fmt: skip
