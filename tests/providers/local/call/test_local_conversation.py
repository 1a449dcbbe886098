"""Turns of the built-in interviewer: real ears, mind and mouth; engines and time are fakes."""

import asyncio
import copy

import pytest

from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.mind.dialogue import Turn
from darasa_reflex.providers.interviewer.local import conversation
from tests.providers.local.call.local_room import QUESTIONS, SteadyVoice, a_room

pytestmark = pytest.mark.slow


@pytest.fixture
def watchful(monkeypatch):
    """Let the conversation look at the clock often, so that a test may move it as often."""
    monkeypatch.setattr(conversation, "_LOOK_SECONDS", 0.01)


class AttentiveDialogue:
    """Remembers what it was given to answer, and says little."""

    asked = ""

    def __init__(self):
        self.answered = []

    def take(self, answer):
        self.answered.append(answer)
        return Turn(sentences=("I see.",), question="q1", number=1, of=1)

    answer = take

    def copied(self):
        return copy.deepcopy(self)

    def instead(self):
        return None


async def test_it_greets_first_and_every_text_has_its_audio(clock):
    async with a_room(clock) as room:
        await room.wait(8)
        await asyncio.sleep(0.15)

        kinds = room.kinds()
        texts = room.replies()
        audio = [m for m in room.seen if isinstance(m, evi.AudioOutput)]

    assert kinds[0] == "assistant_message"
    assert kinds[-1] == "assistant_end"
    assert kinds.count("assistant_end") == 1
    assert [m.id for m in texts] == [m.id for m in audio]
    assert len({m.id for m in texts}) == len(texts)
    assert {m.index for m in audio} == {0}


async def test_an_answer_is_shown_before_it_is_answered(clock):
    async with a_room(clock, "I built a database for five years and measured it.") as room:
        await room.listen_to_the_end()
        await room.speak(2)
        await room.wait(1.2)
        (said,) = room.said()

    assert room.kinds()[:2] == ["user_message", "assistant_message"]
    assert said.message.content == "I built a database for five years and measured it."
    assert said.darasa.question == "q1"
    assert [end - begin for begin, end in said.darasa.segments] == pytest.approx([2000], abs=33)
    assert (said.time.begin, said.time.end) == (
        said.darasa.segments[0][0],
        said.darasa.segments[-1][1],
    )


async def test_stretches_of_one_answer_become_one_message(clock):
    async with a_room(clock, "First I looked", "then I fixed it for all.") as room:
        await room.listen_to_the_end()
        await room.speak(1)
        await room.wait(0.6)
        await room.speak(1)
        await room.wait(1.2)
        (said,) = room.said()

    assert said.message.content == "First I looked then I fixed it for all."
    assert len(said.darasa.segments) == 2


async def test_the_engine_hears_the_moment_before_speech_began(clock):
    async with a_room(clock) as room:
        await room.listen_to_the_end()
        await room.speak(2)
        await room.wait(1.2)
        pcm = room.stt.fed[0].pcm

    led_in = len(pcm) - len(pcm.lstrip(b"\0"))
    assert 280 <= led_in / 32 <= 360


@pytest.mark.parametrize(("patience", "wait"), [(0.8, 0.8), (1.5, 1.5), (3.0, 4.3)])
async def test_it_waits_as_long_as_the_candidate_wants(clock, patience, wait):
    # In another language its words tell nothing: the patience alone counts.
    async with a_room(clock, patience_seconds=patience, language="de") as room:
        await room.listen_to_the_end()
        await room.speak(1)
        await room.wait(wait - 0.1)
        early = room.said()
        await room.wait(0.2)

        assert early == []
        assert len(room.said()) == 1


async def test_talking_over_the_interviewer_stops_it_for_good(clock):
    async with a_room(clock, "wait please i have a question", voice=SteadyVoice(4)) as room:
        await room.speak(0.7)
        await room.speak(2)
        before_answer = room.kinds()
        await room.wait(0.5)

    at = before_answer.index("user_interruption")
    assert before_answer[at + 1 :] == []
    assert "assistant_end" not in before_answer


async def test_a_question_nobody_heard_is_asked_again(clock):
    async with a_room(clock, "wait please", voice=SteadyVoice(4)) as room:
        await room.speak(1)
        await room.wait(1.2)
        await asyncio.sleep(0.15)
        await room.wait(4)
        await asyncio.sleep(0.15)
        heard = [m.message.content for m in room.replies()]

    assert any(QUESTIONS[0].text in text for text in heard)
    assert room.said()[0].darasa.question is None


