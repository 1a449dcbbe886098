"""Pipecat's own virtual environment, `.venv-pipecat`, built when the bench first needs it."""

import hashlib
import subprocess
import sys
from pathlib import Path

from tests.server import ROOT

_VENV = ROOT / ".venv-pipecat"
_REQUIREMENTS = Path(__file__).with_name("pipecat-requirements.txt")
_READY = _VENV / "ready"
_MINUTES = 15


class NotInstalled(Exception):
    """Why Pipecat could not be installed, in words."""


def python() -> Path:
    """Return the Python that has Pipecat.

    Raises:
        NotInstalled: It cannot be had here.
    """
    found, wanted = _VENV / "bin" / "python", _fingerprint()
    if not (_READY.exists() and _READY.read_text() == wanted):
        print(f"Installing Pipecat into {_VENV.name} (a minute or two)…", file=sys.stderr)
        _run(sys.executable, "-m", "venv", "--clear", str(_VENV))
        pip = ["-m", "pip", "install", "-q", "--disable-pip-version-check", "--no-deps"]
        _run(str(found), *pip, "-r", str(_REQUIREMENTS))
        _READY.write_text(wanted)
    return found


def version() -> str:
    """Return the version that is measured."""
    lines = _REQUIREMENTS.read_text().splitlines()
    return next(line.partition("==")[2] for line in lines if line.startswith("pipecat-ai=="))


def _fingerprint() -> str:
    return hashlib.sha256(sys.version.encode() + _REQUIREMENTS.read_bytes()).hexdigest()


def _run(*command: str) -> None:
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=60 * _MINUTES, check=False
        )
    except subprocess.TimeoutExpired:
        raise NotInstalled(f"pip took more than {_MINUTES} minutes") from None
    if done.returncode:
        told = [line for line in done.stderr.splitlines() if line.startswith("ERROR")]
        raise NotInstalled((told or ["Pipecat could not be installed"])[-1])
