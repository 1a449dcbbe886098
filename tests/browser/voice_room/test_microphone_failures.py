"""What happens when the microphone does not work: the call lives, and typing opens."""

import pytest
from playwright.sync_api import Browser

from tests.browser.voice_room.app.room import Room, opened

pytestmark = pytest.mark.browser


def test_no_microphone_permission_opens_typing_and_the_call_lives(launch, address: str):
    browser: Browser = launch(whole=True)  # without the flag that says yes to every question
    with opened(browser, address) as room:
        room.connect()

        room.is_("trouble", "mic_denied")
        words = room.page.locator('[data-call-text="trouble"]').inner_text()
        assert words.startswith("Your browser blocks the microphone")
        room.is_("mic", "error")
        room.is_("typing", "true")
        room.page.get_by_label("Answer").fill("I can type.")
        room.page.keyboard.press("Enter")
        assert room.received("user_input")[0]["text"] == "I can type."
    browser.close()


FAILS = (
    "(name) => { navigator.mediaDevices.getUserMedia = "
    "() => Promise.reject(new DOMException('', name)) }"
)


def test_each_failure_of_the_microphone_has_its_words(room: Room):
    room.page.evaluate(FAILS, "NotFoundError")
    room.connect()
    room.is_("trouble", "mic_missing")
    room.is_("mic", "error")

    room.page.evaluate(FAILS, "NotReadableError")
    room.press("Try again")
    room.is_("trouble", "mic_busy")
    room.is_("mic", "error")

    room.page.evaluate("Object.defineProperty(navigator, 'mediaDevices', {value: undefined})")
    room.press("Try again")
    room.is_("trouble", "insecure")


def test_an_unplugged_microphone_is_told_and_can_be_opened_again(room: Room):
    room.connect()
    room.is_("mic", "on")

    room.page.evaluate("tap.tracks[0].dispatchEvent(new Event('ended'))")
    room.is_("trouble", "mic_missing")
    room.is_("mic", "error")
    room.press("Try again")

    room.is_("mic", "on")
    assert len(room.received("session_settings", 2)) == 2