async def test_a_short_word_over_the_interviewer_changes_nothing(clock):
    async with a_room(clock) as room:
        await room.speak(0.3)
        await room.wait(6)

    assert "user_interruption" not in room.kinds()
    assert room.said() == []


async def test_a_typed_turn_is_answered(clock):
    async with a_room(clock) as room:
        await room.listen_to_the_end()
        await room.take(evi.UserInput(text="I led a team of three people for two years."))
        (said,) = room.said()

    assert said.from_text
    assert said.models == {}
    assert said.darasa.question == "q1"
    assert room.kinds()[:2] == ["user_message", "assistant_message"]


async def test_typing_while_speaking_loses_nothing_and_is_answered_once(clock):
    async with a_room(clock, "i worked with") as room:
        await room.listen_to_the_end()
        mind = room.conversation.dialogue = AttentiveDialogue()
        await room.speak(1)
        await room.take(evi.UserInput(text="PostgreSQL"))
        await room.wait(0.3)
        said = room.said()

    assert [m.message.content for m in said] == ["i worked with", "PostgreSQL"]
    assert [m.from_text for m in said] == [False, True]
    assert {m.darasa.question for m in said} == {"q1"}
    assert room.kinds()[:3] == ["user_message", "user_message", "assistant_message"]
    assert [answer.text for answer in mind.answered] == ["i worked with PostgreSQL"]


async def test_typing_stops_the_interviewer(clock):
    async with a_room(clock) as room:
        await room.take(evi.UserInput(text="Please repeat that."))

    assert room.kinds().index("user_interruption") < room.kinds().index("user_message")


async def test_what_is_typed_over_the_interviewer_is_heeded_at_once(clock):
    async with a_room(clock) as room:
        await room.take(evi.UserInput(text="Please stop the interview."))
        await room.wait(0.3)
        words = " ".join(reply.message.content for reply in room.replies())

    assert "we can stop here" in words


async def test_words_to_say_are_said_as_they_stand(clock):
    async with a_room(clock) as room:
        await room.listen_to_the_end()
        await room.take(evi.AssistantInput(text="We have one minute left."))
        (reply,) = room.replies()

    assert reply.from_text
    assert reply.message.content == "We have one minute left."
    assert room.kinds() == ["assistant_message", "audio_output", "assistant_end"]


async def test_words_to_say_wait_for_the_candidate(clock):
    async with a_room(clock) as room:
        await room.listen_to_the_end()
        await room.speak(1)
        await room.take(evi.AssistantInput(text="We have one minute left."))
        while_speaking = room.replies()
        await room.wait(1.2)

    assert while_speaking == []
    assert room.replies()[0].from_text
    assert room.kinds()[0] == "user_message"


async def test_paused_it_listens_and_answers_only_the_last_turn(clock):
    async with a_room(clock, "the first", "the second") as room:
        await room.listen_to_the_end()
        mind = room.conversation.dialogue = AttentiveDialogue()
        await room.take(evi.PauseAssistant())
        for _ in range(2):
            await room.speak(1)
            await room.wait(1.2)
        paused = room.kinds()
        await room.take(evi.ResumeAssistant())

    assert paused == ["user_message", "user_message"]
    assert room.kinds()[2] == "assistant_message"
    assert [answer.text for answer in mind.answered] == ["the second"]


async def test_a_muted_microphone_neither_ends_an_answer_nor_begins_one(clock):
    async with a_room(clock, "before", "after") as room:
        await room.listen_to_the_end()
        await room.speak(1)
        await room.take(evi.Muted(muted=True))
        await room.wait(4)
        await room.speak(2)
        while_muted = list(room.seen)
        await room.take(evi.Muted(muted=False))
        await room.speak(1)
        await room.wait(1.2)
        (said,) = room.said()

    assert while_muted == []
    assert said.message.content == "before after"
    assert said.darasa.held_ms == pytest.approx(6000, abs=100)


@pytest.mark.slow
async def test_a_long_silence_gets_two_words_and_no_more(clock, watchful):
    async with a_room(clock) as room:
        await room.listen_to_the_end()
        for _ in range(20):
            clock.seconds += 10
            await asyncio.sleep(0.05)

    assert room.kinds().count("assistant_end") == 2
    assert room.said() == []


