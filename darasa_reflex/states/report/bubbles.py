"""From turns to bubbles: neighbouring turns of one speaker stand together."""

from collections.abc import Sequence
from itertools import groupby

from darasa_reflex.components.room.transcript import BubbleRow, Utterance
from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.engines.languages import ENGLISH
from darasa_reflex.features.interviews.models import Speaker, Turn
from darasa_reflex.features.interviews.questions.question_plan import WARM_UP
from darasa_reflex.states.jobs.rows import clock
from darasa_reflex.states.report.report_rows import anchor_of

_MS_PER_SECOND = 1_000


def bubbles(turns: Sequence[Turn], language: str, *, live: bool = False) -> list[BubbleRow]:
    """Return a transcript as bubbles, in the order of the turns.

    Args:
        turns: All of an interview.
        language: What the person answers in, as in ISO 639-1. The interviewer speaks English.
        live: The person can still say again what was not understood.
    """
    spoken = {Speaker.ACTOR.value: language, Speaker.INTERVIEWER.value: ENGLISH}
    return [
        _bubble(list(said), spoken[speaker], live=live)
        for speaker, said in groupby(turns, key=lambda turn: turn.speaker)
    ]


def _bubble(turns: Sequence[Turn], language: str, *, live: bool) -> BubbleRow:
    return BubbleRow(
        speaker=turns[0].speaker,
        time=clock(turns[0].began_ms / _MS_PER_SECOND),
        language=language,
        labels=_labels(turns, live=live),
        utterances=[Utterance(anchor_of(turn.position), shown(turn)) for turn in turns],
    )


def shown(turn: Turn) -> str:
    """Return the words of a turn, and where some are missing for how long: "[9 s not understood]".

    Marks that are not ours, as in a typed turn, stay as they are.
    """
    parts = turn.text.split(evi.NOT_UNDERSTOOD)
    if len(parts) != len(turn.unread) + 1:
        return turn.text
    lengths = (max(1, round((end - begin) / _MS_PER_SECOND)) for begin, end in turn.unread)
    told = [f"[{seconds} s not understood]" for seconds in lengths]
    return "".join(piece for pair in zip(parts, [*told, ""], strict=True) for piece in pair)


def _labels(turns: Sequence[Turn], *, live: bool) -> list[str]:
    unread = any(turn.unread for turn in turns)
    told = (
        ("warm-up, not rated", all(turn.question == WARM_UP for turn in turns)),
        ("typed", any(turn.from_text for turn in turns)),
        ("rough transcription", any(turn.rough for turn in turns)),
        ("not understood: say it again, or type it", unread and live),
        ("not all of it was understood", unread and not live),
        ("cut off", turns[-1].cut_off),
    )
    return [label for label, applies in told if applies]
