"""Who pauses and is taken to have finished, and goes on: heard as one answer, and waited for."""

import pytest

from darasa_reflex.features.interviews.questions.question_plan import PlannedQuestion, QuestionPlan
from tests.providers.local.call.local_room import QUIET, VOICE, AsksOn, SteadyVoice, a_room
from tests.providers.local.call.virtual_time import run

PLAN = QuestionPlan(
    (
        PlannedQuestion(key="q1", section="behavioural", text="What did you improve?"),
        PlannedQuestion(key="q2", section="behavioural", text="What went wrong?"),
    )
)
FIRST = "I measured every query of the search with the others in the team for a whole week, and "
FIRST += "we wrote down which of them were slow for the big customers in the evening."
MORE = "Then I rewrote the two slowest of them with a colleague from the other team."
ASKED = "What made you choose those two queries?"


async def until(room, happens, window=QUIET):
    """Let sound come in until something is so; a call that never comes so far is stuck."""
    for _ in range(1_000):
        if happens():
            return
        await room.hear(window, 0.032)
    raise AssertionError("it did not happen within 32 s")


async def answered(clock, *, silence_seconds, begun=True):
    """Return a room, patience and all, in which FIRST was said, and MORE after a reply had begun.

    Args:
        silence_seconds: How long they listen to the reply.
        begun: Whether there is a reply to listen to; else they go on as soon as they are cut off.
    """
    mind = AsksOn(ASKED)
    voice = SteadyVoice(3)
    async with a_room(clock, FIRST, MORE, mind=mind, plan=PLAN, voice=voice) as room:
        mouth, ears = room.conversation.mouth, room.conversation.ears
        await until(room, lambda: "assistant_end" in room.kinds() and not mouth.saying)
        room.seen.clear()
        room.waited_before = ears.pace.wait_ms(FIRST)
        await room.speak(1)
        await until(room, lambda: mouth.audible if begun else not ears.endpointing.speaking)
        await room.wait(silence_seconds)
        await until(room, lambda: ears.endpointing.speaking, VOICE)
        await room.speak(1)
        room.cut = room.kinds()
        await until(room, lambda: len(room.said()) == 2 and mouth.audible)
        room.waits_now, room.told = ears.pace.wait_ms(FIRST), mind.heard
    return room


@pytest.mark.parametrize("silence_seconds", [0.1, 0.9])
def test_who_goes_on_in_the_first_second_of_the_reply_has_said_one_answer(silence_seconds):
    room = run(lambda clock: answered(clock, silence_seconds=silence_seconds))

    assert "user_interruption" in room.cut
    assert [message.message.content for message in room.said()] == [FIRST, MORE]
    assert {message.darasa.question for message in room.said()} == {"q1"}
    assert room.told == [FIRST, f"{FIRST} {MORE}"]
    # Nobody had heard it the first time.
    assert [reply.message.content for reply in room.replies()] == [ASKED, ASKED]
    assert room.waits_now > room.waited_before


def test_who_answers_a_question_that_was_heard_is_waited_for_as_before():
    room = run(lambda clock: answered(clock, silence_seconds=2))

    assert room.told == [FIRST, MORE]
    assert room.waits_now == room.waited_before
