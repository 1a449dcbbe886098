"""Thinking pauses inside answers: real VAD, real ears, and the sound as their clock."""

import contextlib

import pytest

from darasa_reflex.features.interviews.engines.speech.speech import Heard
from darasa_reflex.providers.interviewer.local.ears.pace import Pace
from tests.load.voice import candidate, thinking
from tests.providers.speech.real_speech import an_ear, said

pytestmark = pytest.mark.slow

# All of them are in the bench, and beside them what as long a silence would cut off. Whoever waits
# out the longest waits out those between.
A_WINDOW_MS = 32
SOME = (0.5, 4.0)
# Each phrase is read once for all tests.
KNOWN = {}


def a_real_ear():
    ear = thinking.Clocked(an_ear("whisper-tiny.en"))
    ear.known = KNOWN
    return ear


class ScriptedSentence:
    """Hears a whole sentence in whatever is said, in no time: what ends an answer soonest."""

    @contextlib.asynccontextmanager
    async def listen(self, hints):
        yield self

    def utterance(self):
        return self

    async def feed(self, pcm):
        self.pcm = pcm

    async def finish(self):
        return Heard("This was one whole sentence about my work.")


async def test_patience_cuts_off_nobody_who_thinks_for_up_to_four_seconds():
    ear = a_real_ear()

    outcome = await thinking.held(ear, await thinking.answers(said, SOME), Pace(3_000))

    assert outcome.cut == []
    assert len(outcome.waits_ms) == len(SOME) * len(thinking.PLACES)
    # A busy machine reads some phrases late; nobody waits beyond the longest wait even then.
    assert outcome.median_ms < 5_000
    assert max(outcome.waits_ms) <= Pace(3_000).longest_ms + A_WINDOW_MS


async def test_with_scripted_words_that_sound_finished_patience_cuts_off_nobody_either():
    spoken = await thinking.answers(candidate.spoken, SOME)

    outcome = await thinking.held(thinking.Clocked(ScriptedSentence()), spoken, Pace(3_000))

    assert outcome.cut == []
