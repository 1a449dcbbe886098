"""The same under `reflex run`: two ports, files that are not bundled, React's strict mode."""

import time

import pytest
from playwright.sync_api import Browser, Error

from tests.browser.voice_room.app.room import TAP, Room
from tests.browser.voice_room.app.sounds import END, said, tone

pytestmark = pytest.mark.browser


def test_a_call_is_held_once_although_react_mounts_twice(
    browser: Browser, dev_address: tuple[str, str]
):
    pages, backend = dev_address
    context = browser.new_context(permissions=["microphone"])
    context.add_init_script(path=TAP)
    room = Room(context.new_page(), backend)
    _open_warm(room, pages)

    room.connect()
    room.send(*said("a", tone(0.3)), END)

    assert [m["event"] for m in room.received("darasa_playback", 2)] == ["began", "ended"]
    assert room.told_so_far()["connections"] == 1
    room.sounds(frames=5)
    assert [event["status"] for event in room.events("status")] == ["connecting", "connected"]
    context.close()


def _open_warm(room: Room, pages: str) -> None:
    """Open the page; Vite's first delivery may be out of date and stay blank until a reload."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        room.page.goto(pages)
        try:
            room.is_("status", "idle")
            room.page.wait_for_timeout(1000)  # a late reload by Vite would end the call
            room.is_("status", "idle")
        except (AssertionError, Error):
            continue
        return
    pytest.fail("the page stays blank")
