"""Addresses of pages, where states lead to them."""

from uuid import UUID

from darasa_reflex.settings import settings


def job_info_page(job_info_id: UUID) -> str:
    """Return the address of a job info."""
    return f"/app/job-infos/{job_info_id}"


def new_interview(job_info_id: UUID) -> str:
    """Return the address of the page before an interview."""
    return f"{job_info_page(job_info_id)}/interviews/new"


def interview_page(job_info_id: UUID, interview_id: UUID) -> str:
    """Return the address of an interview's transcript and feedback."""
    return f"{job_info_page(job_info_id)}/interviews/{interview_id}"


def interview_setup(job_info_id: UUID) -> str:
    """Return the address where the next interview of a job info is set up."""
    return f"{job_info_page(job_info_id)}/interviews/new"


def room(job_info_id: UUID, interview_id: UUID) -> str:
    """Return the address of the room where an interview is held."""
    return f"{interview_page(job_info_id, interview_id)}/room"


def answer_again(job_info_id: UUID, interview_id: UUID, turn_id: UUID) -> str:
    """Return the address where an answer is given again; `turn_id`: the turn that asked."""
    return f"{interview_page(job_info_id, interview_id)}/answers/{turn_id}/again"


def progress(job_info_id: UUID) -> str:
    """Return the address of the progress in one job."""
    return f"{job_info_page(job_info_id)}/progress"


def recording(turn_id: UUID) -> str:
    """Return where the browser's player gets the sound of a turn; the router does not know it."""
    return f"{settings().path}/recordings/{turn_id}"
