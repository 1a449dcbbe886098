"""Tests that forks run are told as if one process had run them."""

import os
import subprocess
import sys

import pytest

from tests.machine.parts import FORKS

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not FORKS, reason="here pytest-xdist runs them"),
]
PROGRAM = """
import sys, pytest
from tests.machine.parts import Parts
options = ["-q", "-p", "no:rerunfailures", "-p", "no:cacheprovider", "-p", "no:schemathesis"]
sys.exit(pytest.main([*options, "--rootdir", sys.argv[1], sys.argv[1]], plugins=[Parts(2)]))
"""
# Each file waits for the other: one process alone would run neither to its end.
MEETING = """
import pathlib, time
def test_both_at_once():
    here = pathlib.Path(__file__)
    here.with_suffix(".there").touch()
    until = time.monotonic() + 60
    while len(list(here.parent.glob("*.there"))) < 2 and time.monotonic() < until:
        time.sleep(0.01)
    assert len(list(here.parent.glob("*.there"))) == 2
def test_the_next():
    pass
"""
NOTING = """
import os, pathlib
def test_it_notes_who_runs_it():
    with (pathlib.Path(os.environ["PYTEST_NOTES"])).open("a") as notes:
        notes.write(f"{os.getpid()} {'browser' in __file__}\\n")
"""
FAILING = """
def test_it_says_why():
    print("beside it")
    assert {"ada": 1} == {"ada": 2}
def test_the_next_runs():
    pass
"""


def run(folder, browser: str = "", **files: str) -> tuple[int, str]:
    """Run tests in two forks; return pytest's exit code and what it said."""
    for name, text in files.items():
        (folder / f"test_{name}.py").write_text(text, encoding="utf-8")
    for number in range(3 if browser else 0):
        file = folder / "tests" / "browser" / f"test_{number}.py"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(browser, encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(folder)],
        capture_output=True,
        check=False,
        text=True,
        timeout=120,
        env={**os.environ, "PYTEST_ADDOPTS": "", "PYTEST_NOTES": str(folder / "notes")},
    )
    return ran.returncode, ran.stdout


def test_two_files_run_at_once_and_count_as_one_run(tmp_path):
    code, said = run(tmp_path, one=MEETING, other=MEETING)

    assert "4 passed" in said
    assert code == 0


def test_what_fails_is_told_with_what_it_said_and_the_rest_runs(tmp_path):
    code, said = run(tmp_path, failing=FAILING, other="def test_it_passes(): pass")

    assert "assert {'ada': 1} == {'ada': 2}" in said
    assert "beside it" in said
    assert "1 failed, 2 passed" in said
    assert code == pytest.ExitCode.TESTS_FAILED


def test_a_fork_that_dies_is_a_failure_with_the_name_of_its_test(tmp_path):
    dies = "import os\ndef test_it_dies():\n    os.write(2, b'last words')\n    os._exit(7)"
    code, said = run(tmp_path, dies=dies, other="def test_it_passes(): pass")

    assert "7 ended a part in test_dies.py::test_it_dies" in said
    assert code == pytest.ExitCode.TESTS_FAILED


def test_all_run_once_and_nothing_comes_after_browsers_in_their_process(tmp_path):
    names = [f"rest{number}" for number in range(7)]
    code, said = run(tmp_path, browser=NOTING, **dict.fromkeys(names, NOTING))

    notes = [line.split() for line in (tmp_path / "notes").read_text().splitlines()]
    of_each = {who: [drives for one, drives in notes if one == who] for who, _ in notes}
    assert "10 passed" in said
    assert code == 0
    assert all(drives == sorted(drives) for drives in of_each.values())


def test_what_cannot_be_read_is_an_error(tmp_path):
    code, said = run(tmp_path, broken="import not_there", other="def test_it_passes(): pass")

    assert "No module named 'not_there'" in said
    assert code == pytest.ExitCode.INTERRUPTED
