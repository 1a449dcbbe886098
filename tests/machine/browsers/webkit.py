"""WebKitGTK as Debian ships it (`webkit2gtk-driver`, `xvfb`), told what to do over WebDriver."""

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import httpx

from tests.machine.browsers.other_browsers import LOOK_SECONDS, Tab
from tests.machine.services.postgres import free_port

# How an element is told. Source: https://www.w3.org/TR/webdriver2/#elements
_ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
_FLAGS = ("--automation", "--enable-mock-capture-devices=true", "--enable-media-stream=true")
_START_SECONDS = 60.0


class _WebDriver:
    """See `Driver`."""

    def __init__(self, line: httpx.Client, browser: Path) -> None:
        options = {"binary": str(browser), "args": list(_FLAGS)}
        wanted = {"browserName": "MiniBrowser", "webkitgtk:browserOptions": options}
        made = line.post("/session", json={"capabilities": {"alwaysMatch": wanted}}).json()
        self.line, self.path = line, f"/session/{made['value']['sessionId']}"

    def goto(self, address: str) -> None:
        self.ask("url", url=address)

    def evaluate(self, expression: str) -> Any:
        return self.ask("execute/sync", script=f"return {expression}", args=[])

    def click(self, element: Any) -> None:
        self.ask(f"element/{element[_ELEMENT]}/click")

    def ask(self, command: str, **wish: Any) -> Any:
        """Send one command and return its result."""
        told = self.line.post(f"{self.path}/{command}", json=wish)
        assert told.is_success, told.text
        return told.json()["value"]


@contextmanager
def opened(folder: Path) -> Iterator[Tab]:
    """Start a WebKitGTK on a screen that nobody sees, with a folder as its home; give its tab."""
    browser = next(Path("/usr/lib").glob("*/webkit2gtk-4.1/MiniBrowser"))
    port, screen = free_port(), f":{100 + os.getpid() % 900}"
    with ExitStack() as stack:
        for command in (
            ["Xvfb", screen, "-screen", "0", "1280x900x24", "-nolisten", "tcp"],
            ["WebKitWebDriver", f"--port={port}"],
        ):
            process = subprocess.Popen(
                command,
                env={**os.environ, "HOME": str(folder), "DISPLAY": screen},
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            stack.callback(process.wait)
            stack.callback(process.terminate)
        line = httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=_START_SECONDS)
        stack.enter_context(line)
        _await(line, Path(f"/tmp/.X11-unix/X{screen[1:]}"))
        driver = _WebDriver(line, browser)
        stack.callback(line.delete, driver.path)
        yield Tab(driver)


def _await(line: httpx.Client, screen: Path) -> None:
    """Wait until both listen."""
    until = time.monotonic() + _START_SECONDS
    while True:
        try:
            if screen.exists() and line.get("/status").is_success:
                return
        except httpx.TransportError:
            pass
        assert time.monotonic() < until, "WebKit's driver does not answer"
        time.sleep(LOOK_SECONDS)
