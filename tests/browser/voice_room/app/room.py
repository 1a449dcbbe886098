"""The voice room as a test meets it: the page in front, the far end of the line behind."""

import base64
import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import numpy as np
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, expect

TAP = Path(__file__).parent / "tap.js"
# One for all questions: to make a client takes longer than to ask. The server hangs up after 5 s.
_FAR_END = httpx.Client(trust_env=False, limits=httpx.Limits(keepalive_expiry=2))
# A third of what tells of sound that stands still, and some blocks of sound.
_STEP_SECONDS, _SOUND_MS = 0.4, 40
# A page that asks and waits needs no processor for it; a loop would take all of one.
_STAND_STILL = """(address) => {
  const asked = new XMLHttpRequest();
  asked.open("GET", address, false);
  asked.send();
}"""


@dataclass
class Room:
    """The page under test, and the far end of its line."""

    page: Page
    backend: str
    expected: list[str] = field(default_factory=list)  # parts of errors the console may show

    def start(self, button: str = "Start") -> None:
        self.page.get_by_role("button", name=button, exact=True).click()

    def connect(self) -> None:
        self.start()
        self.is_("status", "connected")

    def is_(self, name: str, value: str, *, seconds: float = 30) -> None:
        """Wait until the root's attribute has the value."""
        room = self.page.locator("#room")
        expect(room).to_have_attribute(f"data-{name}", value, timeout=seconds * 1000)

    def shows(self, name: str, text: str, *, seconds: float = 30) -> None:
        """Wait until the text the voice room fills in is there."""
        place = self.page.locator(f'[data-call-text="{name}"]')
        expect(place).to_have_text(text, timeout=seconds * 1000)

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).click()

    def events(self, name: str) -> list[dict[str, Any]]:
        told = [json.loads(text) for text in self.page.locator("#events li").all_inner_texts()]
        return [event for event in told if event.pop("event") == name]

    def told(self, name: str, count: int = 1, *, seconds: float = 30) -> list[dict[str, Any]]:
        """Wait until Python has seen an event so many times; return all of them."""
        return self.until(lambda: self.events(name), lambda found: len(found) >= count, seconds)

    def until(
        self, look: Callable[[], Any], good: Callable[[Any], bool], seconds: float = 30
    ) -> Any:
        """Look again and again until it is good; the page lives on meanwhile."""
        deadline = time.monotonic() + seconds
        while not good(found := look()):
            assert time.monotonic() < deadline, f"still {found}"
            self.page.wait_for_timeout(50)
        return found

    def pass_time(self, seconds: float) -> None:
        """Let the clock of a page that has one run on; everything that waits for it happens."""
        self.page.clock.run_for(round(seconds * 1000))

    def pass_time_and_sound(self, seconds: float) -> None:
        """The same while its sound goes on, which counts as held back if it stands still for long.

        Where a machine does not get as far, what waits for the time waits for it itself.
        """
        for _ in range(round(seconds / _STEP_SECONDS)):
            self.pass_time(_STEP_SECONDS)
            self.page.wait_for_timeout(_SOUND_MS)

    def stand_still(self, seconds: float) -> None:
        """Let nothing run on the page but its audio, as a dialog of the browser does."""
        self.page.evaluate(_STAND_STILL, f"/wait/{seconds}")

    @property
    def ticket(self) -> str:
        return self.page.locator("#issued").inner_text()

    def send(self, *messages: dict[str, Any]) -> None:
        """Let the server send messages."""
        self._post("send", json=list(messages))

    def close(self, code: int) -> None:
        """Let the server close the line."""
        self._post("close", params={"code": code})

    def told_so_far(self) -> dict[str, Any]:
        """What the server has received but for the sound; `messages` are parsed."""
        return self._line({})

    def heard(self) -> dict[str, Any]:
        """What the server has received; `messages` are parsed, `pcm` is an array."""
        heard = self._line({"sound": "1"})
        if heard["connections"]:
            heard["pcm"] = np.frombuffer(base64.b64decode(heard["pcm"]), "<i2")
        return heard

    def sounds(self, *, frames: int = 0, samples: int = 0, seconds: float = 30) -> None:
        """Wait until the server has received more than so many frames and samples of sound."""

        def enough(told: dict[str, Any]) -> bool:
            return told.get("frames", 0) > frames and told.get("samples", 0) > samples

        self.until(self.told_so_far, enough, seconds)

    def _line(self, params: dict[str, str]) -> dict[str, Any]:
        address = f"{self.backend}/lines/{self.ticket}"
        line = _FAR_END.get(address, params=params).json()
        if line["connections"]:
            line["messages"] = [json.loads(text) for text in line["messages"]]
        return line

    def received(self, kind: str, count: int = 1) -> list[dict[str, Any]]:
        """Wait until the server has received so many messages of a type; return all of them."""

        def look() -> list[dict[str, Any]]:
            return [m for m in self.told_so_far().get("messages", []) if m["type"] == kind]

        return self.until(look, lambda found: len(found) >= count)

    def sound(self) -> tuple[int, np.ndarray]:
        """Rate and samples of all that was played."""
        sound = self.page.evaluate("tap.sound()")
        return sound["rate"], np.array(sound["samples"])

    def _post(self, action: str, **arguments: Any) -> None:
        address = f"{self.backend}/lines/{self.ticket}/{action}"
        _FAR_END.post(address, **arguments).raise_for_status()


@contextmanager
def opened(
    browser: Browser, address: str, *, permissions: tuple[str, ...] = (), tap: bool = True
) -> Iterator[Room]:
    """A room in a context of its own, on a page that logs no errors but expected ones.

    A strict content security policy, which the far end adds for `?strict`, allows no tap.
    """
    context = browser.new_context(permissions=list(permissions))
    if tap:
        context.add_init_script(path=TAP)
    with on(context.new_page(), address) as room:
        yield room
        context.close()


@contextmanager
def on(page: Page, address: str) -> Iterator[Room]:
    """A room on a page, which remembers nothing afterwards."""
    origin = "/".join(address.split("/")[:3])
    room = Room(page, origin)
    errors: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if message.type == "error":
            errors.append(message.text)

    def fail(error: Error) -> None:
        errors.append(str(error))

    page.on("console", note)
    page.on("pageerror", fail)
    page.goto(address)
    room.is_("status", "idle")
    yield room
    if not page.is_closed():
        _forget(page, origin)
    page.remove_listener("console", note)
    page.remove_listener("pageerror", fail)
    assert [text for text in errors if not any(part in text for part in room.expected)] == []


def _forget(page: Page, origin: str) -> None:
    """End what runs on a page, then clear what it keeps: it keeps some of it as it is left."""
    page.emulate_media(reduced_motion="no-preference")
    page.goto(f"{origin}/lines/none")
    page.evaluate("localStorage.clear(); sessionStorage.clear()")
