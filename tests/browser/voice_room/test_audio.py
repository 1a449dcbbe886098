"""The audio path: what the microphone sends, and what the loudspeaker plays."""

import httpx
import numpy as np
import pytest
from playwright.sync_api import Browser

from tests.browser.voice_room.app.room import Room, opened
from tests.browser.voice_room.app.sounds import END, TONE_HZ, said, tone

pytestmark = pytest.mark.browser


def test_frames_are_linear16_at_the_announced_rate_and_carry_the_voice(room: Room):
    room.connect()
    room.sounds(frames=50)

    heard = room.heard()

    settings = heard["messages"][0]
    rate = settings["audio"]["sample_rate"]
    assert settings["type"] == "session_settings"
    shape = {"encoding": "linear16", "sample_rate": 16_000, "channels": 1}
    assert settings["audio"] == shape | {"darasa": {"at_ms": 0}}
    # 40 ms, or some of them together where the page was busy.
    assert {size % (2 * round(rate * 0.04)) for size in heard["sizes"]} == {0}
    strengths = np.abs(np.fft.rfft(heard["pcm"]))
    loudest = np.argmax(strengths) * rate / len(heard["pcm"])
    assert loudest == pytest.approx(TONE_HZ, abs=5)
    assert np.abs(heard["pcm"]).max() > 1000


def test_pieces_are_played_without_a_gap(room: Room):
    room.connect()

    room.send(*said("a", tone(1.0), pieces=10), END)
    room.received("darasa_playback", 2)

    rate, samples = room.sound()
    sounding = np.flatnonzero(np.abs(samples) > 0.005)
    heard = samples[sounding[0] : sounding[-1]]
    assert len(heard) / rate == pytest.approx(1.0, abs=0.003)
    assert np.sqrt(np.mean(heard**2)) == pytest.approx(0.5 / np.sqrt(2), rel=0.02)
    # A sine bends gently everywhere; a sample too few or too many bends it ten times as much.
    bend = 0.5 * (2 * np.pi * 440 / rate) ** 2
    assert np.abs(np.diff(heard, 2)).max() < 5 * bend
    assert longest_silence(heard) / rate < 0.001


def longest_silence(samples: np.ndarray) -> int:
    """Length of the longest run of samples that are as good as zero."""
    loud = np.flatnonzero(np.abs(samples) > 0.005)
    return int(np.diff(loud).max()) - 1


def test_what_is_played_is_told_to_the_server_in_order(room: Room):
    room.connect()

    room.send(*said("a", tone(0.3), pieces=2), *said("b", tone(0.3)), END)
    told = room.received("darasa_playback", 4)

    assert [(m["id"], m["event"]) for m in told] == [
        ("a", "began"),
        ("a", "ended"),
        ("b", "began"),
        ("b", "ended"),
    ]


def test_pieces_that_overtook_each_other_are_put_in_order(room: Room):
    room.connect()
    message, first, second = said("a", np.concatenate([tone(0.2), tone(0.2, hz=880)]), pieces=2)

    room.send(message, second, first, END)
    room.received("darasa_playback", 2)

    rate, samples = room.sound()
    sounding = np.flatnonzero(np.abs(samples) > 0.005)
    half = samples[sounding[0] :][: round(0.2 * rate)]
    assert np.argmax(np.abs(np.fft.rfft(half))) * rate / len(half) == pytest.approx(440, abs=6)


def test_an_interruption_silences_within_100_ms_and_for_good(room: Room):
    room.connect()
    room.send(*said("a", tone(5), pieces=5))
    room.received("darasa_playback")

    room.send({"type": "user_interruption", "time": 1}, *said("a", tone(1))[1:])
    room.is_("interviewer", "listening")  # the microphone hears a tone all the time

    room.page.wait_for_timeout(300)  # what would still sound, would sound now
    rate, samples = room.sound()
    interrupted = room.page.evaluate("tap.interruptedAt[0]")
    last = np.flatnonzero(np.abs(samples) > 0.001)[-1] / rate
    assert -0.05 < last - interrupted < 0.1
    assert room.received("darasa_playback", 2)[-1]["event"] == "ended"


def test_after_an_interruption_the_next_reply_is_heard_in_full(room: Room):
    room.connect()
    room.send(*said("a", tone(3)))
    room.received("darasa_playback")

    room.send({"type": "user_interruption", "time": 1})
    room.send(*said("b", tone(0.5, hz=880)), END)
    room.received("darasa_playback", 4)

    rate, samples = room.sound()
    tail = samples[: np.flatnonzero(np.abs(samples) > 0.005)[-1]][-round(0.45 * rate) :]
    assert np.sqrt(np.mean(tail**2)) == pytest.approx(0.5 / np.sqrt(2), rel=0.05)


def test_mute_sends_zeros_and_says_so(room: Room):
    room.connect()
    room.sounds(frames=5)

    room.press("Mute")
    told = room.received("darasa_muted")
    before = len(room.heard()["pcm"])
    room.sounds(samples=before + 10_000)

    assert told[0]["muted"] is True
    assert not room.heard()["pcm"][before:].any()
    assert room.page.locator("#room").get_attribute("data-muted") == "true"
    button = room.page.get_by_role("button", name="Mute", exact=True)
    assert button.get_attribute("aria-pressed") == "true"
    room.press("Mute")
    assert room.received("darasa_muted", 2)[1]["muted"] is False
    room.until(lambda: room.heard()["pcm"][-2000:], lambda tail: tail.any())


def test_the_microphone_is_asked_for_conversation(room: Room):
    room.connect()

    wanted = room.until(lambda: room.page.evaluate("tap.wanted"), bool)

    assert wanted == {
        "audio": {"echoCancellation": True, "noiseSuppression": True, "autoGainControl": True}
    }


def test_broken_audio_is_skipped_and_the_rest_is_heard(room: Room):
    room.connect()
    message, good = said("a", tone(0.3))

    room.send(message, good | {"data": "UklGR!"}, good | {"index": 1}, END)

    assert [m["event"] for m in room.received("darasa_playback", 2)] == ["began", "ended"]


def test_a_strict_content_security_policy_lets_the_voice_through(browser: Browser, address: str):
    with opened(browser, f"{address}/?strict", permissions=("microphone",), tap=False) as room:
        room.connect()

        room.send(*said("a", tone(0.2)), END)

        assert "default-src" in httpx.get(f"{address}/?strict").headers["content-security-policy"]
        assert len(room.received("darasa_playback", 2)) == 2
        room.sounds(frames=5)
