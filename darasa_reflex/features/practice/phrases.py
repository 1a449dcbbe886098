"""Cuts what is spoken into phrases while it comes: an ear reads at most half a minute at once.

A phrase ends where the voice pauses; one without a pause ends in the quietest place of its last
seconds. Whatever the cut, every sample is in one phrase.
"""

from array import array
from dataclasses import dataclass, field

from darasa_reflex.features.interviews.engines.interviewer import HEARD_HZ

_FRAME_MS = 40
_FRAME_BYTES = HEARD_HZ * 2 * _FRAME_MS // 1000
# A pause this long, in ms, in a phrase of at least this length, ends it.
_PAUSE_MS, _SHORTEST_MS = 480, 4_000
_LONGEST_MS, _LOOK_BACK_MS = 24_000, 6_000
# Of the largest sample of the phrase; and what no microphone of a quiet room exceeds.
_QUIET_SHARE, _QUIET_AT_LEAST = 0.08, 200


@dataclass(frozen=True, slots=True)
class Phrase:
    """A stretch of sound.

    Attributes:
        began_ms: From the start of all that was spoken.
        pcm: 16-bit mono PCM at 16 kHz.
    """

    began_ms: int
    pcm: bytes


@dataclass(slots=True)
class Phrases:
    """Takes sound in pieces of any length, and gives phrases as they are complete."""

    _rest: bytearray = field(default_factory=bytearray)
    _sound: bytearray = field(default_factory=bytearray)
    _peaks: list[int] = field(default_factory=list[int])
    _began_ms: int = 0

    def take(self, pcm: bytes) -> list[Phrase]:
        """Return the phrases that a piece completes; mostly none."""
        self._rest += pcm
        found: list[Phrase] = []
        while len(self._rest) >= _FRAME_BYTES:
            frame = bytes(self._rest[:_FRAME_BYTES])
            del self._rest[:_FRAME_BYTES]
            self._sound += frame
            samples = array("h", frame)
            self._peaks.append(max(map(abs, samples)))
            if at := self._end():
                found.append(self._cut(at))
        return found

    def finish(self) -> list[Phrase]:
        """Return what is left."""
        self._sound += self._rest
        return [Phrase(self._began_ms, bytes(self._sound))] if self._sound else []

    def _end(self) -> int:
        """Return after how many frames the phrase ends; 0: it goes on."""
        many = len(self._peaks)
        if many * _FRAME_MS >= _LONGEST_MS:
            back = _LOOK_BACK_MS // _FRAME_MS
            last = self._peaks[-back:]
            return many - back + last.index(min(last)) + 1
        pause = _PAUSE_MS // _FRAME_MS
        if many * _FRAME_MS < _SHORTEST_MS:
            return 0
        quiet = max(_QUIET_AT_LEAST, _QUIET_SHARE * max(self._peaks))
        loud = max(self._peaks[:-pause]) > quiet
        return many if loud and max(self._peaks[-pause:]) <= quiet else 0

    def _cut(self, frames: int) -> Phrase:
        size = frames * _FRAME_BYTES
        phrase = Phrase(self._began_ms, bytes(self._sound[:size]))
        del self._sound[:size], self._peaks[:frames]
        self._began_ms += frames * _FRAME_MS
        return phrase
