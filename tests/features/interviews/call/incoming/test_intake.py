"""What comes in: every announced shape and every container becomes 16 kHz mono PCM."""

import asyncio
import io
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import av
import numpy as np
import pytest

from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.call.incoming import intake as call_intake
from darasa_reflex.features.interviews.call.incoming.intake import Intake, UndecodableAudio

pytestmark = pytest.mark.slow

TONE_HZ = 440


def a_tone(hz, seconds=2.0, channels=1):
    wave = np.sin(2 * np.pi * TONE_HZ * np.arange(int(seconds * hz)) / hz) * 12_000
    return np.repeat(wave.astype("<i2")[:, None], channels, axis=1)


def a_container(kind, codec, hz=48_000, seconds=2.0, options=None):
    """A live stream as a browser records it: fragmented, never seeking back."""
    target = io.BytesIO()
    target.seekable = lambda: False
    with av.open(target, "w", format=kind, options=options or {}) as container:
        stream = container.add_stream(codec, rate=hz, layout="mono")
        tone = a_tone(hz, seconds)[:, 0]
        frame = av.AudioFrame.from_ndarray(tone[None, :], format="s16", layout="mono")
        frame.rate = hz
        resampler = av.AudioResampler(
            format=stream.codec_context.format, layout="mono", rate=hz, frame_size=960
        )
        for piece in [*resampler.resample(frame), *resampler.resample(None)]:
            container.mux(stream.encode(piece))
        container.mux(stream.encode(None))
    return target.getvalue()


def split(data, seed=0, most=2000):
    rng, at = np.random.default_rng(seed), 0
    while at < len(data):
        size = int(rng.integers(1, most))
        yield data[at : at + size]
        at += size


async def taken(intake, frames):
    return b"".join([await intake.take(frame) for frame in frames])


def pitch(pcm):
    samples = np.frombuffer(pcm, "<i2").astype(float)
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(len(samples))))
    return np.argmax(spectrum) * 16_000 / len(samples)


def seconds(pcm):
    return len(pcm) / 32_000


@pytest.fixture
def intake():
    intake = Intake()
    yield intake
    intake.close()


@pytest.mark.parametrize("channels", [1, 2])
@pytest.mark.parametrize("hz", [8_000, 16_000, 22_050, 44_100, 48_000])
async def test_raw_audio_of_any_rate_keeps_its_pitch_and_length(intake, hz, channels):
    intake.settle(evi.AudioSettings(sample_rate=hz, channels=channels))

    pcm = await taken(intake, split(a_tone(hz, channels=channels).tobytes()))

    assert seconds(pcm) == pytest.approx(2.0, abs=0.12)
    assert pitch(pcm) == pytest.approx(TONE_HZ, abs=2)


async def test_the_two_sides_of_stereo_are_mixed(intake):
    intake.settle(evi.AudioSettings(sample_rate=16_000, channels=2))
    sides = np.array([[1000, 3000], [-500, 500]], "<i2")

    pcm = await intake.take(sides.tobytes())

    assert np.frombuffer(pcm, "<i2").tolist() == [2000, 0]


async def test_half_a_sample_waits_for_the_other_half(intake):
    intake.settle(evi.AudioSettings(sample_rate=16_000))
    data = a_tone(16_000, 0.1).tobytes()

    pieces = [
        await intake.take(data[:1]),
        await intake.take(data[1:4]),
        await intake.take(data[4:]),
    ]

    assert pieces[0] == b""
    assert b"".join(pieces) == data


async def test_resampling_delays_speech_by_less_than_one_frame(intake):
    intake.settle(evi.AudioSettings(sample_rate=48_000))
    frame = a_tone(48_000, 0.04).tobytes()

    behind, out = [], 0.0
    for count in range(1, 51):
        out += seconds(await intake.take(frame))
        behind.append(0.04 * count - out)

    assert max(behind) < 0.04


CONTAINERS = [
    ("webm", "libopus", {"live": "1"}),
    ("mp4", "aac", {"movflags": "frag_every_frame+empty_moov+default_base_moof"}),
    ("wav", "pcm_s16le", {}),
]


