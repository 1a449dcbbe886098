"""Make `.venv` and install a lock into it, or say in one sentence why not.

Runs on the system's Python before anything is installed, so it uses the standard library alone and
syntax that old Pythons can read.
"""

import hashlib
import subprocess
import sys
from pathlib import Path

OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parent.parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
LOG = VENV / "pip.log"


class CannotSetUp(Exception):
    """Says what is missing and what to do."""


def main() -> int:
    """Set up what the named requirements file asks for; return the exit code."""
    try:
        _set_up(ROOT / sys.argv[1])
    except CannotSetUp as reason:
        print(reason, file=sys.stderr)
        return 1
    except PermissionError:
        print(f"Darasa may not write to {ROOT}. Copy it to a folder of your own.", file=sys.stderr)
        return 1
    return 0


def _set_up(requirements):
    if sys.version_info < OLDEST:
        found = ".".join(str(part) for part in sys.version_info[:3])
        raise CannotSetUp(f"Darasa needs Python 3.11 or newer; this is {found}.")
    stamp = VENV / f"ready-{requirements.stem}"
    wanted = _fingerprint(requirements)
    if PYTHON.exists() and stamp.exists() and stamp.read_text() == wanted:
        return
    if not PYTHON.exists():
        _make_venv()
    _install(requirements)
    stamp.write_text(wanted)


def _fingerprint(requirements):
    """Return a digest of this Python and of a lock, which names all that it installs."""
    return hashlib.sha256(sys.version.encode() + requirements.read_bytes()).hexdigest()


def _make_venv():
    try:
        import ensurepip  # noqa: F401, PLC0415
        import venv  # noqa: PLC0415
    except ImportError:
        raise CannotSetUp(
            "This Python cannot make virtual environments. On Debian and Ubuntu, run: "
            "apt-get install python3-venv"
        ) from None
    print("Setting up .venv (once)…", file=sys.stderr)
    try:
        venv.create(VENV, with_pip=True)
    except subprocess.CalledProcessError:
        raise CannotSetUp(
            "This Python cannot make virtual environments. On Debian and Ubuntu, run: "
            "apt-get install python3-venv"
        ) from None


def _install(requirements):
    print(f"Installing {requirements.name} (a minute or two)…", file=sys.stderr)
    pip = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check"]
    # What was changed on its way here, or is not in the lock, is refused.
    command = [*pip, "--require-hashes", "-r", str(requirements)]
    with LOG.open("w") as log:
        done = subprocess.run(  # noqa: S603 (our own Python)
            command, stdout=log, stderr=subprocess.STDOUT, check=False
        )
    if done.returncode:
        raise CannotSetUp(_why(LOG.read_text()))


def _why(log):
    network = ("Temporary failure in name resolution", "NewConnectionError", "ConnectTimeout")
    if any(sign in log for sign in (*network, "Network is unreachable", "ConnectionError")):
        return "The packages could not be fetched. Check the internet connection, then try again."
    if "No space left" in log:
        return "The disk is full: Darasa needs about 1 GB for its packages."
    return f"The packages could not be installed; the reason stands in {LOG.relative_to(ROOT)}."


if __name__ == "__main__":
    sys.exit(main())
