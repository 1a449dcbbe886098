"""Rows of questions, where rules have read each answer."""

from collections.abc import Sequence

from darasa_reflex.core.words.stored import sentence
from darasa_reflex.features.answers import words
from darasa_reflex.features.answers.manner import Manner
from darasa_reflex.features.feedback.delivery import table
from darasa_reflex.features.feedback.found import answered
from darasa_reflex.features.feedback.found.answered import Answer
from darasa_reflex.features.feedback.found.rules import is_alarming
from darasa_reflex.features.feedback.found.strip import Shown, strip
from darasa_reflex.features.feedback.judging import evidence
from darasa_reflex.features.feedback.material import Said
from darasa_reflex.features.feedback.report.asked import question_of
from darasa_reflex.features.feedback.report.report import PartFound, QuestionRow

# Of how it was done, what a row of the report lists.
_TOLD = tuple(manner for manner in Manner if manner not in {Manner.DEED, Manner.OWNED})


def questions(
    answers: Sequence[Answer], delivery: table.Delivery, turns: Sequence[Said]
) -> tuple[QuestionRow, ...]:
    """Return a row for each question that asked for something."""
    asked = [answer for answer in answers if answer.exchange.kind.is_rated]
    return tuple(_question(answer, delivery, turns) for answer in asked)


def _question(answer: Answer, delivery: table.Delivery, turns: Sequence[Said]) -> QuestionRow:
    exchange = answer.exchange
    own = {turn.index for turn in exchange.answered}
    spoken = [one for one in delivery.answers if own & set(one.turns)]
    parts = tuple(_part(shown, turns) for shown in strip(answer))
    unread = exchange.unread or (answer.is_unreadable and not answer.reading.sentences)
    if exchange.cut_off or unread:
        parts = tuple(part for part in parts if part.quote)
    return QuestionRow(
        turn=exchange.asked[0].index,
        question=question_of(exchange),
        answered=bool(exchange.answered),
        seconds=round(sum(one.seconds for one in spoken), 1) if spoken else None,
        found=tuple(part.name for part in parts if part.quote),
        missing=(),
        note=_note(answer),
        number=answer.number,
        parts=parts,
        thinking=None if not spoken or spoken[0].thinking is None else round(spoken[0].thinking, 1),
        word_count=answered.raw_words(answer),
        said={m.value: answer.words_of(m) for m in _TOLD if answer.words_of(m)},
    )


def _part(shown: Shown, turns: Sequence[Said]) -> PartFound:
    found = shown.sentence
    quote = evidence.of_sentence(found.text, found.turn, shown.name, turns) if found else None
    place = evidence.place_of(quote, turns) if quote else None
    return PartFound(name=shown.name, quote=quote, place=place)


def _note(answer: Answer) -> str:
    """Return what else is to say of an answer; may be empty."""
    exchange = answer.exchange
    told = (
        (exchange.cut_off, sentence("Cut off; not counted.")),
        (exchange.unread, sentence("Not all of it was understood; not counted.")),
        (
            exchange.rough and not answer.reading.sentences,
            sentence("Rough transcription; its spoken words are not read."),
        ),
        (not exchange.answered, sentence("Not answered.")),
        (answer.foreign, sentence("What is not in English is not read.")),
        (answer.left_open, sentence("Left open: nothing here is read as an answer.")),
    )
    why = next((text for holds, text in told if holds), "")
    return _asked_about(answer) if not why and is_alarming(answer) else why


def _asked_about(answer: Answer) -> str:
    said = words.cased(answer.words_of(Manner.HARM)[0])
    return sentence("An interviewer will ask about these words: “{said}”.", said=said)
