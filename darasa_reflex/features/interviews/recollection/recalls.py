"""Reads and writes of what is to be compared with an engine's own record, and of the result."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import or_, update
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from darasa_reflex.features.interviews import repository
from darasa_reflex.features.interviews.call.writing import lengths
from darasa_reflex.features.interviews.engines.history import RecalledTurn
from darasa_reflex.features.interviews.models import Call
from darasa_reflex.features.interviews.recollection import mending
from darasa_reflex.features.interviews.recollection.reconcile import reconcile


def due(session: Session, engines: Sequence[str], now: datetime) -> Call | None:
    """Return the oldest ended call whose record is to be asked for now, or None."""
    after = col(Call.recall_after)
    waiting = _waiting(engines).where(or_(after.is_(None), after <= now))
    return session.exec(waiting.order_by(col(Call.connected_at)).limit(1)).first()


def waiting_of(session: Session, engines: Sequence[str], interview_id: UUID) -> Sequence[Call]:
    """Return the ended calls of an interview whose record is still wanted, oldest first."""
    waiting = _waiting(engines).where(Call.interview_id == interview_id)
    return session.exec(waiting.order_by(col(Call.connected_at))).all()


def _waiting(engines: Sequence[str]) -> SelectOfScalar[Call]:
    return select(Call).where(
        col(Call.ended_at).is_not(None),
        col(Call.recalled_at).is_(None),
        col(Call.engine).in_(engines),
    )


def put_off(session: Session, call: Call, until: datetime) -> None:
    """Ask for a call's record again later, unless another worker has compared it meanwhile."""
    session.exec(
        update(Call)
        .where(col(Call.id) == call.id, col(Call.recalled_at).is_(None))
        .values(recall_after=until, recall_attempts=col(Call.recall_attempts) + 1)
    )


def hasten(session: Session, chat_id: str) -> None:
    """Let a call's record be asked for at once, if it is still wanted."""
    session.exec(
        update(Call)
        .where(col(Call.id) == chat_id, col(Call.recalled_at).is_(None))
        .values(recall_after=None)
    )


def name_group(session: Session, chat_id: str, group_id: str) -> None:
    """Store what the engine calls the conversation of a call, if that is not known."""
    session.exec(
        update(Call)
        .where(col(Call.id) == chat_id, col(Call.group_id).is_(None))
        .values(group_id=group_id)
    )


def end_lost(
    session: Session, chat_id: str, ended_at: datetime, seconds: float, seen_before: datetime
) -> None:
    """Store the end of a call whose server died; leave any other as it is."""
    call = _held(session, chat_id)
    if call is None or call.ended_at is not None or call.seen_at >= seen_before:
        return
    ended_at = max(ended_at, call.seen_at)
    lengths.set_seconds(session, chat_id, seconds, ended_at)
    call.ended_at, call.end_reason = ended_at, "server_lost"
    session.add(call)


def apply(session: Session, call_id: str, said: Sequence[RecalledTurn], now: datetime) -> bool:
    """Make the stored turns of a call whole, once; False when another worker has, or it is gone."""
    agreed = _agreed(session, call_id)
    call = _held(session, call_id)
    if call is None or call.recalled_at is not None:
        return False
    call.recalled_at, call.recall_after = now, None
    session.add(call)
    turns = list(repository.turns(session, call.interview_id))
    offset = mending.offset_ms(session, call)
    edits = reconcile(mending.live_turns(call, turns, offset), said)
    mending.complete(turns, edits)
    if agreed:
        mending.express(turns, edits)
    if edits.missing:
        mending.insert(session, call, turns, edits.missing, offset, expressive=agreed)
    return True


def _held(session: Session, call_id: str) -> Call | None:
    """Return a call whose interview is held, so that nobody else writes it or its turns."""
    of_call = select(Call.interview_id).where(Call.id == call_id)
    interview_id = session.exec(of_call).one_or_none()
    if interview_id is None or not repository.lock(session, interview_id):
        return None
    return session.get(Call, call_id)


def _agreed(session: Session, call_id: str) -> bool:
    """Tell whether the person had agreed before the call that vocal expressions are kept."""
    of_call = select(Call.interview_id, Call.connected_at).where(Call.id == call_id)
    found = session.exec(of_call).one_or_none()
    if found is None:
        return False
    agreed_at = repository.agreed_at(session, found[0])
    return agreed_at is not None and agreed_at <= found[1]
