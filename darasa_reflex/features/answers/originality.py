"""Whether a sentence says something new: not the question's words, the job's, or its own again."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from darasa_reflex.features.answers import words
from darasa_reflex.features.answers.left_out import LeftOut
from darasa_reflex.features.answers.lexicon.lexicon import specifics
from darasa_reflex.features.answers.words import Sentence

# Runs of this many words in common are borrowed, not chance.
_RUN = 4
_COPIED_SHARE = 0.6
_LEAST_STEMS = 3
_SAME_SHARE = 0.8
# A sentence of so many particular words, each said before, joins earlier ones and adds nothing.
_LEAST_SPREAD = 4


@dataclass(slots=True)
class Originality:
    """Remembers what was said and asked so far. Feed it the turns in order."""

    _runs: set[tuple[str, ...]] = field(default_factory=set[tuple[str, ...]])
    _borrowed: set[tuple[str, ...]] = field(default_factory=set[tuple[str, ...]])
    _whole: set[tuple[str, ...]] = field(default_factory=set[tuple[str, ...]])
    _said: list[frozenset[str]] = field(default_factory=list[frozenset[str]])
    _holders: dict[str, set[int]] = field(default_factory=dict[str, set[int]])

    def borrow(self, text: str) -> None:
        """Remember words that are not the candidate's: a question, or the job's text."""
        for sentence in words.sentences(0, text):
            self._runs |= set(_runs(sentence.stems))
            self._borrowed.add(sentence.stems)

    def why(self, sentence: Sentence) -> LeftOut | None:
        """Return COPY or REPEAT for a sentence that brings nothing new, and remember it."""
        if self._is_copied(sentence):
            return LeftOut.COPY
        repeated = self._is_repeated(sentence)
        self._remember(sentence)
        return LeftOut.REPEAT if repeated else None

    def _is_copied(self, sentence: Sentence) -> bool:
        if sentence.stems in self._borrowed:
            return True
        covered: set[int] = set()
        for place, run in enumerate(_runs(sentence.stems)):
            if run in self._runs:
                covered |= set(range(place, place + _RUN))
        return len(covered) >= _COPIED_SHARE * len(sentence.stems) and bool(covered)

    def _is_repeated(self, sentence: Sentence) -> bool:
        if sentence.stems in self._whole:
            return True
        own = _content(sentence)
        if len(own) < _LEAST_STEMS:
            return False
        if len(own) >= _LEAST_SPREAD and own <= self._holders.keys():
            return True
        near: dict[int, int] = {}
        for stem in own:
            for number in self._holders.get(stem, ()):
                near[number] = near.get(number, 0) + 1
        return any(shared >= _SAME_SHARE * len(own) for shared in near.values())

    def _remember(self, sentence: Sentence) -> None:
        self._whole.add(sentence.stems)
        self._said.append(_content(sentence))
        for stem in self._said[-1]:
            self._holders.setdefault(stem, set()).add(len(self._said) - 1)


def _content(sentence: Sentence) -> frozenset[str]:
    """Return what identifies a sentence: its particular words and its numbers."""
    numbers = (term for term in sentence.terms if term[0].isdigit())
    return specifics(sentence) | frozenset(numbers)


def _runs(stems: tuple[str, ...]) -> Iterable[tuple[str, ...]]:
    return (stems[place : place + _RUN] for place in range(len(stems) - _RUN + 1))
