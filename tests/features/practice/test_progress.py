"""What a report proposes next, what a job has shown so far, and how it goes over time."""

import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest
from sqlalchemy import event
from sqlmodel import select, update

from darasa_reflex.core.errors import InvalidInput, NotFound
from darasa_reflex.features.feedback.runs.models import Feedback
from darasa_reflex.features.interviews.models import Interview, Turn
from darasa_reflex.features.interviews.questions.question_plan import (
    PlannedQuestion,
    QuestionPlan,
)
from darasa_reflex.features.interviews.service import Interviews
from darasa_reflex.features.practice.progress.coverage import Standing
from darasa_reflex.features.practice.progress.service import Progress
from darasa_reflex.features.practice.progress.trend import Finding
from darasa_reflex.features.practice.service import Attempts
from tests.features.feedback import transcripts as said
from tests.features.interviews.doubles import EchoInterviewer, engines
from tests.features.practice.held import backend_job, held, report_on, turn_ids


@pytest.fixture
def progress(db, clock) -> Progress:
    from darasa_reflex.features.interviews.call.calls import CallLimits, Calls

    calls = Calls(db, clock, engines(EchoInterviewer(goodbye="bye")), CallLimits())
    return Progress(db, Interviews(db, clock, calls, limit=None))


@pytest.fixture
def job(db, ada):
    return backend_job(db, ada)


def rewrite(db, interview_id, **parts):
    """Change parts of a stored report, as another judge would have made them."""

    def work(session):
        run = session.exec(select(Feedback).where(Feedback.interview_id == interview_id)).one()
        run.report = {**run.report, **parts}
        session.add(run)

    db.run_here(work)


def covered(**states):
    return [{"requirement": name, "state": state} for name, state in states.items()]


async def test_the_weakest_two_answers_are_proposed_each_with_what_it_lacks(
    db, clock, ada, job, progress
):
    interview_id = held(db, job.id, said.BACKEND_WEAK, clock.now())
    ids = turn_ids(db, interview_id)

    steps = await progress.next_steps(ada, interview_id)

    assert len(steps.exercises) == 2
    assert all(one.lacking for one in steps.exercises)
    assert {one.turn_id for one in steps.exercises} <= set(ids[::2])
    asked = dict(said.BACKEND_WEAK)
    assert all(one.question in asked for one in steps.exercises)


async def test_the_gaps_open_the_next_interview(db, clock, ada, job, progress):
    interview_id = held(
        db, job.id, said.BACKEND_WEAK, clock.now(), minutes=20, kind="technical", tone="strict"
    )
    rewrite(
        db, interview_id, coverage=covered(Python="shown", Redis="asked, not named",
        mentoring="asked but no evidence", Kubernetes="not asked"),
    )  # fmt: skip

    started = await progress.practise_gaps(ada, interview_id)

    new = db.run_here(lambda session: session.get_one(Interview, started.interview_id))
    warm_up, first, second, third, *others = new.plan["questions"]
    assert warm_up["key"] == "warm-up"
    assert [first["skill"], second["skill"]] == ["mentoring", "Redis"]
    assert third["text"] in dict(said.BACKEND_WEAK)
    assert not {"mentoring", "Redis"} & {one["skill"] for one in others}
    assert [one["section"] for one in others[-2:]] == ["candidate", "close"]
    assert (new.minutes, new.kind, new.tone) == (20, "technical", "strict")


async def test_nothing_is_proposed_before_there_is_a_report(db, clock, ada, job, progress):
    interview_id = held(db, job.id, said.BACKEND_WEAK, clock.now(), reported=False)

    steps = await progress.next_steps(ada, interview_id)

    assert steps.exercises == ()
    with pytest.raises(InvalidInput):
        await progress.practise_gaps(ada, interview_id)


async def test_a_requirement_stands_as_the_best_interview_shows_it(db, clock, ada, job, progress):
    assert await progress.requirements(ada, job.id) == ()
    for days, states in enumerate((
        {"Python": "not asked", "Redis": "asked, not named", "mentoring": "partly"},
        {"Python": "named", "Redis": "not asked", "Cobol": "shown"},
    )):  # fmt: skip
        at = clock.now() + timedelta(days=days)
        rewrite(db, held(db, job.id, said.BACKEND_WEAK, at), coverage=covered(**states))

    found = {one.name: one.standing for one in await progress.requirements(ada, job.id)}

    assert found == {
        "Python": Standing.NAMED,
        "PostgreSQL": Standing.LATER,
        "Kubernetes": Standing.LATER,
        "incident response": Standing.LATER,
        "mentoring": Standing.PARTLY,
        "Redis": Standing.OPEN,
    }


async def test_better_answers_are_a_clear_change_and_the_newest_run_counts(
    db, clock, ada, job, progress
):
    evenings = [said.BACKEND_WEAK] * 3 + [said.BACKEND_STRONG] * 3
    for day, pairs in enumerate(evenings):
        interview_id = held(db, job.id, pairs, clock.now() + timedelta(days=day))
    older = {"categories": [], "metrics": [], "coverage": [], "questions": []}
    db.run_here(lambda session: report_on(session, interview_id, older, run=0))

    found = await progress.over(ada, job.id)

    parts = next(one for one in found.series if one.key == "parts")
    assert found.reports == 6
    assert len(parts.values) == 6
    assert parts.trend.finding is Finding.HIGHER


