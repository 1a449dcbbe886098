"""Pipecat's own virtual environment, `.venv-pipecat`, built when the bench first needs it."""

import hashlib
import re
import sys
from pathlib import Path

from tests.fixtures.server import ROOT
from tests.machine.services import pip

_VENV = ROOT / ".venv-pipecat"
_REQUIREMENTS = Path(__file__).with_name("requirements.txt")
_READY = _VENV / "ready"
_PIN = re.compile(r"^pipecat-ai(?:\[.*?\])?==(\S+)", re.MULTILINE)
_FAILED = "Pipecat could not be installed"


def python() -> Path:
    """Return the Python that has Pipecat.

    Raises:
        PipFailed: It cannot be had here.
    """
    found, wanted = _VENV / "bin" / "python", _fingerprint()
    if not (_READY.exists() and _READY.read_text() == wanted):
        print(f"Installing Pipecat into {_VENV.name} (a minute or two)…", file=sys.stderr)
        pip.run([sys.executable, "-m", "venv", "--clear", str(_VENV)], _FAILED)
        install = ["-m", "pip", "install", "-q", "--disable-pip-version-check", "--require-hashes"]
        pip.run([str(found), *install, "-r", str(_REQUIREMENTS)], _FAILED)
        _READY.write_text(wanted)
    return found


def version() -> str:
    """Return the version that is measured."""
    pinned = _PIN.search(_REQUIREMENTS.read_text())
    assert pinned
    return pinned[1]


def _fingerprint() -> str:
    return hashlib.sha256(sys.version.encode() + _REQUIREMENTS.read_bytes()).hexdigest()
