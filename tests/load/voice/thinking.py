"""Answers with thinking pauses inside, heard by the real ears as fast as they can.

The clock is the sound: while an engine reads a phrase no sound comes in, and its text becomes
known as much later in the sound as the reading took.
"""

import asyncio
import contextlib
import hashlib
import statistics
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

import numpy as np

from darasa_reflex.core.engines.cast import Cast
from darasa_reflex.features.interviews.engines.speech.speech import Heard, Transcriber
from darasa_reflex.features.interviews.engines.speech.turn_detection import TurnDetector
from darasa_reflex.providers.interviewer.local.ears.ears import Ears
from darasa_reflex.providers.interviewer.local.ears.end_of_turn import EndOfTurn
from darasa_reflex.providers.interviewer.local.ears.endpointing import Endpointing
from darasa_reflex.providers.interviewer.local.ears.hearing import Hearing
from darasa_reflex.providers.interviewer.local.ears.pace import Pace
from darasa_reflex.providers.interviewer.local.ears.phrase_reader import PhraseReader
from darasa_reflex.providers.interviewer.local.ears.utterance import Utterance
from darasa_reflex.providers.interviewer.local.ears.vad import VoiceActivity
from tests.load.voice.candidate import in_a_room, silent

# What is said before a pause, and after it: within a sentence, at a word that goes on, at a sound
# of thinking, and after a whole sentence.
PLACES = {
    "mid-sentence": (
        "I worked for three years on the search of a large",
        "online shop, and most of the code was mine.",
    ),
    "after because": (
        "We decided to keep the old database because",
        "nobody wanted to lose the data of five years.",
    ),
    "after um": (
        "The hardest part of all this was, um,",
        "that the other team had never agreed to the plan.",
    ),
    "after a sentence": (
        "The main problem was that customers had to wait thirty seconds for every report.",
        "So I measured all the queries, and rewrote the two slowest of them.",
    ),
}
PAUSES = (0.5, 1.0, 2.0, 3.0, 4.0)
PATIENCES = {"fast": 800, "normal": 1_500, "patient": 3_000}
Result = TypeVar("Result")

# Longer than any wait.
_AFTER = 7.0
_WINDOW_BYTES, _WINDOW_MS = 1_024, 32


@dataclass(frozen=True, slots=True)
class Spoken:
    """An answer as sound.

    Attributes:
        place: Where its pause lies, a key of `PLACES`.
        pause: Its length in seconds, beyond what the voice itself leaves.
    """

    place: str
    pause: float
    pcm: bytes


@dataclass(slots=True)
class Outcome:
    """What became of some answers.

    Attributes:
        cut: Those of which the end was not waited for: place and seconds of their pause.
        waits_ms: From the end of each whole answer until it counted as finished.
    """

    cut: list[tuple[str, float]] = field(default_factory=list)
    waits_ms: list[int] = field(default_factory=list)

    def add(self, other: "Outcome") -> None:
        """Take what became of other answers."""
        self.cut += other.cut
        self.waits_ms += other.waits_ms

    @property
    def median_ms(self) -> float:
        """The usual wait."""
        return statistics.median(self.waits_ms)


async def answers(say, pauses: Sequence[float] = PAUSES) -> list[Spoken]:
    """Return an answer per place and pause; `say` returns a text as 16-bit samples at 16 kHz.

    Up to the pause those of a place are the same sound, which is read once.
    """
    made = []
    for pause in pauses:
        for place, halves in PLACES.items():
            before, after = [trimmed(await say(half)) for half in halves]
            sound = np.concatenate([silent(0.5), before, silent(pause), after, silent(_AFTER)])
            made.append(Spoken(place, pause, in_a_room(sound)))
    return made


def trimmed(samples: np.ndarray) -> np.ndarray:
    """Return speech without the silence around it."""
    loud = np.flatnonzero(np.abs(samples.astype(int)) > 300)
    return samples[loud[0] : loud[-1]]


