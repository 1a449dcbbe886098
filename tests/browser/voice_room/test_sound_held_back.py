"""Sound that the system or the browser holds back: said in words, and back after a press."""

import time

import pytest

from tests.browser.voice_room.app.room import Room
from tests.browser.voice_room.app.sounds import END, said, tone

pytestmark = pytest.mark.browser

PAUSED = "Sound is paused. Press anywhere to go on."


def test_a_context_that_was_suspended_is_told_and_goes_on_after_a_press(room: Room):
    room.connect()
    room.is_("mic", "on")

    room.page.evaluate("tap.contexts[0].suspend()")
    room.is_("trouble", "sound_paused")
    room.shows("trouble", PAUSED)
    room.send(*said("a", tone(0.3)), END)
    room.page.wait_for_timeout(500)
    unheard = not [m for m in room.told_so_far()["messages"] if m["type"] == "darasa_playback"]
    room.page.locator("#issued").click()

    room.is_("trouble", "")
    assert unheard
    assert [m["event"] for m in room.received("darasa_playback", 2)] == ["began", "ended"]


def test_what_follows_a_pause_is_placed_where_it_was_said(room: Room):
    began = time.monotonic()
    room.connect()
    room.sounds(frames=5)

    room.page.evaluate("tap.contexts[0].suspend()")
    room.page.wait_for_timeout(3_000)
    room.page.locator("#issued").click()

    placed = room.received("session_settings", 2)[1]["audio"]["darasa"]["at_ms"]
    assert 3_000 < placed < (time.monotonic() - began) * 1000


# Safari calls it "interrupted"; a loudspeaker that went away leaves "running" and no time.
FAULTS = (
    "Object.defineProperty(tap.contexts[0], 'state', {get: () => 'interrupted', "
    "configurable: true}); tap.contexts[0].dispatchEvent(new Event('statechange'))",
    "{ const at = tap.contexts[0].currentTime; Object.defineProperty(tap.contexts[0], "
    "'currentTime', {get: () => at, configurable: true}) }",
)


def test_a_phone_call_and_a_clock_that_stands_still_are_told_too(room: Room):
    room.connect()
    room.is_("mic", "on")

    for fault in FAULTS:
        room.page.evaluate(fault)
        room.is_("trouble", "sound_paused")
        room.page.evaluate(
            "delete tap.contexts[0].state; delete tap.contexts[0].currentTime; "
            "tap.contexts[0].dispatchEvent(new Event('statechange'))"
        )

        room.is_("trouble", "")
        room.is_("status", "connected")


def test_a_page_that_stands_still_is_no_pause(room: Room):
    room.connect()
    room.is_("mic", "on")
    room.page.evaluate(
        "window.seen = []; new MutationObserver(() => seen.push(document.querySelector('#room')"
        ".dataset.trouble)).observe(document.querySelector('#room'), {attributes: true})"
    )

    room.stand_still(4)
    room.page.wait_for_timeout(1_500)

    assert set(room.page.evaluate("seen")) <= {""}