@pytest.mark.parametrize(("kind", "codec", "options"), CONTAINERS)
@pytest.mark.parametrize("most", [50, 2000, 10**6])
async def test_a_container_with_its_header_only_in_front_is_decoded(
    intake, kind, codec, options, most
):
    stream = a_container(kind, codec, options=options)

    pcm = await taken(intake, split(stream, most=most))

    assert seconds(pcm) == pytest.approx(2.0, abs=0.15)
    assert pitch(pcm) == pytest.approx(TONE_HZ, abs=4)


@pytest.mark.parametrize(("kind", "codec", "options"), CONTAINERS)
async def test_sound_comes_out_while_the_stream_goes_on(intake, kind, codec, options):
    stream = a_container(kind, codec, options=options)

    pcm = await taken(intake, split(stream[: len(stream) // 2]))

    assert seconds(pcm) > 0.7


async def test_a_new_header_begins_a_new_stream(intake):
    stream = a_container("webm", "libopus", options={"live": "1"})

    pcm = await taken(intake, [*split(stream), *split(stream, seed=1)])

    assert seconds(pcm) > 3.0


async def test_raw_bytes_that_nobody_announced_are_refused(intake):
    with pytest.raises(UndecodableAudio):
        await intake.take(a_tone(16_000, 0.04).tobytes())


@pytest.mark.parametrize("magic", [b"\x1a\x45\xdf\xa3", b"\0\0\0\x18ftypisom", b"RIFF\0\0\0\0WAVE"])
async def test_a_container_of_rubbish_is_refused(intake, magic):
    rubbish = np.random.default_rng(1).bytes(200_000)

    with pytest.raises(UndecodableAudio):
        await taken(intake, [magic + rubbish[:1000], *split(rubbish, most=20_000)])


async def test_far_more_than_live_audio_is_refused(intake):
    stream = a_container("wav", "pcm_s16le", hz=8_000, seconds=60)

    with pytest.raises(UndecodableAudio):
        await intake.take(stream)


def decoders():
    """Return the decoding children of this process."""
    listed = Path(f"/proc/{os.getpid()}/task").glob("*/children")
    pids = [int(pid) for one in listed for pid in one.read_text().split()]
    return [pid for pid in pids if b"decoder" in Path(f"/proc/{pid}/cmdline").read_bytes()]


async def test_a_forgotten_stream_ends_its_child():
    intake = Intake()
    await intake.take(a_container("webm", "libopus", options={"live": "1"})[:3000])
    running = decoders()

    del intake

    assert len(running) == 1
    until = time.monotonic() + 30
    while decoders() and time.monotonic() < until:
        await asyncio.sleep(0.02)
    assert decoders() == []


async def test_a_decoder_that_crashes_ends_its_stream_and_nothing_else(intake):
    stream = a_container("webm", "libopus", options={"live": "1"})
    other = Intake()
    await other.take(stream[:3000])
    (alive,) = decoders()
    await intake.take(stream[:3000])
    (crashing,) = {*decoders()} - {alive}

    os.kill(crashing, signal.SIGSEGV)

    with pytest.raises(UndecodableAudio):
        await intake.take(stream[3000:6000])
    assert seconds(await other.take(stream[3000:])) > 1.0
    other.close()


async def test_one_that_hangs_is_ended(intake, monkeypatch):
    stream = a_container("webm", "libopus", options={"live": "1"})
    await intake.take(stream[:3000])
    monkeypatch.setattr(call_intake, "_LONGEST_DECODE_SECONDS", 0.1)
    (hanging,) = decoders()
    os.kill(hanging, signal.SIGSTOP)

    with pytest.raises(UndecodableAudio):
        await intake.take(stream[3000:6000])

    assert decoders() == []


async def test_headers_without_end_start_no_children_without_end(intake, monkeypatch):
    monkeypatch.setattr(call_intake, "_MOST_STREAMS", 2)
    header = a_container("webm", "libopus", options={"live": "1"})[:3000]

    await taken(intake, [header, header])

    with pytest.raises(UndecodableAudio):
        await intake.take(header)


def test_the_server_itself_never_loads_ffmpeg():
    told = "import sys; from darasa_reflex import wiring; from darasa_reflex.features.interviews"
    told += ".call.incoming import intake; intake.warm(); sys.exit('av' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", told], check=False).returncode == 0
