"""How long calls last: stored by their beats and at their ends, read by whoever shows it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import bindparam, func
from sqlmodel import Session, SQLModel

from darasa_reflex.core.errors import NotFound
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.features.accounts.local import sign_ins
from darasa_reflex.features.interviews.models import Call
from darasa_reflex.features.interviews.repository import DELETED, SIGNED_OUT

# Statements made once, as in `repository`.
_JOB, _INTERVIEW, _CALL = (SQLModel.metadata.tables[it] for it in ("job_info", "interview", "call"))
# How long the other calls of an interview have lasted.
_OTHERS = sa.alias(_CALL)
_BEFORE = (
    sa.select(func.coalesce(func.sum(_OTHERS.c.seconds), 0.0))
    .where(_OTHERS.c.interview_id == _INTERVIEW.c.id, _OTHERS.c.id != _CALL.c.id)
    .scalar_subquery()
)
_LASTING = (
    sa.select(
        _INTERVIEW.c.duration_seconds,
        _CALL.c.connected_at,
        _CALL.c.seen_at,
        _CALL.c.seconds,
        _CALL.c.ended_at,
        _BEFORE.label("before"),
    )
    .select_from(
        _INTERVIEW.join(_JOB, _JOB.c.id == _INTERVIEW.c.job_info_id).outerjoin(
            _CALL, _CALL.c.id == _INTERVIEW.c.chat_id
        )
    )
    .where(_INTERVIEW.c.id == bindparam("within"), _JOB.c.user_id == bindparam("owner_id"))
)
_LASTED = sa.select(
    _CALL.c.interview_id, _CALL.c.connected_at, _CALL.c.seen_at, _CALL.c.seconds, _CALL.c.ended_at
).where(_CALL.c.id == bindparam("call_id"))
_LASTS = (
    sa.update(_CALL)
    .where(_CALL.c.id == bindparam("call_id"))
    .values(seconds=bindparam("lasted"), seen_at=bindparam("seen"))
)
_TOTAL = sa.select(
    _INTERVIEW.c.duration_seconds,
    sa.select(func.sum(_CALL.c.seconds))
    .where(_CALL.c.interview_id == bindparam("within"))
    .scalar_subquery(),
).where(_INTERVIEW.c.id == bindparam("within"))
_LONGER = (
    sa.update(_INTERVIEW)
    .where(_INTERVIEW.c.id == bindparam("within"))
    .values(duration_seconds=bindparam("total"))
)
# Both rows are locked, the interview's first: what another transaction wrote while this one waited
# is read anew, for locked rows only. The other calls of the interview are over.
_BEATEN = (
    sa.select(
        _INTERVIEW.c.id,
        _INTERVIEW.c.finished_at,
        _INTERVIEW.c.duration_seconds,
        _CALL.c.connected_at,
        _CALL.c.seconds,
        _CALL.c.ended_at,
        _CALL.c.end_reason,
        _CALL.c.sign_in,
        _BEFORE.label("before"),
    )
    .select_from(_INTERVIEW.join(_CALL, _CALL.c.interview_id == _INTERVIEW.c.id))
    .where(_CALL.c.id == bindparam("call_id"))
    .with_for_update()
)


def set_seconds(session: Session, call_id: str, seconds: float, now: datetime) -> None:
    """Store how long a call that is not over has lasted. Its interview is held.

    The stored value never shrinks and never exceeds the time since the call connected.

    Args:
        session: An open write transaction.
        call_id: The EVI chat id.
        seconds: As the caller reckons.
        now: On the server's clock.
    """
    line = session.connection()
    call = line.execute(_LASTED, {"call_id": call_id}).one_or_none()
    if call is not None and call.ended_at is None:
        lasted = _lasted(call, seconds, now)
        # Only the call itself can tell that its server lives.
        line.execute(_LASTS, {"call_id": call_id, "lasted": lasted, "seen": call.seen_at})
        _sum_up(session, call.interview_id)


@dataclass(frozen=True, slots=True)
class Beaten:
    """How a call stands.

    Attributes:
        lives: Whether it may last: nobody has ended it.
        finished: Whether its interview has been ended for good.
        signed_out: Whether its person has signed out of what it was opened with.
    """

    lives: bool
    finished: bool
    signed_out: bool


def beat(session: Session, call_id: str, seconds: float, now: datetime) -> Beaten:
    """Store that a call lives and how long it has lasted, as `set_seconds` does.

    Raises:
        NotFound: It was deleted, with its interview.
    """
    line = session.connection()
    found = line.execute(_BEATEN, {"call_id": call_id}).one_or_none()
    if found is None:
        raise NotFound(_(DELETED))
    if found.ended_at is None:
        lasted = _lasted(found, seconds, now)
        line.execute(_LASTS, {"call_id": call_id, "lasted": lasted, "seen": now})
        if (whole := round(found.before + lasted)) > found.duration_seconds:
            line.execute(_LONGER, {"within": found.id, "total": whole})
    return Beaten(
        lives=found.ended_at is None,
        finished=found.finished_at is not None,
        signed_out=found.end_reason == SIGNED_OUT or sign_ins.has_ended(session, found.sign_in),
    )


@dataclass(frozen=True, slots=True)
class Lasting:
    """How long an interview has lasted.

    Attributes:
        seconds: With its live call, by the caller's word; what is stored where there is none.
        behind: How much longer its live call has lasted than is stored.
    """

    seconds: int
    behind: float = 0.0


def lasting(
    session: Session,
    owner_id: UUID,
    interview_id: UUID,
    *,
    seconds: float,
    since: datetime,
    now: datetime,
) -> Lasting:
    """Return how long the person's interview has lasted.

    Args:
        session: An open transaction.
        owner_id: Who asks.
        interview_id: What they ask for.
        seconds: What the caller says of the live call; see `set_seconds`.
        since: When a live call was seen at the latest.
        now: On the server's clock.

    Raises:
        NotFound: There is none, or it is someone else's.
    """
    asked = {"within": interview_id, "owner_id": owner_id}
    found = session.connection().execute(_LASTING, asked).one_or_none()
    if found is None:
        raise NotFound
    # The clock of a call whose server died runs on; its length does not.
    if found.connected_at is None or found.ended_at is not None or found.seen_at < since:
        return Lasting(found.duration_seconds)
    lasted = _lasted(found, seconds, now)
    whole = max(found.duration_seconds, round(found.before + lasted))
    return Lasting(whole, lasted - found.seconds)


def _lasted(call: Any, seconds: float, now: datetime) -> float:  # noqa: ANN401 (a row)
    return max(call.seconds, min(seconds, (now - call.connected_at).total_seconds()))


def end_call(session: Session, call_id: str, seconds: float, now: datetime, reason: str) -> None:
    """Store the final length of a call, whose interview is held. A replaced one keeps its end.

    Time after that end belongs to the call that replaced it.
    """
    call = session.get(Call, call_id)
    if call is None:  # the job info was deleted meanwhile
        return
    if call.ended_at is None:
        call.ended_at, call.end_reason, call.seen_at = now, reason, now
    else:
        seconds = min(seconds, (call.ended_at - call.connected_at).total_seconds())
    call.seconds = max(call.seconds, seconds)
    session.add(call)
    session.flush()
    _sum_up(session, call.interview_id)


def _sum_up(session: Session, interview_id: UUID) -> None:
    line, within = session.connection(), {"within": interview_id}
    stored, total = line.execute(_TOTAL, within).one()
    if (whole := round(total or 0)) > stored:
        line.execute(_LONGER, within | {"total": whole})
