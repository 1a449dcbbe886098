"""What the API tells of a thing, as JSON values. Fields are only added, never changed."""

from typing import Any

from darasa_reflex.features.feedback.runs.views import FeedbackView
from darasa_reflex.features.interviews.models import Speaker, Turn
from darasa_reflex.features.interviews.status import InterviewView
from darasa_reflex.features.job_infos.models import JobInfo


def job(one: JobInfo) -> dict[str, Any]:
    """Return a job."""
    return {
        "id": str(one.id),
        "name": one.name,
        "title": one.title,
        "experience_level": one.experience_level,
        "description": one.description,
        "skills": one.skills,
        "created_at": one.created_at.isoformat(),
    }


def interview(view: InterviewView) -> dict[str, Any]:
    """Return an interview."""
    one = view.interview
    return {
        "id": str(one.id),
        "job_id": str(view.job_info.id),
        "status": view.status.value,
        "minutes": one.minutes,
        "lasted_seconds": one.duration_seconds,
        "created_at": one.created_at.isoformat(),
    }


def turn(one: Turn) -> dict[str, Any]:
    """Return a turn; times are ms from the start of the interview."""
    return {
        "speaker": "candidate" if one.speaker == Speaker.ACTOR else "interviewer",
        "text": one.text,
        "begin_ms": one.began_ms,
        "end_ms": one.ended_ms,
        "typed": one.from_text,
    }


def feedback(view: FeedbackView) -> dict[str, Any]:
    """Return a run of feedback; the report is null until it is ready."""
    return {
        "run": view.run,
        "status": view.status.value,
        "reason": view.reason,
        "created_at": view.created_at.isoformat(),
        "report": view.report.as_json() if view.report else None,
    }
