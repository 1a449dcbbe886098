"""Edits of a call's turns, made to rows."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from uuid import UUID

from sqlalchemy import func, update
from sqlmodel import Session, col, select

from darasa_reflex.core.database.db import storable
from darasa_reflex.features.interviews.engines.history import RecalledTurn
from darasa_reflex.features.interviews.models import Call, Speaker, Turn
from darasa_reflex.features.interviews.recollection.reconcile import Edits, LiveTurn, Missing


def offset_ms(session: Session, call: Call) -> int:
    """Return how much interview time earlier calls took, as their own turns count it."""
    earlier = select(func.sum(Call.seconds)).where(
        Call.interview_id == call.interview_id, Call.connected_at < call.connected_at
    )
    return round(session.exec(earlier).one() or 0) * 1000


def live_turns(call: Call, turns: Sequence[Turn], offset: int) -> list[LiveTurn]:
    """Return the stored turns of one call, with times in Unix ms."""
    began_ms = round(call.connected_at.timestamp() * 1000)
    return [
        LiveTurn(
            id=turn.id,
            speaker=turn.speaker,
            text=turn.text,
            at_ms=began_ms + turn.began_ms - offset,
            cut_off=turn.cut_off,
        )
        for turn in turns
        if turn.chat_id == call.id
    ]


def complete(turns: Sequence[Turn], edits: Edits) -> None:
    """Give answers that a lost line cut off their end; when it was spoken, nobody measured."""
    for turn in turns:
        if text := edits.completed.get(turn.id):
            turn.text, turn.cut_off = storable(text), False
            turn.ended_ms, turn.segments, turn.words = None, [], []


def express(turns: Sequence[Turn], edits: Edits) -> None:
    """Attach how the person's voice sounded, where that is not known yet."""
    for turn in turns:
        heard = edits.matched.get(turn.id)
        spoken = turn.speaker == Speaker.ACTOR.value and not turn.from_text
        if heard and heard.expressions and spoken and not turn.expressions:
            turn.expressions = dict(heard.expressions)


def insert(
    session: Session,
    call: Call,
    turns: Sequence[Turn],
    missing: Sequence[Missing],
    offset: int,
    *,
    expressive: bool,
) -> None:
    """Insert turns that never arrived where they were said, and number all turns anew."""
    following: dict[UUID | None, list[Turn]] = {}
    for one in missing:
        new = _turn(call, one.turn, offset, expressive=expressive)
        following.setdefault(one.after, []).append(new)
    begins = _begin_of(session, call, turns)
    ordered = [*turns[:begins], *following.get(None, ()), *turns[begins:]]
    for after, added in following.items():
        if after is not None:
            place = next(i for i, turn in enumerate(ordered) if turn.id == after) + 1
            ordered[place:place] = added
    _keep_in_order(ordered, {t.id for t in turns}, offset + round(call.seconds * 1000))
    _renumber(session, call.interview_id, ordered)


def _turn(call: Call, said: RecalledTurn, offset: int, *, expressive: bool) -> Turn:
    return Turn(
        interview_id=call.interview_id,
        chat_id=call.id,
        position=-1,
        speaker=said.speaker,
        text=storable(said.text),
        began_ms=offset + said.at_ms - round(call.connected_at.timestamp() * 1000),
        expressions=dict(said.expressions) if expressive else {},
    )


def _begin_of(session: Session, call: Call, turns: Sequence[Turn]) -> int:
    """Return the index at which the turns of a call begin, or would begin."""
    later = set(
        session.exec(
            select(Call.id).where(
                Call.interview_id == call.interview_id, Call.connected_at > call.connected_at
            )
        )
    )
    own = (i for i, turn in enumerate(turns) if turn.chat_id == call.id or turn.chat_id in later)
    return next(own, len(turns))


def _keep_in_order(ordered: Sequence[Turn], known: AbstractSet[UUID], end_ms: int) -> None:
    """Move the times of new turns between those of their neighbours: clocks of vendors differ."""
    earliest = 0
    for index, turn in enumerate(ordered):
        if turn.id not in known:
            after = (later.began_ms for later in ordered[index + 1 :] if later.id in known)
            latest = next(after, max(end_ms, earliest))
            turn.began_ms = max(min(turn.began_ms, latest), min(earliest, latest))
        earliest = max(turn.ended_ms or 0, turn.began_ms)


def _renumber(session: Session, interview_id: UUID, ordered: Sequence[Turn]) -> None:
    """Number turns from 0. Positions are unique at every moment, so all step aside first."""
    session.flush()
    session.exec(
        update(Turn)
        .where(col(Turn.interview_id) == interview_id)
        .values(position=-1 - col(Turn.position))
        .execution_options(synchronize_session=False)
    )
    for position, turn in enumerate(ordered):
        if turn in session:  # its old number may be its new one
            session.expire(turn, ["position"])
        turn.position = position
        session.add(turn)
    session.flush()
