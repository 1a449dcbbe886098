"""Sentences that say nothing of what was done: praise of oneself, lists of terms, orders."""

from enum import StrEnum

from darasa_reflex.features.answers import words
from darasa_reflex.features.answers.cues.phrase import any_of
from darasa_reflex.features.answers.lexicon import lexicon
from darasa_reflex.features.answers.words import Sentence

# A sentence with fewer known function words than this share is a list or no English.
_LEAST_FUNCTION_SHARE = 0.15
_SHORT_WORDS = 6
_STUFFED_TERMS, _STUFFED_SHARE = 6, 0.7


class LeftOut(StrEnum):
    """Why a sentence is not counted."""

    ADDRESSED = "speaks to whoever rates"
    PRAISE = "praise"
    TALK = "small talk"
    LIST = "a list of terms"
    COPY = "the words of the question or the job"
    REPEAT = "said before"
    AWAY = "away from the question and the job"


_GREAT = (
    r"(?:best|greatest|smartest|brilliant|outstanding|exceptional|excellent|amazing|incredible|"
    r"extraordinary|fantastic|perfect|great|world[- ]class|talented|gifted|genius|legend\w*|"
    r"rock ?star|guru|ninja|number one|unbeatable|visionary|second to none|unmatched|unparalleled|"
    r"irreplaceable|a natural|star performer|phenomenal|flawless)"
)
_I_AM = r"(?:i'm|i am|i was|i've always been|i have always been|me|myself|as) "
# Of oneself only: "nobody was paged since" and "everyone agreed" tell what came of something.
_PRAISE = any_of(
    rf"{_I_AM}(?:\w+ ){{0,3}}?{_GREAT}",
    rf"(?:hire|hiring|get|getting|find) (?:\w+ ){{0,2}}{_GREAT} (?:candidate|engineer|person|"
    rf"\w+er)",
    rf"my (?:\w+ ){{1,2}}(?:is|are|was|were) (?:\w+ )?{_GREAT}",
    rf"(?:with|of|have|having|deliver\w*|achieve\w*|had) (?:my )?{_GREAT} (?:results?|success|work|"
    r"performance|skills|achievements?|talent|leadership)",
    r"single[- ]handed(?:ly)?", r"i (?:have )?never fail(?:ed)?", r"i exceed(?:ed)? (?:all )?"
    r"(?:\w+ )?expectations", r"i always exceed \w+", r"you(?:'ll| will) (?:ever|never) (?:meet|"
    r"find|see)",
    r"(?:better|faster|smarter|harder) than (?:anyone|anybody|everyone|everybody|all of them)",
    r"(?:no one|nobody) (?:else )?(?:can|could|does|did|is|was) (?:it |this |that |what i )?"
    r"(?:do |did |does )?(?:it |this |that )?(?:better|like me|like i|as (?:well|good|fast)|half)",
    r"(?:everyone|everybody|people|they all|they|clients|customers|colleagues|friends) "
    r"(?:always |often |all )?"
    r"(?:love|loves|loved|admire|admires|admired|adore|adored|respect|respected|praise|praised) me",
    r"(?:everyone|everybody|people|they|colleagues|friends|bosses|managers) (?:always |often |"
    r"all )?"
    r"(?:say|says|said|tell|tells|told me|call|calls|called|know|knows) (?:me |that )*i(?:'m| am|"
    r" was| have| always| did| do)",
    r"(?:my|the|our) (?:\w+ )?(?:boss|bosses|manager|managers|lead|director|chef|head|supervisor|"
    r"mentor|teacher|professor|colleagues?|clients?|customers?|team|ceo|owner|team ?lead|"
    r"consultant|principal) (?:once |always |often |even |later |still )*"
    rf"(?:says?|said|tells?|told|calls?|called|thinks?|thought|wrote|described) (?:\w+ "
    rf"){{0,8}}?{_GREAT}",
    r"(?<!\bi )(?<!\bwe )(?:told|tells?|says?|said) (?:to )?(?:everyone|everybody|people|others|"
    r"them all|the (?:whole|others) ?\w*) (?:that )?(?:i|my)(?:'m|'ve|'d)?",
    r"(?:told|said|wrote) (?:\w+ ){0,3}?(?:he|she|they)(?:'d| had) never (?:seen|met|had)",
    r"(?:praised|complimented|congratulated|applauded|promoted|commended|admired|nominated|"
    r"awarded) me", r"(?:was|were) (?:so |very |really |always |all )*(?:impressed|amazed|blown "
    r"away) "
    r"(?:by|with) (?:me|my)", r"i (?:was|got|have been|am) (?:often |always )?(?:praised|"
    r"complimented|"
    r"commended|applauded)", r"employee of the (?:month|year|quarter)", r"passionate",
    r"team ?player",
    r"(?:fast|quick) learner", r"detail[- ]oriented", r"results?[- ](?:driven|oriented)",
    r"self[- ]starter", r"proven track record", r"synerg\w+", r"think outside the box",
    r"(?:go|goes|going|went) (?:the extra mile|above and beyond)",
    r"like (?:nobody|no one) else", r"never (?:once )?let (?:anyone|anybody|them) down",
    r"1[01]0 ?(?:percent|%)", r"hard[- ]?working",
)  # fmt: skip
# Figures that measure nothing: "I gave 200 percent", "I am 99 percent accurate".
_EMPTY_FIGURE = any_of(
    r"(?:two|three|four|five|\w+teen|a|one) (?:hundred|thousand)(?: and \w+)? (?:percent|times)",
    r"(?:seven|7) days a week", r"ten out of ten", r"nine times out of ten in",
    r"(?:1[0-9]0|[2-9]\d\d|\d,?000)(?: ?%| percent)", r"24/7", r"\d+ out of (?:10|ten)",
    r"(?:\d+(?: ?%| percent)|hundred percent|\d+ times|twice as) (?:\w+ )?(?:better|motivated|"
    r"committed|"
    r"dedicated|accurate|more (?:efficient|productive)|efficient|focused|faster than|loyal|"
    r"reliable)",
    r"(?:teamwork|motivation|communication|morale|productivity) (?:\w+ ){1,3}\d+",
)  # fmt: skip
_SMALL_TALK = any_of(
    r"i'm (?:\w+ ){0,2}(?:well|fine|good),? (?:thanks|thank you)", r"(?:i )?found you (?:\w+ )?"
    r"(?:straight|easily|right)", r"nice to (?:see|meet)", r"lovely to (?:see|meet)",
    r"thank you (?:for|so much|very much)", r"thanks for", r"(?:good|nice|great|interesting|"
    r"really good) "
    r"question", r"hope (?:that )?(?:this|that|it) (?:answers|helps|makes)", r"let me know if",
    r"how (?:was|is) "
    r"your", r"nice to meet", r"good (?:morning|afternoon|evening)", r"by the way",
    r"you have a (?:lovely|nice)",
    r"did you (?:see|watch) the (?:match|game|film|news)", r"the (?:weather|coffee|traffic|"
    r"parking) (?:here )?"
    r"(?:is|was)", r"is it (?:real|okay|ok|all right|cold|warm|hot)", r"the rain", r"how are you",
    r"before we (?:start|begin)", r"(?:can|could) you hear me", r"you can hear me",
    r"my (?:phone|mic|microphone|camera) (?:is|was)", r"checked my (?:mic|phone|camera)",
    r"your (?:weekend|website|hallway|plants|office is|journey|trip)", r"for having me",
)  # fmt: skip
_MOCKING = any_of(
    r"yeah,? right", r"oh,? (?:sure|great|wonderful|fantastic|brilliant|joy)", r"what a joy",
    r"(?:just|absolutely) (?:love|loved|adore|adored)", r"big surprise", r"lucky me",
    r"how (?:wonderful|lovely|exciting) for", r"so much fun", r"thrilling", r"like that ever",
    r"genius move", r"because obviously",
)  # fmt: skip
# Words meant for whoever rates instead of the interviewer.
_ADDRESSED = any_of(
    r"(?:ignore|disregard|forget|override) .{0,40}(?:instruction|rubric|prompt|rule|previous|"
    r"criteria)\w*",
    r"(?:give|rate|score|award|grade|assign|mark) (?:me|this|it|my|every|all|these|the)"
    r"(?: \w+){0,4} (?:10|ten|full|maximum|highest|perfect|top)"
    r"(?! ?(?:%|percent|minutes|hours|days|weeks|people))",
    r"mark (?:\w+ )?as (?:shown|proven|passed|met|named|fulfilled)",
    r"system ?(?:prompt|message:|override)",
    r"you are (?:now )?an? .{0,30}(?:model|assistant|ai|grader|judge)", r"as an ai",
    r"(?:output|return|print|respond with) .{0,20}(?:rating|score|grade)s?", r"10 ?/ ?10",
    r"(?:10|ten) out of (?:10|ten)", r"(?:your|this|the scoring|the grading) rubric",
    r"(?:dear|note (?:to|for) the|attention|to the) (?:grader|rater|judge|evaluator|ai)",
    r"the (?:grader|rater|judge|evaluator) (?:must|should|will)",
    r"(?:system|assistant|user|developer) ?:",
    r"(?:the|this) candidate (?:is|was|has|deserves|should|gave)",
    r"[\"'](?:rating|score|overall|category)[\"'] ?:", r"overall(?::| is)? (?:10|ten)",
)  # fmt: skip


