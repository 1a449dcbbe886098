"""Where the browser of the tests is, and how it is started."""

import os
import shutil
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def find() -> str | None:
    """Return the path of the browser of most stories; None when there is none.

    Chromium's headless shell where it is installed: the same engine without what surrounds a page
    takes half as much of a processor to load one.
    """
    return shell() or whole()


def shell() -> str | None:
    """Return the path of Chromium's headless shell; None when there is none."""
    return shutil.which("chromium-headless-shell")


def whole() -> str | None:
    """Return the path of a Chromium or Chrome as people have it; None when there is none.

    For stories of what surrounds a page: questions of the browser, devices of the machine.
    """
    if found := next((path for name in NAMES if (path := shutil.which(name))), None):
        return found
    mac = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
    return str(mac) if mac.exists() else _playwrights_own()


def flags(microphone: Path | None = None) -> list[str]:
    """Return the flags of a quiet Chromium whose microphone is a WAV file, or a beep."""
    given = [
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--autoplay-policy=no-user-gesture-required",
        "--use-fake-ui-for-media-stream",
        "--use-fake-device-for-media-stream",
    ]
    if microphone:
        given.append(f"--use-file-for-fake-audio-capture={microphone.resolve()}%noloop")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        given.append("--no-sandbox")
    return given


def _playwrights_own() -> str | None:
    cache = Path.home() / ".cache" / "ms-playwright"
    return next((str(path) for path in cache.glob("chromium-*/chrome-linux*/chrome")), None)
