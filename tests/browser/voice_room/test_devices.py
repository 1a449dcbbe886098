"""Devices that come, go and are changed in a call."""

import pytest

from tests.browser.voice_room.app.room import Room

pytestmark = pytest.mark.browser

# A second microphone and a second loudspeaker, as an operating system would list them.
_DEVICES = """() => {
  const list = async () => [
    { kind: "audioinput", deviceId: "default", label: "Usual" },
    { kind: "audioinput", deviceId: "desk", label: "Desk microphone" },
    { kind: "audiooutput", deviceId: "default", label: "Usual" },
    { kind: "audiooutput", deviceId: "head", label: "Headphones" },
  ];
  navigator.mediaDevices.enumerateDevices = list;
  const ask = navigator.mediaDevices.getUserMedia;
  window.asked = [];
  navigator.mediaDevices.getUserMedia = ({ audio }) => {
    window.asked.push(audio.deviceId?.exact ?? "");
    return ask({ audio: { ...audio, deviceId: undefined } });
  };
  window.sinks = [];
  AudioContext.prototype.setSinkId = async function (id) { window.sinks.push(id); };
}"""
_UNPLUG = "tap.tracks.at(-1).stop(); tap.tracks.at(-1).dispatchEvent(new Event('ended'))"


def heard_again(room: Room) -> bool:
    return bool(room.until(lambda: room.heard()["pcm"][-3_000:], lambda tail: tail.any()).any())


def lose_it(room: Room) -> None:
    room.page.evaluate(_UNPLUG)
    room.is_("mic", "error")
    room.is_("typing", "true")
    room.is_("trouble", "mic_missing")


def test_a_microphone_that_was_lost_is_heard_again_and_takes_no_writing_away(room: Room):
    room.connect()
    room.is_("mic", "on")

    # An open one is opened anew.
    room.press("Try again")
    room.until(lambda: room.page.evaluate("tap.tracks.map((t) => t.readyState)"),
               lambda states: states == ["ended", "live"])  # fmt: skip
    assert heard_again(room)

    lose_it(room)
    room.press("Try again")
    room.is_("mic", "on")
    room.is_("typing", "false")
    room.is_("trouble", "")
    assert heard_again(room)

    # Plugged in again, it needs no press.
    lose_it(room)
    room.page.evaluate("navigator.mediaDevices.dispatchEvent(new Event('devicechange'))")
    room.is_("mic", "on")
    room.is_("trouble", "")
    assert heard_again(room)

    lose_it(room)
    room.page.get_by_label("Answer").fill("I had begun")
    room.press("Try again")
    room.is_("trouble", "")
    room.is_("typing", "true")


_DYING = """() => {
  navigator.mediaDevices.getUserMedia = async () => {
    const context = new AudioContext();
    const noise = new OscillatorNode(context, { frequency: 300 });
    window.gain = new GainNode(context);
    const out = context.createMediaStreamDestination();
    noise.connect(gain).connect(out);
    noise.start();
    window.source = context;
    return out.stream;
  };
}"""


# More than a microphone is given before it is called silent, the second time too.
SILENCE_SECONDS = 11


def test_a_microphone_that_falls_silent_is_told_within_seconds_and_again_heard(
    room_with_a_clock: Room,
):
    room = room_with_a_clock
    room.page.evaluate(_DYING)
    room.connect()
    room.is_("interviewer", "listening")

    for die, live in (
        ("gain.gain.value = 0", "gain.gain.value = 1"),  # zeros
        ("source.suspend()", "source.resume()"),  # no frames
    ):
        room.page.evaluate(die)
        room.page.wait_for_timeout(500)  # what was heard before has come by then
        room.pass_time_and_sound(SILENCE_SECONDS)
        room.is_("trouble", "mic_silent")
        words = room.page.locator('[data-call-text="trouble"]').inner_text()
        room.page.evaluate(live)

        room.is_("trouble", "")
        assert "No sound comes from your microphone" in words


def test_a_microphone_that_the_system_mutes_is_told(room: Room):
    room.connect()
    room.is_("mic", "on")

    room.page.evaluate(
        "Object.defineProperty(tap.tracks[0], 'muted', {value: true, writable: true})"
    )
    room.is_("trouble", "mic_muted")
    room.page.evaluate("tap.tracks[0].muted = false")

    room.is_("trouble", "")


def test_another_microphone_is_taken_in_the_same_call(room: Room):
    room.page.evaluate(_DEVICES)
    room.connect()
    room.is_("microphones", "2")

    room.page.get_by_label("microphone").select_option("Desk microphone")

    room.until(lambda: room.page.evaluate("asked"), lambda asked: asked == ["", "desk"])
    room.received("session_settings", 2)
    assert room.told_so_far()["connections"] == 1
    assert room.page.evaluate("tap.tracks.map((t) => t.readyState)") == ["ended", "live"]
    assert heard_again(room)
    assert room.page.evaluate("localStorage.getItem('darasa.microphone')") == "desk"


def test_another_loudspeaker_is_taken_at_once_and_in_the_next_call(room: Room):
    room.page.evaluate(_DEVICES)
    room.connect()
    room.is_("loudspeakers", "2")

    room.page.get_by_label("loudspeaker").select_option("Headphones")
    room.until(lambda: room.page.evaluate("sinks"), lambda sinks: sinks == ["head"])
    room.close(1000)
    room.is_("status", "ended")
    room.connect()  # a second call, in the same page

    room.until(lambda: room.page.evaluate("sinks"), lambda sinks: sinks == ["head", "head"])
    room.told("chat", 2)


def test_a_microphone_that_the_audio_graph_refuses_is_stopped_and_has_its_words(room: Room):
    room.page.evaluate(
        "() => { AudioContext.prototype.createMediaStreamSource = () => "
        "{ throw new DOMException('', 'NotSupportedError') } }"
    )

    room.connect()

    room.is_("trouble", "mic_failed")
    words = room.page.locator('[data-call-text="trouble"]').inner_text()
    assert words.startswith("Your browser could not use this microphone.")
    assert room.page.evaluate("tap.tracks.map((t) => t.readyState)") == ["ended"]
    room.is_("typing", "true")


def test_that_nothing_was_heard_is_not_said_again_once_something_was(room_with_a_clock: Room):
    """Near silence at first, then a voice, then pauses as after every answer."""
    room = room_with_a_clock
    room.page.evaluate(
        """() => {
          navigator.mediaDevices.getUserMedia = async () => {
            const context = new AudioContext();
            const noise = new OscillatorNode(context, { frequency: 300 });
            window.gain = new GainNode(context, { gain: 0.001 });
            const out = context.createMediaStreamDestination();
            noise.connect(gain).connect(out);
            noise.start();
            return out.stream;
          };
        }"""
    )
    room.connect()
    room.sounds(frames=5)
    room.pass_time_and_sound(SILENCE_SECONDS)
    room.is_("trouble", "silence")
    room.shows("trouble", "We cannot hear you yet. Is this the right microphone?")

    room.page.evaluate("gain.gain.value = 0.5")
    room.is_("trouble", "")
    room.page.evaluate("gain.gain.value = 0.001")
    room.is_("interviewer", "waiting")
    room.pass_time_and_sound(SILENCE_SECONDS)
    room.page.wait_for_timeout(500)  # what is heard then comes in

    room.is_("trouble", "")
