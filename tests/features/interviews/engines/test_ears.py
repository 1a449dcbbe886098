"""The ear check: one sentence in, what the interviewer's ears heard out, nothing kept."""

import asyncio
import json
from uuid import uuid4

import numpy as np
import pytest

from darasa_reflex.core.engines.cast import Cast
from darasa_reflex.core.errors import NotSignedIn
from darasa_reflex.features.accounts.identity import Actor
from darasa_reflex.features.interviews.device_check.ear_check import END, EarCheck
from darasa_reflex.features.interviews.device_check.ear_passes import EarPasses
from tests.providers.local.call.local_room import ScriptedTranscriber

LINEAR = json.dumps(
    {"type": "session_settings", "audio": {"encoding": "linear16", "sample_rate": 48_000}}
)
ADA, EVE = Actor(uuid4(), "Ada"), Actor(uuid4(), "Eve")


class Wire:
    """A line whose peer sends frames, and closes once it is told; that is kept as JSON."""

    def __init__(self, *frames):
        self.frames = asyncio.Queue()
        for frame in frames:
            self.frames.put_nowait(frame)
        self.told, self.closed = [], False

    async def receive(self):
        frame = await self.frames.get()
        if frame is None:
            self.frames.put_nowait(None)
        return frame

    async def send(self, frame):
        self.told.append(json.loads(frame))
        self.frames.put_nowait(None)

    async def close(self, code=1000):
        self.closed = True


def a_voice(seconds, hz=48_000):
    return (np.sin(np.arange(int(seconds * hz)) / 20) * 9_000).astype("<i2").tobytes()


def frames_of(pcm, size=3_840):
    return [pcm[at : at + size] for at in range(0, len(pcm), size)]


def the_ears(clock, *texts):
    transcriber = ScriptedTranscriber(*texts)
    return EarCheck(Cast.of(transcriber), EarPasses(clock)), transcriber


@pytest.mark.parametrize(
    ("text", "fillers"),
    [
        ("Um, I have um worked here for two years.", True),
        ("uh i have worked here", True),
        ("I have worked here for two years.", False),
        ("The umbrella museum in Erfurt", False),
    ],
)
async def test_a_sentence_comes_back_with_whether_fillers_are_visible(clock, text, fillers):
    ears, transcriber = the_ears(clock, text)
    wire = Wire(LINEAR, *frames_of(a_voice(3)), END)

    await ears.hear(ADA.user_id, wire)

    assert wire.told == [{"type": "heard", "text": text, "fillers": fillers, "engine": "Scripted."}]
    assert wire.closed
    assert len(transcriber.fed[0].pcm) == pytest.approx(3 * 32_000, rel=0.02)


@pytest.mark.parametrize(
    ("frames", "words"),
    [
        ([LINEAR, *frames_of(a_voice(10.2)), END], "more than 10 seconds"),
        ([LINEAR, *[b""] * 2_000, END], "more than 10 seconds"),
        ([LINEAR, bytes(2_000_000), END], "more than 10 seconds"),
        ([a_voice(1), END], "no sound we can read"),
        (["hello", END], "no sound we can read"),
        (['{"type":"user_input","text":"x"}', END], "no sound we can read"),
        (['{"type":"session_settings"}', END], "no sound we can read"),
        ([LINEAR.replace("linear16", "opus"), END], "no sound we can read"),
        ([LINEAR.replace("48000", "7"), END], "no sound we can read"),
        ([LINEAR, END], "Is the right microphone chosen?"),
    ],
)
async def test_what_is_too_long_or_no_sound_is_refused_with_a_sentence(clock, frames, words):
    ears, transcriber = the_ears(clock)
    wire = Wire(*frames)

    await ears.hear(ADA.user_id, wire)

    assert [told["type"] for told in wire.told] == ["error"]
    assert words in wire.told[0]["message"]
    assert wire.closed
    assert transcriber.fed == []


