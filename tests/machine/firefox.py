"""Firefox as Debian ships it, told what to do over WebDriver BiDi, its own door.

Playwright drives only a Firefox of its own build, and geckodriver is in no package index. So this
speaks the few commands of https://w3c.github.io/webdriver-bidi/ that a story needs.
"""

import base64
import json
import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

NAMES = ("firefox-esr", "firefox")
_READY = re.compile(r"WebDriver BiDi listening on (ws://\S+)")
_WAIT_SECONDS = 30.0
_START_SECONDS = 120.0
_LOOK_SECONDS = 0.1
# The microphone beeps, and nobody is asked whether it may be used; nothing is asked of the vendor.
_PREFERENCES = {
    "media.navigator.streams.fake": True,
    "media.navigator.permission.disabled": True,
    "app.normandy.enabled": False,
    "app.update.auto": False,
    "browser.aboutwelcome.enabled": False,
    "browser.safebrowsing.downloads.enabled": False,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage_override.mstone": "ignore",
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.getAddons.cache.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "http://127.0.0.1:9",
    "toolkit.telemetry.enabled": False,
}
# What a person can see and use, by its words or its name for screen readers.
_FIND = """(name, tags) => {
  const seen = (e) => e.checkVisibility({ visibilityProperty: true }) && !e.disabled;
  const told = (e) => [e.getAttribute("aria-label"), e.innerText, e.labels?.[0]?.innerText]
    .map((text) => (text ?? "").trim());
  const found = [...document.querySelectorAll(tags)].filter(seen);
  const begins = (e) => told(e).some((text) => text.startsWith(name));
  return found.find((e) => told(e).includes(name)) ?? found.find(begins) ?? null;
}"""
BUTTONS = "button, a[href], [role=button]"
FIELDS = "input, textarea, select"


def find() -> str | None:
    """Return the path of a Firefox; None when there is none."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


@dataclass
class Tab:
    """A tab of a Firefox. Whatever is waited for may take `_WAIT_SECONDS`."""

    line: ClientConnection
    context: str = ""
    _asked: int = field(default=0, init=False)

    def goto(self, address: str) -> None:
        """Open an address, and wait until it is loaded."""
        self._ask("browsingContext.navigate", url=address, wait="complete")

    def press(self, name: str) -> None:
        """Click a button or a link, as a mouse does."""
        self._click(self._found(name, BUTTONS))

    def fill(self, name: str, text: str) -> None:
        """Go into a field and put a text in at once, as pasting does."""
        self._click(self._found(name, FIELDS))
        self._evaluate(f"document.execCommand('insertText', false, {json.dumps(text)})")

    def choose(self, name: str, text: str) -> None:
        """Choose in a menu by the first letters of an option, as the keyboard does."""
        self._click(self._found(name, FIELDS))
        keys = [{"type": kind, "value": key} for key in text for kind in ("keyDown", "keyUp")]
        self._act({"type": "key", "id": "keyboard", "actions": keys})

    def sees(self, text: str) -> None:
        """Wait until a text stands on the page."""
        wanted = json.dumps(text)
        self._until(f"document.body.innerText.includes({wanted}) || null", text)

    def is_there(self, name: str) -> bool:
        """Whether a button or link can be seen now."""
        return self._evaluate(_call(name, BUTTONS)).get("sharedId") is not None

    def value(self, expression: str) -> Any:
        """Return what an expression of the page is worth: a text, a number, or None."""
        return self._evaluate(expression).get("value")

    def picture(self, path: Path) -> None:
        """Keep a picture of what is seen."""
        data = self._ask("browsingContext.captureScreenshot")["data"]
        path.write_bytes(base64.b64decode(data))

    def _found(self, name: str, tags: str) -> dict[str, Any]:
        return self._until(_call(name, tags), name)

    def _until(self, expression: str, what: str) -> dict[str, Any]:
        until = time.monotonic() + _WAIT_SECONDS
        while (found := self._evaluate(expression))["type"] == "null":
            assert time.monotonic() < until, f"{what!r} is not on the page"
            time.sleep(_LOOK_SECONDS)
        return found

    def _click(self, element: dict[str, Any]) -> None:
        origin = {"type": "element", "element": {"sharedId": element["sharedId"]}}
        scroll = "(e) => e.scrollIntoView({ block: 'center' })"
        target = {"context": self.context}
        self._ask(
            "script.callFunction",
            functionDeclaration=scroll,
            arguments=[{"sharedId": element["sharedId"]}],
            target=target,
            awaitPromise=False,
        )
        moves = [
            {"type": "pointerMove", "x": 0, "y": 0, "origin": origin},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        self._act({"type": "pointer", "id": "mouse", "actions": moves})

    def _act(self, source: dict[str, Any]) -> None:
        self._ask("input.performActions", actions=[source])

    def _evaluate(self, expression: str) -> dict[str, Any]:
        target = {"context": self.context}
        told = self._ask("script.evaluate", expression=expression, target=target, awaitPromise=True)
        assert told["type"] == "success", told["exceptionDetails"]["text"]
        return told["result"]

    def _ask(self, method: str, **wish: Any) -> dict[str, Any]:
        return ask(self.line, method, context=self.context, **wish)


def _call(name: str, tags: str) -> str:
    return f"({_FIND})({json.dumps(name)}, {json.dumps(tags)})"


def ask(line: ClientConnection, method: str, **wish: Any) -> dict[str, Any]:
    """Send one command and return its result; one is under way at a time."""
    if method.startswith("script."):
        wish.pop("context", None)
    line.send(json.dumps({"id": 1, "method": method, "params": wish}))
    while True:
        told = json.loads(line.recv(timeout=_START_SECONDS))
        if told.get("id") == 1:
            assert told["type"] == "success", told
            return told["result"]


@contextmanager
def opened(folder: Path) -> Iterator[Tab]:
    """Start a Firefox with a new profile in a folder, and give its only tab."""
    profile, log = folder / "profile", folder / "firefox.log"
    profile.mkdir()
    lines = [f"user_pref({json.dumps(k)}, {json.dumps(v)});" for k, v in _PREFERENCES.items()]
    (profile / "user.js").write_text("\n".join(lines))
    command = [find(), "--headless", "--no-remote", "--remote-debugging-port=0"]
    with log.open("wb") as told:
        process = subprocess.Popen(
            [*command, "--profile", str(profile), "about:blank"],
            stdout=told,
            stderr=subprocess.STDOUT,
            env={**os.environ, "MOZ_HEADLESS_WIDTH": "1280", "MOZ_HEADLESS_HEIGHT": "900"},
        )
    try:
        with connect(f"{_address(log, process)}/session", max_size=None) as line:
            ask(line, "session.new", capabilities={})
            (only,) = ask(line, "browsingContext.getTree")["contexts"]
            yield Tab(line, only["context"])
            with suppress(Exception):
                ask(line, "browser.close")
    finally:
        with suppress(subprocess.TimeoutExpired):
            process.wait(5)
        process.kill()
        process.wait()


def _address(log: Path, process: subprocess.Popen[bytes]) -> str:
    until = time.monotonic() + _START_SECONDS
    while not (found := _READY.search(log.read_text(errors="replace"))):
        assert process.poll() is None, log.read_text(errors="replace")
        assert time.monotonic() < until, log.read_text(errors="replace")
        time.sleep(_LOOK_SECONDS)
    return found[1]
