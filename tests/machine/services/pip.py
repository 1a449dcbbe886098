"""pip as the tests use it, and why it did not do what they asked."""

import os
import subprocess
from collections.abc import Sequence

_MINUTES = 15
# As it was before a test led pip to an index of its own.
_ENVIRONMENT = dict(os.environ)


class PipFailed(Exception):
    """Why not, in words: pip's own last ones, if it has any."""


def run(command: Sequence[str], otherwise: str) -> None:
    """Run a command.

    Args:
        command: One of pip or venv.
        otherwise: What is said when it fails without a word.

    Raises:
        PipFailed: It failed, or took too long.
    """
    try:
        done = subprocess.run(
            command,
            capture_output=True,
            text=True,
            timeout=60 * _MINUTES,
            check=False,
            env=_ENVIRONMENT,
        )
    except subprocess.TimeoutExpired:
        raise PipFailed(f"pip took more than {_MINUTES} minutes") from None
    if done.returncode:
        told = [line for line in done.stderr.splitlines() if line.startswith("ERROR")]
        raise PipFailed((told or [otherwise])[-1])
