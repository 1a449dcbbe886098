"""Programs that are forks behave as those that Python starts."""

import os
import signal
import subprocess
import sys

import pytest

from tests.fixtures.databases import with_tables
from tests.machine import warmed

pytestmark = pytest.mark.slow


def test_a_command_says_what_it_says_and_ends_with_its_code():
    helped = warmed.run(["darasa_reflex", "--help"], {"PATH": ""})
    unknown = warmed.run(["darasa_reflex", "sing"], {"PATH": ""})

    assert (helped.returncode, helped.stderr) == (0, "")
    assert helped.stdout.startswith("usage: darasa_reflex")
    assert (unknown.returncode, unknown.stdout) == (2, "")
    assert "invalid choice: 'sing'" in unknown.stderr


def test_each_has_its_own_environment_and_what_is_typed(tmp_path):
    own = {"PATH": "", "DARASA_DATABASE_URL": with_tables(tmp_path / "darasa.db")}
    command = ["darasa_reflex", "set-password", "ada@example.org"]

    wrong = warmed.run(command, {**own, "DARASA_PORT": "none"}, "short\n")
    short = warmed.run(command, own, "short\n")

    assert "a value they may not have" in wrong.stderr
    assert "10 to 200" in short.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="here programs are started by Python")
def test_one_that_is_killed_says_by_what():
    given, typed = os.pipe()
    waits = warmed.begun(["tests.features.interviews.start.crowd"], os.environ, [given, 2, 2])

    assert waits.poll() is None
    with pytest.raises(subprocess.TimeoutExpired):
        waits.wait(0.05)
    assert os.getpgid(waits.pid) == os.getsid(waits.pid) == waits.pid
    os.killpg(waits.pid, signal.SIGKILL)
    assert waits.wait(30) == waits.poll() == -signal.SIGKILL
    os.close(given)
    os.close(typed)
