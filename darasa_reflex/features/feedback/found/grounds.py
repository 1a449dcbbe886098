"""Whether there is enough to tell anything of the words, whoever judges."""

from collections.abc import Sequence
from dataclasses import dataclass

from darasa_reflex.core.words.stored import sentence, sentences
from darasa_reflex.features.answers import words
from darasa_reflex.features.feedback.found import answered
from darasa_reflex.features.feedback.found.answered import Answer

# Source: rules of honesty; fewer answers or words carry no judgement.
LEAST_ANSWERS, LEAST_WORDS = 3, 60
ROUGH = sentence(
    "Rough transcription: about one word in three may be wrong, so nothing is told from your "
    "words. "
    "Type your answers to have them read."
)
FOREIGN = sentence(
    "Without a model, feedback reads English only: nothing is told from your words, how you spoke "
    "is measured."
)
_NOT_ENGLISH = sentence("Not enough evidence: most of this does not read as sentences in English.")


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a judgement rests on.

    Attributes:
        answers: Those that count; a question left unanswered in the middle is among them.
        refusal: Why nothing is told; None when there is enough.
        foreign: Not a word is read here, since they are not English: a judge that knows their
            language can judge them.
    """

    answers: tuple[Answer, ...]
    refusal: str | None
    foreign: bool = False


def survey(answers: Sequence[Answer], *, foreign: bool = False) -> Grounds:
    """Return what can be judged; greetings, cut-off answers and rough words are left out.

    Args:
        answers: All of the interview.
        foreign: They are not in English.
    """
    asked = [answer for answer in answers if answer.exchange.kind.is_rated]
    fine = [a for a in asked if _is_fine(a)]
    rough = any(answer.exchange.rough for answer in asked)
    given, said = _given(fine), sum(answer.reading.word_count for answer in fine)
    enough = given >= LEAST_ANSWERS and said >= LEAST_WORDS
    heard = sum(a.exchange.questions for a in asked) >= LEAST_ANSWERS
    heard = heard and sum(answered.raw_words(a) for a in asked) >= LEAST_WORDS
    if foreign and heard:
        return Grounds(tuple(fine), FOREIGN, foreign=True)
    if enough and answered.reads_as_english(fine):
        return Grounds(tuple(fine), None)
    if rough and heard:
        return Grounds(tuple(fine), ROUGH)
    if foreign:
        given, said = sum(a.exchange.questions for a in fine), sum(map(answered.raw_words, fine))
    unread = heard and any(answer.foreign for answer in asked)
    refusal = _NOT_ENGLISH if enough or unread else _too_little(fine, given, said)
    return Grounds(tuple(fine), refusal)


def _is_fine(answer: Answer) -> bool:
    exchange = answer.exchange
    wordless = exchange.unread or (answer.is_unreadable and not answer.reading.sentences)
    if exchange.cut_off or wordless:
        return False
    return bool(exchange.answered) or not exchange.is_last


def _given(answers: Sequence[Answer]) -> int:
    return sum(answer.exchange.questions for answer in answers if answer.is_answered)


def _too_little(answers: Sequence[Answer], given: int, said: int) -> str:
    # Words that were not read at all are neither praise nor repetition.
    read = sum(words.count(one.text) for answer in answers for one in answer.reading.sentences)
    left_out = read - sum(answer.reading.word_count for answer in answers)
    counts: dict[str, str | int] = {
        "answers": sentences("{count} answer", "{count} answers", given),
        "words": sentences("{count} word", "{count} words", said),
        "least_answers": LEAST_ANSWERS,
        "least_words": LEAST_WORDS,
    }
    if left_out > 1:  # of one word there is nothing to tell
        return sentence(
            "Not enough to tell: {answers}, {words} ({left_out} words of praise, small talk, "
            "repetition and the like are left out). From {least_answers} answers and "
            "{least_words} words on we can.",
            left_out=left_out,
            **counts,
        )
    return sentence(
        "Not enough to tell: {answers}, {words}. From {least_answers} answers and {least_words} "
        "words on we can.",
        **counts,
    )
