"""Everything of a person, as JSON for them to keep, piece by piece: it may be very long.

Each piece is read in a transaction of its own, so that no download holds the database. What is
deleted meanwhile is left out, what is said meanwhile may be in it.
"""

import base64
import json
from collections import defaultdict
from collections.abc import AsyncGenerator, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlmodel import Session, col

from darasa_reflex.core.database.db import Database
from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.core.words.stored import of_column, told_within
from darasa_reflex.features.interviews.models import Interview
from darasa_reflex.features.interviews.recordings.models import Recording
from darasa_reflex.features.interviews.recordings.recordings import MEDIA_TYPE
from darasa_reflex.features.job_infos.models import JobInfo
from darasa_reflex.features.personal_data import holdings
from darasa_reflex.features.personal_data.holdings import Kind

# Counts up when a key of an export is renamed or goes.
VERSION = 1
_ABOUT = marked(
    "Everything this server keeps of you. Times of day are in UTC; lengths end in the name of "
    "their unit. Left out are secrets only: digests, passes and keys. Sound is in base64."
)
# Consents and choices stand apart from the rest of the profile.
_CONSENT = "expressions_consent_at"
_CHOICES = ("chosen_name", "patience", "language", "captions", "own_questions", "keep_days")
# Rows come in the order of these columns, as far as a table has them.
_ORDER = frozenset({"position", "run", "created_at", "connected_at", "chosen_at"})
_INNER = (
    holdings.CALLS, holdings.TURNS, holdings.FEEDBACK, holdings.ATTEMPTS,
    holdings.ATTEMPT_VERDICTS, holdings.BEST_ATTEMPTS, holdings.SELF_RATINGS,
    holdings.REPORT_LINKS, holdings.COMMENTS,
)  # fmt: skip
# Interviews of one piece: half a megabyte, if they are long.
_AT_ONCE = 10

Row = dict[str, Any]


async def pieces(db: Database, owner_id: UUID, now: datetime) -> AsyncGenerator[str]:
    """Yield the text of one JSON object.

    The person comes first, then job infos with their interviews, then recordings.
    """
    head, jobs = await db.read(lambda session: _head(session, owner_id, now))
    yield head + ',\n"job_infos": ['
    before = "\n"
    for job_id in jobs:
        job, held = await db.read(lambda session, one=job_id: _job(session, owner_id, one))
        if not job:
            continue
        yield before + job.removesuffix("}") + ',\n"interviews": ['
        async for some in _interviews(db, owner_id, held):
            yield some
        yield "\n]}"
        before = ",\n"
    yield '\n],\n"recordings": ['
    async for one in _recordings(db, owner_id):
        yield one
    yield "\n]}\n"


async def _recordings(db: Database, owner_id: UUID) -> AsyncGenerator[str]:
    """Yield recordings one by one: each may be half a megabyte."""
    own = select(col(Recording.turn_id)).where(holdings.RECORDINGS.of(owner_id))
    ordered = own.order_by(col(Recording.interview_id), col(Recording.began_ms))
    turns = await db.read(lambda s: s.connection().execute(ordered).scalars().all())
    before = "\n"
    for turn_id in turns:
        if found := await db.read(lambda s, one=turn_id: _recording(s, owner_id, one)):
            yield before + found
            before = ",\n"


def _recording(session: Session, owner_id: UUID, turn_id: UUID) -> str:
    """Return a recording with its sound; empty when it is gone."""
    this = col(Recording.turn_id) == turn_id
    rows = _rows(session, holdings.RECORDINGS, owner_id, this)
    sound = session.connection().execute(select(col(Recording.sound)).where(this)).scalar()
    if not rows or sound is None:
        return ""
    told = base64.b64encode(sound).decode()
    return _line({**rows[0], "media_type": MEDIA_TYPE, "sound": told})


async def _interviews(db: Database, owner_id: UUID, held: Sequence[UUID]) -> AsyncGenerator[str]:
    before = "\n"
    for start in range(0, len(held), _AT_ONCE):
        ids = held[start : start + _AT_ONCE]
        found = await db.read(lambda session, some=ids: _with_all(session, owner_id, some))
        if found:
            yield before + ",\n".join(found)
            before = ",\n"


