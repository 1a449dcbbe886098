"""From turns to bubbles: neighbouring turns of one speaker stand together."""

from collections.abc import Sequence
from itertools import groupby

from darasa_reflex.components.room.transcript import BubbleRow, Utterance
from darasa_reflex.features.interviews.engines.languages import ENGLISH
from darasa_reflex.features.interviews.models import Speaker, Turn
from darasa_reflex.features.interviews.questions.question_plan import WARM_UP
from darasa_reflex.states.jobs.rows import clock
from darasa_reflex.states.report.report_rows import anchor_of

_MS_PER_SECOND = 1_000


def bubbles(turns: Sequence[Turn], language: str) -> list[BubbleRow]:
    """Return a transcript as bubbles, in the order of the turns.

    Args:
        turns: All of an interview.
        language: What the person answers in, as in ISO 639-1. The interviewer speaks English.
    """
    spoken = {Speaker.ACTOR.value: language, Speaker.INTERVIEWER.value: ENGLISH}
    return [
        _bubble(list(said), spoken[speaker])
        for speaker, said in groupby(turns, key=lambda turn: turn.speaker)
    ]


def _bubble(turns: Sequence[Turn], language: str) -> BubbleRow:
    return BubbleRow(
        speaker=turns[0].speaker,
        time=clock(turns[0].began_ms / _MS_PER_SECOND),
        language=language,
        labels=_labels(turns),
        utterances=[Utterance(anchor_of(turn.position), turn.text) for turn in turns],
    )


def _labels(turns: Sequence[Turn]) -> list[str]:
    told = (
        ("warm-up, not rated", all(turn.question == WARM_UP for turn in turns)),
        ("typed", any(turn.from_text for turn in turns)),
        ("rough transcription", any(turn.rough for turn in turns)),
        ("cut off", turns[-1].cut_off),
    )
    return [label for label, applies in told if applies]
