"""What an interviewer never says, and which words bring in nothing of their own."""

import re

from darasa_reflex.features.interviews.questions import forbidden
from darasa_reflex.features.job_infos.lexicon import folded

# Never said.
_PRAISE = (
    r"great|excellent|nice\w*|perfect\w*|wonderful\w*|fantastic|amazing|awesome|brilliant|superb"
    r"|outstanding|exceptional\w*|remarkable|impress\w+|insightful|thoughtful\w*|well done"
    r"|well (?:said|put|handled|explained)|congratulat\w+|love[ds]?|like (?:that|how|your)"
    r"|admir\w+|appreciate how|commendable|demonstrate[ds]?|disappoint\w+|unfortunate\w*"
    r"|good (?:answer|example|point|job|work|story)|interesting\w*|clever\w*|smart\w*|hired?"
    r"|rating|scored?|sounds like|(?:you(?:'re| are)|that(?:'s| is)|exactly) right|right answer"
    r"|next round|get back to you|be in touch|offer you|chances?"
)
# Said of an answer they judge it; asked about they do not: "What was the worst of it?"
_JUDGEMENT = (
    r"good|strong\w*|solid\w*|weak\w*|poor\w*|bad\w*|better|best|worse|worst|correct\w*"
    r"|incorrect\w*|wrong\w*|valuable|clear\w*|vague\w*|unclear|proud|effective\w*"
    r"|shows? (?:that|your|you|a)|fail(?:s|ed)? to|lack(?:s|ed|ing)?|points"
    r"|fits?|suits?|suitable|qualif\w+|you(?:'ve|\u2019ve| have)? passed"
    # Their own words in their own person: said by the interviewer they are not true.
    r"|i (?!see|understand|hear|heard|noted|take|know|have noted)[a-z]+|my|our"
)
PRAISING = re.compile(rf"\b(?:{_PRAISE})\b", re.IGNORECASE)
JUDGING = re.compile(rf"\b(?:{_JUDGEMENT})\b", re.IGNORECASE)
# What is asked while a person listens keeps further away than what `forbidden` names.
PRIVATE = re.compile(
    forbidden.PRIVATE
    + r"|\byour (?:own )?(?:famil\w+|marriage|child\w*|kid|sons?|daughters?|babies|baby|mother"
    r"|father|parents?|pregnan\w+|(?:mental |physical )health|disabilit\w+|medical|condition"
    r"|religio\w+|beliefs|mosque|birth\w*|citizenship|origins?|ethnic\w*|native|first language"
    r"|sexual\w*|politic\w*|union)\b"
    r"|\b(?:are|were) you (?:\w+ )?(?:married|single|divorced|engaged|pregnant|religious|disabled"
    r"|healthy|ill|sick|christian|muslim|jewish|hindu|foreign\w*|native)\b"
    r"|\b(?:do|did|will) you (?:\w+ )?(?:have|want|plan|get|expect)\b.*\b(?:child\w*|kids"
    r"|bab(?:y|ies)|famil\w+|married|pregnant)\b"
    r"|\bhow old\b|\bwhere (?:are|were|do) you (?:\w+ )?(?:from|born|come from)\b|\bretire\w*\b"
    r"|\b(?:pregnan\w+|religio\w+|ethnic\w*|nationality|maiden name|disabilit\w+)\b",
    re.IGNORECASE,
)
TEACHING = re.compile(
    r"\b(?:should|could have|would have been|next time|try to|tips?|advice|advise|suggest\w*"
    r"|recommend\w*|remember to|in an interview|interviewers?|ideally"
    # What the posting says is said in its own words alone, to who asks.
    r"|postings?|adverts?|advertisement|job (?:ad|description)"
    r"|the (?:role|job|position) (?:asks|requires|needs|wants|demands|calls))\b",
    re.IGNORECASE,
)
OUT_OF_ROLE = re.compile(
    r"\b(?:i(?:'m|\u2019m| am) (?:a|an|the|your|not)|here(?:'s|\u2019s| is| are)|ai|language model"
    r"|assistant|chatbot|instructions?|prompts?|json|material|jokes?|poems?|happy to|glad to"
    r"|candidates?|applicants?|we|our|us)\b",
    re.IGNORECASE,
)
# A question or a task without its mark.
ASKING = re.compile(
    r"\b(?:tell me|describe|walk me|take me|talk me|give me|share|explain|let me know|please"
    r"|(?:can|could|would|will) you|next question|i(?:'d| would)? (?:want|like) to)\b",
    re.IGNORECASE,
)
TWO_AT_ONCE = re.compile(
    r"(?<=\w),? (?:and|or|also)[, ]+(?:then )?(?:what|how|why|who|when|where|which|did|was|were"
    r"|could|can)\b",
    re.IGNORECASE,
)
ASKS_OPENLY = re.compile(r"\b(?:what|which|who|whom|whose|why|how|when|where)\b", re.IGNORECASE)
REFERS_BACK = re.compile(
    r"\b(?:that|it|this|those|these|them|they|he|she|him|her|there|then)\b", re.IGNORECASE
)
TURNED_TO_THEM = re.compile(
    r"\b(?:you|your|yours|yourself|thanks?|that|this|it|okay|see|understood)\b", re.IGNORECASE
)
# Words that say nothing by themselves: with them alone a sentence is neutral.
NEUTRAL = frozenset(
    folded(
        "thank thanks okay see understood right alright noted hear heard follow taking take took "
        "walking through telling tell told giving gave give sharing shared share describing "
        "described explaining explained mentioned mention said brought spoke talked with about "
        "into from that this those these there them they their then than what when where which "
        "while have having been being were your yours yourself you also just some more part work "
        "worked working time step steps situation question answer answers example moment picture "
        "how did does exactly detail details outcome result results measure measured number "
        "numbers effect impact change changed happen happened after before during first "
        "large much many long often roughly even came come ended turned left things role "
        "contribution personally involved people scene context look looked practice"
    )
)
# Words of questions that bring in nothing of their own either.
OF_QUESTIONS = frozenset(
    folded(
        "decide decided choose chose chosen convince convinced react reacted handle handled notice "
        "noticed find found learn learned plan planned prepare prepared begin began start started "
        "keep kept difficult difficulty hard hardest easy easiest biggest largest important reason "
        "reasons instead otherwise agree agreed disagree others other else next last early earlier "
        "later soon today again differently someone anyone everybody team colleagues manager "
        "make made sure check checked deal dealt bring brought come feel felt think thought "
        "explain explained tell told show shown need needed want wanted help helped most least "
        "mean meant would could might kind sort point piece thing things whom whose "
        "against between without rather something anything nothing involved else"
    )
)
NOT_KNOWN = re.compile(
    r"\b(?:not|nothing|cannot|n't|no more)\b.*\b(?:know|says?|said|mention\w*|tells?|stands?"
    r"|posting)\b"
    r"|\b(?:posting|job)\b.*\b(?:not|nothing)\b",
    re.IGNORECASE,
)
OF_POSTINGS = frozenset(folded("posting says know more than that keep real interview job about"))
