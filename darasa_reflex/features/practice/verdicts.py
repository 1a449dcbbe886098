"""What a language model says of an attempt: the same task and checks as in a report."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import anyio.to_thread
from sqlmodel import Session

from darasa_reflex.core.clock import Clock
from darasa_reflex.core.database.db import Database, storable
from darasa_reflex.core.words.sentences import ENGLISH
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.features.accounts.identity import Actor
from darasa_reflex.features.feedback.by_model.one_answer import AnswerJudge
from darasa_reflex.features.feedback.exchanges import Exchange
from darasa_reflex.features.feedback.judging import prose
from darasa_reflex.features.feedback.material import Material
from darasa_reflex.features.feedback.report.judged import ANSWERED
from darasa_reflex.features.practice import repository, telling
from darasa_reflex.features.practice.models import Attempt, AttemptVerdict
from darasa_reflex.features.practice.telling import Asked


@dataclass(frozen=True, slots=True)
class Judged:
    """What a model said of a telling.

    Attributes:
        answered: Whether it answers the question, as a sentence.
        carried: What carried it; may be empty.
        missing: What an interviewer would still want to know; may be empty.
        model: Which model; empty where the report tells.
        language: What it wrote in, as in ISO 639-1.
    """

    answered: str
    carried: str
    missing: str
    model: str = ""
    language: str = ENGLISH


@dataclass(frozen=True, slots=True)
class Verdicts:
    """Has attempts judged, each once."""

    db: Database
    clock: Clock
    judge_of: AnswerJudge

    @property
    def model(self) -> str:
        """Name of the model that judges now; empty when there is none."""
        return self.judge_of.model

    async def judge(self, actor: Actor, interview_id: UUID, turn_id: UUID) -> None:
        """Have the newest attempt at an answer judged, unless it is.

        Raises:
            NotFound: The interview is not the person's own, or nothing was answered there.
            ServiceUnavailable: There is no model.
            NotAnswered: It gave no answer that can be read.
        """

        def work(session: Session) -> tuple[Asked, Attempt] | None:
            asked = repository.asked(session, actor.user_id, interview_id, turn_id)[2]
            found = repository.attempts(session, actor.user_id, turn_id)
            if not found or session.get(AttemptVerdict, found[-1].id):
                return None
            return asked, found[-1]

        if (found := await self.db.read(work)) is None:
            return
        material, exchange = await anyio.to_thread.run_sync(_to_judge, *found)
        ruling, model = await self.judge_of.judge(material, exchange)
        row: dict[str, Any] = {
            "attempt_id": found[1].id, "interview_id": interview_id, "answered": ruling.answered,
            "carried": storable(ruling.carried), "missing": storable(ruling.missing),
            "model": storable(model), "created_at": self.clock.now(),
            "language": prose.writing(),
        }  # fmt: skip

        def keep(session: Session) -> None:
            repository.asked(session, actor.user_id, interview_id, turn_id)
            if session.get(AttemptVerdict, found[1].id) is None:  # else another tab had it judged
                session.add(AttemptVerdict(**row))

        await self.db.run(keep)


def told(verdict: AttemptVerdict) -> Judged:
    """Return a stored verdict as it is shown."""
    answered = ANSWERED.get(verdict.answered)
    return Judged(
        answered=_(answered) if answered else "",
        carried=verdict.carried,
        missing=verdict.missing,
        model=verdict.model,
        language=verdict.language,
    )


def _to_judge(asked: Asked, attempt: Attempt) -> tuple[Material, Exchange]:
    said = telling.heard_as(attempt.text, from_text=attempt.from_text, segments=attempt.segments)
    material = telling.retold(asked, said)
    found = telling.asked_at(material, asked.exchange.asked[0].index)
    assert found is not None  # noqa: S101 (the question is the same one)
    return material, found.exchange
