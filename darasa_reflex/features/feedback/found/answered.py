"""Each question with its answer as rules read it."""

from collections.abc import Sequence
from dataclasses import dataclass

from darasa_reflex.features.answers import words
from darasa_reflex.features.answers.left_out import LeftOut
from darasa_reflex.features.answers.lexicon import lexicon
from darasa_reflex.features.answers.manner import Manner
from darasa_reflex.features.answers.reading import Reader, Reading
from darasa_reflex.features.feedback import exchanges
from darasa_reflex.features.feedback.exchanges import Exchange, Kind
from darasa_reflex.features.feedback.material import Material, Said

_LEAST_ENGLISH = 0.2
# What these ask for is one's own: "My mother takes eleven medicines" is a reason.
_PERSONAL = frozenset({Kind.MOTIVATION, Kind.INTRODUCTION})


@dataclass(frozen=True, slots=True)
class Answer:
    """A question with its answer.

    Attributes:
        number: Its place among the questions that count, from 1; 0 for greetings and the like.
        reading: Of the sentences in English that were transcribed well enough.
    """

    number: int
    exchange: Exchange
    reading: Reading

    @property
    def is_answered(self) -> bool:
        """Whether something was said that can be read as an answer."""
        return any(why is not LeftOut.LIST for why in self.reading.left_out)

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
    number = 0
    for exchange in exchanges.exchanges(material):
        legible = () if material.foreign else tuple(filter(_is_legible, exchange.answered))
        said = [(turn.index, turn.text) for turn in legible]
        number += exchange.kind.is_rated
        personal = exchange.kind in _PERSONAL
        reading = reader.read(said, [turn.text for turn in exchange.asked], personal=personal)
        found.append(Answer(number if exchange.kind.is_rated else 0, exchange, reading))
    return found


def reads_as_english(answers: Sequence[Answer]) -> bool:
    """Tell whether the words of all answers are mostly sentences in English."""
    terms = [term for a in answers for s in a.reading.sentences for term in s.terms]
    known = sum(term in lexicon.FUNCTION_WORDS for term in terms)
    return known >= _LEAST_ENGLISH * len(terms)


def raw_words(answer: Answer) -> int:
    """Return how many words were said in an answer, read or not."""
    return sum(words.count(turn.text) for turn in answer.exchange.answered)


def _is_legible(turn: Said) -> bool:
    return turn.from_text or not turn.rough
