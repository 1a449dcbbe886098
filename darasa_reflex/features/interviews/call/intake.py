"""What comes in: raw linear16 or a webm, mp4 or WAV stream, made 16 kHz mono PCM."""

import asyncio
import importlib
import threading
import weakref
from typing import Any

from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.engines.interviewer import HEARD_HZ

# Longest magic number of a container: "ftyp" ends at byte 8, "WAVE" at byte 12.
_MAGIC_BYTES = 12
# At 48 kHz in frames of 40 ms it is 5 to 38 ms behind. "LQ" is 3 to 20 ms behind, but loses what is
# above 6 kHz, and with it consonants.
_QUALITY = "MQ"
# A live frame holds a fraction of a second; more means a whole file, or a bomb.
_MOST_PCM_BYTES = 30 * HEARD_HZ * 2
# FFmpeg looks at this much before it settles what a stream is; its default waits for seconds.
_OPTIONS = {"probesize": "2048", "analyzeduration": "0", "fflags": "nobuffer"}
_LONGEST_DECODE_SECONDS = 5.0
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
            self._container = _ContainerStream(kind)
        if self._container is not None:
            return await self._container.take(data)
        if len(data) >= _MAGIC_BYTES:
            raise UndecodableAudio
        self._head = data
        return b""


def warm() -> None:
    """Import what decoding needs. Takes about 0.2 s: call it once, in a thread, at the start."""
    for name in ("numpy", "soxr", "av"):
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
    """One stream whose header came with its first frame."""

    def __init__(self, kind: str) -> None:
        self._pipe = _Pipe()
        self._fruitless_bytes = 0
        threading.Thread(
            target=_decode, args=(self._pipe, kind), name=f"intake-{kind}", daemon=True
        ).start()
        # A forgotten stream must not leave its thread waiting for ever.
        self._closing = weakref.finalize(self, self._pipe.close)

    async def take(self, data: bytes) -> bytes:
        """Return all PCM that can be decoded up to the end of `data`.

        Raises:
            UndecodableAudio: The stream is broken, or holds more than a live stream can.
        """
        decoded = self._pipe.write(data, asyncio.get_running_loop())
        try:
            async with asyncio.timeout(_LONGEST_DECODE_SECONDS):
                pcm = await decoded
        except TimeoutError:
            self.close()
            raise UndecodableAudio from None
        self._fruitless_bytes = 0 if pcm else self._fruitless_bytes + len(data)
        if self._fruitless_bytes > _MOST_FRUITLESS_BYTES:
            self.close()
            raise UndecodableAudio
        return pcm

    def close(self) -> None:
        """End the thread. Does nothing the second time."""
        self._closing()


class _Pipe:
    """Bytes to the decoding thread, PCM back whenever the thread asks for more bytes."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._data = b""
        self._closed = False
        self._broken = False
        self._pcm: list[bytes] = []
        self._pcm_bytes = 0
        self._waiting: tuple[asyncio.AbstractEventLoop, asyncio.Future[bytes]] | None = None

    # --- the event loop's side ---

    def write(self, data: bytes, loop: asyncio.AbstractEventLoop) -> asyncio.Future[bytes]:
        decoded = loop.create_future()
        with self._changed:
            self._data += data
            self._waiting = (loop, decoded)
            if self._closed or self._broken:
                self._answer()
            self._changed.notify()
        return decoded

    def close(self) -> None:
        with self._changed:
            self._closed = True
            self._answer()
            self._changed.notify()

    # --- the thread's side; FFmpeg calls `read` ---

    def read(self, most: int) -> bytes:
        with self._changed:
            if not self._data:
                self._answer()
            while not self._data and not self._closed:
                self._changed.wait()
            data, self._data = self._data[:most], self._data[most:]
            return b"" if self._closed else data

    def put(self, pcm: bytes) -> None:
        with self._changed:
            self._pcm.append(pcm)
            self._pcm_bytes += len(pcm)
            if self._pcm_bytes > _MOST_PCM_BYTES:
                self._closed = self._broken = True

    def finish(self) -> None:
        with self._changed:
            self._broken = True
            self._answer()

    def _answer(self) -> None:
        if self._waiting is None:
            return
        loop, decoded = self._waiting
        pcm, self._waiting = b"".join(self._pcm), None
        self._pcm, self._pcm_bytes = [], 0
        if not loop.is_closed():
            loop.call_soon_threadsafe(_settle, decoded, None if self._broken else pcm)


def _settle(decoded: "asyncio.Future[bytes]", pcm: bytes | None) -> None:
    if decoded.done():
        return
    if pcm is None:
        decoded.set_exception(UndecodableAudio())
    else:
        decoded.set_result(pcm)


def _decode(pipe: _Pipe, kind: str) -> None:
    av: Any = importlib.import_module("av")
    try:
        with av.open(pipe, format=kind, options=_OPTIONS, buffer_size=4096) as container:
            resampler = av.AudioResampler(format="s16", layout="mono", rate=HEARD_HZ)
            for frame in container.decode(audio=0):
                for piece in resampler.resample(frame):
                    pipe.put(bytes(piece.planes[0])[: piece.samples * 2])
    except (av.FFmpegError, ValueError, IndexError):
        pass
    finally:
        pipe.finish()
