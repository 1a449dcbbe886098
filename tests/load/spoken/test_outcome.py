"""What is counted of spoken calls, and what is shown of it."""

import asyncio
import time

import pytest

from tests.load.spoken.outcome import summary
from tests.load.spoken.socket_call import SocketCall, Speaker
from tests.load.spoken.spoken_rows import row
from tests.load.voice import spoken_turns


def a_speaker(*waits, cut=0):
    return Speaker([b""], b"", waits=list(waits), cut=cut)


def test_replies_count_from_when_all_have_come_and_costs_are_divided_by_those_heard():
    speakers = [a_speaker((9.0, 5_000.0), (11.0, 1_000.0)), a_speaker((12.0, 2_000.0), cut=1)]

    told = summary(4, speakers, since=10.0, share=0.5, memory=(600_000, 630_000))

    assert (told.asked, told.heard, told.answers, told.cut) == (4, 2, 2, 1)
    assert (told.median_ms, told.ninety_ms) == (1_500, 1_900)
    assert (told.cores, told.kilobytes, told.kilobytes_per_call) == (0.25, 600_000, 15_000)
    assert "2 of 4, 2 replies: median 1500 ms, 1 cut off" in row(1, told).ours
    assert "0.25 of a core a call, 4.0 calls a core; 15 MB a call" in row(1, told).reference
    assert row(2, told).verdict.endswith(": met")


def test_a_late_reply_misses_the_aim():
    told = summary(1, [a_speaker((11.0, 3_400.0))], since=10.0, share=0.1, memory=(1, 2))

    assert row(1, told).verdict == "nine of ten +3.40 s (aim ≤ 3.0 s): MISSED"


def test_nobody_who_was_heard_is_no_measurement():
    with pytest.raises(ValueError, match="nobody"):
        summary(2, [], since=0.0, share=0.1, memory=(1, 2))


class Wire:
    """A socket that counts frames of the microphone, and on some of them does something."""

    def __init__(self):
        self.frames = 0
        self.on_frame = {}

    async def send(self, pcm):
        self.frames += 1
        self.on_frame.get(self.frames, lambda: None)()


async def test_a_reply_within_an_answer_cuts_it_off_and_one_after_it_is_timed(monkeypatch):
    no_time = asyncio.sleep
    monkeypatch.setattr(spoken_turns.asyncio, "sleep", lambda seconds: no_time(0))
    wire = Wire()
    call, speaker = SocketCall(wire), Speaker([bytes(25 * 1_280)], bytes(1_280))

    def says(kind):
        return lambda: call._take({"type": kind, "data": ""}, time.monotonic())

    # Ten frames of quiet, an answer of 25 that is replied to at once, and again; then another.
    wire.on_frame = {1: says("assistant_end"), 20: says("audio_output"), 40: says("audio_output")}
    wire.on_frame |= {80: says("audio_output"), 85: lambda: setattr(call, "over", True)}
    await speaker.talk(call, time.monotonic() + 60)

    assert (speaker.cut, len(speaker.waits), speaker.unanswered) == (1, 1, 0)
