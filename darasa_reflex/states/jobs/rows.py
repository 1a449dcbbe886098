"""What lists show of job infos and interviews: small values in the words of the page."""

from datetime import datetime

from darasa_reflex.components.lists.interview_rows import InterviewRow
from darasa_reflex.components.lists.job_cards import JobCard
from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.core.words.sentences import ngettext, short
from darasa_reflex.features.feedback.service import FeedbackGlance
from darasa_reflex.features.interviews.service import LIST_LIMIT
from darasa_reflex.features.interviews.status import InterviewStatus, InterviewView
from darasa_reflex.features.job_infos.models import JobInfo
from darasa_reflex.states.events import addresses

_LEVELS = {
    "junior": marked("Junior"),
    "mid-level": marked("Mid-level"),
    "senior": marked("Senior"),
}
_SECONDS_PER_MINUTE = 60


def job_card(job_info: JobInfo, held: int, last: datetime | None) -> JobCard:
    """Return a job info as a card, with how many interviews were held and when the last began."""
    return JobCard(
        id=str(job_info.id),
        address=addresses.job_info_page(job_info.id),
        name=job_info.name,
        facts=facts_of(job_info),
        held=_held(held),
        last=last.isoformat() if last else "",
        next=_("Next interview") if held else _("First interview"),
        next_to=addresses.new_interview(job_info.id),
        what_goes=what_goes(held),
    )


def facts_of(job_info: JobInfo) -> list[str]:
    """Return title and level of a job info, as far as they are known."""
    level = level_word(job_info.experience_level)
    return [job_info.title, level] if job_info.title else [level]


def what_goes(many: int) -> str:
    """Return what is deleted with a job info, as a sentence."""
    if not many:
        return _("It has no interviews.")
    if many == LIST_LIMIT:
        return _(
            "{many} or more interviews will be deleted with it: transcripts and feedback.",
            many=many,
        )
    return ngettext(
        "{count} interview will be deleted with it: transcripts and feedback.",
        "{count} interviews will be deleted with it: transcripts and feedback.",
        many,
    )


def interview_row(view: InterviewView, feedback: FeedbackGlance | None = None) -> InterviewRow:
    """Return an interview as a row, with how its feedback stands."""
    overall = feedback.overall if feedback else None
    interview, job_info = view.interview, view.job_info
    return InterviewRow(
        id=str(interview.id),
        began=interview.created_at.isoformat(),
        lasted=clock(interview.duration_seconds),
        planned=_("planned {minutes} min", minutes=interview.minutes),
        status=view.status.value,
        feedback=feedback.status.value if feedback else "",
        rating=short(overall) if overall is not None else "",
        open=view.status is not InterviewStatus.ENDED,
        address=addresses.interview_page(job_info.id, interview.id),
        room=addresses.room(job_info.id, interview.id),
    )


def _held(many: int) -> str:
    if not many:
        return _("No interview yet")
    return ngettext("{count} interview", "{count} interviews", many)


def level_word(level: str) -> str:
    """Return an experience level as the page calls it."""
    return _(_LEVELS.get(level, level))


def clock(seconds: float) -> str:
    """Return a length or a moment as "03:12"."""
    minutes, rest = divmod(int(seconds), _SECONDS_PER_MINUTE)
    return f"{minutes:02}:{rest:02}"
