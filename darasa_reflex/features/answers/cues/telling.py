"""Words of how it is told: lightly, in general, with pride, with conditions, as changed since."""

from darasa_reflex.features.answers.cues.phrase import any_of

CHANGE = any_of(
    r"(?<!until )(?<!till )(?<!right )(?<!by )(?<!for )(?<!just )(?<!you are )"
    r"(?<!years )(?<!year )(?<!months )(?<!weeks )(?<!while )now"
    r"(?! then| that|,? if you|,? i (?:want|wanna|would like|am looking)\b"
    # "Now in a small practice" tells where somebody works.
    r"| (?:i (?:am|work) |i'm )?(?:in|at|with|for) (?:(?:a|an|the|my|our|another|one) )?"
    r"(?:[\w'-]+ ){0,3}?"
    r"(?:practice|company|firm|bank|shop|hospital|clinic|school|agency|chain|restaurant|hotel|café"
    r"|studio|council|startup|start-up|garage|bakery|nursery|university|department|branch)\b)",
    r"since then", r"since this", r"after (?:that|this),? (?:i|we)(?:'m|'ve)?",
    r"do (?:it |that )?different", r"any ?more", r"(?:i|we)(?:'ve| have) stopped \w+ing",
    r"(?:i|we) wouldn't (?:[\w'-]+ ){1,6}again", r"(?:what|thing) (?:i|we) (?:took from|changed)",
    r"than (?:i|we) used to",
    r"from then on", r"from that (?:day|time|point|week|shift)(?: on)?", r"ever since",
    r"next time", r"differently", r"learn(?:ed|t)", r"taught me", r"no longer",
    r"should have(?! to\b)", r"in hindsight", r"looking back", r"my (?:own )?(?:mistake|fault)",
    r"i was wrong", r"these days",
)  # fmt: skip
# Of "just", "simply" and "guess" only what "I", "we" or "you" do: "just under" is a measure, and
# "they just guess" is told of others.
SHORTCUT = any_of(
    r"(?:i|we|you|i'd|we'd|you'd|i'll|we'll|can) (?:just|simply) (?!said\b)\w+",
    r"usually", r"basically",
    r"normally", r"mostly", r"by eye", r"by feel", r"from memory", r"somehow",
    r"(?:good|close) enough", r"gut", r"(?:i|we|you) guess(?:ed)? (?:it|the|at|how|what)",
    r"guesswork", r"instinct", r"eyeball(?:ed)?", r"more or less", r"should be fine",
    r"(?:no|not a) big deal", r"as always", r"for the best", r"sort(?:s|ed)? itself out",
    r"pretty much", r"generally", r"(?:i|we|you) tend to", r"(?:get )?a feel",
    r"can tell by looking",
)  # fmt: skip
ABSOLUTE = any_of(
    r"always", r"never", r"absolutely", r"extremely", r"incredibly", r"hundred percent",
    r"passionate", r"(?:is|are|was)(?: the)? key(?: to)?", r"excellence", r"proactive", r"dynamic",
    r"success\w*", r"strong", r"confident", r"experienced", r"every single", r"really",
)  # fmt: skip
# Of one's own doing.
ALWAYS = any_of(r"(?:i|we)(?:'ve| have)? always")
CONDITION = any_of(
    r"if", r"unless", r"until", r"till", r"depend(?:s|ed|ing) on", r"only (?:when|after|where|"
    r"once|if)", r"as long as", r"in case", r"otherwise", r"whenever", r"provided", r"except",
    r"before", r"when (?:i|we|it|they) (?:can't|cannot|could not|couldn't|don't)",
)  # fmt: skip
# How it tends to go, instead of how it went: "usually", "loads of", "it's common sense".
LOOSE = any_of(
    r"mostly", r"normally", r"usually", r"generally", r"in general", r"most of the time",
    r"basically", r"pretty much", r"more or less", r"somehow", r"tend to", r"by feel", r"gut",
    r"should be (?:fine|ok|okay)", r"common sense", r"second nature", r"loads of",
    r"all sorts(?: of)?", r"stuff", r"you name it", r"a bit of a", r"and so on", r"or whatever",
    r"(?:or |and )?(?:things|something|anything|stuff) like that",
    r"(?:that|this) (?:sort|kind) of thing", r"and everything(?=\W*$|[,.;])", r"and all that",
    r"and (?:that|stuff)(?=\W*$)", r"and that's it", r"the main thing", r"the thing (?:is|with)",
    r"at the end of the day", r"one of those things", r"these things happen", r"get on with it",
    r"(?:it |that )depends(?=,|\W*$)", r"it's all (?:about|on|in)", r"it's about",
    r"it's an? \w+ game",
)  # fmt: skip
# What comes first, and what was chosen over what: "before I seal it", "the bed, not the chart".
CHOICE = any_of(
    r"first(?! time|ly)", r"(?:before|until|till) (?:i|we|the|they|he|she|it|anyone|anything|my|"
    r"\w+ing)", r"only then", r"(?:then|after),? i", r"last(?=\W*$|,)", r"(?:once|twice) more",
    r"again", r"instead(?: of)?", r"rather than", r"(?:(?<=, )|and |or |but )not "
    r"(?:just |only )?(?:the|my|"
    r"a|an|in|on|from|by|with|mine|his|hers|theirs|what|where|when|how|because|at|for|before|"
    r"after|every\w*|once|\d+|\w+ty)", r"not (?:the|by|in|on|because|from|a|what|just) "
    r"[^.,]{1,40},? (?:but|it was|it's)", r"wasn't the \w+", r"as well as", r"not (?:only|just)",
)  # fmt: skip
HEDGE = any_of(
    r"maybe", r"perhaps", r"probably", r"possibly", r"i guess", r"i suppose", r"(?<!what )i think",
    # "If we're not sure, we leave it out" is a rule of work.
    r"(?<!if )(?<!when )(?<!if i'm )(?<!if i am )(?<!if we're )(?<!if we are )(?<!if you're )"
    r"(?<!if you are )(?<!when i'm )(?<!when we're )"
    r"(?:i'm |i am )?not (?:really |entirely |quite |too )?sure", r"kind of", r"kinda", r"sort of",
    r"sorta", r"somehow", r"hopefully", r"might have", r"may have", r"could have been",
    r"i (?:don't|do not|can't) (?:really |quite )?(?:remember|recall)",
    r"or something(?: like that)?", r"more or less", r"i believe", r"i feel like", r"not exactly",
    r"apparently", r"if i remember (?:it |this )?(?:right|correctly|well)", r"or whatever",
    r"i'm no expert",
)  # fmt: skip
# How one does it, instead of what was done: "you just fill it in", "you get a feel for it".
GENERAL = any_of(
    r"you (?:just |always |can |can't |have to |need to |don't |never |might |really |sort of )?"
    r"(?:get|do|have|need|look|know (?:how|what|where|when|who|which|the|your)|go|"
    r"fill|put|tell|want|learn|take|see|keep|make|find|start|"
    r"try|deal|pick|stick|work|use|mix|wait|show|ask)",
    r"you've (?:got|just|always)", r"you'd", r"you're", r"you just",
)  # fmt: skip
# Of one's own qualities, instead of what was done.
PRIDE = any_of(
    r"(?:i'm|i am) (?:\w+ ){0,3}?(?:good|great|known|big|strong|confident|experienced|open|"
    r"creative|super|pretty|clever|people person|closer|competitive|organi[sz]ed|reflective|"
    r"believer|\w+-oriented|\w+-driven)",
    r"i love", r"i've always", r"i have always", r"i pride", r"i believe in",
    r"i have (?:a |an |my )?(?:great|good|strong|amazing|own style)", r"that's what i",
    r"i was promoted", r"(?:speaks?|speak) for (?:itself|themselves)", r"people person",
    r"problem solved", r"best (?:practices?|staff|in)", r"stakeholders?", r"synerg\w+",
    r"leverag\w+", r"holistic\w*", r"strategic\w*", r"mindset",
    r"data-driven", r"(?:big|bigger) picture",
    r"value[- ]add", r"add(?:ing|ed)? value",
    r"(?:build|built|building|maintain\w*|strong|good|great) (?:\w+ )?relationships",
    r"relationships (?:are|is)", r"about relationships", r"teamwork", r"world-class",
    r"highly appreciated", r"game[- ]changer", r"alignment (?:across|between|with)",
    r"scalable", r"robust",
)  # fmt: skip
# That nobody looked, asked or complained, told in favour of what was done.
UNSEEN = any_of(
    r"(?:nobody|no one|none of (?:them|the \w+)|hardly anyone) (?:ever |really |even )?"
    r"(?:noticed|notices|complained|complains|checks|checked|asks|looks|caught|minds|cares|"
    r"bothers)",
    r"(?:has|have|had|i've|was|were)? ?never (?:been |once |even |ever )?(?:complained|"
    r"asked for|been caught|noticed|check)", r"never had (?:one|any|a) (?:\w+ )?(?:back|"
    r"complaints?|problems?|issues?)", r"nothing came (?:of it|back)", r"come to anything",
    r"no comeback", r"everyone does", r"everybody does", r"they all do",
    r"(?:they|he|she|the \w+) (?:never|only|hardly) (?:ever )?(?:visit|audit|check|look|inspect|"
    r"ask|notice)(?:ed|s)?",
)  # fmt: skip
# Exactly which, how often or how much, where something is done: "each of them", "only the key".
EXACT = any_of(
    r"each", r"every", r"both", r"only", r"exactly", r"twice", r"without", r"whether",
)  # fmt: skip
