"""Where an interview stands, in one word."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from darasa_reflex.features.interviews.models import Interview
from darasa_reflex.features.job_infos.models import JobInfo


class InterviewStatus(StrEnum):
    """Where an interview stands. The values are stored nowhere; pages show their own words."""

    NOT_STARTED = "not_started"
    RUNNING = "running"
    INTERRUPTED = "interrupted"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class InterviewView:
    """An interview with its job and its status."""

    interview: Interview
    job_info: JobInfo
    status: InterviewStatus

    @property
    def has_begun(self) -> bool:
        """Whether it was talked in, and has not ended."""
        return self.status in {InterviewStatus.RUNNING, InterviewStatus.INTERRUPTED}


def status_of(interview: Interview, live: set[UUID]) -> InterviewStatus:
    """Return where an interview stands; `live` names those with a call that is alive."""
    if interview.finished_at is not None:
        return InterviewStatus.ENDED
    if interview.id in live:
        return InterviewStatus.RUNNING
    if interview.chat_id is not None:
        return InterviewStatus.INTERRUPTED
    return InterviewStatus.NOT_STARTED