class Clocked:
    """An ear whose answers take as long in the sound as they took in truth. See `Transcriber`.

    Args:
        engine: Reads the phrases, each only once however often it is heard.
    """

    label, obstacle = "", None

    def __init__(self, engine: Transcriber) -> None:
        self.engine = engine
        self.now_ms = 0.0
        self.known: dict[str, tuple[Heard, float]] = {}
        self.reading = 0
        self.waiting: list[tuple[float, asyncio.Event]] = []

    def hearing(self, language):
        """See `Transcriber.hearing`."""
        return self

    @contextlib.asynccontextmanager
    async def listen(self, hints):
        """See `Transcriber.listen`."""
        async with self.engine.listen(hints) as self.listener:
            yield self

    def utterance(self):
        """See `Listener.utterance`."""
        return _Phrase(self)

    async def read(self, pcm: bytes) -> Heard:
        """Return what a phrase says, when the sound has come so far."""
        return await self.after(self.known, pcm, self._heard)

    async def _heard(self, pcm: bytes) -> Heard:
        phrase = self.listener.utterance()
        await phrase.feed(pcm)
        return await phrase.finish()

    async def after(
        self,
        found: dict[str, tuple[Result, float]],
        pcm: bytes,
        ask: Callable[[bytes], Awaitable[Result]],
    ) -> Result:
        """Return what an engine says of sound, when the sound has come so far."""
        key = hashlib.sha256(pcm).hexdigest()
        self.reading += 1
        try:
            if key not in found:
                began = time.perf_counter()
                result = await ask(pcm)
                found[key] = result, (time.perf_counter() - began) * 1000
            result, took_ms = found[key]
            known = asyncio.Event()
            self.waiting.append((self.now_ms + took_ms, known))
        finally:
            self.reading -= 1
        await known.wait()
        return result

    async def pass_on(self, milliseconds: float) -> None:
        """Let time pass, and whatever is known by then be known."""
        await _settle()
        while self.reading:
            await asyncio.sleep(0.002)
        self.now_ms += milliseconds
        for due, known in self.waiting:
            if due <= self.now_ms:
                known.set()
        self.waiting = [one for one in self.waiting if not one[1].is_set()]
        await _settle()


class _Phrase:
    def __init__(self, ear: Clocked) -> None:
        self.ear, self.pcm = ear, b""

    async def feed(self, pcm: bytes) -> None:
        self.pcm += pcm

    async def so_far(self) -> Heard:
        return Heard("")

    async def finish(self) -> Heard:
        return await self.ear.read(self.pcm)


class ClockedDetector:
    """Hears the end of answers, and takes as long in the sound as in truth. See `TurnDetector`.

    Args:
        detector: Is asked about each pause once, however often it is heard.
    """

    def __init__(self, detector: TurnDetector) -> None:
        self.detector = detector
        self.ear: Clocked | None = None
        self.known: dict[str, tuple[float | None, float]] = {}

    async def over(self, pcm: bytes) -> float | None:
        """See `TurnDetector.over`."""
        assert self.ear
        return await self.ear.after(self.known, pcm, self.detector.over)


async def held(
    ear: Clocked, spoken: Sequence[Spoken], pace: Pace, detector: ClockedDetector | None = None
) -> Outcome:
    """Return what becomes of answers of one speaker; `detector` hears how they sound."""
    outcome = Outcome()
    async with Hearing(Cast.of(ear), ()) as hearing:
        ears = Ears(PhraseReader(hearing), Endpointing(pace.patience_ms), pace, vad=VoiceActivity())
        if detector:
            detector.ear, ears.end_of_turn = ear, EndOfTurn(detector)
        for answer in spoken:
            await _hold(ears, ear, answer, outcome)
        await ears.close()
    return outcome


async def _hold(ears: Ears, ear: Clocked, answer: Spoken, outcome: Outcome) -> None:
    ended: list[tuple[int, Utterance]] = []
    for at in range(0, len(answer.pcm) - _WINDOW_BYTES, _WINDOW_BYTES):
        window = answer.pcm[at : at + _WINDOW_BYTES]
        found = await ears.hear(window, ears.endpointing.now_ms + _WINDOW_MS, audible=False)
        ended += [(ears.endpointing.now_ms, one) for one in found if isinstance(one, Utterance)]
        await ear.pass_on(_WINDOW_MS)
    at_ms, last = ended[-1]
    outcome.waits_ms.append(at_ms - last.ended.end_ms)
    if len(ended) > 1:
        outcome.cut.append((answer.place, answer.pause))


async def _settle() -> None:
    for _ in range(4):
        await asyncio.sleep(0)
