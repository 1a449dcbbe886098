"""Words that come before the interviewer has asked: typed in a hurry, or said over its reply."""

import asyncio

import pytest

from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.questions.question_plan import PlannedQuestion, QuestionPlan
from tests.providers.local.call.local_room import AsksOn, SteadyVoice, a_room

pytestmark = pytest.mark.slow

PLAN = QuestionPlan(
    (
        PlannedQuestion(key="warm-up", section="warm-up", text="How is your day going?"),
        PlannedQuestion(key="q1", section="behavioural", text="What did you improve?"),
        PlannedQuestion(key="q2", section="behavioural", text="What went wrong?"),
    )
)
FIRST = "We were slow with every single report in March."
MORE = "So I rewrote the two queries, and now a report takes two seconds instead of thirty."
BRIDGE = "You were slow with every report in March."
ASKED = "What did you do about the reports?"


async def until_heard(room):
    """Wait until the interviewer has said all; return its sentences and forget them."""
    async with asyncio.timeout(60):
        while "assistant_end" not in room.kinds() or room.conversation.mouth.saying:
            if room.conversation.mouth.audible:
                room.clock.seconds += 0.5
            await asyncio.sleep(0.01)
    sentences = [reply.message.content for reply in room.replies()]
    room.seen.clear()
    return sentences


async def until_said(room, text):
    async with asyncio.timeout(60):
        while all(reply.message.content != text for reply in room.replies()):
            await asyncio.sleep(0.01)


async def test_what_is_typed_before_the_question_is_there_adds_to_the_answer(clock):
    mind = AsksOn(f"{BRIDGE} {ASKED}")
    async with a_room(clock, mind=mind, plan=PLAN, voice=SteadyVoice(6)) as room:
        await until_heard(room)
        await room.take(evi.UserInput(text="Fine, thanks."))
        await until_heard(room)
        mind.heard.clear()
        await room.take(evi.UserInput(text=FIRST))
        # The question comes when this sentence has nearly been heard.
        await until_said(room, BRIDGE)
        await room.take(evi.UserInput(text=MORE))
        typed = room.said()
        said = await until_heard(room)

    assert mind.heard == [FIRST, f"{FIRST} {MORE}"]
    assert {message.darasa.question for message in typed} == {"q1"}
    assert said.count(BRIDGE) == 1
    assert sum(text.endswith("?") for text in said) == 1


async def test_what_is_asked_before_the_question_is_there_gets_its_reply_and_the_question(clock):
    async with a_room(clock, plan=PLAN, voice=SteadyVoice(6)) as room:
        await room.take(evi.UserInput(text="How long will this take?"))
        said = await until_heard(room)

    assert said.index("About 10 minutes in all.") < said.index(PLAN.questions[0].text)


async def test_a_wish_over_a_reply_is_no_part_of_the_answer(clock):
    mind = AsksOn(f"{BRIDGE} {ASKED}")
    async with a_room(clock, mind=mind, plan=PLAN, voice=SteadyVoice(6)) as room:
        await until_heard(room)
        await room.take(evi.UserInput(text="Fine, thanks."))
        await until_heard(room)
        await room.take(evi.UserInput(text=FIRST))
        await until_said(room, BRIDGE)
        await room.take(evi.UserInput(text="Sorry, what was the question?"))
        said = await until_heard(room)

    assert mind.heard[-1] == FIRST
    assert said[-1].endswith("?")
