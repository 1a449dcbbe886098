"""Each question with its answer as rules read it."""

from collections.abc import Sequence
from dataclasses import dataclass

from darasa_reflex.features.answers import words
from darasa_reflex.features.answers.left_out import LeftOut
from darasa_reflex.features.answers.lexicon import lexicon
from darasa_reflex.features.answers.manner import Manner
from darasa_reflex.features.answers.reading import Reader, Reading
from darasa_reflex.features.answers.words import Sentence
from darasa_reflex.features.feedback import exchanges
from darasa_reflex.features.feedback.exchanges import Exchange, Kind
from darasa_reflex.features.feedback.found.left_open import Replied, is_left_open, tells_unknown
from darasa_reflex.features.feedback.material import Material, Said
from darasa_reflex.features.interviews.engines.languages import ENGLISH
from darasa_reflex.features.interviews.questions.locales.catalogue import ASKED_IN
from darasa_reflex.features.interviews.questions.locales.telling import is_in

_LEAST_ENGLISH = 0.2
# What these ask for is one's own: "My mother takes eleven medicines" is a reason.
_PERSONAL = frozenset({Kind.MOTIVATION, Kind.INTRODUCTION})
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
    number, replied = 0, Replied.to(material)
    for exchange in exchanges.exchanges(material):
        turns = () if material.foreign else exchange.answered
        asking = replied.asking(exchange) if turns else ()
        said = [(one.index, one.text) for one in turns if _is_legible(one) and one not in asking]
        number += exchange.kind.is_rated
        personal = exchange.kind in _PERSONAL
        reading = reader.read(said, [turn.text for turn in exchange.asked], personal=personal)
        foreign = any(map(is_foreign, turns))
        left = bool(turns) and all(turn in asking or is_left_open(turn) for turn in turns)
        beside = [turn for turn in turns if turn in asking or tells_unknown(turn)]
        place = number if exchange.kind.is_rated else 0
        found.append(Answer(place, exchange, reading, foreign, left, _sentences(beside)))
    return found


def _sentences(turns: Sequence[Said]) -> tuple[Sentence, ...]:
    known = filter(_is_known, turns)
    return tuple(one for turn in known for one in words.sentences(turn.index, turn.text))


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


def _is_known(turn: Said) -> bool:
    """Tell whether its words are known well."""
    return turn.from_text or not turn.rough


def _is_legible(turn: Said) -> bool:
    return _is_known(turn) and not is_left_open(turn) and not is_foreign(turn)
