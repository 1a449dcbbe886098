"""The device check before an interview: real Chromium, a spoken microphone, and its failures."""

import json
import re
import time

import pytest
from playwright.sync_api import Page, expect

from tests.browser.interview.test_interview import focused, press, tab_to
from tests.browser.look.looking import Look
from tests.browser.steps import at_a_job, type_answer
from tests.load.voice.candidate import ANSWERS

pytestmark = pytest.mark.browser

SENTENCE = "Um, I have um worked here for two years."
# The microphone hears what the page plays, as through the air; 50 ms later and half as loud.
LOOPED = """(() => {
  const air = new AudioContext();
  const microphone = air.createMediaStreamDestination();
  const delay = air.createDelay();
  const distance = air.createGain();
  delay.delayTime.value = 0.05;
  distance.gain.value = 0.5;
  delay.connect(distance).connect(microphone);
  const connect = AudioNode.prototype.connect;
  AudioNode.prototype.connect = function (to, ...more) {
    if (to === this.context.destination) {
      const played = this.context.createMediaStreamDestination();
      connect.call(this, played);
      connect.call(air.createMediaStreamSource(played.stream), delay);
    }
    return connect.call(this, to, ...more);
  };
  navigator.mediaDevices.getUserMedia = async () => (await air.resume(), microphone.stream);
})()"""
# Which microphones were asked for: "exact" ids, "" for any; and the tracks that were given.
ASKED = """(() => {
  window.asked = [];
  window.tracks = [];
  const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (wish) => {
    window.asked.push(wish.audio.deviceId?.exact ?? "");
    window.processing = wish.audio;
    const stream = await ask(wish);
    window.tracks.push(...stream.getTracks());
    return stream;
  };
})()"""
FAILS = """() => {
  navigator.mediaDevices.getUserMedia =
    () => Promise.reject(new DOMException("", "NotReadableError"));
}"""
WITHOUT_TLS = "Object.defineProperty(navigator, 'mediaDevices', { value: undefined })"


def to_the_check(page: Page, server, name: str = "Backend at Acme") -> None:
    at_a_job(page, server, name)
    page.get_by_role("link", name="Check microphone").click()
    expect(page.get_by_role("button", name="Check microphone")).to_be_visible()
    page.get_by_text("More checks").click()


def row(page: Page, name: str, *words: str, seconds: float = 30) -> None:
    """Wait until a row says something."""
    for text in words:
        expect(page.locator(f'[data-row="{name}"]')).to_contain_text(text, timeout=seconds * 1000)


