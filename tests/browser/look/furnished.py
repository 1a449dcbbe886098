"""Rows that put the pages into every state that matters, in the database of a server that runs."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import numpy as np
from sqlmodel import Session, col, select

from darasa_reflex.core.database.db import Database
from darasa_reflex.features.accounts.models import User, now
from darasa_reflex.features.answers import words
from darasa_reflex.features.feedback.exchanges import Exchange, exchanges
from darasa_reflex.features.feedback.judging.by_words import by_words
from darasa_reflex.features.feedback.judging.evidence import Quote
from darasa_reflex.features.feedback.judging.judge import AnswerRuling, Flag, Verdict
from darasa_reflex.features.feedback.judging.rubric import RUBRIC_VERSION
from darasa_reflex.features.feedback.material import Material, Said
from darasa_reflex.features.feedback.report.report import metrics_as_json
from darasa_reflex.features.feedback.report.review import assemble, measure_all
from darasa_reflex.features.feedback.runs import repository
from darasa_reflex.features.feedback.runs.models import Feedback, FeedbackStatus
from darasa_reflex.features.interviews.engines.lineup.lineup import Played
from darasa_reflex.features.interviews.models import Call, Interview, Turn
from darasa_reflex.features.interviews.recordings.encoder import HZ, encoded
from darasa_reflex.features.interviews.recordings.models import Recording
from darasa_reflex.features.job_infos.models import JobInfo
from tests.features.feedback import transcripts as said

MS_PER_WORD = 400
# Longer answers are heard with a pause, so long.
LONG_MS, PAUSE_MS = 12_000, 2_400
# Which of the answers a model finds something in.
PARTLY, WORRYING = 2, 3
LONG_NAME = "Staff engineer for payments, settlement and reconciliation at Donaudampfschifffahrt AG"
LONG_WORD = "Rechtsschutzversicherungsgesellschaften" * 2
SKILLS = [*said.BACKEND.requirements, "writing documents that " + "explain " * 8, LONG_WORD[:60]]


def _recordings(session: Session, interview_id: UUID) -> list[Recording]:
    """Return a tone for each answer, but for the last of them."""
    spoken = select(Turn).where(Turn.interview_id == interview_id, Turn.speaker == "actor")
    turns = session.exec(spoken.order_by(col(Turn.position))).all()
    times = np.arange(HZ * 3) / HZ
    sound = encoded((6_000 * np.sin(2 * np.pi * 220 * times)).astype("<i2").tobytes())
    return [
        Recording(
            turn_id=turn.id,
            interview_id=interview_id,
            began_ms=turn.began_ms,
            milliseconds=3_000,
            sound=sound,
        )
        for turn in turns[:-1]
    ]


class House:
    """The local person's things.

    Args:
        database: The SQLite file of a server; the person must have visited it once.
    """

    def __init__(self, database: str) -> None:
        self._db = Database(database)

    def close(self) -> None:
        """Let go of the file."""
        self._db.engine.dispose()

    def job(self, name: str, *, long: bool = False) -> UUID:
        """Insert a job info; a long one has texts at the edge of what fits."""

        def work(session: Session) -> UUID:
            paragraphs = [said.BACKEND.description, LONG_WORD, said.NURSE.description]
            job = JobInfo(
                user_id=session.exec(select(User)).one().id,
                name=name,
                title=LONG_NAME if long else "Backend Engineer",
                experience_level="senior",
                description="\n\n".join(paragraphs * 3) if long else said.BACKEND.description,
                skills=SKILLS if long else list(said.BACKEND.requirements),
            )
            session.add(job)
            return job.id

        return self._db.run_here(work)

    def newest_job(self) -> UUID:
        """Return the job info that was made last."""
        newest = select(JobInfo.id).order_by(col(JobInfo.created_at).desc()).limit(1)
        return self._db.run_here(lambda session: session.exec(newest).one())

    def interview(
        self,
        job_id: UUID,
        pairs: said.Pairs | None = None,
        *,
        typed: bool = True,
        rough: bool = True,
        ended: bool = True,
        days: float = 0,
        played: Sequence[Played] = (),
        recorded: bool = False,
    ) -> UUID:
        """Insert an interview that said these questions and answers, some days ago.

        Args:
            job_id: What it was held for.
            pairs: Questions and answers; None: nothing was said.
            typed: Whether answers were typed; else they were heard.
            rough: Whether what was heard was heard roughly; else well, and with its pauses.
            ended: Whether it is over.
            days: How long ago it was.
            played: What played, if that was kept.
            recorded: Whether what was heard is recorded, all but the last of it.
        """

        def work(session: Session) -> UUID:
            turns = said.turns_of(pairs or [], MS_PER_WORD)
            if not typed and not rough:
                turns = [
                    replace(
                        t,
                        began_ms=(t.began_ms or 0) + t.index * 1500,
                        ended_ms=(t.ended_ms or 0) + t.index * 1500,
                    )
                    for t in turns
                ]
            interview = Interview(
                job_info_id=job_id,
                chat_id=f"chat-{job_id}" if turns else None,
                duration_seconds=(turns[-1].ended_ms or 0) // 1000 if turns else 0,
                rough=not typed and rough,
                finished_at=now() if ended else None,
                recorded=recorded,
                created_at=now() - timedelta(days=days),
            )
            session.add(interview)
            session.flush()
            session.add(
                Call(
                    id=f"call-{interview.id}",
                    interview_id=interview.id,
                    connected_at=interview.created_at,
                    seen_at=interview.created_at,
                    ended_at=interview.created_at,
                    lineups=[one.as_json() for one in played],
                )
            )
            session.exec(select(User)).one().interviews_held += bool(turns)
            for turn in turns:
                session.add(
                    Turn(
                        interview_id=interview.id,
                        chat_id="chat",
                        position=turn.index,
                        speaker=turn.speaker.value,
                        text=turn.text,
                        began_ms=turn.began_ms or 0,
                        ended_ms=turn.ended_ms,
                        from_text=typed and turn.is_candidate,
                        rough=not typed and rough and turn.is_candidate,
                        segments=[] if typed or rough else paused(turn),
                    )
                )
            session.flush()
            if recorded:
                session.add_all(_recordings(session, interview.id))
            return interview.id

        return self._db.run_here(work)

    def feedback(
        self,
        interview_id: UUID,
        status: FeedbackStatus,
        *,
        by_a_model: bool = False,
        number: int = 1,
    ) -> None:
        """Insert a feedback run; a ready one has its real report, a running one never ends."""

        def work(session: Session) -> None:
            run = Feedback(
                interview_id=interview_id,
                run=number,
                status=status.value,
                rubric_version=RUBRIC_VERSION,
                app_version="0",
                judge="local",
                attempts=1,
                lease_until=now() + timedelta(days=1),
                lease_token="none",
            )
            material = repository.material(session, interview_id)
            assert material is not None
            if status is FeedbackStatus.READY:
                verdict = by_words(material)
                verdict = by_model(verdict, material) if by_a_model else verdict
                judge = "gemini" if by_a_model else "local"
                run.report = assemble(material, verdict, judge).as_json()
            else:
                run.measured = metrics_as_json(measure_all(material))
            if status is FeedbackStatus.RUNNING:
                run.step = "Rating, pass 2 of 3"
            if status is FeedbackStatus.FAILED:
                run.reason = "The feedback service did not answer in time. Please retry."
            session.add(run)

        self._db.run_here(work)


def paused(turn: Said) -> list[list[int]]:
    """Return the speech of a turn, with a pause in the middle of a long one."""
    begin, end = turn.began_ms or 0, turn.ended_ms or 0
    if not turn.is_candidate or end - begin < LONG_MS:
        return [[begin, end]]
    middle = (begin + end) // 2
    return [[begin, middle], [middle + PAUSE_MS, end]]


def answers_by_model(material: Material) -> tuple[AnswerRuling, ...]:
    """Return what a model may say of each answer: one worries, one is answered in part."""
    asked = [one for one in exchanges(material) if one.kind.is_rated and one.answered]
    return tuple(_ruling(number, one) for number, one in enumerate(asked))


def _ruling(number: int, exchange: Exchange) -> AnswerRuling:
    turn = exchange.answered[0]
    first, *others = [s.text for s in words.sentences(turn.index, turn.text)]
    quotes = tuple(Quote(turn.index, text, turn.began_ms, "what you did") for text in others[:1])
    last = [Quote(turn.index, text, turn.began_ms) for text in others[1:]][-1:]
    worry = Flag("invented", "This sounds made up to somebody who hears it.", tuple(last))
    return AnswerRuling(
        turn=exchange.asked[0].index,
        answered="partly" if number == PARTLY else "yes",
        carried="You say what you did.",
        missing="What came of it is not said." if number == PARTLY else "",
        quotes=quotes,
        flags=(worry,) if number == WORRYING and last else (),
        stronger=(f"Situation: {first}", "Result: [what number?] after [how long?]."),
    )


def strengths_of(material: Material) -> tuple[tuple[str, Quote], ...]:
    """Return a strength that rests on the second answer."""
    turn = [turn for turn in material.turns if turn.is_candidate][1]
    text = words.sentences(turn.index, turn.text)[-1].text
    return (("You owned what happened, and said what you changed.", Quote(turn.index, text, None)),)


def by_model(verdict: Verdict, material: Material) -> Verdict:
    """Return a verdict as three passes of a model give it: with spreads, one of them too wide."""
    rated = [
        replace(ruling, rating=level, found=None, counts={}, reason="You say what you did.",
                next_step="Say how you checked it.")
        for ruling, level in zip(verdict.rulings, (6, 7, 6, 8, 7, 5), strict=False)
    ]  # fmt: skip
    first, second, *others = rated
    unsure = replace(
        first, rating=None, unsure=True, spread=(3, 8),
        reason="Unsure: the passes disagreed, from 3 to 8 of 10.",
    )  # fmt: skip
    agreed = replace(second, spread=(6, 7))
    return replace(
        verdict,
        label="by a language model",
        rulings=(unsure, agreed, *others),
        passes=3,
        overall_spread=(6.2, 7.4),
        removed=2,
        strengths=strengths_of(material),
        improvements=("Say what came of it, with a number.", "Name the reason for your choice."),
        answers=answers_by_model(material),
        model="gemini-3.8-flash",
        prompt_version="2026-11.1",
        voice="Your voice sounded calm and interested, and more hesitant with figures.",
    )
