"""The child that makes Opus of an answer: PCM in, one WebM file out, over its pipes.

A process of its own, at a low priority: live calls on the same machine go first. WebM, since
every browser plays and seeks it; Safari has read Ogg for a short time only.
"""

import importlib
import io
import os
import sys
from typing import Any, BinaryIO

from darasa_reflex.core.processes.child import answer, frames, outlive_signals

# See `interviewer.HEARD_HZ`; what stands around that takes too long to import here.
HZ = 16_000
# Source: the listening tests of the Opus codec: speech of this bandwidth is hard to tell from the
# original from 20 kbit/s on.
BITS_PER_SECOND = 20_000
# Longer packets, which no live talk waits for, need a third of the bytes around them.
_OPTIONS = {"application": "voip", "frame_duration": "60", "vbr": "on"}
# Beside processes that take all of a machine it still gets a tenth of one: an answer in seconds.
_LOW_PRIORITY = 10
# So much is given to the encoder at once.
_PIECE_SAMPLES = HZ


def encoded(pcm: bytes) -> bytes:
    """Return 16-bit mono PCM at 16 kHz as Opus in WebM."""
    av: Any = importlib.import_module("av")
    np: Any = importlib.import_module("numpy")
    samples, file = np.frombuffer(pcm, dtype="<i2").reshape(1, -1), io.BytesIO()
    with av.open(file, "w", format="webm") as container:
        stream = container.add_stream("libopus", rate=HZ, layout="mono", options=_OPTIONS)
        stream.bit_rate = BITS_PER_SECOND
        for at in range(0, samples.shape[1], _PIECE_SAMPLES):
            piece = np.ascontiguousarray(samples[:, at : at + _PIECE_SAMPLES])
            frame = av.AudioFrame.from_ndarray(piece, format="s16", layout="mono")
            frame.sample_rate, frame.pts = HZ, at
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return file.getvalue()


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Encode each answer that comes."""
    for _, pcm in frames(requests):
        answer(answers, b"O", encoded(pcm))


if __name__ == "__main__":
    outlive_signals()
    if hasattr(os, "nice"):  # Windows has none
        os.nice(_LOW_PRIORITY)
    serve(sys.stdin.buffer, sys.stdout.buffer)
