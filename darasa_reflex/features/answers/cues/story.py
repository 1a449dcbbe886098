"""Words by which the parts of a story are found: situation, reason, result, reflection."""

from darasa_reflex.features.answers.cues.phrase import any_of

SITUATION = any_of(
    r"when", r"while", r"during", r"(?:last|this|one|that|the other) (?:year|month|week|summer|"
    r"winter|spring|"
    r"autumn|term|job|time|day|night|morning|evening|afternoon|shift|weekend|monday|tuesday|"
    r"wednesday|"
    r"thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|"
    r"october|november|december|quarter|season)",
    r"(?:on|in|at|for|with|to|from|by|of) (?:my|our|the|a|an|one|this|that) \w+",
    r"(?:in|by|since|until|over|that|one) (?:spring|summer|autumn|winter|easter|christmas|lent|"
    r"may)",
    r"in (?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"19\d\d|20\d\d)", r"on (?:mon|tues|wednes|thurs|fri|satur|sun)day", r"back (?:in|then|when)",
    r"there (?:was|were)", r"(?:i|we) (?:had|were|was|have had|am|work|worked)", r"ago", r"once",
    r"(?:our|my|the|a|an|one) (?!result)(?:\w+ ){1,3}?(?:was|were|had|came|wanted|started|kept|"
    r"went|got|called|"
    r"broke|failed|complained|asked|said|did|needed|refused|would)",
)  # fmt: skip
# One time that it happened, told of others as well: "I had one mum who was cross".
CASE = any_of(
    r"once", r"one time", r"there (?:was|were)", r"there'?s been", r"last (?:year|month|week|time|"
    r"winter|summer|spring|autumn)",
    r"(?:(?:i|we)(?:'ve|'d| have)? )?had (?:a|an|one|two|this|some)",
    r"(?:one|a|an|this) (?:(?!an? |his |her |its )\w+ ){1,4}?(?:was|were|had|did|came|went|said|"
    r"told|asked|left|got|wanted|needed|\w+ed)",
)  # fmt: skip
REASON = any_of(
    r"because", r"so that", r"in order to", r"instead of", r"rather than", r"trade-?offs?",
    r"(?:the|my|one|a|main) reason", r"therefore", r"(?:which|that) is why", r"that's why",
    r"to avoid",
    r"to make sure", r"to be (?:sure|safe|fair|certain)", r"to keep", r"to prevent", r"to save",
    r"to stop",
    r"to protect", r"due to", r"given (?:that|the|how)", r"since (?:it|they|the|he|she|i|we|there|"
    r"nobody|no one|this|that|my|our|a|you|most|every\w*)",
    r"as (?!it (?:turn|happen|stand|were))(?:the|it|they|he|she|there|i|we|this) \w+",
    r"so (?:i|we|it|they|he|she|the|nobody|"
    r"people|"
    r"everyone|that)", r"otherwise", r"depend(?:s|ed|ing) on", r"to (?:see|find out|check) "
    r"(?:if|whether|how|what|where|why)", r"which meant", r"(?:i|we) (?:wanted|needed|thought|"
    r"figured|"
    r"knew|believed|felt|feared|worried|suspected|realised|realized|noticed|saw)", r"in case",
    r"for fear",
    r"the (?:point|idea|thinking|logic|aim|goal|trouble|problem|risk|cause) (?:was|is|being)",
    r"not to", r"if (?:i|we|it|they|the|you|he|she|one|someone|nobody|that|this|there)",
    r"for the sake",
    r"thanks to", r"(?<!ask )(?<!asks )(?<!asked )(?<!him )(?<!her )(?<!them )why",
    r"means (?:that|the|we|it|you|i)", r"would have", r"might", r"could have",
)  # fmt: skip
# The plainest reasons: these are quoted where a condition stands beside them.
CAUSE = any_of(
    r"because", r"so that", r"in order to", r"(?:the|my|one|main) reason", r"otherwise",
    r"(?:that's|that is|which is) why", r"to (?:avoid|prevent|protect|make sure)",
)  # fmt: skip
RESULT = any_of(
    r"as a result", r"(?:in|at) the end", r"(?:the )?(?:outcome|result|effect|upshot)s?",
    r"resulted in",
    r"led to", r"which meant", r"reduc\w+", r"increas\w+", r"improv\w+", r"sav(?:ed|ing)", r"grew",
    r"drop(?:ped|s)", r"fell", r"rose", r"doubled", r"tripled", r"halved",
    r"went (?:up|down|from|well|live|"
    r"fine|back|out|through|home|wrong|smoothly|better|quiet|better)",
    r"came (?:back|down|out|through|in)",
    r"faster", r"fewer", r"shorter", r"cheaper", r"calmer", r"less than", r"more than",
    r"deliver\w+", r"launch\w+",
    r"shipped", r"released", r"complet\w+", r"finish\w+", r"achiev\w+", r"succe\w+",
    r"pass(?:ed)?", r"won",
    r"works?", r"worked(?: out)?", r"solved", r"fixed", r"fail(?:ed|ure)", r"on time", r"in time",
    r"within (?:\w+ ){1,3}(?:seconds?|minutes?|hours?|days?|weeks?|months?|budget)",
    r"ended(?: up)?",
    r"turned out", r"(?:ever )?since", r"after(?:wards| that| this)", r"from then on",
    r"finally", r"eventually",
    r"now", r"today", r"still", r"no longer", r"happy", r"happier", r"pleased", r"relieved",
    r"calmed", r"thanked",
    r"agreed", r"accepted", r"stayed", r"recovered", r"resolved", r"renewed", r"signed",
    r"apologi[sz]ed",
    r"adopted", r"approved", r"stopped", r"prevented", r"caught", r"avoided", r"closed", r"lost",
    r"missed",
    r"cancel+ed", r"refused", r"rejected", r"quit", r"left", r"paid", r"cost", r"took",
    r"it (?:was|did|is)",
    r"none of", r"nothing", r"nobody", r"no one", r"zero", r"never (?:\w+ )?again",
    r"not (?:a|one) single",
    r"made (?:the|a|all the) difference", r"(?:the )?(?:next|following|same) (?:day|morning|week|"
    r"month|"
    r"year|shift|audit|term|time|release|quarter|evening|night)", r"(?:a|one|two|three|four|five|"
    r"six|\w+) "
    r"(?:minutes?|hours?|days?|weeks?|months?|years?) later", r"by (?:the end|then|half|noon|"
    r"evening|monday|"
    r"friday|january|june|easter|christmas|six|five|four|three|two|ten)",
    r"without (?:\w+ ){0,2}?(?:loss|"
    r"outage|incidents?|complaints?|errors?|delays?|problems?|downtime)",
    r"from (?:\w+ ){1,4}to \w+",
)  # fmt: skip
REFLECTION = any_of(
    r"learn(?:ed|t)?", r"taught me", r"in hindsight", r"looking back", r"next time", r"differently",
    r"do (?:it |that )?different",
    r"(?:would|i'd) (?:\w+ )?(?:have )?(?:do|done|start|started|involve|involved|ask|asked|tell|"
    r"told|call|"
    r"called|test|tested|check|checked|write|written|bring|brought) \w+ (?:\w+ )?(?:earlier|"
    r"sooner|first|"
    r"before|again)", r"(?:i|we) (?:\w+ )?(?:realised|realized|understood|regret\w*)",
    r"my (?:own )?"
    r"(?:mistake|fault|error)", r"(?:i|we) (?:should|could) have", r"(?:should|ought to) have",
    r"lesson",
    r"(?:since|from) (?:then|that \w+)(?: on)?,? (?:i|we)", r"what i took", r"takeaway",
    r"(?:so )?now,? (?:i|we)",
    r"(?:i|we) (?:now|no longer) \w+", r"(?:i|we) (?:[\w'-]+ ){1,9}now",
    r"these days,? (?:i|we)",
    r"from (?:that|then|this|there) (?:on|day|time|point|moment|week|year)",
    r"(?:i've|i have|i had) (?:\w+ )?understood", r"i'd (?:tell|advise|say)",
    r"i would (?:tell|advise)",
    r"(?:that|this|it) comes from", r"what (?:stuck|stayed) with me", r"since then",
    r"changed my mind", r"than (?:i|we) (?:thought|believed|expected|knew)",
    r"if i (?:did|had|could|were)", r"nowadays", r"i'?(?:ve| have) (?:since|stopped|"
    r"started|kept|made it)", r"ever since", r"i (?:still )?(?:think about|remember) (?:that|"
    r"it)", r"i wish",
    r"(?:it|that) (?:showed|shows|reminded|made|changed) me", r"i would (?:never|not|no longer|"
    r"always)",
    r"i (?:was|had been) (?:wrong|too \w+)", r"too (?:late|long|hard|soon|quickly|fast|early|much)",
)  # fmt: skip
# These tell of a change whoever stands in the sentence: "The prompt is red since then."
CHANGED = any_of(
    r"since then", r"these days", r"nowadays", r"should've", r"(?:now|today)(?=\W*$)",
    r"ever since",
    r"from then on", r"(?:i|we) (?:didn't|did not) at first", r"(?:i|we)(?:'d| had) thought",
    r"(?:i|we) used to", r"(?:that )?(?:i|we) had been \w+ing the wrong",
)  # fmt: skip
