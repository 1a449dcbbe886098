"""The pocketsphinx child: one utterance at a time, frames in and out over its pipes.

Frame `B` begins an utterance and drops an unfinished one; `A` is audio, 16-bit mono PCM at 16 kHz;
`I` asks for the words so far; `F` asks for all words and ends the utterance. `I` and `F` are
answered by a frame of the same letter with the text as UTF-8; a frame `R` tells first that the
models are loaded.
"""

import importlib
import os
import signal
import sys
from typing import Any, BinaryIO

from darasa_reflex.core.child import answer, frames

_HZ = 16_000
# Browsers remove noise down to digital silence, which this engine hears badly. Measured on eight
# espeak sentences: 70 % of words wrong without, 41 % with noise of this loudness (about 30 dB
# below speech). In steps of 16-bit PCM.
_NOISE_RMS = 100
_NOISE_SECONDS = 4
# Leaves processor time to the server's event loop when cores are few.
_NICENESS = 5


class Ear:
    """A decoder that starts every utterance from the same state, so that results repeat."""

    def __init__(self) -> None:
        sphinx: Any = importlib.import_module("pocketsphinx")
        self._np: Any = importlib.import_module("numpy")
        # The second pass would take 0.2 to 0.5 s at the end and gains two words in a hundred.
        self._decoder: Any = sphinx.Decoder(samprate=_HZ, fwdflat=False, loglevel="FATAL")
        floor = self._np.random.default_rng(0).normal(0, _NOISE_RMS, _NOISE_SECONDS * _HZ)
        self._floor = floor.astype(self._np.int32)
        self._at = 0
        self._open = False

    def begin(self) -> None:
        """Begin an utterance."""
        if self._open:
            self._decoder.end_utt()
        # Forgets the running means that the last utterance has left behind; takes under 2 ms.
        self._decoder.reinit_feat()
        self._decoder.start_utt()
        self._at, self._open = 0, True

    def hear(self, pcm: bytes) -> None:
        """Take more of it."""
        voice = self._np.frombuffer(pcm, dtype="<i2").astype(self._np.int32)
        places = (self._np.arange(len(voice)) + self._at) % len(self._floor)
        self._at = (self._at + len(voice)) % len(self._floor)
        mixed = self._np.clip(voice + self._floor[places], -32_768, 32_767)
        self._decoder.process_raw(mixed.astype("<i2").tobytes(), False, False)

    def words(self) -> str:
        """Return what was understood so far."""
        guess = self._decoder.hyp()
        return guess.hypstr if guess else ""

    def end(self) -> str:
        """Return what was understood, and end the utterance."""
        self._decoder.end_utt()
        self._open = False
        return self.words()


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer frames until there are no more."""
    ear = Ear()
    answer(answers, b"R", b"")
    for kind, payload in frames(requests):
        if kind == b"B":
            ear.begin()
        elif kind == b"A":
            ear.hear(payload)
        else:
            text = ear.words() if kind == b"I" else ear.end()
            answer(answers, kind, text.encode())


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    serve(sys.stdin.buffer, sys.stdout.buffer)
