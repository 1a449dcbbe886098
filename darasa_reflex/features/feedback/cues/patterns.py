"""Regular expressions of the cues; all run on `words.plain` text, in linear time."""

import re


def _any(*parts: str) -> re.Pattern[str]:
    return re.compile(r"(?<![\w'])(?:" + "|".join(parts) + r")(?![\w])")


HEDGE = _any(
    r"maybe", r"perhaps", r"probably", r"possibly", r"i guess", r"i suppose", r"i think",
    r"i'm not sure", r"i am not sure", r"not (really |entirely |quite |too )?sure", r"kind of",
    r"kinda",
    r"sort of", r"sorta", r"somehow", r"hopefully", r"might have", r"may have", r"could have been",
    r"i don't (really |quite )?(remember|recall)", r"i do not remember",
    r"or something( like that)?",
    r"more or less", r"i believe", r"i feel like", r"not exactly", r"apparently",
    r"it depends, i guess",
    r"if i remember (it |this )?(right|correctly|well)", r"or whatever", r"i'm no expert",
)  # fmt: skip
STRONG_HEDGE = _any(
    r"maybe", r"perhaps", r"probably", r"possibly", r"i guess", r"i suppose", r"not sure",
    r"i'm not sure", r"i don't (really |quite )?(remember|recall)", r"or something", r"or whatever",
    r"somehow", r"might have", r"may have", r"hopefully", r"apparently",
    r"not (really|entirely|quite) sure",
)  # fmt: skip
DONT_KNOW = _any(
    r"i don't (really )?know", r"i do not know", r"no idea", r"i have no", r"can't think of",
    r"nothing comes to mind", r"skip (this|it|that)", r"next question", r"can't (really )?answer",
    r"pass",
)  # fmt: skip
GENERALITY = _any(
    r"always", r"in general", r"generally", r"usually",
    r"every (day|time|project|company|team|job)",
    r"is (very |really |so |extremely |quite )?(important|crucial|essential|vital|critical|key)",
    r"are (very |really |so )?(important|crucial|essential|vital|critical|key)", r"people should",
    r"everyone should", r"hard work", r"team ?player", r"outside the box", r"(the )?extra mile",
    r"passionate", r"fast learner", r"quick learner", r"detail[- ]oriented", r"results?[- ]driven",
    r"self[- ]starter", r"at the end of the day", r"110 (percent|%)", r"like everyone",
    r"do my best", r"did my best", r"whatever it takes", r"i like to", r"i try to", r"i love to",
    r"i enjoy", r"i pride myself", r"i believe in", r"it matters", r"when it comes to",
    r"is (everything|a must|my strength|all about)", r"goes a long way", r"numbers game",
    r"of course", r"(people|they|friends) (always )?(tell|say)", r"i must say", r"best practices?",
    r"in every case",
    r"in today's", r"as we all know",
)  # fmt: skip
CLAIM = _any(
    r"experience", r"experienced", r"work(ed)? with", r"used", r"use", r"familiar",
    r"proficient", r"know",
    r"skilled", r"expertise", r"background in", r"knowledge", r"good at", r"fluent", r"skills",
)  # fmt: skip
BOAST = _any(
    r"(i'm|i am|i was|me|myself|as|hire|hiring|get|getting) (\w+ )?(one of )?the (very |absolute )?"
    r"(best|greatest|smartest|number one)", r"(i'm|i am|we're|we are) number one",
    r"the (very |absolute )?best (candidate|engineer|developer|person|employee|hire|in the)",
    r"you('ll| will) (ever|never) (meet|find|see)",
    r"world[- ]class", r"second to none", r"unmatched",
    r"unparalleled",
    r"rock ?star", r"guru", r"ninja", r"genius", r"legend(ary)?", r"single[- ]handed(ly)?",
    r"nobody (else )?(can|could|is|was|does)", r"no one (else )?(can|could|is|was|does)",
    r"everyone (loves|loved|says|said|admires|admired|knows|agrees|agreed|calls)",
    r"everybody (loves|loved|says|said|admires|knows|agrees)",
    r"(better|faster|smarter) than (anyone|anybody|everyone|everybody|all|any other)",
    r"i never fail(ed)?",  r"top (1|one|performer|talent|engineer|developer)",
    r"most (talented|gifted|brilliant|skilled|experienced) \w+",
    r"(i'm|i am|i was|me|myself|as) (really |very |truly |simply |just |such )?(an? |the )?"
    r"(really |very |truly |absolutely |highly )?(world|excellent|outstanding|exceptional|"
    r"brilliant|"
    r"amazing|incredible|extraordinary|fantastic|perfect|great|top|leading|renowned|unbeatable|"
    r"expert|visionary|talented|gifted)",
    r"my (\w+ )?(\w+ )?(skills|abilities|performance|results|work) (is|are|was|were) "
    r"(\w+ )?(excellent|outstanding|exceptional|brilliant|amazing|incredible|perfect|legendary)",
    r"(outstanding|exceptional|incredible|amazing|extraordinary|phenomenal|stellar) "
    r"(results?|success|work|performance|outcomes?|achievements?|skills|leader\w*|talent)",
    r"by far",
)  # fmt: skip
SARCASM = _any(
    r"yeah,? right", r"oh,? (sure|great|yes|wonderful|fantastic|brilliant|please|joy)",
    r"what a joy",
    r"(just|absolutely) (love|loved|adore|adored)", r"as if", r"big surprise", r"shocking,? i know",
    r"how (wonderful|lovely|exciting) for", r"because (obviously|clearly)", r"obviously because",
    r"thrilling", r"lucky me", r"so much fun", r"sure,? because", r"like that ever", r"genius move",
    r"who doesn't love",
)  # fmt: skip
# Words meant for the judge instead of the interviewer.
ADDRESSED = _any(
    r"(ignore|disregard|forget|override) .{0,40}(instruction|rubric|prompt|rule|previous|"
    r"criteria)\w*",
    r"(give|rate|score|award|grade|assign|mark) (me|this|it|my|every|all|these|the)( \w+){0,4} "
    r"(10|ten|full|maximum|highest|perfect|top)(?! ?(%|percent|minutes|hours|days|weeks|people))",
    r"system ?(prompt|message:|override)",
    r"you are (now )?an? .{0,30}(model|assistant|ai|grader|judge)",
    r"as an ai", r"(output|return|print|respond with) .{0,20}(rating|score|grade)s?", r"10 ?/ ?10",
    r"(10|ten) out of (10|ten)", r"(your|this|the scoring|the grading) rubric",
    r"(dear|note to the|attention|to the) (grader|rater|judge|evaluator|ai)",
    r"the (grader|rater|judge|evaluator) (must|should|will)",
    r"(system|assistant|user|developer) ?:", r"the candidate (is|was|has|deserves|should|gave)",
    r"[\"'](rating|score|overall|category)[\"'] ?:", r"overall(:| is)? (10|ten)",
)  # fmt: skip
REASON = re.compile(
    r"(?<![\w'])(because|so that|so (?:it|they|we|the \w+|nobody|people|users) (?:could|would|can)|"
    r"in order to|instead of|rather than|trade-?offs?|the reason|therefore|which is why|"
    r"that is why|"
    r"that's why|to avoid|to make sure|to keep|to prevent|due to|given that|since (?:the|it|they)|"
    r"since (?:nobody|no one|there)|as the|my reason|"
    r"so i|so we|otherwise|depends on|to see (?:if|whether)|which meant)(?!\w)"
)
CHECK = _any(
    r"(measured|tested|verified|checked|monitored|tracked|profiled|benchmarked|compared|validated|"
    r"reviewed|audited|surveyed|traced|reproduced|confirmed|counted|inspected|analy[sz]ed|timed|"
    r"double-checked|cross-checked|sampled|interviewed|observed)",
    r"(measure|test|verify|monitor|track|profile|benchmark|compare|validate|audit|trace|reproduce)",
    r"(measuring|testing|verifying|monitoring|tracking|profiling|comparing|validating)",
    r"a/b test\w*", r"load tests?", r"unit tests?", r"integration tests?", r"regression tests?",
    r"dashboards?", r"metrics", r"the logs", r"survey(ed)?", r"root cause", r"code reviews?",
    r"with (a|the) checklist", r"asked (the )?\w+ (whether|if|how)",
)  # fmt: skip
# Numbers as they are spoken; transcriptions write either way. "One" alone is an article.
_NUMBER = (
    r"(?:\d[\d.,]*|(?:zero|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|"
    r"fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|"
    r"eighty|ninety|hundred|thousand|million)(?:[- ](?:one|two|three|four|five|six|seven|eight|"
    r"nine|hundred|thousand|million)\b){0,3})"
)
_CHANGE = (
    rf"from (?:\w+ ){{0,2}}{_NUMBER}\b[^.]{{0,30}}? to (?:\w+ ){{0,2}}(?:{_NUMBER}|one|none)\b|"
    rf"{_NUMBER}(?: \w+)? (?:versus|against|instead of|rather than) (?:the )?(?:\w+ )?{_NUMBER}"
)
RESULT = _any(
    r"(reduced|cut|lowered|shortened|decreased|increased|improved|raised|grew(?! up)|doubled|"
    r"tripled|halved|"
    r"dropped|fell|rose|saved|boosted|gained|sped up|eliminated|prevented|recovered|closed|won)",
    r"(went|came|goes|got|gets) (down|up|from|back|faster|quicker|better|smoother|lower|shorter)",
    r"(is|was|were|are|became|become) (faster|quicker|shorter|lower|down|up|solved|fixed|gone|"
    r"stable|"
    r"smoother|easier|cheaper|on time)",
    _CHANGE, r"(none|nothing|no trouble) since", r"made (the|a|all the) difference",
    r"(caught|found) (\w+ ){1,3}since", r"(came|got|brought|went) (it |that )?(down|back|up) to",
    r"led to", r"resulted in", r"as a result", r"in the end", r"the (outcome|result) (was|is)",
    r"(shipped|launched|released|completed|finished|adopted|approved|passed|resolved|solved|fixed)",
    r"no longer", r"which meant", r"on time", r"ended up", r"paid off", r"within budget",
    r"(after|now)( that| this)?,? (it|the \w+) (is|was|took|takes)", r"zero \w+", r"stopped",
    r"(still|since then) (in use|use|uses|used|running|runs|no)", r"agreed (to|on)", r"renewed",
    r"went live", r"signed", r"apologi[sz]ed", r"accepted", r"thanked", r"was within",
    r"within (a|an|one|two|three|four|five|six|\d+) (second|minute|hour|day|week|month|year)s?",
    r"in the (next|following) (day|week|month|quarter|year|shift|audit|release)",
    r"without (a |any )?(single )?(outage|downtime|loss|incident|complaint|error|delay)s?",
)  # fmt: skip
REFLECTION = _any(
    r"(i|we) (have |'ve )?(learned|learnt)", r"taught me", r"in hindsight", r"looking back",
    r"next time", r"(would|i'd) (have )?(do|done|start|started|involve|involved|test|tested) \w+ "
    r"(differently|earlier|sooner|first)", r"differently", r"i (realised|realized)", r"my mistake",
    r"(i|we) should have", r"lesson", r"since then,? i", r"what i took", r"now i", r"these days i",
    r"from that (on|day)",
)  # fmt: skip
# A figure that measures: with a unit, a share, or a change from one value to another.
FIGURE = re.compile(
    r"(?<![\w.])(?:\d[\d.,]*\s?(?:%|percent|per cent|x\b|k\b|m\b|ms\b|s\b|gb\b|tb\b|[a-z]{2,})|"
    rf"[$€£]\s?\d[\d.,]*|{_CHANGE}|twice|half|(?:by )?an? (?:third|quarter|fifth|tenth)|"
    rf"(?:one|{_NUMBER}) (?:in|of|out of) (?:the )?(?:a )?{_NUMBER}|"
    rf"{_NUMBER} (?:a|per) [a-z]{{3,}}|"
    rf"(?:to|at|under|below|within|by|about|only|than) {_NUMBER}(?![\w'])|"
    rf"{_NUMBER}[- ]?(?:percent|per cent|[a-z]{{4,}}))"
)
# What tells of a time after what was done, so that a sentence in the past says what came of it.
LATER = re.compile(
    r"(?<![\w'])(?:"
    rf"(?:after|within|in|over) (?:about |just |only |the first )?(?:a|an|one|{_NUMBER}) "
    r"(?:minute|hour|day|week|month|quarter|season|term|year)s?|"
    rf"(?:a|one|{_NUMBER}|some) (?:minute|hour|day|week|month|quarter|year)s? (?:later|after)|"
    r"by (?:the )?(?:end|week|day|month|january|february|march|april|may|june|july|august|"
    r"september|october|november|december|then|half)|the (?:next|same|following) "
    r"(?:morning|day|night|week|month|quarter|term|year)|since (?:then|that|i|we|and|may)|"
    r"after (?:that|this|launch|the release|the change)|ever since|afterwards|from then on)(?!\w)"
)
TIME_OR_PLACE = re.compile(
    r"(?<![\w'])(last (?:year|month|week|summer|winter|spring|autumn|quarter|job|role|project)|"
    r"(?:in|since|from|during|until) (?:19|20)\d\d|(?:years|months|weeks|days) ago|"
    r"when i (?:was|worked|"
    r"joined|started)|at my (?:last|previous|first|current|old)|in my (?:last|previous|first|"
    r"current|old)|"
    r"at the (?:time|company|hospital|school|bank|agency|clinic|shop|store|plant|university)|"
    r"one time|once|one day|as (?:an intern|a junior|a student|team lead|tech lead))(?!\w)"
)
NAME_INSIDE = re.compile(r"(?<=[a-z,;] )(?!I\b|I')[A-Z][\w+#.-]+")
