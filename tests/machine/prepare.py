"""Put in place what the tests need beside Python packages: browsers, databases and a proxy.

As root on Debian they are installed by apt. Otherwise a found browser is used, or Playwright's own.
Clerk's code for browsers comes from npm.
"""

import os
import shutil
import subprocess
import sys

from tests.machine.browsers import chromium, clerk_bundle
from tests.machine.services import postgres, redis_server


def main() -> int:
    """Prepare; return 1 with one sentence when something cannot be had."""
    missing = [
        package
        for package, found in (
            ("chromium", chromium.whole()),
            ("chromium-headless-shell", chromium.shell()),
            ("postgresql", postgres.binaries()),
            ("redis-server", redis_server.binary()),
            ("caddy", shutil.which("caddy")),
        )
        if not found
    ]
    if missing and os.geteuid() == 0 and shutil.which("apt-get"):
        _apt(missing)
    if not chromium.whole():
        command = [sys.executable, "-m", "playwright", "install", "chromium"]
        subprocess.run(command, check=False)
    if not chromium.whole():
        print(
            "The browser tests need Chromium or Chrome, and none could be installed. "
            "Install one, then run this again.",
            file=sys.stderr,
        )
        return 1
    return _clerk()


def _clerk() -> int:
    try:
        clerk_bundle.fetch()
    except (OSError, subprocess.SubprocessError):
        print(
            "Clerk's code for browsers could not be fetched from npm. Is its registry reachable?",
            file=sys.stderr,
        )
        return 1
    return 0


def _apt(packages: list[str]) -> None:
    print(f"Installing {', '.join(packages)} by apt…", file=sys.stderr)
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update"], env=environment, check=False, **quiet)
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages, "fonts-dejavu"]
    subprocess.run(install, env=environment, check=False, **quiet)


if __name__ == "__main__":
    sys.exit(main())
