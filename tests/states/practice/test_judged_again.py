"""An answer given again where there is a language model: it reads the attempt as a report would."""

from types import SimpleNamespace

import pytest
from sqlmodel import select

from darasa_reflex.core.errors import NotFound
from darasa_reflex.features.accounts.models import User
from darasa_reflex.features.practice.models import AttemptVerdict
from darasa_reflex.states.practice.answer_again import AnswerAgainState
from darasa_reflex.states.practice.progress import ProgressState
from tests.features.feedback import transcripts as said
from tests.features.feedback.by_model.ratings import judged
from tests.features.practice.held import backend_job, held, turn_ids
from tests.states.conftest import call, furnished, seen_from
from tests.states.practice.test_pages import AGAIN, LONG_AGO, do, page
from tests.vendors import openai_text

# The client of OpenAI's protocol takes a second to load.
pytestmark = pytest.mark.slow

WHOLE = said.BACKEND_STRONG[1][1]
SENTENCE = WHOLE.split(". ")[0]


@pytest.fixture
def server():
    with openai_text.running() as running:
        yield running


@pytest.fixture
async def again(tmp_path, monkeypatch, server):
    """The page of the second answer of a weak interview, in a house with a language model."""
    model = {"DARASA_MODEL_URL": server.address, "DARASA_MODEL": "test-model"}
    (house,) = rooms = [next(making := furnished(tmp_path, monkeypatch, **model))]
    assert rooms
    await do(seen_from(ProgressState, route="/app/progress", path="/app/progress"), "load")
    mine = house.db.run_here(lambda s: s.exec(select(User).where(User.subject != "other")).one())
    job = backend_job(house.db, SimpleNamespace(user_id=mine.id))
    interview = held(house.db, job.id, said.BACKEND_WEAK, LONG_AGO)
    state = page(AnswerAgainState, AGAIN, job.id, interview, turn_ids(house.db, interview)[2])
    await do(state, "load")
    yield SimpleNamespace(state=state, house=house, theirs=house.interview_id)
    for _ in making:
        pass


def scripted(server, **told):
    server.script(lambda asked: openai_text.whole(judged(SENTENCE, **told)))


async def test_an_attempt_is_read_by_the_model_once_and_only_what_stands_is_shown(server, again):
    scripted(
        server, answered="partly", carried=f"You say this: {SENTENCE[:40]}.",
        missing="You led four hundred people in Paris.",
    )  # fmt: skip
    state = again.state

    events = await do(state, "keep", form={"answer": WHOLE})
    waiting = (state.judge, state.unjudged)
    await do(state, "have_judged")
    await do(state, "have_judged")

    assert waiting == ("test-model", True)
    assert any("have_judged" in str(event) for event in events)
    newest = state.tellings[-1]
    assert (newest.verdict, newest.judge) == ("Answers a part of the question.", "test-model")
    assert newest.carried
    assert newest.missing == ""  # nobody said anything of Paris
    assert (state.judging, state.unjudged, state.judge_failed) == (False, False, "")
    assert len(server.requests) == 1
    assert WHOLE in server.requests[0].text
    assert said.BACKEND_WEAK[1][1] not in server.requests[0].text


async def test_a_model_that_fails_is_told_and_can_be_asked_again(server, again):
    server.script(openai_text.error(401, "Not with this key."))
    state = again.state
    await do(state, "keep", form={"answer": WHOLE})

    await do(state, "have_judged")
    failed = (state.judge_failed, state.unjudged)
    scripted(server)
    await do(state, "have_judged")

    assert "refused the key" in failed[0]
    assert failed[1]
    assert state.tellings[-1].verdict == "Answers the question."
    kept = again.house.db.run_here(lambda s: s.exec(select(AttemptVerdict.answered)).all())
    assert kept == ["yes"]


async def test_a_forged_call_has_nothing_read(server, again):
    scripted(server)
    forged = page(AnswerAgainState, AGAIN, again.house.job_id, again.theirs, again.theirs)
    forged.unjudged = True

    with pytest.raises(NotFound):
        await call(AnswerAgainState.event_handlers["have_judged"].fn, forged, {})

    assert server.requests == []
