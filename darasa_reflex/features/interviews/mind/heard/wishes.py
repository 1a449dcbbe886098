"""How candidates word what they want from the interviewer."""

import re

from darasa_reflex.features.interviews.mind.heard import requests as asked
from darasa_reflex.features.interviews.mind.locales.clauses import Asks
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
    r"(?: (?:there|just now|then|sorry))*"
)
_SAY = (
    rf"{_CAN}?(?:repeat|read out) ?{_QUESTION}*"
    rf"|{_CAN}?(?:say|ask|read) (?:{_QUESTION}*{_AGAIN}|{_AGAIN} ?{_QUESTION}*) ?(?:please)?"
)
_WHILE = r"(?:moment|second|seconds|sec|minute|minutes|time|bit|break|pause)"
_WISHES: tuple[tuple[Intent, str], ...] = (
    (
        Intent.REPEAT,
        rf"{asked.REPEATED}|{asked.WHAT_WAS_IT}|{asked.LOST}|{asked.TOO_FAST}"
        rf"|(?:{_NOT_HEARD}|{_SAY})(?: (?:so |and |but |sorry )?(?:{_NOT_HEARD}|{_SAY}))?"
        r"|what|pardon(?: me)?|excuse me|come again|huh|what was that|what did you (?:say"
        r"|ask)(?: again)?"
        r"|what(?:'s| is| was) the question(?: again)?|(?:the question )?(?:once more|one more "
        r"time)"
        r"|the question again|again|sorry",
    ),
    (
        Intent.WAIT,
        rf"{asked.THINKING}|{asked.ANEW}|{asked.BACK_SOON}"
        rf"|(?:(?:just )?give me (?:a|one) {_WHILE}|(?:just )?one {_WHILE}|(?:hold|hang) on)"
        r"(?: please)? (?:the|my) \w+(?:'s| is) \w+ing"
        rf"|(?:that's |that is |it's )?(?:a |an )?(?:really |very )?(?:good|hard|tough"
        r"|difficult|tricky|great|interesting) (?:question|one)"
        rf"|(?:{_CAN}?(?:give me|have|get|take)|i need|i'd like|let me have|let me take|just"
        rf"|need) ?"
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
    (Intent.PERMISSION, asked.PERMITTED),
    (
        Intent.READY,
        r"(?:i'm|i am|we are|i think i'm)? ?ready(?: now| to (?:go|answer|start|continue|go on"
        r"|begin))*"
        r"|(?:let's |we can |i can )(?:go on|continue|start|begin|answer now)|go (?:ahead|on)"
        r"|i'm back"
        r"|continue|please continue|(?:i'll |i will |let me )?(?:just )?carry on",
    ),
    (
        Intent.SKIP,
        rf"{asked.LEFT_OUT}|{asked.NOT_ANSWERING}|{_LETS}?(?:please )?(?:skip|pass(?: on)?|move"
        rf" on|leave|(?:go|jump|move)(?: on)? to)"
        r"(?: (?:this|that|it|the|one|next|question|to|on|from|out|here|another))*"
        r"|(?:the )?next(?: question| one)?|another question|a different question|no comment"
        rf"|(?:{_LETS}|i'd |i would )?(?:rather |prefer )?not (?:to )?(?:answer|say)(?: (?:that"
        rf"|this|it))?"
        r"|ask (?:me )?(?:something|another) (?:else|question|one)"
        # "I would skip the step" tells what somebody does; of a question nobody tells so.
        r"|i(?:'d| would) (?:just |probably )?(?:pass on|skip|leave out) (?:this|that|the)"
        r" (?:one|question)",
    ),
    (
        Intent.UNKNOWN,
        r"(?:(?:and |but )?i )?(?:really |honestly |just )?(?:can't|cannot) (?:really |actually )?"
        r"(?:think of|remember|recall)(?: (?:one|any|anything|an example|a time|that|right now"
        r"|now|at"
        r" the moment|off the top of my head|for that|to be honest|something))*"
        r"|(?:(?:and |but )?i )?(?:really |honestly |just )?(?:don't|do not) (?:really "
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
        rf"|{asked.NOTHING_TO_TELL}",
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
        rf"{asked.OVER}|{asked.NOT_GOING_ON}|(?:{_LETS}|please |{_CAN})?(?:stop|end|finish|quit"
        rf"|terminate|cancel|close)"
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
        r"|(?:is|was) (?:this|it|my (?:microphone|mic)) (?:on|off|working|muted)"
        r"|(?:am|was) i (?:still )?(?:on mute|muted|audible)|are you (?:still )?(?:there|with me)"
        r"|(?:can|could|did) you (?:still )?(?:hear|get|catch) (?:me|all |any |of |that|it|this)+"
        r"(?: (?:now|okay|ok|all right|through))*"
        r"|did (?:any of |all of )?(?:that|it) (?:come|go|get) (?:through|over|across)"
        r"|test(?:ing)?(?: test(?:ing)?)*",
    ),
    (
        Intent.MEANING,
        rf"{asked.UNCLEAR}|{asked.OTHERWISE}"
        r"|i (?:don't|do not|didn't|did not) (?:quite |really |fully )?(?:understand|follow|get)"
        r"(?: (?:the|your|this|that|it|question|you|what you mean|what you're asking|what you "
        r"are asking))*"
        r"|in what (?:sense|way|context)|like what|such as|how do you mean|meaning|i'm "
        r"not (?:quite |really )?(?:following|with you)(?: (?:you|the question|that))?|i'm (?:a"
        r" (?:bit|little) |kind of |sort of |so )?(?:confused|lost)"
        rf"|what (?:do|did|would) you (?:mean|want to (?:know|hear)){asked.MORE}"
        r"|what does (?:\w+ "
        r"){1,4}mean"
        r"|(?:can|could|would|will) you (?:please )?(?:explain|clarify|rephrase|reword|specify"
        rf"|elaborate){asked.MORE}|(?:are you asking|do you mean|do you want) \w+{asked.MORE}",
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
# A clause that says nothing: courtesy, hesitation, an excuse.
EMPTY = re.compile(
    r"u+m+|u+h+|er+|erm|hm+|oo+h|oh|ah|wow|okay|ok|well|so|yeah|yes|yep|no|nope|nah|whoa|oof|right|alright|all"
    r" right"
    r"|please|actually|sorry|i'm (?:so |very |really )?sorry|i am sorry|i apologi[sz]e|apologies"
    r"|my apologies|excuse me|like|i mean|hey|hi|hello|honestly|to be honest|sure|thanks|thank you"
    r"|thanks a lot|thank you (?:so|very) much|cheers|mate|maybe|i think|i guess|but|and|then|now"
    r"|for now"
    r"|just|really|if (?:that's|that is|it's|you) (?:okay|ok|all right|alright|fine|possible"
    r"|don't mind"
    r"|wouldn't mind|can|could|please)(?: with you)?|if (?:i|we) (?:may|can|could)|if possible"
    r"|no worries|you know(?: what)?|you see|i'm afraid|unfortunately"
    r"|for (?:your time|everything|the interview)"
    r"|have a (?:good|nice|great) (?:day|one|evening)|look|listen|perhaps"
    r"|i(?:'m| am) (?:a bit |a little |so |really |very |too |kind of )*(?:tired|nervous|stuck"
    r"|blank"
    r"|exhausted|not well|unwell|feeling (?:well|great|good)|blanking|not feeling (?:well|good"
    r"|great))|that's (?:a )?(?:hard|tough|difficult)"
    # Excuses.
    r"|(?:my|the) (?:headphones|headset|mic|microphone|laptop|screen|battery) (?:just )?(?:died"
    r"|froze|fell out"
    r"|cut out|stopped|is dying|crashed)"
    r"|(?:the|my|your) (?:line|connection|audio|sound|internet|signal|wifi"
    r"|call) (?:just )?(?:dropped"
    r"|cut|cut out|broke up|went|froze|is|was|keeps)(?: (?:out|off|bad|dead|really|there|for a"
    r" second"
    r"|breaking|cutting|up|very|terrible|for a moment))*"
    r"|(?:you|it|that) (?:just |kind of )?(?:cut out|broke up|dropped out|froze|cut off|glitched)"
    r"(?: (?:there|for a (?:second|moment|bit)|on me|a bit|a little))*|you(?:'re"
    r"| are) (?:breaking up"
    r"|cutting out|very quiet)|(?:there's|there is|someone's|somebody's|someone is) (?:someone "
    r"|somebody )?"
    r"(?:at|knocking at|knocking on) the door|(?:the|my) \w+(?:'s| is) at the door"
    r"|(?:my|the) (?:phone|doorbell|bell)(?:'s| is|s)? ?"
    r"(?:just )?(?:ringing|rang|rings)|the dog (?:was|is|'s) barking|it(?:'s| is) (?:very |really"
    r" |too"
    r" |a bit )*(?:loud|noisy|personal|private)(?: (?:in here|here))?|i (?:just )?(?:(?:was|got)"
    r" distracted|zoned out|wasn't (?:really )?(?:listening|paying attention)"
    r"|lost you|drifted off)|(?:my|the) \w+ (?:just )?(?:came|walked|is coming) in"
    r"|i(?:'ll| need to| have to|'m going to) (?:just |quickly )*(?:close|shut|grab|get|turn off"
    r"|answer|open|mute|find) (?:the|my|a|some) \w+"
    r"|i(?:'ve| have) (?:got )?(?:another|a) (?:meeting|call)(?: now| soon)?"
)
REQUESTS = Asks.of(
    r"(?:can|could|would|will) (?:you|we)|what (?:was|is) the question|what did you (?:say|ask)"
    r"|(?:one|just a|a) (?:moment|second|minute|sec) please|(?:please )?(?:give me (?:a"
    r"|one)|bear with)"
    r"|please (?:repeat|end|stop)|let's (?:skip|stop|end|move)|next (?:question|one) please",
    r"said|says?|saying|asks?|asked|asking|told|tells?|telling|thought|wrote|shout\w*|replied|answered"
    r"|he|she|they|him|her|them|customers?|clients?|boss|manager|was what|is what|was all|when"
    r"|then|which|who",
)
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
