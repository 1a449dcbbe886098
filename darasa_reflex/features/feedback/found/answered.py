"""Each question with its answer as rules read it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from darasa_reflex.features.answers import words
from darasa_reflex.features.answers.left_out import LeftOut
from darasa_reflex.features.answers.lexicon import lexicon
from darasa_reflex.features.answers.manner import Manner
from darasa_reflex.features.answers.parts import Part
from darasa_reflex.features.answers.reading import Reader, Reading
from darasa_reflex.features.answers.reading import read as read_alone
from darasa_reflex.features.answers.words import Sentence
from darasa_reflex.features.feedback import exchanges
from darasa_reflex.features.feedback.exchanges import Exchange, Kind
from darasa_reflex.features.feedback.material import Material, Said
from darasa_reflex.features.interviews.engines.languages import ENGLISH
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
from darasa_reflex.features.interviews.questions.locales.catalogue import ASKED_IN
from darasa_reflex.features.interviews.questions.locales.telling import is_in

_LEAST_ENGLISH = 0.2
# What these ask for is one's own: "My mother takes eleven medicines" is a reason.
_PERSONAL = frozenset({Kind.MOTIVATION, Kind.INTRODUCTION})
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
# In fewer words no language is told for sure.
_FEWEST_FOREIGN = 6


@dataclass(frozen=True, slots=True)
class Answer:
    """A question with its answer.

    Attributes:
        number: Its place among the questions that count, from 1; 0 for greetings and the like.
        reading: Of the sentences in English that were transcribed well enough.
        foreign: Words of it are not in the language that the interview is held in, but in one that
            is known here. Where the whole interview is in another, no answer is foreign.
        left_open: All that was said wishes for something else: another question, a moment, to know
            something.
        beside: Sentences of turns that are no answer, "I don't know Kafka". Their words were said.
    """

    number: int
    exchange: Exchange
    reading: Reading
    foreign: bool = False
    left_open: bool = False
    beside: tuple[Sentence, ...] = ()

    @property
    def is_answered(self) -> bool:
        """Whether something was said that can be read as an answer."""
        return any(why is not LeftOut.LIST for why in self.reading.left_out)

    @property
    def is_unreadable(self) -> bool:
        """Whether words of it are too roughly known, or in another language, to be read."""
        return self.exchange.rough or self.foreign

    def shows(self, manner: Manner) -> bool:
        """Tell whether words of a manner stand in it."""
        return bool(self.reading.manners.get(manner))

    def words_of(self, manner: Manner) -> tuple[str, ...]:
        """Return the different words of a manner, in the order they were said."""
        return tuple(dict.fromkeys(self.reading.phrases.get(manner, ())))

    @property
    def is_only_ours(self) -> bool:
        """Whether it speaks of "we" and never of "I"."""
        return self.reading.is_only_ours


def read(material: Material) -> list[Answer]:
    """Return the answers of an interview in order, greetings and closings included."""
    job = material.job
    reader = Reader((job.title or "", job.description, *job.requirements))
    found: list[Answer] = []
    number, put_off = 0, _replied_with(material, phrases.LATER)
    led_back = _replied_with(material, _NO_REPLIES)
    for exchange in exchanges.exchanges(material):
        asking = () if material.foreign else _asking(exchange, put_off)
        asking += tuple(one for one in exchange.answered if one.index in led_back and _is_idle(one))
        legible = () if material.foreign else tuple(filter(_is_legible, exchange.answered))
        said = [(turn.index, turn.text) for turn in legible if turn not in asking]
        number += exchange.kind.is_rated
        personal = exchange.kind in _PERSONAL
        reading = reader.read(said, [turn.text for turn in exchange.asked], personal=personal)
        foreign = not material.foreign and any(map(is_foreign, exchange.answered))
        turns = () if material.foreign else exchange.answered
        left = bool(turns) and all(turn in asking or is_left_open(turn) for turn in turns)
        beside = [turn for turn in turns if turn in asking or _tells_unknown(turn)]
        place = number if exchange.kind.is_rated else 0
        found.append(Answer(place, exchange, reading, foreign, left, _sentences(beside)))
    return found


def _tells_unknown(turn: Said) -> bool:
    """Tell whether a turn says no more than that somebody does not know, or has not done, a thing.

    Who only wants to hear the question about Kafka again has not named Kafka.
    """
    return intent_of(turn.text) is Intent.UNKNOWN


def _sentences(turns: Sequence[Said]) -> tuple[Sentence, ...]:
    read = (turn for turn in turns if turn.from_text or not turn.rough)
    return tuple(one for turn in read for one in words.sentences(turn.index, turn.text))


def _replied_with(material: Material, texts: Sequence[str]) -> frozenset[int]:
    """Return the indexes of turns to which the interviewer said one of these sentences."""
    pairs = pairwise(material.turns)
    return frozenset(
        said.index
        for said, reply in pairs
        if said.is_candidate and any(text in reply.text for text in texts)
    )


def _asking(exchange: Exchange, put_off: frozenset[int]) -> tuple[Said, ...]:
    """Return the turns of an answer that only ask the interviewer something.

    To "What do you say to the customer?" or "What do you think of first?" a question may be the
    answer, and who asks of "I" may be thinking aloud; unless the interviewer took it for a question
    to itself, or it asks what the job is like.
    """
    if not exchange.kind.is_rated:
        return ()
    may_be_answers = exchange.kind is Kind.APPROACH
    may_be_answers = may_be_answers or any(quotes_others(turn.text) for turn in exchange.asked)
    return tuple(
        turn
        for turn in exchange.answered
        if (only_asks(turn.text) or is_unmarked_question(turn.text))
        and (
            turn.index in put_off
            or asks_of_the_job(turn.text)
            or not (may_be_answers or asks_oneself(turn.text))
        )
    )


def _is_idle(turn: Said) -> bool:
    """Tell whether nobody does anything in a turn: whatever was replied, a deed is an answer."""
    return not read_alone(turn.text).parts.keys() & _DOES


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


def is_foreign(turn: Said) -> bool:
    """Tell whether a turn is in another language that is known here, as its common words tell."""
    if words.count(turn.text) < _FEWEST_FOREIGN or is_in(turn.text, ENGLISH):
        return False
    return any(is_in(turn.text, code) for code in ASKED_IN if code != ENGLISH)


def reads_as_english(answers: Sequence[Answer]) -> bool:
    """Tell whether the words of all answers are mostly sentences in English."""
    terms = [term for a in answers for s in a.reading.sentences for term in s.terms]
    known = sum(term in lexicon.FUNCTION_WORDS for term in terms)
    return known >= _LEAST_ENGLISH * len(terms)


def raw_words(answer: Answer) -> int:
    """Return how many words were said in an answer, read or not."""
    return sum(words.count(turn.text) for turn in answer.exchange.answered)


def _is_legible(turn: Said) -> bool:
    legible = turn.from_text or not turn.rough
    return legible and not is_left_open(turn) and not is_foreign(turn)
