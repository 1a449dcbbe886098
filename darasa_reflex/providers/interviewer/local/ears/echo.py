"""The interviewer's own voice in the candidate's microphone: known by its rise and fall, and words.

Browsers take most of it away where they can; without headphones some is left on many machines.
"""

import importlib
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from darasa_reflex.features.interviews.call.timing.audible import Audible
from darasa_reflex.features.interviews.engines.interviewer import HEARD_HZ
from darasa_reflex.features.interviews.engines.speech.speech import Spoken
from darasa_reflex.features.interviews.mind.heard.intents import plainly

_STEP_MS = 32
# Of the loud moments of the last 1.3 s. Source: openings in voices of espeak-ng and Piper, in a
# room with 250 ms of reverberation, at 0 to -20 dB: 19 in 20 moments of an echo have 0.80 and more,
# 19 in 20 of a person who talks over the interviewer 0.62 and less; in the median 0.93 and 0.37.
_COMPARED = 40
_BEGINS, _GOES_ON = 0.72, 0.64
# A loudspeaker and a room change how loud each band is, and not when. Two voices that are as loud
# at the same time differ in where.
_BANDS_HZ = (100, 500, 1_000, 2_000, 4_000)
# A small room goes on for 250 ms, by 60 dB; what falls more slowly does not tell voices apart.
_FALL_DECIBELS = 60 * _STEP_MS / 250
# Too few moments are alike by chance.
_LEAST_LOUD = 12
# Between the sound that was sent and the sound that comes back; below 0 when clocks differ.
_LEAST_LAG_MS, _MOST_LAG_MS = -64, 640
# Root mean square below which the sound of a band is the room's, of 32 768.
_FLOOR = 40.0
_LOUD_DECIBELS = 3.0
_LEAST_LEVEL = _FLOOR * 10 ** (_LOUD_DECIBELS / 20)
# Ears tell when a word began to within a fifth of a second.
_ROUGHLY_MS = 200
# Words come back so long after the interviewer has ended.
TAIL_MS = 1_000
_REMEMBERED = 8
# Fewer of the interviewer's words in a row may be the candidate's own.
_LEAST_WORDS = 4
# Of 100, for a whole phrase, as rough ears misread one word in three.
_SAME = 78
# Short phrases are alike by chance. Source: 93 planned questions among three others; at 78 "What do
# you mean?" and "What did you say?" are taken for words of one in four of them, at 90 of none.
_SHORT_WORDS, _SAME_SHORT = 8, 90


@dataclass(frozen=True, slots=True)
class _Sentence:
    id: str
    text: str
    levels: Any


