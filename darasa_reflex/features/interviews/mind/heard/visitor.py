"""The candidate's own questions, and what is true of every interview here."""

import re

from darasa_reflex.features.interviews.mind.cutting import sentences_in
from darasa_reflex.features.interviews.mind.heard import intents
from darasa_reflex.features.interviews.mind.locales.catalogue import listening_of
from darasa_reflex.features.interviews.mind.locales.english import phrases
from darasa_reflex.features.interviews.mind.locales.listening import plainly
from darasa_reflex.features.interviews.mind.locales.wording import Wording
from darasa_reflex.features.interviews.questions.locales.catalogue import ENGLISH

_AUX = r"(?:is|are|do|does|did|can|could|would|will|should|has|have|was|were)"
_QUESTION = re.compile(
    r"^(?:(?:and|so|well|yes|yeah|okay|ok|sure|um+|uh+|actually|thanks|thank you|i guess|maybe"
    r"|first|also)[, ]+)*"
    rf"(?:(?:what|how|who|why|which)(?:'s|(?: \w+){{0,3}}? {_AUX})\b|(?:when|where) {_AUX} (?!i\b)"
    rf"|{_AUX} (?:you|there|the|it|this|that|i|we|they|people)\b)"
    r"|\b(?:tell me|i(?: would|'d) like to (?:know|ask)|i(?: was|'m| am) wondering|i wonder"
    r"|my question|i wanted to ask|i'm curious|one question|want to (?:know|ask))\b",
    re.IGNORECASE,
)
# The same where an ear has left the mark out; only what hardly begins an answer.
_UNMARKED = re.compile(
    r"(?:(?:and|so|well|okay|ok|um+|uh+) )*(?:how (?:many|much) (?:\w+ ){0,3}?"
    r"(?:is|are|do|does|will|would)(?: \w+){1,3}"
    r"|(?:what|when|where)(?:'s| is| are| do| does) (?:the|your|it|i|we|you)(?: [\w']+){1,4}"
    r"|(?:is|are) there(?: \w+){1,5}|(?:do|does) (?:you|it|the \w+)(?: \w+){1,5})"
)
_OF_JOB = re.compile(
    r"\b(?:(?:what|how much) does (?:this|it|the job|that) pay"
    r"|is (?:this|it|the job|the work|that) (?:\w+ )?paid|(?:the|my|any|there|is) (?:\w+ )?"
    r"(?:salary|pay|wages?|bonus|overtime|holidays?|pension|shifts?|hours)|overtime pay"
    r"|your (?:company|team|office|firm)|work(?:ing)? (?:from home|remotely)|the salary)\b",
    re.IGNORECASE,
)
# The same where nothing is told after it: "Is it permanent? I asked the plumber" is a story.
_OF_POST = re.compile(
    r"\b(?:is (?:this|it|the (?:job|role|position|post)) (?:an? )?(?:remote|hybrid|on-?site"
    r"|full[- ]time|part[- ]time|permanent|fixed[- ]term|temporary)"
    r"(?: (?:job|role|position|post|contract))?(?=[,?]| or\b)"
    r"|(?:would|will|do) i (?:be (?:work|travel)ing|have to (?:work|travel|come in|relocate))\b)",
    re.IGNORECASE,
)
_OF_WORK = re.compile(
    r"\b(?:gehalt|lohn|urlaub|ueberstunden|firma|unternehmen|vertrag|homeoffice|sueldo|salario"
    r"|vacaciones|horas extras?|empresa|contrato|horario|teletrabajo|salaire|conges"
    r"|heures supplementaires|entreprise|contrat|teletravail|horaires)\b"
)
_NO = re.compile(
    r"^(?:(?:um+|uh+|well|okay|ok|oh|hmm+|i think|thanks|thank you|sorry)[, ]+)*"
    r"(?:no|nope|nah|none|nothing|not (?:really|now|at the moment|today)|i'm (?:good|fine|all "
    r"set)|i am (?:good|fine)"
    r"|that's (?:all|it)|i (?:don't|do not|have no|haven't)|all (?:good|clear|set))\b",
    re.IGNORECASE,
)
_WHO = re.compile(
    r"\b(?:(?:are|were) you (?:\w+ )?(?:a |an |really |just )*(?:robot|ai|human|real|bot"
    r"|machine|computer|person|program)|your name|an ai|who are you|who (?:made|built) you"
    r"|who am i (?:talking|speaking) (?:to|with))\b",
    re.IGNORECASE,
)
# What is true of every interview here.
_ANSWERS: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = tuple(
    (re.compile(words, re.IGNORECASE), answers)
    for words, answers in (
        (
            r"\b(?:how (?:did|was|am) (?:i|my)|feedback (?:for|on|about) me|did i (?:do|pass)"
            r"|(?:rate|score|judge) (?:me|my)|any feedback"
            r"|(?:get|see|receive|have|give me) (?:some |my |a |the )*(?:feedback|score|rating)"
            r"|my (?:answers?|score|result|performance)|(?:do|did|can|could) i (?:pass|improve))\b",
            phrases.FEEDBACK,
        ),
        (
            r"\b(?:next steps?|hear (?:back|from you)|what happens (?:next|now|after)"
            r"|(?:hiring|interview|application|selection|recruitment) process"
            r"|when will (?:i|you|we) (?:hear|know|decide|get))\b",
            (
                "This is practice, so there's no decision after it.",
                "You'll find the transcript and your feedback on the next page.",
            ),
        ),
    )
)


