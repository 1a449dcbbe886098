"""What a candidate asks about the interview itself, at any moment of it, and what is true of it."""

import re
from dataclasses import dataclass

from darasa_reflex.features.interviews.mind.cutting import sentences_in
from darasa_reflex.features.interviews.mind.heard.intents import bare, plainly

_HERE = (
    r"(?:this|it|the|that|our|my|we|all|whole|entire|practice|mock|interview|call|session|thing)"
)
_MINUTE_MS = 60_000
# From what is asked most plainly to what is asked in more general words. `{left}` and `{minutes}`
# are times in words.
_FACTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        r"how (?:long|detailed|short|much detail)\b.*\b(?:my|an|each|the) answers?\b.*",
        ("Take the time you need; one or two minutes are usual.",),
    ),
    (
        r"(?:how (?:much time|long|many minutes)\b.*\b(?:left|remain(?:s|ing)?|to go|still have)"
        r"|are we (?:nearly|almost) (?:done|finished|there))\b",
        ("We have about {left} left.",),
    ),
    (
        rf"(?:how long|how much time|how many minutes)"
        rf"(?: (?:will|does|is|do|would|should|are|have|can)| {_HERE}| i| you| us)+"
        r"(?: (?:take|last|go|going|be|need|got|have|expect\w*|supposed|meant|to|on|for|planned"
        r"|usually|here|today|about|roughly|from me))*",
        ("About {minutes} in all.",),
    ),
    (
        r"(?:how many|what number of) (?:more )?questions\b(?!.*\bi ask\b).*",
        ("I have {of} planned, plus the odd follow-up.",),
    ),
    (
        r"(?:do|will|can|would|when do|when will|how do|how will|where do|where can) (?:i|you|we)\b"
        r".*\b(?:feedback|a (?:score|report|rating|transcript|summary))\b.*"
        r"|is there (?:any |some |going to be )?(?:feedback|a (?:score|report|rating|summary))\b.*",
        ("You'll find your feedback on the page after the interview.",),
    ),
    (
        r"(?:can|could|may|do|should|must) i (?:also |rather |have to |need to )*"
        r"(?:type|write)\b.*",
        ("You can type any answer, or speak; as you like.",),
    ),
    (
        r"(?:when (?:do|will|does|are) (?:we|you|i|the interview)|(?:have|has|are|did) (?:we|you"
        r"|the interview)(?: already)?|shall we|should (?:i|we))"
        r" (?:start|begin|beginning|starting|started)(?: now| the interview| already)?",
        ("We've started, so go ahead.",),
    ),
    (
        r"(?:is (?:this|it) (?:a )?(?:real|actual|proper)|is (?:this|it) (?:just |only )?"
        r"(?:practice|a (?:practice|mock|test)))\b.*",
        ("This is practice; nobody decides anything by it.",),
    ),
)
_KNOWN = tuple((re.compile(asked), told) for asked, told in _FACTS)
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


def reply_to(text: str, facts: Facts) -> tuple[str, ...]:
    """Return what is true of the interview where the last sentence asks for it; else nothing."""
    last = _plain(next(iter(reversed(sentences_in(text))), ""))
    if len(last.split()) > _MOST_WORDS:
        return ()
    told = next((told for asked, told in _KNOWN if asked.fullmatch(last)), ())
    left = _in_words(round(facts.left_ms / _MINUTE_MS))
    known = {"minutes": _in_words(facts.minutes), "left": left, "of": facts.questions}
    return tuple(sentence.format_map(known) for sentence in told)


def only_asks(text: str) -> bool:
    """Whether a text is a question and nothing else, apart from a word of greeting before it."""
    *before, last = sentences_in(text) or [""]
    if len(last.split()) > _MOST_WORDS or not _is_asked(last):
        return False
    return all(_is_asked(one) or _is_preamble(one) for one in before)


def returns_courtesy(text: str) -> bool:
    """Whether a text ends with "And how are you?"."""
    last = next(iter(reversed(re.split(r"(?<=[.!?,;])\s+", text.strip()))), "")
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


def _in_words(minutes: int) -> str:
    return "a minute" if minutes <= 1 else f"{minutes} minutes"