class Echo:
    """Remembers what the interviewer said lately, and compares what is heard with it.

    Args:
        audible: Knows when each sentence began to be heard.
    """

    def __init__(self, audible: Audible) -> None:
        self._np: Any = importlib.import_module("numpy")
        self._audible = audible
        self._said: deque[_Sentence] = deque(maxlen=_REMEMBERED)
        self._goes_on = False
        self._windows: dict[int, tuple[Any, float]] = {}
        # Before the call it was as quiet as before the first word.
        self._heard = self._np.zeros((_COMPARED, len(_BANDS_HZ) - 1))
        # Most of an interview is compared with nothing: its bands are never asked for.
        self._unheard: deque[bytes] = deque(maxlen=_COMPARED)

    def say(self, sentence_id: str, text: str, spoken: Spoken) -> None:
        """Note a sentence that was sent."""
        self._said.append(_Sentence(sentence_id, text, self._levels(spoken)))

    def hear(self, window: bytes) -> None:
        """Note the next 32 ms of the microphone."""
        self._unheard.append(window)

    def is_heard(self, now_ms: float) -> bool:
        """Whether the sound up to now rises and falls as the interviewer's did."""
        levels = self._heard_lately()
        # Most of an interview is quieter, and what follows takes half of the time.
        if levels.max() > _LEAST_LEVEL:
            heard = self._decibels(levels)
            self._goes_on = self._is_loud(heard) and self._is_alike(heard, now_ms)
        else:
            self._goes_on = False
        return self._goes_on

    def _heard_lately(self) -> Any:  # noqa: ANN401 (numpy is loaded late)
        """Return the last moments of the microphone in bands; those that are new together."""
        if self._unheard:
            samples = self._np.frombuffer(b"".join(self._unheard), "<i2").astype(self._np.float32)
            new = self._in_bands(samples.reshape(len(self._unheard), -1), HEARD_HZ)
            self._heard = self._np.concatenate([self._heard[len(new) :], new])
            self._unheard.clear()
        return self._heard

    def _is_loud(self, heard: Any) -> bool:  # noqa: ANN401 (numpy is loaded late)
        """Whether there is enough to compare."""
        return self._loud(heard).sum() >= _LEAST_LOUD

    def _is_alike(self, heard: Any, now_ms: float) -> bool:  # noqa: ANN401
        begin_ms = now_ms - _COMPARED * _STEP_MS - _MOST_LAG_MS
        steps = _COMPARED + (_MOST_LAG_MS - _LEAST_LAG_MS) // _STEP_MS
        told = self._decibels(self._told(begin_ms, steps))
        least = _GOES_ON if self._goes_on else _BEGINS
        return self._likeness(heard, told) >= least

    def own(self, words: Sequence[str], begins_ms: Sequence[int] = ()) -> list[int]:
        """Return the places of the words heard over the interviewer that are not its own.

        Args:
            words: What was heard.
            begins_ms: When each word begins, from the start of the call; empty when not known. Who
                repeats a question in the answer to it does so when its echo is long over.
        """
        told = plainly(" ".join(sentence.text for sentence in self._said))
        if not told or not words:
            return list(range(len(words)))
        may_be = [at for at, _ in enumerate(words) if not begins_ms or self._rings(begins_ms[at])]
        left = self._not_told([words[at] for at in may_be], told)
        told_again = set(may_be) - {may_be[at] for at in left}
        return [at for at in range(len(words)) if at not in told_again]

    def _rings(self, at_ms: float) -> bool:
        """Whether the echo of a sentence may be heard at a time."""
        said = (self._audible.utterances.get(sentence.id) for sentence in self._said)
        return any(
            one.began_ms + _LEAST_LAG_MS - _ROUGHLY_MS <= at_ms <= one.ended_ms + _MOST_LAG_MS
            for one in said
            if one
        )

    def _not_told(self, words: Sequence[str], told: str) -> list[int]:
        """Return the places of the words that do not stand in what was told."""
        if not words:
            return []
        plain = [plainly(word) for word in words]
        same = _SAME if len(words) >= _SHORT_WORDS else _SAME_SHORT
        if len(words) >= _LEAST_WORDS and fuzz.partial_ratio(" ".join(plain), told) >= same:
            return []
        ours = _runs(plain, told.split())
        if len(ours) / len(words) > _SAME / 100:
            return []
        return [at for at in range(len(words)) if at not in ours]

    def _levels(self, spoken: Spoken) -> Any:  # noqa: ANN401 (numpy is loaded late)
        step = spoken.hz * _STEP_MS // 1000
        samples = self._np.frombuffer(spoken.pcm, "<i2").astype(self._np.float32)
        return self._in_bands(samples[: len(samples) // step * step].reshape(-1, step), spoken.hz)

    def _window(self, length: int) -> tuple[Any, float]:
        """Return a window of so many samples, and what its powers are multiplied by."""
        if length not in self._windows:
            window = self._np.hanning(length)
            self._windows[length] = window, 2 / (length * (window**2).sum())
        return self._windows[length]

    def _in_bands(self, moments: Any, hz: int) -> Any:  # noqa: ANN401
        """Return the root mean square of each moment in each band; 0 where it is no sound."""
        np = self._np
        if not len(moments) or np.abs(moments).max() <= _FLOOR:
            return np.zeros((len(moments), len(_BANDS_HZ) - 1))
        length = moments.shape[1]
        window, scale = self._window(length)
        first, *edges, last = [round(edge * length / hz) for edge in _BANDS_HZ]
        found = np.fft.rfft(moments * window, axis=1)[:, first:last]
        power = found.real**2 + found.imag**2
        bands = np.add.reduceat(power, [0, *(edge - first for edge in edges)], axis=1)
        return np.sqrt(scale * bands)

    def _told(self, begin_ms: float, steps: int) -> Any:  # noqa: ANN401
        """Return the interviewer's loudness from a moment of the call on."""
        found = self._np.zeros((steps, len(_BANDS_HZ) - 1))
        for sentence in self._said:
            utterance = self._audible.utterances.get(sentence.id)
            if utterance is None:
                continue
            at = round((utterance.began_ms - begin_ms) / _STEP_MS)
            heard = (utterance.ended_ms - utterance.began_ms) // _STEP_MS
            levels = sentence.levels[max(0, -at) : heard]
            at = max(0, at)
            levels = levels[: max(0, steps - at)]
            found[at : at + len(levels)] = levels
        return found

    def _decibels(self, levels: Any) -> Any:  # noqa: ANN401
        """Return levels of moments in a row in dB, none of which falls faster than in a room."""
        np = self._np
        fallen = _FALL_DECIBELS * np.arange(len(levels))[:, None]
        return np.maximum.accumulate(20 * np.log10(np.maximum(levels, _FLOOR)) + fallen) - fallen

    def _loud(self, heard: Any) -> Any:  # noqa: ANN401
        """Return for each moment whether it is louder than the room."""
        return heard.max(axis=1) > 20 * self._np.log10(_FLOOR) + _LOUD_DECIBELS

    def _likeness(self, heard: Any, told: Any) -> float:  # noqa: ANN401
        """Return the greatest correlation over all lags, -1 to 1, of what is loud enough."""
        np = self._np
        loud = self._loud(heard)
        views = np.lib.stride_tricks.sliding_window_view(told, _COMPARED, axis=0)[:, :, loud]
        views = views - views.mean(axis=2, keepdims=True)
        heard = (heard[loud] - heard[loud].mean(axis=0)).T
        scale = np.sqrt((views**2).sum(axis=(1, 2)) * (heard**2).sum())
        alike = (views * heard).sum(axis=(1, 2))
        return float((alike / np.where(scale > 1.0, scale, np.inf)).max())


def _runs(heard: Sequence[str], told: Sequence[str]) -> set[int]:
    """Return the places of words that follow each other as they were told."""
    found: set[int] = set()
    run: list[int] = []
    for step in Indel.opcodes(heard, told):
        if step.tag == "equal":
            run += range(step.src_start, step.src_end)
        elif max(step.src_end - step.src_start, step.dest_end - step.dest_start) > 1:
            found, run = _kept(found, run), []
    return _kept(found, run)


def _kept(found: set[int], run: list[int]) -> set[int]:
    return found | set(range(run[0], run[-1] + 1)) if len(run) >= _LEAST_WORDS else found