def why(sentence: Sentence, job: frozenset[str]) -> LeftOut | None:
    """Return why a sentence is not counted, as far as it tells alone; None when it counts.

    Args:
        sentence: What was said.
        job: Stems of the job's text.
    """
    text = words.plain(sentence.text)
    if speaks_to_rater(sentence.text):
        return LeftOut.ADDRESSED
    if any(pattern.search(text) for pattern in (_PRAISE, _EMPTY_FIGURE, _MOCKING)):
        return LeftOut.PRAISE
    if _SMALL_TALK.search(text):
        return LeftOut.TALK
    return LeftOut.LIST if not is_readable(sentence) or _stuffed(sentence, job) else None


def speaks_to_rater(text: str) -> bool:
    """Tell whether words are an order to whoever rates."""
    return _ADDRESSED.search(words.plain(text)) is not None


def is_readable(sentence: Sentence) -> bool:
    """Tell whether it reads as a sentence in English, not as a list, an echo or a salad."""
    if len(sentence.terms) <= _SHORT_WORDS:
        return len(set(sentence.terms)) > 1 or len(sentence.terms) == 1
    known = sum(term in lexicon.FUNCTION_WORDS for term in sentence.terms)
    return known / len(sentence.terms) >= _LEAST_FUNCTION_SHARE


def _stuffed(sentence: Sentence, job: frozenset[str]) -> bool:
    particular = lexicon.specifics(sentence)
    ties = particular & job
    return len(ties) >= _STUFFED_TERMS and len(ties) >= _STUFFED_SHARE * len(particular)