async def test_a_muted_candidate_is_not_nudged(clock):
    async with a_room(clock) as room:
        await room.listen_to_the_end()
        await room.take(evi.Muted(muted=True))
        clock.seconds += 100
        await asyncio.sleep(0.3)

    assert room.seen == []


async def test_a_microphone_that_stops_sending_still_ends_its_answer(clock):
    async with a_room(clock, "i was cut") as room:
        await room.listen_to_the_end()
        await room.speak(1)
        clock.seconds += 4
        await asyncio.sleep(0.3)
        (said,) = room.said()

    assert said.message.content == "i was cut"


async def test_without_a_voice_the_words_still_come_with_silent_audio(clock):
    async with a_room(clock, voice=SteadyVoice(broken=True)) as room:
        audio = [m for m in room.seen if isinstance(m, evi.AudioOutput)]
        texts = room.replies()

    assert [m.id for m in audio] == [m.id for m in texts] != []
    assert all(len(m.data) >= (44 + 2 * 220) * 4 // 3 for m in audio)


async def test_without_ears_it_asks_instead_of_failing(clock):
    async with a_room(clock, None, None) as room:
        await room.listen_to_the_end()
        await room.speak(2)
        await room.wait(1.2)
        while not room.replies():
            await asyncio.sleep(0.02)

    (said,) = room.said()
    assert said.darasa.unread == ((said.time.begin, said.time.end),)
    assert "could not make out the words" in room.replies()[0].message.content


async def test_a_cough_is_ignored(clock):
    async with a_room(clock, "") as room:
        await room.listen_to_the_end()
        await room.speak(0.4)
        await room.wait(1.2)

    assert room.seen == []


async def test_interim_messages_come_only_when_wanted(clock):
    async with a_room(clock, verbose=True) as room:
        await room.listen_to_the_end()
        await room.speak(3)
        interims = [m for m in room.seen if m.interim]
        await room.wait(1.2)
    async with a_room(clock) as plain:
        await plain.listen_to_the_end()
        await plain.speak(3)

    assert 3 <= len(interims) <= 5
    assert plain.seen == []


async def test_what_was_being_said_when_the_line_closed_is_kept(clock):
    async with a_room(clock, "i was about to say") as room:
        await room.listen_to_the_end()
        await room.speak(1)
        (last,) = await room.conversation.finish()

    assert last.message.content == "i was about to say"
    assert last.darasa.cut_off
    assert not last.interim


async def test_nothing_is_left_when_nothing_was_being_said(clock):
    async with a_room(clock) as room:
        await room.listen_to_the_end()
        await room.wait(1)

        assert await room.conversation.finish() == []


async def test_it_hangs_up_after_its_last_words(clock):
    async with a_room(clock) as room:
        for _ in range(40):
            if "over" in room.kinds():
                break
            await room.take(
                evi.UserInput(text="I built it myself in 2020, and sales rose by 10 %.")
            )
            await room.wait(3)
            await asyncio.sleep(0.02)

    assert room.kinds()[-2:] == ["assistant_end", "over"]
    assert room.replies()[-1].darasa.hang_up
    assert sum(m.darasa.hang_up for m in room.replies()) == 1


async def test_what_is_typed_while_it_says_goodbye_is_kept(clock):
    async with a_room(clock) as room:
        await room.take(evi.UserInput(text="Let's stop here"))
        while not room.conversation.speaker.closing:
            await asyncio.sleep(0.005)
        await room.conversation.take(evi.UserInput(text="And I would"))

        kept = await room.conversation.finish()

    assert [m.message.content for m in kept if m.from_text][-1:] == ["And I would"]


async def test_messages_it_has_no_use_for_do_no_harm(clock):
    async with a_room(clock) as room:
        await room.listen_to_the_end()
        await room.take(evi.SessionSettings(variables={"a": 1}, context={"text": "x"}))
        await room.take(evi.ToolResponse(tool_call_id="1", content="x"))
        await room.take(evi.UserInput(text="  "))
        await room.take(evi.Playback(id="unknown", event="ended"))

    assert room.seen == []


async def test_the_browser_can_tell_that_the_voice_has_ended(clock):
    async with a_room(clock) as room:
        await room.take(evi.AssistantInput(text="x"))
        last = room.replies()[-1]
        audible = room.conversation.mouth.audible
        await room.conversation.take(evi.Playback(id=last.id, event="ended"))
        still = room.conversation.mouth.audible  # before the next sentence is sent

    assert audible
    assert not still