def _head(session: Session, owner_id: UUID, now: datetime) -> tuple[str, Sequence[UUID]]:
    """Return the beginning of an object that tells of the person, and the ids of their jobs."""
    found = _rows(session, holdings.PROFILE, owner_id)
    profile: Row = found[0] if found else {}
    agreed_at = profile.pop(_CONSENT, None)
    head = {
        "format": "darasa-export",
        "version": VERSION,
        "about": _(_ABOUT),
        "exported_at": now,
        "choices": {name: profile.pop(name, None) for name in _CHOICES},
        "consents": {"vocal_expressions": {"agreed_at": agreed_at}},
        "profile": profile,
        **{
            kind.key: _rows(session, kind, owner_id)
            for kind in (
                holdings.PASSWORDS,
                holdings.ACCESS_TOKENS,
                holdings.SIGN_INS,
                holdings.LIMITS,
                holdings.OWN_QUESTIONS,
            )
        },
    }
    text = json.dumps(head, ensure_ascii=False, indent=2, default=_plain).removesuffix("\n}")
    return text, _ids(session, holdings.JOB_INFOS, owner_id)


def _job(session: Session, owner_id: UUID, job_id: UUID) -> tuple[str, Sequence[UUID]]:
    """Return a job info, empty when it is gone, and the ids of its interviews."""
    found = _rows(session, holdings.JOB_INFOS, owner_id, col(JobInfo.id) == job_id)
    of_job = col(Interview.job_info_id) == job_id
    return "".join(map(_line, found)), _ids(session, holdings.INTERVIEWS, owner_id, of_job)


def _with_all(session: Session, owner_id: UUID, ids: Sequence[UUID]) -> list[str]:
    """Return some interviews, each with all that belongs to it: a row a line."""

    def of(kind: Kind, name: str) -> list[Row]:
        return _rows(session, kind, owner_id, col(getattr(kind.table, name)).in_(ids))

    parts = {kind.key: _grouped(of(kind, "interview_id")) for kind in _INNER}
    return [
        _line(row).removesuffix("}")
        + "".join(f',\n"{key}": [{_lines(of_one[row["id"]])}]' for key, of_one in parts.items())
        + "}"
        for row in of(holdings.INTERVIEWS, "id")
    ]


def _rows(session: Session, kind: Kind, owner_id: UUID, *only: ColumnElement[bool]) -> list[Row]:
    columns = [getattr(kind.table, name) for name in kind.columns]
    by = [getattr(kind.table, name) for name in kind.columns if name in _ORDER]
    wanted = select(*columns).where(kind.of(owner_id), *only).order_by(*by)
    found = [told_within(dict(row)) for row in session.connection().execute(wanted).mappings()]
    return [_told(row) for row in found] if kind is holdings.FEEDBACK else found


def _told(row: Row) -> Row:
    """Return feedback with the sentences of its columns in the language of who takes it."""
    return row | {
        "step": of_column(row["step"]),
        "reason": row["reason"] and of_column(row["reason"]),
    }


def _ids(
    session: Session, kind: Kind, owner_id: UUID, *only: ColumnElement[bool]
) -> Sequence[UUID]:
    of_kind: Any = kind.table
    wanted = select(of_kind.id).where(kind.of(owner_id), *only)
    ordered = wanted.order_by(of_kind.created_at, of_kind.id)
    return session.connection().execute(ordered).scalars().all()


def _grouped(rows: Iterable[Row]) -> Mapping[UUID, list[Row]]:
    groups: defaultdict[UUID, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row["interview_id"]].append(row)
    return groups


def _lines(rows: Iterable[Row]) -> str:
    lines = ",\n".join(map(_line, rows))
    return f"\n{lines}\n" if lines else ""


def _line(row: Row) -> str:
    return json.dumps(row, ensure_ascii=False, default=_plain)


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)