async def test_interviews_of_another_kind_or_judge_are_no_part_of_a_line(
    db, clock, ada, job, progress
):
    ids = [
        held(db, job.id, said.BACKEND_WEAK, clock.now() + timedelta(days=day), kind=kind)
        for day, kind in enumerate(("mixed", "mixed", "technical", "mixed", "mixed"))
    ]
    by_another = update(Feedback).where(Feedback.interview_id == ids[0]).values(judge="gemini")
    db.run_here(lambda session: session.exec(by_another))

    (parts,) = [one for one in (await progress.over(ada)).series if one.key == "parts"]

    assert (len(parts.values), parts.left_out) == (3, 2)
    assert parts.trend.finding is Finding.NORMAL


async def test_a_report_that_fails_when_it_is_made_again_takes_nothing_away(
    db, clock, ada, job, progress
):
    interview_id = held(db, job.id, said.BACKEND_WEAK, clock.now())
    before = (await progress.over(ada)).series
    versions = {"rubric_version": "1", "app_version": "0", "judge": "local"}
    again = Feedback(interview_id=interview_id, run=2, status="failed", **versions)

    db.run_here(lambda session: session.add(again))

    assert before
    assert (await progress.over(ada)).series == before


async def test_spoken_interviews_are_measured(db, clock, ada, job, progress):
    for day in range(3):
        at = clock.now() + timedelta(days=day)
        held(db, job.id, said.BACKEND_STRONG, at, typed=False)

    pace = {one.key: one for one in (await progress.over(ada)).series}["speech_rate"]

    assert pace.unit == "words per minute"
    assert pace.trend.finding is Finding.NORMAL


async def test_practised_answers_are_listed_newest_first(db, clock, ada, job, progress):
    interview_id = held(db, job.id, said.BACKEND_WEAK, clock.now())
    first, second = turn_ids(db, interview_id)[:3:2]
    for number, turn in enumerate((first, second, second)):
        clock.seconds += 60
        text = f"{said.BACKEND_STRONG[1][1]} That was call {number}."
        await Attempts(db, clock).keep(ada, interview_id, turn, text)

    found = await progress.over(ada)

    assert [(one.turn_id, one.attempts) for one in found.practised] == [(second, 2), (first, 1)]
    assert found.practised[0].at == clock.now()
    assert found.practised[0].best == (4, 4)


async def test_a_practised_answer_is_named_by_its_question_not_by_what_led_over_to_it(
    db, clock, ada, job, progress
):
    asked, answered = said.BACKEND_WEAK[1]
    interview_id = held(db, job.id, [("Thank you.", answered)], clock.now())
    first, _ = turn_ids(db, interview_id)

    def ask(session):
        session.get_one(Turn, turn_ids(db, interview_id)[1]).position = 2
        session.flush()
        session.add(
            Turn(
                interview_id=interview_id, chat_id="c", position=1, speaker="interviewer",
                text=asked, began_ms=1_000, question="q1",
            )
        )  # fmt: skip

    def plan(session):
        planned = PlannedQuestion(key="q1", section="behavioural", text=asked)
        session.get_one(Interview, interview_id).plan = QuestionPlan((planned,)).as_json()

    db.run_here(ask)
    await Attempts(db, clock).keep(ada, interview_id, first, "I led it.")
    named = [(await progress.over(ada)).practised[0].question]
    db.run_here(plan)
    named.append((await progress.over(ada)).practised[0].question)

    assert named == [f"Thank you. {asked}", asked]


async def test_a_person_sees_their_own_alone(db, clock, ada, eve, job, progress):
    interview_id = held(db, job.id, said.BACKEND_WEAK, clock.now())
    asked = turn_ids(db, interview_id)[0]
    await Attempts(db, clock).keep(ada, interview_id, asked, "I did it.")

    hers = await progress.over(eve)

    assert (hers.reports, hers.series, hers.practised, hers.jobs) == (0, (), (), ())
    for act in (
        progress.over(eve, job.id),
        progress.requirements(eve, job.id),
        progress.next_steps(eve, interview_id),
        progress.practise_gaps(eve, interview_id),
    ):
        with pytest.raises(NotFound):
            await act


@pytest.mark.one_database
@pytest.mark.parametrize("of_one_job", [True, False])
async def test_reports_are_looked_up_by_their_interviews_however_many_others_there_are(
    db, ada, job, progress, of_one_job
):
    asked = []
    event.listen(db.engine, "before_cursor_execute", lambda *given: asked.append(given[2:4]))

    await progress.over(ada, job.id if of_one_job else None)

    with closing(sqlite3.connect(db.file)) as line:
        steps = [
            step[3]
            for words, given in asked
            for step in line.execute(f"explain query plan {words}", given)
        ]
    of_reports = [step for step in steps if step.startswith(("SEARCH feedback", "SCAN feedback"))]
    assert of_reports
    assert all("(interview_id=?" in step for step in of_reports)
