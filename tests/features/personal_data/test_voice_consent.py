"""Taking back the consent to vocal expressions acts at once, also on what is under way."""

import asyncio

import pytest

from darasa_reflex.core.engines.cast import Cast
from darasa_reflex.features.accounts.models import User
from darasa_reflex.features.feedback.runs import repository, voices
from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.call.writing.owed import Owed
from darasa_reflex.features.interviews.call.writing.record import Record
from darasa_reflex.features.interviews.engines.interviewer import Interviewer
from darasa_reflex.features.interviews.start.preferences import Preferences
from tests.features.interviews.doubles import EchoInterviewer, engines
from tests.features.interviews.recollection.archive import turns_of
from tests.features.personal_data.furnished import VOICED, feedback_of, furnish

REPORT = {"rubric_version": "1", "label": "by a model", "voice": VOICED, "voice_caveat": "Sound."}


@pytest.fixture
def own_engines() -> Cast[Interviewer]:
    return engines(EchoInterviewer())


@pytest.fixture
def preferences(db, clock, own_engines) -> Preferences:
    return Preferences(db, clock, own_engines, voices.forget)


async def test_scores_and_words_on_the_voice_go_and_nothing_else(db, clock, ada, eve, preferences):
    mine = furnish(db, ada, clock.now())
    theirs = furnish(db, eve, clock.now(), chat="chat-of-eve")

    await preferences.agree_to_expressions(ada, agreed=False)

    run = feedback_of(db, mine)
    assert [turn.expressions for turn in turns_of(db, mine)] == [{}]
    assert run.report == {"rubric_version": "1", "voice": None, "voice_caveat": ""}
    assert run.passes == {"pass 1": {"answer": "7"}}
    assert feedback_of(db, theirs).report["voice"] == VOICED
    assert turns_of(db, theirs)[0].expressions == {"Joy": 0.5}


def claimed(db, clock, interview):
    """Take the interview's run as a worker does."""

    def work(session):
        run = session.get_one(type(feedback_of(db, interview)), feedback_of(db, interview).id)
        run.status, run.report, run.passes = "queued", {}, {}
        session.add(run)

    db.run_here(work)
    return db.run_here(lambda session: repository.claim(session, clock.now()))


@pytest.mark.parametrize("agreed", [True, False])
async def test_a_run_under_way_writes_no_words_without_consent(db, clock, ada, preferences, agreed):
    interview = furnish(db, ada, clock.now())
    claim = claimed(db, clock, interview)
    await preferences.agree_to_expressions(ada, agreed=agreed)

    db.run_here(lambda s: repository.write(s, claim, passes={"voice": 1, "pass 1": 2}))
    passes = feedback_of(db, interview).passes
    db.run_here(lambda s: repository.write(s, claim, report=REPORT, status="ready"))

    assert passes == ({"voice": 1, "pass 1": 2} if agreed else {"pass 1": 2})
    report = feedback_of(db, interview).report
    assert report["voice"] == (VOICED if agreed else None)
    assert report["label"] == "by a model"


@pytest.mark.parametrize("agreed", [True, False])
def test_no_judge_is_told_how_a_voice_sounded_without_consent(db, clock, ada, agreed):
    interview = furnish(db, ada, clock.now())
    since = clock.now() if agreed else None
    db.run_here(lambda s: setattr(s.get_one(User, ada.user_id), "expressions_consent_at", since))

    told = db.run_here(lambda session: repository.material(session, interview.id))

    assert [said.text for said in told.turns] == [said.text for said in turns_of(db, interview)]
    assert [heard.strengths for heard in told.expressions] == [{"Joy": 0.5}] * agreed


@pytest.mark.parametrize("agreed", [True, False])
async def test_a_call_under_way_keeps_no_scores_without_consent(
    db, clock, ada, preferences, agreed
):
    interview = furnish(db, ada, clock.now())
    record = Record(db, Owed(db), clock, interview.id, "chat-1", 0, expressive=True)
    await preferences.agree_to_expressions(ada, agreed=agreed)

    await record.keep_actor(
        evi.UserMessage(
            message=evi.Text(role="user", content="I like it."),
            models={"prosody": {"scores": {"Joy": 0.25}}},
            time=evi.Span(begin=0, end=9),
        )
    )

    said = turns_of(db, interview)[-1]
    assert said.text == "I like it."
    assert said.expressions == ({"Joy": 0.25} if agreed else {})


async def test_whatever_happens_at_the_same_moment_nothing_stays(db, clock, ada, preferences):
    interview = furnish(db, ada, clock.now())
    claim = claimed(db, clock, interview)
    record = Record(db, Owed(db), clock, interview.id, "chat-1", 0, expressive=True)
    said = evi.UserMessage(
        message=evi.Text(role="user", content="I like it."),
        models={"prosody": {"scores": {"Joy": 0.25}}},
        time=evi.Span(begin=0, end=9),
    )

    for _ in range(10):
        await preferences.agree_to_expressions(ada, agreed=True)
        await asyncio.gather(
            record.keep_actor(said),
            db.run(lambda s: repository.write(s, claim, passes={"voice": 1}, report=REPORT)),
            preferences.agree_to_expressions(ada, agreed=False),
            record.keep_actor(said),
            db.run(lambda s: repository.write(s, claim, passes={"voice": 1}, report=REPORT)),
        )

        run = feedback_of(db, interview)
        assert not any(turn.expressions for turn in turns_of(db, interview))
        assert (run.report["voice"], run.passes) == (None, {})
