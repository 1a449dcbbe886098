"""Everything of a person, as JSON for them to keep."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from darasa_reflex.features.personal_data import holdings
from darasa_reflex.features.personal_data.holdings import Kind

# Counts up when a key of an export is renamed or goes.
VERSION = 1
_ABOUT = (
    "Everything this Darasa keeps of you. Times of day are in UTC; lengths end in the name of "
    "their unit. Left out are secrets only: digests, passes and keys."
)
# Consents and choices stand apart from the rest of the profile.
_CONSENT = "expressions_consent_at"
_CHOICES = ("chosen_name", "patience", "language", "captions", "own_questions", "keep_days")
# Rows come in the order of these columns, as far as a table has them.
_ORDER = frozenset({"position", "run", "created_at", "connected_at"})

Row = dict[str, Any]


def export(session: Session, owner_id: UUID, now: datetime) -> bytes:
    """Return everything of a person as UTF-8 JSON. Slow for many interviews: runs in a thread."""
    found = _rows(session, holdings.PROFILE, owner_id)
    profile: Row = found[0] if found else {}
    agreed_at = profile.pop(_CONSENT, None)
    whole = {
        "format": "darasa-export",
        "version": VERSION,
        "about": _ABOUT,
        "exported_at": now,
        "choices": {name: profile.pop(name, None) for name in _CHOICES},
        "consents": {"vocal_expressions": {"agreed_at": agreed_at}},
        "profile": profile,
        **{
            kind.key: _rows(session, kind, owner_id)
            for kind in (
                holdings.PASSWORDS,
                holdings.SIGN_INS,
                holdings.LIMITS,
                holdings.OWN_QUESTIONS,
            )
        },
        "job_infos": _job_infos(session, owner_id),
    }
    return json.dumps(whole, ensure_ascii=False, indent=2, default=_plain).encode()


def _job_infos(session: Session, owner_id: UUID) -> list[Row]:
    """Return job infos, with their interviews in them, and in those all that belongs to one."""
    inner = (holdings.CALLS, holdings.TURNS, holdings.FEEDBACK)
    parts = {kind.key: _grouped(_rows(session, kind, owner_id), "interview_id") for kind in inner}
    interviews = [
        row | {key: groups.get(row["id"], []) for key, groups in parts.items()}
        for row in _rows(session, holdings.INTERVIEWS, owner_id)
    ]
    of_job = _grouped(interviews, "job_info_id")
    jobs = _rows(session, holdings.JOB_INFOS, owner_id)
    return [row | {"interviews": of_job.get(row["id"], [])} for row in jobs]


def _rows(session: Session, kind: Kind, owner_id: UUID) -> list[Row]:
    by = [col(getattr(kind.table, name)) for name in kind.columns if name in _ORDER]
    found = session.exec(select(kind.table).where(kind.of(owner_id)).order_by(*by))
    return [{name: getattr(row, name) for name in kind.columns} for row in found]


def _grouped(rows: Iterable[Row], by: str) -> Mapping[UUID, list[Row]]:
    groups: defaultdict[UUID, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row[by]].append(row)
    return groups


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)
