"""When speech begins, pauses, interrupts and is over: a state machine whose clock is the sound."""

from dataclasses import dataclass

from darasa_reflex.providers.interviewer.local.ears.stretch import Stretch, TalkingOver

# Speech begins at 0.5 and goes on down to 0.35. Source: defaults of Silero VAD.
_BEGINS, _GOES_ON = 0.5, 0.35
# Source: defaults of EVI's turn detection and of Silero VAD.
PADDING_MS = 300
_LEAST_MS = 250
# A word within an answer may be shorter than a whole answer; a click is shorter still.
_LEAST_WORD_MS = 96
# Shorter gaps lie within words and between them.
PAUSE_MS = 300


@dataclass(frozen=True, slots=True)
class SpeechBegan:
    """A stretch of speech has begun."""

    at_ms: int


@dataclass(frozen=True, slots=True)
class SpeechPaused:
    """The stretch is over; the answer perhaps not."""

    at_ms: int


@dataclass(frozen=True, slots=True)
class BargeIn:
    """The candidate has talked over the interviewer for long enough to mean it."""

    at_ms: int


@dataclass(frozen=True, slots=True)
class UtteranceEnded:
    """The silence has lasted for the whole patience, or the utterance was cut.

    Attributes:
        segments: Begin and end of each stretch of speech, ms.
        held_ms: Time between the first and the last of them that was muted, paused or lost.
    """

    begin_ms: int
    end_ms: int
    segments: tuple[tuple[int, int], ...]
    held_ms: int


Event = SpeechBegan | SpeechPaused | BargeIn | UtteranceEnded


class Endpointing:
    """Times are ms of sound since the start of the call.

    Attributes:
        asked_to_wait: The candidate thinks; silence is not theirs until they take it back.
        wait_ms: How long the silence after this stretch of speech may last within an answer.
    """

    def __init__(self, wait_ms: int) -> None:
        self.asked_to_wait = False
        self.wait_ms = wait_ms
        self._muted = False
        self._now = 0.0
        self._stretch = Stretch()
        self._over_us = TalkingOver()
        self._segments: list[tuple[float, float]] = []
        self._open = False
        self._quiet_from = 0.0
        self._held_ms = 0.0
        self._held_since_voice = 0.0

    @property
    def now_ms(self) -> int:
        """The end of all sound so far."""
        return int(self._now)

    @property
    def speaking(self) -> bool:
        """Whether an utterance is open."""
        return self._open

    @property
    def began_ms(self) -> int | None:
        """When the open utterance began; None when none is open."""
        if not self._open:
            return None
        return int(self._segments[0][0] if self._segments else self._stretch.began or 0)

    @property
    def voiced_ms(self) -> int:
        """Length of the finished stretches of speech of the open utterance."""
        return int(sum(end - begin for begin, end in self._segments))

    @property
    def wanted_from_ms(self) -> float:
        """Sound before this is of no use any more."""
        return (self._now if self._stretch.began is None else self._stretch.began) - PADDING_MS

    def skip(self, milliseconds: float) -> list[Event]:
        """Let time pass for which there is no sound. It is nobody's silence."""
        events = self._pause() if milliseconds >= PAUSE_MS else []
        self._now += milliseconds
        self._quiet_from += milliseconds
        self._held_since_voice += milliseconds
        return events

    def mute(self, muted: bool) -> list[Event]:
        """Note that the microphone was muted or opened again; then the patience starts afresh."""
        self._muted = muted
        events = self._pause()
        self._quiet_from = self._now
        return events

    def hear(
        self, probability: float, milliseconds: float, *, audible: bool, echo: bool = False
    ) -> list[Event]:
        """Take the next moment of sound.

        Args:
            probability: That it is speech, 0 to 1.
            milliseconds: How long it is.
            audible: Whether the interviewer is heard at the same time.
            echo: Whether it is the interviewer's own voice, as far as that can be told.
        """
        if self._muted:
            return self.skip(milliseconds)
        began, self._now = self._now, self._now + milliseconds
        audible = audible or echo
        barged = self._over_us.barges_in(probability, milliseconds, audible=audible, echo=echo)
        events: list[Event] = [BargeIn(self.now_ms)] if barged else []
        threshold = _BEGINS if self._stretch.began is None else _GOES_ON
        if probability >= threshold:
            self._stretch.add(began, milliseconds)
            return events + self._confirm(audible=audible)
        if self.asked_to_wait:
            self._held_since_voice += milliseconds
        return events + self._silence()

    def cut(self) -> list[Event]:
        """End the open utterance now; nothing when there is none."""
        return [*self._pause(), *self._end()]

    def _confirm(self, *, audible: bool) -> list[Event]:
        stretch = self._stretch
        least = _LEAST_WORD_MS if self._open else _LEAST_MS
        # Words said over the interviewer count only once they are an interruption, or go on
        # after it has ended: "mm-hm" is no answer.
        waits = audible and not self._open and not self._over_us.barged
        if stretch.confirmed or stretch.voiced_ms < least or waits or stretch.began is None:
            return []
        stretch.confirmed = True
        if self._open:
            self._held_ms += self._held_since_voice
        self._open, self._held_since_voice = True, 0.0
        return [SpeechBegan(int(stretch.began))]

    def _silence(self) -> list[Event]:
        stretch = self._stretch
        if stretch.began is not None and self._now - stretch.heard_until < PAUSE_MS:
            return []
        events = self._pause()
        if self._open and self._now - self._quiet_from >= self.wait_ms:
            events += self._end()
        return events

    def _pause(self) -> list[Event]:
        stretch, self._stretch = self._stretch, Stretch()
        if stretch.began is None or not stretch.confirmed:
            return []
        self._segments.append((stretch.began, stretch.heard_until))
        self._quiet_from = stretch.heard_until
        return [SpeechPaused(int(stretch.heard_until))]

    def _end(self) -> list[Event]:
        if not self._open:
            return []
        segments = tuple((int(begin), int(end)) for begin, end in self._segments)
        ended = UtteranceEnded(segments[0][0], segments[-1][1], segments, int(self._held_ms))
        self._open, self._segments, self._held_ms = False, [], 0.0
        return [ended]
