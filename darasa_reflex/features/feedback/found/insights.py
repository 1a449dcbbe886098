"""What is true of the words by construction: counted, listed, never judged."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from darasa_reflex.features.answers import terms
from darasa_reflex.features.answers.left_out import LeftOut
from darasa_reflex.features.answers.manner import Manner
from darasa_reflex.features.answers.words import Sentence
from darasa_reflex.features.feedback.delivery import fillers
from darasa_reflex.features.feedback.found.answered import Answer

# What is not the person's own, or no answer.
_NOT_NAMING = frozenset({LeftOut.ADDRESSED, LeftOut.COPY})
_MOST_WORDS, _MOST_NUMBERS, _MOST_HEDGES = 8, 12, 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Insights:
    """Counts over all answers.

    Attributes:
        words_most: Words of weight used most, with how often.
        terms_named: Terms of the job that were named.
        terms_unnamed: Those that were not.
        own: How often "I", "me" or "my" was said.
        shared: How often "we", "us" or "our" was.
        numbers: Numbers as they were said, each once.
        hedges: Hedges, with how often.
        fillers: How often "um" and "uh" stand in what was spoken; None where nothing was spoken.
        phrases: How often "you know", "I mean" and the like do; None where nothing was spoken.
    """

    words_most: tuple[tuple[str, int], ...] = ()
    terms_named: tuple[str, ...] = ()
    terms_unnamed: tuple[str, ...] = ()
    own: int = 0
    shared: int = 0
    numbers: tuple[str, ...] = ()
    hedges: tuple[tuple[str, int], ...] = ()
    fillers: int | None = None
    phrases: int | None = None


def insights(answers: Sequence[Answer], job_terms: Sequence[str]) -> Insights:
    """Return what was counted over all answers of an interview, the person's questions included."""
    sentences = [sentence for answer in answers for sentence in answer.reading.sentences]
    named = named_terms(answers, job_terms)
    hedges = Counter(w for a in answers for w in a.reading.phrases.get(Manner.HEDGE, ()))
    spoken = [
        turn.text
        for answer in answers
        for turn in answer.exchange.answered
        if not turn.from_text and not turn.rough and not answer.foreign
    ]
    numbers = dict.fromkeys(number for answer in answers for number in answer.reading.numbers)
    return Insights(
        words_most=tuple(terms.most_used(sentences, _MOST_WORDS)),
        terms_named=named,
        terms_unnamed=tuple(term for term in job_terms if term not in named),
        own=sum(answer.reading.own for answer in answers),
        shared=sum(answer.reading.shared for answer in answers),
        numbers=tuple(numbers)[:_MOST_NUMBERS],
        hedges=tuple(hedges.most_common(_MOST_HEDGES)),
        fillers=sum(map(fillers.count_sounds, spoken)) if spoken else None,
        phrases=sum(map(fillers.count_phrases, spoken)) if spoken else None,
    )


def named_terms(answers: Sequence[Answer], job_terms: Sequence[str]) -> tuple[str, ...]:
    """Return the terms of the job that were named anywhere, the person's questions included."""
    return tuple(term for term in job_terms if next(naming(answers, term), None))


def naming(answers: Sequence[Answer], term: str) -> Iterator[Sentence]:
    """Yield the sentences that name a term of the job in the person's own words, lists included."""
    for answer in answers:
        said = zip(answer.reading.sentences, answer.reading.left_out, strict=True)
        for sentence in (one for one, why in said if why not in _NOT_NAMING):
            if terms.names(term, sentence.text):
                yield sentence
        yield from (one for one in answer.beside if terms.names(term, one.text))
