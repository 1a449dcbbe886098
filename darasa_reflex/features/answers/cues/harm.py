"""Words of hiding, faking or harming, and of owning up. What they mean rules cannot tell."""

from darasa_reflex.features.answers.cues.phrase import any_of

_RECORD = (
    r"(?:record|log|figure|number|reading|result|timestamp|history|evidence|date|audit|entry|"
    r"entrie|quote|time)s?"
)
_FAKED = (
    r"hid|hidden|hide|cover(?:ed)? (?:it|that|this|them) up(?! with)|covered up (?:what|that|for|"
    r"the (?:mistake|error|fault|problem|loss|damage))|faked?|forged?|falsified|"
    r"backdated?|fudged|lied(?! down)|lie (?:about|to)|pretend(?:ed)?(?! to be an? )|fabricated|"
    r"cheat(?:ed)?(?! death)|stole(?! a march| the show)|"
    rf"tricked|bribed|pocketed|tampered|mocked up|sabotaged?|made (?:it|them|that|the {_RECORD}) "
    rf"up|(?:made up|invented) (?:\w+ ){{0,2}}?{_RECORD}|copied (?:his|her|their|someone|last|"
    rf"yesterday)|(?:alter|chang|delet|wip|shred|edit)ed the (?:\w+ )?(?:{_RECORD})|"
    r"blamed? (?!my|the weather)|bypassed the (?:\w+ )?(?:check|review|approval|policy|control)s?|"
    r"signed (?:\w+ ){0,3}?(?:off )?without (?:looking|checking|reading|seeing|testing)|"
    r"exported (?:the |my )?(?:customer|client|contact|patient)s?"
    r"(?: list| data)? (?:to my|before i left)"
)
# Between "I" and the verb; past these it is a thing, or another's: "we've had one fake", "I saw
# they had hidden it", "I found the forged bill".
_OWN_DOING = (
    r"(?!(?:a|an|one|two|some|any|no|the|this|that|these|those|another|his|her|their|its|every|"
    r"each|he|she|they|it|who|somebody|someone|people|found|caught|spotted|saw|seen|noticed|"
    r"reported|refused|not|never|didn't|don't|wouldn't|won't|for|of|by)\b)[\w']+"
)
_NOT_SEEN = (
    r"(?:would|could|did|will|can)? ?(?:ever )?(?:notice|see|find out|know|ask|tell|trace|"
    r"complain)s?"
)
_AMOUNT = (
    r"(?:\d\S*|(?:\w+(?:ty|teen|hundred|thousand)|two|three|four|five|six|seven|eight|nine|ten)\b)"
)
# Told against what is known to be so: "I reported seventy, it was about thirty".
HARM = any_of(
    rf"(?:i|we)(?:'ve|'d| have| had)? (?:{_OWN_DOING} ){{0,3}}?(?:{_FAKED})(?! by\b)",
    r"i (?:\w+ ){0,3}?(?:shouted|yelled|screamed|swore) (?:at|on)(?!(?: \w+){1,3} to\b)",
    r"i (?:\w+ ){0,2}?(?:slapped|hit|shoved) (?:him|her|them)",
    r"i (?:\w+ ){0,2}?(?:humiliated|mocked|insulted|threatened|bullied|punished|restrained) "
    r"(?:him|her|them|the (?:boy|girl|child|kid|patient|resident|lad|pupil|student)s?)",
    r"(?:until|till) (?:he|she|they) (?:cried|quit|gave (?:up|in))",
    r"(?:he|she|they|the \w+) (?:\w+ )?(?:believed it|fell for it|never (?:found out|"
    r"noticed|knew))",
    r"(?:turn(?:ed)?|switch(?:ed)?|took|take|taped?|bridged?|disabled?|removed?) (?:\w+ "
    r"){0,3}?(?:alarms?|protection|guards?|interlocks?|safety \w+|(?:fraud|security|safety) "
    r"checks?|detectors?)(?: (?:off|out))?(?!(?: \w+){0,2} (?:to|for|after|while|during)\b)",
    r"(?:deleted|erased|wiped) (?:his|her|their) (?:\w+ )?(?:bell|file|work|data|emails?|"
    r"notes|chair|folder)",
    r"sold (?:the data|their data|customer data|the list)",
    r"(?:told|tell) (?:nobody|no one)(?! but| except)",
    r"(?:didn't|did not|never) (?:tell|told|mention(?:ed)? it to|report(?:ed)? it to) "
    r"(?:anyone|anybody|my|the)(?! .{0,40}?(?:until|till|before)\b)",
    r"without (?:telling|informing) (?:\w+ )?(?:anyone|anybody|him|her|them|my|the|our)",
    rf"so (?:that )?(?:nobody|no one) {_NOT_SEEN}",
    rf"so (?:that )?(?:they|he|she|it|the \w+) (?:wouldn't|couldn't|didn't|would not|could not|"
    rf"can't|won't|would never|could never|never|'d never) {_NOT_SEEN}(?<!ask)(?<!tell)",
    r"before (?:anyone|anybody) (?:could )?(?:found out|find out)",
    r"(?:nobody|no one) (?:ever )?found out",
    r"(?<!wasn't )(?<!not )behind (?:his|her|their|my) backs?",
    r"kept (?:it|that|this) (?:quiet|secret|to myself)(?! until| till)", r"off the books",
    r"under the (?:table|carpet|rug)", r"no comeback", r"(?:not|wasn't) (?:on|in|under) my name",
    r"wrote (?:down )?that i(?:'d| had)", r"on paper it looks?",
    r"(?:readings|numbers|figures|results|times) (?:\w+ )?that look",
    r"(?:who|which|that) don't exist",
    r"(?:because|since|'?cos|knew) the inspectors? (?:was|were) coming",
    r"a little for myself", r"(?:put|said|told \w+) (?:it was |that it was )?(?:his|her|their|"
    r"someone else's) fault",
    r"(?:with |dated |under )(?:\w+ ){0,4}?(?:last (?:week|month|year)'s date|yesterday's date)",
    r"dated? (?:it|them|this|that|(?:the|those) \w+) back to",
    r"(?:for|of) the whole month on the first",
    r"had (?:him|her|them) say", r"i (?:know|knew) it's fake",
    r"sees me right", r"between (?:us|you and me|ourselves)(?=,|\.|$)", r"no questions asked",
    r"(?:that|who|and|they) (?:don't|won't|never|didn't) ask (?:any )?questions",
    r"(?:fiddl|massag|tweak|cook|mov)(?:e|ed|ing) the (?:\w+ )?(?:figures|numbers|readings|results"
    r"|books)",
    r"(?:put|wrote|fill\w*|enter\w*|typ\w+) (?:\w+ ){0,4}?(?:nice|perfect|made[- ]up|usual|clean) "
    r"(?:figures|numbers|readings|results|temperatures|times)",
    rf"(?:reported|put(?: down)?|claimed|wrote|declared|billed|charged|logged) (?:for )?{_AMOUNT}"
    rf"[^.]{{0,40}}(?:it|there) (?:was|were) (?:about|more like|really|only|actually) {_AMOUNT}",
    r"(?:edited|changed|altered) (?:\w+ ){1,5}so (?:that )?it (?:said|showed|looked)",
    r"in place of the (?:sample|real)", r"(?:no|without a|avoid\w* (?:a|the)) paper trail",
    r"i (?:said|told (?:him|her|them)) (?:that )?(?:he|she|they)(?:'d| had| must have)? (?:ate|"
    r"eaten|come|came)",
)  # fmt: skip
# Who owns up to it is not faking any more.
OWNED = any_of(
    r"(?:am|i'm|was|felt|say|said|saying) (?:very |really |so )?sorry", r"sorry (?:for|about|to)",
    r"apologi[sz]ed?", r"owned up", r"own up", r"admit(?:ted)?", r"confessed",
    r"ashamed", r"regret\w*",
    r"my (?:own )?(?:fault|mistake|error|responsibility)", r"i was wrong", r"wrong of me",
    r"(?:that's|that is|that was) on (?:me|us)", r"i (?:was|had been) (?:too )?(?:slow|late)",
    r"should(?:n't| not)? have", r"with my name", r"it was my \w+", r"our fault",
    r"told (?:my \w+|the (?!office|doctor's)\w+) (?:myself|the truth|straight|at once|"
    r"immediately|what i)", r"told (?:him|her|them) (?:myself|the truth|straight|at once|what i)",
    r"reported (?:it|myself)", r"came clean", r"never again", r"learn(?:ed|t)",
)  # fmt: skip
