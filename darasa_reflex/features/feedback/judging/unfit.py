"""What a model may not say of a person: amounts nobody counted, forecasts, remarks on the person.

Dropping a good sentence costs a sentence; showing a bad one costs trust. So these are wide.
"""

import re
import unicodedata
from collections.abc import Iterable

from darasa_reflex.core.words.sentences import ENGLISH
from darasa_reflex.features.answers import words
from darasa_reflex.features.answers.lexicon import lexicon
from darasa_reflex.features.feedback.judging.locales import german

GERMAN = "de"
# What a model may write in: that of which there are rules.
WRITTEN = (ENGLISH, GERMAN)
_LEAST_WORDS = 6
# Of two languages; single ones are words of others, too: "as", "des".
_LEAST_KNOWN = 2
_TOLD = (
    r"(?:answers?|repl(?:y|ies)|responses?|questions?|examples?|times|stor(?:y|ies)|sentences?|"
    r"words?|minutes?|seconds?|claims?|points|statements?|fillers?|pauses?|hesitations?|"
    r"what you (?:say|said|tell|told))\b"
)
_OWN = r"(?:(?:of|out of|in)\s+)?(?:(?:your|the|these|those|my)\s+)?(?:\w+\s+)?"
_AMOUNT = (
    r"(?:two|both|all|most|many|several|few|none|half|neither|either|plenty|the rest|the bulk|"
    r"a couple|a handful|a pair|a score|a fraction|a lot|lots|loads|tons|much|a single|only one|"
    r"every other)"
)
# Nobody counted: "most of your answers", "you name no example". "End each answer with" is advice.
_COUNTED = re.compile(
    rf"\b{_AMOUNT}\s+{_OWN}{_TOLD}"
    rf"|^(?:you|your|in|each|every|one|no|some|with|for)\b.*\b(?:each|every|one|no|some)\s+{_OWN}"
    rf"{_TOLD}|^(?:each|every|one|no|some)\s+{_OWN}{_TOLD}"
    r"|\b(?:an?|one|two|three)[- ](?:third|quarter|fifth|sixth|eighth|tenth|dozen)s?\s+of\b"
    r"|\b(?:mention|say|said|use|told|tell|name|give|gave)\w*\s+(?:\w+\s+){0,3}once\b",
    re.IGNORECASE,
)
# Unless the person said it themselves.
_AMOUNT_WORDS = re.compile(
    r"\b(?:countless|umpteen|numerous|innumerable|myriad|a handful of|a couple of|a pair of|"
    r"the bulk of|loads of|tons of|always|often|rarely|seldom|frequently|repeatedly|constantly|"
    r"over and over|again and again|every time|hardly ever|mostly)\b",
    re.IGNORECASE,
)
_AGAINST_OTHERS = re.compile(
    r"\b(?:than (?:other|most|average|usual|typical|others|many|the average|the usual|the norm)|"
    r"(?:above|below|on) average|averages?|top tier|top (?:of the|candidates?)|"
    r"(?:other|most|typical|strong(?:er)?|better|weaker|many) (?:candidates?|applicants?|people)|"
    r"compared (?:to|with) (?:other|most|the)|(?:more|less) often)\b",
    re.IGNORECASE,
)
# "IV", "III", "ii)"; not "CV", "CI" or "I".
_ROMAN = re.compile(r"\b(?=[IVX]{2})X{0,3}(?:IX|IV|V?I{0,3})\b|(?:^|\s)\(?[ivx]{1,4}\)")
_WHO = (
    r"(?:recruiters?|interviewers?|panels?|employers?|they|(?:hiring )?managers?|compan(?:y|ies))"
)
_FORECAST = re.compile(
    r"\b(?:hire you|hireable|hiring (?:decision|manager|you|panel)|"
    r"(?:would|will|to|be|get|getting|not|should|could|might|may|i'd|they'd)\s+(?:(?:not|never|be|"
    r"get|you)\s+)*hir(?:e|ed)|job offer|(?:an|the|your) offer(?= (?:is|will|from them|soon))|"
    r"(?:get|expect|land|receive|be made) an offer|offers? (?:of employment|you the)|recruited|"
    r"shortlist\w*|(?:next|final|second|last) (?:round|stage)|second interview|call-?back|"
    r"(?:get|got|land|win|pass|fail)\w*\s+(?:the|this|that|a|your)\s+(?:job|role|position|"
    r"interview|bar)|chances?(?! to)|likely\s+to|unlikely\s+to|odds|probability|guarantee\w*|"
    r"(?:would|will|'d|'ll)\s+(?:be\s+)?(?:reject|advance|recommend|accept|select|invit)\w*|"
    r"will\s+(?:succeed|fail)|rul(?:e|es|ed|ing) you out|turn(?:s|ed)? you down|disqualif\w+|"
    r"cost (?:you|them) (?:the|this)|sail through|real interview|clear (?:yes|no)|"
    r"an? (?:yes|no) from|pass (?:on )?you|"
    r"(?:are|you're|aren't|seem|look|be|being)(?: \w+){0,2} (?:ready|suited|qualified|unqualified|"
    r"suitable|unsuitable|cut out|right) for (?:the|this|that|a|any) (?:job|role|position|post|"
    r"team)|"
    r"(?:strong|good|great|weak|ideal|perfect|poor|top|excellent|solid|serious) (?:candidate|fit|"
    r"match|hire|applicant)|"
    r"you(?:'ll| will)(?: not| never)? (?:do (?:well|fine|great|badly)|be (?:fine|great|invited|"
    r"chosen|asked back)|get|land|pass|fail|make it|succeed|impress|excel|thrive|struggle)|"
    r"make it (?:to|through|past)|impressed by you|going to want you|top performer|in the bag|"
    r"walk into (?:this|the|a|any) (?:job|role|position)|(?:job|offer|role|position) is yours|"
    r"negotiate (?:your|the|an?) (?:salary|pay|offer|package)|snap(?:ped)? you up)\b"
    rf"|\b{_WHO}(?:'ll| will| would|'d)(?: not| never)? (?:love|like|hire|reject|be (?:impressed|"
    r"convinced)|turn|pass|drop|pick|choose|remember|forget|take you|want you)\b",
    re.IGNORECASE,
)
# What it was told to do is not about the answer.
_OF_THE_TASK = re.compile(
    r"\b(?:(?:my|these|the system|the given) (?:instructions?|prompts?|guidelines)|as instructed|"
    r"system prompt|as an? (?:ai|language model|ai model|assistant|grader|rater)\b|"
    r"(?:i am|i'm|i was) (?:asked|told|instructed) to)\b",
    re.IGNORECASE,
)
_ORIGINS = (
    r"(?:indian|nigerian|african|asian|chinese|polish|german|french|spanish|arab\w*|russian|"
    r"british|american|irish|scottish|eastern european|western|foreign)"
)
# About the person, not about their work: a nurse's old patients and a clinic's health are no such.
_PERSONAL = re.compile(
    r"\baccents?(?!\s+(?:colou?rs?|walls?|lights?|pieces?|lighting))\b"
    r"|\b(?:pronunciation|(?:mis)?pronounc\w*|(?:non-?)?native[- ](?:like|speakers?|english|"
    r"language|tongue|level)|native-sounding|mother tongue|first language|broken english|lilt|"
    r"dialect|brogue|twang|drawl|intonation|stammer\w*|stutter\w*|lisp\w*|speech impediment|"
    r"nationality|ethnic\w*|foreigners?|immigrants?|attractive|handsome|pretty face|good-looking|"
    r"overweight|neurotic|autis\w+|adhd|ocd|dyslexi\w+|bipolar|neurodi\w+|introver\w+|"
    r"extrover\w+|feminine|masculine|effeminate|manly|eye contact|body language|"
    r"anxiety (?:problem|disorder|issue)s?|background abroad|where you(?:'re| are| come)? from|"
    r"people from your|back home)\b"
    r"|\byour\s+(?:\w+\s+)?(?:age|looks?|appearance|face|body|health|illness|"
    r"disabilit(?:y|ies)|origins?|religion|faith|race|gender|sex|country|culture|clothes|clothing|"
    r"hair|personality|character|grammar|english|vocabulary|smile|outfit|dress|posture|weight|"
    r"height|skin|teeth|beard|hijab|turban|limp|wheelchair|pregnancy|family|husband|wife|partner|"
    r"children|kids|heritage|upbringing)\b(?! (?:of the|check|data))"
    r"|\b(?:of|for|from|given)\s+your\s+background\b(?!\s+(?:in|as|with)\b)"
    r"|\b(?:at|for|given)\s+your\s+age\b|\byou\s+(?:\w+ )?(?:smiled?|dress(?:ed)?|blush\w*)\b"
    rf"|\b{_ORIGINS}\s+(?:english|speakers?|name|way of speaking)\b"
    r"|\b(?:as|being|for|like)\s+an?\s+(?:\w+\s+)?(?:woman|man|mother|father|mum|mom|parent|girl|"
    r"boy|lady|guy|muslim|christian|jew|hindu|migrant|refugee)\b"
    r"|\b(?:older|younger|old|young|female|male|foreign|disabled)\s+(?:candidates?|applicants?)\b"
    r"|\byou(?:'re| are| were| look| seem| sound| appear| come across| may have| might be)"
    r"(?:\s+\w+){0,3}\s+(?:young|old|older|elderly|tired|ill|sick|nervous|anxious|shy|depressed|"
    r"stressed|foreign|disabled|healthy|pregnant|lazy|arrogant|dishonest|stupid|rude|immature|"
    r"selfish|narcissistic|boring|dumb|insecure|a liar)\b",
    re.IGNORECASE,
)