def is_question(text: str, language: str = ENGLISH) -> bool:
    """Whether the candidate asks something.

    Of words in a language without rules only the question mark is read.
    """
    if listening := listening_of(language):
        return listening.is_question(text)
    if language != ENGLISH:
        return "?" in text
    plain = text.strip().replace("\u2019", "'")
    if _NO.match(plain) and "?" not in plain:
        return False
    return "?" in plain or _QUESTION.search(plain) is not None


def is_unmarked_question(text: str) -> bool:
    """Whether a short text in English is a question, though no mark tells so."""
    return _UNMARKED.fullmatch(intents.plainly(text)) is not None


def asks_of_the_job(text: str, language: str = ENGLISH) -> bool:
    """Whether an answer asks in passing what the job or the company is like.

    "Would you have done the same?" asks nothing that anybody is to answer.
    """
    sentences = sentences_in(text)
    asked = [one for one in sentences if one.endswith("?")]
    if listening := listening_of(language):
        bare = [listening.bare(one) for one in asked]
        return any(listening.asks.match(one) and _OF_WORK.search(one) for one in bare)
    if language != ENGLISH:
        return False
    ends = asked and asked[-1] == sentences[-1] and _OF_POST.search(asked[-1])
    return bool(ends) or any(_OF_JOB.search(one) for one in asked)


def asks_how_we_are(text: str, language: str = ENGLISH) -> bool:
    """Whether a greeting asks how the interviewer is."""
    listening = listening_of(language)
    polite = listening is not None and listening.courtesy.search(listening.bare(text))
    return bool(polite) or "how are you" in text.lower()


def asks_who(text: str, language: str = ENGLISH) -> bool:
    """Whether the candidate wants to know who, or what, is asking."""
    if listening := listening_of(language):
        return listening.who.search(plainly(text)) is not None
    return _WHO.search(text) is not None


def certain_reply(text: str, wording: Wording, language: str = ENGLISH) -> tuple[str, ...]:
    """Return an answer that is true of every interview here; empty when there is none.

    Args:
        text: The question.
        wording: How it is answered.
        language: What it is asked in.
    """
    listening = listening_of(language)
    if listening and listening.feedback.search(plainly(text)):
        return wording.feedback
    if language != wording.code:
        return wording.unread
    if language != ENGLISH:
        return ()
    return next((answer for words, answer in _ANSWERS if words.search(text)), ())
