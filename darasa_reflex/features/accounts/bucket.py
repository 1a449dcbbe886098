"""The token bucket of starts: per person, in SQL, the same in all workers, kept over restarts."""

from datetime import UTC, datetime, timedelta
from math import ceil
from uuid import UUID

from sqlalchemy import TextClause, text
from sqlmodel import Session

from darasa_reflex.core.errors import AllowanceUsedUp
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.core.words.sentences import ngettext

# Source: the original app's limit for creating interviews.
CAPACITY = 12
REFILL_PER_SECOND = 4 / 86_400
# Longer waits are told in hours.
_MINUTES_TOLD = 90


def take(session: Session, user_id: UUID, now: datetime) -> None:
    """Take one token in the caller's transaction.

    Raises:
        AllowanceUsedUp: The bucket is empty; says when the next token is there.
    """
    key, at = _key(user_id), now.timestamp()
    given = {"key": key, "capacity": float(CAPACITY), "rate": REFILL_PER_SECOND, "now": at}
    if session.connection().execute(_statement(session), given).first() is None:
        raise AllowanceUsedUp(*_refusal(session, key, now))


def give_back(session: Session, user_id: UUID, now: datetime) -> None:
    """Put one token back in the caller's transaction, as far as there is room."""
    left = f"{_least(session)}(:capacity, tokens + (:now - at) * :rate + 1)"
    given = {"key": _key(user_id), "capacity": float(CAPACITY), "rate": REFILL_PER_SECOND}
    session.connection().execute(
        text(f"update rate_bucket set tokens = {left}, at = :now where key = :key"),  # noqa: S608
        {**given, "now": now.timestamp()},
    )


def _key(user_id: UUID) -> str:
    return f"start:{user_id}"


def _least(session: Session) -> str:
    return "min" if session.get_bind().dialect.name == "sqlite" else "least"


def _statement(session: Session) -> TextClause:
    left = f"{_least(session)}(:capacity, rate_bucket.tokens + (:now - rate_bucket.at) * :rate)"
    # Only the function's name is put in; every value is bound.
    return text(
        "insert into rate_bucket (key, tokens, at) values (:key, :capacity - 1, :now) "  # noqa: S608
        f"on conflict (key) do update set tokens = {left} - 1, at = :now where {left} >= 1 "
        "returning tokens"
    )


def _refusal(session: Session, key: str, now: datetime) -> tuple[str, datetime]:
    row = (
        session.connection()
        .execute(text("select tokens, at from rate_bucket where key = :key"), {"key": key})
        .one()
    )
    frees_at = datetime.fromtimestamp(row.at + (1 - row.tokens) / REFILL_PER_SECOND, UTC)
    return _told(frees_at - now), frees_at


def _told(wait: timedelta) -> str:
    """Return a refusal with its wait in words, never shorter than it is."""
    minutes = max(ceil(wait.total_seconds() / 60), 1)
    if minutes <= _MINUTES_TOLD:
        return ngettext(
            "You have started many interviews today. The next start is free in {count} minute.",
            "You have started many interviews today. The next start is free in {count} minutes.",
            minutes,
        )
    return _(
        "You have started many interviews today. The next start is free in less than {hours} "
        "hours.",
        hours=ceil(minutes / 60),
    )
