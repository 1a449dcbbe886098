"""The app under test, made in a folder of its own and run as a person would run it."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from tests.load.pages.bare_app import environment

HERE = Path(__file__).parent
REPOSITORY = HERE.parents[3]
START_SECONDS = 300  # shared cores, cold npm cache
# The build of the product has just fetched nearly all of its packages.
_FETCHED_BEFORE = {"npm_config_prefer_offline": "true", "npm_config_audit": "false"}
CONFIG = """
import reflex as rx
config = rx.Config(app_name="one_voice_room", telemetry_enabled=False,
                   show_built_with_reflex=False, plugins=[rx.plugins.RadixThemesPlugin()],
                   disable_plugins=[rx.plugins.SitemapPlugin])
"""


def make_app(folder: Path) -> None:
    package = folder / "one_voice_room"
    package.mkdir()
    (package / "__init__.py").touch()
    (folder / "assets").mkdir()
    (folder / "assets" / "favicon.ico").touch()  # browsers ask for it and log when it is missing
    (folder / "rxconfig.py").write_text(CONFIG)
    for name in ("one_voice_room.py", "scripted_evi.py"):
        shutil.copy(HERE / name, package / name)


def copy_app(made: Path, folder: Path) -> None:
    """Copy an app that has run: to install its packages takes longer than everything else."""
    packages = Path(".web") / "node_modules"
    leave = shutil.ignore_patterns(packages.name, "build")
    shutil.copytree(made, folder, ignore=leave, dirs_exist_ok=True)
    shutil.copytree(made / packages, folder / packages, copy_function=os.link, symlinks=True)


def _wait_for(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        try:
            if httpx.get(address, timeout=2, trust_env=False).status_code == httpx.codes.OK:
                return
        except httpx.TransportError:
            time.sleep(0.2)
    pytest.fail(f"the app did not start:\n{log.read_text()[-3000:]}")


@contextmanager
def running(folder: Path, *arguments: str, answers: list[str]) -> Iterator[None]:
    """`reflex run` in a folder, with all its children, until the block ends."""
    log = folder / "run.log"
    command = [sys.executable, "-m", "reflex", "run", *arguments]
    with log.open("wb") as output:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=environment() | _FETCHED_BEFORE | {"PYTHONPATH": str(REPOSITORY)},
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            for address in answers:
                _wait_for(address, process, log)
            yield
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