def is_unfit(sentence: str, quoted: Iterable[str] = (), language: str = ENGLISH) -> bool:
    """Tell whether a sentence says what nobody measured, can know, or may judge.

    Args:
        sentence: Of a model.
        quoted: Words of the person beside it; an "often" of their own may be repeated.
        language: What it is to be written in; English and words of it are judged in any.
    """
    sentence = unicodedata.normalize("NFKC", sentence).replace("\u2019", "'")
    if _is_foreign(sentence, language):
        return True
    own = " ".join(quoted).lower()
    amounts = {found[0].lower() for found in _AMOUNT_WORDS.finditer(sentence)}
    if any(amount not in own for amount in amounts):
        return True
    patterns = (_COUNTED, _ROMAN, _AGAINST_OTHERS, _FORECAST, _OF_THE_TASK, _PERSONAL)
    if any(pattern.search(sentence) for pattern in patterns):
        return True
    return language == GERMAN and _is_unfit_german(sentence, own)


def _is_unfit_german(sentence: str, own: str) -> bool:
    amounts = {found[0].lower() for found in german.AMOUNT_WORDS.finditer(sentence)}
    if any(amount not in own for amount in amounts):
        return True
    if german.COUNTED_EACH.search(sentence) and not german.ADVICE.search(sentence):
        return True
    patterns = (
        german.COUNTED, german.AGAINST_OTHERS, german.FORECAST, german.OF_THE_TASK, german.PERSONAL,
    )  # fmt: skip
    return any(pattern.search(sentence) for pattern in patterns)


def _is_foreign(sentence: str, language: str) -> bool:
    """Tell whether no word of a sentence is known: these rules read no other languages."""
    said = words.words(sentence)
    if len(said) < _LEAST_WORDS:
        return False
    if language != GERMAN:
        return not lexicon.FUNCTION_WORDS.intersection(said)
    known = lexicon.FUNCTION_WORDS | german.FUNCTION_WORDS
    return len(known.intersection(said)) < _LEAST_KNOWN