async def test_ten_seconds_are_not_too_long(clock):
    ears, _ = the_ears(clock, "Everything.")
    wire = Wire(LINEAR, *frames_of(a_voice(10)), END)

    await ears.hear(ADA.user_id, wire)

    assert wire.told[0]["text"] == "Everything."


async def test_a_dead_engine_is_told(clock):
    ears, _ = the_ears(clock, None)
    wire = Wire(LINEAR, a_voice(1), END)

    await ears.hear(ADA.user_id, wire)

    assert wire.told == [{"type": "error", "message": "It died."}]


async def test_who_leaves_halfway_is_not_transcribed(clock):
    ears, transcriber = the_ears(clock)
    wire = Wire(LINEAR, a_voice(1), None)

    await ears.hear(ADA.user_id, wire)

    assert (wire.told, transcriber.fed) == ([], [])


async def test_somebody_who_sends_nothing_is_not_waited_for(clock, monkeypatch):
    monkeypatch.setattr(
        "darasa_reflex.features.interviews.device_check.ear_check._LONGEST_WAIT_SECONDS", 0.05
    )
    ears, _ = the_ears(clock)
    wire = Wire(LINEAR)

    await ears.hear(ADA.user_id, wire)

    assert "took too long" in wire.told[0]["message"]


async def test_a_person_checks_once_at_a_time_and_a_few_people_together(clock):
    ears, _ = the_ears(clock)
    again, fifth, after = (Wire(LINEAR, a_voice(1), END) for _ in range(3))
    waiting = [Wire(LINEAR) for _ in range(4)]
    people = [ADA.user_id, uuid4(), uuid4(), uuid4()]

    first = asyncio.create_task(ears.hear(people[0], waiting[0]))
    await asyncio.sleep(0)
    await ears.hear(ADA.user_id, again)
    rest = [asyncio.create_task(ears.hear(people[at], waiting[at])) for at in (1, 2, 3)]
    await asyncio.sleep(0)
    await ears.hear(EVE.user_id, fifth)
    for wire in waiting:
        wire.frames.put_nowait(None)
    await asyncio.gather(first, *rest)
    await ears.hear(ADA.user_id, after)

    assert "Try again in a minute" in again.told[0]["message"]
    assert "Try again in a minute" in fifth.told[0]["message"]
    assert after.told[0]["type"] == "heard"


async def test_all_is_taken_that_a_refused_page_still_sends(clock):
    """A connection that closes on what is under way breaks, and the refusal is not read."""
    ears, _ = the_ears(clock)
    spoken = frames_of(a_voice(1))
    wire = Wire(LINEAR, *spoken)

    with ears.seat(ADA.user_id):
        await ears.hear(ADA.user_id, wire)

    assert "Try again in a minute" in wire.told[0]["message"]
    assert wire.frames.qsize() == 1  # that it has closed
    assert wire.closed


def test_a_pass_is_good_once_for_a_minute_and_only_the_newest(clock):
    passes = EarPasses(clock)
    first, hers = passes.issue(ADA), passes.issue(EVE)
    newest = passes.issue(ADA)

    assert passes.spend(newest).person == ADA.user_id
    for bad in (first, newest, "x", ""):
        with pytest.raises(NotSignedIn):
            passes.spend(bad)
    clock.seconds = 60
    with pytest.raises(NotSignedIn, match="expired"):
        passes.spend(hers)


async def test_a_sentence_in_another_language_is_heard_in_it_and_no_fillers_are_looked_for(clock):
    ears, transcriber = the_ears(clock, "Ich arbeite um, seit zwei Jahren hier.")
    spent = ears.passes.spend(ears.passes.issue(ADA, "de"))
    wire = Wire(LINEAR, *frames_of(a_voice(3)), END)

    await ears.hear(spent.person, wire, spent.language)

    assert transcriber.language == "de"
    assert wire.told[0]["fillers"] is None
