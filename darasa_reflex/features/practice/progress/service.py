"""Progress over the interviews of a person, and what to practise next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session

from darasa_reflex.core.database.db import Database
from darasa_reflex.core.errors import InvalidInput
from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.features.accounts.identity import Actor
from darasa_reflex.features.feedback.report.judged import ANSWERED
from darasa_reflex.features.interviews.questions.gaps import MOST, NO_GAPS, Gaps
from darasa_reflex.features.interviews.service import Interviews, Started
from darasa_reflex.features.job_infos import repository as job_infos
from darasa_reflex.features.practice import repository, telling
from darasa_reflex.features.practice.progress import coverage, reports
from darasa_reflex.features.practice.progress.coverage import Requirement
from darasa_reflex.features.practice.progress.measures import Series, series_of

MOST_EXERCISES = 2
_NO_GAPS = marked("Everything that was asked was shown. Start a new interview instead.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """One answer to give again.

    Attributes:
        turn_id: The turn of the interviewer that asked.
        lacking: Parts that word rules did not find; empty where a model has read the answer.
        told: What an interviewer would still want to know; empty without a model.
    """

    turn_id: UUID
    question: str
    lacking: tuple[str, ...] = ()
    told: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NextSteps:
    """What to practise after an interview.

    Attributes:
        exercises: At most `MOST_EXERCISES`.
        gaps: What a new interview would begin with.
    """

    exercises: tuple[Exercise, ...] = ()
    gaps: Gaps = NO_GAPS


@dataclass(frozen=True, slots=True, kw_only=True)
class Practised:
    """An answer that was given again.

    Attributes:
        language: What the question was asked in, as in ISO 639-1.
        best: Parts found in the best attempt, and how many there are; None where not read.
    """

    job_info_id: UUID
    interview_id: UUID
    turn_id: UUID
    question: str
    language: str
    attempts: int
    at: datetime
    best: tuple[int, int] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """How a person's interviews go, for one job or for all.

    Attributes:
        jobs: Ids and names of the jobs there are, by name.
        reports: How many interviews have a report.
        requirements: Of the job; empty over all jobs.
        practised: Newest first.
    """

    jobs: tuple[tuple[UUID, str], ...]
    reports: int
    series: tuple[Series, ...]
    requirements: tuple[Requirement, ...] = ()
    practised: tuple[Practised, ...] = ()


class Progress:
    """Reads what interviews and practice have left, in few queries."""

    def __init__(self, db: Database, interviews: Interviews) -> None:
        self._db = db
        self._interviews = interviews

    async def over(self, actor: Actor, job_info_id: UUID | None = None) -> Overview:
        """Return how the interviews of a job, or of all jobs, go.

        Raises:
            NotFound: The job is not the person's own.
        """

        def work(session: Session) -> Overview:
            skills: Sequence[str] = ()
            if job_info_id is not None:
                skills = job_infos.get_owned(session, actor.user_id, job_info_id).skills
            found = reports.of_owner(session, actor.user_id, job_info_id)
            return Overview(
                jobs=repository.jobs(session, actor.user_id),
                reports=len(found),
                series=series_of(found),
                requirements=coverage.standings(skills, found),
                practised=tuple(
                    Practised(**row)
                    for row in repository.practised(session, actor.user_id, job_info_id)
                ),
            )

        return await self._db.read(work)

    async def requirements(self, actor: Actor, job_info_id: UUID) -> tuple[Requirement, ...]:
        """Return how each requirement of a job stands over all its interviews.

        Empty while no interview of it has a report.

        Raises:
            NotFound: The job is not the person's own.
        """

        def work(session: Session) -> tuple[Requirement, ...]:
            job_info = job_infos.get_owned(session, actor.user_id, job_info_id)
            found = reports.of_owner(session, actor.user_id, job_info_id)
            return coverage.standings(job_info.skills, found) if found else ()

        return await self._db.read(work)

    async def next_steps(self, actor: Actor, interview_id: UUID) -> NextSteps:
        """Return what to practise after an interview; nothing before it has a report.

        Raises:
            NotFound: The interview is not the person's own.
        """

        def work(session: Session) -> NextSteps:
            return _next(session, actor.user_id, interview_id)

        return await self._db.read(work)

    async def practise_gaps(self, actor: Actor, interview_id: UUID) -> Started:
        """Start an interview like an earlier one, which begins with what that has left open.

        Raises:
            NotFound: The earlier one is not the person's own.
            InvalidInput: It has left nothing open.
            AllowanceUsedUp: See `Interviews.start`.
        """
        earlier = (await self._interviews.get(actor, interview_id)).interview
        gaps = (await self.next_steps(actor, interview_id)).gaps
        if gaps == NO_GAPS:
            raise InvalidInput("interview", _(_NO_GAPS))
        how: dict[str, Any] = {
            name: getattr(earlier, name)
            for name in ("kind", "difficulty", "tone", "language", "recorded")
        }
        return await self._interviews.start(
            actor, earlier.job_info_id, earlier.minutes, earlier.patience, gaps=gaps, **how
        )


def _next(session: Session, owner_id: UUID, interview_id: UUID) -> NextSteps:
    interview, job_info, material, ids = repository.material_of(session, owner_id, interview_id)
    found = reports.of_owner(session, owner_id, interview.job_info_id)
    own = next((one for one in found if one.interview_id == interview_id), None)
    if own is None:
        return NextSteps()
    weak = sorted(filter(_weakness, own.questions), key=_weakness, reverse=True)
    asked = [(row, telling.asked_at(material, row["turn"])) for row in weak]
    open_answers = [(row, one) for row, one in asked if one and row["turn"] < len(ids)]
    exercises = tuple(
        Exercise(
            turn_id=ids[int(row["turn"])],
            question=one.question,
            lacking=_lacking(row),
            told=row.get("lacking", ""),
        )
        for row, one in open_answers[:MOST_EXERCISES]
    )
    requirements = coverage.open_ones(coverage.standings(job_info.skills, found), own)[:MOST]
    again = tuple(one.question for _, one in open_answers[: MOST - len(requirements)])
    return NextSteps(exercises=exercises, gaps=Gaps(requirements=requirements, questions=again))


def _weakness(row: dict[str, Any]) -> float:
    """Return how much an answer leaves open; 0 for nothing that is known."""
    if not row.get("answered") or row.get("note"):
        return 0.0
    if row.get("verdict"):
        left = {ANSWERED["no"]: 2.0, ANSWERED["partly"]: 1.0}
        return left.get(row["verdict"], 0.0) + bool(row.get("lacking"))
    return float(len(_lacking(row)))


def _lacking(row: dict[str, Any]) -> tuple[str, ...]:
    return tuple(
        part["name"] for part in row.get("parts", ()) if part["name"] not in row.get("found", ())
    )
