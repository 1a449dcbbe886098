"""What is kept of a person: each table with their rows, and what of a row they are given."""

from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlmodel import SQLModel, col, select

from darasa_reflex.features.accounts.models import Credential, RateBucket, SignIn, User
from darasa_reflex.features.accounts.tokens.models import AccessToken
from darasa_reflex.features.feedback.runs.models import Feedback
from darasa_reflex.features.feedback.self_rating.models import SelfRating
from darasa_reflex.features.feedback.sharing.models import CoachComment, ReportLink
from darasa_reflex.features.interviews.models import Call, Interview, Ticket, Turn
from darasa_reflex.features.interviews.questions.own.models import OwnQuestion
from darasa_reflex.features.interviews.recordings.models import Recording
from darasa_reflex.features.job_infos.models import JobInfo
from darasa_reflex.features.practice.models import Attempt, AttemptVerdict, BestAttempt

# Tables without a row that tells who somebody is, each with the reason.
EXCUSED = MappingProxyType(
    {
        "provider_message": "ids of messages that were heard, of nobody",
        "deleted_subject": "digests of people who are gone, so that they stay gone",
    }
)


@dataclass(frozen=True, slots=True)
class Kind:
    """The rows of one table that are a person's.

    Attributes:
        key: Names them in an export and a receipt.
        of: Makes the condition for the rows of a person, from their id.
        withheld: Columns that an export leaves out: secrets, and what fences one server from
            another.
    """

    key: str
    table: type[SQLModel]
    of: Callable[[UUID], ColumnElement[bool]]
    withheld: frozenset[str] = frozenset()

    @property
    def columns(self) -> tuple[str, ...]:
        """What an export gives of a row."""
        return tuple(n for n in self.table.model_fields if n not in self.withheld)


def _of_jobs(owner_id: UUID) -> ColumnElement[bool]:
    jobs = select(JobInfo.id).where(JobInfo.user_id == owner_id)
    return col(Interview.job_info_id).in_(jobs)


def _of_interviews(interview_id: Any) -> Callable[[UUID], ColumnElement[bool]]:  # noqa: ANN401 (a column)
    return lambda owner_id: interview_id.in_(select(Interview.id).where(_of_jobs(owner_id)))


PROFILE = Kind("profile", User, lambda owner_id: col(User.id) == owner_id)
PASSWORDS = Kind(
    "passwords",
    Credential,
    lambda owner_id: col(Credential.user_id) == owner_id,
    frozenset({"password_hash"}),
)
SIGN_INS = Kind(
    "sign_ins", SignIn, lambda owner_id: col(SignIn.user_id) == owner_id, frozenset({"digest"})
)
ACCESS_TOKENS = Kind(
    "access_tokens",
    AccessToken,
    lambda owner_id: col(AccessToken.user_id) == owner_id,
    frozenset({"digest"}),
)
LIMITS = Kind("limits", RateBucket, lambda owner_id: col(RateBucket.key).like(f"%:{owner_id}"))
JOB_INFOS = Kind("job_infos", JobInfo, lambda owner_id: col(JobInfo.user_id) == owner_id)
OWN_QUESTIONS = Kind(
    "own_questions", OwnQuestion, lambda owner_id: col(OwnQuestion.user_id) == owner_id
)
INTERVIEWS = Kind("interviews", Interview, _of_jobs, frozenset({"admission"}))
CALLS = Kind("calls", Call, _of_interviews(col(Call.interview_id)), frozenset({"sign_in"}))
TURNS = Kind("turns", Turn, _of_interviews(col(Turn.interview_id)))
# Its sound is part of an export, too, piece by piece: see `export`.
RECORDINGS = Kind(
    "recordings", Recording, _of_interviews(col(Recording.interview_id)), frozenset({"sound"})
)
FEEDBACK = Kind(
    "feedback", Feedback, _of_interviews(col(Feedback.interview_id)), frozenset({"lease_token"})
)
ATTEMPTS = Kind("attempts", Attempt, _of_interviews(col(Attempt.interview_id)))
ATTEMPT_VERDICTS = Kind(
    "attempt_verdicts", AttemptVerdict, _of_interviews(col(AttemptVerdict.interview_id))
)
BEST_ATTEMPTS = Kind("best_attempts", BestAttempt, _of_interviews(col(BestAttempt.interview_id)))
SELF_RATINGS = Kind("self_ratings", SelfRating, _of_interviews(col(SelfRating.interview_id)))
REPORT_LINKS = Kind(
    "report_links", ReportLink, _of_interviews(col(ReportLink.interview_id)), frozenset({"digest"})
)
COMMENTS = Kind(
    "comments",
    CoachComment,
    _of_interviews(col(CoachComment.interview_id)),
    frozenset({"writer"}),
)
# A pass is good for a minute, and all that it says stands in its interview.
PASSES = Kind(
    "passes",
    Ticket,
    lambda owner_id: col(Ticket.user_id) == owner_id,
    frozenset(Ticket.model_fields),
)
KINDS = (
    PROFILE, PASSWORDS, SIGN_INS, ACCESS_TOKENS, LIMITS, OWN_QUESTIONS, JOB_INFOS, INTERVIEWS,
    CALLS, TURNS, RECORDINGS, FEEDBACK, SELF_RATINGS, ATTEMPTS, ATTEMPT_VERDICTS, BEST_ATTEMPTS,
    REPORT_LINKS, COMMENTS, PASSES,
)  # fmt: skip
