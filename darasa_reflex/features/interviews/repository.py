"""Reads and writes of interviews. Those a person asks for name the owner.

Whoever writes a call or a turn holds the interview first; see the order of locks in `core.db`.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import bindparam, func, update
from sqlmodel import Session, SQLModel, col, select

from darasa_reflex.core.errors import NotFound
from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.features.accounts.models import User
from darasa_reflex.features.interviews.models import Call, Interview, Ticket, Turn
from darasa_reflex.features.job_infos.models import JobInfo

DELETED = marked("This interview was deleted.")
SIGNED_OUT = "signed_out"

# What a live call does for every answer and beat, as statements made once: building them from the
# classes, and objects from their rows, takes longer than the database does.
_INTERVIEW, _TURN = (SQLModel.metadata.tables[it] for it in ("interview", "turn"))
_HELD = (
    sa.select(_INTERVIEW.c.id).where(_INTERVIEW.c.id == bindparam("interview_id")).with_for_update()
)
_KEYED = sa.select(_TURN.c.id).where(
    _TURN.c.interview_id == bindparam("interview_id"), _TURN.c.key == bindparam("key")
)
# A bare `max` alone is read off the index's end.
_NEWEST = sa.select(func.max(_TURN.c.position)).where(
    _TURN.c.interview_id == bindparam("interview_id")
)
_GIVEN = [column for column in _TURN.c if column.name != "position"]
# A turn whose key is there already is left out; one without a key never is.
_APPENDED = sa.insert(_TURN).from_select(
    [*_GIVEN, _TURN.c.position],
    sa.select(
        *(bindparam(column.name, type_=column.type) for column in _GIVEN),
        func.coalesce(_NEWEST.scalar_subquery(), -1) + 1,
    ).where(~_KEYED.exists()),
)
_TIMED = (
    sa.update(_TURN)
    .where(_TURN.c.id == bindparam("turn_id"))
    .values(began_ms=bindparam("began"), ended_ms=bindparam("ended"))
)


def get_owned(
    session: Session, owner_id: UUID, interview_id: UUID, *, held: bool = False
) -> tuple[Interview, JobInfo]:
    """Return the person's interview and its job info.

    Args:
        session: An open transaction.
        owner_id: Who asks.
        interview_id: What they ask for.
        held: Whether nobody else may change the interview before the transaction ends.

    Raises:
        NotFound: There is none, or it is someone else's.
    """
    owned = (
        select(Interview, JobInfo)
        .join(JobInfo, col(JobInfo.id) == col(Interview.job_info_id))
        .where(Interview.id == interview_id, JobInfo.user_id == owner_id)
    )
    found = session.exec(owned.with_for_update(of=Interview) if held else owned).one_or_none()
    if found is None:
        raise NotFound
    return found


def list_of_job(
    session: Session, job_info_id: UUID, limit: int, offset: int = 0
) -> Sequence[Interview]:
    """Return the newest interviews of a job info that the caller has found to be the person's."""
    return session.exec(
        select(Interview)
        .where(Interview.job_info_id == job_info_id)
        .order_by(col(Interview.created_at).desc())
        .limit(limit)
        .offset(offset)
    ).all()


def latest(
    session: Session, owner_id: UUID, limit: int, offset: int = 0
) -> Sequence[tuple[Interview, JobInfo]]:
    """Return the person's newest interviews of all their jobs."""
    return session.exec(
        select(Interview, JobInfo)
        .join(JobInfo, col(JobInfo.id) == col(Interview.job_info_id))
        .where(JobInfo.user_id == owner_id)
        .order_by(col(Interview.created_at).desc())
        .limit(limit)
        .offset(offset)
    ).all()


def newest_unfinished(session: Session, owner_id: UUID) -> tuple[Interview, JobInfo] | None:
    """Return the person's newest interview that connected and is not finished."""
    return session.exec(
        select(Interview, JobInfo)
        .join(JobInfo, col(JobInfo.id) == col(Interview.job_info_id))
        .where(
            JobInfo.user_id == owner_id,
            col(Interview.chat_id).is_not(None),
            col(Interview.finished_at).is_(None),
        )
        .order_by(col(Interview.created_at).desc())
        .limit(1)
    ).first()


def newest(session: Session, owner_id: UUID) -> Interview | None:
    """Return the interview that the person started last, or None."""
    return session.exec(
        select(Interview)
        .join(JobInfo, col(JobInfo.id) == col(Interview.job_info_id))
        .where(JobInfo.user_id == owner_id)
        .order_by(col(Interview.created_at).desc())
        .limit(1)
    ).first()


def held_of_jobs(
    session: Session, owner_id: UUID, job_info_ids: Sequence[UUID]
) -> dict[UUID, tuple[int, datetime]]:
    """Return of the person's own job infos how many interviews connected, and when the last began.

    Job infos without one are left out.
    """
    rows = session.exec(
        select(Interview.job_info_id, func.count(), func.max(col(Interview.created_at)))
        .join(JobInfo, col(JobInfo.id) == col(Interview.job_info_id))
        .where(
            JobInfo.user_id == owner_id,
            col(Interview.job_info_id).in_(job_info_ids),
            col(Interview.chat_id).is_not(None),
        )
        .group_by(col(Interview.job_info_id))
    )
    return {job_info_id: (many, newest) for job_info_id, many, newest in rows.all()}


def reserving(session: Session, owner_id: UUID) -> Sequence[Interview]:
    """Return a person's interviews that never connected and were to hold a place until then."""
    return session.exec(
        select(Interview)
        .join(JobInfo, col(JobInfo.id) == col(Interview.job_info_id))
        .where(
            JobInfo.user_id == owner_id,
            col(Interview.chat_id).is_(None),
            col(Interview.reserved_until).is_not(None),
        )
    ).all()


