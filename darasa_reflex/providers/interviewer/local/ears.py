"""What the candidate says: sound in, utterances out, transcribed while they are spoken."""

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from darasa_reflex.core.errors import ServiceUnavailable
from darasa_reflex.features.interviews.interviewer import HEARD_HZ
from darasa_reflex.features.interviews.speech import Heard
from darasa_reflex.providers.interviewer.local.echo import TAIL_MS, Echo
from darasa_reflex.providers.interviewer.local.end_of_turn import EndOfTurn
from darasa_reflex.providers.interviewer.local.endpointing import (
    PADDING_MS,
    BargeIn,
    Endpointing,
    Event,
    SpeechBegan,
    SpeechPaused,
    UtteranceEnded,
)
from darasa_reflex.providers.interviewer.local.hearing import Hearing
from darasa_reflex.providers.interviewer.local.pace import Pace
from darasa_reflex.providers.interviewer.local.reading import ECHO, Read, Reading, joined
from darasa_reflex.providers.interviewer.local.timeline import Timeline
from darasa_reflex.providers.interviewer.local.vad import WINDOW, SpeechDetector, VoiceActivity

_WINDOW_BYTES = 2 * WINDOW
_WINDOW_MS = WINDOW * 1000 / HEARD_HZ
_BYTES_PER_MS = 2 * HEARD_HZ / 1000
# Breath for the event loop when much sound comes at once; 30 windows take about 3 ms.
_WINDOWS_AT_ONCE = 30
# Engines keep the whole phrase in memory, and a talker without a breath would never be read.
_LONGEST_PHRASE_MS = 25_000


@dataclass(frozen=True, slots=True)
class Utterance:
    """All that was said until the patience was over."""

    ended: UtteranceEnded
    phrases: tuple[Read, ...]

    @property
    def voiced_ms(self) -> int:
        """Length of the speech without its pauses."""
        return sum(end - begin for begin, end in self.ended.segments)

    async def is_echo(self) -> bool:
        """Whether it was the interviewer's own voice and nothing else."""
        return all([await phrase is ECHO for phrase in self.phrases])

    async def heard(self) -> Heard:
        """Return what was understood, with times from the start of the call; perhaps no words."""
        return joined([await phrase for phrase in self.phrases])


Found = BargeIn | Utterance


