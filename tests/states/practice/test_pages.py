"""Pages of practice as a tab sees them: an answer again, what is next, and how it goes."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
from sqlmodel import select

from darasa_reflex.core.errors import NotFound
from darasa_reflex.features.accounts.models import User
from darasa_reflex.features.practice.models import Attempt
from darasa_reflex.features.practice.verdicts import Verdicts
from darasa_reflex.states.practice.answer_again import AnswerAgainState
from darasa_reflex.states.practice.next_steps import NextStepsState
from darasa_reflex.states.practice.progress import ALL, ProgressState
from darasa_reflex.states.practice.so_far import SoFarState
from tests.features.feedback import transcripts as said
from tests.features.practice.held import backend_job, held, turn_ids
from tests.states.conftest import a_person, call, cookie_of, seen_from

JOB = "/app/job-infos/[job_info_id]"
REPORT = f"{JOB}/interviews/[interview_id]"
AGAIN = f"{REPORT}/answers/[turn_id]/again"
LONG_AGO = datetime(2026, 11, 1, tzinfo=UTC)


@pytest.fixture
async def job(house):
    """A job of the local person, who is made by their first visit."""
    await do(seen_from(ProgressState, route="/app/progress", path="/app/progress"), "load")
    mine = house.db.run_here(lambda s: s.exec(select(User).where(User.subject != "other")).one())
    return backend_job(house.db, type("Owner", (), {"user_id": mine.id}))


def evenings(house, job, *pairs):
    return [
        held(house.db, job.id, one, LONG_AGO + timedelta(days=day)) for day, one in enumerate(pairs)
    ]


async def do(state, name, **given):
    return await call(type(state).event_handlers[name].fn, state, given)


def page(state, route, *ids):
    path = route
    for name, value in zip(("job_info_id", "interview_id", "turn_id"), ids, strict=False):
        path = path.replace(f"[{name}]", str(value))
    return seen_from(state, route=route, path=path)


async def test_an_answer_is_kept_compared_and_chosen(house, job):
    (interview,) = evenings(house, job, said.BACKEND_WEAK)
    asked = turn_ids(house.db, interview)[2]
    state = page(AnswerAgainState, AGAIN, job.id, interview, asked)
    await do(state, "load")
    before = (state.question, state.tried, [hint.found for hint in state.hints])

    await do(state, "keep", form={"answer": said.BACKEND_STRONG[1][1]})
    kept = (state.told, state.tried, [row.name for row in state.tellings])
    await do(state, "choose", number=0)

    assert before == (said.BACKEND_WEAK[1][0], "", [True, False, False, False])
    assert kept == ("Attempt 1 is kept.", "1 attempt", ["First", "Now"])
    assert state.gained.startswith("Your part")
    assert [row.best for row in state.tellings] == [True, False]
    assert any(piece.new for piece in state.tellings[1].pieces)
    assert not any(piece.new for piece in state.tellings[0].pieces)


async def test_what_a_model_says_is_not_shown_to_who_has_signed_in_meanwhile(
    accounts_house, monkeypatch
):
    db = accounts_house.db
    ada, eve = (a_person(accounts_house, name) for name in ("Ada", "Eve"))
    job = backend_job(db, SimpleNamespace(user_id=ada.id))
    interview = held(db, job.id, said.BACKEND_WEAK[:1], LONG_AGO)
    where = page(AnswerAgainState, AGAIN, job.id, interview, turn_ids(db, interview)[0]).router.url
    tab, other = (
        seen_from(AnswerAgainState, route=AGAIN, path=where.path, **cookie_of(accounts_house, who))
        for who in (ada, eve)
    )

    async def judge(*_):
        """Take long enough for Eve to come, and for what the tab held to go."""
        tab.router = other.router
        tab.question = ""

    monkeypatch.setattr(Verdicts, "judge", judge)
    await do(tab, "load")
    asked, tab.unjudged = tab.question, True
    await do(tab, "have_judged")

    assert asked == said.BACKEND_WEAK[0][0]
    assert tab.question == ""


GERMAN = [
    ("Erzählen Sie von einem Projekt.", "Ich habe die Abfragen gezählt und dann gebündelt."),
    ("Was war Ihr Anteil daran?", "Die Messung war von mir, und der Umbau auch."),
]


@pytest.mark.parametrize("asks", ["de", "en"])
async def test_words_of_a_german_interview_are_marked_as_what_they_are(house, job, asks):
    how = {"language": "de", "plan": {"questions": [], "language": asks}}
    interview = held(house.db, job.id, GERMAN, LONG_AGO, **how)
    asked = turn_ids(house.db, interview)[0]
    again = page(AnswerAgainState, AGAIN, job.id, interview, asked)
    following = page(NextStepsState, REPORT, job.id, interview)
    progress = page(ProgressState, f"{JOB}/progress", job.id)

    await do(again, "load")
    await do(again, "keep", form={"answer": GERMAN[1][1]})
    await do(following, "load")
    await do(progress, "load_job")

    assert (again.asks, again.language) == (asks, "de")
    assert {row.asks for row in following.exercises} <= {asks}
    assert [row.asks for row in progress.practised] == [asks]


async def test_what_is_wrong_stands_beside_the_field_and_nothing_is_kept(house, job):
    (interview,) = evenings(house, job, said.BACKEND_WEAK)
    state = page(AnswerAgainState, AGAIN, job.id, interview, turn_ids(house.db, interview)[2])
    await do(state, "load")

    for form in ({"answer": " "}, {}, {"answer": ["x"]}, {"other": "x"}):
        await do(state, "keep", form=form)

        assert (state.wrong_field, state.told) == ("answer", "")
    assert house.db.run_here(lambda s: s.exec(select(Attempt)).all()) == []


async def test_an_answer_that_is_not_there_is_missing(house, job):
    (interview,) = evenings(house, job, said.BACKEND_WEAK)
    answer = turn_ids(house.db, interview)[1]
    state = page(AnswerAgainState, AGAIN, job.id, interview, answer)

    await do(state, "load")

    assert state.view == "missing"


async def test_a_report_proposes_two_answers_and_what_comes_next(house, job):
    (interview,) = evenings(house, job, said.BACKEND_WEAK)
    state = page(NextStepsState, REPORT, job.id, interview)

    await do(state, "load")

    assert len(state.exercises) == 2
    assert all(row.told.startswith("Not found by word rules: ") for row in state.exercises)
    assert all(row.address.endswith("/again") for row in state.exercises)
    assert state.gaps == "It begins with these questions."


async def test_progress_says_when_it_is_too_early_and_when_it_is_none(house, job):
    evenings(house, job, said.BACKEND_WEAK, said.BACKEND_WEAK)
    early = page(ProgressState, f"{JOB}/progress", job.id)
    await do(early, "load_job")
    evenings(house, job, said.BACKEND_MEDIUM, said.BACKEND_MEDIUM, said.BACKEND_MEDIUM)
    late = page(ProgressState, f"{JOB}/progress", job.id)
    await do(late, "load_job")

    parts = next(row for row in late.trends if row.title.startswith("Parts"))
    assert "too early" in early.early
    assert {row.finding for row in early.trends} == {"Too early to tell"}
    assert (late.early, late.reports) == ("", "5 interviews with feedback")
    assert parts.band_y
    assert ("No difference" in parts.told) == (parts.finding == "Normal variation")


async def test_a_job_is_chosen_and_a_strangers_is_not_found(house, job):
    state = page(ProgressState, "/app/progress")
    await do(state, "load")

    assert [words for _, words in state.jobs] == ["All jobs", job.name]
    assert state.chosen == ALL
    assert await do(state, "choose", value=str(job.id))
    for value in (str(house.job_id), "x", ""):
        with pytest.raises(NotFound):
            await do(state, "choose", value=value)


async def test_a_job_tells_what_was_shown_once_there_is_a_report(house, job):
    state = page(SoFarState, JOB, job.id)
    await do(state, "load")
    before = list(state.groups)
    evenings(house, job, said.BACKEND_STRONG)

    await do(state, "load")

    assert before == []
    assert [(row.title, row.state) for row in state.groups] == [
        ("Named in your answers", "named"),
        ("Not asked yet", "later"),
    ]
    assert sum(len(row.names) for row in state.groups) == len(job.skills)
