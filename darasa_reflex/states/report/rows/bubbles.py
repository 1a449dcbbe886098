"""From turns to bubbles: neighbouring turns of one speaker stand together."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from darasa_reflex.components.room.transcript import BubbleRow, Utterance
from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.features.feedback.material import Said
from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.engines.languages import ENGLISH
from darasa_reflex.features.interviews.models import Speaker, Turn
from darasa_reflex.features.interviews.questions.question_plan import WARM_UP
from darasa_reflex.states.jobs.rows import clock
from darasa_reflex.states.report.anchors import anchor_of

_MS_PER_SECOND = 1_000
_EARLY = marked("before the first question, not rated")
_MARK = re.compile(f"({re.escape(evi.NOT_UNDERSTOOD)})")


def bubbles(
    turns: Sequence[Turn], language: str, asks: str = ENGLISH, *, live: bool = False
) -> list[BubbleRow]:
    """Return a transcript as bubbles, in the order of the turns.

    Args:
        turns: All of an interview.
        language: What the person answers in, as in ISO 639-1.
        asks: What the interviewer speaks.
        live: The person can still say again what was not understood.
    """
    spoken = {Speaker.ACTOR.value: language, Speaker.INTERVIEWER.value: asks}
    early = _before_the_first_question(turns)
    return [
        _bubble(list(said), spoken[speaker], live=live, early=early)
        for speaker, said in groupby(turns, key=lambda turn: turn.speaker)
    ]


def _before_the_first_question(turns: Sequence[Turn]) -> frozenset[int]:
    """Return the positions of what the person said before anything was asked.

    It answers nothing. Where an engine does not tell what belongs to which question, there is none.
    """
    own = [turn for turn in turns if turn.speaker == Speaker.ACTOR.value]
    asked = [turn.position for turn in turns if turn not in own and turn.question]
    first = next((turn.position for turn in own if turn.question), len(turns))
    return frozenset(
        turn.position for turn in own if turn.position < min(first, max(asked, default=0))
    )


def with_ways(rows: Sequence[BubbleRow], ways: Mapping[str, tuple[str, str]]) -> list[BubbleRow]:
    """Return bubbles with a way to the answer they belong to.

    Args:
        rows: Without ways.
        ways: Id of a turn's element to the words and the address of its answer.
    """
    return [
        replace(row, way=way, way_to=to)
        for row in rows
        for way, to in [
            next((ways[u.anchor] for u in row.utterances if u.anchor in ways), ("", ""))
        ]
    ]


def _bubble(
    turns: Sequence[Turn], language: str, *, live: bool, early: frozenset[int]
) -> BubbleRow:
    return BubbleRow(
        speaker=turns[0].speaker,
        time=clock(turns[0].began_ms / _MS_PER_SECOND),
        language=language,
        labels=[
            *([_(_EARLY)] if early & {turn.position for turn in turns} else []),
            *labels_of(turns, live=live),
        ],
        utterances=[Utterance(anchor_of(turn.position), shown(turn)) for turn in turns],
    )


def shown(turn: Turn) -> str:
    """Return the words of a turn, and where some are missing for how long: "[9 s not understood]".

    Marks that are not ours, as in a typed turn, stay as they are.
    """
    return filled([turn.text], turn.unread)[0]


def filled(pieces: Sequence[str], unread: Sequence[Sequence[int]]) -> list[str]:
    """Return the pieces of a turn, with the length of each stretch that was not understood."""
    if sum(piece.count(evi.NOT_UNDERSTOOD) for piece in pieces) != len(unread):
        return list(pieces)
    lengths = (max(1, round((end - begin) / _MS_PER_SECOND)) for begin, end in unread)
    told = (_("[{seconds} s not understood]", seconds=seconds) for seconds in lengths)
    return [
        "".join(next(told) if part == evi.NOT_UNDERSTOOD else part for part in _MARK.split(piece))
        for piece in pieces
    ]


def labels_of(turns: Sequence[Turn | Said], *, live: bool = False) -> list[str]:
    """Return what a reader of neighbouring turns of one speaker should know."""
    unread = any(turn.unread for turn in turns)
    told = (
        (_("warm-up, not rated"), all(turn.question == WARM_UP for turn in turns)),
        (_("typed"), any(turn.from_text for turn in turns)),
        (_("rough transcription"), any(turn.rough for turn in turns)),
        (_("not understood: say it again, or type it"), unread and live),
        (_("not all of it was understood"), unread and not live),
        (_("cut off"), turns[-1].cut_off),
    )
    return [label for label, applies in told if applies]
