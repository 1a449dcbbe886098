"""The child that decodes a container: bytes of one stream in, PCM out, over its pipes.

FFmpeg reads here what strangers send. A process of its own, one for each stream: what crashes it,
or makes it hang, ends that stream and nothing else. Answers are 16-bit mono PCM at 16 kHz; it ends
without one when the stream is broken.
"""

import importlib
import sys
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, BinaryIO

from darasa_reflex.core.processes.child import answer, frames, outlive_signals

# See `interviewer.HEARD_HZ`; what stands around that takes too long to import here.
HZ = 16_000
# A live frame holds a fraction of a second; more means a whole file, or a bomb.
_MOST_PCM_BYTES = 30 * HZ * 2
# FFmpeg and its codecs take 80 MB of addresses; what asks for far more is a bomb, too.
_MOST_MEMORY_BYTES = 1 << 30
# FFmpeg looks at this much before it settles what a stream is; its default waits for seconds.
_OPTIONS = {"probesize": "2048", "analyzeduration": "0", "fflags": "nobuffer"}


class TooMuch(Exception):
    """A frame held far more sound than live speech has."""


class Stream:
    """What FFmpeg reads. It asks for more bytes only when it has made all it can of those before.

    Args:
        coming: The frames of the server, each with bytes of the stream.
        answers: Where the sound of each goes.
    """

    def __init__(self, coming: Iterator[tuple[bytes, bytes]], answers: BinaryIO) -> None:
        self._coming, self._answers = coming, answers
        self._data, self._pcm, self._owed = b"", bytearray(), False

    def read(self, most: int) -> bytes:
        """Return up to `most` bytes; none when the server has closed."""
        while not self._data:
            if self._owed:
                answer(self._answers, b"P", bytes(self._pcm))
                self._pcm.clear()
            frame = next(self._coming, None)
            if frame is None:
                return b""
            self._data, self._owed = frame[1], True
        data, self._data = self._data[:most], self._data[most:]
        return data

    def put(self, pcm: bytes) -> None:
        """Add sound to the next answer.

        Raises:
            TooMuch: Nobody speaks that fast.
        """
        self._pcm += pcm
        if len(self._pcm) > _MOST_PCM_BYTES:
            raise TooMuch


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Decode one stream; the first frame names its container, as FFmpeg calls it."""
    av: Any = importlib.import_module("av")
    coming = frames(requests)
    _, kind = next(coming, (b"", b""))
    stream = Stream(coming, answers)
    with (
        suppress(av.FFmpegError, ValueError, IndexError, TooMuch),
        av.open(stream, format=kind.decode(), options=_OPTIONS, buffer_size=4096) as container,
    ):
        resampler = av.AudioResampler(format="s16", layout="mono", rate=HZ)
        for frame in container.decode(audio=0):
            for piece in resampler.resample(frame):
                stream.put(bytes(piece.planes[0])[: piece.samples * 2])


def _bound_memory() -> None:
    with suppress(ImportError, OSError, ValueError):  # Windows has no such limits
        limits: Any = importlib.import_module("resource")
        limits.setrlimit(limits.RLIMIT_AS, (_MOST_MEMORY_BYTES, _MOST_MEMORY_BYTES))


if __name__ == "__main__":
    outlive_signals()
    _bound_memory()
    serve(sys.stdin.buffer, sys.stdout.buffer)
