"""PCM as complete WAV files in base64, small enough for a frame of EVI."""

import base64
import struct
from collections.abc import Iterator

from darasa_reflex.features.interviews.engines.speech.speech import Spoken

# 300 000 bytes are 400 000 characters of base64, far from the 1 MiB at which clients close.
_MOST_BYTES = 300_000 - 44
_HEADER = struct.Struct("<4sI4s4sIHHIIHH4sI")
_PCM = 1


def pieces(spoken: Spoken, least_ms: int) -> Iterator[str]:
    """Yield the speech as base64 WAV files with 44-byte headers, at least one.

    Args:
        spoken: The speech.
        least_ms: It is filled up with silence to this length.
    """
    pcm = spoken.pcm.ljust(spoken.hz * least_ms // 1000 * 2, b"\0")
    for at in range(0, len(pcm), _MOST_BYTES):
        piece = pcm[at : at + _MOST_BYTES]
        yield base64.b64encode(_header(len(piece), spoken.hz) + piece).decode("ascii")


def _header(length: int, hz: int) -> bytes:
    return _HEADER.pack(
        *(b"RIFF", 36 + length, b"WAVE", b"fmt ", 16, _PCM, 1, hz, 2 * hz, 2, 16, b"data", length)
    )