def click(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def waits(page: Page) -> bool:
    return page.locator('[data-check-waits][aria-disabled="true"]').count() > 0


def test_by_keyboard_alone_a_voice_is_seen_heard_and_transcribed_and_nothing_has_a_fault(
    server, open_browser, candidate_wav
):
    microphone = candidate_wav([0.7, SENTENCE, 3.0, SENTENCE, 3.0, ANSWERS[0], 30.0])
    page = open_browser(microphone).new_context(permissions=["microphone"]).new_page()
    look, sockets, binary = Look(page), [], []
    page.on("websocket", lambda socket: sockets.append(socket.url))
    page.on(
        "websocket",
        lambda socket: socket.on("framesent", lambda sent: binary.append(isinstance(sent, bytes))),
    )
    to_the_check(page, server, "By keyboard")
    row(page, "line", "Good (", " ms)")

    press(page, "Check microphone")
    row(page, "mic", "We hear you")
    labels = page.locator("#device option").all_inner_texts()
    level = page.evaluate(LOUDEST)
    tab_to(page, "Use this microphone")
    page.keyboard.press("ArrowDown")
    row(page, "mic", "We hear you")
    press(page, "Record 5 seconds")
    assert waits(page)
    row(page, "take", "Recorded")
    press(page, "Play")
    row(page, "take", "Played")
    assert not any(binary)
    assert not any("/v0/ear" in url for url in sockets)
    press(page, "Test for echo")
    row(page, "echo", "No echo")
    press(page, "Measure again")
    row(page, "line", "Good")
    statuses = page.locator(".check-word[role=status]").all_inner_texts()
    press(page, "Stop the microphone")
    row(page, "mic", "Not checked yet")
    press(page, "Read it now")
    row(page, "ear", "Heard", "Fillers visible:", "Whisper transcription", seconds=30)
    look.at("device-check")

    heard = page.locator('[data-check-text="heard"]').inner_text()
    fillers = page.locator('[data-check-text="fillers"]').inner_text()
    assert look.faults() == []
    assert page.locator(".check-meter").get_attribute("aria-hidden") == "true"
    assert statuses[:3] == ["We hear you", "Played", "No echo"]
    assert all(statuses)
    assert "Fake Audio Input 1" in labels
    assert level > 0.3
    assert len(heard.split()) >= 4
    visible = not {"um", "uh"}.isdisjoint(re.findall(r"\w+", heard.lower()))
    assert fillers.startswith("Fillers visible: yes" if visible else "Fillers visible: no. This")
    assert sum("/v0/ear" in url for url in sockets) == 1
    assert any(binary)


LOUDEST = """() => new Promise((done) => {
  let loudest = 0;
  const meter = document.querySelector("[data-check-level]");
  const look = setInterval(() => {
    loudest = Math.max(loudest, Number(meter.style.getPropertyValue("--level")));
  }, 20);
  setTimeout(() => (clearInterval(look), done(loudest)), 1500);
})"""


def test_the_chosen_microphone_is_used_by_the_room_and_one_that_is_gone_is_not_missed(server, page):
    page.add_init_script(ASKED)
    to_the_check(page, server, "Chosen")
    click(page, "Check microphone")
    row(page, "mic", "We hear you")

    page.get_by_label("Use this microphone").select_option(label="Fake Audio Input 2")
    chosen = page.get_by_label("Use this microphone").input_value()
    row(page, "mic", "We hear you")
    expect(page.get_by_label("Use this microphone")).to_have_value(chosen)
    click(page, "Start interview")
    expect(page.get_by_role("button", name="End interview")).to_be_visible()
    expect(page.locator(".room")).to_have_attribute("data-mic", "on")
    assert page.evaluate("asked") == ["", chosen, chosen]
    used = page.evaluate("tracks.map((track) => track.readyState)")
    assert used == ["ended", "ended", "live"]
    processed = page.evaluate("processing")
    page.evaluate("localStorage.setItem('darasa.microphone', 'gone')")
    page.reload()
    click(page, "Resume")

    expect(page.locator(".room")).to_have_attribute("data-mic", "on")
    assert page.evaluate("asked") == ["gone", ""]
    assert all(
        processed[name] for name in ("echoCancellation", "noiseSuppression", "autoGainControl")
    )


def test_by_keyboard_alone_with_a_blocked_microphone_the_interview_is_typed(server, open_browser):
    browser = open_browser(without=("--use-fake-ui-for-media-stream",))
    page = browser.new_context(permissions=[]).new_page()
    look = Look(page)
    to_the_check(page, server, "A microphone that is blocked")

    press(page, "Check microphone")
    row(page, "mic", "Blocked", "Click the lock beside the address")
    look.at("device-check-blocked")
    press(page, "Try again")
    row(page, "mic", "Blocked")
    press(page, "Record 5 seconds")
    press(page, "Type instead")
    expect(page.get_by_role("button", name="End interview")).to_be_visible()
    tab_to(page, "Your answer")
    type_answer(page, ANSWERS[0])

    assert look.faults() == []
    assert page.locator(".problem").count() == 0
    expect(page.locator(".room")).to_have_attribute("data-typing", "true")
    page.get_by_role("button", name="Speak", exact=True).click()
    expect(page.locator(".trouble")).to_contain_text("Your browser blocks the microphone")
    expect(page.locator(".room")).to_have_attribute("data-typing", "true")


def test_who_has_read_the_sentence_is_heard_and_goes_on_where_they_were(server, page):
    to_the_check(page, server, "Read")

    press(page, "Read it now")
    row(page, "ear", "Read the sentence aloud now.")
    page.wait_for_timeout(1_000)
    press(page, "Done reading")

    assert focused(page) == "Read it now"
    expect(page.locator('.checks[data-ear="reading"]')).to_have_count(0)
    expect(page.locator('.checks:is([data-ear="heard"], [data-ear="nothing"])')).to_have_count(
        1, timeout=30_000
    )


def test_without_any_device_nothing_is_a_dead_end(server, open_browser):
    browser = open_browser(without=("--use-fake-device-for-media-stream",))
    page = browser.new_context(permissions=["microphone"]).new_page()
    to_the_check(page, server, "No device")

    click(page, "Test for echo")

    row(page, "mic", "Not found", "Plug one in, or type your answers.")
    row(page, "echo", "Not done")
    expect(page.get_by_role("button", name="Try again")).to_be_enabled()
    for way_on in ("Type instead", "Start interview"):
        expect(page.get_by_role("button", name=way_on)).to_be_enabled()


def test_each_failure_has_its_word_its_sentence_and_a_next_step(server, page):
    to_the_check(page, server, "Failures")

    page.evaluate(FAILS)
    click(page, "Check microphone")
    row(page, "mic", "Busy", "Another program is using your microphone.")
    page.evaluate(WITHOUT_TLS)
    click(page, "Try again")

    row(page, "mic", "Blocked", "only on secure pages")
    expect(page.get_by_role("button", name="Try again")).to_be_visible()


def test_an_echo_and_a_silent_microphone_are_told(server, page):
    page.add_init_script(LOOPED)
    to_the_check(page, server, "An echo")

    click(page, "Check microphone")
    row(page, "mic", "Very quiet", "Is it muted?")
    click(page, "Test for echo")

    row(page, "echo", "Echo heard: use headphones")


LATE = ((0.2, "Slow ("), (0.5, "Very slow: typing may work better ("), (None, "No answer"))


def test_a_slow_connection_and_a_lost_one_are_told(server, page):
    late = LATE[0][0]

    def answer(route):
        if late is None:
            route.abort()
        else:
            time.sleep(late)
            route.continue_()

    page.route("**/ping", answer)
    to_the_check(page, server, "Line")

    row(page, "line", LATE[0][1])
    for late, words in LATE[1:]:  # noqa: B007 (`answer` reads it)
        click(page, "Measure again")
        row(page, "line", words)


def test_a_transcription_that_does_not_answer_or_refuses_is_told(server, page):
    refusal = json.dumps({"type": "error", "message": "Many people are checking just now."})
    refusals = ["", refusal]

    def answer(socket):
        if words := refusals.pop(0):
            socket.send(words)
        else:
            socket.close()

    page.route_web_socket("**/v0/ear*", answer)
    to_the_check(page, server, "No ears")

    click(page, "Read it now")
    row(page, "ear", "Read the sentence aloud now.")
    click(page, "Done reading")
    row(page, "ear", "Did not work", "go on without this check")
    click(page, "Test for echo")
    row(page, "echo", "No echo")

    click(page, "Read it now")
    row(page, "ear", "Read the sentence aloud now.")
    click(page, "Done reading")
    row(page, "ear", "Many people are checking just now.")
