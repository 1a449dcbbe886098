"""What the candidate says: their words as Gemini hears them, their times as we hear them."""

import asyncio
import importlib
from collections import deque
from dataclasses import dataclass, field
from typing import Any

from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.engines.interviewer import HEARD_HZ

# Root mean square of 16-bit samples: quieter is no voice; a louder room raises it.
_LEAST_RMS = 300.0
_OVER_FLOOR = 3.0
# Per second of sound; pauses between words bring the floor down again at once.
_FLOOR_RISES = 0.03
# Silence shorter than this lies within an utterance.
_SPEAKING_MS = 800
# Words are waited for after so much voice; less may be a cough.
_LEAST_VOICE_MS = 300
# A sound without a word in it is forgotten after this.
_WORDLESS_MS = 4_000
_LEAD_IN_MS = 400
# So much of one answer can be said to Gemini again when the line breaks: 3 minutes, 5.8 MB.
_MOST_RECORDED = 180 * HEARD_HZ * 2


@dataclass(slots=True)
class Ears:
    """The ears of one call. Times are ms from its start.

    Attributes:
        text: What was transcribed of the open utterance.
    """

    text: str = ""
    _before_break: str = ""
    _voiced: tuple[int, int] | None = None
    _voice_ms: int = 0
    _is_wordless: bool = False
    _texted: tuple[int, int] | None = None
    _floor: float = 100.0
    _recorded: bytearray = field(default_factory=bytearray)
    _whole: bool = True
    _lead_in: deque[bytes] = field(default_factory=deque[bytes])
    _muted_since: int | None = None
    _held_ms: int = 0
    _worded: asyncio.Event = field(default_factory=asyncio.Event)
    _np: Any = field(default_factory=lambda: importlib.import_module("numpy"))

    def hear(self, pcm: bytes, now_ms: int) -> None:
        """Take what the microphone hears: 16-bit mono PCM at `HEARD_HZ`."""
        if self._is_voice(pcm):
            lasts_ms = len(pcm) * 500 // HEARD_HZ
            begin = self._voiced[0] if self._voiced else now_ms - lasts_ms
            self._voice_ms += lasts_ms
            self._voiced = (max(0, begin), now_ms)
            self._is_wordless = True
        elif self._voiced and not self.words and now_ms - self._voiced[1] > _WORDLESS_MS:
            self._forget()
        self._record(pcm)

    def add(self, text: str, now_ms: int) -> None:
        """Take the next piece of the transcript."""
        self.text += text
        self._texted = (self._texted[0] if self._texted else now_ms, now_ms)
        self._is_wordless = False
        self._worded.set()

    def mute(self, now_ms: int, *, muted: bool) -> None:
        """Note that the microphone was muted or opened."""
        if self._muted_since is not None:
            self._held_ms += now_ms - self._muted_since if self.words or self._voiced else 0
        self._muted_since = now_ms if muted else None

    @property
    def words(self) -> str:
        """The open utterance so far; empty when there is none."""
        return (self.text or self._before_break).strip()

    def is_speaking(self, now_ms: int) -> bool:
        """Tell whether there is voice just now."""
        return self._voiced is not None and now_ms - self._voiced[1] < _SPEAKING_MS

    def is_open(self, now_ms: int) -> bool:
        """Tell whether something is being said, or was and is not a message yet."""
        return bool(self.words) or self.is_speaking(now_ms)

    def is_settled(self, now_ms: int, *, quiet_ms: int, longest_ms: int, since_ms: int) -> bool:
        """Tell whether the words of the utterance can be taken as complete.

        Args:
            now_ms: Now.
            quiet_ms: How long no more words must have come.
            longest_ms: How long to wait for the first words of a voice that was heard.
            since_ms: When the waiting began.
        """
        if self.words and self._texted:
            return now_ms - self._texted[1] >= quiet_ms
        return self._voice_ms < _LEAST_VOICE_MS or now_ms - since_ms >= longest_ms

    def awaits_words(self) -> bool:
        """Tell whether voice was heard after the last words came."""
        # In which order they came, not when: a busy machine takes both in one millisecond.
        return self._voice_ms >= _LEAST_VOICE_MS and self._is_wordless

    async def hears_words(self) -> None:
        """Wait until words have come for the voice that was heard last."""
        while self.awaits_words():
            self._worded.clear()
            await self._worded.wait()

    def finish(self, now_ms: int, measured: evi.Measured) -> evi.UserMessage | None:
        """End the utterance; return its final message, or None when it had no words."""
        text, span = self.words, self.span(now_ms)
        self.mute(now_ms, muted=self._muted_since is not None)
        held_ms = self._held_ms
        self._forget()
        if not text:
            return None
        return evi.UserMessage(
            message=evi.Text(role="user", content=text),
            time=span,
            darasa=measured.model_copy(update={"held_ms": min(held_ms, span.end - span.begin)}),
        )

    def span(self, now_ms: int) -> evi.Span:
        """Return the times of the open utterance: of its voice, else of its words."""
        begin, end = self._voiced or self._texted or (now_ms, now_ms)
        return evi.Span(begin=begin, end=max(begin, end))

    @property
    def is_too_long(self) -> bool:
        """Whether the sound of the open utterance could not be kept whole."""
        return not self._whole

    def again(self) -> bytes:
        """Return the sound of the open utterance, to be heard again over a new line.

        Its words so far count only if none come again. Empty when there is none, or too much of it.
        """
        if self._recorded:
            self._before_break, self.text = self.words, ""
        return bytes(self._recorded)

    def _is_voice(self, pcm: bytes) -> bool:
        np = self._np
        samples = np.frombuffer(pcm[: len(pcm) // 2 * 2], dtype="<i2").astype(np.float32)
        rms = float(np.sqrt(np.mean(samples * samples))) if samples.size else 0.0
        voice = rms > max(_LEAST_RMS, _OVER_FLOOR * self._floor)
        rise = min(1.0, _FLOOR_RISES * samples.size / HEARD_HZ)
        self._floor = min(self._floor + rise * (rms - self._floor), rms + 1.0)
        return voice

    def _record(self, pcm: bytes) -> None:
        if self._voiced is None:
            self._lead_in.append(pcm)
            while sum(map(len, self._lead_in)) * 500 // HEARD_HZ > _LEAD_IN_MS:
                self._lead_in.popleft()
            return
        if not self._recorded:
            self._recorded += b"".join(self._lead_in)
        self._whole = self._whole and len(self._recorded) < _MOST_RECORDED
        if self._whole:
            self._recorded += pcm
        else:
            self._recorded.clear()

    def _forget(self) -> None:
        self.text = self._before_break = ""
        self._voiced = self._texted = None
        self._recorded.clear()
        self._lead_in.clear()
        self._whole, self._held_ms, self._voice_ms = True, 0, 0
        self._is_wordless = False
