"""What Smart Turn reads: Whisper's log-mel spectrum of the last 8 s of sound.

Defined by Whisper and by `pipecat/audio/turn/smart_turn` of pipecat-ai 1.14.0: sound shorter than
8 s stands at the end, silence before it; the whole is brought to mean 0 and variance 1.
"""

import importlib
from typing import Any

from darasa_reflex.features.interviews.engines.interviewer import HEARD_HZ

SECONDS = 8
_SAMPLES = SECONDS * HEARD_HZ
# Windows of 25 ms every 10 ms, 80 mels. Source: Whisper.
_WINDOW, _HOP, _MELS = 400, 160, 80
_BYTES = 2
_FULL_SCALE = 32_768
_LEAST_VARIANCE = 1e-7
_LEAST_POWER = 1e-10
# Nothing is quieter than 80 dB below the loudest; then -4 to 0 decades become 0 to 1.
_DECADES, _SHIFT = 8.0, 4.0
# Slaney's scale: 3 mels in 200 Hz up to 1 kHz, then 27 mels for a factor of 6.4.
_HZ_PER_MEL, _LINEAR_HZ, _STEPS, _FACTOR = 200 / 3, 1_000.0, 27, 6.4


class LogMel:
    """Computes features; about 10 ms for one call, most of it without the interpreter lock."""

    def __init__(self) -> None:
        self._np: Any = importlib.import_module("numpy")
        tricks: Any = importlib.import_module("numpy.lib.stride_tricks")
        self._windows_of = tricks.sliding_window_view
        self._bell = self._np.hanning(_WINDOW + 1)[:-1].astype("f4")
        self._filters = self._triangles().astype("f4")

    def of(self, pcm: bytes) -> Any:  # noqa: ANN401 (numpy is loaded late)
        """Return an array of 1 x 80 x 800, 32-bit floats of about -1 to 1.

        Args:
            pcm: 16-bit mono PCM at 16 kHz, of any length.
        """
        np = self._np
        sound = np.pad(self._normal(pcm), _WINDOW // 2, mode="reflect")
        windows = self._windows_of(sound, _WINDOW)[::_HOP][: _SAMPLES // _HOP]
        power = np.abs(np.fft.rfft(windows * self._bell)) ** 2
        decades = np.log10(np.maximum(self._filters @ power.T, _LEAST_POWER))
        loudest = decades.max()
        return ((np.maximum(decades, loudest - _DECADES) + _SHIFT) / _SHIFT)[None].astype("f4")

    def _normal(self, pcm: bytes) -> Any:  # noqa: ANN401 (numpy is loaded late)
        np = self._np
        last = np.frombuffer(pcm[-_SAMPLES * _BYTES :], "<i2").astype("f4") / _FULL_SCALE
        sound = np.zeros(_SAMPLES, "f4")
        sound[_SAMPLES - len(last) :] = last
        return (sound - sound.mean()) / np.sqrt(sound.var() + _LEAST_VARIANCE)

    def _triangles(self) -> Any:  # noqa: ANN401 (numpy is loaded late)
        """Return what each mel takes of each frequency, 80 x 201; each triangle has the area 1."""
        np = self._np
        corner = _LINEAR_HZ / _HZ_PER_MEL
        highest = corner + _STEPS * np.log(HEARD_HZ / 2 / _LINEAR_HZ) / np.log(_FACTOR)
        mels = np.linspace(0, highest, _MELS + 2)
        above = _LINEAR_HZ * _FACTOR ** ((mels - corner) / _STEPS)
        hertz = np.where(mels < corner, mels * _HZ_PER_MEL, above)
        left, top, right = (hertz[n : n + _MELS, None] for n in range(3))
        bins = np.linspace(0, HEARD_HZ / 2, _WINDOW // 2 + 1)
        sides = np.minimum((bins - left) / (top - left), (right - bins) / (right - top))
        return np.maximum(sides, 0) * 2 / (right - left)
