"""What the candidate says: sound in, utterances out, transcribed while they are spoken."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

from darasa_reflex.features.interviews.engines.interviewer import HEARD_HZ
from darasa_reflex.features.interviews.engines.speech.speech import Heard
from darasa_reflex.features.interviews.engines.timeline import Timeline
from darasa_reflex.providers.interviewer.local.ears.echo import TAIL_MS, Echo
from darasa_reflex.providers.interviewer.local.ears.end_of_turn import EndOfTurn
from darasa_reflex.providers.interviewer.local.ears.endpointing import (
    PADDING_MS,
    BargeIn,
    Endpointing,
    Event,
    SpeechBegan,
    SpeechPaused,
    UtteranceEnded,
)
from darasa_reflex.providers.interviewer.local.ears.hearing import Hearing
from darasa_reflex.providers.interviewer.local.ears.pace import Pace
from darasa_reflex.providers.interviewer.local.ears.phrase_reader import WINDOW_MS, PhraseReader
from darasa_reflex.providers.interviewer.local.ears.reading import Read, joined
from darasa_reflex.providers.interviewer.local.ears.utterance import Utterance
from darasa_reflex.providers.interviewer.local.ears.vad import WINDOW, SpeechDetector, VoiceActivity

_WINDOW_BYTES = 2 * WINDOW
_BYTES_PER_MS = 2 * HEARD_HZ / 1000
# Breath for the event loop when much sound comes at once; 30 windows take about 3 ms.
_WINDOWS_AT_ONCE = 30

Found = BargeIn | Utterance


@dataclass(slots=True)
class Ears:
    """The ears of one call.

    Attributes:
        on_pause: Told of each pause within an answer: with empty words when it begins, and with the
            words of the answer so far when they are read.
        end_of_turn: Hears whether an answer sounds finished; None: nobody does.
    """

    phrases: PhraseReader
    endpointing: Endpointing
    pace: Pace
    echo: Echo | None = None
    vad: SpeechDetector | None = None
    on_pause: Callable[[str], None] | None = None
    end_of_turn: EndOfTurn | None = None
    _timeline: Timeline = field(default_factory=Timeline)
    _rest: bytes = b""
    _over_us: bool = False
    _audible_until_ms: float = -TAIL_MS
    # Ends of those stretches of the open answer after which the words tell that more comes.
    _told_more: set[int] = field(default_factory=set[int])

    @property
    def listener(self) -> Hearing:
        """What hears."""
        return self.phrases.listener

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

    def place(self, at_ms: float) -> None:
        """Take the client's word for where the sound that follows lies; see `Timeline.place`."""
        self._timeline.place(at_ms)

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
        return await self.phrases.so_far()

    async def close(self) -> set[asyncio.Task[Heard | None]]:
        """Hear no more; see `PhraseReader.close`."""
        if self.end_of_turn:
            self.end_of_turn.close()
        return await self.phrases.close()

    async def _window(self, window: bytes, now_ms: float, *, audible: bool) -> list[Found]:
        probability = self.vad.probability(window) if self.vad else 0.0
        began_ms = float(self.endpointing.now_ms)
        if audible:
            self._audible_until_ms = began_ms
        if self.end_of_turn:
            self.end_of_turn.hear(window)
        echo = self._is_echo(window, now_ms)
        events = self.endpointing.hear(probability, WINDOW_MS, audible=audible, echo=echo)
        await self.phrases.hear(window, began_ms, self.endpointing.wanted_from_ms)
        self.phrases.split(self.endpointing.now_ms, self._echo)
        return await self._act(events)

    def _is_echo(self, window: bytes, now_ms: float) -> bool:
        """Whether the interviewer is heard in the microphone before the candidate has the word."""
        if self.echo is None:
            return False
        self.echo.hear(window)
        lately = self.endpointing.now_ms - self._audible_until_ms < TAIL_MS
        return lately and not self.endpointing.speaking and self.echo.is_heard(now_ms)

    @property
    def _echo(self) -> Echo | None:
        """Who knows the interviewer's words, if they may be heard in this phrase."""
        return self.echo if self._over_us else None

    async def _act(self, events: list[Event]) -> list[Found]:
        found: list[Found] = []
        for event in events:
            match event:
                case SpeechBegan():
                    await self._begin(event.at_ms)
                case SpeechPaused():
                    self.phrases.finish(event.at_ms, self._echo)
                    self._judge_pause()
                case BargeIn():
                    found.append(event)
                case UtteranceEnded():
                    found.append(Utterance(event, self.phrases.take()))
                    self.pace.learn(event.segments, self._told_more)
                    self._told_more.clear()
        return found

    async def _begin(self, at_ms: int) -> None:
        self._over_us = at_ms - PADDING_MS - self._audible_until_ms < TAIL_MS
        first = not self.phrases.finished
        windows = await self.phrases.begin(at_ms)
        if self.end_of_turn and first:
            self.end_of_turn.begin(windows)

    # --- how long this pause may last ---

    def _judge_pause(self) -> None:
        """Set it at once, and again when the words are read."""
        if self.on_pause:
            self.on_pause("")
        if not self.listener.understood:
            self.endpointing.wait_ms = self.pace.wait_ms(None)
            return
        self.endpointing.wait_ms = self.pace.longest_ms
        read = tuple(self.phrases.finished)
        read[-1].task.add_done_callback(lambda _: self._judge_words(read))

    def _judge_words(self, read: tuple[Read, ...]) -> None:
        if not self._is_open_after(read):
            return
        if all(one.task.done() and not one.task.cancelled() for one in read):
            text = joined(one.heard for one in read).text
            self.endpointing.wait_ms = self.pace.wait_ms(text)
            if self.pace.expects_more(text):
                self._told_more.add(read[-1].ended_ms)
            if text and self.on_pause:
                self.on_pause(text)
            if self.end_of_turn and self.pace.can_be_shorter(text):
                self.end_of_turn.ask(lambda over: self._judge_sound(read, text, over))

    def _judge_sound(self, read: tuple[Read, ...], text: str, over: float) -> None:
        if self._is_open_after(read):
            self.endpointing.wait_ms = self.pace.wait_ms(text, over)

    def _is_open_after(self, read: tuple[Read, ...]) -> bool:
        """Whether the candidate neither goes on, nor the answer is over."""
        return not self.phrases.reading and read == tuple(self.phrases.finished)
