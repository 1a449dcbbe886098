"""Wishes by the words they are made of: a clause that holds no other word is one of them."""

from darasa_reflex.features.interviews.mind.locales.clauses import made_of

# What somebody would do is no wish: "I would end the call" tells of a caller.
_WISHING = (
    r"can (?:i|we)|could (?:i|we)|may (?:i|we)|shall we|should we|let's|let us|please|just|maybe"
    r"|i(?:'d| would) (?:really )?(?:like|love|prefer|rather)(?: to| if we)?|i(?:'d| would) rather"
    r"|i (?:want|need|have|wish) to|i prefer(?: to)?|i think (?:i'll|i'd like to|i'd rather|we"
    r" can|we should)|i'll|i will|we can|(?:do|would) you mind if (?:i|we)(?: took| had)?"
    r"|(?:is it|would it be) (?:okay|ok|possible|all right|alright|fine|cool)"
    r"(?: if (?:i|we)(?: took| had)?)?(?: to)?|mind if i|i gotta|i'm (?:gonna|going to)"
    r"|i'm gonna have to"
    r"|i've got to|i'd better|i better|it's better(?: to)?"
)
_ASKING = (
    r"(?:can|could|would|will|might) (?:you|i|we)|would you mind|do you mind|please|just|maybe"
    r"|perhaps|possibly|kindly|quickly|be able to|is it possible|if you could|to|me|for me|us"
    r"|i'd like|that|this|it|the|your|last|question|part|bit|one|a|an|bit of"
)
REPEATED = made_of(
    rf"{_ASKING}|repeat(?:ing)?|say(?:ing)?|ask(?:ing)?|read(?:ing)?|hear|have|get|go|over|out"
    r"|run|by|talk(?:ing)?|slow(?:ing)? down|turn|yourself|up|volume"
    r"|again|once more|one more time|a second time|slower|more slowly|slowly|louder|speak up"
    r"|speak|little|back|what you (?:just )?(?:said|asked)",
    with_one_of=r"(?:can|could|would|will|please|mind|possible) (?:\w+ )*(?:repeat(?:ing)?|again"
    r"|once more|more time|slower|slowly|slow(?:ing)? down|louder|(?:speak|yourself|volume) up"
    r"|up the volume|by me|back to me)"
    r"|(?:say|ask|question) (?:\w+ )*(?:again|once more|more time)|repeat (?:the|your) question",
)
WHAT_WAS_IT = (
    r"what(?:'s| is| was| were) (?:the|your|that|it)(?: last)?(?: question)?(?: (?:again|sorry|you"
    r"|asked|said|just|one more time))*|what did you (?:just )?(?:say|ask)(?: (?:me|again|just now"
    r"|there))*|(?:i )?beg your pardon|pardon(?: me)?|come again|say again|say what"
)
TOO_FAST = (
    r"(?:you're|you are|that was|that's) (?:going |talking |speaking )?(?:a bit |a little |way |far"
    r" |too |very |quite |so |really )*(?:fast|quick|quickly|quiet|faint|soft)(?: (?:for me|here))?"
    r"|slow down"
)
LOST = (
    r"(?:i |i'm )?(?:just |kind of |totally )?(?:missed|lost|only caught|only heard|only got)"
    r" (?:that|you|it|the|your|half|part|some)(?: (?:question|of|the|part|last|bit|that|half|end"
    r"|first|it|there|what you said|just now))*|i (?:can|could) (?:barely|hardly"
    r"|not) hear you(?: there| now| properly)?|i can't (?:really )?hear you(?: (?:well|very well"
    r"|properly|there|now))*"
)
# An answer that is begun again is waited for.
ANEW = made_of(
    r"(?:can|could|may) i|let me|i(?:'d| would) like to|i(?:'ll| will)|i(?:'m| am) (?:going to"
    r"|gonna)|i (?:want|need) to|please|just|have|start|begin|go|try|do|say|take|another|a"
    r"|second|go|shot|try|it|this|that|answer|my|over|again|afresh|from|the|top|start|beginning"
    r"|scratch|scrap|forget|ignore|cancel|restart|redo|one",
    with_one_of=r"(?:start|begin|try|go|do|say|take) (?:(?:it|this|that|my answer) )?(?:over|again"
    r"|afresh|from the (?:top|start|beginning)|from scratch)|another (?:go|shot|try)|(?:scrap"
    r"|forget|ignore) (?:that|it|this)|restart|redo",
)
# What nobody minds: such a question is no wish to hear the interviewer's own again.
PERMITTED = (
    r"(?:(?:is|would) (?:it|that)(?: be)? (?:okay|ok|all right|alright|fine|cool|possible"
    r"|allowed)"
    r"(?: with you)?(?: if i| for me to| to)|(?:(?:do|would) you )?mind if i|(?:can|could|may) i"
    r"|am i allowed to) (?:(?:just|quickly|also|please|sort of|kind of) )*"
    r"(?:(?:think|thought) (?:out loud|aloud)|(?:(?:used?|check(?:ed)?|consult|open|get|grab|have)"
    r"|(?:(?:take|took|have|had) a (?:quick )?)?(?:look|peek|glance)(?:ed)? at|read (?:from"
    r"|out)|refer to) (?:my |some |the )?(?:own )?(?:notes?|notebook|cv|r[eé]sum[eé]|diary)"
    r"|(?:use|talk with) my hands(?: to show (?:it|you|that))?"
    r"|(?:take|make|jot down) (?:some |a few )?notes"
    r"|(?:speak|talk|answer|go) (?:a bit |a little |very |more )?(?:slow(?:ly|er)|freely|openly"
    r"|quietly|informally)"
    r"|(?:have|get|grab|take|drink) (?:an? |some |my |a quick )?(?:sip|drink|glass|water|coffee"
    r"|tea)"
    r"(?: of (?:water|coffee|tea))?|(?:stand|sit|walk)(?: up| down| around)*"
    r"|(?:give|use|take|pick|choose)(?: you)? (?:an?|one|some|my) (?:\w+ )?(?:example|story"
    r"|situation) (?:from|of) (?:\w+ ){0,4}\w+)"
    r"(?: (?:for (?:this|that)(?: one| question)?|while i (?:think|answer|talk|speak)|as i go"
    r"|a bit|a little|first|here|now|quickly|please|for a (?:bit|second|moment)))*"
)
BACK_SOON = (
    r"(?:i'll|i will|just) (?:be )?(?:right )?back(?: in (?:a|one) \w+)?|(?:be )?right back"
    r"|back in (?:a|one) (?:sec|second|minute|moment|mo|tick)"
)
THINKING = made_of(
    rf"{_WISHING}|(?:can|could|would|will) you|i (?:just )?need|think back|i'm|i am|get|give"
    r"|gimme|grant|allow|let me"
    r"|lemme|me|hold on|hang on|hold|hang|wait|bear with me|have|take|make|a|an|one|two|another"
    r"|couple of|few|little|bit|of|half|quick|short|tiny|more|some|moment|moments|second"
    r"|seconds|sec|secs"
    r"|minute|minutes|mo|tick|time|beat|break|pause|breath|to|for|think|thinking|consider|reflect"
    r"|see|remember|recall|gather|collect|organi[sz]e|my|thoughts|about|on|over|it|that|this|the"
    r"|question|one|there|here|still|really|through|up|come|with|good|example|something|now|first"
    r"|have a think|right|an answer|so|like|five|ten|thirty|gonna|going to|just thinking"
    r"|have a (?:quick )?think",
    with_one_of=r"(?:a|an|one|couple of|few|another|half a|some|more|short|quick|little|tiny)"
    r" (?:moments?|seconds?|secs?|mo|tick|beat|break|pause)|(?:can i|could i|may i|let me|gimme"
    r"|give|i (?:just )?need|like|take|have|wait|hold on|hang on|bear with me|get|just|one)"
    r" (?:\w+ )*(?:time|minutes?"
    r"|seconds|bit)|(?:let me|lemme|need to|have to|like to|want to|gotta|i'm|i am"
    r"|i'll) (?:\w+ )*(?:think(?:ing)?|consider|reflect|remember|recall|see|gather|collect)"
    r"|have a (?:quick )?think|just thinking|hold on|hang on|bear with me|(?:two|ten"
    r"|five) (?:seconds|secs|minutes) please|wait (?:a|one|just"
    r"|please|for a)|wait",
)
LEFT_OUT = made_of(
    rf"{_WISHING}|(?:can|could|would|will) you|skip|skipping|pass|move|moving|on|go|going|jump"
    r"|leave|out|drop|forget|ignore|avoid|come|coming|back|return|later|this|that|it|the|a|an|one"
    r"|ones|question|questions|next|another|other|different|something|else|instead|from|for|now"
    r"|over|onto|straight|ask|give|me|have|try|do|get|here|topic|subject|change|with|to|about|talk"
    r"|continue|carry on",
    with_one_of=r"(?:can|could|shall|may|let's|let us|i'd|i'll|like|want|please|would|rather|prefer"
    r"|should|just) (?:\w+ )*(?:skip|pass|move on|leave (?:this|that|it)(?: one)?(?: out)?|come"
    r" back|ignore|drop)(?: (?:this|that|it|the|one|on|to|question))*|(?:can|could|shall|let's"
    r"|please) (?:\w+ )*(?:next|another|different|something else)|(?:can|could|shall) we (?:please "
    r"|just )*(?:go on|continue|carry on)|i'm g\w+ (?:to )?(?:pass|skip)|skip (?:this|that|it|the)"
    r"|(?:next|another|different) question|next one|ask (?:me )?(?:something|another)|pass",
)
NOT_ANSWERING = made_of(
    rf"{_WISHING}|not|don't want|do not want|don't|not comfortable|i'm|i am|i|feel|really|answer"
    r"|answering|say|talk|talking|discuss|discussing|comfortable|about|anything|this|that|it|the"
    r"|one|question|here|now|to|share|sharing|going",
    with_one_of=r"(?:rather|prefer|like|love|i'll|i'm|i am) (?:\w+ )*not (?:\w+ )*(?:answer|say"
    r"|talk|discuss|share|comfortable)\w*|(?:don't|do not) (?:really )?(?:want to"
    r"|feel comfortable) (?:\w+ )*(?:answer|talk|discuss|say|share)\w*",
)
OVER = made_of(
    rf"{_WISHING}|stop|end|finish|quit|wrap|call|leave|terminate|cancel|close|cut|go|run|off|hang"
    rf"|up"
    r"|out|it|this|that|the|our|my|interview|session|practice|conversation|here|there|now|right|at"
    r"|point|for today|for now|today|a day|short|enough|that's|is|done|with|really|to|would be"
    r"|better|i've|i have|had|of",
    with_one_of=r"(?:can|could|shall|may|let's|let us|like|i'll|i will|please|rather|want|better"
    r"|need|prefer|should|have|love|okay|ok|gotta|let's) (?:\w+ )*(?:stop(?: (?:here|now|there|it"
    r"|this|the|at))?|end (?:it|this|the|here|now|our)|(?<=let's )(?:finish|end|stop)"
    r"|finish (?:here|now|the|there|up|it|this)|quit|wrap (?:\w+ )?up|call it a day"
    r"|leave it (?:there|here)|hang up|terminate|cut (?:it|this) short)"
    r"|(?:stop|end|finish|quit|terminate|cancel) (?:the|this|our|my) (?:interview|session"
    r"|practice)|leave it (?:there|here) for (?:now|today)|enough for (?:today|now)|(?:have"
    r" to|need to|gotta|got to|better) (?:go|leave|run|stop|quit)|call it a day"
    r"|(?:i've|i have) (?:\w+ )?had enough",
)
NOT_GOING_ON = (
    r"i (?:don't|do not) (?:really )?(?:want|wish|feel like) (?:to )?(?:continue|continuing|carry"
    r"(?:ing)? on|go(?:ing)? on|do(?:ing)? this)(?: (?:with|this|the|interview|any|more|anymore|now"
    r"|today|any longer))*"
    r"|(?:i think )?that(?:'ll| will) do(?: me)? for (?:today|now)"
)
NOTHING_TO_TELL = (
    r"(?:i (?:don't|do not)|(?:i )?can't say i) (?:really |actually |honestly |quite )?have (?:any"
    r"|much|an?|one)(?: good)?(?: (?:experience|example|examples|idea|story|stories|answer))?"
    r"(?: (?:with|of|in|for|to|like) (?:that|it|this)(?: one)?)?"
    r"|i(?:'ve| have)?(?: really)? got nothing(?: (?:for|on|like) (?:that|this)(?: one)?)?"
)
MORE = r"(?:(?! (?:is|was|were|said|told|asked?|i'd|wrote|kept|used)\b) [\w']+){0,9}"
OTHERWISE = made_of(
    rf"{_ASKING}|put|ask(?:ing)?|say(?:ing)?|phrase|phrasing|explain(?:ing)?|rephras(?:e|ing)"
    rf"|reword"
    r"|clarify|elaborate|specify|in|another|other|different|differently|simpler|simple|plain"
    r"|plainer|easier|clearer|clearly|simply|be|specific|precise|concrete|give|example|examples"
    r"|way|words|terms|more|what you mean(?: by that)?|exactly|mean|means|on|again|bit",
    with_one_of=r"(?:another|different|simpler|easier|clearer|other) (?:way|words|terms)"
    r"|differently|(?:simpler|other|plain|simple|different|easier) (?:words|terms)|simpler|clearer"
    r"|more (?:simply|clearly|specific|precise|concrete)|give (?:me )?(?:an|some) examples?|(?:can"
    r"|could|would|will|please|mind|possible) (?:\w+ )*(?:explain(?:ing)?|rephras(?:e|ing)|reword"
    r"|clarify|elaborate|specify)",
)
UNCLEAR = (
    r"(?:i'm |i am )?not (?:really |quite |entirely |too |a hundred percent )?sure (?:(?:i|if i"
    r"|that i|whether i) (?:quite |really |fully )?(?:understand|understood|follow|get|got)"
    r"|what you(?:'re| are)? (?:mean|asking|after|looking for|getting at|want))(?: (?:the|your|that"
    r"|this|question|it|what you mean|by that|for|me|here|there|exactly))*"
    r"|i (?:don't|do not|didn't|did not|can't) (?:quite |really |fully |totally )?(?:understand"
    r"|follow|get|see)(?: (?:the|your|this|that|it|question|you|what you mean|what you're asking"
    r"|what you are asking|what you want|what you're after|what you're getting at|here|sorry))*"
    r"|(?:what|how) (?:exactly )?(?:do|did|are) you (?:mean|after|asking|getting at|looking for)"
    r"(?: (?:by|with|that|this|it|exactly|here|for|me|there))*|(?:the|that|your) question(?:'s| is|"
    r" was)? (?:not|isn't|wasn't) (?:very |really |quite )?clear(?: to me)?"
)
