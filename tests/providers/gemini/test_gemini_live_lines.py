"""Lines to Gemini Live that end: what was said is said once, whatever happens when."""

import asyncio
import json
import re

import pytest

from darasa_reflex.core.errors import ServiceUnavailable
from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.engines.interviewer import SaidTurn
from darasa_reflex.providers.interviewer.gemini_live import lifeline
from darasa_reflex.providers.interviewer.gemini_live.line import refusals
from tests.vendors.gemini.gemini_live import running
from tests.vendors.gemini.gemini_live_room import LOUD, a_room

pytestmark = pytest.mark.slow

GREETING = "Hello Ada. What brings you to engineering?"
ANSWER = "I like machines that help people."
REPLY = "I see. How do you repair a broken database?"
_UTTERANCE = 10 * len(LOUD)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("certificate")


@pytest.fixture(autouse=True)
def _no_delays(monkeypatch):
    monkeypatch.setattr(lifeline, "_DELAYS", (0.0, 0.01, 0.01))


def material_of(call):
    """What a line was told at its beginning."""
    return json.loads(call.first.removeprefix("MATERIAL "))


class Forgetful:
    """Moments one question and answer; ends the line after the k-th message it sends, once.

    A new line knows what its material says, what it is directed to, and nothing else.
    """

    def __init__(self, k, ending):
        self.left, self.ending = k, ending

    async def play(self, call):
        await call.accept()
        call.due = _UTTERANCE
        call.content = self._counted(call, call.content)
        await call.until(lambda: call.first is not None)
        said = [turn["text"] for turn in material_of(call)["said"]]
        while True:
            await self._take_turn(call, said)

    async def _take_turn(self, call, said):
        await call.until(lambda: not call.texts.empty() or len(call.audio) >= call.due)
        if not call.texts.empty():
            await self._obey(call, said, call.texts.get_nowait())
            return
        call.due += _UTTERANCE
        for word in ANSWER.split():
            await call.hears(word + " ")
        await self._say(call, REPLY)
        said += [ANSWER, REPLY]

    async def _obey(self, call, said, text):
        whole = GREETING if ANSWER not in " ".join(said) else REPLY
        if cut := re.search(r"have heard (\".*\")\. Say what is missing", text):
            heard = json.loads(cut[1])
            assert whole.startswith(heard)
            await self._say(call, whole.removeprefix(heard))
        else:
            await self._say(call, whole)
        said.append(whole)

    async def _say(self, call, text):
        for word in text.split():
            await call.voice(40)
            await call.words(word + " ")
        await call.content(turnComplete=True)

    def _counted(self, call, send):
        async def content(**fields):
            await send(**fields)
            self.left -= 1
            if self.left == 0:
                await self.ending(call)

        return content


async def drops(call):
    call.drop()
    await asyncio.Event().wait()


async def goes_away(call):
    """Says so, then closes the line a moment later."""
    await call.send({"goAway": {"timeLeft": "1.1s"}})

    async def close():
        await asyncio.sleep(0.5)
        await call.ws.close(1001)

    call.closing = asyncio.create_task(close())


async def hold(folder, k, ending):
    """Hold the interview with one ending; return what was said."""
    gemini_script = Forgetful(k, ending)
    async with running(folder, gemini_script.play) as gemini, a_room(gemini, folder) as room:
        await room.until(lambda: " ".join(room.words()) == GREETING, f"the greeting, {k}")
        await room.until_quiet()
        await room.speak()
        await room.until(lambda: " ".join(room.words()).endswith(REPLY), f"the reply, {k}")
        await room.until_quiet()
        await room.until(lambda: k > 30 or len(gemini.calls) == 2, f"another line, {k}")
        assert room.failure is None
    return " ".join(room.words())


@pytest.mark.slow
@pytest.mark.parametrize("ending", [drops, goes_away])
async def test_a_line_that_ends_anywhere_loses_no_word_and_says_none_twice(folder, ending):
    messages = 40
    held = [hold(folder, k, ending) for k in range(1, messages)]

    assert set(await asyncio.gather(*held)) == {f"{GREETING} Ada: {ANSWER} {REPLY}"}


async def test_the_job_the_plan_and_all_that_was_said_go_along_over_every_line(folder):
    """As in a call of twelve minutes, in which Gemini renews its line twice."""

    def line(*, greets):
        async def play(call):
            await call.accept()
            if greets:
                await call.texts.get()
                await call.say(GREETING)
            typed = await call.texts.get()
            await call.say(f"You said {typed.removeprefix('TYPED ')}. And then?")
            await call.send({"goAway": {"timeLeft": "30s"}})
            await call.until(lambda: False)

        return play

    lines = [line(greets=True), line(greets=False), line(greets=False)]
    async with running(folder, *lines) as gemini, a_room(gemini, folder) as room:
        await room.until_kind("assistant_end")
        for renewals in range(1, 3):
            await room.until_quiet()
            await room.type(f"answer {renewals}")
            await room.until(
                lambda n=renewals: len(gemini.calls) == n + 1 and gemini.calls[n].first
            )
        await room.until_quiet()
        told = [material_of(call) for call in gemini.calls]
        words = room.words()

    assert [one["job_description"] for one in told] == ["Build things."] * 3
    assert all(one["plan"] == told[0]["plan"] for one in told)
    texts = [[turn["text"] for turn in one["said"]] for one in told]
    assert texts[0] == []
    assert texts[1] == texts[2][: len(texts[1])]
    assert texts[2] == [word.removeprefix("Ada: ") for word in words]
    # Nobody is greeted because a line was renewed.
    assert all(call.texts.empty() for call in gemini.calls[1:])


