"""A candidate without headphones: the microphone hears the interviewer, the room and the person."""

import asyncio
import base64

import numpy as np
import soxr

from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.engines.interviewer import HEARD_HZ

WINDOW = 512
_WINDOW_SECONDS = WINDOW / HEARD_HZ
_REVERBERATION_SECONDS = 0.25
_NOISE = 40


class Loudspeaker:
    """Plays what the interviewer says into the microphone of a room from `a_room`.

    Args:
        decibels: How loud it comes back.
        delay: Seconds until it does.
    """

    def __init__(self, room, decibels=-10, delay=0.2):
        self.room, self.delay = room, delay
        self.random = np.random.default_rng(3)
        self.gain = 10 ** (decibels / 20)
        self.samples = {}
        self.own = np.zeros(0)
        # How a small room answers to a click.
        length = int(_REVERBERATION_SECONDS * HEARD_HZ)
        fall = np.exp(-6.9 * np.arange(length) / length)
        self.answer = self.random.normal(0, 1, length) * fall
        self.answer[0] = 3
        self.answer /= np.sqrt((self.answer**2).sum())

    def say(self, samples):
        """Let the person say something from now on."""
        self.own = samples.astype(float)

    async def begin(self):
        """Wait until the interviewer's voice, which needs real time, is there."""
        while not self.room.conversation.mouth.audible:
            await asyncio.sleep(0.01)

    async def play(self, seconds):
        """Let time pass in the room."""
        for _ in range(round(seconds / _WINDOW_SECONDS)):
            self.room.clock.seconds += _WINDOW_SECONDS
            await self.room.conversation.hear(self._window())
            await asyncio.sleep(0)

    async def play_to_the_end(self):
        """Let time pass until the interviewer has been heard, and its last echo."""
        await self.begin()
        while self.room.conversation.mouth.saying:
            await self.play(0.25)
            await asyncio.sleep(0.02)
        await self.play(3)
        await asyncio.sleep(0.1)

    def _window(self):
        self._take_outputs()
        now_ms = self.room.conversation.now_ms
        heard = self.random.normal(0, _NOISE, WINDOW)
        for sentence, sound in self.samples.items():
            utterance = self.room.conversation.mouth.heard.utterances[sentence]
            at = (now_ms - utterance.began_ms) * HEARD_HZ // 1000 - int(self.delay * HEARD_HZ)
            heard += _part(sound, at - WINDOW)
        own, self.own = self.own[:WINDOW], self.own[WINDOW:]
        heard[: len(own)] += own
        return np.clip(heard, -32_768, 32_767).astype("<i2").tobytes()

    def _take_outputs(self):
        for message in self.room.seen:
            if isinstance(message, evi.AudioOutput) and message.id not in self.samples:
                pcm = np.frombuffer(base64.b64decode(message.data)[44:], "<i2").astype(float)
                sound = soxr.resample(pcm, 22_050, HEARD_HZ)
                self.samples[message.id] = np.convolve(sound, self.answer) * self.gain


def _part(sound, at):
    """Return a window of a sound, silent before and after it."""
    part = np.zeros(WINDOW)
    begin, end = max(0, at), min(len(sound), at + WINDOW)
    if begin < end:
        part[begin - at : end - at] = sound[begin:end]
    return part
