"""The voice as Gemini sends it, raw PCM, made complete WAV files in base64 as EVI wants them."""

import base64
import struct

# Source: https://ai.google.dev/gemini-api/docs/live: audio comes as 16-bit mono at this rate.
SPOKEN_HZ = 24_000
_HEADER = struct.Struct("<4sI4s4sIHHIIHH4sI")
_PCM = 1


def wav(pcm: bytes) -> str:
    """Return 16-bit mono PCM at `SPOKEN_HZ` as a base64 WAV file with a 44-byte header."""
    header = _HEADER.pack(
        *(b"RIFF", 36 + len(pcm), b"WAVE", b"fmt ", 16, _PCM, 1),
        *(SPOKEN_HZ, 2 * SPOKEN_HZ, 2, 16, b"data", len(pcm)),
    )
    return base64.b64encode(header + pcm).decode("ascii")


def milliseconds(length: int) -> int:
    """Return how long so many bytes of PCM play."""
    return length * 500 // SPOKEN_HZ


def length_of(ms: float) -> int:
    """Return how many bytes of PCM play for so many ms; whole samples."""
    return max(0, int(ms * SPOKEN_HZ / 1000)) * 2
