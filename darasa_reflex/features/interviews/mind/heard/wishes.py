"""How candidates word what they want from the interviewer."""

import re

from darasa_reflex.features.interviews.mind.locales.intent import Intent

# Welcome where the candidate may ask.
QUESTIONS = frozenset({Intent.ASIDE, Intent.ASKS, Intent.MEANING})

_CAN = r"(?:(?:can|could|would|will|may) (?:you|we|i) (?:please |just |maybe |perhaps )*)"
_LETS = (
    r"(?:let's |let us |i'd like to |i would like to |i want to |i'd rather |i would rather |i "
    r"prefer to "
    r"|i think i'll |i'll |i will |i need to |i have to |shall we |can we |could we |can i "
    r"|could i |may i )"
)
_QUESTION = (
    r"(?:(?:this|that|the|your|last|it|one|question|part|again|please|now|for me|to me)\b ?)"
)
_AGAIN = r"(?:again|once more|one more time|slower|more slowly|slowly|louder|a bit louder|repeat)"
_HEARD = (
    r"i (?:did not|didn't|couldn't|could not|can't|cannot) (?:quite |really )?(?:catch|hear|get)"
)
_NOT_HEARD = (
    rf"{_HEARD}(?: (?:that|you|it|this|the question|your question|what you said|the last part))?"
)
_SAY = (
    rf"{_CAN}?(?:repeat|read out) ?{_QUESTION}*"
    rf"|{_CAN}?(?:say|ask|read) (?:{_QUESTION}*{_AGAIN}|{_AGAIN} ?{_QUESTION}*) ?(?:please)?"
)
_WHILE = r"(?:moment|second|seconds|sec|minute|minutes|time|bit|break|pause)"
_WISHES: tuple[tuple[Intent, str], ...] = (
    (
        Intent.REPEAT,
        rf"(?:{_NOT_HEARD}|{_SAY})(?: (?:so |and |but |sorry )?(?:{_NOT_HEARD}|{_SAY}))?"
        r"|what|pardon(?: me)?|excuse me|come again|huh|what was that|what did you (?:say"
        r"|ask)(?: again)?"
        r"|what(?:'s| is| was) the question(?: again)?|(?:the question )?(?:once more|one more "
        r"time)"
        r"|the question again|again|sorry",
    ),
    (
        Intent.WAIT,
        rf"(?:{_CAN}?(?:give me|have|get|take)|i need|i'd like|let me have|let me take|just|need) ?"
        rf"(?:just )?(?:a|one|some|another|more|a few|a couple of|half a) (?:more |little "
        rf"|short )?{_WHILE}"
        r"(?: to (?:think|prepare|collect my thoughts|reflect)(?: about (?:it|that|this))?| here)*"
        rf"|(?:just )?(?:a|one|half a) {_WHILE}(?: to think)?"
        r"|(?:let me|i need to|i have to|i'd like to|i want to|i must) (?:just )?(?:think|see"
        r"|reflect)"
        rf"(?: about (?:it|that|this)(?: one)?| for (?:a|one|some) (?:\w+ )?{_WHILE}| (?:a"
        rf"|one) {_WHILE}"
        r"| of (?:one|an example|something|a good example))*"
        r"|(?:hold|hang) on(?: a (?:moment|second|minute|sec))?|wait(?: a (?:moment|second"
        r"|minute|sec))?"
        r"|(?:i'm|i am) (?:still |just )?thinking|stop(?: it)?|(?:that's|that is|it's) a "
        r"(?:good|hard|tough"
        r"|difficult|tricky|great) (?:question|one)(?: let me think(?: about (?:it|that))?)?",
    ),
    (
        Intent.READY,
        r"(?:i'm|i am|we are|i think i'm)? ?ready(?: now| to (?:go|answer|start|continue|go on"
        r"|begin))*"
        r"|(?:let's |we can |i can )(?:go on|continue|start|begin|answer now)|go (?:ahead|on)"
        r"|i'm back"
        r"|continue|please continue",
    ),
    (
        Intent.SKIP,
        rf"{_LETS}?(?:please )?(?:skip|pass(?: on)?|move on|leave|(?:go|jump|move)(?: on)? to)"
        r"(?: (?:this|that|it|the|one|next|question|to|on|from|out|here|another))*"
        r"|(?:the )?next(?: question| one)?|another question|a different question|no comment"
        rf"|(?:{_LETS}|i'd |i would )?(?:rather |prefer )?not (?:to )?(?:answer|say)(?: (?:that"
        rf"|this|it))?"
        r"|ask (?:me )?(?:something|another) (?:else|question|one)",
    ),
    (
        Intent.UNKNOWN,
        r"(?:(?:and |but )?i )?(?:really |honestly |just )?(?:don't|do not) (?:really "
        r"|actually |quite )?know"
        r"(?: (?:that|this|it|yet|one|the answer|what to say|how to answer(?: (?:that|this"
        r"|it))?|anything about"
        r" (?:that|it|this)|about (?:that|it|this)|honestly|really|to be honest))*"
        r"|(?:i have |i've )?(?:got )?no (?:idea|clue|answer|example)(?: (?:what to say|about "
        r"that|for that))?"
        r"|(?:i'm |i am )?not (?:really |so |quite )?sure(?: (?:about (?:that|it|this)|how to "
        r"answer(?: that)?"
        r"|what to say))?|(?:i )?(?:can't|cannot|can not) (?:really )?(?:think of|remember"
        r"|recall|answer|say)"
        r"(?: (?:one|any|anything|an example|a time|that|it|this|right now|now|at the moment"
        r"|the question"
        r"|something))*|nothing(?: really)? comes to mind|i dunno|dunno|i don't know \w+"
        r"|i(?:'ve| have)?(?: not| n't|n't| never|haven't) (?:done|used|had|seen|worked with"
        r"|experienced)"
        r"(?: (?:that|this|it|one|any of that|anything like (?:that|it|this)|before|yet))*"
        r"|i haven't (?:done|used|had|seen|worked with|experienced)(?: (?:that|this|it|one"
        r"|before|yet))*"
        r"|i (?:don't|do not) have (?:any|much|an|one)(?: (?:experience|example|idea))?(?: "
        r"(?:with|of|in|for)"
        r" (?:that|it|this))?",
    ),
    (
        Intent.DONE,
        r"(?:no )?(?:that's|that is|that was) (?:it|all|everything|about it)(?: from me| really"
        r"| i think)*"
        r"|i'm done|i am done|(?:no )?nothing (?:else|more)(?: to (?:add|say))?|end of (?:story"
        r"|answer)",
    ),
    (
        Intent.END,
        rf"(?:{_LETS}|please |{_CAN})?(?:stop|end|finish|quit|terminate|cancel|close)"
        r" (?:here|now|right here|right now|it here|(?:the|this|our) (?:interview|call|session"
        r"|conversation)"
        r"|for (?:today|now))(?: (?:here|now|please|for (?:today|now)))*"
        r"|(?:i want to|i'd like to|i would like to|let's|can we|i need to) (?:stop|quit|finish"
        r"|end it|leave)"
        r"|quit|exit|hang up|i (?:have to|need to|must|'ve got to|gotta) (?:go|leave)(?: now)?"
        r"|(?:it was |it's been |it has been )?(?:(?:nice|good|great|lovely) (?:talking|speaking"
        r"|meeting|to meet|to talk)(?: to| with)? you(?: too)? )?(?:good ?)?bye(?: bye)?(?: now)?"
        r"|(?:thank you|thanks)(?: (?:so much|very much|a lot|for (?:your time|the interview"
        r"|having me)))* (?:and )?(?:good ?)?bye|that's (?:all|it) for (?:today|now)"
        r"|i'm done (?:here|for (?:today|now)|with (?:this|the interview))|end (?:the "
        r")?(?:interview|call)",
    ),
    (
        Intent.GREETING,
        r"(?:hello|hi|hey|good (?:morning|afternoon|evening))(?: there)?(?: how are you(?: "
        r"doing)?(?: today)?)?"
        r"|how are you(?: doing)?(?: today)?|(?:hello |hi )?(?:can|do) you hear me(?: now)?"
        r"|is (?:this|it|my microphone) (?:on|working)|are you (?:still )?there"
        r"|test(?:ing)?(?: test(?:ing)?)*",
    ),
    (
        Intent.MEANING,
        r"i (?:don't|do not|didn't|did not) (?:quite |really |fully )?(?:understand|follow|get)"
        r"(?: (?:the|your|this|that|it|question|you|what you mean|what you're asking|what you "
        r"are asking))*"
        r"|in what (?:sense|way|context)|like what|such as|how do you mean|meaning|i'm "
        r"(?:confused|lost)"
        r"|what (?:do|did|would) you (?:mean|want to (?:know|hear))(?: .+)?|what does (?:\w+ "
        r"){1,4}mean"
        r"|(?:can|could|would|will) you (?:please )?(?:explain|clarify|rephrase|reword|specify"
        r"|elaborate)(?: .+)?"
        r"|(?:are you asking|do you mean|do you want)(?: .+)",
    ),
    (
        Intent.ASIDE,
        r"(?:are|were) you (?:a |an |really |just )*(?:robot|ai|human|real|bot|machine|computer"
        r"|person|program)"
        r"|who (?:made|built|created|programmed|are) you|what(?:'s| is) (?:the weather|your "
        r"name|the time)(?: .+)?"
        r"|tell me (?:a joke|about yourself|a story)|(?:sing|write|translate|calculate|draw) "
        r"(?:me |a |some ).+"
        r"|(?:do|did|have|would|can) you (?:like|love|know|ever|watch|eat|play|think|speak"
        r"|feel)(?: .+)?"
        r"|what(?:'s| is) the capital of.*|how (?:am i doing|did i do|was (?:that|my answer))"
        r"|(?:was|is) (?:that|my answer|this|it) (?:right|correct|good|okay|ok|enough)",
    ),
)
WHOLE = tuple((intent, re.compile(f"(?:{whole})")) for intent, whole in _WISHES)
# A wish with its reason behind it.
STARTS = (
    (
        Intent.SKIP,
        re.compile(
            rf"{_LETS}(?:skip|pass on) (?:this|that|it)(?: one| question)? (?:because|since|as|i)\b"
        ),
    ),
    (
        Intent.END,
        re.compile(rf"{_LETS}(?:stop|end) (?:here|now|(?:the|this) (?:interview|call))\b"),
    ),
    (
        Intent.REPEAT,
        re.compile(
            rf"{_HEARD} (?:you|the question|your question|what you said)\b"
            rf"|{_CAN}(?:repeat|say) (?:the|that|your|it)(?: question| again)\b"
        ),
    ),
    (Intent.UNKNOWN, re.compile(r"(?:i have |i've )?no (?:idea|clue) (?:what|how|about|to)\b")),
)
INSULT = re.compile(
    r"\b(?:fuck (?:you|off|this)|shut up|screw you|go to hell|piss off|you (?:suck|idiot|moron)"
    r"|i hate (?:you|this)"
    r"|you(?:'re| are) (?:\w+ ){0,3}(?:stupid|useless|idiot|moron|dumb|rubbish|terrible"
    r"|worthless|ridiculous"
    r"|annoying|waste|garbage)|(?:this|that|it)(?:'s| is) (?:\w+ ){0,3}(?:bullshit|stupid"
    r"|ridiculous|pointless|crap"
    r"|rubbish|waste of (?:my )?time|bloody joke)|(?:stupid|dumb|useless) (?:bot|machine|robot"
    r"|question|thing))\b"
)
