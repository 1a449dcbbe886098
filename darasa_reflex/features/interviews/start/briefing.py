"""From rows to what an interviewer is told when a call opens."""

from dataclasses import dataclass
from uuid import UUID, uuid4

from sqlmodel import Session

from darasa_reflex.core.engines.cast import Cast, Member
from darasa_reflex.features.accounts.models import User
from darasa_reflex.features.interviews import evi, repository
from darasa_reflex.features.interviews.engines.interviewer import (
    NOT_SPECIFIED,
    Brief,
    Interviewer,
    SaidTurn,
)
from darasa_reflex.features.interviews.models import Interview, Patience
from darasa_reflex.features.interviews.questions.question_plan import QuestionPlan
from darasa_reflex.features.interviews.start.ticket import Spent
from darasa_reflex.features.job_infos.models import JobInfo


@dataclass(frozen=True, slots=True, kw_only=True)
class Admitted:
    """What the transaction that spent a ticket read. See `Interview` and `Brief` for the fields.

    Attributes:
        engine: Who will play.
        owner_id: Whose interview it is.
        allowance: How many interviews that person may hold; None: any number.
        before: The admission that this one has overtaken; None: there was none.
        expressive: Whether the person agreed that vocal expressions are kept.
        sign_in: With what the call ends.
    """

    interview: Interview
    job_info: JobInfo
    owner_id: UUID
    allowance: int | None
    sign_in: str | None
    before: str | None
    user_name: str
    expressive: bool
    said: tuple[SaidTurn, ...]
    interviewer: Member[Interviewer]
    resumed_group: str

    @classmethod
    def of(
        cls,
        session: Session,
        interview: Interview,
        interviewers: Cast[Interviewer],
        spent: Spent,
        before: str | None,
    ) -> "Admitted":
        """Read all that a call needs to know of its interview."""
        job_info = session.get_one(JobInfo, interview.job_info_id)
        user = session.get_one(User, job_info.user_id)
        turns = repository.turns(session, interview.id)
        interviewer = interviewers.chosen(interview.wanted_engine)
        return cls(
            interview=interview,
            job_info=job_info,
            owner_id=user.id,
            allowance=spent.allowance,
            sign_in=spent.sign_in,
            before=before,
            user_name=user.chosen_name or user.name,
            expressive=user.expressions_consent_at is not None,
            said=tuple(
                SaidTurn(speaker=turn.speaker, text=turn.text, question=turn.question)
                for turn in turns
            ),
            interviewer=interviewer,
            resumed_group=repository.newest_group(session, interview.id, interviewer.name) or "",
        )

    @property
    def elapsed_ms(self) -> int:
        """Interview time spent in earlier calls."""
        return self.interview.duration_seconds * 1000

    def brief(self, *, verbose: bool) -> Brief:
        """Return what the interviewer is told."""
        return Brief(
            user_name=self.user_name,
            job_title=self.job_info.title or NOT_SPECIFIED,
            job_name=self.job_info.name,
            description=self.job_info.description,
            experience_level=self.job_info.experience_level,
            skills=tuple(self.job_info.skills),
            plan=QuestionPlan.of(self.interview.plan),
            said=self.said,
            patience_seconds=Patience(self.interview.patience).seconds,
            difficulty=self.interview.difficulty,
            tone=self.interview.tone,
            kind=self.interview.kind,
            minutes=self.interview.minutes,
            language=self.interview.language,
            elapsed_ms=self.elapsed_ms,
            verbose=verbose,
            chat_group_id=self.interview.chat_group_id or str(self.interview.id),
            resumed_group=self.resumed_group,
        )


@dataclass(frozen=True, slots=True)
class Opened:
    """A call that is stored, with the names it and its conversation have for the client.

    Attributes:
        elapsed_ms: Interview time spent in earlier calls.
        minutes: Planned length of the interview.
        first: Whether no call of the interview came before.
    """

    interview_id: UUID
    chat_id: str
    chat_group_id: str
    elapsed_ms: int
    minutes: int
    first: bool

    @property
    def metadata(self) -> evi.ChatMetadata:
        """The first message of the call."""
        left = max(self.minutes * 60 - self.elapsed_ms // 1000, 0)
        return evi.ChatMetadata(
            chat_id=self.chat_id,
            chat_group_id=self.chat_group_id,
            request_id=str(uuid4()),
            darasa=evi.Time(left_seconds=left),
        )
