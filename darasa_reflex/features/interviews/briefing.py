"""From rows to what an interviewer is told when a call opens."""

from dataclasses import dataclass
from uuid import UUID, uuid4

from sqlmodel import Session

from darasa_reflex.features.accounts.models import User
from darasa_reflex.features.interviews import evi, repository
from darasa_reflex.features.interviews.interviewer import NOT_SPECIFIED, Brief, SaidTurn
from darasa_reflex.features.interviews.models import Interview, Patience
from darasa_reflex.features.interviews.plan import QuestionPlan
from darasa_reflex.features.job_infos.models import JobInfo


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """What the transaction that opened a call read. See `Interview` and `Brief` for the fields."""

    interview_id: UUID
    chat_id: str
    chat_group_id: str
    elapsed_ms: int
    user_name: str
    job_info: JobInfo
    interview: Interview
    said: tuple[SaidTurn, ...]

    @classmethod
    def of(cls, session: Session, interview: Interview, chat_id: str) -> "Opened":
        """Read all that a call needs to know of its interview."""
        job_info = session.get_one(JobInfo, interview.job_info_id)
        turns = repository.turns(session, interview.id)
        return cls(
            interview_id=interview.id,
            chat_id=chat_id,
            chat_group_id=interview.chat_group_id or chat_id,
            elapsed_ms=interview.duration_seconds * 1000,
            user_name=session.get_one(User, job_info.user_id).name,
            job_info=job_info,
            interview=interview,
            said=tuple(
                SaidTurn(speaker=turn.speaker, text=turn.text, question=turn.question)
                for turn in turns
            ),
        )

    @property
    def metadata(self) -> evi.ChatMetadata:
        """The first message of the call."""
        return evi.ChatMetadata(
            chat_id=self.chat_id, chat_group_id=self.chat_group_id, request_id=str(uuid4())
        )


def brief_of(opened: Opened, *, verbose: bool) -> Brief:
    """Return what the interviewer is told."""
    return Brief(
        user_name=opened.user_name,
        job_title=opened.job_info.title or NOT_SPECIFIED,
        description=opened.job_info.description,
        experience_level=opened.job_info.experience_level,
        skills=tuple(opened.job_info.skills),
        plan=QuestionPlan.of(opened.interview.plan),
        said=opened.said,
        patience_seconds=Patience(opened.interview.patience).seconds,
        minutes=opened.interview.minutes,
        elapsed_ms=opened.elapsed_ms,
        verbose=verbose,
        chat_group_id=opened.chat_group_id,
    )
