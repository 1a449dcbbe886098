"""Whether there is enough to rate, before any number is given."""

from collections.abc import Sequence
from dataclasses import dataclass

from darasa_reflex.features.feedback import words
from darasa_reflex.features.feedback.cues import answers as reading
from darasa_reflex.features.feedback.cues.answers import Answer

# Source: rules of honesty; fewer answers or words carry no rating.
LEAST_ANSWERS, LEAST_WORDS = 3, 60
ROUGH = (
    "Rough transcription: about one word in three may be wrong, so your words are not rated. "
    "Type your answers to have them rated."
)
FOREIGN = (
    "Without a model, feedback reads English only: your words are not rated, how you spoke is "
    "measured."
)
_NOT_ENGLISH = "Not enough evidence: most of this does not read as sentences in English."


@dataclass(frozen=True, slots=True)
class Grounds:
    """What ratings rest on.

    Attributes:
        answers: Asked and rateable; a question left unanswered in the middle is among them.
        refusal: Why nothing is rated; None when there is enough.
        any_speech: Whether there is enough of it to rate delivery, words aside.
        foreign: Not a word is read here, since they are not English: a judge that knows their
            language can rate them.
    """

    answers: tuple[Answer, ...]
    refusal: str | None
    any_speech: bool
    foreign: bool = False


def survey(answers: Sequence[Answer], *, foreign: bool = False) -> Grounds:
    """Return what can be rated: no greetings, nothing cut off, rough or not understood.

    Args:
        answers: All of the interview.
        foreign: They are not in English.
    """
    asked = [answer for answer in answers if answer.exchange.kind.is_rated]
    fine = [a for a in asked if _is_fine(a)]
    rough = any(answer.exchange.rough for answer in asked)
    given, said = _given(fine), sum(answer.word_count for answer in fine)
    enough = given >= LEAST_ANSWERS and said >= LEAST_WORDS
    heard = sum(a.exchange.questions for a in asked) >= LEAST_ANSWERS
    heard = heard and sum(_raw_words(a) for a in asked) >= LEAST_WORDS
    if foreign and heard:
        return Grounds(tuple(fine), FOREIGN, any_speech=False, foreign=True)
    if enough and reading.reads_as_english(fine):
        return Grounds(tuple(fine), None, any_speech=True)
    if rough and heard:
        return Grounds(tuple(fine), ROUGH, any_speech=True)
    if foreign:
        given, said = sum(a.exchange.questions for a in fine), sum(map(_raw_words, fine))
    refusal = _NOT_ENGLISH if enough else _too_little(fine, given, said)
    return Grounds(tuple(fine), refusal, any_speech=False)


def _is_fine(answer: Answer) -> bool:
    exchange = answer.exchange
    if exchange.cut_off or exchange.unread or (exchange.rough and not answer.marked):
        return False
    return bool(exchange.answered) or not exchange.is_last


def _given(answers: Sequence[Answer]) -> int:
    return sum(answer.exchange.questions for answer in answers if answer.is_answered)


def _raw_words(answer: Answer) -> int:
    return sum(words.count(turn.text) for turn in answer.exchange.answered)


def _too_little(answers: Sequence[Answer], given: int, said: int) -> str:
    left_out = sum(_raw_words(answer) for answer in answers) - said
    count = f"{given} answer{'' if given == 1 else 's'}, {said} word{'' if said == 1 else 's'}"
    aside = f" ({left_out} repeated, copied or unreadable words are left out)" if left_out else ""
    return (
        f"Not enough to rate: {count}{aside}. "
        f"From {LEAST_ANSWERS} answers and {LEAST_WORDS} words on we can."
    )
