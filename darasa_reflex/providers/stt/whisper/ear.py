"""Whisper itself: a phrase in, its words with their times out. For the child only; it blocks."""

import importlib
import time
from typing import Any

from darasa_reflex.providers.stt.whisper.segments import (
    is_doubtful,
    is_said_again,
    is_silence,
    is_speech,
    told,
    until,
)

_HZ = 16_000
_FULL_SCALE = 32_768
_FRAMES_PER_SECOND = 100
# Whisper reads a window of 30 s, of which a phrase is a small part; the time goes into the rest. So
# only the phrase and some silence after it are read. Source: measured on two cores with a person's
# reading in pieces of 4, 7 and 11 s and 36 sentences of Piper and espeak: with this the encoder
# takes 241 ms instead of 654 (tiny.en), and as many words are wrong. With 10 s, and 2 s after the
# phrase, it takes 111 ms, but the decoder goes round in circles in one phrase of 14.
LEAST_SECONDS, _AFTER_SECONDS = 20, 8
WHOLE_SECONDS = 30
_TIMES = 2
# A word has 1.3 tokens, and a comma is one; then for the times, and for a single word.
_TOKENS_PER_SECOND = 9
_MORE_TOKENS, _MOST_TOKENS = 12, 200


class Ear:
    """A model, loaded and timed.

    Args:
        folder: Where the model's files are.
        least_seconds: The shortest part of the window that is read, up to `WHOLE_SECONDS`.
    """

    def __init__(self, folder: str, least_seconds: int = LEAST_SECONDS) -> None:
        whisper: Any = importlib.import_module("faster_whisper")
        self._np: Any = importlib.import_module("numpy")
        self._model: Any = whisper.WhisperModel(
            folder, device="cpu", compute_type="int8", cpu_threads=1, local_files_only=True
        )
        self._encode_window: Any = self._model.encode
        self._least_seconds = least_seconds
        self._seconds: float = WHOLE_SECONDS
        # The package pads what it hands to this to the whole window, and has no other door.
        self._model.encode = self._encode
        self.encode_seconds = self._timed()

    def read(self, pcm: bytes, language: str, prompt: str) -> dict[str, Any]:
        """Return what was understood of a phrase: text, confidence and words, see the worker."""
        sound = self._np.frombuffer(pcm, "<i2").astype(self._np.float32) / _FULL_SCALE
        seconds = len(sound) / _HZ
        self._seconds = max(self._least_seconds, seconds + _AFTER_SECONDS)
        most = min(_MOST_TOKENS, _MORE_TOKENS + round(_TOKENS_PER_SECOND * seconds))
        found = self._read(sound, language, prompt, most)
        if is_doubtful(found, seconds, most):
            self._seconds = WHOLE_SECONDS
            # The terms to expect lead it in circles over few words, and over none.
            prompt = "" if is_said_again(found) or is_silence(found) else prompt
            found = self._read(sound, language, prompt, None)
        return told([segment for segment in found if is_speech(segment)])

    def _read(self, sound: Any, language: str, prompt: str, most: int | None) -> list[Any]:  # noqa: ANN401 (numpy is loaded late)
        found, _ = self._model.transcribe(
            sound,
            language=language,
            beam_size=1,
            # Trying again with more chance would take as long again, and the candidate waits.
            temperature=0.0,
            initial_prompt=prompt or None,
            condition_on_previous_text=False,
            word_timestamps=True,
            max_new_tokens=most,
        )
        return list(until(found, len(sound) / _HZ))

    def _encode(self, features: Any) -> Any:  # noqa: ANN401
        return self._encode_window(features[..., : round(self._seconds * _FRAMES_PER_SECOND)])

    def _timed(self) -> float:
        """Return how long the window of a usual phrase takes, in seconds."""
        quiet = self._np.zeros(self._least_seconds * _HZ, self._np.float32)
        frames = self._least_seconds * _FRAMES_PER_SECOND
        features = self._model.feature_extractor(quiet)[:, :frames]
        # The first also allocates, and any one may meet a busy moment of the machine.
        return min(self._encoded(features) for _ in range(_TIMES))

    def _encoded(self, features: Any) -> float:  # noqa: ANN401
        began = time.perf_counter()
        self._model.encode(features)
        return time.perf_counter() - began
