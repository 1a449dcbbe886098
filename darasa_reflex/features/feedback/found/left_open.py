"""What is said to the interviewer instead of an answer: wishes, refusals and questions."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Self

from darasa_reflex.features.answers import reading, words
from darasa_reflex.features.answers.parts import Part
from darasa_reflex.features.feedback.exchanges import Exchange, Kind
from darasa_reflex.features.feedback.material import Material, Said
from darasa_reflex.features.interviews.mind.cutting import sentences_in
from darasa_reflex.features.interviews.mind.heard.addressed import quotes_others
from darasa_reflex.features.interviews.mind.heard.asked_back import asks_oneself, only_asks
from darasa_reflex.features.interviews.mind.heard.intents import REFUSED, intent_of
from darasa_reflex.features.interviews.mind.heard.visitor import (
    asks_of_the_job,
    is_unmarked_question,
)
from darasa_reflex.features.interviews.mind.heard.wishes import Intent
from darasa_reflex.features.interviews.mind.locales.english import phrases

# Said to the interviewer instead of an answer.
_NO_ANSWERS = frozenset(
    {
        Intent.SKIP,
        Intent.REPEAT,
        Intent.MEANING,
        Intent.WAIT,
        Intent.READY,
        Intent.PERMISSION,
        Intent.END,
        Intent.UNKNOWN,
    }
)
# A refusal has a reason; a longer turn tells something beside it.
_LONGEST_REFUSAL = 20
# "I'd rather not guess, so I measure": what is refused is part of how somebody works.
_SO_DOES = re.compile(
    r"\b(?:so|but|instead) (?:i|we) "
    r"(?!(?:can|could|would|will|hope|guess|think|suppose|have)\b)[a-z]"
)
# "Could we talk about something else? I'd like to know how you measure quality."
_WANTS_TO_KNOW = re.compile(r"(?:and |so |also )?i(?:'d| would) (?:like|love) to (?:know|ask) \w")
_DOES = frozenset({Part.ACTION, Part.SHARED, Part.STEP, Part.CASE})
# What the interviewer says to what is no answer.
_NO_REPLIES = (*phrases.BACK_TO_IT, *phrases.WAITING)


@dataclass(frozen=True, slots=True)
class Replied:
    """What the interviewer replied to turns of an interview, by their indexes.

    Attributes:
        put_off: It said that there is time for questions at the end.
        led_back: It led back to the question, or waited.
    """

    put_off: frozenset[int]
    led_back: frozenset[int]

    @classmethod
    def to(cls, material: Material) -> Self:
        """Return the replies of an interview."""
        return cls(_replied_with(material, phrases.LATER), _replied_with(material, _NO_REPLIES))

    def asking(self, exchange: Exchange) -> tuple[Said, ...]:
        """Return the turns of an answer that only ask the interviewer something, or are idle."""
        return tuple(
            turn
            for turn in exchange.answered
            if (turn.index in self.led_back and _is_idle(turn))
            or (exchange.kind.is_rated and self._only_asks(turn, exchange))
        )

    def _only_asks(self, turn: Said, exchange: Exchange) -> bool:
        """Tell whether a turn only asks the interviewer something.

        To "What do you say to the customer?" or "What do you think of first?" a question may be the
        answer, and who asks of "I" may be thinking aloud; unless the interviewer took it for a
        question to itself, or it asks what the job is like.
        """
        if not (only_asks(turn.text) or is_unmarked_question(turn.text)):
            return False
        if turn.index in self.put_off or asks_of_the_job(turn.text):
            return True
        may_be_answer = exchange.kind is Kind.APPROACH or asks_oneself(turn.text)
        return not (may_be_answer or any(quotes_others(one.text) for one in exchange.asked))


def tells_unknown(turn: Said) -> bool:
    """Tell whether a turn says no more than that somebody does not know, or has not done, a thing.

    Who only wants to hear the question about Kafka again has not named Kafka.
    """
    return intent_of(turn.text) is Intent.UNKNOWN


def is_left_open(turn: Said) -> bool:
    """Tell whether words only wish for something: another question, this one again, a moment."""
    if words.count(turn.text) > _LONGEST_REFUSAL:
        return False
    said = words.signed(words.plain(turn.text)).strip()
    refused = REFUSED.match(said) and not _SO_DOES.search(said)
    if intent_of(turn.text) in _NO_ANSWERS or refused:
        return True
    wished, *more = sentences_in(turn.text) or [""]
    curious = (_WANTS_TO_KNOW.match(words.signed(words.plain(one)).strip()) for one in more)
    return bool(more) and intent_of(wished) in _NO_ANSWERS and all(curious)


def _replied_with(material: Material, texts: Sequence[str]) -> frozenset[int]:
    return frozenset(
        said.index
        for said, reply in pairwise(material.turns)
        if said.is_candidate and any(text in reply.text for text in texts)
    )


def _is_idle(turn: Said) -> bool:
    """Tell whether nobody does anything in a turn: whatever was replied, a deed is an answer."""
    return not reading.read(turn.text).parts.keys() & _DOES
