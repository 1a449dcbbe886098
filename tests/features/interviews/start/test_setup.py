"""What is chosen before an interview, and what the interviewer is told of it."""

import pytest

from darasa_reflex.core.errors import InvalidInput
from darasa_reflex.features.accounts.models import User
from darasa_reflex.features.interviews.engines.instructions import material
from darasa_reflex.features.interviews.questions.question_plan import WARM_UP, QuestionPlan
from tests.features.interviews.doubles import FakeLine


@pytest.mark.parametrize("field", ["kind", "difficulty", "tone"])
@pytest.mark.parametrize("value", ["easy-going", "", None, 3, ["hard"]])
async def test_what_is_not_offered_is_refused_at_its_field(interviews, ada, job_info, field, value):
    with pytest.raises(InvalidInput) as refused:
        await interviews.start(ada, job_info.id, 10, "normal", **{field: value})

    assert refused.value.field == field


async def test_what_was_chosen_is_kept_and_told(interviews, calls, interviewer, ada, job_info):
    chosen = {"kind": "technical", "difficulty": "hard", "tone": "strict"}
    started = await interviews.start(ada, job_info.id, 20, "patient", **chosen)

    await calls.conduct(started.ticket, FakeLine())

    kept = (await interviews.get(ada, started.interview_id)).interview
    brief = interviewer.opened[0].brief
    assert {name: getattr(kept, name) for name in chosen} == chosen
    assert {name: getattr(brief, name) for name in chosen} == chosen
    for told in ('"interview_type": "technical"', '"difficulty": "hard"', '"tone": "strict"'):
        assert told in material(brief)


async def test_every_interview_begins_with_a_warm_up(interviews, ada, job_info):
    started = await interviews.start(ada, job_info.id)

    stored = (await interviews.get(ada, started.interview_id)).interview.plan
    first, second, *_ = QuestionPlan.of(stored).questions
    assert (first.key, first.section, second.key) == (WARM_UP, "warm-up", "q1")


@pytest.mark.parametrize("language", ["xx", "", None, "English", ["de"]])
async def test_a_language_that_is_not_offered_is_refused(interviews, ada, job_info, language):
    with pytest.raises(InvalidInput) as refused:
        await interviews.start(ada, job_info.id, language=language)

    assert refused.value.field == "language"


async def test_the_language_is_kept_told_and_offered_next_time(
    interviews, calls, interviewer, ada, job_info, db
):
    first = await interviews.start(ada, job_info.id)
    at_first = db.run_here(lambda session: session.get_one(User, ada.user_id).language)

    started = await interviews.start(ada, job_info.id, language="de")
    await calls.conduct(started.ticket, FakeLine())

    chosen = [
        (await interviews.get(ada, one.interview_id)).interview.language for one in (first, started)
    ]
    assert at_first == "en"
    assert chosen == ["en", "de"]
    assert interviewer.opened[0].brief.language == "de"
    assert db.run_here(lambda session: session.get_one(User, ada.user_id).language) == "de"
