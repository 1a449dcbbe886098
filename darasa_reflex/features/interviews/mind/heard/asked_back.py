"""What a candidate asks about the interview itself, at any moment of it, and what is true of it."""

import re
from dataclasses import dataclass

from darasa_reflex.features.interviews.mind.cutting import sentences_in
from darasa_reflex.features.interviews.mind.heard.intents import bare, plainly
from darasa_reflex.features.interviews.mind.locales.catalogue import listening_of
from darasa_reflex.features.interviews.mind.locales.wording import Wording
from darasa_reflex.features.interviews.questions.locales.catalogue import ENGLISH

_HERE = (
    r"(?:this|it|the|that|our|my|we|all|whole|entire|practice|mock|interview|call|session|thing)"
)
_MINUTE_MS = 60_000
# From what is asked most plainly to what is asked in more general words, and for which fact.
_FACTS: tuple[tuple[str, str], ...] = (
    (
        r"how (?:long|detailed|short|much detail)\b.*\b(?:my|an|each|the) answers?\b.*",
        "answers",
    ),
    (
        r"(?:how (?:much time|long|many minutes)\b.*\b(?:left|remain(?:s|ing)?|to go|still have)"
        r"|are we (?:nearly|almost) (?:done|finished|there))\b",
        "left",
    ),
    (
        rf"(?:how long|how much time|how many minutes)"
        rf"(?: (?:will|does|is|do|would|should|are|have|can)| {_HERE}| i| you| us)+"
        r"(?: (?:take|last|go|going|be|need|got|have|expect\w*|supposed|meant|to|on|for|planned"
        r"|usually|here|today|about|roughly|from me))*",
        "length",
    ),
    (
        r"(?:how many|what number of) (?:more )?questions\b(?!.*\bi ask\b).*",
        "questions",
    ),
    (
        r"(?:do|will|can|would|when do|when will|how do|how will|where do|where can) (?:i|you|we)\b"
        r".*\b(?:feedback|a (?:score|report|rating|transcript|summary))\b.*"
        r"|is there (?:any |some |going to be )?(?:feedback|a (?:score|report|rating|summary))\b.*",
        "feedback",
    ),
    (
        r"(?:can|could|may|do|should|must) i (?:also |rather |have to |need to )*"
        r"(?:type|write)\b.*",
        "typing",
    ),
    (
        # "When do I start?" may ask for the job.
        r"(?:when (?:do|will|does|are) (?:we|you|the interview)|(?:have|has|are|did) (?:we|you"
        r"|the interview)(?: already)?|shall we|should (?:i|we))"
        r" (?:start|begin|beginning|starting|started)(?: now| the interview| already)?",
        "started",
    ),
    (
        r"(?:is (?:this|it) (?:a )?(?:real|actual|proper)|is (?:this|it) (?:just |only )?"
        r"(?:practice|a (?:practice|mock|test)))\b.*",
        "practice",
    ),
)
_KNOWN = tuple((re.compile(asked), fact) for asked, fact in _FACTS)
_ASKS = re.compile(
    r"(?:(?:what|how|who|why|which|when|where)\b|(?:is|are|do|does|did|can|could|will|would|should"
    r"|shall|have|has|may|must|am)\b (?:\w+'?\w* )*?(?:i|you|we|they|there|this|that|it|the|my|your"
    r"|our|people|anyone|someone)\b)"
)
# "Hi Robin." or "Sounds good." before a question is no answer, "Fine." may be one.
_PREAMBLE = re.compile(
    r"(?:hi|hello|hey|good (?:morning|afternoon|evening)|nice to meet|sure|okay|ok|sorry|excuse me"
    r"|thanks|thank you|great|sounds good|all right|alright|one|quick|i have|before|just|yes"
    r"|yeah)\b"
)
_PREAMBLE_WORDS = 6
# The same within the sentence.
_FIRST = re.compile(
    r"^(?:(?:(?:just )?before (?:we|i|you) (?:start|begin|go on|continue|answer)|first(?: of all)?"
    r"|(?:one|a|just a?) ?(?:quick |small |short )?question|may i ask|can i ask|out of curiosity"
    r"|i (?:was|am) wondering|by the way)\b ?)+(?=\w)"
)
_MOST_WORDS = 20
_ONESELF = re.compile(r"\b(?:i|i'd|i'll|i've|i'm|me|my|mine|myself|we|we'd|us|our)\b")
_COURTESY = re.compile(
    r"(?:(?:and|so|but) )?(?:how|what) about (?:you|yourself|yours)|and you(?:rself|rs)?"
    r"|how(?:'s| is| was| has) your(?: own)? (?:day|week|morning|afternoon|evening)\b.*"
    r"|how are you(?: doing)?(?: today)?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known of an interview.

    Attributes:
        minutes: Its planned length.
        left_ms: How much of it is left.
        questions: How many questions are planned.
    """

    minutes: int
    left_ms: int
    questions: int


def reply_to(text: str, facts: Facts, wording: Wording, language: str = ENGLISH) -> str:
    """Return what is true of the interview where the last sentence asks for it; else nothing.

    Args:
        text: What the candidate said.
        facts: What is true.
        wording: How it is said.
        language: What they speak.
    """
    last = next(iter(reversed(sentences_in(text))), "")
    if len(last.split()) > _MOST_WORDS or not (fact := _fact_asked(last, language)):
        return ""
    left = wording.in_minutes(round(facts.left_ms / _MINUTE_MS))
    known = {"minutes": wording.in_minutes(facts.minutes), "left": left, "of": facts.questions}
    return wording.facts[fact].format_map(known)


def _fact_asked(sentence: str, language: str) -> str:
    if language == ENGLISH:
        plain = _plain(sentence)
        return next((fact for asked, fact in _KNOWN if asked.fullmatch(plain)), "")
    listening = listening_of(language)
    return listening.fact_asked(sentence) if listening else ""


def only_asks(text: str, language: str = ENGLISH) -> bool:
    """Whether a text is a question and nothing else, apart from a word of greeting before it."""
    *before, last = sentences_in(text) or [""]
    if language != ENGLISH:
        return last.endswith("?") and not before and len(last.split()) <= _MOST_WORDS
    if len(last.split()) > _MOST_WORDS or not _is_asked(last):
        return False
    return all(_is_asked(one) or _is_preamble(one) for one in before)


def asks_oneself(text: str) -> bool:
    """Whether who asks speaks of themselves: that may be thinking aloud.

    "Before I answer" is said to the interviewer.
    """
    return any(_ONESELF.search(_plain(sentence)) for sentence in sentences_in(text))


def returns_courtesy(text: str, language: str = ENGLISH) -> bool:
    """Whether a text ends with "And how are you?"."""
    last = next(iter(reversed(re.split(r"(?<=[.!?,;])\s+", text.strip()))), "")
    if listening := listening_of(language):
        return last.endswith("?") and listening.returns_courtesy(last)
    return _COURTESY.fullmatch(plainly(last)) is not None


def _is_asked(sentence: str) -> bool:
    plain = _plain(sentence)
    known = any(asked.fullmatch(plain) for asked, _ in _KNOWN)
    return known or (sentence.endswith("?") and _ASKS.match(plain) is not None)


def _is_preamble(sentence: str) -> bool:
    few = len(sentence.split()) <= _PREAMBLE_WORDS
    return few and _PREAMBLE.match(plainly(sentence)) is not None


def _plain(sentence: str) -> str:
    return _FIRST.sub("", bare(sentence))