@dataclass(slots=True)
class Ears:
    """The ears of one call. Every stretch of speech is a phrase of its own to the engine.

    So only the last phrase is still being read when the patience ends, and mostly not even that.

    Attributes:
        on_pause: Told of each pause within an answer: with empty words when it begins, and with the
            words of the answer so far when they are read.
        end_of_turn: Hears whether an answer sounds finished; None: nobody does.
    """

    listener: Hearing
    endpointing: Endpointing
    pace: Pace
    echo: Echo | None = None
    vad: SpeechDetector | None = None
    on_pause: Callable[[str], None] | None = None
    end_of_turn: EndOfTurn | None = None
    _timeline: Timeline = field(default_factory=Timeline)
    _rest: bytes = b""
    _kept: deque[tuple[float, bytes]] = field(default_factory=deque[tuple[float, bytes]])
    _phrase: Reading | None = None
    _over_us: bool = False
    _audible_until_ms: float = -TAIL_MS
    _finished: list[Read] = field(default_factory=list[Read])

    async def hear(self, pcm: bytes, now_ms: float, *, audible: bool) -> list[Found]:
        """Take sound; return interruptions and whole utterances, in order."""
        if self.vad is None:
            # Imports and loads for 0.3 s unless the server was warmed.
            self.vad = await asyncio.to_thread(VoiceActivity)
        data = self._rest + pcm
        sound_ms = self.endpointing.now_ms + len(self._rest) / _BYTES_PER_MS
        gap = self._timeline.gap_before(sound_ms, len(pcm) / _BYTES_PER_MS, now_ms)
        found = await self._act(self.endpointing.skip(gap)) if gap else []
        whole = len(data) - len(data) % _WINDOW_BYTES
        self._rest = data[whole:]
        for count, at in enumerate(range(0, whole, _WINDOW_BYTES), start=1):
            found += await self._window(data[at : at + _WINDOW_BYTES], now_ms, audible=audible)
            if count % _WINDOWS_AT_ONCE == 0:
                await asyncio.sleep(0)
        return found

    async def mute(self, muted: bool) -> None:
        """Note that the microphone was muted or opened again."""
        await self._act(self.endpointing.mute(muted))

    async def cut(self) -> Utterance | None:
        """End the open utterance now and return it; None when there is none."""
        for found in await self._act(self.endpointing.cut()):
            if isinstance(found, Utterance):
                return found
        return None

    async def so_far(self) -> str:
        """Return the words of the open utterance that are understood already."""
        heard = [task.result() for task in self._finished if task.done()]
        if self._phrase is not None:
            try:
                heard.append(await self._phrase.transcription.so_far())
            except ServiceUnavailable:
                heard.append(None)
        return joined(heard).text

    async def close(self) -> None:
        """Drop what is still being transcribed."""
        if self.end_of_turn:
            self.end_of_turn.close()
        for task in self._finished:
            task.cancel()
        await asyncio.gather(*self._finished, return_exceptions=True)

    async def _window(self, window: bytes, now_ms: float, *, audible: bool) -> list[Found]:
        probability = self.vad.probability(window) if self.vad else 0.0
        began_ms = float(self.endpointing.now_ms)
        if audible:
            self._audible_until_ms = began_ms
        if self.end_of_turn:
            self.end_of_turn.hear(window)
        echo = self._is_echo(window, now_ms)
        events = self.endpointing.hear(probability, _WINDOW_MS, audible=audible, echo=echo)
        if self._phrase is not None:
            await self._feed(window)
            if began_ms - self._phrase.from_ms > _LONGEST_PHRASE_MS:
                cut_ms = self.endpointing.now_ms
                self._finish_phrase(cut_ms)
                self._phrase = Reading(self.listener.utterance(), cut_ms, cut_ms)
        else:
            self._keep(began_ms, window)
        return await self._act(events)

    def _is_echo(self, window: bytes, now_ms: float) -> bool:
        """Whether the interviewer is heard in the microphone before the candidate has the word."""
        if self.echo is None:
            return False
        self.echo.hear(window)
        lately = self.endpointing.now_ms - self._audible_until_ms < TAIL_MS
        return lately and not self.endpointing.speaking and self.echo.is_heard(now_ms)

    def _keep(self, began_ms: float, window: bytes) -> None:
        self._kept.append((began_ms, window))
        while self._kept and self._kept[0][0] + _WINDOW_MS < self.endpointing.wanted_from_ms:
            self._kept.popleft()

    async def _act(self, events: list[Event]) -> list[Found]:
        found: list[Found] = []
        for event in events:
            match event:
                case SpeechBegan():
                    self._over_us = event.at_ms - PADDING_MS - self._audible_until_ms < TAIL_MS
                    await self._begin_phrase(event.at_ms)
                case SpeechPaused():
                    self._finish_phrase(event.at_ms)
                    self._judge_pause()
                case BargeIn():
                    found.append(event)
                case UtteranceEnded():
                    found.append(Utterance(event, tuple(self._finished)))
                    self._finished = []
                    self.pace.learn(event.segments)
        return found

    def _judge_pause(self) -> None:
        """Set how long this pause may last: at once, and again when its words are read."""
        if self.on_pause:
            self.on_pause("")
        if not self.listener.understood:
            self.endpointing.wait_ms = self.pace.wait_ms(None)
            return
        self.endpointing.wait_ms = self.pace.longest_ms
        read = tuple(self._finished)
        read[-1].add_done_callback(lambda _: self._judge_words(read))

    def _judge_words(self, read: tuple[Read, ...]) -> None:
        if not self._is_open_after(read):
            return
        if all(task.done() and not task.cancelled() for task in read):
            text = joined([task.result() for task in read]).text
            self.endpointing.wait_ms = self.pace.wait_ms(text)
            if text and self.on_pause:
                self.on_pause(text)
            if self.end_of_turn and self.pace.can_be_shorter(text):
                self.end_of_turn.ask(lambda over: self._judge_sound(read, text, over))

    def _judge_sound(self, read: tuple[Read, ...], text: str, over: float) -> None:
        if self._is_open_after(read):
            self.endpointing.wait_ms = self.pace.wait_ms(text, over)

    def _is_open_after(self, read: tuple[Read, ...]) -> bool:
        """Whether the candidate neither goes on, nor the answer is over."""
        return self._phrase is None and read == tuple(self._finished)

    # --- phrases ---

    async def _begin_phrase(self, began_ms: int) -> None:
        since = began_ms - PADDING_MS - _WINDOW_MS
        windows = [(at, window) for at, window in self._kept if at >= since]
        from_ms = windows[0][0] if windows else float(began_ms)
        self._phrase = Reading(self.listener.utterance(), from_ms, began_ms)
        if self.end_of_turn and not self._finished:
            self.end_of_turn.begin([window for _, window in windows])
        for _, window in windows:
            await self._feed(window)
        self._kept.clear()

    async def _feed(self, window: bytes) -> None:
        if self._phrase is not None:
            await self._phrase.transcription.feed(window)

    def _finish_phrase(self, ended_ms: int) -> None:
        if self._phrase is not None:
            echo = self.echo if self._over_us else None
            self._finished.append(self._phrase.read(ended_ms, echo))
            self._phrase = None
