"""What comes in: raw linear16 or a webm, mp4 or WAV stream, made 16 kHz mono PCM."""

import asyncio
import importlib
from typing import Any

from darasa_reflex.core.processes.child import Child, ChildDied
from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.engines.interviewer import HEARD_HZ

# Longest magic number of a container: "ftyp" ends at byte 8, "WAVE" at byte 12.
_MAGIC_BYTES = 12
# At 48 kHz in frames of 40 ms it is 5 to 38 ms behind. "LQ" is 3 to 20 ms behind, but loses what is
# above 6 kHz, and with it consonants.
_QUALITY = "MQ"
_DECODER = "darasa_reflex.features.interviews.call.incoming.decoder"
# The first time its child starts and loads FFmpeg, on a machine that may be busy.
_LONGEST_DECODE_SECONDS, _LONGEST_START_SECONDS = 5.0, 20.0
# Each new header starts a child. A recorder begins anew when a person mutes or changes devices.
_MOST_STREAMS = 60
# Eight seconds of what browsers record at their usual 128 kbit/s. Rubbish behind a good header is
# skipped by FFmpeg without a word.
_MOST_FRUITLESS_BYTES = 131_072


class UndecodableAudio(Exception):
    """What comes in is no audio that can be decoded. EVI calls it `transcription_failure`."""


class Intake:
    """Decodes the microphone of one call. One frame at a time; `close` it when the call ends."""

    def __init__(self) -> None:
        self._settings: evi.AudioSettings | None = None
        self._raw: _RawStream | None = None
        self._container: _ContainerStream | None = None
        self._head = b""
        self._streams = 0

    def settle(self, audio: evi.AudioSettings) -> None:
        """Take what the client says its raw PCM looks like; containers need no such word."""
        self.close()
        self._settings, self._raw, self._head = audio, None, b""

    async def take(self, frame: bytes) -> bytes:
        """Return what a frame of any length adds, as 16-bit mono PCM at 16 kHz.

        Empty when nothing is complete yet.

        Raises:
            UndecodableAudio: It is neither announced raw audio nor a container we know, the
                container is broken, or it holds far more than a live stream can.
        """
        if self._settings is not None:
            if self._raw is None:
                self._raw = await asyncio.to_thread(_RawStream, self._settings)
            return self._raw.take(frame)
        return await self._take_contained(frame)

    def close(self) -> None:
        """Free what decoding used."""
        if self._container is not None:
            self._container.close()
            self._container = None

    async def _take_contained(self, frame: bytes) -> bytes:
        data, self._head = self._head + frame, b""
        if kind := _kind_of(data):
            self.close()
            self._streams += 1
            if self._streams > _MOST_STREAMS:
                raise UndecodableAudio
            self._container = _ContainerStream(kind)
        if self._container is not None:
            return await self._container.take(data)
        if len(data) >= _MAGIC_BYTES:
            raise UndecodableAudio
        self._head = data
        return b""


def warm() -> None:
    """Import what resampling needs. Takes about 0.1 s: call it once, in a thread, at the start."""
    for name in ("numpy", "soxr"):
        importlib.import_module(name)


class _RawStream:
    """Resamples linear16 of one announced shape. Made in a thread: it may import for 0.1 s."""

    def __init__(self, settings: evi.AudioSettings) -> None:
        self._channels = settings.channels
        self._np: Any = importlib.import_module("numpy")
        self._resampler: Any = None
        if settings.sample_rate != HEARD_HZ:
            self._resampler = importlib.import_module("soxr").ResampleStream(
                settings.sample_rate, HEARD_HZ, 1, dtype="int16", quality=_QUALITY
            )
        self._rest = b""

    def take(self, frame: bytes) -> bytes:
        """Return what a frame adds. A cut sample waits for its other half."""
        data = self._rest + frame
        whole = len(data) - len(data) % (2 * self._channels)
        data, self._rest = data[:whole], data[whole:]
        if not data or (self._channels == 1 and self._resampler is None):
            return data
        samples = self._np.frombuffer(data, dtype="<i2")
        if self._channels > 1:
            mixed = samples.reshape(-1, self._channels).mean(axis=1)
            samples = mixed.astype(self._np.int16)
        if self._resampler is not None:
            samples = self._resampler.resample_chunk(samples)
        return bytes(samples.tobytes())


def _kind_of(data: bytes) -> str | None:
    """Return which container begins here, as FFmpeg calls it; None when none does."""
    if data.startswith(b"\x1a\x45\xdf\xa3"):
        return "webm"
    if data[4:8] == b"ftyp":
        return "mp4"
    if data.startswith(b"RIFF") and data[8:12] == b"WAVE":
        return "wav"
    return None


class _ContainerStream:
    """One stream whose header came with its first frame, decoded in a child of its own."""

    def __init__(self, kind: str) -> None:
        self._kind = kind
        self._child: Child | None = None
        self._closed = False
        self._fruitless_bytes = 0

    async def take(self, data: bytes) -> bytes:
        """Return all PCM that can be decoded up to the end of `data`.

        Raises:
            UndecodableAudio: The stream is broken, or holds more than a live stream can.
        """
        longest = _LONGEST_DECODE_SECONDS if self._child else _LONGEST_START_SECONDS
        try:
            async with asyncio.timeout(longest):
                pcm = await asyncio.to_thread(self._decoded, data)
        except (TimeoutError, ChildDied):
            self.close()
            raise UndecodableAudio from None
        self._fruitless_bytes = 0 if pcm else self._fruitless_bytes + len(data)
        if self._fruitless_bytes > _MOST_FRUITLESS_BYTES:
            self.close()
            raise UndecodableAudio
        return pcm

    def _decoded(self, data: bytes) -> bytes:
        """Return what the child makes of some bytes. In a thread.

        Raises:
            ChildDied: It makes nothing of them, or was ended meanwhile.
        """
        if self._child is None:
            self._child = Child(_DECODER)
            if self._closed:
                self._child.end()
            self._child.send(b"K", self._kind.encode())
        self._child.send(b"D", data)
        return self._child.receive()

    def close(self) -> None:
        """End the child, whatever it does. Does nothing the second time."""
        self._closed = True
        if self._child is not None:
            self._child.end()
