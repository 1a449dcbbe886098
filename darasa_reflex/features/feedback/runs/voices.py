"""How voices came across, in words: kept with consent only, gone when it is taken back."""

from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from darasa_reflex.features.feedback.runs.models import Feedback
from darasa_reflex.features.interviews import repository as interviews
from darasa_reflex.features.interviews.models import Interview
from darasa_reflex.features.job_infos.models import JobInfo

# Name of the pass in which a judge words a voice.
VOICE = "voice"
_NOTHING_WORDED = {"voice": None, "voice_caveat": ""}


def forget(session: Session, owner_id: UUID) -> None:
    """Delete the words on a person's voice from all their feedback, the caller's transaction."""
    runs = (
        select(Feedback)
        .join(Interview, col(Interview.id) == col(Feedback.interview_id))
        .join(JobInfo, col(JobInfo.id) == col(Interview.job_info_id))
        .where(JobInfo.user_id == owner_id)
        .with_for_update(of=Feedback)
    )
    for run in session.exec(runs):
        run.report, run.passes = _without(run.report), _without(run.passes)
        session.add(run)


def as_agreed(session: Session, interview_id: UUID, columns: dict[str, Any]) -> dict[str, Any]:
    """Return columns of a run that is about to be written, without words that are not agreed to.

    The person's row stays locked until the caller's transaction ends, so that taking the consent
    back either comes first, or finds what was written.
    """
    worded = {name for name in ("report", "passes") if columns.get(name, {}).get(VOICE)}
    if not worded or interviews.agreed_at(session, interview_id) is not None:
        return columns
    return columns | {name: _without(columns[name]) for name in worded}


def _without(kept: dict[str, Any]) -> dict[str, Any]:
    """Return a report, or the passes of a judge, without words on a voice."""
    if "rubric_version" in kept:
        return kept | _NOTHING_WORDED
    return {name: value for name, value in kept.items() if name != VOICE}
