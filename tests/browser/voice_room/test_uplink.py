"""What goes up the line: 16 kHz whatever the card's rate, and nothing folded back from above."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
import pytest
from playwright.sync_api import Browser

from tests.browser.voice_room.app.room import Room, opened
from tests.browser.voice_room.app.sounds import TONE_HZ, said, tone, wav
from tests.machine.services.slow_line import proxy

pytestmark = pytest.mark.browser

HZ = 16_000
# The worklet fed with tones at a card's rate; what it posts, as 16-bit samples.
_RESAMPLED = """async ({ url, cardHz, tonesHz, gain }) => {
  const context = new OfflineAudioContext(1, cardHz * 1.5, cardHz);
  await context.audioWorklet.addModule(url);
  const node = new AudioWorkletNode(context, "pcm-frames", {
    numberOfOutputs: 0, channelCount: 1, channelCountMode: "explicit",
    processorOptions: { frameSeconds: 0.04, rate: 16000 },
  });
  const samples = [];
  node.port.onmessage = ({ data }) => samples.push(...new Int16Array(data.pcm));
  const each = new GainNode(context, { gain });
  each.connect(node);
  for (const frequency of tonesHz) {
    const source = new OscillatorNode(context, { frequency });
    source.connect(each);
    source.start();
  }
  await context.startRendering();
  const until = Date.now() + 30_000; // the last frames are on their way
  while (samples.length < 16000 && Date.now() < until) await new Promise((d) => setTimeout(d, 5));
  return samples;
}"""


# Remembers where the worklet lies; that of the tap is a blob.
_NOTE_WORKLET = """() => {
  const add = AudioWorklet.prototype.addModule;
  AudioWorklet.prototype.addModule = function (url) {
    if (!url.startsWith("blob:")) window.worklet = url;
    return add.call(this, url);
  };
}"""


def resampled(room: Room, card_hz: int, *tones_hz: float) -> np.ndarray:
    """Return what the worklet makes of tones, in steady state: 1 is the level of each of them."""
    url, gain = room.page.evaluate("window.worklet"), 0.9 / len(tones_hz)
    arguments = {"url": url, "cardHz": card_hz, "tonesHz": tones_hz, "gain": gain}
    samples = np.array(room.page.evaluate(_RESAMPLED, arguments)) / 32_768
    assert len(samples) >= HZ
    return samples[HZ // 4 : HZ] / gain


def levels(samples: np.ndarray, tones_hz: tuple[int, ...]) -> dict[int, float]:
    """Return the level of each tone in dB. Each of them lies on a line of the spectrum."""
    strengths = np.abs(np.fft.rfft(samples)) / (len(samples) / 2)
    lines = {hz: strengths[round(hz * len(samples) / HZ)] for hz in tones_hz}
    return {hz: 20 * np.log10(strength + 1e-9) for hz, strength in lines.items()}


VOICE_HZ, ABOVE_HZ = (300, 3_000, 7_000), (8_500, 9_000, 11_000, 15_000)


def test_speech_passes_with_its_pitch_and_what_lies_above_does_not_fold_back(room: Room):
    room.page.evaluate(_NOTE_WORKLET)
    room.connect()
    room.is_("mic", "on")
    room.press("End")
    room.press("Finish")  # the worklet goes on without a call
    room.is_("status", "ended")

    for card_hz in (44_100, 48_000, 96_000):
        voice = levels(resampled(room, card_hz, *VOICE_HZ), VOICE_HZ)
        rest = resampled(room, card_hz, *ABOVE_HZ)
        folded = 20 * np.log10(np.sqrt(2 * np.mean(rest**2)) + 1e-9)
        assert all(abs(found) < 0.5 for found in voice.values()), (card_hz, voice)
        assert folded < -70, card_hz

    samples = resampled(room, 44_100, 1_000)
    strengths = np.abs(np.fft.rfft(samples))
    assert np.argmax(strengths) * HZ / len(samples) == pytest.approx(1_000, abs=2)


def test_the_line_carries_256_kbit_a_second_and_no_alias(launch, address: str, tmp_path):
    microphone = tmp_path / "tones.wav"
    low = tone(2, hz=TONE_HZ, rate=48_000, loud=0.3)
    high = tone(2, hz=11_000, rate=48_000, loud=0.3)  # would fold back to 5 kHz
    microphone.write_bytes(wav(low + high, 48_000))
    browser: Browser = launch(
        "--use-fake-ui-for-media-stream", f"--use-file-for-fake-audio-capture={microphone}"
    )
    with opened(browser, address, permissions=("microphone",)) as room:
        room.connect()
        room.sounds(samples=4 * HZ)
        heard = room.heard()
    browser.close()

    audio = heard["messages"][0]["audio"]
    assert (audio["sample_rate"], audio["darasa"]) == (HZ, {"at_ms": 0})
    seconds = heard["times"][-1] - heard["times"][0]
    kilobits = 8 * sum(heard["sizes"][1:]) / seconds / 1000
    assert kilobits == pytest.approx(256, rel=0.1)
    strengths = np.abs(np.fft.rfft(heard["pcm"][HZ : 4 * HZ]))
    at = len(strengths) / (HZ / 2)
    around = [strengths[round((hz - 50) * at) : round((hz + 50) * at)].max() for hz in (700, 5_000)]
    assert 20 * np.log10(around[1] / around[0]) < -45


# Seconds of sound that the microphone has given since the first of it.
_GIVEN_SECONDS = "tap.spoken.length * tap.spoken[0].samples.length / tap.contexts[0].sampleRate"


@contextmanager
def over_a_slow_line(launch, address: str, kilobits: float) -> Iterator[Room]:
    """Open a room whose voice socket goes through a slow proxy."""
    with proxy(kilobits) as address_of_it:
        through = (f"--proxy-server={address_of_it}", "--proxy-bypass-list=<-loopback>")
        browser: Browser = launch(*through, "--use-fake-ui-for-media-stream")
        with opened(browser, address, permissions=("microphone",)) as room:
            yield room
        browser.close()


def test_at_512_kbit_a_second_nothing_comes_late(launch, address: str):
    """What is sent at the rate of the card, 706 kbit/s and more, falls behind from the start."""
    with over_a_slow_line(launch, address, 512) as room:
        room.connect()
        room.sounds(samples=10 * HZ, seconds=60)
        given = room.page.evaluate(_GIVEN_SECONDS)
        heard = room.heard()

    # On a busy machine the microphone itself may give less than a second of sound in a second.
    arrived = len(heard["pcm"]) / heard["messages"][0]["audio"]["sample_rate"]
    assert given - arrived < 1.5


def test_a_page_that_stood_still_for_12_seconds_keeps_its_call(room: Room):
    """A dialog of the browser, printing, a tab in the background: the audio thread runs on."""
    room.connect()
    room.sounds(frames=5)
    before = len(room.heard()["pcm"])

    room.stand_still(12.5)

    caught_up = before + 12 * HZ
    room.sounds(samples=caught_up)
    heard = room.heard()
    room.is_("status", "connected")
    assert heard["code"] is None
    late = [at for at in heard["times"] if at > heard["times"][0] + 12]
    assert len(late) < 450, "more messages at once than a server takes"
    room.is_("trouble", "")


# A line that takes nothing more, or only so much: what the browser still holds, as it would tell.
_LINE_OF = """(bytesPerSecond) => {
  const backlog = { bytes: 0, at: performance.now() };
  const drain = () => {
    const now = performance.now();
    backlog.bytes = Math.max(0, backlog.bytes - bytesPerSecond() * (now - backlog.at) / 1000);
    backlog.at = now;
  };
  const send = WebSocket.prototype.send;
  WebSocket.prototype.send = function (data) {
    drain();
    if (typeof data !== "string") backlog.bytes += data.byteLength;
    return send.call(this, data);
  };
  Object.defineProperty(WebSocket.prototype, "bufferedAmount", {
    get() { drain(); return Math.round(backlog.bytes); },
  });
}"""


def test_a_line_too_slow_for_a_voice_is_told_and_one_that_takes_nothing_given_up(room: Room):
    room.page.evaluate(f"window.rate = 16000; ({_LINE_OF})(() => window.rate)")
    room.connect()
    # A reply is heard meanwhile.
    room.send(*said("a", tone(0.3)))
    assert room.received("darasa_playback")[0]["event"] == "began"

    room.is_("trouble", "line_slow")
    words = room.page.locator('[data-call-text="trouble"]').inner_text()
    room.page.evaluate("window.rate = 1e6")
    room.is_("trouble", "")
    assert "too slow" in words
    assert "Typing" in words
    room.is_("status", "connected")

    room.page.evaluate("window.rate = 0")
    began = time.monotonic()
    room.is_("status", "lost")
    assert time.monotonic() - began > 8
    assert room.told("end")[-1]["reason"] == "lost"
