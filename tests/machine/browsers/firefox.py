"""Firefox as Debian ships it, told what to do over WebDriver BiDi, its own door.

Playwright drives only a Firefox of its own build, and geckodriver is in no package index. So this
speaks the few commands of https://w3c.github.io/webdriver-bidi/ that a story needs.
"""

import json
import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

from tests.machine.browsers.other_browsers import LOOK_SECONDS, Tab

_READY = re.compile(r"WebDriver BiDi listening on (ws://\S+)")
_START_SECONDS = 120.0
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


class _Bidi:
    """See `Driver`."""

    def __init__(self, line: ClientConnection) -> None:
        self.line = line
        self.ask("session.new", capabilities={})
        (only,) = self.ask("browsingContext.getTree")["contexts"]
        self.context = only["context"]

    def goto(self, address: str) -> None:
        self.ask("browsingContext.navigate", context=self.context, url=address, wait="complete")

    def evaluate(self, expression: str) -> Any:
        target = {"context": self.context}
        told = self.ask("script.evaluate", expression=expression, target=target, awaitPromise=True)
        assert told["type"] == "success", told["exceptionDetails"]["text"]
        result = told["result"]
        return result if "sharedId" in result else result.get("value")

    def click(self, element: Any) -> None:
        shared = {"sharedId": element["sharedId"]}
        self.ask(
            "script.callFunction",
            functionDeclaration="(e) => e.scrollIntoView({ block: 'center' })",
            arguments=[shared],
            target={"context": self.context},
            awaitPromise=False,
        )
        origin = {"type": "element", "element": shared}
        moves = [
            {"type": "pointerMove", "x": 0, "y": 0, "origin": origin},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        mouse = {"type": "pointer", "id": "mouse", "actions": moves}
        self.ask("input.performActions", context=self.context, actions=[mouse])

    def ask(self, method: str, **wish: Any) -> dict[str, Any]:
        """Send one command and return its result; one is under way at a time."""
        self.line.send(json.dumps({"id": 1, "method": method, "params": wish}))
        while True:
            told = json.loads(self.line.recv(timeout=_START_SECONDS))
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
    name = shutil.which("firefox-esr") or "firefox"
    flags = ("--headless", "--no-remote", "--remote-debugging-port=0", "--profile", str(profile))
    with log.open("wb") as told:
        process = subprocess.Popen(
            [name, *flags, "about:blank"],
            stdout=told,
            stderr=subprocess.STDOUT,
            env={**os.environ, "MOZ_HEADLESS_WIDTH": "1280", "MOZ_HEADLESS_HEIGHT": "900"},
        )
    try:
        with connect(f"{_address(log, process)}/session", max_size=None) as line:
            driver = _Bidi(line)
            yield Tab(driver)
            with suppress(Exception):
                driver.ask("browser.close")
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
        time.sleep(LOOK_SECONDS)
    return found[1]
