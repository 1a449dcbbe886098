"""More that models do instead of listening: the interviewer says what it would by the rules."""

import pytest

from darasa_reflex.core.engines.cast import Cast
from darasa_reflex.features.interviews.mind.deliberation import Deliberation
from darasa_reflex.features.interviews.mind.dialogue import by_rules
from darasa_reflex.features.interviews.mind.standards import may_be_said, may_follow
from darasa_reflex.providers.mind.scripted import Scripted
from tests.providers.mind.asked import TOLD, a_mind, a_situation
from tests.vendors import openai_text

pytestmark = pytest.mark.slow

BRIDGE, ASKED = "You rewrote two queries and added an index.", "Why did you choose those queries?"
NONSENSE = (
    f"NEXT {TOLD}",
    f"ASK {TOLD} So you rewrote two queries?",
    "ASK Did you rewrite two queries and add an index?",
    "ASK You rewrote two queries and added an index, right?",
    "ASK How did you measure the index; who helped you?",
    "ASK ¿Cómo midió usted el efecto del índice?",
    "NEXT Vous avez ajouté un index, merci.",
    "NEXT You rewrote two queries, so you fit this job.",
    "NEXT You passed, thank you.",
    "NEXT You added an index, which suits this role.",
    "NEXT You added an index, as the posting asks.",
    "ASK The posting wants an index; why did you rewrite two queries?",
    'NEXT {"say": "You added an index."}',
    'ASK You said {"question": "Why the index?"} so.',
    "ASK NEXT How did you measure the index?",
    "NEXT I rewrote two queries and added an index, thank you.",
    "NEXT Our checkout was slow, thank you.",
)


async def said_by(deliberation):
    """All that is said to the answer."""
    reply = await deliberation.consider(a_situation())
    assert reply is not None
    return (*reply.sentences, await reply.rest.next() if reply.rest else "")


def ruled():
    return (*by_rules(a_situation()).sentences, "")


@pytest.mark.parametrize("sent", NONSENSE)
async def test_whatever_is_no_listening_is_left_to_the_rules(sent):
    async with a_mind(openai_text.streamed([sent])) as (mind, server):
        cast = Cast.of(mind, Scripted(), titles=("Model", "Scripted"))
        said = await said_by(Deliberation(cast, 60))

    assert len(server.requests) == 1
    assert said == ruled()


async def test_good_and_bad_by_turns_give_what_is_good_and_what_the_rules_say():
    good = openai_text.streamed([f"ASK {BRIDGE} ", ASKED])
    bad = [openai_text.streamed([one]) for one in NONSENSE[:3]]
    turns = [answer for one in bad for answer in (good, one)]
    async with a_mind(*turns) as (mind, server):
        deliberation = Deliberation(Cast.of(mind, Scripted(), titles=("Model", "Scripted")), 60)
        said = [await said_by(deliberation) for _ in turns]

    assert said == [(BRIDGE, ASKED), ruled()] * len(bad)
    assert len(server.requests) == len(turns)


async def test_who_is_very_slow_to_begin_loses_that_turn_and_no_other():
    slow = openai_text.streamed([(30.0, f"NEXT {BRIDGE}")])
    quick = openai_text.streamed([f"NEXT {BRIDGE}"])
    async with a_mind(slow, quick, wait_seconds=0.2) as (mind, _):
        cast = Cast.of(mind, Scripted(), titles=("Model", "Scripted"))
        deliberation = Deliberation(cast)
        late = await said_by(deliberation)
        told = deliberation.label
        vars(vars(mind)["_models"])["_wait_seconds"] = 60.0
        on_time = await said_by(deliberation)

    assert late == ruled()
    assert "took longer than 0.2 seconds" in told
    assert on_time == (BRIDGE, "")


@pytest.mark.parametrize(
    "sentence",
    [
        "Did you test the index before the sale?",
        "Was that difficult?",
        "I see, you rewrote two queries.",
        "Which of the two queries was slow?",
    ],
)
def test_what_a_listener_says_is_still_said(sentence):
    assert may_be_said(sentence, a_situation(), stays=True)


def test_an_echo_is_no_question_behind_a_bridge_either():
    assert may_follow(ASKED, a_situation(), stays=True)
    assert not may_follow("So you added an index?", a_situation(), stays=True)