def turns(session: Session, interview_id: UUID) -> Sequence[Turn]:
    """Return what was said, oldest first."""
    return session.exec(
        select(Turn).where(Turn.interview_id == interview_id).order_by(col(Turn.position))
    ).all()


def live_calls(session: Session, interview_ids: Sequence[UUID], since: datetime) -> set[UUID]:
    """Return which interviews have a call that was seen alive after `since`."""
    rows = session.exec(
        select(Call.interview_id).where(
            col(Call.interview_id).in_(interview_ids),
            col(Call.ended_at).is_(None),
            col(Call.seen_at) >= since,
        )
    )
    return set(rows.all())


def lock(session: Session, interview_id: UUID) -> bool:
    """Keep an interview from being deleted before the transaction ends; whether it is there."""
    held = session.connection().execute(_HELD, {"interview_id": interview_id})
    return held.one_or_none() is not None


def add_turn(session: Session, turn: Turn) -> None:
    """Append a turn to its interview; one that was typed and is there already is left alone.

    Raises:
        NotFound: The interview was deleted meanwhile.
    """
    # The person before the interview, as everywhere: else two transactions wait for each other.
    if turn.expressions and agreed_at(session, turn.interview_id) is None:
        turn.expressions = {}
    # Locked, so that two calls of one interview cannot take the same position.
    if not lock(session, turn.interview_id):
        raise NotFound(_(DELETED))
    row = {column.name: getattr(turn, column.name) for column in _GIVEN}
    session.connection().execute(_APPENDED, row)


def set_times(session: Session, heard: Mapping[UUID, tuple[int, int]]) -> None:
    """Store when turns were heard: begin and end in ms of their interview, which is held."""
    times = [{"turn_id": its, "began": began, "ended": end} for its, (began, end) in heard.items()]
    if times:
        session.connection().execute(_TIMED, times)


def has_turn(session: Session, turn_id: UUID) -> bool:
    """Tell whether a turn is kept."""
    return session.get(Turn, turn_id) is not None


def has_keyed_turn(session: Session, interview_id: UUID, key: str) -> bool:
    """Tell whether the typed turn that a client knows by a key is kept."""
    found = session.connection().execute(_KEYED, {"interview_id": interview_id, "key": key})
    return found.one_or_none() is not None


def agreed_at(session: Session, interview_id: UUID) -> datetime | None:
    """Return when the person of an interview agreed to vocal expressions; None: they do not.

    Their row stays locked until the caller's transaction ends: taking the consent back either
    comes first, or finds what is written here.
    """
    owner = (
        select(User.expressions_consent_at)
        .join(JobInfo, col(JobInfo.user_id) == col(User.id))
        .join(Interview, col(Interview.job_info_id) == col(JobInfo.id))
        .where(Interview.id == interview_id)
        .with_for_update(of=User, read=True)
    )
    return session.exec(owner).one_or_none()


def replace_calls(session: Session, interview_id: UUID, now: datetime) -> None:
    """End the open calls of an interview, because another is about to open."""
    session.exec(
        update(Call)
        .where(col(Call.interview_id) == interview_id, col(Call.ended_at).is_(None))
        .values(ended_at=now, end_reason="replaced")
    )


def open_call(session: Session, call: Call) -> Interview:
    """Insert a call, end those it replaces, and store its chat id with the interview."""
    replace_calls(session, call.interview_id, call.connected_at)
    session.add(call)
    interview = session.get_one(Interview, call.interview_id)
    interview.chat_id = call.id
    interview.chat_group_id = interview.chat_group_id or call.group_id or call.id
    interview.engine = call.engine
    session.add(interview)
    return interview


def newest_group(session: Session, interview_id: UUID, engine: str) -> str | None:
    """Return what an engine calls the conversation of an interview; None when it has no name."""
    return session.exec(
        select(Call.group_id)
        .where(
            Call.interview_id == interview_id,
            Call.engine == engine,
            col(Call.group_id).is_not(None),
        )
        .order_by(col(Call.connected_at).desc())
        .limit(1)
    ).first()


def sign_out(session: Session, user_id: UUID, sign_in: str, now: datetime) -> None:
    """End passes and calls that were opened with a sign-in which its provider has ended."""
    own = select(Interview.id).join(JobInfo).where(JobInfo.user_id == user_id)
    with_it = select(Call.interview_id).where(
        Call.sign_in == sign_in, col(Call.ended_at).is_(None), col(Call.interview_id).in_(own)
    )
    held = select(Interview.id).where(col(Interview.id).in_(with_it)).order_by(col(Interview.id))
    ids = session.exec(held.with_for_update()).all()
    of_it = (col(Call.sign_in) == sign_in, col(Call.ended_at).is_(None))
    ended = {"ended_at": now, "end_reason": SIGNED_OUT}
    session.exec(update(Call).where(col(Call.interview_id).in_(ids), *of_it).values(**ended))
    passes = (
        col(Ticket.user_id) == user_id,
        col(Ticket.sign_in) == sign_in,
        col(Ticket.spent_at).is_(None),
    )
    session.exec(update(Ticket).where(*passes).values(spent_at=now))


def close_orphans(session: Session, seen_before: datetime) -> None:
    """End the calls of servers that died. One that somebody deletes just now is left alone."""
    orphans = (
        select(Call.id)
        .where(col(Call.ended_at).is_(None), col(Call.seen_at) < seen_before)
        .with_for_update(skip_locked=True)
    )
    session.exec(
        update(Call)
        .where(col(Call.id).in_(orphans))
        .values(ended_at=col(Call.seen_at), end_reason="server_lost")
        .execution_options(synchronize_session=False)
    )
