"""What a candidate wants from the interviewer, told only when they clearly say nothing else."""

import re
from functools import lru_cache

from darasa_reflex.features.answers import reading, words
from darasa_reflex.features.answers.parts import Part
from darasa_reflex.features.interviews.mind.cutting import sentences_in
from darasa_reflex.features.interviews.mind.heard.wishes import (
    EMPTY,
    INSULT,
    REQUESTS,
    STARTS,
    WHOLE,
    Intent,
)
from darasa_reflex.features.interviews.mind.locales.catalogue import listening_of
from darasa_reflex.features.interviews.mind.locales.clauses import MOST_WORDS, meant, wished
from darasa_reflex.features.interviews.questions.locales.catalogue import ENGLISH
from darasa_reflex.features.job_infos.instructions import looks_like_instruction

# Longer texts are answers, whatever they begin with.
_MOST_WORDS = 15
_MOST_WORDS_FOREIGN = 6
_MOST_WORDS_ORDER = 60
# Words of another language are trusted with these alone, since the others would cost an answer.
_SAFE_WHEN_FOREIGN = frozenset({Intent.REPEAT, Intent.WAIT, Intent.READY, Intent.SKIP, Intent.END})

# Why nothing is said; only with a wish behind it: who may not say a thing at work tells an answer.
REFUSED = re.compile(
    r"(?:(?:well|sorry|no|honestly|i'm afraid|to be honest),? )*"
    r"(?:i(?:'d| would) (?:rather|prefer) not\b"
    r"|i (?:don't|do not|can't|cannot) (?:really )?(?:want to )?(?:talk|speak|answer|discuss)\b"
    r"|i'm not (?:going|able|allowed|willing) to (?:talk|speak|say|answer|discuss)\b)"
)

# Short questions: about the task, and about the job or the interviewer.
_ABOUT_TASK = re.compile(
    r"(?:can|could|may|should|does|do|is|must) (?:it|i|this|that)\b|(?:like|for example|at|in"
    r"|from|any|which|as)\b"
)
_ABOUT_JOB = re.compile(
    r"(?:what|how|when|where|who|why|is|are|do|does|will|would|can|could|have|has)\b.*"
    r"\b(?:you|your|company|team|teams|job|role|salary|pay|boss|manager|office|contract"
    r"|position|there)\b"
)
_FILLERS = re.compile(
    r"^(?:(?:um+|uh+|er+|erm|hmm+|oh|okay|ok|well|so|yeah|yes|right|alright|please|actually"
    r"|sorry|like|i mean"
    r"|hey|hi|honestly|sure|thanks|thank you|maybe|i think|but|and)\b ?)+(?=\S)"
)
_POLITENESS = re.compile(
    r"(?: (?:please|thanks|thank you|sorry|okay|ok|if (?:that's okay|you don't mind|possible)))+$"
)


@lru_cache(maxsize=1_000)
def intent_of(text: str, *, language: str = ENGLISH) -> Intent | None:
    """Return what the candidate wants; None when the text is an answer, or may be one.

    Args:
        text: What they said or typed.
        language: What they answer in, as in ISO 639-1.
    """
    if _is_order(text):
        return Intent.ASIDE
    if language == ENGLISH and (wish := _behind_a_refusal(text)):
        return wish
    foreign, listening = language != ENGLISH, listening_of(language)
    if listening and (known := listening.intent_of(text)):
        return known
    if foreign:
        found = _in_english(text, most=_MOST_WORDS_FOREIGN)
        return found if found in _SAFE_WHEN_FOREIGN else None
    return _in_english(text, most=MOST_WORDS)


def _in_english(text: str, *, most: int) -> Intent | None:
    plain = plainly(text)
    if not 0 < len(plain.split()) <= most:
        return None
    if known := meant(plain, WHOLE, EMPTY, REQUESTS):
        return known
    return _said_otherwise(text, plain) if len(plain.split()) <= _MOST_WORDS else None


def _behind_a_refusal(text: str) -> Intent | None:
    """Return what is wished for after "I would rather not talk about it, for good reasons."."""
    *reason, last = sentences_in(text) or [""]
    if not reason or len(text.split()) > MOST_WORDS or not REFUSED.match(plainly(reason[0])):
        return None
    wish = wished(plainly(last), WHOLE, EMPTY)
    return wish if wish in {Intent.SKIP, Intent.END} else None


def plainly(text: str) -> str:
    """Return the text in small letters and without punctuation; contractions with their sign."""
    lower = words.signed(text.lower().replace("\u2019", "'"))
    return " ".join(re.sub(r"[^\w\s']", " ", lower).split())


def bare(text: str) -> str:
    """Return the text plainly, without fillers at its beginning and politeness at its end."""
    return _POLITENESS.sub("", _FILLERS.sub("", plainly(text)))


def _said_otherwise(text: str, plain: str) -> Intent | None:
    rest = bare(text)
    if known := next((intent for intent, start in STARTS if start.match(rest)), None):
        return known
    if INSULT.search(plain) and not _acts(plain):
        return Intent.HOSTILE
    return _asked(rest) if text.rstrip().endswith("?") else None


def _asked(rest: str) -> Intent | None:
    """Return what a short text that ends in a question mark is about."""
    if _ABOUT_TASK.match(rest):
        return Intent.MEANING
    return Intent.ASKS if _ABOUT_JOB.match(rest) else None


def _is_order(text: str) -> bool:
    """Whether a text is an order to a language model and nothing else."""
    if len(text.split()) > _MOST_WORDS_ORDER or not looks_like_instruction(text):
        return False
    if wished(plainly(text), WHOLE, EMPTY):
        # "Give me ten seconds" is to us.
        return False
    return not _acts(text)


def _acts(text: str) -> bool:
    """Whether the speaker says what they did themselves."""
    return Part.ACTION in reading.read(text).parts