async def test_an_answer_being_spoken_is_heard_again_from_its_beginning(folder):
    async def first(call):
        await call.accept()
        await call.texts.get()
        await call.say(GREETING)
        await call.listen(4 * len(LOUD))
        await call.hears("I like")
        call.drop()

    async def second(call):
        await call.accept()
        await call.listen(8 * len(LOUD))
        await call.hears("I like machines.")
        await call.say(REPLY)

    async with running(folder, first, second) as gemini, a_room(gemini, folder) as room:
        await room.until_kind("assistant_end")
        await room.until_quiet()
        await room.speak(4, 0)
        await room.until(lambda: len(gemini.calls) == 2)
        await room.speak(4, 0)
        await room.until_kind("assistant_end", 2)

    assert room.words()[-2:] == ["Ada: I like machines.", REPLY]
    assert bytes(gemini.calls[1].audio) == LOUD * 8


async def test_an_answer_that_has_its_reply_is_not_heard_again(folder):
    async def first(call):
        await call.accept()
        await call.texts.get()
        await call.say(GREETING)
        await call.listen(4 * len(LOUD))
        await call.hears(ANSWER)
        await call.say(REPLY)
        await call.ws.close(1001)

    async def second(call):
        await call.accept()
        await call.texts.get()
        await call.say("Quota.")

    async with running(folder, first, second) as gemini, a_room(gemini, folder) as room:
        await room.until_kind("assistant_end")
        await room.until_quiet()
        await room.speak(4, 0)
        await room.until(lambda: len(gemini.calls) == 2 and room.words()[-1] == REPLY)
        await room.until_quiet()
        await room.type("More.")
        await room.until(lambda: room.words()[-1] == "Quota.")

    assert room.words()[-4:] == [f"Ada: {ANSWER}", REPLY, "Ada: More.", "Quota."]
    assert gemini.calls[1].audio == b""


async def test_words_are_kept_when_no_more_come_over_the_next_line(folder):
    async def first(call):
        await call.accept()
        await call.texts.get()
        await call.say(GREETING)
        await call.listen(4 * len(LOUD))
        await call.hears("I like machines.")
        call.drop()

    async def second(call):
        await call.accept()
        await call.say(REPLY)

    async with running(folder, first, second) as gemini, a_room(gemini, folder) as room:
        await room.until_kind("assistant_end")
        await room.until_quiet()
        await room.speak(4, 0)
        await room.until_kind("assistant_end", 2)

    assert room.words()[-2:] == ["Ada: I like machines.", REPLY]


async def test_a_typed_answer_survives_the_line(folder):
    async def first(call):
        await call.accept()
        await call.texts.get()
        await call.say(GREETING)
        await call.texts.get()
        call.drop()

    async def second(call):
        await call.accept()
        text = await call.texts.get()
        assert "Reply now to what they said last" in text
        await call.say(REPLY)

    async with running(folder, first, second) as gemini, a_room(gemini, folder) as room:
        await room.until_kind("assistant_end")
        await room.type("I like machines.")
        await room.until_kind("assistant_end", 2)

    assert room.words()[-2:] == ["Ada: I like machines.", REPLY]
    assert "I like machines." in gemini.calls[1].first


async def test_the_person_reads_it_when_no_line_can_be_had(folder):
    async def first(call):
        await call.accept()
        gemini.status = 503
        call.drop()

    async with running(folder, first) as gemini, a_room(gemini, folder) as room:
        await room.until(lambda: room.over)

    assert isinstance(room.failure, ServiceUnavailable)
    assert room.failure.message == refusals.LOST
    assert room.failure.retryable


async def test_lines_that_end_at_once_are_not_opened_for_ever(folder):
    async def opens_and_ends(call):
        await call.accept()
        call.drop()

    async with running(folder, opens_and_ends) as gemini, a_room(gemini, folder) as room:
        await room.until(lambda: room.over)

    assert room.failure.message == refusals.LOST
    assert len(gemini.calls) <= 5


async def test_after_a_lost_call_it_welcomes_the_person_back(folder):
    async def play(call):
        await call.accept()
        text = await call.texts.get()
        await call.say("Welcome back. How do you repair a broken database?")
        assert "back on the line" in text

    said = (SaidTurn(speaker="interviewer", text=GREETING, question="q1"),)
    async with running(folder, play) as gemini, a_room(gemini, folder, said=said) as room:
        await room.until_kind("assistant_end")
        await room.type("With care.")
        await room.until(room.said)

    assert room.words()[-1] == "Ada: With care."
    assert GREETING in gemini.calls[0].first
    assert room.replies()[-1].darasa.question == "q2"


async def test_a_message_the_client_does_not_know_ends_nothing(folder):
    async def play(call):
        await call.accept()
        await call.texts.get()
        await call.send({"somethingNew": {"x": 1}})
        await call.ws.send(b"no json")
        await call.say(GREETING)

    async with running(folder, play) as gemini, a_room(gemini, folder) as room:
        await room.until_kind("assistant_end")

    assert " ".join(room.words()) == GREETING
    assert len(gemini.calls) == 1
    assert not any(isinstance(m, evi.Error) for m in room.seen)
