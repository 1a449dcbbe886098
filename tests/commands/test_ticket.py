"""`python -m darasa_reflex ticket` when it cannot work."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    "address",
    ["sqlite:////nowhere/at/all.db", "sqlite://", "postgresql://me:hunter2@127.0.0.1:1/x"],
)
def test_a_database_that_is_not_there_is_one_sentence(address):
    done = subprocess.run(
        [sys.executable, "-m", "darasa_reflex", "ticket"],
        cwd=ROOT,
        env={"PATH": "", "DARASA_DATABASE_URL": address},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert "migrate" in done.stderr
    assert "Traceback" not in done.stderr
    assert "hunter2" not in done.stderr
